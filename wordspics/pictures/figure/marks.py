"""Tears and signs, drawn last. Tears belong to the face; the signs round a head may be left out. Head units."""
from wordspics.pictures.figure import hair, palette
from wordspics.pictures.figure.face import Features
from wordspics.pictures.figure.plane import at, fall, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.trimmings import HEART, STAR
from wordspics.pictures.shapes import INK

_DROP = "M0 -1 C.25 -.45 .62 -.1 .62 .32 C.62 .75 .32 1 0 1 C-.32 1 -.62 .75 -.62 .32 C-.62 -.1 -.25 -.45 0 -1 Z"
_RED = "#d22f27"
_BIG_HAIR = ("curly", "puffs", "bunches", "bun")


def draw_tears(s: Sitter) -> None:
    f = Features(s)
    if s.covers_face:
        return _draw_tears_below_hands(f, s.feeling.signs)
    if "tear" in s.feeling.signs:
        e = -1 if s.head_side > 0 or s.bones.head_turned else 1
        _drop(f, f.x + e * (f.apart + .03), f.eye + .33, 4.6)
    if "half-tear" in s.feeling.signs:
        _drop(f, f.x + f.apart + .06, f.eye + .30, 4)
    if "streams" in s.feeling.signs:
        for e in (-1, 1):
            x, y, o = f.x + e * (f.apart + .09), f.eye, e * .06
            d = (f"M{x - .09} {y + .12} C{x - .12} {y + .3} {x - .16 + o} {y + .5} {x - .13 + e * .08} {y + .62} "
                 f"Q{x + e * .08} {y + .78} {x + .13 + e * .08} {y + .62} "
                 f"C{x + .16 + o} {y + .5} {x + .12} {y + .3} {x + .09} {y + .12} Z")
            f.pen.shape(trace(d, f.m), palette.TEAR, f.weight * .7)


def _draw_tears_below_hands(f: Features, signs: tuple[str, ...]) -> None:
    if "streams" in signs:
        for x, y, size in ((-.78, .62, 4.4), (.8, .66, 4.4), (-.98, 1.02, 3.6), (1.0, 1.08, 3.6)):
            _drop(f, f.x + x, f.eye + y, size)


def draw_signs(s: Sitter) -> None:
    for sign in s.feeling.signs:
        if sign in _SIGNS:
            _SIGNS[sign](s, Features(s), _room(s))


def _room(s: Sitter) -> float:
    """How far out the signs go, for big hair and hats."""
    if s.look.headwear == "turban" or (s.hair == "afro" and s.look.headwear not in hair.BRIMMED):
        return 1.36
    return 1.18 if s.look.headwear == "police-cap" or (not s.look.headwear and s.hair in _BIG_HAIR) else 1


def _drop(f: Features, x: float, y: float, size: float) -> None:
    f.pen.shape(trace(_DROP, place(*f.at(x, y), 0, size)), palette.TEAR, f.weight * .7)


def _sign(s: Sitter, f: Features, d: str, x: float, y: float, size: float, weight: float = 1, colour: str = INK) -> None:
    """A sign beside the head that reads upright, whichever way the head faces or lies."""
    mirror = -1 if s.mirrored else 1
    m = place(*f.at(x, y), 90 if s.lies else 0, size * mirror, size)
    f.pen.stray(trace(d, m), f.weight * weight, colour)


def _sweat(s: Sitter, f: Features, room: float) -> None:
    _drop(f, .90, -.16 if f.t else -.40, 5.6)


def _question(s: Sitter, f: Features, room: float) -> None:
    x, y = 1.25 * room, -1.35 * room
    _sign(s, f, "M-.5 -.5 C-.5 -1.25 .6 -1.2 .55 -.5 C.5 0 0 0 0 .5", x, y, 7)
    px, py = f.at(x, y)
    f.pen.spot((px - 8.2, py) if s.lies else (px, py + 8.2), 2.2, INK)


def _zzz(s: Sitter, f: Features, room: float) -> None:
    for x, y, size in ((1.25, -.75, 4), (1.6, -1.25, 5.5)):
        _sign(s, f, "M-1 -1 L1 -1 L-1 1 L1 1", x * room, y * room, size, .9)


def _steam(s: Sitter, f: Features, room: float) -> None:
    for e in (-1, 1):
        for dx, dy, x, y in ((.6, -.7, 1.22, -.98), (.9, -.25, 1.36, -.62)):
            start = at(f.m, e * x * room, y * room)
            f.pen.stray(trace(f"M0 0 L{e * dx} {dy}", place(*start, s.bones.tilt, _flip(f) * 9, 9)), f.weight * 1.1, _RED)


def _rays(s: Sitter, f: Features, room: float) -> None:
    near = s.age.head_h * 1.40 * (room if room < 1.3 else room * .97)
    x, y = f.at(0, 0)
    for angle in (-38, 0, 38):
        dx, dy = fall(180 - angle - s.bones.tilt, 1)
        f.pen.stray(line((x + dx * near, y + dy * near), (x + dx * (near + 8), y + dy * (near + 8))), f.weight)


def _shaking(s: Sitter, f: Features, room: float) -> None:
    for e in (-1, 1):
        for x, size in ((1.28, 7), (1.52, 5)):
            start = f.at(e * x * room, -.25 * room)
            wave = f"M0 -.9 Q{.45 * e} -.45 0 0 Q{-.45 * e} .45 0 .9"
            f.pen.stray(trace(wave, place(*start, s.bones.tilt, _flip(f) * size, size)), f.weight * .75)


def _star(s: Sitter, f: Features, room: float) -> None:
    f.pen.shape(trace(STAR, place(*f.at(-1.3 * room, -.95 * room), 0, 7.5)), palette.COLOURS["yellow"], f.weight * .7)


def _thought(s: Sitter, f: Features, room: float, size: float = 1) -> tuple[float, float]:
    """A small thought bubble; where its middle is."""
    x, y = f.at(1.62 * room + (size - 1) * .7, -1.32 * room - (size - 1) * .4)
    a, b = f.at(1.02 * room, -.62 * room), f.at(1.2 * room, -.86 * room)
    f.pen.dot(a, 1.6, "#ffffff", f.weight * .6)
    f.pen.dot(b, 2.6, "#ffffff", f.weight * .6)
    f.pen.oval((x, y), 18 * size, 15 * size, "#ffffff", 0, f.weight * .7)
    return x, y


def _left_out(s: Sitter, f: Features, room: float) -> None:
    """Thinking of others who are together, and of one who is not with them."""
    x, y = _thought(s, f, room, 1.22)
    m = place(x, y, 90 if s.lies else 0, -1.3 if s.mirrored else 1.3, 1.3)
    for places, colour in (((-10.2, -2.8), palette.COLOURS["light-grey"]), ((10,), s.outfit.top_colour)):
        for dx in places:
            f.pen.dot(at(m, dx, -3.8), 3.7, colour, 1.9)
        shoulders = "".join(f"M{dx - 3.3} 7 Q{dx - 3.3} .6 {dx} .6 Q{dx + 3.3} .6 {dx + 3.3} 7 Z " for dx in places)
        f.pen.shape(trace(shoulders, m), colour, 1.9)


def _blank(s: Sitter, f: Features, room: float) -> None:
    """A thought with nothing in it."""
    _thought(s, f, room)


def _longing(s: Sitter, f: Features, room: float) -> None:
    x, y = _thought(s, f, room)
    f.pen.shape(trace(HEART, place(x, y, 90 if s.lies else 0, 8)), palette.COLOURS["red"], f.weight * .6)


def _sun(s: Sitter, f: Features, room: float) -> None:
    x, y = f.at(-1.36 * room, -1.02 * room)
    rays = (fall(angle, 1) for angle in range(0, 360, 45))
    f.pen.stray("".join(line((x + dx * 8, y + dy * 8), (x + dx * 10.5, y + dy * 10.5)) for dx, dy in rays), f.weight * .8)
    f.pen.dot((x, y), 5, palette.COLOURS["yellow"], f.weight * .7)


def _cloud(s: Sitter, f: Features, room: float) -> None:
    x, y = f.at(1.36 * room, -1.08 * room)
    m = place(x, y, 90 if s.lies else 0, 1)
    cloud = "M-8 3 C-12 3 -11 -4 -6.5 -3 C-6 -8.5 2 -9 3 -4.5 C8 -6.5 11 3 6.5 3 Z"
    f.pen.stray(trace("M-4 7 L-5 10.5 M3 7 L2 10.5", m), f.weight * .7)
    f.pen.shape(trace(cloud, m), palette.COLOURS["light-grey"], f.weight * .7)


def _puff(s: Sitter, f: Features, room: float) -> None:
    """A breath let out beside the mouth."""
    cloud = "M-5 4 C-9 4 -9 -2.4 -4.6 -2.4 C-3.4 -7.4 3.6 -7.4 4.6 -2.6 C9.6 -3.4 10 4 5 4 Z"
    f.line(f"M{f.x + .36} .60 L{f.x + .56} .64 M{f.x + .32} .76 L{f.x + .5} .84", .6)
    f.pen.shape(trace(cloud, place(*f.at(f.x + .98, .86), 90 if s.lies else 0, 1.15)), "#ffffff", f.weight * .6)


def _shed(s: Sitter, f: Features, room: float) -> None:
    """Drops that fly off: it is over."""
    for x, y, size in ((-1.22, -.62, 4.2), (-1.42, -.2, 3.2)):
        f.pen.shape(trace(_DROP, place(*f.at(x * room, y * room), 60, size)), palette.TEAR, f.weight * .6)


def _house(s: Sitter, f: Features, room: float) -> None:
    x, y = f.at(-1.36 * room, -1.0 * room)
    m = place(x, y, 90 if s.lies else 0, 1)
    f.pen.shape(trace("M-7 0 L-7 8 L7 8 L7 0 L9 0 L0 -9 L-9 0 Z", m), palette.COLOURS["yellow"], f.weight * .7)
    f.pen.shape(trace(HEART, place(*at(m, 0, 2), 90 if s.lies else 0, 3.6)), palette.COLOURS["dark-red"], 1)


def _flip(f: Features) -> int:
    return -1 if f.m[0] < 0 else 1


_SIGNS = {"sweat": _sweat, "question": _question, "zzz": _zzz, "steam": _steam, "left-out": _left_out, "blank": _blank, "shed": _shed,
          "longing": _longing, "sun": _sun, "cloud": _cloud, "puff": _puff, "house": _house,
          "rays": _rays, "shaking": _shaking, "star": _star}
