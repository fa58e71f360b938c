"""Words as people type or paste them, made safe to keep and to print: same words, tidy characters.

Endless dashes with no-break spaces and piled-up accents hang a layout engine (Kozea/WeasyPrint#614); bidi
overrides can make printed words differ from the words agreed. So they go at the door, and the screen shows the result.
"""
import re
import unicodedata
from typing import Annotated

from msgspec import Meta

from wordspics.story.faults import BadStory

Name = Annotated[str, Meta(max_length=40, pattern=r"^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?\Z")]   # of a pose, a place, a colour; "" is none
Wish = Annotated[str, Meta(max_length=40, pattern=r"^[^\x00-\x1f\x7f<>&\"'/\\]*\Z")]      # the same, as a file may misspell it
Id = Annotated[str, Meta(min_length=1, max_length=40, pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")]
Language = Annotated[str, Meta(max_length=12, pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?\Z")]

_KEPT_CONTROLS = {"\n"}
_JOINERS = {"\u200c", "\u200d"}        # needed by Persian, by Indian scripts and by joined emoji
_MARKS_IN_A_ROW = 3


def tidy(words: str) -> str:
    """The same words in NFC, without control, surrogate, private or direction-override characters.

    Tabs and no-break spaces become spaces; at most three accents pile on one letter; at most two blank lines stay.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    words = re.sub(r"[\t\u00a0\u202f\u2007]", " ", words)
    kept = words.translate({ord(c): None for c in set(words) if not _may_stay(c)})
    kept = _calm_marks(unicodedata.normalize("NFC", kept))
    kept = re.sub(r" {3,}", "  ", kept)
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def fit(words: str, most: int, what: str) -> str:
    """Tidy words of at most `most` characters; a BadStory that names `what` when there are more."""
    kept = tidy(words)
    if len(kept) > most:
        raise BadStory(f"{what} is {len(kept):,} characters long; the most is {most:,}.")
    return kept


def fit_line(words: str, most: int, what: str) -> str:
    """As `fit`, on one line."""
    return fit(re.sub(r"\s+", " ", tidy(words)), most, what)


def _may_stay(c: str) -> bool:
    if c in _KEPT_CONTROLS or c in _JOINERS:
        return True
    return unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _calm_marks(words: str) -> str:
    marks = {c for c in set(words) if unicodedata.category(c) in {"Mn", "Me"}}
    if not marks:
        return words
    out, run = [], 0
    for c in words:
        run = run + 1 if c in marks else 0
        if run <= _MARKS_IN_A_ROW:
            out.append(c)
    return "".join(out)
