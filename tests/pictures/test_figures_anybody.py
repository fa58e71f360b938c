"""Anybody at all: whatever is chosen together, somebody whole is drawn, small enough to send; and nobody changes by accident.

`golden/people.txt` holds what somebody in each pose looked like when they were liked, one fingerprint a line, and above them the
version of the drawing. Who changes the drawing on purpose raises DRAWING in story/person.py, deletes the file and runs these
tests twice: the first run makes it, and fails so that somebody looks at the sheets again.
"""
import random
import re
import statistics
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from wordspics.pictures import svg
from wordspics.pictures.figure import VERSION, draw_figure, options
from wordspics.pictures.figure.feelings import FEELINGS
from wordspics.pictures.figure.palette import RIMS, SKINS, contrast
from wordspics.pictures.figure.poses import POSES
from wordspics.pictures.shapes import INK
from wordspics.story.person import Look

GOLDEN = Path(__file__).parents[1] / "golden" / "people.txt"
SEED = 2024
MANY, FEW = 20_000, 2_000
MOST_BYTES = 8_000
STAGE_BOX = (-240, -285, 240, 36)         # of somebody who stands in the middle of the stage


def somebody(chance: random.Random) -> tuple:
    return (options.any_look(chance), chance.choice(list(POSES)), chance.choice(list(FEELINGS)),
            chance.choice(("front", "left", "right")), chance.choice(("", "", "front", "left", "right")),
            chance.choice(("colour", "outline")))


def test_any_combination_is_drawn_whole_within_the_stage_and_small_enough_to_send(long):
    chance, sizes = random.Random(41), []
    for _ in range(MANY if long else FEW):
        look, pose, feeling, facing, head, ink = one = somebody(chance)
        drawn = draw_figure(look, pose, feeling, facing, head, ink)
        text = svg.write_shapes((drawn.group,))
        ElementTree.fromstring(f"<svg>{text}</svg>")
        assert not re.search(r"nan|inf|e-\d", text), one
        x0, y0, x1, y1 = drawn.bounds
        assert STAGE_BOX[0] < x0 < x1 < STAGE_BOX[2] and STAGE_BOX[1] < y0 < y1 < STAGE_BOX[3], (one, drawn.bounds)
        assert len(text) <= MOST_BYTES, one
        sizes.append(len(text))
    assert statistics.median(sizes) < 5_000


def fingerprints() -> list[str]:
    """Somebody in every pose, of every age in years, with eyes of every colour."""
    chance, lines = random.Random(SEED), []
    eyes = [option.name for option in options.CHOICES["eyes"].options]
    for n, pose in enumerate(POSES):
        look, _, feeling, facing, head, ink = somebody(chance)
        years = [option.name for option in options.CHOICES["years"].options if look.at_years(option.name).age == look.age]
        look = look.with_(eyes=eyes[n % len(eyes)], years=years[n % len(years)] if years else None)
        drawn = svg.write_shapes((draw_figure(look, pose, feeling, facing, head, ink).group,))
        lines.append(f"{n + 1:2} {zlib.crc32(drawn.encode()):08x} {look.age} {look.years or ''} {look.eyes} {pose} {feeling} {facing} {ink}")
    return lines


def test_nobody_looks_different_unless_the_drawings_version_says_so():
    lines = [f"drawing {VERSION}", *fingerprints()]
    if not GOLDEN.exists():
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
        raise AssertionError("made anew: look at `python -m wordspics proof DIR --what people` and poses, then keep it")
    liked = GOLDEN.read_text(encoding="utf-8").splitlines()
    changed = [now for now, was in zip(lines[1:], liked[1:]) if now != was]
    assert lines[0] == liked[0] and not changed, changed[:5]
    assert len(liked) == len(POSES) + 1 > 60


def test_a_look_knows_which_drawing_it_was_chosen_with():
    assert Look().with_(hair="bob").drawing == VERSION


def test_contrast_is_counted_as_the_web_counts_it():
    assert contrast("#000000", "#ffffff") == 21 and contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=.01)


def test_the_lines_of_every_face_stand_out_three_to_one():
    assert len(SKINS) == 10
    for name, skin in SKINS.items():
        ground = RIMS.get(name, skin)
        assert contrast(ground, INK) >= 3, (name, round(contrast(ground, INK), 2))


@pytest.mark.parametrize("skin", SKINS)
def test_freckles_and_a_bindi_are_seen_on_every_skin(skin):
    for mark in ("freckles", "bindi"):
        plain, marked = ({paint for shape in draw_figure(Look(skin=skin, **{mark: on})).group.shapes for paint in (shape.fill, shape.stroke)}
                         for on in (False, True))
        [spot] = marked - plain
        assert contrast(spot, SKINS[skin]) >= 1.6, (mark, skin)


def test_the_rim_is_drawn_under_the_lines_of_a_deep_face_and_only_there():
    for name, rim in RIMS.items():
        assert rim in svg.write_shapes((draw_figure(Look(skin=name)).group,))
        assert rim not in svg.write_shapes((draw_figure(Look(skin=name), ink="outline").group,))
    assert not any(rim in svg.write_shapes((draw_figure(Look(skin="amber")).group,)) for rim in RIMS.values())


def test_a_story_from_before_these_options_still_opens():
    import msgspec

    old = b'{"age":"child","skin":"mahogany","hair":"puffs","drawing":1}'
    look = msgspec.json.decode(old, type=Look)
    assert (look.aid, look.height, look.features, look.bindi) == ("", 1.0, "", False)


def test_every_pose_and_feeling_has_its_synonyms_before_it_is_read_blind():
    import tomllib

    from wordspics.pictures import names

    said = tomllib.loads((Path(__file__).parent / "synonyms.toml").read_text(encoding="utf-8"))
    assert set(said["feelings"]) == set(names.FEELINGS) and set(said["poses"]) == set(names.POSES)
