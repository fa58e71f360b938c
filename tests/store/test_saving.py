"""Saving a sheet: what is acknowledged stands, what does not fit is kept beside, and nothing happens twice."""
import hashlib
import threading

import pytest

from factories import fresh, make_panel
from tests.store.desk import Desk
from wordspics.store import Change
from wordspics.store.faults import Closed, MismatchedKey
from wordspics.story import BadStory, Missing, limits
from wordspics.story.sheet import write_sheet


def test_a_save_stands_and_says_what_it_kept(desk):
    body = write_sheet(desk.panel.tell("Lily\u00a0lives with Mum.  \r\n"))
    answer = desk.store.sheets.put(desk.story, desk.panel.id, body, 1, fresh())
    assert (answer.kind, answer.rev, answer.beside) == ("kept", 2, None)
    assert answer.body.words == {"en": "Lily lives with Mum."}, "the answer holds the tidied words"
    assert answer.sha256 == hashlib.sha256(body).hexdigest(), "the hash is of the body as it came"
    assert desk.words() == "Lily lives with Mum."


def test_words_written_on_an_old_revision_are_kept_beside_and_both_come_back(desk):
    desk.tell("Mum's words.", 1)
    answer = desk.tell("Dad's words.", 1)
    assert (answer.kind, answer.rev, answer.body.words["en"]) == ("beside", 2, "Mum's words.")
    assert (answer.beside.beside, answer.beside.body.words["en"]) == (2, "Dad's words.")
    assert desk.words() == "Mum's words."
    assert [kept.body.words["en"] for kept in desk.store.sheets.beside(desk.story)] == ["Dad's words."]


def test_an_alternative_is_closed_by_the_save_that_names_it_and_not_by_another(desk):
    desk.tell("Mum's words.", 1)
    beside = desk.tell("Dad's words.", 1).beside.rev
    later = desk.tell("Mum's words, later.", 2).rev
    assert len(desk.store.sheets.beside(desk.story)) == 1
    chosen = desk.tell("Both their words.", later, closes=[beside])
    assert chosen.kind == "kept" and desk.store.sheets.beside(desk.story) == []


def test_choosing_the_words_that_stand_closes_the_alternative_too(desk):
    desk.tell("Mum's words.", 1)
    beside = desk.tell("Dad's words.", 1).beside.rev
    assert desk.tell("Mum's words.", 2, closes=[beside]).rev > beside
    assert desk.store.sheets.beside(desk.story) == []


def test_somebody_who_types_on_beside_the_others_leaves_one_alternative_not_many(desk):
    desk.tell("Mum's words.", 1)
    first = desk.tell("Dad's w", 1).beside.rev
    desk.tell("Dad's words.", 1, closes=[first])
    assert [kept.body.words["en"] for kept in desk.store.sheets.beside(desk.story)] == ["Dad's words."]


def test_an_alternative_of_another_sheet_stays_open(desk):
    first, second, _ = desk.kept.story.panels
    for panel in (first, second):
        desk.tell("One.", 1, panel)
        desk.tell("Two.", 1, panel)
    desk.tell("Three.", 2, first, closes=[3])
    assert [kept.sheet for kept in desk.store.sheets.beside(desk.story)] == [second.id]


def test_the_same_words_from_both_sides_are_no_question(desk):
    assert desk.tell("The same.", 1).rev == 2
    answer = desk.tell("The same.", 1)
    assert (answer.kind, answer.rev) == ("kept", 2)
    assert desk.store.sheets.beside(desk.story) == []


def test_a_repeated_save_gets_the_same_answer_and_is_kept_once(desk, raw):
    key = fresh()
    first = desk.tell("Once.", 1, key=key)
    desk.tell("Twice.", 2)
    assert desk.tell("Once.", 1, key=key) == first
    assert desk.words() == "Twice."
    assert raw("SELECT count(*) FROM revisions WHERE sheet = ?", desk.panel.id) == [(3,)]


def test_a_repeated_save_that_stood_beside_is_still_beside_and_still_one(desk):
    desk.tell("Mum's words.", 1)
    key = fresh()
    assert desk.tell("Dad's words.", 1, key=key) == desk.tell("Dad's words.", 1, key=key)
    assert len(desk.store.sheets.beside(desk.story)) == 1


@pytest.mark.parametrize("other", [{"words": "Other words."}, {"rev": 2}, {"closes": [2]}])
def test_one_key_with_another_save_is_refused(desk, other):
    key, save = fresh(), {"words": "Words.", "rev": 1}
    desk.tell(**save, key=key)
    with pytest.raises(MismatchedKey):
        desk.tell(**{**save, **other}, key=key)


def test_one_key_in_two_stories_is_two_saves(desk):
    other, key = Desk(desk.store), fresh()
    assert desk.tell("Here.", 1, key=key).kind == other.tell("There.", 1, key=key).kind == "kept"


def test_a_new_panel_comes_and_a_second_one_of_the_same_id_stands_beside(desk):
    panel = make_panel("New.")
    put = desk.store.sheets.put
    assert put(desk.story, panel.id, write_sheet(panel), None, fresh()).rev == 1
    assert put(desk.story, panel.id, write_sheet(panel), None, fresh()).kind == "kept", "the same again is no question"
    assert put(desk.story, panel.id, write_sheet(panel.tell("Newer.")), None, fresh()).kind == "beside"
    assert desk.kept.story.panels[-1] == panel, "a panel the order does not name yet comes last"


def test_a_panel_that_went_comes_back_on_the_revision_that_took_it(desk):
    panel = desk.kept.story.panels[1]
    gone = desk.store.sheets.change(desk.story, [Change(panel.id, 1, None)], fresh())[0]
    assert gone.body is None and panel not in desk.kept.story.panels and panel.id not in desk.kept.sheets
    assert desk.store.sheets.read(desk.story, panel.id).body is None
    assert desk.tell("Back.", gone.rev, panel).kind == "kept"
    assert desk.kept.story.panels[1].words["en"] == "Back.", "and at its old place"


def test_words_typed_while_the_panel_went_are_kept_beside(desk):
    panel = desk.kept.story.panels[1]
    desk.store.sheets.change(desk.story, [Change(panel.id, 1, None)], fresh())
    answer = desk.tell("Typed meanwhile.", 1, panel)
    assert (answer.kind, answer.body) == ("beside", None)
    assert answer.beside.body.words["en"] == "Typed meanwhile."


def test_a_panel_somebody_wrote_on_does_not_go_behind_their_back(desk):
    desk.tell("Written meanwhile.", 1)
    answer = desk.store.sheets.change(desk.story, [Change(desk.panel.id, 1, None)], fresh())[0]
    assert (answer.kind, answer.rev, answer.beside) == ("beside", 2, None)
    assert desk.words() == "Written meanwhile."


def test_two_orders_merge_and_nobody_is_asked(store):
    desk = Desk(store, panels=5)
    order, put = desk.kept.story.order, desk.store.sheets.put
    one, two, three, four, five = order.panels
    put(desk.story, desk.kept.order_id, write_sheet(order.move(five, 0)), 1, fresh())
    answer = put(desk.story, desk.kept.order_id, write_sheet(order.move(one, 2)), 1, fresh())
    assert answer.kind == "kept" and answer.body.panels == (five, two, three, one, four)
    assert desk.kept.story.order == answer.body and desk.store.sheets.beside(desk.story) == []


def test_two_orders_merge_when_the_base_was_never_ours(desk):
    order = desk.kept.story.order
    answer = desk.store.sheets.put(desk.story, desk.kept.order_id, write_sheet(order.move(order.panels[2], 0)), 77, fresh())
    assert answer.kind == "kept" and set(answer.body.panels) == set(order.panels)


def test_several_sheets_change_together(desk):
    panel, new = desk.panel, make_panel("Second half.")
    order = desk.kept.story.order.insert(new.id, 1)
    answers = desk.store.sheets.change(desk.story, [
        Change(panel.id, 1, write_sheet(panel.tell("First half."))), Change(new.id, None, write_sheet(new)),
        Change(desk.kept.order_id, 1, write_sheet(order))], fresh())
    assert [answer.kind for answer in answers] == ["kept"] * 3
    assert [p.words["en"] for p in desk.kept.story.panels[:2]] == ["First half.", "Second half."]


def test_several_sheets_change_together_or_not_at_all(desk):
    one, two, _ = desk.kept.story.panels
    desk.tell("Somebody else.", 1, two)
    answers = desk.store.sheets.change(desk.story, [
        Change(one.id, 1, write_sheet(one.tell("Renamed one."))),
        Change(two.id, 1, write_sheet(two.tell("Renamed two.")))], fresh())
    assert [(a.kind, a.rev) for a in answers] == [("unchanged", 1), ("beside", 2)]
    assert [p.words["en"] for p in desk.kept.story.panels[:2]] == ["This is panel 1.", "Somebody else."]
    assert [kept.body.words["en"] for kept in desk.store.sheets.beside(desk.story)] == ["Renamed two."]


def test_one_bad_sheet_leaves_everything_as_it_was(desk, raw):
    before = raw("SELECT count(*) FROM revisions")
    changes = [Change(desk.panel.id, 1, write_sheet(desk.panel.tell("Fine."))), Change(fresh(), 4, write_sheet(make_panel()))]
    with pytest.raises(Missing):
        desk.store.sheets.change(desk.story, changes, fresh())
    assert raw("SELECT count(*) FROM revisions") == before and desk.words() == "This is panel 1."


def test_what_can_never_fit_is_refused_in_one_sentence(desk):
    kept, panel = desk.kept, desk.panel
    put, change = desk.store.sheets.put, desk.store.sheets.change
    refused = [
        (panel.id, write_sheet(kept.story.about), 1), (panel.id, write_sheet(make_panel()), 1),
        (kept.cast_id, write_sheet(panel), 1),
        (fresh(), write_sheet(kept.story.about), None), (panel.id, b"[" * 100_000, 1), (panel.id, b"\xff", 1), (panel.id, b"", 1),
        (panel.id, write_sheet(panel).replace(b"This is", b"\\ud800"), 1), (panel.id, b'{"kind":"panel"}', 1),
        (panel.id, b" " * (limits.SHEET_BYTES + 1), 1)]
    for sheet, body, rev in refused:
        with pytest.raises(BadStory) as told:
            put(desk.story, sheet, body, rev, fresh())
        assert str(told.value).endswith(".") and "\n" not in str(told.value)
    with pytest.raises(BadStory):
        change(desk.story, [Change(kept.about_id, 1, None)], fresh())
    with pytest.raises(BadStory):
        change(desk.story, [Change(panel.id, 1, None), Change(panel.id, 1, None)], fresh())
    with pytest.raises(BadStory):
        change(desk.story, [], fresh())
    with pytest.raises(BadStory):
        put(desk.story, panel.id, write_sheet(panel), 1, "no")
    assert desk.kept == kept


@pytest.mark.parametrize("words", ["5,000 characters " * 300, "Lily\x00", "\u202eLily", "👩‍👧 Lily"])
def test_odd_words_are_tidied_or_refused_and_never_half_kept(desk, words):
    body = write_sheet(desk.panel).replace(b"This is panel 1.", words.encode().replace(b"\x00", b"\\u0000"))
    try:
        kept = desk.store.sheets.put(desk.story, desk.panel.id, body, 1, fresh()).body
    except BadStory:
        assert len(words) > limits.WORDS and desk.words() == "This is panel 1."
    else:
        assert kept == desk.panel and "Lily" in desk.words() and not set("\x00\u202e") & set(desk.words())


def test_what_is_not_there_is_missing(desk):
    body = write_sheet(desk.panel)
    for story, sheet, rev in ((fresh(), desk.panel.id, 1), (desk.story, fresh(), 3)):
        with pytest.raises((Missing, BadStory)):
            desk.store.sheets.put(story, sheet, body, rev, fresh())
    with pytest.raises(Missing):
        desk.store.sheets.read(desk.story, fresh())


def test_a_story_has_room_for_so_many_panels_and_no_more(desk):
    for _ in range(limits.PANELS - 3):
        panel = make_panel("One more.")
        desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh())
    panel = make_panel("One too many.")
    with pytest.raises(BadStory, match="36 panels"):
        desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh())
    assert len(desk.kept.story.panels) == limits.PANELS


def test_nothing_can_be_saved_with_the_vault_closed(desk):
    panel = desk.panel
    desk.store.vault.close()
    with pytest.raises(Closed):
        desk.store.sheets.put(desk.story, panel.id, write_sheet(panel.tell("Late.")), 1, fresh())


def test_twenty_people_at_once_lose_nothing(desk):
    panel, answers = desk.panel, []
    def write(n: int) -> None:
        answers.append(desk.tell(f"Writer {n}.", 1, panel))
    writers = [threading.Thread(target=write, args=(n,)) for n in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    texts = {desk.words(panel)} | {kept.body.words["en"] for kept in desk.store.sheets.beside(desk.story)}
    assert texts == {f"Writer {n}." for n in range(20)}
    assert sorted(answer.kind for answer in answers) == ["beside"] * 19 + ["kept"]
