"""Things that belong to a pose: what somebody sits on, and what they hold."""
from wordspics.pictures.figure import aids, beds, furnishings, handheld, skirts, wheelchairs, wheels
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import at, between, line, place, trace
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


def _draw_chair(s: Sitter) -> None:
    y, back = s.bones.seat, s.bones.pelvis[0] - s.age.leg_w
    front = back + s.age.thigh * .95 + s.age.leg_w * .4
    s.pen.tube(line((back - 5, y - s.age.torso * .95), (back, y + 2)), 9, _WOOD)
    s.pen.tube(line((back, y + 3), (back - 4, -3)), 8, _WOOD)
    s.pen.tube(line((front - 4, y + 3), (front, -3)), 8, _WOOD)
    s.pen.tube(line((back, y + 3), (front, y + 3)), 9, _WOOD)


def _draw_stool(s: Sitter) -> None:
    y, h = s.bones.seat, s.age.hip
    if skirts.covers_knees(s):                              # it must show beside the skirt, or who sits would stand
        h = max(h, (s.bones.legs["right"].knee[0] + s.age.leg_w * .65 + 8) / 1.55)
    for e in (-1, 1):
        s.pen.tube(line((e * h * 1.2, y + 8), (e * h * 1.35, -3)), 8, _WOOD)
    half = h * 1.55
    s.pen.shape(line((-half, y - 3), (half, y - 3), (half, y + 7), (-half, y + 7)) + "Z", _WOOD)


def _draw_swing_frame(s: Sitter) -> None:
    """The frame a swing hangs from, and its seat."""
    (x, _), y, top = s.bones.pelvis, s.bones.seat, _swing_top(s)
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
        middle, half = s.bones.pelvis[0], s.age.shoulder
        s.pen.tube(line((e * (half + 10) * .94 + middle, _swing_top(s) + 4), (x, y), (middle + e * (half + 6), s.bones.seat + 2)),
                   6.4, COLOURS["gold"])
        s.pen.dot((x, y), s.age.hand * .95, s.skin)


def draw_in_hand(s: Sitter) -> None:
    """Over the near arms: a book, the ropes of a swing, the wheel by the hand."""
    if "book" in s.pose.props:
        _draw_book(s)
    if "wheelchair" in s.pose.props:
        wheelchairs.draw_wheel(s)
    if "swing" in s.pose.props:
        _draw_ropes(s)
    for prop in s.pose.props:
        if prop in _IN_HAND:
            _IN_HAND[prop](s)


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
        wheelchairs.draw_footrests(s)
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


_BEHIND = {"chair": _draw_chair, "stool": _draw_stool, "swing": _draw_swing_frame, "wheelchair": wheelchairs.draw_frame,
           "wheelchair-front": wheelchairs.draw_from_front, "hospital-bed": beds.draw_hospital_bed, "bed": beds.draw_headboard,
           "covers": beds.draw_headboard, "pillow": beds.draw_pillow, "wrap": beds.draw_wrap_behind,
           "armchair": furnishings.draw_armchair, "car": furnishings.draw_car_seat, "window": furnishings.draw_window,
           "bike": wheels.draw_bike_behind, "in-pushchair": wheels.draw_pushchair_behind}
_OVER_LEGS = {"wheelchair-behind": wheelchairs.draw_from_behind, "bed": beds.draw_bedclothes, "pillow": beds.draw_blanket_over,
              "wrap": beds.draw_wrap, "table": furnishings.draw_table, "hospital-bed": beds.draw_blanket,
              "side-table": furnishings.draw_side_table, "cooker": furnishings.draw_cooker, "plate": handheld.draw_plate,
              "car": furnishings.draw_seat_belt}
_IN_HAND = {"drawing": handheld.draw_drawing, "ladle": handheld.draw_ladle, "letter": handheld.draw_letter,
            "screen": handheld.draw_screen, "car": furnishings.draw_steering_wheel, "pram": wheels.draw_pram,
            "pushchair": wheels.draw_pushchair_ahead, "in-pushchair": wheels.draw_pushchair_front, "ball": handheld.draw_ball,
            "palms": handheld.draw_palms}
_IN_FRONT = {"spoon": handheld.draw_spoon, "toothbrush": handheld.draw_toothbrush, "table-over": furnishings.draw_table_over,
             "covers": beds.draw_covers, "bath": furnishings.draw_bath, "signing": handheld.draw_signing,
             "music": handheld.draw_music, "bottle": handheld.draw_bottle, "din": handheld.draw_din,
             "knocking": handheld.draw_knocking}
