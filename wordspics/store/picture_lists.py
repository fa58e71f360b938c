"""Lists of pictures by name: favourites, and those not to be shown, of one family or of everybody on this computer."""
from collections.abc import Callable
from typing import Literal

import msgspec
import sqlalchemy as sa

from wordspics.story import BadStory, limits
from wordspics.store import families, tables
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.seal import Key
from wordspics.store.vault import Vault

List = Literal["favourites", "hidden"]
_rows = tables.picture_lists
_EVERYBODY = "everybody"


class PictureLists:
    """`family` is a family's id, or None for everybody on this computer. Each list is one sealed row, the newest name first."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database, self._vault = database, vault

    def read(self, which: List, family: str | None = None) -> tuple[str, ...]:
        """A damaged list counts as empty: nobody is kept from a story by a list of pictures."""
        vault_key = self._vault.key
        with self._database.reading() as connection:
            return _read(connection, which, family, vault_key)

    def hidden(self, family: str) -> frozenset[str]:
        """What is not to be offered to this family: their own list, and this computer's."""
        return frozenset((*self.read("hidden", family), *self.read("hidden")))

    def add(self, which: List, name: str, family: str | None = None) -> None:
        self._write(which, family, lambda names: (name, *(one for one in names if one != name)))

    def remove(self, which: List, name: str, family: str | None = None) -> None:
        self._write(which, family, lambda names: tuple(one for one in names if one != name))

    def _write(self, which: List, family: str | None, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        vault_key = self._vault.key
        with self._database.writing() as connection:
            names = change(_read(connection, which, family, vault_key))
            if len(names) > limits.PICTURE_LIST:
                raise BadStory(f"This list has room for {limits.PICTURE_LIST} pictures.")
            row = {"id": _id(which, family), "family": family,
                   "names": _key(connection, family, vault_key).seal(msgspec.json.encode(names), "picture_lists", _id(which, family))}
            connection.execute(sa.insert(_rows).prefix_with("OR REPLACE").values(row))


def _read(connection: sa.Connection, which: List, family: str | None, vault_key: Key) -> tuple[str, ...]:
    sealed = connection.scalar(sa.select(_rows.c.names).where(_rows.c.id == _id(which, family)))
    if sealed is None:
        return ()
    try:
        return unseal(sealed, _id(which, family), _key(connection, family, vault_key))
    except Damaged:
        return ()


def unseal(sealed: bytes, id: str, key: Key) -> tuple[str, ...]:
    return msgspec.json.decode(key.unseal(sealed, "picture_lists", id), type=tuple[str, ...])


def _key(connection: sa.Connection, family: str | None, vault_key: Key) -> Key:
    return vault_key if family is None else families.unlock(families.find(connection, family), vault_key)


def _id(which: List, family: str | None) -> str:
    return f"{which}/{family or _EVERYBODY}"
