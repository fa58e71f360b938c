"""The panel editor in a real browser: by mouse, by finger, by keys, without a connection, and in two windows at once."""
import re
import time

import pytest
from playwright.sync_api import Page, expect

from pages import LAPTOP, PASSPHRASE, TOUCH, ZOOMED, asleep, sign_in
from tests.browser.desk import Editor, middle


# ---- people and things on the stage ----

def test_somebody_tapped_in_the_tray_stands_in_the_picture_and_is_kept(editor):
    editor.turn_tray_to("People")
    editor.page.get_by_role("button", name="Mummy").click()
    expect(editor.on_stage("Mummy, standing")).to_be_visible()
    expect(editor.wheel).to_be_visible()
    editor.is_saved()
    assert editor.figure("Mummy").pose == "stand"
    editor.open()
    expect(editor.on_stage("Mummy, standing")).to_be_visible()


def test_a_mouse_drags_somebody_where_they_belong(editor):
    before = editor.figure("Lily")
    editor.drag("Lily", 90, 30)
    editor.is_saved()
    after = editor.figure("Lily")
    stage = editor.page.locator("panel-stage").bounding_box()
    assert after.x == pytest.approx(before.x + 90 / stage["width"], abs=0.01)
    drawn = editor.page.locator(f'[data-item="{after.id}"]').get_attribute("transform")
    assert float(re.match(r"translate\(([\d.]+)", drawn)[1]) == pytest.approx(after.x * 480, abs=0.5)


def test_a_trembling_tap_chooses_and_moves_nobody(editor):
    before = editor.figure("Lily")
    editor.drag("Lily", 4, 4)
    expect(editor.on_stage("Lily")).to_have_attribute("aria-pressed", "true")
    expect(editor.state).to_have_text("Saved")
    assert editor.figure("Lily") == before


def test_nobody_leaves_the_stage(editor):
    editor.drag("Lily", -900, 900)
    editor.is_saved()
    stage, lily = editor.page.locator("panel-stage").bounding_box(), editor.on_stage("Lily").bounding_box()
    assert lily["x"] >= stage["x"] - 1 and lily["y"] + lily["height"] <= stage["y"] + stage["height"] + 1


def test_feet_settle_on_the_floor_when_they_come_near_it(editor):
    editor.turn_tray_to("People")
    editor.page.get_by_role("button", name="Grandad").click()
    editor.is_saved()
    floor = editor.figure("Grandad").y
    editor.page.keyboard.press("Escape")
    editor.drag("Grandad", -60, 7)
    expect(editor.on_stage("Grandad")).to_be_visible()
    editor.is_saved()
    assert editor.figure("Grandad").y == floor


def test_a_corner_pulled_outwards_makes_somebody_bigger(editor):
    before = editor.figure("Lily").size
    editor.on_stage("Lily").click()
    x, y = middle(editor.page.locator(".selection__handle--top-right"))
    editor.page.mouse.move(x, y)
    editor.page.mouse.down()
    editor.page.mouse.move(x + 20, y - 30)
    editor.page.mouse.move(x + 40, y - 60)
    editor.page.mouse.up()
    editor.is_saved()
    assert editor.figure("Lily").size > before * 1.1


def test_every_drag_has_a_key(editor):
    before = editor.figure("Lily")
    lily = editor.on_stage("Lily")
    lily.focus()
    for key in ("ArrowLeft", "Shift+ArrowUp", "+", "f", "["):
        editor.page.keyboard.press(key)
    editor.is_saved()
    after = editor.figure("Lily")
    assert after.x == pytest.approx(before.x - 0.01, abs=0.001) and after.y == pytest.approx(before.y - 0.05, abs=0.001)
    assert after.size > before.size and after.facing != before.facing
    places = [item.id for item in editor.kept().scene.items]
    editor.page.keyboard.press("]")
    editor.is_saved()
    assert [item.id for item in editor.kept().scene.items] != places
    expect(editor.on_stage("Lily")).to_be_focused()
    editor.page.keyboard.press("Delete")
    expect(editor.on_stage("Lily")).to_have_count(0)


def test_a_move_is_said_aloud(editor):
    editor.on_stage("Lily").focus()
    editor.page.keyboard.press("Shift+ArrowRight")
    expect(editor.page.locator("[data-said]")).to_have_text(re.compile(r"^Lily, (on the|in the)"))


def test_enter_opens_the_wheel_and_escape_comes_back(editor):
    editor.on_stage("Lily").focus()
    editor.page.keyboard.press("Enter")
    chosen = editor.page.locator("[data-choice][aria-checked=true]")
    expect(chosen).to_be_visible()
    editor.page.locator("#wheel-feeling [data-choice]").first.focus()
    editor.page.keyboard.press("ArrowRight")
    expect(editor.page.locator("#wheel-feeling [data-choice]").nth(1)).to_be_focused()
    editor.page.keyboard.press("Escape")
    expect(editor.wheel).to_be_hidden()
    expect(editor.on_stage("Lily")).to_be_focused()


def test_a_feeling_and_a_pose_are_tried_while_the_wheel_stays_open(editor):
    editor.on_stage("Lily").click()
    editor.wheel.get_by_role("radio", name="worried").click()
    expect(editor.on_stage("worried")).to_be_visible()
    expect(editor.wheel.get_by_role("radio", name="worried")).to_be_checked()
    editor.wheel.get_by_role("tab", name="Pose").click()
    editor.wheel.get_by_role("radio", name="waving", exact=True).click()
    expect(editor.on_stage("Lily, waving, worried")).to_be_visible()
    expect(editor.wheel).to_be_visible()
    editor.is_saved()
    assert (editor.figure("Lily").feeling, editor.figure("Lily").pose) == ("worried", "wave")


def test_the_wheel_hides_neither_the_chosen_one_nor_the_words_nor_the_tray(editor):
    for name in ("Lily", "Aunty Jo"):
        editor.on_stage(name).click()
        expect(editor.wheel.locator("[data-choice]").first).to_be_visible()
        wheel = editor.wheel.bounding_box()
        for other in (editor.on_stage(name), editor.words, editor.page.locator("panel-tray")):
            box = other.bounding_box()
            assert (wheel["x"] + wheel["width"] <= box["x"] + 1 or box["x"] + box["width"] <= wheel["x"] + 1
                    or wheel["y"] + wheel["height"] <= box["y"] + 1)
        editor.page.keyboard.press("Escape")


def test_a_place_is_chosen_by_day_and_by_night(editor):
    editor.turn_tray_to("Places")
    places = editor.page.locator("#tray-places")
    places.get_by_role("button", name="Kitchen", exact=True).first.click()
    places.get_by_role("button", name="Night").click()
    expect(places.get_by_role("button", name="Kitchen", exact=True).first).to_have_attribute("aria-pressed", "true")
    editor.is_saved()
    assert (editor.kept().scene.place, editor.kept().scene.time) == ("kitchen", "night")


def test_a_thing_is_found_and_held_by_whoever_is_chosen(editor):
    editor.on_stage("Lily").click()
    editor.page.get_by_role("button", name="Close").click()
    editor.turn_tray_to("Things")
    editor.page.get_by_role("searchbox").fill("teddies")
    editor.page.locator("#tray-things .shelf").filter(has_text=re.compile(r"^\d+ found")).get_by_role("button", name="Teddy", exact=True).click()
    editor.is_saved()
    teddy = next(item for item in editor.kept().scene.items if getattr(item, "name", "") == "teddy")
    assert editor.figure("Lily").holds == teddy.id
    editor.on_stage("Lily").focus()
    editor.page.keyboard.press("Shift+ArrowLeft")
    editor.is_saved()
    moved = next(item for item in editor.kept().scene.items if item.id == teddy.id)
    assert moved.x == pytest.approx(teddy.x - 0.05, abs=0.001)
    editor.page.keyboard.press("Escape")
    editor.drag("teddy", -150, 20)
    editor.is_saved()
    assert editor.figure("Lily").holds is None, "what is dragged out of a hand is let go"


def test_a_bubble_takes_twelve_words_and_says_so_kindly(editor):
    editor.turn_tray_to("Bubbles")
    editor.page.get_by_label("What is said").fill("one two three four five six seven eight nine ten eleven twelve thirteen")
    editor.page.get_by_role("button", name="Says").click()
    expect(editor.page.get_by_text("12 words at most. The rest")).to_be_visible()
    editor.page.get_by_label("What is said").fill("Come in!")
    editor.page.get_by_role("button", name="Thinks").click()
    expect(editor.on_stage("a thought bubble: Come in!")).to_be_visible()
    editor.is_saved()
    words = editor.kept().words_in("en")
    assert [item.words for item in editor.kept().scene.items if getattr(item, "how", "") == "think"] == ["Come in!"]
    assert words.startswith("Lily lives"), "a bubble's words are not the panel's"


def test_who_is_moved_before_a_new_feeling_is_drawn_keeps_the_feeling(editor):
    editor.on_stage("Lily").click()
    before, waiting = editor.figure("Lily"), []
    editor.page.route("**/drawings", lambda route: waiting.append(route))
    editor.page.get_by_role("tab", name="Feeling", exact=True).click()
    editor.page.locator("#wheel-feeling .tile", has_text=re.compile(r"^\s*worried\s*$")).click()
    editor.drag("Lily", -60, 0)
    editor.is_saved()
    waiting[-1].continue_()                     # what came before, the page no longer waits for
    kept = editor.figure("Lily")
    assert waiting and kept.feeling == "worried" and kept.x < before.x - 0.02


# ---- words, undo ----

def test_words_and_notes_are_kept_as_they_are_typed(editor):
    held = []
    editor.page.route("**/sheets/**", lambda route: held.append(route))
    editor.words.fill("Lily sings in the kitchen.")
    expect(editor.state).to_have_text("Saving")
    editor.page.get_by_label("For adults only").fill("Mum: she sang first.")
    editor.page.unroute("**/sheets/**")
    for route in held:
        route.continue_()
    editor.is_saved()
    assert editor.kept().words_in("en") == "Lily sings in the kitchen." and editor.kept().notes == "Mum: she sang first."


def test_letters_typed_before_the_page_is_awake_are_kept_and_can_be_undone(editor):
    before = editor.kept().words_in("en")
    with asleep(editor.page):
        editor.page.reload(wait_until="commit")
        editor.words.fill("Typed on a slow computer.")
    editor.awake().is_saved()
    assert editor.kept().words_in("en") == "Typed on a slow computer."
    editor.page.get_by_role("button", name="Undo").click()
    expect(editor.words).to_have_value(before)


def test_undo_and_redo_go_through_words_and_picture_alike(editor):
    before = editor.kept()
    editor.words.fill("Something new.")
    editor.on_stage("Lily").focus()
    editor.page.keyboard.press("Delete")
    expect(editor.on_stage("Lily")).to_have_count(0)
    editor.page.keyboard.press("Control+z")
    expect(editor.on_stage("Lily")).to_be_visible()
    editor.page.get_by_role("button", name="Undo").click()
    expect(editor.words).to_have_value(before.words_in("en"))
    editor.page.keyboard.press("Control+Shift+z")
    expect(editor.words).to_have_value("Something new.")
    editor.page.get_by_role("button", name="Undo").click()
    expect(editor.state).to_have_text(re.compile("Saved"))
    assert editor.kept() == before


def test_a_question_is_answered_where_people_talk_together_and_no_word_is_left_behind(editor):
    question = editor.page.locator(".question__words").first.inner_text()
    editor.words.fill("The last words.")
    editor.page.get_by_role("link", name="Write the answer").first.click()
    expect(editor.page.get_by_role("heading", level=1)).to_have_text(question)
    assert editor.kept().words_in("en") == "The last words."


def test_going_on_to_the_next_panel_leaves_no_word_behind(editor):
    editor.words.fill("The last words.")
    editor.page.get_by_role("link", name="Next").click()
    editor.page.wait_for_url(f"**/{editor.order[1]}")
    assert editor.kept(1).words_in("en") == "The last words."


def test_a_closed_window_keeps_its_last_words(editor):
    editor.words.press_sequentially("Words typed a moment before. ")
    editor.page.close(run_before_unload=False)
    for _ in range(300):
        if "typed a moment before." in editor.kept().words_in("en"):
            break
        time.sleep(0.1)
    assert "typed a moment before." in editor.kept().words_in("en")


def test_exit_takes_the_last_words_to_the_server_before_the_door_shuts(editor):
    def dawdle(route):
        time.sleep(0.2)
        route.continue_()

    editor.page.context.route("https://**/*", lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title>"))
    editor.page.route("**/sheets/**", dawdle)
    editor.page.expected.append("401 (UNAUTHORIZED)")              # what is under way while the door shuts
    editor.words.fill("Written as the door opened.")
    editor.page.get_by_role("button", name="Exit").click()
    editor.page.wait_for_url("https://**/*")
    assert not editor.live.store.vault.is_open
    editor.live.store.vault.open(PASSPHRASE)
    assert editor.kept().words_in("en") == "Written as the door opened."


# ---- two views, two panels, two languages ----

def do(editor, act: str) -> None:
    """Something from the panel's own menu."""
    editor.page.get_by_label("More for this panel").click()
    editor.page.locator(".menu").get_by_role("button", name=act).click()


def test_people_who_do_not_agree_have_a_view_each_with_thoughts_on_its_words(editor):
    page, before = editor.page, editor.kept()
    do(editor, "We do not agree about this")
    expect(page.get_by_label("Whose view is this? (1 of 2)")).to_be_focused()
    page.keyboard.press("M")                                     # the first on the list who begins so
    page.get_by_label("The first view").fill("I was tired.")
    page.get_by_label("Whose view is this? (2 of 2)").select_option("Somebody else …")
    expect(page.get_by_label("in your own words (2 of 2)")).to_be_focused()
    page.keyboard.type("Dr Osei thinks")
    page.get_by_label("The second view").fill("She has a new placement.")
    expect(page.locator(".view--2 .words__marks mark")).to_have_text(["placement"], timeout=20_000)    # the first look reads the word lists
    page.get_by_role("button", name="Use “home”").first.click()
    expect(page.get_by_label("The second view")).to_have_value("She has a new home.")
    editor.is_saved()
    assert [(view.owner, view.words_in("en")) for view in editor.kept().views] == [
        ("Mummy says", "I was tired."), ("Dr Osei thinks", "She has a new home.")]
    first, second = (page.locator(f".view--{n}").bounding_box() for n in (1, 2))
    assert (first["width"], first["height"], first["y"]) == (second["width"], second["height"], second["y"]), "neither weighs more"
    do(editor, "Take the two views away")
    expect(page.get_by_role("group", name="Two views")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("The second view")).to_have_value("She has a new home.")
    for _ in range(12):
        page.keyboard.press("Control+z")
    expect(page.get_by_role("group", name="Two views")).to_be_hidden()
    editor.is_saved()
    assert editor.kept() == before


def test_a_panel_is_split_where_the_pen_stands_and_undo_puts_it_together(editor):
    before = editor.live.store.stories.load(editor.story).story.panels
    editor.words.fill("Lily lives with Aunty Jo. Pip sleeps on her bed.")
    editor.words.evaluate("box => box.setSelectionRange(28, 28)")          # within "Pip": never in the middle of a word
    do(editor, "Split it in two")
    expect(editor.page.get_by_text("The words are in two panels now.")).to_be_visible()
    expect(editor.awake().words).to_have_value("Pip sleeps on her bed.")
    assert [editor.kept(n).words_in("en") for n in (1, 2)] == ["Lily lives with Aunty Jo.", "Pip sleeps on her bed."]
    editor.page.wait_for_load_state("networkidle")      # a picture still under way would be of a panel that goes
    editor.page.keyboard.press("Control+z")
    expect(editor.page.get_by_text("Panel 1 of 10")).to_be_visible()
    expect(editor.awake().words).to_have_value("Lily lives with Aunty Jo. Pip sleeps on her bed.")
    assert editor.live.store.stories.load(editor.story).story.panels[1:] == before[1:]


def test_a_second_window_does_not_lose_a_word_when_a_panel_is_split(editor):
    other = Editor(editor.page.context.new_page(), editor.live, editor.story).open()
    other.words.fill("The words of the other window. All of them.")
    other.is_saved()
    editor.words.evaluate("box => box.setSelectionRange(10, 10)")
    do(editor, "Split it in two")
    expect(editor.page.get_by_text("nothing was split")).to_be_visible()
    expect(editor.awake().words).to_have_value("The words of the other window. All of them.")
    assert len(editor.order) == 10


def test_by_touch_a_second_language_is_written_from_right_to_left_and_read_beside_the_first(tablet):
    page = tablet.page
    page.get_by_label("More for this panel").tap()
    page.get_by_role("link", name="Another language").tap()
    page.get_by_role("button", name="Add Urdu").tap()
    page.get_by_role("link", name="Back to the panel").tap()
    urdu = tablet.awake().page.get_by_label("Words for this panel, in Urdu")
    urdu.tap()
    urdu.fill("للی گاتی ہے۔")
    assert urdu.evaluate("box => getComputedStyle(box).direction") == "rtl"
    expect(page.locator("words-help")).to_contain_text("English words only")
    tablet.is_saved()
    assert tablet.kept().words_in("ur") == "للی گاتی ہے۔" and tablet.kept().words_in("en").startswith("Lily lives")
    page.goto(f"{tablet.live.url}/stories/{tablet.story}/read?page=1")
    page.get_by_role("link", name="Both").tap()
    expect(page.locator(".read__words")).to_have_text([tablet.kept().words_in("en"), "للی گاتی ہے۔"])


def test_the_wheel_makes_way_for_the_words_and_for_the_tray(editor):
    for turn in (editor.words.click, lambda: editor.turn_tray_to("Places")):
        editor.on_stage("Lily").click()
        expect(editor.wheel).to_be_visible()
        turn()
        expect(editor.wheel).to_be_hidden()


# ---- when things go wrong ----

def test_without_a_connection_writing_goes_on_and_is_kept_when_it_is_back(editor):
    editor.page.expected.append("ERR_INTERNET_DISCONNECTED")
    editor.page.context.set_offline(True)
    editor.words.fill("Written on the train.")
    expect(editor.state).to_have_text("Not saved: no connection")
    expect(editor.page.get_by_text("Keep talking and writing.")).to_be_visible()
    editor.words.press_sequentially(" And more.")
    editor.page.context.set_offline(False)
    editor.is_saved()
    assert editor.kept().words_in("en") == "Written on the train. And more."


def test_a_server_that_does_not_answer_can_be_tried_again_at_once(editor):
    editor.page.expected.append("ERR_FAILED")
    editor.page.route("**/sheets/**", lambda route: route.abort())
    editor.words.fill("Said once.")
    expect(editor.state).to_have_text("Not saved: no connection")
    editor.page.unroute("**/sheets/**")
    editor.page.get_by_role("button", name="Try now").click()
    editor.is_saved()
    assert editor.kept().words_in("en") == "Said once."


def test_two_windows_on_one_panel_lose_nothing_and_show_both_texts(editor):
    other = Editor(editor.page.context.new_page(), editor.live, editor.story).open()
    other.words.fill("The words of the other window.")
    other.is_saved()
    editor.page.expected.append("409")
    editor.words.fill("The words of this window.")
    expect(editor.page.get_by_text("Two versions of panel 1.")).to_be_visible()
    editor.words.press_sequentially(" And typing goes on.")
    editor.page.get_by_role("link", name="Look at both").click()
    expect(editor.page.get_by_role("heading", name="Two versions of panel 1")).to_be_visible()
    expect(editor.page.get_by_text("The words of this window. And typing goes on.").first).to_be_visible()
    expect(editor.page.get_by_text("The words of the other window.")).to_be_visible()
    assert len(editor.live.store.sheets.beside(editor.story)) == 1, "each draft takes the place of the one before it"
    editor.page.get_by_role("button", name="Use this one").first.click()
    expect(editor.awake().words).to_have_value("The words of this window. And typing goes on.")
    assert editor.live.store.sheets.beside(editor.story) == []


def test_when_the_stories_are_locked_the_words_stay_and_a_passphrase_keeps_them(editor):
    def lock_before(route):
        editor.live.store.sessions.end_all()
        route.continue_()

    editor.page.expected.append("401")
    editor.page.route("**/sheets/**", lock_before, times=1)         # not sooner: another request would ask for the passphrase first
    editor.words.fill("Written just before the lock.")
    dialog = editor.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("passphrase").fill(PASSPHRASE)
    dialog.get_by_role("button", name="Unlock").click()
    expect(editor.words).to_have_value("Written just before the lock.")
    editor.is_saved()
    assert editor.kept().words_in("en") == "Written just before the lock."


# ---- panels in their order ----

def test_a_panel_taken_out_comes_back_with_undo(editor):
    before = editor.order
    editor.page.get_by_label("More for this panel").click()
    editor.page.get_by_role("button", name="Take it out").click()
    expect(editor.page.get_by_text("The panel was taken out.")).to_be_visible()
    assert editor.order == before[1:]
    editor.awake().page.keyboard.press("Control+z")
    expect(editor.page.get_by_text("Panel 1 of 10")).to_be_visible()
    assert editor.order == before


def test_panels_are_put_in_order_by_dragging_and_by_keys(editor):
    before = editor.order
    rows = editor.page.locator(".strip__list > li")
    x, y = middle(rows.nth(0))
    editor.page.mouse.move(x, y)
    editor.page.mouse.down()
    editor.page.mouse.move(x, y + 40)
    editor.page.mouse.move(*middle(rows.nth(1)))
    with editor.page.expect_navigation():
        editor.page.mouse.up()
    assert editor.order == [before[1], before[0], *before[2:]]
    editor.awake().page.locator(".strip__panel[aria-current]").focus()
    with editor.page.expect_navigation():
        editor.page.keyboard.press("Alt+ArrowUp")
    assert editor.order == before


def test_a_panel_is_added_and_its_small_picture_grows_with_it(editor):
    editor.page.get_by_role("button", name="Panel", exact=True).click()
    expect(editor.page.get_by_text("Panel 2 of 11")).to_be_visible()
    editor.awake().page.get_by_role("button", name="Choose a place").click()
    editor.page.locator("#tray-places").get_by_role("button", name="Park", exact=True).first.click()
    editor.is_saved()
    expect(editor.page.locator(".strip__panel[aria-current] img")).to_be_visible()


# ---- a tablet ----

def finger(page: Page, *steps: list[tuple[float, float]]) -> None:
    """Fingers on the glass: each step is where every finger now is; they lift at the end."""
    touch = page.context.new_cdp_session(page)
    for n, points in enumerate(steps):
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart" if n == 0 else "touchMove", "touchPoints": [
            {"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_puts_somebody_in_and_drags_them(tablet):
    tablet.page.get_by_role("tab", name="People").tap()
    tablet.page.get_by_role("button", name="Mummy").tap()
    expect(tablet.on_stage("Mummy")).to_have_attribute("aria-pressed", "true")
    expect(tablet.wheel).to_be_hidden()
    tablet.is_saved()
    before = tablet.figure("Mummy")
    x, y = middle(tablet.on_stage("Mummy"))
    finger(tablet.page, [(x, y)], [(x + 20, y)], [(x + 60, y)], [(x + 120, y)])
    tablet.is_saved()
    assert tablet.figure("Mummy").x > before.x + 0.1


def test_two_fingers_make_somebody_bigger(tablet):
    before = tablet.figure("Lily").size
    x, y = middle(tablet.on_stage("Lily"))
    finger(tablet.page, [(x - 20, y), (x + 20, y)], [(x - 30, y), (x + 30, y)], [(x - 40, y), (x + 40, y)])
    tablet.is_saved()
    assert tablet.figure("Lily").size == pytest.approx(before * 2, rel=0.1)


def test_the_wheel_rises_over_the_tray_and_never_over_the_stage(tablet):
    tablet.on_stage("Lily").tap()
    tablet.wheel.get_by_role("radio", name="sad").tap()
    expect(tablet.on_stage("sad")).to_be_visible()
    leaf = tablet.page.locator(".leaf").bounding_box()
    assert tablet.wheel.bounding_box()["y"] >= leaf["y"] + leaf["height"]
    tablet.is_saved()


# ---- for everybody ----

@pytest.mark.parametrize("size", [LAPTOP, TOUCH, ZOOMED], ids=["laptop", "tablet", "zoomed"])
def test_nothing_in_the_editor_shuts_anybody_out(editor, axe, size):
    editor.page.set_viewport_size(size)
    for tab in ("Ask", "People", "Places", "Things", "Bubbles"):
        editor.turn_tray_to(tab)
        assert axe(editor.page) == [], tab
    editor.on_stage("Lily").click()
    for tab in ("Feeling", "Pose", "Move"):
        editor.wheel.get_by_role("tab", name=tab).click()
        editor.page.wait_for_load_state("networkidle")
        assert axe(editor.page) == [], tab
    do(editor, "We do not agree about this")
    assert axe(editor.page) == [], "two views"
    assert editor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_can_be_touched_is_large_enough(tablet):
    do(tablet, "We do not agree about this")
    small = tablet.page.evaluate("""() => [...document.querySelectorAll("main :is(button, a, summary, textarea)")]
        .filter((one) => one.checkVisibility()).map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
        .filter(([, box]) => box.width < 43.5 || box.height < 43.5).map(([html, box]) => `${html} ${box.width}x${box.height}`)""")
    assert small == []


def test_without_a_script_the_panel_is_read_and_its_words_are_kept(browser, live, story):
    context = browser.new_context(java_script_enabled=False, viewport=LAPTOP)
    sign_in(context, live)
    page = context.new_page()
    editor = Editor(page, live, story)
    page.goto(f"{live.url}/stories/{story}/panels/{editor.order[0]}")
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.locator(".strip__thumb img[src]").first).to_be_visible()
    editor.words.fill("Without a script.")
    page.get_by_role("button", name="Save the words").click()
    expect(editor.words).to_have_value("Without a script.")
    assert editor.kept().words_in("en") == "Without a script."
    editor.words.fill("Lily sings. Mum claps.")
    page.get_by_role("button", name="Save, and split it in two").click()
    page.get_by_role("button", name="Split here").click()
    expect(editor.words).to_have_value("Mum claps.")
    do(editor, "We do not agree about this")
    expect(page.get_by_label("The first view")).to_be_visible()
    context.close()
