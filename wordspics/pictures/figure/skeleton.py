"""Bones to points: where every joint of a figure is, for an age, a pose and a way of facing."""
import math

import msgspec

from wordspics.pictures.figure.ages import Age
from wordspics.pictures.figure.plane import Matrix, Point, add, at, between, fall, place, reach
from wordspics.pictures.figure.poses import Arm, Pose, Reach, Step, Swing, Touch

HEEL, TOE, SOLE = 1.1, 2.2, 1.16             # of a shoe, in half leg widths
_TOUCH_STRETCH = 1.03                       # of an arm that reaches for somebody
TURNED_WIDTH = 0.88                         # of the trunk, in the three-quarter view


class Limb(msgspec.Struct, frozen=True):
    """A leg: hip, knee, ankle and how far the foot is turned."""

    hip: Point
    knee: Point
    ankle: Point
    foot: float


class Grip(msgspec.Struct, frozen=True):
    """An arm: shoulder, elbow, wrist, middle of the hand; the forearm's direction; the hand's kind, thumb side and layer."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand: Point
    direction: float
    kind: str
    thumb: int
    layer: str
    over: str = ""


class Skeleton:
    """All joints in units, feet at y = 0. `turned`, `head_turned` are 0 or 1, to be reckoned with."""

    def __init__(self, age: Age, pose: Pose, turned: bool, head: str, stoops: bool = False):
        self.age, self.pose = age, pose
        self.turned = int(turned)
        self.head_turned = int(head != "front")
        self.head_mirrored = head == "back"
        self.width = TURNED_WIDTH if turned else 1
        self._set_legs()
        self.trunk = place(*self.pelvis, pose.lean + (4 if stoops and turned else 0))
        self._set_head()
        self.arms = {side: self._arm(side, getattr(pose, side)) for side in ("left", "right")}

    def _set_legs(self) -> None:
        age, pose = self.age, self.pose
        hip = (age.hip - age.leg_w / 2) * (0.55 if self.turned else 0.95)
        legs = {side: _leg(age, sign * hip, step)
                for side, sign, step in (("left", -1, pose.left_leg), ("right", 1, pose.right_leg))}
        shoes = [at(self._shoe(side, leg), x, SOLE)[1] for side, leg in legs.items() for x in (-HEEL, TOE)]
        low = max(age.leg_w / 2 + 1, *shoes, *(leg.knee[1] + age.leg_w / 2 for leg in legs.values()))
        up = -low - pose.lift * age.thigh - pose.high
        self.pelvis: Point = (0, up)
        self.legs = {side: Limb(add(leg.hip, self.pelvis), add(leg.knee, self.pelvis), add(leg.ankle, self.pelvis), leg.foot)
                     for side, leg in legs.items()}

    def shoe(self, side: str) -> Matrix:
        """From a shoe that points right, its heel at -HEEL, its toe at TOE and its sole at SOLE, to this foot."""
        return self._shoe(side, self.legs[side])

    def _shoe(self, side: str, leg: Limb) -> Matrix:
        size = self.age.leg_w * 0.5
        along = size if self.turned else size * 0.82 * (-1 if side == "left" else 1)
        return place(*leg.ankle, leg.foot, along, size)

    def _set_head(self) -> None:
        age, pose, t = self.age, self.pose, self.turned
        neck = at(self.trunk, 2.5 * t, -age.torso + 2)
        self.head = add(neck, at(place(turn=pose.lean * 0.5 + pose.tilt), 2 * t, -age.neck - age.head_h + 4 + pose.head_y))
        self.tilt = pose.lean * 0.35 + pose.tilt
        self.skull: Matrix = place(*self.head, self.tilt, age.head_w, age.head_h)
        self.face: Matrix = place(*self.head, self.tilt, -age.head_w if self.head_mirrored else age.head_w, age.head_h)

    def face_us(self) -> None:
        """Undo the mirror for the face: the whole figure will be mirrored, and this face looks straight ahead."""
        self.face = place(*self.head, self.tilt, -self.age.head_w, self.age.head_h)

    def move_head(self, to: Point, tilt: float, size: float) -> None:
        """Only the head matters: for a baby wrapped up in somebody's arms."""
        self.age = msgspec.structs.replace(self.age, head_w=self.age.head_w * size, head_h=self.age.head_h * size)
        self.head, self.tilt = to, tilt
        self.skull = self.face = place(*to, tilt, self.age.head_w, self.age.head_h)

    def spot(self, name: str) -> Point:
        """A place on the body that a hand may reach for."""
        side, _, part = name.rpartition("-")
        sign = -1 if side == "left" else 1
        age, ahead = self.age, self.head_turned * (-1 if self.head_mirrored else 1)
        if part == "knee":
            return self.legs[side].knee
        if part == "floor":                                     # under the shoulders
            return at(self.trunk, 0, -age.torso)[0], -age.hand * 1.6
        if part == "lap":
            return between(self.legs["left"].knee, self.legs["right"].knee, 0.5)
        on_head = {"ear": (sign, 0.1), "mouth": (0.15 * ahead, 0.55), "chin": (0.1 * ahead, 1), "face": (0.2 * ahead, 0.1)}
        on_trunk = {"chest": (0, -age.torso * 0.62), "belly": (0, -age.torso * 0.32), "root": (0, 0),
                    "hip": (sign * age.hip * self.width, -4), "side": (sign * age.shoulder * self.width, -age.torso * 0.5)}
        return at(self.skull, *on_head[part]) if part in on_head else at(self.trunk, *on_trunk[part])

    @property
    def seat(self) -> float:
        """How high up the seat is that carries a sitter."""
        return self.pelvis[1] + self.age.leg_w / 2 + 2

    def joints(self) -> dict[str, Point]:
        """What others may reach for."""
        age = self.age
        found = {f"{side}-{part}": getattr(self.arms[side], part) for side in ("left", "right") for part in ("hand", "shoulder")}
        return found | {"root": self.pelvis, "chest": self.spot("chest"), "belly": self.spot("belly"), "head": self.head,
                        "crown": at(self.skull, 0, -0.9), "handle": self.handle}

    @property
    def handle(self) -> Point:
        """Where the wheelchair or the pushchair somebody sits in is pushed."""
        if "in-pushchair" in self.pose.props:
            return self.pelvis[0] - 38, min(self.head[1], -88)
        return at(self.trunk, -self.age.leg_w * 0.95 - 13, -self.age.torso * 0.72)

    def shoulder(self, side: str) -> Point:
        age = self.age
        half = age.shoulder * self.width - age.arm_w / 2
        out = half * ((0.80, 0.92)[side == "right"] if self.turned else 1)
        return at(self.trunk, -out if side == "left" else out, -age.torso + age.arm_w / 2 + 1.2)

    def _arm(self, side: str, arm: Arm) -> Grip:
        age, start = self.age, self.shoulder(side)
        if isinstance(arm, Reach):
            spot = self.spot(arm.spot)
            target = (spot[0] + arm.dx * age.hand, spot[1] + arm.dy * age.hand)
            elbow, wrist = reach(start, target, age.upper_arm * arm.short_upper, age.forearm, self._wish(arm.bend, side))
        elif isinstance(arm, Touch):
            elbow, wrist = self._touch(start, arm, side)
        else:
            elbow = add(start, fall(arm.upper, age.upper_arm * arm.short_upper))
            wrist = add(elbow, fall(arm.fore, age.forearm * arm.short_fore))
        direction = math.degrees(math.atan2(wrist[0] - elbow[0], wrist[1] - elbow[1]))
        hand = add(wrist, fall(direction, age.hand * 0.55))
        layer = arm.layer or ("back" if side == "right" and self.turned else "front")
        return Grip(start, elbow, wrist, hand, direction, arm.hand, self._thumb(direction, side), layer,
                    getattr(arm, "over", ""))

    def _touch(self, start: Point, arm: Touch, side: str) -> tuple[Point, Point]:
        """Elbow and wrist that bring the middle of the hand to the point, as near as the arm is long."""
        age, wish = self.age, self._wish(arm.bend, side)
        goal = arm.x, arm.y
        for _ in range(3):
            elbow, wrist = reach(start, goal, age.upper_arm, age.forearm, wish, _TOUCH_STRETCH)
            far = math.dist(elbow, wrist) or 1
            goal = add((arm.x, arm.y), between((0, 0), (elbow[0] - wrist[0], elbow[1] - wrist[1]), age.hand * 0.55 / far))
        return elbow, wrist

    def _wish(self, bend: str, side: str):
        sign = -1 if side == "left" else 1
        wishes = {"out": lambda q: q[0] * sign + 0.25 * q[1], "in": lambda q: -q[0] * sign, "down": lambda q: q[1],
                  "up": lambda q: -q[1], "back": lambda q: -q[0] + 0.6 * q[1]}
        return wishes[bend or ("back" if self.turned else "out")]

    def _thumb(self, direction: float, side: str) -> int:
        """Thumbs point up when the arm is level, inwards otherwise: a wrong thumb looks broken at once."""
        if self.turned:
            return 1
        one, other = fall(direction + 62, 1), fall(direction - 62, 1)
        if abs(math.sin(math.radians(direction))) > 0.72:
            return 1 if one[1] < other[1] else -1
        inward = 1 if side == "left" else -1
        return 1 if one[0] * inward > other[0] * inward else -1


def _leg(age: Age, x: float, step: Step) -> Limb:
    knee = add((x, 0), fall(step.thigh, age.thigh * step.short_thigh))
    ankle = add(knee, fall(step.shin, age.shin * step.short_shin))
    return Limb((x, 0), knee, ankle, step.foot)


def change_hands(pose: Pose) -> Pose:
    """The same pose with the other hand: for somebody whose stick keeps one hand busy."""
    if pose.turned:
        return msgspec.structs.replace(pose, left=pose.right, right=pose.left)
    return msgspec.structs.replace(pose, left=_mirror(pose.right), right=_mirror(pose.left))


def _mirror(arm: Arm) -> Arm:
    if isinstance(arm, Swing):
        return msgspec.structs.replace(arm, upper=-arm.upper, fore=-arm.fore)
    if isinstance(arm, Touch):
        return msgspec.structs.replace(arm, x=-arm.x)
    spot = arm.spot.replace("left", "*").replace("right", "left").replace("*", "right")
    return msgspec.structs.replace(arm, spot=spot, dx=-arm.dx)
