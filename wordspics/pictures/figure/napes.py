"""Hair seen from behind: each way to wear it has a back of its own, for a child knows by it who walks away. Head units."""
from collections.abc import Callable

from wordspics.pictures.figure import hair, styles
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import at, scallops, trace

_LOW = "C1.02 .55 .8 .82 .62 .94 Q0 .78 -.62 .94 C-.8 .82 -1.02 .55 -1.04 .1 Z"
_NEAT = "C1.0 .4 .82 .6 .6 .7 Q0 .82 -.6 .7 C-.82 .6 -1.0 .4 -1.04 .1 Z"
_POINT = "C1.0 .5 .7 .7 .36 .78 L0 1.06 L-.36 .78 C-.7 .7 -1.0 .5 -1.04 .1 Z"
_RAGGED = ("C1.02 .5 .9 .7 .78 .86 L.54 .64 L.3 .96 L0 .7 L-.3 .96 L-.54 .64 L-.78 .86 C-.9 .7 -1.02 .5 -1.04 .1 Z")
_TAIL = "M-.34 -.5 C-.6 .2 -.5 .9 -.1 1.5 Q.2 1.0 .42 .6 C.5 .2 .4 -.2 .34 -.5 Z"
_UNDER_A_HAT = ("bun", "top-knot", "mohawk", "short-afro", "quiff")          # what stands up lies flat


def draw_hair(c: hair.Comb) -> None:
    style = c.s.hair
    if c.s.look.headwear in hair.BRIMMED and style == "afro":
        return c.lock(scallops(0, .05, 1.22, .8, -10, 190, 9, 1.13) + "Z")
    if c.s.look.headwear and style in _UNDER_A_HAT:
        style = "short"
    _STYLES.get(style, _short)(c)


def _crown(nape: str, top: float = -1.13) -> str:
    return f"M-1.04 .1 C-1.16 -.6 -.66 {top} 0 {top} C.66 {top} 1.16 -.6 1.04 .1 {nape}"


def _shaved(c: hair.Comb) -> None:
    """Hair as short as stubble."""
    c.lock(_crown(_NEAT, -1.08), mix(c.s.skin, c.colour, .5))


def _short(c: hair.Comb) -> None:
    c.lock(_crown(_NEAT))
    e = c.side
    c.strand(f"M0 -.5 Q{.24 * e} -.66 {.36 * e} -.42 M0 -.5 Q{-.24 * e} -.4 {-.26 * e} -.16", .5)


def _side_parting(c: hair.Comb) -> None:
    c.lock(_crown(_LOW, -1.16))
    e = c.side
    c.strand(f"M{.4 * e} -1.06 Q{.34 * e} -.7 {.06 * e} -.5 M{.06 * e} -.5 Q{-.4 * e} -.4 {-.7 * e} 0", .5)


def _spiky(c: hair.Comb) -> None:
    c.lock(_crown(_RAGGED, -1.16))


def _pixie(c: hair.Comb) -> None:
    c.lock(_crown(_POINT))
    c.strand("M-.5 .2 Q-.3 .6 0 .8 M.5 .2 Q.3 .6 0 .8", .5)


def _quiff(c: hair.Comb) -> None:
    c.lock(_crown(_NEAT, -1.24))
    c.strand("M-.6 -.72 Q0 -1.02 .6 -.72", .6)


def _full_on_top(c: hair.Comb, d: str) -> None:
    """Over shaved sides, with no edge towards them: an edge would make it a hat."""
    c.pen.tint(trace(d + " Z", c.m), c.colour)
    c.pen.stray(trace(d, c.m))


def _fade(c: hair.Comb) -> None:
    _shaved(c)
    _full_on_top(c, "M-1.04 -.24 C-1.06 -.86 -.62 -1.08 0 -1.08 C.62 -1.08 1.06 -.86 1.04 -.24")


def _receding(c: hair.Comb) -> None:
    c.lock(_crown(_NEAT, -1.09))
    c.pen.smudge(at(c.m, 0, -.66), c.s.age.head_w * .34, c.s.age.head_h * .22, mix(c.s.skin, c.colour, .6))


def _balding(c: hair.Comb) -> None:
    c.lock("M-1.04 .1 Q-1.0 -.2 -.9 -.3 Q0 .1 .9 -.3 Q1.0 -.2 1.04 .1 " + _LOW)


def _short_afro(c: hair.Comb) -> None:
    _shaved(c)
    _full_on_top(c, scallops(0, -.36, 1.02, .84, 175, 365, 9, 1.15))
    for x, y in ((-.4, -.7), (.1, -.6), (.45, -.8), (-.1, -.95)):
        c.strand(f"M{x - .06} {y} Q{x} {y - .1} {x + .06} {y}", .45)


def _cornrows(c: hair.Comb) -> None:
    for x in (-.5, -.3, -.1, .1, .3, .5):
        c.pen.tube(trace(f"M{x} .8 L{x * 1.1} 1.16", c.m), 4.4, c.colour)
    c.lock(_crown(_LOW, -1.06))
    for x in (-.78, -.48, -.16, .16, .48, .78):
        c.strand(f"M{x * .5} -.98 Q{x * 1.3} -.2 {x * .6} .78", .62)


def _undercut(c: hair.Comb) -> None:
    _shaved(c)
    e = c.side
    _full_on_top(c, f"M{-e * 1.0} -.4 C{-e} -1.0 {-e * .5} -1.22 0 -1.22 C{e * .7} -1.22 {e * 1.26} -.8 {e * 1.1} .1")
    c.strand(f"M{-e * .4} -1.0 Q{e * .3} -.9 {e * .7} -.2 M{-e * .7} -.7 Q{e * .1} -.6 {e * .4} -.2", .55)


def _mullet(c: hair.Comb) -> None:
    c.lock(styles.BEHIND_BODY["mullet"])
    c.lock(_crown("C1.02 .4 .9 .5 .78 .6 L.54 .4 L.3 .68 L0 .44 L-.3 .68 L-.54 .4 L-.78 .6 C-.9 .5 -1.02 .4 -1.04 .1 Z", -1.16))


def _mohawk(c: hair.Comb) -> None:
    _shaved(c)
    c.lock("M-.26 -.7 L-.52 -1.22 L-.24 -1.14 L-.22 -1.62 L0 -1.34 L.22 -1.62 L.24 -1.14 L.52 -1.22 L.26 -.7 L.16 .66 Q0 .82 -.16 .66 Z")


def _bun(c: hair.Comb) -> None:
    c.lock(_crown(_LOW))
    c.strand("M-.6 .62 Q-.62 -.3 -.16 -.9 M.6 .62 Q.62 -.3 .16 -.9 M0 .64 L0 -.86", .5)
    c.pen.dot(at(c.m, 0, -1.25), c.s.age.head_w * .46, c.colour)


def _top_knot(c: hair.Comb) -> None:
    c.lock(scallops(0, -1.3, .36, .32, 0, 360, 7, 1.15) + "Z")
    _shaved(c)
    _full_on_top(c, "M-.99 -.26 C-.98 -.86 -.4 -1.12 0 -1.12 C.4 -1.12 .98 -.86 .99 -.26")
    c.strand("M-.6 -.3 Q-.5 -.8 -.12 -1.04 M.6 -.3 Q.5 -.8 .12 -1.04 M0 -.3 L0 -1.0", .5)


def _ponytail(c: hair.Comb) -> None:
    c.lock(_crown(_LOW))
    c.lock(_TAIL)
    c.band(0, -.5, 4)


def _long_plait(c: hair.Comb) -> None:
    c.lock(_crown(_LOW))
    for i in range(6):
        c.pen.dot(at(c.m, 0, .5 + i * .3), 7 - .4 * i, c.colour)
    c.band(0, 2.24, 3.8)
    c.lock("M-.08 2.36 L.08 2.36 L0 2.6 Z")


def _bunches(y: float, high: float, band: float) -> Callable[[hair.Comb], None]:
    def draw(c: hair.Comb) -> None:
        c.lock(_crown(_LOW))
        for e in (-1, 1):
            c.lock(scallops(e * 1.0, y, .5, high, 0, 360, 9, 1.2) + "Z")
            c.band(e * .78, band)
        c.strand("M0 -1.0 L0 .7")
    return draw


def _braids(c: hair.Comb) -> None:
    c.lock(_crown(_LOW))
    for e in (-1, 1):
        for i in range(5):
            c.pen.dot(at(c.m, e * (.6 + .03 * i), .75 + i * .27), 5.4 - .3 * i, c.colour)
        c.band(e * .76, .75 + 4.7 * .27, 3.4)
    c.strand("M0 -1.0 L0 .8")


def _curls(y: float, big: float) -> Callable[[hair.Comb], None]:
    return lambda c: c.lock(scallops(0, y, big, big, 90, 450, 15, 1.13) + "Z")


def _falling(end: float, parted: bool) -> Callable[[hair.Comb], None]:
    def draw(c: hair.Comb) -> None:
        c.lock(f"M-1.2 {end} C-1.3 .4 -1.3 -1.2 0 -1.2 C1.3 -1.2 1.3 .4 1.2 {end} Q0 {end + .22} -1.2 {end} Z")
        for x in (-.45, .1, .55):
            c.strand(f"M{x} {end - .7} Q{x * 1.1} {end - .4} {x * 1.05} {end - .1}")
        if parted:
            c.strand("M0 -1.16 L0 -.5")
    return draw


def _waves(y: float, high: float, start: float) -> Callable[[hair.Comb], None]:
    def draw(c: hair.Comb) -> None:
        c.lock(scallops(0, y, 1.22, high, -start, 180 + start, 9, 1.1) + " C-1.26 -1.56 1.26 -1.56 1.15 -.1 Z")
        for x in (-.5, .1, .6):
            c.strand(f"M{x} {y} Q{x + .14} {y + high * .25} {x} {y + high * .45} Q{x - .14} {y + high * .62} {x} {y + high * .8}", .6)
    return draw


def _ropes(end: float, count: int, twisted: bool) -> Callable[[hair.Comb], None]:
    """Hair in strands beside each other, each with its own end."""
    def draw(c: hair.Comb) -> None:
        xs = [1.14 - 2.28 * i / count for i in range(count + 1)]
        ends = "".join(f"Q{(a + b) / 2:.2f} {end + .26:.2f} {b:.2f} {end} " for a, b in zip(xs, xs[1:]))
        c.lock(f"M-1.14 {end} C-1.3 .2 -1.26 -1.2 0 -1.2 C1.26 -1.2 1.3 .2 1.14 {end} {ends}Z")
        for x in xs[1:-1]:
            c.strand(f"M{x * .5:.2f} -.8 Q{x:.2f} -.3 {x:.2f} {end}", .6)
        for a, b in zip(xs, xs[1:]) if twisted else ():
            x = (a + b) / 2
            c.strand("".join(f"M{x - .1:.2f} {y:.2f}L{x + .1:.2f} {y + .12:.2f}" for y in (-.1, .2, .5)), .45)
    return draw


_STYLES: dict[str, Callable[[hair.Comb], None]] = {
    "short": _short, "side-parting": _side_parting, "spiky": _spiky, "pixie": _pixie, "quiff": _quiff, "fade": _fade,
    "receding": _receding, "balding": _balding, "short-afro": _short_afro, "cornrows": _cornrows, "undercut": _undercut,
    "mullet": _mullet, "mohawk": _mohawk, "tuft": hair.STYLES["tuft"], "bun": _bun, "top-knot": _top_knot, "ponytail": _ponytail,
    "long-plait": _long_plait, "bunches": _bunches(.1, .75, -.3), "puffs": _bunches(-.6, .5, -.5), "braids": _braids,
    "curly": _curls(-.05, 1.16), "afro": _curls(-.2, 1.34), "bob": _falling(1.0, False), "long": _falling(1.6, True),
    "wavy": _waves(.35, 1.28, 20), "wavy-bob": _waves(.22, .98, 25), "locs": _ropes(1.3, 6, False), "twists": _ropes(.72, 7, True)}
