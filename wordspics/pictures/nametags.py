"""Names under the people of a picture, so that a child finds everybody: each on a slip of paper, none over another one."""
from collections.abc import Callable
from itertools import product

from wordspics.pictures import typeface
from wordspics.pictures.company import Company
from wordspics.pictures.shapes import Label
from wordspics.story import Cast, Figure
from wordspics.story.scene import STAGE

LETTER = 12.5                   # units: 9.5 pt beside a 128 mm picture
LEADING = 1.25
_ROOM = 104.0                   # a longer name goes over two lines
_PADDING = 5.0
_BELOW = 2.0                    # between the feet and the name
_EDGE = 1.0                     # between a name and the edge of the stage
_SHIFTS = [(dx, dy) for dy, dx in product((0, 1.1, -1.1, 2.2, -2.2, -3.3, -4.4), (0, -0.3, 0.3, -0.6, 0.6))]      # in widths and heights of the slip
Box = tuple[float, float, float, float]


def name_tags(cast: Cast, company: Company, box_of: Callable[[Figure], Box]) -> tuple[Label, ...]:
    """A label for each named figure, from left to right; `box_of` gives what a figure covers, in shares of the stage.

    Whoever is carried is named with who carries them.
    """
    carried = _carried(company)
    placed: list[Label] = []
    for figure in sorted((item for item in company.order if isinstance(item, Figure)), key=lambda item: item.x):
        together = (figure.who, *carried.get(figure.id, ()))
        name = " and ".join(cast.person(who).name for who in together if cast.has(who) and cast.person(who).name)
        if name and not any(figure.who in others for others in carried.values()):
            left, _, right, bottom = box_of(figure)
            placed.append(_place(figure.id, name, (left + right) / 2 * STAGE[0], bottom * STAGE[1] + _BELOW, placed))
    return tuple(placed)


def _carried(company: Company) -> dict[str, list[str]]:
    """Who is drawn in whose arms: carrier's figure -> people."""
    carried: dict[str, list[str]] = {}
    for item in company.order:
        carrier = company.hidden.get(item.id) or next(
            (one.id for one in company.order if isinstance(one, Figure) and one.holds == item.id and _is_carried(item, company)), None)
        if carrier and isinstance(item, Figure):
            carried.setdefault(carrier, []).append(item.who)
    return carried


def _is_carried(item, company: Company) -> bool:
    return item.id in company.players and company.players[item.id].item.pose == "carried"


def _place(id: str, name: str, middle: float, top: float, placed: list[Label]) -> Label:
    """The slip where nothing of another one is covered, as near to the feet as can be."""
    lines = typeface.break_lines(name, LETTER, _ROOM)
    w = max(typeface.width(line, LETTER) for line in lines) + 2 * _PADDING
    h = len(lines) * LETTER * LEADING
    x, y = middle - w / 2, min(top, STAGE[1] - h - _EDGE)
    slips = [_slip(id, lines, x + dx * w, y + dy * h, w, h) for dx, dy in _SHIFTS]
    return next((slip for slip in slips if not any(_overlap(slip, other) for other in placed)), slips[0])


def _slip(id: str, lines: tuple[str, ...], x: float, y: float, w: float, h: float) -> Label:
    x = min(max(x, _EDGE), STAGE[0] - w - _EDGE)
    y = min(max(y, _EDGE), STAGE[1] - h - _EDGE)
    return Label(lines=lines, x=x / STAGE[0], y=y / STAGE[1], w=w / STAGE[0], h=h / STAGE[1], size=LETTER / STAGE[0], item=id, slip=True)


def _overlap(a: Label, b: Label) -> bool:
    return a.x < b.x + b.w and b.x < a.x + a.w and a.y < b.y + b.h and b.y < a.y + a.h
