"""Wrong passphrases, counted so that guessing is slow. The count outlives a restart; nobody is shut out for good."""
from collections.abc import Callable

import sqlalchemy as sa

from wordspics.store import tables
from wordspics.store.engine import Database

MOST = 5            # wrong ones ...
WITHIN = 60.0       # ... in so many seconds


class Attempts:
    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def wait(self) -> float:
        """Seconds until another try is allowed; 0 for at once."""
        now = self._clock()
        at = tables.attempts.c.at
        with self._database.reading() as connection:
            times = connection.scalars(sa.select(at).where(at > now - WITHIN, at <= now).order_by(at.desc()).limit(MOST)).all()
        if len(times) < MOST:
            return 0.0
        return min(max(times[-1] + WITHIN - now, 0.0), WITHIN)

    def note_failure(self) -> None:
        now = self._clock()
        with self._database.writing() as connection:
            connection.execute(sa.delete(tables.attempts).where(tables.attempts.c.at <= now - WITHIN))
            connection.execute(sa.insert(tables.attempts).values(at=now))

    def clear(self) -> None:
        with self._database.reading() as connection:
            if not connection.scalar(sa.select(sa.func.count()).select_from(tables.attempts)):
                return                     # nothing to write: a full disk keeps nobody from signing in
        with self._database.writing() as connection:
            connection.execute(sa.delete(tables.attempts))
