"""Whom a story is about: Mum, Dad, Nan, a brother, or Sam who is a they; every text of every situation, alone and blended."""
import re

import pytest

from wordspics import guide, words
from wordspics.guide import Subject
from wordspics.guide.files import HOME, Guide
from wordspics.guide.grammar import SAID, plural
from wordspics.guide.subject import subject_of
from wordspics.story import About, Child, Person

ABOUT_SOMEBODY = [key for key, known in guide.situations().items() if known.about]
WHO = {"Mummy": Subject("Mummy", "mum"), "Daddy": Subject("Daddy", "dad"), "Nanny Bee": Subject("Nanny Bee", "nan"),
       "Sam": Subject("Sam", "someone", "they"), "Jay": Subject("Jay", "brother"), "Jas, a she": Subject("Jas", "mums-partner", "she")}
PRONOUNS = {word: said for said, forms in SAID.items() if said != "they" for word in forms}
BARE = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b(?![^{}]*\})", re.IGNORECASE)
MISMATCH = re.compile(r"\b(they (is|was|has|does|comes|talks|belongs)|(?<!did )(he|she) (are|were|have|do|come|talk|belong))\b", re.IGNORECASE)


def begun(*situations, who=None, spine="full", children=("Ann", "Bo")):
    first, *also = situations
    about = About(children=tuple(Child(name, 6) for name in children), situation=first, also=tuple(also), spine=spine)
    return guide.begin(about, subject=who)


def texts_of(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for one in value for text in texts_of(one)]
    return []


def said_of(story) -> list[str]:
    """Everything the guide says to somebody who makes this story."""
    known = guide.situation_of(story)
    card = known.card
    said = [known.purpose, known.check, *known.titles, *card.settle, *card.stop, *card.remember, *card.afterwards,
            *(person.standing_question for person in known.people), *(person.name for person in known.people)]
    for spine in guide.spines():
        for at in guide.open_guide().outline(story.about.situations, spine, subject_of(story)):
            said += texts_of(_fields(guide.step(story.about.situations, at.key, story)))
    return said


def _fields(step) -> list:
    return [getattr(step, field) for field in step.__struct_fields__ if field not in ("key", "part", "pictures")]


def left_over(story, who: Subject) -> list[str]:
    """Texts with somebody else's small words, a verb that does not agree, or a brace."""
    own = who.pronouns
    found = []
    for text in said_of(story):
        strange = {word for word in re.findall(r"\w+", text.lower()) if word in PRONOUNS and word not in own}
        if strange or MISMATCH.search(text) or "{" in text:
            found.append(text)
    return found


@pytest.mark.parametrize("who", WHO.values(), ids=WHO)
@pytest.mark.parametrize("situation", ABOUT_SOMEBODY)
def test_every_text_speaks_of_whom_it_is_about_and_of_nobody_else(situation, who):
    story = begun(situation, who=who)
    assert story.about.who and story.cast.person(story.about.who).name == who.name
    assert left_over(story, who) == []
    made_up = guide.situations()[situation]
    own = made_up.person(made_up.about)
    freed = {person.role for person in made_up.people} - {own.role}
    if who.role not in freed:                                           # nobody has taken the made-up one's place
        pattern = re.compile(rf"\b{own.name}\b")
        shared = {text for key in Guide(HOME).steps for text in texts_of(_fields(guide.step((), key, story)))}
        assert [text for text in said_of(story) if pattern.search(text) and text not in shared and own.role != who.role
                and not any(f"{own.name} {word}" in text for word in ("or Dad", "and Dad"))] == []


@pytest.mark.parametrize("who", WHO.values(), ids=WHO)
@pytest.mark.parametrize("situation", ABOUT_SOMEBODY)
def test_what_is_offered_for_a_childs_page_still_passes_our_own_checker(situation, who):
    story = begun(situation, who=who, children=("Ann",))
    names = [person.name for person in story.cast.people] + [said for s in (guide.situation_of(story), ) for said in s.stand_ins.people]
    for panel in story.panels:
        step = guide.step(story.about.situations, panel.purpose, story)
        for text in (step.example, *step.starters):
            assert [f.found for f in words.check(text, 6, [*names, who.name]) if not f.is_note] == [], text


@pytest.mark.parametrize("second", ABOUT_SOMEBODY)
@pytest.mark.parametrize("first", ABOUT_SOMEBODY)
def test_a_blend_speaks_of_the_same_one_throughout(first, second):
    if first == second:
        return
    for who in (WHO["Mummy"], WHO["Sam"]):
        story = begun(first, second, who=who)
        assert left_over(story, who) == []
        assert sum(person.name == who.name for person in story.cast.people) == 1


def test_where_mum_is_in_prison_dad_is_at_home():
    story = begun("parent-in-prison", who=Subject("Mummy", "mum"))
    standing = {person.name: person.standing for person in story.cast.people}
    assert (standing["Mummy"], standing["Dad"]) == ("not-seen", "home")
    assert "Why Mummy is not at home" in guide.situation_of(story).titles
    said = guide.step(story.about.situations, "home-without-dad", story)
    assert said.example.startswith("Dad looks after Ann and Bo.")
    assert "What will be different when she comes back" in said.questions[2]
    assert guide.situation_of(story).person("mum").standing_question.startswith("Who is in prison")


def test_somebody_whose_pronoun_is_they_has_verbs_that_agree():
    story = begun("mental-ill-health", who=Subject("Sam", "someone"))
    assert "Now they talk to Femi" in guide.step(story.about.situations, "who-helps-dad", story).example
    assert [plural(verb) for verb in ("is", "was", "has", "comes", "carries", "watches", "goes", "said")] == \
        ["are", "were", "have", "come", "carry", "watch", "go", "said"]


def test_the_one_it_is_about_may_be_called_as_somebody_else_of_the_examples():
    story = begun("parent-in-prison", who=Subject("Kofi", "uncle"))
    worker = story.cast.person("support-worker")
    story = story.with_(cast=story.cast.change(worker.with_(name="Priya")))
    assert guide.step(story.about.situations, "the-court", story).example.endswith("The judge said Kofi must go to prison.")


def test_a_new_name_is_followed_and_without_the_person_the_examples_speak_of_their_own():
    story = begun("parent-in-prison", who=Subject("Mum", "mum"))
    renamed = story.with_(cast=story.cast.change(story.cast.person("mum").with_(name="Mama")))
    assert "Mama broke a law" in guide.step(story.about.situations, "rules-called-laws", renamed).example
    gone = story.part_with("mum")
    assert subject_of(gone) is None and "Dad broke a law" in guide.step(story.about.situations, "rules-called-laws", gone).example


def test_a_situation_told_of_nobody_in_particular_knows_the_one_it_is_about_all_the_same():
    story = begun("adoption", who=Subject("Kelly", "mum"), children=("Ivy",))
    assert story.cast.person(story.about.who).name == "Kelly" and [p.name for p in story.cast.people].count("Kelly") == 1
    assert guide.step("adoption", "birth-parents", story).example.startswith("Kelly is Ivy's birth mum. Kelly chose")
    assert guide.step("adoption", "help-that-was-tried", story).example.startswith("People tried to help Kelly."), "nobody known is left out"
    grieving = begun("new-baby", who=Subject("Cousin Lee", "cousin"))
    assert grieving.cast.person(grieving.about.who).standing == "seen", "somebody the file has no place for is met all the same"


def test_something_else_knows_whom_it_is_about():
    story = begun("", who=Subject("Daddy", "dad"), spine="right-now", children=("Ann",))
    assert [person.name for person in story.cast.people] == ["Ann", "Daddy"] and story.about.who == "dad"
    assert guide.step((), "why-today", story).example.startswith("Today Daddy could not look after Ann.")


def test_several_children_have_verbs_that_agree_and_stand_in_one_row_with_others():
    story = begun("parent-in-prison")
    assert "Ann and Bo were with Mum" in guide.step(story.about.situations, "the-day-police-came", story).example
    assert "Sometimes Ann, Bo and Mum visit" in guide.step(story.about.situations, "keeping-in-touch", story).example
    alone = begun("parent-in-prison", children=("Ann",))
    assert "Ann was with Mum" in guide.step(alone.about.situations, "the-day-police-came", alone).example


def test_one_child_where_the_example_has_two_has_verbs_that_agree():
    story = begun("parent-died-by-suicide", children=("Ann",))
    assert guide.step(story.about.situations, "how-it-began", story).example.startswith("Dad was so happy when Ann was born.")
    assert guide.step(story.about.situations, "life-today", story).example.startswith("Ann lives with Mum.")
    assert "Ann sees Robin" in guide.step(("new-baby",), "seeing-the-baby", begun("new-baby", children=("Ann",))).example


def test_no_small_word_for_a_man_or_woman_stands_bare_in_a_file():
    """Whom it is about may be anybody, and so may the child: their words stand in braces, or the name is said again."""
    for path in (*sorted(HOME.glob("situations/*.toml")), HOME / "spines.toml", HOME / "talk.toml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if not line.startswith("#") and BARE.search(line)] == [], path.name


@pytest.mark.parametrize("old, new, what", [
    ('about = "mum"', "", "does not say whom"), ("{himself}", "{hisself}", "“{hisself}” cannot stand in braces"),
    ('about = "mum"', 'about = "mother"', "'mother' is not somebody the situation proposes")])
def test_a_file_that_does_not_say_whom_it_means_is_named(shelf, old, new, what):
    path = shelf / "situations/going-home.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    own = Guide(shelf)
    assert "going-home" not in own.situations and len(own.faults) == 1 and what in own.faults[0]


def test_the_person_is_kept_with_the_story_by_who_they_are():
    story = begun("parent-in-prison", who=Subject("Sam", "someone", "they"))
    assert story.about.said == "they" and story.cast.person(story.about.who) == Person(
        id="someone", name="Sam", role="someone", standing="not-seen", proposed=True, look=story.cast.person("someone").look)


def test_a_place_that_nobody_of_the_family_has_is_a_gap_for_the_adults_to_fill():
    story = begun("parent-died-by-suicide", who=Subject("Abbu", "dad"), children=("Ayaan",)).part_with("mum")
    assert guide.step(story.about.situations, "who-looks-after-us", story).example.startswith("____ looks after Ayaan.")
