"""Favourite and hidden pictures: sealed lists of names, a family's own and everybody's."""
import pytest

from factories import make_story
from tests.store.desk import PASSPHRASE, Desk
from wordspics.store import FILE, backup
from wordspics.story import BadStory, limits


@pytest.fixture
def lists(store):
    return store.picture_lists


def test_the_newest_favourite_comes_first_and_none_twice(lists):
    for name in ("teddy", "bus", "teddy"):
        lists.add("favourites", name)
    assert lists.read("favourites") == ("teddy", "bus")
    lists.remove("favourites", "teddy")
    lists.remove("favourites", "never-there")
    assert lists.read("favourites") == ("bus",)


def test_a_family_does_not_see_what_they_hid_or_what_was_hidden_for_everybody(store, lists, desk):
    other = Desk(store)
    lists.add("hidden", "police-car", desk.kept.family.id)
    lists.add("hidden", "slammed-door")
    assert lists.hidden(desk.kept.family.id) == {"police-car", "slammed-door"}
    assert lists.hidden(other.kept.family.id) == {"slammed-door"}
    lists.remove("hidden", "slammed-door")
    assert lists.hidden(desk.kept.family.id) == {"police-car"}


def test_no_name_of_a_picture_lies_readable_on_the_disk(store, lists, desk, folder):
    lists.add("hidden", "prison-visiting-room", desk.kept.family.id)
    lists.add("favourites", "prison-outside")
    store.database.shake_out()
    assert b"prison" not in b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())
    store.vault.close()
    store.vault.open(PASSPHRASE)
    assert lists.read("favourites") == ("prison-outside",)


def test_a_list_moved_to_another_family_or_changed_on_the_disk_counts_as_empty(store, lists, desk, raw):
    family, other = desk.kept.family.id, Desk(store).kept.family.id
    lists.add("hidden", "teddy", family)
    lists.add("favourites", "bus")
    raw("UPDATE picture_lists SET id = ?, family = ? WHERE family = ?", f"hidden/{other}", other, family)
    raw("UPDATE picture_lists SET names = zeroblob(60) WHERE family IS NULL")
    assert lists.read("hidden", other) == lists.read("favourites") == ()


def test_a_familys_list_goes_with_the_familys_last_story(store, lists, desk, raw):
    lists.add("hidden", "teddy", desk.kept.family.id)
    lists.add("hidden", "bus")
    store.stories.erase(desk.story)
    assert raw("SELECT id FROM picture_lists") == [("hidden/everybody",)]


def test_a_list_has_an_end(lists, monkeypatch):
    monkeypatch.setattr(limits, "PICTURE_LIST", 2)
    for name in ("teddy", "bus"):
        lists.add("hidden", name)
    with pytest.raises(BadStory, match="room for 2"):
        lists.add("hidden", "key")


def test_a_backup_brings_the_lists_back_and_counts_a_damaged_one(store, lists, desk, raw, folder, tmp_path):
    lists.add("hidden", "teddy", desk.kept.family.id)
    out = tmp_path / "all.backup"
    backup.back_up(store, out)
    assert "damaged" not in backup.restore(out, tmp_path / "there", PASSPHRASE)
    assert (tmp_path / "there" / FILE).exists()
    raw("UPDATE picture_lists SET names = zeroblob(60)")
    backup.back_up(store, out)
    assert "1 part" in backup.restore(out, tmp_path / "elsewhere", PASSPHRASE)


def test_the_familys_last_panels_come_newest_first_from_all_their_stories(store, desk, clock, raw):
    family = desk.kept.family.id
    clock.pass_by(60)
    second = store.stories.add(make_story(1), family)
    clock.pass_by(60)
    desk.tell("Told last.", 1)
    Desk(store)
    assert [panel.words["en"] for panel in store.stories.last_panels(family, most=2)] == ["Told last.", "This is panel 1."]
    raw("UPDATE revisions SET body = zeroblob(200) WHERE story = ?", second)
    assert len(store.stories.last_panels(family)) == 3
