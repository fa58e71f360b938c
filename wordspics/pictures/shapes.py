"""The small set of shapes everything is drawn with: flat fills, round strokes, groups moved by a transform.

Coordinates are stage units (480 x 360) or, inside a group, the group's own. An attribute that is None is
inherited from the group around it, which keeps a figure's drawing small.
"""
import msgspec

INK = "#1d1d1b"


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """`fill` and `stroke` are "#rrggbb" or "none"; `width` is the stroke's, in units; `cap` is "round" or "butt"."""

    fill: str | None = None
    stroke: str | None = None
    width: float | None = None
    cap: str | None = None
    transform: str | None = None


class Path(Shape, frozen=True, kw_only=True):
    """`d` holds absolute M L C Q A Z commands; `rule` is the fill rule, "evenodd" or None."""

    d: str
    rule: str | None = None


class Circle(Shape, frozen=True, kw_only=True):
    x: float
    y: float
    r: float


class Ellipse(Shape, frozen=True, kw_only=True):
    x: float
    y: float
    rx: float
    ry: float


class Photo(Shape, frozen=True, kw_only=True):
    """The family's own picture, by the id of its upload, in a box."""

    picture: str
    x: float
    y: float
    w: float
    h: float


class Group(Shape, frozen=True, kw_only=True):
    """`item` is the id of the scene's item this group draws, for the editor to take hold of."""

    shapes: tuple["AnyShape", ...]
    item: str | None = None
    join: str | None = None
    opacity: float | None = None


AnyShape = Path | Circle | Ellipse | Photo | Group


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """Words laid over the shapes: the words of a bubble, or a name on a slip of paper (`slip`), with their lines broken.

    The box (x, y, w, h) and the letter `size` are shares: of the stage's width for x, w and size, of its height for y and h.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    w: float
    h: float
    size: float
    language: str = "en"
    item: str | None = None
    slip: bool = False


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """A whole scene, drawn: shapes back to front, labels above them, and the scene said in words (`alt`)."""

    shapes: tuple[AnyShape, ...]
    labels: tuple[Label, ...] = ()
    alt: str = ""
