"""A person renamed everywhere: shown first, kept as one change, undone and done again as one."""
import datetime
import re

import pytest

from tests.factories import make_cast, make_panel, make_person, make_scene, make_story
from wordspics.story import Answer, Bubble, Version
from wordspics.story.naming import replacer


@pytest.fixture
def jo(sam):
    """A story that speaks of Jo in every place it can."""
    cast = make_cast(make_person("lily", "Lily", role="child"), make_person("jo", "Jo", role="aunty"),
                     make_person("jo-ann", "Jo Ann", role="aunty"))
    said = Answer("Who is Jo?", "Jo is my sister.", "Jo", datetime.date(2025, 5, 2))
    first = make_panel("Lily lives with Jo. Jo Ann visits. It is Jo's house.", notes="Jo rang.", answers=(said,),
                       scene=make_scene(Bubble(id="b1", words="Come in, Jo!")))
    story = make_story(0, cast=cast).add_panel(first).add_panel(make_panel("A plain page."))
    story = story.with_(about=story.about.with_(title="Why I live with Jo"))
    story = story.with_(versions=(
        Version(id="11111111-1111-4111-8111-111111111111", child="Max", age=3, words={first.id: {"en": "Jo is kind."}}),))
    id = sam.store.stories.add(story)
    sam.story = lambda: sam.store.stories.load(id).story
    sam.here = f"/stories/{id}/people/jo"
    return sam


def test_what_would_change_is_shown_first_and_nothing_is_changed_yet(jo):
    before = jo.story()
    page = jo.send(f"{jo.here}/name", {"name": "Bee", "do": "look"}).get_data(as_text=True)
    assert page.count("<tr><th scope") == 4 and "Bee" in page and "A plain page." not in page
    assert jo.story() == before


def test_a_name_that_somebody_else_has_is_said_before_it_is_given(jo):
    both = "Somebody else in this story is called"
    assert both in jo.send(f"{jo.here}/name", {"name": "jo ann", "do": "look"}).get_data(as_text=True)
    assert both not in jo.send(f"{jo.here}/name", {"name": "Bee", "do": "look"}).get_data(as_text=True)


def test_a_name_never_stands_in_an_address(jo):
    assert 'method="get"' not in jo.visit(f"{jo.here}/name").get_data(as_text=True)
    assert "Bee" not in jo.visit(f"{jo.here}/name?name=Bee").get_data(as_text=True)


def test_everywhere_a_child_reads_it_and_nowhere_else(jo):
    assert jo.send(f"{jo.here}/name", {"name": "Bee"}).status_code == 303
    story = jo.story()
    panel = story.panels[0]
    assert panel.words_in("en") == "Lily lives with Bee. Jo Ann visits. It is Bee's house."
    assert panel.scene.items[0].words == "Come in, Bee!" and story.about.title == "Why I live with Bee"
    assert story.cast.person("jo").name == "Bee" and story.versions[0].words[panel.id] == {"en": "Bee is kind."}
    assert panel.notes == "Jo rang." and panel.answers[0].words == "Jo is my sister." and panel.answers[0].by == "Jo"


def turn(sam, way: str) -> None:
    page = sam.visit(sam.here if sam.page.status_code != 303 else sam.page.headers["Location"]).get_data(as_text=True)
    action = re.search(rf'action="([^"]+/people/turn/{way})"(.*?)</form>', page, re.S)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', action[2]))
    sam.send(action[1], fields)


def test_it_undoes_as_one_and_is_done_again_as_one(jo):
    before = jo.story()
    jo.send(f"{jo.here}/name", {"name": "Bee"})
    after = jo.story()
    turn(jo, "back")
    assert jo.story() == before
    turn(jo, "forth")
    assert jo.story() == after


def test_undo_leaves_alone_what_was_written_since(jo):
    jo.send(f"{jo.here}/name", {"name": "Bee"})
    kept = jo.store.stories.load(jo.here.split("/")[2])
    panel = kept.story.panels[0]
    jo.send(f"/stories/{kept.id}/panels/{panel.id}", {"words": "New words.", "rev": kept.sheets[panel.id].rev})
    jo.visit(jo.here)
    turn(jo, "back")
    assert jo.story().panels[0].words_in("en") == "New words." and jo.story().cast.person("jo").name == "Jo"


@pytest.mark.parametrize("name", ["", "   ", "x" * 200])
def test_a_name_that_cannot_be_is_one_sentence(jo, name):
    before = jo.story()
    assert jo.send(f"{jo.here}/name", {"name": name}).status_code == 422
    assert jo.story() == before


@pytest.mark.parametrize(("old", "new", "names", "before", "after"), [
    ("Jo", "Bee", [], "Jo, Jo's and Joan. Jo!", "Bee, Bee's and Joan. Bee!"),
    ("Jo", "Bee", ["Aunty Jo"], "Jo and Aunty Jo", "Bee and Aunty Jo"),
    ("Aunty Jo", "Nan", ["Jo"], "Aunty Jo and Jo", "Nan and Jo"),
    ("James", "Max", [], "James' book, James’s cat", "Max's book, Max’s cat"),
    ("Zoë", "Éva", [], "Zoë, Zoëlle, Zoë’s", "Éva, Zoëlle, Éva’s"),
    ("A.J. (big)", "Al", [], "A.J. (big) came", "Al came"),
    ("Jo", r"\1", [], "Jo came", r"\1 came"),
])
def test_whole_words_longest_first_with_possessives(old, new, names, before, after):
    assert replacer(old, new, names)(before) == after
