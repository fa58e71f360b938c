"""The face: eyes, brows, nose, mouth and cheeks, from a feeling. Head units."""
from msgspec.structs import replace

from wordspics.pictures.figure import feelings, hair, palette
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import Point, at, bend, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import INK, Circle, Path

_RIM = 3.4                                  # how much wider a rim is than its line; units
_DOTS = {"soft": (0, 0), "dot": (0, 0), "down": (0, .05), "aside": (.10, 0), "odd": (0, 0), "lifted": (0, -.07), "away": (-.09, .06),
         "sidelong": (-.12, .09)}   # where the eyes look
_LASHED = tuple(_DOTS)
_TAPE = "M-.17 -.15 L.17 -.15 Q.22 -.15 .22 -.10 L.22 .10 Q.22 .15 .17 .15 L-.17 .15 Q-.22 .15 -.22 .10 L-.22 -.10 Q-.22 -.15 -.17 -.15 Z"


class Features:
    """Where the features of a head are: the middle line `x`, the eyes' height and half distance, the lines' weight in units."""

    def __init__(self, s: Sitter):
        t = s.bones.head_turned
        self.t, self.m, self.pen = t, s.bones.face, s.pen
        self.x, self.eye, self.apart = 0.22 * t, s.age.eye, 0.335 if t else 0.37
        self.weight = s.pen.weight * 0.84
        self.iris = palette.EYES.get(s.look.eyes, "") if s.pen.colours else ""
        self.pupil = 3.0 if s.age.young else 2.85

    def at(self, x: float, y: float) -> Point:
        return at(self.m, x, y)

    def draw_pupil(self, x: float, y: float, size: float = 1, high: float = 1.18) -> None:
        """A dark dot with its glint, or one with a ring of colour in it, a little larger so that the colour is seen."""
        size *= 1.16 if self.iris else 1
        for share, fill in ((1, INK), (.76, self.iris), (.45, INK)) if self.iris else ((1, INK),):
            self.pen.smudge(self.at(x, y), self.pupil * size * share, self.pupil * size * share * high, fill)

    def line(self, d: str, weight: float = 1, colour: str = INK) -> None:
        self.pen.line(trace(d, self.m), self.weight * weight, colour)


def draw_face(s: Sitter, brows: bool = True) -> None:
    f = Features(s)
    _draw_cheeks(s, f)
    _draw_feeding_tube(s, f)
    _draw_rims(s, f, brows)
    for e in (-1, 1):
        _draw_eye(s, f, e)
        if brows and not s.look.glasses:
            draw_brow(s, f, e)
    _draw_years(s, f)
    _draw_nose(s, f)
    _draw_mouth(s, f)


def _draw_years(s: Sitter, f: Features) -> None:
    """Two small lines beside each eye of somebody older: hair and height are hidden by a hat and a bed, these are not."""
    if s.age_name == "older":
        for e in (-1, 1):
            x, y = f.x + e * (f.apart + .2), f.eye
            f.line(f"M{x} {y - .04} L{x + e * .1} {y - .1} M{x} {y + .05} L{x + e * .1} {y + .08}", .5, _shade(s))


def _shade(s: Sitter) -> str:
    """A warm dark of the skin: a grey one looks like a smudge on a pale face."""
    return mix(s.skin, INK, .6) if s.skin_name in palette.DEEP_SKINS else mix(mix(s.skin, s.cheek, .6), "#4a1f10", .46)


def _draw_rims(s: Sitter, f: Features, brows: bool) -> None:
    """On the deepest skins eyes, brows and mouth lie on a lighter rim of themselves, or a mono printer loses them."""
    rim = palette.RIMS.get(s.skin_name)
    if not rim or not f.pen.colours:
        return
    own, s.pen = s.pen, s.pen.another()
    g = Features(s)
    g.iris = ""
    hidden = s.covers_face and s.look.limb != "arm"        # of eyes behind two hands the rims alone would look out
    for e in (-1, 1):
        if not hidden:
            _draw_eye(s, g, e)
        if brows:
            draw_brow(s, g, e)
    _draw_mouth(s, g)
    lines = [shape for shape in s.pen.shapes if isinstance(shape, Path) and shape.fill is None]
    for shape in sorted(lines, key=lambda one: one.width or 0):     # alike next to each other become one
        own.line(shape.d, (shape.width or own.weight) + _RIM, rim)
    for shape in s.pen.shapes:
        if shape not in lines and not (isinstance(shape, Circle) and shape.r < 2):
            wide = (shape.width or own.weight) if shape.stroke != "none" else 0
            own.shapes.append(replace(shape, stroke=rim, width=round(wide + _RIM, 1), fill=rim))
    s.pen = own


def _draw_cheeks(s: Sitter, f: Features) -> None:
    blush = "blush" in s.feeling.signs
    rosy = "rosy" in s.feeling.signs
    if not (blush or s.age.young or "cheeks" in s.feeling.signs):
        return
    y = f.eye + (0.24 if s.look.beard in ("full", "long") else 0.34)
    large, colour = (1.35, mix(s.cheek, "#ea5a47", 0.6 if s.skin_name in palette.DEEP_SKINS else 0.45)) if blush or rosy else (1, s.cheek)
    for e in (-1, 1):
        if f.pen.colours:
            cheek = f.at(f.x * 0.9 + e * 0.58 * (0.93 if f.t else 1), y)
            f.pen.smudge(cheek, 4.6 * large, 3.4 * large, colour)
        for x in (-0.09, 0.03) if blush or (rosy and not f.pen.colours) else ():
            x += f.x * 0.9 + e * 0.58
            f.line(f"M{x} {y + .05} L{x + .06} {y - .07}", 0.6, mix(colour, "#8e1f1f", .5))


def _draw_feeding_tube(s: Sitter, f: Features) -> None:
    """A thin tube from the nostril over the person's own left cheek to the ear, under a clear tape: never out of the mouth."""
    if s.look.feeding_tube != "nose":
        return
    e, ears = s.head_side, hair.shows_ears(s)
    x, y = f.x + e * .09, f.eye + .19
    wide = ((1.0 if e > 0 else -.56 if ears else -.38) if f.t else e * (.98 if ears else .78)) - x
    bends = [x + wide * share for share in (.1, .4, .6, .9, 1)]
    tube = (f"M{x} {y} C{bends[0]} {y + .02} {bends[1]} {y + .03} {bends[2]} {y + .01} "
            f"C{bends[3]} {y - .02} {bends[4]} {y - .1} {bends[4]} {f.eye - .02}")
    tape = trace(_TAPE, place(*f.at(x + wide * .58, y + .01), s.bones.tilt - 4 * e, s.age.head_w))
    f.pen.patch(tape, mix(s.skin, "#ffffff", .7))
    f.pen.line(tape, 1.2 if f.pen.colours else .7, mix(s.skin, INK, .45))
    f.pen.line(trace(tube, f.m), 2, palette.TUBE_ON_DEEP if s.skin_name in palette.DEEP_SKINS else palette.TUBE)


def _eyes(s: Sitter) -> str:
    if s.look.headwear == "niqab" and s.feeling_name == "happy":        # where no mouth is seen, the eyes smile
        return "up"
    lowered = s.pose.eyes and s.feeling_name in feelings.OPEN_EYED
    return s.pose.eyes if lowered else s.feeling.eyes


def _draw_eye(s: Sitter, f: Features, e: int) -> None:
    kind, x, y = _eyes(s), f.x + e * f.apart, f.eye
    if kind in _DOTS:
        _draw_dot_eye(s, f, e, kind, x, y)
    elif kind == "empty":                                   # nothing shines in them
        f.pen.smudge(f.at(x + .03 * f.t, y), f.pupil, f.pupil * 1.1, INK)
        f.line(f"M{x - .16} {y - .12} L{x + .16} {y - .12}", .8)
    elif kind == "half":
        _draw_tired_eye(s, f, e, x, y)
    elif kind == "round":
        f.draw_pupil(x + .03 * f.t, y, 1.45, 1.1)
        f.pen.spot(f.at(x + .05 + .03 * f.t, y - .07), 1.3, "#ffffff")
    elif kind == "up":
        f.line(f"M{x - .14} {y + .06} Q{x} {y - .16} {x + .14} {y + .06}")
    elif kind in ("shut", "low"):
        y += .09 if kind == "low" else .02
        f.line(f"M{x - .15} {y} Q{x} {y + .16} {x + .15} {y}")
    elif kind == "tight":
        f.line(f"M{x + e * .13} {y - .10} L{x - e * .11} {y + .02} L{x + e * .13} {y + .12}")
    elif kind == "wide":
        r = s.age.head_w * .172
        f.pen.oval(f.at(x + .012 * f.t, y - .04), r, r * 1.12, "#ffffff", s.bones.tilt, f.weight * .75)
        f.pen.spot(f.at(x + .03 * f.t, y - .03), min(f.pupil * .9, r * .62), INK)
        f.pen.spot(f.at(x + .03 * f.t + .03, y - .07), .8, "#ffffff")


def _draw_dot_eye(s: Sitter, f: Features, e: int, kind: str, x: float, y: float) -> None:
    dx, dy = .03 * f.t, 0.0
    if kind == "odd":
        dx, dy = (.05, -.09) if e > 0 else (.09, -.04)
    else:
        dx, dy = dx + _DOTS[kind][0], _DOTS[kind][1]
    f.draw_pupil(x + dx, y + dy)
    f.pen.spot(f.at(x + dx + .035, y + dy - .045), .85, "#ffffff")
    if s.look.lashes and kind in _LASHED:
        f.line(f"M{x + e * .09} {y - .07} L{x + e * .2} {y - .13}", .7)


def _draw_tired_eye(s: Sitter, f: Features, e: int, x: float, y: float) -> None:
    f.draw_pupil(x + .03 * f.t, y)
    lid = f"M{x - .14} {y - .18} L{x + .14} {y - .18} L{x + .14} {y - .01} L{x - .14} {y - .01} Z"
    f.pen.patch(trace(lid, f.m), s.skin)
    f.line(f"M{x - .15} {y - .01 - e * .035} L{x + .15} {y - .01 + e * .035}")
    f.line(f"M{x - .1} {y + .19} Q{x} {y + .25} {x + .1} {y + .19}", .6)


def draw_brow(s: Sitter, f: Features, e: int) -> None:
    """The brow on one side. Glasses draw it over their frames: a brow says more than a frame does."""
    brow, x, y = s.feeling.brow, f.x + e * f.apart, f.eye
    inner, outer, arch = brow.inner, brow.outer, .02 if brow.shape == "straight" else .09
    if brow.shape == "odd":                                 # one high and arched, one low and flat
        inner, outer = (-.13, -.06) if e > 0 else (.10, .09)
    if brow.shape == "mixed":                               # one glad, one sad
        inner, outer, arch = (-.14, .10, .02) if e > 0 else (0, .05, .09)
    ax, ay, bx, by = x - e * .15, y + brow.lift + inner, x + e * .16, y + brow.lift + outer
    f.line(f"M{ax} {ay} Q{(ax + bx) / 2} {(ay + by) / 2 - arch} {bx} {by}", .7 if s.is_baby else .85 if s.age.young else 1.0)


def _draw_nose(s: Sitter, f: Features) -> None:
    if s.is_baby:
        return
    if s.look.features == "downs":
        return f.line(f"M{f.x - .07} {f.eye + .2} Q{f.x} {f.eye + .26} {f.x + .07} {f.eye + .2}", .7)
    x, y = f.x, f.eye
    d = (f"M{x + .04} {y + .10} Q{x + .17} {y + .26} {x + .03} {y + .27}" if f.t else
         f"M-.085 {y + .225} Q0 {y + .30} .085 {y + .225}")
    f.line(d, .66, _shade(s))


def _draw_mouth(s: Sitter, f: Features) -> None:
    kind = s.feeling.mouth
    if "toothbrush" in s.pose.props:                        # comes with its teeth
        return
    dx, dy, narrow = f.x * 1.05, max(f.eye - .10, 0) * .7, .94 if f.t else 1
    if s.look.beard == "moustache" and kind in feelings.LINES:
        dy += .10                                           # or it would hide what the mouth says
    elif s.look.feeding_tube and kind in feelings.OPEN:
        dy += .06                                           # or the tube would seem to come out of it

    def put(d: str) -> str:
        return trace(bend(d, lambda x, y: (x * narrow + dx, y + dy)), f.m)

    if kind in feelings.LINES:
        return f.pen.line(put(feelings.LINES[kind]), f.weight)
    f.pen.shape(put(feelings.OPEN[kind]), palette.MOUTH, f.weight)
    if kind in feelings.TONGUES:
        f.pen.tint(put(feelings.TONGUES[kind]), palette.TONGUE)
