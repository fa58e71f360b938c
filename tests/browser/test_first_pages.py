"""The first pages as somebody meets them: at both sizes, by keyboard, without JavaScript, and for everybody."""
import pytest
from playwright.sync_api import expect

from pages import LAPTOP, PASSPHRASE, PHONE, TOUCH, ZOOMED, Door, Hand, awake, sign_in

SIZES = {"laptop": LAPTOP, "tablet": TOUCH, "zoomed": ZOOMED, "phone": PHONE}


def begin(page, live) -> str:
    page.goto(f"{live.url}/stories/new")
    page.fill("[name=child] >> nth=0", "Robin")
    page.fill("[name=age] >> nth=0", "6")
    page.locator(".situation input").first.check(force=True)
    page.click("text=Next: the people")
    page.wait_for_url("**/card")
    return page.url.split("/")[4]


@pytest.mark.parametrize("size", SIZES)
def test_every_first_page_is_for_everybody_and_never_scrolls_sideways(live, quiet, axe, size):
    quiet.expected = ["404"]
    quiet.set_viewport_size(SIZES[size])
    looked = []

    def look() -> None:
        awake(quiet)
        assert size in ("zoomed", "tablet") or not axe(quiet), quiet.url         # between the largest and the smallest it finds nothing new
        assert quiet.evaluate("document.documentElement.scrollWidth <= innerWidth"), quiet.url
        leave = quiet.locator("header .exit").bounding_box()
        assert leave["y"] < 24 and quiet.viewport_size["width"] - leave["x"] - leave["width"] < 24, f"Exit is not at the top right: {quiet.url}"
        looked.append(quiet.url)
    quiet.goto(live.url)
    look()
    quiet.fill("#worker", "Sam")
    quiet.fill("#passphrase", PASSPHRASE)
    quiet.click("text=Begin")
    look()
    quiet.check("[name=kept]")
    quiet.click("text=Go to the stories")
    quiet.wait_for_selector(".home")
    look()
    story = begin(quiet, live)
    look()
    for path in ("/", "/stories/new", f"/stories/{story}/begin", f"/stories/{story}/keep", f"/stories/{story}/delete", "/copies", "/backup",
                 "/restore", "/nothing-here"):
        quiet.goto(live.url + path)
        look()
    quiet.goto(live.url)
    quiet.click("text=Lock")
    quiet.wait_for_url("**/unlock")
    look()
    quiet.goto(f"{live.url}/recover")
    look()
    assert len(looked) == 15


@pytest.mark.parametrize("size", ["laptop", "tablet"])
def test_targets_are_large_enough_for_a_thumb(live, quiet, size):
    quiet.set_viewport_size(SIZES[size])
    Door(Hand(quiet, live.url, touch=False)).found("Sam", PASSPHRASE)
    story = begin(quiet, live)
    for path in ("/", "/stories/new", f"/stories/{story}/card", f"/stories/{story}/keep", "/copies", "/backup"):
        quiet.goto(live.url + path)
        small = quiet.evaluate("""() => [...document.querySelectorAll("main a, main button, main summary, header a, header button, .foot-bar *:is(a, button)")]
            .filter(e => e.checkVisibility() && !e.closest(".skip")).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([name]) => name)""")
        assert not [name for name in small if not name.startswith("An example: ")], (path, small)    # its whole card is the target


def test_a_story_begins_without_javascript(live, browser):
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    sign_in(plain, live)
    page.goto(f"{live.url}/stories/new")
    assert page.locator("[name=child]").count() == 3
    for n, (name, age) in {0: ("Robin", "6"), 2: ("Wren", "3")}.items():
        page.fill(f"[name=child] >> nth={n}", name)
        page.fill(f"[name=age] >> nth={n}", age)
    page.locator(".situation input").first.check(force=True)
    page.click("text=Next: the people")
    page.wait_for_url("**/card")
    assert len(live.store.stories.cards()[0].about.children) == 2
    plain.close()


def test_a_story_begins_by_keyboard_alone(live, quiet):
    sign_in(quiet.context, live)
    quiet.goto(f"{live.url}/stories/new")
    quiet.focus("[name=child]")
    quiet.keyboard.type("Robin")
    quiet.keyboard.press("Tab")
    quiet.keyboard.type("6")
    for _ in range(12):
        if quiet.evaluate("document.activeElement.name") == "situation":
            break
        quiet.keyboard.press("Tab")
    quiet.keyboard.press("ArrowDown")
    quiet.keyboard.press("Space")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/card")


def test_what_is_still_empty_is_asked_for_in_our_own_words_beside_it(live, quiet, axe):
    sign_in(quiet.context, live)
    quiet.goto(f"{live.url}/stories/new")
    asked = quiet.locator(".unfilled")
    quiet.click("text=Next: the people")
    expect(asked).to_have_text("Please write the first name of the child it is for.")
    assert quiet.evaluate("document.activeElement.name") == "child" and not axe(quiet)
    quiet.keyboard.type("Robin")
    expect(asked).to_have_count(0)
    quiet.fill("[name=age]", "6")
    quiet.click("text=Next: the people")
    expect(asked).to_contain_text("“Something else” is fine")
    quiet.locator(".situation input").last.check(force=True)
    quiet.click("text=Next: the people")
    quiet.wait_for_url("**/card")


def test_another_child_can_be_added(live, quiet):
    sign_in(quiet.context, live)
    quiet.goto(f"{live.url}/stories/new")
    assert quiet.locator("[name=child]").count() == 1
    quiet.click("text=Add a child")
    quiet.keyboard.type("Wren")
    assert quiet.input_value("[name=child] >> nth=1") == "Wren"
    for _ in range(6):
        quiet.click("text=Add a child")
    assert quiet.locator("[name=child]").count() == 8 and not quiet.is_visible("text=Add a child")


def test_a_short_story_is_proposed_for_the_youngest_until_somebody_chooses(live, quiet):
    sign_in(quiet.context, live)
    quiet.goto(f"{live.url}/stories/new")
    awake(quiet)
    age, shape = quiet.locator("[name=age]").first, quiet.locator("[name=spine]:checked")
    for typed, proposed in (("4", "short"), ("6", "full"), ("3", "short")):
        age.fill(typed)
        expect(shape).to_have_value(proposed)
    quiet.get_by_role("radio", name="Full").check(force=True)
    age.fill("2")
    expect(shape).to_have_value("full")


def test_a_passphrase_can_be_shown_and_is_hidden_again_before_it_is_sent(live, quiet):
    quiet.goto(live.url)
    quiet.fill("#passphrase", "three warm")
    quiet.click("text=Show")
    assert quiet.get_attribute("#passphrase", "type") == "text"
    quiet.click("text=Hide")
    assert quiet.get_attribute("#passphrase", "type") == "password"


def test_the_recovery_key_prints_alone(live, quiet):
    quiet.goto(live.url)
    quiet.fill("#worker", "Sam")
    quiet.fill("#passphrase", PASSPHRASE)
    quiet.click("text=Begin")
    quiet.wait_for_selector(".key__letters")
    quiet.emulate_media(media="print")
    assert quiet.is_visible(".key__letters") and not quiet.is_visible(".topbar") and not quiet.is_visible("text=Go to the stories")
