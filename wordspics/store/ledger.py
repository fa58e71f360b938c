"""The ledger of what was erased: an id and a time, never a name.

It is kept twice: as rows, in the very transaction that erases, and as a file beside them, so that an older copy of the
rows, put back by whatever way, is brought up to date before anybody reads it.
"""
import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from wordspics.story import Missing
from wordspics.store import tables
from wordspics.store.engine import Database, plain_faults
from wordspics.store.faults import NoRoom, StoreFault

NAME = "erased.jsonl"
ASIDE = "before-restore-"      # folders of what a restore replaced; what is erased is erased there too
_rows = tables.erasures


class Erasure(NamedTuple):
    id: str
    what: str          # "story" or "family"
    at: float


class Ledger:
    def __init__(self, database: Database, path: Path) -> None:
        self._database, self._path = database, path

    def erase_story(self, id: str, now: float) -> None:
        with self._database.writing() as connection:
            if not connection.scalar(sa.select(sa.func.count()).select_from(tables.stories).where(tables.stories.c.id == id)):
                raise Missing("This story is not here any more.")
            _erase(connection, Erasure(id, "story", now))
        with contextlib.suppress(NoRoom):           # it is erased; the next start finds the row and does the rest
            self.settle()

    def settle(self, more: Iterable[Erasure] = ()) -> None:
        """Rows and file agree afterwards, and whatever either says was erased is; `more` comes from another copy's ledger."""
        with self._database.reading() as connection:
            rows = {Erasure(*row) for row in connection.execute(sa.select(_rows.c.id, _rows.c.what, _rows.c.at))}
        lines = read_lines(self._path)
        known = {erasure.id for erasure in rows}
        new = [erasure for erasure in {e.id: e for e in (*lines, *more)}.values() if erasure.id not in known]
        if new:
            with self._database.writing() as connection:
                for erasure in sorted(new, key=lambda erasure: erasure.what == "family"):       # stories first
                    _erase(connection, erasure)
                rows = {Erasure(*row) for row in connection.execute(sa.select(_rows.c.id, _rows.c.what, _rows.c.at))}
        if missing := rows - set(lines):
            self._settle_aside(rows)                # both before its line: once that is written, no later start looks again
            self._database.shake_out()
            _append(self._path, sorted(missing, key=lambda erasure: erasure.at))

    def _settle_aside(self, erased: Iterable[Erasure]) -> None:
        """What an earlier restore put aside must not outlive its story: erased there too, or, if that cannot be, thrown away."""
        for copy in self._path.parent.glob(f"{ASIDE}*/*.db"):
            aside = Database(copy)
            try:
                Ledger(aside, copy.with_name(NAME)).settle(erased)
            except (StoreFault, sa.exc.SQLAlchemyError):
                copy.unlink(missing_ok=True)
            finally:
                aside.close()


def read_lines(path: Path) -> list[Erasure]:
    """A last line cut short by a crash is left out: its row is still there to write it again."""
    if not path.exists():
        return []
    found = []
    for line in path.read_bytes().splitlines():
        try:
            found.append(Erasure(**msgspec.json.decode(line, type=dict)))
        except (msgspec.MsgspecError, TypeError):
            continue
    return found


def _append(path: Path, erasures: list[Erasure]) -> None:
    with plain_faults(), open(path, "ab", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(b"".join(b"\n" * (file.tell() > 0 and at == 0) + msgspec.json.encode(erasure._asdict()) + b"\n"
                            for at, erasure in enumerate(erasures)))
        file.flush()
        os.fsync(file.fileno())


def _erase(connection: sa.Connection, erasure: Erasure) -> None:
    connection.execute(sa.insert(_rows).prefix_with("OR IGNORE").values(**erasure._asdict()))
    if erasure.what == "family":
        lived_in = sa.exists().where(tables.stories.c.family == erasure.id)      # by another copy's story, never erased
        connection.execute(sa.delete(tables.families).where(tables.families.c.id == erasure.id, ~lived_in))
        return
    family = connection.scalar(sa.select(tables.stories.c.family).where(tables.stories.c.id == erasure.id))
    for table in (tables.revisions, tables.sheets, tables.uploads, tables.requests):
        connection.execute(sa.delete(table).where(table.c.story == erasure.id))
    connection.execute(sa.delete(tables.stories).where(tables.stories.c.id == erasure.id))
    others = connection.scalar(sa.select(sa.func.count()).select_from(tables.stories).where(tables.stories.c.family == family))
    if family is not None and not others:
        _erase(connection, Erasure(family, "family", erasure.at))
