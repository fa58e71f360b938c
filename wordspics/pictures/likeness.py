"""What the library's pictures take from a family's cast: the people who stand in a symbol, and the skin of a drawn hand."""
from collections.abc import Iterable
from typing import NamedTuple

from wordspics.pictures.figure import Drawn, draw_figure
from wordspics.pictures.figure.palette import SKINS
from wordspics.pictures.stock import Picture, Room
from wordspics.story import Cast, Figure, Person
from wordspics.story.scene import Item

_GROWN_UP = ("adult", "older")
_LARGEST = 0.62                 # of a figure's own size
_NEXT_ROW = 0.5                 # how far behind another a row stands, as a share of its height


class Guest(NamedTuple):
    """Somebody in a picture: (x, y) is the middle of their lower edge, from the middle of the picture's."""

    person: Person
    drawn: Drawn
    x: float
    y: float
    size: float


def people_in(picture: Picture, items: Iterable[Item], cast: Cast) -> tuple[Person, ...]:
    """Who stands in a symbol, in the order of the cast. Nobody is in one scene twice: who is on the stage stays there."""
    room = picture.people
    if room is None:
        return ()
    elsewhere = {item.who for item in items if isinstance(item, Figure)}
    return tuple(person for person in _asked(room, cast) if person.id not in elsewhere)[:room.most]


def seat(picture: Picture, items: Iterable[Item], cast: Cast, ink: str) -> tuple[Guest, ...]:
    """The same people drawn where they stand, those at the back first: in as few rows as make them largest."""
    people = people_in(picture, items, cast)
    if not people:
        return ()
    drawn = [draw_figure(person.look, ink="outline" if ink == "outline" else "colour") for person in people]
    room = picture.people
    sized = [(_size(drawn, rows, room), -rows) for rows in range(1, len(people) + 1)]
    size, rows = max(sized)
    pairs = list(zip(people, drawn))
    lines = _rows(pairs if rows == -1 else sorted(pairs, key=lambda pair: pair[1].bounds[1]), -rows)       # the tallest at the back
    left, bottom = room.x - picture.width / 2 + room.width / 2, room.y + room.height - picture.height
    placed = []
    for back, line in zip(range(len(lines) - 1, -1, -1), lines):
        foot = bottom - back * _NEXT_ROW * _height(drawn) * size
        x = left - sum(_width(one) for _, one in line) * size / 2
        for person, one in line:
            placed.append(Guest(person, one, x - one.bounds[0] * size, foot, size))
            x += _width(one) * size
    return tuple(placed)


def skin(item: Item, items: Iterable[Item], cast: Cast) -> str:
    """The skin of a hand that belongs to nobody else: of who holds it, else of the story's child; "" when there is neither."""
    holders = [one.who for one in items if isinstance(one, Figure) and one.holds == item.id and cast.has(one.who)]
    owner = cast.person(holders[0]) if holders else next((person for person in cast.people if person.role == "child"), None)
    return SKINS.get(owner.look.skin, "") if owner else ""


def _asked(room: Room, cast: Cast) -> tuple[Person, ...]:
    if room.who == "family":
        return tuple(person for person in cast.people if person.standing in ("home", "seen"))
    safe = cast.people_to_talk_to
    return safe if room.who == "safe" else tuple(person for person in safe if person.look.age in _GROWN_UP)


def _rows(people: list, rows: int) -> list[list]:
    """Shared out evenly, the shorter rows at the back."""
    shares = [len(people) // rows + (i >= rows - len(people) % rows) for i in range(rows)]
    starts = [sum(shares[:i]) for i in range(rows)]
    return [people[start:start + share] for start, share in zip(starts, shares)]


def _size(drawn: list[Drawn], rows: int, room: Room) -> float:
    widest = max(sum(map(_width, line)) for line in _rows(drawn, rows))
    return min(_LARGEST, room.width / widest, room.height / (_height(drawn) * (1 + _NEXT_ROW * (rows - 1))))


def _width(drawn: Drawn) -> float:
    return drawn.bounds[2] - drawn.bounds[0]


def _height(drawn: list[Drawn]) -> float:
    return max(-one.bounds[1] for one in drawn)
