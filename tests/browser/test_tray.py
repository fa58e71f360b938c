"""The tray's pictures in a real browser: laid out before anybody types, searched, filtered by keys, kept and hidden."""
import re

import pytest
from playwright.sync_api import expect

from pages import LAPTOP, TOUCH
from tests.store.desk import picture
from wordspics.pictures import library


@pytest.fixture
def tray(editor):
    library.shelf().search("anything")               # made ready once, so that no test waits for it
    editor.turn_tray_to("Things")
    return editor.page.locator("#tray-things")


def shelf(tray, heading: str):
    return tray.locator(".shelf").filter(has=tray.page.get_by_role("heading", name=heading, exact=True))


def test_the_first_shelf_is_what_the_words_say_just_now(editor, tray):
    editor.words.fill("We saw a penguin on the beach.")
    tray.get_by_role("searchbox").click()
    expect(shelf(tray, "For this panel").get_by_role("button", name="Penguin")).to_be_visible()
    tray.locator("[data-rest]").scroll_into_view_if_needed()
    expect(shelf(tray, "All things and symbols").get_by_role("button", name="Penguin")).to_be_attached()


def test_a_search_is_narrowed_with_the_arrow_keys_and_widened_again(editor, tray):
    tray.get_by_role("searchbox").fill("school")
    expect(tray.get_by_role("heading", name=re.compile(r"\d+ found"))).to_be_visible()
    tray.get_by_role("button", name="People").focus()
    editor.page.keyboard.press("ArrowRight")
    editor.page.keyboard.press("Enter")
    expect(tray.get_by_role("button", name="Places")).to_have_attribute("aria-pressed", "true")
    expect(tray.get_by_role("button", name="School gate")).to_be_visible()
    expect(tray.get_by_role("button", name="School bag")).to_have_count(0)
    tray.get_by_role("searchbox").fill("teddy")
    tray.get_by_role("button", name="Look among everything").click()
    expect(tray.get_by_role("button", name="Teddy", exact=True).first).to_be_visible()


def test_somebody_is_put_in_as_they_were_searched_for(editor, tray):
    tray.get_by_role("searchbox").fill("mummy crying")
    tray.get_by_role("button", name="Mummy, crying").click()
    expect(editor.on_stage("Mummy")).to_be_visible()
    editor.is_saved()
    assert editor.figure("Mummy").feeling == "crying" or "cry" in editor.figure("Mummy").pose


@pytest.mark.parametrize("size", [LAPTOP, TOUCH], ids=["laptop", "tablet"])
def test_a_picture_is_hidden_and_comes_back(editor, tray, axe, size):
    editor.page.set_viewport_size(size)
    tray.get_by_role("searchbox").fill("slammed door")
    door = tray.get_by_role("button", name="Slammed door")
    tray.get_by_role("button", name="Keep or hide").click()
    door.click()
    card = editor.page.get_by_role("dialog")
    expect(card.get_by_role("heading", name="Slammed door")).to_be_visible()
    assert axe(editor.page) == []
    card.get_by_role("button", name="To this family").click()
    expect(door).to_have_count(0)
    assert axe(editor.page) == []
    editor.page.route("**/hidden-pictures", lambda route: route.abort())
    editor.page.expected = ["ERR_FAILED"]
    tray.get_by_role("button", name="Undo").click()
    expect(tray.get_by_text("There is no connection just now")).to_be_visible()
    editor.page.unroute("**/hidden-pictures")
    tray.get_by_role("button", name="Undo").press("Enter")
    expect(door).to_be_visible()
    expect(tray.get_by_role("searchbox")).to_be_focused()
    door.click(button="right")
    card.get_by_role("button", name="On this computer").click()
    expect(door).to_have_count(0)
    editor.page.goto(f"{editor.live.url}/stories/{editor.story}/hidden-pictures")
    assert axe(editor.page) == []
    editor.page.get_by_role("button", name="Put back: Slammed door").click()
    expect(editor.page.get_by_text("Slammed door is shown on this computer again.")).to_be_visible()


def test_a_search_without_a_connection_says_so_and_can_be_tried_again(editor, tray):
    editor.page.expected = ["ERR_INTERNET_DISCONNECTED"]
    editor.page.context.set_offline(True)
    tray.get_by_role("searchbox").fill("penguin")
    expect(tray.get_by_text("no pictures could be fetched")).to_be_visible()
    editor.page.context.set_offline(False)
    tray.get_by_role("button", name="Try again").click()
    expect(tray.get_by_role("button", name="Penguin")).to_be_visible()
    expect(tray.get_by_text("no pictures could be fetched")).to_be_hidden()


def test_a_favourite_lies_near_and_wears_a_heart(tray):
    tray.get_by_role("searchbox").fill("kite")
    kite = tray.get_by_role("button", name="Kite", exact=True)
    kite.first.click(button="right")
    tray.page.get_by_role("button", name="Keep as a favourite").click()
    expect(tray.get_by_text("Kite is among the favourites.")).to_be_visible()
    tray.get_by_role("searchbox").fill("")
    expect(shelf(tray, "Favourites").get_by_role("button", name="Kite")).to_have_attribute("data-liked", "")


def test_what_lies_in_the_tray_is_large_enough_for_a_finger(tablet):
    for tab in ("Things", "Places"):
        tablet.page.get_by_role("tab", name=tab).tap()
        tablet.page.locator(f"#tray-{tab.lower()} .tile").first.wait_for()
        small = tablet.page.locator(f"#tray-{tab.lower()} :is(button, input, a)").evaluate_all(
            """(all) => all.filter((one) => one.checkVisibility()).map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
               .filter(([, box]) => box.width < 43.5 || box.height < 43.5).map(([html]) => html)""")
        assert small == []


def test_a_childs_own_drawing_goes_into_the_picture_after_the_words_just_written(editor, axe):
    editor.turn_tray_to("Your own")
    own = editor.page.locator("#tray-own")
    own.locator("[name=file]").set_input_files({"name": "drawing.png", "mimeType": "image/png", "buffer": picture()})
    own.get_by_label("What it shows").fill("Our house")
    editor.words.fill("This is our house.")
    own.get_by_role("button", name="Put it in the picture").click()
    expect(editor.on_stage("Our house")).to_be_visible()
    expect(editor.words).to_have_value("This is our house.")
    assert axe(editor.page) == []


# ---- people ----

# Whose face has somebody else at the eyes or at the mouth.
UNSEEN = """() => {
    const stage = document.querySelector("panel-stage"), { left, top, width, height } = stage.getBoundingClientRect()
    const at = ([l, t, r, b], [x, y]) => document.elementsFromPoint(left + (l + (r - l) * x) * width, top + (t + (b - t) * y) * height)
    const seen = (box, point) => at(box, point).map((one) => one.closest("[data-item]")).find(Boolean)?.dataset.item
    return stage.scene.items.filter((one) => one.kind === "figure")
      .filter(({ id }) => [[0.2, 0.3], [0.8, 0.3], [0.5, 0.7]].some((point) => seen(stage.boxOf(id, "face"), point) !== id))
      .map(({ id }) => stage.nameOf(id))
}"""


def test_everybody_tapped_in_one_after_another_shows_their_face(editor):
    editor.turn_tray_to("People")
    for name in ("Mummy", "Grandad", "Sam", "Jan", "Miss Reed", "The judge"):
        editor.page.locator(".cast .tile", has_text=name).click()
    expect(editor.page.locator(".stage__picture [data-item]")).to_have_count(3 + 8)
    editor.is_saved()
    assert editor.page.evaluate(UNSEEN) == []
    assert [item.id for item in editor.kept().scene.items if item.id in ("aunty-jo", "lily")] == ["aunty-jo", "lily"]
