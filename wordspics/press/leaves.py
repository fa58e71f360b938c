"""The leaves of a booklet in reading order, each with its boxes measured: arithmetic only, nothing is drawn yet.

A box is (x, y, width, height) in millimetres from the leaf's upper left corner.
"""
import re
from typing import NamedTuple

from wordspics.press import imposition
from wordspics.press.editions import POINT, Edition, Step
from wordspics.press.faults import CannotPrint
from wordspics.press.setting import (
    LEADING, SetRow, balance, height_of, pour, room_for_words, rows_of, set_rows, step_for, steps_of)
from wordspics.story import Panel, Story
from wordspics.story.story import COVER

_LOWEST_TOP = 18.0              # mm a picture may sink below the head margin when the words are few
_TITLE_LEADING = 1.2


class Box(NamedTuple):
    x: float
    y: float
    w: float
    h: float


class PanelLeaf(NamedTuple):
    """`picture` is None on a leaf that only carries on with the words."""

    panel: Panel
    picture: Box | None
    words: Box
    rows: tuple[SetRow, ...]
    size: float


class Cover(NamedTuple):
    """`panel` is whose picture the cover shows; `below` are words that stand under the title in smaller letters."""

    panel: Panel | None
    picture: Box
    title: tuple[str, ...]
    size: float
    words: Box
    below: tuple[str, ...]
    name: Box


class OwnPicture(NamedTuple):
    frame: Box


class Questions(NamedTuple):
    frame: Box
    lines: tuple[float, ...]


class Inside(NamedTuple):
    """The inside of the back cover: credits, and help lines when they were asked for."""

    words: Box


class Back(NamedTuple):
    words: Box


Leaf = PanelLeaf | Cover | OwnPicture | Questions | Inside | Back


def languages_of(story: Story, wanted: str | None) -> tuple[str, ...]:
    """The languages to print: those asked for ("cy,en"), else the story's first."""
    if not wanted:
        return (story.about.language,)
    asked = tuple(dict.fromkeys(part.strip() for part in wanted.split(",") if part.strip()))
    unknown = [language for language in asked if language not in story.about.languages]
    if unknown or not asked:
        raise CannotPrint(f"This story is not written in {', '.join(unknown) or 'that language'}.")
    return asked


def lay_out(story: Story, edition: Edition, paper: str, languages: tuple[str, ...]) -> tuple[Leaf, ...]:
    """Every leaf from cover to back. A CannotPrint when there is nothing to print, or more than the edition holds."""
    told = told_panels(story)
    if not told:
        raise CannotPrint("There is nothing to print yet: write some words or put a picture on a panel first.")
    cover, inner = _open(told, story, edition, paper, languages)
    leaves: list[Leaf] = [cover, *_panel_leaves(inner, edition, paper, languages)]
    tail: list[Leaf] = [Inside(_inside_box(edition, paper))]
    if edition.folds:
        tail.append(Back(_back_box(edition, paper)))
        blanks = imposition.blanks_for(len(leaves) + len(tail))
        leaves += [_questions(edition, paper) if i == 1 else _own_picture(edition, paper) for i in range(blanks)]
    leaves += tail
    if len(leaves) > edition.most_leaves:
        raise CannotPrint(f"{edition.title}: this story makes {len(leaves)} pages, and the most is {edition.most_leaves}. "
                          "Shorter words, or another edition, will fit.")
    return tuple(leaves)


def told_panels(story: Story) -> tuple[Panel, ...]:
    """The panels that print: neither hidden nor without anything for a child."""
    return tuple(panel for panel in story.shown if not panel.scene.is_empty or _written(panel))


def panels_that_run_on(story: Story, edition: Edition, paper: str, languages: tuple[str, ...]) -> list[str]:
    """The ids of panels whose words do not fit on one leaf."""
    told = told_panels(story)
    if not told:
        return []
    _, inner = _open(told, story, edition, paper, languages)
    return [panel.id for panel in inner if step_for(rows_of(panel, languages_for(panel, languages)), edition, paper) is None]


def languages_for(panel: Panel, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages this panel prints in: never none, so that untranslated words are not lost."""
    written = _written(panel)
    return tuple(language for language in languages if language in written) or tuple(sorted(written))[:1]


def _written(panel: Panel) -> set[str]:
    """The languages in which a panel says anything."""
    said = (panel.words, *(view.words for view in panel.views))
    return {language for words in said for language, text in words.items() if text}


# ---- panels ----

def _panel_leaves(panels: tuple[Panel, ...], edition: Edition, paper: str, languages: tuple[str, ...]) -> list[PanelLeaf]:
    said = {panel.id: rows_of(panel, languages_for(panel, languages)) for panel in panels}
    steps = {id: step_for(rows, edition, paper) for id, rows in said.items()}
    good = edition.steps[:edition.good]
    alike = [id for id, step in steps.items() if step in good and steps_of(said[id], edition) is edition.steps]
    shared = max((steps[id] for id in alike), key=good.index, default=good[0])
    tallest = max((_height(said[id], shared, edition, paper) for id in alike), default=0)
    leaves: list[PanelLeaf] = []
    for panel in panels:
        rows, step = said[panel.id], steps[panel.id]
        if step is None:
            leaves += _run_on(panel, rows, edition, paper)
        elif panel.id in alike:
            leaves.append(_one_leaf(panel, rows, shared, tallest, edition, paper))
        else:
            leaves.append(_one_leaf(panel, rows, step, _height(rows, step, edition, paper), edition, paper))
    return leaves


def _height(rows, step: Step, edition: Edition, paper: str) -> float:
    """How high picture and words stand together in a step."""
    wide, _ = edition.inside(paper)
    words = height_of(set_rows(rows, step.size, step.measure * wide), step.size)
    picture = step.picture * wide * 0.75
    return max(words, picture) if step.beside else picture + (edition.gap + words if words else 0)


def _one_leaf(panel: Panel, rows, step: Step, high: float, edition: Edition, paper: str) -> PanelLeaf:
    wide, room = edition.inside(paper)
    set_ = set_rows(rows, step.size, step.measure * wide)
    words_high = height_of(set_, step.size)
    width = step.picture * wide
    if step.beside:
        picture = Box(edition.side, edition.head + (room - width * 0.75) / 2, width, width * 0.75)
        left = edition.side + wide - step.measure * wide
        words = Box(left, edition.head + (room - words_high) / 2, step.measure * wide, words_high)
        return PanelLeaf(panel, picture, words, set_, step.size)
    left, _ = edition.leaf(paper)
    top = edition.head + min(max(room - high, 0) * 0.42, _LOWEST_TOP)
    picture = Box((left - width) / 2, top, width, width * 0.75)
    words = Box((left - step.measure * wide) / 2, top + picture.h + edition.gap, step.measure * wide, words_high)
    return PanelLeaf(panel, picture, words, set_, step.size)


def _run_on(panel: Panel, rows, edition: Edition, paper: str) -> list[PanelLeaf]:
    """Words too long for any step: a picture with the first of them, then leaves of words alone."""
    step = edition.overflow if steps_of(rows, edition) is edition.steps else edition.view_overflow
    wide, room = edition.inside(paper)
    measure = step.measure * wide if step.beside else wide
    poured = pour(set_rows(rows, step.size, measure), step.size, room_for_words(step, edition, paper), room)
    first = _one_leaf(panel, rows, step, room, edition, paper)
    words = first.words._replace(y=edition.head, h=room) if step.beside else first.words
    leaves = [first._replace(rows=poured[0], words=words)]
    left, _ = edition.leaf(paper)
    for more in poured[1:]:
        box = Box((left - measure) / 2, edition.head, measure, room)
        leaves.append(PanelLeaf(panel, None, box, more, step.size))
    return leaves


# ---- cover and end ----

def _open(told: tuple[Panel, ...], story: Story, edition: Edition, paper: str,
          languages: tuple[str, ...]) -> tuple[Cover, tuple[Panel, ...]]:
    """The cover, and the panels behind it. A cover panel is the cover, unless it says more than a cover can."""
    first = told[0]
    is_cover = first.purpose == COVER and not first.has_two_views
    said = first.words_in(languages_for(first, languages)[0]) if is_cover and any(first.words.values()) else ""
    title = story.about.title or said or story.title
    below = "" if _alike(said, title) else said
    pictured = next((panel for panel in told if not panel.scene.is_empty), None)
    cover = _cover(title, below, edition, paper, pictured)
    if cover is None:
        return _cover(title, "", edition, paper, pictured), told
    return cover, told[1:] if is_cover else told


def _alike(one: str, other: str) -> bool:
    plain = [re.sub(r"\W+", " ", text).strip().casefold() for text in (one, other)]
    return not plain[0] or plain[0] == plain[1]


def _cover(title: str, below: str, edition: Edition, paper: str, panel: Panel | None) -> Cover | None:
    """The cover with its title as large as fits, or None when `below` is more than it holds."""
    wide, high = edition.leaf(paper)
    if edition.folds:
        picture = Box(15, high * 0.352, wide - 30, (wide - 30) * 0.75)
        words = Box(13, 19, wide - 26, picture.y - 19 - 8)
        name = Box(25, picture.y + picture.h + 13, wide - 50, 21)
    else:
        width = wide * 0.52
        picture = Box(wide - width - 17, (high - width * 0.75) / 2 - 2, width, width * 0.75)
        words = Box(16, 27, picture.x - 16 - 11, high - 27 - 62)
        name = Box(16, high - 46, picture.x - 16 - 13, 26)
    small = 15.0
    for size in edition.titles:
        lines = balance(title, size, words.w, "bold")
        if " ".join(lines).split() != title.split() and size > min(edition.titles):     # a word was cut: smaller letters may hold it
            continue
        under = balance(below, small, words.w) if below else ()
        tall = len(lines) * size * POINT * _TITLE_LEADING + (len(under) * small * POINT * LEADING + 4 if under else 0)
        if tall <= words.h and (not under or len(under) <= 4):
            return Cover(panel, picture, lines, size, words._replace(y=words.y + (words.h - tall) / 2, h=tall), under, name)
    if below:
        return None
    raise CannotPrint("The title is too long for the cover; a shorter one will fit.")


def _own_picture(edition: Edition, paper: str) -> OwnPicture:
    wide, high = edition.leaf(paper)
    return OwnPicture(Box(edition.side + 2, 31, wide - 2 * edition.side - 4, high - 31 - edition.foot - 4))


def _questions(edition: Edition, paper: str) -> Questions:
    box = _own_picture(edition, paper).frame
    return Questions(box, tuple(box.y + 17 + 17 * i for i in range(int((box.h - 12) / 17))))


def _inside_box(edition: Edition, paper: str) -> Box:
    wide, high = edition.leaf(paper)
    side = 17 if edition.folds else 40
    return Box(side, 20, wide - 2 * side, high - 36)


def _back_box(edition: Edition, paper: str) -> Box:
    wide, high = edition.leaf(paper)
    return Box(20, 12, wide - 40, high - 24)
