"""A real server on a real store, and a real Chromium that must not complain."""
import contextlib
import shutil
import threading

import pytest
import waitress
from waitress import wasyncore
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from config import Config
from pages import LAPTOP, PASSPHRASE, TOUCH, sign_in
from tests.browser.desk import Editor
from wordspics import create_app, guide

CHEAP = (8, 1, 1)               # Argon2 for tests; the app refuses it outside them
expect.set_options(timeout=30_000)      # milliseconds: a slow computer is not a fault; only what fails takes so long


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium. A missing browser fails these tests; it never skips them."""
    found = next((path for name in ("chromium-headless-shell", "chromium") if (path := shutil.which(name))), None)
    assert found, "Chromium is missing: sh tests/run installs it"
    return {**browser_type_launch_args, "executable_path": found}


class Live:
    """The running app: its address, and the app itself to look behind the screen."""

    def __init__(self, home):
        self.app = create_app(Config(home=home, argon2=CHEAP, testing=True))
        self._server = waitress.create_server(self.app, host="127.0.0.1", port=0, threads=6)
        self.url = f"http://127.0.0.1:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()

    @property
    def store(self):
        return self.app.extensions["store"]

    def stop(self):
        """From inside the server's own loop, so that a reply under way is not cut off by another thread."""
        with contextlib.suppress(OSError):      # a reply that ended this very moment has woken the loop already, and it is closed
            self._server.trigger.pull_trigger(self._hang_up)
        self._thread.join(timeout=10)
        self._server.task_dispatcher.shutdown()
        self.app.extensions["press"].close()
        self.store.close()

    def _hang_up(self):
        """Each connection first by itself: it closes the file of a reply that a page left before it came; the loop's own end forgets it."""
        for connection in list(self._server.active_channels.values()):
            connection.handle_close()
        wasyncore.close_all(self._server._map, ignore_all=True)


@pytest.fixture
def live(tmp_path):
    server = Live(tmp_path / "home")
    yield server
    server.stop()


@pytest.fixture
def quiet(page):
    """The page, which must not log an error or break the content policy; `quiet.expected` lists what a test provokes."""
    complaints: list[str] = []

    def complain(said: str) -> None:
        complaints.append(f"{page.url}: {said}")

    page.expected = []
    page.on("console", lambda said: complain(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: complain(str(fault)))
    yield page
    left = [said for said in complaints if not any(word in said for word in page.expected)]
    assert not left, left


@pytest.fixture
def axe():
    """Nothing on a page may shut anybody out: `axe(page)` gives the violations found, which must be none.

    Without its preload, which would copy our styles into elements of its own: the policy rightly blocks those.
    """
    def look(page) -> list[str]:
        found = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
        return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
    return look


@pytest.fixture
def story(live) -> str:
    live.store.vault.found("Sam", PASSPHRASE)
    return live.store.stories.add(guide.example("lily"))


@pytest.fixture
def editor(quiet, live, story) -> Editor:
    quiet.set_viewport_size(LAPTOP)
    sign_in(quiet.context, live)
    return Editor(quiet, live, story).open()


@pytest.fixture
def tablet(browser, live, story):
    context = browser.new_context(viewport=TOUCH, has_touch=True)
    sign_in(context, live)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield Editor(page, live, story).open()
    context.close()
    assert not complaints, complaints
