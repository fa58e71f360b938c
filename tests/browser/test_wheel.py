"""The person wheel: it stands beside the picture, and a pose is found by what people say."""
from playwright.sync_api import expect


def test_the_wheel_covers_nothing_of_the_picture_and_finds_a_pose_by_keys(editor):
    editor.on_stage("Lily").focus()
    editor.page.keyboard.press("Enter")
    editor.wheel.get_by_role("tab", name="Pose").click()
    expect(editor.wheel.get_by_role("group", name="Likely here")).to_be_attached()
    wheel, picture = editor.wheel.bounding_box(), editor.page.locator(".stage__picture").bounding_box()
    assert wheel["x"] + wheel["width"] <= picture["x"]
    find = editor.wheel.get_by_role("searchbox", name="Find a pose")
    find.fill("scared tab")
    expect(editor.wheel.locator("[data-choice]:visible")).to_have_count(1)
    find.press("ArrowDown")
    editor.page.keyboard.press("Enter")
    expect(editor.on_stage("hiding under a table")).to_be_visible()
    find.fill("zebra")
    expect(editor.wheel.locator("[data-none]")).to_contain_text("No pose is called that")
    editor.is_saved()
    assert editor.figure("Lily").pose == "hide-under-table"


def test_whoever_lies_down_at_the_side_comes_into_the_picture(editor):
    editor.drag("Lily", 260, 0)
    editor.is_saved()
    stood = editor.figure("Lily").x
    editor.on_stage("Lily").click()
    editor.wheel.get_by_role("tab", name="Pose").click()
    editor.wheel.get_by_role("radio", name="lying down", exact=True).click()
    expect(editor.on_stage("lying down")).to_be_visible()
    editor.page.wait_for_function("document.querySelector('panel-stage').scene.items.some((one) => one.pose === 'lie' && one.x < %s)" % (stood - 0.01))
    editor.is_saved()
    stage, lily = editor.page.locator("panel-stage").bounding_box(), editor.on_stage("lying down").bounding_box()
    assert lily["x"] + lily["width"] <= stage["x"] + stage["width"] + 1 and editor.figure("Lily").x < stood


def test_two_people_hold_each_other_whom_is_chosen_by_keys_and_they_move_together(editor, axe):
    editor.on_stage("Aunty Jo").click()
    editor.wheel.get_by_role("tab", name="Pose").click()
    editor.wheel.get_by_role("radio", name="arms out for a hug").click()
    held, people = editor.wheel.locator("[data-held]"), editor.wheel.get_by_role("radiogroup", name="Who is with Aunty Jo?")
    expect(held).to_have_text("Aunty Jo is hugging Lily.")
    expect(editor.on_stage("Aunty Jo, hugging Lily")).to_be_visible()
    assert not axe(editor.page)
    editor.is_saved()
    before = editor.figure("Lily")
    assert editor.figure("Aunty Jo").holds == before.id
    editor.drag("Aunty Jo, hugging Lily", -40, 0)
    expect(editor.state).to_have_text("Saving")
    editor.is_saved()
    assert editor.figure("Lily").x < before.x
    people.get_by_role("radio", name="Lily").focus()
    editor.page.keyboard.press("ArrowRight")
    editor.page.keyboard.press("Enter")
    expect(held).to_have_text("Aunty Jo is hugging the cat.")
    editor.page.keyboard.press("Control+z")
    expect(held).to_have_text("Aunty Jo is hugging Lily.")
    editor.wheel.get_by_role("radio", name="arms crossed").click()
    expect(people).to_be_hidden()
    editor.is_saved()
    assert editor.figure("Aunty Jo").holds is None


def test_by_touch_a_hand_is_held_and_let_go_and_whoever_is_missing_is_said(tablet):
    tablet.on_stage("Lily").tap()
    tablet.wheel.get_by_role("tab", name="Pose").tap()
    held = tablet.wheel.locator("[data-held]")
    tablet.wheel.get_by_role("radio", name="carrying a child on the hip").tap()
    expect(held).to_contain_text("Nobody smaller is in the picture yet.")
    tablet.wheel.get_by_role("radio", name="walking").tap()
    tablet.wheel.get_by_role("radio", name="Aunty Jo").tap()
    expect(held).to_have_text("Lily is holding Aunty Jo's hand.")
    tablet.is_saved()
    assert tablet.figure("Lily").holds == tablet.figure("Aunty Jo").id
    tablet.wheel.get_by_role("radio", name="Nobody").tap()
    expect(held).to_have_text("Hand in hand with somebody?")
    tablet.is_saved()
    assert tablet.figure("Lily").holds is None
