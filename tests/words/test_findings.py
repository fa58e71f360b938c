"""What a finding says: the place, why, better words that are clean themselves; how long and hard words are noted by age."""
import re

import pytest

from wordspics import words
from wordspics.words.placing import uses
from wordspics.words.wordlist import open_lists

AGE = 6


def alarms(text, age=AGE):
    return [(finding.kind, finding.found) for finding in words.check(text, age) if not finding.is_note]


def test_a_finding_points_at_its_words_and_leaves_them_as_they_are():
    text = "Hello 😀. Your placement with Sue is near."
    finding = next(f for f in words.check(text, AGE) if f.kind == "jargon")
    assert text[finding.start:finding.end] == finding.found == "placement"
    assert finding.why.endswith(".") and "home" in finding.say and not finding.is_note and finding.key == "jargon:placement"


def test_a_swap_keeps_the_names_of_the_text_and_its_capital():
    (finding,) = [f for f in words.check("Placements change.", AGE) if f.kind == "jargon"]
    assert finding.say[0] == "Homes"
    finding = next(f for f in words.check("Mum took an overdose.", AGE) if f.kind == "suicide")
    assert finding.ask and all("{" not in choice for choice in finding.ask.choices)


@pytest.mark.parametrize(("text", "then"), [
    ("Mum is a criminal.", "Mum is somebody who did things that hurt."),
    ("Dad was an evil man.", "Dad was somebody who did things that hurt."),
    ("Mum is such a really bad person.", "Mum is somebody who did things that hurt."),
    ("Dad's a monster.", "Dad's somebody who did things that hurt."),
    ("He is such a bully.", "He is somebody who did things that hurt."), ("Lee is a thief.", "Lee is somebody who took things."),
    ("The abuser left.", "Somebody who did things that hurt left."),
    ("Mum is an alcoholic.", "Mum is somebody who found it very hard to stop drinking."),
    ("We met the others and an evil man.", "We met the others and somebody who did things that hurt.")])
def test_what_was_done_stands_where_what_somebody_is_stood_and_the_name_before_it_stays(text, then):
    finding = next(f for f in words.check(text, AGE) if f.kind == "blame")
    (taken, *_), _ = uses(text, finding)
    assert text[:taken.start] + taken.put + text[taken.end:] == then


def test_what_would_state_a_fact_is_a_question_with_choices():
    for text in ("Mum won't let Dad see you.", "Social workers took you.", "You were accommodated under section 20."):
        assert any(finding.ask and len(finding.ask.choices) > 1 for finding in words.check(text, AGE)), text


def offered():
    for rule in open_lists().rules:
        asked = rule.entry.ask.choices if rule.entry.ask else ()
        swapped = [better for _, several in rule.swaps for better in several]
        for said in dict.fromkeys((*swapped, *rule.entry.say, *asked)):
            yield pytest.param(re.sub(r"\{\w+\}", "Mum", said), id=f"{rule.kind}: {said}"[:70])


@pytest.mark.parametrize("said", list(offered()))
def test_every_swap_and_choice_passes_the_checker_itself(said):
    for text in (said, said.replace("____", "Nan")):
        assert not alarms(text) and not any(finding.kind == "long" for finding in words.check(text, AGE)), text


@pytest.mark.parametrize("said", [said for offer in open_lists().offers for said in offer.entry.says])
def test_every_explaining_sentence_passes_the_checker_itself(said):
    assert not alarms(said) and not any(finding.kind == "long" for finding in words.check(said, AGE))


def test_every_why_is_one_or_two_kind_sentences():
    for rule in open_lists().rules:
        assert rule.entry.why.endswith((".", "?")) and len(rule.entry.why) < 180
        assert not re.search(r"\b(error|invalid|wrong word|you must not|forbidden|not allowed)\b", rule.entry.why,
                             re.I), rule.entry.why


def test_a_right_word_is_explained_once_where_it_is_met_first():
    (offer,) = words.explain("The judge listened. The judge decided.")
    assert offer.found == "judge" and offer.start == 4 and "listens" in offer.says[0]
    assert not words.explain("The judge will look again.", ["The judge listened."])
    assert not words.explain("A judge is a person who decides.")
    assert [offer.found for offer in words.explain("This is called suicide. Dad went to prison.")] == ["prison"]


# ---- reading, by age ----

@pytest.mark.parametrize("age, most", [(4, 10), (5, 12), (7, 12), (8, 15), (11, 15), (12, 20), (17, 20)])
def test_a_sentence_may_be_as_long_as_the_child_can_follow(age, most):
    told = " ".join(["cat"] * most) + "."
    assert not any(f.kind == "long" for f in words.check(told, age))
    (finding,) = [f for f in words.check(told[:-1] + " cat.", age) if f.kind == "long"]
    assert finding.why.startswith(f"{most + 1} words in this sentence; try ") and finding.is_note


def test_hyphens_apostrophes_titles_and_quotes_do_not_cut_a_sentence():
    reading = words.reading("Mr. Reed's grown-ups didn't go. \"Come in!\" said Nan.\nThen tea", 6)
    assert [sentence.length for sentence in reading.sentences] == [5, 2, 2, 2]
    assert words.reading("", 6).words == 0


def test_many_words_on_one_panel_are_a_fact_not_an_alarm():
    told = "Nan has a cat. " * 7
    assert words.reading(told, 6).facts == ("28 words in this panel; 25 is the most at this age. Perhaps two panels?",)


def test_hard_words_are_noted_and_well_known_long_words_are_not():
    noted = {f.found for f in words.check("Grandmother approximately understood everybody at the hospital yesterday.", 6)
             if f.kind == "hard-word"}
    assert noted == {"approximately"}
    (finding,) = [f for f in words.check("Dad received a card.", 6) if f.kind == "hard-word"]
    assert finding.say == ("got",) and finding.is_note


def test_beats_are_counted_as_a_reader_hears_them():
    from wordspics.words.reading import syllables

    heard = {"home": 1, "table": 2, "played": 1, "wanted": 2, "something": 2, "being": 2, "family": 3, "hospital": 3,
             "radio": 3, "quiet": 2,
             "houses": 2, "judge": 1, "lonely": 2, "together": 3, "accommodated": 5, "responsibility": 6}
    assert {word: syllables(word) for word in heard} == heard


def test_a_grade_is_a_hint_for_a_whole_story_only():
    assert words.grade(["Nan has a cat."]) is None
    assert words.grade(["Nan has a red cat. Mum has a big dog."] * 15) < 1.5
