"""Abbreviations nobody has explained: letters in capitals that are no word, no name and nothing a child knows."""
from collections.abc import Iterator

from wordspics.words.finding import Finding
from wordspics.words.gazetteer import known
from wordspics.words.glosses import is_explained
from wordspics.words.passage import Passage
from wordspics.words.wordlist import Lists

LETTERS = range(3, 6)
WHY = "A child cannot know what these letters stand for. Say it in whole words."


def look(passage: Passage, lists: Lists) -> Iterator[Finding]:
    """Findings of kind jargon; none where the whole text is in capitals, for there they tell nothing."""
    if sum(word.raw.isupper() for word in passage.words) > len(passage.words) / 2:
        return
    for n, word in enumerate(passage.words):
        letters = word.raw.removesuffix("s")
        if letters.isupper() and letters.isalpha() and len(letters) in LETTERS and not (
                _is_known(word.low, passage, lists) or is_explained(passage, n, n + 1)):
            yield Finding(kind="jargon", start=word.start, end=word.end, found=word.raw, why=WHY, say=("____",))


def _is_known(low: str, passage: Passage, lists: Lists) -> bool:
    """Whether it is a word said loudly ("NEVER"), a name, or letters every child knows ("DVD")."""
    plain = low.removesuffix("s")
    listed = ("ordinary", "capitals", "letters", "first_names", "kin", "titles")
    if low in passage.named:
        return True
    return any(form in lists.by_trigger or form in lists.easy or form in lists.explained
               or any(form in known(name) for name in listed) for form in (low, plain))
