"""The check: what a careful reader would stop at. It advises; it never blocks and never rewrites."""
import re
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from wordspics.words import abbreviations, identifying, people, reading
from wordspics.words.denials import blames_child, is_denied, is_denied_near
from wordspics.words.finding import KINDS, NOTES, Ask, Finding
from wordspics.words.glosses import is_explained
from wordspics.words.passage import Passage
from wordspics.words.placing import fits
from wordspics.words.slots import Phrase
from wordspics.words.voices import is_asked, spoken
from wordspics.words.wordlist import Lists, Rule, open_lists

_SLOT = re.compile(r"\{([a-z_]+)\}")
BEFORE_NOUN = frozenset("am is are was were be been being 's a an the such really very so right real total complete quite rather".split())
UNFIT = frozenset("me him her us them i you we they and parents children people".split())   # "Her did not come", "they was asleep"
GAP = "____"                        # the adults fill it in
STRENGTH = {kind: n for n, kind in enumerate(KINDS)}


def check(text: str, age: int, names: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Findings in one panel's words for a reader of `age` years, in the order they stand. `names` are the cast's own."""
    lists = open_lists()
    names = tuple(names)
    passage = Passage(text, lists.spelling, people.single_names(names))
    found = [*look_up(passage, lists), *abbreviations.look(passage, lists), *identifying.look(passage, names)]
    found += reading.look(passage, age, lists, taken=[(f.start, f.end) for f in found])
    return tuple(sorted((_as_given(finding, text, passage) for finding in _settle(found)),
                        key=lambda f: (f.start, f.end, STRENGTH[f.kind])))


def look_up(passage: Passage, lists: Lists) -> Iterator[Finding]:
    """What the lists find."""
    tried = set()
    for low, places in passage.at.items():
        for rule, pattern in lists.by_trigger.get(low, ()):
            for place in places:
                sentence = passage.words[place].sentence
                if not pattern.fits(passage.lows[sentence]):
                    continue
                for i in range(max(place - pattern.before, 0), place + 1):
                    if (id(pattern), i) not in tried and passage.words[i].sentence == sentence:
                        tried.add((id(pattern), i))
                        yield from _try(rule, pattern, passage, i)


def _try(rule: Rule, pattern: Phrase, passage: Passage, i: int) -> Iterator[Finding]:
    for last, seen in pattern.ways(passage, i, passage.stop(i)):
        if pattern.ends_in_group and people.only_owns(passage, last):
            return
        begin, end = seen.get("from", i), seen.get("to", last)
        if begin < end and not _is_fine(rule, passage, begin, end):
            yield _tell(rule, passage, begin, end, seen)
        return


def _is_fine(rule: Rule, passage: Passage, begin: int, end: int) -> bool:
    if rule.entry.denied_is_fine and is_denied_near(passage, begin):
        return True
    kind = "blame" if rule.kind == "suicide" and blames_child(passage, begin, end) else rule.kind
    if is_asked(kind, passage, begin) or is_denied(kind, passage, begin, end):
        return True
    if rule.kind == "jargon" and is_explained(passage, begin, end):
        return True
    if any(meets(pattern, passage, begin, end) for pattern in rule.but_not):
        return True
    if any(stands(pattern, passage) for pattern in rule.fine_with):
        return True
    return bool(rule.only_with) and not any(stands(pattern, passage) for pattern in rule.only_with)


def meets(pattern: Phrase, passage: Passage, begin: int, end: int) -> bool:
    """Whether a harmless use overlaps words begin to end."""
    stop = passage.stop(begin)
    for i in range(max(begin - pattern.most, 0), end):
        if passage.words[i].sentence == passage.words[begin].sentence:
            if any(last > begin for last, _ in pattern.ways(passage, i, stop)):
                return True
    return False


def stands(pattern: Phrase, passage: Passage) -> bool:
    """Whether the pattern stands anywhere in the text."""
    key = ("stands", id(pattern))
    if key not in passage.memo:
        passage.memo[key] = any(True for _ in places(pattern, passage))
    return passage.memo[key]


def places(pattern: Phrase, passage: Passage) -> Iterator[tuple[int, int]]:
    """Words (from, to) of each match: one for each word it can begin at."""
    begun = -1
    for i, last, _ in matches(pattern, passage):
        if i != begun:
            begun = i
            yield i, last


def matches(pattern: Phrase, passage: Passage) -> Iterator[tuple[int, int, dict]]:
    """Words (from, to) of every match in every way it can be read, and what was seen on the way."""
    starts = range(len(passage.words)) if pattern.trigger is None else sorted(
        {i for low in pattern.trigger for at in passage.at.get(low, ()) for i in range(max(at - pattern.before, 0), at + 1)})
    for i in starts:
        for last, seen in pattern.ways(passage, i, passage.stop(i)):
            yield i, last, seen


def _swapped(rule: Rule, passage: Passage, begin: int, end: int) -> tuple[int, tuple[str, ...]]:
    """A few words that can stand where the found ones do, and where they begin: after "Mum is" and "a", if need be."""
    for at in (begin, *(i + 1 for i in range(begin, end - 1) if passage.words[i].low in BEFORE_NOUN)):
        for pattern, better in () if passage.is_tail(at) else rule.swaps:
            if any(last == end for last, _ in pattern.ways(passage, at, end)):
                return at, tuple(say for say in better if fits(passage, at, end, say))
    return begin, ()


def _tell(rule: Rule, passage: Passage, begin: int, end: int, seen: dict) -> Finding:
    begin, better = _swapped(rule, passage, begin, end)
    first = begin - 1 if passage.is_tail(begin) else begin              # never from within a word: "won't", not "n't"
    last = end + 1 if end < len(passage.words) and passage.is_tail(end) and passage.words[end].raw.isalpha() else end
    start, stop = passage.words[first].start, passage.words[last - 1].end
    found = passage.text[start:stop]
    groups = {name: passage.text[passage.words[at[0]].start:passage.words[at[1] - 1].end]
              for name, at in seen.items() if isinstance(at, tuple) and UNFIT.isdisjoint(w.low for w in passage.words[slice(*at)])}
    ask = rule.entry.ask
    return Finding(kind=rule.kind, start=start, end=stop, found=found, why=rule.entry.why,
                   say=(*(_fit(say, groups, found, passage.words[begin].opens) for say in better),
                        *(_fit(say, groups, "A", True) for say in rule.entry.say)),
                   ask=ask and Ask(ask.question, tuple(_fit(c, groups, "A", True) for c in ask.choices)))


def _fit(say: str, groups: dict[str, str], found: str, opens: bool) -> str:
    """A swap with the text's own names in it, a gap for a name it does not hold, and a capital where the sentence begins."""
    say = _SLOT.sub(lambda slot: groups.get(slot[1], GAP), say)
    return say[:1].upper() + say[1:] if opens and found[:1].isupper() else say


def _settle(found: Collection[Finding]) -> Iterator[Finding]:
    """One finding where several say the same: within a kind the longer one; what is said of suicide goes before all else."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (STRENGTH[f.kind], f.start - f.end, f.start)):
        if not any(_covers(other, finding) for other in kept):
            kept.append(finding)
    yield from kept


def _as_given(finding: Finding, text: str, passage: Passage) -> Finding:
    """A finding at its place in the text as it was given. Nobody's own words are rewritten: between quotation marks only the why is told."""
    if any(start < finding.end and finding.start < end for start, end in spoken(passage.text)):
        finding = replace(finding, say=(), ask=None)
    start, end = passage.span(finding.start, finding.end)
    return replace(finding, start=start, end=end, found=text[start:end])


def _covers(kept: Finding, finding: Finding) -> bool:
    if kept.kind == finding.kind:
        return kept.start < finding.end and finding.start < kept.end and kept.kind not in NOTES
    return kept.kind == "suicide" and kept.start <= finding.start and finding.end <= kept.end
