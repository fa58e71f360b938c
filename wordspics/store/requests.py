"""What was answered to which idempotency key, so that a repeated save gets the same answer and is kept once."""
import hmac

import msgspec
import sqlalchemy as sa

from wordspics.store import tables
from wordspics.store.faults import MismatchedKey
from wordspics.store.opened import OpenedStory

_rows = tables.requests
_REMEMBERED = 30 * 24 * 60 * 60       # seconds: a laptop may be shut for a fortnight with an unsent save
Outcome = tuple[str, int, int | None]   # kind, standing revision, revision kept beside


def recall(connection: sa.Connection, opened: OpenedStory, key: str, digest: bytes) -> list[Outcome] | None:
    row = connection.execute(sa.select(_rows).where(_rows.c.story == opened.id, _rows.c.key == key)).one_or_none()
    if row is None:
        return None
    if not hmac.compare_digest(row.digest, digest):
        raise MismatchedKey()
    return msgspec.json.decode(opened.unseal_words(row.answer, "requests", key), type=list[Outcome])


def remember(connection: sa.Connection, opened: OpenedStory, key: str, digest: bytes, outcomes: list[Outcome],
             now: float) -> None:
    answer = opened.seal(msgspec.json.encode(outcomes), "requests", key)
    connection.execute(sa.insert(_rows).values(story=opened.id, key=key, at=now, digest=digest, answer=answer))


def forget_old(connection: sa.Connection, now: float) -> None:
    connection.execute(sa.delete(_rows).where(_rows.c.at < now - _REMEMBERED))
