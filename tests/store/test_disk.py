"""The disk: how the file is opened, what is refused, and what happens when there is no room left."""
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from factories import fresh, make_story
from tests.store.desk import CHEAP, PASSPHRASE, Desk, noise
from wordspics.store import FILE, Store, engine, schema, tables
from wordspics.store.engine import PRAGMAS, Database
from wordspics.store.faults import Busy, NewerSchema, NoRoom, UnfitFolder


def test_every_connection_is_opened_the_one_safe_way(store):
    with store.database.reading() as one, store.database.writing() as two:
        for connection in (one, two):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
            assert found == PRAGMAS
            assert connection.connection.dbapi_connection.in_transaction
    assert (PRAGMAS["journal_mode"], PRAGMAS["synchronous"]) == ("wal", 2)


def test_every_table_is_strict_and_as_the_code_says(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    with store.database.reading() as connection:
        made = dict(connection.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())
        assert all(made[name].rstrip().endswith("STRICT") for name in tables.metadata.tables)
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_a_folder_up_to_date_opens_without_the_migration_library(folder, store):
    store.close()
    asked = f"import sys; from wordspics.store import Store; Store.open({str(folder)!r}).close(); print('alembic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=os.getcwd(), check=True)
    assert run.stdout.strip() == "False"


def test_a_climb_that_breaks_off_leaves_the_tables_as_they_were(folder, monkeypatch):
    database = Database(engine.prepare(folder, FILE))
    import alembic.op
    monkeypatch.setattr(alembic.op, "create_index", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        schema.bring_up_to_date(database)
    with database.reading() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM sqlite_master")) == 0
    monkeypatch.undo()
    schema.bring_up_to_date(database)
    with database.reading() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == tables.HEAD
    database.close()


def test_a_folder_of_a_newer_app_is_refused(folder, store, raw):
    raw("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(NewerSchema):
        Store.open(folder, argon2=CHEAP)


def test_the_folder_and_its_files_are_for_one_person(folder, desk):
    assert oct(folder.stat().st_mode)[-3:] == "700"
    assert {oct(path.stat().st_mode)[-3:] for path in folder.iterdir()} == {"600"}


def test_a_disk_that_cannot_keep_a_log_is_refused(folder, monkeypatch):
    monkeypatch.setitem(PRAGMAS, "journal_mode", "delete")
    Database(engine.prepare(folder, FILE)).check()
    monkeypatch.undo()
    monkeypatch.setattr(engine, "_settle", lambda raw, record: raw.execute("PRAGMA journal_mode=DELETE"))
    with pytest.raises(UnfitFolder, match="journal_mode|busy_timeout"):
        Store.open(folder, argon2=CHEAP)


@pytest.mark.parametrize("place", ["//server/share/stories", "\\\\server\\share"])
def test_a_network_folder_is_refused(place):
    with pytest.raises(UnfitFolder):
        Store.open(place, argon2=CHEAP)


def test_a_file_in_the_folders_place_is_refused_in_one_sentence(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(UnfitFolder):
        Store.open(tmp_path / "home", argon2=CHEAP)


def test_somebody_who_holds_the_file_too_long_is_said_so(store, folder, monkeypatch):
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 50)
    store.database.close()
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            store.attempts.note_failure()
        other.execute("ROLLBACK")
    store.attempts.note_failure()


class FullDisk:
    """Lets the file grow by so many more pages, then no further; `room` ends it."""

    def __init__(self, store: Store) -> None:
        self.store, self.most = store, None
        event.listen(store.database._writes, "begin", self._limit)

    def _limit(self, connection: sa.Connection) -> None:
        connection.connection.dbapi_connection.execute(f"PRAGMA max_page_count={self.most or 2 ** 30}").fetchall()

    def fill(self, pages: int = 0) -> None:
        with self.store.database.reading() as connection:
            self.most = connection.exec_driver_sql("PRAGMA page_count").scalar() + pages

    def make_room(self) -> None:
        self.most = None


def test_a_full_disk_keeps_what_was_acknowledged_and_recovers_by_itself(folder, store):
    desk, disk = Desk(store), FullDisk(store)
    panel, rev, kept, refused = desk.panel, 1, "", 0
    disk.fill(pages=12)
    for n in range(60):
        words = f"Words {n}. " * 100
        try:
            rev = desk.tell(words, rev, panel).rev
        except NoRoom as told:
            refused += 1
            assert "full" in str(told)
        else:
            kept = words.strip()
        assert desk.words(panel) == (kept or "This is panel 1."), "what was kept can still be read"
    assert kept and refused > 20
    disk.make_room()
    assert desk.tell("There is room again.", rev, panel).kind == "kept"
    store.close()
    again = Store.open(folder, argon2=CHEAP)
    again.vault.open(PASSPHRASE)
    assert again.stories.load(desk.story).story.panel(panel.id).words["en"] == "There is room again."
    again.close()


def test_on_a_full_disk_nothing_is_half_kept(store, raw):
    desk, disk = Desk(store), FullDisk(store)
    tables_of_words = ("stories", "sheets", "revisions", "families", "uploads")
    count = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in tables_of_words)
    before = raw(count)
    disk.fill()
    with pytest.raises(NoRoom):
        store.stories.add(make_story(36))
    with pytest.raises(NoRoom):
        store.uploads.add(desk.story, noise(200, 200))
    assert raw(count) == before and desk.kept.story.panels
    assert raw("PRAGMA integrity_check") == [("ok",)]


def test_a_save_refused_by_a_full_disk_is_kept_by_its_retry_and_once(store, raw):
    desk, disk = Desk(store), FullDisk(store)
    panel, rev = desk.panel, 1
    disk.fill()
    with pytest.raises(NoRoom):
        while True:
            words, key = f"Long words after {rev}. " * 60, fresh()
            rev = desk.tell(words, rev, panel, key=key).rev
    disk.make_room()
    first = desk.tell(words, rev, panel, key=key)
    assert first.kind == "kept" and desk.tell(words, rev, panel, key=key) == first
    assert raw("SELECT count(*), max(rev) FROM revisions WHERE sheet = ?", panel.id) == [(rev + 1, rev + 1)]


def test_on_a_full_disk_somebody_can_still_sign_in_and_read(store, clock, monkeypatch):
    desk, early = Desk(store), store.sessions.begin()
    monkeypatch.setattr(store.database, "writing", _no_room)
    late = store.sessions.begin()
    clock.pass_by(600)
    assert store.sessions.check(early) and store.sessions.check(late) and desk.words() == "This is panel 1."
    store.attempts.clear()
    clock.pass_by(901)
    assert not store.sessions._unwritten or not store.sessions.check(late)
    assert not store.vault.is_open


@contextmanager
def _no_room():
    raise NoRoom()
    yield
