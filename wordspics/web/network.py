"""The people around the child: who has said yes, the child can talk to me. Only the adults' own yes counts.

A page from before changes only the ticks somebody made on it.
"""
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, request, url_for

from wordspics.guide import anybody
from wordspics.pictures import names
from wordspics.store import Kept
from wordspics.story import BadStory, Cast, Person, limits
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.web.desk import store, the_story
from wordspics.web.meanwhile import people_as_shown
from wordspics.web.noting import adults
from wordspics.web.once import id_to_make
from wordspics.web.people import MEANWHILE
from wordspics.web.security import needs

bp = Blueprint("network", __name__)
KNOWN = "Somebody of that name is in the story already, so nobody was added. Please look on the People page."     # it waits in a cookie: no name


@bp.post("/stories/<uuid:story>/network")
@needs("open-vault")
def note(story: UUID) -> Response:
    """Who has said yes, and perhaps somebody new; then back to where the talk stood."""
    kept = the_story(story)
    panel = kept.story.panel(request.form.get("panel", ""))
    said = set(request.form.getlist("yes"))
    cast, shown = kept.story.cast, people_as_shown(kept)
    for person in who_may_be_asked(kept):
        if shown.has(person.id) and shown.person(person.id).can_talk_to != (person.id in said):
            cast = cast.change(person.with_(can_talk_to=person.id in said))
    try:
        cast = _with_newcomer(cast)
        names.vet_cast(cast)
    except BadStory as fault:
        flash(str(fault))                   # the ticks are kept all the same
    if cast != kept.story.cast:
        answer = store().sheets.put(kept.id, kept.cast_id, write_sheet(cast), kept.sheets[kept.cast_id].rev, str(uuid4()))
        flash("Kept. Those with a yes stand among the people to talk to." if answer.kind == "kept" else MEANWHILE)
    return redirect(url_for("talk.show", story=kept.id, panel=panel.id, topic=request.form.get("topic", "")[:40]), code=303)


def who_may_be_asked(kept: Kept) -> list[Person]:
    """The adults the child may see."""
    return [person for person in adults(kept) if person.may_be_proposed_today]


def _with_newcomer(cast: Cast) -> Cast:
    """Somebody of the family's network who was not in the story yet. Where they live is asked on the People page."""
    name, role = fit_line(request.form.get("name", ""), limits.NAME, "The name"), request.form.get("role", "someone")
    id, role = f"p-{UUID(id_to_make()).hex[:12]}", role if role in names.ROLES else "someone"
    if not name or cast.has(id):
        return cast
    if any(person.name.casefold() == name.casefold() for person in cast.people):
        raise BadStory(KNOWN)
    _, look = anybody.crowds(id)[0].people[0]
    return cast.welcome(Person(id=id, name=name, role=role, standing=anybody.standing(role), proposed=True,
                               can_talk_to=request.form.get("new_yes") == "yes", look=anybody.dress(look, role)))
