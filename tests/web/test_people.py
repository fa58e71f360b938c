"""The People page: who is in the story, asked and drawn."""
import random
import re

import pytest

from tests.factories import make_cast, make_panel, make_person, make_scene, make_story
from wordspics import guide
from wordspics.guide import anybody
from wordspics.pictures.figure.options import CHOICES, any_look, unknown
from wordspics.pictures.figure.palette import SKINS
from wordspics.story import About, Child, Figure, Look, Thing
from wordspics.web import newcomers, wardrobe


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


def test_our_own_script_gets_the_new_drawing_first_and_then_the_parts_around_it_and_no_whole_page(sam, story):
    answer = sam.send(f"/stories/{story}/people/mum/look", {"group": "skin", "freckles": "True"}, headers={"X-Parts": "figure"})
    assert answer.status_code == 200 and "<html" not in sam.text
    assert re.findall(r'data-part="(\w+)"', sam.text) == ["figure"]
    sam.visit(re.search(r'data-address="([^"]+)"', sam.text)[1].replace("&amp;", "&"), headers={"X-Parts": "people"})
    assert re.findall(r'data-part="(\w+)"', sam.text) == ["lineup", "figure", "aspects", "choices"] and "<html" not in sam.text
    assert told(sam, story).cast.person("mum").look.freckles is True


def test_every_group_draws_its_choices_on_this_very_person(sam, story):
    sam.visit(f"/stories/{story}/people/mum?group=skin")
    row = re.search(r"<fieldset.*?</fieldset>", sam.text, re.S)[0]
    tiles = re.findall(r'aria-hidden="true">(<svg[^>]*>.*?</svg>)</span><span class="visually-hidden">(\w+)</span>', row)
    assert len(tiles) == 10 and len({drawn for drawn, _ in tiles}) == 10
    assert "amber" in {name for _, name in tiles} and 'title="amber"' in row, "said to a screen reader, and where the mouse rests"
    assert "Skin<span class=\"part__chosen\">: amber</span>" in row


@pytest.mark.parametrize("group", ["age", "skin", "hair", "headwear", "face", "clothes", "legs", "about", "who", "no-such-group"])
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
    change_panel(sam, story, first.id, lambda panel: panel.tell("New words.").show(panel.scene.with_(place="kitchen")))
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
    assert (added[0].standing, added[0].look.lanyard) == ("helper", "red"), "what teachers wear, and nothing about their skin or body"


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
    ("", {"newcomer": "p-000000000000", "name": "", "start": "red-afro"}, "Please write a name"),
    ("", {"newcomer": "mum", "name": "Ann", "start": "red-afro"}, "Please add this person once more"),
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


def test_the_skin_hair_or_clothes_of_somebody_in_the_story_are_one_press_away(sam, story):
    sam.send(f"/stories/{story}/people/nan/look", {"group": "hair", "hair": "locs", "hair_colour": "grey"})
    sam.visit(f"/stories/{story}/people/lily?group=hair")
    assert re.findall(r'name="like" value="(\w+)"', sam.text) == ["nan"], "Mum's hair is Lily's own already"
    sam.send(f"/stories/{story}/people/lily/look", {"group": "hair", "like": "nan", "hair": "bob"})
    assert told(sam, story).cast.person("lily").look == Look(age="child", hair="locs", hair_colour="grey")
    assert sam.send(f"/stories/{story}/people/lily/look", {"group": "hair", "like": "nobody"}).status_code == 404


@pytest.mark.parametrize("worn, field, taken, said", [
    ({"headwear": "hijab"}, "hair", "locs", "the hijab"), ({"headwear": "tied-scarf"}, "hair", "short", "the scarf"),
    ({"uniform": "police"}, "top", "hoodie", "the work clothes"), ({"uniform": "school"}, "top", "jumper", "the school uniform"),
    ({"uniform": "football"}, "bottom", "skirt", "the football kit")])
def test_what_was_tapped_is_seen_so_what_is_worn_over_it_comes_off_and_the_page_says_so_first(sam, story, worn, field, taken, said):
    (over, name), = worn.items()
    group = next(aspect.name for aspect in wardrobe.ASPECTS if field in aspect.fields)
    sam.send(f"/stories/{story}/people/nan/look", {"group": group, over: name})
    sam.visit(f"/stories/{story}/people/nan?group={group}")
    assert f"Nan wears {said} over it now. A choice here takes {said} off." in sam.text
    assert not re.search(rf'name="{field}"[^>]* checked', sam.text), "or a tap on what is beneath would do nothing"
    before = large_drawing(sam)
    sam.send(f"/stories/{story}/people/nan/look", {"group": group, field: taken})
    sam.visit(f"/stories/{story}/people/nan?group={group}")
    look = told(sam, story).cast.person("nan").look
    assert (getattr(look, field), getattr(look, over)) == (taken, "") and large_drawing(sam) != before
    assert "over it now" not in sam.text
    sam.send(f"/stories/{story}/people/nan/look", {"group": group, over: name})
    assert getattr(told(sam, story).cast.person("nan").look, over) == name


@pytest.mark.parametrize("seed", range(12))
def test_no_choice_is_offered_that_changes_nothing_to_see_on_this_person(seed):
    look = any_look(random.Random(seed))
    for aspect in wardrobe.ASPECTS:
        for row in wardrobe.rows(aspect, look):
            others = [tile for tile in row.tiles if not tile.chosen and row.field not in ("years", *wardrobe.DOTS)]
            for tile in others:
                assert tile.drawing != wardrobe.drawing(look, row.shows), (row.field, tile.value)


def test_every_choice_there_is_to_draw_is_offered_once():
    fields = [field for aspect in wardrobe.ASPECTS for field in aspect.fields]
    assert sorted(fields) == sorted(CHOICES)


@pytest.mark.parametrize("age", newcomers.AGES)
def test_somebody_is_drawn_again_at_another_age_or_copied(sam, story, age):
    sam.send(f"/stories/{story}/people/nan/look", {"group": "face", "glasses": "red"})
    sam.visit(f"/stories/{story}/people/new?like=nan")
    assert f'value="nan/{age}"' in sam.text and "Nan, younger or older" in sam.text
    sam.send(f"/stories/{story}/people", {"newcomer": "p-00000000000a", "name": "Nan back then", "role": "nan", "start": f"nan/{age}"})
    look = told(sam, story).cast.person("p-00000000000a").look
    assert look.age == age and look.skin == "amber" and (age == "baby" or look.glasses == "red")
    assert told(sam, story).cast.person("nan").look == Look(age="older", glasses="red")


def test_nobody_to_begin_from_is_chosen_already_or_always_first(sam, story):
    firsts = set()
    for _ in range(12):
        sam.visit(f"/stories/{story}/people/new")
        assert not re.search(r'name="start"[^>]* checked', sam.text)
        firsts.add(re.search(r'name="start" value="([^"]+)"', sam.text)[1])
    assert len(firsts) > 2
    shown = [anybody.LOOKS[key] for key in re.findall(r'name="start" value="([a-z-]+)"', sam.text)]
    assert {look.skin for look in shown} == set(SKINS)


@pytest.mark.parametrize("role", sorted(anybody.WORK))
def test_a_role_says_what_is_worn_and_never_what_somebody_is_like(role):
    for look in anybody.LOOKS.values():
        dressed = anybody.dress(look, role)
        assert not list(unknown(dressed))
        for field in ("age", "skin", "hair", "build", "features", "wheelchair", "aid", "skin_marks", "beard"):
            assert getattr(dressed, field) == getattr(look, field)
    assert anybody.standing(role) == "helper" and anybody.standing("aunty") == "seen"


def test_a_judge_is_not_asked_to_agree_or_to_be_there_for_the_child(sam, story):
    for proposed in ("judge", "teacher"):
        sam.send(f"/stories/{story}/people", {"proposed": proposed})
    sam.visit(f"/stories/{story}/agree")
    assert 'value="teacher"' in sam.text and 'value="judge"' not in sam.text
    sam.visit(f"/stories/{story}/people/judge?group=who")
    assert "Can Lily talk to" not in sam.text


def another_story(sam, family, title="The summer", child="Amira"):
    cast = make_cast(make_person("amira", child, role="child", look=Look(age="child", skin="umber")),
                     make_person("nan", "Nan", look=Look(age="older", skin="ebony")),
                     make_person("uncle", "Uncle Tariq", role="uncle", can_talk_to=True, standing="home", look=Look(skin="umber")),
                     make_person("grandad", "Grandad", role="grandad", standing="died", look=Look(age="older")))
    return sam.store.stories.add(make_story(1, about=About(title=title, children=(Child(child, 6, "amira"),)), cast=cast), family)


def test_somebody_comes_from_another_story_of_the_family_and_each_story_keeps_its_own(sam, story, oaks):
    other = another_story(sam, oaks)
    sam.visit(f"/stories/{story}/people/new")
    offered = dict(re.findall(r'name="relative" value="([^"]+)" title="From “(.*?)”"', sam.text))
    assert offered == {f"{other}/{who}": "The summer" for who in ("amira", "uncle", "grandad")}, "Nan is in this story already"
    assert "What you change here later does not change them there" in sam.text
    for id, who in (("p-00000000000a", "uncle"), ("p-00000000000a", "uncle"), ("p-00000000000b", "grandad")):
        assert sam.send(f"/stories/{story}/people", {"newcomer": id, "relative": f"{other}/{who}"}).status_code == 303
    cast = told(sam, story).cast
    assert [person.name for person in cast.people] == ["Lily", "Mum", "Nan", "Uncle Tariq", "Grandad"]
    uncle, grandad = cast.people[3:]
    assert (uncle.look.skin, uncle.role, uncle.standing) == ("umber", "uncle", "home")
    assert uncle.proposed and not uncle.can_talk_to, "a yes was for the other story; here it is asked"
    assert grandad.standing == "died" and not grandad.proposed, "that is not asked twice"
    sam.send(f"/stories/{story}/people/p-00000000000a/look", {"group": "skin", "skin": "sand"})
    assert told(sam, other).cast.person("uncle").look.skin == "umber"


def test_a_relative_with_a_skin_nobody_knows_comes_with_the_nearest(sam, story, oaks):
    uncle = make_person("mum", "Uncle Bo", role="unkle", look=Look(skin="mahogeny"))
    other = sam.store.stories.add(make_story(1, cast=make_cast(uncle)), oaks)
    sam.visit("/")
    assert SKINS["mahogany"] in sam.text, "Home shows who the story shows"
    sam.visit(f"/stories/{story}/people/new")
    bring = {"newcomer": "p-00000000000a", "relative": f"{other}/mum"}
    assert sam.send(f"/stories/{story}/people", bring).status_code == 303
    came = told(sam, story).cast.person("p-00000000000a")
    assert (came.look.skin, came.role) == ("mahogany", "uncle")


def test_hair_nobody_knows_is_no_change_of_another_window_and_undo_brings_the_nearest_back(sam, oaks):
    mum = make_person("mum", "Mum", role="mumm", look=Look(hair="side-partying"))
    story = sam.store.stories.add(make_story(1, cast=make_cast(mum)), oaks)
    sam.visit(f"/stories/{story}/people/mum?group=hair")
    assert sam.send(f"/stories/{story}/people/mum/look", {"rev": rev_of(sam), "group": "hair", "hair": "bob"}).status_code == 303
    sam.visit(f"/stories/{story}/people/mum?group=hair")
    assert turn(sam, story, "back").status_code == 303
    assert told(sam, story).cast.person("mum").look.hair == "side-parting"
    story = sam.store.stories.add(make_story(1, cast=make_cast(mum)), oaks)
    sam.visit(f"/stories/{story}/people/mum")
    answers = {"rev": rev_of(sam), "name": "Mum", "role": "dad"}
    assert sam.send(f"/stories/{story}/people/mum", answers).status_code == 303
    assert told(sam, story).cast.person("mum").role == "dad"


def test_nobody_ever_comes_from_another_family(sam, story):
    strangers = another_story(sam, sam.store.families.add("The Elms").id)
    sam.visit(f"/stories/{story}/people/new")
    assert "Uncle Tariq" not in sam.text
    assert sam.send(f"/stories/{story}/people", {"newcomer": "p-00000000000a", "relative": f"{strangers}/uncle"}).status_code == 422
    assert "not in the family’s other story any more".replace("’", "&#39;") in sam.text
    assert len(told(sam, story).cast.people) == 3


def test_the_child_at_another_age_is_the_child_and_is_not_asked_about(sam, story):
    younger = {"newcomer": "p-00000000000a", "name": "Lily as a baby", "role": "child", "start": "lily/baby", "like": "lily"}
    assert sam.send(f"/stories/{story}/people", younger).status_code == 303
    baby = told(sam, story).cast.person("p-00000000000a")
    assert (baby.look.age, baby.standing, baby.proposed) == ("baby", told(sam, story).cast.person("lily").standing, False)
    sam.follow()
    assert "Lily as a baby" in sam.text
    for odd in ("This story is not for", "Where is Lily as a baby now?", "We guessed these", "Not asked yet"):
        assert odd not in sam.text, odd
    sister = {**younger, "newcomer": "p-00000000000b", "name": "Rosie", "role": "sister"}
    assert sam.send(f"/stories/{story}/people", sister).status_code == 303
    assert "Where is Rosie now?" in sam.follow().get_data(as_text=True)


def test_names_stand_in_the_pictures_or_not_and_undo_knows_it(sam, story):
    assert told(sam, sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6),))))).cast.named, "a new story shows them"
    panel = told(sam, story).panels[0].id
    for named, seen in (("yes", True), ("no", False)):
        sam.send(f"/stories/{story}/people/names", {"named": named, "who": "mum", "group": "hair"})
        assert told(sam, story).cast.named is seen
        assert (">Lily</text>" in sam.visit(f"/stories/{story}/panels/{panel}/picture.svg").get_data(as_text=True)) is seen
    sam.visit(f"/stories/{story}/people/mum")
    turn(sam, story, "back")
    assert told(sam, story).cast.named


def test_a_page_from_before_changes_only_what_was_chosen_on_it(sam, story):
    sam.visit(f"/stories/{story}/people/mum?group=hair")
    before = {"rev": rev_of(sam), "group": "hair", "hair": "bob", "hair_colour": "dark-brown", "hair_band": ""}
    sam.send(f"/stories/{story}/people/mum/look", {"group": "hair", "hair_colour": "grey"})       # in another window
    assert sam.send(f"/stories/{story}/people/mum/look", before).status_code == 303
    assert told(sam, story).cast.person("mum").look == Look(hair="bob", hair_colour="grey")


def test_two_windows_that_choose_differently_are_asked_and_nothing_is_overwritten(sam, story):
    sam.visit(f"/stories/{story}/people/mum?group=hair")
    before = {"rev": rev_of(sam), "group": "hair", "hair": "bob", "hair_colour": "red"}
    sam.send(f"/stories/{story}/people/mum/look", {"group": "hair", "hair": "afro"})
    assert sam.send(f"/stories/{story}/people/mum/look", before).status_code == 409
    assert "Another window changed “Hair” meanwhile" in sam.text
    assert told(sam, story).cast.person("mum").look == Look(hair="afro", hair_colour="red")


@pytest.mark.parametrize("meanwhile, mine, then", [
    ({"can_talk_to": "yes"}, {"name": "Mummy"}, ("Mummy", "home", True, 303)),
    ({"standing": "not-seen"}, {"name": "Mummy", "can_talk_to": "no"}, ("Mummy", "not-seen", False, 303)),
    ({"standing": "not-seen"}, {"standing": "seen"}, ("Mum", "not-seen", False, 409)),
    ({"standing": "seen"}, {"standing": "seen"}, ("Mum", "seen", False, 303)),
    ({"name": "Ma"}, {"name": "Mummy"}, ("Ma", "home", False, 409))])
def test_answers_of_two_windows_are_put_together(sam, story, meanwhile, mine, then):
    sam.visit(f"/stories/{story}/people/mum?group=who")
    page = {"rev": rev_of(sam), "name": "Mum", "role": "mum", "standing": "home", "can_talk_to": "no"}
    sam.send(f"/stories/{story}/people/mum", meanwhile)
    answer = sam.send(f"/stories/{story}/people/mum", page | mine)
    mum = told(sam, story).cast.person("mum")
    assert (mum.name, mum.standing, mum.can_talk_to, answer.status_code) == then


def test_a_child_the_story_is_for_no_longer_is_asked_about_and_may_be_left_out(sam, oaks):
    begun = guide.begin(About(children=(Child("Robin", 6), Child("Wren", 9)), situation="dad-not-at-home"))
    story = sam.store.stories.add(begun, oaks)
    robin, wren = told(sam, story).about.children
    sam.send(f"/stories/{story}/begin", {"child": "Robin", "age": "6", "person": robin.person, "situation": "dad-not-at-home"})
    assert sam.page.headers["Location"].endswith(f"/people/{wren.person}")
    sam.follow()
    assert "This story is not for Wren." in sam.text and "Leave Wren out of this story" in sam.text
    sam.send(f"/stories/{story}/people/{wren.person}", {"role": "sister", "standing": "home"})
    sam.follow()
    assert "This story is not for Wren." not in sam.text
    sam.send(f"/stories/{story}/people/{wren.person}/removal")
    assert not told(sam, story).cast.has(wren.person)


def test_a_talk_page_from_before_unticks_nobody_another_window_ticked(sam, story):
    panel = told(sam, story).panels[0].id
    sam.visit(f"/stories/{story}/panels/{panel}/talk?topic={guide.talk().network.key}")
    page = {"panel": panel, "rev": re.search(r'<section class="network".*?name="rev" value="(\d+)"', sam.text, re.S)[1]}
    sam.send(f"/stories/{story}/people/nan", {"can_talk_to": "yes"})
    sam.send(f"/stories/{story}/network", {**page, "yes": "mum", "name": "Mr Otter", "role": "teacher"})
    assert [person.name for person in told(sam, story).cast.people_to_talk_to] == ["Mum", "Nan"]
    otter = told(sam, story).cast.people[-1]
    assert (otter.standing, otter.look.age, otter.proposed) == ("helper", "adult", True)


def rev_of(sam) -> str:
    return re.search(r'name="rev" value="(\d+)"', sam.text)[1]


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


# ---- what a newcomer stumbled over ----

def test_where_somebody_is_has_one_order_for_everybody_with_death_last_and_the_usual_answer_marked(sam, oaks):
    story = sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6),), situation="dad-not-at-home")), oaks)
    asked = {}
    for who in ("mum", "dad", "nan", "family-worker"):
        sam.visit(f"/stories/{story}/people/{who}?group=who")
        asked[who] = re.findall(r'name="standing" value="([a-z-]+)"', sam.text)
        assert sam.text.count('class="pick__often small soft"') == 1 and "pick--apart" in sam.text
    assert {tuple(answers) for answers in asked.values()} == {("home", "seen", "not-seen", "helper", "died")}
    sam.visit(f"/stories/{story}/people/dad?group=who")
    assert re.search(r'value="not-seen"[^>]*><span>[^<]*<span class="pick__often', sam.text)


def test_several_children_call_and_see(sam, oaks):
    story = sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6), Child("Wren", 9)), situation="dad-not-at-home")), oaks)
    sam.visit(f"/stories/{story}/people/dad?group=who")
    assert "What do the children call them?" in sam.text and "the children see them" in sam.text
    sam.visit(f"/stories/{story}/people/new")
    assert "What do the children call them?" in sam.text


def test_people_guessed_from_the_situation_are_said_to_be_guesses_while_some_are(sam, oaks, story):
    begun = sam.store.stories.add(guide.begin(About(children=(Child("Robin", 6),), situation="dad-not-at-home")), oaks)
    guessed = "We guessed these from what the story is about. Change or leave out anybody."
    sam.visit(f"/stories/{begun}/people")
    assert sam.text.count(guessed) == 1
    sam.visit(f"/stories/{story}/people")
    assert guessed not in sam.text


def test_the_same_as_names_everybody_even_those_who_look_alike(sam, oaks):
    cast = make_cast(make_person("lily", "Lily", role="child", look=Look(age="child", skin="umber")), make_person("mum", "Mum"),
                     make_person("rosie", "Rosie", role="sister"))
    story = sam.store.stories.add(make_story(1).with_(cast=cast), oaks)
    sam.visit(f"/stories/{story}/people/lily?group=skin")
    assert re.search(r'id="like-mum".*?<span translate="no">Mum, Rosie</span>', sam.text, re.S)


def test_how_old_a_child_is_is_one_fact_wherever_it_is_said(sam, story):
    """On Begin, in the builder and in the drawing; a stage of life brings its usual year."""
    def lily():
        now = sam.store.stories.load(story).story
        child = now.about.children[0]
        return child.age, now.cast.person(child.person).look
    who = sam.store.stories.load(story).story.about.children[0].person
    sam.visit(f"/stories/{story}/people/{who}?group=age")
    assert re.findall(r'name="years" value="(\d+)"', sam.text) == [str(year) for year in range(4, 13)]
    sam.send(f"/stories/{story}/people/{who}/look", {"group": "age", "years": "11"})
    assert lily()[0] == lily()[1].years == 11 and lily()[1].age == "child"
    sam.send(f"/stories/{story}/people/{who}/look", {"group": "age", "age": "teen"})
    assert lily()[0] == lily()[1].years == 15
    sam.visit(f"/stories/{story}/begin")
    assert 'value="15"' in sam.text
    sam.visit(f"/stories/{story}/people/{who}?group=age")
    assert "Teenager of 15" in sam.text


def test_a_group_with_nothing_to_show_says_where_to_look(sam, story):
    sam.send(f"/stories/{story}/people/nan/look", {"group": "clothes", "top": "onesie"})
    sam.visit(f"/stories/{story}/people/nan?group=legs")
    assert "Other clothes are under “Clothes”." in sam.text
