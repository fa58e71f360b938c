"""Ages: one story, several readings. A younger or older child has words of their own where they differ from the story's."""
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from flask import Blueprint, Response, redirect, render_template, request, url_for

from wordspics.store import Change, Kept
from wordspics.story import BadStory, Panel, Story, Version, limits
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.story.tongue import tongue
from wordspics.web.advice import Thought, open_thoughts
from wordspics.web.begin import read_age
from wordspics.web.beside import is_beside, mark
from wordspics.web.desk import store, the_story
from wordspics.web.once import id_to_make
from wordspics.web.panels import title_of
from wordspics.web.security import needs
from wordspics.web.telling import shown_in
from wordspics.words.reading import aim

bp = Blueprint("ages", __name__)
ALL, ONE = "/stories/<uuid:story>/ages", "/stories/<uuid:story>/ages/<uuid:sheet>"
NARRATORS = {"family": "As the family tells it: “We love you”", "parent": "As a parent speaks: “I love you”"}
TELLABLE = 2                    # the first year of age at which somebody is read to in words of their own


class Row(NamedTuple):
    """One panel of a reading: the reading's own words ("" where they are the story's), and thoughts for its age.

    `changes` is the story's words in pieces, each with whether it is new since the reading's own were written; empty when nothing is.
    """

    number: int
    title: str
    panel: Panel
    own: str
    changes: list[tuple[str, bool]]
    thoughts: list[Thought]


@bp.get(ALL)
@needs("open-vault")
def show(story: UUID) -> str:
    return _list(the_story(story))


@bp.post(ALL)
@needs("open-vault")
def add(story: UUID) -> Response | tuple[str, int]:
    """A reading for one more child."""
    kept, id = the_story(story), id_to_make()
    if id in kept.sheets:
        return redirect(url_for("ages.open_one", story=kept.id, sheet=id), code=303)
    try:
        if len(kept.story.versions) >= limits.VERSIONS:
            raise BadStory(f"A story has room for {limits.VERSIONS} readings.")
        new = Version(id=id, **_for_whom())
    except BadStory as fault:
        return _list(kept, str(fault)), 422
    store().sheets.put(kept.id, new.id, write_sheet(new), None, str(uuid4()))
    return redirect(url_for("ages.open_one", story=kept.id, sheet=new.id), code=303)


@bp.get(ONE)
@needs("open-vault")
def open_one(story: UUID, sheet: UUID) -> str:
    kept = the_story(story)
    return _page(kept, kept.story.version(str(sheet)))


@bp.post(ONE)
@needs("open-vault")
def keep(story: UUID, sheet: UUID) -> Response | tuple[str, int]:
    """Its words from the plain form; `still` are panels whose new words in the story were looked at, and its own still fit."""
    kept = the_story(story)
    told = kept.story.version(str(sheet))
    try:
        for panel in kept.story.panels:
            told = _told(kept, told, panel)
        body = write_sheet(told)
    except BadStory as fault:
        return _page(kept, told, str(fault)), 422
    rev = request.form.get("rev", 0, type=int)
    if store().sheets.put(kept.id, told.id, body, rev, str(uuid4())).kind == "beside":
        return redirect(url_for("beside.show", story=kept.id, sheet=told.id), code=303)
    return redirect(url_for("ages.open_one", story=kept.id, sheet=told.id), code=303)


@bp.post(f"{ONE}/removal")
@needs("open-vault")
def remove(story: UUID, sheet: UUID) -> Response:
    """Taken off the list; its revisions are kept, as every revision is."""
    kept, gone = the_story(story), str(sheet)
    if gone in kept.sheets:
        store().sheets.change(kept.id, [Change(gone, kept.sheets[gone].rev, None)], str(uuid4()))
    return redirect(url_for("ages.show", story=kept.id), code=303)


def rows_of(kept: Kept, version: Version) -> list[Row]:
    read, language = kept.story.read_to(version), kept.story.about.language
    return [Row(n, title_of(panel, kept), panel, version.words_in(panel.id, language), _changes(kept, version, panel, language),
                open_thoughts(read, read.panel(panel.id)))
            for n, panel in enumerate(kept.story.panels, 1) if not panel.hidden]


def _changes(kept: Kept, version: Version, panel: Panel, language: str) -> list[tuple[str, bool]]:
    """What the story says differently since the reading's own words were written beside it."""
    rev = version.base.get(panel.id)
    if rev is None or rev == kept.sheets[panel.id].rev or not version.words_in(panel.id, language):
        return []
    before, now = _words_at(kept, panel.id, rev, language), panel.words_in(language)
    return mark(now, before) if before is not None and before != now else []


def _words_at(kept: Kept, panel: str, rev: int, language: str) -> str | None:
    if rev > kept.sheets[panel].rev:
        return None
    body = store().sheets.read(kept.id, panel, rev).body
    return body.words_in(language) if body else None


def _told(kept: Kept, version: Version, panel: Panel) -> Version:
    language, rev = shown_in(request.form, kept.story.about)[0].code, kept.sheets[panel.id].rev
    typed = request.form.get(f"words-{panel.id}")
    if typed is not None and typed.replace("\r\n", "\n").strip() != version.words_in(panel.id, language):
        return version.tell(panel.id, typed, language, rev)
    if panel.id in request.form.getlist("still") and panel.id in version.base:
        return version.with_(base={**version.base, panel.id: rev})
    return version


def _for_whom() -> dict:
    form = request.form
    child = fit_line(form.get("child", ""), limits.NAME, "The child's name")
    narrator = form.get("narrator", "family")
    if not child:
        raise BadStory("Please write the first name of the child this reading is for.")
    age = read_age(form.get("age", ""), child)
    if narrator not in NARRATORS:
        raise BadStory("Please choose who tells the story.")
    return {"child": child, "age": age, "narrator": narrator}


def _children_of(story: Story) -> list[tuple[str, int]]:
    """Who in the story could have a reading, and their ages. The youngest it is for has the story's own words; a baby none."""
    for_whom = story.about.children
    youngest = min(for_whom, key=lambda child: child.age, default=None)
    ages = {person.name: person.look.years for person in story.cast.people
            if person.name and person.standing != "died" and (person.look.years or 0) >= TELLABLE}
    ages |= {child.name: child.age for child in for_whom}
    taken = {version.child for version in story.versions} | ({youngest.name} if youngest else set())
    return [(name, age) for name, age in ages.items() if name not in taken]


def _list(kept: Kept, fault: str = "") -> str:
    readings = [(version, rows_of(kept, version)) for version in kept.story.versions]
    return render_template("ages/list.html", kept=kept, step="read", fault=fault, typed=request.form, readings=readings,
                           narrators=NARRATORS, children=_children_of(kept.story))


def _page(kept: Kept, version: Version, fault: str = "") -> str:
    return render_template(
        "ages/reading.html", kept=kept, step="read", fault=fault, version=version, rows=rows_of(kept, version),
        goal=aim(version.age), language=kept.story.about.language, tongue=tongue(kept.story.about.language),
        asides=msgspec.json.encode([aside for panel in kept.story.panels for aside in panel.asides]).decode(),
        sheet=write_sheet(version).decode(), rev=kept.sheets[version.id].rev, is_beside=is_beside(kept, version.id),
        revs={panel.id: kept.sheets[panel.id].rev for panel in kept.story.panels}, most=limits.WORDS)
