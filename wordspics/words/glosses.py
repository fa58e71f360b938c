"""Whether a text explains a word itself: it gives it as a name ("this is called ..."), or says what sort of thing it is.

What follows from a thing explains nothing: after "A non-mol means Dad must stay away" the word still hangs in the air.
"""
from wordspics.words.passage import Passage
from wordspics.words.voices import forms

_SMALL = frozenset("the a an your his her our their my this that these on in at of to for with by from is was are were".split())
_IS = frozenset("is are was were be been 's".split())
_NAMING = _IS | frozenset("it this that them these something somewhere somebody someone also sometimes".split())
_CALLS = frozenset("call calls".split())
_SORT = frozenset("when where somebody someone something somewhere people grown-ups".split())
_KINDS = forms("""
meeting person place grown-up grown word name plan rule paper letter visit list lady man woman helper kind sort feeling illness
medicine tablet test team group doctor nurse talk job family
""")
_PEOPLE = forms("people person grown adult judge doctor worker helper everybody everyone somebody")
_ROLES = frozenset("guardian worker officer advocate mentor therapist coordinator practitioner chair iro".split())
_DOES = frozenset("tells helps makes asks listens checks decides speaks writes talks visits plays looks".split())
_OWNERS = frozenset("the our your this that a".split())
_BARE = frozenset("plan meeting thing step stage work order".split())
_TELLING = frozenset((it, does) for it in ("it", "that", "this", "which") for does in ("is", "'s", "means", "was", "helps")) | frozenset(
    (("and", "means"), ("so", "that")))
_SOME = frozenset("the some two three four five six several all".split())
NEAR, FAR = 4, 10                   # words before: from "called", from "the word for ... is"


def is_explained(passage: Passage, begin: int, end: int) -> bool:
    """Whether the word that words begin to end speak of is explained where it stands, or anywhere else in the text."""
    told = [word.low for word in passage.words[begin:end] if word.low not in _SMALL]
    if not told:
        return False
    key = told[-1].removesuffix("s")
    places = [i for low in (key, key + "s") for i in passage.at.get(low, ())]
    return _is_named(passage, begin) or any(_is_named(passage, i) or _is_sorted(passage, i) or _is_shown(passage, i)
                                              or _is_at_work(passage, i) for i in places)


def _is_named(passage: Passage, i: int) -> bool:
    """ "... is called psychosis", "we call it contact", "the word for this is siblings"."""
    words = passage.words
    for n in range(i - 1, max(i - FAR, 0), -1):
        if words[n].sentence != words[i].sentence:
            return False
        low, before = words[n].low, words[n - 1].low
        if n >= i - NEAR and (low == "called" and (before in _NAMING and not _is_bare(passage, n) or _is_something(passage, n))
                              or low in ("it", "this", "that", "them", "these", "illness") and _CALLS & {before, words[n - 2].low}):
            return True
        if low in ("word", "name") and words[n + 1].low in ("for", "is") and words[i - 1].low in _IS | {"a", "an"}:
            return True
    return False


def _is_bare(passage: Passage, n: int) -> bool:
    """ "The plan is called reunification, and it starts on Monday": a noun that says nothing, and nobody tells more of it."""
    words = passage.words
    after = [word.low for word in words[n + 1:n + 14]]
    return n >= 3 and words[n - 3].opens and words[n - 3].low in _OWNERS and words[n - 2].low in _BARE and not any(
        pair in _TELLING for pair in zip(after, after[1:], strict=False))


def _is_something(passage: Passage, n: int) -> bool:
    """ "an illness called": what stands before "called" is a thing, told with "a"."""
    return bool({word.low for word in passage.words[max(n - NEAR, 0):n - 1]} & {"a", "an", "some"}) and (
        passage.words[n - 1].low in _KINDS)


def _is_sorted(passage: Passage, i: int) -> bool:
    """ "A review is a meeting where ...", "a review, which is when ...", "Neglect means not getting ..."."""
    words = passage.words
    after = [word.low for word in words[i + 1:min(i + 7, passage.stop(i))]]
    while after and after[0] in ("which", "who", "that"):
        after.pop(0)
    if after[:1] == ["means"]:
        return len(after) > 1 and (after[1] in _SORT or after[1].endswith("ing") or after[1:2] == ["not"] and after[2:3][0:1] != []
                                   and after[2].endswith("ing") or _is_a_kind(after[1:]))
    return bool(after) and after[0] in _IS and (after[1:2] and after[1] in _SORT or _is_a_kind(after[1:]))


def _is_a_kind(lows: list[str]) -> bool:
    """ "a meeting", "three people who listen"."""
    if lows[:1] and lows[0] in _SOME and _PEOPLE & set(lows[1:3]) and {"listen", "decide", "help", "check"} & set(lows):
        return True
    return lows[:1] in (["a"], ["an"]) and bool(_KINDS & set(lows[1:4]))


def _is_shown(passage: Passage, i: int) -> bool:
    """ "At a children's hearing, three people listen"."""
    words = passage.words
    first = next((n for n in range(max(i - NEAR - 1, 0), i) if words[n].opens and words[n].low in ("at", "in")), None)
    return first is not None and i + 1 < passage.stop(i) and "," in passage.text[words[i].end:words[i + 1].start] and bool(
        _PEOPLE & {word.low for word in words[i + 1:i + 4]})


def _is_at_work(passage: Passage, i: int) -> bool:
    """ "Your guardian is called Wendy, and she tells the judge ..."."""
    lows = [word.low for word in passage.words[i:passage.stop(i)]]
    return lows[0] in _ROLES and lows[2:3] == ["called"] and any(
        who in ("she", "he", "they", "who") and does in _DOES for who, does in zip(lows[3:], lows[4:], strict=False))
