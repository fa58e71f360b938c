"""Talking together: agreed first, kept word for word, never in the child's copy, and written out for the family's file."""
import datetime
import re

import pytest

from tests.factories import make_story
from wordspics.story import Answer

TODAY = datetime.date.today()


@pytest.fixture
def talk(sam):
    """A story's first panel lies open for talking."""
    id = sam.begin(situation="living-with-aunty", child="Lily", spine="full")
    kept = sam.store.stories.load(id)
    sam.at = f"/stories/{id}/panels/{kept.story.panels[1].id}"
    sam.kept = lambda: sam.store.stories.load(id)
    sam.panel = lambda: sam.kept().story.panels[1]
    return sam


def agree(sam, **fields):
    return sam.send(f"/stories/{sam.kept().id}/talk/agreed", {"panel": sam.panel().id, "name": "Jo", "who": "", **fields})


def say(sam, words, **fields):
    rev = sam.kept().sheets[sam.panel().id].rev
    usual = {"words": words, "question": "What went well?", "on": str(TODAY), "who": "", "name": "Jo", "rev": rev, "answer": ""}
    return sam.send(f"{sam.at}/talk", {**usual, **fields})


def test_the_line_above_the_box_is_read_and_agreed_before_the_first_note(talk):
    assert "a court can ask to see it" in talk.visit(f"{talk.at}/talk").get_data(as_text=True)
    assert '<textarea class="field__input answer__words"' not in talk.text
    assert say(talk, "We love pancakes.").status_code == 422 and not talk.panel().answers
    assert agree(talk, name="").status_code == 422
    assert agree(talk).status_code == 303
    assert talk.kept().story.record.writing_down.by == "Jo"
    talk.visit(f"{talk.at}/talk")
    assert "a court can ask to see it" in talk.text and "Agreed with" in talk.text and "answer__words" in talk.text


def test_it_is_agreed_once_for_the_whole_story(talk):
    agree(talk)
    first = talk.kept().story.record
    agree(talk, name="Somebody else")
    assert talk.kept().story.record == first


def test_an_answer_is_kept_word_for_word_with_who_said_it_and_the_question_as_asked(talk):
    agree(talk)
    said = "She were always out.\nI rang and rang, like."
    who = next(p for p in talk.kept().story.cast.people if p.id == "mum")
    say(talk, said, who=who.id, question="Who worried first, would you say?", on="2025-05-02")
    assert talk.panel().answers == (Answer("Who worried first, would you say?", said, who.name, datetime.date(2025, 5, 2)),)
    assert "She were always out." in talk.visit(f"{talk.at}/talk").get_data(as_text=True)


def test_an_answer_can_be_changed_and_taken_away_and_is_kept_once_when_sent_twice(talk):
    agree(talk)
    say(talk, "One.")
    say(talk, "One.")
    say(talk, "Two.")
    assert [answer.words for answer in talk.panel().answers] == ["One.", "Two."]
    say(talk, "Two and a half.", answer="1")
    assert [answer.words for answer in talk.panel().answers] == ["One.", "Two and a half."]
    say(talk, "", answer="0")
    assert [answer.words for answer in talk.panel().answers] == ["Two and a half."]


def test_an_answer_from_an_old_page_stands_beside_what_was_written_since(talk):
    agree(talk)
    say(talk, "One.")
    answer = say(talk, "Two.", rev="1")
    assert answer.headers["Location"].endswith("/beside")
    assert [answer.words for answer in talk.panel().answers] == ["One."]


def test_a_change_from_an_old_page_is_made_to_the_answer_it_showed_and_to_no_other(talk):
    agree(talk)
    for words in ("One.", "Two.", "Three."):
        say(talk, words)
    old = talk.kept().sheets[talk.panel().id].rev
    say(talk, "", answer="0")
    say(talk, "Two and a half.", answer="1", rev=old)
    [other] = talk.store.sheets.beside(talk.kept().id)
    assert [answer.words for answer in talk.panel().answers] == ["Two.", "Three."]
    assert [answer.words for answer in other.body.answers] == ["Two and a half.", "Three."]


def test_a_number_from_nought_to_ten_is_part_of_the_answer(talk):
    agree(talk)
    say(talk, "Nan rings every night.", scale="6")
    say(talk, "", scale="0")
    say(talk, "No number.", scale="99")
    assert [a.words for a in talk.panel().answers] == ["6 out of 10\nNan rings every night.", "0 out of 10", "No number."]


def test_the_line_is_to_be_read_out_again_to_whoever_else_speaks(talk):
    agree(talk)
    talk.visit(f"{talk.at}/talk")
    assert "Read it out again to anybody else before you write for them." in talk.text


def test_questions_come_one_at_a_time_for_parents_and_for_carers(talk):
    def question():
        return re.search(r'id="question"[^>]*>([^<]+)', talk.text)[1]
    seen = []
    talk.visit(f"{talk.at}/talk")
    while True:
        seen.append(question())
        on = re.search(r'rel="next" href="([^"]+talk[^"]+)"', talk.text)
        if not on:
            break
        talk.visit(on[1].replace("&amp;", "&"))
    assert len(seen) == len(set(seen)) >= 2
    talk.visit(f"{talk.at}/talk?with=carer")
    assert question() not in seen
    talk.visit(f"{talk.at}/talk?topic=what-we-do-not-know-yet")
    assert "not know" in question()
    assert talk.visit(f"{talk.at}/talk?topic=nothing&at=99&answer=7").status_code == 200


def test_every_page_of_talk_has_the_safeguarding_card_one_tap_away(talk):
    talk.visit(f"{talk.at}/talk")
    assert "goes into the case record today" in talk.text and "follow your safeguarding procedure" in talk.text


def test_shorten_together_shows_the_answer_beside_the_panels_words_and_moves_nothing(talk):
    agree(talk)
    say(talk, "A very long answer about tea.")
    page = talk.visit(f"{talk.at}/shorten/0").get_data(as_text=True)
    assert "A very long answer about tea." in page and 'name="words"' in page and "word for word" in page
    assert talk.visit(f"{talk.at}/shorten/4").status_code == 303
    talk.send(talk.at, {"words": "There was no tea.", "rev": talk.kept().sheets[talk.panel().id].rev})
    assert talk.panel().words_in("en") == "There was no tea." and talk.panel().answers[0].words == "A very long answer about tea."


def test_only_the_adults_yes_makes_somebody_one_to_talk_to(talk):
    id, panel = talk.kept().id, talk.panel().id
    before = talk.kept().story.cast
    chosen = next(p.id for p in before.people if p.role == "aunty")
    talk.send(f"/stories/{id}/network", {"panel": panel, "topic": "who-loves-this-child", "yes": chosen, "name": "Coach Bea",
                                         "role": "family-friend", "new_yes": "yes"})
    people = {p.name: p for p in talk.kept().story.cast.people_to_talk_to}
    assert set(people) == {before.person(chosen).name, "Coach Bea"} and people["Coach Bea"].proposed
    talk.send(f"/stories/{id}/network", {"panel": panel, "topic": "who-loves-this-child"})
    assert not talk.kept().story.cast.people_to_talk_to


def test_a_name_that_is_in_the_story_already_is_said_and_the_ticks_beside_it_are_kept(talk):
    id, before = talk.kept().id, talk.kept().story.cast
    chosen = next(p for p in before.people if p.role == "aunty")
    talk.send(f"/stories/{id}/network", {"panel": talk.panel().id, "topic": "who-loves-this-child", "yes": chosen.id,
                                         "name": chosen.name.upper(), "role": "aunty", "new_yes": "yes"})
    assert talk.kept().story.cast == before.change(chosen.with_(can_talk_to=True))
    talk.follow()
    assert "nobody was added" in talk.text and "Kept." in talk.text


@pytest.mark.parametrize("odd", [{"topic": "a\r\nSet-Cookie: b"}, {"name": "\u202e\u200b"}, {"name": "x" * 5000}, {"panel": "gone"}])
def test_an_odd_form_about_the_network_changes_nobody(talk, odd):
    id, before = talk.kept().id, talk.kept().story.cast
    answer = talk.send(f"/stories/{id}/network", {"panel": talk.panel().id, "topic": "who-loves-this-child", "new_yes": "yes", **odd})
    assert answer.status_code in (303, 404) and talk.kept().story.cast == before


def test_the_notes_are_written_out_dated_and_with_a_neutral_name(talk):
    agree(talk)
    say(talk, "She were always out.")
    id = talk.kept().id
    assert "She were always out." in talk.visit(f"/stories/{id}/notes").get_data(as_text=True)
    answer = talk.visit(f"/stories/{id}/notes.txt")
    text = answer.get_data().decode("utf-8-sig")
    assert "“She were always out.”" in text and f"{TODAY.day} {TODAY:%B %Y}" in text and "Jo was asked: What went well?" in text
    assert 'filename="notes.txt"' in answer.headers["Content-Disposition"]


def test_deleting_a_story_says_that_its_notes_would_go(talk):
    id = talk.kept().id
    assert "save the notes first" not in talk.visit(f"/stories/{id}/delete").get_data(as_text=True)
    agree(talk)
    say(talk, "One.")
    assert "save the notes first" in talk.visit(f"/stories/{id}/delete").get_data(as_text=True)


def test_deleting_a_story_says_so_of_a_note_about_telling_as_well(talk):
    id = talk.kept().id
    talk.send(f"/stories/{id}/agree", {"what": "telling", "name": "Jo", "on": "2025-01-02", "note": "He asked for Dad."})
    assert "save the notes first" in talk.visit(f"/stories/{id}/delete").get_data(as_text=True)


def test_what_was_said_is_for_adults_only(talk):
    agree(talk)
    say(talk, "She were always out.")
    id = talk.kept().id
    talk.send(talk.at, {"words": "There was no tea.", "rev": talk.kept().sheets[talk.panel().id].rev})
    for page in range(14):
        assert "She were always out" not in talk.visit(f"/stories/{id}/read?page={page}").get_data(as_text=True)
    story = talk.kept().story.without_notes()
    assert not any(panel.answers or panel.asides for panel in story.panels)


def test_what_somebody_said_is_not_said_twice_when_a_panel_is_copied():
    story = make_story(1)
    said = story.panels[0].with_(answers=(Answer("Q", "A", "Jo", TODAY),))
    twice = story.change(said).duplicate_panel(said.id, "the-copy")
    assert twice.panel("the-copy").answers == () and twice.panel(said.id).answers == said.answers
