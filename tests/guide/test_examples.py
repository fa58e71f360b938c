"""The example stories: each a whole story of its situation, each panel a picture that shows what its words say."""
import itertools

import pytest

from wordspics import guide
from wordspics.pictures import names
from wordspics.pictures.figure import draw_figure
from wordspics.story import Figure, Missing
from wordspics.story.scene import STAGE

EXAMPLES = guide.examples()
HARD = {"sad", "crying", "worried", "scared", "angry"}


def example(name):
    story = guide.example(name)
    return story, story.cast


def figures(panel):
    return [item for item in panel.scene.items if isinstance(item, Figure)]


def head_of(figure, cast):
    """The box of a figure's head on the stage, in units: left, top, right, bottom."""
    look = cast.person(figure.who).look
    x, y, half_w, half_h = draw_figure(look, figure.pose, figure.feeling, figure.facing, figure.head).head
    x, y = figure.x * STAGE[0] + x * figure.size, figure.y * STAGE[1] + y * figure.size
    return x - half_w * figure.size, y - half_h * figure.size, x + half_w * figure.size, y + half_h * figure.size


def somebody_steady(panel, cast):
    """Whether somebody on the page can hold the feelings: a helper, or a person to talk to who is not struggling too."""
    people = [(cast.person(figure.who), figure.feeling) for figure in figures(panel)]
    return any(person.standing == "helper" or (person.can_talk_to and feeling not in HARD) for person, feeling in people)


def test_the_first_four_situations_have_an_example_and_lily_is_the_one_shown_when_nobody_asks():
    told = [guide.example(name).about.situation for name in EXAMPLES]
    assert told == ["living-with-aunty", "dad-not-at-home", "going-home", "parent-died-by-suicide"]
    assert guide.example() == guide.example(EXAMPLES[0]) and guide.example().title == "Why I live with Aunty Jo"


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_whole_story(name):
    story, cast = example(name)
    assert 8 <= len(story.panels) <= 10 and story.about.title and 5 <= story.about.youngest <= 7
    assert all(panel.words_in("en") and figures(panel) for panel in story.panels)
    assert all(cast.has(child.person) and cast.person(child.person).name == child.name for child in story.about.children)
    assert any(panel.notes for panel in story.panels)
    assert story.panels[-1].purpose == "talk" and not story.record.is_agreed


@pytest.mark.parametrize("name", EXAMPLES)
def test_everything_an_example_shows_can_be_drawn(name):
    story, cast = example(name)
    names.vet_cast(cast)
    for panel in story.panels:
        names.vet_scene(panel.scene)
        assert all(cast.has(who) for who in panel.scene.people)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_panel_knows_its_step_and_no_step_is_told_twice(name):
    story, _ = example(name)
    purposes = [panel.purpose for panel in story.panels]
    assert all(guide.step(story.about.situation, purpose) for purpose in purposes)
    assert len(set(purposes)) == len(purposes)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_last_page_names_and_shows_only_people_chosen_to_talk_to(name):
    story, cast = example(name)
    said = story.panels[-1].words_in("en")
    children = {child.person for child in story.about.children}
    chosen = {person.id for person in cast.people_to_talk_to}
    assert {person.id for person in cast.people if person.name in said} - children == chosen
    assert set(story.panels[-1].scene.people) - children == chosen


@pytest.mark.parametrize("name", EXAMPLES)
def test_nobody_is_left_with_hard_feelings_for_two_pages(name):
    story, cast = example(name)
    for page, following in itertools.pairwise(story.panels):
        if HARD & {figure.feeling for figure in figures(page)}:
            assert somebody_steady(page, cast) or somebody_steady(following, cast), page.purpose


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_head_is_on_the_page_and_none_hides_another(name):
    story, cast = example(name)
    for panel in story.panels:
        heads = {figure.id: head_of(figure, cast) for figure in figures(panel)}
        for who, (left, top, right, bottom) in heads.items():
            assert left >= 0 and top >= 0 and right <= STAGE[0] and bottom <= STAGE[1], (panel.id, who)
        for (one, a), (other, b) in itertools.combinations(heads.items(), 2):
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (panel.id, one, other)


def test_no_family_is_the_usual_one():
    looks = {name: [person.look for person in guide.example(name).cast.people] for name in EXAMPLES}
    for name in EXAMPLES:
        assert len({look.skin for look in looks[name]}) >= 4, name
        assert any(look.wheelchair or look.hearing_aid or look.glasses or look.stick for look in looks[name]), name
    everybody = list(itertools.chain(*looks.values()))
    assert {"hijab", "turban"} <= {look.headwear for look in everybody}
    assert {look.age for look in everybody} >= {"child", "adult", "older"}


def test_an_example_there_is_not_is_named():
    with pytest.raises(Missing, match="'noah'"):
        guide.example("noah")
