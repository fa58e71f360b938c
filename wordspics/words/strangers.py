"""Names that stand in a story's words although nobody in the cast is called so. What only may be a name is left alone."""
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage, Word
from wordspics.words.people import is_ordinary
from wordspics.words.told import Telling, Told
from wordspics.words.voices import forms

AROUND = 3                          # words before and behind "dog" in which its name may stand
_DOES = forms("say ask tell help talk listen visit live love look make think feel know want like play cry shout hit hurt stay") | frozenset(
    ("gave", "gives", "wants", "lives"))
_MOVES = forms("come go take")      # things do as well, so at the head of a sentence they tell nothing
_JOINS = frozenset("and with or".split())
_NOT_A_NAME = frozenset("the a an of at in 's your my our his her called".split())


def strangers(telling: Telling) -> dict[str, str]:
    """Each name that is not in the cast, and the id of the first panel it stands on."""
    found: dict[str, str] = {}
    pets: set[str] = set()
    for told in telling.worded:
        for n, word in enumerate(told.passage.words):
            if word.is_capital and word.low not in telling.named:
                if _is_pet(telling, told, n):
                    pets.add(word.low)
                elif called := _called(telling, told.passage, n):
                    found.setdefault(called, told.panel.id)
    return {called: panel for called, panel in found.items() if called.split()[-1].lower() not in pets}


def _called(telling: Telling, passage: Passage, n: int) -> str:
    """The name that word `n` is: one the list has, one behind "Nana", or one that stands where only people do. "" when it is none."""
    word, before = passage.words[n], passage.words[n - 1] if n and not passage.words[n].opens else None
    if word.low in known("kin") or word.low in known("titles") or word.low in known("towns"):
        return ""
    is_listed, is_plain = word.low in known("first_names"), is_ordinary(word.low)
    if before and before.low in known("kin") and passage.joined(n - 1) and (is_listed or not is_plain and _looks_like_one(telling, word)):
        return passage.text[before.start:word.end]
    if is_listed:
        return "" if is_plain else word.raw
    return word.raw if not is_plain and _looks_like_one(telling, word) and _acts(passage, n) else ""


def _looks_like_one(telling: Telling, word: Word) -> bool:
    lists = telling.lists
    return (word.raw.isalpha() and not word.raw.isupper() and len(word.low) > 2
            and not {word.low, word.low.removesuffix("s")} & (lists.easy | lists.explained))


def _acts(passage: Passage, n: int) -> bool:
    """ "Zbigniew helped", "Mum and Zbigniew"."""
    words, stop = passage.words, passage.stop(n)
    after = words[n + 1] if n + 1 < stop else None
    if words[n].opens:
        return after is not None and after.low in _DOES and not words[n].low.endswith("s")
    before = words[n - 1]
    if before.is_capital and not before.opens or before.low in _NOT_A_NAME:
        return False
    if after and after.low in _DOES | _MOVES:
        return True
    return before.low in _JOINS and n > 1 and words[n - 2].is_capital and not (after and after.is_capital)


def _is_pet(telling: Telling, told: Told, n: int) -> bool:
    """ "Pip the cat", "a dog called Max"."""
    around = {word.low for word in told.passage.words[max(n - AROUND, 0):n + AROUND + 1]}
    return any(around & pattern.trigger for sign in telling.signs("animal") for pattern in sign.find)
