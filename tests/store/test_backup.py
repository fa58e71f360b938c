"""Backups: proved by restoring them, refused when anything about them is off, and never bringing back what was erased."""
import os
import random
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.desk import CHEAP, PASSPHRASE, Desk, noise, picture
from wordspics.store import FILE, LEDGER, SCRATCH, Store, backup, container, engine, ledger
from wordspics.store.faults import Busy, Closed, Damaged, NewerSchema, NoRoom, StoreFault, WrongPassphrase


def open_again(folder: Path, passphrase: str = PASSPHRASE) -> Store:
    store = Store.open(folder, argon2=CHEAP)
    store.vault.open(passphrase)
    return store


def everything(store: Store):
    cards = store.stories.cards()
    loaded = {card.id: store.stories.load(card.id) for card in cards}
    with store.database.reading() as connection:
        pictures = connection.execute(sa.text("SELECT story, id FROM uploads ORDER BY id")).all()
    return cards, loaded, [store.uploads.read(*row) for row in pictures], {id: store.sheets.beside(id) for id in loaded}


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "elsewhere.backup"


@pytest.fixture
def busy(store) -> Desk:
    desk = Desk(store)
    Desk(store, panels=12)
    store.uploads.add(desk.story, picture(size=(1200, 900)))
    desk.tell("Mum's words.", 1)
    desk.tell("Dad's words.", 1)
    return desk


def test_everything_comes_back_on_another_computer(busy, out, tmp_path):
    said = backup.back_up(busy.store, out)
    assert "2 stories and 1 picture" in said and "damaged" not in said
    assert backup.restore(out, tmp_path / "another", PASSPHRASE).startswith("Restored 2 stories and 1 picture")
    again = open_again(tmp_path / "another")
    assert everything(again) == everything(busy.store)
    again.close()


def test_a_first_start_on_another_computer_can_begin_with_a_backup(busy, out, tmp_path):
    backup.back_up(busy.store, out)
    new = Store.open(tmp_path / "another", argon2=CHEAP)
    assert "kept in" not in backup.restore_into(new, out, PASSPHRASE), "nothing was here that could be kept aside"
    new.vault.open(PASSPHRASE)
    assert everything(new) == everything(busy.store)
    new.close()


def test_a_backup_leaves_nothing_lying_about(busy, out, folder):
    backup.back_up(busy.store, out)
    assert sorted(path.name for path in out.parent.iterdir()) == [out.name, folder.name]
    assert not list(folder.glob(f"{SCRATCH}*")) and oct(out.stat().st_mode)[-3:] == "600"


def test_a_backup_taken_while_others_write_is_one_moment(busy, out, tmp_path):
    panel, stop, writing = busy.kept.story.panels[2], threading.Event(), threading.Event()

    def write() -> None:
        rev = 1
        while not stop.is_set():
            rev = busy.tell(f"Words {rev} " * 40, rev, panel).rev
            writing.set()
    writer = threading.Thread(target=write)
    writer.start()
    writing.wait(30)
    try:
        for n in range(3):
            backup.back_up(busy.store, out)
            backup.restore(out, tmp_path / str(n), PASSPHRASE)
    finally:
        stop.set()
        writer.join()
    for n in range(3):
        again = open_again(tmp_path / str(n))
        assert "Words" in again.stories.load(busy.story).story.panels[2].words["en"]
        again.close()


def test_the_recovery_key_opens_a_backup_whose_passphrase_is_forgotten(folder, out, tmp_path):
    store = Store.open(folder, argon2=CHEAP)
    key = store.vault.found("Wilma", PASSPHRASE)
    desk = Desk(store)
    backup.back_up(store, out)
    store.vault.recover(key, "four cold waffles")
    with pytest.raises(WrongPassphrase):
        backup.restore(out, tmp_path / "another", "four cold waffles")
    backup.restore(out, tmp_path / "another", key)
    again = open_again(tmp_path / "another")
    assert again.stories.load(desk.story).story == desk.kept.story
    again.close()
    store.close()


def test_restoring_under_the_running_app_signs_everybody_out_and_keeps_what_was_there(busy, out, folder):
    before = everything(busy.store)
    backup.back_up(busy.store, out)
    later = Desk(busy.store)
    token = busy.store.sessions.begin()
    said = backup.restore_into(busy.store, out, PASSPHRASE)
    assert not busy.store.vault.is_open and not busy.store.sessions.check(token)
    busy.store.vault.open(PASSPHRASE)
    assert everything(busy.store) == before
    aside, = folder.glob("before-restore-*")
    assert str(aside) in said
    kept = open_again(aside)
    assert later.story in {card.id for card in kept.stories.cards()}
    kept.close()


def test_saving_goes_on_after_a_restore(busy, out):
    backup.back_up(busy.store, out)
    backup.restore_into(busy.store, out, PASSPHRASE)
    busy.store.vault.open(PASSPHRASE)
    assert busy.tell("Life goes on.", 2).kind == "kept"


def test_nobody_restores_under_an_app_that_is_running_elsewhere(busy, out, folder):
    backup.back_up(busy.store, out)
    before = everything(busy.store)
    with pytest.raises(Busy):
        backup.restore(out, folder, PASSPHRASE)
    assert everything(busy.store) == before


def test_what_was_erased_stays_erased_after_restoring_an_older_backup(busy, out, folder):
    backup.back_up(busy.store, out)
    busy.store.stories.erase(busy.story)
    backup.restore_into(busy.store, out, PASSPHRASE)
    busy.store.vault.open(PASSPHRASE)
    assert busy.story not in {card.id for card in busy.store.stories.cards()} and len(busy.store.stories.cards()) == 1
    assert busy.story in (folder / LEDGER).read_text()


def test_even_when_the_living_file_is_beyond_reading(busy, out, folder):
    backup.back_up(busy.store, out)
    busy.store.stories.erase(busy.story)
    busy.store.close()
    (folder / FILE).write_bytes(b"rubbish" * 10_000)
    backup.restore(out, folder, PASSPHRASE)
    again = open_again(folder)
    assert len(again.stories.cards()) == 1 and busy.story not in {card.id for card in again.stories.cards()}
    again.close()
    aside, = folder.glob("before-restore-*")
    assert (aside / FILE).read_bytes().startswith(b"rubbish")


def test_what_a_restore_put_aside_does_not_outlive_its_story(busy, out, folder):
    backup.back_up(busy.store, out)
    backup.restore_into(busy.store, out, PASSPHRASE)
    busy.store.vault.open(PASSPHRASE)
    aside, = folder.glob("before-restore-*")
    kept = open_again(aside)
    assert len(kept.stories.cards()) == 2
    kept.close()
    busy.store.stories.erase(busy.story)
    kept = open_again(aside)
    assert [card.id for card in kept.stories.cards()] == [card.id for card in busy.store.stories.cards()]
    kept.close()
    (aside / FILE).write_bytes(b"rubbish" * 1000)
    busy.store.stories.erase(busy.store.stories.cards()[0].id)
    assert not (aside / FILE).exists(), "what cannot be erased from is thrown away"


@pytest.mark.parametrize("where", ["_settle_aside", "shake_out", "_append"])
def test_a_crash_while_a_story_is_erased_leaves_the_rest_to_the_next_start(busy, out, folder, monkeypatch, where):
    class PowerCut(BaseException):
        pass

    def power_cut(*_):
        raise PowerCut

    backup.back_up(busy.store, out)
    backup.restore_into(busy.store, out, PASSPHRASE)
    busy.store.vault.open(PASSPHRASE)
    place = {"_settle_aside": ledger.Ledger, "shake_out": engine.Database, "_append": ledger}[where]
    monkeypatch.setattr(place, where, power_cut)
    with pytest.raises(PowerCut):
        busy.store.stories.erase(busy.story)
    monkeypatch.undo()
    busy.store.ready()
    aside, = folder.glob("before-restore-*")
    kept = open_again(aside)
    assert busy.story not in [card.id for card in kept.stories.cards()]
    assert busy.story in (folder / LEDGER).read_text() and not (folder / f"{FILE}-wal").stat().st_size
    kept.close()


def untouched(busy, folder, file: Path, passphrase: str, fault: type[StoreFault]) -> str:
    before, files = everything(busy.store), sorted(path.name for path in folder.iterdir())
    with pytest.raises(fault) as told:
        backup.restore_into(busy.store, file, passphrase)
    assert everything(busy.store) == before and sorted(path.name for path in folder.iterdir()) == files
    return str(told.value)


def test_a_damaged_or_shortened_backup_changes_nothing(busy, out, folder, tmp_path, long):
    backup.back_up(busy.store, out)
    whole, chance, bad = out.read_bytes(), random.Random(9), tmp_path / "bad.backup"
    for n in range(300 if long else 24):
        at = chance.randrange(len(whole)) if n > 8 else chance.randrange(300)
        flipped = whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1:]
        bad.write_bytes(whole[:at] if n % 2 else flipped)
        said = untouched(busy, folder, bad, PASSPHRASE, StoreFault)
        assert said.endswith(".")
    for odd in (b"", b"PK\x03\x04", whole + b"x", whole + whole):
        bad.write_bytes(odd)
        untouched(busy, folder, bad, PASSPHRASE, Damaged)


def test_two_chunks_changed_round_are_noticed(busy, out, folder, tmp_path):
    for _ in range(12):
        busy.store.uploads.add(busy.story, noise(400, 300))
    backup.back_up(busy.store, out)
    data = out.read_bytes()
    assert len(data) > 3 * container._CHUNK
    end, length = len(data), container._LENGTH.unpack
    first = data.index(b"}", 20) + 1
    chunks, at = [], first
    while at < end:
        size = container._LENGTH.size + length(data[at:at + container._LENGTH.size])[0]
        chunks.append(data[at:at + size])
        at += size
    chunks[1], chunks[2] = chunks[2], chunks[1]
    (tmp_path / "swapped").write_bytes(data[:first] + b"".join(chunks))
    untouched(busy, folder, tmp_path / "swapped", PASSPHRASE, Damaged)


def test_the_wrong_passphrase_changes_nothing(busy, out, folder):
    backup.back_up(busy.store, out)
    for wrong in ("", "three cold pancakes", "\ud800"):
        untouched(busy, folder, out, wrong, WrongPassphrase)


def test_a_backup_of_a_newer_app_changes_nothing(busy, out, folder, raw, tmp_path):
    other = Store.open(tmp_path / "newer", argon2=CHEAP)
    other.vault.found("Wilma", PASSPHRASE)
    with other.database.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema):
        backup.back_up(other, out)         # its own proof opens it, and cannot
    snapshot = tmp_path / "snapshot"
    other.database.snapshot(snapshot)
    container.pack(out, backup._header(other), other.vault.key, container.Manifest(0, container.digest(snapshot), []), snapshot)
    untouched(busy, folder, out, PASSPHRASE, NewerSchema)
    out.write_bytes(out.read_bytes().replace(b"wordspics backup 1", b"wordspics backup 2", 1))
    assert "newer" in untouched(busy, folder, out, PASSPHRASE, NewerSchema)
    other.close()


def test_a_backup_needs_the_vault_open_and_a_place_to_go(busy, out, tmp_path):
    with pytest.raises((StoreFault, OSError)):
        backup.back_up(busy.store, tmp_path / "nowhere" / "all.backup")
    busy.store.vault.close()
    with pytest.raises(Closed):
        backup.back_up(busy.store, out)
    assert not out.exists()


def test_a_backup_that_does_not_prove_good_never_takes_the_place_of_one_that_did(busy, out, monkeypatch):
    backup.back_up(busy.store, out)
    good = out.read_bytes()
    monkeypatch.setattr(container, "pack", lambda part, *_: part.write_bytes(good[:-1]))
    with pytest.raises(Damaged):
        backup.back_up(busy.store, out)
    monkeypatch.undo()
    monkeypatch.setattr(backup, "_sync", lambda path: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(NoRoom):
        backup.back_up(busy.store, out)
    assert sorted(path.name for path in out.parent.iterdir()) == [out.name, "home"]


def test_one_damaged_panel_does_not_stop_a_backup_but_is_said(busy, out, raw, tmp_path):
    raw("UPDATE revisions SET body = zeroblob(100) WHERE sheet = ? AND rev = 1", busy.panel.id)
    assert "1 part" in backup.back_up(busy.store, out)
    backup.restore(out, tmp_path / "another", PASSPHRASE)
    again = open_again(tmp_path / "another")
    assert again.stories.load(busy.story) == busy.kept
    again.close()


def test_scratch_left_by_a_crash_is_cleared_and_fresh_scratch_is_not(folder, store):
    old, new = folder / f"{SCRATCH}old", folder / f"{SCRATCH}new"
    for scratch in (old, new):
        scratch.mkdir()
        (scratch / FILE).write_bytes(b"sealed")
    os.utime(old, (0, 0))
    store.ready()
    assert not old.exists() and new.exists()
