"""Ages: one story, several readings. A younger or older child has words of their own where they differ from the story's."""
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
from flask import Blueprint, Response, redirect, render_template, request, url_for

from wordspics.store import Change, Kept
from wordspics.story import BadStory, Panel, Story, Version, limits
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.story.tongue import tongue
from wordspics.web.advice import Thought, grade_of, open_thoughts
from wordspics.web.begin import read_age
from wordspics.web.beside import is_beside, mark
from wordspics.web.desk import store, the_story
from wordspics.web.once import id_to_make
from wordspics.web.panels import title_of
from wordspics.web.security import needs
from wordspics.web.telling import shown_in
from wordspics.words import story_checks
from wordspics.words.reading import aim

bp = Blueprint("ages", __name__)
ALL, ONE = "/stories/<uuid:story>/ages", "/stories/<uuid:story>/ages/<uuid:sheet>"
NARRATORS = {"family": "As the family tells it: “We love you”", "parent": "As a parent speaks: “I love you”"}
TELLABLE = 2                    # the first year of age at which somebody is read to in words of their own


class Place(NamedTuple):
    """Where words stand on a panel: its own (`view` is None), or one of two views and whose it is.

    `said` are the story's words, `own` the reading's ("" where they are the story's), `thoughts` are for its age. `changes` is `said`
    in pieces, each with whether it is new since the reading's own were written; empty when nothing is.
    """

    view: int | None
    owner: str
    said: str
    own: str
    changes: list[tuple[str, bool]]
    thoughts: list[Thought]

    @property
    def label(self) -> str:
        return "" if self.view is None else self.owner or ("The first view", "The second view")[self.view]


class Row(NamedTuple):
    """One panel of a reading."""

    number: int
    title: str
    panel: Panel
    places: list[Place]

    @property
    def own(self) -> bool:
        return any(place.own for place in self.places)

    @property
    def changes(self) -> bool:
        return any(place.changes for place in self.places)


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
    read = kept.story.read_to(version)
    return [Row(n, title_of(panel, kept), panel, list(_places(kept, version, panel, read)))
            for n, panel in enumerate(kept.story.panels, 1) if not panel.hidden]


def _places(kept: Kept, version: Version, panel: Panel, read: Story) -> Iterator[Place]:
    """A panel's own words, and each of its views that says anything; where only views do, there is no more to re-tell."""
    language = kept.story.about.language
    for view, owner in ((None, ""), *((n, view.owner) for n, view in enumerate(panel.views))):
        said, own = _said(panel, language, view), version.words_in(panel.id, language, view)
        if said or own or view is None and not panel.has_two_views:
            alone = panel.with_(words={language: own or said}, views=())
            yield Place(view, owner, said, own, _changes(kept, version, panel, view), open_thoughts(read, alone))


def _said(panel: Panel, language: str, view: int | None) -> str:
    if view is None:
        return panel.words_in(language)
    return panel.views[view].words_in(language) if view < len(panel.views) else ""


def _changes(kept: Kept, version: Version, panel: Panel, view: int | None) -> list[tuple[str, bool]]:
    """What the story says differently since the reading's own words were written beside it."""
    rev, language, standing = version.written_beside(panel.id, view), kept.story.about.language, kept.sheets[panel.id].rev
    if rev is None or rev >= standing or not version.words_in(panel.id, language, view):
        return []
    body = store().sheets.read(kept.id, panel.id, rev).body
    before, now = _said(body, language, view) if body else None, _said(panel, language, view)
    return mark(now, before) if before is not None and before != now else []


def _told(kept: Kept, version: Version, panel: Panel) -> Version:
    language, rev = shown_in(request.form, kept.story.about)[0].code, kept.sheets[panel.id].rev
    if panel.id in request.form.getlist("still"):
        version = version.stand(panel.id, rev)
    for view in (None, *range(len(panel.views))):
        typed = request.form.get(field_of(panel, view))
        if typed is not None and typed.replace("\r\n", "\n").strip() != version.words_in(panel.id, language, view):
            version = (version.tell(panel.id, typed, language, rev) if view is None else
                       version.tell_view(panel.id, view, typed, language, rev))
    return version


def field_of(panel: Panel, view: int | None) -> str:
    """The name of the field for the reading's own words."""
    return f"words-{panel.id}" + ("" if view is None else f"-{view}")


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
        "ages/reading.html", kept=kept, step="read", fault=fault, version=version, rows=rows_of(kept, version), field_of=field_of,
        checks=story_checks(kept.story.read_to(version)), grade=grade_of(kept.story.read_to(version)),
        goal=aim(version.age), language=kept.story.about.language, tongue=tongue(kept.story.about.language),
        asides=msgspec.json.encode([aside for panel in kept.story.panels for aside in panel.asides]).decode(),
        sheet=write_sheet(version).decode(), rev=kept.sheets[version.id].rev, is_beside=is_beside(kept, version.id),
        revs={panel.id: kept.sheets[panel.id].rev for panel in kept.story.panels}, most=limits.WORDS)
