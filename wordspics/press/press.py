"""The app's side of the press: one warm render child, started after the first page was served and ended when it hangs."""
import atexit
import contextlib
import datetime
import threading
from collections.abc import Mapping

from wordspics.fence.child import Child
from wordspics.press import able, limits
from wordspics.press.editions import vet
from wordspics.press.faults import CannotPrint
from wordspics.press.leaves import languages_of, panels_that_run_on
from wordspics.press.pipe import Answer, Job, Plate, Printed, Ready, Refused, Work, read_answer, write
from wordspics.press.rehearsal import RehearsalSheet
from wordspics.story import Story

STOPPED = "The printing part of the app stopped before the booklet was finished. Nothing is lost; please try again."


class Press:
    """Prints booklets, one at a time. Nothing starts before `warm` or the first `print`."""

    def __init__(self):
        self._lock = threading.Lock()
        self._printer: _Printer | None = None
        atexit.register(self.close)

    def warm(self) -> None:
        """Start the render child and come back at once; it loads its letters meanwhile."""
        if self._lock.acquire(blocking=False):
            try:
                if self.is_able() is None:
                    with contextlib.suppress(OSError):
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

    def rehearse(self, sheet: RehearsalSheet) -> bytes:
        """The one page for the adults who will read the story, as a PDF. A CannotPrint in one sentence when there is none."""
        return self._do(sheet)

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
        return self._printer.child.pid if self._printer else None

    def _do(self, work: Work) -> bytes:
        unable = self.is_able()
        if unable:
            raise CannotPrint(unable)
        with self._lock:
            try:
                answer = self._hire().do(work)
            except OSError:                         # no room on this computer for one more process
                answer = None
            if answer is None or isinstance(answer, Refused) and answer.leaves or self._printer.prints >= limits.PRINTS:
                self._dismiss()
        if isinstance(answer, Printed):
            return answer.pdf
        raise CannotPrint(answer.why if isinstance(answer, Refused) else STOPPED)

    def _hire(self) -> "_Printer":
        if self.child_pid is None:
            self._dismiss()
            self._printer = _Printer()
        return self._printer

    def _dismiss(self) -> None:
        if self._printer:
            self._printer.child.end()
            self._printer = None


class _Printer:
    """One render child, greeted and counted. Its scratch folder never holds anything but letters."""

    def __init__(self):
        self.child = Child("wordspics.press.child")
        self._greeted = False
        self.prints = 0

    def do(self, work: Work) -> Answer | None:
        """The child's answer, or None when it died or took too long."""
        with self.child.within(limits.WALL_SECONDS):
            if not self._greeted:
                greeting = self._hear()
                if not isinstance(greeting, Ready):
                    return greeting
                self._greeted = True
            self.prints += 1
            self.child.tell(write(work))
            return self._hear()

    def _hear(self) -> Answer | None:
        said = self.child.hear()
        return None if said is None else read_answer(said)
