"""The family's own pictures on paper: there, whole, and in the booklet's ink."""
import io

import pikepdf
import pytest
from PIL import Image

from tests.factories import make_panel, make_scene, make_story
from wordspics.press import CannotPrint
from wordspics.story import Upload

pytestmark = pytest.mark.xdist_group("press")


def make_photo(format="PNG", colour=(200, 30, 30), size=(60, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, format)
    return out.getvalue()


def make_photo_story(*ids):
    scene = make_scene(*(Upload(id=f"u{i}", picture=id, shape=0.7, alt="Our dog") for i, id in enumerate(ids)))
    return make_story(1).add_panel(make_panel("Our dog.", scene=scene))


def photos_in(pdf: bytes) -> list:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(o.ColorSpace) for o in opened.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]


def test_every_photo_of_the_story_is_in_the_booklet(print_story):
    pictures = {"dog": make_photo(), "cat": make_photo("JPEG"), "unused": make_photo()}
    assert len(photos_in(print_story(make_photo_story("dog", "cat"), pictures=pictures))) == 2


def test_a_missing_photo_stops_the_print_and_names_its_panel(print_story):
    with pytest.raises(CannotPrint, match="own pictures on panel 2 is missing"):
        print_story(make_photo_story("dog"))


@pytest.mark.parametrize("broken", [
    pytest.param(make_photo("JPEG", size=(900, 900))[:-800], id="half a JPEG"),
    pytest.param(make_photo(size=(900, 900))[:-60], id="half a PNG"),
    pytest.param(b"not a picture", id="words"), pytest.param(b"", id="nothing")])
@pytest.mark.parametrize("ink", ["colour", "grey"])
def test_a_damaged_photo_stops_the_print_instead_of_leaving_a_gap(print_story, broken, ink):
    with pytest.raises(CannotPrint, match="own pictures on panel 2 is damaged"):
        print_story(make_photo_story("dog"), ink=ink, pictures={"dog": broken})


def test_photos_lose_their_colour_in_a_booklet_without(print_story):
    for format in ("PNG", "JPEG"):
        printed = print_story(make_photo_story("dog"), ink="grey", pictures={"dog": make_photo(format)})
        assert set(photos_in(printed)) == {"/DeviceGray"}
