"""What a pattern is made of. Each slot yields the ways it can match from a word on: where it ends, and what was seen.

Gaps and groups are short, and a match never leaves its sentence, so that the work grows in step with the text.
"""
from collections.abc import Callable, Iterator

from wordspics.words.passage import Passage

Way = tuple[int, dict]              # the index of the next word, and the spans of groups and marks met on the way
NOTHING: dict = {}
FREQUENT = frozenset("""
be is are was were am been being 's have has had having do does did will would can could should must may might not you
he she they it we i me him her us them to the a an of and in on at for with from by as so if or but that this there all
up out off about what when who how his your their my our its mum mummy dad daddy go goes went gone going get gets got
getting because after before then now no never always very too really just day time want wanted like make made take took
taken come came said told tell look back down away over into again any more some one good bad house home school people
""".split())


class Literal:
    """One of several words. Words in `capitals` are met in capitals alone."""

    most = 1

    def __init__(self, lows: frozenset[str], capitals: frozenset[str] = frozenset()):
        self.lows, self.capitals = lows, capitals
        self.trigger = lows

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        if i < stop and passage.words[i].low in self.lows:
            raw = passage.words[i].raw
            if not self.capitals or any(raw.startswith(c) and raw[len(c):] in ("", "s") for c in self.capitals):
                yield i + 1, NOTHING


class Gap:
    """Up to `most` other words."""

    trigger = None

    def __init__(self, most: int):
        self.most = most

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        for end in range(i, min(i + self.most, stop) + 1):
            yield end, NOTHING


class Edge:
    """`^` the start of a clause, `$` its end."""

    most, trigger = 0, None

    def __init__(self, start: bool):
        self.start = start

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        if (i < stop and passage.starts_clause(i)) if self.start else passage.ends_clause(i):
            yield i, NOTHING


class Mark:
    """`[` and `]`: what is underlined, when it is not the whole match."""

    most, trigger = 0, None

    def __init__(self, name: str):
        self.name = name

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        yield i, {self.name: i}


class Choice:
    """One of several slots or phrases; `optional`: or nothing."""

    def __init__(self, options: tuple, optional: bool = False):
        self.options, self.optional = options, optional
        self.most = max(option.most for option in options)
        told = [option.trigger for option in options]
        self.trigger = frozenset().union(*told) if all(told) and not optional else None

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        met = set()                                          # the same end by two options is one way: else ways multiply
        for option in self.options:
            for end, seen in option.ways(passage, i, stop):
                if seen or end not in met:
                    met.add(end)
                    yield end, seen
        if self.optional and i not in met:
            yield i, NOTHING


class Phrase:
    """Slots one after the other. `trigger`: spellings of which one must stand in every match, at most `before` words in.

    `needs`: for each slot that is more than a gap or a name, the spellings of which one must stand in the sentence.
    """

    def __init__(self, slots: tuple):
        self.slots = slots
        self.most = sum(slot.most for slot in slots)
        self.ends_in_group = bool(slots) and _holds_group(slots[-1])
        self.trigger, self.before, rarest, before = None, 0, 0, 0
        for slot in slots:
            if slot.trigger:
                score = sum(40 if low in FREQUENT else 1 for low in slot.trigger)
                if self.trigger is None or score < rarest:
                    self.trigger, self.before, rarest = slot.trigger, before + slot.most - 1, score
            before += slot.most
        self.needs = tuple({slot.trigger: None for slot in slots if slot.trigger})

    def fits(self, lows: frozenset[str]) -> bool:
        """Whether a sentence of these spellings can hold a match: cheap, and most patterns end here."""
        return not any(need.isdisjoint(lows) for need in self.needs)

    def ways(self, passage: Passage, i: int, stop: int, at: int = 0) -> Iterator[Way]:
        if at == len(self.slots):
            yield i, NOTHING
            return
        for end, seen in self.slots[at].ways(passage, i, stop):
            for last, more in self.ways(passage, end, stop, at + 1):
                yield last, {**more, **seen} if seen or more else NOTHING


class Group:
    """`{person}`: any of the group's own phrases, the longest first. Looked up once for each word of a passage."""

    def __init__(self, name: str, phrases: tuple[Phrase, ...], builtin: Callable | None = None):
        self.name, self.phrases, self.builtin = name, phrases, builtin
        self.most = max((phrase.most for phrase in phrases), default=2)
        told = [phrase.trigger for phrase in phrases]
        self.trigger = frozenset().union(*told) if told and all(told) and not builtin else None

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        key = (self.name, i)
        if key not in passage.memo:
            lows = passage.lows[passage.words[i].sentence] if i < stop else frozenset()
            ends = {end for phrase in self.phrases if phrase.fits(lows) for end, _ in phrase.ways(passage, i, stop)}
            if self.builtin:
                ends |= set(self.builtin(passage, i, stop))
            passage.memo[key] = sorted((end for end in ends if end > i), reverse=True)
        for end in passage.memo[key]:
            yield end, {self.name: (i, end)}


def _holds_group(slot) -> bool:
    """Whether a slot is a group such as {person}, or may be one."""
    return isinstance(slot, Group) or isinstance(slot, Choice) and any(map(_holds_group, slot.options)) or (
        isinstance(slot, Phrase) and slot.ends_in_group)
