"""What makes a coat a coat and a nurse a nurse: the lines and badges of more garments and work clothes."""
from wordspics.pictures.figure.palette import COLOURS, mix
from wordspics.pictures.figure.plane import at, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.trunk import Trunk
from wordspics.pictures.shapes import INK


def _line(s: Sitter, d: str, weight: float = 0.8, colour: str = INK) -> None:
    s.pen.line(trace(d, s.bones.trunk), s.pen.weight * weight, colour)


def _shape(s: Sitter, d: str, fill: str, weight: float = 0.8) -> None:
    s.pen.shape(trace(d, s.bones.trunk), fill, s.pen.weight * weight)


def _lapels(s: Sitter, k: Trunk, fill: str, deep: float) -> None:
    o, n, t = k.middle, k.neck, k.torso
    for e in (-1, 1):
        lapel = f"M{o + e * n * .9} {-t - 1} L{o + e * n * 1.9} {2 - t} L{o + e * n * 1.3} {-t * (1 - deep * .6)} L{o} {-t * (1 - deep)} Z"
        _shape(s, lapel, fill)


def trim_coat(s: Sitter, k: Trunk) -> None:
    o, t = k.middle, k.torso
    _lapels(s, k, mix(s.outfit.top_colour, INK, 0.16), .34)
    _line(s, f"M{o} {-t * .66} L{o * .5} {k.hem + 3}")
    s.pen.spots([at(s.bones.trunk, o * .7 + 4.4 * s.side, -t * share) for share in (.52, .30, .08)], 1.7, INK)
    for e in (-1, 1):
        _line(s, f"M{e * k.hip * .42} {-t * .20} L{e * k.hip * .82} {-t * .25}")


def trim_pyjamas(s: Sitter, k: Trunk) -> None:
    o, t = k.middle, k.torso
    _lapels(s, k, mix(s.outfit.top_colour, "#ffffff", 0.5), .26)
    _line(s, f"M{o} {-t * .74} L{o * .4} {k.hem}")
    s.pen.spots([at(s.bones.trunk, o * .7 + 4 * s.side, -t * share) for share in (.58, .34, .10)], 1.5, INK)
    if not s.outfit.pattern:
        moons = [at(s.bones.trunk, x * k.shoulder, -y * t) for x, y in ((-.55, .56), (.5, .44), (-.35, .2), (.45, .12))]
        s.pen.spots(moons, 1.9, mix(s.outfit.top_colour, "#ffffff", 0.7))


def trim_gown(s: Sitter, k: Trunk) -> None:
    """Wrapped over, with a belt tied in front."""
    o, t, dark = k.middle, k.torso, mix(s.outfit.top_colour, INK, 0.2)
    _lapels(s, k, mix(s.outfit.top_colour, "#ffffff", 0.4), .62)
    half = k.half(-t * .18) - 1
    s.pen.tube(trace(f"M{-half} {-t * .20} Q{o} {-t * .14} {half} {-t * .20}", s.bones.trunk), 8, dark)
    for x in (-3, 4):
        s.pen.tube(trace(f"M{o + x * .4} {-t * .16} L{o + x} {t * .12}", s.bones.trunk), 6, dark)
    s.pen.dot(at(s.bones.trunk, o, -t * .17), 4, dark, s.pen.weight * .7)


def trim_kameez(s: Sitter, k: Trunk) -> None:
    """A worked neckline and a scarf over both shoulders."""
    o, n, t, scarf = k.middle, k.neck, k.torso, s.outfit.pattern_colour
    gold = COLOURS["gold"] if s.outfit.top_colour != COLOURS["gold"] else COLOURS["red"]
    _line(s, f"M{o - n * .95} {1 - t} L{o} {-t * .76} L{o + n * .95} {1 - t} M{o} {-t * .76} L{o} {-t * .52}", 0.8, gold)
    e = s.side
    drape = (f"M{-e * k.shoulder * .92} {6 - t} Q{-e * k.shoulder * .2} {-t * .58} {e * k.shoulder * .88} {5 - t} "
             f"L{e * k.shoulder * .98} {14 - t} Q{-e * k.shoulder * .1} {-t * .36} {-e * k.shoulder} {16 - t} Z")
    _shape(s, drape, scarf)


def drape_sari(s: Sitter, k: Trunk) -> None:
    """A blouse, and the cloth brought up over the person's own left shoulder."""
    t, e, cloth = k.torso, s.side, s.outfit.pattern_colour
    drape = (f"M{e * k.shoulder * .30} {1 - t} L{e * k.shoulder * .86} {2 - t} "
             f"Q{e * k.shoulder * .5} {-t * .45} {-e * k.hip * .5} {k.hem + 2} L{-e * k.hip * 1.02} {k.hem} "
             f"L{-e * k.hip * .98} {-t * .34} Q{-e * k.shoulder * .1} {-t * .5} {e * k.shoulder * .30} {1 - t} Z")
    _shape(s, drape, cloth)
    gold = COLOURS["gold"] if cloth != COLOURS["gold"] else COLOURS["dark-red"]
    _line(s, f"M{e * k.shoulder * .78} {6 - t} Q{e * k.shoulder * .4} {-t * .42} {-e * k.hip * .44} {k.hem - 2}", 0.9, gold)


def trim_care_home(s: Sitter, k: Trunk) -> None:
    """A tunic with white edges and a watch upside down on the breast."""
    o, n, t = k.middle, k.neck, k.torso
    for e in (-1, 1):
        _line(s, f"M{o + e * (n + 2)} {2 - t} L{o} {-t * .74}", 1.2, "#ffffff")
    _line(s, f"M{o} {-t * .74} L0 {k.hem + 1}")
    x = _breast(s, k)
    s.pen.tube(trace(f"M{x} {-t * .74} L{x} {-t * .64}", s.bones.trunk), 5, "#ffffff")
    s.pen.dot(at(s.bones.trunk, x, -t * .58), 4, "#ffffff", s.pen.weight * .7)
    for e in (-1, 1):
        _line(s, f"M{e * k.hip * .3} {-t * .16} L{e * k.hip * .8} {-t * .16} L{e * k.hip * .8} {-t * .02}", .7)


def draw_bright_band(s: Sitter, k: Trunk) -> None:
    y, half = -k.torso * .26, k.half(-k.torso * .3) - .5
    s.pen.tube(trace(f"M{-half} {y} L{half} {y}", s.bones.trunk), 8, COLOURS["yellow"])
    s.pen.tube_fill(trace(f"M{1 - half} {y} L{half - 1} {y}", s.bones.trunk), 2 + s.pen.weight, COLOURS["light-grey"], "butt")


def trim_paramedic(s: Sitter, k: Trunk) -> None:
    """Green, with bright bands, and a badge with a cross of life."""
    o, t = k.middle, k.torso
    draw_bright_band(s, k)
    for e in (-1, 1):
        collar = f"M{o + e * k.neck} {-t} L{o + e} {-t * .8} L{o + e * k.neck * 1.7} {-t * .84} Z"
        _shape(s, collar, mix(s.outfit.top_colour, "#ffffff", .3))
    _line(s, f"M{o} {-t * .8} L{o * .4} {k.hem}")
    x = _breast(s, k)
    s.pen.dot(at(s.bones.trunk, x, -t * .60), 5.5, "#ffffff", s.pen.weight * .7)
    m = place(*at(s.bones.trunk, x, -t * .60), 0, 3.4)
    s.pen.line(trace("M0 -1 L0 1 M-.87 -.5 L.87 .5 M-.87 .5 L.87 -.5", m), 1.5, COLOURS["navy"])


def trim_doctor(s: Sitter, k: Trunk) -> None:
    """An open white coat over a coloured shirt, and a stethoscope."""
    o, n, t = k.middle, k.neck, k.torso
    _shape(s, f"M{o - n * .9} {-t} L{o - n * .55} {k.hem + 2} L{o + n * .55} {k.hem + 2} L{o + n * .9} {-t} Z", COLOURS["light-blue"])
    _lapels(s, k, "#ffffff", .36)
    _shape(s, f"M{o - n * .7} {-t - 1} L{o} {-t * .82} L{o + n * .7} {-t - 1} Z", s.skin)
    e = s.side
    tube = f"M{o - n * 1.2} {2 - t} C{o - n * 1.8} {-t * .5} {o + n * 1.2} {-t * .42} {o + e * n * 1.15} {-t * .62}"
    _line(s, tube, 1.0, COLOURS["charcoal"])
    _line(s, f"M{o + n * 1.2} {2 - t} Q{o + n * 1.5} {-t * .8} {o + n * 1.15} {-t * .66}", 1.0, COLOURS["charcoal"])
    s.pen.dot(at(s.bones.trunk, o + e * n * 1.15, -t * .60), 4, COLOURS["light-grey"], s.pen.weight * .7)


def trim_football(s: Sitter, k: Trunk) -> None:
    """White shoulders and a number."""
    o, t = k.middle, k.torso
    for e in (-1, 1):
        _line(s, f"M{e * k.shoulder * .48} {5 - t} L{e * k.shoulder * .58} {k.hem - 2}", 1.1, "#ffffff")
    m = place(*at(s.bones.trunk, o, -t * .40), s.bones.tilt * 0, (-1 if s.mirrored else 1) * t * .15, t * .15)
    seven = trace("M-.7 -1 L.7 -1 L-.1 1", m)
    s.pen.line(seven, s.pen.weight * 1.5)
    s.pen.line(seven, s.pen.weight * .8, "#ffffff")


def _breast(s: Sitter, k: Trunk) -> float:
    return k.shoulder * 0.45 if s.side > 0 else -k.shoulder * (0.16 if s.bones.turned else 0.45)


UNIFORMS = {"care-home": trim_care_home, "paramedic": trim_paramedic, "doctor": trim_doctor, "football": trim_football}
