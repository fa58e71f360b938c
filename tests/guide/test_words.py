"""The guide's own words: short enough for the child, and free of what must never be said."""
import re

import pytest

from wordspics import guide

LONGEST_SENTENCE, LONGEST_PANEL = 12, 25           # words, for a child of 5 to 7
NEVER = re.compile(r"""\b(
    lost|pass(ed|es|ing)?\saway|gone|asleep|sleeping|slept\saway|at\speace|watching\sover|a\sstar|in\sheaven
    |commit\w*|successful\w*|kill\w*|took\s\w+\sown\slife|chose\sto\s(die|leave)
    |because\sof\s(you|him|her|them|the\schild)|your\sfault\sif|naughty|bad|evil|lazy|useless|mad
    |addict\w*|abus\w*|violen\w*|junkie|drunk
    |promise\w*|for\sever|forever|always|never|definitely|soon|get\sbetter|all\sbetter|fine|everything\swill|last\schance
    |taken\saway|locked\sup|or\selse|if\syou\stell
    |placement|contact|LAC|looked-after|siblings?|respite|disclos\w*|incident|perpetrator|victim
    |safeguard\w*|assess\w*|engag\w*|referr\w*
    |fight(s|ing)?|fought|poorly|went\saway|working\saway|on\sholiday|accident|lucky|real\smum|gave\s\w+\sup
)\b""", re.X | re.I)
HOW = re.compile(r"""\b(
    pills?|tablets?|rope|hang\w*|hung|bridge|knife|cut|overdose|poison\w*|train|gun|jump\w*|drown\w*|garage|note|body\swas\sfound
)\b""", re.X | re.I)
NOBODYS_FAULT = re.compile(r"""(
    not\s\w+('s)?\s\w*\s?fault|nobody's\sfault|None\sof\sthis\swas\s\w+'s\sfault
    |(Nothing\swas|not)\sthe\schildren's\sfault|did\snothing\swrong
)""", re.X)


def examples():
    for situation in ("", *guide.situations()):
        for spine in guide.spines():
            for step in guide.outline(situation, spine):
                yield pytest.param(step.example, id=f"{situation or 'shared'}-{spine}-{step.key}")


def panels():
    for name in guide.examples():
        for panel in guide.example(name).panels:
            yield pytest.param(panel.words_in("en"), id=panel.id)


def sentences(words: str) -> list[str]:
    return [sentence for sentence in re.split(r"""(?<=[.!?])["”]?\s+""", words) if sentence]


@pytest.mark.parametrize("words", [*examples(), *panels()])
def test_a_six_year_old_can_take_it_in(words):
    assert len(words.split()) <= LONGEST_PANEL
    assert max(len(sentence.split()) for sentence in sentences(words)) <= LONGEST_SENTENCE


@pytest.mark.parametrize("words", [*examples(), *panels()])
def test_nothing_is_said_that_blames_frightens_or_misleads(words):
    assert not NEVER.search(words), NEVER.search(words)[0]


def test_nothing_a_child_may_read_about_suicide_says_how_or_why():
    situation = guide.situations()["parent-died-by-suicide"]
    for step in [*situation.steps, *(guide.step(situation.key, key) for key in situation.change)]:
        for words in (step.example, *step.pictures):
            assert not HOW.search(words), words
    for story in map(guide.example, guide.examples()):
        for panel in story.panels if story.about.situation == situation.key else ():
            assert not HOW.search(panel.words_in("en")), panel.words_in("en")


def test_the_words_for_a_death_say_that_he_died():
    for spine in guide.spines():
        assert any("has died" in step.example for step in guide.outline("parent-died-by-suicide", spine))


@pytest.mark.parametrize("name", guide.examples())
def test_every_example_says_whose_fault_it_was_not(name):
    assert NOBODYS_FAULT.search(" ".join(panel.words_in("en") for panel in guide.example(name).panels))


@pytest.mark.parametrize("situation", (*guide.situations(), ""))
@pytest.mark.parametrize("spine", guide.spines())
def test_every_story_says_whose_fault_it_was_not(situation, spine):
    said = " ".join(step.example for step in guide.outline(situation, spine))
    assert NOBODYS_FAULT.search(said)


def test_every_step_gives_an_adult_something_to_ask():
    for situation in guide.situations():
        for spine in guide.spines():
            for step in guide.outline(situation, spine):
                assert len(step.questions) >= 3, step.key
                assert sum("?" in question for question in step.questions) >= 2, step.questions
