"""People: everybody the story may show, who each is to the child, where they are now, and how they look."""
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request

from wordspics.guide import ProposedPerson, anybody
from wordspics.pictures import names
from wordspics.store import Kept
from wordspics.story import BadStory, Person, Story
from wordspics.web import meanwhile, newcomers, turns, wardrobe
from wordspics.web.desk import read_again, store, the_story
from wordspics.web.newcomers import is_for, proposal_of, proposals
from wordspics.web.security import needs

bp = Blueprint("people", __name__)
WHO = "who"                     # the group of questions beside the groups of looks
ANSWERS = {"home": "At home with %(child)s", "seen": "Somewhere else, and %(child)s %(see)s them",
           "not-seen": "Not seen by %(child)s now", "helper": "A helper: worker, teacher, doctor", "died": "They have died"}
STAYS = "The story is for this child, so they stay in it. Who it is for can be changed on Begin."
MEANWHILE = "The people were changed in another window at the same moment. This is how they stand now; please look once more."
SAID = {"name": "the name", "role": "who this is to the child", "standing": "where they are now",
        "can_talk_to": "whether the child can talk to them"}


class Place(NamedTuple):
    """Where the page stands: whose turn it is ("" for adding somebody), which group lies open, and where in the history.

    `like` is who somebody new shall look like."""

    who: str
    group: str
    at: int | None = None
    tip: int | None = None
    like: str = ""

    def address(self, kept: Kept) -> str:
        where = {"group": self.group, "at": self.at, "tip": self.tip, "like": self.like}
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
    at, tip = (request.args.get(name, type=int) for name in ("at", "tip"))
    return _page(kept, Place("" if who == "new" else who, _group(), at, tip, request.args.get("like", "")))


@bp.post("/stories/<uuid:story>/people")
@needs("open-vault")
def add(story: UUID) -> Response | tuple[str, int]:
    """Welcome somebody: proposed, from another story of the family, or new."""
    kept = the_story(story)
    cast = kept.story.cast
    try:
        person = newcomers.enter(kept, request.form)
        story_now = kept.story.with_(cast=cast if cast.has(person.id) else cast.welcome(person))
    except BadStory as fault:
        return _page(kept, Place("", WHO, like=request.form.get("like", "")), str(fault)), 422
    return _keep(kept, story_now, Place(person.id, WHO))


@bp.post("/stories/<uuid:story>/people/names")
@needs("open-vault")
def name_them(story: UUID) -> Response | tuple[str, int]:
    """Whether names stand under the people in the pictures, on screen and on paper."""
    kept = the_story(story)
    who = request.form.get("who", "")
    named = kept.story.cast.with_(named=request.form.get("named") == "yes")
    return _keep(kept, kept.story.with_(cast=named), Place(who if named.has(who) else "", _group()))


@bp.post("/stories/<uuid:story>/people/<who>")
@needs("open-vault")
def tell(story: UUID, who: str) -> Response | tuple[str, int]:
    """What the adults say of somebody: name, role, where they are now, and whether the child can talk to them."""
    kept = the_story(story)
    try:
        person, clashes = _as_told(kept, kept.story.cast.person(who))
    except BadStory as fault:
        return _page(kept, Place(who, WHO), str(fault)), 422
    return _keep(kept, kept.story.know_as(person), Place(who, WHO), [SAID[field] for field in clashes])


@bp.post("/stories/<uuid:story>/people/<who>/look")
@needs("open-vault")
def dress(story: UUID, who: str) -> Response | tuple[str, int]:
    """A choice of looks: drawn, kept, and shown on the tiles."""
    kept = the_story(story)
    person = kept.story.cast.person(who)
    try:
        shown = meanwhile.person_as_shown(kept, who).look
        chosen = wardrobe.uncover(wardrobe.choices(request.form, kept.story.cast), shown)
    except BadStory as fault:
        return _page(kept, Place(who, _group()), str(fault)), 422
    changes, clashes = meanwhile.merge(chosen, shown, person.look)
    story_now = kept.story.know_as(person.with_(look=wardrobe.put_on(person.look, changes)))
    return _keep(kept, story_now, Place(who, _group()), [f"“{wardrobe.title_of(field)}”" for field in clashes])


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
    flash("They are left out of this story and its pictures now. Undo brings all of it back.")     # it waits in a cookie: no name
    return _keep(kept, story_now, Place(story_now.cast.people[0].id if story_now.cast.people else "", WHO))


@bp.post("/stories/<uuid:story>/people/turn/<way>")
@needs("open-vault")
def turn(story: UUID, way: str) -> Response | tuple[str, int]:
    """Undo or redo what was last done to the people."""
    kept = the_story(story)
    history = turns.turns_of(kept, request.form.get("at", type=int), request.form.get("tip", type=int))
    to = {"back": history.back, "forth": history.forth}.get(way)
    who = request.form.get("who", "")
    if to is None or request.form.get("at") != str(history.at):      # a button pressed twice, or a page from before
        return _show(kept, Place(who if kept.story.cast.has(who) else "", _group(), history.at, history.tip))
    story_now = turns.turn_back(kept, history) if way == "back" else turns.turn_forth(kept, history)
    came = [p.id for p in story_now.cast.people if not kept.story.cast.has(p.id)]
    who = came[0] if came else who if story_now.cast.has(who) else next((p.id for p in story_now.cast.people), "")
    return _keep(kept, story_now, Place(who, _group(), to, history.tip))


def _page(kept: Kept, place: Place, fault: str = "") -> str:
    """The whole page; for our own script only its parts, and right after a choice only those that show what was chosen."""
    story, wanted = kept.story, request.headers.get("X-Parts", "")
    person = story.cast.person(place.who) if place.who else None
    aspect = wardrobe.aspect(place.group) if person else None
    is_quick = wanted == "figure" and not fault
    return render_template(
        "people/parts.html" if wanted else "people/page.html", is_quick=is_quick,
        kept=kept, step="people", place=place, person=person, fault=fault, child=_name_the_child(story),
        aspects=wardrobe.ASPECTS, aspect=aspect, drawing=wardrobe.drawing, portrait=wardrobe.portrait, tell=wardrobe.tell,
        rows=tuple(wardrobe.rows(aspect, person.look)) if aspect and not is_quick else (),
        likenesses=wardrobe.likenesses(aspect, person, story.cast) if aspect and not is_quick else (),
        turns=turns.turns_of(kept, place.at, place.tip), rev=kept.sheets[kept.cast_id].rev,
        is_child=bool(person) and is_for(story, person.id), **(_adding(kept, place) if not person else _asking(story, person)))


def _asking(story: Story, person: Person) -> dict:
    """What the questions about somebody need."""
    proposal = proposal_of(story, person.id)
    return {"proposal": proposal, "answers": _answers(story), "often": _often(proposal, person), "roles": _roles(),
            "stands_in": [n for n, panel in enumerate(story.panels, 1) if person.id in panel.scene.people]}


def _adding(kept: Kept, place: Place) -> dict:
    """What the page for adding somebody needs; after a refusal everybody stands in the same order as before."""
    newcomer = request.form.get("newcomer") or f"p-{uuid4().hex[:12]}"
    return {"proposals": proposals(kept), "relatives": newcomers.relatives(kept), "newcomer": newcomer, "roles": _roles(),
            "crowds": newcomers.starts(kept.story.cast, newcomer, place.like), "typed": request.form}


def _roles() -> dict[str, dict[str, str]]:
    helpers = {name: said for name, said in names.ROLES.items() if name in anybody.WORK}
    return {"Family and friends": {name: said for name, said in names.ROLES.items() if name not in helpers}, "Helpers": helpers}


def _name_the_child(story: Story) -> str:
    """What the questions call the child: by name when there is one child."""
    children = story.about.children
    return children[0].name if len(children) == 1 else "the children" if children else "the child"


def _answers(story: Story) -> dict[str, str]:
    """The answers to where somebody is now, in one order for everybody, so that none is chosen by its place."""
    see = "see" if len(story.about.children) > 1 else "sees"
    return {key: said % {"child": _name_the_child(story), "see": see} for key, said in ANSWERS.items()}


def _often(proposal: ProposedPerson | None, person: Person) -> str:
    """The answer that is often given for such a person; "" when nobody can say, and never that they have died."""
    likely = proposal.standings[0] if proposal else "helper" if person.role in anybody.WORK else ""
    return "" if likely == "died" else likely


def _group() -> str:
    return request.values.get("group") or WHO


def _as_told(kept: Kept, person: Person) -> tuple[Person, tuple[str, ...]]:
    """The person with what the form says, and what another window has said otherwise meanwhile; what it does not say stays."""
    form, answers, shown = request.form, {}, meanwhile.person_as_shown(kept, person.id)
    if "name" in form:
        answers["name"] = person.with_(name=form["name"]).name
        if not answers["name"]:
            raise BadStory("Please write a name: what the child calls them.")
    if not is_for(kept.story, person.id):
        if "role" in form:
            answers["role"] = _known(form["role"], names.ROLES, "role")
        if "can_talk_to" in form:
            answers["can_talk_to"] = form["can_talk_to"] == "yes"
    changes, clashes = meanwhile.merge(answers, shown, person)
    if "standing" in form and not is_for(kept.story, person.id):
        answer = _known(form["standing"], ANSWERS, "answer")
        is_mine = shown.proposed or answer != shown.standing                # what was only supposed is said by any answer
        is_theirs = (shown.proposed, shown.standing) != (person.proposed, person.standing)
        if is_mine and is_theirs and answer != person.standing:
            clashes = (*clashes, "standing")
        elif is_mine:
            changes |= {"standing": answer, "proposed": False}
    return person.with_(**changes), clashes


def _known(name: str, known, what: str) -> str:
    if name not in known:
        raise BadStory(f"Please choose the {what} once more.")
    return name


def _keep(kept: Kept, story: Story, place: Place, clashes: list[str] | None = None) -> Response | tuple[str, int] | str:
    """Keep what has changed, as one change; then show the page again, and say what another window has changed otherwise."""
    names.vet_cast(story.cast)
    answers = store().sheets.change(kept.id, turns.changes_between(kept, story), str(uuid4()))
    if any(answer.kind != "kept" for answer in answers):
        return _page(read_again(kept.id), place._replace(at=None, tip=None), MEANWHILE), 409
    now = kept._replace(story=story, sheets=kept.sheets | {a.sheet: kept.sheets[a.sheet]._replace(rev=a.rev) for a in answers})
    return (_page(now, place, meanwhile.CLASH % " and ".join(clashes)), 409) if clashes else _show(now, place)


def _show(kept: Kept, place: Place) -> Response | str:
    """The page once more, or its parts to our own script."""
    if "X-Parts" in request.headers:
        return _page(kept, place)
    return redirect(place.address(kept), code=303)
