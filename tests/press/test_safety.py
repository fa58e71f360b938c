"""The fence around the render child: what it may reach, use and leave behind, and what happens when it dies."""
import datetime
import http.server
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.factories import MARKERS, make_panel, make_story
from tests.press.paper import pages_of
from wordspics.press import CannotPrint, Press, limits

pytestmark = pytest.mark.xdist_group("press")
TODAY = datetime.date(2026, 11, 21)
ROOT = Path(__file__).parents[2]
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1L8 1L8 8Z" fill="#000000"/></svg>'
TRUETYPE = b"\x00\x01\x00\x00"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def drawing_that_asks_for(address: str) -> str:
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
            f'<image href="{address}" x="0" y="0" width="9" height="9"/></svg>')


@pytest.fixture
def listener():
    """A server on this computer that notes every request it gets."""
    asked = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/here.png", asked
    server.shutdown()
    server.server_close()


def test_a_drawing_cannot_reach_the_network(press, listener):
    address, asked = listener
    with pytest.raises(CannotPrint):
        press.plate(drawing_that_asks_for(address), 20, 20)
    assert asked == []


@pytest.mark.parametrize("address", [
    "file:///etc/hostname", f"data:image/png;base64,{PIXEL}", "wp-img:not-laid", "here.png", "x:a.jpg",
    "ftp://127.0.0.1/a.png", Path(__file__).as_uri()])
def test_a_drawing_cannot_reach_files_or_anything_else(press, address):
    with pytest.raises(CannotPrint):
        press.plate(drawing_that_asks_for(address), 20, 20)


def test_words_that_look_like_pages_are_only_words(print_story, listener):
    address, asked = listener
    words = f'<img src="{address}"> <style>@import url({address})</style> {{{{ 7*7 }}}} url({address})'
    printed = " ".join(pages_of(print_story(make_story(0).with_(panels=(make_panel(words),)), "pages")))
    assert '<img src="' in printed and "{{ 7*7 }}" in printed and asked == []


def test_the_line_is_cut_even_for_code_that_would_go_round_the_shelf():
    for reach in ("import socket; socket.socket()", "import subprocess; subprocess.run('true')", "import os; os.system('true')"):
        script = f"from wordspics.fence import limits; limits.cut_the_line(); {reach}; print('through')"
        ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
        assert ended.returncode == 77 and "through" not in ended.stdout


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="only this system lets a limit be read from outside")
def test_the_child_lives_within_its_limits(press, print_story):
    print_story(make_story(1))
    held = Path(f"/proc/{press.child_pid}/limits").read_text().splitlines()
    soft = {line[:25].strip(): line[25:].split()[0] for line in held}
    assert int(soft["Max address space"]) == limits.MEMORY and soft["Max core file size"] == "0"
    assert 0 < int(soft["Max cpu time"]) <= 10 * limits.CPU_SECONDS


def test_no_word_of_a_story_touches_the_temp_folder(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    press = Press()
    press.print(make_story(0).with_(panels=(make_panel(f"{MARKERS[0]} {MARKERS[1]}"),)), today=TODAY)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left and all(path.read_bytes()[:4] == TRUETYPE for path in left)
    press.close()
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_dies_in_the_middle_costs_one_sentence_and_the_next_print_works(press):
    story = make_story(0).with_(panels=tuple(make_panel("Mummy loves Lily. " * 60) for _ in range(30)))
    press.print(make_story(1), today=TODAY)
    victim, told = press.child_pid, []

    def try_to_print():
        try:
            press.print(story, "pages", today=TODAY)
        except CannotPrint as fault:
            told.append(str(fault))

    printing = threading.Thread(target=try_to_print)
    printing.start()
    time.sleep(0.3)
    os.kill(victim, signal.SIGKILL)
    printing.join()
    assert told and "Nothing is lost" in told[0]
    assert press.print(make_story(1), today=TODAY) and press.child_pid != victim


def test_a_print_that_takes_too_long_is_ended(press, monkeypatch):
    press.print(make_story(1), today=TODAY)
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.05)
    with pytest.raises(CannotPrint, match="stopped before"):
        press.print(make_story(12), today=TODAY)
    monkeypatch.undo()
    assert press.print(make_story(1), today=TODAY)


def test_the_child_goes_when_the_press_closes(press):
    press.print(make_story(1), today=TODAY)
    pid = press.child_pid
    press.close()
    assert press.child_pid is None and not Path(f"/proc/{pid}").exists()


def test_a_child_is_replaced_before_it_grows_old(press, monkeypatch):
    monkeypatch.setattr(limits, "PRINTS", 2)
    press.close()
    pids = []
    for _ in range(4):
        press.plate(SQUARE, 20, 20)
        pids.append(press.child_pid)
    assert pids[0] and pids[2] and pids[0] != pids[2] and pids[1] is pids[3] is None


def test_a_refusal_leaves_the_child_warm(press):
    press.plate(SQUARE, 20, 20)
    pid = press.child_pid
    with pytest.raises(CannotPrint):
        press.print(make_story(0), today=TODAY)
    assert press.child_pid == pid


HOSTILE = [("-" * 3000 + "\u00a0") * 50, "\u00a0".join("a" * 40), "e\u0301\u0302\u0303\u0304\u0305" * 300,
           "🙂👩‍👧‍👦🇬🇧" * 150, "مرحبا abc " * 150, "\u202eevil\u202c " * 200,
           "\n \n" * 750, "W" * 1500, "- " * 750, "a\u200db" * 500, "https://example.org/" + "x/" * 740]


def make_hostile_story():
    from wordspics.story.text import tidy

    return make_story(0).with_(panels=tuple(make_panel(tidy(HOSTILE[i % len(HOSTILE)])[:1500] or "Nothing.") for i in range(36)))


def test_the_most_hostile_words_that_can_be_kept_are_refused_for_folding_in_one_sentence(print_story):
    with pytest.raises(CannotPrint, match="the most is 40"):
        print_story(make_hostile_story())


def test_the_most_hostile_words_that_can_be_kept_print_within_the_limits(print_story):
    assert len(pages_of(print_story(make_hostile_story(), "pages"))) >= 38
