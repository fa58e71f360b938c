"""Everything the guide offers for a child's page passes our own checker, at the age it is written for."""
import pytest

from wordspics import guide, words
from wordspics.guide.files import Guide

AGE = 6
SHARED = Guide().stand_ins


def names_of(situation):
    known = guide.situations().get(situation)
    told = (SHARED, known.stand_ins) if known else (SHARED,)
    people = [person.name for person in known.people] if known else []
    return [name for stand_ins in told for name in (*stand_ins.children, *stand_ins.people, *stand_ins.died)] + people


def offered(situation):
    """What may land on a child's page: examples, starters, titles."""
    for spine in guide.spines():
        for step in guide.outline(situation, spine):
            yield from (step.example, *step.starters)
    if situation in guide.situations():
        yield from guide.situations()[situation].titles


def alarms(text, names):
    return [(found.kind, found.found, text) for found in words.check(text, AGE, names) if not found.is_note]


@pytest.mark.parametrize("situation", ("", *guide.situations()))
def test_what_a_situation_offers_for_a_childs_page_is_free_of_words_that_harm(situation):
    names = names_of(situation)
    assert [alarm for text in dict.fromkeys(offered(situation)) for alarm in alarms(text, names)] == []


@pytest.mark.parametrize("situation", ("", *guide.situations()))
def test_no_example_is_long_for_a_child_of_six(situation):
    names = names_of(situation)
    for text in dict.fromkeys(offered(situation)):
        assert not any(found.kind == "long" for found in words.check(text, AGE, names)), text


def test_the_starters_of_the_prompts_are_as_careful():
    for prompt in guide.talk().prompts:
        for starter in prompt.starters:
            assert alarms(starter, names_of("")) == []
