"""How fast and how large: `.venv/bin/python tests/bench.py` prints figures and never fails on time.

Each figure is the median of several runs of the real thing: real sealing, real sign-in, the real press, a real browser.
"""
import contextlib
import datetime
import os
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]

from config import Config  # noqa: E402
from wordspics import create_app, guide  # noqa: E402
from wordspics.pictures import svg  # noqa: E402
from wordspics.pictures.figure import draw_figure, options  # noqa: E402
from wordspics.pictures.names import FEELINGS, POSES  # noqa: E402
from wordspics.press import Press  # noqa: E402
from wordspics.story import Story  # noqa: E402
from wordspics.story.sheet import write_sheet  # noqa: E402

PASSPHRASE = "three warm pancakes"
OPEN_TRAY = """() => new Promise((done) => {
  const begun = performance.now(), tray = document.querySelector("#tray-things")
  document.querySelector("#tab-things").click()
  const look = () => {
    const pictures = [...tray.querySelectorAll("img")].filter((one) => one.getBoundingClientRect().top < innerHeight)
    if (pictures.every((one) => one.complete && one.naturalWidth)) done(performance.now() - begun)
    else setTimeout(look, 4)
  }
  look()
})"""
NEEDED = "needed for the figures: run sh tests/run once first"


def main() -> None:
    print(f"{datetime.date.today()}  Python {sys.version.split()[0]}  {os.cpu_count()} cores")
    figures()
    story = twelve_panels()
    booklets(story)
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Config(home=Path(folder)))
        opened = pages(app, story)
        app.extensions["press"].close()
        app.extensions["store"].close()             # two apps on one folder would end each other's sessions
        editor_in_a_browser(Path(folder), *opened)
    second_start()


def figures() -> None:
    """Anybody in any pose, none drawn before: their shapes, and these as SVG."""
    chance, sizes = random.Random(1), []

    def draw(n: int) -> None:
        drawn = draw_figure(options.any_look(chance), chance.choice(list(POSES)), chance.choice(list(FEELINGS)), chance.choice(("front", "left", "right")))
        sizes.append(len(svg.write_shapes((drawn.group,))))

    told = Told(draw, runs=1000)
    print(f"a figure: median {statistics.median(told.taken):.1f} ms, {statistics.median(sizes) / 1000:.1f} kB, at most {max(sizes) / 1000:.1f} kB")


def twelve_panels() -> Story:
    """The example story and its first panels once more: twelve pictures, none cached by being printed before."""
    story = guide.example("lily")
    extra = tuple(panel.with_(id=str(uuid.uuid4())) for panel in story.panels)
    return story.with_(panels=(story.panels + extra)[:12])


def booklets(story: Story) -> None:
    for edition in ("folded", "pages"):
        press = Press()
        press.print(guide.example("lily"), edition, today=datetime.date(2026, 1, 1))         # the child warms up
        told = Told(lambda n: press.print(_retold(story, n), edition, today=datetime.date(2026, 1, 1)), runs=7)
        print(f"12-panel booklet, {edition}, warm: {told}; {len(told.last) / 1000:.0f} kB; render child at most {_peak(press.child_pid):.0f} MB")
        press.close()


def pages(app, story: Story) -> tuple[str, str]:
    """Which story and panel was saved and opened."""
    store = app.extensions["store"]
    store.vault.found("Bench", PASSPHRASE)
    id = store.stories.add(story)
    kept = store.stories.load(id)
    panel = kept.story.panels[5]
    browser = app.test_client()
    browser.set_cookie("words-and-pictures", store.sessions.begin(), domain="localhost")
    token = _token(browser.get(f"/stories/{id}/panels/{panel.id}").text)
    rev = kept.sheets[panel.id].rev

    def save(n: int):
        nonlocal rev
        answer = browser.put(f"/stories/{id}/sheets/{panel.id}", data=write_sheet(panel.tell(f"Lily had tea {n} times.")), headers={
            "If-Match": f'"{rev}"', "Idempotency-Key": str(uuid.uuid4()), "X-CSRFToken": token, "Accept": "application/json",
            "Content-Type": "application/json"})
        assert answer.status_code == 200, answer.text
        rev = answer.json["rev"]

    print(f"a save, sealed and signed in, on the server: {Told(save, runs=200)}")
    print(f"the editor's page on the server: {Told(lambda n: browser.get(f'/stories/{id}/panels/{panel.id}'), runs=20)}")
    return id, panel.id


def editor_in_a_browser(folder: Path, story: str, panel: str) -> None:
    """From asking for the page until every part of it is awake: as often seen, and with nothing kept by the browser."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert chromium, f"Chromium is {NEEDED}"
    with running(folder, 18420) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(f"{address}/unlock")
        page.fill("[name=passphrase]", PASSPHRASE)
        page.press("[name=passphrase]", "Enter")
        page.wait_for_url(f"{address}/")

        def open_editor(n: int):
            page.goto(f"{address}/stories/{story}/panels/{panel}")
            page.locator("html[data-ready] panel-editor").wait_for()

        open_editor(0)
        page.wait_for_load_state("networkidle")
        print(f"opening the editor in Chromium: {Told(open_editor, runs=10)}")
        tray_in_a_browser(page, open_editor)
        browser.close()


def tray_in_a_browser(page, open_editor: Callable) -> None:
    """From pressing Things until every picture in sight is there, the browser having kept none of them."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    arrived: list[float] = []
    network.on("Network.loadingFinished", lambda one: arrived.append(one["encodedDataLength"]))
    opened, taken = [], []
    for _ in range(5):
        network.send("Network.clearBrowserCache")
        opened += Told(open_editor, runs=1).taken
        page.locator("#tray-things .tile").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        arrived.clear()
        taken.append(page.evaluate(OPEN_TRAY))
    print(f"the same, nothing kept: median {statistics.median(opened):.0f} ms, slowest {max(opened):.0f} ms of {len(opened)}")
    print(f"opening the tray in Chromium, no picture kept: median {statistics.median(taken):.0f} ms, slowest {max(taken):.0f} ms of"
          f" {len(taken)}; {len(arrived)} requests, {sum(arrived) / 1000:.0f} kB")


def second_start() -> None:
    """`sh wordspics/run` when everything is installed, until its first page has been answered."""
    def start(n: int):
        with running(folder, 18421 + n):
            pass

    with tempfile.TemporaryDirectory() as folder:
        start(0)
        print(f"second start to the first page: {Told(start, runs=5)}")


@contextlib.contextmanager
def running(folder: str | Path, port: int) -> Iterator[str]:
    """The app as people run it, in a process of its own that has answered its first page. Its address."""
    address = f"http://127.0.0.1:{port}"
    child = subprocess.Popen(["sh", str(ROOT / "wordspics" / "run")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             start_new_session=True, env={**os.environ, "WORDSPICS_HOME": str(folder), "WORDSPICS_PORT": str(port)})
    try:
        _wait_for(f"{address}/welcome")
        yield address
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait()


class Told:
    """What a thing took: median and slowest of some runs, in milliseconds. `last` is what the last run gave."""

    def __init__(self, do: Callable, runs: int):
        self.taken = []
        for n in range(1, runs + 1):
            begun = time.perf_counter()
            self.last = do(n)
            self.taken.append((time.perf_counter() - begun) * 1000)

    def __str__(self) -> str:
        return f"median {statistics.median(self.taken):.0f} ms, slowest {max(self.taken):.0f} ms of {len(self.taken)}"


def _retold(story: Story, n: int) -> Story:
    """The same story with each figure a little to the side, so that no layout or picture is remembered whole."""
    return story.with_(panels=tuple(
        panel.tell(f"{panel.words_in('en')} {n}").show(_nudged(panel.scene, n)) for panel in story.panels))


def _nudged(scene, n: int):
    for item in scene.items:
        scene = scene.move(item.id, item.x + n / 1000, item.y)
    return scene


def _peak(pid: int | None) -> float:
    """Most memory the process ever held, in MB."""
    if pid is None:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


def _token(page: str) -> str:
    return page.split('name="csrf" content="')[1].split('"')[0]


def _wait_for(address: str) -> None:
    for _ in range(400):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                answer.read()
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError("The app did not answer.")


if __name__ == "__main__":
    main()
