"""Names under the people of a picture: a child finds everybody, and no name hides another."""
import re
from itertools import combinations

import pytest

from tests.factories import make_cast, make_person, make_scene
from wordspics.pictures import svg, typeface
from wordspics.pictures.draw import draw
from wordspics.story import Bubble, Figure, Look

CAST = make_cast(make_person("mum", "Mum"), make_person("lily", "Lily", role="child", look=Look(age="child")),
                 make_person("ade", "Ade", role="baby", look=Look(age="baby")), make_person("nobody", "")).with_(named=True)


def said(scene, cast=CAST) -> list[str]:
    return [" ".join(label.lines) for label in draw(scene, cast).labels if label.slip]


def test_a_story_without_names_draws_none_and_one_with_names_draws_each():
    assert said(make_scene(), CAST.with_(named=False)) == []
    assert said(make_scene()) == ["Mum", "Lily"]


def test_a_name_stands_under_its_own_person_on_white_paper():
    label, = draw(make_scene(Figure(id="a", who="mum", x=0.4, y=0.8)), CAST).labels
    assert label.y > 0.79 and label.x < 0.4 < label.x + label.w
    assert re.search(r'<g data-label="a"[^>]*><rect [^>]*fill="#ffffff"/><text [^>]*>Mum</text></g>', svg.write(draw(make_scene(Figure(id="a", who="mum")), CAST)))


def test_whoever_is_carried_is_named_with_who_carries_them():
    scene = make_scene(Figure(id="a", who="mum", pose="carry-baby", holds="b"), Figure(id="b", who="ade", x=0.2))
    assert said(scene) == ["Mum and Ade"]


def test_two_who_hug_are_named_each_by_themselves():
    """Whoever comes near to hug is not carried."""
    scene = make_scene(Figure(id="a", who="mum", pose="hug", x=0.3, holds="b"), Figure(id="b", who="lily", pose="hug", x=0.55, holds="a"))
    assert sorted(said(scene)) == ["Lily", "Mum"]


def test_somebody_without_a_name_has_no_empty_slip():
    assert said(make_scene(Figure(id="a", who="nobody"), Figure(id="b", who="a-stranger"))) == []


@pytest.mark.parametrize("y", [0.3, 0.9, 1.0])
def test_names_of_people_close_together_cover_neither_each_other_nor_leave_the_stage(y):
    labels = draw(make_scene(*(Figure(id=f"f{n}", who="lily", x=0.9 + n / 40, y=y) for n in range(5))), CAST).labels
    for a, b in combinations(labels, 2):
        assert a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h <= b.y or b.y + b.h <= a.y
    assert all(0 <= label.x and label.x + label.w <= 1 and 0 <= label.y and label.y + label.h <= 1 for label in labels)


def test_a_long_name_goes_over_lines_and_a_bubble_stays_a_bubble():
    cast = make_cast(make_person("mum", "Great Aunty Philippa Featherstonehaugh")).with_(named=True)
    bubble, slip = draw(make_scene(Figure(id="a", who="mum"), Bubble(id="b", words="Hello")), cast).labels
    assert len(slip.lines) > 1 and slip.w < 0.3
    assert (bubble.slip, slip.slip) == (False, True)


def test_a_long_name_goes_on_after_its_hyphen():
    assert typeface.break_lines("Alexandra-Josephine", 12.5, 104) == ("Alexandra-", "Josephine")
    assert "".join(typeface.break_lines("Wolfeschlegelsteinhausen-Bo", 12.5, 104)) == "Wolfeschlegelsteinhausen-Bo"
