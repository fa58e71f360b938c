"""A first name with a surname. "Mrs Reed", "Aunty Jo" and first names alone are fine."""
from collections.abc import Iterator

from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_ordinary

Place = tuple[int, int, str]            # first word, last word, what it is


def look(passage: Passage, names: tuple[str, ...]) -> Iterator[Place]:
    """Every first name with a surname. Two first names, names the cast has as they stand, and people everybody knows are not."""
    allowed = {tuple(name.lower().split()) for name in names}
    shouted = _is_all_capitals(passage)
    for run in _runs(passage):
        for first, last in zip(run, run[1:], strict=False):
            if _is_full_name(passage, first, last, allowed, shouted) and not _is_a_thing(passage, run[0], first, last):
                yield first, _end(passage, run, last), "name"
                break


def _end(passage: Passage, run: list[int], last: int) -> int:
    """The last word of all that is one name: "Jayden Lee | Armitage", "Precious Adeyemi | -Clarke"."""
    for i in range(last + 1, run[-1] + 1):
        if not passage.words[i].is_capital or is_ordinary(passage.words[i].low):
            break
        last = i
    return last


def _is_a_thing(passage: Passage, start: int, first: int, last: int) -> bool:
    """ "the Selfish Giant", "the Milky Way": with "the" before them, two words no list has as names are a title or a thing."""
    before = {word.low for word in passage.words[max(start - 1, 0):first]}
    sure = passage.words[first].low in known("first_names") or passage.words[last].low in known("surnames")
    return "the" in before and not sure


def _runs(passage: Passage) -> Iterator[list[int]]:
    """Words that stand side by side, each of which could be part of a name."""
    run: list[int] = []
    for i, word in enumerate(passage.words):
        fits = word.raw[0].isalpha() and len(word.low) > 1 and word.low not in known("titles") and word.low not in known("kin")
        fits = fits and (word.is_capital or word.low in known("first_names") or word.low in known("surnames"))
        if run and not (fits and run[-1] == i - 1 and word.sentence == passage.words[i - 1].sentence and passage.joined(i - 1)):
            yield run
            run = []
        if fits:
            run.append(i)
    yield run


def _is_full_name(passage: Passage, i: int, j: int, allowed: set[tuple[str, ...]], shouted: bool) -> bool:
    first, last = passage.words[i], passage.words[j]
    if f"{first.low} {last.low}" in known("known_characters") | known("known_places"):
        return False
    is_first, is_last = first.low in known("first_names") or first.low in passage.named, last.low in known("surnames")
    if (first.low, last.low) in allowed and not (is_first and is_last and last.low not in known("first_names")):
        return False
    if last.low in known("second_names") and is_first and first.is_capital:
        return False
    if not (first.is_capital and last.is_capital) or shouted:
        typed_alike = shouted or first.is_capital == last.is_capital
        doubtful = is_ordinary(first.low) or is_ordinary(last.low) or last.low in known("first_names")
        return is_first and is_last and typed_alike and not doubtful
    if last.low in passage.named and last.low in known("first_names") or is_ordinary(last.low) and not is_last:
        return False
    if first.opens and is_ordinary(first.low) and first.low not in passage.named:
        return is_last and is_first and not is_ordinary(last.low) and last.low not in known("first_names")
    if is_first:
        return is_last and last.low not in passage.named or last.low not in known("first_names") and last.low not in passage.named
    if is_ordinary(first.low) or passage.words[i].opens and not is_last:
        return False
    return last.low not in known("first_names") or is_last


def _is_all_capitals(passage: Passage) -> bool:
    """Whether so many words have a capital that capitals tell nothing: a title, or somebody shouting."""
    first_names, surnames = known("first_names"), known("surnames")
    letters = [word for word in passage.words
               if word.raw[0].isalpha() and word.low not in first_names and word.low not in surnames]
    return len(letters) > 3 and sum(word.is_capital for word in letters) > 0.7 * len(letters)
