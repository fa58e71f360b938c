"""Somebody seen from behind: the same hair and hat as from the front, all over the head; nothing on the chest."""
from wordspics.pictures.figure import hair, headwear, napes, palette
from wordspics.pictures.figure.plane import at, trace
from wordspics.pictures.figure.sitter import COVERS_EARS, Sitter

_HIJAB = ("M0 -1.17 C.9 -1.17 1.2 -.5 1.14 .3 Q1.2 1.1 1.4 1.5 Q0 2.1 -1.4 1.5 Q-1.2 1.1 -1.14 .3 "
          "C-1.2 -.5 -.9 -1.17 0 -1.17 Z")
_DOME = "M-1.08 .0 C-1.15 -.9 -.65 -1.3 0 -1.3 C.65 -1.3 1.15 -.9 1.08 .0 Q0 .34 -1.08 .0 Z"


def draw_head(s: Sitter) -> None:
    """The head from behind, over the shoulders."""
    comb = hair.Comb(s)
    s.pen.oval(s.bones.head, s.age.head_w, s.age.head_h, s.skin, s.bones.tilt)
    for e in (-1, 1):
        if s.hair not in hair.COVERS_EARS and s.look.headwear not in COVERS_EARS:
            s.pen.dot(at(s.bones.face, e, .16), s.age.head_w * .19, s.skin)
    if s.hair not in ("", "bald"):
        napes.draw_hair(comb)
        if s.look.hair_band and not s.look.headwear:
            s.pen.tube(trace("M-.98 -.5 Q0 -1.36 .98 -.5", s.bones.face), 7.5, palette.colour(s.look.hair_band, "red"))
    if s.look.headwear:
        _draw_hat(s, comb)
    if s.look.hearing_aid:
        x = -1.03
        s.pen.tube(trace(f"M{x + .08} -.08 Q{x - .18} -.06 {x - .14} .2", s.bones.face), 7.2, palette.colour(s.look.hearing_aid, "blue"))


def _draw_hat(s: Sitter, c: hair.Comb) -> None:
    _HATS.get(s.look.headwear, _dome)(c, headwear.colour_of(s))


def _fold(c: hair.Comb, d: str, weight: float = .75) -> None:
    c.pen.line(trace(d, c.m), c.pen.weight * weight)


def _hijab(c: hair.Comb, fill: str) -> None:
    c.lock(_HIJAB, fill)
    _fold(c, f"M{-.5 * c.side} -.2 Q{-.2 * c.side} .7 {.7 * c.side} 1.3")


def _niqab(c: hair.Comb, fill: str) -> None:
    """The veil is tied over the scarf."""
    c.lock(_HIJAB, fill)
    c.lock("M-1.15 -.34 Q0 -.08 1.15 -.34 L1.14 -.04 Q0 .22 -1.14 -.04 Z", fill)
    c.lock("M-.06 .06 L-.34 .72 L-.1 .66 L0 .3 L.1 .66 L.34 .72 L.06 .06 Z", fill)


def _tied_scarf(c: hair.Comb, fill: str) -> None:
    c.lock("M-.08 .4 L-.5 1.2 L-.14 1.08 L0 .7 L.14 1.08 L.5 1.2 L.08 .4 Z", fill)
    c.lock("M-1.05 -.1 C-1.18 -.74 -.72 -1.2 0 -1.2 C.72 -1.2 1.18 -.74 1.05 -.1 Q.6 .3 .12 .5 L-.12 .5 Q-.6 .3 -1.05 -.1 Z", fill)
    _fold(c, "M-.7 -.2 Q-.4 .2 -.1 .36 M.7 -.2 Q.4 .2 .1 .36")
    c.pen.dot(at(c.m, 0, .44), c.s.age.head_w * .16, fill)


def _kippah(c: hair.Comb, fill: str) -> None:
    c.lock("M-.6 -.7 C-.5 -1.25 .5 -1.25 .6 -.7 Q0 -.5 -.6 -.7 Z", fill)


def _turban(c: hair.Comb, fill: str) -> None:
    c.lock("M-1.1 .1 C-1.5 -.8 -1.05 -1.72 0 -1.74 C1.05 -1.72 1.5 -.8 1.1 .1 Q0 .5 -1.1 .1 Z", fill)
    _fold(c, "M-1.14 -.3 Q-.2 .14 .95 -.9 M-1.06 -.8 Q-.1 -.3 .6 -1.44 M-.3 .2 Q.6 .1 1.16 -.4")


def _patka(c: hair.Comb, fill: str) -> None:
    _dome(c, fill)
    _fold(c, "M-.8 .06 Q-.5 -.6 0 -1.18 M.8 .06 Q.5 -.6 0 -1.18")
    c.pen.dot(at(c.m, 0, -1.34), 7, fill)


def _cap(c: hair.Comb, fill: str) -> None:
    """With the gap over its strap."""
    _dome(c, fill)
    _fold(c, "M0 -1.3 L0 -.34", .6)
    c.lock("M-.34 .1 C-.36 -.42 .36 -.42 .34 .1 Q0 .14 -.34 .1 Z", c.colour if c.s.hair not in ("", "bald") else c.s.skin)


def _beanie(c: hair.Comb, fill: str) -> None:
    c.pen.dot(at(c.m, 0, -1.42), 5.5, "#ffffff")
    c.lock("M-1.06 -.1 C-1.12 -1.0 -.66 -1.4 0 -1.4 C.66 -1.4 1.12 -1.0 1.06 -.1 Z", fill)
    c.lock("M-1.12 -.3 Q0 -.02 1.12 -.3 Q1.2 -.1 1.1 .06 Q0 .36 -1.1 .06 Q-1.2 -.1 -1.12 -.3 Z", palette.mix(fill, "#ffffff", .3))


def _police_cap(c: hair.Comb, fill: str) -> None:
    headwear.draw_police_crown(c.s)


def _dome(c: hair.Comb, fill: str) -> None:
    c.lock(_DOME, fill)


_HATS = {"hijab": _hijab, "police-hijab": _hijab, "niqab": _niqab, "tied-scarf": _tied_scarf, "kippah": _kippah, "turban": _turban,
         "patka": _patka, "cap": _cap, "beanie": _beanie, "police-cap": _police_cap}
