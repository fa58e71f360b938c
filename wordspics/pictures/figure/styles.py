"""Ten more ways to wear hair, over the head and behind it. Head units."""
from wordspics.pictures.figure.hairlines import across, cap, curtain
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import at, line, scallops, trace

BEHIND_BODY = {"mullet": "M-.98 .1 C-1.16 .7 -1.1 1.2 -.96 1.42 Q-.6 1.24 -.4 1.42 Q0 1.26 .4 1.42 Q.6 1.24 .96 1.42 "
                         "C1.1 1.2 1.16 .7 .98 .1 Z"}


def draw_behind_head(c, style: str) -> None:
    t = c.t
    if style == "wavy-bob":
        c.lock(scallops(-.06 * t, .22, 1.24, .98, -25, 205, 8, 1.13) + "Z")
    elif style == "twists":
        for pair in ((-1.02, .8), (-.78, .5)) if t else ((-1.06, 1.06), (-.82, .82)):
            c.pen.tube("".join(line(at(c.m, x * .95, -.3), at(c.m, x * 1.08, .78)) for x in pair), 9, c.colour)
    elif style == "top-knot":
        x = -.16 * t
        c.lock(scallops(x, -1.3, .36, .32, 0, 360, 7, 1.15) + "Z")
    elif style == "mohawk":
        d = ("M-.92 -.42 L-1.18 -.86 L-.78 -.86 L-.86 -1.34 L-.44 -1.14 L-.36 -1.62 L0 -1.24 L.22 -1.66 L.42 -1.16 "
             "L.76 -1.36 L.66 -.9 Z" if t else
             "M-.30 -.72 L-.52 -1.22 L-.24 -1.14 L-.22 -1.62 L0 -1.34 L.22 -1.62 L.24 -1.14 L.52 -1.22 L.30 -.72 Z")
        c.lock(d)
    elif style == "short-afro":
        c.lock(scallops(-.04 * t, -.50, 1.0, .78, 170, 370, 9, 1.16) + "Z")


def _shaved(c) -> None:
    """Hair as short as stubble."""
    c.lock(cap(c.t, "flat", .05, .10), mix(c.s.skin, c.colour, .5))


def _twists(c) -> None:
    c.lock(cap(c.t, "curly", .12, 0))
    sides = (-.95, -.7) if c.t else (-1.0, 1.0)
    for some in [(x,) for x in sides] if c.t else [sides]:      # far from each other they are one shape, which keeps the drawing small
        c.pen.tube("".join(line(at(c.m, x, -.35), at(c.m, x * 1.1, .58)) for x in some), 9, c.colour)
    for x in sides:
        for y in (-.1, .12, .34):
            c.strand(f"M{x * 1.04 - .11} {y} L{x * 1.06 + .11} {y + .1}", .5)
    for x in (-.6, -.25, .1, .45):
        c.strand(f"M{across(c.t, x) * .8 - .06} -1.0 L{across(c.t, x) * .9 + .06} -.9 M{across(c.t, x) * .9 - .05} -.86 "
                 f"L{across(c.t, x) + .07} -.76", .5)


def _cornrows(c) -> None:
    c.lock(cap(c.t, "off-face", .04, .02))
    for x in (-.62, -.36, -.12, .12, .36, .62):
        a, b = across(c.t, x), across(c.t, x * .62) - .3 * c.t
        c.strand(f"M{a} {-.78 + .34 * x * x} Q{(a + b) / 2 + .04} -.98 {b} {-1.03 + .06 * abs(x)}", .62)


def _short_afro(c) -> None:
    _shaved(c)
    d = scallops(across(c.t, -.02), -.72, .80, .42, 175, 365, 8, 1.14)
    c.pen.tint(trace(d + " Z", c.m), c.colour)
    x = [across(c.t, v) for v in (.8, .4, 0, -.4, -.8)]
    c.pen.tint(trace(f"M{x[4]} -.74 L{x[0]} -.74 Q{x[1]} -.58 {x[2]} -.64 Q{x[3]} -.58 {x[4]} -.74 Z", c.m), c.colour)
    for a, y in ((-.4, -.92), (-.1, -.82), (.2, -.96), (.42, -.8), (-.25, -1.06), (.02, -1.1)):
        c.strand(f"M{across(c.t, a) - .05} {y} Q{across(c.t, a)} {y - .09} {across(c.t, a) + .05} {y}", .45)


def _wavy_bob(c) -> None:
    c.lock(curtain(c.t, c.fringe("side"), .84, 1.2, .84, side=c.side))
    for e in (-1,) if c.t else (-1, 1):
        c.strand(f"M{e * 1.02} .05 Q{e * 1.14} .25 {e * 1.0} .42 Q{e * .93} .55 {e * 1.04} .72")


def _long_plait(c) -> None:
    c.lock(cap(c.t, c.fringe("side"), .08, .1, side=c.side))
    if not c.s.bends_over:
        draw_plait(c)


def draw_plait(c) -> None:
    """One plait, over the person's own shoulder; behind it where it would hang into what they do."""
    e = -1 if c.t else c.side
    x = e * (.98 if c.t else .90)
    for i in range(6):
        c.pen.dot(at(c.m, x - e * .06 * i, .42 + i * .30), 6.6 - .35 * i, c.colour)
    c.band(x - e * .36, .42 + 5.8 * .30, 3.8)
    c.lock(f"M{x - e * .44} 2.22 L{x - e * .30} 2.22 L{x - e * .36} 2.46 Z")


def _top_knot(c) -> None:
    _shaved(c)
    a, b, d = across(c.t, .56), across(c.t, 0) - .1 * c.t, across(c.t, -.56)
    c.lock(f"M{a} -.72 Q{across(c.t, 0)} -.86 {d} -.72 C{d} -1.06 {b - .3} -1.14 {b} -1.14 C{b + .3} -1.14 {a} -1.06 {a} -.72 Z")
    for x in (-.25, .2):
        c.strand(f"M{across(c.t, x)} -.82 L{b + x * .4} -1.08", .5)


def _mullet(c) -> None:
    c.lock(cap(c.t, "spiky", .15, .2))


def _undercut(c) -> None:
    """Shaved sides and a long top that falls to one side."""
    _shaved(c)
    x = [across(c.t, v * c.side) for v in (.80, .45, -.2, -.72, -.96, -.5, .3)]
    c.lock(f"M{x[0]} -.62 Q{x[1]} -.72 {x[2]} -.60 Q{x[3]} -.50 {x[4]} -.14 C{x[4] * 1.22} -.8 {x[5]} -1.26 {x[6]} -1.2 "
           f"Q{x[0] * 1.05} -1.1 {x[0]} -.62 Z")
    c.strand(f"M{x[6]} -1.04 Q{x[2]} -.96 {x[3]} -.62", .55)


def _receding(c) -> None:
    c.lock(cap(c.t, "receding", .09, .12))


def _mohawk(c) -> None:
    _shaved(c)
    a, b = across(c.t, -.26), across(c.t, .26)
    c.pen.tint(trace(f"M{a} -1.05 L{b} -1.05 L{b} -.70 Q{across(c.t, 0)} -.6 {a} -.70 Z", c.m), c.colour)


MORE = {"twists": _twists, "cornrows": _cornrows, "short-afro": _short_afro, "wavy-bob": _wavy_bob, "long-plait": _long_plait,
        "top-knot": _top_knot, "mullet": _mullet, "undercut": _undercut, "receding": _receding, "mohawk": _mohawk}
