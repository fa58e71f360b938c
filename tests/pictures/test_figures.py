"""People, drawn: whatever the age, the pose and the feeling, somebody whole stands there, and stays who they are."""
import random
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from wordspics.pictures import names, svg
from wordspics.pictures.figure import Bond, draw_figure, options
from wordspics.pictures.figure.ages import AGES
from wordspics.pictures.figure.feelings import FEELINGS
from wordspics.pictures.figure.palette import COLOURS, SKINS, mix
from wordspics.pictures.figure.poses import BABY_LIES, POSES, choose
from wordspics.pictures.shapes import INK, Circle, Ellipse
from wordspics.story.person import STAGES, Look

FACINGS = ("front", "left", "right")
NUMBER = r"-?\d+(?:\.\d)?"
PATH = re.compile(rf"(?:[MLCQ]{NUMBER}(?:(?: |(?=-)){NUMBER})*|Z)+")


def written(look=Look(), *args, **kwargs) -> str:
    return svg.write_shapes((draw_figure(look, *args, **kwargs).group,))


def look_well_made(drawn, pose: str = "stand") -> None:
    """The drawing reads as SVG, holds only finite numbers and known paints, and fits round its head."""
    widest, furthest = (370, 240) if POSES[pose].seat == "bed" else (260, 170)
    for element in ElementTree.fromstring(f"<svg>{svg.write_shapes((drawn.group,))}</svg>").iter():
        if element.tag == "path":
            assert PATH.fullmatch(element.get("d")), element.get("d")
        for paint in (element.get("fill"), element.get("stroke")):
            assert paint is None or re.fullmatch(r"none|#[0-9a-f]{6}", paint)
    x0, y0, x1, y1 = drawn.bounds
    x, y, w, h = drawn.head
    assert x0 < x - w * 0.8 and x + w * 0.8 < x1 and y0 < y - h * 0.8 and y < y1
    assert 40 < x1 - x0 < widest and 40 < y1 - y0 < 290
    assert -furthest < x0 and x1 < furthest and -275 < y0 and y1 < 30


@pytest.mark.parametrize("age", AGES)
def test_every_pose_and_feeling_is_drawn_whole(age):
    for i, pose in enumerate(POSES):
        for j, feeling in enumerate(FEELINGS):
            facing = FACINGS[(i + j) % 3]
            head = ("", "front", "left", "right")[(i * 2 + j) % 4]
            look_well_made(draw_figure(Look(age=age), pose, feeling, facing, head, ink=("colour", "outline")[j % 2]))


def test_any_look_the_builder_offers_is_drawn_whole():
    chance = random.Random(7)
    for _ in range(400):
        look = options.any_look(chance)
        assert not list(options.unknown(look))
        pose = chance.choice(list(POSES))
        look_well_made(draw_figure(look, pose, chance.choice(list(FEELINGS)), chance.choice(FACINGS)), pose)


def test_what_a_story_may_name_is_what_is_drawn():
    assert set(names.POSES) == set(POSES)
    assert set(names.FEELINGS) == set(FEELINGS)


def test_no_two_poses_or_feelings_are_drawn_alike():
    assert len({written(pose=pose, feeling="happy") for pose in POSES}) == len(POSES)
    assert len({written(feeling=feeling, marks=False) for feeling in FEELINGS}) == len(FEELINGS)


SITTERS = (Look(), Look(hair="bunches", hair_colour="ginger", headwear="cap", beard="full", pattern="dots", bottom="skirt"),
           Look(hair="bob", top="dress"), Look(hair="ponytail", bottom="shorts"), Look(hair="short", beard="full"), Look(wheelchair="red"),
           Look(age="child"))


@pytest.mark.parametrize("choice", options.CHOICES.values(), ids=lambda choice: choice.field)
def test_every_option_of_the_builder_shows(choice):
    """Somebody, at least, looks different for each option of a choice."""
    seen = {tuple(written(look.with_(**{choice.field: option.name})) for look in SITTERS) for option in choice.options}
    assert len(seen) == len(choice.options)


def test_a_name_nobody_knows_is_drawn_as_the_usual_one():
    odd = Look(age="ancient", skin="plaid", hair_colour="tartan", top="toga", top_colour="octarine", uniform="pirate",
               headwear="crown")
    usual = Look(top_colour="blue")
    assert written(odd, "levitate", "bemused") == written(usual)
    assert {name for _, name in options.unknown(odd)} == {"ancient", "crown", "octarine", "pirate", "plaid", "tartan", "toga"}


def test_a_person_is_drawn_the_same_each_time_on_every_machine():
    code = ("from wordspics.pictures.figure import draw_figure, options; from wordspics.pictures import svg; "
            "import random, zlib; "
            "r = random.Random(3); print(zlib.crc32(''.join(svg.write_shapes((draw_figure(options.any_look(r)).group,))"
            " for _ in range(20)).encode()))")
    told = {subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True,
                           check=True).stdout for seed in ("1", "2")}
    assert len(told) == 1


# ---- who somebody is stays the same, whichever way they face ----

def middle_of(shape) -> float:
    """Roughly where a shape is across the drawing, before the mirror."""
    if isinstance(shape, (Circle, Ellipse)):
        return shape.x
    numbers = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", shape.d)]
    return sum(numbers[::2]) / len(numbers[::2])


def page_x(drawn, colour: str) -> float:
    """Where the shapes of a colour are on the page, across."""
    found = [middle_of(shape) for shape in drawn.group.shapes if colour in (shape.fill, shape.stroke)]
    assert found, "it was not drawn"
    mirror = -1 if (drawn.group.transform or "").startswith("scale(-1") else 1
    return mirror * sum(found) / len(found)


@pytest.mark.parametrize("facing", FACINGS)
@pytest.mark.parametrize("head", ("", *FACINGS))
def test_a_hearing_aid_stays_on_its_ear(facing, head):
    drawn = draw_figure(Look(hearing_aid="pink", hair="spiky"), "stand", "ok", facing, head)
    assert page_x(drawn, COLOURS["pink"]) > drawn.head[0] + drawn.head[2] * 0.5


@pytest.mark.parametrize("facing", FACINGS)
def test_an_officers_radio_stays_on_its_side(facing):
    drawn = draw_figure(Look(uniform="police"), "stand", "ok", facing)
    assert page_x(drawn, COLOURS["charcoal"]) > 2


@pytest.mark.parametrize("facing", FACINGS)
def test_a_judges_sash_falls_from_the_same_shoulder(facing):
    drawn = draw_figure(Look(uniform="judge"), "stand", "ok", facing)
    sash = next(shape for shape in drawn.group.shapes if shape.fill == COLOURS["dark-red"])
    points = re.findall(r"(-?\d+(?:\.\d)?) ?(-?\d+(?:\.\d)?)", sash.d)
    mirror = -1 if drawn.group.transform else 1
    upper, lower = ([mirror * float(x) for x, y in points if (float(y) < -105) is high] for high in (True, False))
    assert max(upper) < min(lower)


@pytest.mark.parametrize("facing", FACINGS)
def test_a_parting_stays_on_its_side(facing):
    """The highest point of the hairline under the fringe, page left of the head's middle line."""
    drawn = draw_figure(Look(hair="side-parting", hair_colour="ginger"), "stand", "ok", facing)
    hair = next(shape for shape in drawn.group.shapes if shape.fill == "#d9692a")
    mirror = -1 if drawn.group.transform else 1
    points = [(mirror * float(x), float(y)) for x, y in re.findall(r"(-?\d+(?:\.\d)?) ?(-?\d+(?:\.\d)?)", hair.d)]
    x, y, w, h = drawn.head
    inside = [p for p in points if y - h * 0.92 < p[1] < y - h * 0.8 and abs(p[0] - x) < w * 0.7]
    turn = {"front": 0, "right": 0.22, "left": -0.22}[facing] * w
    assert inside and all(p[0] < x + turn for p in inside)


def test_a_stick_stays_in_the_left_hand_and_the_other_hand_waves():
    grandad = Look(age="older", stick="red", top_colour="green")
    for facing, stick_first in (("right", True), ("left", False)):
        shapes = draw_figure(grandad, "wave", "ok", facing).group.shapes
        colours = [shape.stroke or shape.fill for shape in shapes]
        trunk = next(i for i, shape in enumerate(shapes) if shape.fill == COLOURS["green"])
        assert (colours.index(COLOURS["red"]) < trunk) is stick_first
    front = draw_figure(grandad, "wave", "ok", "front")
    assert page_x(front, COLOURS["red"]) > 10
    assert front.bounds[0] < -50 and front.bounds[2] < 50


def test_facing_left_is_the_mirror_of_facing_right():
    for pose in POSES:
        x0, y0, x1, y1 = draw_figure(Look(hair="bald"), pose, "ok", "left").bounds
        assert draw_figure(Look(hair="bald"), pose, "ok", "right").bounds == (-x1, y0, -x0, y1) or "asleep" == POSES[pose].feeling


# ---- bodies ----

@pytest.mark.parametrize("pose", POSES)
def test_a_wheelchair_user_keeps_the_chair(pose):
    """Sits in it, or has it within reach: by a bed, a swing, a bath."""
    for facing in FACINGS:
        for age in ("child", "older"):
            look = Look(age=age, wheelchair="purple", bottom_colour="green")
            assert COLOURS["purple"] in written(look, pose, "ok", facing), (facing, age)


@pytest.mark.parametrize("aid", ("walking-frame", "crutches"))
def test_who_is_on_their_feet_keeps_the_frame_or_the_crutches(aid):
    """Held, or waiting beside somebody whose hands are busy."""
    for pose in (name for name, pose in POSES.items() if not pose.seat):
        for facing in FACINGS:
            assert written(Look(aid=aid), pose, "ok", facing) != written(Look(), pose, "ok", facing), (pose, facing)


def test_a_small_child_is_put_into_the_pushchair_that_somebody_pushes():
    from wordspics.pictures.together import gather
    from wordspics.story import Cast, Figure, Person, Scene

    cast = Cast(people=(Person(id="mum", name="Mum"), Person(id="tom", name="Tom", look=Look(age="toddler"))))
    mum = Figure(id="mum", who="mum", x=0.3, y=0.9, pose="push-pushchair", holds="tom")
    scene = Scene(items=(mum, Figure(id="tom", who="tom", x=0.55, y=0.9)))
    assert gather(scene, cast).players["tom"].item.pose == "in-pushchair"


def test_a_wheelchair_user_speaks_with_their_arms():
    still, waving = (draw_figure(Look(wheelchair="red"), pose) for pose in ("stand", "wave"))
    assert waving.bounds[2] > still.bounds[2] + 10


def test_a_baby_never_stands_or_walks():
    for pose in set(POSES) - set(BABY_LIES):
        assert choose(pose, "baby", False, "front").seat == "floor"
        assert draw_figure(Look(age="baby"), pose, marks=False).bounds[1] > -100


@pytest.mark.parametrize("age", AGES)
def test_feet_are_on_the_ground_and_a_sleeper_lies_on_it(age):
    assert abs(draw_figure(Look(age=age)).bounds[3]) < 4
    x0, y0, x1, y1 = draw_figure(Look(age=age), "sleep", marks=False).bounds
    assert abs(y1) < 0.2 and abs(x0 + x1) < 0.4
    assert x1 - x0 > y1 - y0 or age == "baby"


def test_who_is_asleep_has_their_eyes_shut_and_who_lies_awake_has_not():
    def pupils(pose, feeling):
        return sum(isinstance(s, Ellipse) and s.fill == INK for s in draw_figure(Look(), pose, feeling).group.shapes)
    assert pupils("lie", "asleep") == pupils("sleep", "ok") == pupils("sleep", "happy") == 0
    assert pupils("lie", "ok") == pupils("lie", "worried") == 2


def test_nobody_hides_with_a_smile_unless_they_are_happy():
    assert written(pose="hide-face", feeling="ok") == written(pose="hide-face", feeling="worried")
    assert written(pose="hide-face", feeling="happy") != written(pose="hide-face", feeling="worried")


def test_the_baby_in_somebodys_arms_has_its_own_skin():
    held = written(Look(skin="shell"), "carry-baby", bond=Bond(baby=Look(age="baby", skin="mahogany", hair="curly")))
    assert SKINS["mahogany"] in held and SKINS["mahogany"] not in written(Look(skin="shell"), "carry-baby")


# ---- ink ----

def test_a_mixed_colour_lies_between_both():
    assert mix("#ff0080", "#00ff80", 0) == "#ff0080"
    assert mix("#ff0080", "#00ff80", 0.25) == "#bf4080"


def test_the_line_is_as_thick_on_a_child_as_on_an_adult():
    assert {draw_figure(Look(age=age)).group.width for age in AGES} == {4.2}
    assert {draw_figure(Look(age=age), ink="outline").group.width for age in AGES} == {3.3}


def test_a_colouring_in_figure_is_white_inside_and_ink_outside():
    chance = random.Random(11)
    for _ in range(200):
        drawn = draw_figure(options.any_look(chance), chance.choice(list(POSES)), chance.choice(list(FEELINGS)), ink="outline")
        for shape in drawn.group.shapes:
            assert shape.fill in (None, "none", "#ffffff", INK) and shape.stroke in (None, "none", "#ffffff", INK)


def test_stripes_are_lines_to_colour_between():
    striped = Look(pattern="stripes", pattern_colour="red")
    assert COLOURS["red"] in written(striped) and COLOURS["red"] not in written(striped, ink="outline")
    assert len(written(striped, ink="outline")) > len(written(Look(), ink="outline")) + 80


def test_a_figure_is_small_enough_to_send():
    chance = random.Random(5)
    sizes = sorted(len(written(options.any_look(chance), chance.choice(list(POSES)), chance.choice(list(FEELINGS))))
                   for _ in range(300))
    assert sizes[150] < 5500 and sizes[-1] < 8000


# ---- growing ----

def how_tall(years: int) -> float:
    return -draw_figure(Look(hair="bald").at_years(years)).bounds[1]


def test_children_of_different_ages_are_plainly_of_different_height():
    tall = [how_tall(years) for years in range(1, 19)]
    assert tall == sorted(tall) and min(b - a for a, b in zip(tall, tall[1:])) > 1
    four, seven, nine, twelve, fifteen = (how_tall(years) for years in (4, 7, 9, 12, 15))
    assert min(seven - four, nine - seven, twelve - nine, fifteen - twelve) > 8
    assert how_tall(18) < -draw_figure(Look(hair="bald")).bounds[1]


def test_who_was_drawn_without_a_year_looks_as_before():
    for stage, _, usual in STAGES:
        assert written(Look(age=stage)) == written(Look().at_years(usual).with_(age=stage))
    assert written(Look(years=9)) == written(Look()) and written(Look(age="older", years=3)) == written(Look(age="older"))


@pytest.mark.parametrize("years", range(19))
def test_every_pose_is_drawn_whole_at_every_age_in_years(years):
    for i, pose in enumerate(POSES):
        look_well_made(draw_figure(Look(hair="bob").at_years(years), pose, "happy", FACINGS[i % 3]))


@pytest.mark.parametrize("facing", FACINGS)
def test_a_wheelchair_stands_at_a_table_as_the_table_is_seen(facing):
    """From the front: from the side its wheel would be before the table."""
    for pose in ("eat", "draw", "sit-at-table", "cook"):
        assert not choose(pose, "adult", True, facing).turned and choose("think", "adult", True, "left").turned
