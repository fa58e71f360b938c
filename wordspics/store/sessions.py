"""Who is signed in: random tokens, of which only the SHA-256 is kept. When the last one ends, the vault closes."""
import hashlib
import secrets
import threading
from collections.abc import Callable

import sqlalchemy as sa

from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.vault import Vault

_TOUCH = 20         # seconds: a session is noted as seen at most this often, so that reading a page is not a write
_LOOK = 15          # seconds between two looks for sessions that ran out
_rows = tables.sessions


class Sessions:
    """`idle` and `longest` are seconds: of doing nothing, and altogether."""

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float], idle: float, longest: float) -> None:
        self._database, self._vault, self._clock = database, vault, clock
        self._idle, self._longest = idle, longest
        self._stop = threading.Event()
        self._keeper: threading.Thread | None = None

    def begin(self) -> str:
        """The token of a new session; the vault is open."""
        self._vault.key
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._database.writing() as connection:
            connection.execute(sa.insert(_rows).values(id=_hash(token), opening=self._vault.opening, begun=now, seen=now))
        self._watch()
        return token

    def check(self, token: str) -> bool:
        """Whether this session is still on; if so, it was seen now."""
        now = self._clock()
        with self._database.reading() as connection:
            row = connection.execute(sa.select(_rows).where(_rows.c.id == _hash(token))).one_or_none()
        if row is None or not self._vault.is_open or row.opening != self._vault.opening:
            return False
        if now - row.seen > self._idle or now - row.begun > self._longest:
            self.end(token)
            return False
        if abs(now - row.seen) >= _TOUCH:
            with self._database.writing() as connection:      # only if it is still there: one ended meanwhile stays ended
                connection.execute(sa.update(_rows).where(_rows.c.id == _hash(token)).values(seen=now))
        return True

    def end(self, token: str) -> None:
        with self._database.writing() as connection:
            connection.execute(sa.delete(_rows).where(_rows.c.id == _hash(token)))
        self.any_live()

    def end_all(self) -> None:
        self._vault.close()                # first: even on a full disk the key is gone
        with self._database.writing() as connection:
            connection.execute(sa.delete(_rows))

    def any_live(self) -> bool:
        """Whether anybody is signed in. If nobody is, the vault is closed from now on."""
        now = self._clock()
        over = sa.or_(_rows.c.opening != self._vault.opening, _rows.c.seen < now - self._idle, _rows.c.begun < now - self._longest)
        with self._database.reading() as connection:
            live = connection.scalar(sa.select(sa.func.count()).select_from(_rows).where(sa.not_(over)))
            stale = connection.scalar(sa.select(sa.func.count()).select_from(_rows).where(over))
        if not live:
            self._vault.close()
        if stale:
            with self._database.writing() as connection:
                connection.execute(sa.delete(_rows).where(over))
        return bool(live)

    def stop(self) -> None:
        self._stop.set()

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
