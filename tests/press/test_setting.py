"""Words on their leaves: as large as they can be, never over the edge, never lost."""
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.factories import make_panel, make_story
from wordspics.press import CannotPrint, fits
from wordspics.press.editions import EDITIONS, FOLDED, PAGES
from wordspics.press.leaves import Cover, Inside, OwnPicture, PanelLeaf, Questions, languages_of, lay_out
from wordspics.press.setting import balance, height_of, runs_right
from wordspics.story import About, Panel, Scene, View

SENTENCE = "Mummy said: I love you, and I will always love you. "
any_words = some.builds(lambda text, times: (text * times)[:1500],
                        some.text(some.sampled_from("abcdefghij  \n-.WMéжب🙂"), max_size=80), some.integers(1, 150))


def leaves_of(story, edition=FOLDED, paper="a4"):
    return lay_out(story, edition, paper, languages_of(story, None))


def panel_leaves(story, edition=FOLDED):
    return [leaf for leaf in leaves_of(story, edition) if isinstance(leaf, PanelLeaf)]


def said_on(leaves):
    return "".join(line for leaf in leaves for row in leaf.rows for column in row for line in column.lines)


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
@settings(max_examples=40)
@given(words=any_words, views=some.lists(any_words, max_size=2))
def test_whatever_is_written_stays_inside_its_leaves_and_none_of_it_is_lost(edition, words, views):
    panel = make_panel(words, views=tuple(View(owner=f"Somebody {i}", words={"en": said}) for i, said in enumerate(views)))
    views = [view.words_in("en") for view in panel.views]
    story = make_story(panels=0).with_(panels=(panel,))
    leaves = panel_leaves(story, edition)
    wide, high = edition.leaf("a4")
    for leaf in leaves:
        assert leaf.size >= 14
        assert leaf.words.y + height_of(leaf.rows, leaf.size) <= high - edition.foot + 0.01
        assert leaf.words.x >= edition.side - 0.01 and leaf.words.x + leaf.words.w <= wide - edition.side + 0.01
    wanted = panel.words_in("en") + "".join(views)
    assert sorted(re.sub(r"\s", "", said_on(leaves))) == sorted(re.sub(r"\s", "", wanted))


def test_few_words_are_set_large_and_alike_on_every_leaf():
    story = make_story(4)
    assert {leaf.size for leaf in panel_leaves(story)} == {24}
    assert len({leaf.picture for leaf in panel_leaves(story)}) == 1


def test_one_long_panel_gets_smaller_letters_without_making_the_others_small():
    story = make_story(2).add_panel(make_panel(SENTENCE * 8))
    first, second, long = panel_leaves(story)
    assert first.size == second.size == 24 and 14 <= long.size < 18


def test_words_too_long_for_a_page_run_on_and_are_named():
    story = make_story(1).add_panel(make_panel((SENTENCE * 30)[:1500], id="long"))
    assert fits(story, "folded") == ["long"]
    assert [leaf.picture is None for leaf in panel_leaves(story)] == [False, False, True]


def test_what_does_not_fold_on_one_page_may_fit_a_large_one():
    story = make_story(1).add_panel(make_panel((SENTENCE * 30)[:1500], id="long"))
    assert fits(story, "pages") == []


def test_two_views_stand_side_by_side_under_the_picture():
    views = (View(owner="Mum says", words={"en": "I was tired."}), View(owner="The judge says", words={"en": "Be safe."}))
    (leaf,) = panel_leaves(make_story(0).with_(panels=(make_panel("They do not agree.", views=views),)))
    assert [[column.owner for column in row] for row in leaf.rows] == [[()], [("Mum says",), ("The judge says",)]]


@pytest.mark.parametrize(("said", "measure", "lines"), [
    ("None of this was your fault. You can love Mummy. You can talk to Nani or Miss Reid.", 118,
     ["None of this was your fault.", "You can love Mummy.", "You can talk to Nani or Miss Reid."]),
    ("Nani looks after you. Uncle Omar makes tea on Mondays.", 118, ["Nani looks after you. Uncle Omar", "makes tea on Mondays."]),
    ("Nani looks after you. Uncle Omar makes tea on Mondays.", 170, ["Nani looks after you.", "Uncle Omar makes tea on Mondays."]),
    ("A judge listened to everybody. The judge said Mummy must go to prison.", 118,
     ["A judge listened to everybody.", "The judge said Mummy", "must go to prison."]),
    ("Dad, and us", 40, ["Dad,", "and us"])])
def test_a_line_ends_where_a_reader_takes_breath_and_a_full_name_stays_together(said, measure, lines):
    assert list(balance(said, 20, measure)) == lines


def test_a_folded_booklet_is_filled_with_pages_for_the_childs_own_pictures():
    leaves = leaves_of(make_story(10))
    assert len(leaves) == 16
    assert [type(leaf) for leaf in leaves[11:14]] == [OwnPicture, Questions, OwnPicture]
    assert isinstance(leaves[0], Cover) and isinstance(leaves[14], Inside)


def test_pages_have_no_blanks():
    assert len(leaves_of(make_story(10), PAGES)) == 12


def test_a_cover_panel_becomes_the_cover_and_is_not_told_twice():
    story = make_story(2)
    story = story.add_panel(make_panel("The story of Lily and Mum.", purpose="cover", id="front"), 0)
    cover, *rest = leaves_of(story, PAGES)
    assert cover.panel.id == "front" and " ".join(cover.below) == "The story of Lily and Mum."
    assert len(rest) == 3


def test_a_cover_panel_that_says_more_than_a_cover_can_is_told_as_well():
    story = make_story(1).add_panel(make_panel(SENTENCE * 12, purpose="cover", id="front"), 0)
    cover, *rest = leaves_of(story, PAGES)
    assert cover.below == () and rest[0].panel.id == "front"


def test_hidden_panels_and_panels_with_nothing_for_a_child_do_not_print():
    story = make_story(1).add_panel(make_panel("Hidden.", hidden=True)).add_panel(Panel(id="empty", notes="For adults."))
    assert len(panel_leaves(story)) == 1


def test_a_panel_without_a_picture_leaves_room_to_draw_one():
    (leaf,) = panel_leaves(make_story(0).with_(panels=(make_panel("Draw your house.", scene=Scene()),)))
    assert leaf.picture and leaf.panel.scene.is_empty


def test_an_empty_story_says_what_to_do_first():
    with pytest.raises(CannotPrint, match="nothing to print yet"):
        leaves_of(make_story(0))


def test_more_pages_than_can_be_folded_are_refused_in_one_sentence():
    story = make_story(0).with_(panels=tuple(make_panel("Mummy loves Lily. " * 80) for _ in range(36)))
    with pytest.raises(CannotPrint, match=r"Folded booklet: this story makes \d+ pages, and the most is 40\."):
        leaves_of(story)
    assert leaves_of(story, PAGES)


def test_no_word_of_a_title_is_cut_in_two_while_smaller_letters_would_hold_it():
    story = make_story(1, about=About(title="Remembering Grandfather"))
    for edition in EDITIONS.values():
        assert " ".join(leaves_of(story, edition)[0].title) == "Remembering Grandfather"


def test_the_longest_title_fits_both_covers():
    story = make_story(1, about=About(title="M" * 120))
    for edition in EDITIONS.values():
        cover = leaves_of(story, edition)[0]
        assert "".join(cover.title) == "M" * 120 and cover.words.y + cover.words.h <= edition.leaf("a4")[1]


def test_words_print_in_the_languages_asked_for_and_untranslated_ones_are_not_lost():
    both = make_panel("Hello.").tell("Helo.", "cy")
    about = About(title="Our story", languages=("en", "cy"))
    story = make_story(0, about=about).with_(panels=(both, make_panel("Only English.")))
    leaves = [leaf for leaf in lay_out(story, PAGES, "a4", languages_of(story, "cy,en")) if isinstance(leaf, PanelLeaf)]
    assert [column.language for row in leaves[0].rows for column in row] == ["cy", "en"]
    welsh = [leaf for leaf in lay_out(story, PAGES, "a4", ("cy",)) if isinstance(leaf, PanelLeaf)]
    assert said_on(welsh) == "Helo.Only English."
    with pytest.raises(CannotPrint, match="not written in pl"):
        languages_of(story, "pl")


def test_scripts_that_run_from_right_to_left_are_known_by_their_letters():
    assert runs_right("12 تعيش ليلي") and runs_right("אבא") and not runs_right("Lily تعيش") and not runs_right("123")


def test_a_letter_sized_leaf_keeps_its_margins():
    for edition in EDITIONS.values():
        wide, high = edition.leaf("letter")
        for leaf in leaves_of(make_story(3, ), edition, "letter"):
            if isinstance(leaf, PanelLeaf):
                assert leaf.picture.x + leaf.picture.w <= wide - edition.side + 0.01
                assert leaf.words.y + leaf.words.h <= high - edition.foot + 0.01


def test_the_scene_of_the_first_picture_is_on_the_cover_when_no_panel_is_the_cover():
    story = make_story(0).with_(panels=(make_panel("No picture.", scene=Scene()), make_panel("A picture.", id="seen")))
    assert leaves_of(story)[0].panel.id == "seen"
