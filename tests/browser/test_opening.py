"""How a page opens: what it asks for, counted and not timed, since a slow computer asks for no more than a quick one."""
import re

import pytest
from playwright.sync_api import expect

KEPT = re.compile(r"/(static|fonts|library)/")


@pytest.fixture
def asked(live) -> list[str]:
    """The addresses that reach the app, as they come."""
    answer, asked = live.app.wsgi_app, []

    def listen(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return answer(environ, start_response)
    live.app.wsgi_app = listen
    return asked


def test_the_editor_asks_for_every_part_once_and_for_none_behind_another(asked, editor):
    parts = [path for path in asked if KEPT.match(path)]
    assert len(parts) == len(set(parts)) > 30
    late = editor.page.evaluate("""() => performance.getEntriesByType("resource")
        .filter((one) => /\\.(js|css|ttf)$/.test(one.name) && ["script", "css"].includes(one.initiatorType)).map((one) => one.name)""")
    assert late == []


def test_opened_again_it_asks_for_the_panel_and_small_pictures_alone(asked, editor):
    asked.clear()
    editor.open(2)
    assert [path for path in asked if KEPT.match(path)] == []
    assert f"/stories/{editor.story}/panels/{editor.order[1]}" in asked


def test_small_pictures_far_down_the_strip_wait_until_somebody_goes_there(editor):
    editor.page.set_viewport_size({"width": 1366, "height": 400})
    editor.open()
    small, here = editor.page.locator(".strip__panel img"), re.compile("picture.svg")
    expect(small.first).to_have_attribute("src", here)
    assert small.evaluate_all("(all) => all.filter((one) => one.src).length") < small.count()
    small.last.scroll_into_view_if_needed()
    expect(small.last).to_have_attribute("src", here)
