"""People together: whoever holds somebody holds them, wherever both are put, however tall they are, whoever stands in front."""
import itertools
import math
from xml.etree import ElementTree

import pytest

from wordspics.pictures import svg
from wordspics.pictures.draw import box_of, draw, face_of
from wordspics.pictures.figure import draw_figure
from wordspics.pictures.figure.palette import SKINS
from wordspics.pictures.figure.poses import POSES
from wordspics.pictures.figure.sitter import NO_DOGS, Sitter
from wordspics.pictures.together import gather
from wordspics.story import Cast, Figure, Look, Person, Scene, Thing
from wordspics.story.scene import STAGE

LOOKS = {"mum": Look(), "nan": Look(age="older", wheelchair="red"), "lily": Look(age="child"), "tom": Look(age="toddler"),
         "dad": Look(build=1.25), "baby": Look(age="baby", skin="mahogany")}
CAST = Cast(people=tuple(Person(id=id, name=id.title(), look=look) for id, look in LOOKS.items()))


def figure(who: str, x: float, y: float = 0.95, **more) -> Figure:
    return Figure(id=who, who=who, x=x, y=y, **more)


def hand(player, side: str) -> tuple[float, float]:
    """Where a player's hand is on the stage, as it is drawn."""
    item = player.item
    drawn = draw_figure(player.look, item.pose, item.feeling, item.facing, item.head, bond=player.bond)
    x, y = drawn.joints[f"{side}-hand"]
    return item.x * STAGE[0] + x * item.size, item.y * STAGE[1] + y * item.size


def held_hands(company, one: str, other: str) -> float:
    """How far apart the two hands nearest to each other are, of those given to somebody."""
    a, b = company.players[one], company.players[other]
    hands = [[hand(player, side) for side in ("left", "right") if getattr(player.bond, side)] for player in (a, b)]
    return min(math.dist(p, q) for p, q in itertools.product(*hands))


@pytest.mark.parametrize("one, other", tuple(itertools.permutations(("mum", "lily", "tom", "dad", "nan"), 2)))
@pytest.mark.parametrize("first, facing", ((0, "front"), (1, "left"), (0, "right")))
def test_hands_meet_whoever_is_taller_or_in_front(one, other, first, facing):
    pair = figure(one, 0.43, holds=other, facing=facing), figure(other, 0.54)
    company = gather(Scene(items=pair[::-1] if first else pair), CAST)
    assert held_hands(company, one, other) < 8              # mittens are 6 to 8 round: they overlap


def test_hands_still_meet_after_a_move_and_at_any_size():
    scene = Scene(items=(figure("mum", 0.4, holds="lily"), figure("lily", 0.52)))
    for moved in (scene.move("lily", 0.28, 0.9), scene.change("mum", size=1.3), scene.change("lily", size=0.8).move("lily", 0.46, 0.99)):
        assert held_hands(gather(moved, CAST), "mum", "lily") < 6


@pytest.mark.parametrize("one, other", (("mum", "lily"), ("lily", "dad"), ("dad", "tom"), ("nan", "lily")))
@pytest.mark.parametrize("apart", (0.3, -0.35))
def test_whoever_is_on_foot_comes_near_enough_for_a_hand(one, other, apart):
    scene = Scene(items=(figure(one, 0.5, pose="walk", holds=other), figure(other, 0.5 + apart)))
    assert held_hands(gather(scene, CAST), one, other) < 8


def test_somebody_too_far_away_is_reached_for_with_an_arm_no_longer_than_it_is():
    company = gather(Scene(items=(figure("mum", 0.1, holds="lily"), figure("lily", 0.9))), CAST)
    mum = company.players["mum"]
    drawn = draw_figure(mum.look, bond=mum.bond)
    arm = math.dist(drawn.joints["right-hand"], drawn.joints["right-shoulder"])
    assert 60 < arm < 78 and drawn.joints["right-hand"][0] > 70


def test_a_child_between_two_people_gives_each_a_hand():
    company = gather(Scene(items=(figure("mum", 0.36, holds="lily"), figure("dad", 0.64, holds="lily"), figure("lily", 0.5))), CAST)
    assert company.players["lily"].bond.left and company.players["lily"].bond.right
    assert held_hands(company, "mum", "lily") < 6 and held_hands(company, "dad", "lily") < 6


def test_busy_arms_stay_busy_and_are_reached_to():
    company = gather(Scene(items=(figure("mum", 0.4, holds="dad"), figure("dad", 0.55, pose="hands-on-hips"))), CAST)
    assert company.players["dad"].bond.left is None
    assert math.dist(hand(company.players["mum"], "right"), hand(company.players["dad"], "left")) < 6


def test_who_holds_hands_looks_at_the_other_unless_told_otherwise():
    def heads(**more):
        players = gather(Scene(items=(figure("mum", 0.4, holds="lily", **more), figure("lily", 0.55))), CAST).players
        return players["mum"].item.head, players["lily"].item.head
    assert heads() == ("right", "left")
    assert heads(head="front") == ("front", "left")


def test_both_hug_and_neither_turns_away():
    players = gather(Scene(items=(figure("dad", 0.55, pose="hug", holds="lily"), figure("lily", 0.45))), CAST).players
    assert (players["dad"].item.facing, players["lily"].item.facing) == ("left", "right")
    assert players["lily"].bond.left and players["dad"].bond.left
    alone = gather(Scene(items=(figure("dad", 0.55, pose="hug", holds="lily"), figure("lily", 0.45, pose="hide-face"))), CAST)
    assert alone.players["lily"].bond.left is None


def test_a_child_carried_is_where_its_carrier_is():
    scene = Scene(items=(figure("tom", 0.8), figure("dad", 0.4, pose="carry-child", holds="tom")))
    for x in (0.3, 0.6):
        left, top, right, bottom = box_of(scene.item("tom"), CAST, scene.move("dad", x, 0.95))
        assert abs((left + right) / 2 - x) < 0.16 and bottom < 0.9
    assert [item.id for item in gather(scene, CAST).order] == ["dad", "tom"]


def test_the_baby_in_arms_is_the_very_baby():
    scene = Scene(items=(figure("mum", 0.4, pose="carry-baby", holds="baby"), figure("baby", 0.8)))
    written = svg.write(draw(scene, CAST))
    assert SKINS["mahogany"] in written
    left, _, right, bottom = box_of(scene.item("baby"), CAST, scene)
    assert 0.3 < left < right < 0.5 and bottom < 0.8


def test_a_wheelchair_is_pushed_by_its_handles():
    company = gather(Scene(items=(figure("dad", 0.35, pose="push", holds="nan"), figure("nan", 0.5))), CAST)
    handle = company.players["nan"].joint("handle")
    assert company.players["nan"].item.facing == "right"
    assert all(math.dist(hand(company.players["dad"], side), handle) < 8 for side in ("left", "right"))


@pytest.mark.parametrize("thing", ("teddy", "letter", "suitcase", "football", "cat"))
@pytest.mark.parametrize("facing", ("front", "left", "right"))
def test_a_thing_comes_into_the_hand_and_is_drawn_over_who_holds_it(thing, facing):
    scene = Scene(items=(Thing(id="t", name=thing, x=0.9, y=0.9), figure("lily", 0.4, holds="t", facing=facing)))
    left, top, right, bottom = box_of(scene.items[0], CAST, scene)
    assert left - 0.02 < 0.4 + 0.12 and right + 0.02 > 0.4 - 0.12 and bottom < 0.97
    assert [item.id for item in gather(scene, CAST).order] == ["lily", "t"]


def test_a_thing_too_large_to_hold_stays_where_it_is():
    scene = Scene(items=(Thing(id="t", name="sofa", x=0.6, y=0.95), figure("lily", 0.4, holds="t")))
    assert not gather(scene, CAST).moves


def test_the_drawing_keeps_each_item_in_one_group_where_the_scene_put_it():
    scene = Scene(items=(figure("tom", 0.8), figure("dad", 0.4, pose="carry-child", holds="tom"),
                         figure("mum", 0.2, pose="hug", holds="dad")))
    root = ElementTree.fromstring(svg.write(draw(scene, CAST)))
    groups = {one.get("data-item"): one for one in root.iter() if one.get("data-item")}
    assert {id: groups[id].get("transform") for id in ("tom", "dad")} == {"tom": "translate(384 342)", "dad": "translate(192 342)"}


def overlap(one: tuple, other: tuple) -> float:
    """How much of the smaller of two boxes the other one covers."""
    wide, high = (max(min(one[i + 2], other[i + 2]) - max(one[i], other[i]), 0) for i in (0, 1))
    return wide * high / min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))


@pytest.mark.parametrize("pose", ("hug", "cuddle", "comfort", "comfort-round"))
@pytest.mark.parametrize("one, other", (("mum", "lily"), ("lily", "mum"), ("dad", "tom"), ("mum", "nan"), ("nan", "lily"), ("mum", "baby")))
@pytest.mark.parametrize("apart", (0.12, -0.2, 0.3, 0.35))
def test_two_who_hold_each_other_are_drawn_together_however_far_apart_they_were_put(pose, one, other, apart):
    """Near enough to hold each other, and neither hides the other's face."""
    scene = Scene(items=(figure(one, 0.5, pose=pose, holds=other), figure(other, 0.5 + apart)))
    company = gather(scene, CAST)
    a, b = company.players[one], company.players[other]
    reached = min(math.dist(hand(a, side), b.joint(joint)) for side in ("left", "right") if getattr(a.bond, side)
                  for joint in ("chest", "belly", "left-shoulder", "right-shoulder"))
    assert reached < 28
    assert overlap(*(face_of(item, CAST, scene) for item in scene.items)) < 0.12


def test_further_apart_they_only_reach_out():
    scene = Scene(items=(figure("mum", 0.1, pose="hug", holds="lily"), figure("lily", 0.8)))
    assert not gather(scene, CAST).moves


@pytest.mark.parametrize("pose, other", (("push-wheelchair", "nan"), ("push-pushchair", "tom")))
def test_whoever_pushes_comes_to_the_handles(pose, other):
    company = gather(Scene(items=(figure("dad", 0.3, pose=pose, holds=other), figure(other, 0.6))), CAST)
    handle = company.players[other].joint("handle")
    assert all(math.dist(hand(company.players["dad"], side), handle) < 8 for side in ("left", "right"))


@pytest.mark.parametrize("other, pose", (("tom", "stand"), ("baby", "baby-sit"), ("lily", "curl-up"), ("lily", "sleep")))
def test_whoever_is_low_is_knelt_down_to_and_both_hands_are_kind(other, pose):
    company = gather(Scene(items=(figure("dad", 0.4, pose="comfort", holds=other), figure(other, 0.55, pose=pose))), CAST)
    dad = company.players["dad"]
    assert dad.item.pose == "kneel" and company.order[-1].id == other
    assert math.dist(hand(dad, "left"), hand(dad, "right")) < 26


def test_beside_somebody_of_ones_height_the_other_arm_hangs():
    dad = gather(Scene(items=(figure("dad", 0.4, pose="comfort", holds="mum"), figure("mum", 0.55))), CAST).players["dad"]
    assert dad.item.pose == "stand" and dad.bond.right is None


def test_a_wheelchair_user_hugs_back():
    company = gather(Scene(items=(figure("mum", 0.4, pose="hug", holds="nan"), figure("nan", 0.6))), CAST)
    assert company.players["nan"].bond.left and company.players["nan"].bond.right


def test_the_empty_wheelchair_of_a_child_who_is_carried_waits_beside():
    cast = Cast(people=(*CAST.people, Person(id="sam", name="Sam", look=Look(age="child", wheelchair="blue"))))
    for x in (0.5, 0.8):
        scene = Scene(items=(figure("dad", 0.4, pose="carry-child", holds="sam"), figure("sam", x)))
        company = gather(scene, cast)
        chair = company.players["sam"].item.x + company.chairs["sam"] / STAGE[0]
        assert abs(chair - 0.4) >= 0.19 and svg.write(draw(scene, cast)) != svg.write(draw(scene, CAST))


def test_a_dog_is_cuddled_where_it_stands():
    scene = Scene(items=(Thing(id="t", name="dog", x=0.6, y=0.92), figure("lily", 0.4, pose="hug", holds="t")))
    company = gather(scene, CAST)
    assert "t" not in company.moves and company.players["lily"].item.pose == "kneel"
    left, top, right, bottom = (edge * units for edge, units in zip(box_of(scene.items[0], CAST, scene), STAGE * 2))
    assert all(left < x < right and top < y < bottom for x, y in (hand(company.players["lily"], side) for side in ("left", "right")))


def test_the_baby_in_the_pram_is_the_very_baby():
    scene = Scene(items=(figure("dad", 0.4, pose="push-pram", holds="baby"), figure("baby", 0.8)))
    assert SKINS["mahogany"] in svg.write(draw(scene, CAST)) and gather(scene, CAST).hidden == {"baby": "dad"}


def test_a_letter_is_taken_and_covers_no_face():
    company = gather(Scene(items=(figure("mum", 0.4, pose="hand-letter", holds="lily"), figure("lily", 0.5))), CAST)
    mum, lily = company.players["mum"], company.players["lily"]
    assert math.dist(hand(mum, "right"), hand(lily, "left")) < 8
    assert lily.joint("head")[0] - hand(mum, "right")[0] > lily.face_width + 12


def test_holding_oneself_or_nothing_changes_nothing():
    plain = svg.write(draw(Scene(items=(figure("mum", 0.4),)), CAST))
    assert svg.write(draw(Scene(items=(figure("mum", 0.4, holds="mum"),)), CAST)) == plain
    assert svg.write(draw(Scene(items=(figure("mum", 0.4, holds="gone"),)), CAST)) == plain


@pytest.mark.parametrize("pose", ("hug", "cuddle", "comfort", "comfort-round"))
@pytest.mark.parametrize("swapped", (False, True))
def test_nobody_comes_between_two_who_hold_each_other(pose, swapped):
    pair = figure("mum", 0.4, pose=pose, holds="lily"), figure("lily", 0.5)
    first, last = pair[::-1] if swapped else pair
    order = [item.id for item in gather(Scene(items=(first, figure("dad", 0.45), last, figure("tom", 0.9))), CAST).order]
    assert order == ["dad", first.id, last.id, "tom"]


@pytest.mark.parametrize("look", (Look(stick="red"), Look(aid="white-cane"), Look(aid="walking-frame"), Look(aid="crutches"),
                                  Look(aid="guide-dog")), ids=("stick", "cane", "frame", "crutches", "dog"))
def test_what_helps_somebody_about_is_never_lost(look):
    """In use, or waiting beside them; only a dog stays at home from a drive."""
    plain = look.with_(stick="", aid="")
    for pose in POSES:
        drawn, bare = (svg.write_shapes((draw_figure(one, pose).group,)) for one in (look, plain))
        assert drawn != bare or look.aid == "guide-dog" and set(POSES[pose].props) & NO_DOGS, pose


def test_who_uses_one_hand_keeps_the_stick_in_the_other_and_the_letter_goes_with_the_hand_that_gives_it():
    for pose in ("hand-letter", "video-call", "knock", "brush-teeth", "on-phone"):
        s = Sitter(Look(stick="red"), pose, "ok", "front", "", "colour")
        assert s.stick_hand and not s.waiting and s.acting != s.stick_hand, pose
        assert Sitter(Look(limb="arm"), pose, "ok", "front", "", "colour").acting == "left", pose


def test_a_veil_is_lifted_to_eat_and_nobody_bathes_in_a_hat():
    def worn(headwear, pose):
        return Sitter(Look(headwear=headwear), pose, "ok", "front", "", "colour").look.headwear
    assert worn("niqab", "eat") == "hijab" and worn("niqab", "sit-at-table") == "niqab"
    assert worn("niqab", "bath") == "tied-scarf" and worn("turban", "sleep") == "patka" and worn("police-cap", "in-bed") == ""
    assert worn("kippah", "eat") == "kippah" and worn("hijab", "in-bed") == "hijab"
