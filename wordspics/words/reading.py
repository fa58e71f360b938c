"""How easy words are to read: sentences, panels and hard words by the age of the youngest child. Facts, never a score.

The numbers are our own, anchored as the practice research says. Flesch-Kincaid is a hint for a whole story only: a sentence is
too short for it, and "You can see your baby brother every other Saturday" would be graded for a fourteen-year-old.
"""
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wordspics.words.finding import Finding
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage, Sentence


class Aim(NamedTuple):
    """What to aim at for an age in years: words in a `sentence` (at most `longest`), words in a panel as a ceiling, panels from
    `fewest_panels` to `panels` (more than `many_panels` are too many). `syllables` make a word long; `grade` is a hint.
    """

    from_age: int
    sentence: int
    longest: int
    words: int
    fewest_panels: int
    panels: int
    many_panels: int
    syllables: int
    grade: int


AIMS = (Aim(0, 8, 10, 16, 4, 8, 8, 3, 1), Aim(5, 10, 12, 25, 6, 10, 12, 3, 2), Aim(8, 12, 15, 45, 8, 12, 12, 4, 4),
        Aim(12, 15, 20, 70, 8, 14, 14, 5, 6))
NUMBERS = "no one two three four five six".split()


class Reading(NamedTuple):
    """Facts about one panel's words: how many, each sentence with its place and length, and a line for each long one."""

    words: int
    sentences: tuple[Sentence, ...]
    facts: tuple[str, ...]


def aim(age: int) -> Aim:
    """What to aim at for the youngest reader."""
    return next(a for a in reversed(AIMS) if age >= a.from_age or a is AIMS[0])


def read(text: str, age: int) -> Reading:
    sentences = tuple(Passage(text).sentences)
    words = sum(sentence.length for sentence in sentences)
    facts = [_say_long(sentence, aim(age)) for sentence in sentences if sentence.length > aim(age).longest]
    if words > aim(age).words:
        facts.append(f"{words} words in this panel; {aim(age).words} is the most at this age. Perhaps two panels?")
    return Reading(words, sentences, tuple(facts))


def look(passage: Passage, age: int, lists, taken: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """Notes on long sentences and hard words; words that another finding or an explaining sentence speaks of are left alone."""
    goal = aim(age)
    for sentence in passage.sentences:
        if sentence.length > goal.longest:
            yield Finding(kind="long", start=sentence.start, end=sentence.end, found=passage.text[sentence.start:sentence.end],
                          why=_say_long(sentence, goal))
    spans = list(taken)
    for word in passage.words:
        spoken_of = any(a < word.end and word.start < b for a, b in spans)
        if not spoken_of and syllables(word.low) >= goal.syllables and not _is_known(word, passage, lists):
            yield Finding(kind="hard-word", start=word.start, end=word.end, found=word.raw,
                          why=f"\"{word.raw}\" is a long word for a child of this age. Is there a shorter one?")


def _say_long(sentence: Sentence, goal: Aim) -> str:
    parts = -(-sentence.length // goal.sentence)
    return f"{sentence.length} words in this sentence; try {NUMBERS[parts] if parts < len(NUMBERS) else 'several'}."


def _is_known(word, passage: Passage, lists) -> bool:
    low = word.low
    if not low.isalpha() or low in lists.easy or low in lists.explained or low in passage.named:
        return True
    if word.is_capital and (not word.opens or low in known("surnames")):
        return True
    if any(low in known(name) for name in ("first_names", "kin", "titles")):
        return True
    return any(low.endswith(tail) and low[:-len(tail)] in lists.easy for tail in ("s", "ly", "ing", "ed"))


_SILENT = re.compile(r"(?<=[^aeiouy])e(?=(?:ly|ful|less|ness|ment|some|thing|where|one|day)s?$)")      # lone-ly, some-thing
_PARTED = re.compile(r"(?<=[aeiouy])ing$|(?<![tscgx])i[ao](?!u)|(?<=[aeiou][^aeiou])ia$|eo(?![nup])|[iu]et|[aeiou]ying$|ua[lr]")


def syllables(word: str) -> int:
    """Vowel groups, less the silent ones: right for about nineteen in twenty easy words."""
    word = word.lower().strip("'")
    if not word.isascii() or not word.isalpha():
        return 1
    word = _SILENT.sub("", word)
    count = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouyr]le$", word):
        count -= 1                                                                                            # home, but table
    if re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouysxzcgl]es$", word) and not re.search(r"(?:sh|ch)es$", word):
        count -= 1                                                                                            # played, homes
    count += len(_PARTED.findall(word))
    return max(count, 1)


def grade(texts: Iterable[str]) -> float | None:
    """The Flesch-Kincaid grade of a whole story; None for fewer than a hundred words, where it says nothing."""
    passages = [Passage(text) for text in texts]
    words = [word for passage in passages for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", passage.text)]
    sentences = sum(len(passage.sentences) for passage in passages)
    if len(words) < 100 or not sentences:
        return None
    parts = [part for word in words for part in re.split(r"['’-]", word)[:2] if len(part) > 1 or part.lower() in "ai"]
    beats = sum(syllables(part) for part in parts)
    return round(0.39 * len(words) / sentences + 11.8 * beats / len(words) - 15.59, 1)
