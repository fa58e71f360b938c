"""What is worn on the head, in head units."""
from wordspics.pictures.figure import palette
from wordspics.pictures.figure.hairlines import across
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import at, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import INK


def draw_headwear(s: Sitter) -> None:
    draw = HEADWEAR.get(s.look.headwear)
    if draw:
        draw(s, colour_of(s))


def colour_of(s: Sitter) -> str:
    """What is worn keeps its colour from every side, the usual one too."""
    if s.look.headwear.startswith("police"):
        return palette.SLATE
    return palette.colour(s.look.headwear_colour, "charcoal" if s.look.headwear == "niqab" else "purple")


def _cloth(s: Sitter, d: str, fill: str) -> None:
    s.pen.shape(trace(d, s.bones.face), fill)


def _fold(s: Sitter, *paths: str, weight: float = 0.75) -> None:
    for d in paths:
        s.pen.line(trace(d, s.bones.face), s.pen.weight * weight)


def _hijab(s: Sitter, colour: str) -> None:
    t = s.bones.head_turned
    o, q = .2 * t, 1 - .09 * t
    _cloth(s, "M0 -1.17 C.72 -1.17 1.2 -.66 1.12 .02 C1.14 .5 1.12 .9 1.36 1.42 Q0 2.05 -1.40 1.42 "
              "C-1.2 .9 -1.2 .5 -1.14 .02 C-1.2 -.66 -.72 -1.17 0 -1.17 Z "
              f"M{o} -.70 C{o - .5 * q} -.70 {o - .80 * q} -.4 {o - .80 * q} .08 C{o - .80 * q} .58 {o - .45 * q} .90 {o} .90 "
              f"C{o + .45 * q} .90 {o + .80 * q} .58 {o + .80 * q} .08 C{o + .80 * q} -.4 {o + .5 * q} -.70 {o} -.70 Z", colour)
    x = [o + s.head_side * v for v in (-.62, -.2, .95, -.86, -.4, .25)]
    _fold(s, f"M{x[0]} .74 Q{x[1]} 1.18 {x[2]} 1.34", f"M{x[3]} .98 Q{x[4]} 1.5 {x[5]} 1.66")


def _police_hijab(s: Sitter, colour: str) -> None:
    """A police officer's hijab, with the checked band above the forehead."""
    _hijab(s, colour)
    t = s.bones.head_turned
    x = [across(t, v) for v in (-.74, 0, .74)]
    band = f"M{x[0]} -.62 Q{x[1]} -1.02 {x[2]} -.62"
    s.pen.tube(trace(band, s.bones.face), 8, "#ffffff")
    for share in (.12, .34, .56, .78):
        a, b = (_along(x, v) for v in (share, share + .1))
        s.pen.tube_fill(trace(f"M{a[0]} {a[1]} L{b[0]} {b[1]}", s.bones.face), 3.8 + s.pen.weight, INK, "butt")


def _along(x: list[float], v: float) -> tuple[float, float]:
    """A point of the band."""
    a, b, c = (1 - v) ** 2, 2 * v * (1 - v), v * v
    return a * x[0] + b * x[1] + c * x[2], a * -.62 + b * -1.02 + c * -.62


def draw_veil(s: Sitter) -> None:
    """The lower part of a niqab: only the eyes are seen."""
    if s.look.headwear != "niqab":
        return
    colour, t = colour_of(s), s.bones.head_turned
    o, q = .2 * t, 1 - .09 * t
    x = [o - .84 * q, o - .4 * q, o + .4 * q, o + .84 * q]
    low = s.age.eye + .22
    _cloth(s, f"M{x[0]} {low - .04} Q{o} {low + .06} {x[3]} {low - .04} C{x[3] + .1} .9 {x[2] + .5} 1.4 {x[2] + .3} 1.62 "
              f"Q{o} 1.9 {x[1] - .3} 1.62 "
              f"C{x[1] - .5} 1.4 {x[0] - .1} .9 {x[0]} {low - .04} Z", colour)
    _cloth(s, f"M{x[0]} {s.age.eye - .3} C{x[0]} -.66 {x[1]} -.74 {o} -.74 C{x[2]} -.74 {x[3]} -.66 {x[3]} {s.age.eye - .3} "
              f"Q{o} {s.age.eye - .44} {x[0]} {s.age.eye - .3} Z", colour)
    _fold(s, f"M{o - .3} {low + .5} Q{o - .1} {low + .9} {o - .16} 1.5")


def _tied_scarf(s: Sitter, colour: str) -> None:
    """A headscarf tied at the nape: ears and neck are free."""
    e = -1 if s.bones.head_turned else s.head_side
    _cloth(s, f"M{e * .86} .06 Q{e * 1.3} .3 {e * 1.36} .86 Q{e * 1.1} .8 {e * 1.02} .56 Q{e * 1.0} .86 {e * .8} 1.04 "
              f"Q{e * .7} .5 {e * .86} .06 Z", colour)
    x = [across(s.bones.head_turned, v) for v in (.8, 0, -.8)]
    low = -.02 if s.bones.head_turned else -.1
    _cloth(s, f"M-1.05 {low} C-1.22 -.74 -.72 -1.2 0 -1.2 C.72 -1.2 1.18 -.74 1.03 -.1 Q{x[0]} -.44 {x[1]} -.66 "
              f"Q{x[2]} -.44 -1.05 {low} Z", colour)
    _fold(s, f"M{x[2]} -.52 Q{x[2] * .6} -.86 {x[1]} -.98", f"M{x[0]} -.56 Q{x[0] * .7} -.8 {x[0] * .4} -.9")


def _kippah(s: Sitter, colour: str) -> None:
    """A dome on the crown, low enough for its colour to show from the front."""
    o, lift = -.30 * s.bones.head_turned, {"afro": .42, "curly": .16, "short-afro": .16}.get(s.hair, 0)
    high, low = -1.44 - lift, -.86 - lift
    d = f"M{o - .68} {low} C{o - .62} {high} {o + .62} {high} {o + .68} {low} Q{o} {low - .14} {o - .68} {low} Z"
    s.pen.shape(trace(d, s.bones.face), colour, s.pen.weight * .8)
    _fold(s, f"M{o - .56} {low - .17} Q{o} {low - .31} {o + .56} {low - .17}", weight=.4)


def _turban(s: Sitter, colour: str) -> None:
    x = [across(s.bones.head_turned, v) for v in (.6, 0, -.6)]
    _cloth(s, "M-1.06 -.18 C-1.5 -.8 -1.05 -1.72 0 -1.74 C1.05 -1.72 1.5 -.8 1.06 -.18 "
              f"Q{x[0]} -.44 {x[1]} -.70 Q{x[2]} -.44 -1.06 -.18 Z", colour)
    f = [across(s.bones.head_turned, v * s.head_side) for v in (.58, .84, -.12, -.6, -1.0, .24, .3, .2)]
    _fold(s, f"M{x[1]} -.70 Q{f[0]} -1.0 {f[1]} -1.42", f"M{f[2]} -.80 Q{f[3]} -1.05 {f[4]} -1.36",
          f"M{f[5]} -1.12 Q{f[6]} -1.45 {f[7]} -1.66")


def _patka(s: Sitter, colour: str) -> None:
    _cloth(s, "M-1.04 -.22 C-1.15 -.8 -.7 -1.2 0 -1.2 C.7 -1.2 1.15 -.8 1.04 -.22 Q0 -.72 -1.04 -.22 Z", colour)
    s.pen.dot(at(s.bones.face, 0, -1.3), 7, colour)


def _beanie(s: Sitter, colour: str) -> None:
    s.pen.dot(at(s.bones.face, 0, -1.42), 5.5, "#ffffff")
    _cloth(s, "M-1.06 -.4 C-1.12 -1.0 -.66 -1.4 0 -1.4 C.66 -1.4 1.12 -1.0 1.06 -.4 Z", colour)
    _cloth(s, "M-1.1 -.62 Q0 -.95 1.1 -.62 Q1.2 -.4 1.1 -.3 Q0 -.62 -1.1 -.3 Q-1.2 -.4 -1.1 -.62 Z", mix(colour, "#ffffff", .3))


def _cap(s: Sitter, colour: str) -> None:
    _cloth(s, "M-1.06 -.36 C-1.12 -1.0 -.62 -1.34 0 -1.34 C.62 -1.34 1.12 -1.0 1.06 -.36 Q0 -.66 -1.06 -.36 Z", colour)
    peak = ("M.1 -.56 Q.7 -.62 1.04 -.46 Q1.6 -.4 1.66 -.16 Q1.2 -.22 .85 -.28 Q.4 -.38 .1 -.40 Z" if s.bones.head_turned else
            "M-.80 -.42 Q0 -.78 .80 -.42 Q.98 -.16 .72 -.22 Q0 -.46 -.72 -.22 Q-.98 -.16 -.80 -.42 Z")
    _cloth(s, peak, mix(colour, INK, .22))


def draw_police_crown(s: Sitter) -> None:
    """What is the same from all sides."""
    _cloth(s, "M-1.0 -.52 C-1.3 -.78 -1.42 -1.0 -1.26 -1.12 Q0 -1.72 1.26 -1.12 C1.42 -1.0 1.3 -.78 1.0 -.52 Z", colour_of(s))
    band = "M-1.02 -.74 Q0 -1.02 1.02 -.74 L1.0 -.40 Q0 -.68 -1.0 -.40 Z"
    _cloth(s, band, "#ffffff")
    s.pen.tube_fill(trace(_checks(), s.bones.face), .135 * s.age.head_h + s.pen.weight, INK, "butt")
    _fold(s, band, weight=.8)


def _police(s: Sitter, _colour: str) -> None:
    draw_police_crown(s)
    peak = ("M-.4 -.5 Q.5 -.72 1.0 -.44 Q1.42 -.3 1.3 -.14 Q.7 -.44 -.4 -.38 Z" if s.bones.head_turned else
            "M-.78 -.44 Q0 -.72 .78 -.44 Q.92 -.2 .7 -.26 Q0 -.5 -.7 -.26 Q-.92 -.2 -.78 -.44 Z")
    _cloth(s, peak, palette.COLOURS["black"])
    s.pen.dot(at(s.bones.face, across(s.bones.head_turned, 0), -1.14), 3.2, palette.COLOURS["light-grey"], s.pen.weight * .6)


def _checks() -> str:
    """Two rows of black squares round a police cap: the line through each square's middle."""
    squares = []
    for i in range(6):
        for row in (0, 1):
            x = -.92 + i * .32 + .16 * row
            y = -.68 + .16 * row - .17 * (1 - (x + .08) ** 2)
            if x < .85:
                squares.append(f"M{x} {y + .07} L{x + .16} {y + .06}")
    return " ".join(squares)


HEADWEAR = {"niqab": _hijab, "tied-scarf": _tied_scarf, "kippah": _kippah, "police-hijab": _police_hijab,
            "hijab": _hijab, "turban": _turban, "patka": _patka, "cap": _cap,
            "beanie": _beanie, "police-cap": _police}
