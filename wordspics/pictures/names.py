"""The one list of names a story may use for poses, feelings and roles (names.toml), and the check of what the screen sends against it.

Names are added, never renamed: families' stories hold them.
"""
import functools
import tomllib
from pathlib import Path
from typing import get_args

from wordspics.story import BadStory, Cast, Figure, Panel, Scene, Symbol, Thing
from wordspics.story.scene import Facing, Time

_TABLES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
POSES: dict[str, str] = _TABLES["poses"]
FEELINGS: dict[str, str] = _TABLES["feelings"]
ROLES: dict[str, str] = _TABLES["roles"]
FACINGS, TIMES = get_args(Facing), get_args(Time)
POSE_PARTNERS: dict[str, str] = _TABLES["pose_partners"]
POSE_GROUPS: dict[str, list[str]] = _TABLES["pose_groups"]
POSE_WORDS: dict[str, str] = _TABLES["pose_words"]
DONE_HERE: dict[str, list[str]] = _TABLES["done_here"]


def vet_sheet(sheet) -> None:
    """A BadStory in one sentence when a cast or a panel names something the app cannot draw."""
    if isinstance(sheet, Cast):
        vet_cast(sheet)
    elif isinstance(sheet, Panel):
        vet_scene(sheet.scene)


def vet_scene(scene: Scene) -> None:
    from wordspics.pictures.library import shelf        # which reads its spots by the names above

    _known("place", scene.place, _places())
    _known("time of day", scene.time, TIMES)
    for item in scene.items:
        if isinstance(item, Figure):
            _known("pose", item.pose, POSES)
            _known("feeling", item.feeling, FEELINGS)
            _known("way to face", item.facing, FACINGS)
            _known("way to face", item.head or item.facing, FACINGS)
        elif isinstance(item, (Thing, Symbol)) and not shelf().has(item.name):
            raise BadStory(f"There is no picture called {item.name!r} in the library.")


def vet_cast(cast: Cast) -> None:
    from wordspics.pictures.figure import options

    for person in cast.people:
        _known("role", person.role, ROLES)
        for field, name in options.unknown(person.look):
            raise BadStory(f"There is no {field} called {name!r} to draw a person with.")


def _known(what: str, name: str, names) -> None:
    if name not in names:
        raise BadStory(f"There is no {what} called {name!r}.")


@functools.cache
def _places() -> frozenset[str]:
    from wordspics.pictures.library import shelf

    return frozenset(picture.name for picture in shelf().places())
