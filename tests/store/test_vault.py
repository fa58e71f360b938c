"""The vault, the sessions and the throttle: who gets in, for how long, and what is left when they go."""
import pytest

from tests.store.desk import CHEAP, PASSPHRASE, Desk
from wordspics.store import Store
from wordspics.store.attempts import WITHIN
from wordspics.store.faults import Closed, WrongPassphrase
from wordspics.store.sessions import Sessions
from wordspics.story import BadStory

MINUTE = 60


def test_a_founded_vault_is_open_and_knows_its_worker(store):
    assert store.vault.is_founded and store.vault.is_open and store.vault.worker == "Wilma"


def test_a_new_folder_has_no_vault_and_no_passphrase_opens_it(folder):
    store = Store.open(folder, argon2=CHEAP)
    assert not store.vault.is_founded and not store.vault.is_open and store.vault.worker == ""
    with pytest.raises(Closed):
        store.vault.open(PASSPHRASE)
    store.close()


@pytest.mark.parametrize("worker, passphrase", [("", PASSPHRASE), ("  ", PASSPHRASE), ("Wilma", "short"), ("Wilma", "         ")])
def test_a_vault_wants_a_name_and_a_passphrase_worth_having(folder, worker, passphrase):
    store = Store.open(folder, argon2=CHEAP)
    with pytest.raises(BadStory):
        store.vault.found(worker, passphrase)
    assert not store.vault.is_founded
    store.close()


def test_a_vault_is_founded_once(store):
    with pytest.raises(BadStory):
        store.vault.found("Mallory", "another passphrase")
    store.vault.close()
    store.vault.open(PASSPHRASE)


def test_only_the_passphrase_opens_the_vault_again(folder, store):
    desk = Desk(store)
    kept = desk.kept
    store.close()
    with pytest.raises(Closed):
        store.stories.load(desk.story)
    again = Store.open(folder, argon2=CHEAP)
    for wrong in ("", "three warm pancake", PASSPHRASE.upper(), "\ud800", "x" * 10_000):
        with pytest.raises(WrongPassphrase):
            again.vault.open(wrong)
        assert not again.vault.is_open
    again.vault.open(PASSPHRASE)
    assert again.vault.worker == "Wilma" and again.stories.load(desk.story) == kept
    again.close()


def test_one_passphrase_typed_on_two_keyboards_is_one_passphrase(folder):
    store = Store.open(folder, argon2=CHEAP)
    store.vault.found("Wilma", "un caf\u00e9 cr\u00e8me")
    store.vault.close()
    store.vault.open("un cafe\u0301 cre\u0300me")
    store.close()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(folder):
    store = Store.open(folder, argon2=CHEAP)
    key = store.vault.found("Wilma", PASSPHRASE)
    desk = Desk(store)
    store.vault.close()
    store.vault.recover(f"  {key.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} ", "four cold waffles")
    assert store.vault.worker == "Wilma" and desk.words() == "This is panel 1."
    store.vault.close()
    with pytest.raises(WrongPassphrase):
        store.vault.open(PASSPHRASE)
    store.vault.open("four cold waffles")
    store.vault.recover(key, PASSPHRASE)
    store.close()


def test_a_lost_recovery_key_is_replaced_and_opens_nothing_any_more(folder):
    store = Store.open(folder, argon2=CHEAP)
    lost = store.vault.found("Rosa", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        store.vault.renew_recovery("not the passphrase")
    new = store.vault.renew_recovery(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        store.vault.recover(lost, "four cold waffles")
    store.vault.recover(new, "four cold waffles")
    store.close()


def test_a_wrong_recovery_key_changes_nothing(store):
    for wrong in ("", "7Q2M", "-".join(["0000"] * 8), PASSPHRASE):
        with pytest.raises(WrongPassphrase):
            store.vault.recover(wrong, "four cold waffles")
    store.vault.close()
    store.vault.open(PASSPHRASE)


def test_every_recovery_key_is_another(tmp_path):
    keys = set()
    for n in range(5):
        store = Store.open(tmp_path / str(n), argon2=CHEAP)
        keys.add(store.vault.found("Wilma", PASSPHRASE))
        store.close()
    assert len(keys) == 5 and all(len(key) == 39 for key in keys)


def test_a_session_lasts_as_long_as_it_is_used(store, clock):
    token = store.sessions.begin()
    for _ in range(20):
        clock.pass_by(14 * MINUTE)
        assert store.sessions.check(token)


def test_a_session_ends_after_fifteen_idle_minutes_and_the_key_leaves_memory(store, clock):
    token = store.sessions.begin()
    clock.pass_by(15 * MINUTE + 1)
    assert not store.sessions.check(token)
    assert not store.vault.is_open and store.vault._key is None
    with pytest.raises(Closed):
        store.stories.cards()


def test_a_session_ends_after_ten_hours_however_busy(store, clock):
    token = store.sessions.begin()
    for _ in range(60):
        clock.pass_by(10 * MINUTE)
        alive = store.sessions.check(token)
    assert alive
    clock.pass_by(10)
    assert not store.sessions.check(token) and not store.vault.is_open


def test_an_idle_vault_closes_though_nobody_asks(store, clock, monkeypatch):
    monkeypatch.setattr("wordspics.store.sessions._LOOK", 0.01)
    store.sessions.begin()
    clock.pass_by(15 * MINUTE + 1)
    store.sessions._keeper.join(timeout=10)
    assert not store.vault.is_open


def test_a_disk_that_cannot_be_asked_closes_the_vault(store, monkeypatch):
    monkeypatch.setattr("wordspics.store.sessions._LOOK", 0.01)
    monkeypatch.setattr(Sessions, "any_live", lambda self: 1 / 0)
    store.sessions.begin()
    store.sessions._keeper.join(timeout=10)
    assert not store.vault.is_open


def test_the_vault_closes_with_the_last_session_and_not_before(store):
    one, two = store.sessions.begin(), store.sessions.begin()
    store.sessions.end(one)
    assert not store.sessions.check(one) and store.sessions.check(two) and store.vault.is_open
    store.sessions.end(two)
    assert not store.sessions.any_live() and not store.vault.is_open


def test_locking_ends_every_session(store):
    tokens = [store.sessions.begin() for _ in range(3)]
    store.sessions.end_all()
    assert not store.vault.is_open and not any(map(store.sessions.check, tokens))


def test_a_session_of_an_earlier_opening_does_not_count(folder, store, clock):
    token = store.sessions.begin()
    store.close()
    again = Store.open(folder, argon2=CHEAP, clock=clock)
    assert not again.sessions.check(token)
    again.vault.open(PASSPHRASE)
    fresh = again.sessions.begin()
    assert not again.sessions.check(token) and again.sessions.check(fresh)
    again.close()


def test_a_new_passphrase_ends_the_sessions_of_the_old_one(folder):
    store = Store.open(folder, argon2=CHEAP)
    key = store.vault.found("Wilma", PASSPHRASE)
    token = store.sessions.begin()
    store.vault.recover(key, "four cold waffles")
    assert not store.sessions.check(token)
    store.close()


def test_the_token_itself_is_not_on_the_disk(folder, store):
    token = store.sessions.begin()
    store.database.shake_out()
    assert all(token.encode() not in path.read_bytes() for path in folder.iterdir())


def test_nobody_signs_in_to_a_closed_vault(store):
    store.vault.close()
    with pytest.raises(Closed):
        store.sessions.begin()
    assert not store.sessions.check("") and not store.sessions.check("\ud800")


def test_five_wrong_ones_within_a_minute_mean_waiting_for_the_rest_of_it(store, clock):
    for n in range(5):
        assert store.attempts.wait() == 0
        store.attempts.note_failure()
        clock.pass_by(1)
    assert store.attempts.wait() == WITHIN - 5
    clock.pass_by(store.attempts.wait())
    assert store.attempts.wait() == 0, "nobody waits for ever"


def test_the_count_outlives_a_restart(folder, store, clock):
    for _ in range(5):
        store.attempts.note_failure()
    store.close()
    again = Store.open(folder, argon2=CHEAP, clock=clock)
    assert again.attempts.wait() == WITHIN
    again.attempts.clear()
    assert again.attempts.wait() == 0
    again.close()


def test_a_clock_set_back_locks_nobody_out(store, clock):
    for _ in range(5):
        store.attempts.note_failure()
    clock.pass_by(-86_400)
    assert store.attempts.wait() <= WITHIN
