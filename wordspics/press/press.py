"""The app's side of the press: one warm render child, started after the first page was served and ended when it hangs."""
import atexit
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from wordspics.press import able, limits
from wordspics.press.editions import vet
from wordspics.press.faults import CannotPrint
from wordspics.press.leaves import languages_of, panels_that_run_on
from wordspics.press.pipe import Answer, Job, Plate, Printed, Ready, Refused, Work, send, take_answer
from wordspics.story import Story

ROOT = Path(__file__).parents[2]
STOPPED = "The printing part of the app stopped before the booklet was finished. Nothing is lost; please try again."
KEPT = ("PATH", "SYSTEMROOT", "HOME", "WEASYPRINT_DLL_DIRECTORIES", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH")


class Press:
    """Prints booklets, one at a time. Nothing starts before `warm` or the first `print`."""

    def __init__(self):
        self._lock = threading.Lock()
        self._child: _Child | None = None
        atexit.register(self.close)

    def warm(self) -> None:
        """Start the render child and come back at once; it loads its letters meanwhile."""
        if self._lock.acquire(blocking=False):
            try:
                if self.is_able() is None:
                    self._hire()
            finally:
                self._lock.release()

    def print(self, story: Story, edition: str = "folded", ink: str = "colour", *, today: datetime.date,
              pictures: Mapping[str, bytes] | None = None, paper: str = "a4", language: str | None = None,
              help_lines: tuple[str, ...] = ()) -> bytes:
        """The booklet as a PDF. `pictures` are the family's own, by id; `language` may be several ("cy,en").

        A CannotPrint says in one sentence why there is none. Adult notes never reach the child at all.
        """
        vet(edition, ink, paper)
        return self._do(Job(story=story.without_notes(), edition=edition, ink=ink, paper=paper, today=today, language=language,
                            help_lines=tuple(help_lines), pictures=dict(pictures or {})))

    def plate(self, svg: str, width: float, height: float) -> bytes:
        """One drawing as a PDF page of its own size, in millimetres."""
        return self._do(Plate(svg=svg, width=width, height=height))

    def close(self) -> None:
        """End the child, if there is one. The press may be used again afterwards."""
        with self._lock:
            self._dismiss()

    @staticmethod
    def is_able() -> str | None:
        """None when this computer can print, else one sentence that says what to install."""
        return able.is_able()

    @staticmethod
    def fits(story: Story, edition: str = "folded", *, paper: str = "a4", language: str | None = None) -> list[str]:
        """The ids of panels whose words do not fit on one page of the edition; they print, and run on to the next page."""
        return panels_that_run_on(story, vet(edition, "colour", paper), paper, languages_of(story, language))

    @property
    def child_pid(self) -> int | None:
        """The render child's process id while there is one, for those who measure it."""
        return self._child.process.pid if self._child and self._child.is_alive else None

    def _do(self, work: Work) -> bytes:
        unable = self.is_able()
        if unable:
            raise CannotPrint(unable)
        with self._lock:
            answer = self._hire().do(work)
            if answer is None or isinstance(answer, Refused) and answer.leaves or self._child.prints >= limits.PRINTS:
                self._dismiss()
        if isinstance(answer, Printed):
            return answer.pdf
        raise CannotPrint(answer.why if isinstance(answer, Refused) else STOPPED)

    def _hire(self) -> "_Child":
        if self._child is None or not self._child.is_alive:
            self._dismiss()
            self._child = _Child()
        return self._child

    def _dismiss(self) -> None:
        if self._child:
            self._child.end()
            self._child = None


class _Child:
    """One render child and its scratch folder, which never holds anything but letters."""

    def __init__(self):
        self._scratch = tempfile.mkdtemp(prefix="wordspics-press-")
        self._greeted = False
        self.prints = 0
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wordspics.press.child"], cwd=ROOT, env=self._surroundings(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def do(self, work: Work) -> Answer | None:
        """The child's answer, or None when it died or took too long."""
        watch = threading.Timer(limits.WALL_SECONDS, self.process.kill)
        watch.start()
        try:
            if not self._greeted:
                greeting = take_answer(self.process.stdout)
                if not isinstance(greeting, Ready):
                    return greeting
                self._greeted = True
            self.prints += 1
            send(work, self.process.stdin)
            return take_answer(self.process.stdout)
        except OSError:
            return None
        finally:
            watch.cancel()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass                                # what was still to be written has nobody to read it
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _surroundings(self) -> dict[str, str]:
        """Only what the child needs of the environment; its temporary files go where we sweep them up."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return kept | {"TMPDIR": self._scratch, "TEMP": self._scratch, "TMP": self._scratch, "PYTHONPATH": str(ROOT),
                       "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
