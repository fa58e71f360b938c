"""One story opened for work: its sealed rows, read and written inside somebody else's transaction."""
from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from wordspics.story import Missing
from wordspics.story.sheet import AnySheet, read_sheet
from wordspics.store import families, tables
from wordspics.store.faults import Damaged
from wordspics.store.seal import Key

_sheets, _revisions, _stories = tables.sheets, tables.revisions, tables.stories
LOST = "A part of this story is missing on the disk; please restore the last backup."
SINGLES = ("about", "cast", "order", "record")       # every story has exactly one of each


class SheetMark(NamedTuple):
    kind: str
    rev: int


class Revision(NamedTuple):
    """`body` is the sheet as JSON, empty when this revision is that the sheet is gone."""

    sheet: str
    rev: int
    at: float
    gone: bool
    beside: int | None
    closed_by: int | None
    body: bytes

    @property
    def value(self) -> AnySheet | None:
        return None if self.gone else read_sheet(self.body)


class OpenedStory:
    def __init__(self, connection: sa.Connection, id: str, vault_key: Key) -> None:
        """Missing when there is no such story; Damaged when its key is."""
        row = connection.execute(sa.select(_stories).where(_stories.c.id == id)).one_or_none()
        if row is None:
            raise Missing("This story is not here any more.")
        self._connection = connection
        self.id, self.changed = id, row.changed
        self._mark = row.mark
        family = families.find(connection, row.family)
        self.key = families.unlock(family, vault_key)
        self.family = families.read_family(family, self.key)

    def marks(self) -> dict[str, SheetMark]:
        """All sheets, gone ones too, in the order they came. Damaged when one is missing."""
        rows = self._connection.execute(
            sa.select(_sheets).where(_sheets.c.story == self.id).order_by(sa.literal_column("sheets.rowid"))).all()
        marks = {row.id: self._read_mark(row) for row in rows}
        if self.unseal_words(self._mark, "stories") != str(len(marks)).encode():
            raise Damaged(LOST)
        return marks

    def mark(self, sheet: str) -> SheetMark | None:
        row = self._connection.execute(sa.select(_sheets).where(_sheets.c.story == self.id, _sheets.c.id == sheet)).one_or_none()
        return row and self._read_mark(row)

    def standing(self, kind: str | None = None) -> list[Revision]:
        """The standing revision of every sheet (of a kind), gone ones too, still sealed: see `unseal`."""
        joined = sa.join(_revisions, _sheets, sa.and_(_sheets.c.story == _revisions.c.story, _sheets.c.id == _revisions.c.sheet,
                                                      _sheets.c.rev == _revisions.c.rev))
        asked = sa.select(_revisions).select_from(joined).where(_sheets.c.story == self.id)
        if kind is not None:
            asked = asked.where(_sheets.c.kind == kind)
        return [_revision(row) for row in self._connection.execute(asked)]

    def revision(self, sheet: str, rev: int) -> Revision:
        row = self._connection.execute(sa.select(_revisions).where(
            _revisions.c.story == self.id, _revisions.c.sheet == sheet, _revisions.c.rev == rev)).one_or_none()
        if row is None:
            raise Damaged(LOST, sheet)
        return self.unseal(_revision(row))

    def earlier(self, sheet: str) -> list[Revision]:
        """Every revision that once stood, newest first, still sealed."""
        rows = self._connection.execute(sa.select(_revisions).where(
            _revisions.c.story == self.id, _revisions.c.sheet == sheet, _revisions.c.beside.is_(None)
        ).order_by(_revisions.c.rev.desc()))
        return [_revision(row) for row in rows]

    def alternatives(self) -> list[Revision]:
        """The open ones, oldest first."""
        rows = self._connection.execute(sa.select(_revisions).where(
            _revisions.c.story == self.id, _revisions.c.beside.is_not(None), _revisions.c.closed_by.is_(None)
        ).order_by(_revisions.c.at, _revisions.c.rev))
        return [self.unseal(_revision(row)) for row in rows]

    def all(self) -> Iterator[Revision]:
        """Every revision there is, still sealed."""
        return map(_revision, self._connection.execute(sa.select(_revisions).where(_revisions.c.story == self.id)))

    def unseal(self, sealed: Revision) -> Revision:
        place = ("revisions", sealed.sheet, sealed.rev, int(sealed.gone), sealed.beside)
        try:
            return sealed._replace(body=self.unseal_words(sealed.body, *place))
        except Damaged:
            raise Damaged("A part of this story has been damaged on the disk.", sealed.sheet) from None

    def create(self, sheet: str, kind: str, body: bytes, now: float) -> int:
        self._connection.execute(sa.insert(_sheets).values(story=self.id, id=sheet, **self._seal_mark(sheet, kind, 1)))
        self._write(sheet, 1, body, now)
        self._count_one_more()
        return 1

    def revise(self, sheet: str, kind: str, body: bytes | None, now: float, closes: tuple[int, ...] = ()) -> int:
        """A new standing revision; `body` is None when it is that the sheet is gone. The alternatives it names are closed."""
        rev = self._write(sheet, self._next_rev(sheet), body, now)
        self._connection.execute(sa.update(_sheets).where(_sheets.c.story == self.id, _sheets.c.id == sheet).values(
            **self._seal_mark(sheet, kind, rev)))
        self._close(sheet, closes, rev)
        return rev

    def keep_beside(self, sheet: str, beside: int, body: bytes, now: float, closes: tuple[int, ...] = ()) -> int:
        """An alternative to the revision `beside`; it may take the place of earlier alternatives."""
        rev = self._write(sheet, self._next_rev(sheet), body, now, beside)
        self._close(sheet, closes, rev)
        return rev

    def pictures(self, wanted: set[str] | None = None) -> set[str]:
        """The ids of the story's pictures (that are among those wanted)."""
        asked = sa.select(tables.uploads.c.id).where(tables.uploads.c.story == self.id)
        if wanted is not None:
            asked = asked.where(tables.uploads.c.id.in_(wanted))
        return set(self._connection.scalars(asked))

    def touch(self, now: float) -> None:
        self._connection.execute(sa.update(_stories).where(_stories.c.id == self.id).values(changed=now))

    def seal(self, words: bytes, table: str, *where: str | int | None) -> bytes:
        return self.key.seal(words, table, self.family.id, self.id, *where)

    def unseal_words(self, sealed: bytes, table: str, *where: str | int | None) -> bytes:
        return self.key.unseal(sealed, table, self.family.id, self.id, *where)

    def _next_rev(self, sheet: str) -> int:
        return 1 + self._connection.scalar(sa.select(sa.func.max(_revisions.c.rev)).where(
            _revisions.c.story == self.id, _revisions.c.sheet == sheet))

    def _write(self, sheet: str, rev: int, body: bytes | None, now: float, beside: int | None = None) -> int:
        gone = int(body is None)
        self._connection.execute(sa.insert(_revisions).values(
            story=self.id, sheet=sheet, rev=rev, at=now, gone=gone, beside=beside,
            body=self.seal(body or b"", "revisions", sheet, rev, gone, beside)))
        return rev

    def _close(self, sheet: str, closes: tuple[int, ...], by: int) -> None:
        if closes:
            self._connection.execute(sa.update(_revisions).where(
                _revisions.c.story == self.id, _revisions.c.sheet == sheet, _revisions.c.rev.in_(closes),
                _revisions.c.beside.is_not(None), _revisions.c.closed_by.is_(None)).values(closed_by=by))

    def _seal_mark(self, sheet: str, kind: str, rev: int) -> dict:
        return {"kind": kind, "rev": rev, "mark": self.seal(b"", "sheets", sheet, kind, rev)}

    def _read_mark(self, row: sa.Row) -> SheetMark:
        try:
            self.unseal_words(row.mark, "sheets", row.id, row.kind, row.rev)
        except Damaged:
            raise Damaged("A part of this story has been damaged on the disk.", row.id) from None
        return SheetMark(row.kind, row.rev)

    def _count_one_more(self) -> None:
        """Seals how many sheets there are, so that one that vanishes from the disk is missed."""
        self._mark = self.seal(str(int(self.unseal_words(self._mark, "stories")) + 1).encode(), "stories")
        self._connection.execute(sa.update(_stories).where(_stories.c.id == self.id).values(mark=self._mark))


def _revision(row: sa.Row) -> Revision:
    return Revision(row.sheet, row.rev, row.at, bool(row.gone), row.beside, row.closed_by, row.body)
