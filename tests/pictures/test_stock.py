"""A picture is added by dropping an SVG and its entry into the folder; a bad one is named with its fault, and the rest still works."""
import re
from pathlib import Path

import pytest

from wordspics.pictures import illustration, library, svg
from wordspics.pictures.paths import without_flat_arcs
from wordspics.pictures.stock import MOST_BYTES, Stock

GOOD = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><!-- a kite --><g stroke="#1d1d1b" stroke-width="3.3">'
        '<path d="M20 2 L38 15 L20 28 L2 15 Z" fill="#ea5a47"/></g></svg>')
ENTRY = """
[things.kite]
title = "Kite"
alt = "a red kite"
tags = ["wind", "outside"]
width = 40
height = 30
credit = "A. Friend"
licence = "CC BY 4.0"
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with one good picture; `put(svg, entry)` adds or changes a second, "hat", and opens the stock."""
    for name in ("places", "things", "symbols"):
        (tmp_path / name).mkdir()
    (tmp_path / "things" / "kite.svg").write_text(GOOD)
    (tmp_path / "library.toml").write_text(ENTRY)
    return tmp_path


@pytest.fixture
def put(folder):
    def put(drawing: str | bytes | None, entry: str = ENTRY.replace("kite", "hat").replace("Kite", "Hat")) -> Stock:
        if drawing is not None:
            (folder / "things" / "hat.svg").write_bytes(drawing if isinstance(drawing, bytes) else drawing.encode())
        (folder / "library.toml").write_text(ENTRY + entry)
        return Stock(folder)
    return put


def test_a_picture_dropped_in_with_its_entry_is_on_the_shelf_and_found(put):
    shelf = library.Shelf(put(GOOD))
    assert not shelf.faults and shelf.has("hat")
    assert shelf.picture("hat").credit == "A. Friend"
    assert [picture.name for picture, _ in shelf.search("hat", kinds=("thing",))] == ["hat"]


@pytest.mark.parametrize("drawing, fault", [
    (GOOD.replace("</g>", ""), "is not well-formed SVG"),
    (GOOD.replace("<path", "<text>Hat</text><path"), "holds a <text>, which the app does not draw"),
    (GOOD.replace("<g ", "<g>Hat</g><g "), "has words in it"),
    (GOOD.replace("<path", '<image href="http://example.org/hat.png"/><path'), "holds a <image>"),
    (GOOD.replace("<path", "<script>alert(1)</script><path"), "holds a <script>"),
    (GOOD.replace("<path", '<path onclick="alert(1)"'), "has the attribute onclick on a <path>"),
    (GOOD.replace("<path", '<path style="fill:red"'), "has the attribute style on a <path>"),
    (GOOD.replace("<svg ", '<svg width="40" '), "has more than a viewBox on its <svg>"),
    ('<!DOCTYPE svg [<!ENTITY a "b">]>' + GOOD, "holds a <!DOCTYPE> or the like"),
    (GOOD.replace('fill="#ea5a47"', 'fill="url(#g)"'), "is painted with 'url(#g)'"),
    (GOOD.replace(' fill="#ea5a47"', ""), "has a <path> without a fill, which would be black"),
    (GOOD.replace('stroke-width="3.3"', 'stroke-linecap="square"'), 'has stroke-linecap="square"; it may be round'),
    (GOOD.replace("<g ", '<g data-time="evening" '), 'has data-time="evening"; it may be day or night'),
    (GOOD.replace("M20 2", "M20 two"), "has a path the app cannot read"),
    (GOOD.replace("M20 2", "20 2 M"), "has a path the app cannot read"),
    (GOOD.replace("L38 15", "L38"), "has a path the app cannot read"),
    (GOOD.replace("L38 15", "l18 13"), "has a path with other letters than M L C Q A Z"),
    (GOOD.replace("<path", '<rect width="nan" height="inf" fill="none"/><path'), "has 'nan' where a number belongs"),
    (GOOD.replace("<path", '<polyline points="1 2 3" fill="none"/><path'), "has a <polyline> whose points are not pairs of numbers"),
    (GOOD.replace("<path", "<g>" * 900 + "<path").replace("</g>", "</g>" * 901), "has groups more than 12 deep in each other"),
    (GOOD.replace("<path", "<g data-time='night'><path").replace("</g>", "</g></g>"), "draws nothing"),
    (GOOD.replace("40 30", "80 60"), "has a canvas of 80 x 60, and should have 40 x 30"),
    (GOOD.replace("0 0 40 30", "-20 0 40 30"), "does not begin with an <svg> whose viewBox starts at 0 0"),
    (GOOD.replace("a kite", "a kite" * MOST_BYTES), "is 150 kB, and the most is 25 kB"),
    (b"\xff\xfe" + GOOD.encode("utf-16-le"), "is not text in UTF-8")])
def test_a_bad_drawing_is_refused_in_one_sentence_and_the_rest_still_works(put, drawing, fault):
    stock = put(drawing)
    assert list(stock.pictures) == ["kite"]
    [sentence] = stock.faults
    assert sentence.startswith(f"things/hat.svg could not be used: it {fault}") and sentence.endswith(".")


@pytest.mark.parametrize("change, fault", [
    (("title =", "# "), "it has no title"),
    (("alt =", "# "), "it has no alt"),
    (("credit =", "# "), "it has no credit"),
    (("licence =", "# "), "it has no licence"),
    (("tags = [", "tag = ["), "it has"),
    (('alt = "a red hat"', 'alt = ""'), "its alt is empty"),
    (("width = 40", 'width = "wide"'), "its width is words where a number should be"),
    (("width = 40", "times = []\nwidth = 40"), "its times is empty"),
    (("width = 40", 'times = ["dusk"]\nwidth = 40'), "its times 1 is 'dusk', which is none of those it may be"),
    (("width = 40", 'spots = [{ name = "a", x = 0.5, y = 2 }]\nwidth = 40'), "its y of spots 1 is more than 1"),
    (("width = 40", 'spots = [{ name = "a", x = 0.5, y = 1, size = 90 }]\nwidth = 40'), "its size of spots 1 is more than 2"),
    (("width = 40", "front = 0.5\nwidth = 40"), "a front layer and `front` go together, and one is missing"),
    (("width = 40", 'people = { who = "safe", alt = "a", x = 90, y = 0, width = 9, height = 9 }\nwidth = 40'), "its box of people lies outside"),
    (("[things.hat]", "[hats.hat]"), "its heading is not [places.name], [things.name] or [symbols.name]"),
    (("[things.hat]", "[things.scarf]"), "there is no things/scarf.svg"),
    (("[things.hat]", "[things.kite]"), "another picture is called 'kite', too"),
    (('"Hat"', '"KITE"'), "another picture has the title 'KITE', too")])
def test_a_bad_entry_is_refused_with_its_line_and_the_rest_still_works(put, change, fault):
    entry = ENTRY.replace("kite", "hat").replace("Kite", "Hat").replace(*change)
    stock = put(GOOD, entry)
    assert list(stock.pictures) == ["kite"]
    assert stock.faults[0].startswith("library.toml, line 11, [") and fault in stock.faults[0]


def test_an_arc_without_a_radius_is_a_line_as_a_pdf_would_make_a_pool_of_it():
    assert without_flat_arcs("M1 2a0,0,0,0,1,0,0A3 4 0 015.5.5z") == "M1 2l0 0A3 4 0 0 1 5.5 .5z"
    assert without_flat_arcs("M1 2a3 4 0 011 1") == "M1 2a3 4 0 011 1"
    shelf = library.shelf()
    for picture in (*shelf.places(), *shelf.things(), *shelf.symbols()):
        drawn = svg.write_shapes(illustration.read(Path(picture.file).read_text(encoding="utf-8"))[0])
        assert not [d for d in re.findall(r' d="([^"]+)"', drawn) if without_flat_arcs(d) != d], picture.name


def test_an_entry_without_its_file_and_a_file_without_its_entry_are_named(put):
    assert put(None).faults == ["library.toml, line 11, [things.hat] could not be used: there is no things/hat.svg."]
    assert put(GOOD, "").faults == ["things/hat.svg could not be used: it has no entry in library.toml."]


def test_a_place_needs_spots_that_somebody_can_take(put, folder):
    room = GOOD.replace("40 30", "480 360").replace("</g>", '<rect x="0" y="0" width="480" height="360" fill="#ffebcb"/></g>')
    (folder / "places" / "den.svg").write_text(room)
    entry = ENTRY.replace("things.kite", "places.den").replace("Kite", "Den").replace("width = 40\nheight = 30\n", "{}")
    spot = 'spots = [\n  {{ name = "{}", x = 0.5, y = 0.9, pose = "{}" }},\n  {{ name = "rug", x = 0.2, y = 0.9 }},\n]\n'
    assert "it is a place without spots" in put(None, entry.format("")).faults[0]
    assert "has the pose 'hover', which nobody can take" in put(None, entry.format(spot.format("bed", "hover"))).faults[0]
    assert "two of its spots are called 'rug'" in put(None, entry.format(spot.format("rug", "stand"))).faults[0]
    assert not put(None, entry.format(spot.format("bed", "sit"))).faults


def test_one_slip_in_the_list_spoils_no_other_entry(put):
    broken = '\n[things.scarf]\nalt = "a scarf"\ntitle = "Scarf\n' + ENTRY.replace("kite", "hat").replace("Kite", "Hat")
    stock = put(GOOD, broken)
    assert list(stock.pictures) == ["kite", "hat"]
    assert len(stock.faults) == 1 and stock.faults[0].startswith("library.toml, line 13, [things.scarf] could not be used: ")


def test_a_list_that_is_not_there_is_said_and_the_shelf_is_empty(folder):
    (folder / "library.toml").unlink()
    stock = Stock(folder)
    assert not stock.pictures
    assert stock.faults[0] == "library.toml could not be used: it is not there, or is not text in UTF-8."


def test_a_picture_from_openmoji_is_chosen_by_its_code(folder):
    (folder / "openmoji.toml").write_text(
        '[sun]\ncode = "2600"\ntitle = "Sun"\nkind = "symbol"\ntags = ["hot"]\nalt = "a sun"\nwidth = 72\nheight = 72\n'
        '\n[moon]\ncode = "NONE"\ntitle = "Moon"\nkind = "symbol"\ntags = ["dark"]\nalt = "a moon"\n')
    stock = Stock(folder)
    assert stock.pictures["sun"].credit == "OpenMoji"
    assert stock.faults == ["openmoji.toml, line 10, [moon] could not be used: OpenMoji has no picture with the code 'NONE'."]


def test_what_is_named_skin_takes_on_a_skin_and_the_lines_stay():
    hand = GOOD.replace("<path", '<g id="skin"><path').replace("/></g>", "/></g></g>")
    drawn, _ = illustration.read(hand, skin="#774b32")
    written = svg.write_shapes(drawn)
    assert "#774b32" in written and "#ea5a47" not in written and "#1d1d1b" in written
    assert "#774b32" not in svg.write_shapes(illustration.read(hand, ink="outline", skin="#774b32")[0])
