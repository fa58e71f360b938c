"""Sheets that come right when they are folded."""
import pytest
from hypothesis import given
from hypothesis import strategies as some

from wordspics.press import imposition

sheets = some.integers(1, 30).map(lambda n: 4 * n)


@given(sheets)
def test_printed_piled_and_folded_the_pages_read_in_order(pages):
    assert imposition.fold(imposition.sides(pages)) == list(range(pages))


@given(sheets)
def test_every_page_lies_on_exactly_one_half_side_and_each_sheet_has_two_sides(pages):
    sides = imposition.sides(pages)
    assert sorted(page for side in sides for page in side) == list(range(pages))
    assert len(sides) == pages // 2


@given(sheets)
def test_the_cover_is_outside_on_the_right_and_the_back_at_its_left(pages):
    assert imposition.sides(pages)[0] == (pages - 1, 0)


@given(sheets)
def test_two_pages_of_one_leaf_lie_back_to_back_when_flipped_on_the_short_edge(pages):
    sides = imposition.sides(pages)
    for front, back in zip(sides[::2], sides[1::2]):
        assert abs(front[1] - back[0]) == 1 and abs(front[0] - back[1]) == 1


@given(some.integers(1, 200))
def test_blanks_fill_the_last_sheet_and_never_a_whole_one(pages):
    blanks = imposition.blanks_for(pages)
    assert 0 <= blanks < 4 and (pages + blanks) % 4 == 0


def test_a_booklet_that_does_not_fill_its_sheets_is_refused():
    with pytest.raises(ValueError):
        imposition.sides(10)
