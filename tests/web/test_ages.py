"""Ages: a reading of one's own for a younger or older child, tied to the story it comes from."""
import re
from uuid import uuid4

import pytest

from tests.factories import make_story
from wordspics.story import Child, View
from wordspics.story.sheet import write_sheet


@pytest.fixture
def ages(sam):
    """A story of three panels with a reading for Max, who is 3."""
    id = sam.store.stories.add(make_story(3))
    sam.here = f"/stories/{id}"
    sam.kept = lambda: sam.store.stories.load(id)
    sam.send(f"{sam.here}/ages", {"child": "Max", "age": "3", "narrator": "family"})
    sam.version = lambda: sam.kept().story.versions[0]
    sam.at = sam.page.headers["Location"]
    return sam


def tell(sam, words: str, panel: int = 0, **more):
    kept = sam.kept()
    return sam.send(sam.at, {f"words-{kept.story.panels[panel].id}": words, "rev": kept.sheets[sam.version().id].rev, **more})


def change_the_story(sam, words: str, panel: int = 0, **more) -> None:
    kept = sam.kept()
    told = kept.story.panels[panel].tell(words).with_(**more)
    sam.store.sheets.put(kept.id, told.id, write_sheet(told), kept.sheets[told.id].rev, str(uuid4()))


def test_a_reading_is_for_one_child_of_an_age(ages):
    assert (ages.version().child, ages.version().age) == ("Max", 3)
    page = ages.visit(ages.at).get_data(as_text=True)
    assert "who is 3" in page and "up to 10 words in a sentence" in page
    assert ages.send(f"{ages.here}/ages", {"child": "", "age": "3"}).status_code == 422
    for age in ("old", "19", "00059", "0005" + "9" * 5000):
        assert ages.send(f"{ages.here}/ages", {"child": "Max", "age": age}).status_code == 422


def test_the_storys_own_children_are_offered_and_need_no_typing(ages):
    kept = ages.kept()
    about = kept.story.about.with_(children=(Child("Robin", 5), Child("Wren", 9)))
    ages.store.sheets.put(kept.id, kept.about_id, write_sheet(about), kept.sheets[kept.about_id].rev, "two-children")

    def offered() -> dict[str, str]:
        page = ages.visit(f"{ages.here}/ages").get_data(as_text=True)
        return dict(re.findall(r'name="child" value="(\w+)"><input type="hidden" name="age" value="(\d+)"', page))
    assert offered()["Wren"] == "9" and "Robin" not in offered(), "the story itself is told to the youngest"
    ages.send(f"{ages.here}/ages", {"child": "Wren", "age": "9", "narrator": "family"})
    assert "Wren" not in offered()


def test_its_own_words_are_read_and_printed_and_the_storys_where_it_has_none(ages):
    tell(ages, "Max is here.")
    assert [panel.words_in("en") for panel in ages.kept().story.panels] == ["This is panel 1.", "This is panel 2.", "This is panel 3."]
    read = [ages.visit(f"{ages.here}/read?reading={ages.version().id}&page={n}").get_data(as_text=True) for n in range(1, 4)]
    assert "Max is here." in read[0] and "This is panel 2." in read[1]
    assert "This is panel 1." in ages.visit(f"{ages.here}/read?page=1").get_data(as_text=True)
    assert f"reading={ages.version().id}" in ages.visit(f"{ages.here}/print?reading={ages.version().id}").get_data(as_text=True)


def test_the_pages_turn_within_the_same_reading(ages):
    ages.visit(f"{ages.here}/read?reading={ages.version().id}&page=1")
    assert f"page=2&amp;reading={ages.version().id}" in ages.text


def test_it_shows_what_the_story_changed_since_and_that_its_words_still_fit(ages):
    tell(ages, "Max is here.")
    assert "The story changed" not in ages.visit(ages.at).get_data(as_text=True)
    change_the_story(ages, "This is the very first panel.")
    page = ages.visit(ages.at).get_data(as_text=True)
    assert "The story changed here" in page and re.search(r'<mark class="noted">the very first', page)
    assert "The story changed at panel 1" in ages.visit(f"{ages.here}/ages").get_data(as_text=True)
    tell(ages, "Max is here.", still=ages.kept().story.panels[0].id)
    assert "The story changed" not in ages.visit(ages.at).get_data(as_text=True)
    assert ages.version().words_in(ages.kept().story.panels[0].id, "en") == "Max is here."


def test_words_taken_out_again_leave_the_storys_own(ages):
    tell(ages, "Max is here.")
    tell(ages, "  ")
    assert ages.version().words == {} and ages.version().base == {}


def test_thoughts_are_for_the_age_of_the_one_it_is_read_to(ages):
    long = "One two three four five six seven eight nine ten eleven."
    change_the_story(ages, long)
    page = ages.visit(ages.at).get_data(as_text=True)
    assert "try two" in page.split('class="reading__own"')[0], "it stands under the story's words: they are what Max is read"
    assert "try two" not in ages.visit(f"{ages.here}/agree").get_data(as_text=True)
    tell(ages, "One. Two.")
    assert "try two" not in ages.visit(ages.at).get_data(as_text=True)


def two_windows(ages):
    """Max's first page written in one window, and from an older page in another."""
    tell(ages, "Max is here.")
    tell(ages, "Max is there.", rev="1")
    return ages.store.sheets.beside(ages.kept().id)


def own_words(ages) -> str:
    return ages.version().words_in(ages.kept().story.panels[0].id, "en")


def test_a_reading_from_an_old_page_is_kept_beside_and_both_are_shown(ages):
    [_] = two_windows(ages)
    assert own_words(ages) == "Max is here." and ages.page.headers["Location"] == f"{ages.at}/beside"
    ages.follow()
    assert re.findall(r"<mark>([^<]+)</mark>", ages.text) == ["there.", "here."]
    assert "Panel 1" in ages.text and "Panel 2" not in ages.text, "what is the same in both is not shown twice"


def test_either_reading_can_be_used_and_until_then_its_page_says_that_two_wait(ages):
    [other] = two_windows(ages)
    assert f'href="{ages.at}/beside"' in ages.visit(ages.at).get_data(as_text=True)
    rev = ages.kept().sheets[ages.version().id].rev
    answer = ages.send(f"{ages.at}/beside", {"rev": other.rev, "standing": rev, "seen": other.rev})
    assert answer.headers["Location"] == ages.at and own_words(ages) == "Max is there."
    assert not ages.store.sheets.beside(ages.kept().id)
    assert ages.visit(f"{ages.at}/beside").headers["Location"] == ages.at
    assert "Two versions" not in ages.visit(ages.at).get_data(as_text=True)


def test_a_page_taken_out_of_one_reading_is_shown_as_the_storys_own_words(ages):
    tell(ages, "Max is here.")
    rev = str(ages.kept().sheets[ages.version().id].rev)
    tell(ages, "Max is there.")
    tell(ages, "", rev=rev)
    ages.follow()
    assert "The story’s own words" in ages.text and re.findall(r"<mark>([^<]+)</mark>", ages.text) == ["Max is there."]


# ---- two views ----

@pytest.fixture
def disputed(ages):
    """The second panel holds two views, and nothing that everybody says."""
    change_the_story(ages, "", 1, views=(View("The doctors say", {"en": "Somebody hurt Ann."}), View("Mum says", {"en": "I did not."})))
    return ages


def tell_view(ages, view: int, words: str, **more):
    kept = ages.kept()
    return ages.send(ages.at, {f"words-{kept.story.panels[1].id}-{view}": words, "rev": kept.sheets[ages.version().id].rev, **more})


def test_each_view_can_be_told_again_and_is_read_and_printed_in_its_place(disputed):
    page = disputed.visit(disputed.at).get_data(as_text=True)
    assert "Somebody hurt Ann." in page and "I did not." in page
    assert 'aria-label="Panel 2, Mum says, for Max"' in page and 'aria-label="Panel 2, for Max"' not in page
    tell_view(disputed, 1, "Not me.")
    read = disputed.visit(f"{disputed.here}/read?reading={disputed.version().id}&page=2").get_data(as_text=True)
    assert "Not me." in read and "I did not." not in read and "Somebody hurt Ann." in read and "Mum says" in read
    assert "I did not." in disputed.visit(f"{disputed.here}/read?page=2").get_data(as_text=True)
    tell_view(disputed, 1, " ")
    assert disputed.version().views == {}


def test_a_view_that_changed_in_the_story_is_marked_whatever_was_told_beside_it_since(disputed):
    tell_view(disputed, 1, "Not me.")
    change_the_story(disputed, "", 1, views=(View("The doctors say", {"en": "Somebody hurt Ann."}), View("Mum says", {"en": "I was out."})))
    tell_view(disputed, 0, "Ann was hurt.")
    page = disputed.visit(disputed.at).get_data(as_text=True)
    assert re.findall(r'<mark class="noted">([^<]+)', page) == ["was out."] and "The story changed here" in page
    assert "The story changed at panel 2" in disputed.visit(f"{disputed.here}/ages").get_data(as_text=True)
    tell_view(disputed, 1, "Not me.", still=disputed.kept().story.panels[1].id)
    assert "The story changed" not in disputed.visit(disputed.at).get_data(as_text=True)
    assert disputed.version().words_in(disputed.kept().story.panels[1].id, "en", 1) == "Not me."


def test_two_windows_on_one_view_are_both_shown(disputed):
    tell_view(disputed, 1, "Not me.")
    tell_view(disputed, 1, "Not him.", rev="1")
    disputed.follow()
    assert "Panel 2, Mum says" in disputed.text and re.findall(r"<mark>([^<]+)</mark>", disputed.text) == ["him.", "me."]


# ---- the whole reading ----

def test_the_whole_reading_is_looked_at_for_its_own_age(ages):
    for _ in range(7):
        ages.send(f"{ages.here}/panels", {"after": ""})
    page = ages.visit(ages.at).get_data(as_text=True)
    assert "10 panels are many for this age; 4 to 8 is usual." in page and "Thoughts, not rules. You decide." in page
    assert "are many" not in ages.visit(f"{ages.here}/agree").get_data(as_text=True)
    tell(ages, "None of this was Max's fault.")
    page = ages.visit(ages.at).get_data(as_text=True)
    assert "It says that it was not the child" in page and f'href="#panel-{ages.kept().story.panels[0].id}"' in page


def test_how_hard_it_is_to_read_is_one_plain_line_and_a_hint(ages):
    assert "Flesch" not in ages.visit(ages.at).get_data(as_text=True), "three short sentences say nothing"
    for panel in range(3):
        change_the_story(ages, "We went home and had our tea. " * 12, panel)
    page = ages.visit(ages.at).get_data(as_text=True)
    assert re.search(r"Flesch-Kincaid grade [\d.]+, as a hint only: at this age up to 1 ", page)
    assert re.search(r"Flesch-Kincaid grade [\d.]+, as a hint only", ages.visit(f"{ages.here}/agree").get_data(as_text=True))


def test_a_reading_can_be_taken_off_the_list(ages):
    ages.send(f"{ages.at}/removal")
    assert ages.kept().story.versions == ()
    assert ages.visit(ages.at).status_code == 404


def test_a_panel_taken_out_of_the_story_leaves_its_readings_whole(ages):
    tell(ages, "Max is here.")
    gone = ages.kept().story.panels[0]
    ages.send(f"{ages.here}/panels/{gone.id}/remove")
    assert ages.visit(ages.at).status_code == 200 and ages.version().words
