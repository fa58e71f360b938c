"""Families: a name the worker chose, and the key that seals everything of theirs."""
import uuid
from collections.abc import Callable

import sqlalchemy as sa

from wordspics.story import BadStory, Family, Missing
from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.seal import Key
from wordspics.store.vault import Vault

_rows = tables.families


class Families:
    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float]) -> None:
        self._database, self._vault, self._clock = database, vault, clock

    def all(self) -> list[Family]:
        """In the order they came."""
        vault_key = self._vault.key
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(_rows).order_by(_rows.c.begun, sa.literal_column("rowid"))).all()
        return [read_family(row, unlock(row, vault_key)) for row in rows]

    def add(self, name: str) -> Family:
        vault_key = self._vault.key
        with self._database.writing() as connection:
            return welcome(connection, Family(str(uuid.uuid4()), name), vault_key, self._clock())


def welcome(connection: sa.Connection, family: Family, vault_key: Key, now: float) -> Family:
    key = Key.fresh()
    if not family.name:
        raise BadStory("Please give the family a name you will know them by.")
    connection.execute(sa.insert(_rows).values(
        id=family.id, begun=now, key=vault_key.wrap(key, "families", family.id, "key"),
        name=key.seal(family.name.encode(), "families", family.id, "name")))
    return family


def is_here(connection: sa.Connection, id: str) -> bool:
    return connection.scalar(sa.select(_rows.c.id).where(_rows.c.id == id)) is not None


def find(connection: sa.Connection, id: str) -> sa.Row:
    row = connection.execute(sa.select(_rows).where(_rows.c.id == id)).one_or_none()
    if row is None:
        raise Missing("This family is not here any more.")
    return row


def unlock(row: sa.Row, vault_key: Key) -> Key:
    """The family's key."""
    try:
        return vault_key.unwrap(row.key, "families", row.id, "key")
    except Damaged:
        raise Damaged("The key to one family's stories has been damaged on the disk; please restore the last backup.") from None


def read_family(row: sa.Row, key: Key) -> Family:
    try:
        return Family(row.id, key.unseal(row.name, "families", row.id, "name").decode())
    except Damaged:
        raise Damaged("A family's name has been damaged on the disk; please restore the last backup.") from None
