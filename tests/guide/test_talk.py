"""Talking together: the line above the box, prompts at the right steps, and nothing that claims what is not ours."""
import re

import pytest

from wordspics import guide
from wordspics.story import About, Child

TALK = guide.talk()
SHARED = {step.key for spine in guide.spines().values() for step in spine.steps}


def at(situation, key):
    return {prompt.key for prompt in TALK.at(guide.step(situation, key))}


def test_the_line_above_the_box_stands_as_it_was_agreed():
    assert TALK.before == ("I write down what you say so that the words stay yours. "
                           "It is kept with your family's record; a court can ask to see it.")
    assert TALK.harm == "Anything new about harm goes into the case record today, not only here."


def test_every_prompt_is_whole_and_stands_at_steps_there_are():
    keys = [prompt.key for prompt in TALK.prompts]
    assert len(set(keys)) == len(keys)
    for prompt in TALK.prompts:
        assert len(prompt.questions) >= 3 and len(prompt.carer_questions) >= 2 and prompt.purpose
        assert set(prompt.at) <= SHARED, prompt.key
        assert all("?" in question for question in prompt.carer_questions)


def test_what_goes_well_what_we_worry_about_and_what_needs_to_happen():
    assert [prompt.key for prompt in TALK.habits] == ["going-well", "worried-about", "what-was-done", "needs-to-happen"]
    assert "going-well" in at("", "good-times")
    assert {"worried-about", "what-was-done"} <= at("alcohol-or-drugs", "what-it-does")
    assert "needs-to-happen" in at("child-protection-plan", "what-is-changing")


def test_a_scale_says_what_its_two_ends_mean():
    for scale in TALK.scaling:
        assert scale.nought and scale.ten and scale.nought != scale.ten
        assert any("0 to 10" in question for question in scale.questions)
        assert any("higher" in question for question in scale.questions)


def test_a_low_number_on_safety_is_answered_at_once_and_kindly():
    [safe] = [scale for scale in TALK.scaling if scale.key == "how-safe"]
    assert "today" in safe.low and "Thank you" in safe.low


def test_the_network_question_asks_who_loves_this_child_and_who_might_learn_to():
    asked = " ".join(TALK.network.questions)
    assert "Who loves this child?" in asked and "Who might learn to love this child" in asked
    assert any("said yes" in said for said in (*TALK.network.questions, *TALK.network.dos)), "only after their own yes"
    assert TALK.network.key in at("new-baby", "talk") and TALK.network.key in at("dad-not-at-home", "safe-people")


def test_safe_uncertainty_has_its_three_parts_in_order():
    assert [prompt.key for prompt in TALK.uncertainty] == ["what-we-know", "what-we-do-not-know-yet", "who-is-finding-out"]
    assert {prompt.key for prompt in TALK.uncertainty} <= at("going-home", "step-by-step")
    assert {"what-we-know", "who-is-finding-out"} <= at("parent-died-by-suicide", "what-we-do-not-know")


def test_there_is_room_for_the_childs_own_words_and_questions():
    assert {prompt.key for prompt in TALK.child} == {"what-they-ask", "in-their-own-words", "while-reading"}
    assert "what-they-ask" in at("adoption", "cover") and "while-reading" in at("adoption", "talk")
    assert any("harm" in said and "procedure" in said for prompt in TALK.child for said in prompt.donts)


@pytest.mark.parametrize("situation", guide.situations())
def test_every_situation_gets_help_from_the_prompts(situation):
    for spine in guide.spines():
        helped = [step for step in guide.outline(situation, spine) if TALK.at(step)]
        assert len(helped) >= len(guide.outline(situation, spine)) / 2, (situation, spine)


def test_no_trademark_is_used_and_no_effect_is_claimed():
    said = " ".join([TALK.before, TALK.harm, *TALK.shorten,
                     *(line for prompt in TALK.prompts for line in
                       (prompt.title, prompt.purpose, *prompt.questions, *prompt.carer_questions, *prompt.starters, *prompt.dos,
                        *prompt.donts))])
    assert not re.search(r"signs of safety|social stor(y|ies)|immediate story|three houses|safety house|safety plan\b|harm matrix"
                         r"|proven|evidence-based|works\b", said, re.I)


def test_a_long_answer_is_shortened_together_and_not_for_them():
    assert len(TALK.shorten) >= 4 and any("word for word" in line for line in TALK.shorten)


def test_what_would_hurt_is_not_asked_after_a_suicide_or_an_unexplained_injury():
    for situation, unasked in (("parent-died-by-suicide", {"what-was-done", "worried-about", "how-safe"}),
                               ("unexplained-injury", {"what-was-done", "worried-about"})):
        story = guide.begin(About(children=(Child("Robin", 6),), situation=situation))
        steps = [None, *(guide.step(story.about.situations, panel.purpose) for panel in story.panels)]
        shown = {prompt.key for step in steps for prompt in guide.prompts(step, story)}
        assert shown and not shown & unasked
    story = guide.begin(About(children=(Child("Robin", 6),), situation="going-home"))
    assert "what-was-done" in {prompt.key for prompt in guide.prompts(None, story)}
