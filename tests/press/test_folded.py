"""The folded booklet, printed and read back off its sheets."""
import datetime
import io

import pikepdf
import pytest

from tests.factories import make_panel, make_scene, make_story, make_thing
from tests.press.paper import A4, Tags, halves_of, pages_of, sizes_of
from wordspics.press import imposition
from wordspics.story import Record

pytestmark = pytest.mark.xdist_group("press")
DRAFT = "Draft, not yet agreed"


def read_through(pdf: bytes) -> list[str]:
    """The pages as a reader leafs through them once the sheets are folded."""
    halves = halves_of(pdf)
    return [halves[side][half] for side, half in _places(len(halves))]


def _places(sides: int):
    order = imposition.sides(2 * sides)
    where = {page: (i, half) for i, side in enumerate(order) for half, page in enumerate(side)}
    return [where[page] for page in range(2 * sides)]


@pytest.fixture(scope="module")
def story():
    return make_story(5).add_panel(make_panel("These words are hidden.", hidden=True, notes="For adults only: Quillworth."))


@pytest.fixture(scope="module")
def booklet(print_story, story):
    return print_story(story)


def test_every_sheet_side_is_a4_landscape(booklet):
    assert sizes_of(booklet) == [pytest.approx(A4, abs=0.6)] * 4


def test_the_cover_is_on_the_outside_with_the_back_beside_it(booklet):
    back, cover = halves_of(booklet)[0]
    assert "Our story" in cover and "This book belongs to" in cover
    assert "Our story" not in back


def test_folded_it_reads_in_order(booklet):
    read = read_through(booklet)
    assert "Our story" in read[0]
    assert [f"This is panel {n}." in read[n] for n in range(1, 6)] == [True] * 5
    assert "About this book" in read[6]


def test_the_sides_carry_the_pages_a_printer_needs(print_story):
    sides = halves_of(print_story(make_story(5)))
    assert ["panel 1" in sides[1][0], "About this book" in sides[1][1]] == [True, True]
    assert ["panel 2" in sides[2][1], "panel 5" in sides[2][0]] == [True, True]
    assert ["panel 3" in sides[3][0], "panel 4" in sides[3][1]] == [True, True]


def test_an_unfilled_sheet_gets_pages_for_the_childs_own_picture_before_the_back(print_story):
    read = read_through(print_story(make_story(3)))
    assert "My own picture" in read[4] and "Things I want to ask" in read[5] and "About this book" in read[6]


def test_it_says_draft_on_cover_and_back_until_somebody_has_agreed(print_story, booklet, story):
    read = read_through(booklet)
    assert [DRAFT in page for page in read] == [True] + [False] * 6 + [True]
    agreed = story.with_(record=Record().agree("Mum", datetime.date(2026, 11, 20)))
    assert not any(DRAFT in page for page in read_through(print_story(agreed)))


def test_neither_notes_nor_hidden_panels_print(booklet):
    everything = " ".join(read_through(booklet))
    assert "Quillworth" not in everything and "hidden" not in everything


def test_help_lines_print_only_when_they_are_chosen(print_story, booklet, story):
    assert "116 123" not in " ".join(read_through(booklet))
    assert "Samaritans 116 123" in read_through(print_story(story, help_lines=("Samaritans 116 123",)))[6]


def test_credits_name_exactly_the_libraries_a_booklet_uses(print_story, booklet):
    ours = read_through(booklet)[6]
    assert "Lexend" in ours and "Susie Essex, Hilary Gumbleton and Colin Luger" in ours
    assert "OpenMoji" not in ours and "Noto" not in ours
    borrowed = make_story(1).add_panel(make_panel("Тут.", scene=make_scene(make_thing(_from_openmoji()))))
    pages = read_through(print_story(borrowed))
    theirs = " ".join(pages)
    assert pages[2].strip().endswith("2") and "Pictures on page 2: OpenMoji" in theirs and "CC BY-SA 4.0" in theirs and "Noto" in theirs


def _from_openmoji() -> str:
    from wordspics.pictures.library import shelf

    return next(picture.name for picture in shelf().things() if picture.code)


def test_the_tags_still_read_in_order_on_folded_sheets(booklet):
    tags = Tags(booklet)
    assert tags.is_marked and tags.language == "en"
    kinds = [kind for kind, _, _ in tags.elements if kind in ("Sect", "H1", "Figure")]
    assert kinds == ["Sect", "H1", "Figure", *["Sect", "Figure"] * 5, "Sect", "Sect"]
    assert all("Lily" in alt and "Mum" in alt for alt in tags.alts)


def test_tagged_words_are_found_on_the_sheet_they_were_moved_to(booklet):
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        sheets = {page.obj.objgen for page in pdf.pages}
        kids = [kid for element in _elements(pdf) for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
        marks = [kid for kid in kids if kid.get("/Type") == "/MCR"]
        assert marks and all(mark.Pg.objgen in sheets and mark.Stm.Subtype == "/Form" for mark in marks)


def _elements(pdf):
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary) and "/K" in element:
            yield element
            waiting += [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem"]


def test_the_printer_is_asked_for_true_size_and_the_short_edge(booklet):
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None" and wishes.Duplex == "/DuplexFlipShortEdge"


def test_nothing_about_the_file_tells_whose_it_is(booklet):
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "Words and Pictures"}
        assert not {"/Metadata", "/Names", "/Outlines"} & set(pdf.Root.keys())


def test_the_same_story_makes_the_same_bytes_even_from_another_child(press, print_story, booklet, story):
    assert print_story(story) == booklet
    press.close()
    assert print_story(story) == booklet


def test_every_ink_prints_and_says_the_same(print_story, booklet, story):
    for ink in ("outline", "grey"):
        assert halves_of(print_story(story, ink=ink)) == halves_of(booklet)


def test_lilys_booklet_is_light_enough_to_send(print_story):
    from wordspics import guide

    booklet = print_story(guide.example("lily"))
    assert len(booklet) < 600_000
    assert len(pages_of(booklet)) * 2 % 4 == 0
