"""Talking together in a real browser: kept as it is written, for everybody, and nothing is lost on the way."""
import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from pages import LAPTOP, TOUCH, asleep, awake, sign_in
from wordspics import guide
from wordspics.story import Version, View
from wordspics.story.sheet import write_sheet


@pytest.fixture
def page(quiet, live):
    """Lily's third panel lies open for talking; `page.kept()` is what the store holds of it."""
    sign_in(quiet.context, live)
    story = live.store.stories.add(guide.example("lily"))
    quiet.set_viewport_size(LAPTOP)
    quiet.here = f"{live.url}/stories/{story}"
    quiet.kept = lambda: live.store.stories.load(story).story.panels[2]
    quiet.goto(f"{quiet.here}/panels/{quiet.kept().id}/talk")
    return quiet


def agree(page) -> None:
    page.locator(".who__one", has_text="Mummy").click()
    page.get_by_role("button", name="They say yes").click()
    page.locator("talk-box").wait_for()
    awake(page)


def saved(page) -> None:
    expect(page.locator(".save-state")).to_have_text(re.compile(r"Saved \d\d:\d\d"))


def test_an_answer_is_kept_while_it_is_written_and_asked_another_way(page):
    agree(page)
    page.get_by_label("What they say, word for word").fill("She were always out.")
    saved(page)
    page.get_by_text("Asked another way").click()
    page.get_by_label("The question as you asked it").fill("What did Lily not get, some days?")
    expect(page.locator("#question")).to_have_text("What did Lily not get, some days?")
    page.get_by_role("link", name="Next question").click()
    expect(page.locator(".said__words")).to_have_text("She were always out.")
    answer, = page.kept().answers
    assert (answer.question, answer.words, answer.by) == ("What did Lily not get, some days?", "She were always out.", "Mummy")


def test_an_answer_wiped_clean_is_gone_and_written_again_is_one(page):
    agree(page)
    box = page.get_by_label("What they say, word for word")
    for words in ("One.", "", "Two."):
        box.fill(words)
        page.wait_for_timeout(50)
    saved(page)
    page.get_by_role("link", name="Next question").click()
    page.locator(".said").wait_for()
    assert [answer.words for answer in page.kept().answers] == ["Two."]


def test_putting_it_in_the_panel_copies_and_never_moves(page):
    agree(page)
    page.get_by_label("What they say, word for word").fill("No tea.")
    page.get_by_role("link", name="Next question").click()
    page.get_by_role("link", name="Shorten together").click()
    words = page.get_by_role("textbox", name="Words for this panel")
    before = words.input_value()
    page.get_by_role("button", name="Put in the panel").click()
    expect(words).to_have_value(f"{before}\nNo tea.")
    saved(page)
    page.get_by_role("link", name="To the panel").click()
    page.locator("panel-editor").wait_for()
    assert page.kept().words_in("en") == f"{before}\nNo tea." and [answer.words for answer in page.kept().answers] == ["No tea."]


def test_a_careful_reader_helps_where_words_are_shortened(page):
    agree(page)
    page.get_by_label("What they say, word for word").fill("Her placement.")
    page.get_by_role("link", name="Next question").click()
    page.get_by_role("link", name="Shorten together").click()
    words = page.get_by_role("textbox", name="Words for this panel")
    words.fill("Lily has a placement.")
    expect(page.locator(".words__marks mark")).to_have_text(["placement"])
    page.get_by_role("button", name="Use “home”").click()
    expect(words).to_have_value("Lily has a home.")
    saved(page)
    words.fill("Lily has contact.")
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator(".words__marks mark")).to_have_count(0)
    saved(page)
    assert [aside.found for aside in page.kept().asides] == ["contact"]


def test_a_careful_reader_helps_in_a_reading_at_its_own_age(page, live):
    page.goto(f"{page.here}/ages")
    page.fill("[name=child]", "Rose")
    page.fill("[name=age]", "13")
    page.get_by_role("button", name="Begin it").click()
    second = page.get_by_role("textbox", name="Panel 2, for Rose")
    second.fill("Rose has a placement.")
    expect(page.locator(".words__marks mark")).to_have_text(["placement"])
    page.get_by_text("All thoughts on these words").click()
    expect(page.locator("[data-thoughts]")).to_contain_text("For a child of 13")
    page.get_by_role("button", name="Use “home”").click()
    expect(second).to_have_value("Rose has a home.")
    saved(page)
    second.fill("Rose has a home. And contact.")
    page.locator("[data-thoughts]").get_by_role("button", name="Keep mine").first.click()
    expect(page.get_by_text("Kept as it is", exact=True)).to_be_visible()
    expect(page.get_by_label("Why, for the adults’ notes")).to_have_count(0)         # no panel's notes would keep it
    second.fill("Rose has a home.")
    saved(page)
    story = live.store.stories.load(page.here.split("/")[-1]).story
    assert story.versions[0].words_in(story.panels[1].id, "en") == "Rose has a home."


def test_a_view_is_told_again_beside_the_other_and_stands_when_it_still_fits(page, live):
    id = page.here.split("/")[-1]
    kept = live.store.stories.load(id)
    panel, reading = kept.story.panels[1], Version(id=str(uuid4()), child="Rose", age=3)
    views = (View("Nan says", {"en": "There was no tea."}), View("Mum says", {"en": "I was ill."}))
    put = live.store.sheets.put
    put(id, reading.id, write_sheet(reading.tell_view(panel.id, 0, "No tea.", "en", kept.sheets[panel.id].rev)), None, str(uuid4()))
    put(id, panel.id, write_sheet(panel.with_(words={}, views=views)), kept.sheets[panel.id].rev, str(uuid4()))
    page.goto(f"{page.here}/ages/{reading.id}")
    page.get_by_role("textbox", name="Panel 2, Mum says, for Rose").fill("Mum was ill.")
    page.get_by_label("The words beside it still fit").check()
    saved(page)
    told, now = live.store.stories.load(id).story.versions[0], kept.sheets[panel.id].rev + 1
    assert [told.words_in(panel.id, "en", view) for view in (0, 1)] == ["No tea.", "Mum was ill."]
    assert [told.written_beside(panel.id, view) for view in (0, 1)] == [now, now] and told.words == {}


def test_in_a_reading_letters_typed_before_the_page_is_awake_are_kept_and_thought_about(page, live):
    page.goto(f"{page.here}/ages")
    page.fill("[name=child]", "Rose")
    page.fill("[name=age]", "13")
    with asleep(page):
        page.get_by_role("button", name="Begin it").click(no_wait_after=True)
        page.get_by_role("textbox", name="Panel 2, for Rose").fill("Rose has a placement.")
    saved(page)
    page.get_by_text("All thoughts on these words").click()
    expect(page.locator("[data-thoughts]")).to_contain_text("For a child of 13")
    story = live.store.stories.load(page.here.split("/")[-1]).story
    assert story.versions[0].words_in(story.panels[1].id, "en") == "Rose has a placement."


@pytest.mark.parametrize("size", [LAPTOP, TOUCH], ids=["laptop", "tablet"])
def test_every_page_of_it_is_for_everybody_and_never_scrolls_sideways(page, axe, size):
    page.set_viewport_size(size)
    awake(page)
    assert not axe(page)
    agree(page)
    page.get_by_label("What they say, word for word").fill("No tea.")
    saved(page)
    panel = page.kept().id
    for path in ("talk", "talk?topic=how-safe", "talk?topic=who-loves-this-child", "shorten/0", "../notes", "../ages", "../agree", "../people/lily/name"):
        page.goto(f"{page.here}/panels/{panel}/{path}" if not path.startswith("..") else f"{page.here}/{path[3:]}")
        is_for_everybody(page, axe, path)
    page.get_by_label("The new name").fill("Rose")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("button", name="Change it everywhere").wait_for()
    is_for_everybody(page, axe, "what would change")


def is_for_everybody(page, axe, what: str) -> None:
    awake(page)
    assert not axe(page), what
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what
    small = page.evaluate("""() => [...document.querySelectorAll("main a, main button, main summary")].filter(e => e.checkVisibility())
        .map(e => [e.textContent.trim(), e.getBoundingClientRect()]).filter(([, box]) => box.height < 43.5).map(([name]) => name)""")
    assert not small, (what, small)
