"""Pictures that hold people take them from the cast, and drawn hands take the story's skin."""
import pytest

from tests.factories import make_cast, make_person, make_scene, make_thing
from wordspics.pictures import library, likeness
from wordspics.pictures.draw import box_of, draw
from wordspics.pictures.figure.palette import SKINS
from wordspics.pictures.svg import write_shapes
from wordspics.pictures.told import tell_scene
from wordspics.story import Cast, Figure, Look, Symbol

RING, UMBRELLA, LADDER = Symbol(id="s", name="safe-ring"), Symbol(id="s", name="grown-ups-umbrella"), Symbol(id="s", name="ladder")
NAN = make_person("nan", "Nan", can_talk_to=True, look=Look(age="older", top_colour="pink"))
JO = make_person("jo", "Jo", standing="helper", can_talk_to=True)
ADA = make_person("ada", "Ada", can_talk_to=True, look=Look(age="teen"))
LILY = make_person("lily", "Lily", role="child", look=Look(age="child", skin="mahogany"))
SAM = make_person("sam", "Sam", role="child", look=Look(age="child", skin="shell"))


def test_a_ring_of_safe_people_holds_whom_the_child_can_talk_to_and_says_their_names():
    cast = make_cast(LILY, NAN, make_person("dad", "Dad"), JO)
    assert tell_scene(make_scene(RING), cast) == "A ring of hearts and stars around people who keep us safe: Nan and Jo."
    assert tell_scene(make_scene(RING), make_cast(LILY)) == "A ring of hearts and stars."


@pytest.mark.parametrize("standing", ["not-seen", "died"])
def test_nobody_who_is_not_there_now_stands_in_a_ring(standing):
    gone = make_person("dad", "Dad", can_talk_to=True, standing=standing)
    assert "Dad" not in tell_scene(make_scene(RING), make_cast(NAN, gone))


def test_it_follows_when_the_cast_changes():
    scene = make_scene(RING)
    before = write_shapes(draw(scene, make_cast(NAN, JO)).shapes)
    assert write_shapes(draw(scene, make_cast(NAN, JO.with_(can_talk_to=False))).shapes) != before
    assert write_shapes(draw(scene, make_cast(NAN.with_(look=Look(age="older", top_colour="teal")), JO)).shapes) != before


def test_an_umbrella_of_grown_ups_leaves_the_young_out_and_a_ladder_has_the_family_beside_it():
    cast = make_cast(LILY, NAN, JO, ADA)
    assert tell_scene(make_scene(UMBRELLA), cast) == "A big umbrella, and dry beneath it Nan and Jo."
    assert tell_scene(make_scene(LADDER), cast).endswith("and beside it Lily, Nan and Ada.")


def test_nobody_is_in_one_picture_twice():
    on_stage = Figure(id="f", who="nan")
    assert "safe: Jo" in tell_scene(make_scene(RING, on_stage), make_cast(NAN, JO))


@pytest.mark.parametrize("symbol", [RING, UMBRELLA, LADDER], ids=lambda symbol: symbol.name)
@pytest.mark.parametrize("crowd", range(1, 9))
def test_however_many_they_are_they_stand_where_the_picture_has_room(symbol, crowd):
    cast = make_cast(*(make_person(f"p{i}", f"P{i}", can_talk_to=True, look=Look(age="older" if i % 2 else "adult")) for i in range(crowd)))
    picture = library.shelf().picture(symbol.name)
    room, guests = picture.people, likeness.seat(picture, (symbol,), cast, "colour")
    assert len(guests) == min(crowd, room.most)
    left, bottom = room.x - picture.width / 2, room.y + room.height - picture.height
    for guest in guests:
        x0, y0, x1, _ = (edge * guest.size for edge in guest.drawn.bounds)
        assert left - 0.1 <= guest.x + x0 and guest.x + x1 <= left + room.width + 0.1
        assert bottom - room.height - 0.1 <= guest.y + y0 and guest.y <= bottom
        assert guest.size > 0.25


def test_the_frame_to_take_hold_of_it_goes_round_its_people_too():
    scene, cast = make_scene(LADDER), make_cast(LILY, NAN)
    assert box_of(LADDER, cast, scene)[2] > box_of(LADDER, Cast(), scene)[2]


def test_in_a_picture_turned_round_the_people_change_sides_and_are_not_mirrored():
    scene = make_scene(LADDER.with_(flipped=True))
    assert box_of(scene.items[0], make_cast(LILY), scene)[0] < box_of(scene.items[0], Cast(), scene)[0]


@pytest.mark.parametrize("name", ["thumbs-up", "stop-hand", "question-card", "not-your-fault"])
def test_a_hand_has_the_skin_of_the_storys_child(name):
    scene = make_scene(make_thing(name))
    assert SKINS["mahogany"] in write_shapes(draw(scene, make_cast(NAN, LILY, SAM)).shapes)
    assert SKINS["mahogany"] not in write_shapes(draw(scene, Cast()).shapes)


def test_a_hand_that_is_given_to_somebody_has_their_skin():
    hand = make_thing("thumbs-up")
    holder = Figure(id="f", who="sam", holds=hand.id)
    assert likeness.skin(hand, (hand, holder), make_cast(LILY, SAM)) == SKINS["shell"]


def test_a_hand_to_colour_in_stays_white():
    assert SKINS["mahogany"] not in write_shapes(draw(make_scene(make_thing("thumbs-up")), make_cast(LILY), "outline").shapes)
