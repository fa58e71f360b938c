"""Whom a pose is about: who fits it, and how it is said."""
import pytest

from wordspics.pictures import partners
from wordspics.pictures.names import POSE_GROUPS, POSES
from wordspics.pictures.together import leader_of
from wordspics.pictures.told import tell_item
from wordspics.story import Cast, Figure, Look, Person, Scene, Thing

BABY, TODDLER, CHILD, MUM, NAN = Look(age="baby"), Look(age="toddler"), Look(age="child"), Look(), Look(age="older", wheelchair="red")
CAST = Cast(people=(Person(id="mum", name="Mum"), Person(id="lily", name="Lily", look=CHILD)))


def together(pose: str, **more) -> Scene:
    return Scene(items=(Figure(id="m", who="mum", pose=pose, holds="l", **more), Figure(id="l", who="lily")))


def test_every_pose_with_somebody_is_about_somebody():
    assert all(partners.needs_somebody(pose) for pose in POSE_GROUPS["With somebody"])
    assert all(pose in POSES and partners.tell(pose, "Lily").count("Lily") == 1 for pose in partners.POSE_PARTNERS)


@pytest.mark.parametrize("pose, look, other, can", (
    ("hold-baby", MUM, BABY, True), ("push-pram", CHILD, BABY, True), ("feed-baby", MUM, CHILD, False), ("carry-child", MUM, CHILD, True),
    ("carry-child", CHILD, TODDLER, True), ("carry-child", CHILD, CHILD, False), ("carry-child", MUM, NAN, False),
    ("push-wheelchair", MUM, NAN, True), ("push-wheelchair", MUM, CHILD, False), ("push-pushchair", MUM, TODDLER, True),
    ("push-pushchair", MUM, MUM, False), ("hug", CHILD, NAN, True), ("hold-hand", MUM, MUM, True)))
def test_who_fits_a_pose(pose, look, other, can):
    assert partners.fits(pose, look, other) is can


def test_a_pet_and_a_soft_toy_are_cuddled_and_a_table_is_not():
    assert partners.fits_thing("cuddle", "dog") and partners.fits_thing("hug", "teddy")
    assert not partners.fits_thing("hug", "table") and not partners.fits_thing("carry-child", "cat")


def test_whoever_is_missing_is_said_kindly_and_what_to_do():
    for pose in partners.POSE_PARTNERS:
        assert "from People" in partners.tell_missing(pose)


def test_who_is_held_is_said_to_those_who_do_not_see_it():
    def said(scene):
        return tell_item(scene.items[0], CAST, scene)
    assert said(together("hug", feeling="happy")) == "Mum, hugging Lily, happy"
    assert said(together("walk")) == "Mum, walking, holding Lily's hand"
    assert said(Scene(items=together("hug").items[:1])) == "Mum, arms out for a hug"
    dog = Scene(items=(Figure(id="m", who="lily", pose="cuddle", holds="d"), Thing(id="d", name="dog")))
    assert said(dog) == "Lily, cuddling the dog"


def test_whoever_is_carried_moves_with_who_carries_them_and_whose_hand_is_held_may_move_alone():
    for pose, leader in (("carry-child", "m"), ("hug", "m"), ("hold-hand", None), ("stand", None)):
        scene = together(pose)
        assert leader_of(scene.item("l"), scene) == leader and leader_of(scene.item("m"), scene) is None
