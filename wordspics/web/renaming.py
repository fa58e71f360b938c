"""A person renamed everywhere: first what would change, side by side; then all of it as one change that undoes as one."""
from typing import NamedTuple
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request

from wordspics.store import Kept
from wordspics.story import BadStory, Bubble, Panel, Story, Version
from wordspics.story.naming import rename
from wordspics.web import turns
from wordspics.web.beside import mark
from wordspics.web.desk import store, the_story
from wordspics.web.people import MEANWHILE
from wordspics.web.security import needs

bp = Blueprint("renaming", __name__)
ADDRESS = "/stories/<uuid:story>/people/<who>/name"


class Renamed(NamedTuple):
    """One place that changes: where it is, and the words before and after in pieces, each with whether it differs."""

    where: str
    before: list[tuple[str, bool]]
    after: list[tuple[str, bool]]


@bp.get(ADDRESS)
@needs("open-vault")
def show(story: UUID, who: str) -> str | tuple[str, int]:
    """The name to give."""
    return _page(the_story(story), who, "")


@bp.post(ADDRESS)
@needs("open-vault")
def change(story: UUID, who: str) -> Response | tuple[str, int] | str:
    """With `do` = "look", what would change; sent as a form all the same, for a name must not stand in an address."""
    kept, name = the_story(story), request.form.get("name", "")
    if request.form.get("do") == "look":
        return _page(kept, who, name)
    try:
        renamed = rename(kept.story, who, name)
    except BadStory as fault:
        return _page(kept, who, name, str(fault))
    answers = store().sheets.change(kept.id, turns.changes_between(kept, renamed), str(uuid4()))
    flash("Renamed everywhere. Undo brings the old name back everywhere." if all(a.kind == "kept" for a in answers) else MEANWHILE)
    return redirect(f"/stories/{kept.id}/people/{who}", code=303)


def preview(before: Story, after: Story) -> list[Renamed]:
    """Every place a child may read the name, as it is and as it would be."""
    places = [("The title", before.about.title, after.about.title)]
    for number, (one, other) in enumerate(zip(before.panels, after.panels), 1):
        places += [(f"Panel {number}", *said) for said in zip(_said(one), _said(other))]
    for one, other in zip(before.versions, after.versions):
        places += [(f"The reading for {one.child}", *said) for said in zip(_own(one), _own(other))]
    return [Renamed(where, mark(old, new), mark(new, old)) for where, old, new in places if old != new]


def _said(panel: Panel) -> list[str]:
    bubbles = [item.words for item in panel.scene.items if isinstance(item, Bubble)]
    return [*panel.words.values(), *(said for view in panel.views for said in (view.owner, *view.words.values())), *bubbles]


def _own(version: Version) -> list[str]:
    views = [own.words for views in version.views.values() for own in views]
    return [said for words in (*version.words.values(), *views) for said in words.values()]


def _page(kept: Kept, who: str, name: str, fault: str = "") -> str | tuple[str, int]:
    person = kept.story.cast.person(who)
    changes: list[Renamed] = []
    try:
        changes = preview(kept.story, rename(kept.story, who, name)) if name.strip() and not fault else []
    except BadStory as fitting:
        fault = str(fitting)
    shared = name.strip().casefold() in {one.name.casefold() for one in kept.story.cast.people if one.id != who}
    page = render_template("people/rename.html", kept=kept, step="people", person=person, name=name, fault=fault, changes=changes,
                           shared=shared)
    return (page, 422) if fault else page
