"""What a booklet looks like, held against pictures of pages that were looked at and liked.

To renew one, delete its file in tests/golden and run these tests twice: the first run makes it, and fails so that somebody looks.
"""
import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.factories import make_panel, make_scene, make_story
from wordspics.press import raster
from wordspics.story import About, Bubble, Ink, Scene, View

pytestmark = pytest.mark.xdist_group("press")
GOLDEN = Path(__file__).parents[1] / "golden"
WIDTH = 420                     # pixels
TOLERANCE = 1.5                 # mean difference of a channel, of 255: another FreeType smooths letters a little differently
HOUSE = Ink(id="house", x=0.5, y=0.6, colour="red", thickness=6,
            strokes=("M-80 60L-80 -20L0 -80L80 -20L80 60L-80 60", "M-20 60L-20 10L20 10L20 60"))


def make_plain_story():
    """Drawn with ink and bubbles alone, so that a new sofa in the library changes no golden page."""
    scene = Scene(items=(HOUSE, Bubble(id="b", words="This is our house", x=0.3, y=0.15, tip_x=0.45, tip_y=0.4)))
    views = (View(owner="Mum says", words={"en": "I was tired."}), View(owner="Dad says", words={"en": "I was cross."}))
    return make_story(0, about=About(title="The house with two doors")).with_(panels=(
        make_panel("We live in a house with two doors. One is for going out, and one is for coming home.", id="one", scene=scene),
        make_panel("Mum and Dad do not say the same.", id="two", scene=make_scene(HOUSE), views=views)))


@pytest.mark.parametrize("edition, ink, sheet", [
    ("folded", "colour", 0), ("folded", "colour", 2), ("folded", "outline", 0), ("folded", "grey", 2),
    ("pages", "colour", 0), ("pages", "colour", 1), ("pages", "colour", 2)])
def test_the_page_looks_as_it_did_when_it_was_liked(print_story, edition, ink, sheet):
    drawn = raster.png(print_story(make_plain_story(), edition, ink), sheet, WIDTH)
    golden = GOLDEN / f"{edition}-{ink}-{sheet}.png"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(drawn)
        pytest.fail(f"{golden.name} is new: look at it, and run the tests again.")
    assert difference(drawn, golden.read_bytes()) < TOLERANCE


def test_the_tolerance_would_notice_a_missing_picture(print_story):
    story = make_plain_story()
    bare = story.change(story.panel("one").show(Scene(items=(HOUSE.with_(size=0.2),))))
    pages = [raster.png(print_story(s, "pages"), 1, WIDTH) for s in (story, bare)]
    assert difference(*pages) > TOLERANCE


def difference(one: bytes, other: bytes) -> float:
    first, second = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in (one, other))
    assert first.size == second.size
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3
