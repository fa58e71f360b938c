"""More than one language: chosen for the story, written under each panel, read and printed in one or in both."""
import datetime
import re
from urllib.parse import quote

import pytest

from wordspics import guide
from wordspics.pictures import typeface
from wordspics.story import Answer, View
from wordspics.story.sheet import write_sheet


@pytest.fixture
def lily(sam):
    """Sam with Lily's story open: `sam.story` is its id."""
    sam.story = sam.store.stories.add(guide.example("lily"))
    return sam


def kept(visitor):
    return visitor.store.stories.load(visitor.story)


def choose(visitor, do: str, language: str):
    return visitor.send(f"/stories/{visitor.story}/languages", {
        "do": do, "language": language, "panel": kept(visitor).story.panels[0].id})


def panel_at(visitor) -> str:
    return f"/stories/{visitor.story}/panels/{kept(visitor).story.panels[0].id}"


def test_a_language_is_added_put_first_and_taken_off_and_its_words_stay(lily):
    choose(lily, "add", "ur")
    assert lily.follow().status_code == 200 and "اردو" in lily.text
    rev = kept(lily).sheets[kept(lily).story.panels[0].id].rev
    lily.send(panel_at(lily), {"words": "Lily sings.", "words-ur": "للی گاتی ہے۔", "rev": rev})
    choose(lily, "first", "ur")
    assert kept(lily).story.about.languages == ("ur", "en")
    assert "Languages: Urdu, English" in lily.visit(f"/stories/{lily.story}/begin").get_data(as_text=True)
    lily.visit(panel_at(lily))
    assert re.search(r'<textarea[^>]* name="words"[^>]* lang="ur"', lily.text) and 'name="words-en"' in lily.text
    choose(lily, "leave", "ur")
    assert kept(lily).story.about.languages == ("en",)
    assert kept(lily).story.panels[0].words == {"en": "Lily sings.", "ur": "للی گاتی ہے۔"}


@pytest.mark.parametrize("do, language, said", [
    ("leave", "en", "one language at least"), ("add", "klingon", "from the list"), ("dance", "pl", "from the list"), ("add", "", "from the list")])
def test_a_choice_that_cannot_be_made_says_so(lily, do, language, said):
    assert choose(lily, do, language).status_code == 422
    assert said in lily.text and kept(lily).story.about.languages == ("en",)


def test_a_story_has_room_for_four_languages(lily):
    for language in ("cy", "pl", "ur"):
        choose(lily, "add", language)
    assert choose(lily, "add", "so").status_code == 422 and "4 languages" in lily.text
    assert "Add a language" not in lily.text


def test_a_language_may_take_another_ones_place_and_panels_can_still_be_written(lily):
    for language in ("cy", "pl", "ar"):
        choose(lily, "add", language)
    written = {"words": "Lily sings.", "words-cy": "Mae Lily yn canu.", "words-pl": "Lila śpiewa.", "words-ar": "ليلي تغني"}
    lily.send(panel_at(lily), {**written, "rev": kept(lily).sheets[kept(lily).story.panels[0].id].rev})
    choose(lily, "leave", "ar")
    choose(lily, "add", "so")
    rev = kept(lily).sheets[kept(lily).story.panels[0].id].rev
    assert lily.send(panel_at(lily), {"words-so": "Lily way heestaa.", "rev": rev}).status_code == 303
    assert kept(lily).story.panels[0].words == {
        "en": "Lily sings.", "cy": "Mae Lily yn canu.", "pl": "Lila śpiewa.", "ar": "ليلي تغني", "so": "Lily way heestaa."}


def test_a_choice_from_an_older_page_is_made_beside_another_windows(lily):
    choose(lily, "add", "cy")
    lily.send(f"/stories/{lily.story}/languages", {"do": "add", "language": "pl", "rev": "1"})
    lily.follow()
    assert "another window" not in lily.text and kept(lily).story.about.languages == ("en", "cy", "pl")


@pytest.mark.parametrize("leaf", ["", "/shorten/0"])
def test_words_go_into_the_language_their_page_showed_whichever_comes_first_meanwhile(lily, leaf):
    panel = kept(lily).story.panels[0]
    said = panel.with_(answers=(Answer("What went well?", "She sang.", "Jo", datetime.date(2025, 5, 2)),))
    lily.store.sheets.put(lily.story, panel.id, write_sheet(said), kept(lily).sheets[panel.id].rev, "an-answer")
    choose(lily, "add", "cy")
    lily.visit(panel_at(lily) + leaf)
    fields = dict(re.findall(r'<input type="hidden" name="(rev|languages)" value="([^"]*)"', lily.text))
    choose(lily, "first", "cy")
    lily.send(panel_at(lily), {**fields, "words": "Lily sings."})
    assert kept(lily).story.panels[0].words == {"en": "Lily sings."}
    choose(lily, "leave", "en")
    lily.send(panel_at(lily), {**fields, "rev": kept(lily).sheets[panel.id].rev, "words": "Lily dances."})
    assert kept(lily).story.panels[0].words == {"en": "Lily dances."}


def test_a_reading_goes_into_the_language_its_page_showed(lily):
    lily.send(f"/stories/{lily.story}/ages", {"child": "Max", "age": "3", "narrator": "family"})
    one = lily.page.headers["Location"]
    choose(lily, "add", "cy")
    lily.visit(one)
    fields = dict(re.findall(r'<input type="hidden" name="(rev|languages)" value="([^"]*)"', lily.text))
    choose(lily, "first", "cy")
    panel = kept(lily).story.panels[0].id
    lily.send(one, {**fields, f"words-{panel}": "Max sings."})
    assert kept(lily).story.versions[0].words == {panel: {"en": "Max sings."}}


def test_each_language_has_its_words_under_the_panel_in_its_own_direction(lily):
    for language in ("pl", "ur"):
        choose(lily, "add", language)
    lily.visit(panel_at(lily))
    assert re.findall(r'aria-label="(Words for this panel[^"]*)"', lily.text) == [
        f"Words for this panel, in {language}" for language in ("English", "Polish", "Urdu")]
    assert re.findall(r'<words-box class="words" data-language="([a-z]+)" data-most="1500"( dir="rtl")?>', lily.text) == [
        ("en", ""), ("pl", ""), ("ur", ' dir="rtl"')]


def test_words_in_another_language_are_not_looked_at_and_the_answer_says_so(lily):
    answer = lily.client.post(f"/stories/{lily.story}/words", json={"text": "Placement placement.", "language": "pl"}, headers={
        "X-CSRFToken": lily.token, "Accept": "application/json"}).get_json()
    assert answer["findings"] == [] and "English words only" in answer["unread"] and "Polish" in answer["unread"]


@pytest.fixture
def told_twice(sam):
    """A story in English and Welsh, its second panel in English alone."""
    story = guide.example("lily")
    first, second = story.panels[:2]
    views = (View("Mum says").tell("I was tired.").tell("Roeddwn i’n flinedig.", "cy"), View("Dad says").tell("So was I."))
    sam.story = sam.store.stories.add(story.with_(about=story.about.speak("cy"), panels=(
        first.tell("Mae Lily’n byw gyda Modryb Jo.", "cy").with_(views=views), second)))
    return sam


@pytest.mark.parametrize("language, said, unsaid", [
    ("", ["Lily lives with Aunty Jo", "I was tired."], ["Mae Lily", "flinedig"]),
    ("cy", ["Mae Lily’n byw", "flinedig"], ["Lily lives with", "I was tired."]),
    ("en,cy", ["Lily lives with", "Mae Lily’n byw", "I was tired.", "flinedig"], []),
    ("xx", ["Lily lives with"], ["Mae Lily"])])
def test_the_story_is_read_in_one_language_or_in_both(told_twice, language, said, unsaid):
    page = told_twice.visit(f"/stories/{told_twice.story}/read?page=1&language={quote(language)}").get_data(as_text=True)
    assert all(words in page for words in said) and not any(words in page for words in unsaid)
    assert re.findall(r'aria-current="true">([^<]+)</a>', page) == [{"cy": "Cymraeg", "en,cy": "Both"}.get(language, "English")]


def test_a_page_that_is_not_translated_yet_is_read_as_it_is(told_twice):
    assert "Grandad was worried" in told_twice.visit(f"/stories/{told_twice.story}/read?page=2&language=cy").get_data(as_text=True)


def test_the_print_page_offers_the_languages_and_keeps_the_choice(told_twice):
    page = told_twice.visit(f"/stories/{told_twice.story}/print?language=en,cy").get_data(as_text=True)
    assert 'aria-label="In which language"' in page and '<input type="hidden" name="language" value="en,cy">' in page
    assert "language=en,cy" in re.search(r'<a class="edition" href="([^"]+)"', page)[1]


def test_a_language_the_app_has_no_letters_for_is_not_promised_on_paper(lily):
    choose(lily, "add", "zh")
    assert "has none to print it with" in lily.follow().get_data(as_text=True)
    page = lily.visit(f"/stories/{lily.story}/print?language=zh").get_data(as_text=True)
    assert "no letters to print Chinese with" in page and 'value="open" formtarget="_blank" disabled' in page


def test_other_scripts_are_shown_in_the_letters_that_print_them(stranger):
    sheet = stranger.visit("/static/css/tokens.css").get_data(as_text=True)
    named = set(re.findall(r'url\("/fonts/([a-z-]+)\.ttf"\)', sheet))
    assert named == {"regular", "bold", *(family.lower().replace(" ", "-") for family in typeface.fallbacks() if "Emoji" not in family)}
    for name in named:
        assert stranger.visit(f"/fonts/{name}.ttf").status_code == 200, name
    assert stranger.visit("/fonts/passwd.ttf").status_code == 404
