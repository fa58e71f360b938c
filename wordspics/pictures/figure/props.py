"""Things that belong to a pose: what somebody sits on, and what they hold."""
from wordspics.pictures.figure import aids, beds, furnishings, handheld, palette, wheels
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import at, between, fall, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.trimmings import STAR

_WOOD = COLOURS["brown"]


def draw_behind(s: Sitter) -> None:
    """What the body sits on or in."""
    for prop in s.pose.props:
        if prop in _BEHIND:
            _BEHIND[prop](s)


def draw_over_legs(s: Sitter) -> None:
    """What stands before the body, but behind the near arms."""
    for prop in s.pose.props:
        if prop in _OVER_LEGS:
            _OVER_LEGS[prop](s)


def _seat_height(s: Sitter) -> float:
    return s.bones.pelvis[1] + s.age.leg_w / 2 + 2


def _draw_chair(s: Sitter) -> None:
    y, back = _seat_height(s), s.bones.pelvis[0] - s.age.leg_w
    front = back + s.age.thigh * .95 + s.age.leg_w * .4
    s.pen.tube(line((back - 5, y - s.age.torso * .95), (back, y + 2)), 9, _WOOD)
    s.pen.tube(line((back, y + 3), (back - 4, -3)), 8, _WOOD)
    s.pen.tube(line((front - 4, y + 3), (front, -3)), 8, _WOOD)
    s.pen.tube(line((back, y + 3), (front, y + 3)), 9, _WOOD)


def _draw_stool(s: Sitter) -> None:
    y, h = _seat_height(s), s.age.hip
    for e in (-1, 1):
        s.pen.tube(line((e * h * 1.2, y + 8), (e * h * 1.35, -3)), 8, _WOOD)
    half = h * 1.55
    s.pen.shape(line((-half, y - 3), (half, y - 3), (half, y + 7), (-half, y + 7)) + "Z", _WOOD)


def _draw_swing_frame(s: Sitter) -> None:
    """The frame a swing hangs from, and its seat."""
    (x, _), y, top = s.bones.pelvis, _seat_height(s), _swing_top(s)
    half = s.age.shoulder + 16
    for e in (-1, 1):
        s.pen.tube(line((x + e * (half + 6), top), (x + e * (half + 25), -4)), 9, COLOURS["teal"])
    s.pen.tube(line((x - half - 14, top), (x + half + 14, top)), 11, COLOURS["teal"])
    s.pen.tube(line((x - half + 8, y + 2), (x + half - 8, y + 2)), 10, _WOOD)


def _swing_top(s: Sitter) -> float:
    return s.bones.head[1] - s.age.head_h * 1.75


def _draw_ropes(s: Sitter) -> None:
    """In front of the arms, behind the fingers."""
    for side, e in (("left", -1), ("right", 1)):
        x, y = s.bones.arms[side].hand
        s.pen.tube(line((e * (s.age.shoulder + 10) * .94 + s.bones.pelvis[0], _swing_top(s) + 4), (x, y), (s.bones.pelvis[0] + e * (s.age.shoulder + 6), _seat_height(s) + 2)),
                   6.4, COLOURS["gold"])
        s.pen.dot((x, y), s.age.hand * .95, s.skin)


def _draw_wheelchair_frame(s: Sitter) -> None:
    y, back = _seat_height(s), s.bones.pelvis[0] - s.age.leg_w * .95
    knee, foot, torso = s.bones.legs["left"].knee, s.bones.legs["left"].ankle, s.age.torso
    s.pen.tube(line((back - 12, y - torso * .78), (back - 2, y - torso * .80), (back + 2, y)), 7, COLOURS["charcoal"])
    s.pen.tube(line((back, y + 1), (knee[0] - 4, y + 1)), 8, COLOURS["charcoal"])
    s.pen.tube(line((knee[0] - 3, y + 2), (foot[0] + 3, foot[1] + 9), (foot[0] + 15, foot[1] + 9)), 6, COLOURS["grey"])
    s.pen.dot((knee[0] - 6, -8), 7, COLOURS["light-grey"])


def _draw_wheelchair_back(s: Sitter) -> None:
    """A wheelchair from the front: handles, backrest and both large wheels on edge."""
    age, (_, hip) = s.age, s.bones.pelvis
    wide, y = _half_chair(s), _seat_height(s)
    top = hip - age.torso * .72
    s.pen.tube("".join(line((e * wide * .74, top - 1), (e * wide * 1.02, top - 3)) for e in (-1, 1)), 7.5, COLOURS["charcoal"])
    half = wide * .9
    back = f"M{-half} {top + 5} Q0 {top} {half} {top + 5} L{half} {y} L{-half} {y} Z"
    s.pen.shape(trace(back, place()), _chair_colour(s))
    _draw_wheels_on_edge(s, wide)
    s.pen.tube(line((-wide * .9, y + 3), (wide * .9, y + 3)), 8, COLOURS["charcoal"])


def _draw_wheelchair_from_behind(s: Sitter) -> None:
    """The backrest and its handles over the back, both large wheels on edge."""
    (_, hip), wide, y = s.bones.pelvis, _half_chair(s), _seat_height(s)
    top = hip - s.age.torso * .62
    _draw_wheels_on_edge(s, wide)
    half = wide * .9
    s.pen.shape(trace(f"M{-half} {top} Q0 {top + 6} {half} {top} L{half} {y + 6} L{-half} {y + 6} Z", place()), _chair_colour(s))
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
        s.pen.oval((e * (out + 1.6), -r - 2), 2.2, r * .80, _chair_colour(s), width=s.pen.weight * .5)


def _draw_arm_rests(s: Sitter, out: float, low: float) -> None:
    """Of a power chair, with the stick it is steered with."""
    y = _seat_height(s) - s.age.torso * .3
    s.pen.tube(line((-out, y + 2), (-out, low)) + line((out, y + 2), (out, low)), 8, _chair_colour(s))
    s.pen.tube(line((-out, y), (-out, y + 4)) + line((out, y), (out, y + 4)), 10, COLOURS["charcoal"])
    s.pen.line(line((-out, y - 3), (-out, y - 11)))
    s.pen.dot((-out, y - 12), 4, COLOURS["red"], s.pen.weight * .7)


def _half_chair(s: Sitter) -> float:
    return max(s.age.hip * 1.32, s.bones.legs["right"].knee[0] + s.age.leg_w * .5)


def _draw_footrests(s: Sitter) -> None:
    half, ankles = s.age.leg_w * .45, [leg.ankle for leg in s.bones.legs.values()]
    s.pen.tube("".join(line((x - half, y + half + 4), (x + half, y + half + 4)) for x, y in ankles), 6, _chair_colour(s))


def _wheel(s: Sitter) -> float:
    return min(-s.bones.pelvis[1] * .98, s.age.thigh * .9 + 4) * .72 + 6


def _chair_colour(s: Sitter) -> str:
    return palette.colour(s.look.wheelchair, "red")


def draw_in_hand(s: Sitter) -> None:
    """Over the near arms: a book, the wheel by the hand, the ropes of a swing."""
    if "book" in s.pose.props:
        _draw_book(s)
    if "wheelchair" in s.pose.props:
        _draw_wheel(s)
    if "swing" in s.pose.props:
        _draw_ropes(s)
    for prop in s.pose.props:
        if prop in _IN_HAND:
            _IN_HAND[prop](s)


def _draw_power_base(s: Sitter) -> None:
    """A power chair from the side: its motor, small wheels and the stick it is steered with."""
    (x, hip), colour = s.bones.pelvis, _chair_colour(s)
    y, r = _seat_height(s), min(13, -hip * .24 + 3)
    s.pen.shape(line((x - 24, y + 10), (x + 20, y + 10), (x + 22, -r - 2), (x - 28, -r - 2)) + "Z", colour)
    for wheel in (x - 20, x + 16):
        s.pen.dot((wheel, -r - 1), r, COLOURS["charcoal"])
        s.pen.dot((wheel, -r - 1), r * .42, COLOURS["light-grey"], s.pen.weight * .7)
    hand = s.bones.arms["left"].hand
    s.pen.tube(line((x - 16, y - s.age.torso * .3), (hand[0] + 6, y - s.age.torso * .3)), 8, COLOURS["charcoal"])
    s.pen.line(line((hand[0] + 5, y - s.age.torso * .34), (hand[0] + 6, y - s.age.torso * .34 - 9)))
    s.pen.dot((hand[0] + 6, y - s.age.torso * .34 - 10), 4, COLOURS["red"], s.pen.weight * .7)


def _draw_wheel(s: Sitter) -> None:
    if s.look.chair == "power":
        return _draw_power_base(s)
    r = _wheel(s)
    c = (s.bones.pelvis[0] - 2, -r - 2)
    s.pen.hoop(c, r, 4.4, COLOURS["grey"])
    spokes = [fall(angle, r - 3) for angle in range(0, 180, 45)]
    s.pen.line("".join(line((c[0] - x, c[1] - y), (c[0] + x, c[1] + y)) for x, y in spokes), s.pen.weight * .4)
    s.pen.dot(c, 5.5, _chair_colour(s))


def _draw_book(s: Sitter) -> None:
    left, right = s.bones.arms["left"].hand, s.bones.arms["right"].hand
    x, y = between(left, right, .5)
    half = max((right[0] - left[0]) / 2, s.age.hand * 2.2)
    m = place(x, y - half * .30, 0, half)
    cover = COLOURS["red"] if s.outfit.top_colour != COLOURS["red"] else COLOURS["blue"]
    s.pen.shape(trace("M-1 -.78 Q-.5 -.92 0 -.72 Q.5 -.92 1 -.78 L1 .4 L-1 .4 Z", m), "#ffffff", s.pen.weight * .8)
    s.pen.shape(trace("M-1.06 -.62 Q-.5 -.76 0 -.56 Q.5 -.76 1.06 -.62 L1.06 .66 Q.5 .52 0 .72 Q-.5 .52 -1.06 .66 Z", m), cover)
    s.pen.line(trace("M0 -.56 L0 .72", m))
    s.pen.shape(trace(STAR, place(*at(m, .5, 0), 0, half * .27)), COLOURS["yellow"], s.pen.weight * .6)
    for hand in (left, right):
        s.pen.dot(hand, s.age.hand * .95, s.skin)


def draw_stick(s: Sitter, side: str) -> None:
    """With the arm that holds it."""
    if s.stick_hand != side:
        return
    x, y = s.bones.arms[side].hand
    aids.draw_walking_stick(s, (x, y), (x + 4, -3))
    s.pen.dot((x, y), s.age.hand, s.skin)


def draw_in_front(s: Sitter) -> None:
    """Over the arms that cover the face."""
    if "phone" in s.pose.props:
        _draw_phone(s)
    if "wheelchair-front" in s.pose.props:
        _draw_footrests(s)
    for prop in s.pose.props:
        if prop in _IN_FRONT:
            _IN_FRONT[prop](s)


def _draw_phone(s: Sitter) -> None:
    """In the hand that is held to the ear."""
    arm = next(arm for arm in s.bones.arms.values() if arm.layer == "face")
    out = 1 if arm.hand[0] > s.bones.head[0] else -1
    m = place(arm.hand[0] + out, arm.hand[1] - 2, s.bones.tilt + 12 * out, s.age.hand * out, s.age.hand)
    s.pen.shape(trace("M-.6 -2.1 L.6 -2.1 L.6 1.0 L-.6 1.0 Z", m), COLOURS["charcoal"])
    s.pen.tube(line(at(m, -.2, .1), at(m, .8, .2)), s.age.hand * 1.15, s.skin)


_BEHIND = {"chair": _draw_chair, "stool": _draw_stool, "swing": _draw_swing_frame, "wheelchair": _draw_wheelchair_frame,
           "wheelchair-front": _draw_wheelchair_back, "hospital-bed": beds.draw_hospital_bed, "bed": beds.draw_headboard,
           "covers": beds.draw_headboard, "pillow": beds.draw_pillow, "wrap": beds.draw_wrap_behind, "armchair": furnishings.draw_armchair, "car": furnishings.draw_car_seat,
           "window": furnishings.draw_window, "bike": wheels.draw_bike_behind,
           "in-pushchair": wheels.draw_pushchair_behind}
_OVER_LEGS = {"wheelchair-behind": _draw_wheelchair_from_behind, "bed": beds.draw_bedclothes, "pillow": beds.draw_blanket_over,
              "wrap": beds.draw_wrap, "table": furnishings.draw_table, "hospital-bed": beds.draw_blanket,
              "side-table": furnishings.draw_side_table, "cooker": furnishings.draw_cooker, "plate": handheld.draw_plate}
_IN_HAND = {"drawing": handheld.draw_drawing, "ladle": handheld.draw_ladle, "letter": handheld.draw_letter,
            "screen": handheld.draw_screen, "car": furnishings.draw_steering_wheel, "pram": wheels.draw_pram,
            "pushchair": wheels.draw_pushchair_ahead, "in-pushchair": wheels.draw_pushchair_front, "ball": handheld.draw_ball, "palms": handheld.draw_palms}
_IN_FRONT = {"spoon": handheld.draw_spoon, "toothbrush": handheld.draw_toothbrush, "table-over": furnishings.draw_table_over,
             "covers": beds.draw_covers, "bath": furnishings.draw_bath, "signing": handheld.draw_signing,
             "music": handheld.draw_music, "bottle": handheld.draw_bottle, "din": handheld.draw_din, "knocking": handheld.draw_knocking}
