"""Two hard things in one story: what each is about, the rest once, and nothing and nobody lost on the way."""
import pytest

from wordspics import guide, words
from wordspics.pictures import names
from wordspics.story import About, Child, Story

KEYS = list(guide.situations())
MOST = words.aim(6).many_panels


def others(first):
    return [key for key in KEYS if key != first]


def about(*situations, child="Ann", spine="full"):
    first, *also = situations
    return About(children=(Child(child, 6),), situation=first, also=tuple(also), spine=spine)


@pytest.mark.parametrize("first", KEYS)
def test_a_story_of_two_is_as_long_as_any_other_and_tells_what_each_is_about(first):
    for second in others(first):
        one, other = guide.situations()[first], guide.situations()[second]
        keys = [step.key for step in guide.outline((first, second), "full")]
        assert len(keys) <= MOST and len(set(keys)) == len(keys), "as many panels as a child of five is read, and nothing is told twice"
        assert {*one.facts, *other.facts} <= set(keys)
        for situation in (one, other):
            own = [step.key for step in situation.steps]
            assert [key for key in keys if key in own] == [key for key in own if key in keys], "each situation's own order stays"


@pytest.mark.parametrize("first", KEYS)
def test_what_a_story_of_two_has_no_panel_for_is_asked_beside_another(first):
    for second in others(first):
        asked = {question for step in guide.outline((first, second), "full") for question in step.questions}
        for key in (first, second):
            assert {question for step in guide.situations()[key].steps for question in step.questions} <= asked


@pytest.mark.parametrize("first", KEYS)
def test_a_story_of_two_made_of_the_guides_own_examples_lacks_nothing_that_it_could_say(first):
    for second in others(first)[KEYS.index(first) % 3::3]:
        story = guide.begin(about(first, second))
        said = {panel.id: guide.step(story.about.situations, panel.purpose, story).example for panel in story.panels}
        story = story.with_(panels=tuple(panel.tell(said[panel.id]) for panel in story.panels))
        amiss = {check.key: check for check in words.story_checks(story) if not check.ok}
        assert not amiss.keys() & {"main-fact", "not-fault", "length"}, (second, amiss)


@pytest.mark.parametrize("shortened", (("mental-ill-health", "parent-in-prison", "alcohol-or-drugs"), ("new-baby", "unexplained-injury", "parent-died-by-suicide")))
def test_three_are_hardly_longer_than_two(shortened):
    steps = guide.outline(shortened, "full")
    assert len(steps) <= MOST + 1 and len({step.key for step in steps}) == len(steps)
    assert {fact for key in shortened for fact in guide.situations()[key].facts} <= {step.key for step in steps}


@pytest.mark.parametrize("first", KEYS)
@pytest.mark.parametrize("spine", guide.spines())
def test_every_shape_of_a_blended_story_is_whole(first, spine):
    for second in others(first):
        steps = guide.outline((first, second), spine)
        assert steps[0].key != steps[-1].key and steps[-1].key in ("talk", "who-to-ask")
        assert len({step.key for step in steps}) == len(steps)
        for step in steps:
            assert step.questions and step.starters and len(step.example.split()) <= 40


def test_a_step_told_once_takes_along_what_the_other_would_ask():
    one, other = guide.situations()["mental-ill-health"], guide.situations()["parent-in-prison"]
    blended = {step.key: step for step in guide.outline(("mental-ill-health", "parent-in-prison"), "full")}
    assert "not-made-by-you" in blended and "not-because-of-you" not in blended
    asked = next(step for step in other.steps if step.part == "not-your-fault").questions
    assert set(asked) <= set(blended["not-made-by-you"].questions)
    assert blended["not-made-by-you"].example == guide.step("mental-ill-health", "not-made-by-you").example
    assert one.steps[0].key in blended


def test_two_ways_of_telling_stay_in_step_with_each_other():
    keys = [step.key for step in guide.outline(("mental-ill-health", "parent-in-prison"), "full")]
    assert keys.index("the-name-of-it") < keys.index("the-court") < keys.index("ups-and-downs")


def test_a_blended_example_speaks_in_the_first_situations_made_up_names():
    steps = guide.outline(("parent-died-by-suicide", "alcohol-or-drugs"), "full")
    assert all("Isla" not in words for step in steps for words in (step.example, *step.starters))


def test_a_blended_example_still_speaks_of_the_storys_own_people():
    story = guide.begin(about("mental-ill-health", "parent-in-prison"))
    said = [guide.step(story.about.situations, panel.purpose, story).example for panel in story.panels]
    assert not any(stand_in in " ".join(said) for stand_in in ("Arlo", "Idris"))
    assert sum("Ann" in words for words in said) >= 5


def test_a_step_that_gave_way_is_still_known_to_a_panel_made_before():
    assert guide.step(("mental-ill-health", "parent-in-prison"), "not-because-of-you").title


def test_the_card_of_two_holds_both_and_says_nothing_twice():
    both = guide.situation_of(Story(about=about("mental-ill-health", "parent-in-prison")))
    one, other = guide.situations()["mental-ill-health"], guide.situations()["parent-in-prison"]
    for field in ("settle", "stop", "remember", "afterwards", "help_lines"):
        said = getattr(both.card, field)
        assert set(said) == {*getattr(one.card, field), *getattr(other.card, field)} and len(set(said)) == len(said)
    assert both.check == f"{one.check} {other.check}" and set(both.sources) == {*one.sources, *other.sources}


@pytest.mark.parametrize("first", KEYS)
def test_everybody_of_both_is_proposed_once_with_the_more_careful_standing(first):
    for second in others(first):
        both = guide.situation_of(Story(about=about(first, second)))
        ids = [person.id for person in both.people]
        assert len(set(ids)) == len(ids)
        assert set(ids) == {person.id for key in (first, second) for person in guide.situations()[key].people}
        names.vet_cast(both.cast)
        for person in both.people:
            told_by = [p for key in (first, second) for p in guide.situations()[key].people if p.id == person.id]
            assert set(person.standings) == {standing for p in told_by for standing in p.standings}


def test_of_two_usual_standings_the_more_careful_is_the_proposal():
    for other, expected in (("parent-died-by-suicide", "died"), ("parent-in-prison", "not-seen")):
        story = guide.begin(about("mental-ill-health", other))
        assert story.cast.person("dad").standing == expected


def test_a_story_of_two_begins_with_an_empty_panel_for_each_step():
    story = guide.begin(about("living-with-aunty", "alcohol-or-drugs"))
    steps = guide.outline(("living-with-aunty", "alcohol-or-drugs"), "full")
    assert [panel.purpose for panel in story.panels] == [step.key for step in steps]
    assert all(panel.is_empty for panel in story.panels) and story.about.also == ("alcohol-or-drugs",)


def test_an_unknown_one_is_passed_over():
    assert guide.outline(("mental-ill-health", "no-such-thing"), "full") == guide.outline("mental-ill-health", "full")


def test_one_situation_alone_is_told_as_it_stands_in_its_file():
    for key in KEYS:
        assert guide.open_guide().situation((key,)) == guide.situations()[key]


def test_a_story_never_names_its_main_situation_as_the_other_one_too():
    told_twice = About(situation="adoption", also=("adoption", "", "new-baby", "new-baby"))
    assert told_twice.also == ("new-baby",) and told_twice.situations == ("adoption", "new-baby")
    assert About(also=("adoption",)).situations == ("adoption",) and About().situations == ()
