"""Nothing readable on disk, and nothing changed on disk that is not noticed."""
import datetime
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factories import MARKERS, fresh, make_panel, make_person, make_story
from tests.store.desk import CHEAP, PASSPHRASE, Desk, picture
from tests.store.markers import disguises, find_markers
from wordspics.store import FILE, Store, backup
from wordspics.store.faults import Damaged, StoreFault
from wordspics.story import About, BadStory, Cast, Child, Missing
from wordspics.story.sheet import write_sheet


def told_with_markers():
    name, surname, thing = MARKERS
    return make_story().with_(
        about=About(title=f"Why {name} lives here", children=(Child(name, 6),)),
        cast=Cast(people=(make_person(name=surname), make_person("lily", name))),
        panels=(make_panel(f"{name} has a {thing}.", notes=f"Ask Mrs {surname}."), make_panel(f"{surname} {thing}")))


def test_no_word_or_name_lies_readable_in_use_nor_after_closing_nor_in_a_backup(folder, store, tmp_path):
    store.families.add(f"The {MARKERS[1]}s")
    story = store.stories.add(told_with_markers())
    panel = store.stories.load(story).story.panels[0]
    for n, rev in enumerate((1, 1, 2)):
        store.sheets.put(story, panel.id, write_sheet(panel.tell(f"{MARKERS[2]} {n}")), rev, fresh())
    backup.back_up(store, tmp_path / "all.backup")
    assert (folder / f"{FILE}-wal").stat().st_size, "the log is searched too"
    assert find_markers(folder, tmp_path / "all.backup") == []
    store.close()
    assert find_markers(folder) == []


def test_the_worker_and_the_passphrase_lie_nowhere_readable(folder):
    store = Store.open(folder, argon2=CHEAP)
    key = store.vault.found(MARKERS[0], f"{MARKERS[1]} and {MARKERS[2]}")
    assert find_markers(folder) == []
    lying = b"".join(file.read_bytes() for file in folder.iterdir())
    assert key.encode() not in lying and key.replace("-", "").encode() not in lying
    store.close()


def test_the_search_finds_a_marker_when_there_is_one(tmp_path):
    for n, form in enumerate(sorted(disguises(MARKERS[0]))):
        (tmp_path / f"{n}.bin").write_bytes(b"\x00\x01" + form + b"\x00")
    assert len({file for file, _ in find_markers(tmp_path)}) == n + 1


def test_the_same_words_never_look_the_same(desk, raw):
    panel, words = desk.panel, "The same words."
    for rev, said in enumerate([words, "x", words], start=1):
        desk.tell(said, rev, panel)
    bodies = [body for (body,) in raw("SELECT body FROM revisions")]
    digests = [digest for (digest,) in raw("SELECT digest FROM requests")]
    assert len(set(bodies)) == len(bodies) and len(set(digests)) == len(digests)


def test_a_changed_panel_is_named_by_its_number_and_its_last_good_words_are_offered(desk, raw):
    panel = desk.kept.story.panels[1]
    desk.tell("Good words.", 1, panel)
    desk.tell("Words about to be damaged.", 2, panel)
    (body,), = raw("SELECT body FROM revisions WHERE sheet = ? AND rev = 3", panel.id)
    raw("UPDATE revisions SET body = ? WHERE sheet = ? AND rev = 3", bytes([body[0] ^ 1]) + body[1:], panel.id)
    with pytest.raises(Damaged, match="Panel 2 of this story") as told:
        desk.kept
    assert told.value.sheet == panel.id
    good = desk.store.sheets.last_good(desk.story, panel.id)
    assert (good.rev, good.body.words["en"]) == (2, "Good words.")
    desk.store.sheets.put(desk.story, panel.id, write_sheet(good.body), 3, fresh())
    assert desk.kept.story.panels[1].words["en"] == "Good words."


def test_one_damaged_story_does_not_hide_the_others(store, raw):
    bad, good = Desk(store), Desk(store)
    raw("UPDATE revisions SET body = zeroblob(200) WHERE story = ?", bad.story)
    cards = {card.id: card for card in store.stories.cards()}
    assert cards[good.story].called == "Our story" and not cards[good.story].trouble
    assert "damaged" in cards[bad.story].trouble and cards[bad.story].first is None


SWAPS = [
    "UPDATE revisions SET body = (SELECT body FROM revisions r WHERE r.rev = 1 AND r.sheet = revisions.sheet) WHERE rev = 2",
    "UPDATE sheets SET rev = 1 WHERE rev = 2",
    "DELETE FROM revisions WHERE rev = 2",
    "UPDATE revisions SET gone = 1 WHERE rev = 2",
    "UPDATE revisions SET beside = 1 WHERE rev = 2",
    "PRAGMA foreign_keys = 0; DELETE FROM sheets WHERE rev = 2",
    "UPDATE sheets SET kind = 'version' WHERE rev = 2",
    "UPDATE families SET key = randomblob(60)",
    "UPDATE families SET name = randomblob(60)",
    "UPDATE stories SET mark = randomblob(29)",
]


@pytest.mark.parametrize("swap", SWAPS)
def test_a_row_turned_back_moved_or_taken_away_is_noticed(desk, raw, swap):
    desk.tell("The newest words.", 1)
    for statement in swap.split(";"):
        raw(statement)
    with pytest.raises(Damaged):
        desk.kept


def test_words_moved_from_another_story_of_the_same_family_are_noticed(store, raw):
    one = Desk(store)
    other = store.stories.add(make_story(), one.kept.family.id)
    (body,), = raw("SELECT body FROM revisions WHERE story = ? AND sheet = ?", other, store.stories.load(other).cast_id)
    raw("UPDATE revisions SET body = ? WHERE story = ? AND sheet = ?", body, one.story, one.kept.cast_id)
    with pytest.raises(Damaged, match="The cast"):
        one.kept


@pytest.mark.parametrize("at", ["1e200", "-1e200", "9e999"])
def test_a_time_made_absurd_hides_no_story_and_no_words(desk, raw, at):
    desk.tell("The newest words.", 1)
    desk.tell("Words kept beside.", 1)
    raw(f"UPDATE stories SET changed = {at}")
    raw(f"UPDATE revisions SET at = {at}")
    card, = desk.store.stories.cards()
    times = [card.changed.timestamp(), *(at for _, at in desk.store.sheets.history(desk.story, desk.panel.id)),
             *(other.at for other in desk.store.sheets.beside(desk.story))]
    assert all(datetime.datetime.fromtimestamp(at).year in range(1969, 2102) for at in times) and desk.words() == "The newest words."


def test_a_moved_picture_is_noticed(desk, raw):
    one, two = (desk.store.uploads.add(desk.story, picture(colour=colour)) for colour in ("red", "blue"))
    (sealed,), = raw("SELECT data FROM uploads WHERE id = ?", two)
    raw("UPDATE uploads SET data = ? WHERE id = ?", sealed, one)
    with pytest.raises(Damaged):
        desk.store.uploads.read(desk.story, one)
    desk.store.uploads.read(desk.story, two)


def read_everything(folder: Path, story: str):
    """What a person would be shown of this folder, or the sentence that says why not."""
    try:
        store = Store.open(folder, argon2=CHEAP)
    except StoreFault as fault:
        return str(fault)
    try:
        store.vault.open(PASSPHRASE)
        cards = [(card.id, card.called, card.about, card.cast, card.first, card.agreed)
                 for card in store.stories.cards() if not card.trouble]
        kept = store.stories.load(story)
        return cards, kept.story, kept.family, [store.sheets.beside(story)]
    except (StoreFault, Missing, BadStory) as fault:
        return str(fault)
    finally:
        store.close()


def test_flipped_bits_never_change_a_word_unnoticed(folder, store, tmp_path, long):
    desk = Desk(store, panels=2)
    desk.tell("Words somebody chose.", 1)
    desk.tell("Other words.", 1)
    store.close()
    whole, chance = (folder / FILE).read_bytes(), random.Random(7)
    right = read_everything(folder, desk.story)
    noticed = 0
    for n in range(1000 if long else 120):
        bits = bytearray(whole)
        for _ in range(20):
            bits[chance.randrange(100, len(bits))] ^= 1 << chance.randrange(8)
        place = tmp_path / f"flipped-{n}"
        place.mkdir()
        (place / FILE).write_bytes(bits)
        shown = read_everything(place, desk.story)
        if isinstance(shown, str):
            noticed += 1
            assert shown.endswith((".", "again."))
        else:
            assert shown[1:3] == right[1:3], "changed words were shown as if nothing had happened"
            assert all(card in right[0] for card in shown[0])
            assert all(kept._replace(at=0) in [one._replace(at=0) for one in right[3][0]] for kept in shown[3][0])
    assert noticed > 10, "the flips hit nothing that matters"


def test_a_file_that_is_no_longer_a_store_is_said_so(folder, store):
    store.close()
    (folder / FILE).write_bytes(b"this was a story once" * 400)
    with pytest.raises(Damaged):
        Store.open(folder, argon2=CHEAP)
    with closing(sqlite3.connect(folder / "other.db")) as other:
        assert other.execute("SELECT 1").fetchone() == (1,)
