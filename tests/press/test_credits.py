"""Credits: for exactly the pictures a booklet shows, those of one source in one line, with the pages they are on."""
import pytest

from tests.factories import make_panel, make_scene, make_thing
from wordspics.pictures import library
from wordspics.press import credits

OURS = make_panel(scene=make_scene(make_thing("teddy"), place="kitchen"))
THEIRS = make_panel(scene=make_scene(make_thing("thumbs-up"), make_thing("apple")))


@pytest.mark.parametrize("pages, told", [
    ({0}, "on the cover"), ({2}, "on page 2"), ({0, 3}, "on the cover, page 3"), ({2, 3, 4, 5, 7}, "on pages 2–5, 7"),
    ({0, 2, 3, 9}, "on the cover, pages 2–3, 9"), ({4, 8, 6}, "on pages 4, 6, 8")])
def test_pages_are_told_in_ranges_as_a_reader_finds_them(pages, told):
    assert credits.tell_pages(pages) == told


def test_a_source_is_named_once_with_all_its_pages_and_ours_comes_first():
    told = credits.credits([(0, OURS), (2, THEIRS), (3, OURS), (4, THEIRS)])
    assert told[0] == "Pictures on the cover, pages 2–4: Words and Pictures, CC\N{NO-BREAK SPACE}BY-SA\N{NO-BREAK SPACE}4.0."
    assert told[1].startswith("Pictures on pages 2, 4: OpenMoji, the open emoji project, openmoji.org, CC\N{NO-BREAK SPACE}BY-SA\N{NO-BREAK SPACE}4.0;")
    assert sum("Pictures on" in line for line in told) == 2


def test_nobody_is_thanked_for_what_is_not_shown():
    assert not any("OpenMoji" in line for line in credits.credits([(2, OURS)]))


def test_a_picture_somebody_else_drew_is_credited_to_them(monkeypatch):
    from msgspec.structs import replace

    shelf = library.shelf()
    monkeypatch.setitem(shelf._pictures, "teddy", replace(shelf.picture("teddy"), credit="A. Friend", licence="CC BY 4.0"))
    assert "Pictures on page 2: A. Friend, CC\N{NO-BREAK SPACE}BY\N{NO-BREAK SPACE}4.0." in credits.credits([(2, OURS)])
