"""Patterns, as the word lists write them. Everything a practitioner can type in a list is explained in README.md beside this."""
import re
from collections.abc import Iterator
from typing import NamedTuple

from wordspics.words.forms import endings
from wordspics.words.passage import Passage

Way = tuple[int, dict]              # where a match ends (index of the next word), and what was seen on the way
COMMON = frozenset("be is are was were am been being 's have has had do does did will would can not you he she they it we i to the a of and in on at "
                   "for with that mum dad your her his get got go went".split())
CLOSERS = (")", ")?", "]")
GAPS = {"..": 2, "...": 4}


class BadPattern(ValueError):
    """A pattern that cannot be read. Its text is one plain sentence."""


class Literal(NamedTuple):
    """One word, or one of several. A word written in CAPITALS is met in capitals alone."""

    lows: frozenset[str]
    capitals: frozenset[str] = frozenset()
    most = 1

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        if i < stop and passage.words[i].low in self.lows:
            raw = passage.words[i].raw
            if not self.capitals or any(raw.startswith(c) and raw[len(c):] in ("", "s") for c in self.capitals):
                yield i + 1, {}


class Gap(NamedTuple):
    """Up to `most` other words of the same sentence."""

    most: int

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        for skipped in range(self.most + 1):
            if i + skipped <= stop:
                yield i + skipped, {}


class Choice(NamedTuple):
    """One of several slots or phrases; `optional`: or nothing."""

    options: tuple
    optional: bool = False

    @property
    def most(self) -> int:
        return max(option.most for option in self.options)

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        for option in self.options:
            yield from option.ways(passage, i, stop)
        if self.optional:
            yield i, {}


class Edge(NamedTuple):
    """`^` the start of a clause, `$` its end."""

    start: bool
    most = 0

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        if self.start and i < stop and passage.starts_clause(i) or not self.start and passage.ends_clause(i):
            yield i, {}


class Mark(NamedTuple):
    """`[` and `]`: what is underlined, when it is not the whole match."""

    name: str
    most = 0

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        yield i, {self.name: i}


class Group(NamedTuple):
    """`{person}`: any of the group's own patterns, the longest first."""

    name: str
    patterns: tuple["Pattern", ...]
    builtin: object = None          # a function of (passage, i, stop) that yields ends

    @property
    def most(self) -> int:
        return max((pattern.most for pattern in self.patterns), default=1)

    def ways(self, passage: Passage, i: int, stop: int) -> Iterator[Way]:
        ends = {end for pattern in self.patterns for end, _ in pattern.ways(passage, i, stop)}
        if self.builtin:
            ends |= set(self.builtin(passage, i, stop))
        for end in sorted(ends, reverse=True):
            if end > i:
                yield end, {self.name: (i, end)}


class Pattern(NamedTuple):
    slots: tuple

    @property
    def most(self) -> int:
        """The most words a match can take."""
        return sum(slot.most for slot in self.slots)

    def ways(self, passage: Passage, i: int, stop: int, at: int = 0) -> Iterator[Way]:
        """Every way to match from word `i` on, within the sentence that ends before word `stop`."""
        if at == len(self.slots):
            yield i, {}
            return
        for end, seen in self.slots[at].ways(passage, i, stop):
            for last, more in self.ways(passage, end, stop, at + 1):
                yield last, {**more, **seen}

    @property
    def trigger(self) -> tuple[frozenset[str], int] | None:
        """The spellings to look for before trying the whole, and how many words may stand before them. None: no such word."""
        best, before = None, 0
        for slot in self.slots:
            if told := _trigger(slot):
                score = sum(40 if low in COMMON else 1 for low in told)
                if best is None or score < best[0]:
                    best = (score, told, before + slot.most - 1)
            before += slot.most
        return best and best[1:]


def _trigger(slot) -> frozenset[str] | None:
    if isinstance(slot, Literal):
        return slot.lows
    if isinstance(slot, Pattern):
        return slot.trigger and slot.trigger[0]
    if isinstance(slot, Group) and slot.builtin or isinstance(slot, (Gap, Edge, Mark)) or isinstance(slot, Choice) and slot.optional:
        return None
    told = [_trigger(option) for option in (slot.options if isinstance(slot, Choice) else slot.patterns)]
    return frozenset().union(*told) if all(told) else None


# ---- reading a pattern as it is written ----

_PIECE = re.compile(r"\{[a-z-]+\}|\)\?|[()\[\]|^$]|\.{2,3}|[^\s\[\]{}()^$|,.]+")


def read(written: str, groups: dict[str, Group]) -> Pattern:
    """A pattern from how it is written: `{person} be (so|very)? [lazy]`."""
    pieces = _PIECE.findall(written)
    for opening, closing in ("()", "[]"):
        if pieces.count(opening) != sum(piece[0] == closing for piece in pieces):
            raise BadPattern(f"{written!r} has a {opening} without its {closing}")
    if pieces.count("[") > 1 or not any(piece[0].isalnum() or piece[0] == "{" for piece in pieces):
        raise BadPattern(f"{written!r} has " + ("no word in it" if "[" not in pieces else "more than one [ ]"))
    pattern, rest = _sequence(pieces, groups, written)
    if rest:
        raise BadPattern(f"{written!r} cannot be read from {rest[0]!r} on")
    return pattern


def _sequence(pieces: list[str], groups: dict[str, Group], written: str) -> tuple[Pattern, list[str]]:
    """The slots up to a closing bracket (left in the rest); between words `|` joins the words on its two sides."""
    slots: list = []
    while pieces and pieces[0] not in CLOSERS:
        made, pieces = _atom(pieces, groups, written)
        options = [*made]
        while pieces[:1] == ["|"]:
            more, pieces = _atom(pieces[1:], groups, written)
            options += more
        slots += options if len(options) == len(made) else [_either(options)]
    return Pattern(tuple(slots)), pieces


def _atom(pieces: list[str], groups: dict[str, Group], written: str) -> tuple[list, list[str]]:
    if not pieces or pieces[0] in ("|", *CLOSERS):
        raise BadPattern(f"{written!r} has a | with nothing beside it")
    piece, rest = pieces[0], pieces[1:]
    if piece in GAPS:
        return [Gap(GAPS[piece])], rest
    if piece in ("^", "$"):
        return [Edge(piece == "^")], rest
    if piece in ("(", "["):
        phrases, rest = _phrases(rest, groups, written)
        if piece == "[":
            return [Mark("from"), _either(list(phrases)), Mark("to")], rest[1:]
        return [Choice(phrases, optional=True) if rest[0] == ")?" else _either(list(phrases))], rest[1:]
    if piece[0] == "{":
        if piece[1:-1] not in groups:
            raise BadPattern(f"{written!r} names a group {piece} that groups.toml does not have")
        return [groups[piece[1:-1]]], rest
    return [_literal(piece)], rest


def _phrases(pieces: list[str], groups: dict[str, Group], written: str) -> tuple[tuple, list[str]]:
    """Inside brackets `|` stands between whole phrases: `(any more|longer)`."""
    phrases, slots = [], []
    while pieces and pieces[0] not in CLOSERS:
        if pieces[0] == "|":
            phrases.append(Pattern(tuple(slots)))
            slots, pieces = [], pieces[1:]
        else:
            made, pieces = _atom(pieces, groups, written)
            slots += made
    return (*phrases, Pattern(tuple(slots))), pieces


def _either(options: list):
    """One slot for several, words made one."""
    literals = [option for option in (_alone(o) for o in options) if isinstance(option, Literal) and not option.capitals]
    others = [option for option in options if _alone(option) not in literals]
    if literals:
        others.insert(0, Literal(frozenset().union(*(literal.lows for literal in literals))))
    return others[0] if len(others) == 1 else Choice(tuple(others))


def _alone(option):
    return option.slots[0] if isinstance(option, Pattern) and len(option.slots) == 1 else option


def _literal(piece: str) -> Literal:
    piece = piece.replace("’", "'")
    is_capitals = piece.isupper() and len(piece) > 1 and piece.isalpha()
    return Literal(endings(piece.lower()), frozenset((piece,)) if is_capitals else frozenset())
