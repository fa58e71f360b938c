"""A whole figure: its parts, back to front."""
import msgspec

from wordspics.pictures.figure import (aids, baby, behind, clothes, face, features, furnishings, hair, headwear, limbs, marks, props,
                                       skirts, wheelchairs)
from wordspics.pictures.figure.pen import Pen
from wordspics.pictures.figure.plane import Point, number
from wordspics.pictures.figure.sitter import Bond, Sitter
from wordspics.pictures.shapes import Group
from wordspics.story.person import Look

Box = tuple[float, float, float, float]
_COVERED = {"bath", "covers"}               # foam or a blanket hides all below the waist
_WIDEST = 240                               # somebody with what waits beside them; where both need more, it stands partly behind them
_FURTHEST = 234                             # from the middle of a bed, what waits at its foot end


class Drawn(msgspec.Struct, frozen=True):
    """A drawn person. Units; the middle of the lower edge is at (0, 0), y down.

    `bounds` is (x0, y0, x1, y1) of what is drawn; `head` is (middle x, middle y, half width, half height).
    `joints` are where others may reach for: "left-hand" is the hand of the drawing's left arm, before any mirror.
    `idle` names the arms that have nothing to do; `arm` is how far one reaches, in units.
    `under` and `over` are arms to be drawn beneath and above whoever or whatever this person holds.
    `signs` is what tears and the signs round an upright head cover.
    """

    group: Group
    bounds: Box
    head: Box
    joints: dict[str, Point] = {}
    turned: bool = False
    mirrored: bool = False
    idle: tuple[str, ...] = ()
    arm: float = 0
    under: Group | None = None
    over: Group | None = None
    signs: Box | None = None


def draw_figure(look: Look, pose: str = "stand", feeling: str = "ok", facing: str = "front", head: str = "", ink: str = "colour",
                marks: bool = True, bond: Bond = Bond()) -> Drawn:
    """A person in a pose. Unknown names are drawn as the usual ones; `bond` is how they are with somebody else."""
    s = Sitter(look, pose, feeling, facing, head, ink, bond)
    _draw_body(s, bond.baby)
    _draw_head(s)
    for side in _arms(s, "face"):
        limbs.draw_arm(s, side)
    props.draw_in_front(s)
    _draw_waiting(s)
    under, over = _draw_apart(s)
    return _frame(s, marks, under, over)


def draw_empty_chair(look: Look, ink: str = "colour") -> Group:
    """The wheelchair of somebody who is carried just now; the middle of its lower edge is at (0, 0)."""
    pen = wheelchairs.draw_waiting(Sitter(look, "stand", "ok", "front", "", ink), 0)
    pen.move(-(pen.extent[0] + pen.extent[2]) / 2, 0)
    return pen.group()


def _draw_waiting(s: Sitter) -> None:
    """What helps them about and is not in use: behind them, where nothing else stands on the floor; in the back of their car."""
    if s.lies:
        return
    own, s.pen = s.pen, s.pen.another()
    drives = "car" in s.pose.props
    floor = s.pose.high if drives else 0
    aids.draw_waiting(s, min(own.left_on_floor(high=s.age.shin + floor), -s.age.shoulder - 8) - 6)
    if s.pen.shapes:
        widest = _WIDEST - furnishings.CAR_TAIL if drives else _WIDEST
        s.pen.move(max(own.extent[2] - s.pen.extent[0] - widest, 0), -floor)
        if drives:
            furnishings.draw_car_back(s)
    waiting, s.pen = s.pen, own
    s.pen.put_behind(waiting)


def _draw_by_the_feet(s: Sitter, end: float) -> Pen:
    """What waits for somebody who lies: on the floor at the foot end of the bed, which is at `end`."""
    own, s.pen = s.pen, s.pen.another()
    aids.draw_waiting(s, 0)
    waiting, s.pen = s.pen, own
    x0, _, x1, floor = waiting.extent
    waiting.move(min(end + 6 - x0, _FURTHEST - x1), -floor)
    return waiting


def _draw_body(s: Sitter, held: Look | None) -> None:
    props.draw_behind(s)
    if not s.pose.back:
        hair.draw_behind_body(s)
    for side in _arms(s, "back"):
        limbs.draw_arm(s, side)
        props.draw_stick(s, side)
        aids.draw_far_crutch(s, side)
    if s.pose.legs_over:
        clothes.draw_neck(s)
        clothes.draw_torso(s)
    if not _COVERED & set(s.pose.props):
        _draw_below_waist(s)
    if not s.pose.legs_over:
        clothes.draw_neck(s)
        clothes.draw_torso(s)
    props.draw_over_legs(s)
    for side in _arms(s, "front"):
        limbs.draw_arm(s, side)
        props.draw_stick(s, side)
    if "pram" in s.pose.props and held:
        baby.draw_in_pram(s, held)
    props.draw_in_hand(s)
    if not s.lies:
        aids.draw_aid(s)
    if "baby" in s.pose.props:
        baby.draw_carried(s, held)


def _draw_below_waist(s: Sitter) -> None:
    limbs.draw_legs(s)
    if not s.pose.legs_over:
        limbs.draw_hips(s)
    skirts.draw_skirt(s)


def _draw_head(s: Sitter) -> None:
    if s.pose.back:
        return behind.draw_head(s)
    hair.draw_behind_head(s)
    features.draw_ears_behind(s)
    s.pen.oval(s.bones.head, s.age.head_w, s.age.head_h, s.skin, s.bones.tilt)
    features.draw_beard(s)
    hair.draw_over_head(s)
    headwear.draw_headwear(s)
    features.draw_ear_in_front(s)
    features.draw_under_face(s)
    face.draw_face(s)
    features.draw_on_face(s)
    headwear.draw_veil(s)
    features.draw_hearing_aid(s)


def _arms(s: Sitter, layer: str) -> list[str]:
    return [side for side in ("right", "left") if s.bones.arms[side].layer == layer and s.bones.arms[side].over != "arm"]


def _draw_apart(s: Sitter) -> tuple[Pen, Pen]:
    """The arms round somebody else and the hands that grip: what goes beneath them, what goes above."""
    own, under, over = s.pen, s.pen.another(), s.pen.another()
    for side, arm in s.bones.arms.items():
        if arm.layer == "under" or arm.over == "arm":
            s.pen = over if arm.over == "arm" else under
            limbs.draw_arm(s, side)
        if arm.over == "hand":
            s.pen = over
            for edge in (True, False):
                limbs.draw_hand(s, arm, edge)
    s.pen = own
    return under, over


def _frame(s: Sitter, signs: bool, under: Pen, over: Pen) -> Drawn:
    """Tears and signs, then the whole put on its feet, mirrored or laid down."""
    body = s.pen.extent
    said = _draw_signs(s, signs) if not s.pose.back else None
    extent, (x, y), w, h = s.pen.extent, s.bones.head, s.age.head_w, s.age.head_h
    transform, move, waiting = None, _Move(), None
    if s.lies:
        move = _Move(-(body[1] + body[3]) / 2, body[0])
        transform = f"translate({number(move.x)} {number(move.y)}) rotate(-90)"
        (x, y), (w, h) = move.lay(x, y), (h, w)
        corners = move.lay(extent[0], extent[1]), move.lay(extent[2], extent[3])
        extent = (corners[0][0], corners[1][1], corners[1][0], corners[0][1])
        if s.waiting:
            waiting = _draw_by_the_feet(s, extent[2])
            extent = (extent[0], min(extent[1], waiting.extent[1]), waiting.extent[2], extent[3])
    if s.mirrored:
        transform = "scale(-1 1)" + (f" {transform}" if transform else "")
        x, extent = -x, (-extent[2], extent[1], -extent[0], extent[3])
        said = said and (-said[2], said[1], -said[0], said[3])
    joints = {name: move.put(*point, s) for name, point in s.bones.joints().items()}
    apart = [pen.group(transform) if pen.shapes else None for pen in (under, over)]
    group = s.pen.group(transform)
    if waiting:
        group = Group(shapes=(waiting.group("scale(-1 1)" if s.mirrored else None), group))
    return Drawn(group, tuple(round(v, 1) for v in extent), tuple(round(v, 1) for v in (x, y, w, h)),
                 joints, bool(s.bones.turned), s.mirrored, s.idle, s.age.upper_arm + s.age.forearm + s.age.hand * 0.5, *apart,
                 None if s.lies else said)


def _draw_signs(s: Sitter, signs: bool) -> Box | None:
    """Tears, and the signs round the head where they are wanted; what they cover."""
    own, s.pen = s.pen, s.pen.another()
    marks.draw_tears(s)
    if signs:
        marks.draw_signs(s)
    own, s.pen = s.pen, own
    s.pen.take(own)
    return own.extent if own.shapes else None


class _Move(msgspec.Struct, frozen=True):
    """A quarter turn to the left, then a move to (x, y)."""

    x: float = 0
    y: float = 0

    def lay(self, x: float, y: float) -> Point:
        return (y + self.x, -x + self.y)

    def put(self, x: float, y: float, s: Sitter) -> Point:
        """Where a point of the drawing is in the end."""
        if s.lies:
            x, y = self.lay(x, y)
        return (round(-x if s.mirrored else x, 1), round(y, 1))
