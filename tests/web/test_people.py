"""The People page: who is in the story, asked and drawn."""
import re

import pytest

from tests.factories import make_cast, make_panel, make_person, make_scene, make_story
from wordspics import guide
from wordspics.story import About, Child, Figure, Look, Thing


@pytest.fixture
def oaks(sam) -> str:
    """The family whose stories these are."""
    return sam.store.families.add("The Oaks").id


@pytest.fixture
def story(sam, oaks) -> str:
    """Lily, Mum and Nan; Nan stands in two of the three panels."""
    cast = make_cast(make_person("lily", "Lily", role="child", look=Look(age="child")), make_person("mum", "Mum"),
                     make_person("nan", "Nan", role="nan", look=Look(age="older")))
    with_nan = make_scene(Figure(id="a", who="lily"), Figure(id="b", who="nan", x=0.2, feeling="proud"),
                          Thing(id="c", name="teddy"))
    about = About(title="Us", children=(Child("Lily", 6, "lily"),), situation="dad-not-at-home")
    panels = (make_panel(scene=with_nan), make_panel(scene=make_scene(Figure(id="a", who="mum"))), make_panel(scene=with_nan))
    return sam.store.stories.add(make_story(0, about=about, cast=cast).with_(panels=panels), oaks)


def told(sam, story):
    return sam.store.stories.load(story).story


def large_drawing(sam) -> str:
    return re.search(r'<span class="builder__drawing">(.*?)</span>', sam.text, re.S)[1]


def test_everybody_stands_in_the_line_up_with_a_place_to_add_somebody(sam, story):
    assert sam.visit(f"/stories/{story}/people").status_code == 200
    assert all(f"<b translate=\"no\">{name}</b>" in sam.text for name in ("Lily", "Mum", "Nan"))
    assert f"/stories/{story}/people/new" in sam.text and "style=" not in sam.text


def test_whoever_the_situation_proposed_is_asked_about_first_and_nobody_is_one_to_talk_to(sam, oaks):
    begun = guide.begin(About(children=(Child("Robin", 6),), situation="dad-not-at-home"))
    story = sam.store.stories.add(begun, oaks)
    assert all(not person.can_talk_to for person in told(sam, story).cast.people)
    asked = [person for person in told(sam, story).cast.people if person.proposed]
    assert [person.name for person in asked][:2] == ["Mum", "Dad"]
    sam.visit(f"/stories/{story}/people")
    assert "Not asked yet" in sam.text and "Does Mum live with the child now?" in sam.text
    assert not re.search(r'name="standing"[^>]* checked', sam.text)


def test_an_answer_is_kept_and_the_question_does_not_come_again(sam, oaks):
    story = sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6),), situation="dad-not-at-home")), oaks)
    assert sam.send(f"/stories/{story}/people/dad", {"standing": "not-seen"}).status_code == 303
    dad = told(sam, story).cast.person("dad")
    assert dad.standing == "not-seen" and not dad.proposed and not dad.may_be_proposed_today
    sam.follow()
    assert "does the child see dad now" not in sam.text.lower() and re.search(r'value="not-seen" checked', sam.text)


def test_can_talk_to_is_off_until_somebody_says_yes(sam, story):
    assert told(sam, story).cast.people_to_talk_to == ()
    sam.send(f"/stories/{story}/people/nan", {"can_talk_to": "yes"})
    assert [person.name for person in told(sam, story).cast.people_to_talk_to] == ["Nan"]
    sam.send(f"/stories/{story}/people/nan", {"can_talk_to": "no"})
    assert told(sam, story).cast.people_to_talk_to == ()


def test_a_choice_of_looks_changes_the_drawing_and_is_kept(sam, story):
    sam.visit(f"/stories/{story}/people/mum?group=hair")
    before = large_drawing(sam)
    assert sam.send(f"/stories/{story}/people/mum/look", {"group": "hair", "hair": "afro"}).status_code == 303
    sam.follow()
    assert large_drawing(sam) != before
    assert "<title>Grown-up, amber skin, afro hair in dark brown, blue jumper.</title>" in large_drawing(sam)
    assert told(sam, story).cast.person("mum").look == Look(hair="afro")
    assert re.search(r'value="afro" checked', sam.text)


def test_our_own_script_gets_the_parts_that_may_have_changed_and_no_whole_page(sam, story):
    answer = sam.send(f"/stories/{story}/people/mum/look", {"group": "face", "freckles": "True"}, headers={"X-Parts": "people"})
    assert answer.status_code == 200 and "<html" not in sam.text
    assert re.findall(r'data-part="(\w+)"', sam.text) == ["lineup", "figure", "aspects", "choices"]
    assert told(sam, story).cast.person("mum").look.freckles is True


def test_every_group_draws_its_choices_on_this_very_person(sam, story):
    sam.visit(f"/stories/{story}/people/mum?group=skin")
    tiles = re.findall(r'aria-hidden="true">(<svg[^>]*>.*?</svg>)</span><span class="visually-hidden">(\w+)</span>', sam.text)
    assert len(tiles) == 10 and len({drawn for drawn, _ in tiles}) == 10
    assert "amber" in {name for _, name in tiles}


@pytest.mark.parametrize("group", ["age", "skin", "hair", "headwear", "face", "clothes", "about", "who", "no-such-group"])
def test_each_group_opens_without_anything_inline(sam, story, group):
    assert sam.visit(f"/stories/{story}/people/nan?group={group}").status_code == 200
    assert "style=" not in sam.text and "onclick" not in sam.text and "<script>" not in sam.text


def test_taking_somebody_out_clears_every_stage_in_one_change_and_undo_brings_all_of_it_back(sam, story, clock):
    before = told(sam, story)
    clock.pass_by(1)
    assert sam.send(f"/stories/{story}/people/nan/removal").status_code == 303
    after = told(sam, story)
    assert not after.cast.has("nan")
    assert [panel.scene.people for panel in after.panels] == [("lily",), ("mum",), ("lily",)]
    sheets = sam.store.sheets
    changed = sam.store.stories.load(story).cast_id, before.panels[0].id, before.panels[2].id
    assert len({sheets.read(story, id).at for id in changed}) == 1
    clock.pass_by(1)
    sam.follow()
    assert turn(sam, story, "back").status_code == 303
    assert told(sam, story) == before
    for way, story_then in (("forth", after), ("back", before)):
        clock.pass_by(1)
        sam.follow()
        turn(sam, story, way)
        assert told(sam, story) == story_then


def test_undo_puts_somebody_back_beside_what_was_changed_since(sam, story, clock):
    first = told(sam, story).panels[0]
    clock.pass_by(1)
    sam.send(f"/stories/{story}/people/nan/removal")
    clock.pass_by(1)
    change_panel(sam, story, first.id, lambda panel: panel.tell("New words.").show(panel.scene.set_in("kitchen")))
    sam.visit(f"/stories/{story}/people")
    turn(sam, story, "back")
    panel = told(sam, story).panel(first.id)
    assert panel.words_in("en") == "New words." and panel.scene.place == "kitchen"
    assert panel.scene.items == first.scene.items


def test_undo_does_not_bring_back_a_figure_that_was_taken_off_by_hand_before(sam, story, clock):
    first = told(sam, story).panels[0]
    change_panel(sam, story, first.id, lambda panel: panel.show(panel.scene.remove("b")))
    clock.pass_by(1)
    sam.send(f"/stories/{story}/people/nan/removal")
    clock.pass_by(1)
    sam.follow()
    turn(sam, story, "back")
    assert [panel.scene.people for panel in told(sam, story).panels] == [("lily",), ("mum",), ("lily", "nan")]


def test_undo_and_redo_step_through_what_was_done(sam, story):
    for hair in ("bob", "afro", "locs"):
        sam.send(f"/stories/{story}/people/mum/look", {"group": "hair", "hair": hair})
    sam.follow()
    seen = []
    for way in ("back", "back", "back", "forth", "forth"):
        turn(sam, story, way)
        seen.append(told(sam, story).cast.person("mum").look.hair)
        sam.follow()
    assert seen == ["afro", "bob", "short", "bob", "afro"]
    assert told(sam, story).cast.person("nan").name == "Nan"


def test_an_undo_pressed_twice_undoes_once(sam, story):
    for hair in ("bob", "afro"):
        sam.send(f"/stories/{story}/people/mum/look", {"group": "hair", "hair": hair})
    sam.follow()
    fields = turn_fields(sam)
    for _ in range(2):
        sam.send(f"/stories/{story}/people/turn/back", fields)
    assert told(sam, story).cast.person("mum").look.hair == "bob"


def test_adding_somebody_of_the_familys_own(sam, story):
    sam.visit(f"/stories/{story}/people/new")
    newcomer = re.search(r'name="newcomer" value="([^"]+)"', sam.text)[1]
    start = re.search(r'name="start" value="([^"]+)"', sam.text)[1]
    for _ in range(2):                                      # the button pressed twice
        answer = sam.send(f"/stories/{story}/people", {"newcomer": newcomer, "name": "Mr Otter", "role": "teacher", "start": start})
        assert answer.status_code == 303
    added = [person for person in told(sam, story).cast.people if person.name == "Mr Otter"]
    assert len(added) == 1
    assert added[0].role == "teacher" and added[0].proposed and not added[0].can_talk_to


def test_adding_somebody_a_story_like_this_often_holds(sam, story):
    sam.visit(f"/stories/{story}/people/new")
    assert "Add </span>PC Ali" in sam.text
    assert sam.send(f"/stories/{story}/people", {"proposed": "police-officer"}).status_code == 303
    officer = told(sam, story).cast.person("police-officer")
    assert officer.name == "PC Ali" and officer.proposed
    sam.visit(f"/stories/{story}/people/new")
    assert "Add </span>PC Ali" not in sam.text


def test_a_childs_new_name_is_also_the_name_of_who_the_story_is_for(sam, story):
    sam.send(f"/stories/{story}/people/lily", {"name": "Lil", "role": "judge", "standing": "died"})
    kept = told(sam, story)
    assert kept.about.children[0].name == "Lil"
    assert kept.cast.person("lily") == make_person("lily", "Lil", role="child", look=Look(age="child"))


def test_the_child_the_story_is_for_stays_in_it(sam, story):
    assert sam.send(f"/stories/{story}/people/lily/removal").status_code == 422
    assert "The story is for this child" in sam.text
    assert told(sam, story).cast.has("lily")


@pytest.mark.parametrize("path, fields, sentence", [
    ("mum", {"name": ""}, "Please write a name"),
    ("mum", {"name": "\x00\u202e"}, "Please write a name"),
    ("mum", {"name": "x" * 5000}, "characters long"),
    ("mum", {"role": "wizard"}, "Please choose the role once more"),
    ("mum", {"standing": "perhaps"}, "Please choose the answer once more"),
    ("mum/look", {"hair": "<b>"}, "Please choose once more"),
    ("mum/look", {"build": "9"}, "Please choose once more"),
    ("", {"newcomer": "p-000000000000", "name": "", "start": "child-1"}, "Please write a name"),
    ("", {"newcomer": "mum", "name": "Ann", "start": "child-1"}, "Please add this person once more"),
    ("", {"newcomer": "p-000000000000", "name": "Ann", "start": "nobody"}, "Please choose somebody to begin from"),
])
def test_what_does_not_fit_is_said_in_a_sentence_and_changes_nothing(sam, story, path, fields, sentence):
    before = told(sam, story)
    assert sam.send(f"/stories/{story}/people/{path}".rstrip("/"), fields).status_code == 422
    assert sentence in sam.text
    assert told(sam, story) == before


@pytest.mark.parametrize("path", ["nobody", "nobody/look", "turn/sideways", "turn/back", "nobody/removal"])
def test_an_odd_address_is_never_a_fault_of_ours(sam, story, path):
    assert sam.send(f"/stories/{story}/people/{path}", {"at": "-3", "tip": "x"}).status_code in (303, 404)
    assert sam.visit(f"/stories/{story}/people/mum?at=99&tip=1&group=%00").status_code == 200


def turn_fields(sam) -> dict:
    where = {name: re.search(rf'name="{name}" value="(\d+)"', sam.text)[1] for name in ("at", "tip")}
    return where | {"who": "mum", "group": "hair"}


def turn(sam, story, way):
    """Press Undo or Redo on the page as it is shown."""
    return sam.send(f"/stories/{story}/people/turn/{way}", turn_fields(sam))


def change_panel(sam, story, id, change):
    """What the editor does: keep a panel's next revision."""
    from wordspics.story.sheet import write_sheet

    kept = sam.store.stories.load(story)
    sam.store.sheets.put(story, id, write_sheet(change(kept.story.panel(id))), kept.sheets[id].rev, f"test-{id}")
