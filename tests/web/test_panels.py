"""The panels, as plain pages: shown, written, put in order, taken out and put back, drawn."""
import html
import json
import re
from uuid import uuid4

import msgspec
import pytest

from wordspics import guide
from wordspics.pictures import names
from wordspics.store import Change
from wordspics.story import Bubble, Figure, Look, Person, Scene, Thing
from wordspics.story.sheet import write_sheet
from wordspics.web.beside import mark


@pytest.fixture
def lily(sam):
    """Sam with Lily's story open: `sam.story` is its id."""
    sam.story = sam.store.stories.add(guide.example("lily"))
    return sam


def kept(visitor):
    return visitor.store.stories.load(visitor.story)


def at(visitor, panel: str = "", more: str = "") -> str:
    return f"/stories/{visitor.story}/panels" + (f"/{panel}" if panel else "") + more


def order(visitor) -> list[str]:
    return [panel.id for panel in kept(visitor).story.panels]


def scene_json(scene: Scene) -> bytes:
    return msgspec.json.encode(scene)


def ask_for_drawing(visitor, scene: bytes):
    return visitor.client.post(f"/stories/{visitor.story}/drawings", data=scene, headers={
        "X-CSRFToken": visitor.token, "Accept": "application/json", "Content-Type": "application/json"})


# ---- showing ----

def test_the_step_leads_to_a_panel(lily):
    assert lily.visit(at(lily)).status_code == 303
    assert lily.follow().status_code == 200
    assert "Panel 1 of 10" in lily.text


def test_the_step_leads_to_the_first_panel_that_is_still_empty(lily):
    lily.send(at(lily), {"after": order(lily)[3]})
    lily.visit(at(lily))
    assert order(lily)[4] in lily.page.headers["Location"]


def test_a_panel_can_be_read_without_a_script(lily):
    panel = kept(lily).story.panels[0]
    lily.visit(at(lily, panel.id))
    assert "Lily lives with Aunty Jo" in lily.text and "<svg" in lily.text and "<title>" in lily.text
    assert "Save the words" in lily.text


def test_a_panel_shows_why_it_is_there_and_what_to_ask(lily):
    story = kept(lily).story
    step = guide.step(story.about.situation, story.panels[0].purpose)
    lily.visit(at(lily, story.panels[0].id))
    assert all(question.replace("'", "&#39;") in lily.text for question in (step.purpose, *step.questions))


def test_story_fields_keep_words_from_dictionaries_and_translators(lily):
    lily.visit(at(lily, order(lily)[0]))
    for field in re.findall(r'<textarea[^>]*>', lily.text):
        assert 'spellcheck="false"' in field and 'autocomplete="off"' in field and 'translate="no"' in field, field


def test_no_page_of_the_editor_has_anything_inline(lily):
    lily.visit(at(lily, order(lily)[0]))
    assert not re.search(r'\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)', lily.text)


def test_a_panel_of_another_story_is_not_here(lily):
    assert lily.visit(at(lily, str(uuid4()))).status_code == 404
    assert lily.visit(f"/stories/{uuid4()}/panels/{order(lily)[0]}").status_code == 404


def test_nobody_sees_a_panel_without_signing_in(lily):
    page = at(lily, order(lily)[0])
    lily.send("/lock")
    for path in (page, f"{page}/picture.svg", f"/stories/{lily.story}/hidden-pictures", f"{page}/beside"):
        assert lily.visit(path).status_code == 303 and "/unlock" in lily.page.headers["Location"]


# ---- writing without a script ----

def test_words_are_kept_by_the_plain_form(lily):
    panel = order(lily)[0]
    rev = kept(lily).sheets[panel].rev
    assert lily.send(at(lily, panel), {"words": "Lily sings.", "notes": "Mum's idea.", "rev": rev}).status_code == 303
    story = kept(lily).story
    assert story.panel(panel).words_in("en") == "Lily sings." and story.panel(panel).notes == "Mum's idea."


def test_words_from_an_older_page_are_kept_beside(lily):
    panel = order(lily)[0]
    rev = kept(lily).sheets[panel].rev
    lily.send(at(lily, panel), {"words": "The first window.", "rev": rev})
    lily.send(at(lily, panel), {"words": "The second window.", "rev": rev})
    lily.follow()
    assert "Two versions of panel 1" in lily.text
    assert "first" in lily.text and "second" in lily.text


def test_either_version_can_be_used_and_the_question_is_then_settled(lily):
    panel = order(lily)[0]
    rev = kept(lily).sheets[panel].rev
    lily.send(at(lily, panel), {"words": "The first window.", "rev": rev})
    lily.send(at(lily, panel), {"words": "The second window.", "rev": rev})
    other = lily.store.sheets.beside(lily.story)[0]
    lily.send(at(lily, panel, "/beside"), {"rev": other.rev, "standing": rev + 1, "seen": other.rev})
    assert kept(lily).story.panel(panel).words_in("en") == "The second window."
    assert lily.store.sheets.beside(lily.story) == []
    assert lily.visit(at(lily, panel, "/beside")).status_code == 303


@pytest.mark.parametrize("number", ["9" * 40, "9" * 5000, "-1", "\u00b2"])
def test_a_choice_with_numbers_nobody_counts_to_settles_nothing(lily, number):
    panel = order(lily)[0]
    rev = kept(lily).sheets[panel].rev
    for words in ("The first window.", "The second window."):
        lily.send(at(lily, panel), {"words": words, "rev": rev})
    answer = lily.send(at(lily, panel, "/beside"), {"rev": rev + 1, "standing": number, "seen": number})
    assert answer.status_code == 303 and len(lily.store.sheets.beside(lily.story)) == 1


def test_words_that_do_not_fit_are_refused_in_a_sentence(lily):
    panel = order(lily)[0]
    assert lily.send(at(lily, panel), {"words": "x" * 5_000, "rev": 1}).status_code == 422
    assert "1,500" in lily.text and "x" * 5_000 in lily.text
    assert "Lily lives" in kept(lily).story.panel(panel).words_in("en")


def test_differences_are_marked_word_by_word():
    assert mark("Lily has a new bed.", "Lily has a red bed.") == [("Lily has a ", False), ("new ", True), ("bed.", False)]
    assert mark("", "Lily") == []


# ---- two views ----

def take_views(visitor, panel: str, views: str, rev: int | None = None) -> None:
    visitor.send(at(visitor, panel, "/views"), {"views": views, "rev": rev or kept(visitor).sheets[panel].rev})


def test_people_who_do_not_agree_have_two_views_and_one_voice_again(lily):
    panel = order(lily)[0]
    take_views(lily, panel, "two")
    lily.follow()
    assert re.search(r'<div class="views" role="group" aria-label="Two views">', lily.text)
    offered = re.findall(r"<option(?: selected)?>([^<]+)</option>", lily.text)
    assert "Mummy says" in offered and "The judge says" in offered and "Lily says" not in offered, "a child is not asked to take a side"
    told = {"words": "", "owner-0": "Mummy says", "view-0": "I was tired.", "owner-1": "own", "own-1": "Dr Osei thinks",
            "view-1": "Her arm was broken.", "rev": kept(lily).sheets[panel].rev}
    lily.send(at(lily, panel), told)
    views = kept(lily).story.panel(panel).views
    assert [(view.owner, view.words_in("en")) for view in views] == [("Mummy says", "I was tired."), ("Dr Osei thinks", "Her arm was broken.")]
    lily.follow()
    assert 'value="Dr Osei thinks"' in lily.text
    take_views(lily, panel, "one")
    assert kept(lily).story.panel(panel).views == ()


def test_views_are_not_taken_away_from_under_somebody_who_writes_them(lily):
    panel = order(lily)[0]
    take_views(lily, panel, "two")
    rev = kept(lily).sheets[panel].rev
    lily.send(at(lily, panel), {"owner-0": "Mummy says", "view-0": "I was tired.", "rev": rev})
    take_views(lily, panel, "one", rev)
    assert kept(lily).story.panel(panel).views[0].words_in("en") == "I was tired."
    assert lily.page.headers["Location"] == at(lily, panel, "/beside") and lily.follow().status_code == 200


def test_two_versions_show_all_that_differs_in_views_and_languages_too(lily):
    panel = order(lily)[0]
    lily.send(f"/stories/{lily.story}/languages", {"do": "add", "language": "pl", "rev": kept(lily).sheets[kept(lily).about_id].rev})
    take_views(lily, panel, "two")
    rev = kept(lily).sheets[panel].rev
    lily.send(at(lily, panel), {"words-pl": "Lila śpiewa.", "owner-0": "Mummy says", "view-0": "I was tired.", "rev": rev})
    lily.send(at(lily, panel), {"words-pl": "Lila tańczy.", "owner-0": "Dad says", "view-0": "I was out.", "rev": rev})
    lily.follow()
    assert set(re.findall(r"<mark>([^<]+)</mark>", lily.text)) == {"śpiewa.", "tańczy.", "Mummy ", "Dad ", "tired.", "out."}


# ---- panels as a whole ----

def test_a_panel_is_added_after_the_open_one(lily):
    before = order(lily)
    lily.send(at(lily), {"after": before[2]})
    after = order(lily)
    assert len(after) == 11 and after[:3] == before[:3] and after[4:] == before[3:]
    lily.follow()
    assert "Panel 4 of 11" in lily.text and "A panel of our own" in lily.text


def test_a_story_takes_36_panels_and_no_more(lily):
    for _ in range(26):
        lily.send(at(lily), {"after": ""})
    assert lily.send(at(lily), {"after": ""}).status_code == 422
    assert "36 panels" in lily.text and len(order(lily)) == 36


def test_a_panel_is_copied_with_its_picture_and_words(lily):
    before = kept(lily).story.panels[2]
    lily.send(at(lily, before.id, "/copy"))
    twin = kept(lily).story.panels[3]
    assert twin.words == before.words and twin.scene == before.scene and twin.id != before.id


def test_panels_move_earlier_and_later(lily):
    first, second, *rest = order(lily)
    lily.send(at(lily, second, "/place"), {"at": 0})
    assert order(lily) == [second, first, *rest]
    lily.send(at(lily, second, "/place"), {"at": 99, "back": first})
    assert order(lily) == [first, *rest, second]
    assert first in lily.page.headers["Location"]


def test_a_panel_is_taken_out_and_put_back_where_it_was(lily):
    before = kept(lily).story
    gone = before.panels[4]
    lily.send(at(lily, gone.id, "/remove"))
    assert gone.id not in order(lily)
    lily.follow()
    assert "Put it back" in lily.text
    lily.send(at(lily, gone.id, "/bring-back"), {"at": 4})
    assert kept(lily).story.panels == before.panels


def test_the_last_panel_can_be_taken_out_and_put_back(lily):
    for panel in order(lily):
        lily.send(at(lily, panel, "/remove"))
    lily.follow()
    assert "No panels yet" in lily.text and "Put the last one back" in lily.text
    lily.send(at(lily, panel, "/bring-back"), {"at": 0})
    assert order(lily) == [panel]


def test_a_panel_can_be_kept_but_not_printed(lily):
    panel = order(lily)[3]
    lily.send(at(lily, panel, "/hide"), {"hidden": "yes"})
    assert panel not in [one.id for one in kept(lily).story.shown]
    lily.follow()
    assert "not printed" in lily.text
    lily.send(at(lily, panel, "/hide"), {"hidden": ""})
    assert panel in [one.id for one in kept(lily).story.shown]


@pytest.mark.parametrize("verb", ["copy", "place", "hide", "remove", "views", "split", "join"])
def test_verbs_on_a_panel_that_is_not_there_say_so(lily, verb):
    assert lily.send(at(lily, str(uuid4()), f"/{verb}")).status_code == 404


# ---- drawings ----

def test_a_scene_is_drawn_with_every_thing_named_and_boxed(lily):
    who = kept(lily).story.cast.people[0]
    scene = Scene(place="kitchen", items=(Figure(id="f", who=who.id, feeling="worried"), Bubble(id="b", words="Hello")))
    drawn = ask_for_drawing(lily, scene_json(scene)).get_json()
    assert [item["id"] for item in drawn["items"]] == ["f", "b"]
    assert drawn["items"][0]["name"] == who.name and "worried" in drawn["items"][0]["said"]
    left, top, right, bottom = drawn["items"][0]["box"]
    assert left < 0.5 < right and top < bottom and abs(bottom - 0.9) < 0.1
    assert 'data-item="f"' in drawn["svg"] and "style=" not in drawn["svg"]
    assert 0.5 < drawn["floor"] <= 1 and who.name in drawn["alt"]
    assert {"name": "stand-middle", "x": 0.5, "y": 0.92} in drawn["spots"]


@pytest.mark.parametrize("body, said", [
    (b"", "could not be read"), (b"[1]", "could not be read"), (b'{"place": "moon"}', "moon"), (b"[" * 50_000, ""),
    (b'{"items": [{"kind": "figure", "id": "a", "who": "lily", "pose": "fly"}]}', "fly"),
    (b'{"items": [{"kind": "thing", "id": "a", "name": "no-such-thing"}]}', "no-such-thing"),
    (b'{"items": [{"kind": "dragon", "id": "a"}]}', "could not be read"), (b"x" * 500_000, "larger")])
def test_a_scene_that_cannot_be_drawn_is_refused_in_a_sentence(lily, body, said):
    answer = ask_for_drawing(lily, body)
    assert answer.status_code == 422 and said in answer.get_json()["sentence"]


def test_somebody_who_has_left_the_cast_is_still_a_scene(lily):
    scene = Scene(items=(Figure(id="f", who="nobody-here"), Thing(id="t", name="teddy")))
    assert ask_for_drawing(lily, scene_json(scene)).get_json()["items"][0]["name"] == "Somebody"


def test_a_person_is_offered_in_every_feeling_and_every_pose(lily):
    who = kept(lily).story.cast.people[0].id
    for what, known in (("feeling", names.FEELINGS), ("pose", names.POSES)):
        lily.visit(f"/stories/{lily.story}/people/{who}/choices/{what}?feeling=sad&facing=left")
        assert sorted(re.findall(r'data-choice="([a-z-]+)"', lily.text)) == sorted(known)


def test_what_looks_the_same_on_somebody_is_offered_once_and_the_likely_first(lily):
    """Who is too small to stand sits in nearly every pose: one drawing of it is enough, and it is found by all their names."""
    who = kept(lily).story.cast.people[0].id
    story = lily.store.stories.load(lily.story)
    cast = story.story.cast.change(story.story.cast.person(who).with_(look=Look(age="baby")))
    lily.store.sheets.change(lily.story, [Change(story.cast_id, story.sheets[story.cast_id].rev, write_sheet(cast))], str(uuid4()))
    lily.visit(f"/stories/{lily.story}/people/{who}/choices/pose?place=bedroom")
    offered = re.findall(r'data-choice="([a-z-]+)" data-also="([a-z -]+)"', lily.text)
    assert len(offered) < 60 and sorted(pose for _, also in offered for pose in also.split()) == sorted(names.POSES)
    assert "stand" in dict(offered)["baby-sit"].split()
    assert lily.text.index('aria-label="Likely here"') < lily.text.index('data-choice="crawl"') < lily.text.index('data-choice="hug"')


@pytest.mark.parametrize("path", ["nobody/choices/pose", "{who}/choices/hat", "{who}/choices/pose?feeling=furious", "{who}/choices/pose?facing=up"])
def test_choices_that_are_not_there_say_so(lily, path):
    who = kept(lily).story.cast.people[0].id
    assert lily.visit(f"/stories/{lily.story}/people/{path.format(who=who)}").status_code == 404


def test_a_panels_small_picture_is_never_kept_by_the_browser(lily):
    answer = lily.visit(at(lily, order(lily)[0], "/picture.svg"))
    assert answer.headers["Cache-Control"] == "no-store" and answer.mimetype == "image/svg+xml"


def test_names_are_shown_as_typed_whatever_they_hold(lily):
    story = kept(lily)
    odd = Person(id="odd", name='<b>"Al" & Jo</b>')
    lily.store.sheets.put(lily.story, story.cast_id, write_sheet(story.story.cast.welcome(odd)), story.sheets[story.cast_id].rev, str(uuid4()))
    scene = Scene(items=(Figure(id="f", who="odd"),))
    lily.visit(at(lily, order(lily)[0]))
    assert "<b>&#34;Al" not in lily.text and "&lt;b&gt;" in lily.text
    drawn = ask_for_drawing(lily, scene_json(scene)).get_json()
    assert "<b>" not in drawn["svg"] and drawn["items"][0]["name"] == odd.name


def test_the_page_carries_the_panel_exactly_as_it_is_kept(lily):
    story = kept(lily)
    panel = story.story.panels[0]
    lily.visit(at(lily, panel.id))
    sheet = html.unescape(re.search(r'data-sheet="([^"]*)"', lily.text)[1])
    assert sheet.encode() == write_sheet(panel)
    drawing = json.loads(html.unescape(re.search(r'data-drawing="([^"]*)"', lily.text)[1]))
    assert [item["id"] for item in drawing["items"]] == [item.id for item in panel.scene.items]


def test_everybody_in_the_cast_can_be_tapped_into_the_picture(lily):
    lily.visit(at(lily, order(lily)[0]))
    offered = re.findall(r'"kind":"figure","who":"([a-z0-9-]+)"', lily.text)
    assert offered == [person.id for person in kept(lily).story.cast.people]
