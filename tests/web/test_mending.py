"""A part of a story damaged on the disk: what could last be read is offered back, and the story opens again."""
import sqlite3
from contextlib import closing

import pytest

from wordspics.store import FILE
from wordspics.story.sheet import write_sheet


@pytest.fixture
def told(sam):
    """A story whose second panel was told twice."""
    kept = sam.store.stories.load(sam.begin())
    panel = kept.story.panels[1]
    for rev, words in ((1, "Robin lives with Mum."), (2, "Robin lives with Mum and Nan.")):
        sam.store.sheets.put(kept.id, panel.id, write_sheet(panel.tell(words)), rev, f"a-save-numbered-{rev}")
    return kept


def spoil(sam, where: str, *values) -> None:
    """As a failing disk would."""
    with closing(sqlite3.connect(sam.app.extensions["config"].home / FILE, timeout=10)) as connection, connection:
        connection.execute(f"UPDATE revisions SET body = zeroblob(200) WHERE {where}", values)


def test_every_way_into_a_damaged_story_leads_to_its_last_good_words_and_they_are_put_back(sam, told):
    panel = told.story.panels[1]
    spoil(sam, "sheet = ? AND rev = 3", panel.id)
    for path, code in (("/", 200), (f"/stories/{told.id}/panels", 500), (f"/stories/{told.id}/read", 500)):
        assert sam.visit(path).status_code == code
        assert f'href="/stories/{told.id}/mend"' in sam.text, path
    sam.visit(f"/stories/{told.id}/mend")
    assert "Panel 2 of this story has been damaged" in sam.text and "Robin lives with Mum." in sam.text
    assert sam.send(f"/stories/{told.id}/mend", {"sheet": panel.id}).status_code == 303
    assert sam.follow().status_code == 200 and "can be read again" in sam.text
    assert sam.store.stories.load(told.id).story.panels[1].words_in("en") == "Robin lives with Mum."


def test_two_damaged_parts_are_mended_one_after_the_other(sam, told):
    for panel in told.story.panels[:2]:
        spoil(sam, "sheet = ?", panel.id)
    for panel in told.story.panels[:2]:
        sam.visit(f"/stories/{told.id}/mend")
        assert "can be left empty" in sam.text
        sam.send(f"/stories/{told.id}/mend", {"sheet": panel.id})
    assert sam.page.headers["Location"].endswith("/read")
    assert [panel.is_empty for panel in sam.store.stories.load(told.id).story.panels[:2]] == [True, True]


def test_a_cast_that_cannot_be_read_any_more_needs_the_backup(sam, told):
    spoil(sam, "sheet = ?", told.cast_id)
    assert sam.send(f"/stories/{told.id}/mend", {"sheet": told.cast_id}).status_code == 500
    assert "restore the last backup" in sam.text


def test_mending_twice_or_a_story_that_is_whole_changes_nothing(sam, told):
    assert sam.visit(f"/stories/{told.id}/mend").status_code == 303
    before = sam.store.sheets.history(told.id, told.story.panels[1].id)
    sam.send(f"/stories/{told.id}/mend", {"sheet": told.story.panels[1].id})
    assert sam.store.sheets.history(told.id, told.story.panels[1].id) == before
    assert sam.send(f"/stories/{told.id}/mend", {"sheet": "no-such-sheet"}).status_code == 404


def test_an_older_version_that_was_damaged_shuts_no_page_of_a_story_that_can_be_read(sam, told, clock):
    clock.pass_by(1)
    sam.send(f"/stories/{told.id}/agree", {"what": "agreement", "name": "Nan", "on": "2026-01-02"})
    clock.pass_by(1)
    panel = sam.store.stories.load(told.id).story.panels[1]
    sam.store.sheets.put(told.id, panel.id, write_sheet(panel.tell("Robin lives with Nan.")), 3, "a-save-numbered-3")
    assert "Panel 2 has changed since Nan agreed" in sam.visit(f"/stories/{told.id}/agree").get_data(as_text=True)
    spoil(sam, "sheet = ? AND rev = 3", panel.id)
    assert sam.visit(f"/stories/{told.id}/agree").status_code == 200 and "Nan" in sam.text
