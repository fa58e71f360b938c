"""The store: stories kept sealed in one SQLite file, so that nothing acknowledged is lost and nothing readable lies on disk."""
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from wordspics.store import requests, schema
from wordspics.store.attempts import Attempts
from wordspics.store.engine import Database, prepare
from wordspics.store.families import Families
from wordspics.store.judgement import Change
from wordspics.store.ledger import NAME as LEDGER
from wordspics.store.ledger import Ledger
from wordspics.store.opened import SheetMark
from wordspics.store.passphrase import STRONG, Cost
from wordspics.store.picture_lists import PictureLists
from wordspics.store.sessions import Sessions
from wordspics.store.sheets import Answer, Beside, Sheets, Standing
from wordspics.store.stories import Card, Kept, Stories
from wordspics.store.uploads import Uploads
from wordspics.store.vault import Vault

__all__ = ["Answer", "Beside", "Card", "Change", "Kept", "SheetMark", "Standing", "Store"]
FILE = "stories.db"
SCRATCH = ".scratch-"
_CUT_SHORT = 60 * 60       # seconds


class Store:
    """One data folder, opened. `argon2` is (memory in KiB, passes, lanes); `idle` and `longest` bound a sign-in, in seconds."""

    def __init__(self, folder: Path, argon2: Cost, clock: Callable[[], float], idle: float, longest: float) -> None:
        self.folder = folder
        self.database = Database(prepare(folder, FILE))
        self.vault = Vault(self.database, argon2, clock)
        self.sessions = Sessions(self.database, self.vault, clock, idle, longest)
        self.attempts = Attempts(self.database, clock)
        self.ledger = Ledger(self.database, folder / LEDGER)
        self.families = Families(self.database, self.vault, clock)
        self.stories = Stories(self.database, self.vault, self.ledger, clock)
        self.sheets = Sheets(self.database, self.vault, clock)
        self.uploads = Uploads(self.database, self.vault, clock)
        self.picture_lists = PictureLists(self.database, self.vault)
        self._clock = clock

    @classmethod
    def open(cls, folder: Path, argon2: Cost = STRONG, clock: Callable[[], float] = time.time, *,
             idle: float = 15 * 60, longest: float = 10 * 60 * 60) -> Self:
        """Makes the folder if need be. A StoreFault says in one sentence why it cannot be used."""
        store = cls(Path(folder), argon2, clock, idle, longest)
        try:
            store.ready()
        except BaseException:
            store.close()
            raise
        return store

    def ready(self) -> None:
        """Checks the disk, brings the tables up to date, and erases again what an older copy brought back."""
        self.database.check()
        schema.bring_up_to_date(self.database)
        self.ledger.settle()
        self._tidy()
        with self.database.writing() as connection:
            requests.forget_old(connection, self._clock())

    def now(self) -> float:
        """Seconds since 1970, by the clock that dates every revision."""
        return self._clock()

    def _tidy(self) -> None:
        """Scratch folders of a backup that a crash cut short; one under way now is younger than this."""
        for scratch in self.folder.glob(f"{SCRATCH}*"):
            if time.time() - scratch.stat().st_mtime > _CUT_SHORT:
                shutil.rmtree(scratch, ignore_errors=True)

    def close(self) -> None:
        """The key leaves memory, and the file is closed."""
        self.sessions.stop()
        self.vault.close()
        self.database.close()
