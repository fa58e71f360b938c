"""What is said only to be denied: "Nothing you did made Daddy drink", "You thought it was your fault, and it was not"."""
from wordspics.words.passage import Passage
from wordspics.words.voices import forms, part_end, subject

DENIALS = frozenset("not never no nobody none nothing without nor neither".split())
DENIED_WITHIN = 4                   # from "not" to what it denies
_UNDENIED = frozenset("stop stopped stops only just surprising surprised long until till".split())     # "did not stop being lazy" denies nothing
_HELPERS = frozenset("did do does was were is are am has have had can could would will should 's".split())
_SUBJECTS = frozenset("nothing none neither nobody".split())
_NOT_DENYING = frozenset("wonder longer more matter doubt".split())
_ENDS_DENIAL = frozenset("but so how why when while since until if as after before though although because unless except".split())
_NEW_SUBJECTS = frozenset("i we he she they it you mum mummy mam dad daddy".split())
_THOUGHT = forms("think believe feel worry fear say tell wonder") | frozenset("afraid scared frightened even".split())
_REASONS = frozenset("because if unless until".split())
_IS = frozenset("is was were are be been 's".split())
_POINTING = frozenset("it that this which".split())
_POINTERS = frozenset("that this it which they he she you we i there mum dad".split())
_FALSE = frozenset("wrong untrue false mistaken lie".split())
_TRUE = frozenset("true why so how right reason case because".split())
_METHODS = forms("kill hang overdose jump shoot drown cut poison") | frozenset(("life", "commit", "committed"))
_SURE = forms("promise know") | frozenset("say sure certain".split())
FAR = 14                            # words from a thought to what denies it


def is_denied_near(passage: Passage, begin: int) -> bool:
    """Whether "not" or its like stands shortly before word `begin`, in the same clause."""
    at = begin
    for _ in range(DENIED_WITHIN):
        if at == 0 or passage.words[at].opens or (at < begin and passage.ends_clause(at)):
            return False
        at -= 1
        if passage.words[at].low in DENIALS:
            return passage.words[at + 1].low not in _UNDENIED
    return False


def is_denied(kind: str, passage: Passage, begin: int, end: int) -> bool:
    """Whether the whole sentence denies what words begin to end say: a cause in blame, or what a child thought."""
    if kind == "blame" and (_is_none_of_it(passage, begin) or _is_turned(passage, begin, end) or _is_called_false(passage, end)):
        return True
    if kind == "promise" and _is_left_open(passage, begin):
        return True
    return kind in ("blame", "promise", "euphemism") and _is_thought_and_denied(kind, passage, begin, end)


def blames_child(passage: Passage, begin: int, end: int) -> bool:
    """Whether what is said of a suicide is a cause given to a child, and no method: "died because you were cross"."""
    lows = {word.low for word in passage.words[begin:end]}
    return bool({"you", "your", "i"} & lows and {"because", "made", "make"} & lows) and not lows & _METHODS


def _is_left_open(passage: Passage, begin: int) -> bool:
    """ "Nobody can promise that ...", "We are not sure whether ..."."""
    words = passage.words
    for i in range(begin - 1, max(begin - FAR, 0), -1):
        if words[i].sentence != words[begin].sentence or words[i].low in ("but", "and", "so"):
            return False
        if words[i].low in _SURE and DENIALS & {word.low for word in words[max(i - 3, 0):i] if word.sentence == words[i].sentence}:
            return True
    return False


def _is_none_of_it(passage: Passage, begin: int) -> bool:
    """ "Nothing you said or did made ...", "It was not the noise that made ..."."""
    words = passage.words
    is_reason = words[begin].low in _REASONS                    # "Mum could not cope because ...": only what says so denies this
    for i in range(begin - 1, -1, -1):
        low = words[i].low
        if words[i].sentence != words[begin].sentence or low in _ENDS_DENIAL:
            return False
        if words[i + 1].low in _NEW_SUBJECTS and (low == "and" or "," in passage.text[words[i].end:words[i + 1].start]):
            return False
        after = words[i + 1].low
        if low in _SUBJECTS or low == "no" and after not in _NOT_DENYING:
            return i + 1 < begin and (after in _THOUGHT if is_reason else after not in _IS)
        if low == "not" and (words[i].opens or i > 1 and words[i - 2].low in _POINTING and words[i - 1].low in _IS):
            return after in _TRUE - {"because"} if is_reason else after not in _UNDENIED
    return False


def _is_turned(passage: Passage, begin: int, end: int) -> bool:
    """ "Your crying did | not make Mum ill"."""
    words = passage.words
    return end < passage.stop(begin) and words[end].low in ("not", "never") and words[end - 1].low in _HELPERS and not any(
        passage.ends_clause(n) for n in range(begin + 1, end))


def _is_called_false(passage: Passage, end: int) -> bool:
    """ "..., and that is not why", "..., and that was not true"."""
    return any(passage.words[n].low in ("not", "never") and passage.words[n + 1:n + 2] and passage.words[n + 1].low in _TRUE - {"right"}
               and _points_back(passage, n) for n in range(end, passage.stop(end - 1)))


def _points_back(passage: Passage, n: int) -> bool:
    """Whether "that is" or its like stands right before word `n`."""
    return passage.words[n - 1].low in _HELPERS and passage.words[n - 2].low in _POINTING


def _is_thought_and_denied(kind: str, passage: Passage, begin: int, end: int) -> bool:
    """ "You thought it was your fault, but it was not"; "If anyone says it was your fault, they are wrong"."""
    words = passage.words
    for i in range(begin, max(begin - FAR, -1), -1):
        if words[i].sentence != words[begin].sentence:
            return False
        if words[i].low in _THOUGHT and part_end(passage, i) > begin:
            by_child = subject(passage, i) == "child" or words[i].low == "even"
            if by_child or kind == "blame":
                return _is_contradicted(passage, max(end, part_end(passage, i)), passage.stop(i), by_child)
    return False


def _is_contradicted(passage: Passage, first: int, stop: int, by_child: bool) -> bool:
    """Whether the rest of the sentence, or the beginning of the next one, says no. A child's own thought falls to a mere "but"."""
    words = passage.words
    if by_child and first < stop and words[first].low == "but":
        return True
    last = stop if first < stop - 1 else min(stop + 5, len(words))
    for n in range(first, last):
        if words[n].low in _FALSE and words[n - 1].low in _HELPERS | {"a"}:
            return True
        if words[n].low in ("not", "never") and (_is_pointed(passage, n, by_child)):
            return True
        if n == stop and words[n].low in ("no", "nope"):
            return True
    return False


def _is_pointed(passage: Passage, n: int, by_child: bool) -> bool:
    after = passage.words[n + 1].low if n + 1 < len(passage.words) else ""
    if not by_child:
        return _points_back(passage, n) and (after in _TRUE or passage.ends_clause(n + 1))
    return bool(_POINTERS & {word.low for word in passage.words[max(n - 2, 0):n]})
