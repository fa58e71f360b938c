"""A panel with too many words made into two, and put together again: on plain forms, whatever another window does."""
import datetime
import re
from uuid import uuid4

import pytest

from wordspics import guide
from wordspics.story import Answer
from wordspics.story.sheet import write_sheet
from wordspics.web.splitting import pieces_of

FIRST, REST = "Grandad was worried about Lily. ", "So was Aunty Jo, and Miss Reed at school. Mummy was worried too."


@pytest.fixture
def lily(sam):
    """Sam with Lily's second panel to split: `sam.story` and `sam.panel` are ids, `sam.at` is the panel's address."""
    story = guide.example("lily")
    worried = story.panels[1].with_(notes="Mum said so.", answers=(Answer("Who?", "Grandad.", "Mum", datetime.date(2026, 1, 2)),))
    sam.story = sam.store.stories.add(story.change(worried.tell("Wszyscy się martwili.", "pl")).with_(about=story.about.speak("pl")))
    sam.panel = kept(sam).story.panels[1].id
    sam.at = f"/stories/{sam.story}/panels/{sam.panel}"
    return sam


def kept(visitor):
    return visitor.store.stories.load(visitor.story)


def split(visitor, first=FIRST, rest=REST, rev=None):
    return visitor.send(f"{visitor.at}/split", {"first": first, "rest": rest, "rev": rev or kept(visitor).sheets[visitor.panel].rev})


def change_elsewhere(visitor, words: str) -> None:
    now = kept(visitor)
    panel = now.story.panel(visitor.panel).tell(words)
    visitor.store.sheets.put(visitor.story, panel.id, write_sheet(panel), now.sheets[panel.id].rev, str(uuid4()))


def test_a_page_offers_every_place_between_two_sentences(lily):
    lily.visit(f"{lily.at}/split")
    assert re.findall(r'name="first" value="([^"]*)"', lily.text) == [FIRST, FIRST + "So was Aunty Jo, and Miss Reed at school. "]
    assert re.findall(r'name="rest" value="([^"]*)"', lily.text)[0] == REST


@pytest.mark.parametrize("words, pieces", [
    ("", []), ("Lily", ["Lily"]), ("Lily sings. Mum claps!", ["Lily sings. ", "Mum claps!"]), ("Lily sings,\nand Mum", ["Lily sings,\n", "and Mum"]),
    ("Lily sings, and Mum claps.", ["Lily sings, ", "and Mum claps."]), ("Lily sings", ["Lily ", "sings"]), ("One. ", ["One. "])])
def test_words_are_parted_where_they_pause(words, pieces):
    assert pieces_of(words) == pieces


def test_the_rest_of_the_words_go_into_a_second_panel_right_behind_and_nothing_is_lost(lily):
    before = kept(lily).story
    assert split(lily).status_code == 303
    after = kept(lily).story
    first, second = after.panels[1:3]
    assert (first.words_in("en"), second.words_in("en")) == (FIRST.strip(), REST)
    assert second.scene == first.scene == before.panels[1].scene
    assert (first.notes, first.answers, first.words_in("pl")) == (before.panels[1].notes, before.panels[1].answers, "Wszyscy się martwili.")
    assert (second.notes, second.answers, second.words_in("pl")) == ("", (), "")
    assert after.panels[3:] == before.panels[2:]
    lily.follow()
    assert "Panel 3 of 11" in lily.text and "The words in Polish are all still with panel 2." in lily.text


def test_the_two_are_put_together_again_as_if_nothing_had_been(lily):
    before = kept(lily).story
    split(lily)
    second = kept(lily).story.panels[2].id
    lily.follow()
    assert "Put them together" in lily.text
    lily.send(f"/stories/{lily.story}/panels/{second}/join", {"first": lily.panel})
    assert kept(lily).story == before


@pytest.mark.parametrize("which", [1, 2])
def test_two_panels_that_somebody_went_on_with_are_not_put_together(lily, clock, which):
    split(lily)
    clock.pass_by(minutes=1)
    address, now = lily.page.headers["Location"], kept(lily)
    first, second = (now.story.panels[n] for n in (1, 2))
    touched = now.story.panels[which].tell("Something new.")
    lily.store.sheets.put(lily.story, touched.id, write_sheet(touched), now.sheets[touched.id].rev, str(uuid4()))
    assert "Put them together" not in lily.visit(address).get_data(as_text=True)
    lily.send(f"/stories/{lily.story}/panels/{second.id}/join", {"first": first.id})
    lily.follow()
    assert "both were left as they are" in lily.text
    assert kept(lily).story.panels[which] == touched and len(kept(lily).story.panels) == 11


def test_panels_that_were_never_one_are_not_put_together(lily):
    before = kept(lily).story
    lily.send(f"/stories/{lily.story}/panels/{before.panels[4].id}/join", {"first": lily.panel})
    assert kept(lily).story == before
    assert lily.send(f"/stories/{lily.story}/panels/{before.panels[4].id}/join", {"first": "nobody"}).status_code == 404


def test_a_page_from_before_another_windows_change_splits_nothing(lily):
    rev = kept(lily).sheets[lily.panel].rev
    change_elsewhere(lily, "The other window's words. All of them.")
    before = kept(lily).story
    split(lily, rev=rev)
    lily.follow()
    assert "nothing was split" in lily.text and kept(lily).story == before
    assert lily.store.sheets.beside(lily.story) == [], "half of the words never stand beside the whole of them"


@pytest.mark.parametrize("first, rest", [("", REST), (FIRST, "  "), ("", "")])
def test_a_half_without_words_is_refused_in_a_sentence(lily, first, rest):
    before = kept(lily).story
    assert split(lily, first, rest).status_code == 422
    assert "Choose a place between two words" in lily.text and kept(lily).story == before


def test_a_full_story_is_not_split_and_says_so(lily):
    for _ in range(26):
        lily.send(f"/stories/{lily.story}/panels", {"after": ""})
    assert split(lily).status_code == 422 and "36 panels" in lily.text


def test_words_too_many_for_one_panel_come_back_whole_and_none_is_lost(lily):
    rev, before, many = kept(lily).sheets[lily.panel].rev, kept(lily).story, "Lily sings. " * 200
    answer = lily.send(lily.at, {"words": many, "words-pl": "Lila śpiewa.", "notes": "Mum's idea.", "rev": rev})
    assert answer.status_code == 422 and "the most is 1,500" in lily.text
    assert many in lily.text and "Lila śpiewa." in lily.text and "Mum&#39;s idea." in lily.text
    assert kept(lily).story == before
    lily.send(lily.at, {"words": "Lily sings.", "words-pl": "Lila śpiewa.", "notes": "Mum's idea.", "rev": rev, "then": "split"})
    assert lily.page.headers["Location"] == f"{lily.at}/split"
    assert kept(lily).story.panels[1].words == {"en": "Lily sings.", "pl": "Lila śpiewa."}
