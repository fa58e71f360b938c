"""The family's own pictures: kept with their story, shown by its panels alone, and never more than there is room for."""
import io

import pytest
from PIL import Image

from factories import fresh, make_panel
from tests.store.desk import Desk, picture
from wordspics.story import BadStory, Missing, Scene, Upload, limits
from wordspics.story.sheet import write_sheet


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_picture_comes_back_clean_and_is_shown_on_a_panel(desk):
    id = desk.store.uploads.add(desk.story, picture())
    kept = opened(desk.store.uploads.read(desk.story, id))
    assert (kept.format, kept.size, kept.getpixel((5, 5))) == ("PNG", (60, 40), (255, 0, 0))
    panel = make_panel(scene=Scene(items=(Upload(id="u1", picture=id),)))
    assert desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh()).kind == "kept"


def test_a_panel_cannot_show_a_picture_that_is_not_there(desk):
    panel = make_panel(scene=Scene(items=(Upload(id="u1", picture=fresh()),)))
    with pytest.raises(BadStory, match="picture"):
        desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh())


def test_a_picture_of_one_story_is_not_in_another(desk):
    id = desk.store.uploads.add(desk.story, picture())
    with pytest.raises(Missing):
        desk.store.uploads.read(Desk(desk.store).story, id)
    with pytest.raises(Missing):
        desk.store.uploads.read(desk.story, fresh())


def test_what_is_not_a_picture_is_refused_and_leaves_nothing(desk, raw):
    with pytest.raises(BadStory, match="PNG, JPEG or WebP"):
        desk.store.uploads.add(desk.story, b"Once upon a time")
    assert raw("SELECT count(*) FROM uploads") == [(0,)]


def test_a_story_has_room_for_so_many_pictures_and_no_more(desk, monkeypatch):
    monkeypatch.setattr(limits, "PICTURES", 2)
    for _ in range(2):
        desk.store.uploads.add(desk.story, picture())
    with pytest.raises(BadStory, match="2 pictures"):
        desk.store.uploads.add(desk.story, picture())
