"""What is on a garment: patterns, necklines, buttons, badges, uniforms, lanyards."""
from wordspics.pictures.figure import garments, palette
from wordspics.pictures.figure.palette import COLOURS, mix
from wordspics.pictures.figure.plane import at, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.trunk import Trunk
from wordspics.pictures.shapes import INK

HOOD_SHADE = 0.15
STAR = "M0 -1 L.29 -.35 L1 -.28 L.46 .2 L.62 .9 L0 .53 L-.62 .9 L-.46 .2 L-1 -.28 L-.29 -.35 Z"
HEART = "M0 .85 C-.5 .5 -1 .1 -1 -.35 C-1 -.95 -.25 -1.0 0 -.45 C.25 -1.0 1 -.95 1 -.35 C1 .1 .5 .5 0 .85 Z"
_DOTS = ((-.45, .62), (.05, .68), (.5, .60), (-.2, .40), (.3, .38), (-.45, .20), (.05, .16), (.5, .20))


def draw_pattern(s: Sitter, k: Trunk) -> None:
    pattern, pen, colour = s.outfit.pattern, s.pen, s.outfit.pattern_colour
    if pattern == "stripes":
        _draw_stripes(s, k)
    elif pattern == "dots":
        spots, r = [at(s.bones.trunk, x * k.shoulder * 0.9, -y * k.torso) for x, y in _DOTS], k.torso * 0.052 + 0.5
        if pen.colours:
            return pen.spots(spots, r, colour)
        for spot in spots:
            pen.dot(spot, r, colour, 2)
    elif pattern in ("star", "heart") and not s.pose.back:
        shape = trace(STAR if pattern == "star" else HEART, place(k.middle, -k.torso * 0.42, 0, k.torso * 0.21))
        pen.shape(trace(shape, s.bones.trunk), colour, pen.weight * 0.8)


def _draw_stripes(s: Sitter, k: Trunk) -> None:
    y = -k.torso * 0.60
    while y < k.hem - 3:
        half = k.half(y) - 0.6
        band = f"M{-half} %s Q0 %s {half} %s"
        if s.pen.colours:
            d = trace(band % (y, y + 2.5, y), s.bones.trunk)
            s.pen.tube_fill(d, k.torso * 0.10 + s.pen.weight, s.outfit.pattern_colour, "butt")
        else:
            for edge in (y - k.torso * 0.05, y + k.torso * 0.05):
                s.pen.line(trace(band % (edge, edge + 2.5, edge), s.bones.trunk), 2)
        y += k.torso * 0.21


def draw_neckline(s: Sitter, k: Trunk) -> None:
    top, o, n, t = -k.torso - 1, k.middle, k.neck, k.torso
    if s.outfit.uniform == "school":
        _shape(s, f"M{o - n * 1.25} {top + 1} L{o} {top + t * .35} L{o + n * 1.25} {top + 1} Z", "#ffffff")
        tie = f"M{o - 2.6} {top + 7} L{o + 2.6} {top + 7} L{o + 2.2} {top + t * .3} L{o - 2.2} {top + t * .3} Z"
        _shape(s, tie, COLOURS["gold"], 0.6)
    elif s.outfit.uniform == "judge":
        _draw_sash_and_bands(s, k, top)
    elif not s.is_baby:
        pointed = s.outfit.top in ("shirt", "tunic", "coat", "pyjamas", "dressing-gown", "kameez")
        opening = (f"M{o - n} {top} L{o} {top + t * .2} L{o + n} {top} Z" if pointed else
                   f"M{o - n} {top} C{o - n * .8} {top + 9} {o + n * .8} {top + 9} {o + n} {top} Z")
        _shape(s, opening, s.skin)


def _draw_sash_and_bands(s: Sitter, k, top: float) -> None:
    side, t, o, n = s.side, k.torso, k.middle, k.neck
    sash = [(-k.shoulder * .75, 3 - t), (-k.shoulder * .3, 1 - t), (k.hip * .9, -4), (k.hip * .3, -1)]
    _shape(s, "M" + " L".join(f"{x * side} {y}" for x, y in sash) + " Z", COLOURS["dark-red"])
    _shape(s, f"M{o - n} {top} L{o} {top + 10} L{o + n} {top} Z", "#ffffff")
    for e in (-1, 1):
        band = f"M{o} {top + 6} L{o + e * 8} {top + 6} L{o + e * 9} {top + 22} L{o + e * 1.5} {top + 22} Z"
        _shape(s, band, "#ffffff", 0.7)


def draw_trimmings(s: Sitter, k: Trunk) -> None:
    draw = {"coat": garments.trim_coat, "pyjamas": garments.trim_pyjamas, "dressing-gown": garments.trim_gown,
            "kameez": garments.trim_kameez, "sari": garments.drape_sari, "tunic": _trim_tunic,
            "hoodie": _trim_hoodie, "cardigan": _trim_cardigan, "onesie": _trim_onesie}
    if s.outfit.uniform == "police":
        _trim_vest(s, k)
    elif s.outfit.uniform in garments.UNIFORMS:
        garments.UNIFORMS[s.outfit.uniform](s, k)
    elif s.outfit.top == "shirt":
        _trim_shirt(s, k)
    elif s.outfit.top in draw:
        draw[s.outfit.top](s, k)
    if s.look.lanyard:
        _draw_lanyard(s, k)


def draw_on_back(s: Sitter, k: Trunk) -> None:
    """What a garment has behind: a hood, bright bands."""
    n, t = k.neck, k.torso
    if s.outfit.top == "hoodie":
        hood = (f"M{-n * 2.4} {1 - t} C{-n * 2.7} {t * .34 - t} {-n} {t * .58 - t} 0 {t * .58 - t} "
                f"C{n} {t * .58 - t} {n * 2.7} {t * .34 - t} {n * 2.4} {1 - t} Q0 {t * .2 - t} {-n * 2.4} {1 - t} Z")
        _shape(s, hood, mix(s.outfit.top_colour, INK, HOOD_SHADE))
    elif s.outfit.uniform == "police":
        _draw_silver_bands(s, k)
    elif s.outfit.uniform == "paramedic":
        garments.draw_bright_band(s, k)


def _trim_shirt(s: Sitter, k: Trunk) -> None:
    top, o, n, t = -k.torso - 1, k.middle, k.neck, k.torso
    _line(s, f"M{o} {top + t * .2} L{o * .6} {k.hem}")
    for e in (-1, 1):
        collar = f"M{o + e * n} {top + 1} L{o + e} {top + t * .2} L{o + e * n * 1.7} {top + t * .16} Z"
        _shape(s, collar, mix(s.outfit.top_colour, "#ffffff", 0.45))
    s.pen.spots([at(s.bones.trunk, o * 0.8 + 4.2 * s.side, -t * share) for share in (0.62, 0.4, 0.18)], 1.3, INK)


def _trim_tunic(s: Sitter, k: Trunk) -> None:
    top, o, n, t = -k.torso - 1, k.middle, k.neck, k.torso
    for e in (-1, 1):
        _line(s, f"M{o + e * (n + 1)} {top + 2} L{o} {top + t * .23}", 1)
    x, half = _breast(s, k), k.shoulder * 0.17
    pocket = f"M{x - half} {-t * .58} L{x + half} {-t * .58} L{x + half} {-t * .36} L{x - half} {-t * .36} Z"
    _shape(s, pocket, mix(s.outfit.top_colour, "#ffffff", 0.35))
    s.pen.dot(at(s.bones.trunk, x, -t * 0.66), 3, "#ffffff", s.pen.weight * 0.6)
    _line(s, f"M{o} {top + t * .23} L0 {k.hem + 1}")


def _trim_hoodie(s: Sitter, k: Trunk) -> None:
    o, t, h = k.middle, k.torso, k.hip
    for e in (-1, 1):
        _line(s, f"M{o + e * 4} {9 - t} L{o + e * 5} {19 - t}", 0.7)
    _line(s, f"M{-h * .7} -3 L{-h * .45} {-t * .3} L{h * .45} {-t * .3} L{h * .7} -3")


def _trim_cardigan(s: Sitter, k: Trunk) -> None:
    o, t = k.middle, k.torso
    _line(s, f"M{o} {7 - t} L0 {k.hem + 2}")
    s.pen.spots([at(s.bones.trunk, o * 0.6 + 4 * s.side, -t * share) for share in (0.6, 0.38, 0.16)], 1.5, INK)


def _trim_onesie(s: Sitter, k: Trunk) -> None:
    s.pen.spots([at(s.bones.trunk, k.middle, -k.torso * share) for share in (0.7, 0.42, 0.14)], 1.5, INK)


def _trim_vest(s: Sitter, k: Trunk) -> None:
    """The bright vest: two silver bands, a zip, and the radio on the person's own left."""
    o, t = k.middle, k.torso
    _draw_silver_bands(s, k)
    _line(s, f"M{o} {7 - t} L{o * .4} {k.hem + 2}", 0.7)
    x, half = _breast(s, k), k.shoulder * 0.14
    radio = f"M{x - half} {-t * .78} L{x + half} {-t * .78} L{x + half} {-t * .54} L{x - half} {-t * .54} Z"
    _shape(s, radio, COLOURS["charcoal"])


def _draw_silver_bands(s: Sitter, k: Trunk) -> None:
    for y in (-k.torso * 0.40, -k.torso * 0.14):
        half = k.half(y) - 0.5
        s.pen.tube(trace(f"M{-half} {y} L{half} {y}", s.bones.trunk), 6.5, COLOURS["light-grey"])


def _breast(s: Sitter, k: Trunk) -> float:
    """Where a badge is worn: the person's own left, brought forward where the near arm would hide it."""
    if s.side > 0:
        return k.shoulder * 0.45
    return -k.shoulder * (0.16 if s.bones.turned else 0.45)


def _draw_lanyard(s: Sitter, k: Trunk) -> None:
    o, n, y = k.middle, k.neck, -k.torso * 0.36
    ribbon = 1.15 if s.pen.colours else 0.5                  # all in ink a broad one would be a black wedge
    _line(s, f"M{o - n} {2 - k.torso} L{o} {y} L{o + n} {2 - k.torso}", ribbon, palette.colour(s.look.lanyard, "green"))
    _shape(s, f"M{o - 5.5} {y} L{o + 5.5} {y} L{o + 5.5} {y + 14} L{o - 5.5} {y + 14} Z", "#ffffff", 0.75)
    s.pen.spot(at(s.bones.trunk, o, y + 5), 2.2, s.cheek)
    _line(s, f"M{o - 2.5} {y + 10} L{o + 2.5} {y + 10}", 0.4)


def _line(s: Sitter, d: str, weight: float = 0.8, colour: str = INK) -> None:
    s.pen.line(trace(d, s.bones.trunk), s.pen.weight * weight, colour)


def _shape(s: Sitter, d: str, fill: str, weight: float = 0.8) -> None:
    s.pen.shape(trace(d, s.bones.trunk), fill, s.pen.weight * weight)
