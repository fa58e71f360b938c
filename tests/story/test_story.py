"""A story's verbs: each makes the next value and loses nothing."""
import datetime

import pytest

from factories import fresh, make_cast, make_panel, make_person, make_scene, make_story, make_thing
from wordspics.story import About, Answer, Aside, BadStory, Bubble, Cast, Child, Figure, Missing, Order, Person, Record, Scene, Story, Version, View
from wordspics.story import limits
from wordspics.story.order import merge
from wordspics.story.sheet import read_sheet, write_sheet
from wordspics.story.tongue import TONGUES, tongue


def test_a_panel_is_told_and_the_old_one_is_untouched():
    before = make_panel("Dad shouted.")
    after = before.tell("Dad shouted very loudly.")
    assert (before.words_in("en"), after.words_in("en")) == ("Dad shouted.", "Dad shouted very loudly.")


def test_a_panel_moves_and_none_is_lost():
    story = make_story(panels=4)
    ids = story.order.panels
    moved = story.arrange(story.order.move(ids[3], to=0))
    assert moved.order.panels == (ids[3], ids[0], ids[1], ids[2])
    assert sorted(p.id for p in moved.panels) == sorted(ids)


def test_an_order_that_forgets_a_panel_does_not_lose_it():
    story = make_story(panels=3)
    kept = story.arrange(Order(panels=story.order.panels[:1]))
    assert kept.order.panels == story.order.panels


def test_a_duplicate_stands_right_after_its_panel_with_the_same_words():
    story = make_story(panels=3)
    first = story.panels[0].id
    doubled = story.duplicate_panel(first, "twin")
    assert doubled.order.panels[:2] == (first, "twin")
    assert doubled.panel("twin").words == story.panel(first).words


def test_somebody_who_leaves_the_cast_leaves_every_stage():
    story = make_story(panels=2).part_with("mum")
    assert not story.cast.has("mum")
    assert all(panel.scene.people == ("lily",) for panel in story.panels)


def test_a_child_with_a_new_name_is_read_the_story_under_that_name():
    about = About(children=(Child("Lily", 6, "lily"), Child("Max", 3)))
    readings = tuple(Version(id=fresh(), child=child, age=3) for child in ("Lily", "Max"))
    story = make_story(about=about, versions=readings)
    story = story.know_as(story.cast.person("lily").with_(name="Lil"))
    assert [child.name for child in story.about.children] == ["Lil", "Max"]
    assert [reading.child for reading in story.versions] == ["Lil", "Max"]
    assert story.read_to(story.versions[0]).about.children == (Child("Lil", 3, "lily"),)


def test_only_people_the_adults_chose_can_be_talked_to():
    cast = make_cast(make_person("nan", "Nan", can_talk_to=True), make_person("dad", "Dad", can_talk_to=True, standing="died"), make_person())
    assert [person.id for person in cast.people_to_talk_to] == ["nan"]


def test_talking_and_standing_are_off_and_home_until_somebody_says_so():
    person = Person(id="x", name="X")
    assert not person.can_talk_to and person.may_be_proposed_today
    assert not person.with_(standing="not-seen").may_be_proposed_today


def test_a_story_is_a_draft_until_somebody_agreed():
    record = Record()
    assert not record.is_agreed
    assert record.agree("Mum", datetime.date(2026, 11, 1)).is_agreed


def test_a_copy_can_leave_the_adults_notes_behind():
    story = make_story()
    story = story.change(story.panels[0].with_(notes="The judge decides in June."))
    assert "June" in story.panels[0].notes and not story.without_notes().panels[0].notes


def test_a_panel_is_split_and_nothing_of_it_is_lost():
    told = make_panel("Lily is here. Pip sleeps on the bed.", notes="Mum said so.", hidden=True).tell("Mae Lily yma.", "cy")
    told = told.disagree().with_(answers=(Answer("Who?", "Pip.", "Mum", datetime.date(2026, 1, 1)),),
                                 asides=(Aside("long", "Pip sleeps on the bed."), Aside("long", "Lily")))
    first, second = told.split("Lily is here.", "Pip sleeps on the bed.", "en", "new")
    assert (first.words_in("en"), second.words_in("en")) == ("Lily is here.", "Pip sleeps on the bed.")
    assert first == told.tell("Lily is here."), "the rest of it stays as it was"
    assert (second.scene, second.hidden, second.purpose) == (told.scene, told.hidden, told.purpose)
    assert (second.notes, second.answers, second.views, second.words_in("cy")) == ("", (), (), "")
    assert [aside.found for aside in second.asides] == ["Pip sleeps on the bed."]


@pytest.mark.parametrize("first, rest", [("", "Lily."), ("Lily.", " \n"), ("", "")])
def test_a_panel_is_not_split_where_one_half_would_be_silent(first, rest):
    with pytest.raises(BadStory):
        make_panel("Lily.").split(first, rest, "en", "new")


def test_two_views_make_room_and_only_words_make_a_page():
    panel = make_panel("", scene=Scene()).disagree()
    assert len(panel.views) == 2 and panel.is_empty and not panel.has_two_views
    said = panel.with_(views=(View("Mum says").tell("I was tired."), View("Dad says")))
    assert said.has_two_views and not said.is_empty
    assert said.disagree() == said and said.say_together().views == ()


def test_a_story_learns_a_language_and_may_put_it_first():
    about = About().speak("cy").speak("cy").speak("pl")
    assert about.languages == ("en", "cy", "pl") and about.language == "en"
    assert about.put_first("pl").languages == ("pl", "en", "cy")
    assert about.leave("en").leave("pl").languages == ("cy",)
    for wrong in (lambda: About().leave("en"), lambda: about.speak("ur").speak("so")):
        with pytest.raises(BadStory):
            wrong()


def test_every_tongue_offered_is_a_language_of_the_story_and_knows_which_way_it_runs():
    for code in TONGUES:
        assert read_sheet(write_sheet(About().put_first(code))).language == code
    assert {code for code in TONGUES if tongue(code).runs_right} == {"ar", "ckb", "fa", "ps", "ur"}
    assert tongue("pl-PL").own == "Polski" and tongue("xx").own == "xx"


def test_an_item_past_the_edge_is_brought_back_onto_the_stage():
    scene = make_scene().move("f1", 1.7, -3)
    assert (scene.item("f1").x, scene.item("f1").y) == (1.0, 0.0)


def test_taking_a_thing_away_empties_the_hand_that_held_it():
    scene = make_scene(Figure(id="f", who="mum", holds="t"), make_thing(id="t"))
    assert scene.remove("t").item("f").holds is None


@pytest.mark.parametrize("wrong", [
    lambda: Cast(people=(make_person(), make_person())),
    lambda: Scene(items=(make_thing(id="a"), make_thing(id="a"))),
    lambda: Bubble(id="b", words="one two three four five six seven eight nine ten eleven twelve thirteen"),
    lambda: make_panel("x" * (limits.WORDS + 1)),
    lambda: make_person(name="N" * 61),
    lambda: Order(panels=("a", "a")),
])
def test_what_does_not_fit_is_refused_in_one_sentence(wrong):
    with pytest.raises(BadStory) as told:
        wrong()
    assert str(told.value).endswith(".") and "\n" not in str(told.value)


def test_what_is_not_there_is_missing():
    for ask in (lambda: make_story().panel("gone"), lambda: make_cast().person("gone"), lambda: make_scene().item("gone")):
        with pytest.raises(Missing):
            ask()


def test_two_orders_merge_without_a_question():
    base = Order(panels=("a", "b", "c", "d"))
    assert merge(base, Order(panels=("d", "a", "b", "c")), Order(panels=("a", "b", "x", "c", "d"))).panels == ("d", "a", "b", "x", "c")
    assert merge(base, Order(panels=("a", "c", "d")), Order(panels=("b", "a", "c", "d"))).panels == ("a", "c", "d")
    assert merge(base, Order(panels=("a", "b", "n", "c", "d")), Order(panels=("a", "c", "d"))).panels == ("a", "n", "c", "d")


# ---- readings ----

def test_a_reading_tells_each_view_in_its_own_words_and_leaves_whose_it_is():
    panel = make_panel("").disagree()
    panel = panel.with_(words={}, views=(View("Mum says", {"en": "I did not.", "cy": "Nid fi."}), View("The doctors say", {"en": "Somebody did."})))
    version = Version(id="v", child="Max", age=3).tell_view(panel.id, 0, "Not me.", "en", 4)
    [read] = Story(about=About(), panels=(panel,)).read_to(version).panels
    assert read.views == (View("Mum says", {"en": "Not me.", "cy": "Nid fi."}), View("The doctors say", {"en": "Somebody did."}))
    assert (version.written_beside(panel.id, 0), version.written_beside(panel.id, 1), version.written_beside(panel.id)) == (4, None, None)
    assert version.tell_view(panel.id, 0, "", "en", 5).views == {}


def test_a_reading_written_down_before_views_could_be_told_again_still_opens():
    before = b'{"kind":"version","v":1,"id":"v","child":"Max","age":3,"narrator":"family","base":{"p":2},"words":{"p":{"en":"Hi."}}}'
    assert read_sheet(before) == Version(id="v", child="Max", age=3, base={"p": 2}, words={"p": {"en": "Hi."}})


def test_what_still_fits_stands_beside_what_the_story_says_now_in_words_and_views():
    version = Version(id="v", child="Max", age=3).tell("p", "Hi.", "en", 1).tell_view("p", 1, "Not me.", "en", 2)
    stood = version.stand("p", 7).stand("other", 7)
    assert (stood.written_beside("p"), stood.written_beside("p", 0), stood.written_beside("p", 1)) == (7, None, 7)
    assert stood.tells_as(version) and "other" not in stood.base and not version.tells_as(version.tell_view("p", 0, "Me.", "en", 2))
