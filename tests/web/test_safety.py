"""What keeps a story on one screen in one kitchen: headers, declarations, tokens, hosts."""
import re
import uuid

import pytest
from flask import Flask
from itsdangerous import URLSafeTimedSerializer

from wordspics import guide
from wordspics.web import security

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")


def addresses(app, story=None, panel=None) -> list[tuple[str, str, str]]:
    """(endpoint, method, path) for everything the app answers, with ids filled in."""
    some = {"story": story or uuid.uuid4(), "panel": panel or uuid.uuid4(), "person": "mum", "who": "mum", "what": "pose", "way": "back",
            "at": 0, "name": "kitchen", "filename": "icon.svg", "version": "1"}
    some |= {name: uuid.uuid4() for name in ("sheet", "picture")}
    found = []
    for rule in app.url_map.iter_rules():
        values = {argument: some.get(argument, "x") for argument in rule.arguments}
        with app.test_request_context():
            _, path = rule.build(values)
        found += [(rule.endpoint, method, path) for method in sorted(rule.methods - {"OPTIONS", "HEAD"})]
    return found


def test_every_endpoint_says_what_it_needs(app):
    security.check_declared(app)
    app.view_functions["forgotten"] = lambda: "hello"
    with pytest.raises(RuntimeError, match="forgotten"):
        security.check_declared(app)


def test_an_endpoint_that_says_nothing_answers_nobody(app, sam):
    app.view_functions["home.show"] = lambda: "hello"
    assert sam.visit("/").status_code == 404


def test_the_locked_screen_sends_everything_else_to_the_passphrase(app, sam):
    sam.send("/lock")
    shown_to_anyone = set()
    for endpoint, method, path in addresses(app):
        if app.view_functions[endpoint].needs == "anyone":
            shown_to_anyone.add(endpoint)
            continue
        as_page = sam.visit(path) if method == "GET" else sam.send(path) if method == "POST" else None
        if as_page is not None:
            assert as_page.status_code == 303 and as_page.headers["Location"].startswith("/unlock"), path
        as_json = sam.client.open(path, method=method, headers={"Accept": "application/json"})
        assert as_json.status_code == 401 and "sentence" in as_json.json, path
    assert shown_to_anyone == {
        "static", "assets.at", "faces.face", "drawings.shelved", "tray.everything", "door.welcome", "door.found",
        "door.unlock", "door.open_up",
        "door.recover", "door.set_new_passphrase", "door.lock", "door.leave", "door.away", "door.kitchen", "about.show"}


def test_before_the_first_visit_everything_leads_to_the_welcome_page(stranger):
    for path in ("/", "/stories/new", "/backup"):
        assert stranger.visit(path).headers["Location"] == "/welcome"


def test_every_answer_carries_the_closed_policy(app, sam):
    story = sam.begin()
    panel = sam.store.stories.load(story).story.panels[0].id
    for endpoint, method, path in addresses(app, story, panel):
        if endpoint in ("door.leave", "door.lock", "home.delete"):
            continue
        answer = sam.visit(path) if method == "GET" else sam.client.open(path, method=method)
        assert answer.headers["Content-Security-Policy"] == POLICY, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        if app.view_functions[endpoint].needs != "anyone":
            assert answer.headers["Cache-Control"] == "no-store", path
    for path in ("/no-such-page", "/stories/not-an-id/people"):
        assert sam.visit(path).status_code == 404
        assert sam.page.headers["Content-Security-Policy"] == POLICY and sam.page.headers["Cache-Control"] == "no-store"


def test_no_page_holds_anything_inline(app, sam):
    story = sam.begin()
    panel = sam.store.stories.load(story).story.panels[0].id
    pages = 0
    for _, method, path in addresses(app, story, panel):
        if method != "GET":
            continue
        page = sam.text if sam.visit(path).mimetype in ("text/html", "image/svg+xml") else ""
        pages += bool(page)
        assert not re.search(r"<[^>]*\sstyle\s*=", page), path
        assert not re.search(r"<[^>]*\son[a-z]+\s*=", page), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", page), path
        assert "<style" not in page and "javascript:" not in page, path
    assert pages > 15


def test_every_write_needs_the_pages_token(app, sam):
    story = sam.begin()
    for endpoint, method, path in addresses(app, story):
        if method in ("POST", "PUT", "DELETE") and endpoint != "door.leave":
            answer = sam.client.open(path, method=method, headers={"Accept": "application/json"})
            assert answer.status_code == 400 and "token" in answer.json, path
    assert sam.store.stories.load(story)
    assert sam.visit("/").status_code == 200


def test_a_new_token_from_the_refusal_is_good(sam):
    refused = sam.client.post("/awake", headers={"Accept": "application/json"})
    again = sam.client.post("/awake", headers={"Accept": "application/json", "X-CSRFToken": refused.json["token"]})
    assert again.status_code == 204


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_web_page_cannot_write_here(sam, site):
    answer = sam.send("/stories", {"child": "Robin", "age": "6"}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert not sam.own_cards
    assert sam.client.post("/exit", headers={"Sec-Fetch-Site": site}).status_code == 403 and sam.visit("/").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8421", "127.0.0.1.evil.example"])
def test_a_forged_host_is_refused_with_no_page_of_ours(sam, host):
    for path in ("/", "/unlock", "/no-such-page"):
        answer = sam.client.get(path, headers={"Host": host})
        assert answer.status_code == 400 and answer.mimetype == "text/plain" and b"Words and Pictures" not in answer.data
        assert answer.headers["Content-Security-Policy"] == POLICY


def test_looking_at_every_page_changes_nothing(app, sam):
    story = sam.begin()
    panel = sam.store.stories.load(story).story.panels[0].id
    with sam.store.database.reading() as connection:
        tables = [name for name, in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'") if name != "sessions"]

    def rows() -> dict:
        with sam.store.database.reading() as connection:
            return {table: connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall() for table in tables}

    before = rows()
    for _, method, path in addresses(app, story, panel):
        if method == "GET":
            sam.visit(path)
    assert rows() == before


def test_what_the_browser_keeps_for_us_names_nobody(sam):
    """A cookie may be written to the browser's own folder, where anybody can read it."""
    story = sam.store.stories.add(guide.example("lily"))
    for person in sam.store.stories.load(story).story.cast.people:
        sam.send(f"/stories/{story}/people/{person.id}/removal")
        held = sam.client.get_cookie("words-and-pictures-form").value
        assert URLSafeTimedSerializer("").load_payload(held.rsplit(".", 2)[0].encode())
        assert person.name not in str(URLSafeTimedSerializer("").load_payload(held.rsplit(".", 2)[0].encode()))
        sam.visit("/")


def test_the_titles_of_tabs_say_nothing(app, sam):
    story = sam.begin(child="Peregrine")
    for path in ("/", f"/stories/{story}/begin", f"/stories/{story}/card", f"/stories/{story}/keep", f"/stories/{story}/delete"):
        assert re.search(r"<title>([^<]*)</title>", sam.visit(path).get_data(as_text=True))[1] == "Words and Pictures"


def test_fields_for_a_familys_words_stay_out_of_the_browsers_memory(sam):
    story = sam.begin()
    for path in ("/stories/new", f"/stories/{story}/begin"):
        for field in re.findall(r"<(?:input|textarea)[^>]*>", sam.visit(path).get_data(as_text=True)):
            if any(f'type="{kind}"' in field for kind in ("hidden", "radio", "checkbox")):
                continue
            assert 'autocomplete="off"' in field and 'spellcheck="false"' in field and 'translate="no"' in field, field


def test_uploads_stay_in_memory(app: Flask):
    with app.test_request_context("/", method="POST", data={"file": (open(__file__, "rb"), "a.wordspics")}) as context:
        stream = context.request.files["file"].stream
        assert type(stream).__module__ == "_io" and type(stream).__name__ == "BytesIO"


def test_a_stylesheets_address_changes_with_its_content(app, sam):
    address = re.search(r'href="(/static/at/[^"]+/css/app\.css)"', sam.visit("/").get_data(as_text=True))[1]
    assert "immutable" in sam.visit(address).headers["Cache-Control"]
    app.extensions["assets"] = "another"
    assert sam.visit(address).headers["Cache-Control"] == "no-cache"


def test_what_every_page_is_made_of_is_answered_without_the_store(app, sam, monkeypatch):
    parts = re.findall(r'<link rel="(?:preload|modulepreload)" href="([^"]+)"', sam.visit("/").get_data(as_text=True))
    monkeypatch.delitem(app.extensions, "store")
    assert len(parts) > 10 and [sam.visit(path).status_code for path in parts] == [200] * len(parts)


def test_a_fault_of_ours_is_owned_up_to_without_the_words(app, sam, caplog):
    def broken():
        raise RuntimeError("Robin lives at 5 Mill Lane")
    app.view_functions["home.show"] = security.needs("open-vault")(broken)
    app.extensions["config"] = app.extensions["config"].__class__(home=app.extensions["config"].home)
    answer = sam.visit("/")
    assert answer.status_code == 500 and "Something went wrong on our side" in sam.text
    assert "Mill Lane" not in sam.text and "Mill Lane" not in caplog.text and "RuntimeError" in caplog.text
