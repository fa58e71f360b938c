"""What a pose holds in its hands, besides a book and a phone."""
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import add, at, between, line, place, trace
from wordspics.pictures.figure.sitter import Sitter


def _hand_over(s: Sitter, side: str) -> None:
    """The fingers, over what they hold."""
    s.pen.dot(s.bones.arms[side].hand, s.age.hand * .95, s.skin)


def _held(s: Sitter, layer: str = "") -> str:
    """The arm that does it."""
    for side in ("right", "left"):
        if s.bones.arms[side].kind in ("fist", "point") and (not layer or s.bones.arms[side].layer == layer):
            return side
    return "right"


def draw_plate(s: Sitter) -> None:
    x, y = s.bones.spot("belly")
    y += s.age.torso * .10
    s.pen.shape(trace(f"M-16 {y - 9} L16 {y - 9} Q13 {y} 5 {y} L-5 {y} Q-13 {y} -16 {y - 9} Z", place()), "#ffffff", s.pen.weight * .8)
    s.pen.shape(trace(f"M-13 {y - 9} Q-6 {y - 17} 1 {y - 10} Q6 {y - 16} 13 {y - 9} Z", place()), COLOURS["orange"], s.pen.weight * .7)


def draw_spoon(s: Sitter) -> None:
    """From the hand to the mouth."""
    side = _held(s, "face")
    hand, mouth = s.bones.arms[side].hand, s.bones.spot("mouth")
    tip = between(hand, mouth, .62)
    s.pen.tube(line(hand, tip), 5.6, COLOURS["light-grey"])
    s.pen.oval(tip, 5.2, 3.8, COLOURS["light-grey"], 0, s.pen.weight * .7)
    _hand_over(s, side)


def draw_toothbrush(s: Sitter) -> None:
    side = _held(s, "face")
    hand, (x, y) = s.bones.arms[side].hand, at(s.bones.face, .22 * s.bones.head_turned, .56)
    s.pen.tube(line(hand, (x + 2, y)), 5.6, COLOURS["light-blue"])
    s.pen.shape(line((x - 6, y - 6), (x + 6, y - 6), (x + 6, y), (x - 6, y)) + "Z", "#ffffff", s.pen.weight * .6)
    for dx, dy, r in ((-8, 4, 3.2), (0, 7, 3.8), (7, 5, 2.8)):
        s.pen.dot((x + dx, y + dy), r, "#ffffff", s.pen.weight * .55)
    _hand_over(s, side)


def draw_drawing(s: Sitter) -> None:
    """Paper on the table, and a pencil in the hand."""
    x, y = s.bones.spot("belly")
    y += s.age.torso * .10
    paper = f"M-24 {y + 7} L-17 {y - 8} L17 {y - 8} L24 {y + 7} Z"
    s.pen.shape(trace(paper, place()), "#ffffff", s.pen.weight * .75)
    s.pen.line(trace(f"M-10 {y + 2} Q-6 {y - 7} -1 {y} Q3 {y + 5} 7 {y - 2}", place()), s.pen.weight * .7, COLOURS["red"])
    hand = s.bones.arms["right"].hand
    s.pen.tube(line(add(hand, (-7, 7)), add(hand, (7, -14))), 5.8, COLOURS["yellow"])
    _hand_over(s, "right")


def draw_ladle(s: Sitter) -> None:
    hand = s.bones.arms["right"].hand
    s.pen.tube(line(add(hand, (4, -9)), add(hand, (-9, 16))), 5.6, COLOURS["brown"])
    _hand_over(s, "right")


def draw_bottle(s: Sitter) -> None:
    """A bottle for the baby in the arms."""
    hand = s.bones.arms["right"].hand
    m = place(hand[0] - 4, hand[1] - 4, -62)
    s.pen.shape(trace("M-4.5 2 L4.5 2 L4.5 -13 L-4.5 -13 Z", m), "#ffffff", s.pen.weight * .75)
    s.pen.shape(trace("M-4 -13 L4 -13 L1.8 -19 L-1.8 -19 Z", m), COLOURS["gold"], s.pen.weight * .7)
    _hand_over(s, "right")


def draw_letter(s: Sitter) -> None:
    side = "right"
    x, y = s.bones.arms[side].hand
    m = place(x + 9, y - 5, -8)
    s.pen.shape(trace("M-10 -10 L20 -10 L20 11 L-10 11 Z", m), "#ffffff", s.pen.weight * .85)
    s.pen.line(trace("M-10 -10 L5 2 L20 -10", m), s.pen.weight * .7)
    _hand_over(s, side)


def draw_screen(s: Sitter) -> None:
    """A tablet with somebody waving on it."""
    x, y = s.bones.arms["right"].hand
    m = place(x + 5, y - 13, 8)
    s.pen.shape(trace("M-13 -20 L17 -20 L17 20 L-13 20 Z", m), COLOURS["charcoal"])
    s.pen.shape(trace("M-9 -15 L13 -15 L13 15 L-9 15 Z", m), COLOURS["light-blue"], s.pen.weight * .5)
    s.pen.shape(trace("M-6 15 Q-6 5 2 5 Q10 5 10 15 Z", m), COLOURS["green"], s.pen.weight * .6)
    s.pen.dot(at(m, 2, -3), 6.5, COLOURS["brown"], s.pen.weight * .6)
    s.pen.spots([at(m, -.3, -4), at(m, 4.3, -4)], 1.1, "#1d1d1b")
    s.pen.line(trace("M-.5 -.5 Q2 2 4.5 -.5", m), s.pen.weight * .4)
    _hand_over(s, "right")


def draw_ball(s: Sitter) -> None:
    foot = s.bones.legs["left"].ankle
    x, y, r = foot[0] + s.age.leg_w * 1.35 + 14, min(foot[1], -14), 12
    s.pen.dot((x, y), r, "#ffffff")
    s.pen.shape(trace("M0 -.42 L.4 -.13 L.25 .34 L-.25 .34 L-.4 -.13 Z", place(x, y, 10, r)), "#1d1d1b", .1)
    s.pen.line(trace("M0 -.42 L0 -.9 M.4 -.13 L.86 -.28 M.25 .34 L.53 .72 M-.25 .34 L-.53 .72 M-.4 -.13 L-.86 -.28", place(x, y, 10, r)),
               s.pen.weight * .5)


def draw_signing(s: Sitter) -> None:
    """Small arcs by both hands, which move."""
    for side, e in (("left", -1), ("right", 1)):
        x, y = s.bones.arms[side].hand
        for far in (2.5, 3.3):
            r = s.age.hand * far
            s.pen.stray(trace(f"M{e * .62} -.8 Q{e * 1.0} -.5 {e * .98} -.05", place(x, y, 0, r)), s.pen.weight * .7)


def draw_music(s: Sitter) -> None:
    x, y = s.bones.head[0] + s.age.head_w * 1.7, s.bones.head[1] - s.age.head_h * .5
    m = place(x, y, 0, -1 if s.mirrored else 1, 1)
    s.pen.stray(trace("M-5 8 L-5 -9 L7 -12 L7 5", m), s.pen.weight * .8)
    s.pen.smudge(at(m, -8, 8), 4.4, 3.4, "#1d1d1b")
    s.pen.smudge(at(m, 4, 5), 4.4, 3.4, "#1d1d1b")
