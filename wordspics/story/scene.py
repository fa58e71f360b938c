"""A scene: who and what stands where on a panel's stage.

Positions are shares of a 4:3 stage: x from 0 (left) to 1 (right), y from 0 (top) to 1 (bottom). The stage is also
STAGE units wide and high; a standing adult is about 204 units tall at size 1. Figures, things and symbols stand on
their (x, y): it is the middle of their lower edge. Bubbles and drawings hang from theirs: it is their middle.
"""
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.faults import BadStory, Missing
from wordspics.story.text import Id, Language, Name, Wish, fit_line
from wordspics.story.value import Value

STAGE = (480.0, 360.0)                     # units, at 4:3
SMALLEST, LARGEST = 0.2, 4.0               # size: times the natural size
Facing = Literal["front", "left", "right"]
Time = Literal["day", "night"]
Points = Annotated[str, Meta(max_length=limits.STROKE, pattern=r"^[MLQ0-9. -]*\Z")]   # a path in stage units


def _clamp(value: float, least: float, most: float) -> float:
    return float(min(max(value, least), most))


class _Item(Value, frozen=True, tag_field="kind", kw_only=True):
    """What all items share. Coordinates past the edge are brought back onto the stage."""

    id: Id
    x: float = 0.5
    y: float = 0.9
    size: float = 1.0

    def __post_init__(self) -> None:
        self._settle(x=_clamp(self.x, 0, 1), y=_clamp(self.y, 0, 1), size=_clamp(self.size, SMALLEST, LARGEST))


class Figure(_Item, frozen=True, tag="figure", kw_only=True):
    """A person of the cast (`who`). `head` may turn without the body; `holds` is the id of another item."""

    who: Id
    pose: Wish = "stand"
    feeling: Wish = "ok"
    facing: Wish = "front"
    head: Wish = ""
    holds: Id | None = None


class Thing(_Item, frozen=True, tag="thing", kw_only=True):
    """A picture from the library, by name."""

    name: Wish
    flipped: bool = False


class Symbol(_Item, frozen=True, tag="symbol", kw_only=True):
    """A picture that stands for an idea: a heart, a question, a path between two homes."""

    name: Wish
    flipped: bool = False


class Bubble(_Item, frozen=True, tag="bubble", kw_only=True):
    """A few words said, thought or shouted. `tip_x, tip_y` is where its tail points, in shares; it hangs from its middle."""

    words: str
    how: Literal["say", "think", "shout"] = "say"
    language: Language = "en"
    width: float = 0.3
    tip_x: float = 0.5
    tip_y: float = 0.6

    def __post_init__(self) -> None:
        super().__post_init__()
        words = fit_line(self.words, limits.BUBBLE, "A bubble")
        if len(words.split()) > limits.BUBBLE_WORDS:
            raise BadStory(f"A bubble holds {limits.BUBBLE_WORDS} words at most; put the rest under the picture.")
        self._settle(words=words, width=_clamp(self.width, 0.12, 0.9), tip_x=_clamp(self.tip_x, 0, 1), tip_y=_clamp(self.tip_y, 0, 1))


class Upload(_Item, frozen=True, tag="upload", kw_only=True):
    """The family's own picture, by the id of the kept upload. `shape` is its height over its width; size 1 is a third of the stage wide."""

    picture: Id
    shape: float = 1.0
    alt: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._settle(shape=_clamp(self.shape, 0.1, 10), alt=fit_line(self.alt, limits.TITLE, "The picture's description"))


class Ink(_Item, frozen=True, tag="ink", kw_only=True):
    """Freehand strokes around (x, y), each a path in stage units relative to it."""

    strokes: Annotated[tuple[Points, ...], Meta(max_length=limits.STROKES)] = ()
    colour: Name = "black"
    thickness: Annotated[float, Meta(ge=1, le=20)] = 4.0


Item = Figure | Thing | Symbol | Bubble | Upload | Ink


class Scene(Value, frozen=True):
    """What a panel's stage shows, back to front. A value: each verb makes the next scene."""

    place: Wish = "plain"
    time: Wish = "day"
    items: Annotated[tuple[Item, ...], Meta(max_length=limits.ITEMS)] = ()

    def __post_init__(self) -> None:
        ids = [item.id for item in self.items]
        if len(set(ids)) < len(ids):
            raise BadStory("Two items on the stage have the same id.")

    @property
    def is_empty(self) -> bool:
        return not self.items and self.place == "plain"

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(item.who for item in self.items if isinstance(item, Figure))

    def item(self, id: str) -> Item:
        for item in self.items:
            if item.id == id:
                return item
        raise Missing("This is not on the stage any more.")

    def place_item(self, item: Item) -> "Scene":
        """The scene with one more item, in front of the others."""
        if len(self.items) >= limits.ITEMS:
            raise BadStory(f"A stage has room for {limits.ITEMS} things.")
        return self.with_(items=(*self.items, item))

    def change(self, id: str, **changes) -> "Scene":
        """The scene with one item changed: pose, feeling, facing, size, x, y ..."""
        self.item(id)
        return self.with_(items=tuple(i.with_(**changes) if i.id == id else i for i in self.items))

    def move(self, id: str, x: float, y: float) -> "Scene":
        return self.change(id, x=x, y=y)

    def remove(self, id: str) -> "Scene":
        self.item(id)
        return self.with_(items=tuple(_let_go(i, id) for i in self.items if i.id != id))

    def without_person(self, who: str) -> "Scene":
        """The scene after somebody has left the cast."""
        scene = self
        for item in self.items:
            if isinstance(item, Figure) and item.who == who:
                scene = scene.remove(item.id)
        return scene


def _let_go(item: Item, gone: str) -> Item:
    return item.with_(holds=None) if isinstance(item, Figure) and item.holds == gone else item
