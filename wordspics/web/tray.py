"""The tray's pictures: what fits this panel, what was used lately, favourites, and everything that answers a search.

What is typed there may hold a family's words, so it comes in the body of a request, never in an address.
"""
import functools
from typing import Annotated, Literal, NamedTuple
from uuid import UUID

import msgspec
from flask import Blueprint, Response, abort, render_template, request
from msgspec import Meta

from wordspics import guide
from wordspics.pictures import library
from wordspics.pictures.finder import KINDS, Finder, Somebody, places_by_group
from wordspics.pictures.library import Picture
from wordspics.store import Kept
from wordspics.story import BadStory, Panel, Scene, Symbol, Thing, limits
from wordspics.web.desk import store, the_story
from wordspics.web.drawings import kept_until_changed, library_version
from wordspics.web.security import needs, open_to_anyone

bp = Blueprint("tray", __name__)
MOST_LIKELY, MOST_LATELY = 9, 6
_SURE = 0.5                     # a search of ours that finds nothing surer than this suggests nothing
EVERYTHING = {"all": ("All things and symbols", ("thing", "symbol")), "thing": ("All things", ("thing",)),
              "symbol": ("All symbols", ("symbol",))}


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """`kind` is the filter; `find` what was typed into the search, `words` what the panel's words box says just now."""

    kind: Literal["all", "person", "place", "thing", "symbol"] = "all"
    find: Annotated[str, Meta(max_length=60)] = ""
    words: Annotated[str, Meta(max_length=limits.WORDS)] = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        return KINDS if self.kind == "all" else (self.kind,)


class Group(NamedTuple):
    title: str
    pictures: list[Picture | Somebody]


@bp.post("/stories/<uuid:story>/panels/<uuid:panel>/tray")
@needs("open-vault")
def find(story: UUID, panel: UUID) -> str:
    """A fragment: tiles in groups, or what was found."""
    kept, asked = the_story(story), _asked()
    favourites, hidden = store().picture_lists.read("favourites"), store().picture_lists.hidden(kept.family.id)
    finder = Finder(kept.story.cast, hidden)
    if not asked.find.strip():
        groups = [group for group in _groups(kept, kept.story.panel(str(panel)), finder, asked, favourites) if group.pictures]
        return render_template("panels/shelves.html", groups=groups, favourites=favourites, hidden=hidden,
                               everything=everything_url(asked.kind) if asked.kind in EVERYTHING else "")
    found = finder.find(asked.find, asked.kinds)
    elsewhere = 0 if found or asked.kind == "all" else len(finder.find(asked.find))
    return render_template("panels/found.html", kept=kept, found=found, favourites=favourites, elsewhere=elsewhere,
                           missing=finder.missing_role(asked.find))


@bp.get("/library/at/<version>/all/<kind>.html")
@open_to_anyone
def everything(version: str, kind: str) -> Response:
    """A fragment: the whole library, the same for everybody, so that the browser may keep it. The page takes out what is hidden."""
    if kind not in EVERYTHING:
        abort(404)
    return kept_until_changed(Response(_everything(kind), content_type="text/html; charset=utf-8"), version)


def everything_url(kind: str) -> str:
    return f"/library/at/{library_version()}/all/{kind}.html"


@functools.cache
def _everything(kind: str) -> str:
    title, kinds = EVERYTHING[kind]
    shelf = {"thing": library.shelf().things(), "symbol": library.shelf().symbols()}
    return render_template("panels/shelves.html", groups=[Group(title, [one for kind in kinds for one in shelf[kind]])], favourites=())


def _asked() -> Asked:
    try:
        return msgspec.json.decode(request.get_data(), type=Asked)
    except msgspec.MsgspecError:
        raise BadStory("The tray could not read what was asked for. Please search once more.") from None


def _groups(kept: Kept, panel: Panel, finder: Finder, asked: Asked, favourites: tuple[str, ...]) -> list[Group]:
    first = [Group("For this panel", _likely(kept, panel, finder, asked)),
             Group("Used lately", [one for one in _lately(kept, finder) if one.kind in asked.kinds][:MOST_LATELY]),
             Group("Favourites", [one for one in finder.shown(_on_the_shelf(favourites)) if one.kind in asked.kinds])]
    if asked.kind == "person":
        return [first[0], Group("Everybody in this story", [Somebody(one, one.name) for one in kept.story.cast.people])]
    if asked.kind == "place":
        return [*first, *(Group(title, finder.shown(places)) for title, places in places_by_group())]
    return first


def _likely(kept: Kept, panel: Panel, finder: Finder, asked: Asked) -> list[Picture | Somebody]:
    """What the words speak of, then what this step of the story usually shows."""
    found = finder.mentioned(asked.words, asked.kinds, MOST_LIKELY)
    step, kinds = guide.step(kept.story.about.situations, panel.purpose), tuple(kind for kind in asked.kinds if kind != "person")
    for query in step.pictures if step and kinds else ():
        found += finder.shown(picture for picture, score in library.shelf().search(query, kinds, 2) if score > _SURE)
    return list(dict.fromkeys(found))[:MOST_LIKELY]


def _lately(kept: Kept, finder: Finder) -> list[Picture]:
    """The newest first."""
    names = [name for panel in store().stories.last_panels(kept.family.id) for name in _names_in(panel.scene)]
    return finder.shown(_on_the_shelf(names))


def _on_the_shelf(names) -> list[Picture]:
    return [library.shelf().picture(name) for name in dict.fromkeys(names) if library.shelf().has(name)]


def _names_in(scene: Scene) -> list[str]:
    names = [item.name for item in reversed(scene.items) if isinstance(item, (Thing, Symbol))]
    return names if scene.place == "plain" else [*names, scene.place]
