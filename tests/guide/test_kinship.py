"""Families that begin from the same situation look each their own way, and none of them is the usual one."""
from collections import Counter

from wordspics import guide
from wordspics.guide import kinship
from wordspics.guide.anybody import WORK
from wordspics.pictures.figure.options import unknown
from wordspics.pictures.figure.palette import SKINS
from wordspics.story import About, Child

FAMILIES = [f"family {n}" for n in range(300)]
AIDS = ("glasses", "hearing_aid", "wheelchair", "stick", "aid", "limb", "features")


def begun(chance: str, situation: str = "parent-in-prison"):
    about = About(children=(Child("Robin", 6), Child("Wren", 9)), situation=situation)
    return kinship.draw_family(guide.begin(about), chance).cast.people


def test_the_same_family_looks_the_same_each_time_and_another_one_does_not():
    assert begun("oak") == begun("oak") != begun("ash")
    assert len({tuple(person.look for person in begun(chance)) for chance in FAMILIES}) == len(FAMILIES)


def test_every_skin_comes_up_and_none_is_the_usual_one():
    skins = Counter(begun(chance)[0].look.skin for chance in FAMILIES)
    assert set(skins) == set(SKINS) and max(skins.values()) < len(FAMILIES) * 0.2


def test_related_people_are_alike_and_helpers_are_anybody():
    for chance in FAMILIES[:60]:
        people = begun(chance)
        kind = next(kind for kind in kinship.KINDS if people[0].look.skin in kind.skins and people[1].look.skin in kind.skins)
        assert kind and people[0].look != people[1].look
    helpers = {person.look.skin for chance in FAMILIES for person in begun(chance) if person.role in WORK}
    assert helpers == set(SKINS)


def test_somebody_in_every_family_has_an_aid_and_it_is_not_always_the_same_one():
    who = Counter()
    for chance in FAMILIES[:80]:
        helped = [person.id for person in begun(chance) if any(getattr(person.look, field) for field in AIDS)]
        assert helped
        who.update(helped)
    assert len(who) >= 5


def test_age_clothes_and_all_that_was_said_of_somebody_stay_and_everything_can_be_drawn():
    for situation in guide.situations():
        story = guide.begin(About(children=(Child("Robin", 6), Child("Wren", 1)), situation=situation))
        for was, now in zip(story.cast.people, kinship.draw_family(story, "oak").cast.people, strict=True):
            assert now.with_(look=was.look) == was and not list(unknown(now.look))
            for field in ("age", "years", "top", "top_colour", "uniform", "stick"):
                assert getattr(now.look, field) == getattr(was.look, field), (situation, was.name, field)
