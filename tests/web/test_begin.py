"""Begin: from a first name to a story with its panels, its likely people and its card for adults."""
import html
import re

import pytest

from wordspics import guide
from wordspics.guide.kinship import draw_family
from wordspics.pictures.figure import draw_figure
from wordspics.story import About, Child

LONG = "x" * 5000
FIELDS = {"child": "Robin", "age": "6", "person": "", "situation": "dad-not-at-home", "spine": "short", "family": ""}


def test_a_story_begins_with_its_panels_its_people_and_the_card_for_adults(sam):
    answer = sam.send("/stories", {**FIELDS, "child": ["Robin", "Wren"], "age": ["6", "3"], "person": ["", ""], "family": "Mill Lane"})
    assert answer.headers["Location"].endswith("/card")
    kept = sam.store.stories.load(answer.headers["Location"].split("/")[2])
    assert [(c.name, c.age) for c in kept.story.about.children] == [("Robin", 6), ("Wren", 3)]
    assert kept.family.name == "Mill Lane" and kept.story.about.spine == "short"
    assert [p.purpose for p in kept.story.panels] == [s.key for s in guide.outline("dad-not-at-home", "short")]
    assert {"Robin", "Wren"} < {person.name for person in kept.story.cast.people}
    card = guide.situation_of(kept.story).card
    sam.follow()
    assert "We have settled this, go on" in sam.text and "safeguarding procedure" in sam.text
    assert "0808 2000 247" in sam.text and "domestic-abuse worker" in sam.text
    assert card.settle and [line for line in card.settle if line not in html.unescape(sam.text)] == []


@pytest.mark.parametrize("situation", list(guide.situations()))
@pytest.mark.parametrize("spine", list(guide.spines()))
def test_every_situation_and_spine_begins(sam, situation, spine):
    story = sam.begin(situation=situation, spine=spine)
    assert sam.store.stories.load(story).story.about.situation == situation
    assert sam.visit(f"/stories/{story}/card").status_code == 200


def test_something_else_begins_with_questions_for_any_story(sam):
    story = sam.begin(situation="something-else")
    assert sam.store.stories.load(story).story.about.situation == ""
    assert "999" in sam.visit(f"/stories/{story}/card").get_data(as_text=True)


def test_the_card_is_one_tap_away_from_every_page_of_the_story(sam):
    story = sam.begin()
    for page in ("begin", "card", "keep"):
        assert f'href="/stories/{story}/card"' in sam.visit(f"/stories/{story}/{page}").get_data(as_text=True)


def test_a_family_already_here_can_be_chosen(sam):
    first = sam.store.stories.load(sam.begin(family="Mill Lane"))
    second = sam.store.stories.load(sam.begin(child="Wren", family="mill lane"))
    assert second.family == first.family


def test_without_a_name_the_family_is_named_after_the_children(sam):
    assert sam.store.stories.load(sam.begin(child="Robin")).family.name == "Robin"


def test_whoever_comes_later_looks_like_the_family_that_began_without_a_name(sam, monkeypatch):
    monkeypatch.setattr("wordspics.web.begin.draw_family", draw_family)         # by chance, as it is for a family
    kept = sam.store.stories.load(sam.begin(family=""))
    begun = guide.begin(About(children=(Child("Robin", 6),), situation="dad-not-at-home", spine="short"))
    assert draw_family(begun, kept.family.id).cast == kept.story.cast, "newcomers are drawn by the same chance"


def test_for_a_child_under_five_it_says_that_a_short_story_is_enough(sam):
    assert "For a child under 5, “Short” is enough." in sam.visit("/stories/new").get_data(as_text=True)


def test_a_childs_new_name_and_age_reach_the_cast(sam):
    story = sam.begin()
    before = sam.store.stories.load(story).story
    child = before.about.children[0].person
    fields = {**FIELDS, "child": ["Robyn", "Wren"], "age": ["14", "3"], "person": [child, ""], "title": "Our story"}
    assert sam.send(f"/stories/{story}/begin", fields).headers["Location"] == f"/stories/{story}/people"
    after = sam.store.stories.load(story).story
    assert after.title == "Our story" and [c.name for c in after.about.children] == ["Robyn", "Wren"]
    assert after.cast.person(child).name == "Robyn" and after.cast.person(child).look.age == "teen"
    assert "Wren" in {person.name for person in after.cast.people} and after.panels == before.panels


def test_a_childs_new_name_reaches_the_reading_made_for_that_child(sam):
    story = sam.begin()
    sam.send(f"/stories/{story}/ages", {"child": "Robin", "age": "3", "narrator": "family"})
    child = sam.store.stories.load(story).story.about.children[0].person
    sam.send(f"/stories/{story}/begin", {**FIELDS, "child": "Robyn", "age": "6", "person": child})
    assert [reading.child for reading in sam.store.stories.load(story).story.versions] == ["Robyn"]


def test_a_page_from_before_does_not_write_over_what_another_window_changed(sam):
    story = sam.begin()
    kept = sam.store.stories.load(story)
    sam.visit(f"/stories/{story}/begin")
    old = re.search(r'name="rev" value="(\d+)"', sam.text)[1]
    fields = {**FIELDS, "person": kept.story.about.children[0].person, "rev": old}
    sam.send(f"/stories/{story}/begin", {**fields, "title": "From the first window"})
    other = {**fields, "title": "From the second", "also": "parent-in-prison"}
    assert sam.send(f"/stories/{story}/begin", other).headers["Location"] == f"/stories/{story}/begin"
    sam.follow()
    assert "Another window changed what it is called meanwhile" in sam.text and 'value="From the first window"' in sam.text
    about = sam.store.stories.load(story).story.about
    assert about.title == "From the first window" and about.also == ("parent-in-prison",), "everything else is kept"


def test_a_page_from_before_keeps_what_it_changed_and_what_other_pages_changed_since(sam):
    story = sam.begin()
    kept = sam.store.stories.load(story)
    child, rev = kept.story.about.children[0].person, str(kept.sheets[kept.about_id].rev)
    sam.send(f"/stories/{story}/languages", {"do": "add", "language": "cy", "rev": rev})
    sam.send(f"/stories/{story}/people/{child}", {"name": "Robyn"})
    fields = {**FIELDS, "person": child, "rev": rev, "title": "Our story"}
    assert sam.send(f"/stories/{story}/begin", fields).headers["Location"] == f"/stories/{story}/people"
    about = sam.store.stories.load(story).story.about
    assert (about.title, about.languages, about.children[0].name) == ("Our story", ("en", "cy"), "Robyn")


def test_what_was_typed_is_still_there_after_a_refusal(sam):
    sam.send("/stories", {**FIELDS, "age": "six", "family": "Mill Lane"})
    assert sam.page.status_code == 422 and 'value="Robin"' in sam.text and 'value="Mill Lane"' in sam.text
    assert "how old Robin is" in sam.text
    assert not sam.own_cards


BAD = [
    {"child": "", "age": ""}, {"child": "   ", "age": "6"}, {"child": "\u200b\u202e", "age": "6"}, {"child": LONG}, {"age": ""}, {"age": "-1"},
    {"age": "19"}, {"age": "²"}, {"age": "9" * 400}, {"age": "0005" + "9" * 5000}, {"age": "00059"}, {"age": "6.5"}, {"age": "٦"}, {"situation": ""}, {"situation": "no-such-thing"},
    {"situation": "\0"}, {"spine": "endless"}, {"family": LONG}, {"child": ["A"] * 9, "age": ["5"] * 9, "person": [""] * 9}]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: repr(bad)[:40])
def test_what_does_not_fit_is_one_sentence_and_nothing_is_half_stored(sam, bad):
    assert sam.send("/stories", {**FIELDS, **bad}).status_code == 422
    assert 'class="notice"' in sam.text
    assert not sam.own_cards and len(sam.store.families.all()) == 1


@pytest.mark.parametrize("name", ["👩‍👧", "שלום", "\u202eRobin", "Rob\0in", "R" + "\u0301" * 50, "<b>Robin</b>", "Robin\ud800".encode("utf-8", "surrogatepass"),
                                  "José", "ŵ", "Zoë-Ann O’Neill"])
def test_any_name_a_family_may_have_begins_a_story(sam, name):
    answer = sam.send("/stories", {**FIELDS, "child": name})
    assert answer.status_code == 303
    kept = sam.store.stories.load(answer.headers["Location"].split("/")[2])
    assert kept.story.about.children[0].name and not set("\0\u202e\ud800") & set(kept.story.about.children[0].name)
    assert sam.visit("/").status_code == 200 and "<b>Robin" not in sam.text
    for page in ("begin", "card", "keep", "delete"):
        assert sam.visit(f"/stories/{kept.id}/{page}").status_code == 200


def test_a_story_that_is_not_there_is_missing_not_broken(sam):
    for path in ("begin", "card", "keep", "delete"):
        assert sam.visit(f"/stories/00000000-0000-4000-8000-000000000000/{path}").status_code == 404
        assert sam.visit(f"/stories/{'x' * 5000}/{path}").status_code == 404


def test_a_story_of_two_things_has_the_steps_the_people_and_the_card_of_both(sam):
    both = ("mental-ill-health", "parent-in-prison")
    story = sam.begin(situation=both[0], also=[both[1], ""], spine="full")
    kept = sam.store.stories.load(story).story
    assert kept.about.situations == both
    assert [panel.purpose for panel in kept.panels] == [step.key for step in guide.outline(both, "full")]
    card = sam.visit(f"/stories/{story}/card").get_data(as_text=True)
    for situation in both:
        known = guide.situations()[situation]
        assert all(line.split("'")[0] in card for line in (*known.card.settle, *known.sources, known.check))
    assert "judge" in sam.visit(f"/stories/{story}/people").get_data(as_text=True), "offered: only the second one knows a judge"


def test_the_second_thing_can_be_taken_away_again_and_the_panels_stay(sam):
    story = sam.begin(situation="mental-ill-health", also=["parent-in-prison", ""], spine="full")
    before = sam.store.stories.load(story).story
    child = before.about.children[0]
    assert "selected" in sam.visit(f"/stories/{story}/begin").get_data(as_text=True)
    fields = {**FIELDS, "child": [child.name], "person": [child.person], "situation": "mental-ill-health", "also": ["", ""]}
    sam.send(f"/stories/{story}/begin", fields)
    after = sam.store.stories.load(story).story
    assert after.about.also == () and after.panels == before.panels
    for panel in after.panels:
        assert sam.visit(f"/stories/{story}/panels/{panel.id}").status_code == 200


@pytest.mark.parametrize("also", ["no-such-thing", "\0", "x" * 5000])
def test_a_second_thing_the_guide_does_not_know_is_asked_for_again(sam, also):
    answer = sam.send("/stories", {**FIELDS, "also": also})
    assert answer.status_code == 422 and "choose once more what else" in answer.get_data(as_text=True)


# ---- who it is about ----

def test_a_story_about_mum_speaks_of_her_from_the_first_page_on(sam):
    story = sam.begin(situation="parent-in-prison", spine="full", who="mum", called="Mummy")
    kept = sam.store.stories.load(story).story
    assert kept.about.who == "mum" and kept.cast.person("mum").name == "Mummy" and kept.cast.person("mum").standing == "not-seen"
    card = sam.visit(f"/stories/{story}/card").get_data(as_text=True)
    assert "The child knows where Mummy is and why" in card and "&#39;she is working away&#39;" in card
    assert "Mummy, and what you do together" in sam.visit(f"/stories/{story}/panels/{kept.panels[1].id}").get_data(as_text=True)
    begin = sam.visit(f"/stories/{story}/begin").get_data(as_text=True)
    assert "Why Mummy is not at home" in begin and '<option value="mum" selected' in begin


def test_somebody_else_is_about_under_the_name_and_the_small_word_they_are_given(sam):
    story = sam.begin(situation="mental-ill-health", spine="short", who="someone", called="Sam", said="they")
    kept = sam.store.stories.load(story).story
    assert [p.name for p in kept.cast.people if p.id == kept.about.who] == ["Sam"]
    assert "Ask who is with them tonight" in sam.visit(f"/stories/{story}/card").get_data(as_text=True)


def test_mum_and_dad_need_no_name_and_a_brother_does(sam):
    assert sam.store.stories.load(sam.begin(situation="parent-in-prison", who="dad")).story.cast.person("dad").name == "Dad"
    assert sam.send("/stories", {**FIELDS, "who": "brother", "called": " "}).status_code == 422
    assert "what their brother is called" in sam.text and '<option value="brother" selected' in sam.text


def test_who_it_is_about_can_be_said_later_and_the_cast_stays_as_it_is(sam):
    story = sam.begin(situation="parent-in-prison")
    before = sam.store.stories.load(story).story
    fields = {**FIELDS, "situation": "parent-in-prison", "person": before.about.children[0].person, "who": "nan", "said": ""}
    sam.send(f"/stories/{story}/begin", fields)
    after = sam.store.stories.load(story).story
    assert after.about.who == "nan" and after.cast.people[1:] == before.cast.people[1:]
    assert "where Gran is and why" in sam.visit(f"/stories/{story}/card").get_data(as_text=True)
    sam.send(f"/stories/{story}/begin", {**fields, "who": ""})
    assert sam.store.stories.load(story).story.about.who is None


@pytest.mark.parametrize("bad", [{"who": "no-such"}, {"who": "\0"}, {"who": "mum", "said": "it"}, {"who": "mum", "called": LONG}])
def test_an_answer_that_was_not_offered_is_asked_for_again(sam, bad):
    assert sam.send("/stories", {**FIELDS, **bad}).status_code == 422 and not sam.own_cards
    story = sam.begin()
    assert sam.send(f"/stories/{story}/begin", {**FIELDS, "person": "", **bad}).status_code == 422 or "called" in bad


def test_brothers_and_sisters_of_different_ages_are_drawn_of_different_height(sam):
    people = sam.store.stories.load(sam.begin(child=["Robin", "Wren"], age=["5", "9"], person=["", ""])).story.cast.people
    assert [person.look.years for person in people[:2]] == [5, 9]
    tall = [-draw_figure(person.look.with_(hair="bald")).bounds[1] for person in people[:2]]
    assert tall[0] < tall[1] - 8


def test_a_new_age_is_drawn_and_whoever_is_as_old_as_before_looks_as_before(sam):
    story = sam.begin(child=["Robin", "Wren"], age=["5", "9"], person=["", ""])
    before = sam.store.stories.load(story).story
    ids = [child.person for child in before.about.children]
    sam.send(f"/stories/{story}/people/{ids[1]}/look", {"group": "skin", "skin": "ebony"})
    sam.send(f"/stories/{story}/begin", {**FIELDS, "child": ["Robin", "Wren"], "age": ["14", "9"], "person": ids})
    robin, wren = (sam.store.stories.load(story).story.cast.person(id).look for id in ids)
    assert (robin.age, robin.years, wren.years, wren.skin) == ("teen", 14, 9, "ebony")
    assert wren == before.cast.person(ids[1]).look.with_(skin="ebony")


def test_whom_the_children_live_with_is_asked_and_the_guide_speaks_of_them(sam):
    story = sam.begin(situation="living-with-aunty", home=["uncle", "foster-carer"], **{"home-called": ["Uncle Raj", "Tom"]})
    kept = sam.store.stories.load(story).story
    assert [(p.name, p.standing) for p in kept.cast.people[1:3]] == [("Uncle Raj", "home"), ("Tom", "home")]
    assert "Why I live with Uncle Raj and Tom" in sam.visit(f"/stories/{story}/begin").get_data(as_text=True)
    child = kept.about.children[0].person
    sam.send(f"/stories/{story}/begin", {**FIELDS, "situation": "living-with-aunty", "person": child, "home": ["grandad", ""]})
    assert sam.store.stories.load(story).story.about.home == ("grandad",)
    assert "Why I live with Grandad" in sam.visit(f"/stories/{story}/begin").get_data(as_text=True)


@pytest.mark.parametrize("bad", [{"home": "no-such", "home-called": "Jo"}, {"home": "foster-carer", "home-called": " "}])
def test_somebody_at_home_needs_a_role_that_is_offered_and_a_name(sam, bad):
    assert sam.send("/stories", {**FIELDS, **bad}).status_code == 422 and not sam.own_cards
