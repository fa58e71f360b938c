"""Read and agree: who agreed and when, and when the child was told."""
import datetime
import re
from uuid import uuid4

import pytest

from tests.factories import make_cast, make_person, make_story
from wordspics.story import About, Child, Look
from wordspics.story.sheet import write_sheet

TODAY = datetime.date.today().isoformat()


@pytest.fixture
def story(sam) -> str:
    cast = make_cast(make_person(), make_person("lily", "Lily", role="child", look=Look(age="child")),
                     make_person("grandad", "Grandad", standing="died"))
    about = About(title="Us", children=(Child("Lily", 6, "lily"),))
    return sam.store.stories.add(make_story(2, about=about, cast=cast), sam.store.families.add("The Oaks").id)


def record(sam, story):
    return sam.store.stories.load(story).story.record


def note(sam, story, what="agreement", **fields):
    return sam.send(f"/stories/{story}/agree", {"what": what, "who": "mum", "on": TODAY, **fields})


def test_the_whole_story_is_there_to_read_together(sam, story):
    assert sam.visit(f"/stories/{story}/agree").status_code == 200
    words = re.sub("</?mark[^>]*>", "", sam.text)
    assert "This is panel 1." in words and "This is panel 2." in words
    assert "Draft, not yet agreed" in sam.text and "style=" not in sam.text


def test_somebody_in_the_story_agrees(sam, story):
    assert note(sam, story, note="Say our park").status_code == 303
    agreed = record(sam, story).agreements
    assert [(one.by, one.on.isoformat(), one.note) for one in agreed] == [("Mum", TODAY, "Say our park")]
    sam.follow()
    assert "Say our park" in sam.text and "Draft, not yet agreed" not in sam.text


def test_somebody_else_agrees_by_name_and_several_may(sam, story):
    note(sam, story)
    note(sam, story, who="", name="  The   team manager ")
    assert [one.by for one in record(sam, story).agreements] == ["Mum", "The team manager"]


def test_a_button_pressed_twice_notes_it_once(sam, story):
    note(sam, story)
    note(sam, story)
    assert len(record(sam, story).agreements) == 1


def test_a_telling_is_noted_apart_from_agreement(sam, story):
    note(sam, story, "telling", who="", name="Aunty Jo")
    assert [one.by for one in record(sam, story).tellings] == ["Aunty Jo"]
    assert not record(sam, story).is_agreed


def test_children_the_story_is_for_and_people_who_died_are_not_offered(sam, story):
    sam.visit(f"/stories/{story}/agree")
    assert 'name="who" value="mum"' in sam.text
    assert 'name="who" value="lily"' not in sam.text and 'name="who" value="grandad"' not in sam.text


def test_a_note_can_be_taken_off_again(sam, story):
    note(sam, story)
    note(sam, story, who="", name="Nan")
    kept = sam.store.stories.load(story)
    answer = sam.send(f"/stories/{story}/agree/agreement/0/removal", {"rev": str(kept.sheets[kept.record_id].rev)})
    assert answer.status_code == 303
    assert [one.by for one in record(sam, story).agreements] == ["Nan"]


def test_what_stood_beside_the_button_is_taken_off_whatever_was_noted_since_and_only_that(sam, story):
    note(sam, story)
    page = sam.store.stories.load(story)
    note(sam, story, who="", name="Nan")
    note(sam, story, who="", name="Grandad")
    for _ in range(2):                                      # the button pressed twice
        answer = sam.send(f"/stories/{story}/agree/agreement/0/removal", {"rev": str(page.sheets[page.record_id].rev)})
        assert answer.status_code == 303
    assert [one.by for one in record(sam, story).agreements] == ["Nan", "Grandad"]


def test_nothing_is_taken_off_a_list_that_has_changed_since(sam, story):
    note(sam, story)
    assert sam.send(f"/stories/{story}/agree/agreement/0/removal", {"rev": "1"}).status_code == 409
    assert len(record(sam, story).agreements) == 1
    assert "That list has changed" in sam.text


@pytest.mark.parametrize("fields, sentence", [
    ({"who": "", "name": ""}, "Please choose who it was"),
    ({"who": "nobody", "name": "\x00"}, "Please choose who it was"),
    ({"who": "", "name": "x" * 5000}, "characters long"),
    ({"note": "x" * 9000}, "characters long"),
    ({"on": ""}, "Please choose the day"),
    ({"on": "2026-13-45"}, "Please choose the day"),
    ({"on": "9999-01-01"}, "has not come yet"),
    ({"on": "0001-01-01"}, "look at the year"),
    ({"what": "spell"}, "Please choose what to note"),
])
def test_what_does_not_fit_is_said_and_nothing_is_noted(sam, story, fields, sentence):
    assert note(sam, story, **fields).status_code == 422
    assert sentence in sam.text
    assert not record(sam, story).is_agreed


@pytest.mark.parametrize("path", ["agreement/9/removal", "spell/0/removal"])
def test_an_odd_address_takes_nothing_off(sam, story, path):
    note(sam, story)
    assert sam.send(f"/stories/{story}/agree/{path}", {"rev": "2"}).status_code == 409
    assert len(record(sam, story).agreements) == 1


def test_the_whole_story_is_looked_at_as_thoughts_with_links_and_never_a_score(sam, story):
    page = sam.visit(f"/stories/{story}/agree").get_data(as_text=True)
    assert "Thoughts, not rules. You decide." in page and "It does not say yet that it was not the child" in page
    assert re.search(rf'class="check__where small" href="/stories/{story}/panels/[0-9a-f-]+">Panel \d+<', page)


def change(sam, story, number: int, **changes):
    kept = sam.store.stories.load(story)
    panel = kept.story.panels[number - 1].with_(**changes)
    sam.store.sheets.put(story, panel.id, write_sheet(panel), kept.sheets[panel.id].rev, str(uuid4()))


def since(sam, story) -> list[str]:
    sam.visit(f"/stories/{story}/agree")
    return re.findall(r'noted-list__changed[^>]*>.*?</svg>([^<]+)', sam.text, re.S)


def test_a_yes_belongs_to_what_stood_when_it_was_given(sam, story, clock):
    note(sam, story)
    clock.pass_by(10)
    change(sam, story, 1, notes="For adults only.")
    assert since(sam, story) == [], "what adults note is not part of what was agreed to"
    change(sam, story, 2, words={"en": "Now it says something else."})
    assert since(sam, story) == ["Panel 2 has changed since Mum agreed. Ask once more, and note it again."]
    sam.send(f"/stories/{story}/panels", {"after": ""})
    assert since(sam, story) == ["Panels 2 and 3 have changed since Mum agreed. Ask once more, and note it again."]
    note(sam, story)
    assert since(sam, story) == [] and len(record(sam, story).agreements) == 1, "she agreed again, the same day"


def test_a_panel_taken_out_since_is_said_too(sam, story, clock):
    note(sam, story)
    clock.pass_by(10)
    sam.send(f"/stories/{story}/panels/{sam.store.stories.load(story).story.panels[0].id}/remove")
    assert since(sam, story) == ["A panel was taken out since Mum agreed. Ask once more, and note it again."]
