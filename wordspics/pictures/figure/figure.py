"""A whole figure: its parts, back to front."""
import msgspec

from wordspics.pictures.figure import baby, clothes, face, features, hair, headwear, limbs, marks, props
from wordspics.pictures.figure.plane import number
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import Group
from wordspics.story.person import Look

Box = tuple[float, float, float, float]


class Drawn(msgspec.Struct, frozen=True):
    """A drawn person. Units; the middle of the lower edge is at (0, 0), y down.

    `bounds` is (x0, y0, x1, y1) of what is drawn; `head` is (middle x, middle y, half width, half height).
    """

    group: Group
    bounds: Box
    head: Box


def draw_figure(look: Look, pose: str = "stand", feeling: str = "ok", facing: str = "front", head: str = "", ink: str = "colour",
                marks: bool = True, baby: Look | None = None) -> Drawn:
    """A person in a pose. Unknown names are drawn as the usual ones; `baby` is the look of a baby carried in the arms."""
    s = Sitter(look, pose, feeling, facing, head, ink)
    _draw_body(s, baby)
    _draw_head(s)
    for side in _arms(s, "face"):
        limbs.draw_arm(s, side)
    props.draw_in_front(s)
    return _frame(s, marks)


def _draw_body(s: Sitter, held: Look | None) -> None:
    props.draw_behind(s)
    hair.draw_behind_body(s)
    for side in _arms(s, "back"):
        limbs.draw_arm(s, side)
        props.draw_stick(s, side)
    if s.pose.legs_over:
        clothes.draw_neck(s)
        clothes.draw_torso(s)
    limbs.draw_legs(s)
    if not s.pose.legs_over:
        limbs.draw_hips(s)
    clothes.draw_skirt(s)
    if not s.pose.legs_over:
        clothes.draw_neck(s)
        clothes.draw_torso(s)
    for side in _arms(s, "front"):
        limbs.draw_arm(s, side)
        props.draw_stick(s, side)
    props.draw_in_hand(s)
    if "baby" in s.pose.props:
        baby.draw_carried(s, held)


def _draw_head(s: Sitter) -> None:
    hair.draw_behind_head(s)
    features.draw_ears_behind(s)
    s.pen.oval(s.bones.head, s.age.head_w, s.age.head_h, s.skin, s.bones.tilt)
    features.draw_beard(s)
    hair.draw_over_head(s)
    headwear.draw_headwear(s)
    features.draw_ear_in_front(s)
    face.draw_face(s)
    features.draw_on_face(s)
    features.draw_hearing_aid(s)


def _arms(s: Sitter, layer: str) -> list[str]:
    return [side for side in ("right", "left") if s.bones.arms[side].layer == layer]


def _frame(s: Sitter, signs: bool) -> Drawn:
    """Tears and signs, then the whole put on its feet, mirrored or laid down."""
    body = s.pen.extent
    marks.draw_tears(s)
    if signs:
        marks.draw_signs(s)
    extent, (x, y), w, h = s.pen.extent, s.bones.head, s.age.head_w, s.age.head_h
    transform, move = None, _Move()
    if s.lies:
        move = _Move(-(body[1] + body[3]) / 2, body[0])
        transform = f"translate({number(move.x)} {number(move.y)}) rotate(-90)"
        (x, y), (w, h) = move.lay(x, y), (h, w)
        corners = move.lay(extent[0], extent[1]), move.lay(extent[2], extent[3])
        extent = (corners[0][0], corners[1][1], corners[1][0], corners[0][1])
    if s.mirrored:
        transform = "scale(-1 1)" + (f" {transform}" if transform else "")
        x, extent = -x, (-extent[2], extent[1], -extent[0], extent[3])
    return Drawn(s.pen.group(transform), tuple(round(v, 1) for v in extent), tuple(round(v, 1) for v in (x, y, w, h)))


class _Move(msgspec.Struct, frozen=True):
    """A quarter turn to the left, then a move to (x, y)."""

    x: float = 0
    y: float = 0

    def lay(self, x: float, y: float) -> tuple[float, float]:
        return (y + self.x, -x + self.y)
