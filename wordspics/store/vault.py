"""The vault: one key over all families' keys, held in memory while somebody is signed in and never on the disk in clear."""
import os
import secrets
import threading
from collections.abc import Callable

import sqlalchemy as sa

from wordspics.story import BadStory, limits
from wordspics.story.text import fit_line
from wordspics.store import passphrase as passphrases
from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import Closed, Damaged, WrongPassphrase
from wordspics.store.passphrase import Cost
from wordspics.store.seal import Key

_SALT = 16      # bytes


class Vault:
    """`opening` names this time of being open; sessions of an earlier one do not count."""

    def __init__(self, database: Database, argon2: Cost, clock: Callable[[], float]) -> None:
        self._database = database
        self._argon2 = argon2
        self._clock = clock
        self._turn = threading.Lock()
        self._key: Key | None = None
        self.worker = ""
        self.opening = ""

    @property
    def is_founded(self) -> bool:
        with self._database.reading() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(tables.vault)) == 1

    @property
    def is_open(self) -> bool:
        return self._key is not None

    @property
    def key(self) -> Key:
        key = self._key
        if key is None:
            raise Closed()
        return key

    def found(self, worker: str, passphrase: str) -> str:
        """Makes the vault and opens it. The recovery key is told this once and kept nowhere."""
        worker = fit_line(worker, limits.NAME, "Your name")
        if not worker:
            raise BadStory("Please type your name.")
        passphrases.choose(passphrase)
        key = Key.fresh()
        recovery_key, by_recovery = _recovery_for(key)
        row = {"id": 1, "founded": self._clock(), "worker": key.seal(worker.encode(), "vault", "worker"),
               **by_recovery, **self._wrap(key, passphrase)}
        with self._database.writing() as connection:
            if connection.scalar(sa.select(sa.func.count()).select_from(tables.vault)):
                raise BadStory("A passphrase has already been chosen for this computer.")
            connection.execute(sa.insert(tables.vault).values(row))
        self._unlock(key, worker)
        return recovery_key

    def open(self, passphrase: str) -> None:
        row = self.row()
        made = passphrases.stretch(passphrase, row.salt, (row.kib, row.passes, row.lanes))
        try:
            key = made.unwrap(row.by_passphrase, "vault", "passphrase")
        except Damaged:
            raise WrongPassphrase() from None
        self._unlock(key, _worker(key, row))

    def recover(self, recovery_key: str, new_passphrase: str) -> None:
        """Opens with the printed recovery key, which stays good, and sets a new passphrase."""
        passphrases.choose(new_passphrase)
        row = self.row()
        try:
            key = passphrases.read_recovery_key(recovery_key, row.recovery_salt).unwrap(row.by_recovery, "vault", "recovery")
        except Damaged:
            raise WrongPassphrase("That recovery key does not fit. Please look at the printed page again.") from None
        with self._database.writing() as connection:
            connection.execute(sa.update(tables.vault).values(self._wrap(key, new_passphrase)))
        self.close()                       # who knew the old passphrase is signed out
        self._unlock(key, _worker(key, row))

    def renew_recovery(self, passphrase: str) -> str:
        """A new recovery key, told this once, for when the printed one is lost; the old one opens nothing any more."""
        self.open(passphrase)
        recovery_key, by_recovery = _recovery_for(self.key)
        with self._database.writing() as connection:
            connection.execute(sa.update(tables.vault).values(by_recovery))
        return recovery_key

    def close(self) -> None:
        with self._turn:
            self._key, self.worker, self.opening = None, "", ""

    def row(self) -> sa.Row:
        with self._database.reading() as connection:
            row = connection.execute(sa.select(tables.vault)).one_or_none()
        if row is None:
            raise Closed("No passphrase has been chosen on this computer yet.")
        return row

    def _wrap(self, key: Key, passphrase: str) -> dict:
        salt = os.urandom(_SALT)
        kib, passes, lanes = self._argon2
        made = passphrases.stretch(passphrase, salt, self._argon2)
        return {"kib": kib, "passes": passes, "lanes": lanes, "salt": salt,
                "by_passphrase": made.wrap(key, "vault", "passphrase")}

    def _unlock(self, key: Key, worker: str) -> None:
        with self._turn:
            if self._key is None:
                self.opening = secrets.token_hex(16)
            self._key, self.worker = key, worker


def _recovery_for(key: Key) -> tuple[str, dict]:
    """A fresh recovery key, and the columns by which it opens the vault."""
    recovery_key, salt = passphrases.make_recovery_key(), os.urandom(_SALT)
    return recovery_key, {"recovery_salt": salt,
                          "by_recovery": passphrases.read_recovery_key(recovery_key, salt).wrap(key, "vault", "recovery")}


def _worker(key: Key, row: sa.Row) -> str:
    return key.unseal(row.worker, "vault", "worker").decode()
