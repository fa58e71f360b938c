"""Seventy poses to choose from: every one has its group, and what is likely here comes first."""
import pytest

from wordspics.pictures.names import DONE_HERE, POSE_GROUPS, POSE_WORDS, POSES
from wordspics.pictures.repertoire import LIKELY, Moment, done_at, lay_out, words_for
from wordspics.story import Look

CHILD, MUM, BABY = Look(age="child"), Look(), Look(age="baby")


def likely(look: Look, **moment) -> tuple[str, ...]:
    return dict(lay_out(POSES, look, Moment(**moment)))[LIKELY]


def test_every_pose_has_its_one_group_and_is_offered_once_whoever_asks():
    assert sorted(pose for some in POSE_GROUPS.values() for pose in some) == sorted(POSES)
    for look in (CHILD, MUM, BABY, Look(age="older", wheelchair="red")):
        laid_out = lay_out(POSES, look, Moment("kitchen", "sad", (MUM, BABY)))
        assert sorted(pose for _, some in laid_out for pose in some) == sorted(POSES) and laid_out[0][0] == LIKELY


def test_only_poses_are_named():
    assert set(POSE_WORDS) <= set(POSES) and {pose for poses in DONE_HERE.values() for pose in poses} <= set(POSES)


def test_a_few_are_likely_and_the_rest_is_in_its_group():
    assert len(likely(CHILD, place="bedroom", others=(MUM,))) == 8


@pytest.mark.parametrize("place, pose", [("bedroom", "in-bed"), ("kitchen", "eat"), ("hospital-ward", "hospital-bed"), ("school", "draw"),
    ("prison-visiting-room", "visit-table"), ("playground", "swing"), ("bathroom", "brush-teeth"), ("outside-mosque", "pray"), ("hall", "knock")])
def test_a_place_brings_what_is_done_there(place, pose):
    assert pose in done_at(place) and pose in likely(CHILD, place=place)
    assert pose not in likely(CHILD)


def test_whoever_else_is_there_brings_being_together():
    assert "cuddle" in likely(CHILD, others=(MUM,)) and "cuddle" not in likely(CHILD)
    assert "push-wheelchair" in likely(MUM, others=(Look(wheelchair="blue"),))
    assert "hold-baby" in likely(MUM, others=(BABY,)) and "carry-child" in likely(MUM, others=(CHILD,))


def test_a_feeling_brings_what_goes_with_it():
    assert {"cry-into-hands", "hide-face"} <= set(likely(CHILD, feeling="crying"))
    assert "arms-crossed" in likely(MUM, feeling="angry")


def test_age_decides_who_drives_and_who_crawls():
    assert "drive" in likely(MUM, place="road-with-car") and "drive" not in likely(CHILD, place="road-with-car")
    assert "crawl" in likely(BABY) and lay_out(POSES, BABY, Moment())[1][0] == "With a baby, and babies"


def test_a_pose_is_found_by_what_people_say():
    assert "settee" in words_for("sit-on-sofa") and "hard moments" in words_for("curl-up") and "standing" in words_for("stand")


def test_a_place_nobody_knows_any_more_brings_nothing():
    assert done_at("moon-base") == frozenset()
