"""Finding a picture by the words a worker or parent would type: British, familial, hurried or misspelt.

A query is read in several ways (as typed, joined up, by its synonyms), each word of a reading opens a slot of terms it
may mean with a likeness from 0 to 1, and a picture scores by how well it fills the slots. Everything is looked up in
tables made once, so a search follows the typing.
"""
import bisect
import re
from collections import defaultdict
from typing import Iterable, Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA

from wordspics.pictures.sayings import Terms, sayings
from wordspics.pictures.spelling import sound, split, stem

TITLE, TAG, TOLD = 1.0, 0.9, 0.4        # how much a word says about its picture, by where it stands
SYNONYM, SCATTERED, SOUND, BEGUN = 0.93, 0.88, 0.88, 0.72
_LATER = 0.005                          # what each tag says less than the one before it
_SPELLING = 0.73                        # below this share of letters alike, two words are two words
_LEAST, _UNKNOWN = 0.3, 0.4             # a score below which nothing is shown; what a word weighs that names no picture
_A_PASSAGE, _NAMED = 3, 0.7             # words from which a query is read as a passage too; what a picture named there scores
_NAMED_AT_ONCE, _TOO_COMMON = 2, 24     # pictures that one phrase of a passage brings; a word that names more says nothing
_RIGHTED = 0.95
_PASSING = 0.5                          # what a word in passing says beside one that names something
_WORDS, _PHRASE = 12, 4                 # words of a query that are read; words in the longest phrase that a passage is read for


class Found(Protocol):
    """What can be found."""

    name: str
    title: str
    kind: str
    tags: tuple[str, ...]
    alt: str


class Index:
    """A search over titles, tags and what is said of a picture to somebody who cannot see it."""

    def __init__(self, pictures: Iterable[Found]):
        self._pictures = list(pictures)
        self._sayings = sayings()
        self._synonyms, self._grave = self._sayings.means, self._sayings.grave
        self._holders: dict[str, dict[int, float]] = defaultdict(dict)      # term -> picture -> weight
        self._phrases: dict[Terms, dict[int, float]] = defaultdict(dict)    # whole title or tag -> picture -> weight
        self._spelt: dict[str, str] = {}                                    # word as written -> term
        for at, picture in enumerate(self._pictures):
            self._shelve(at, picture)
        self._spelt.update(self._sayings.spelt)
        self._words = sorted(self._spelt)
        self._sounds: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            self._sounds[sound(word)].append(word)

    def search(self, query: str, kinds: Iterable[str] | None = None, most: int = 10) -> list[tuple[Found, float]]:
        """What answers the query, best first, each with a score from 0 to 1."""
        wanted, best = set(kinds or ()), defaultdict(float)
        words = self._gently(split(query))
        righted = [self._righted(word, unfinished=i == len(words) - 1) for i, word in enumerate(words)]
        readings = self._readings(words)
        if righted != words:                         # a phrase is looked up whole, so its words are spelt right first
            readings += [(reading, _RIGHTED * worth) for reading, worth in self._readings(righted)]
        if re.search(r"['’]s?\s*\Z", query):          # "gran's" is gran's house
            readings += self._readings([*words, "house"])
        for reading, worth in readings:
            for at, score in self._score(reading).items():
                best[at] = max(best[at], score * worth)
        if len(words) >= _A_PASSAGE:                 # "the night the polis came": what it names outweighs what it says besides
            for rank, at in enumerate(self._spoken_of(" ".join(righted), wanted, in_passing=True)):
                _lift(best, at, _NAMED - 0.01 * rank)
        found = [(self._pictures[at], min(score, 1.0)) for at, score in best.items()
                 if score >= _LEAST and (not wanted or self._pictures[at].kind in wanted)]
        return sorted(found, key=lambda pair: (-round(pair[1], 3), len(pair[0].title), pair[0].title))[:most]

    def mentioned(self, text: str, kinds: Iterable[str] | None = None, most: int = 10) -> list[Found]:
        """What a passage speaks of in so many words, what is named most plainly first; nothing is guessed."""
        return [self._pictures[at] for at in self._spoken_of(text, set(kinds or ()))[:most]]

    # ---- the tables ----

    def _shelve(self, at: int, picture: Found) -> None:
        name = picture.name.replace("-", " ")
        for text, weight in ((picture.title, TITLE), *_ranked((name, *picture.tags)), (picture.alt, TOLD)):
            words = self._sayings.telling(split(text))
            terms = tuple(stem(word) for word in words)
            if not terms:
                continue
            self._spelt.update(zip(words, terms))
            worth = weight * (0.86 + 0.14 / len(terms))
            for term in terms:
                _lift(self._holders[term], at, worth)
            if weight > TOLD:
                _lift(self._phrases[terms], at, weight)
                for one, two in zip(words, words[1:]):
                    self._spelt[one + two] = joined = one + stem(two)
                    _lift(self._holders[joined], at, worth)

    # ---- reading a passage ----

    def _spoken_of(self, text: str, wanted: set[str], in_passing: bool = False) -> list[int]:
        """What a passage names, most plainly first; last, when that is wanted too, what its words in passing name."""
        best: dict[int, float] = defaultdict(float)
        sentences = (self._gently(split(sentence)) for sentence in re.split(r"[.!?\n]", text))
        terms = tuple(term for sentence in sentences for term in (*map(stem, self._sayings.telling(sentence)), ""))    # no phrase runs on
        at = 0
        while at < len(terms):
            named, length = self._longest_at(terms, at, wanted)
            if in_passing and terms[at] in self._sayings.passing and not named:
                named = {one: _PASSING * weight for one, weight in self._fitting(self._called(terms[at:at + 1]), wanted).items()}
            for one, weight in sorted(named.items(), key=lambda pair: -pair[1])[:_NAMED_AT_ONCE]:
                _lift(best, one, weight + 0.1 * length)
            at += length
        return sorted(best, key=lambda one: -round(best[one], 2))     # of equals, what is named first stands first

    def _longest_at(self, terms: Terms, at: int, wanted: set[str]) -> tuple[dict[int, float], int]:
        """The pictures wanted among those named by the longest phrase that begins here, and how many words it takes.

        What people do is no picture: who is asleep on the sofa leaves a sofa to be seen.
        """
        seen = wanted and wanted | {"place", "thing", "symbol"}
        for length in range(_PHRASE, 0, -1):
            named = self._fitting(self._named(terms[at:at + length]), seen) if at + length <= len(terms) else {}
            if named:
                return self._fitting(named, wanted), length
        return {}, 1

    def _fitting(self, named: dict[int, float], wanted: set[str]) -> dict[int, float]:
        return {one: weight for one, weight in named.items() if not wanted or self._pictures[one].kind in wanted}

    def _named(self, phrase: Terms) -> dict[int, float]:
        """The pictures a phrase names in the middle of a passage."""
        if len(phrase) == 1 and phrase[0] in self._sayings.passing or self._sayings.helping.issuperset(phrase):
            return {}
        named = self._called(phrase)
        if len(phrase) == 1 and phrase[0] in self._sayings.people:
            return {at: weight for at, weight in named.items() if weight == TITLE or self._pictures[at].kind == "person"}
        return named if len(named) <= _TOO_COMMON else {}

    def _called(self, phrase: Terms) -> dict[int, float]:
        """The pictures of which a phrase is the whole title or a whole tag, or that people call so."""
        named = dict(self._phrases.get(phrase, {})) if not self._grave.intersection(phrase) else {}
        for meant in self._synonyms.get(phrase, ()):
            terms = tuple(stem(word) for word in meant)
            for at, weight in (self._phrases.get(terms) or self._shared(terms)).items():
                _lift(named, at, SYNONYM * weight)
        return named

    # ---- reading a query ----

    def _readings(self, words: list[str]) -> list[tuple[list[str], float]]:
        """The ways to read a query, each with its worth: as typed, with two words as one, with a phrase in other words."""
        said = tuple(stem(word) for word in words[:_WORDS])
        words = self._sayings.telling(words[:_WORDS])
        readings = [(words, 1.0)] if words else []
        for i in range(len(words) - 1):
            if words[i] + words[i + 1] in self._spelt:
                readings.append(([*words[:i], words[i] + words[i + 1], *words[i + 2:]], 0.99))
        for phrase in self._sayings.said_in(said):
            others = [word for word in words if stem(word) not in phrase]
            worth = SYNONYM if _together(phrase, said) else SCATTERED
            readings += [([*meant, *others], worth) for meant in self._synonyms[phrase]]
        return readings

    def _score(self, words: list[str]) -> dict[int, float]:
        """How well each picture answers one reading."""
        totals: dict[int, float] = defaultdict(float)
        slots = [self._slot(word, unfinished=i == len(words) - 1) for i, word in enumerate(words)]
        weights = [self._weight(word) if slot else _UNKNOWN for word, slot in zip(words, slots)]
        for slot, weight in zip(slots, weights):
            for at, score in slot.items():
                totals[at] += score * weight
        whole = sum(weights)
        scores = {at: 0.9 * total / whole for at, total in totals.items()}
        for at, weight in self._phrases.get(tuple(stem(word) for word in words), {}).items():
            scores[at] = scores.get(at, 0) + 0.1 * weight
        return scores

    def _weight(self, word: str) -> float:
        """A word that many pictures share, or that names somebody, says less about which one is meant."""
        term = stem(word)
        if term in self._sayings.people:
            return 0.4
        holders = len(self._holders.get(term, ()))
        return 1.0 if holders < 12 else 0.8

    def _slot(self, word: str, unfinished: bool) -> dict[int, float]:
        """The pictures one word may mean."""
        slot: dict[int, float] = {}
        grave = self._grave_term(word)
        for term, likeness in ({grave: 1.0} if grave else self._terms(word, unfinished)).items():
            for at, weight in self._holders.get(term, {}).items() if not grave else ():
                _lift(slot, at, likeness * weight)
            for meant in self._synonyms.get((term,), ()):
                for at, weight in self._shared(tuple(stem(one) for one in meant)).items():
                    _lift(slot, at, likeness * SYNONYM * weight)
        return slot

    def _shared(self, terms: Terms) -> dict[int, float]:
        """The pictures that hold every one of the terms."""
        holders = [self._holders.get(term, {}) for term in terms]
        together = set(holders[0]).intersection(*holders[1:])
        whole = self._phrases.get(terms, {})
        return {at: max(min(held[at] for held in holders) * 0.95, whole.get(at, 0)) for at in together}

    def _terms(self, word: str, unfinished: bool) -> dict[str, float]:
        """The terms a word may stand for: itself, what it begins, what sounds or is spelt like it."""
        term = self._known(word)
        terms = {term: 1.0} if term else {}
        if unfinished and len(word) >= 2:
            for begun in self._begun_by(word):
                _lift(terms, self._spelt[begun], BEGUN + 0.25 * len(word) / len(begun))
        if term and len(word) > 4 and word not in self._spelt:             # meating is not only about meat
            for alike in self._sounds.get(sound(word), ()):
                _lift(terms, self._spelt[alike], SOUND)
        if not term and len(word) > 2:
            for way in {word, stem(word)}:
                self._guess(way, unfinished, terms)
        return terms

    def _gently(self, words: list[str]) -> list[str]:
        """Of how somebody died only that they died, and who: no bridge, no train."""
        terms = tuple(self._grave_term(word) or stem(word) for word in words)
        if not self._sayings.death_in(terms):
            return words
        return [*(word for word, term in zip(words, terms) if term in self._sayings.people), "died"]

    def _grave_term(self, word: str) -> str:
        """The grave word that is meant, even misspelt, or "": suiside is no seaside."""
        term = stem(word)
        if term in self._grave or len(word) < 4 or self._known(word):
            return term if term in self._grave else ""
        likest = process.extractOne(term, self._grave, scorer=OSA.normalized_similarity, score_cutoff=_SPELLING)
        return likest[0] if likest and len(likest[0]) > 3 and (len(term) > 5 or sound(likest[0]) == sound(term)) else ""

    def _known(self, word: str) -> str:
        """The term a word is, if we have it; the stemmer leaves "buses" as buse, so -es is tried too, and -g for shoutin."""
        ways = (stem(word), stem(word.removesuffix("es")), stem(f"{word}g") if word.endswith("in") else "")
        return next((term for term in ways if term in self._holders or (term,) in self._synonyms), "")

    def _righted(self, word: str, unfinished: bool) -> str:
        """The word we have that is likest one we have not, or the word itself."""
        if len(word) < 4 or self._known(word) or unfinished and any(self._begun_by(word)):
            return word
        heard = process.extractOne(word, self._sounds.get(sound(word), ()), scorer=OSA.normalized_similarity, score_cutoff=0.4)
        likest = heard or process.extractOne(word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_SPELLING)
        return self._grave_term(word) or (likest[0] if likest else word)

    def _begun_by(self, word: str) -> Iterable[str]:
        for i in range(bisect.bisect_left(self._words, word), len(self._words)):
            if not self._words[i].startswith(word):
                return
            yield self._words[i]

    def _guess(self, word: str, unfinished: bool, terms: dict[str, float]) -> None:
        heard = sound(word)
        for alike in self._sounds.get(heard, ()):
            likeness = OSA.normalized_similarity(word, alike)
            _lift(terms, self._spelt[alike], SOUND - 0.2 * (1 - likeness) if likeness >= 0.4 else 0)
        if len(word) <= 3:
            return                                         # of three letters one wrong is too many
        near = process.extract(word, self._words, scorer=OSA.normalized_similarity, score_cutoff=_SPELLING, limit=6)
        for alike, likeness, _ in near:
            if alike[0] == word[0] or len(word) > 5:        # glue is not blue
                _lift(terms, self._spelt[alike], likeness * 0.95)
        if unfinished and not terms:
            for known, spellings in self._sounds.items():
                if known.startswith(heard):
                    for alike in spellings:
                        _lift(terms, self._spelt[alike], 0.6 if alike[:3] == word[:3] else 0)


def _lift(table: dict, key, value: float) -> None:
    if value > table.get(key, 0):
        table[key] = value


def _ranked(tags: tuple[str, ...]) -> Iterable[tuple[str, float]]:
    """What is put first is what a picture mostly is: of a rose and of flowers for a funeral, only one is always for a funeral."""
    return ((tag, TAG - _LATER * min(at, 10)) for at, tag in enumerate(tags))


def _together(phrase: Terms, terms: Terms) -> bool:
    """Whether the words of a phrase stand near each other, with no more than one between them."""
    places = [terms.index(term) for term in phrase]
    return places == sorted(places) and places[-1] - places[0] <= len(phrase)
