"""Arms, hands, legs and feet. A limb is a round stroke: its ink first, then skin and cloth over it, so no seam shows."""
import math

import msgspec

from wordspics.pictures.figure import palette, skirts
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.pen import Pen
from wordspics.pictures.figure.plane import Point, add, at, bent, between, fall, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.skeleton import Grip, Limb
from wordspics.pictures.figure.trunk import Trunk

_SHOE = "M-1.0 1.16 C-1.35 .4 -1.2 -.5 -.95 -.9 L.95 -.9 C1.0 -.5 1.25 -.28 1.6 -.16 C2.3 .05 2.45 .7 2.2 1.16 Z"
_TROUSER_END = 0.86                         # of the shin: round ends would hide the shoes
_CUFF = 0.84                                # of the forearm
_SHORT_SLEEVE = 0.78                        # of the upper arm
_SHORTS = 0.80                              # of the thigh


def draw_legs(s: Sitter) -> None:
    if s.pose.seat == "lap":
        return _draw_lap(s)
    for side in ("right", "left"):
        leg = s.bones.legs[side]
        shoe_first = s.outfit.legs != "onesie"
        if shoe_first:
            _draw_foot(s, side)
        if s.look.limb == "leg" and side == s.own_left:
            _draw_blade(s, leg)
            leg = msgspec.structs.replace(leg, ankle=between(leg.knee, leg.ankle, 0.34))
        s.pen.tube_edge(_shape(leg), s.age.leg_w)
        _fill_leg(s, leg)
        if s.look.footwear == "wellies" and shoe_first:
            _draw_welly(s, s.bones.legs[side])
        if not shoe_first:
            _draw_foot(s, side)


def _draw_blade(s: Sitter, leg: Limb) -> None:
    """An artificial leg below the knee."""
    s.pen.tube(line(between(leg.knee, leg.ankle, 0.2), between(leg.knee, leg.ankle, 0.96)), s.age.leg_w * 0.52, COLOURS["light-grey"])


def _draw_welly(s: Sitter, leg: Limb) -> None:
    """The leg of a rubber boot, over the trousers."""
    top, low = between(leg.knee, leg.ankle, 0.45), between(leg.knee, leg.ankle, 0.92)
    if math.dist(top, low) > 4:
        s.pen.tube_edge(line(top, low), s.age.leg_w * 1.06)
        s.pen.tube_fill(line(top, low), s.age.leg_w * 1.06, s.outfit.shoes)
        _cuff(s.pen, leg.knee, leg.ankle, 0.56, s.age.leg_w)


def _draw_lap(s: Sitter) -> None:
    """Legs of somebody who sits and faces us: both thighs and the lap are one shape, so that the knees are no lumps. What a skirt
    hides is left out."""
    legs, wide, hidden = s.bones.legs, s.age.leg_w, skirts.covers_knees(s)
    hips = line(legs["left"].hip, legs["right"].hip)
    for side in ("right", "left"):
        _draw_foot(s, side)
    for leg in legs.values():
        s.pen.tube_edge(_shape(leg), wide)
    s.pen.tube_edge(hips, wide)
    for leg in legs.values():
        _fill_leg(s, leg)
    if s.outfit.legs != "bare" and not hidden:
        s.pen.tube_fill(hips, wide, s.outfit.legs_colour)
        x, y = between(legs["left"].hip, legs["right"].hip, 0.5)
        s.pen.line(line((x, y + wide * 0.1), (x, y + wide * 0.5)), s.pen.weight * 0.85)
    for sign, leg in ((-1, legs["left"]), (1, legs["right"])):
        if not hidden:
            _crease_knee(s, leg, sign)
        if s.look.footwear == "wellies":
            _draw_welly(s, leg)
    if s.look.limb == "leg":
        leg = legs[s.own_left]
        s.pen.tube(line(between(leg.knee, leg.ankle, 0.5), between(leg.knee, leg.ankle, 0.96)), s.age.leg_w * 1.02, COLOURS["light-grey"])


def _crease_knee(s: Sitter, leg: Limb, sign: int) -> None:
    x, y, r = leg.knee[0], leg.knee[1], s.age.leg_w * 0.3
    crease = f"M{-sign} .9 Q0 1.7 {.7 * sign} 1.1"
    s.pen.line(trace(crease, place(x, y, 0, r)), s.pen.weight * 0.7)


def _shape(leg: Limb) -> str:
    return bent(leg.hip, leg.knee, between(leg.knee, leg.ankle, _TROUSER_END))


def _fill_leg(s: Sitter, leg: Limb) -> None:
    pen, wide, outfit = s.pen, s.age.leg_w, s.outfit
    if outfit.legs in ("trousers", "onesie", "tights"):
        return pen.tube_fill(_shape(leg), wide, outfit.legs_colour)
    pen.tube_fill(_shape(leg), wide, s.skin)
    if outfit.legs == "shorts" and not (s.pose.seat == "lap" and skirts.covers_knees(s)):
        hem = between(leg.hip, leg.knee, _SHORTS)
        pen.tube_fill(line(leg.hip, hem), wide, outfit.legs_colour, "butt")
        pen.spot(leg.hip, (wide - pen.weight) / 2, outfit.legs_colour)
        _cuff(pen, leg.hip, leg.knee, _SHORTS, wide)


def _draw_foot(s: Sitter, side: str) -> None:
    s.pen.shape(trace(_SHOE, s.bones.shoe(side)), s.outfit.shoes)


def draw_hips(s: Sitter) -> None:
    """A patch that melts both legs into one pair of hips."""
    legs, wide = s.bones.legs, s.age.leg_w
    fill = s.skin if s.outfit.legs == "bare" else s.outfit.legs_colour
    s.pen.tube_fill(line(*((leg.hip[0], leg.hip[1] - 3) for leg in legs.values())), wide * 0.95, fill)


def draw_arm(s: Sitter, side: str) -> None:
    arm, wide, pen, outfit = s.bones.arms[side], s.age.arm_w, s.pen, s.outfit
    skin = s.skin_of(arm)
    if not s.has_hand(side):
        return _draw_short_arm(s, arm)
    whole = bent(arm.shoulder, arm.elbow, arm.wrist)
    pen.tube_edge(whole, wide)
    draw_hand(s, arm, edge=True)
    if outfit.long_sleeves:
        pen.tube_fill(line(between(arm.elbow, arm.wrist, _CUFF - .1), arm.wrist), wide, skin)
        draw_hand(s, arm, edge=False)
        pen.tube_fill(bent(arm.shoulder, arm.elbow, arm.wrist, _CUFF), wide, outfit.top_colour, "butt")
        _cuff(pen, arm.elbow, arm.wrist, _CUFF, wide)
    else:
        pen.tube_fill(whole, wide, skin)
        hem = between(arm.shoulder, arm.elbow, _SHORT_SLEEVE)
        pen.tube_fill(line(arm.shoulder, hem), wide, outfit.top_colour, "butt")
        draw_hand(s, arm, edge=False)
        _cuff(pen, arm.shoulder, arm.elbow, _SHORT_SLEEVE, wide)
    if outfit.uniform == "police":                          # white sleeves under a bright vest: two cloths, so no melting
        pen.spot(arm.shoulder, (wide - pen.weight) / 2, outfit.top_colour)
    else:
        _melt_shoulder(s, arm)


def _draw_short_arm(s: Sitter, arm: Grip) -> None:
    """An arm that ends below the elbow, its sleeve rolled up."""
    wide, pen = s.age.arm_w, s.pen
    end = between(arm.elbow, arm.wrist, 0.34)
    whole = bent(arm.shoulder, arm.elbow, end)
    pen.tube_edge(whole, wide)
    pen.tube_fill(whole, wide, s.skin)
    hem = between(arm.shoulder, arm.elbow, _SHORT_SLEEVE)
    pen.tube_fill(line(arm.shoulder, hem), wide, s.outfit.top_colour, "butt")
    _cuff(pen, arm.shoulder, arm.elbow, _SHORT_SLEEVE, wide)
    _melt_shoulder(s, arm)


def _melt_shoulder(s: Sitter, arm: Grip) -> None:
    """Wipe out the arc where the arm meets the trunk, or the figure looks like a jointed puppet: towards the chest, and towards the
    neck as far as its collar, which is as good as round.
    """
    trunk, weight, drop = Trunk(s), s.pen.weight, s.age.arm_w / 2 + 1.2
    chest, middle = at(s.bones.trunk, 0, -s.age.torso * 0.62), at(s.bones.trunk, trunk.middle, drop - s.age.torso)
    inward = between(arm.shoulder, (chest[0], arm.shoulder[1] + (chest[1] - arm.shoulder[1]) * 0.6), 0.38)
    half, collar = math.dist(arm.shoulder, middle), trunk.neck + s.age.arm_w / 2 - weight * 0.12
    room = max(half - math.sqrt(max(collar ** 2 - (drop + 1) ** 2, 0)), 0)
    across = between(arm.shoulder, middle, min(weight * 1.7, room) / half)
    s.pen.tube_fill(line(across, arm.shoulder, inward), s.age.arm_w, s.outfit.top_colour)


def _cuff(pen: Pen, a: Point, b: Point, share: float, wide: float) -> None:
    x, y = between(a, b, share)
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
    nx, ny = -(b[1] - a[1]) / length * wide / 2, (b[0] - a[0]) / length * wide / 2
    pen.line(line((x - nx, y - ny), (x + nx, y + ny)), pen.weight * 0.85)


def draw_hand(s: Sitter, arm: Grip, edge: bool) -> None:
    """The ink of a hand, or its skin."""
    if s.look.limb == "arm" and arm is s.bones.arms[s.own_left]:
        return
    pen, r, skin = s.pen, s.age.hand, s.skin_of(arm)
    fingers = _fingers(arm, r)
    if edge:
        pen.dot(arm.hand, r, skin)
    else:
        pen.spot(arm.hand, r - pen.weight / 2, skin)
    for d, wide in fingers:
        if edge:
            pen.tube_edge(d, wide + pen.weight * 0.5)
        else:
            pen.tube_fill(d, wide + pen.weight * 0.5, skin)
    if arm.kind == "cover" and not edge:                        # closed fingers
        up = place(*arm.hand, 0, r)
        pen.line(trace("M-.22 -1.9 L-.2 -.9 M.26 -1.9 L.24 -.9", up), pen.weight * 0.6)
    if s.look.skin_marks == "vitiligo" and not edge and pen.colours:
        pen.smudge(arm.hand, r * 0.42, r * 0.5, palette.pale(s.skin))


def _fingers(arm: Grip, r: float) -> list[tuple[str, float]]:
    """(middle line, width) of each finger, or of the mitten and its thumb."""
    def finger(angle: float, start: float, end: float) -> str:
        return line(add(arm.hand, fall(arm.direction + angle, r * start)), add(arm.hand, fall(arm.direction + angle, r * end)))
    thumb = arm.thumb
    if arm.kind == "point":
        return [(finger(0, 0, 2.1), r * 0.8), (finger(70 * thumb, 0, 1.0), r * 0.75)]
    if arm.kind == "point-up":
        up = 180 - arm.direction
        return [(finger(up, 0, 2.1), r * 0.75), (finger(up + 55, 0, 1.3), r * 0.7)]
    if arm.kind == "open-up":
        up = 180 - arm.direction
        return [("".join(finger(up + angle, 0.2, 1.85) for angle in (-32, 0, 32)) + finger(up - 80, 0, 1.5), r * 0.72)]
    if arm.kind == "cover":
        up = 180 - arm.direction
        return [(finger(up - 4, 0, 1.5) + finger(up + 4, 0, 1.5), r * 1.45)]
    if arm.kind == "open":
        return [("".join(finger(angle, 0.2, 1.75) for angle in (-32, 0, 32)) + finger(78 * thumb, 0, 1.5), r * 0.72)]
    if arm.kind == "palm":
        return [(finger(90 * thumb, -0.1, 1.9), r * 1.25), (finger(28 * thumb, 0, 1.5), r * 0.72)]
    if arm.kind in ("mitten", "cheek"):
        return [(finger(0, 0, 0.5), r * 1.4), (finger(58 * thumb, 0, 1.25), r * 0.72)]
    if arm.kind == "hang":
        return [(finger(0, 0, 0.55), r * 1.35), (finger(38 * thumb, 0, 0.95), r * 0.62)]
    if arm.kind in ("rest", "grip"):
        return [(finger(0, 0, 0.6), r * 1.4)]
    return []


