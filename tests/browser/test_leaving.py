"""Leaving in a hurry, and what somebody sees who picks the laptop up afterwards: a real Chromium presses Back."""
import pytest

from pages import PASSPHRASE, Door, Hand, awake
from wordspics import guide

NEUTRAL = "https://www.bbc.co.uk/weather"


@pytest.fixture
def away(context):
    """The neutral site, answered from here: tests need no network. The address asked for, in order."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Sunny</h1>")
    context.route("https://**/*", answer)
    return asked


@pytest.fixture
def story(live, quiet, away):
    """A story of Peregrine's, open at its first page. What is under way while the door shuts is refused."""
    quiet.expected.append("401 (UNAUTHORIZED)")
    Door(Hand(quiet, live.url, touch=False)).found("Sam", PASSPHRASE)
    quiet.click("text=Start a story")
    quiet.fill("[name=child]", "Peregrine")
    quiet.fill("[name=age]", "6")
    quiet.locator(".situation").first.click()
    quiet.click("text=Next: the people")
    quiet.wait_for_url("**/card")
    return quiet.url.split("/")[4]


def nothing_is_left(page, live) -> None:
    """Back, Back again, and typing the address: no word of the story, only the locked screen."""
    assert page.url.startswith(NEUTRAL)
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state()
        assert "Peregrine" not in page.content()
        assert page.url.startswith((NEUTRAL, f"{live.url}/unlock", f"{live.url}/away", "about:blank")), page.url
    page.goto(live.url)
    assert page.url == f"{live.url}/unlock" and "Peregrine" not in page.content()


def test_exit_takes_the_words_away_and_back_does_not_bring_them_again(live, quiet, story):
    quiet.goto(f"{live.url}/stories/{story}/begin")
    quiet.fill("[name=title]", "Peregrine and the fox")
    quiet.click(".exit")
    quiet.wait_for_url(f"{NEUTRAL}*")
    assert not live.store.vault.is_open
    nothing_is_left(quiet, live)


def test_exit_works_without_javascript(live, browser, quiet, story, context):
    cookies = context.cookies()
    plain = browser.new_context(java_script_enabled=False)
    plain.route("https://**/*", lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"))
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto(f"{live.url}/stories/{story}/begin")
    assert "Peregrine" in page.content()
    page.click(".exit")
    page.wait_for_url(f"{NEUTRAL}*")
    assert not live.store.vault.is_open
    nothing_is_left(page, live)
    plain.close()


def test_shift_three_times_leaves(live, quiet, story):
    for _ in range(3):
        quiet.keyboard.press("Shift")
    quiet.wait_for_url(f"{NEUTRAL}*")
    assert not live.store.vault.is_open


def test_typing_capitals_never_leaves(live, quiet, story):
    quiet.goto(f"{live.url}/stories/{story}/begin")
    quiet.focus("[name=title]")
    for letter in "ABCDEF":
        quiet.keyboard.press(f"Shift+{letter}")
    quiet.keyboard.press("Shift")
    quiet.keyboard.press("Shift+Tab")
    quiet.keyboard.press("Shift")
    assert quiet.input_value("[name=title]") == "ABCDEF"
    assert live.store.vault.is_open and quiet.url.startswith(live.url)


def test_exit_leaves_even_when_the_app_has_stopped_answering(live, quiet, story, context):
    quiet.expected.append("ERR_FAILED")
    context.route("**/exit", lambda route: route.abort())
    quiet.click(".exit")
    quiet.wait_for_url(f"{NEUTRAL}*")


def test_nobody_at_the_screen_covers_it_then_locks_it(live, quiet, story):
    quiet.clock.install()
    quiet.goto(f"{live.url}/stories/{story}/begin")
    quiet.clock.run_for(4 * 60_000)
    assert not quiet.locator("dialog.cover").count()
    quiet.clock.run_for(2 * 60_000)
    assert quiet.locator("dialog.cover").is_visible()
    quiet.click("text=Carry on")
    assert not quiet.locator("dialog.cover").count() and quiet.input_value("[name=child] >> nth=0") == "Peregrine"
    quiet.clock.run_for(16 * 60_000)
    quiet.wait_for_url("**/unlock")
    assert not live.store.vault.is_open and "Peregrine" not in quiet.content()


def test_a_page_that_was_locked_meanwhile_keeps_its_words_and_asks_for_the_passphrase(live, quiet, story):
    quiet.expected.append("403")
    quiet.goto(f"{live.url}/stories/{story}/begin")
    quiet.fill("[name=title]", "Words not yet sent")
    live.store.sessions.end_all()
    quiet.evaluate("void import('/static/js/lib/send.js').then(m => m.send('/awake').then(r => { document.documentElement.dataset.sent = r.status }))")
    quiet.fill("#sign-in-passphrase", "not this one")
    quiet.click("dialog button")
    quiet.wait_for_selector("dialog .notice:not([hidden])")
    quiet.fill("#sign-in-passphrase", PASSPHRASE)
    quiet.click("dialog button")
    quiet.wait_for_selector('html[data-sent="204"]')
    assert quiet.input_value("[name=title]") == "Words not yet sent"


@pytest.fixture
def begun(live, quiet):
    """A new story is about to begin: who it is for is written and not sent yet."""
    quiet.expected.append("401 (UNAUTHORIZED)")
    Door(Hand(quiet, live.url, touch=False)).found("Sam", PASSPHRASE)
    quiet.click("text=Start a story")
    awake(quiet)
    quiet.fill("[name=child]", "Peregrine")
    quiet.fill("[name=age]", "6")
    quiet.locator(".situation").first.click()
    return quiet


def test_a_form_sent_after_the_stories_were_locked_elsewhere_asks_for_the_passphrase_and_goes_on(live, begun):
    begun.expected.append("400 (BAD REQUEST)")           # the page's form token is of the time before
    begun.context.request.post(f"{live.url}/exit")
    begun.click("text=Next: the people")
    begun.fill("#sign-in-passphrase", PASSPHRASE)
    begun.click("dialog button")
    begun.wait_for_url("**/card")
    story = live.store.stories.load(begun.url.split("/")[4]).story
    assert [child.name for child in story.about.children] == ["Peregrine"]


def test_a_link_asks_before_it_leaves_what_only_a_button_keeps(live, begun, axe):
    begun.click("header a.brand, header a[href='/'] >> nth=0")
    begun.get_by_role("dialog", name="Leave this page?").wait_for()
    assert not axe(begun)
    begun.keyboard.press("Escape")
    assert begun.input_value("[name=child]") == "Peregrine"
    begun.click("header a.brand, header a[href='/'] >> nth=0")
    begun.click("text=Leave without it")
    begun.wait_for_url(f"{live.url}/")


def test_a_form_sent_while_the_app_does_not_answer_stays_with_all_that_was_written(live, begun, axe):
    begun.expected.append("ERR_FAILED")
    begun.context.route("**/awake", lambda route: route.abort())
    begun.click("text=Next: the people")
    sorry = begun.get_by_role("alert").filter(has_text="The app does not answer just now. What you wrote is still here")
    sorry.wait_for()
    assert begun.input_value("[name=child]") == "Peregrine" and not axe(begun)
    begun.context.unroute("**/awake")
    begun.click("text=Next: the people")
    begun.wait_for_url("**/card")
    assert len(live.store.stories.cards()) == 1 + len(guide.examples())
