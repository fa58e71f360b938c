"""Thoughts on the words in a real browser: underlined where they stand, never in the way of somebody who is writing."""
import re

import pytest
from playwright.sync_api import expect

from pages import LAPTOP, awake, sign_in
from wordspics import guide


@pytest.fixture
def page(quiet, live):
    """Lily's first panel lies open; `page.kept()` is what the store holds of it."""
    sign_in(quiet.context, live)
    story = live.store.stories.add(guide.example("lily"))
    quiet.set_viewport_size(LAPTOP)
    quiet.kept = lambda: live.store.stories.load(story).story.panels[0]
    quiet.goto(f"{live.url}/stories/{story}/panels/{quiet.kept().id}")
    awake(quiet)
    quiet.words = quiet.get_by_role("textbox", name="Words for this panel")
    quiet.note = quiet.locator("words-help")
    quiet.marks = quiet.locator(".words__marks mark")
    return quiet


def write(page, text: str) -> None:
    page.words.fill("")
    page.words.press_sequentially(text)


def saved(page) -> None:
    expect(page.locator(".save-state")).to_have_text(re.compile(r"Saved \d\d:\d\d"))


def test_a_workers_word_is_underlined_and_its_note_stands_under_the_words(page):
    write(page, "Lily has a placement.")
    expect(page.marks).to_have_text(["placement"])
    expect(page.note).to_contain_text("placement: try home")
    assert page.words.input_value() == "Lily has a placement."
    assert page.words.get_attribute("aria-describedby") == page.locator("[data-thought]").get_attribute("id")


def test_the_cursor_never_moves_while_thoughts_come_and_go(page):
    write(page, "Lily has a placement. She has contact.")
    expect(page.marks).to_have_count(2)
    page.words.evaluate("box => box.setSelectionRange(5, 5)")
    for letter in "really ":
        page.keyboard.type(letter)
        with page.expect_response("**/words"):
            pass
    expect(page.marks).to_have_count(2)
    assert page.words.input_value() == "Lily really has a placement. She has contact."
    assert page.evaluate("[document.activeElement.name, document.activeElement.selectionStart, document.activeElement.selectionEnd]") == ["words", 12, 12]


def test_the_underline_lies_under_its_own_words_on_every_line(page):
    write(page, "Lily and Nan and the cat live here with all of us, and this is now such a lovely warm placement for her.")
    expect(page.marks).to_have_count(1)
    box = page.marks.bounding_box()
    caret = page.words.evaluate("""box => {
        const copy = document.createElement("div"), style = getComputedStyle(box)
        for (const name of ["width", "font", "lineHeight", "letterSpacing", "padding", "boxSizing"]) copy.style[name] = style[name]
        Object.assign(copy.style, { position: "absolute", whiteSpace: "pre-wrap", overflowWrap: "break-word" })
        const at = box.value.indexOf("placement"), word = document.createElement("span")
        word.textContent = "placement"
        copy.append(box.value.slice(0, at), word, box.value.slice(at + 9))
        box.before(copy)
        const home = copy.getBoundingClientRect(), mine = box.getBoundingClientRect(), there = word.getBoundingClientRect()
        copy.remove()
        return [there.x - home.x + mine.x, there.y - home.y + mine.y]
    }""")
    assert abs(box["x"] - caret[0]) < 1.5 and abs(box["y"] - caret[1]) < 4


def test_a_better_word_is_one_tap_away_and_undoes_as_one(page):
    write(page, "Lily has a new placement.")
    page.get_by_role("button", name="Use “home”").first.click()
    expect(page.words).to_have_value("Lily has a new home.")
    expect(page.marks).to_have_count(0)
    saved(page)
    assert page.kept().words_in("en") == "Lily has a new home."
    page.get_by_role("button", name="Undo").click()
    expect(page.words).to_have_value("Lily has a new placement.")
    expect(page.marks).to_have_count(1)


def test_a_thought_put_aside_stays_aside_with_its_reason_and_can_be_taken_up_again(page):
    write(page, "Lily has a placement.")
    page.note.get_by_role("button", name="Keep mine").click()
    expect(page.marks).to_have_count(0)
    page.note.get_by_role("button", name="Say why").click()
    reason = page.get_by_label("Why, for the adults’ notes")
    expect(reason).to_be_focused()
    reason.fill("Lily uses the word herself.")
    reason.blur()
    saved(page)
    page.wait_for_function("() => !document.querySelector('.save-state').textContent.includes('Saving')")
    page.reload()
    awake(page)
    assert [(aside.found, aside.reason) for aside in page.kept().asides] == [("placement", "Lily uses the word herself.")]
    expect(page.marks).to_have_count(0)
    page.get_by_role("tab", name="Words", exact=True).first.click()
    page.get_by_role("button", name="Look at it again").click()
    expect(page.marks).to_have_text(["placement"])


def test_a_reason_is_kept_as_it_is_typed_and_thoughts_that_come_late_leave_the_pen_in_it(page):
    write(page, "Lily has a placement.")
    page.note.get_by_role("button", name="Keep mine").click()
    saved(page)
    late = []
    page.route("**/words", lambda route: late.append(route))
    with page.expect_request("**/words"):
        page.words.press_sequentially(" And contact.")
    page.get_by_role("tab", name="Words", exact=True).first.click()
    reason = page.get_by_label("Why, for the adults’ notes")
    reason.press_sequentially("Lily says")
    for route in late:
        route.continue_()
    expect(page.locator("[data-thoughts]")).to_contain_text("contact")
    page.keyboard.type(" it herself.")
    expect(reason).to_have_value("Lily says it herself.")
    saved(page)
    assert [(aside.found, aside.reason) for aside in page.kept().asides] == [("placement", "Lily says it herself.")]


def test_a_sentence_takes_the_place_of_its_clause_alone_and_leaves_the_pen_in_its_gap(page):
    write(page, "💛 Dr. Reed came and we lost Nan.")
    page.get_by_role("tab", name="Words", exact=True).first.click()
    page.locator("[data-thoughts]").get_by_role("button", name="____ died. The body stopped working.").click()
    page.keyboard.type("Nan")
    expect(page.words).to_have_value("💛 Dr. Reed came. Nan died. The body stopped working.")


def test_words_are_shown_as_words_and_never_as_html(page):
    write(page, "<b>placement</b> <img src=x>")
    expect(page.marks).to_have_text(["placement"])
    assert page.locator(".words__marks b, .words__marks img").count() == 0


def test_without_a_connection_writing_goes_on_in_peace(page):
    page.expected = ["Failed to load resource", "net::ERR"]
    page.context.set_offline(True)
    write(page, "Lily has a placement.")
    page.wait_for_timeout(400)
    page.context.set_offline(False)
    page.keyboard.type(" So.")
    expect(page.marks).to_have_text(["placement"])


@pytest.mark.parametrize("size", [(1366, 768), (820, 1180), (1366, 630)])
def test_the_note_is_in_sight_and_nothing_jumps_when_it_comes(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.words.fill("Lily lives here.")
    before = page.locator("panel-stage").bounding_box()
    write(page, "Lily has a placement.")
    expect(page.marks).to_have_count(1)
    assert page.locator("panel-stage").bounding_box() == before
    box = page.note.bounding_box()
    assert box["y"] + box["height"] <= page.locator(".bench").bounding_box()["y"] + page.locator(".bench").bounding_box()["height"]
