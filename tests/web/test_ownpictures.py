"""The family's own pictures: a drawing put into a panel, offered again for the others, and printed."""
import io
import re

import pikepdf
import pytest

from tests.factories import fresh, make_scene, make_thing
from tests.store.desk import picture
from wordspics.story import Upload, limits
from wordspics.story.sheet import write_sheet


@pytest.fixture
def told(sam):
    return sam.store.stories.load(sam.begin())


def put(sam, told, data: bytes, **fields):
    at = f"/stories/{told.id}/panels/{told.story.panels[0].id}/own-picture"
    return sam.send(at, {"file": (io.BytesIO(data), "IMG_0042.jpg"), "alt": "", **fields}, content_type="multipart/form-data")


def placed(sam, told) -> list[Upload]:
    return [item for item in sam.store.stories.load(told.id).story.panels[0].scene.items if isinstance(item, Upload)]


def test_a_drawing_is_put_into_the_panel_upright_and_says_what_it_shows(sam, told):
    assert put(sam, told, picture("JPEG", size=(60, 30)), alt="Robin's house").status_code == 303
    (own,) = placed(sam, told)
    assert (own.alt, own.shape) == ("Robin's house", 0.5)
    assert sam.follow().status_code == 200 and "Robin&#39;s house" in sam.text
    assert f"/stories/{told.id}/pictures/{own.picture}" in sam.text, "it is on the stage, and offered for other panels"


def test_the_strip_shows_it_without_fetching_anything(sam, told):
    put(sam, told, picture())
    drawn = sam.visit(f"/stories/{told.id}/panels/{told.story.panels[0].id}/picture.svg").get_data(as_text=True)
    assert re.findall(r'<image[^>]+href="([^"]{15})', drawn) == ["data:image/png;"]


@pytest.mark.parametrize("data, said", [
    (b"", "choose a picture"), (b"not a picture", "could not be read as a picture"), (picture("GIF"), "PNG, JPEG or WebP")])
def test_what_is_no_picture_is_one_sentence_and_changes_nothing(sam, told, data, said):
    assert put(sam, told, data).status_code == 303
    assert said in sam.follow().get_data(as_text=True) and not placed(sam, told)


def test_a_picture_that_finds_no_room_is_not_kept_out_of_sight(sam, told, monkeypatch):
    monkeypatch.setattr(limits, "PICTURES", 1)
    assert put(sam, told, picture(), alt="x" * 200).status_code == 303
    assert "the most is 120" in sam.follow().get_data(as_text=True)
    full = told.story.panels[0].with_(scene=make_scene(*(make_thing() for _ in range(limits.ITEMS))))
    sam.store.sheets.put(told.id, full.id, write_sheet(full), 1, fresh())
    put(sam, told, picture())
    assert "room for 60 things" in sam.follow().get_data(as_text=True)
    sam.store.sheets.put(told.id, full.id, write_sheet(told.story.panels[0]), 2, fresh())
    put(sam, told, picture())
    assert len(placed(sam, told)) == 1, "the one picture there is room for is still to be had"


@pytest.mark.parametrize("size, wide, high", [((160, 120), 1, 1), ((400, 100), 1, 1 / 3), ((40, 160), 0.1875, 1)])
def test_on_an_empty_stage_it_is_the_whole_picture(sam, told, size, wide, high):
    """Shares of the stage, which is 4 wide and 3 high."""
    put(sam, told, picture(size=size))
    (own,) = placed(sam, told)
    assert (own.size / 3, own.size / 3 * own.shape * 4 / 3) == pytest.approx((wide, high))


def test_somebody_elses_window_is_not_written_over(sam, told):
    """The picture goes into the panel as it stands, with what another window has put there meanwhile."""
    put(sam, told, picture())
    put(sam, told, picture(colour="blue"))
    first, second = placed(sam, told)
    assert second.size < first.size, "the second hangs on the wall, for it is no empty stage any more"


def test_it_is_printed(sam, told):
    put(sam, told, picture("JPEG"))
    answer = sam.send(f"/stories/{told.id}/booklet.pdf", {"edition": "pages", "ink": "colour", "how": "open"})
    with pikepdf.open(io.BytesIO(answer.data)) as booklet:
        images = [kept for kept in booklet.objects if isinstance(kept, pikepdf.Stream) and kept.get("/Subtype") == "/Image"]
    assert (images[0].Width, images[0].Height) == (60, 40)
