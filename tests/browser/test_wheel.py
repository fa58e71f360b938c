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
