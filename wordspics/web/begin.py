"""Begin: who the story is for, what it is about, how long; then the card that is for adults only."""
import functools
import re
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from wordspics import guide
from wordspics.guide import Situation, beginning
from wordspics.guide.kinship import draw_family
from wordspics.guide.situation import ALL_NATIONS
from wordspics.pictures import names, svg
from wordspics.pictures.draw import draw
from wordspics.story import About, BadStory, Child, Family, Person, Story, limits
from wordspics.story.text import fit_line
from wordspics.web import meanwhile, people, turns, whom
from wordspics.web.desk import store, the_story
from wordspics.web.door import EXAMPLE_FAMILY
from wordspics.web.once import fresh_id, id_to_make
from wordspics.web.security import needs
from wordspics.words.reading import AIMS

bp = Blueprint("begin", __name__)
ROWS = 3                        # rows for children on a page without JavaScript
SHORT = "short"                 # the shape that is proposed where the youngest is under the first age of reading
ELSE = "something-else"         # a situation the guide has no card for
OLDEST = 18
CALLED = {"children": "whom it is for", "situation": "what it is about", "also": "what else is in it", "title": "what it is called",
          "who": "whom it is about", "said": "how we speak of them", "home": "whom the children live with"}
GENERAL = {
    "settle": (
        "Is it safe for everyone who may hear of this work, and have you asked your supervisor?",
        "Have the adults who look after {the child} agreed what is true, and what can be said now?",
        "Is there a police enquiry or a court case open? Ask before work on what happened.",
        "Whose bags, phones and drawers will the booklet be near?"),
    "stop": (
        "Somebody is in danger now: ring 999.",
        "You hear of harm that you did not know of, old or new.",
        "{The child|One of the children} or an adult shows that they are frightened of somebody near.")}


@bp.get("/stories/new")
@needs("open-vault")
def new():
    return _page({"situation": "", "spine": "full"})


@bp.post("/stories")
@needs("open-vault")
def start():
    """The story with its empty panels and likely people; then what adults settle first."""
    try:
        about = _about(request.form)
        begun = guide.begin(about, subject=whom.subject(request.form), home=whom.home(request.form))
        family = _family(request.form)
        id = store().stories.add(draw_family(begun, family.id), family, id=id_to_make())
    except BadStory as fault:
        return _page(request.form, str(fault)), 422
    return redirect(f"/stories/{id}/card", code=303)


@bp.get("/stories/<uuid:story>/begin")
@needs("open-vault")
def show(story: UUID):
    kept = the_story(story)
    about = kept.story.about
    typed = {"title": about.title, "situation": about.situation or ELSE, "also": about.also, "who": about.who or "", "said": about.said}
    return _page(typed, kept=kept, children=about.children)


@bp.post("/stories/<uuid:story>/begin")
@needs("open-vault")
def change(story: UUID):
    """Who it is for and what it is called. A child's new name goes to the cast and to that child's readings."""
    kept = the_story(story)
    before, shown = kept.story.about, meanwhile.as_shown(kept, kept.about_id) or kept.story.about
    try:
        typed = whom.choose(_about(request.form, shown), request.form, kept.story)
        merged = meanwhile.merge({field: getattr(typed, field) for field in CALLED}, shown, before)
        changed, gone = _ask_about_those_gone(_rename(kept.story.with_(about=before.with_(**merged.changes)), before), before)
    except BadStory as fault:
        return _page(request.form, str(fault), kept), 422
    answers = store().sheets.change(kept.id, turns.changes_between(kept, changed), str(uuid4()))
    is_kept = all(answer.kind == "kept" for answer in answers)
    if merged.clashes or not is_kept:
        flash(meanwhile.CLASH % " and ".join(map(CALLED.get, merged.clashes)) if is_kept else people.MEANWHILE)
        return redirect(f"/stories/{kept.id}/begin", code=303)
    return redirect(f"/stories/{kept.id}/people" + (f"/{gone[0]}" if gone else ""), code=303)


@bp.get("/stories/<uuid:story>/card")
@needs("open-vault")
def card(story: UUID):
    """What adults settle first, when to stop, and whom they can ring. Never part of the child's booklet."""
    kept = the_story(story)
    situation = guide.situation_of(kept.story)
    lines = [line for line in guide.help_lines() if situation is None or line.key in situation.card.help_lines]
    return render_template("begin/card.html", kept=kept, step="card", situation=situation, nations=_by_nation(lines), general=guide.as_told(GENERAL, kept.story))


def _page(typed, sentence: str = "", kept=None, children: tuple[Child, ...] | None = None) -> str:
    rows = [(c.name, str(c.age), c.person or "") for c in children] if children is not None else _rows_as_typed(typed)
    return render_template(
        "begin/begin.html", kept=kept, step="begin", typed=typed, sentence=sentence, rows=[*rows, *[("", "", "")] * ROWS][:max(ROWS, len(rows) + 1)],
        also=_also(typed), situations=guide.situations(), spines=guide.spines(), families=_family_names(), tile=tile,
        something_else=ELSE, short=SHORT, young=AIMS[1].from_age, whom=whom, roles=names.ROLES, known=guide.situation_of(kept.story) if kept else None)


def _rows_as_typed(typed) -> list[tuple[str, str, str]]:
    if not isinstance(typed, MultiDict):
        return []
    rows = zip(typed.getlist("child"), typed.getlist("age"), typed.getlist("person"), strict=False)
    return [row for row in rows if row[0].strip() or row[1].strip()]


def _also(typed) -> tuple[str, ...]:
    """The other things the story explains, from the form or from the story."""
    named = typed.getlist("also") if isinstance(typed, MultiDict) else typed.get("also", ())
    return tuple(dict.fromkeys(filter(None, named)))[:limits.SITUATIONS - 1]


def _about(typed: MultiDict, before: About | None = None) -> About:
    situation, spine = typed.get("situation", ""), typed.get("spine", "full")
    if situation not in guide.situations() and situation != ELSE:
        raise BadStory("Please choose what the story is about; “Something else” is fine.")
    also = _also(typed)
    if not set(also) <= set(guide.situations()):
        raise BadStory("Please choose once more what else the story is about.")
    if before is None and spine not in guide.spines():
        raise BadStory("Please choose how long the story is.")
    known, new = {child.person for child in before.children} if before else set(), UUID(id_to_make()).hex[:8]
    children = tuple(_child(name, age, person if person in known else f"child-{new}-{n}" if before else None)
                     for n, (name, age, person) in enumerate(_rows_as_typed(typed)))
    if not children:
        raise BadStory("Please write the first name of the child the story is for, and how old they are.")
    if len(children) > limits.CHILDREN:
        raise BadStory(f"One story is for {limits.CHILDREN} children at most.")
    changes = {"children": children, "situation": "" if situation == ELSE else situation, "also": also, "title": typed.get("title", "")}
    return before.with_(**changes) if before else About(spine=spine, **changes)


def _rename(story: Story, before: About) -> Story:
    """The story with each child of its `about` in the cast and its readings: by their present name and age, new ones as newcomers.

    Who is as old as before looks as before."""
    about, ages = story.about, {child.person: child.age for child in before.children}
    for n, child in enumerate(about.children):
        if story.cast.has(child.person):
            person = story.cast.person(child.person)
            look = person.look if ages.get(person.id) == child.age else beginning.grow(person.look, child.age)
            story = story.know_as(person.with_(name=child.name, look=look))
        elif child.person:
            look = beginning.grow(beginning.LOOKS[n % len(beginning.LOOKS)], child.age)
            story = story.with_(cast=story.cast.welcome(Person(id=child.person, name=child.name, role="child", look=look)))
    return story.with_(about=about)


def _ask_about_those_gone(story: Story, before: About) -> tuple[Story, list[str]]:
    """A child the story is for no longer stays in the cast, to be asked about: perhaps a brother or sister, perhaps left out."""
    for_whom = {child.person for child in story.about.children}
    gone = [child.person for child in before.children if child.person not in for_whom and story.cast.has(child.person or "")]
    cast = story.cast
    for who in gone:
        cast = cast.change(cast.person(who).with_(proposed=True))
    return story.with_(cast=cast), gone


def _child(name: str, age: str, person: str | None) -> Child:
    name = fit_line(name, limits.NAME, "A child's name")
    if not name:
        raise BadStory("Please write a first name beside each age.")
    return Child(name, read_age(age, name), person)


def read_age(typed: str, name: str) -> int:
    """How old `name` is, as typed in."""
    if not re.fullmatch(r"0*[0-9]{1,2}", typed.strip()) or int(typed.strip()[-2:]) > OLDEST:
        raise BadStory(f"Please write how old {name} is, as a number from 0 to {OLDEST}.")
    return int(typed.strip()[-2:])


def _family(typed: MultiDict) -> Family:
    """The family of this name, known or new; without a name it is new, and the store names it after the children."""
    new = Family(fresh_id(), typed.get("family", ""))
    return next((family for family in store().families.all() if family.name.casefold() == new.name.casefold()), new)


def _family_names() -> list[str]:
    return [family.name for family in store().families.all() if family.name != EXAMPLE_FAMILY]


def _by_nation(lines) -> dict[str, list]:
    nations: dict[str, list] = {ALL_NATIONS: []}
    for line in lines:
        nations.setdefault(line.nation, []).append(line)
    return nations


@functools.cache
def tile(key: str) -> Markup:
    """A situation's own small picture. It shows made-up people only, so it may be kept."""
    situation: Situation = guide.situations()[key]
    return Markup(svg.write(draw(situation.picture, situation.cast)))
