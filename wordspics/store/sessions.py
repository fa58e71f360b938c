"""Who is signed in: random tokens, of which only the SHA-256 is kept. When the last one ends, the vault closes."""
import hashlib
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import sqlalchemy as sa

from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import NoRoom
from wordspics.store.vault import Vault

_TOUCH = 20         # seconds: a session is noted as seen at most this often, so that reading a page is not a write
_LOOK = 15          # seconds between two looks for sessions that ran out
_rows = tables.sessions


class Session(NamedTuple):
    id: bytes
    opening: str
    begun: float
    seen: float


class Sessions:
    """`idle` and `longest` are seconds: of doing nothing, and altogether."""

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float], idle: float, longest: float) -> None:
        self._database, self._vault, self._clock = database, vault, clock
        self._idle, self._longest = idle, longest
        self._unwritten: dict[bytes, Session] = {}     # begun on a full disk: what is kept can still be read and printed
        self._stop = threading.Event()
        self._keeper: threading.Thread | None = None

    def begin(self) -> str:
        """The token of a new session; the vault is open."""
        self._vault.key
        token, now = secrets.token_urlsafe(32), self._clock()
        session = Session(_hash(token), self._vault.opening, now, now)
        try:
            with self._database.writing() as connection:
                connection.execute(sa.insert(_rows).values(session._asdict()))
        except NoRoom:
            self._unwritten[session.id] = session
        self._watch()
        return token

    def check(self, token: str) -> bool:
        """Whether this session is still on; if so, it was seen now."""
        session = self._find(_hash(token))
        if session is None:
            return False
        if not self._is_on(session):
            self.any_live()
            return False
        if abs(self._clock() - session.seen) >= _TOUCH:
            self._touch(session._replace(seen=self._clock()))
        return True

    def end(self, token: str) -> None:
        self._unwritten.pop(_hash(token), None)
        try:
            with self._database.writing() as connection:
                connection.execute(sa.delete(_rows).where(_rows.c.id == _hash(token)))
        except NoRoom:
            self._vault.close()            # a full disk keeps the row; it belongs to an opening that is over
        self.any_live()

    def end_all(self) -> None:
        self._vault.close()
        self._unwritten.clear()
        self.any_live()

    def any_live(self) -> bool:
        """Whether anybody is signed in. If nobody is, the vault is closed from now on."""
        with self._database.reading() as connection:
            rows = [Session(*row) for row in connection.execute(sa.select(_rows))]
        over = [session.id for session in (*rows, *self._unwritten.values()) if not self._is_on(session)]
        live = len(rows) + len(self._unwritten) - len(over)
        if not live:
            self._vault.close()
        for id in over:
            self._unwritten.pop(id, None)
        if over:
            with suppress(NoRoom), self._database.writing() as connection:
                connection.execute(sa.delete(_rows).where(_rows.c.id.in_(over)))
        return bool(live)

    def stop(self) -> None:
        self._stop.set()

    def _is_on(self, session: Session) -> bool:
        now = self._clock()
        return (self._vault.is_open and session.opening == self._vault.opening
                and now - session.seen <= self._idle and now - session.begun <= self._longest)

    def _find(self, id: bytes) -> Session | None:
        with self._database.reading() as connection:
            row = connection.execute(sa.select(_rows).where(_rows.c.id == id)).one_or_none()
        return self._unwritten.get(id) if row is None else Session(*row)

    def _touch(self, session: Session) -> None:
        if session.id in self._unwritten:
            self._unwritten[session.id] = session
            return
        try:
            with self._database.writing() as connection:      # only if it is still there: one ended meanwhile stays ended
                connection.execute(sa.update(_rows).where(_rows.c.id == session.id).values(seen=session.seen))
        except NoRoom:
            pass                           # then it counts as idle from here on, but its page can still be read

    def _watch(self) -> None:
        """Somebody must notice 15 quiet minutes although no page is asked for."""
        if self._keeper is None or not self._keeper.is_alive():
            self._stop = threading.Event()
            self._keeper = threading.Thread(target=self._keep_watch, args=(self._stop,), name="sessions", daemon=True)
            self._keeper.start()

    def _keep_watch(self, stop: threading.Event) -> None:
        try:
            while not stop.wait(_LOOK) and self.any_live():
                pass
        except Exception:
            self._vault.close()            # who cannot ask whether somebody is there must take it that nobody is


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
