"""The door: the first visit, the passphrase, the recovery key, locking, leaving, and being away too long."""
import pytest


def unlock(visitor, passphrase: str, **how):
    return visitor.send("/unlock", {"passphrase": passphrase}, **how)


def test_the_first_visit_ends_on_a_home_page_with_an_example_and_a_way_to_start(stranger):
    assert stranger.visit("/").headers["Location"] == "/welcome"
    stranger.found()
    home = stranger.visit("/")
    assert home.status_code == 200
    assert "An example: Why I live with Aunty Jo" in stranger.text and "Start a story" in stranger.text


def test_the_recovery_key_is_shown_until_it_is_kept_and_never_again(stranger):
    stranger.send("/welcome", {"worker": "Sam", "passphrase": stranger.passphrase})
    assert stranger.visit("/").headers["Location"] == "/welcome/key"
    assert stranger.send("/welcome/key").status_code == 422 and "tick the box" in stranger.text
    assert "key__letters" in stranger.visit("/welcome/key").get_data(as_text=True)
    stranger.send("/welcome/key", {"kept": "yes"})
    assert stranger.visit("/welcome/key").headers["Location"] == "/"


def test_nobody_can_found_the_app_twice(sam):
    assert sam.send("/welcome", {"worker": "Kim", "passphrase": "another long phrase"}).status_code == 303
    sam.send("/lock")
    assert unlock(sam, "another long phrase").status_code == 403
    assert unlock(sam, sam.passphrase).status_code == 303


@pytest.mark.parametrize(("worker", "passphrase"), [("", "three warm pancakes"), ("  ", "three warm pancakes"), ("Sam", ""), ("Sam", "short")])
def test_an_unfit_name_or_passphrase_is_one_kind_sentence(stranger, worker, passphrase):
    assert stranger.send("/welcome", {"worker": worker, "passphrase": passphrase}).status_code == 422
    assert 'class="notice"' in stranger.text
    assert not stranger.store.vault.is_founded


def test_a_wrong_passphrase_is_refused_kindly_and_the_sixth_try_must_wait(sam, clock):
    sam.send("/lock")
    for _ in range(5):
        assert unlock(sam, "not this one").status_code == 403
        assert "does not fit" in sam.text
    waiting = unlock(sam, sam.passphrase)
    assert waiting.status_code == 429 and int(waiting.headers["Retry-After"]) > 0 and "Please wait" in sam.text
    assert not sam.store.vault.is_open
    clock.pass_by(minutes=2)
    assert unlock(sam, sam.passphrase).status_code == 303


def test_the_recovery_key_is_throttled_as_well(sam):
    sam.send("/lock")
    for _ in range(5):
        assert sam.send("/recover", {"key": "0000-" * 7 + "0000", "passphrase": "a new long phrase"}).status_code == 403
    assert sam.send("/recover", {"key": sam.key, "passphrase": "a new long phrase"}).status_code == 429


def test_a_forgotten_passphrase_is_replaced_with_the_recovery_key(sam):
    sam.send("/lock")
    assert sam.send("/recover", {"key": sam.key.lower().replace("-", " "), "passphrase": "a new long phrase"}).status_code == 303
    assert sam.follow().status_code == 200 and "new passphrase is set" in sam.text
    sam.send("/lock")
    assert unlock(sam, sam.passphrase).status_code == 403
    assert unlock(sam, "a new long phrase").status_code == 303


def test_a_short_new_passphrase_changes_nothing(sam):
    sam.send("/lock")
    assert sam.send("/recover", {"key": sam.key, "passphrase": "short"}).status_code == 422
    assert unlock(sam, sam.passphrase).status_code == 303


def test_unlocking_leads_back_to_the_page_that_was_asked_for(sam):
    story = sam.begin()
    sam.send("/lock")
    asked = sam.visit(f"/stories/{story}/keep")
    assert asked.headers["Location"] == f"/unlock?next=/stories/{story}/keep"
    sam.follow()
    assert f'name="next" value="/stories/{story}/keep"' in sam.text
    assert sam.send("/unlock", {"passphrase": sam.passphrase, "next": f"/stories/{story}/keep"}).headers["Location"] == f"/stories/{story}/keep"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "///evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "", "/\t/evil", "//[", "http://[", "/a\r\nb: c", "/\0"])
def test_unlocking_never_leads_to_another_site(sam, elsewhere):
    sam.send("/lock")
    to = sam.send("/unlock", {"passphrase": sam.passphrase, "next": elsewhere}).headers["Location"]
    assert to == "/"


def test_the_cookie_is_for_the_server_alone(stranger):
    answer = stranger.send("/welcome", {"worker": "Sam", "passphrase": stranger.passphrase})
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if c.startswith("words-and-pictures="))
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie and "Expires" not in cookie


@pytest.mark.parametrize("by", ["page", "script"])
def test_exit_drops_the_key_changes_the_cookie_and_leads_to_a_neutral_site(sam, by):
    answer = sam.client.post("/exit", headers={"Accept": "application/json"} if by == "script" else {})       # no token: leaving never fails
    assert not sam.store.vault.is_open
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if c.startswith("words-and-pictures="))
    assert cookie.startswith("words-and-pictures=;") and "Max-Age=0" in cookie and "HttpOnly" in cookie
    assert answer.headers["Cache-Control"] == "no-store"
    if by == "script":
        assert answer.status_code == 204
    else:
        sam.page = answer
        assert answer.status_code == 303 and sam.follow().status_code == 200
        assert "https://www.bbc.co.uk/weather" in sam.text and "Words and Pictures" not in sam.text
    assert sam.visit("/").status_code == 303


def test_exit_is_on_every_page_and_works_from_the_locked_screen(sam):
    story = sam.begin()
    for path in ("/", "/stories/new", f"/stories/{story}/card", f"/stories/{story}/begin", "/copies", "/backup", "/no-such-page"):
        assert 'action="/exit"' in sam.visit(path).get_data(as_text=True), path
    sam.send("/lock")
    assert 'action="/exit"' in sam.visit("/unlock").get_data(as_text=True)
    assert sam.client.post("/exit").status_code == 303


def test_the_old_cookie_is_worth_nothing_after_lock_or_exit(app, sam):
    stolen = sam.client.get_cookie("words-and-pictures").value
    sam.send("/lock")
    unlock(sam, sam.passphrase)
    thief = app.test_client()
    thief.set_cookie("words-and-pictures", stolen)
    assert thief.get("/").status_code == 303


def test_fifteen_quiet_minutes_drop_the_key_even_if_no_page_is_asked_for(sam, clock):
    clock.pass_by(minutes=14)
    assert sam.visit("/").status_code == 200
    clock.pass_by(minutes=16)
    assert not sam.store.sessions.any_live() and not sam.store.vault.is_open
    assert sam.visit("/").headers["Location"] == "/unlock"


def test_somebody_who_reads_aloud_stays_signed_in(sam, clock):
    for _ in range(3):
        clock.pass_by(minutes=10)
        assert sam.send("/awake").status_code == 204
    assert sam.visit("/").status_code == 200


def test_a_page_that_was_locked_can_be_unlocked_in_place(sam):
    sam.send("/lock")
    json = {"Accept": "application/json", "X-CSRFToken": sam.token}
    refused = sam.client.post("/unlock", json={"passphrase": "not this one"}, headers=json)
    assert refused.status_code == 403 and refused.json["sentence"]
    opened = sam.client.post("/unlock", json={"passphrase": sam.passphrase}, headers=json)
    assert opened.status_code == 200 and opened.json["token"]
    assert sam.visit("/").status_code == 200


@pytest.mark.parametrize("body", [[], "x", None, {"passphrase": 7}, {"passphrase": "\ud800"}, {"passphrase": ["a"]}, {"passphrase": "\0" * 5000}])
def test_nonsense_for_a_passphrase_is_only_a_wrong_passphrase(sam, body):
    sam.send("/lock")
    answer = sam.client.post("/unlock", json=body, headers={"Accept": "application/json", "X-CSRFToken": sam.token})
    assert answer.status_code == 403 and answer.json["sentence"]


def test_json_folded_into_itself_is_only_a_wrong_passphrase(sam):
    sam.send("/lock")
    for body in (b"[" * 100_000, b'{"a":' * 100_000):
        answer = sam.client.post("/unlock", data=body, content_type="application/json", headers={"X-CSRFToken": sam.token})
        assert answer.status_code == 403


def test_the_locked_screen_names_nobody(sam):
    sam.begin(child="Peregrine")
    sam.send("/lock")
    sam.visit("/unlock")
    assert "Peregrine" not in sam.text and "Aunty Jo" not in sam.text and "Sam" not in sam.text
    assert sam.visit("/door/kitchen.svg").mimetype == "image/svg+xml"


def test_a_new_recovery_key_takes_the_passphrase_and_is_shown_once(sam):
    assert sam.send("/recovery-key", {"passphrase": "a wrong long phrase"}).status_code == 403
    assert sam.send("/recovery-key", {"passphrase": sam.passphrase}).status_code == 303
    shown = sam.visit("/welcome/key").get_data(as_text=True)
    assert sam.key.split("-")[0] not in shown and "recovery key" in shown
    sam.send("/welcome/key", {"kept": "yes"})
    assert sam.visit("/welcome/key").status_code == 303
    assert sam.send("/recover", {"key": sam.key, "passphrase": "a new long phrase"}).status_code == 403
