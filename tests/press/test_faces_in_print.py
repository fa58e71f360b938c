"""Faces on paper: a grown-up 4 cm high, printed in black and grey at 150 dots to the inch, then in black alone."""
import functools
import io
import json
import random

import pytest
from PIL import Image

from wordspics.pictures import svg
from wordspics.pictures.figure import draw_figure
from wordspics.pictures.figure.feelings import FEELINGS
from wordspics.pictures.figure.palette import DEEP_SKINS, SKINS
from wordspics.pictures.ink import dip
from wordspics.pictures.shapes import Drawing, Group
from wordspics.press import proof, raster
from wordspics.story.person import Look

pytestmark = pytest.mark.xdist_group("press")
DOTS = 150 / 2.54 * 4 / 204                     # of a unit, where a standing adult is 204
HALF = 24                                       # units of a face, from its middle to what is looked at
BLACK = 60                                      # of 255: what a printer without greys still takes for black
BLACKER = 90                                    # the same of a printer that runs dark
HALF_BLACK = 127                                # a plain threshold, as a fax or a copier sets it


@functools.cache
def faces(skin: str, ink: str, press) -> Image.Image:
    """Every feeling on one bald head, side by side."""
    row = []
    for i, feeling in enumerate(FEELINGS):
        drawn = draw_figure(Look(skin=skin, hair="bald"), feeling=feeling, ink="colour", marks=False)
        x, y, _, _ = drawn.head
        row.append(Group(shapes=(drawn.group,), transform=f"translate({100 * i - x + 50:.2f} {50 - y:.2f})"))
    shapes = dip(tuple(row), ink)
    sheet = svg.write(Drawing(shapes=shapes), box=f"0 0 {100 * len(row)} 100")
    return Image.open(io.BytesIO(raster.png_of_svg(sheet, round(100 * len(row) * DOTS), press))).convert("L")


def lines(picture: Image.Image, number: int, black: int = BLACK) -> set[tuple[int, int]]:
    """The black dots of one face, inside its outline."""
    x0, y0, half = (100 * number + 50) * DOTS, 50 * DOTS, HALF * DOTS * 0.8
    across, down = (range(round(middle - half), round(middle + half)) for middle in (x0, y0))
    return {(x, y) for x in across for y in down
            if picture.getpixel((x, y)) <= black and (x - x0) ** 2 + (y - y0) ** 2 < half ** 2}


@pytest.mark.parametrize("skin", DEEP_SKINS)
def test_the_deepest_faces_say_in_black_what_the_palest_say(skin, press):
    """Eyes, brows and mouth are where they are on the palest face, and no more of the face is black."""
    pale, deep = faces("shell", "colour", press), faces(skin, "colour", press)
    for number, feeling in enumerate(FEELINGS):
        said, heard = lines(pale, number), lines(deep, number)
        assert len(said) > 40
        assert len(said & heard) > 0.7 * len(said | heard), (skin, feeling, len(said & heard), len(said | heard))


def test_a_printer_that_blackens_the_deepest_skins_leaves_a_light_edge_round_eyes_brows_and_mouth(press):
    deep = faces("ebony", "colour", press)
    for number, feeling in enumerate(FEELINGS):
        face, features = lines(deep, number, BLACKER), lines(deep, number)
        near = {(x + i, y + j) for x, y in features for i in range(-3, 4) for j in range(-3, 4)}
        light = (lines(deep, number, 255) - face) & near
        assert len(face) > 1000 and len(light) > 150, (feeling, len(light))


@pytest.mark.parametrize("skin", SKINS)
def test_the_grey_edition_in_black_alone_shows_eyes_brows_and_mouth_on_every_skin(skin, press):
    """The palest face is the measure: on none is more of the face black, or less of what it says."""
    pale, face = faces("shell", "grey", press), faces(skin, "grey", press)
    for number, feeling in enumerate(FEELINGS):
        said, heard = lines(pale, number, HALF_BLACK), lines(face, number, HALF_BLACK)
        assert len(said) > 80
        assert len(said & heard) > 0.75 * len(said | heard), (skin, feeling, len(said & heard), len(said | heard))


def test_a_sheet_in_black_alone_has_people_four_centimetres_high_on_it(tmp_path):
    picture = Image.open(next(proof.pull(tmp_path, what="people", ink="mono")))
    assert {level for _, level in picture.getcolors()} == {0, 255}
    assert abs(picture.width - proof.TRUE.columns * proof.TRUE.wide * DOTS) < 1


def test_twelve_people_are_shown_five_times_each_shuffled_with_a_key(tmp_path, monkeypatch):
    monkeypatch.setattr(raster, "png_of_svg", lambda svg, width: b"")          # the key alone is looked at
    list(proof.pull(tmp_path, what="people", unlabelled=True, seed=3))
    who = [shown["what"] for shown in json.loads((tmp_path / "key.json").read_text()).values()]
    assert len(who) == 60 and all(who.count(person) == 5 for person in who)
    assert len(set(who)) == 12 and who != sorted(who)


def test_no_feeling_falls_to_one_kind_of_people_on_the_sheets_for_readers():
    rounds = list(proof.feelers(random.Random(3)))
    assert all({feeling for feeling, _ in people} == set(FEELINGS) and len(people) == len(FEELINGS) for people in rounds)
    for people in rounds:
        times = [sum(look.skin == skin for _, look in people) for skin in SKINS]
        assert max(times) - min(times) <= 1
    for feeling in FEELINGS:
        looks = [look for people in rounds for name, look in people if name == feeling]
        assert {look.skin for look in looks} == set(SKINS)
        assert len({look.age for look in looks}) >= 5
        assert 1 <= sum(bool(look.headwear) for look in looks) <= len(looks) / 2
    for skin in SKINS:
        looks = [look for people in rounds for _, look in people if look.skin == skin]
        assert len({look.age for look in looks}) == 6 and 2 <= sum(bool(look.headwear) for look in looks) <= len(looks) / 2
