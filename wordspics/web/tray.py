"""The tray's pictures: what fits this panel, what was used lately, favourites, and everything that answers a search.

What is typed there may hold a family's words, so it comes in the body of a request, never in an address.
"""
from typing import Annotated, Literal, NamedTuple
from uuid import UUID

import msgspec
from flask import Blueprint, render_template, request
from msgspec import Meta

from wordspics import guide
from wordspics.pictures import library
from wordspics.pictures.finder import KINDS, Finder, Somebody, places_by_group
from wordspics.pictures.library import Picture
from wordspics.store import Kept
from wordspics.story import BadStory, Panel, Scene, Symbol, Thing, limits
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs

bp = Blueprint("tray", __name__)
MOST_LIKELY, MOST_LATELY = 9, 6
_SURE = 0.5                     # a search of ours that finds nothing surer than this suggests nothing
EVERYTHING = {"all": "All things and symbols", "thing": "All things", "symbol": "All symbols"}


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
    favourites = store().picture_lists.read("favourites")
    finder = Finder(kept.story.cast, store().picture_lists.hidden(kept.family.id))
    if not asked.find.strip():
        groups = [group for group in _groups(kept, kept.story.panel(str(panel)), finder, asked, favourites) if group.pictures]
        return render_template("panels/things.html", groups=groups, favourites=favourites)
    found = finder.find(asked.find, asked.kinds)
    elsewhere = 0 if found or asked.kind == "all" else len(finder.find(asked.find))
    return render_template("panels/found.html", kept=kept, found=found, favourites=favourites, elsewhere=elsewhere,
                           missing=finder.missing_role(asked.find))


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
    shelf = library.shelf()
    everything = {"thing": shelf.things(), "symbol": shelf.symbols()}
    return [*first, Group(EVERYTHING[asked.kind], finder.shown(one for kind in asked.kinds for one in everything.get(kind, ())))]


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
