"""Which page goes where on a sheet that will be folded: arithmetic only.

Pages count from 0 in reading order. A sheet side is the pair (left, right); sides come as a printer takes them,
front then back of each sheet, the outermost sheet first. Printed on both sides, flipped on the short edge, laid in one
pile, folded once: it reads 0, 1, 2 ... with page 0 on the outside.
"""

PAGES_A_SHEET = 4


def blanks_for(pages: int) -> int:
    """How many pages are wanting to fill the last sheet."""
    return -pages % PAGES_A_SHEET


def sides(pages: int) -> list[tuple[int, int]]:
    """The two pages of every sheet side, for a multiple of four."""
    if pages % PAGES_A_SHEET:
        raise ValueError("A folded booklet has a multiple of four pages.")
    order = []
    for sheet in range(pages // PAGES_A_SHEET):
        first, last = 2 * sheet, pages - 1 - 2 * sheet
        order += [(last, first), (first + 1, last - 1)]
    return order


def fold(order: list[tuple[int, int]]) -> list[int]:
    """What a reader leafs through after printing, piling and folding those sides: the way back from `sides`."""
    rights = [side[1] if i % 2 == 0 else side[0] for i, side in enumerate(order)]
    lefts = [side[0] if i % 2 == 0 else side[1] for i, side in enumerate(order)]
    return rights + lefts[::-1]
