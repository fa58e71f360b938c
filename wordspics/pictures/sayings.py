"""What people say and what our pictures call it, as illustrations/synonyms.toml has it: read once, by the stems of its words."""
import functools
import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from wordspics.pictures.spelling import split, stem

SYNONYMS = Path(__file__).parents[2] / "illustrations" / "synonyms.toml"
Terms = tuple[str, ...]


class Sayings:
    """Phrases as stems and the words they mean, the words they are spelt with, and the stems that are treated apart."""

    def __init__(self, table: dict):
        self._small = frozenset(table["small"])
        self.people, self.passing, self.helping, self.grave = (
            frozenset(stem(word) for word in table[what]) for what in ("people", "passing", "helping", "grave"))
        self.means: dict[Terms, tuple[list[str], ...]] = {}
        self.spelt: dict[str, str] = {}
        self._longer: dict[str, list[Terms]] = defaultdict(list)           # first stem -> phrases of several words
        for meant, said in table["means"].items():
            for phrase in _spoken_out(said):
                self._add(phrase, self.telling(split(meant)))
        deaths = _spoken_out(table["how_somebody_died"])
        self._deaths = [tuple(stem(word) for word in split(phrase)) for phrase in deaths]
        for phrase in deaths:
            self._add(phrase, ["died"])

    def telling(self, words: list[str]) -> list[str]:
        """The words without the small ones, unless there are no others."""
        return [word for word in words if word not in self._small] or words

    def said_in(self, terms: Terms) -> Iterator[Terms]:
        """The phrases of several words that are all said, in whatever order."""
        said = set(terms)
        for term in said:
            yield from (phrase for phrase in self._longer.get(term, ()) if said.issuperset(phrase))

    def death_in(self, terms: Terms) -> Terms:
        """How somebody died, when that is what is said, or (): who hangs the washing out has not died."""
        told = [phrase for phrase in self._deaths if set(terms).issuperset(phrase)]
        if not told:
            return ()
        longest = max(told, key=len)
        everyday = (phrase for phrase in self.said_in(terms) if not set(phrase).issubset(longest) and set(phrase).intersection(longest))
        return () if any(everyday) else longest

    def _add(self, phrase: str, meant: list[str]) -> None:
        words = self._kept(phrase)
        key = tuple(stem(word) for word in words)
        self.spelt.update(zip(words, key))
        if key not in self.means and len(key) > 1:
            self._longer[key[0]].append(key)
        self.means[key] = (*self.means.get(key, ()), meant)

    def _kept(self, phrase: str) -> list[str]:
        """What tells, or every word where only one would be left: "in hospital" is not any hospital, nor "hung himself" hung."""
        words = split(phrase)
        telling = self.telling(words)
        return words if len(telling) == 1 else telling


def _spoken_out(phrases: list[str]) -> list[str]:
    """Each phrase by itself: "jumped|fell off bridge" is two."""
    return [" ".join(words) for phrase in phrases for words in itertools.product(*(word.split("|") for word in phrase.split()))]


@functools.cache
def sayings() -> Sayings:
    return Sayings(tomllib.loads(SYNONYMS.read_text(encoding="utf-8")))
