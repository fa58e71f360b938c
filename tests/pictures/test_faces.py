"""Faces: what somebody feels and who somebody is can be seen, in every ink, and nothing in a face frightens or misleads."""
import math
import re

import pytest

from wordspics.pictures import svg
from wordspics.pictures.draw import draw_face
from wordspics.pictures.figure import draw_figure
from wordspics.pictures.figure.ages import AGES
from wordspics.pictures.figure.feelings import FEELINGS, LINES
from wordspics.pictures.figure.palette import CHEEKS, COLOURS, EYES, HAIR, TUBE
from wordspics.pictures.shapes import INK
from wordspics.story.person import Look

LEVEL = [name for name, feeling in FEELINGS.items() if feeling.mouth in LINES and not feeling.tilt]


def along(shape) -> list[tuple[float, float]]:
    """Points along a path."""
    walked = []
    for kind, given in re.findall(r"([MLQC])([^MLQCZ]*)", shape.d):
        numbers = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", given)]
        ends = list(zip(numbers[::2], numbers[1::2]))
        while ends:
            size = {"M": 1, "L": 1, "Q": 2, "C": 3}[kind]
            hull, ends = [*walked[-1:], *ends[:size]], ends[size:]
            walked += [hull[-1]] if kind in "ML" else [between(hull, step / 12) for step in range(1, 13)]
    return walked


def between(hull: list[tuple[float, float]], share: float) -> tuple[float, float]:
    """De Casteljau's point of a curve."""
    while len(hull) > 1:
        hull = [tuple(a + (b - a) * share for a, b in zip(p, q)) for p, q in zip(hull, hull[1:])]
    return hull[0]


def heights(shape) -> list[float]:
    """How low the points of a path are."""
    return [y for _, y in along(shape)]


def mouth_of(drawn):
    """The last line as thick as a mouth's: closed mouths are lines."""
    return [shape for shape in drawn.group.shapes if shape.width == 3.5 and shape.fill is None and shape.stroke is None][-1]


def written(**how) -> str:
    return svg.write_shapes((draw_figure(how.pop("look", Look()), **how).group,))


@pytest.mark.parametrize("facing", ("front", "left", "right"))
@pytest.mark.parametrize("age", AGES)
def test_a_feeding_tube_goes_from_the_nose_to_the_ear_and_keeps_clear_of_the_mouth(age, facing):
    assert len(LEVEL) > 6
    for feeling in LEVEL:
        drawn = draw_figure(Look(age=age, feeding_tube="nose"), feeling=feeling, facing=facing, marks=False)
        tube = next(shape for shape in drawn.group.shapes if shape.stroke == TUBE)
        mouth = mouth_of(drawn)
        gap = min(math.dist(p, q) for p in along(tube) for q in along(mouth))
        assert gap > (tube.width + mouth.width) / 2, (feeling, gap)
        x, y, half, _ = drawn.head
        mirror = -1 if drawn.group.transform else 1
        (_, start), (end, _) = along(tube)[0], along(tube)[-1]
        assert y < start < min(heights(mouth)) and abs(mirror * end - x) > half * 0.35, feeling


def test_a_feeding_tube_stays_on_the_persons_own_left_cheek():
    for facing in ("front", "left", "right"):
        drawn = draw_figure(Look(feeding_tube="nose"), facing=facing)
        mirror = -1 if drawn.group.transform else 1
        run = along(next(shape for shape in drawn.group.shapes if shape.stroke == TUBE))
        assert mirror * run[0][0] < mirror * run[-1][0], facing


@pytest.mark.parametrize("ink", ("colour", "outline"))
@pytest.mark.parametrize("age", ("baby", "child", "adult"))
def test_every_feeling_has_a_face_of_its_own_even_without_its_sign(age, ink):
    assert len({written(look=Look(age=age), feeling=feeling, ink=ink, marks=False) for feeling in FEELINGS}) == len(FEELINGS)


def test_eyes_smile_where_no_mouth_is_seen():
    def pupils(headwear: str, feeling: str) -> int:
        shapes = draw_figure(Look(headwear=headwear), feeling=feeling, marks=False).group.shapes
        return sum(shape.fill == INK for shape in shapes)
    assert pupils("niqab", "ok") == pupils("hijab", "happy") == 2
    assert pupils("niqab", "happy") == 0, "arched as in a smile"
    assert len({written(look=Look(headwear="niqab"), feeling=feeling, marks=False) for feeling in FEELINGS}) == len(FEELINGS)


def test_nobody_bares_their_teeth():
    """Nothing in a face is white but a glint, a fright's eyes, a breath and what is thought of."""
    for feeling in FEELINGS:
        shapes = draw_figure(Look(skin="amber", top_colour="blue"), feeling=feeling, marks=False).group.shapes
        assert not [shape for shape in shapes if shape.fill == "#ffffff" and hasattr(shape, "d")], feeling


def test_a_moustache_leaves_the_mouth_to_speak():
    for feeling in LEVEL:
        drawn = draw_figure(Look(beard="moustache", hair_colour="ginger"), feeling=feeling, marks=False)
        mouth, moustache = mouth_of(drawn), [shape for shape in drawn.group.shapes if shape.fill == HAIR["ginger"]][-1]
        middle = (min(heights(mouth)) + max(heights(mouth))) / 2
        assert middle > max(heights(moustache)) - 2.5, feeling


@pytest.mark.parametrize("beard", ("full", "long"))
def test_a_beard_to_colour_in_has_hairs_or_it_would_be_a_scarf_and_a_dark_one_has_more(beard):
    def hairs(colour: str, ink: str) -> int:
        return max(getattr(shape, "d", "").count("M") for shape in draw_figure(Look(beard=beard, hair_colour=colour), ink=ink).group.shapes)

    assert hairs("black", "outline") > hairs("white", "outline") > hairs("white", "colour")


@pytest.mark.parametrize("ink", ("colour", "outline"))
def test_an_older_face_is_known_under_a_hat_and_in_bed(ink):
    """Height and hair are hidden there; two small lines beside the eyes are not."""
    def strokes(age):
        shapes = draw_figure(Look(age=age, headwear="turban"), "sleep", ink=ink).group.shapes
        return [shape for shape in shapes if getattr(shape, "d", "").count("M") == 4 and (shape.width or 9) < 2]
    assert strokes("older") and not strokes("adult")


def test_a_cheek_is_never_so_dark_that_a_mono_printer_makes_it_a_blot():
    def grey(colour: str) -> float:
        r, g, b = (int(colour[i:i + 2], 16) for i in (1, 3, 5))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    for skin, cheek in CHEEKS.items():
        assert grey(cheek) > 70 > 2 * grey(INK), skin


def test_what_is_only_a_spot_of_colour_is_still_seen_where_there_is_none():
    for look in (Look(freckles=True), Look(bindi=True), Look(beard="stubble"), Look(skin_marks="vitiligo")):
        shapes = [shape for shape in draw_figure(look, ink="outline").group.shapes]
        plain = [shape for shape in draw_figure(Look(), ink="outline").group.shapes]
        added = [shape for shape in shapes if shape not in plain]
        assert added and all(shape.fill == INK or shape.stroke in (None, INK) for shape in added)


def test_who_blushes_is_seen_to_blush_where_there_is_no_colour():
    shy, at_ease = (draw_figure(Look(), feeling=feeling, ink="outline", marks=False).group.shapes for feeling in ("shy", "ok"))
    assert len(shy) > len(at_ease)


@pytest.mark.parametrize("look", (Look(age="baby"), Look(hair="afro"), Look(headwear="turban"), Look(hair="bun", wheelchair="red")),
                         ids=("baby", "afro", "turban", "bun"))
def test_a_small_picture_of_a_face_shows_all_that_tells_its_feeling(look):
    for feeling in FEELINGS:
        left, top, wide, high = (float(v) for v in draw_face(look, feeling)[1].split())
        drawn = draw_figure(look, feeling=feeling)
        x, y, _, _ = drawn.head
        assert abs(wide - high) < 0.2 and left < x < left + wide and top < drawn.bounds[1] < y < top + high
        if drawn.signs:
            x0, y0, x1, y1 = drawn.signs
            assert left < x0 and x1 < left + wide and top < y0 and y1 < top + high, feeling


def test_glasses_do_not_hide_what_the_brows_say():
    for feeling in ("cross", "worried", "scared"):
        shapes = draw_figure(Look(glasses="yellow"), feeling=feeling, marks=False).group.shapes
        frames = [i for i, shape in enumerate(shapes) if shape.stroke == COLOURS["yellow"]]
        brows = [i for i, shape in enumerate(shapes) if shape.width == 3.5 and shape.stroke is None and getattr(shape, "d", "").count("M") == 2]
        assert brows and max(frames) < max(brows), feeling


def test_eyes_have_their_colour_wherever_they_are_open_and_stay_dots_to_colour_in():
    for feeling in ("ok", "sad", "tired", "surprised"):
        assert EYES["blue"] in written(look=Look(eyes="blue", skin="ebony"), feeling=feeling), feeling
    assert EYES["blue"] not in written(look=Look(eyes="blue"), feeling="calm")
    assert written(look=Look(eyes="blue"), ink="outline") == written(look=Look(), ink="outline")
