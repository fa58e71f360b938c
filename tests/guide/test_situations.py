"""All twelve situations: each whole with every shape of story, with its sources, and with something to check first."""
import collections
import itertools
import re

import pytest

from wordspics import guide
from wordspics.pictures import library

TWELVE = (
    "dad-not-at-home", "parent-died-by-suicide", "living-with-aunty", "going-home", "mental-ill-health", "alcohol-or-drugs",
    "parent-in-prison", "child-protection-plan", "new-foster-home", "adoption", "new-baby", "unexplained-injury")
SITUATIONS = guide.situations()
LONGEST_SENTENCE = 12            # words, for a child of 5 to 7
ALL_PARTS = {step.key for step in guide.spines()["full"].steps}


def steps_of(situation):
    return [step for spine in guide.spines() for step in guide.outline(situation, spine)]


def words_of(starter):
    return starter.replace("…", " ").split()


def test_all_twelve_are_there():
    assert set(SITUATIONS) == set(TWELVE)


@pytest.mark.parametrize("situation", TWELVE)
def test_a_situation_names_its_sources_what_it_is_for_and_whom_to_ask_first(situation):
    known = SITUATIONS[situation]
    assert len(known.sources) >= 3 and all(len(source) >= 10 for source in known.sources)
    assert any("practitioner to check" in source for source in known.sources), "what is general knowledge is said to be that"
    assert "\n" not in known.check and re.search(r"manager|lawyer", known.check), "one plain line"
    assert known.purpose.startswith("The child")


@pytest.mark.parametrize("situation", TWELVE)
def test_the_check_speaks_of_the_law_or_the_police_where_a_court_may_be_near(situation):
    check = SITUATIONS[situation].check
    if situation not in ("mental-ill-health", "parent-died-by-suicide"):
        assert re.search(r"lawyer|officer in the case", check), check
    if situation == "parent-died-by-suicide":
        assert "coroner" in check


@pytest.mark.parametrize("situation", TWELVE)
def test_the_card_says_what_to_settle_when_to_stop_what_to_hold_in_mind_and_what_comes_after(situation):
    card = SITUATIONS[situation].card
    assert len(card.settle) >= 6 and len(card.stop) >= 4 and len(card.remember) >= 5 and len(card.afterwards) >= 4


@pytest.mark.parametrize("situation", ("", *TWELVE))
def test_a_step_has_questions_for_worker_and_carer_starters_dos_and_donts_and_pictures(situation):
    for step in steps_of(situation):
        assert len(step.questions) >= 3 and len(step.carer_questions) >= 2 and len(step.starters) >= 2, step.key
        assert len(step.pictures) >= 2 and step.dos and step.donts, step.key
        assert all("?" in question for question in step.carer_questions), step.key
        assert not set(step.questions) & set(step.carer_questions), step.key


@pytest.mark.parametrize("situation", ("", *TWELVE))
def test_a_starter_is_the_beginning_of_a_short_sentence(situation):
    for starter in (starter for step in steps_of(situation) for starter in step.starters):
        assert "…" in starter and 1 <= len(words_of(starter)) <= LONGEST_SENTENCE - 3, starter


@pytest.mark.parametrize("situation", TWELVE)
def test_each_own_step_says_whose_work_it_does_and_the_story_has_its_bones(situation):
    parts = [step.part for step in SITUATIONS[situation].steps if step.part]
    assert set(parts) <= ALL_PARTS and len(parts) >= len(SITUATIONS[situation].steps) - 5
    assert {"good-times", "not-your-fault"} <= set(parts)
    assert parts[0] == "good-times", "it begins with something warm"


def test_no_two_situations_share_a_step_so_that_a_panel_finds_its_own():
    counted = collections.Counter(step.key for known in SITUATIONS.values() for step in known.steps)
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("situation", TWELVE)
def test_a_picture_that_is_wanted_is_told_in_plain_words(situation):
    for step in SITUATIONS[situation].steps:
        assert all(re.fullmatch(r"[a-z' -]+", query, re.I) for query in step.pictures), step.pictures


@pytest.mark.parametrize("situation", TWELVE)
def test_the_library_has_something_to_offer_at_every_step(situation):
    shelf = library.shelf()
    for spine in guide.spines():
        for step in guide.outline(situation, spine):
            assert any(shelf.search(query, most=1) for query in step.pictures), (step.key, step.pictures)


@pytest.mark.parametrize("situation", TWELVE)
def test_a_made_up_name_stands_for_one_person_and_nobody_proposed_is_left_out_of_the_examples(situation):
    known = SITUATIONS[situation]
    stand_ins = known.stand_ins
    everybody = [*stand_ins.children, *stand_ins.people, *stand_ins.died]
    assert len(set(everybody)) == len(everybody)
    for listed in stand_ins.talk_to:
        for name in re.split(r", | or ", listed):
            assert name in {*everybody, *(person.name for person in known.people)}, name


def test_unexplained_injury_gives_no_verdict_and_both_views_the_same_room():
    steps = {step.key: step for step in SITUATIONS["unexplained-injury"].steps}
    doctors, parents = steps["what-doctors-think"].example, steps["what-mum-and-dad-say"].example
    assert "think" in doctors and "say" in parents
    assert abs(len(doctors.split()) - len(parents.split())) <= 4
    for spine in guide.spines():
        for step in guide.outline("unexplained-injury", spine):
            assert not re.search(r"accident|on purpose|truth|lied|proved|must have", step.example, re.I), step.example
            if "doctors think a grown-up" in step.example:
                later = [s.example for s in guide.outline("unexplained-injury", spine)]
                assert any("Mum and Dad say" in example for example in later), "both views, in the same story"


def test_nobody_has_to_ask_a_brother_or_sister_what_they_saw():
    saw = re.compile(r"what did (the|your) (child|children|older child|brother|sister)\w* see\b", re.I)
    for step in SITUATIONS["unexplained-injury"].steps:
        for question in (*step.questions, *step.carer_questions):
            assert not saw.search(question), question


def test_the_families_on_the_cards_differ():
    looks = {key: [person.look for person in known.people] for key, known in SITUATIONS.items()}
    for key, people in looks.items():
        assert len({look.skin for look in people}) >= 4, key
        assert any(look.wheelchair or look.hearing_aid or look.stick or look.glasses or look.headwear for look in people), key
    everybody = list(itertools.chain(*looks.values()))
    assert {"hijab", "turban"} <= {look.headwear for look in everybody}
    assert any(look.build > 1.05 for look in everybody)
    assert len({look.hair for look in everybody}) >= 12
    assert any(look.wheelchair for look in everybody) and any(look.hearing_aid for look in everybody)


@pytest.mark.parametrize("situation", TWELVE)
def test_made_up_names_stand_only_where_a_familys_own_take_their_place(situation):
    known = SITUATIONS[situation]
    plain = {"Mum", "Dad", "Nan", "Gran", "Nana", "Grandma", "Grandad", "Aunty", "The judge", "The doctor"}
    made_up = {*known.stand_ins.children, *known.stand_ins.people, *(person.name for person in known.people)} - plain
    named = re.compile(rf"\b({'|'.join(map(re.escape, sorted(made_up)))})\b")
    for told in (*known.steps, *known.change.values()):
        for line in (told.title, told.purpose, *(told.questions or ()), *(told.carer_questions or ()), *(told.dos or ()),
                     *(told.donts or ())):
            assert not named.search(line or ""), line
    for line in (*known.titles, known.purpose, known.check, *known.card.settle, *known.card.stop, *known.card.remember,
                 *known.card.afterwards):
        assert not named.search(line), line


@pytest.mark.parametrize("situation", TWELVE)
def test_a_child_is_first_drawn_in_what_any_child_wears(situation):
    """Nobody has said yet whether it is Amina or Yusuf."""
    for look in SITUATIONS[situation].children:
        assert look.top not in ("dress", "sari") and look.bottom != "skirt" and not look.headwear and not look.tights, look
