"""Backups: one sealed file of everything, proved by restoring it to scratch and comparing before it counts.

Restoring proves the file first as well, keeps what was there aside, and erases again what was erased since.
"""
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from wordspics.store import FILE, LEDGER, SCRATCH, Store, container, tables
from wordspics.store.container import Header, Manifest
from wordspics.store.engine import plain_faults, prepare
from wordspics.store.faults import Busy, Damaged
from wordspics.store.ledger import ASIDE, Erasure, read_lines
from wordspics.store.proof import Count, prove
from wordspics.store.seal import Key


def back_up(store: Store, out: Path) -> str:
    """Writes the backup to `out`, whole and proved or not at all, and says what is in it. The vault is open."""
    out, vault_key = Path(out), store.vault.key
    part = out.with_name(out.name + ".part")
    with _scratch(store.folder) as scratch, _scratch(store.folder) as again:
        try:
            store.database.snapshot(scratch / FILE)
            digest = container.digest(scratch / FILE)
            manifest = Manifest(time.time(), digest, read_lines(store.folder / LEDGER))
            container.pack(part, _header(store), vault_key, manifest, scratch / FILE)
            container.unpack(part, again / FILE, lambda header: vault_key)
            if container.digest(again / FILE) != digest:
                raise Damaged("The backup did not read back as it was written. Please try again, on another disk if need be.")
            count = _prove(again, manifest.erased, vault_key)
            with plain_faults():
                os.replace(part, out)
                _sync(out.parent)
        finally:
            part.unlink(missing_ok=True)
    return f"Backed up {count.sentence}. It was opened again in an empty folder, and everything in it is the same."


def restore(file: Path, folder: Path, passphrase: str) -> str:
    """Puts a backup in place of what is in `folder`, all of it or nothing. `passphrase` may be the recovery key.

    Nobody has the folder open meanwhile: see `restore_into` for the app that runs on it.
    """
    folder = Path(folder)
    prepare(folder, FILE)
    with _scratch(folder) as scratch:
        manifest, vault_key = container.unpack(Path(file), scratch / FILE, container.unlock_with(passphrase))
        erased = [*manifest.erased, *_let_go(folder / FILE), *read_lines(folder / LEDGER)]
        count = _prove(scratch, erased, vault_key)
        aside = _put_aside(folder)
        with plain_faults():
            os.replace(scratch / LEDGER, folder / LEDGER) if (scratch / LEDGER).exists() else None
            for log in ("-wal", "-shm"):                   # only a damaged file leaves them here, and they are aside
                (folder / (FILE + log)).unlink(missing_ok=True)
            os.replace(scratch / FILE, folder / FILE)
            _sync(folder)
    return f"Restored {count.sentence}. What was here before is kept in {aside}." if aside else f"Restored {count.sentence}."


def restore_into(store: Store, file: Path, passphrase: str) -> str:
    """As `restore`, under the app that runs on this store; everybody is signed out."""
    with store.database.resting():
        said = restore(file, store.folder, passphrase)
        store.vault.close()
    store.ready()
    return said


def _prove(folder: Path, erased: list[Erasure], vault_key: Key) -> Count:
    """Opens the copy as the app would, brings it up to date, erases what was erased since, and reads every row."""
    copy = Store.open(folder)
    try:
        copy.ledger.settle(erased)
        with copy.database.writing() as connection:
            connection.execute(sa.delete(tables.sessions))
        count = prove(copy, vault_key)
        copy.database.shake_out()
    finally:
        copy.close()
    _make_one_file(folder / FILE)
    return count


def _let_go(path: Path) -> list[Erasure]:
    """Makes sure nobody has the living file open, gathers it into one file, and says what its rows know was erased."""
    try:
        _make_one_file(path)
        with closing(sqlite3.connect(path)) as raw:
            return [Erasure(*row) for row in raw.execute("SELECT id, what, at FROM erasures")]
    except sqlite3.DatabaseError as fault:
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Busy("The app is open on these stories. Please stop it first, or restore from its own page.") from None
        return []                                          # damaged or empty: that is what the backup is for


def _make_one_file(path: Path) -> None:
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as raw:
        raw.execute("PRAGMA secure_delete=1").fetchall()
        raw.execute("PRAGMA journal_mode=DELETE").fetchall()


def _put_aside(folder: Path) -> Path | None:
    """A copy of what is here, in a folder of its own; None when nobody has kept anything here yet."""
    if _is_new(folder / FILE):
        return None
    with plain_faults():
        aside = Path(tempfile.mkdtemp(prefix=f"{ASIDE}{time.strftime('%Y%m%d-%H%M%S')}-", dir=folder))
        for name in (FILE, FILE + "-wal", FILE + "-shm", LEDGER):
            if (folder / name).exists():
                shutil.copy2(folder / name, aside / name)
                _sync(aside / name)
        _sync(aside)
    return aside


def _is_new(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as raw:
            return not path.stat().st_size or not raw.execute("SELECT count(*) FROM vault").fetchone()[0]
    except sqlite3.DatabaseError:
        return False                                       # damaged: somebody may want to look at it


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for this person's eyes alone, on the same disk, gone afterwards."""
    with plain_faults(), tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder) as scratch:
        yield Path(scratch)


def _header(store: Store) -> Header:
    row = store.vault.row()
    cost = (row.kib, row.passes, row.lanes)
    return Header(cost, row.salt, row.by_passphrase, row.recovery_salt, row.by_recovery, os.urandom(16))


def _sync(path: Path) -> None:
    """Waits until the disk has this file, or the names in this folder. (A folder cannot be asked that on Windows.)"""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
