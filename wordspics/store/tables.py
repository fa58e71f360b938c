"""The tables. Ids, times and the order of revisions lie open; every word, name, title and picture is sealed.

`HEAD` is the migration these tables match: a data folder at another one is brought up to date before use.
"""
import sqlalchemy as sa

HEAD = "0002"

metadata = sa.MetaData()


def _table(name: str, *parts) -> sa.Table:
    return sa.Table(name, metadata, *parts, sqlite_strict=True)


def _text(name: str, **more) -> sa.Column:
    return sa.Column(name, sa.Text, **{"nullable": False, **more})


def _whole(name: str, **more) -> sa.Column:
    return sa.Column(name, sa.Integer, **{"nullable": False, **more})


class Moment(sa.TypeDecorator):
    """Seconds since 1970, UTC. Times lie open: one a failing disk has made absurd is read as the nearest that a calendar has."""

    impl, cache_ok = sa.REAL, True
    LATEST = 4_102_444_800.0                              # the year 2100

    def process_result_value(self, value, dialect):
        return min(max(value or 0.0, 0.0), self.LATEST)


def _time(name: str) -> sa.Column:
    return sa.Column(name, Moment, nullable=False)


def _sealed(name: str, **more) -> sa.Column:
    return sa.Column(name, sa.LargeBinary, **{"nullable": False, **more})


vault = _table(                                           # one row: the vault key, wrapped twice
    "vault", _whole("id", primary_key=True, autoincrement=False), _time("founded"), _sealed("worker"),
    _whole("kib"), _whole("passes"), _whole("lanes"), _sealed("salt"), _sealed("by_passphrase"),
    _sealed("recovery_salt"), _sealed("by_recovery"), sa.CheckConstraint("id = 1", name="one_vault"))

families = _table("families", _text("id", primary_key=True), _time("begun"), _sealed("key"), _sealed("name"))

stories = _table(                                         # mark: the sealed number of its sheets
    "stories", _text("id", primary_key=True), sa.Column("family", sa.Text, sa.ForeignKey("families.id"), nullable=False),
    _time("begun"), _time("changed"), _sealed("mark"))

sheets = _table(                                          # rev: the standing revision; mark: sealed, so it cannot be turned back
    "sheets", sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True), _text("id", primary_key=True),
    _text("kind"), _whole("rev"), _sealed("mark"))

revisions = _table(                                       # beside: an alternative to that revision, open until closed_by is set
    "revisions", _text("story", primary_key=True), _text("sheet", primary_key=True),
    _whole("rev", primary_key=True, autoincrement=False), _time("at"), _whole("gone"), _whole("beside", nullable=True),
    _whole("closed_by", nullable=True), _sealed("body"),
    sa.ForeignKeyConstraint(["story", "sheet"], ["sheets.story", "sheets.id"]))
sa.Index("revisions_open_beside", revisions.c.story,
         sqlite_where=sa.and_(revisions.c.beside.is_not(None), revisions.c.closed_by.is_(None)))

uploads = _table(
    "uploads", _text("id", primary_key=True),
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), nullable=False, index=True), _time("at"), _sealed("data"))

picture_lists = _table(                                   # family: none when the list is everybody's on this computer
    "picture_lists", _text("id", primary_key=True),
    sa.Column("family", sa.Text, sa.ForeignKey("families.id", ondelete="CASCADE")), _sealed("names"))

requests = _table(                                        # what was answered to which idempotency key
    "requests", sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True), _text("key", primary_key=True),
    _time("at"), _sealed("digest"), _sealed("answer"))

sessions = _table(                                        # id: SHA-256 of the token; opening: of the vault, in memory only
    "sessions", _sealed("id", primary_key=True), _text("opening"), _time("begun"), _time("seen"))

attempts = _table("attempts", _whole("id", primary_key=True), _time("at"))

erasures = _table("erasures", _text("id", primary_key=True), _text("what"), _time("at"))
