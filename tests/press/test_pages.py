"""One panel a page: the large edition, tagged for a screen reader."""
import pytest

from tests.factories import make_cast, make_panel, make_scene, make_story
from tests.press.paper import A4, Tags, pages_of, sizes_of
from wordspics.pictures.draw import draw
from wordspics.press import CannotPrint
from wordspics.story import About, Bubble, Figure, Thing, View

pytestmark = pytest.mark.xdist_group("press")


@pytest.fixture(scope="module")
def story():
    scene = make_scene(Figure(id="f", who="lily"), Bubble(id="b", words="I miss you", x=0.5, y=0.2))
    views = (View(owner="Mum", words={"en": "I was tired."}), View(owner="The judge", words={"en": "Lily must be safe."}))
    story = make_story(1, about=About(title="Our story", languages=("en", "cy", "ar")))
    return story.add_panel(make_panel("Lily says it.", scene=scene)).add_panel(
        make_panel("They disagree.", views=views).tell("Helo Lily.", "cy").tell("تعيش ليلي مع عمتها", "ar"))


@pytest.fixture(scope="module")
def pages(print_story, story):
    return print_story(story, "pages", language="en,cy,ar")


def test_each_panel_has_an_a4_page_between_cover_and_credits(pages):
    assert sizes_of(pages) == [pytest.approx(A4, abs=0.6)] * 5
    read = pages_of(pages)
    for page, words in ((0, "Our story"), (1, "This is panel 1."), (2, "Lily says it."), (4, "About this book")):
        assert words in read[page]


def test_draft_is_on_the_first_and_the_last_page(pages):
    assert ["Draft, not yet agreed" in page for page in pages_of(pages)] == [True, False, False, False, True]


def test_every_picture_is_a_figure_whose_alt_tells_the_scene(pages, story):
    told = [draw(panel.scene, story.cast).alt for panel in story.panels]
    assert Tags(pages).alts == [told[0], *told]


def test_a_bubbles_words_are_text_and_are_read_after_their_picture(pages):
    assert "I miss you" in pages_of(pages)[2]
    kinds = [kind for kind, _, _ in Tags(pages).elements]
    figure = [i for i, kind in enumerate(kinds) if kind == "Figure"][2]
    assert kinds[figure + 1:figure + 3] == ["Div", "P"]


def test_each_language_is_named_in_the_tags_in_reading_order(pages):
    assert [language for language in Tags(pages).languages if language != "en"] == ["cy", "ar"]


def test_words_in_other_scripts_are_there_to_be_read(pages):
    words = pages_of(pages)[3]
    assert "Helo Lily." in words and any("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufeff" for c in words)


def test_emoji_do_not_stop_a_print(print_story):
    assert "Hello" in pages_of(print_story(make_story(0).with_(panels=(make_panel("Hello 🙂👩‍👧🇬🇧❤️ there"),)), "pages"))[1]


def test_a_letter_no_font_has_is_named_with_its_panel_and_never_printed_as_an_empty_box(print_story):
    with pytest.raises(CannotPrint, match="No font on this computer has the letter 𓀀 on panel 2"):
        print_story(make_story(1).add_panel(make_panel("Lily drew 𓀀.")))


@pytest.mark.parametrize("wish, answer", [
    ({"edition": "scroll"}, "these editions"), ({"ink": "gold"}, "these inks"), ({"paper": "a3"}, "on this paper"),
    ({"language": "pl"}, "not written in pl")])
def test_a_wish_the_press_does_not_know_is_answered_in_one_sentence(print_story, wish, answer):
    with pytest.raises(CannotPrint, match=answer):
        print_story(make_story(1), **wish)


def test_a_picture_the_library_does_not_have_stops_the_print_and_names_its_panel(print_story):
    story = make_story(1).add_panel(make_panel("Gone.", scene=make_scene(Thing(id="t", name="no-such-thing"))))
    with pytest.raises(CannotPrint, match="Panel 2 shows a picture called 'no-such-thing'"):
        print_story(story)


def test_a_figure_of_somebody_who_left_the_cast_still_prints(print_story):
    story = make_story(1).with_(cast=make_cast().part_with("lily"))
    assert len(pages_of(print_story(story, "pages"))) == 3
