"""Setting words: from what was written to lines of a known height, with the letters as large as the leaf allows.

The lines are broken here, by the same measure as the screen's, and printed exactly so. A leaf can therefore never
grow: words that want more room than the smallest letters give run on to a leaf of their own, and that is known beforehand.
"""
import functools
import unicodedata
from typing import NamedTuple

from wordspics.pictures import typeface
from wordspics.press.editions import POINT, Edition, Step
from wordspics.press.phrasing import phrase
from wordspics.story import Panel

LEADING = 1.42                  # times the letters' size
PADDING = 4.5                   # mm inside a view's box
APART = 5.0                     # mm between two views
_PARAGRAPH = 0.5                # lines between paragraphs, and between rows
_BALANCED = 8                   # paragraphs of up to so many lines are phrased


class Column(NamedTuple):
    """One person's words in one language; `owner` is "" for the panel's own."""

    language: str
    owner: str
    text: str


class SetColumn(NamedTuple):
    """A column with its lines broken, the owner's name too; an empty line is the space between paragraphs."""

    language: str
    owner: tuple[str, ...]
    lines: tuple[str, ...]


Row = tuple[Column, ...]
SetRow = tuple[SetColumn, ...]


def rows_of(panel: Panel, languages: tuple[str, ...]) -> tuple[Row, ...]:
    """What a panel says: its words in each language, then two views side by side in each."""
    rows: list[Row] = [(Column(language, "", panel.words[language]),) for language in languages if panel.words.get(language)]
    for language in languages:
        if any(view.words.get(language) for view in panel.views):
            rows.append(tuple(Column(language, view.owner, view.words.get(language, "")) for view in panel.views))
    return tuple(rows)


def set_rows(rows: tuple[Row, ...], size: float, measure: float) -> tuple[SetRow, ...]:
    """Rows with lines no longer than `measure` (mm) in letters of `size` (pt)."""
    return tuple(tuple(_set(column, size, column_measure(row, measure)) for column in row) for row in rows)


def column_measure(row: Row | SetRow, measure: float) -> float:
    """How long a line of the row may be, in mm."""
    if is_view(row):
        return (measure - APART * (len(row) - 1)) / len(row) - 2 * PADDING
    return measure


def is_view(row: Row | SetRow) -> bool:
    return any(column.owner for column in row)


def height_of(rows: tuple[SetRow, ...], size: float) -> float:
    """How high the rows stand, one under another, in mm."""
    leading = size * POINT * LEADING
    return sum(row_height(row, size) for row in rows) + max(len(rows) - 1, 0) * _PARAGRAPH * leading


def row_height(row: SetRow, size: float) -> float:
    leading = size * POINT * LEADING
    lines = max(len(column.owner) + sum(1 if line else _PARAGRAPH for line in column.lines) for column in row)
    return lines * leading + (2 * PADDING if is_view(row) else 0)


def steps_of(rows: tuple[Row, ...], edition: Edition) -> tuple[Step, ...]:
    return edition.view_steps if any(is_view(row) for row in rows) else edition.steps


def step_for(rows: tuple[Row, ...], edition: Edition, paper: str) -> Step | None:
    """The first step of the edition in which all the words fit beside or below the picture, or None."""
    return next((step for step in steps_of(rows, edition) if fits_in(rows, step, edition, paper)), None)


def fits_in(rows: tuple[Row, ...], step: Step, edition: Edition, paper: str) -> bool:
    measure, room = step.measure * edition.inside(paper)[0], room_for_words(step, edition, paper)
    return _least_height(rows, step.size, measure) <= room and height_of(set_rows(rows, step.size, measure), step.size) <= room


def _least_height(rows: tuple[Row, ...], size: float, measure: float) -> float:
    """What the rows would stand if every line were full: a quick way to see that a step is hopeless."""
    longest = (max(_length(column.text) for column in row) / column_measure(row, measure) for row in rows)
    return sum(longest) * size * size * POINT * POINT * LEADING


@functools.lru_cache(maxsize=256)
def _length(text: str) -> float:
    """How long the text's letters are on one line, in letter heights."""
    return typeface.width("".join(text.split()), 1)


def room_for_words(step: Step, edition: Edition, paper: str) -> float:
    wide, high = edition.inside(paper)
    return high if step.beside else high - step.picture * wide * 0.75 - edition.gap


def pour(rows: tuple[SetRow, ...], size: float, room: float, rooms_after: float) -> list[tuple[SetRow, ...]]:
    """The rows dealt out over leaves: the first has `room` mm for words, every later one `rooms_after`."""
    leaves: list[list[SetRow]] = [[]]
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        kept, rest = _cut(row, size, room - height_of((*leaves[-1], *_none(row)), size) if leaves[-1] else room)
        if kept:
            leaves[-1].append(kept)
        if rest:
            waiting.insert(0, rest)
            leaves.append([])
            room = rooms_after
    return [tuple(leaf) for leaf in leaves]


def runs_right(text: str) -> bool:
    """Whether a text is written from right to left: its first letter that has a direction says so."""
    for c in text:
        way = unicodedata.bidirectional(c)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def balance(text: str, size: float, measure: float, weight: str = "regular") -> tuple[str, ...]:
    """Lines no longer than `measure` mm, in as few lines as can be, about even, and broken where a reader takes breath."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        broken = typeface.break_lines(paragraph, size * POINT, measure, weight)
        words = paragraph.split()
        widths = [typeface.width(word, size * POINT, weight) for word in words]
        if 1 < len(broken) <= _BALANCED and max(widths) <= measure:
            broken = phrase(words, widths, typeface.width(" ", size * POINT, weight), measure, len(broken))
        lines.extend(broken)
    return tuple(lines)


def _set(column: Column, size: float, measure: float) -> SetColumn:
    owner = balance(column.owner, size, measure, "bold") if column.owner else ()
    return SetColumn(column.language, owner, balance(column.text, size, measure) if column.text else ())


def _none(row: SetRow) -> tuple[SetRow, ...]:
    """An empty row, to count the space before a row that follows another."""
    return (tuple(column._replace(owner=(), lines=()) for column in row),)


def _cut(row: SetRow, size: float, room: float) -> tuple[SetRow | None, SetRow | None]:
    """What of a row fits into `room`, and what is left of it."""
    most = max(len(column.lines) for column in row)
    for count in range(most, 0, -1):
        kept = tuple(column._replace(lines=column.lines[:count]) for column in row)
        if row_height(kept, size) <= room:
            rest = tuple(_left_of(column, count) for column in row)
            return kept, rest if any(column.lines for column in rest) else None
    return None, row


def _left_of(column: SetColumn, count: int) -> SetColumn:
    """What of a column comes on the next leaf; one that has said everything leaves its place empty."""
    lines = _trimmed(column.lines[count:])
    return column._replace(lines=lines) if lines else column._replace(owner=(), lines=())


def _trimmed(lines: tuple[str, ...]) -> tuple[str, ...]:
    while lines and not lines[0]:
        lines = lines[1:]
    return lines
