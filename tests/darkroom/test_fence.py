"""The fence around the darkroom: what its child may use, and what happens when it hangs, dies or cannot start."""
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.darkroom.hostile import png
from tests.store.desk import picture
from wordspics.darkroom import child, darkroom
from wordspics.darkroom.darkroom import Darkroom, clean
from wordspics.fence.child import Child
from wordspics.story import BadStory

ROOT = Path(__file__).parents[2]


@pytest.fixture
def opened():
    with Darkroom() as opened:
        opened.clean(picture())
        yield opened


def refused(opened) -> str:
    with pytest.raises(BadStory) as told:
        opened.clean(picture())
    return str(told.value)


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="only this system lets a limit be read from outside")
def test_the_child_lives_within_its_limits(opened):
    held = Path(f"/proc/{opened.child_pid}/limits").read_text().splitlines()
    soft = {line[:25].strip(): line[25:].split()[0] for line in held}
    assert int(soft["Max address space"]) == child.MEMORY and 0 < int(soft["Max cpu time"]) <= 2 * child.CPU_SECONDS
    assert soft["Max open files"] == soft["Max file size"] == soft["Max core file size"] == "0"


@pytest.mark.parametrize("reach", ["open('/etc/hostname')", "open('left-behind', 'w')", "__import__('socket').socket()"])
def test_behind_the_fence_nothing_more_is_opened(tmp_path, reach):
    script = f"import socket; from wordspics.fence import limits; limits.open_no_more(); {reach}; print('through')"
    ended = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert ended.returncode != 0 and "through" not in ended.stdout and not list(tmp_path.iterdir())


def test_memory_past_the_limit_is_a_sentence():
    script = ("from wordspics.darkroom import developing; from wordspics.fence import limits; import sys; developing.make_ready();"
              "limits.bound_memory(150_000_000); developing.develop(sys.stdin.buffer.read())")
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, input=png(6300, 6300), capture_output=True)
    assert b"BadStory: This picture takes more memory" in ended.stderr


def test_processor_time_past_the_limit_ends_it():
    script = "from wordspics.fence import limits; limits.allow(0)\nwhile True: pass"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == -signal.SIGXCPU


def test_a_decoder_that_hangs_is_ended_and_the_next_picture_is_taken(monkeypatch, opened):
    hung = opened.child_pid
    os.kill(hung, signal.SIGSTOP)
    monkeypatch.setattr(darkroom, "WALL_SECONDS", 0.2)
    assert refused(opened) == darkroom.STOPPED
    monkeypatch.undo()
    assert opened.clean(picture()) and opened.child_pid != hung and not Path(f"/proc/{hung}").exists()


def test_a_child_that_dies_midway_costs_one_sentence_and_the_next_picture_is_taken(monkeypatch, opened):
    def die_of_it(child, message):
        os.kill(child.pid, signal.SIGSTOP)          # so that it cannot have answered yet
        tell(child, message)
        os.kill(child.pid, signal.SIGKILL)

    tell = Child.tell
    monkeypatch.setattr(Child, "tell", die_of_it)
    assert refused(opened) == darkroom.STOPPED
    monkeypatch.undo()
    assert opened.clean(picture())


def test_a_computer_without_room_for_a_child_says_so_and_is_not_stuck(monkeypatch):
    def no_room(*_, **__):
        raise OSError("Cannot allocate memory")

    monkeypatch.setattr(subprocess, "Popen", no_room)
    with pytest.raises(BadStory, match="not kept"):
        clean(picture())
    monkeypatch.undo()
    assert clean(picture())


def test_the_child_goes_with_the_picture_and_leaves_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Darkroom() as opened:
        opened.clean(picture())
        child = opened.child_pid
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not Path(f"/proc/{child}").exists() and list(tmp_path.iterdir()) == []
