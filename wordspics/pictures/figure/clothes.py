"""The trunk: the garment round it, a bump, and the neck."""
from wordspics.pictures.figure import skirts
from wordspics.pictures.figure.palette import COLOURS, mix
from wordspics.pictures.figure.plane import at, between, line, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.trimmings import HOOD_SHADE, draw_neckline, draw_on_back, draw_pattern, draw_trimmings
from wordspics.pictures.figure.trunk import Trunk
from wordspics.pictures.shapes import INK


def draw_torso(s: Sitter) -> None:
    trunk, pen, outfit = Trunk(s), s.pen, s.outfit
    if outfit.top == "hoodie":
        n, t = trunk.neck, trunk.torso
        back = -3 * s.bones.turned
        hood = f"M{back - n * 2.3} {5 - t} C{back - n * 2.4} {-t - 15} {back + n * 2.4} {-t - 15} {back + n * 2.3} {5 - t} Z"
        pen.shape(trace(hood, s.bones.trunk), mix(outfit.top_colour, INK, HOOD_SHADE))
    vest = outfit.uniform == "police"
    pen.shape(trace(_outline(s, trunk), s.bones.trunk), COLOURS["yellow"] if vest else outfit.top_colour)
    draw_pattern(s, trunk)
    if outfit.top in skirts.LONG:                                 # the robe and its skirt are one cloth
        seam = f"M{3 - trunk.hip} {trunk.hem} L{trunk.hip - 3} {trunk.hem + 1}"
        pen.tube_fill(trace(seam, s.bones.trunk), 15, outfit.top_colour, "butt")
    if s.look.pregnant and not s.bones.turned and not s.pose.back:
        _draw_bump(s, trunk)
    if s.pose.back:
        return draw_on_back(s, trunk)
    draw_neckline(s, trunk)
    draw_trimmings(s, trunk)


def _outline(s: Sitter, k: Trunk) -> str:
    bump, turned = s.look.pregnant, s.bones.turned
    n, t, sh, h, r, ex, hem = k.neck, k.torso, k.shoulder, k.hip, k.arm, k.edge, k.hem
    wider = 5 if bump and not turned else 0
    d = (f"M{-n} {-t - 1} C{-n} {2 - t} {r * 1.5 - sh} {-t} {r * .9 - sh} {2 - t} "
         f"C{r * .2 - sh} {3 - t} {-sh} {r - t} {-sh} {r * 2 - t} "
         f"C{-sh} {-t * .55} {-h - wider} {-t * .4} {-ex} {hem} ")
    if bump and turned:
        d += f"Q4 {hem + 9} {ex + 5} {hem} C{h + 30} -4 {sh + 14} {-t * .6} {sh} {r * 2 - t} "
    else:
        d += f"Q0 {hem + 4} {ex} {hem} C{h + wider} {-t * .4} {sh} {-t * .55} {sh} {r * 2 - t} "
    return d + (f"C{sh} {r - t} {sh - r * .2} {3 - t} {sh - r * .9} {2 - t} "
                f"C{sh - r * 1.5} {-t} {n} {2 - t} {n} {-t - 1} Z")


def _draw_bump(s: Sitter, k: Trunk) -> None:
    x, y, middle = k.hip * 1.06, k.torso * 0.36, -k.torso * 0.20
    curve = (f"M{-x} {middle - y * .35} C{-x * 1.1} {middle + y * .7} {-x * .5} {middle + y} 0 {middle + y} "
             f"C{x * .5} {middle + y} {x * 1.1} {middle + y * .7} {x} {middle - y * .35}")
    s.pen.patch(trace(curve + " Z", s.bones.trunk), s.outfit.top_colour)
    s.pen.line(trace(curve, s.bones.trunk), s.pen.weight * 0.95)


def draw_neck(s: Sitter) -> None:
    if s.is_baby:
        return
    wide = 11 + 2.6 * s.age.grown
    base = at(s.bones.trunk, 2.5 * s.bones.turned, -s.age.torso + 3)
    d = line(base, between(base, s.bones.head, 0.8))
    s.pen.tube_edge(d, wide)
    s.pen.tube_fill(d, wide, s.skin)
