"""Where a better wording goes when somebody takes it: what it stands in place of, so that the text still reads.

A few words stand where the found ones stood, and take an article with them that they bring themselves. A whole sentence stands in
place of the clause it is about; where it is not certain that nothing else would be lost, it is added after the sentence instead.
"""
import re
from collections.abc import Iterable

from wordspics.story.value import Value
from wordspics.words.finding import Finding
from wordspics.words.forms import finite
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_name, single_names
from wordspics.words.voices import spoken
from wordspics.words.wordlist import open_lists

ENDS = (".", "?", "!")
ARTICLES = frozenset("a an the".split())
OWNERS = frozenset("my your his her its our their".split())
POINTERS = frozenset("this that these those no any some another what which".split())
HOW = frozenset("such really very so right real total complete quite rather too".split())
LEADING = frozenset("new first next last old big own little whole other same long".split())
OWN = re.compile(r"(?:a|an|the) ")
# A word found before one of these is no noun of its own: "the placement order".
HEADS = frozenset("""
order orders programme plan plans meeting meetings worker workers letter letters child children report referral guardian lady man
placement review panel service services assessment centre family group team conditions condition nurse mum dad parents parent
""".split())
PLACING = frozenset("""
at in on by to from for with of about after before under into through without and or but is was are were be being called as had has
have just only both like all when because that if so 's
""".split())
ONE, MANY = frozenset("is was has does 's a an another this".split()), frozenset("are were have do these those".split())
# Another clause hangs on these: what stands beside it cannot give way by itself.
HANGS_ON = frozenset("""
because when whenever once while since until till if unless who whose which that as after before though although where why whether
say says said saying tell tells told think thinks thought ask asks asked know knows knew feel felt hope hopes hoped
""".split())
SUBJECTS = frozenset("""
i you he she it we they there this that these those nobody everybody everyone somebody someone everything nothing
the a an my your his her our their grown children people doctors nurses police workers
""".split())
LISTED = frozenset("you i me him her us them children child twins boys girls baby kids brother sister family".split())
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


def uses(text: str, finding: Finding, names: Iterable[str] = ()) -> tuple[tuple[Use, ...], tuple[Use, ...]]:
    """What a finding offers, and the choices of its question, each in the order to show them."""
    passage = _open(text, names)
    first, last = passage.between(finding.start, finding.end)

    def take(say: str) -> Use:
        return _give_way(passage, first, last, say) if say.endswith(ENDS) else _swap(passage, finding, first, say)
    return tuple(map(take, finding.say)), tuple(map(take, finding.ask.choices if finding.ask else ()))


def additions(text: str, start: int, end: int, says: Iterable[str]) -> tuple[Use, ...]:
    """Sentences that may be added to the one that `text[start:end]` stands in."""
    passage = _open(text)
    return tuple(_add(passage, passage.between(start, end)[1] - 1, say) for say in says)


def _open(text: str, names: Iterable[str] = ()) -> Passage:
    return Passage(text, open_lists().spelling, single_names(names))


def _use(passage: Passage, say: str, start: int, end: int, put: str, is_added: bool = False) -> Use:
    """`start` and `end` are places in what the passage reads; the use tells them as they are in the text."""
    start, end = passage.span(start, end)
    return Use(say=say, start=start, end=end, put=put, is_added=is_added)


# ---- a few words ----

def fits(passage: Passage, first: int, last: int, say: str) -> bool:
    """Whether a few words read in place of words first to last, as far as a rule can see it."""
    return _reads(passage, *_with_article(passage, first, say)[::-1], last)


def _swap(passage: Passage, finding: Finding, first: int, say: str) -> Use:
    start, end = passage.plain_span(finding.start, finding.end)
    at, put = _with_article(passage, first, say[:1].lower() + say[1:] if passage.words[first].opens else say)
    is_first = passage.words[at].opens and passage.words[at].is_capital
    return _use(passage, say, start if at == first else passage.words[at].start, end, put[:1].upper() + put[1:] if is_first else put)


def _with_article(passage: Passage, first: int, say: str) -> tuple[int, str]:
    """Where the words put begin, and they: with their own article in place of the one that stands there, or "an" made "a"."""
    words, at = passage.words, first
    is_someone = say.split()[0] in ("somebody", "people", "what")
    while not words[at].opens and words[at - 1].low in (HOW if is_someone or say.startswith("on ") else ()):
        at -= 1
    before = "" if words[at].opens or passage.ends_clause(at) else words[at - 1].low
    if is_someone:
        at -= before in ARTICLES or before == "your" and " you " in say
        return at - (at < first and not words[at].opens and words[at - 1].low in HOW), say      # "such a bully"
    own = OWN.match(say)
    if own:
        noun = say[own.end():]
        if before in ARTICLES or before in OWNERS and " who " in say:
            return at - 1, _articled(noun) if before in ("a", "an") else f"the {noun}"
        is_led = before in OWNERS | POINTERS | LEADING or before and words[at - 1].raw.isupper()
        return at, noun if is_led and words[at].low not in ARTICLES else say
    if before in ("a", "an") and at == first and say[:1].isalpha() and _articled(say).split()[0] != before:
        return at - 1, _articled(say)
    return at, say


def _stands_free(passage: Passage, at: int) -> bool:
    """Whether nothing that belongs to a noun comes before word `at`, such as "your", "little" or "nasty,"."""
    if passage.words[at].opens or passage.words[at].low in ARTICLES | OWNERS:
        return True
    before = passage.words[at - 1].low
    return before in PLACING or finite(before, True) or passage.ends_clause(at) and "," not in passage.text[passage.words[at - 1].end:passage.words[at].start]


def _articled(noun: str) -> str:
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


def _reads(passage: Passage, put: str, at: int, last: int) -> bool:
    """Whether what is put goes with its neighbours: its number, and that it is a noun of its own."""
    words, text = passage.words, passage.text
    before = "" if words[at].opens or passage.ends_clause(at) else words[at - 1].low
    is_last = last >= passage.stop(last - 1) or passage.ends_clause(last)
    after = "" if last >= passage.stop(last - 1) else words[last].low
    if "-" in (text[max(words[at].start - 1, 0)], text[words[last - 1].end:words[last - 1].end + 1]) or not is_last and after in HEADS:
        return False
    head = re.split(r" (?:of|who|to|and|with|from|for) ", put.lower())[0]
    is_many = head == "people" or head.endswith("s") and not head.endswith("ss")
    if is_many and (before in ONE or after in ONE) or not is_many and "family" not in head and (after in MANY and before != "and"):
        return False
    if " who " in put and (after in ("who", "that") or not (is_last or finite(after, True) or after.endswith("s"))):
        return False
    if put.split()[0] in ("somebody", "people", "the", "a") and not _stands_free(passage, at):
        return False
    if put.startswith(("the ", "a ")) and before == "'s" or put.startswith("what ") and words[at].opens:
        return False
    if after in ("by", "of") and f" {after} " in put or after and after in put.lower().split()[-2:]:
        return False
    return before != head.split()[0]


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
    if passage.words[first].low in HANGS_ON and (first > begin or passage.words[first].low != "because"):
        return None                                     # "If you tell, Dad will go": what is left would be said for sure
    parts = _parts(passage, begin, stop)
    mine = [part for part in parts if part[0] < last and first < part[1]]
    own = mine[0][0], mine[-1][1]
    if own[0] > begin and (not _tells(passage, begin, own[0]) or not _is_cut_off(passage, *own)):
        return None
    if own[1] < stop:
        after = next((i for i in range(own[1], stop) if passage.words[i].low not in ("and", "but", "so", "then")), stop)
        ends = next((end for begin, end in parts if begin <= after < end), stop)
        if not _opens_anew(passage, own[1], after, ends):
            return None
        own = own[0], after
    return own


def _is_cut_off(passage: Passage, first: int, end: int) -> bool:
    """Whether what stands before words first to end is whole without them: "Dad cried | and passed away", not "a nasty, evil man"."""
    before, is_linked = passage.words[first - 1].low, passage.words[first].low in ("and", "but", "so", "then")
    if before in PLACING or is_linked and first + 1 < end and _are_listed(passage, first - 1, first + 1):
        return False
    return is_linked or _opens_anew(passage, first, first, end)


def _are_listed(passage: Passage, one: int, other: int) -> bool:
    """ "Carol and Pete", "Mum and the twins": two people with no more than "and" between them."""
    people = LISTED | known("kin") | passage.named | known("first_names")
    other += passage.words[other].low in ARTICLES | OWNERS and other + 1 < len(passage.words)
    return passage.joined(one) and passage.words[one + 1].low == "and" and {passage.words[one].low, passage.words[other].low} <= people


def _opens_anew(passage: Passage, link: int, first: int, end: int) -> bool:
    """Whether words first to end are a clause that can stand alone. "For Carol and Pete" may be one: what follows "and" is then in doubt."""
    if first == end or not (_is_person(passage, first) or passage.words[first].low in SUBJECTS) or not _tells(passage, first, end):
        return False
    return link == first or not _are_listed(passage, link - 1, first)


def _parts(passage: Passage, begin: int, stop: int) -> list[tuple[int, int]]:
    """The sentence cut at commas, dashes and linking words; a part of nothing but people and small words goes with its neighbour."""
    cuts = [begin, *(i for i in range(begin + 1, stop) if passage.ends_clause(i) and not _is_how(passage, i, stop)), stop]
    parts: list[tuple[int, int]] = []
    for a, b in zip(cuts, cuts[1:], strict=False):
        if parts and (len(parts) == 1 and _is_light(passage, *parts[0]) or _is_light(passage, a, b)):
            parts[-1] = parts[-1][0], b
        else:
            parts.append((a, b))
    return parts


def _is_how(passage: Passage, i: int, stop: int) -> bool:
    """ "so bad": no "so" that links."""
    return passage.words[i].low == "so" and i + 1 < stop and not (
        _is_person(passage, i + 1) or passage.words[i + 1].low in SUBJECTS | {"that"})


def _is_light(passage: Passage, a: int, b: int) -> bool:
    return all(passage.words[i].low in LIGHT or _is_person(passage, i) for i in range(a, b))


def _is_person(passage: Passage, i: int) -> bool:
    return passage.words[i].low in known("kin") or is_name(passage.words[i], passage)


def _tells(passage: Passage, a: int, b: int) -> bool:
    """Whether these words say that something is or was done, as far as a list of verbs can tell."""
    words, nouns = passage.words, ARTICLES | OWNERS | POINTERS                             # "the injured one" tells nothing
    return any(words[i].low == "'s" and words[i - 1].low in ("he", "she", "it", "that", "there")
               or not (i > a and words[i - 1].low in nouns - {"that"}) and finite(
                   words[i].low, i > a and (_is_person(passage, i - 1) or words[i - 1].low in SUBJECTS - nouns)) for i in range(a, b))
