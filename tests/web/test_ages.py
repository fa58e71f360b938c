"""Ages: a reading of one's own for a younger or older child, tied to the story it comes from."""
import re

import pytest

from tests.factories import make_story
from wordspics.story import Child
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


def change_the_story(sam, words: str, panel: int = 0) -> None:
    kept = sam.kept()
    told = kept.story.panels[panel].tell(words)
    sam.store.sheets.put(kept.id, told.id, write_sheet(told), kept.sheets[told.id].rev, f"a-change-{words[:20].replace(' ', '-')}")


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


def test_a_reading_can_be_taken_off_the_list(ages):
    ages.send(f"{ages.at}/removal")
    assert ages.kept().story.versions == ()
    assert ages.visit(ages.at).status_code == 404


def test_a_panel_taken_out_of_the_story_leaves_its_readings_whole(ages):
    tell(ages, "Max is here.")
    gone = ages.kept().story.panels[0]
    ages.send(f"{ages.here}/panels/{gone.id}/remove")
    assert ages.visit(ages.at).status_code == 200 and ages.version().words
