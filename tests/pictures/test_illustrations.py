"""Every illustration of ours is safe to show, drawn to one rule, and described on the shelf."""
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

from wordspics.pictures import library, names, stock, svg
from wordspics.pictures.draw import box_of, draw
from wordspics.press import proof
from wordspics.story.cast import Cast
from wordspics.story.scene import Facing, Figure, Scene, Thing

HOME = stock.HOME
FILES = sorted(path for folder in stock.FOLDERS for path in (HOME / folder).glob("*.svg"))
TABLE = tomllib.loads((HOME / "library.toml").read_text(encoding="utf-8"))
LEAST = {"places": 50, "things": 125, "symbols": 50}
OPENMOJI = tomllib.loads((HOME / "openmoji.toml").read_text(encoding="utf-8"))
NEVER = {"1F52A", "1F5E1", "2694", "1F52B", "1F4A3", "1F48A", "1F489", "1FA78", "26B0", "1F480", "1F47B", "1F37A", "1F377",
         "1FAA2"}
ASKED_FOR = {
    "places": {"living-room", "kitchen", "bedroom", "hall", "house-outside", "school", "park", "hospital-room", "court-room",
               "family-time-room", "meeting-room", "plain", "flats", "caravan", "new-house", "auntys-house", "foster-home", "safe-house",
               "bathroom", "adult-bedroom", "shared-bedroom", "stairs", "garden", "school-gate", "nursery", "playground", "shop", "street",
               "road-with-car", "car-inside", "on-the-bus", "on-the-train", "hospital-ward", "waiting-room", "doctors-room",
               "police-station", "police-talking-room", "family-centre", "prison-outside", "prison-visiting-room", "airport",
               "outside-church", "outside-mosque", "outside-gurdwara", "outside-temple", "outside-synagogue", "remembrance-garden",
               "on-the-beach", "woods", "community-hall", "office", "care-home", "living-room-untidy", "kitchen-untidy",
               "bedroom-untidy", "bathroom-untidy", "hall-untidy", "adult-bedroom-untidy", "shared-bedroom-untidy", "prison-room",
               "caravan-inside"},
    "things": {"sofa", "armchair", "bed", "bed-cover", "table", "chair", "phone", "suitcase", "teddy", "calendar", "broken-plate",
               "key", "cake", "door", "plate-of-food", "empty-plate", "memory-box", "photo-frame", "candle", "school-bag", "bike",
               "book", "letter", "cup", "toy-car", "judges-desk", "cot", "rug", "lamp"},
    "symbols": {"heart", "question-box", "two-homes-path", "safe-ring", "rain-cloud", "sun", "loud-lines", "tear"},
}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")


def test_every_picture_keeps_the_rules_that_the_shelf_asks_of_a_new_one():
    """Well-formed, small, on its canvas, in the safe subset, without words, painted flat, each described once: tests/pictures/test_stock.py."""
    assert library.faults() == []


@each_file
def test_an_illustration_is_drawn_from_absolute_paths(path: Path):
    for element in ElementTree.parse(path).getroot().iter():
        assert re.fullmatch(r"[MLCQAZ0-9. -]*", element.get("d", ""))


@each_file
def test_what_is_drawn_for_the_colouring_edition_alone_has_a_line_there(path: Path):
    def lines(element: ElementTree.Element, line: str | None, is_only: bool) -> Iterator[str | None]:
        line, is_only = element.get("stroke", line), is_only or element.get("data-only") == "outline"
        if is_only and len(element) == 0:
            yield line
        for child in element:
            yield from lines(child, line, is_only)
    assert set(lines(ElementTree.parse(path).getroot(), None, False)).isdisjoint({None, "none"})


@each_file
@pytest.mark.parametrize("ink", ["colour", "outline", "grey"])
@pytest.mark.parametrize("time", ["day", "night"])
def test_an_illustration_draws_something_in_every_ink_by_day_and_by_night(path: Path, ink: str, time: str):
    drawn = svg.write_shapes((library.shapes(path.stem, ink, time),))
    assert "<path" in drawn or "<circle" in drawn or "<ellipse" in drawn


@pytest.mark.parametrize("folder", stock.FOLDERS)
def test_there_are_enough_pictures_and_the_ones_a_story_needs(folder: str):
    assert len(TABLE[folder]) >= LEAST[folder]
    assert ASKED_FOR[folder] <= set(TABLE[folder])


@pytest.mark.parametrize("ink", ["colour", "outline", "grey"])
def test_every_picture_chosen_from_openmoji_is_described_and_can_be_drawn(ink: str):
    assert len(OPENMOJI) >= 400
    for name, entry in OPENMOJI.items():
        assert entry["alt"] and len(entry["tags"]) >= 1 and entry["kind"] in {"thing", "symbol"}, name
        assert re.search("<(path|circle|ellipse)", svg.write_shapes((library.shapes(name, ink),))), name


def test_no_picture_chosen_from_openmoji_shows_people_flags_weapons_or_medicine():
    people, letters = range(0x1F466, 0x1F488), range(0x1F1E6, 0x1F200)
    for name, entry in OPENMOJI.items():
        first = entry["code"].split("-")[0]
        assert first not in NEVER and int(first, 16) not in people and int(first, 16) not in letters, name


@pytest.mark.parametrize("name", TABLE["places"])
def test_a_place_has_a_floor_a_day_and_a_night_of_its_own(name: str):
    entry = TABLE["places"][name]
    assert 0.8 < entry["floor"] < 1
    assert entry["times"] == ["day", "night"]
    assert library.shapes(name, "colour", "day") != library.shapes(name, "colour", "night")


@pytest.mark.parametrize("name", TABLE["places"])
def test_people_fit_into_a_place_where_it_says(name: str):
    """Each spot is on the stage, with a pose that is drawn; those who stand there are on the floor and beside each other."""
    place = library.shelf().picture(name)
    spots = place.spots
    standing = sorted(spot.x for spot in spots if spot.pose == "stand" and spot.y == place.floor)
    assert len(spots) >= 3
    assert len({spot.name for spot in spots}) == len(spots)
    for spot in spots:
        assert spot.pose in names.POSES and spot.facing in get_args(Facing)
        left, top, right, bottom = box_of(Figure(id="mum", who="mum", x=spot.x, y=spot.y, size=spot.size, pose=spot.pose), Cast())
        assert -0.09 < left < right < 1.09 and 0 < top < bottom < 1.02, spot
        assert spot.pose != "stand" or spot.y == place.floor or spot.y < place.front
    assert all(right - left >= 0.11 for left, right in zip(standing, standing[1:]))


@pytest.mark.parametrize("name", TABLE["places"])
def test_the_sheets_of_places_show_somebody_on_each_spot_and_nobody_before_another(name: str):
    spots = library.shelf().picture(name).spots
    groups = proof.companies(spots)
    assert sorted(spot.name for group in groups for spot in group) == sorted(spot.name for spot in spots)
    for group in groups:
        heads = sorted(spot.x for spot in group)
        assert all(right - left >= 0.1 for left, right in zip(heads, heads[1:]))
        assert len({spot.pose == "stand" for spot in group}) == 1


def test_no_other_picture_hides_a_place_by_its_name():
    assert {place.name for place in library.shelf().places()} >= set(TABLE["places"])
    assert all(library.shelf().picture(name).kind == "place" for name in TABLE["places"])


@pytest.mark.parametrize("asked, name", [
    ("flat", "flats"), ("trailer", "caravan"), ("refuge", "safe-house"), ("bunk beds", "shared-bedroom"), ("nan's house", "auntys-house"),
    ("gp", "doctors-room"), ("jail", "prison-outside"), ("visit prison", "prison-visiting-room"), ("mandir", "outside-temple"),
    ("masjid", "outside-mosque"), ("funeral", "remembrance-garden"), ("messy bedroom", "bedroom-untidy"), ("seaside", "on-the-beach"),
    ("messy bathroom", "bathroom-untidy"), ("dirty hall", "hall-untidy"), ("mum's messy bedroom", "adult-bedroom-untidy"), ("messy shared bedroom", "shared-bedroom-untidy"),
    ("back seat", "car-inside"), ("forest", "woods"), ("children's centre", "family-centre"), ("interview room", "police-talking-room"),
    ("settee", "sofa"), ("blanket", "bed-cover"), ("empty chair", "chair"), ("no food", "empty-plate"), ("teddy bear", "teddy"),
    ("two houses", "two-homes-path"), ("saturday", "calendar"), ("shouting", "loud-lines"), ("circle of people", "safe-ring"),
    ("contact centre", "family-time-room"), ("judge", "judges-desk"), ("police", "police-car"), ("remember", "candle"),
    ("cell", "prison-room"), ("prison room", "prison-room"), ("where dad sleeps in prison", "prison-room"),
    ("caravan inside", "caravan-inside"), ("in the trailer", "caravan-inside")])
def test_a_worker_finds_a_picture_by_the_word_they_would_type(asked: str, name: str):
    assert name in [picture.name for picture, _ in library.shelf().search(asked)]


def test_whoever_is_far_back_sits_behind_the_table_with_what_they_hold_and_others_stand_before_it():
    """Whatever their order on the stage."""
    near, far = Figure(id="near", who="mum", y=0.92), Figure(id="far", who="dad", y=0.8, pose="sit-facing-us", holds="cup")
    scene = Scene(place="meeting-room", items=(near, far, Thing(id="cup", name="cup", y=0.7)))
    order = [group.item for group in draw(scene, Cast()).shapes]
    table = library.shapes("meeting-room", front=True)
    assert order.index("far") < draw(scene, Cast()).shapes.index(table) < order.index("near")


@pytest.mark.parametrize("name", [name for name, entry in TABLE["places"].items() if "front" in entry])
def test_a_place_with_something_to_stand_behind_has_it_in_every_ink_and_a_spot_there(name: str):
    place = library.shelf().picture(name)
    assert any(spot.y < place.front for spot in place.spots)
    for ink in ("colour", "outline", "grey"):
        assert library.shapes(name, ink, front=True).shapes
        assert library.shapes(name, ink, front=True) != library.shapes(name, ink)


def test_the_phrases_for_a_blind_reading_are_for_pictures_on_the_shelf():
    phrases = tomllib.loads((Path(__file__).parent / "naming.toml").read_text(encoding="utf-8"))
    assert len(phrases) >= 140
    assert all(library.shelf().has(name) and said and all(said) for name, said in phrases.items())
