"""What helps somebody to get about, and what their body brings along: drawn with the figure."""
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import Point, at, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import INK

_GOLD = "#e8b45c"


def grips(s: Sitter) -> dict[str, Point]:
    """Where the hands rest on a walking frame."""
    y, half = s.bones.pelvis[1] - 4, s.age.hip + 12
    if s.bones.turned:
        return {"left": (s.age.hip + 10, y), "right": (s.age.hip + 20, y - 3)}
    return {"left": (-half, y), "right": (half, y)}


def draw_aid(s: Sitter) -> None:
    """Over the near arms."""
    if s.aid == "walking-frame":
        _draw_frame(s)
    elif s.aid == "guide-dog":
        _draw_dog(s)
    elif s.aid == "white-cane":
        _draw_cane(s)


def _draw_frame(s: Sitter) -> None:
    (ax, ay), (bx, by) = grips(s)["left"], grips(s)["right"]
    steel, dark = COLOURS["light-grey"], COLOURS["charcoal"]
    if s.bones.turned:
        for x, y in ((bx + 6, by), (ax, ay)):
            s.pen.tube(line((x - 5, y), (x + 9, y), (x + 15, -8)), 6, steel)
            s.pen.tube(line((x - 3, y + 3), (x - 6, -4)), 6, steel)
            s.pen.dot((x + 15, -7), 5, dark)
            s.pen.tube(line((x - 8, y), (x + 3, y)), 8, dark)
    else:
        middle = ay * 0.58
        s.pen.tube(line((ax + 2, middle), (bx - 2, middle)), 6, steel)
        s.pen.tube(line((ax + 1, ay * .8), (bx - 1, by * .8)), 6, steel)
        for x, y, e in ((ax, ay, -1), (bx, by, 1)):
            s.pen.tube(line((x, y), (x + e * 5, -6)), 7, steel)
            s.pen.dot((x + e * 5, -5), 5, dark)
            s.pen.tube(line((x, y - 2), (x, y + 4)), 9, dark)
    for side, spot in grips(s).items():
        if s.bones.arms[side].kind == "grip" and (side == "left" or not s.bones.turned):
            s.pen.dot(spot, s.age.hand, s.skin)


def _draw_cane(s: Sitter) -> None:
    """A long white cane, its tip on the ground ahead."""
    if not s.stick_hand:
        return
    x, y = s.bones.arms[s.stick_hand].hand
    e = 1 if s.bones.turned or s.stick_hand == "right" else -1
    tip = (x + e * 26, -4)
    low = (x + (tip[0] - x) * .72, y + (tip[1] - y) * .72)
    s.pen.tube(line((x - e * 3, y - 12), tip), 6, "#ffffff")
    s.pen.tube_fill(line(low, tip), 6, COLOURS["red"], "butt")
    s.pen.dot(tip, 3.6, "#ffffff", s.pen.weight * .7)
    s.pen.dot((x, y), s.age.hand, s.skin)


def _draw_dog(s: Sitter) -> None:
    """A guide dog beside its person, its harness handle in their hand where they stand."""
    m = place(s.age.shoulder + (34 if s.bones.turned else 28), 0)
    limbs = trace("M-24 -36 Q-36 -40 -37 -52 M-13 -22 L-12 -4 M17 -22 L18 -4 M-21 -24 L-21 -4 M9 -24 L9 -4", m)
    s.pen.tube(limbs, 8, _GOLD)
    s.pen.shape(trace("M-26 -34 C-24 -46 10 -45 14 -44 C10 -64 24 -70 33 -62 C42 -60 46 -56 45 -51 C44 -46 34 -46 31 -45 C30 -40 26 -38 24 -34 "
                      "C24 -22 14 -20 0 -21 C-14 -18 -27 -20 -26 -34 Z", m), _GOLD)
    s.pen.tube_fill(trace("M-21 -26 L-21 -20 M9 -26 L9 -20", m), 8, _GOLD)
    s.pen.shape(trace("M17 -64 C9 -62 9 -48 15 -46 C21 -47 23 -58 21 -64 Z", m), "#b98138")
    s.pen.spots([at(m, 30, -56)], 2.2, INK)
    s.pen.smudge(at(m, 44, -54), 3.4, 2.8, INK)
    s.pen.tube(trace("M8 -45 Q12 -32 8 -21 M-2 -45 L10 -44", m), 8, "#ffffff")
    if s.stick_hand:
        hand = s.bones.arms[s.stick_hand].hand
        s.pen.tube(line(at(m, 2, -45), hand), 6, "#ffffff")
        s.pen.dot(hand, s.age.hand, s.skin)
