"""Hair, in the layers it is drawn in: behind the body, behind the head, over the head. Shapes are head units."""
from wordspics.pictures.figure import palette, styles
from wordspics.pictures.figure.hairlines import across, cap, curtain, hairline
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import at, line, scallops, trace
from wordspics.pictures.figure.sitter import COVERS_EARS as HATS_OVER_EARS
from wordspics.pictures.figure.sitter import Sitter

COVERS_EARS = ("bob", "long", "wavy", "locs", "wavy-bob", "twists")
BRIMMED = ("cap", "beanie", "police-cap", "sun-hat")


def shows_ears(s: Sitter) -> bool:
    return s.look.headwear not in HATS_OVER_EARS and s.hair not in COVERS_EARS


class Comb:
    """Draws in head units with the hair's own colour and lines."""

    def __init__(self, s: Sitter):
        self.s, self.pen, self.m = s, s.pen, s.bones.face
        self.t, self.side, self.colour = s.bones.head_turned, s.head_side, s.hair_colour
        self.tie = palette.colour(s.look.hair_tie, "red")

    def lock(self, d: str, fill: str = "") -> None:
        self.pen.shape(trace(d, self.m), fill or self.colour)

    def strand(self, d: str, weight: float = 0.7) -> None:
        dark = self.colour == palette.HAIR["black"]
        line = {"colour": palette.BLACK_HAIR_LINE} if dark else {}
        self.pen.line(trace(d, self.m), self.pen.weight * weight, **line)

    def band(self, x: float, y: float, r: float = 3.5) -> None:
        self.pen.dot(at(self.m, x, y), r, self.tie)

    def fringe(self, usual: str) -> str:
        return self.s.look.fringe or usual


def draw_behind_body(s: Sitter) -> None:
    c = Comb(s)
    if s.hair == "long":
        c.lock("M-1.14 -.2 C-1.2 -1.3 1.2 -1.3 1.14 -.2 L1.18 1.5 Q0 1.9 -1.18 1.5 Z" if not c.t else
               "M-1.1 -.2 C-1.2 -1.3 1.1 -1.3 1.0 -.2 L.98 1.45 Q0 1.9 -1.22 1.5 Z")
    elif s.hair == "long-plait" and s.bends_over:
        styles.draw_plait(c)
    elif s.hair in styles.BEHIND_BODY:
        c.lock(styles.BEHIND_BODY[s.hair])
    elif s.hair == "wavy":
        c.lock(scallops(-.1 * c.t, .35, 1.2, 1.28, -20, 200, 9, 1.1) + "Z")
    elif s.hair == "locs":
        for x in (-1.05, -.75, -.4, .72) if c.t else (-1.02, -.72, .72, 1.02):
            s.pen.tube(line(at(c.m, x * .9, -.2), at(c.m, x * 1.08, 1.38 - abs(x) * .1)), 10.5, c.colour)


def draw_behind_head(s: Sitter) -> None:
    c, t = Comb(s), s.bones.head_turned
    if not (s.look.headwear in BRIMMED and s.hair in ("mohawk", "top-knot", "short-afro")):
        styles.draw_behind_head(c, s.hair)
    if s.hair == "afro":
        c.lock((scallops(0, .05, 1.22, .8, -10, 190, 9, 1.13) if s.look.headwear in BRIMMED else
                scallops(-.04 * t, -.34, 1.36, 1.30, 100, 460, 17, 1.13)) + "Z")
    elif s.hair == "puffs":                                 # a hat pushes them down
        x, y = (1.06, .34) if s.look.headwear in BRIMMED else (.86, -.92)
        for e in (-1, 1):
            c.lock(scallops(e * x - .1 * t, y, .56, .54, 0, 360, 9, 1.2) + "Z")
    elif s.hair == "bun" and s.look.headwear not in BRIMMED:
        s.pen.dot(at(c.m, -.2 * t, -1.30), s.age.head_w * .46, c.colour)
    elif s.hair == "ponytail":
        c.lock("M-.6 -.85 C-1.2 -1.3 -1.95 -.8 -1.75 .1 C-1.68 .5 -1.8 .75 -1.95 .86 C-1.45 1.0 -1.2 .6 -1.25 .1 "
               "C-1.25 -.3 -1.1 -.5 -.6 -.5 Z" if t else
               "M.5 -.9 C1.1 -1.25 1.75 -.7 1.5 .1 C1.42 .45 1.5 .6 1.62 .72 C1.2 .85 .98 .5 1.02 .1 C1.02 -.3 .9 -.5 .5 -.6 Z")
    elif s.hair == "bunches":
        for e in (-1, 1):
            c.lock(_bunch(e, t))
    elif s.hair == "curly":
        c.lock(scallops(-.05 * t, -.08, 1.14, 1.16, 140, 400, 12, 1.17) + "Z")
    elif s.hair == "bob":
        c.lock("M-1.02 -.4 C-1.34 .1 -1.32 .6 -1.2 .95 Q-.3 1.15 .5 .9 L.9 -.4 Z" if t else
               "M-1.02 -.4 C-1.3 .1 -1.28 .6 -1.16 .92 Q0 1.2 1.16 .92 C1.28 .6 1.3 .1 1.02 -.4 Z")


def _bunch(e: int, t: int) -> str:
    p = [e * x - 0.1 * t for x in (.85, 1.45, 1.75, 1.62, 1.55, 1.5, 1.3, 1.1, .95, .85)]
    return (f"M{p[0]} -.35 C{p[1]} -.75 {p[2]} -.2 {p[3]} .25 C{p[4]} .7 {p[5]} 1.0 {p[6]} 1.05 "
            f"C{p[7]} .7 {p[8]} .3 {p[9]} -.05 Z")


def draw_over_head(s: Sitter) -> None:
    comb = Comb(s)
    style = STYLES.get(s.hair)
    if style:
        style(comb)
    if s.look.hair_band and s.hair not in ("", "bald"):
        band = trace("M-.84 -.62 Q0 -1.34 .84 -.62", comb.m)
        s.pen.tube(band, 7.5, palette.colour(s.look.hair_band, "red"))


def _short(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("round"), .12, side=c.side))
    _part(c, .3, -.98)


def _part(c: Comb, out: float, top: float) -> None:
    """Two strands from the crown: without them smooth hair is a helmet."""
    x = [across(c.t, v * c.side) for v in (.02, out, out * 1.8, -out * .5, -out * 1.3)]
    c.strand(f"M{x[0]} {top} Q{x[1]} {top + .02} {x[2]} {top + .24} M{x[0]} {top + .03} Q{x[3]} {top + .05} {x[4]} {top + .2}", .5)


def _spiky(c: Comb) -> None:
    c.lock(cap(c.t, "spiky", .16))


def _pixie(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("side"), .12, .28, side=c.side))


def _side_parting(c: Comb) -> None:
    c.lock(cap(c.t, "side", .16, side=c.side))


def _quiff(c: Comb) -> None:
    c.lock(cap(c.t, "off-face", .10, .05, .10))
    x = [across(c.t, v * c.side) for v in (-.2, .1, .42)]
    c.strand(f"M{x[0]} -.98 Q{x[1]} -.86 {x[2]} -.92")


def _fade(c: Comb) -> None:
    """Short at the sides and full on top, with no edge between them: an edge would make it a hat."""
    t, outline = c.t, trace(cap(c.t, "flat", .06, .10), c.m)
    c.pen.patch(outline, mix(c.s.skin, c.colour, .5))
    left, right = across(t, -.84) - .34 * t, across(t, .80 - .06 * t)
    a, b, d = across(t, .5), across(t, 0), across(t, -.5)
    top = (f"M{left} -.60 C{left} -.92 -.58 -1.06 0 -1.06 C{.52 - .12 * t} -1.06 {right} -.92 {right} -.60 "
           f"Q{a} -.66 {b} -.66 Q{d} -.66 {left} -.60 Z")
    c.pen.tint(trace(top, c.m), c.colour)
    c.pen.stray(outline)


def _balding(c: Comb) -> None:
    if c.t:
        return c.lock("M-.78 .66 C-1.2 .30 -1.24 -.4 -.9 -.66 C-.56 -.62 -.52 -.2 -.50 .12 L-.70 .10 Q-.76 .50 -.70 .70 Z")
    c.lock("M-1.03 .16 C-1.2 -.1 -1.14 -.5 -.94 -.62 Q-.84 -.2 -.86 .14 Z")
    c.lock("M1.03 .16 C1.2 -.1 1.14 -.5 .94 -.62 Q.84 -.2 .86 .14 Z")


def _tuft(c: Comb) -> None:
    c.lock("M-.36 -.93 C-.4 -1.06 .2 -1.04 .34 -.90 C.2 -.84 .1 -.78 0 -.62 C-.1 -.8 -.2 -.84 -.36 -.92 Z")
    c.pen.line(trace("M-.02 -1.0 C-.16 -1.26 .20 -1.36 .22 -1.16", c.m))


def _bob(c: Comb) -> None:
    c.lock(curtain(c.t, c.fringe("straight"), .78, 1.17, .86, side=c.side))
    _part(c, .34, -1.08)


def _long(c: Comb) -> None:
    c.lock(curtain(c.t, c.fringe("centre"), 1.55, 1.2, .84, side=c.side))
    for e in (-1,) if c.t else (-1, 1):
        c.strand(f"M{e * 1.0} .1 Q{e * 1.08} .6 {e * 1.02} 1.15", .5)


def _wavy(c: Comb) -> None:
    c.lock(curtain(c.t, c.fringe("side"), 1.35, 1.24, .86, side=c.side))
    for e in (-1,) if c.t else (-1, 1):
        c.strand(f"M{e * 1.04} .30 Q{e * 1.16} .55 {e * 1.02} .82 Q{e * .95} 1.0 {e * 1.06} 1.22")


def _curls(burn: float):
    def draw(c: Comb) -> None:                              # the crown merges with the curls behind the head
        c.pen.patch(trace(cap(c.t, "curly", .09, burn), c.m), c.colour)
        c.pen.line(trace(hairline(c.t, "curly", burn), c.m))
    return draw


def _puffs(c: Comb) -> None:
    c.lock(cap(c.t, "off-face", .05, -.05))
    x = across(c.t, 0)
    c.strand(f"M{x} -1.03 L{x} -.74")
    if c.s.look.headwear not in BRIMMED:
        for e in (-1, 1):
            c.band(e * .70 - .06 * c.t, -.80)


def _bun(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("off-face"), .07, 0, side=c.side))
    x = -.2 * c.t
    c.pen.line(trace(f"M{x - .34} -1.0 Q{x} -.92 {x + .34} -1.0", c.m))


def _ponytail(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("side"), .07, 0, side=c.side))
    c.band(-.78 if c.t else .78, -.74, 3.6)


def _bunches(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("off-face"), .07, 0, side=c.side))
    x = across(c.t, 0)
    c.strand(f"M{x} -1.05 L{x} -.74")
    for e in (-1, 1):
        c.band(e * .98 - .1 * c.t, -.28, 3.6)


def _braids(c: Comb) -> None:
    c.lock(cap(c.t, c.fringe("centre"), .08, 0, side=c.side))
    x = across(c.t, 0)
    c.strand(f"M{x} -1.06 L{x} -.96")
    for e in (-1,) if c.t else (-1, 1):
        x = e * (1.06 if c.t else .98)
        for i in range(5):
            c.pen.dot(at(c.m, x + e * .05 * i, .12 + i * .29), 5.6 - .3 * i, c.colour)
        c.band(x + e * .25, .12 + 4.75 * .29, 3.4)


def _locs(c: Comb) -> None:
    for x in (-.92, -.64) if c.t else (-1.0, 1.0):
        c.pen.tube(line(at(c.m, x, -.3), at(c.m, x * 1.12 - .02 * c.t, 1.12)), 10.5, c.colour)
    c.lock(cap(c.t, "curly", .12, 0))
    for x in (-.5, -.1, .3):
        c.strand(f"M{across(c.t, x) * .8} -1.02 L{across(c.t, x)} -.78")


STYLES = {"short": _short, "fade": _fade, "side-parting": _side_parting, "spiky": _spiky, "pixie": _pixie, "quiff": _quiff,
          "balding": _balding, "tuft": _tuft, "bob": _bob, "long": _long, "wavy": _wavy,
          "curly": _curls(.28), "afro": _curls(.10), "puffs": _puffs, "bun": _bun, "ponytail": _ponytail, "bunches": _bunches,
          "braids": _braids, "locs": _locs, **styles.MORE}
