"""A store on a real disk with a cheap passphrase setting, a clock that can be turned, and one story in it."""
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.desk import CHEAP, PASSPHRASE, Clock, Desk
from wordspics.store import FILE, Store

@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(folder, clock):
    store = Store.open(folder, argon2=CHEAP, clock=clock)
    store.vault.found("Wilma", PASSPHRASE)
    yield store
    store.close()


@pytest.fixture
def desk(store) -> Desk:
    return Desk(store)


@pytest.fixture
def raw(folder):
    """Runs SQL behind the store's back, as a failing disk would."""
    def run(sql: str, *values):
        with closing(sqlite3.connect(folder / FILE, timeout=10)) as connection, connection:
            return connection.execute(sql, values).fetchall()
    return run
