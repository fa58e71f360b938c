"""The plane a figure is drawn on: points, affine matrices and paths. Units; y grows downwards; angles in degrees."""
import math
import re
from functools import lru_cache

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]

_STRETCH = 1.18                             # how far past its length a limb may stretch to touch what it reaches for
_TOKEN = re.compile(r"[MLCQZ]|-?\d*\.?\d+(?:e-?\d+)?")


def place(x: float = 0, y: float = 0, turn: float = 0, wide: float = 1, high: float | None = None) -> Matrix:
    """Scale by (wide, high), turn, then move to (x, y)."""
    high = wide if high is None else high
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return (c * wide, s * wide, -s * high, c * high, x, y)


def at(m: Matrix, x: float, y: float) -> Point:
    """Where the matrix puts a point."""
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])


def fall(angle: float, length: float) -> Point:
    """The way a bone of this length points: 0 hangs straight down, more swings it to the right."""
    a = math.radians(angle)
    return (math.sin(a) * length, math.cos(a) * length)


def add(p: Point, q: Point) -> Point:
    return (p[0] + q[0], p[1] + q[1])


def between(p: Point, q: Point, share: float) -> Point:
    return (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)


def reach(start: Point, target: Point, upper: float, lower: float, wish, most: float = _STRETCH) -> tuple[Point, Point]:
    """Elbow and wrist of an arm of two bones that reaches for the target. `wish` scores an elbow; the better one is taken.

    `most` is how far the bones may stretch; what is further away is reached for, not reached."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    far = math.hypot(dx, dy) or 0.01
    stretch = min(max(1, far / (upper + lower)), most)
    upper, lower = upper * stretch, lower * stretch
    span = max(min(far, (upper + lower) * 0.999), abs(upper - lower) + 0.5)
    ux, uy = dx / far, dy / far
    along = (upper * upper - lower * lower + span * span) / (2 * span)
    aside = math.sqrt(max(upper * upper - along * along, 0))
    elbows = [(start[0] + ux * along - uy * q, start[1] + uy * along + ux * q) for q in (aside, -aside)]
    return max(elbows, key=wish), (start[0] + ux * span, start[1] + uy * span)


def hull(points) -> list[Point]:
    """The convex outline round some points."""
    points = sorted({(round(x, 1), round(y, 1)) for x, y in points})
    return _half(points) + _half(points[::-1])


def _half(points: list[Point]) -> list[Point]:
    out: list[Point] = []
    for p in points:
        while len(out) > 1 and _is_inward(out[-2], out[-1], p):
            out.pop()
        out.append(p)
    return out[:-1]


def _is_inward(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0


# Paths. All are absolute M L C Q Z.

def number(v: float) -> str:
    """One decimal is 1/2000 of an adult: enough, and short."""
    s = "%.1f" % v
    if s.endswith(".0"):
        s = s[:-2]
    return "0" if s == "-0" else s


def pair(x: float, y: float) -> str:
    """A point of a path; a minus sign parts the numbers as well as a space does."""
    a, b = number(x), number(y)
    return a + b if b[0] == "-" else f"{a} {b}"


def line(*points: Point) -> str:
    """What follows an M needs no L before it."""
    return ("M" + " ".join(pair(*p) for p in points)).replace(" -", "-")


def box(left: float, top: float, right: float, bottom: float) -> str:
    return line((left, top), (right, top), (right, bottom), (left, bottom)) + "Z"


def bent(p: Point, q: Point, r: Point, end: float = 1) -> str:
    """The middle line of a limb, its joint softened; `end` below 1 stops part-way down the second bone."""
    a, b, tip = between(q, p, 0.32), between(q, r, min(0.32, end)), between(q, r, end)
    return f"M{pair(*p)} {pair(*a)}Q{pair(*q)} {pair(*b)}L{pair(*tip)}".replace(" -", "-")


@lru_cache(maxsize=4096)
def steps(d: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """A path as (command, numbers) steps."""
    out: list[tuple[str, list[float]]] = []
    for token in _TOKEN.findall(d):
        if token in "MLCQZ":
            out.append((token, []))
        else:
            out[-1][1].append(float(token))
    return tuple((command, tuple(numbers)) for command, numbers in out)


def trace(d: str, m: Matrix) -> str:
    """The path, put where the matrix says."""
    a, b, c, e, tx, ty = m
    out, before = [], ""
    for command, v in steps(d):
        out.append(" " if command == "L" and before in ("M", "L") else command)     # a line after a line needs no new L
        out.append(" ".join(pair(a * v[i] + c * v[i + 1] + tx, b * v[i] + e * v[i + 1] + ty) for i in range(0, len(v), 2)))
        before = command
    return "".join(out).replace(" -", "-")


def bend(d: str, m) -> str:
    """The path with every point (x, y) moved to m(x, y)."""
    out = []
    for command, v in steps(d):
        out.append(command + " ".join("%.4f %.4f" % m(v[i], v[i + 1]) for i in range(0, len(v), 2)))
    return " ".join(out)


def turn_round(d: str) -> str:
    """The same line drawn from its other end and mirrored left to right: what was a parting on one side is on the other."""
    here: Point | None = None
    back: list[str] = []
    for command, v in steps(d):
        points = [(v[i], v[i + 1]) for i in range(0, len(v), 2)]
        if here is not None:
            turned = [*points[:-1][::-1], here]
            back.insert(0, command + " ".join(f"{-x:g} {y:g}" for x, y in turned))
        here = points[-1]
    return f"M{-here[0]:g} {here[1]:g} " + " ".join(back)


def scallops(cx: float, cy: float, rx: float, ry: float, start: float, end: float, count: int, swell: float = 1.2) -> str:
    """Curls: bumps along an arc of an ellipse, from one angle to another."""
    def spot(angle: float, k: float = 1) -> str:
        a = math.radians(angle)
        return f"{cx + k * rx * math.cos(a):.4f} {cy + k * ry * math.sin(a):.4f}"
    step = (end - start) / count
    bumps = [f"Q{spot(start + step * (i + 0.5), swell)} {spot(start + step * (i + 1))}" for i in range(count)]
    return f"M{spot(start)} " + " ".join(bumps)


def extent(d: str) -> tuple[float, float, float, float]:
    """(x0, y0, x1, y1) of a path, curves followed closely enough for a frame round it."""
    xs: list[float] = []
    ys: list[float] = []
    for command, v in steps(d):
        if command == "C":
            _follow_cubic(xs, v[::2])
            _follow_cubic(ys, v[1::2])
        elif command == "Q":
            _follow_quadratic(xs, v[::2])
            _follow_quadratic(ys, v[1::2])
        else:
            xs.extend(v[::2])
            ys.extend(v[1::2])
    return min(xs), min(ys), max(xs), max(ys)


def _follow_cubic(track: list[float], v: tuple[float, ...]) -> None:
    for i in range(0, len(v), 3):
        p, (a, b, q) = track[-1], v[i:i + 3]
        track.extend((0.42 * (p + a) + 0.14 * b + 0.02 * q, (p + 3 * a + 3 * b + q) / 8, 0.02 * p + 0.14 * a + 0.42 * (b + q), q))


def _follow_quadratic(track: list[float], v: tuple[float, ...]) -> None:
    for i in range(0, len(v), 2):
        p, (a, q) = track[-1], v[i:i + 2]
        track.extend(((p + 2 * a + q) / 4, q))
