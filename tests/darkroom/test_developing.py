"""Only pixels get in, and whatever is not a picture is refused in one sentence."""
import io
import random

import pytest
from PIL import Image

from tests.darkroom.hostile import REFUSED, moving, palette_with_a_hole, png, sideways, sixteen_bits, with_everything_hidden
from tests.factories import MARKERS
from tests.store.desk import picture
from wordspics.darkroom.darkroom import STOPPED, Darkroom
from wordspics.darkroom.developing import LONGEST
from wordspics.story import BadStory

pytestmark = pytest.mark.xdist_group("darkroom")


@pytest.fixture(scope="module")
def darkroom():
    with Darkroom() as darkroom:
        yield darkroom


@pytest.fixture
def develop(darkroom):
    return lambda data: Image.open(io.BytesIO(darkroom.clean(data)))


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_nothing_hidden_in_a_picture_survives(darkroom, format):
    hidden = with_everything_hidden(format)
    assert hidden.count(MARKERS[0].encode()) >= 3
    cleaned = darkroom.clean(hidden)
    assert MARKERS[0].encode() not in cleaned
    kept = Image.open(io.BytesIO(cleaned))
    assert not kept.getexif() and not set(kept.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_taken_sideways_is_turned_upright(develop, format):
    assert develop(sideways(format)).size == (40, 60)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_large_picture_is_made_as_large_as_print_needs(develop, format):
    assert max(develop(picture(format, (4000, 1000))).size) == LONGEST


@pytest.mark.parametrize("mode, colour", [
    ("1", 1), ("L", 90), ("LA", (90, 50)), ("P", 3), ("RGBA", (9, 9, 9, 90)), ("I;16", 9000), ("CMYK", (1, 2, 3, 4))])
def test_every_kind_of_picture_comes_out_as_one_a_page_can_show(develop, mode, colour):
    kept = develop(picture("JPEG" if mode == "CMYK" else "PNG", colour=colour, mode=mode))
    assert kept.mode in ("RGB", "RGBA") and kept.size == (60, 40)
    assert (kept.mode == "RGBA") == (mode in ("LA", "RGBA")), "see-through stays see-through"


@pytest.mark.parametrize("sent, seen", [
    (picture("JPEG", mode="CMYK", colour=(0, 255, 255, 0)), (255, 0, 0)), (sixteen_bits(0x8000), (128, 128, 128)),
    (sixteen_bits(0xFFFF), (255, 255, 255)), (sixteen_bits(0x00FF), (0, 0, 0))], ids=["ink", "half grey", "white", "nearly black"])
def test_colours_come_out_as_they_were_seen(develop, sent, seen):
    assert all(abs(here - there) <= 3 for here, there in zip(develop(sent).getpixel((5, 5)), seen))


def test_a_palette_keeps_its_colours_and_its_holes(develop):
    kept = develop(palette_with_a_hole())
    assert kept.getpixel((5, 5)) == (255, 0, 0, 255) and kept.getpixel((55, 5))[3] == 0


@pytest.mark.parametrize("format", ["PNG", "WEBP", "MPO"])
def test_of_a_moving_picture_the_first_is_kept(develop, format):
    kept = develop(moving(format))
    assert not getattr(kept, "is_animated", False) and kept.getpixel((5, 5))[0] > 250 > 5 > kept.getpixel((5, 5))[2]


def test_a_phones_photo_with_a_second_behind_it_is_kept_as_a_photo(develop):
    assert develop(moving("MPO")).format == "JPEG"


def test_dots_packed_a_thousandfold_are_taken_no_further_than_the_picture_goes(develop):
    assert develop(png(60, 40, rows=b"\0" * 50_000_000)).size == (60, 40)


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_a_fit_picture_is_refused_in_one_sentence(darkroom, what):
    with pytest.raises(BadStory) as told:
        darkroom.clean(REFUSED[what])
    assert str(told.value).endswith(".") and str(told.value) != STOPPED


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_thousand_damaged_pictures_are_cleaned_or_refused_by_one_and_the_same_child(darkroom, format, long):
    chance, whole = random.Random(11), Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 40).convert("RGB")
    out = io.BytesIO()
    whole.save(out, format)
    darkroom.clean(out.getvalue())
    child = darkroom.child_pid
    for _ in range(20_000 if long else 340):
        data = bytearray(out.getvalue())
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            Image.open(io.BytesIO(darkroom.clean(bytes(data[:chance.randrange(20, len(data) + 400)])))).load()
        except BadStory:
            pass
    assert darkroom.child_pid == child
