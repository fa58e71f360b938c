"""The guide: every shipped file loads, every situation carries every spine, and a new one needs no Python."""
import re
import tomllib
from typing import get_args

import pytest

from wordspics import guide
from wordspics.guide.files import HOME, Guide
from wordspics.pictures import names
from wordspics.story import About, Child, Missing, Person
from wordspics.story.person import Standing

SITUATIONS = tuple(sorted(path.stem for path in HOME.glob("situations/*.toml")))
SPINES = ("short", "full", "right-now", "now-then-now-next", "death")


def test_every_shipped_file_is_in_use():
    assert guide.faults() == []
    assert set(guide.situations()) == set(SITUATIONS) and len(SITUATIONS) >= 4
    assert tuple(guide.spines()) == SPINES
    assert set(guide.examples()) == {path.stem for path in HOME.glob("examples/*.toml")}


@pytest.mark.parametrize("situation", (*SITUATIONS, ""))
def test_each_spine_has_its_shape_in_each_situation(situation):
    short, full, now, life, death = (guide.outline(situation, spine) for spine in SPINES)
    assert [step.key for step in short] == ["cover", "who-worried", "the-worry", "what-happened", "what-now", "talk"]
    assert (full[0].key, full[-1].key) == ("cover", "talk") and 11 <= len(full) <= 13
    assert len(now) == 5
    assert [step.key for step in life] == ["cover", "life-today", "how-it-began", "life-then", "why-it-changed", "people-between",
                                           "here-we-are", "the-next-part", "talk"]
    assert (death[0].key, death[1].key, death[-1].key, len(death)) == ("cover", "somebody-died", "talk", 10)
    for steps in (short, full, now, life, death):
        assert len({step.key for step in steps}) == len(steps)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_full_story_is_told_in_the_situations_own_steps(situation):
    assert tuple(guide.outline(situation, "full")[1:-1]) == guide.situations()[situation].steps


def test_a_shared_step_keeps_what_a_situation_does_not_change():
    told, shared = guide.step("dad-not-at-home", "the-worry"), guide.step("", "the-worry")
    assert told.example != shared.example and told.questions == shared.questions


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("spine", SPINES)
def test_a_panel_finds_its_step_again_by_its_purpose(situation, spine):
    for step in guide.outline(situation, spine):
        assert guide.step(situation, step.key) == step


def test_a_panel_the_family_added_has_no_step():
    assert guide.step("going-home", "") is None and guide.step("going-home", "our-own-page") is None


def test_an_unknown_shape_is_named():
    with pytest.raises(Missing, match="'longer'"):
        guide.outline("going-home", "longer")


# ---- people ----

@pytest.mark.parametrize("situation", SITUATIONS)
def test_everybody_proposed_can_be_drawn_and_is_asked_about(situation):
    known = guide.situations()[situation]
    names.vet_cast(known.cast)
    for person in known.people:
        assert person.standing_question.endswith("?")
        assert set(person.standings) <= set(get_args(Standing))


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_tile_shows_only_what_can_be_drawn(situation):
    names.vet_scene(guide.situations()[situation].picture)


def test_no_family_is_the_usual_one():
    people = [person.look for known in guide.situations().values() for person in known.people]
    for known in guide.situations().values():
        assert len({person.look.skin for person in known.people}) >= 4
    assert {look.skin for look in people} == {"shell", "sand", "wheat", "amber", "bronze", "umber", "chestnut", "mahogany"}
    for aid in ("wheelchair", "hearing_aid", "stick"):
        assert any(getattr(look, aid) for look in people)


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("spine", SPINES)
def test_a_story_begins_with_an_empty_panel_for_each_step(situation, spine):
    ids = iter(f"p{n}" for n in range(99))
    story = guide.begin(About(children=(Child("Ann", 6),), situation=situation, spine=spine), lambda: next(ids))
    assert [panel.purpose for panel in story.panels] == [step.key for step in guide.outline(situation, spine)]
    assert [panel.id for panel in story.panels] == [f"p{n}" for n in range(len(story.panels))]
    assert all(panel.is_empty for panel in story.panels)


def test_the_children_come_first_each_with_a_look_of_their_own_and_their_own_age():
    about = About(children=(Child("Ann", 9), Child("Bo", 2), Child("Cy", 15), Child("Di", 0)), situation="going-home")
    story = guide.begin(about)
    people = story.cast.people[:4]
    assert [person.name for person in people] == ["Ann", "Bo", "Cy", "Di"]
    assert [person.look.age for person in people] == ["child", "toddler", "teen", "baby"]
    assert len({person.look for person in people}) == 4
    assert [child.person for child in story.about.children] == [person.id for person in people]
    names.vet_cast(story.cast)


def test_the_likely_people_come_with_the_usual_standing_and_nobody_is_chosen_to_talk_to():
    story = guide.begin(About(children=(Child("Ann", 6),), situation="parent-died-by-suicide"))
    standing = {person.id: person.standing for person in story.cast.people}
    assert standing == {"child-1": "home", "mum": "home", "dad": "died", "uncle": "seen", "nan": "seen", "teacher": "helper"}
    assert story.cast.people_to_talk_to == ()


def test_something_else_begins_with_the_shared_steps_and_only_the_children():
    story = guide.begin(About(children=(Child("Ann", 6), Child("Bo", 4)), situation="", spine="full"))
    assert len(story.panels) == 12
    assert [person.name for person in story.cast.people] == ["Ann", "Bo"]


def test_two_beginnings_share_no_panel():
    about = About(children=(Child("Ann", 6),), situation="going-home")
    first, second = guide.begin(about), guide.begin(about)
    assert not {panel.id for panel in first.panels} & {panel.id for panel in second.panels}


# ---- examples in a family's own names ----

def begun(situation, *children):
    return guide.begin(About(children=tuple(Child(name, 6) for name in children), situation=situation))


def example(story, key):
    return guide.step(story.about.situation, key, story).example


def test_an_example_speaks_of_the_storys_own_people():
    story = begun("living-with-aunty", "Ann")
    aunty = story.cast.person("aunty").with_(name="Aunty Jo")
    story = story.with_(cast=story.cast.change(aunty))
    assert example(story, "room-for-both") == "Ann can love Mum and Aunty Jo. Nobody has to choose."


def test_no_child_is_left_out_of_not_your_fault():
    assert "Nothing Ann and Bo said or did" in example(begun("dad-not-at-home", "Ann", "Bo"), "not-the-childs-fault")
    assert "Nothing Ann, Bo or Cy said" in example(begun("parent-died-by-suicide", "Ann", "Bo", "Cy"), "nobodys-fault")


def test_only_people_the_adults_chose_are_named_to_talk_to():
    story = begun("dad-not-at-home", "Ann")
    assert "Ann can talk to ____." in example(story, "talk")
    chosen = story.cast.change(story.cast.person("nan").with_(can_talk_to=True))
    assert "Ann can talk to Nan." in example(story.with_(cast=chosen), "talk")


def test_a_role_that_two_people_hold_keeps_the_examples_own_word():
    story = begun("living-with-aunty", "Ann")
    story = story.with_(cast=story.cast.welcome(Person(id="mama", name="Mama", role="mum")))
    assert "Ann can love Mum" in example(story, "room-for-both")


def test_a_name_that_looks_like_a_pattern_stays_as_it_is():
    assert example(begun("living-with-aunty", r"A\1.*"), "room-for-both").startswith(r"A\1.* can love")


# ---- a folder of one's own ----

def test_a_fifth_situation_needs_no_python(shelf):
    shipped = (HOME / "situations/going-home.toml").read_text(encoding="utf-8")
    fifth = shipped.replace('title = "Going home"', 'title = "A new baby"')
    (shelf / "situations/new-baby.toml").write_text(fifth, encoding="utf-8")
    own = Guide(shelf)
    assert own.faults == [] and own.situations["new-baby"].title == "A new baby"
    assert len(own.outline("new-baby", "full")) == 12


BREAKAGES = {
    "is not toml": ("[card]", "[card", "situations/going-home.toml", "Expected"),
    "lacks a title": ('title = "Going home"', "", "situations/going-home.toml", "`title`"),
    "names no source": ("sources = [", "sorces = [", "situations/going-home.toml", "`sorces`"),
    "does the work of no step": ('part = "good-times"', 'part = "god-times"', "situations/going-home.toml", "'god-times'"),
    "has a word of its own": ("place = 30", "place = 30\ncolour = 3", "situations/going-home.toml", "`colour`"),
    "has an unknown standing": ('standings = ["helper"]', 'standings = ["away"]', "situations/going-home.toml", "'away'"),
    "has a step twice": ('key = "step-by-step"', 'key = "it-was-hard"', "situations/going-home.toml", "'it-was-hard'"),
    "changes a step there is not": ("[change.cover]", "[change.covr]", "situations/going-home.toml", "'covr'"),
    "shows a help line there is not": ('"nspcc", "childline"]', '"nspc", "childline"]', "situations/going-home.toml", "'nspc'"),
    "draws somebody unknown": ('who = "mum"', 'who = "mun"', "situations/going-home.toml", "'mun'"),
    "has a bare step": ("[[steps]]", '[[steps]]\nkey = "bare"\n[[steps]]', "situations/going-home.toml", "`$.steps[0]`"),
}


@pytest.mark.parametrize("old, new, file, what", BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_situation_is_named_with_what_is_wrong_and_the_rest_works(shelf, old, new, file, what):
    text = (shelf / file).read_text(encoding="utf-8")
    assert old in text
    (shelf / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    own = Guide(shelf)
    assert len(own.faults) == 1
    line = next(n for n, line in enumerate(zip(text.splitlines(), [*(shelf / file).read_text("utf-8").splitlines(), ""]), 1)
                if line[0] != line[1])
    told = re.fullmatch(r"going-home.toml, line (\d+), could not be used: (.+)", own.faults[0])
    assert told and what in told[2], own.faults
    assert abs(int(told[1]) - line) <= 1 or "missing" in told[2], (own.faults, line)
    assert set(own.situations) == set(SITUATIONS) - {"going-home"}
    assert own.help_lines and own.examples


@pytest.mark.parametrize("file", ("help_lines.toml", "spines.toml", "talk.toml", "preparing.toml", "examples/lily.toml"))
def test_a_broken_shared_file_takes_nothing_else_with_it(shelf, file):
    (shelf / file).write_bytes(b"\xff not a guide")
    own = Guide(shelf)
    assert len(own.faults) == 1 and own.faults[0].startswith(file.split("/")[-1])
    assert set(own.situations) == set(SITUATIONS)


def test_an_empty_folder_says_what_is_missing(tmp_path):
    own = Guide(tmp_path)
    assert [fault.split(" ")[0] for fault in own.faults] == ["help_lines.toml", "spines.toml", "talk.toml", "preparing.toml"]
    assert own.situations == {}


# ---- help lines ----

def test_each_help_line_says_where_it_answers_and_when_it_was_written_down():
    lines = {line.key: line for line in guide.help_lines()}
    written = tomllib.loads((HOME / "help_lines.toml").read_text(encoding="utf-8"))["help_lines"]
    assert all(line["nation"] and line["written_down"].year >= 2026 for line in written)
    assert lines["childline"].for_whom == "children"
    numbers = {"999", "111, then 2", "116 123", "0808 2000 247", "0808 80 10 800", "0800 027 1234", "0808 802 1414",
               "08088 020 021", "0808 800 5000", "0800 1111", "111", "0808 808 8000", "0800 132 737", "0808 801 0327",
               "0808 808 2003", "0800 254 0088", "0300 123 1110", "0300 123 6600", "0800 358 3456"}
    assert {line.number for line in lines.values()} == numbers


def test_the_abuse_card_shows_the_line_of_every_nation():
    nations = {line.nation for line in guide.help_lines() if line.key in guide.situations()["dad-not-at-home"].card.help_lines}
    assert {"England", "Wales", "Scotland", "Northern Ireland"} <= nations


def test_every_nation_has_a_way_when_somebodys_mind_is_very_unwell():
    lines = {line.key: line.nation for line in guide.help_lines()}
    for known in guide.situations().values():
        if "nhs-111" in known.card.help_lines:
            assert {lines[key] for key in known.card.help_lines} >= {"England and Wales", "Scotland", "Wales", "Northern Ireland"}


def test_a_printed_line_names_its_nation_unless_it_answers_in_all_of_them():
    printed = [line.line for line in guide.help_lines()]
    assert "Lifeline: 0808 808 8000 (Northern Ireland)" in printed and "Samaritans: 116 123" in printed


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_card_says_when_to_stop_and_shows_emergency_samaritans_and_childline(situation):
    card = guide.situations()[situation].card
    assert {"emergency", "samaritans", "childline"} <= set(card.help_lines)
    assert len(card.stop) >= 4 and len(card.settle) >= 5
