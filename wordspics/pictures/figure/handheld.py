"""What a pose holds in its hands, besides a book and a phone."""
import math

from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import add, at, between, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import INK


def _hand_over(s: Sitter, side: str) -> None:
    """The fingers, over what they hold."""
    s.pen.dot(s.bones.arms[side].hand, s.age.hand * .95, s.skin)


def draw_plate(s: Sitter) -> None:
    x, y = s.bones.spot("belly")
    y += s.age.torso * .10
    s.pen.shape(trace(f"M-16 {y - 9} L16 {y - 9} Q13 {y} 5 {y} L-5 {y} Q-13 {y} -16 {y - 9} Z", place()), "#ffffff", s.pen.weight * .8)
    s.pen.shape(trace(f"M-13 {y - 9} Q-6 {y - 17} 1 {y - 10} Q6 {y - 16} 13 {y - 9} Z", place()), COLOURS["orange"], s.pen.weight * .7)


def draw_spoon(s: Sitter) -> None:
    """From the hand to the mouth."""
    side = s.acting
    hand, mouth = s.bones.arms[side].hand, s.bones.spot("mouth")
    tip = between(hand, mouth, .62)
    s.pen.tube(line(hand, tip), 5.6, COLOURS["light-grey"])
    s.pen.oval(tip, 5.2, 3.8, COLOURS["light-grey"], 0, s.pen.weight * .7)
    _hand_over(s, side)


def draw_toothbrush(s: Sitter) -> None:
    """Held out to the side, its bristles on a row of teeth, foam on the lips. Fine lines: thick ones would fill the mouth with ink."""
    hand, m, fine, o = s.bones.arms[s.acting].hand, s.bones.face, s.pen.weight * .45, .22 * s.bones.head_turned
    mouth = (f"M{o - .44} .42 Q{o - .46} .35 {o - .38} .35 Q{o} .45 {o + .38} .35 Q{o + .46} .35 {o + .44} .42 "
             f"Q{o + .38} .84 {o} .84 Q{o - .38} .84 {o - .44} .42 Z")
    s.pen.shape(trace(mouth, m), "#ffffff", fine)
    s.pen.line(trace(f"M{o - .40} .60 Q{o} .68 {o + .40} .60 M{o - .2} .44 L{o - .18} .78 M{o + .04} .44 L{o + .03} .8", m), fine * .6)
    x, y = at(m, o, .62)
    long, turn = math.dist(hand, (x, y)), math.degrees(math.atan2(hand[1] - y, hand[0] - x))
    brush = place(x, y, turn, 1, -1 if abs(turn) > 90 else 1)
    s.pen.shape(trace(f"M0 0 L{long} 0 L{long} 5 L0 5 Z", brush), COLOURS["red"], fine)
    s.pen.shape(trace("M0 0 L10 0 L10 -6 L0 -6 Z", brush), COLOURS["light-blue"], fine)
    for dx, dy, r in ((-.26, .82, 2.8), (-.02, .88, 3.4), (.2, .84, 2.6)):
        s.pen.dot(at(m, o + dx, dy), r, "#ffffff", fine)
    _hand_over(s, s.acting)


def draw_drawing(s: Sitter) -> None:
    """Paper on the table, and a pencil in the hand."""
    x, y = s.bones.spot("belly")
    y += s.age.torso * .10
    paper = f"M-24 {y + 7} L-17 {y - 8} L17 {y - 8} L24 {y + 7} Z"
    s.pen.shape(trace(paper, place()), "#ffffff", s.pen.weight * .75)
    s.pen.line(trace(f"M-10 {y + 2} Q-6 {y - 7} -1 {y} Q3 {y + 5} 7 {y - 2}", place()), s.pen.weight * .7, COLOURS["red"])
    hand = s.bones.arms[s.acting].hand
    s.pen.tube(line(add(hand, (-7, 7)), add(hand, (7, -14))), 5.8, COLOURS["yellow"])
    _hand_over(s, s.acting)


def draw_ladle(s: Sitter) -> None:
    hand = s.bones.arms[s.acting].hand
    s.pen.tube(line(add(hand, (4, -9)), add(hand, (-9, 16))), 5.6, COLOURS["brown"])
    _hand_over(s, s.acting)


def draw_bottle(s: Sitter) -> None:
    """A bottle for the baby in the arms."""
    hand = s.bones.arms[s.acting].hand
    m = place(hand[0] - 4, hand[1] - 4, -62)
    s.pen.shape(trace("M-4.5 2 L4.5 2 L4.5 -13 L-4.5 -13 Z", m), "#ffffff", s.pen.weight * .75)
    s.pen.shape(trace("M-4 -13 L4 -13 L1.8 -19 L-1.8 -19 Z", m), COLOURS["gold"], s.pen.weight * .7)
    _hand_over(s, s.acting)


def draw_letter(s: Sitter) -> None:
    side = s.acting
    x, y = s.bones.arms[side].hand
    m = place(x + 9, y - 5, -8)
    s.pen.shape(trace("M-10 -10 L20 -10 L20 11 L-10 11 Z", m), "#ffffff", s.pen.weight * .85)
    s.pen.line(trace("M-10 -10 L5 2 L20 -10", m), s.pen.weight * .7)
    _hand_over(s, side)


def draw_screen(s: Sitter) -> None:
    """A tablet with somebody waving on it."""
    x, y = s.bones.arms[s.acting].hand
    m = place(x + 5, y - 13, 8)
    s.pen.shape(trace("M-13 -20 L17 -20 L17 20 L-13 20 Z", m), COLOURS["charcoal"])
    s.pen.shape(trace("M-9 -15 L13 -15 L13 15 L-9 15 Z", m), COLOURS["light-blue"], s.pen.weight * .5)
    s.pen.shape(trace("M-6 15 Q-6 5 2 5 Q10 5 10 15 Z", m), COLOURS["green"], s.pen.weight * .6)
    s.pen.dot(at(m, 2, -3), 6.5, COLOURS["brown"], s.pen.weight * .6)
    s.pen.spots([at(m, -.3, -4), at(m, 4.3, -4)], 1.1, "#1d1d1b")
    s.pen.line(trace("M-.5 -.5 Q2 2 4.5 -.5", m), s.pen.weight * .4)
    _hand_over(s, s.acting)


def draw_ball(s: Sitter) -> None:
    foot = max((leg.ankle for leg in s.bones.legs.values()), key=lambda ankle: ankle[0])
    x, y, r = foot[0] + s.age.leg_w * 1.35 + 14, min(foot[1], -14), 12
    corners = [place(x, y, 10 + turn, r) for turn in range(0, 360, 72)]
    s.pen.dot((x, y), r, "#ffffff")
    patches = line(*(at(m, 0, -.38) for m in corners)) + "Z" + "".join(trace("M0 -.68 L.36 -.88 L-.36 -.88 Z", m) for m in corners)
    s.pen.shape(patches, INK, .1)                           # dark all round: a dark middle alone is a hub with spokes
    s.pen.line("".join(line(at(m, 0, -.38), at(m, 0, -.7)) for m in corners), s.pen.weight * .35)


def draw_signing(s: Sitter) -> None:
    """A speech bubble that holds two hands."""
    x, y = s.bones.head
    m = place(x + s.age.head_w * 1.1 + 30, y - s.age.head_h * .75)
    bubble = "M-26 0 C-26 -14 -14 -20 2 -20 C19 -20 30 -13 30 0 C30 13 19 20 2 20 C-4 20 -9 19 -13 17 L-27 25 L-22 11 Q-26 6 -26 0 Z"
    s.pen.shape(trace(bubble, m), "#ffffff")
    wide = 4.6 + s.pen.weight * .5
    s.pen.tube(trace("M-15 0 L-17 -9 M-11 -1 L-11 -12 M-7 0 L-5 -9 M-5 5 L-1 1 M-14 5 L-8 5 L-10 9", m), wide, s.skin)
    s.pen.tube(trace("M11 4 L9 -10 M10 5 L18 5 L18 9 L12 9 M17 3 L15 2", m), wide, s.skin)


def draw_din(s: Sitter) -> None:
    """Loud noise on both sides of the head."""
    for e in (-1, 1):
        m = place(*s.bones.head, 0, s.age.head_w * e, s.age.head_h)
        for d in ("M1.95 -.62 L2.4 -.5 L2.2 -.28 L2.7 -.12", "M2.1 .22 L2.5 .12 L2.45 .36 L2.85 .3"):
            s.pen.stray(trace(d, m), s.pen.weight * .85)


def draw_palms(s: Sitter) -> None:
    """Both palms pressed together; of one hand, where there is only one."""
    arms = s.bones.arms
    x, y = between(arms["left"].hand, arms[s.acting].hand, .5)
    m = place(x, y - s.age.hand * .5, 0, s.age.hand)
    halves = [e for e, side in ((-1, "left"), (1, "right")) if s.has_hand(side)]
    for e in halves:
        s.pen.shape(trace(f"M0 -2.3 C{.55 * e} -2.1 {.95 * e} -.9 {1.0 * e} .1 L{.95 * e} 1.2 L0 1.2 Z", m), s.skin)
    for e in halves:
        s.pen.line(trace(f"M{.95 * e} .0 Q{.45 * e} -.3 {.35 * e} -.75", m), s.pen.weight * .7)


def draw_knocking(s: Sitter) -> None:
    """Knock, knock: small lines by the fist."""
    x, y = s.bones.arms[s.acting].hand
    s.pen.stray(trace("M.4 -1.5 L.7 -2.3 M1.15 -1.1 L1.9 -1.7 M1.5 -.3 L2.4 -.4", place(x, y, 0, s.age.hand)), s.pen.weight * .8)


def draw_music(s: Sitter) -> None:
    x, y = s.bones.head[0] + s.age.head_w * 1.7, s.bones.head[1] - s.age.head_h * .5
    m = place(x, y, 0, -1 if s.mirrored else 1, 1)
    s.pen.stray(trace("M-5 8 L-5 -9 L7 -12 L7 5", m), s.pen.weight * .8)
    s.pen.smudge(at(m, -8, 8), 4.4, 3.4, "#1d1d1b")
    s.pen.smudge(at(m, 4, 5), 4.4, 3.4, "#1d1d1b")
