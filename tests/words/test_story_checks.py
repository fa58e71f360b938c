"""The story checks: what a whole story needs, said kindly, with the panel it is about."""
import gc
import tomllib
import weakref
from pathlib import Path

import pytest

from factories import make_cast, make_person
from wordspics import guide, words
from wordspics.story import About, Cast, Child, Figure, Panel, Scene, Story, Version, View
from wordspics.story.aside import Aside
from wordspics.words.told import Telling

SHOWN = Scene(place="kitchen", items=(Figure(id="a", who="mum"),))


def tell(*told, situation="dad-not-at-home", narrator="family", spine="full", people=None, **about):
    people = people or (make_person(can_talk_to=True), make_person("dad", "Dad", role="dad"), make_person("theo", "Theo",
                                                                                                          role="child"))
    panels = tuple(Panel(id=f"p-{n}", words={"en": said}, scene=SHOWN) for n, said in enumerate(told, 1))
    return Story(about=About(title="Us", children=(Child("Theo", 6, "theo"),), situation=situation, narrator=narrator,
                             spine=spine, **about),
                 cast=Cast(people=people), panels=panels)


WHOLE = ("Theo lives with Mum. They bake cakes and laugh.", "Mum was worried about Theo.", "Dad hit Mum and hurt her.",
         "A nurse came and helped Mum.", "It was not Theo's fault.",
         "Theo can talk to Mum. The plan is to visit Nan at Christmas.")


def amiss(story):
    return {check.key: check for check in words.story_checks(story) if not check.ok}


def test_a_whole_story_has_nothing_amiss_and_every_check_says_what_is_well():
    checks = words.story_checks(tell(*WHOLE))
    assert [check for check in checks if not check.ok] == []
    assert {check.key for check in checks} == {"words", "picture", "length", "warm-start", "who-worried", "main-fact",
                                               "not-fault", "talk-to",
                                               "safety", "hope", "helpers", "names", "narrator", "tense", "owners"}
    assert all(check.sentence.endswith((".", "?")) for check in checks)


@pytest.mark.parametrize("key, panel, change", [
    ("warm-start", "p-1", {0: "Dad shouted and broke the door."}), ("who-worried", None, {1: "Theo went to school."}),
    ("main-fact", None, {2: "Dad was at home.", 3: "A nurse came and helped."}), ("not-fault", None, {4: "Then it was night."}),
    ("talk-to", None, {5: "The plan is to visit Nan at Christmas."}),
    ("hope", "p-6", {5: "Theo can talk to Mum. Dad will never hit Mum again."}),
    ("names", "p-2", {1: "Mum was worried about Theo. Priya was worried."}),
    ("narrator", "p-4", {3: "A nurse came and helped you."}),
    ("tense", "p-3", {2: "Dad hit Mum, he shouts and broke the door and left."}),
    ("tense", "p-3", {2: "Dad hit Mum and hurt her. Mum goes out and Theo was alone."}),
    ("owners", "p-3", {2: "Dad probably hit Mum and hurt her."}),
    ("words", "p-2", {1: ""}),
])
def test_each_check_finds_what_is_missing_and_where(key, panel, change):
    told = [change.get(n, said) for n, said in enumerate(WHOLE)]
    found = amiss(tell(*told))
    assert key in found and found[key].panel == panel, found


def test_nothing_of_a_story_stays_in_memory_when_it_has_been_looked_at():
    telling = Telling(tell(*WHOLE))
    assert telling.needs("warm") and telling.with_sign("warm") is not None
    gone = weakref.ref(telling)
    del telling
    gc.collect()
    assert gone() is None


def test_of_several_children_it_speaks_of_several():
    story = tell("Dad shouted.", "Then it was night.")
    both = story.with_(about=story.about.with_(children=(Child("Theo", 6, "theo"), Child("Ann", 4, ""))))
    said = " ".join(check.sentence for check in words.story_checks(both))
    assert "the children" in said and "the children love" in said and "the child " not in said and "the child'" not in said
    assert "the children" not in " ".join(check.sentence for check in words.story_checks(story))


def test_a_hard_panel_at_the_end_wants_a_helper():
    people = (make_person("dad", "Dad"), make_person("theo", "Theo", role="child"))
    lonely = tell(*WHOLE[:2], *WHOLE[4:], "Dad hit Mum and hurt her.", people=people)
    assert amiss(lonely)["helpers"].panel == "p-5"


def test_somebody_the_child_does_not_see_now_is_no_helper():
    away = (make_person(can_talk_to=True, standing="not-seen"), make_person("dad", "Dad"), make_person("theo", "Theo", role="child"))
    assert "helpers" in amiss(tell(*WHOLE[:2], *WHOLE[4:], "Dad hit Mum and hurt her.", people=away))


def test_a_panel_without_a_picture_is_named_and_many_are_told_in_one_line():
    story = tell(*WHOLE)
    bare = story.change(story.panels[2].show(Scene()))
    assert amiss(bare)["picture"].panel == "p-3"
    begun = guide.begin(story.about)
    few = [check for check in words.story_checks(begun) if not check.ok]
    assert [check.key for check in few] == ["words", "picture"] and "12 panels" in few[0].sentence or len(few) <= 3


@pytest.mark.parametrize("said", ["Today Mum could not look after Theo.", "Dad's body stopped working. He cannot come back.",
                                  "Grown-ups have rules called laws. Dad broke a law."])
def test_what_is_denied_keeps_nobody_safe(said):
    assert "safety" in amiss(tell("Theo and Mum bake.", said))
    assert "safety" not in amiss(tell("Theo and Mum bake.", said, "Nan looks after Theo."))


def test_a_story_that_has_no_more_than_its_cover_yet_is_not_praised():
    begun = tell("Theo and Mum", "")
    cover, empty = begun.panels
    checks = words.story_checks(begun.with_(panels=(cover.with_(purpose="cover"), empty)))
    assert {check.key for check in checks if check.ok} <= {"picture", "length"}
    assert [check.panel for check in checks if check.key == "words"] == [empty.id]


def test_nobody_chosen_to_talk_to_is_said_first():
    story = tell(*WHOLE, people=(make_person(), make_person("theo", "Theo", role="child")))
    assert "Nobody has been chosen" in amiss(story)["talk-to"].sentence


def test_a_promise_put_aside_stays_aside():
    story = tell(*WHOLE[:-1], "Theo can talk to Mum. Dad will never hit Mum again. The plan is a visit.")
    found = [f.found for f in words.check(story.panels[-1].words_in("en"), 6) if f.kind == "promise"]
    panel = story.panels[-1].with_(asides=tuple(Aside("promise", said) for said in found))
    assert "hope" in amiss(story) and "hope" not in amiss(story.change(panel))


def test_a_view_without_an_owner_is_named():
    story = tell(*WHOLE)
    panel = story.panels[2].with_(views=(View("", {"en": "It hurt."}), View("Mum", {"en": "It was loud."})))
    assert amiss(story.change(panel))["owners"].panel == "p-3"


def test_a_pet_is_no_stranger_and_speech_is_no_other_voice():
    told = list(WHOLE)
    told[0] = "Theo lives with Mum and Max the dog. They bake cakes. Max barks."
    told[3] = 'A nurse came and helped. Mum said, "I love you."'
    assert not amiss(tell(*told))


def test_a_you_that_means_anybody_is_no_other_voice():
    told = list(WHOLE)
    told[3] = "A nurse helped Mum. You cannot catch it. Big feelings do not make you ill."
    assert not amiss(tell(*told))


def test_a_story_told_to_you_keeps_to_you():
    told = ("You live with Mum. You bake cakes and laugh.", "Mum was worried about you.", "Dad hit Mum and hurt her.",
            "A nurse came and helped Mum.",
            "It was not your fault.", "You can talk to Mum. The plan is to visit Nan at Christmas.")
    assert not amiss(tell(*told, narrator="parent"))
    assert amiss(tell(*told[:4], "It was not Theo's fault.", told[5]))["narrator"].panel == "p-5"


def test_a_childs_name_on_the_cover_is_no_other_voice():
    story = tell("Theo and the cake", "You live with Mum. You bake cakes and laugh.", "Dad hit Mum and hurt her.", "It was not your fault.")
    cover = story.panels[0].with_(purpose="cover")
    assert "narrator" in amiss(story) and "narrator" not in amiss(story.change(cover))


def test_a_story_in_another_language_is_checked_for_its_pictures_alone():
    story = tell(*WHOLE, languages=("cy",))
    assert {check.key for check in words.story_checks(story)} == {"words", "picture", "length"}


@pytest.mark.parametrize("name", guide.examples())
def test_every_shipped_story_passes(name):
    story = guide.example(name)
    assert not amiss(story)
    names = [person.name for person in story.cast.people]
    for panel in story.panels:
        found = [f for f in words.check(panel.words_in("en"), story.about.youngest, names) if not f.is_note or f.kind == "long"]
        assert found == [], panel.words_in("en")


@pytest.mark.parametrize("situation", guide.situations())
@pytest.mark.parametrize("spine", guide.spines())
def test_a_story_made_of_the_guides_own_examples_lacks_nothing_it_could_have(situation, spine):
    story = guide.begin(About(title="Us", children=(Child("Ann", 6),), situation=situation, spine=spine))
    said = (guide.step(situation, panel.purpose, story).example.replace("____", "Grandad") for panel in story.panels)
    story = story.with_(panels=tuple(panel.tell(text).show(SHOWN) for panel, text in zip(story.panels, said, strict=True)))
    left = {check.key: check for check in words.story_checks(story) if not check.ok}
    assert set(left) <= {"talk-to", "names", "length"}, left          # whom to talk to is for the adults; the names are made up


# ---- what is told, and what only sounds like it ----

LOOKS = tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))["look"]
FAMILY = make_cast(*(make_person(name.lower().replace(" ", "-"), name, role=role) for name, role in (
    ("Lily", "child"), ("Ben", "child"), ("Robin", "baby"), ("Mum", "mum"), ("Dad", "dad"), ("Aunty Jo", "aunty"), ("Nan", "nan"),
    ("Sue", "foster-carer"), ("Meg", "foster-carer"), ("Tola", "foster-carer"), ("Ros", "foster-carer"), ("Shona", "mum"),
    ("Craig", "dad"), ("Sal", "foster-carer"), ("Omar", "foster-carer"), ("Gary", "step-dad"))))


def look_at(check: str, *told: str, situation="living-with-aunty", **about) -> list[words.Check]:
    """What one check says of a story for Lily and Ben."""
    panels = tuple(Panel(id=f"p-{n}", words={"en": said}, scene=SHOWN) for n, said in enumerate(told, 1))
    about = About(title="Us", children=(Child("Lily", 6, "lily"), Child("Ben", 4, "ben")), situation=situation, **about)
    return [one for one in words.story_checks(Story(about=about, cast=FAMILY, panels=panels)) if one.key == check]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look['check']}-{look['situation']}")
def test_a_thing_told_in_a_familys_own_way_is_heard_and_what_only_sounds_like_it_is_not(look):
    def is_heard(said: str) -> bool:
        return all(one.ok for one in look_at(look["check"], said, situation=look["situation"]))
    assert [said for said in look["told"] if not is_heard(said)] == []
    assert [said for said in look["not_told"] if is_heard(said)] == []


def test_every_situation_has_a_main_thing_of_its_own_and_says_what_it_is():
    assert {look["situation"] for look in LOOKS if look["check"] == "main-fact"} == set(guide.situations())
    for situation in guide.situations():
        [*missing] = look_at("main-fact", "Lily likes toast.", situation=situation)
        assert missing and all(one.sentence.startswith("It does not say yet ") for one in missing)


def test_the_panel_named_is_the_one_where_it_is_said():
    home, why = "Lily lives with Aunty Jo and Pip the cat.", "Some days there was no tea."
    assert [one.panel for one in look_at("main-fact", home, why)] == ["p-2"]


def test_of_two_hard_things_in_one_story_each_is_told():
    drank, died = "Mum drank too much wine.", "Mum died in spring."
    two = {"situation": "alcohol-or-drugs", "also": ("parent-died-by-suicide",)}
    assert ["died" in one.sentence for one in look_at("main-fact", drank, "We miss Mum.", **two)] == [True]
    assert [one.ok for one in look_at("main-fact", drank, died, **two)] == [True]
    assert len(look_at("main-fact", "We miss Mum.", **two)) == 2


def test_a_reading_for_a_younger_brother_may_say_it_of_the_child_the_story_is_for():
    lily = guide.example("lily")
    read = lily.read_to(Version(id="v", child="Max", age=3))
    assert read.about.children == (Child("Max", 3),) and "not-fault" not in amiss(read)
    told = read.panels[-1].tell("Nothing was Aunty Jo's fault.")
    assert "not-fault" in amiss(read.with_(panels=(told,)))


@pytest.mark.parametrize("said, name", [
    ("Nana Pat made soup.", "Nana Pat"), ("Mum and Wawrzyniec live in a flat.", "Wawrzyniec"), ("Xiomara helped Mum.", "Xiomara"),
    ("Then Oyelaran came with a cake.", "Oyelaran"), ("Uncle Kwesi sings.", "Uncle Kwesi"), ("Nan told Zbigniew.", "Zbigniew"),
])
def test_somebody_who_is_not_in_the_cast_is_asked_for_by_name(said, name):
    [found] = look_at("names", said)
    assert not found.ok and found.sentence.startswith(f"{name} is in the words")


@pytest.mark.parametrize("said", [
    "Aunty Jo and Nan came.", "They went to Minecraft Club on Saturday.", "Police came to the door.", "Stuff went on the table.",
    "Lily likes Lego and Paw Patrol.", "We live near Rothbury.", "Clover is a rabbit. Clover likes Lily.", "Nan, Ben and Lily sang.",
    "At Hogmanay they sang.", "Doctors helped Dad.", "Mum said, \"Come and look.\"", "Breakfast came late. Everybody said so.",
])
def test_what_only_has_a_capital_is_nobody_to_ask_for(said):
    assert all(one.ok for one in look_at("names", said))
