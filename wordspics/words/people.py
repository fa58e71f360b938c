"""Who is who in a text: names, as far as capitals, lists and the cast's own names can tell."""
import re
from collections.abc import Callable, Iterable, Iterator

from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage, Word

# Hurting these hurts the person too.
_OF_ONESELF = frozenset("""
mind head brain heart feelings feeling body face hair eye eyes ear ears nose mouth lip lips tooth teeth neck throat
back shoulder arm arms hand hands wrist friend friends dog cat pet finger fingers rib ribs chest tummy belly
stomach bottom leg legs knee foot feet skin bone bones life illness
""".split())

_ELDERS = frozenset("""
aunt auntie aunty uncle nan nana nanna nanny nani gran granny grandma grandad granddad grandpa mr mrs ms miss dr
""".split())


def single_names(names: Iterable[str]) -> frozenset[str]:
    """The single words of the cast's names that are names themselves: of "Aunty Jo", "jo"."""
    words = {word for name in names for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name.lower())}
    return frozenset(words - known("kin") - known("titles") - known("ordinary") | words & known("first_names"))


def is_name(word: Word, passage: Passage) -> bool:
    """A capital that is no ordinary word; at the start of a sentence only a name the cast or the list has."""
    low = word.low
    if not word.raw[:1].isalpha() or low in known("kin") or low in known("titles"):
        return False
    if low in passage.named or low in known("first_names"):
        return word.is_capital and (not word.opens or low not in known("ordinary") or low in passage.named) or (
            len(low) > 2 and low not in known("ordinary") and low not in known("capitals"))
    return word.is_capital and not word.opens and not is_ordinary(low)


def is_ordinary(low: str) -> bool:
    plain = low.removesuffix("s")                                       # "on Fridays"
    return any(known(name) & {low, plain} for name in ("ordinary", "capitals", "countries"))


def only_owns(passage: Passage, end: int) -> bool:
    """Whether the person named before word `end` only owns what follows: "killed Grandad | 's tomatoes", not "hurt Mum | 's arm"."""
    words = passage.words[end:min(end + 3, passage.stop(end - 1))]
    return len(words) > 1 and words[0].low == "'s" and not any(
        word.low in _OF_ONESELF or word.low in known("kin") for word in words[1:])


def _names_at(passage: Passage, i: int, stop: int) -> Iterator[int]:
    """Where a name that begins at word `i` ends: one word, or two."""
    if i < stop and is_name(passage.words[i], passage):
        yield i + 1
        if i + 1 < stop and is_name(passage.words[i + 1], passage) and passage.joined(i):
            yield i + 2


def _lone_names_at(passage: Passage, i: int, stop: int) -> Iterator[int]:
    """A name that may be a child's: not the one in "Aunty Jo" or "Mr Shah"."""
    if i == 0 or passage.words[i - 1].low not in _ELDERS:
        yield from _names_at(passage, i, stop)


def _one_of(listed: str) -> Callable[[Passage, int, int], Iterator[int]]:
    def ends(passage: Passage, i: int, stop: int) -> Iterator[int]:
        if i < stop and passage.words[i].low in known(listed):
            yield i + 1
    return ends


NAMED = {"name": _names_at, "lone-name": _lone_names_at,
         "parent-abroad": _one_of("parents_abroad"), "elder-abroad": _one_of("elders_abroad")}
