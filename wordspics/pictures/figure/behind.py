"""Somebody seen from behind: hair and hats all over the head, nothing on the chest."""
from wordspics.pictures.figure import hair, palette
from wordspics.pictures.figure.plane import at, scallops, trace
from wordspics.pictures.figure.sitter import COVERS_EARS, Sitter

_NAPE = "C1.02 .55 .8 .82 .62 .94 Q0 .78 -.62 .94 C-.8 .82 -1.02 .55 -1.04 .1 Z"
_ROUND = "M-1.04 .1 C-1.16 -.6 -.66 -1.13 0 -1.13 C.66 -1.13 1.16 -.6 1.04 .1 " + _NAPE
_FALLS = {"bob": 1.0, "wavy-bob": 1.1, "long": 1.6, "wavy": 1.45, "locs": 1.35, "twists": 1.2}
_TIED = {"ponytail": "M-.34 -.5 C-.6 .2 -.5 .9 -.1 1.5 Q.2 1.0 .42 .6 C.5 .2 .4 -.2 .34 -.5 Z",
         "long-plait": "M-.28 -.1 L-.24 1.9 Q0 2.2 .24 1.9 L.28 -.1 Z"}


def draw_head(s: Sitter) -> None:
    """The head from behind, over the shoulders."""
    comb = hair.Comb(s)
    s.pen.oval(s.bones.head, s.age.head_w, s.age.head_h, s.skin, s.bones.tilt)
    for e in (-1, 1):
        if s.hair not in hair.COVERS_EARS and s.look.headwear not in COVERS_EARS:
            s.pen.dot(at(s.bones.face, e, .16), s.age.head_w * .19, s.skin)
    _draw_hair(s, comb)
    _draw_hat(s)
    if s.look.hearing_aid:
        x = -1.03
        s.pen.tube(trace(f"M{x + .08} -.08 Q{x - .18} -.06 {x - .14} .2", s.bones.face), 7.2, palette.colour(s.look.hearing_aid, "blue"))


def _draw_hair(s: Sitter, c: hair.Comb) -> None:
    style = s.hair
    if style in ("", "bald"):
        return
    if style in ("afro", "curly"):
        big = 1.34 if style == "afro" else 1.16
        return c.lock(scallops(0, -.2 if style == "afro" else -.05, big, big, 90, 450, 15, 1.13) + "Z")
    if style == "balding":
        c.lock("M-1.04 .1 Q-1.0 -.2 -.9 -.3 Q0 .1 .9 -.3 Q1.0 -.2 1.04 .1 " + _NAPE)
        return
    if style in _FALLS:
        end = _FALLS[style]
        c.lock(f"M-1.2 {end} C-1.3 .4 -1.3 -1.2 0 -1.2 C1.3 -1.2 1.3 .4 1.2 {end} Q0 {end + .22} -1.2 {end} Z")
        for x in (-.45, .1, .55):
            c.strand(f"M{x} {end - .7} Q{x * 1.1} {end - .4} {x * 1.05} {end - .1}")
        return
    c.lock(_ROUND)
    if style in ("bun", "top-knot"):
        s.pen.dot(at(c.m, 0, -1.25), s.age.head_w * .42, c.colour)
    elif style in ("puffs", "bunches"):
        for e in (-1, 1):
            c.lock(scallops(e * 1.0, -.6 if style == "puffs" else .1, .5, .5 if style == "puffs" else .75, 0, 360, 9, 1.2) + "Z")
            c.band(e * .78, -.5 if style == "puffs" else -.3)
        c.strand("M0 -1.0 L0 .7")
    elif style == "braids":
        for e in (-1, 1):
            for i in range(5):
                s.pen.dot(at(c.m, e * (.6 + .03 * i), .75 + i * .27), 5.4 - .3 * i, c.colour)
            c.band(e * .76, .75 + 4.7 * .27, 3.4)
        c.strand("M0 -1.0 L0 .8")
    elif style in _TIED:
        c.lock(_TIED[style])
        c.band(0, -.5 if style == "ponytail" else 1.85, 4)


def _draw_hat(s: Sitter) -> None:
    worn = s.look.headwear
    if not worn:
        return
    fill = palette.SLATE if worn.startswith("police") else palette.colour(s.look.headwear_colour, "purple")
    shapes = {"hijab": "M0 -1.17 C.9 -1.17 1.2 -.5 1.14 .3 Q1.2 1.1 1.4 1.5 Q0 2.1 -1.4 1.5 Q-1.2 1.1 -1.14 .3 "
                       "C-1.2 -.5 -.9 -1.17 0 -1.17 Z",
              "turban": "M-1.1 .1 C-1.5 -.8 -1.05 -1.72 0 -1.74 C1.05 -1.72 1.5 -.8 1.1 .1 Q0 .5 -1.1 .1 Z",
              "kippah": "M-.6 -.7 C-.5 -1.25 .5 -1.25 .6 -.7 Q0 -.5 -.6 -.7 Z"}
    shapes |= dict.fromkeys(COVERS_EARS, shapes["hijab"])
    usual = "M-1.08 .0 C-1.15 -.9 -.65 -1.3 0 -1.3 C.65 -1.3 1.15 -.9 1.08 .0 Q0 .34 -1.08 .0 Z"
    s.pen.shape(trace(shapes.get(worn, usual), s.bones.face), fill)
