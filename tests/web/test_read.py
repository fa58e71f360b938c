"""Read it through: the story as the child sees it, a page at a time."""
import re

import pytest

from tests.factories import make_cast, make_panel, make_person, make_scene, make_story
from wordspics.story import About, Child, Figure, Panel, Scene, View


@pytest.fixture
def begun(sam):
    """Keeps a story and gives back its reading address."""
    family = sam.store.families.add("The Oaks").id
    return lambda story: f"/stories/{sam.store.stories.add(story, family)}/read"


def words(sam) -> list[str]:
    return re.findall(r'class="read__words"[^>]*>(.*?)</p>', sam.text, re.S)


def test_the_cover_comes_first_and_links_alone_turn_every_page(sam, begun):
    path = begun(make_story(3))
    sam.visit(path)
    assert ">Our story</h1>" in sam.text and 'rel="prev"' not in sam.text
    read = []
    while (onward := re.search(r'rel="next" href="([^"]+)"', sam.text)):
        sam.visit(onward[1])
        read += words(sam)
    assert read == ["This is panel 1.", "This is panel 2.", "This is panel 3."]
    assert ">The end</h1>" in sam.text and 'rel="prev"' in sam.text


def test_exit_and_the_way_out_of_the_book_are_on_every_page(sam, begun):
    path = begun(make_story(1))
    for page in range(3):
        sam.visit(f"{path}?page={page}")
        assert "<exit-button" in sam.text and "Close the book" in sam.text


def test_hidden_and_empty_panels_are_not_read(sam, begun):
    story = make_story(2)
    story = story.with_(panels=(story.panels[0].with_(hidden=True), make_panel(words="", scene=Scene()), story.panels[1]))
    path = begun(story)
    assert sam.visit(f"{path}?page=1").status_code == 200
    assert words(sam) == ["This is panel 2."]
    assert "Page 1 of 1" in sam.text


def test_a_cover_panel_is_the_cover_and_is_not_read_twice(sam, begun):
    cover = make_panel("For Lily, with love", purpose="cover")
    path = begun(make_story(1).with_(panels=(cover, make_panel("Once."))))
    sam.visit(path)
    assert words(sam) == ["For Lily, with love"]
    sam.visit(f"{path}?page=1")
    assert words(sam) == ["Once."]


def test_notes_for_adults_are_on_no_page(sam, begun):
    path = begun(make_story(1).with_(panels=(make_panel(notes="marzipan-lighthouse"),)))
    for page in range(3):
        sam.visit(f"{path}?page={page}")
        assert "marzipan" not in sam.text


def test_two_views_stand_side_by_side(sam, begun):
    views = (View("The doctor thinks", {"en": "The arm was broken."}), View("Mum says", {"en": "I do not know how."}))
    path = begun(make_story(1).with_(panels=(make_panel("", views=views),)))
    sam.visit(f"{path}?page=1")
    assert sam.text.index("The doctor thinks") < sam.text.index("The arm was broken.") < sam.text.index("Mum says")


def test_room_for_two_views_that_nobody_has_filled_is_no_page_of_its_own(sam, begun):
    path = begun(make_story(1).with_(panels=(make_panel("One.").disagree(), make_panel("", scene=Scene()).disagree())))
    sam.visit(f"{path}?page=1")
    assert "read__view" not in sam.text and "Page 1 of 1" in sam.text


def test_the_last_page_names_only_people_the_adults_said_yes_to(sam, begun):
    dad = make_person("dad", "Dad", can_talk_to=True, standing="not-seen")
    cast = make_cast(make_person("nan", "Nan", can_talk_to=True), dad, make_person())
    path = begun(make_story(1, cast=cast).with_(panels=(make_panel(scene=make_scene(Figure(id="f", who="mum"))),)))
    sam.visit(f"{path}?page=9")
    assert "You can talk about this with" in sam.text and "Nan" in sam.text and "Dad" not in sam.text


def test_a_story_with_nothing_in_it_says_what_to_do(sam, begun):
    path = begun(make_story(0).with_(panels=(Panel(id="11111111-1111-4111-8111-111111111111"),)))
    sam.visit(f"{path}?page=1")
    assert "There is nothing to read yet" in sam.text


@pytest.mark.parametrize("page", ["-4", "99999999999999999999", "x", "%00", "1.5", ""])
def test_an_odd_page_number_is_a_page_all_the_same(sam, begun, page):
    path = begun(make_story(1))
    assert sam.visit(f"{path}?page={page}").status_code == 200
    assert "style=" not in sam.text


def test_markup_in_words_is_words(sam, begun):
    path = begun(make_story(1).with_(panels=(make_panel("<script>alert(1)</script>"),)))
    sam.visit(f"{path}?page=1")
    assert "<script>alert" not in sam.text and "&lt;script&gt;" in sam.text


def test_a_cover_without_a_title_lends_its_words_to_the_bar_the_home_page_the_book_and_the_print(sam):
    panels = (make_panel("Why Nan is poorly\nA story for Lily").with_(purpose="cover"), make_panel())
    about = About(children=(Child("Lily", 6),))
    story, older = [sam.store.stories.add(make_story(0, about=about).with_(panels=panels)) for _ in range(2)]
    sam.visit("/")
    assert sam.text.count("Why Nan is poorly</") >= 2, "the newest and the one behind it"
    for page in ("read", "print", "people"):
        sam.visit(f"/stories/{story}/{page}")
        assert re.search(r"topbar__title[^>]*>Why Nan is poorly<|read__title[^>]*>Why Nan is poorly<", sam.text), page
        assert "without a title" not in sam.text and "no title yet" not in sam.text
