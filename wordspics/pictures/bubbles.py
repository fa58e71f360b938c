"""Speech, thought and shouting: the bubble as shapes around (0, 0), its words as a label."""
import math

from wordspics.pictures import typeface
from wordspics.pictures.shapes import AnyShape, Circle, Label, Path
from wordspics.story import Bubble
from wordspics.story.scene import STAGE

LETTER = 15.0                   # units: 11.3 pt beside a 128 mm picture
LEADING = 1.3
_PADDING = {"say": (14.0, 11.0), "think": (20.0, 16.0), "shout": (30.0, 24.0)}
_LONGEST_TAIL = 45.0            # a longer tail looks like a whip
_LINE = 3.4


def draw_bubble(bubble: Bubble, ink: str) -> tuple[tuple[AnyShape, ...], Label, tuple[float, float]]:
    """The bubble's shapes around its own middle, its label on the stage, and its half width and height in units."""
    size = LETTER * bubble.size
    pad_x, pad_y = (p * bubble.size for p in _PADDING[bubble.how])
    lines = typeface.break_lines(bubble.words, size, bubble.width * STAGE[0] - 2 * pad_x)
    text_width = max(typeface.width(line, size) for line in lines)
    text_height = len(lines) * size * LEADING
    w, h = max(text_width / 2 + pad_x, 18), text_height / 2 + pad_y
    tip = _reach(bubble, w, h)
    fill = "#fbc9be" if bubble.how == "shout" and ink == "colour" else "#ffffff"
    looks = {"fill": fill, "stroke": "#1d1d1b", "width": _LINE}
    shapes = {"say": _said, "think": _thought, "shout": _shouted}[bubble.how](w, h, tip, looks)
    label = Label(lines=lines, x=bubble.x - text_width / 2 / STAGE[0], y=bubble.y - text_height / 2 / STAGE[1],
                  w=text_width / STAGE[0], h=text_height / STAGE[1], size=size / STAGE[0], language=bubble.language, item=bubble.id)
    return shapes, label, (w, h)


def _reach(bubble: Bubble, w: float, h: float) -> tuple[float, float]:
    """Where the tail ends, seen from the bubble's middle: towards the tip, but never far from the edge."""
    dx, dy = (bubble.tip_x - bubble.x) * STAGE[0], (bubble.tip_y - bubble.y) * STAGE[1]
    inside = 1 / max(abs(dx) / w, abs(dy) / h, 1e-6)              # the share of the way to the tip that is in the bubble
    far = math.hypot(dx, dy)
    most = min(1.0, inside + _LONGEST_TAIL / max(far, 1e-6))
    return (dx * most, dy * most)


def _said(w: float, h: float, tip: tuple[float, float], looks: dict) -> tuple[AnyShape, ...]:
    r = min(w, h) * 0.8
    up = -1 if tip[1] < 0 else 1                                  # the tail leaves the lower edge, or the upper one
    root = min(max(tip[0], -w + r + 8), w - r - 8)
    points = [("M", -w, -h * up + r * up), ("Q", -w, -h * up, -w + r, -h * up), ("L", w - r, -h * up), ("Q", w, -h * up, w, -h * up + r * up),
              ("L", w, h * up - r * up), ("Q", w, h * up, w - r, h * up)]
    if abs(tip[1]) > h:
        points += [("L", root + 9, h * up), ("Q", root + 8, h * up * 1.1, tip[0], tip[1]), ("Q", root - 10, h * up * 1.1, root - 9, h * up)]
    points += [("L", -w + r, h * up), ("Q", -w, h * up, -w, h * up - r * up)]
    return (Path(d=_path(points), **looks),)


def _thought(w: float, h: float, tip: tuple[float, float], looks: dict) -> tuple[AnyShape, ...]:
    bumps = 11
    points: list[tuple] = []
    for i in range(bumps + 1):
        a, mid = 2 * math.pi * i / bumps, 2 * math.pi * (i - 0.5) / bumps
        x, y = w * math.cos(a), h * math.sin(a)
        points.append(("M", x, y) if not i else ("Q", 1.22 * w * math.cos(mid), 1.22 * h * math.sin(mid), x, y))
    edge = 1.1 / max(math.hypot(tip[0] / w, tip[1] / h), 1e-6)
    dots = tuple(Circle(x=tip[0] * (edge + (1 - edge) * t), y=tip[1] * (edge + (1 - edge) * t), r=r, **looks)
                 for t, r in ((0.3, 6.5), (0.7, 4.0))) if edge < 1 else ()
    return (Path(d=_path(points), **looks), *dots)


def _shouted(w: float, h: float, tip: tuple[float, float], looks: dict) -> tuple[AnyShape, ...]:
    spikes = 15
    corners = []
    for i in range(2 * spikes):
        a = math.pi * i / spikes
        reach = 1.12 if i % 2 else 0.86 + 0.04 * (i * 7 % 3)
        corners.append((w * reach * math.cos(a), h * reach * math.sin(a)))
    nearest = min(range(1, 2 * spikes, 2), key=lambda i: math.dist(corners[i], tip))
    corners[nearest] = tip
    return (Path(d=_path([("M" if not i else "L", *corner) for i, corner in enumerate(corners)]), **looks),)


def _path(points: list[tuple]) -> str:
    return "".join(command + " ".join(f"{n:.1f}" for n in numbers) for command, *numbers in points) + "Z"
