"""A process apart, seen from the app: started, spoken to against the clock, and ended."""
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from wordspics.fence import pipe

ROOT = Path(__file__).parents[2]
KEPT = ("PATH", "SYSTEMROOT", "HOME", "WEASYPRINT_DLL_DIRECTORIES", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH")


class Child:
    """`module` run as a program, with a scratch folder that goes when it does. OSError when the machine has no room for one more."""

    def __init__(self, module: str) -> None:
        self._scratch = tempfile.mkdtemp(prefix="wordspics-")
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module], cwd=ROOT, env=self._surroundings(),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except OSError:
            self._sweep()
            raise

    @property
    def pid(self) -> int | None:
        """Its process id while it lives."""
        return self._process.pid if self._process.poll() is None else None

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is not over by then is ended, and its answer is None."""
        watch = threading.Timer(seconds, self._process.kill)
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def tell(self, message: bytes) -> None:
        """A child that has died hears nothing, and answers nothing."""
        with contextlib.suppress(OSError):
            pipe.send(message, self._process.stdin)

    def hear(self) -> bytes | None:
        """Its next message, or None when it has died."""
        return pipe.take(self._process.stdout)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):      # what was still to be written has nobody to read it
                stream.close()
        self._sweep()

    def _sweep(self) -> None:
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _surroundings(self) -> dict[str, str]:
        """Only what the child needs of the environment; its temporary files go where we sweep them up."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return kept | {"TMPDIR": self._scratch, "TEMP": self._scratch, "TMP": self._scratch, "PYTHONPATH": str(ROOT),
                       "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
