"""One SQLite file, opened the one way that keeps an acknowledged edit through a crash or a flat battery.

All that knows of time-outs, locks and transactions sits here.
"""
import errno
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event

from wordspics.store.faults import Busy, Damaged, NoRoom, StoreFault, UnfitFolder

PRAGMAS: dict[str, str | int] = {
    "busy_timeout": 10_000,
    "journal_mode": "wal",
    "journal_size_limit": 1024 * 1024,      # the log gives its room back to a full disk
    "synchronous": 2,              # FULL: the answer to a save waits for the disk
    "fullfsync": 1,                # macOS: a plain fsync does not reach the disk there
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,            # what is erased is overwritten
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,               # in memory: nothing spills beside the data folder
}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC,
         sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR,
           sqlite3.SQLITE_ERROR}       # our SQL is tested: a table it does not find is a damaged one


class Database:
    """The file at `path`. `reading` sees one moment and never waits; `writing` is one transaction, one at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._gate = _Gate()
        self._pen = threading.Lock()       # waiting here is fair and instant; SQLite's own waiting is neither
        url = sa.URL.create("sqlite", database=str(path))
        self._writes = sa.create_engine(url, connect_args={"isolation_level": None}, pool_size=16, max_overflow=16,
                                        execution_options={"begin": "BEGIN IMMEDIATE"})
        event.listen(self._writes, "connect", _settle)
        event.listen(self._writes, "begin", _begin)
        self._reads = self._writes.execution_options(begin="BEGIN")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with self._gate.passing(), plain_faults(), self._reads.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Commits on the way out, when nothing went wrong; by then the disk has it."""
        with self._gate.passing(), self._turn(), plain_faults(), self._writes.begin() as connection:
            yield connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._pen.acquire(timeout=PRAGMAS["busy_timeout"] / 1000):
            raise Busy()
        try:
            yield
        finally:
            self._pen.release()

    def check(self) -> None:
        """Refuses a folder where the file cannot be opened as PRAGMAS says: on a network share, say."""
        with self.reading() as connection:
            for name, wanted in PRAGMAS.items():
                found = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                if found != wanted:
                    raise UnfitFolder(f"Stories cannot be kept safely in {self.path.parent}: its disk answers {name} with"
                                      f" {found}. Please choose a folder on this computer's own disk.")

    def shake_out(self) -> None:
        """Moves everything from the write-ahead log into the file and empties the log, so that nothing erased lingers there."""
        with self._gate.passing(), plain_faults(), self._reads.connect() as connection:
            raw = connection.connection.dbapi_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def snapshot(self, to: Path) -> None:
        """A copy of one moment, taken while others go on writing."""
        with self._gate.passing(), plain_faults(), self._reads.connect() as connection:
            copy = sqlite3.connect(to, isolation_level=None)
            try:
                connection.connection.dbapi_connection.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE").fetchall()      # one file, no log beside it
            finally:
                copy.close()

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Nobody reads or writes, and no connection is open, while the file under it is being changed for another."""
        with self._gate.shut():
            self._writes.dispose()
            yield

    def close(self) -> None:
        self._writes.dispose()


class _Gate:
    """Many may pass at once, or it is shut and nobody is inside. Not to be passed twice by one thread."""

    def __init__(self) -> None:
        self._turn = threading.Condition()
        self._inside = 0
        self._is_shut = False

    @contextmanager
    def passing(self) -> Iterator[None]:
        with self._turn:
            self._turn.wait_for(lambda: not self._is_shut)
            self._inside += 1
        try:
            yield
        finally:
            with self._turn:
                self._inside -= 1
                self._turn.notify_all()

    @contextmanager
    def shut(self) -> Iterator[None]:
        with self._turn:
            self._turn.wait_for(lambda: not self._is_shut)
            self._is_shut = True
            self._turn.wait_for(lambda: self._inside == 0)
        try:
            yield
        finally:
            with self._turn:
                self._is_shut = False
                self._turn.notify_all()


def prepare(folder: Path, name: str) -> Path:
    """The data folder and its file, for this person's eyes alone."""
    if str(folder).startswith(("\\\\", "//")):
        raise UnfitFolder("Stories cannot be kept safely on a shared network folder. Please choose a folder on this computer.")
    with plain_faults():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        path = folder / name
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    return path


@contextmanager
def plain_faults() -> Iterator[None]:
    """Trouble with the disk, as one plain sentence. Everything else passes as it is."""
    try:
        yield
    except (sa.exc.DBAPIError, sa.exc.TimeoutError, sqlite3.Error, UnicodeDecodeError, OSError) as fault:
        plain = _plain_os(fault) if isinstance(fault, OSError) else _plain(getattr(fault, "orig", fault))
        if plain is None:
            raise
        raise plain from fault


def _plain(cause: BaseException) -> StoreFault | None:
    if isinstance(cause, sa.exc.TimeoutError):
        return Busy()
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(cause, UnicodeDecodeError) or code is None and "decode" in str(cause):
        return Damaged("A part of the stories could not be read back from the disk.")
    if code is None:
        return None
    if code in _FULL:
        return NoRoom()
    if code & 0xFF in _BROKEN:
        return Damaged("The file that holds the stories has been damaged on the disk; please restore the last backup.")
    if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy()
    if code & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return UnfitFolder("The folder that holds the stories cannot be written to.")
    return None


def _plain_os(fault: OSError) -> StoreFault | None:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoRoom()
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        return UnfitFolder(f"The folder {fault.filename} cannot be written to.")
    return None


def _settle(raw: sqlite3.Connection, _record) -> None:
    for name, value in PRAGMAS.items():
        raw.execute(f"PRAGMA {name}={value}").fetchall()


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["begin"])
