"""People together: whoever holds somebody holds them, wherever both are put, however tall they are, whoever stands in front."""
import itertools
import math
from xml.etree import ElementTree

import pytest

from wordspics.pictures import svg
from wordspics.pictures.draw import box_of, draw
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
