"""Thoughts on the words, asked for while they are written: nothing kept, nothing logged, places counted as a browser counts."""
import json
import logging

import pytest

from tests.factories import make_cast, make_panel, make_story
from wordspics.story import About, Child
from wordspics.web.advice import UNREAD


@pytest.fixture
def asking(sam):
    story = make_story(0, about=About(children=(Child("Lily", 6),)), cast=make_cast())
    story = story.add_panel(make_panel("The judge said so.")).add_panel(make_panel(""))
    id = sam.store.stories.add(story)
    sam.kept = lambda: sam.store.stories.load(id)

    def ask(text, **more):
        sam.page = sam.client.post(f"/stories/{id}/words", data=json.dumps({"text": text, **more}), content_type="application/json",
                                   headers={"X-CSRFToken": sam.token, "Accept": "application/json"})
        return sam.page
    return ask


def test_a_workers_word_is_found_with_a_word_a_child_would_use(asking):
    told = asking("Now Lily has a new placement.").get_json()
    found = next(one for one in told["findings"] if one["found"] == "placement")
    assert found["kind"] == "jargon" and found["say"][0]["say"] == "home" and found["why"] and not found["is_note"]


def test_places_are_counted_as_a_browser_counts_them(asking):
    text = "😀👨‍👩‍👧 Now Lily has a new placement."
    found = next(one for one in asking(text).get_json()["findings"] if one["found"] == "placement")
    units = text.encode("utf-16-le")
    assert units[2 * found["start"]:2 * found["end"]].decode("utf-16-le") == "placement"
    word, sentence = found["say"]
    assert [units[2 * use["start"]:2 * use["end"]].decode("utf-16-le") for use in (word, sentence)] == ["placement", text[text.index("Now"):]]


def test_a_right_word_is_explained_where_it_is_met_first(asking, sam):
    first, second = (panel.id for panel in sam.kept().story.panels)
    assert [one["found"] for one in asking("The judge said so.", panel=first).get_json()["offers"]] == ["judge"]
    assert asking("The judge came again.", panel=second).get_json()["offers"] == []


def test_how_the_words_read_is_said_as_facts_for_the_childs_age(asking):
    assert asking("Lily lives with Nan. They have a cat.").get_json()["reading"] == [
        "8 words in 2 sentences; the longest has 4.", "For a child of 6: up to 12 words in a sentence, about 25 on a page at most."]


def test_words_of_another_language_are_left_alone(asking):
    assert asking("Mae gan Lily placement newydd.", language="cy").get_json() == {
        "findings": [], "offers": [], "reading": [], "unread": UNREAD.format("Welsh")}


def test_nothing_is_kept_and_no_word_reaches_a_log(asking, sam, caplog):
    before = sam.kept()
    with caplog.at_level(logging.DEBUG):
        asking("Zephyrine has a placement.")
    assert sam.kept() == before and "Zephyrine" not in caplog.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"text": 4}', b'{"text": "a", "more": 1}', b'{"text": "\\ud800"}', b'{"text": "' + b"a" * 50_000 + b'"}',
                                  b'{"text": "a", "language": "../.."}', b"\xff\xfe"])
def test_what_cannot_be_read_is_one_sentence(asking, sam, body):
    asking("a")
    answer = sam.client.post(sam.page.request.path, data=body, headers={"X-CSRFToken": sam.token, "Accept": "application/json"})
    assert answer.status_code in (413, 422) and answer.get_json()["sentence"]


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01", "Ａ" * 1_400, "ا" * 500, "\u202e\u202dabc", "💥" * 700, "." * 1_400, "a\n" * 700])
def test_any_text_is_taken(asking, text):
    assert asking(text).status_code == 200
