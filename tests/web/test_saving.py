"""Saving over HTTP: every answer is JSON, says the revision that stands, and never pretends."""
import hashlib
import json

import pytest

from factories import fresh
from wordspics.store import Store
from wordspics.store.faults import Damaged, NoRoom
from wordspics.story import limits


@pytest.fixture
def panel(sam):
    """Sam's first panel, and short words for saving it."""
    return Saving(sam, sam.begin())


class Saving:
    def __init__(self, sam, story: str) -> None:
        self.sam, self.story, self.token = sam, story, sam.token
        self.id = self.kept.story.panels[0].id

    @property
    def kept(self):
        return self.sam.store.stories.load(self.story)

    def body(self, words: str) -> bytes:
        return json.dumps({"kind": "panel", "v": 1, "id": self.id, "words": {"en": words}}, ensure_ascii=False).encode()

    def put(self, body: bytes, sheet: str | None = None, **headers):
        sent = {"If-Match": '"1"', "Idempotency-Key": fresh(), "X-CSRFToken": self.token, "Accept": "application/json", **headers}
        return self.sam.client.put(f"/stories/{self.story}/sheets/{sheet or self.id}", data=body,
                                   headers={name: value for name, value in sent.items() if value is not None})

    def change(self, changes, key: str | None = None):
        body = changes if isinstance(changes, bytes) else json.dumps(changes).encode()
        return self.sam.client.post(f"/stories/{self.story}/changes", data=body, headers={
            "Idempotency-Key": key or fresh(), "X-CSRFToken": self.token, "Accept": "application/json"})


def refuses(answer, code: int) -> None:
    assert answer.status_code == code, answer.text
    assert answer.is_json and answer.json["sentence"].endswith((".", '"7".', "6, 7.")) and "\n" not in answer.json["sentence"]


def test_a_save_is_answered_with_what_is_kept(panel):
    body = panel.body("Lily\u00a0lives  here. ")
    answer = panel.put(body)
    assert answer.status_code == 200 and answer.headers["ETag"] == '"2"' and answer.headers["Cache-Control"] == "no-store"
    assert answer.json["rev"] == 2 and answer.json["sheet"]["words"] == {"en": "Lily lives  here."}
    assert answer.json["sha256"] == hashlib.sha256(body).hexdigest()
    assert panel.kept.story.panels[0].words["en"] == "Lily lives  here."


def test_a_new_sheet_is_made_with_if_none_match(panel):
    new = fresh()
    body = panel.body("New.").replace(panel.id.encode(), new.encode())
    answer = panel.put(body, new, **{"If-Match": None, "If-None-Match": "*"})
    assert (answer.status_code, answer.json["rev"]) == (200, 1)


def test_two_texts_come_back_side_by_side_and_the_next_save_can_settle_them(panel):
    panel.put(panel.body("Mum's words."))
    answer = panel.put(panel.body("Dad's words."))
    refuses(answer, 409)
    standing, beside = answer.json, answer.json["beside"]
    assert standing["sheet"]["words"]["en"] == "Mum's words." and beside["sheet"]["words"]["en"] == "Dad's words."
    settled = panel.put(panel.body("Both."), **{"If-Match": f'"{standing["rev"]}"', "Closes-Beside": str(beside["rev"])})
    assert settled.status_code == 200 and panel.sam.store.sheets.beside(panel.story) == []


def test_the_same_key_gets_the_same_answer_and_other_words_under_it_are_refused(panel):
    key = {"Idempotency-Key": fresh()}
    first = panel.put(panel.body("Once."), **key)
    assert panel.put(panel.body("Once."), **key).json == first.json
    refuses(panel.put(panel.body("Other."), **key), 422)


UNSAID = [
    ({"If-Match": None}, 428), ({"Idempotency-Key": None}, 428), ({"Idempotency-Key": ""}, 428), ({"If-Match": "7"}, 422),
    ({"If-Match": '"x"'}, 422), ({"If-Match": '"0"'}, 422), ({"If-Match": f'"{2 ** 70}"'}, 422), ({"Idempotency-Key": "no"}, 422),
    ({"Idempotency-Key": "x" * 5000}, 422),
    ({"Closes-Beside": "all"}, 422), ({"Closes-Beside": "9" * 5000}, 422), ({"X-CSRFToken": None}, 400)]


def test_a_save_that_does_not_say_what_it_is_is_refused(panel):
    for headers, code in UNSAID:
        refuses(panel.put(panel.body("Words."), **headers), code)
    assert not panel.kept.story.panels[0].words


NO_PANELS = [
    b"", b"{", b"[" * 100_000, b'{"kind":"panel","v":1,"id":"x"}', b"\xff", b'{"kind":"about"}', b'{"v":%d}' % 2 ** 70,
    b"null", b"3",
    b'{"kind":"panel","v":1,"id":"ID","scene":{"place":"moon-base"}}',
    b'{"kind":"panel","v":1,"id":"ID","scene":{"items":[{"kind":"figure","id":"f","who":"mum","pose":"fly"}]}}',
    b'{"kind":"panel","v":1,"id":"ID","scene":{"items":[{"kind":"upload","id":"u","picture":"nowhere"}]}}',
    b'{"kind":"panel","v":1,"id":"ID","words":{"en":"\\ud800"}}']


def test_what_is_no_panel_is_refused_in_one_sentence(panel):
    for body in NO_PANELS:
        refuses(panel.put(body.replace(b"ID", panel.id.encode())), 422)
    assert panel.kept.sheets[panel.id].rev == 1


def test_a_story_a_sheet_or_an_address_that_is_not_there(panel):
    refuses(panel.put(panel.body("Words."), fresh(), **{"If-Match": '"3"'}), 404)
    new = fresh()
    refuses(panel.put(panel.body("Words.").replace(panel.id.encode(), new.encode()), new), 404)
    panel.story = fresh()
    refuses(panel.put(panel.body("Words.")), 404)
    refuses(panel.change([{"sheet": panel.id, "rev": 1, "gone": True}]), 404)


def test_more_than_any_story_needs_is_too_large(panel):
    refuses(panel.put(panel.body("x" * limits.SHEET_BYTES)), 413)


@pytest.mark.parametrize("fault, code", [(NoRoom(), 507), (Damaged("It has been damaged."), 500)])
def test_trouble_with_the_disk_is_said_in_json(panel, monkeypatch, fault, code):
    def fail(*_, **__):
        raise fault
    monkeypatch.setattr(panel.sam.store.sheets, "put", fail)
    refuses(panel.put(panel.body("Words.")), code)


def test_several_sheets_change_together(panel):
    new, order = fresh(), panel.kept.order_id
    panels = [new, *panel.kept.story.order.panels]
    changes = [{"sheet": panel.id, "rev": 1, "body": json.loads(panel.body("First half."))},
               {"sheet": new, "rev": None, "body": {"kind": "panel", "v": 1, "id": new, "words": {"en": "Second half."}}},
               {"sheet": order, "rev": 1, "body": {"kind": "order", "v": 1, "panels": panels}}]
    answer = panel.change(changes, key := fresh())
    assert answer.status_code == 200 and [told["kind"] for told in answer.json["answers"]] == ["kept"] * 3
    assert panel.change(changes, key).json == answer.json
    assert list(panel.kept.story.order.panels) == panels
    gone = panel.change([{"sheet": new, "rev": 1, "gone": True}]).json["answers"][0]
    assert gone["sheet"] is None and gone["rev"] == 2 and new not in panel.kept.sheets


def test_changes_that_do_not_all_fit_change_nothing(panel):
    panel.put(panel.body("Somebody else."))
    second = panel.kept.story.panels[1]
    mine = {"sheet": panel.id, "rev": 1, "body": json.loads(panel.body("Mine."))}
    answer = panel.change([{"sheet": second.id, "rev": 1, "gone": True}, mine])
    refuses(answer, 409)
    assert [told["kind"] for told in answer.json["answers"]] == ["unchanged", "beside"] and second in panel.kept.story.panels


UNREADABLE = [
    b"", b"{}", b"[]", b"[{}]", b"[" * 100_000, b'[{"sheet":"x","rev":1,"gone":true}]', b'[{"sheet":"ID","rev":1}]',
    b'[{"sheet":"ID","rev":1,"gone":true,"body":{}}]', b'[{"sheet":"ID","rev":"1","gone":true}]',
    b'[{"sheet":"ID","rev":1,"gone":true,"x":1}]',
    b'[{"sheet":"ID","rev":1,"body":{"kind":"panel"}}]', b'[{"sheet":"ID","rev":1,"body":' + b'{"a":' * 50_000, b"\xff\xfe",
    b'[{"sheet":"ID","rev":1,"gone":true},{"sheet":"ID","rev":1,"gone":true}]',
    b'[{"sheet":"ORDER","rev":%d,"body":{"kind":"order","v":1}}]' % 10 ** 30, b'[{"sheet":"ORDER","rev":-%d,"body":{"kind":"order","v":1}}]' % 10 ** 30,
    b'[{"sheet":"ID","rev":1,"gone":true,"closes":[%d]}]' % 10 ** 30]


def test_changes_that_cannot_be_read_are_refused_in_one_sentence(panel):
    for changes in UNREADABLE:
        refuses(panel.change(changes.replace(b"ID", panel.id.encode()).replace(b"ORDER", panel.kept.order_id.encode())), 422)
    assert panel.kept.sheets[panel.id].rev == 1


def test_nobody_saves_on_a_locked_screen(panel):
    panel.sam.store.sessions.end_all()
    refuses(panel.put(panel.body("Words.")), 401)
    assert isinstance(panel.sam.store, Store) and not panel.sam.store.vault.is_open
