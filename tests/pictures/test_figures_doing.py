"""What people do, and what they have with them: nothing is in the way, and nothing stands about that is not plainly theirs."""
import re

import pytest

from wordspics.pictures import svg
from wordspics.pictures.figure import draw_figure
from wordspics.pictures.figure.palette import COLOURS, HANDS, MOUTH, SKINS
from wordspics.pictures.figure.poses import POSES
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import Circle, Group, Path
from wordspics.story import Look

FACINGS = ("front", "left", "right")
WHEEL = COLOURS["grey"]


def written(look: Look, *how: str) -> str:
    return svg.write_shapes((draw_figure(look, *how).group,))


def sitter(look: Look, pose: str, facing: str = "front") -> Sitter:
    return Sitter(look, pose, "ok", facing, "", "colour")


def leaves(shapes):
    for shape in shapes:
        yield from leaves(shape.shapes) if isinstance(shape, Group) else (shape,)


def wheel(look: Look, pose: str) -> float:
    """How large the wheel of a wheelchair is drawn; units."""
    return next(shape.r for shape in leaves(draw_figure(look, pose).group.shapes) if isinstance(shape, Circle) and shape.stroke == WHEEL)


@pytest.mark.parametrize("facing", FACINGS)
@pytest.mark.parametrize("age", ("baby", "toddler", "child", "adult", "older"))
def test_nobody_bathes_in_shoes_and_no_hand_comes_through_the_tub(age, facing):
    assert COLOURS["pink"] not in written(Look(age=age, shoes="pink", bottom_colour="green"), "bath", "ok", facing)
    low = max(grip.hand[1] for grip in sitter(Look(age=age), "bath", facing).bones.arms.values())
    assert low + sitter(Look(age=age), "bath").age.hand < -12


@pytest.mark.parametrize("age", ("toddler", "child", "teen", "adult", "older"))
@pytest.mark.parametrize("pose", ("in-bed", "sleep", "drive", "sit-on-floor", "bath", "hospital-bed"))
def test_the_chair_that_waits_is_as_large_as_the_one_sat_in(age, pose):
    look = Look(age=age, wheelchair="purple", bottom_colour="green")
    assert wheel(look, pose) == wheel(look, "in-wheelchair")


def test_what_waits_stands_close_by():
    for pose in POSES:
        for look in (Look(wheelchair="red", height=1.08), Look(wheelchair="red", build=1.25),
                     Look(aid="walking-frame", stick="red", build=1.25)):
            x0, _, x1, _ = draw_figure(look, pose, "ok", "right").bounds
            assert x1 - x0 < (370 if POSES[pose].seat == "bed" else 260), (pose, look)


@pytest.mark.parametrize("pose", ("lie", "sleep"))
@pytest.mark.parametrize("look", (Look(wheelchair="red"), Look(age="child", wheelchair="red"), Look(age="older", aid="walking-frame"),
                                  Look(age="teen", wheelchair="teal", chair="power"), Look(aid="crutches"), Look(aid="guide-dog")))
def test_what_waits_by_a_bed_stands_on_its_floor_at_the_foot_end(pose, look):
    head, _, feet, floor = draw_figure(look.with_(wheelchair="", aid=""), pose).bounds
    x0, y0, x1, y1 = draw_figure(look, pose).bounds
    assert (x0, y1) == (head, floor) and x1 > feet + 20
    assert draw_figure(look, pose, "ok", "left").bounds[0] == pytest.approx(-x1, abs=.3)


@pytest.mark.parametrize("look", (Look(), Look(age="teen", build=.9), Look(height=1.08, build=1.25), Look(aid="crutches"),
                                  Look(age="older", wheelchair="teal", chair="power")))
def test_a_car_stands_on_its_two_wheels(look):
    wheels = [shape for shape in leaves(draw_figure(look, "drive").group.shapes)
              if isinstance(shape, Circle) and shape.fill == COLOURS["charcoal"] and shape.y + shape.r == -2]
    assert len(wheels) == 2 and draw_figure(look, "drive").bounds[3] == 0
    feet = sitter(look, "drive").bones.legs["left"].ankle
    assert min(wheel.x for wheel in wheels) < feet[0] < max(wheel.x for wheel in wheels) and feet[1] < -20


@pytest.mark.parametrize("facing", FACINGS)
def test_a_ball_is_kicked_with_a_crutch_in_each_hand(facing):
    s = sitter(Look(aid="crutches"), "play-football", facing)
    assert not s.waiting and {arm.kind for arm in s.bones.arms.values()} == {"grip"}
    assert sitter(Look(stick="red"), "play-football", facing).stick_hand


@pytest.mark.parametrize("facing", FACINGS)
def test_a_hand_that_is_not_there_holds_no_crutch(facing):
    look = Look(aid="crutches", limb="arm", top_colour="pink")
    s = sitter(look, "walk", facing)
    assert [side for side, arm in s.bones.arms.items() if arm.kind == "grip"] == [{"left": "right", "right": "left"}[s.own_left]]
    assert COLOURS["light-grey"] in written(look, "walk", "ok", facing)


def test_brushed_teeth_are_seen_whatever_the_mouth_would_say():
    for feeling in ("ok", "happy", "crying", "shout"):
        assert MOUTH not in written(Look(), "brush-teeth", feeling)
    assert MOUTH in written(Look(), "stand", "happy")


@pytest.mark.parametrize("wheels", ("", "red"))
def test_a_plait_hangs_into_no_bowl(wheels):
    """It is drawn before the trunk, so that the shoulder hides it."""
    def over(pose: str) -> bool:
        look = Look(hair="long-plait", hair_tie="green", top_colour="pink", wheelchair=wheels)
        order = [shape.fill for shape in leaves(draw_figure(look, pose).group.shapes) if shape.fill in (COLOURS["green"], COLOURS["pink"])]
        return order.index(COLOURS["green"]) > order.index(COLOURS["pink"])
    assert not any(map(over, ("eat", "draw", "sit-at-table", "cook", "brush-teeth", "read", "hide-face")))
    assert all(map(over, ("stand", "wave", "hug", "sit-facing-us")))


@pytest.mark.parametrize("pose", ("hide-face", "cry-into-hands", "head-in-hands"))
def test_hands_before_a_deep_face_are_a_tone_lighter_and_only_there(pose):
    for name, hand in HANDS.items():
        assert hand in written(Look(skin=name), pose) and hand not in written(Look(skin=name), "wave")
        assert hand not in SKINS.values()


@pytest.mark.parametrize("worn", (dict(bottom="skirt", bottom_colour="green"), dict(top="dress", top_colour="green"),
                                  dict(top="sari", top_colour="green"), dict(bottom="skirt", bottom_colour="green", length="long")),
                         ids=("skirt", "dress", "sari", "long"))
@pytest.mark.parametrize("pose", ("sit-facing-us", "sit-on-floor", "swing"))
def test_a_skirt_on_a_lap_hangs_in_curves(worn, pose):
    """All straight lines, it would be a tray."""
    cloth = [shape.d for shape in leaves(draw_figure(Look(shoes="white", **worn), pose).group.shapes)
             if isinstance(shape, Path) and shape.fill == COLOURS["green"]]
    assert len(re.findall("[CQ]", cloth[-1])) >= 3
