"""Where a better wording goes when somebody takes it: what it stands in place of, so that the text still reads.

A few words stand where the found ones stood, and take an article with them that they bring themselves. A whole sentence stands in
place of the clause it is about; where it is not certain that nothing else would be lost, it is added after the sentence instead.
"""
from collections.abc import Iterable

from wordspics.story.value import Value
from wordspics.words.explain import Explanation
from wordspics.words.finding import Finding
from wordspics.words.forms import finite
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_name, single_names
from wordspics.words.voices import spoken
from wordspics.words.wordlist import open_lists

ENDS = (".", "?", "!")
ARTICLES = frozenset("a an the such".split())
BEFORE_NOUN = ARTICLES | frozenset("really very so right real total complete big quite rather proper".split())
BRINGS_ITS_OWN = frozenset("a an the your our somebody something people what".split())
# Another clause hangs on these: what stands beside it cannot give way by itself.
HANGS_ON = frozenset("""
because when while since until till if unless who whose which that as after before though although where why whether
say says said saying tell tells told think thinks thought ask asks asked know knows knew feel felt hope hopes hoped
""".split())
SUBJECTS = frozenset("""
i you he she it we they there this that these those nobody everybody everyone somebody someone everything nothing
the a an my your his her our their grown children people doctors nurses police workers
""".split())
LIGHT = SUBJECTS | frozenset("""
me him us them and or but so now then today sadly yes no nope oh well again soon please both all too dear 's one day
""".split()) - {"grown", "children", "doctors", "nurses", "workers", "police", "everything", "nothing", "there"}


class Use(Value, frozen=True, kw_only=True):
    """One offer (`say`) as it is taken: `put` stands in place of `text[start:end]`. `is_added`: nothing gives way to it."""

    say: str
    start: int
    end: int
    put: str
    is_added: bool = False


def uses(text: str, found: Finding | Explanation, names: Iterable[str] = ()) -> tuple[Use, ...]:
    """Each wording that a finding or an explanation offers, in the order to show them."""
    passage = Passage(text, open_lists().spelling, single_names(names))
    first, last = passage.between(found.start, found.end)
    if isinstance(found, Explanation):
        return tuple(_add(passage, last - 1, say) for say in found.says)
    said = (*found.say, *(found.ask.choices if found.ask else ()))
    return tuple(_give_way(passage, first, last, say) if say.endswith(ENDS) else _swap(passage, found, first, say) for say in said)


def _use(passage: Passage, say: str, start: int, end: int, put: str, is_added: bool = False) -> Use:
    """`start` and `end` are places in what the passage reads; the use tells them as they are in the text."""
    start, end = passage.span(start, end)
    return Use(say=say, start=start, end=end, put=put, is_added=is_added)


# ---- a few words ----

def _swap(passage: Passage, found: Finding, first: int, say: str) -> Use:
    start, end = passage.plain_span(found.start, found.end)
    at, brings = first, say.split(maxsplit=1)[0].lower() in BRINGS_ITS_OWN
    while brings and not passage.words[at].opens and passage.words[at - 1].low in BEFORE_NOUN and not passage.ends_clause(at):
        at -= 1
    if passage.words[at].low in ARTICLES and at < first:
        put = say[:1].upper() + say[1:] if passage.words[at].opens and passage.words[at].is_capital else say
        return _use(passage, say, passage.words[at].start, end, put)
    article = passage.words[first - 1] if first and not passage.words[first].opens else None
    if article and article.low in ("a", "an") and say[:1].isalpha():
        fits = "an" if say[0].lower() in "aeiou" else "a"
        if article.low != fits:
            return _use(passage, say, article.start, end, f"{fits if article.raw[0] == 'a' else fits.capitalize()} {say}")
    return _use(passage, say, start, end, say)


# ---- a whole sentence ----

def _give_way(passage: Passage, first: int, last: int, say: str) -> Use:
    own = _clause(passage, first, last)
    if own is None:
        return _add(passage, last - 1, say)
    begin, stop = passage.start(first), passage.stop(first)
    before, after = own[0] > begin, own[1] < stop
    start = passage.words[own[0] - 1].end if before else passage.words[begin].start
    end = passage.words[own[1]].start if after else passage.sentence_end(first)
    put = f". {say}" if before else say
    if after:
        put, end = f"{put} {passage.text[end].upper()}", end + 1
    return _use(passage, say, start, end, put)


def _add(passage: Passage, at: int, say: str) -> Use:
    ends = [sentence.end for sentence in passage.sentences[passage.words[at].sentence:]]
    end = next((end for end in ends if not any(opened <= end <= closed for opened, closed in spoken(passage.text))), ends[-1])
    before = passage.text[:end].rstrip()                # never between the marks of a quotation
    put = f" {say}" if before.rstrip("\"'”’)]»").endswith((*ENDS, "…")) else f". {say}"
    return _use(passage, say, len(before), len(before), put, True)


def _clause(passage: Passage, first: int, last: int) -> tuple[int, int] | None:
    """The words (from, to) that may give way to a sentence about words first to last, links and commas left out of them on the right;
    None where something else would be lost, or where somebody's words stand in quotation marks."""
    begin, stop = passage.start(first), passage.stop(first)
    if last > stop or any(c in "\"“”«»„" for c in passage.text[passage.words[begin].start:passage.sentence_end(first)]):
        return None
    if any(passage.words[i].low in HANGS_ON for i in range(begin, stop) if not first <= i <= last):
        return None
    if passage.words[first].low in HANGS_ON and first > begin:
        return None
    parts = _parts(passage, begin, stop)
    mine = [part for part in parts if part[0] < last and first < part[1]]
    own = mine[0][0], mine[-1][1]
    if own[0] > begin and not _tells(passage, begin, own[0]):
        return None
    if own[1] < stop:
        after = next((i for i in range(own[1], stop) if passage.words[i].low not in ("and", "but", "so", "then")), stop)
        if after == stop or not (_is_person(passage, after) or passage.words[after].low in SUBJECTS) or not _tells(passage, after, stop):
            return None
        own = own[0], after
    return own


def _parts(passage: Passage, begin: int, stop: int) -> list[tuple[int, int]]:
    """The sentence cut at commas, dashes and linking words; a part of nothing but people and small words goes with its neighbour."""
    cuts = [begin, *(i for i in range(begin + 1, stop) if passage.ends_clause(i)), stop]
    parts: list[tuple[int, int]] = []
    for a, b in zip(cuts, cuts[1:], strict=False):
        if parts and (_is_light(passage, *parts[-1]) or b == stop and _is_light(passage, a, b)):
            parts[-1] = parts[-1][0], b
        else:
            parts.append((a, b))
    return parts


def _is_light(passage: Passage, a: int, b: int) -> bool:
    return all(passage.words[i].low in LIGHT or _is_person(passage, i) for i in range(a, b))


def _is_person(passage: Passage, i: int) -> bool:
    return passage.words[i].low in known("kin") or is_name(passage.words[i], passage)


def _tells(passage: Passage, a: int, b: int) -> bool:
    """Whether these words say that something is or was done, as far as a list of verbs can tell."""
    return any(finite(passage.words[i].low, i > a and (_is_person(passage, i - 1) or passage.words[i - 1].low in SUBJECTS))
               for i in range(a, b))
