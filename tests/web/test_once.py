"""A button pressed twice, one press behind the other or both at the same moment, makes one thing and leads to it."""
import datetime
import html
import io
import re
import threading

import pytest
from PIL import Image

from tests.web.conftest import Visitor
from wordspics.guide import anybody
from wordspics.web import panels
from wordspics.story import Answer
from wordspics.story.sheet import write_sheet

BEGIN = {"child": "Robin", "age": "6", "person": "", "situation": "dad-not-at-home", "spine": "short", "family": "Mill Lane"}


def fields_of(sam, page: str, action: str) -> dict[str, str]:
    """What the last form on that page that leads to `action` sends along by itself."""
    shown = sam.visit(page).get_data(as_text=True)
    form = re.findall(rf'<form[^>]*action="{re.escape(action)}".*?</form>', shown, re.S)[-1]
    return {name: html.unescape(value) for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)}


class Press:
    """One press of a button: its answer, and what its browser shows after it."""

    def __init__(self, sam, path: str, fields: dict, file: bytes | None) -> None:
        self.browser = Visitor(sam.app)
        self.browser.client._cookies.update(sam.client._cookies)
        self.path, self.fields = path, {**fields, "file": (io.BytesIO(file), "file")} if file else fields

    def __call__(self) -> None:
        self.answer = self.browser.client.post(self.path, data=self.fields)

    def look(self) -> str:
        assert self.answer.status_code == 303, self.answer.get_data(as_text=True)
        assert self.browser.visit(self.answer.headers["Location"]).status_code == 200
        return self.browser.text


def one_behind_the_other(presses) -> None:
    for press in presses:
        press()


def at_the_same_moment(presses) -> None:
    start = threading.Barrier(len(presses))
    hands = [threading.Thread(target=lambda press=press: (start.wait(), press())) for press in presses]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()


@pytest.fixture(params=[one_behind_the_other, at_the_same_moment], ids=lambda how: how.__name__)
def twice(request, sam):
    """Press the button of a page's form twice; where both presses lead, without a word of another window."""
    def press(page: str, action: str, typed: dict | None = None, file: bytes | None = None) -> str:
        fields = {**fields_of(sam, page, action), **(typed or {})}
        presses = [Press(sam, action, fields, file) for _ in range(2)]
        request.param(presses)
        for one in presses:
            assert not [said for said in re.findall(r'<p class="banner".*?</p>', one.look(), re.S) if "window" in said or "moment" in said]
        leads_to = {one.answer.headers["Location"] for one in presses}
        assert len(leads_to) == 1, leads_to
        return leads_to.pop()
    return press


@pytest.fixture
def story(sam) -> str:
    return sam.begin()


def told(sam, story):
    return sam.store.stories.load(story).story


def test_a_story_begins_once_and_so_does_its_family(sam, twice):
    where = twice("/stories/new", "/stories", BEGIN)
    assert [where] == [f"/stories/{card.id}/card" for card in sam.own_cards]
    assert [family.name for family in sam.store.families.all()].count("Mill Lane") == 1


def test_the_same_words_on_a_page_of_their_own_are_another_story(sam, twice):
    assert twice("/stories/new", "/stories", BEGIN) != twice("/stories/new", "/stories", BEGIN)
    assert len(sam.own_cards) == 2 and len({card.family.id for card in sam.own_cards}) == 1


def test_a_story_that_was_deleted_does_not_come_back_from_a_page_left_open(sam):
    fields = {**fields_of(sam, "/stories/new", "/stories"), **BEGIN}
    story = sam.send("/stories", fields).headers["Location"].split("/")[2]
    sam.send(f"/stories/{story}/delete")
    sam.send("/stories", fields)
    assert sam.follow().status_code == 404 and not sam.own_cards


def test_a_copy_is_opened_once(sam, twice, story):
    sealed = sam.send(f"/stories/{story}/keep", {"passphrase": sam.passphrase}).get_data()
    twice("/copies", "/copies", {"passphrase": sam.passphrase, "family": ""}, sealed)
    assert len(sam.own_cards) == 2 and len(sam.store.families.all()) == 3


def test_a_child_gets_one_reading(sam, twice, story):
    at = f"/stories/{story}/ages"
    where = twice(at, at, {"child": "Wren", "age": "3", "narrator": "family"})
    assert [where] == [f"{at}/{version.id}" for version in told(sam, story).versions]


def test_an_empty_panel_comes_once(sam, twice, story):
    before = told(sam, story).order.panels
    where = twice(f"/stories/{story}/panels/{before[0]}", f"/stories/{story}/panels")
    after = told(sam, story).order.panels
    assert len(after) == len(before) + 1 and where == f"/stories/{story}/panels/{after[1]}"


def test_a_panel_is_copied_once(sam, twice, story):
    before = told(sam, story).order.panels
    here = f"/stories/{story}/panels/{before[0]}"
    where = twice(here, f"{here}/copy")
    after = told(sam, story).order.panels
    assert len(after) == len(before) + 1 and where == f"/stories/{story}/panels/{after[1]}"


def test_a_panel_is_split_once(sam, twice, story):
    before = told(sam, story).order.panels
    here = f"/stories/{story}/panels/{before[0]}"
    sam.send(here, {"rev": "1", "words": "Robin lives with Mum. Dad lives near the park."})
    where = twice(f"{here}/split", f"{here}/split")
    after = told(sam, story).order.panels
    assert len(after) == len(before) + 1 and where.startswith(f"/stories/{story}/panels/{after[1]}?parted=")
    assert [told(sam, story).panel(id).words["en"] for id in after[:2]] == ["Robin lives with Mum.", "Dad lives near the park."]


def test_a_picture_of_the_familys_own_is_put_in_once(sam, twice, story):
    panel, drawing = told(sam, story).order.panels[0], io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(drawing, "PNG")
    here = f"/stories/{story}/panels/{panel}"
    twice(here, f"{here}/own-picture", {"alt": "Our house"}, drawing.getvalue())
    [shown] = told(sam, story).panel(panel).scene.items
    assert sam.visit(f"/stories/{story}/pictures/{shown.picture}").status_code == 200


def test_somebody_new_comes_once(sam, twice, story):
    before, at = len(told(sam, story).cast.people), f"/stories/{story}/people"
    twice(f"{at}/new", at, {"name": "Jo", "role": "aunty", "start": anybody.crowds("x")[0].people[0][0]})
    assert len(told(sam, story).cast.people) == before + 1


def test_somebody_of_the_network_comes_once(sam, twice, story):
    before, panel = len(told(sam, story).cast.people), told(sam, story).order.panels[0]
    at = f"/stories/{story}/network"
    twice(f"/stories/{story}/panels/{panel}/talk?topic=who-loves-this-child", at, {"name": "Jo", "role": "aunty", "new_yes": "yes"})
    assert len(told(sam, story).cast.people) == before + 1


def test_an_answer_is_taken_away_once_and_the_next_one_stays(sam, twice, story):
    panel, on = told(sam, story).order.panels[0], datetime.date(2025, 5, 2)
    answers = tuple(Answer("What went well?", words, "Jo", on) for words in ("One.", "Two.", "Three."))
    sam.store.sheets.put(story, panel, write_sheet(told(sam, story).panel(panel).with_(answers=answers)), 1, "three-answers")
    sam.send(f"/stories/{story}/talk/agreed", {"panel": panel, "name": "Jo"})
    here = f"/stories/{story}/panels/{panel}/talk"
    twice(f"{here}?answer=0", here, {"words": "", "on": str(on)})
    assert told(sam, story).panel(panel).answers == answers[1:] and not sam.store.sheets.beside(story)


def test_one_of_two_versions_is_chosen_once(sam, twice, story):
    panel = told(sam, story).order.panels[0]
    here = f"/stories/{story}/panels/{panel}"
    for words in ("The first window.", "The second window."):
        sam.send(here, {"words": words, "rev": "1"})
    assert twice(f"{here}/beside", f"{here}/beside") == here and not sam.store.sheets.beside(story)


def test_a_child_added_on_begin_comes_once(sam, twice, story):
    child, at = told(sam, story).about.children[0].person, f"/stories/{story}/begin"
    before = len(told(sam, story).cast.people)
    twice(at, at, {**BEGIN, "child": ["Robin", "Wren"], "age": ["6", "3"], "person": [child, ""]})
    assert [one.name for one in told(sam, story).about.children] == ["Robin", "Wren"]
    assert len(told(sam, story).cast.people) == before + 1


def test_a_panel_is_taken_out_once_and_can_be_put_back(sam, twice, story):
    before = told(sam, story).order.panels
    here = f"/stories/{story}/panels/{before[1]}"
    where = twice(here, f"{here}/remove")
    assert told(sam, story).order.panels == (before[0], *before[2:])
    twice(where, f"{here}/bring-back")
    assert told(sam, story).order.panels == before


def test_a_press_that_had_read_the_story_before_the_other_was_kept_leads_to_the_same_panel(sam, story, monkeypatch):
    here = f"/stories/{story}/panels/{told(sam, story).order.panels[1]}"
    fields = fields_of(sam, here, f"{here}/remove")
    before = [sam.store.stories.load(story)]
    where = sam.send(f"{here}/remove", fields).headers["Location"]
    monkeypatch.setattr(panels, "the_story", lambda id, now=panels.the_story: before.pop() if before else now(id))
    assert sam.send(f"{here}/remove", fields).headers["Location"] == where and not before
    assert sam.visit(where).status_code == 200 and "This panel was changed in another window" not in sam.text


def test_a_reading_is_taken_off_once(sam, twice, story):
    at = f"/stories/{story}/ages"
    sam.send(at, {"child": "Wren", "age": "3", "narrator": "family"})
    one = f"{at}/{told(sam, story).versions[0].id}"
    assert twice(one, f"{one}/removal") == at and not told(sam, story).versions


def test_a_story_is_deleted_once(sam, twice, story):
    assert twice(f"/stories/{story}/delete", f"/stories/{story}/delete") == "/" and not sam.own_cards


def test_the_first_visit_founds_one_vault_and_shows_the_key_that_opens_it(stranger):
    presses = [Press(stranger, "/welcome", {"csrf_token": stranger.token, "worker": "Sam", "passphrase": stranger.passphrase}, None)
               for _ in range(2)]
    at_the_same_moment(presses)
    assert {one.answer.status_code for one in presses} == {303}, [one.answer.get_data(as_text=True)[:1500] for one in presses]
    assert len(stranger.store.families.all()) == 1
    assert opens_with(stranger, shown_key(next(one.browser for one in presses if one.answer.headers["Location"] == "/welcome/key")))


def test_one_new_recovery_key_is_made_and_it_is_the_one_that_is_shown(sam, twice):
    made = []
    renew = sam.store.vault.renew_recovery
    sam.store.vault.renew_recovery = lambda passphrase: made.append(renew(passphrase)) or made[-1]
    assert twice("/recovery-key", "/recovery-key", {"passphrase": sam.passphrase}) == "/welcome/key"
    assert len(made) == 1
    sam.send("/unlock", {"passphrase": sam.passphrase})
    assert opens_with(sam, shown_key(sam))


def shown_key(visitor) -> str:
    return "-".join(re.findall(r"<span>([0-9A-Z]{4})</span>", visitor.visit("/welcome/key").get_data(as_text=True)))


def opens_with(visitor, key: str) -> bool:
    visitor.send("/lock")
    return visitor.send("/recover", {"key": key, "passphrase": "a new long phrase"}).status_code == 303
