"""The pen a figure is drawn with: it collects shapes, and its line weight never scales with the figure."""
import math

from msgspec.structs import replace

from wordspics.pictures.figure.plane import Point, extent, line, number
from wordspics.pictures.shapes import INK, AnyShape, Circle, Ellipse, Group, Path

LINE = 4.2                                  # the outline, where a standing adult is 204 units: one for all figures of a scene
LINE_TO_COLOUR_IN = 3.3                     # leaves room for felt tips
WHITE = "#ffffff"


class Pen:
    """Takes final coordinates. `colours` is False for the colouring-in edition: fills are white and colours are lines."""

    def __init__(self, ink: str = "colour"):
        self.colours = ink != "outline"
        self.weight = LINE if self.colours else LINE_TO_COLOUR_IN
        self.shapes: list[AnyShape] = []
        self._extents: list[tuple[float, float, float, float]] = []

    def another(self) -> "Pen":
        return Pen("colour" if self.colours else "outline")

    def take(self, other: "Pen") -> None:
        """Everything another pen has drawn."""
        self.shapes.extend(other.shapes)
        self._extents.extend(other._extents)

    def paint(self, colour: str) -> str:
        """The colour this edition fills with."""
        return colour if self.colours or colour in ("none", INK) else WHITE

    def shape(self, d: str, fill: str, width: float | None = None) -> None:
        """A filled shape with an outline."""
        self._note(d, 2.1 if width is None else width / 2)
        self.shapes.append(Path(d=d, fill=self.paint(fill), width=_short(width)))

    def patch(self, d: str, fill: str) -> None:
        """A filled shape without an outline."""
        self.shapes.append(Path(d=d, fill=self.paint(fill), stroke="none"))

    def tint(self, d: str, fill: str) -> None:
        """A patch that is only colour: the colouring-in edition leaves it out."""
        if self.colours:
            self.patch(d, fill)

    def line(self, d: str, width: float | None = None, colour: str = INK) -> None:
        self._stroke(d, None if colour == INK or not self.colours else colour, width)

    def stray(self, d: str, width: float | None = None, colour: str = INK) -> None:
        """A line outside the figure's outline, which makes the figure larger."""
        self._note(d, 2)
        self.line(d, width, colour)

    def tube_edge(self, d: str, wide: float) -> None:
        """The ink under a tube: draw the edges of all that shall melt together first, then their fills."""
        self._note(d, wide / 2 + 2.1)
        self._stroke(d, None, wide + self.weight)

    def tube_fill(self, d: str, wide: float, fill: str, cap: str | None = None) -> None:
        self._stroke(d, self.paint(fill), wide - self.weight, cap)

    def tube(self, d: str, wide: float, fill: str) -> None:
        self.tube_edge(d, wide)
        self.tube_fill(d, wide, fill)

    def dot(self, c: Point, r: float, fill: str, width: float | None = None) -> None:
        """A circle with an outline; `width` is the outline's if it is not the pen's."""
        self._extents.append((c[0] - r - 2, c[1] - r - 2, c[0] + r + 2, c[1] + r + 2))
        self.shapes.append(Circle(x=_round(c[0]), y=_round(c[1]), r=_round(r), fill=self.paint(fill), width=_short(width)))

    def spot(self, c: Point, r: float, fill: str) -> None:
        """A circle without an outline."""
        self.shapes.append(Circle(x=_round(c[0]), y=_round(c[1]), r=round(r, 2), fill=self.paint(fill), stroke="none"))

    def spots(self, points, r: float, fill: str) -> None:
        """Many small spots as one shape."""
        d = "".join(line(p, (p[0] + 0.1, p[1])) for p in points)
        self._stroke(d, None if fill == INK else self.paint(fill), 2 * r)

    def ring(self, c: Point, r: float, width: float, colour: str = INK) -> None:
        """A circle that is not filled."""
        stroke = None if colour == INK or not self.colours else colour
        self.shapes.append(Circle(x=_round(c[0]), y=_round(c[1]), r=_round(r), stroke=stroke, width=_short(width)))

    def hoop(self, c: Point, r: float, wide: float, fill: str) -> None:
        """A ring with edges: a tyre."""
        self.dot(c, r, "none", wide + self.weight)
        width = _short(wide - self.weight * 0.5)
        self.shapes.append(Circle(x=_round(c[0]), y=_round(c[1]), r=_round(r), stroke=self.paint(fill), width=width))

    def oval(self, c: Point, rx: float, ry: float, fill: str, tilt: float = 0, width: float | None = None) -> None:
        """An ellipse with an outline."""
        turned = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
        w, h = math.hypot(rx * turned[0], ry * turned[1]) + 2, math.hypot(rx * turned[1], ry * turned[0]) + 2
        self._extents.append((c[0] - w, c[1] - h, c[0] + w, c[1] + h))
        self.shapes.append(_ellipse(c, rx, ry, self.paint(fill), tilt, _short(width), None))

    def smudge(self, c: Point, rx: float, ry: float, fill: str) -> None:
        """An ellipse without an outline, nearly round: it is not tilted with the head."""
        self.shapes.append(_ellipse(c, rx, ry, self.paint(fill), 0, None, "none"))

    def join(self, *points: Point, width: float | None = None) -> None:
        self.line(line(*points), width)

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """(x0, y0, x1, y1) of everything outlined so far."""
        x0, y0, x1, y1 = zip(*self._extents)
        return min(x0), min(y0), max(x1), max(y1)

    def left_on_floor(self, high: float) -> float:
        """How far to the left anything reaches that comes down to less than `high` units above the floor."""
        return min((x0 for x0, _, _, y1 in self._extents if y1 > -high), default=0)

    def put_behind(self, other: "Pen") -> None:
        """Everything another pen has drawn, behind all that is here."""
        self.shapes[:0] = other.shapes
        self._extents.extend(other._extents)

    def move(self, dx: float, dy: float) -> None:
        """All that is here, moved."""
        if not (dx or dy):
            return
        self.shapes = [Group(shapes=tuple(self.shapes), transform=f"translate({number(dx)} {number(dy)})")]
        self._extents = [(x0 + dx, y0 + dy, x1 + dx, y1 + dy) for x0, y0, x1, y1 in self._extents]

    def group(self, transform: str | None = None) -> Group:
        return Group(shapes=tuple(self.shapes), fill="none", stroke=INK, width=self.weight, cap="round", join="round",
                     transform=transform)

    def _stroke(self, d: str, stroke: str | None, width: float | None, cap: str | None = None) -> None:
        """A line; one that looks like the line before it becomes part of it, which keeps drawings small."""
        path = Path(d=d, stroke=stroke, width=_short(width), cap=cap)
        last = self.shapes[-1] if self.shapes else None
        if isinstance(last, Path) and last.fill is None and (last.stroke, last.width, last.cap) == (path.stroke, path.width, cap):
            self.shapes[-1] = replace(last, d=last.d + d)
        else:
            self.shapes.append(path)

    def _note(self, d: str, margin: float) -> None:
        x0, y0, x1, y1 = extent(d)
        self._extents.append((x0 - margin, y0 - margin, x1 + margin, y1 + margin))


def _round(v: float) -> float:
    return round(v, 1) + 0.0


def _short(width: float | None) -> float | None:
    return None if width is None else round(max(width, 0.1), 1)


def _ellipse(c: Point, rx: float, ry: float, fill: str, tilt: float, width: float | None, stroke: str | None) -> Ellipse:
    turn = f"rotate({number(tilt)} {number(c[0])} {number(c[1])})" if abs(tilt) >= 0.05 else None
    return Ellipse(x=_round(c[0]), y=_round(c[1]), rx=_round(rx), ry=_round(ry), fill=fill, stroke=stroke, width=width,
                   transform=turn)
