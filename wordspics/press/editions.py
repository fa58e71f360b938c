"""The editions of a booklet: their paper, their margins, and the steps by which words make room for themselves.

Lengths are millimetres, letters are points. A leaf is one page as a reader sees it.
"""
from typing import NamedTuple

from wordspics.press.faults import CannotPrint

PAPERS = {"a4": (297.0, 210.0), "letter": (279.4, 215.9)}      # landscape: width, height
INKS = ("colour", "outline", "grey")
POINT = 25.4 / 72


class Step(NamedTuple):
    """One way to share a leaf: the picture's width and the words' measure, both as shares of the leaf inside its
    margins, and the size of the letters. `beside` puts the words at the picture's right hand, else they stand below it."""

    picture: float
    measure: float
    size: float
    beside: bool = False


class Edition(NamedTuple):
    """`good` is how many of the steps are a full picture in large letters: leaves in those share one step, so that the
    picture and the letters stay the same from leaf to leaf. `view_steps` are for a panel with two views side by
    side. `overflow` (and `view_overflow`) is the step of a leaf whose words run on."""

    name: str
    title: str
    folds: bool
    steps: tuple[Step, ...]
    view_steps: tuple[Step, ...]
    good: int
    overflow: Step
    view_overflow: Step
    titles: tuple[float, ...]       # letters of the title on the cover
    side: float                     # margins
    head: float
    foot: float                     # the page number stands in it
    gap: float                      # between picture and words
    most_leaves: int

    def leaf(self, paper: str) -> tuple[float, float]:
        width, height = PAPERS[paper]
        return (width / 2, height) if self.folds else (width, height)

    def inside(self, paper: str) -> tuple[float, float]:
        width, height = self.leaf(paper)
        return width - 2 * self.side, height - self.head - self.foot


_FOLDED = tuple(Step(picture, 1, size) for picture, size in (
    (1, 24), (1, 22), (1, 20), (1, 18), (1, 16), (0.86, 16), (0.86, 14), (0.7, 14)))
FOLDED = Edition(
    name="folded", title="Folded booklet", folds=True, steps=_FOLDED, view_steps=_FOLDED[2:], good=4,
    overflow=Step(1, 1, 16), view_overflow=Step(1, 1, 16), titles=(38, 34, 30, 27, 24, 21, 18),
    side=9, head=10, foot=14, gap=7.5, most_leaves=40)
PAGES = Edition(
    name="pages", title="One panel a page", folds=False,
    steps=(Step(0.71, 0.71, 26), Step(0.71, 0.71, 24), Step(0.71, 0.71, 22), Step(0.66, 0.7, 22), Step(0.66, 0.7, 20),
           Step(0.57, 0.395, 20, True), Step(0.57, 0.395, 18, True), Step(0.45, 0.515, 18, True), Step(0.45, 0.515, 16, True),
           Step(0.36, 0.605, 14, True)),
    view_steps=(Step(0.62, 0.8, 22), Step(0.57, 0.9, 20), Step(0.5, 1, 20), Step(0.5, 1, 18), Step(0.42, 1, 16),
                Step(0.36, 1, 14)),
    good=3, overflow=Step(0.57, 0.395, 18, True), view_overflow=Step(0.5, 1, 18), titles=(44, 38, 34, 30, 26, 22, 18),
    side=13, head=10, foot=14, gap=8, most_leaves=160)
EDITIONS = {edition.name: edition for edition in (FOLDED, PAGES)}


def edition(name: str) -> Edition:
    if name not in EDITIONS:
        raise CannotPrint(f"The app prints these editions: {', '.join(EDITIONS)}.")
    return EDITIONS[name]


def vet(name: str, ink: str, paper: str) -> Edition:
    """The edition asked for, when ink and paper are ones the app knows."""
    if ink not in INKS:
        raise CannotPrint(f"The app prints in these inks: {', '.join(INKS)}.")
    if paper not in PAPERS:
        raise CannotPrint(f"The app prints on this paper: {', '.join(PAPERS)}.")
    return edition(name)
