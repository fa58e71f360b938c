"""Wheelchairs: from the side, from the front, from behind, and the empty one that waits for its owner. Units; drawn round the bones."""
import copy

from wordspics.pictures.figure import palette
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.pen import Pen
from wordspics.pictures.figure.plane import fall, line, place, trace
from wordspics.pictures.figure.poses import POSES
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.skeleton import Skeleton


def draw_frame(s: Sitter) -> None:
    y, back = s.bones.seat, s.bones.pelvis[0] - s.age.leg_w * .95
    knee, foot, torso = s.bones.legs["left"].knee, s.bones.legs["left"].ankle, s.age.torso
    s.pen.tube(line((back - 12, y - torso * .78), (back - 2, y - torso * .80), (back + 2, y)), 7, COLOURS["charcoal"])
    s.pen.tube(line((back, y + 1), (knee[0] - 4, y + 1)), 8, COLOURS["charcoal"])
    s.pen.tube(line((knee[0] - 3, y + 2), (foot[0] + 3, foot[1] + 9), (foot[0] + 15, foot[1] + 9)), 6, COLOURS["grey"])
    s.pen.dot((knee[0] - 6, -8), 7, COLOURS["light-grey"])


def draw_from_front(s: Sitter) -> None:
    """Handles, backrest and both large wheels on edge."""
    age, (_, hip) = s.age, s.bones.pelvis
    wide, y = _half(s), s.bones.seat
    top = hip - age.torso * .72
    s.pen.tube("".join(line((e * wide * .74, top - 1), (e * wide * 1.02, top - 3)) for e in (-1, 1)), 7.5, COLOURS["charcoal"])
    half = wide * .9
    s.pen.shape(trace(f"M{-half} {top + 5} Q0 {top} {half} {top + 5} L{half} {y} L{-half} {y} Z", place()), _colour(s))
    _draw_wheels_on_edge(s, wide)
    s.pen.tube(line((-wide * .9, y + 3), (wide * .9, y + 3)), 8, COLOURS["charcoal"])


def draw_from_behind(s: Sitter) -> None:
    """The backrest and its handles over the back, both large wheels on edge."""
    (_, hip), wide, y = s.bones.pelvis, _half(s), s.bones.seat
    top = hip - s.age.torso * .62
    _draw_wheels_on_edge(s, wide)
    half = wide * .9
    s.pen.shape(trace(f"M{-half} {top} Q0 {top + 6} {half} {top} L{half} {y + 6} L{-half} {y + 6} Z", place()), _colour(s))
    s.pen.line(line((-half, y - 2), (half, y - 2)), s.pen.weight * .7)
    for e in (-1, 1):
        s.pen.tube(line((e * half, top + 4), (e * half, top - 6), (e * half, top - 7)), 8, COLOURS["charcoal"])


def _draw_wheels_on_edge(s: Sitter, wide: float) -> None:
    small = s.look.chair == "power"
    r, out = _wheel(s) * (.5 if small else 1), wide + (3 if small else 5)
    if small:
        _draw_arm_rests(s, wide + 2, -r * 1.4)
    for e in (-1, 1):
        s.pen.oval((e * out, -r - 2), 9 if small else 6.5, r, COLOURS["charcoal"])
    for e in (-1, 1):
        s.pen.oval((e * (out + 1.6), -r - 2), 2.2, r * .80, _colour(s), width=s.pen.weight * .5)


def _draw_arm_rests(s: Sitter, out: float, low: float) -> None:
    """Of a power chair, with the stick it is steered with."""
    y = s.bones.seat - s.age.torso * .3
    s.pen.tube(line((-out, y + 2), (-out, low)) + line((out, y + 2), (out, low)), 8, _colour(s))
    s.pen.tube(line((-out, y), (-out, y + 4)) + line((out, y), (out, y + 4)), 10, COLOURS["charcoal"])
    s.pen.line(line((-out, y - 3), (-out, y - 11)))
    s.pen.dot((-out, y - 12), 4, COLOURS["red"], s.pen.weight * .7)


def draw_footrests(s: Sitter) -> None:
    half, ankles = s.age.leg_w * .45, [leg.ankle for leg in s.bones.legs.values()]
    s.pen.tube("".join(line((x - half, y + half + 4), (x + half, y + half + 4)) for x, y in ankles), 6, _colour(s))


def draw_wheel(s: Sitter) -> None:
    """The near large wheel, over whoever sits behind it."""
    if s.look.chair == "power":
        return _draw_power_base(s)
    r = _wheel(s)
    c = (s.bones.pelvis[0] - 2, -r - 2)
    s.pen.hoop(c, r, 4.4, COLOURS["grey"])
    spokes = [fall(angle, r - 3) for angle in range(0, 180, 45)]
    s.pen.line("".join(line((c[0] - x, c[1] - y), (c[0] + x, c[1] + y)) for x, y in spokes), s.pen.weight * .4)
    s.pen.dot(c, 5.5, _colour(s))


def _draw_power_base(s: Sitter) -> None:
    """A power chair from the side: its motor, small wheels and the stick it is steered with."""
    (x, hip), y = s.bones.pelvis, s.bones.seat
    r, hand = min(13, -hip * .24 + 3), s.bones.arms["left"].hand
    s.pen.shape(line((x - 24, y + 10), (x + 20, y + 10), (x + 22, -r - 2), (x - 28, -r - 2)) + "Z", _colour(s))
    for wheel in (x - 20, x + 16):
        s.pen.dot((wheel, -r - 1), r, COLOURS["charcoal"])
        s.pen.dot((wheel, -r - 1), r * .42, COLOURS["light-grey"], s.pen.weight * .7)
    s.pen.tube(line((x - 16, y - s.age.torso * .3), (hand[0] + 6, y - s.age.torso * .3)), 8, COLOURS["charcoal"])
    s.pen.line(line((hand[0] + 5, y - s.age.torso * .34), (hand[0] + 6, y - s.age.torso * .34 - 9)))
    s.pen.dot((hand[0] + 6, y - s.age.torso * .34 - 10), 4, COLOURS["red"], s.pen.weight * .7)


def _wheel(s: Sitter) -> float:
    return min(-s.bones.pelvis[1] * .98, s.age.thigh * .9 + 4) * .72 + 6


def _half(s: Sitter) -> float:
    return max(s.age.hip * 1.32, s.bones.legs["right"].knee[0] + s.age.leg_w * .5)


def _colour(s: Sitter) -> str:
    return palette.colour(s.look.wheelchair, "red")


def draw_waiting(s: Sitter, right: float) -> Pen:
    """The very chair somebody sits in at other times, empty, as large as it is then: its right end at `right`, on a pen of its own."""
    empty = copy.copy(s)
    empty.pen, empty.bones = s.pen.another(), Skeleton(s.age, POSES["in-wheelchair"], True, "front")
    y, back, end, r = empty.bones.seat, -s.age.leg_w * .95, empty.bones.legs["left"].knee[0], _wheel(empty)
    draw_frame(empty)
    seat = ((end - 8, y - 6),) if r > 30 else ()            # behind the wheel of a small chair it would be a blot
    empty.pen.tube(line((back + 5, y - s.age.torso * .68), (back + 7, y - 6), *seat), 11, _colour(s))
    draw_wheel(empty)
    empty.pen.move(right - empty.pen.extent[2], 0)
    return empty.pen
