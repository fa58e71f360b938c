"""Whom the children live with: one aunty, two uncles, foster carers or a mum alone; every text of every situation speaks of them."""
import re

import pytest

from wordspics import guide, words
from wordspics.guide import Carer, Subject
from wordspics.guide.grammar import plural
from wordspics.guide.stand_ins import VERBS
from wordspics.story import About, Child

from .test_subject import MISMATCH, said_of

HOMES = {
    "Nanny Bee": (Carer("Nanny Bee", "nan"),),
    "Uncle Raj and Tom": (Carer("Uncle Raj", "uncle"), Carer("Tom", "family-friend")),
    "Kim and Bo": (Carer("Kim", "foster-carer"), Carer("Bo", "foster-carer")),
    "Jodie": (Carer("Jodie", "home-carer"),),
    "Mama": (Carer("Mama", "mum"),),
    "Mummy and Daddy": (Carer("Mummy", "mum"), Carer("Daddy", "dad"))}
ABOUT = {"nobody said": None, "Daddy": Subject("Daddy", "dad"), "Nanny Bee": Subject("Nanny Bee", "nan"), "Sam, a they": Subject("Sam", "someone", "they")}
SITUATIONS = guide.situations()
AT_HOME = [key for key, known in SITUATIONS.items() if known.home]


def begun(*situations, home, who=None, children=("Ann",), spine="full"):
    first, *also = situations
    about = About(children=tuple(Child(name, 6) for name in children), situation=first, also=tuple(also), spine=spine)
    return guide.begin(about, subject=who, home=home)


HELPED = re.compile(r"\b(do|does|did|can|could|may|shall|should|would|will|must|might|to|help|helps|let|lets|make|makes|not|or|and)\b", re.I)


def disagreeing(text: str, several: str, one: str) -> list[str]:
    """Verbs of one behind two names, and of several behind one."""
    found = [f"{several} {verb}" for verb in VERBS if verb != plural(verb) and re.search(rf"{several} {verb}\b", text)] if several else []
    found += [f"{verb} {several}" for verb in ("does", "Does") if several and f"{verb} {several}" in text]
    for sentence in re.split(r"(?<=[.?!:]) ", text):
        before, name, after = sentence.partition(f"{one} ")
        if name and not HELPED.search(before):
            found += [f"{one} {plural(verb)}" for verb in VERBS if verb not in ("reads", plural(verb)) and re.match(rf"{plural(verb)}\b", after)]
    return found


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_text_agrees_with_whom_the_children_live_with(situation, home):
    several = " and ".join(carer.name for carer in home) if len(home) > 1 else ""
    for who in ABOUT.values():
        story = begun(situation, home=home, who=who)
        assert {carer.name for carer in home} <= {person.name for person in story.cast.people if person.standing == "home"}
        assert len({person.id for person in story.cast.people}) == len(story.cast.people)
        for text in said_of(story):
            assert "{" not in text and not MISMATCH.search(text), text
            assert disagreeing(text, several, home[0].name if len(home) == 1 else "Nobody") == [], text


@pytest.mark.parametrize("home", HOMES.values(), ids=HOMES)
@pytest.mark.parametrize("situation", AT_HOME)
def test_nobody_made_up_is_left_at_home_and_what_is_offered_passes_our_own_checker(situation, home):
    known, story = SITUATIONS[situation], begun(situation, home=home)
    own = {person.name for person in story.cast.people}
    comes = guide.situation_of(story).may_take_home(story.about.home)
    made_up = {said for id in known.home for said in known.said_of(id)} - own if comes else set()
    for panel in story.panels:
        step = guide.step(situation, panel.purpose, story)
        for text in (step.title, step.purpose, step.example, *step.questions, *step.starters, *step.dos):
            assert not any(re.search(rf"\b{said}\b", text) for said in made_up), text
        for text in (step.example, *step.starters):
            assert [found.found for found in words.check(text, 6, [*own, *known.called]) if not found.is_note] == [], text


def test_titles_cards_and_people_follow_two_uncles():
    story = begun("living-with-aunty", home=HOMES["Uncle Raj and Tom"])
    told = guide.situation_of(story)
    assert told.titles[0] == "Why I live with Uncle Raj and Tom"
    assert [(person.name, person.standing) for person in told.people[:2]] == [("Uncle Raj", "home"), ("Tom", "home")]
    assert "Aunty" not in {person.name for person in story.cast.people}
    assert guide.step("living-with-aunty", "home-today", story).example.startswith("Ann, Uncle Raj and Tom live with Biscuit the dog.")


def test_a_grandma_at_home_is_the_one_the_file_has_near_as_well():
    story = begun("parent-in-prison", home=HOMES["Nanny Bee"])
    assert [person.name for person in story.cast.people if person.role == "nan"] == ["Nanny Bee"]
    assert guide.step("parent-in-prison", "home-without-dad", story).example.startswith("Nanny Bee looks after Ann. Nanny Bee makes tea")


def test_a_parent_who_drinks_and_is_at_home_is_one_person():
    story = begun("child-protection-plan", "alcohol-or-drugs", home=HOMES["Mummy and Daddy"], who=Subject("Daddy", "dad"))
    assert [(p.name, p.standing) for p in story.cast.people if p.role in ("mum", "dad")] == [("Mummy", "home"), ("Daddy", "home")]
    assert {p.name: p.id for p in guide.situation_of(story).people if p.role in ("mum", "dad")} == {"Mummy": "mum", "Daddy": "dad"}
    assert guide.step(story.about.situations, "what-it-does", story).example.startswith("Daddy drank")
    assert guide.step(story.about.situations, "proud-of-you", story).example.startswith("Mummy and Daddy love Ann.")


def test_who_they_live_with_can_be_said_later_and_a_new_name_is_followed():
    story = begun("unexplained-injury", home=())
    assert guide.step("unexplained-injury", "tonight", story).example.startswith("Tonight Ann and Alfie sleep at Grandma's.")
    aunty = story.cast.person("nan").with_(name="Aunty Di", role="aunty")
    renamed = story.with_(cast=story.cast.change(aunty))
    assert "sleep at Aunty Di's" in guide.step("unexplained-injury", "tonight", renamed).example
    moved = renamed.with_(about=renamed.about.with_(home=("social-worker",)))
    assert "sleep at Petra's" in guide.step("unexplained-injury", "tonight", moved).example


def test_one_of_two_proposed_who_is_left_out_leaves_a_verb_that_agrees():
    story = begun("new-foster-home", home=()).part_with("other-new-carer")
    tola = story.cast.person("new-carer").with_(name="Fola")
    story = story.with_(cast=story.cast.change(tola))
    assert guide.step("new-foster-home", "here-we-are", story).example.startswith("Now Ann lives with Fola.")


def test_two_mums_who_adopt_are_called_by_their_names_and_the_birth_mum_by_hers():
    home = (Carer("Mum Jo", "mum"), Carer("Mama Kate", "mum"))
    story = begun("adoption", home=home, who=Subject("Kelly", "mum"), children=("Ivy",))
    assert [(p.name, p.standing) for p in story.cast.people[1:4]] == [("Mum Jo", "home"), ("Mama Kate", "home"), ("Kelly", "not-seen")]
    assert guide.step("adoption", "home-with-us", story).example.startswith("Ivy lives with Mum Jo and Mama Kate.")
    assert guide.step("adoption", "letters-and-links", story).example.startswith("Mum Jo sends Kelly a letter")


def test_parents_who_live_with_the_baby_are_not_their_own_watchers():
    story = begun("unexplained-injury", home=HOMES["Mummy and Daddy"])
    assert guide.step("unexplained-injury", "the-rules", story).example.startswith("Grandma is in the room when Mummy and Daddy are.")


def test_whoever_was_hurt_stays_the_one_who_was_hurt_wherever_the_child_lives():
    story = begun("dad-not-at-home", home=HOMES["Nanny Bee"], who=Subject("Daddy", "dad"))
    assert guide.step("dad-not-at-home", "what-dad-did", story).example.endswith("He hit and hurt Mum.")


def test_a_name_the_family_shares_with_the_file_is_said_once_and_of_the_right_one():
    home = (Carer("Mum", "mum"), Carer("Dad", "dad"))
    story = begun("alcohol-or-drugs", home=home, who=Subject("Dad", "dad"), children=("Ann", "Bo"))
    asked = {person.name: person.standing_question for person in guide.situation_of(story).people}
    assert asked["Dad"] == "Do the children live with Dad now?" and asked["Mum"].startswith("Where does this person live")
    assert guide.step("alcohol-or-drugs", "talk", story).example.startswith("None of this was Ann and Bo's fault.")


def test_something_else_begins_with_whom_they_live_with():
    story = begun("", home=HOMES["Kim and Bo"], who=Subject("Dad", "dad"))
    assert [person.name for person in story.cast.people] == ["Ann", "Kim", "Bo", "Dad"]
    assert guide.step((), "everyone-now", story).example.startswith("Kim and Bo look after Ann.")
    assert guide.step((), "good-times", story).example.startswith("Kim and Bo love Ann.")
