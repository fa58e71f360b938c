"""People: everybody the story may show, who each is to the child, where they are now, and how they look."""
import re
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request

from wordspics import guide
from wordspics.guide import ProposedPerson
from wordspics.pictures import names
from wordspics.store import Kept
from wordspics.story import BadStory, Cast, Person, Story
from wordspics.web import turns, wardrobe
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs

bp = Blueprint("people", __name__)
NEWCOMER = re.compile(r"p-[0-9a-f]{12}\Z")      # the id of somebody about to come, so that a button pressed twice adds them once
WHO = "who"                     # the group of questions beside the groups of looks
ANSWERS = {"home": "At home with %(child)s", "seen": "Somewhere else, and %(child)s sees them",
           "not-seen": "Not seen by %(child)s now", "died": "They have died", "helper": "A helper: worker, teacher, doctor"}
STAYS = "The story is for this child, so they stay in it. Who it is for can be changed on Begin."
MEANWHILE = "The people were changed in another window at the same moment. This is how they stand now; please look once more."


class Place(NamedTuple):
    """Where the page stands: whose turn it is ("" for adding somebody), which group lies open, and where in the history."""

    who: str
    group: str
    at: int | None = None
    tip: int | None = None

    def address(self, kept: Kept) -> str:
        where = {"group": self.group, "at": self.at, "tip": self.tip}
        asked = urlencode({key: value for key, value in where.items() if value})
        return f"/stories/{kept.id}/people/{self.who or 'new'}" + (f"?{asked}" if asked else "")


@bp.get("/stories/<uuid:story>/people")
@needs("open-vault")
def show(story: UUID) -> str:
    """The first person nobody has been asked about, else the first in line."""
    kept = the_story(story)
    people = kept.story.cast.people
    first = next((p for p in people if p.proposed), people[0] if people else None)
    return _page(kept, Place(first.id if first else "", WHO if first and first.proposed else _group()))


@bp.get("/stories/<uuid:story>/people/<who>")
@needs("open-vault")
def look_at(story: UUID, who: str) -> str:
    kept = the_story(story)
    if who != "new":
        kept.story.cast.person(who)
    return _page(kept, _place("" if who == "new" else who))


@bp.post("/stories/<uuid:story>/people")
@needs("open-vault")
def add(story: UUID) -> Response | tuple[str, int]:
    """Welcome somebody: one of those a story like this often holds, or somebody of the family's own."""
    kept = the_story(story)
    proposed = next((one for one in proposals(kept.story) if one.id == request.form.get("proposed")), None)
    try:
        person = proposed.enter() if proposed else _newcomer(kept.story.cast)
        cast = kept.story.cast
        story_now = kept.story.with_(cast=cast if cast.has(person.id) else cast.welcome(person))
    except BadStory as fault:
        return _page(kept, Place("", WHO), str(fault)), 422
    return _keep(kept, story_now, Place(person.id, WHO))


@bp.post("/stories/<uuid:story>/people/<who>")
@needs("open-vault")
def tell(story: UUID, who: str) -> Response | tuple[str, int]:
    """What the adults say of somebody: name, role, where they are now, and whether the child can talk to them."""
    kept = the_story(story)
    try:
        person = _as_told(kept.story, kept.story.cast.person(who))
        return _keep(kept, _with_person(kept.story, person), Place(who, WHO))
    except BadStory as fault:
        return _page(kept, Place(who, WHO), str(fault)), 422


@bp.post("/stories/<uuid:story>/people/<who>/look")
@needs("open-vault")
def dress(story: UUID, who: str) -> Response | tuple[str, int]:
    """A choice of looks: drawn, kept, and shown on the tiles."""
    kept = the_story(story)
    person = kept.story.cast.person(who)
    try:
        look = wardrobe.choose(person.look, request.form)
    except BadStory as fault:
        return _page(kept, Place(who, _group()), str(fault)), 422
    return _keep(kept, _with_person(kept.story, person.with_(look=look)), Place(who, _group()))


@bp.post("/stories/<uuid:story>/people/<who>/removal")
@needs("open-vault")
def part_with(story: UUID, who: str) -> Response | tuple[str, int]:
    """Somebody leaves the story and every stage, in one change that undo brings back whole."""
    kept = the_story(story)
    if is_for(kept.story, who):
        return _page(kept, Place(who, WHO), STAYS), 422
    if not kept.story.cast.has(who):
        return redirect(f"/stories/{kept.id}/people", code=303)
    story_now = kept.story.part_with(who)
    flash("Taken out of the story and off its pictures. Undo brings all of it back.")
    return _keep(kept, story_now, Place(story_now.cast.people[0].id if story_now.cast.people else "", WHO))


@bp.post("/stories/<uuid:story>/people/turn/<way>")
@needs("open-vault")
def turn(story: UUID, way: str) -> Response | tuple[str, int]:
    """Undo or redo what was last done to the people."""
    kept = the_story(story)
    history = turns.turns_of(store(), kept, request.form.get("at", type=int), request.form.get("tip", type=int))
    to = {"back": history.back, "forth": history.forth}.get(way)
    who = request.form.get("who", "")
    if to is None or request.form.get("at") != str(history.at):      # a button pressed twice, or a page from before
        return redirect(Place(who if kept.story.cast.has(who) else "", WHO).address(kept), code=303)
    story_now = turns.turn_back(store(), kept, history) if way == "back" else turns.turn_forth(store(), kept, history)
    came = [p.id for p in story_now.cast.people if not kept.story.cast.has(p.id)]
    who = came[0] if came else who if story_now.cast.has(who) else next((p.id for p in story_now.cast.people), "")
    return _keep(kept, story_now, Place(who, _group(), to, history.tip))


def proposals(story: Story) -> list[ProposedPerson]:
    """Whom a story like this often holds and this one does not yet."""
    situation = guide.situation_of(story)
    return [one for one in situation.people if not story.cast.has(one.id)] if situation else []


def proposal_of(story: Story, who: str) -> ProposedPerson | None:
    situation = guide.situation_of(story)
    return next((one for one in situation.people if one.id == who), None) if situation else None


def is_for(story: Story, who: str) -> bool:
    return any(child.person == who for child in story.about.children)


def _page(kept: Kept, place: Place, fault: str = "") -> str:
    """The whole page, or for our own script only the parts that may have changed."""
    story = kept.story
    person = story.cast.person(place.who) if place.who else None
    group = wardrobe.group(place.group)
    wants_parts = request.headers.get("X-Parts") == "people"
    proposal = proposal_of(story, place.who)
    return render_template(
        "people/parts.html" if wants_parts else "people/page.html",
        kept=kept, step="people", place=place, person=person, fault=fault, typed=request.form, child=_name_the_child(story),
        groups=wardrobe.GROUPS, group=group, rows=tuple(wardrobe.rows(group, person.look)) if group and person else (),
        drawing=wardrobe.drawing, portrait=wardrobe.portrait, aspect=wardrobe.aspect,
        turns=turns.turns_of(store(), kept, place.at, place.tip),
        is_child=bool(person) and is_for(story, person.id), proposal=proposal, standings=_answers(proposal), roles=names.ROLES,
        proposals=proposals(story), starts={} if person else wardrobe.starts(), newcomer=f"p-{uuid4().hex[:12]}",
        stands_in=[n for n, panel in enumerate(story.panels, 1) if person and person.id in panel.scene.people])


def _name_the_child(story: Story) -> str:
    """What the questions call the child: by name when there is one child."""
    children = story.about.children
    return children[0].name if len(children) == 1 else "the children" if children else "the child"


def _answers(proposal: ProposedPerson | None) -> list[tuple[str, str]]:
    """The answers to where somebody is now, the likely ones first."""
    likely = proposal.standings if proposal else ()
    return [(key, ANSWERS[key]) for key in (*likely, *(key for key in ANSWERS if key not in likely))]


def _group() -> str:
    return request.values.get("group") or WHO


def _place(who: str) -> Place:
    return Place(who, _group(), request.args.get("at", type=int), request.args.get("tip", type=int))


def _newcomer(cast: Cast) -> Person:
    name, role = request.form.get("name", ""), request.form.get("role", "someone")
    id = request.form.get("newcomer", "")
    if not NEWCOMER.match(id):
        raise BadStory("This page was open for a long time. Please add this person once more.")
    person = Person(id=id, name=name, role=_known(role, names.ROLES, "role"),
                    look=wardrobe.start(request.form.get("start", "")), proposed=True)
    return _named(person)


def _as_told(story: Story, person: Person) -> Person:
    """The person with what the form says; what it does not say stays."""
    form = request.form
    changes: dict = {}
    if "name" in form:
        changes["name"] = form["name"]
    if "role" in form:
        changes["role"] = _known(form["role"], names.ROLES, "role")
    if "standing" in form:
        changes |= {"standing": _known(form["standing"], ANSWERS, "answer"), "proposed": False}
    if "can_talk_to" in form:
        changes["can_talk_to"] = form["can_talk_to"] == "yes"
    if is_for(story, person.id):
        changes = {key: value for key, value in changes.items() if key == "name"}
    return _named(person.with_(**changes))


def _named(person: Person) -> Person:
    if not person.name:
        raise BadStory("Please write a name: what the child calls them.")
    return person


def _known(name: str, known, what: str) -> str:
    if name not in known:
        raise BadStory(f"Please choose the {what} once more.")
    return name


def _with_person(story: Story, person: Person) -> Story:
    """The story with that person changed; a child it is for has the same name on its cover page."""
    children = tuple(child.with_(name=person.name) if child.person == person.id else child for child in story.about.children)
    return story.with_(cast=story.cast.change(person), about=story.about.with_(children=children))


def _keep(kept: Kept, story: Story, place: Place) -> Response | str:
    """Keep what has changed, as one change; then show the page again, or its parts to our own script."""
    names.vet_cast(story.cast)
    answers = store().sheets.change(kept.id, turns.changes_between(kept, story), str(uuid4()))
    if any(answer.kind != "kept" for answer in answers):
        flash(MEANWHILE)
    if request.headers.get("X-Parts") == "people":
        return _page(store().stories.load(kept.id), place)
    return redirect(place.address(kept), code=303)
