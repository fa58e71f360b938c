"""Whole stories: kept, shown on the home page, loaded, and erased for good."""
import datetime

import pytest

from factories import MARKERS, fresh, make_panel, make_scene, make_story
from tests.store.desk import CHEAP, PASSPHRASE, Desk, picture
from wordspics.store import FILE, LEDGER, Change, Store
from wordspics.story import About, BadStory, Child, Missing, Scene, Upload, Version
from wordspics.story.sheet import write_sheet


def test_a_story_comes_back_as_it_was_kept_under_ids_of_its_own(store):
    story = make_story(3)
    first = story.panels[0].id
    version = Version(id="v1", child="Lily", age=6, base={first: 9}, words={first: {"en": "Own words."}})
    id = store.stories.add(story.with_(versions=(version,)))
    kept = store.stories.load(id)
    assert [p.with_(id="") for p in kept.story.panels] == [p.with_(id="") for p in story.panels]
    assert (kept.story.about, kept.story.cast, kept.story.record) == (story.about, story.cast, story.record)
    assert not {p.id for p in kept.story.panels} & {p.id for p in story.panels}
    own = kept.story.versions[0]
    assert own.words == {kept.story.panels[0].id: {"en": "Own words."}} and own.base == {kept.story.panels[0].id: 1}
    kinds = sorted(mark.kind for mark in kept.sheets.values())
    assert kinds == ["about", "cast", "order", "panel", "panel", "panel", "record", "version"]
    singles = (kept.about_id, kept.cast_id, kept.order_id, kept.record_id)
    assert [kept.sheets[id].kind for id in singles] == ["about", "cast", "order", "record"]


def test_one_story_can_be_kept_twice(store):
    story = make_story(2)
    one, two = store.stories.add(story), store.stories.add(story)
    assert one != two and not store.stories.load(one).sheets.keys() & store.stories.load(two).sheets.keys()


def test_a_story_brings_its_pictures(store):
    story = make_story(1).with_(panels=(make_panel(scene=Scene(items=(Upload(id="u1", picture="from-elsewhere"),))),))
    id = store.stories.add(story, pictures={"from-elsewhere": picture()})
    shown = store.stories.load(id).story.panels[0].scene.items[0].picture
    assert shown != "from-elsewhere" and store.uploads.read(id, shown) == picture()


def test_a_story_without_the_picture_it_shows_is_refused_whole(store, raw):
    story = make_story(2).with_(panels=(make_panel(), make_panel(scene=Scene(items=(Upload(id="u1", picture="lost"),)))))
    with pytest.raises(BadStory, match="Panel 2"):
        store.stories.add(story)
    assert raw("SELECT count(*) FROM stories") == raw("SELECT count(*) FROM families") == [(0,)]


def test_a_story_joins_a_family_or_founds_one_named_after_its_children(store):
    family = store.families.add("The Tuesday family")
    one = store.stories.add(make_story(), family.id)
    two = store.stories.add(make_story(about=About(children=(Child("Lily", 6), Child("Sam", 9), Child("Mo", 2)))))
    three = store.stories.add(make_story(about=About()))
    names = ["The Tuesday family", "Lily, Sam and Mo", "A family"]
    assert [store.stories.load(id).family.name for id in (one, two, three)] == names == [f.name for f in store.families.all()]
    with pytest.raises(Missing):
        store.stories.add(make_story(), fresh())
    with pytest.raises(BadStory):
        store.families.add("  ")


def test_cards_tell_what_the_home_page_shows_newest_first(store, clock):
    first = Desk(store)
    clock.pass_by(60)
    second = Desk(store)
    clock.pass_by(60)
    record = first.kept.story.record.agree("Mum", datetime.date(2026, 11, 21)).tell("Mum", datetime.date(2026, 11, 22))
    store.sheets.put(first.story, first.kept.record_id, write_sheet(record), 1, fresh())
    store.sheets.change(first.story, [Change(first.panel.id, 1, None)], fresh())
    cards = store.stories.cards()
    assert [card.id for card in cards] == [first.story, second.story]
    top = cards[0]
    assert (top.called, top.panels, top.told, top.agreed) == ("Our story", 2, True, True)
    assert top.first == first.kept.story.panels[0] and top.cast == first.kept.story.cast and top.family == first.kept.family
    assert top.changed.timestamp() == clock.now and not cards[1].told


def test_a_story_that_is_not_there_is_missing(store):
    for verb in (store.stories.load, store.stories.erase, store.sheets.beside):
        with pytest.raises(Missing):
            verb(fresh())


def rows_of(raw) -> dict[str, int]:
    tables = ("families", "stories", "sheets", "revisions", "uploads", "requests")
    return {table: raw(f"SELECT count(*) FROM {table}")[0][0] for table in tables}


def test_erasing_leaves_nothing_but_a_line_without_names(folder, store, raw):
    desk = Desk(store)
    desk.store.uploads.add(desk.story, picture())
    desk.tell(MARKERS[0], 1)
    desk.tell(MARKERS[1], 1)
    sealed = [bytes(body) for (body,) in raw(
        "SELECT body FROM revisions UNION ALL SELECT data FROM uploads UNION ALL SELECT key FROM families")]
    store.stories.erase(desk.story)
    assert set(rows_of(raw).values()) == {0}
    for path in (folder / FILE, folder / f"{FILE}-wal"):
        data = path.read_bytes()
        assert not any(body[:40] in data for body in sealed), "not even the sealed words linger"
    ledger = (folder / LEDGER).read_text()
    assert ledger.count(desk.story) == 1 and len(ledger.splitlines()) == 2 and "Lily" not in ledger
    with pytest.raises(Missing):
        desk.kept


def test_erasing_one_story_leaves_the_other_of_the_same_family(store, raw):
    one = Desk(store)
    family = one.kept.family
    two = store.stories.add(make_story(), family.id)
    store.stories.erase(one.story)
    assert store.stories.load(two).family == family and rows_of(raw)["families"] == 1
    store.stories.erase(two)
    assert store.families.all() == []


def test_an_older_file_put_back_by_hand_is_brought_up_to_date(folder, store):
    desk, other = Desk(store), Desk(store)
    store.close()
    older = (folder / FILE).read_bytes()
    store = Store.open(folder, argon2=CHEAP)
    store.stories.erase(desk.story)
    store.close()
    (folder / FILE).write_bytes(older)
    store = Store.open(folder, argon2=CHEAP)
    store.vault.open(PASSPHRASE)
    assert [card.id for card in store.stories.cards()] == [other.story]
    store.close()


def test_a_ledger_cut_short_or_lost_is_written_again(folder, store):
    desk = Desk(store)
    store.stories.erase(desk.story)
    whole = (folder / LEDGER).read_text()
    for damaged in (whole[:-20], "", "[1]\n{}\n"):
        (folder / LEDGER).write_text(damaged)
        store.ledger.settle()
        assert desk.story in (folder / LEDGER).read_text() and whole.splitlines()[0] in (folder / LEDGER).read_text()


def test_a_changed_scene_is_kept_too(desk):
    panel = desk.panel.show(make_scene(place="kitchen"))
    desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), 1, fresh())
    assert desk.panel.scene.place == "kitchen"
