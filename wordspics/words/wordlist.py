"""The word lists, read with care from the TOML files beside this one: a broken entry is named by file and line, the rest works.

How to write an entry is explained at the head of `groups.toml`.
"""
import functools
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from wordspics.story.value import Value
from wordspics.words.finding import Ask, Kind
from wordspics.words.forms import past_at
from wordspics.words.pattern import BadPattern, read
from wordspics.words.people import NAMED
from wordspics.words.slots import Group, Phrase

HOME = Path(__file__).parent
BUILTIN = {**NAMED, "done": past_at}
_WORD = re.compile(r"(?<![{\w'-])([\w'-]+)(?![\w'}!-])")
FILES = {"hard-word": "hard_words.toml"}
LISTS: tuple[Kind, ...] = ("suicide", "blame", "euphemism", "frightening", "promise", "jargon", "hard-word")   # strongest first


class Entry(Value, frozen=True, kw_only=True):
    """What to look for, why, and what to say instead.

    `but_not` are the same words in a harmless use. `fine_with` and `only_with` look at the whole text of the panel.
    `denied_is_fine`: "Mum is not lazy" is no finding. `swap`: for some of the words found, a few better ones in the same shape.
    """

    find: tuple[str, ...]
    why: str
    swap: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    ask: Ask | None = None
    but_not: tuple[str, ...] = ()
    fine_with: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    denied_is_fine: bool = False


class Explained(Value, frozen=True, kw_only=True):
    """A right word for a child that wants one explaining sentence the first time."""

    find: tuple[str, ...]
    says: tuple[str, ...]
    but_not: tuple[str, ...] = ()


class SignEntry(Value, frozen=True, kw_only=True):
    """What a story check looks for. With `situations` it is for those alone; `not_for` names situations and shapes without it.

    `says` is what the story does not say yet while the sign is nowhere. `denied`: what is denied is no sign ("no"), or it is one
    only when it is ("only").
    """

    name: str
    says: str = ""
    denied: Literal["", "no", "only"] = ""
    find: tuple[str, ...]
    but_not: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()


class _GroupEntry(Value, frozen=True, kw_only=True):
    name: str
    words: tuple[str, ...]


class _Spelling(Value, frozen=True, kw_only=True):
    meant: str
    typed: tuple[str, ...]


class _Easy(Value, frozen=True, kw_only=True):
    words: str


class Rule(NamedTuple):
    kind: Kind
    entry: Entry
    find: tuple[Phrase, ...]
    but_not: tuple[Phrase, ...]
    fine_with: tuple[Phrase, ...]
    only_with: tuple[Phrase, ...]
    swaps: tuple[tuple[Phrase, tuple[str, ...]], ...] = ()


class Offer(NamedTuple):
    """An explained word as it is looked for. `key` is its first word."""

    key: str
    entry: Explained
    find: tuple[Phrase, ...]
    but_not: tuple[Phrase, ...]


class Sign(NamedTuple):
    entry: SignEntry
    find: tuple[Phrase, ...]
    but_not: tuple[Phrase, ...]


class Lists:
    """All lists of a folder, ready to look words up. `by_trigger` holds the rules to try where a spelling is met."""

    def __init__(self, home: Path = HOME):
        self.faults: list[str] = []
        self.groups: dict[str, Group] = {name: Group(name, (), look) for name, look in BUILTIN.items()}
        self.spelling: dict[str, str] = {}
        self.rules: list[Rule] = []
        self.offers: list[Offer] = []
        self.signs: list[Sign] = []
        self.easy: frozenset[str] = frozenset()
        self.explained: frozenset[str] = frozenset()
        self.by_trigger: dict[str, list[tuple[Rule, Phrase]]] = {}
        for file, kind in (("groups.toml", None), *((FILES.get(kind, f"{kind}.toml"), kind) for kind in LISTS),
                           ("explain.toml", "explain"), ("story.toml", "story")):
            for table, place in self._chunks(home / file):
                self._take(table, place, kind)

    def _chunks(self, path: Path) -> Iterator[tuple[dict, str]]:
        """Each [[table]] of a file by itself, so that one broken entry costs only itself."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            self.faults.append(f"{path.name} is not there or cannot be read, so its words are not looked for.")
            return
        starts = [n for n, line in enumerate(lines) if line.startswith("[")]
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
            try:
                yield tomllib.loads("\n".join(lines[start:stop])), f"{path.name}, line {start + 1}"
            except tomllib.TOMLDecodeError as fault:
                at = re.search(r"at line (\d+)", str(fault))
                line = min(start + int(at[1]), stop) if at else stop
                self.faults.append(f"{path.name}, line {line}: this entry cannot be read, so it is left out. {_plain(fault)}")

    def _take(self, table: dict, place: str, kind: str | None) -> None:
        adders = {"group": (_GroupEntry, self._add_group), "spelling": (_Spelling, self._add_spelling),
                  "easy": (_Easy, self._add_easy),
                  "sign": (SignEntry, self._add_sign),
                  "entry": (Explained, self._add_offer) if kind == "explain" else (Entry, partial(self._add_rule, kind))}
        for heading, entries in table.items():
            try:
                if heading not in adders or kind is None and heading == "entry":
                    raise BadPattern(f"[[{heading}]] is no heading this file can have")
                what, add = adders[heading]
                for entry in msgspec.convert(entries, list[what]):
                    add(entry)
            except (BadPattern, msgspec.ValidationError) as fault:
                self.faults.append(f"{place}: this entry cannot be used, so it is left out. {_plain(fault)}")

    def _add_group(self, entry: _GroupEntry) -> None:
        known = self.groups.get(entry.name)
        if known and (known.phrases or not known.builtin):
            raise BadPattern(f"There is a group {{{entry.name}}} already, and it stays as it is. Give this one a name of its own")
        self.groups[entry.name] = Group(entry.name, self._read(entry.words), known and known.builtin)

    def _add_spelling(self, spelling: _Spelling) -> None:
        self.spelling |= dict.fromkeys(spelling.typed, spelling.meant)

    def _add_easy(self, easy: _Easy) -> None:
        self.easy |= frozenset(easy.words.split())

    def _add_rule(self, kind: Kind, entry: Entry) -> None:
        rule = Rule(kind, entry, *map(self._read, (entry.find, entry.but_not, entry.fine_with, entry.only_with)))
        rule = rule._replace(swaps=tuple(map(self._read_swap, entry.swap)))
        if not all(said.endswith((".", "?")) for said in (*entry.say, *(entry.ask.choices if entry.ask else ()))):
            raise BadPattern("What say and choices hold is a whole sentence with its full stop; a few words go into swap")
        if not all(pattern.trigger for pattern in rule.find):
            raise BadPattern("A pattern needs one word of its own beside {person}, {child} or {name}")
        self.rules.append(rule)
        for pattern in rule.find:
            for low in pattern.trigger:
                self.by_trigger.setdefault(low, []).append((rule, pattern))

    def _add_sign(self, entry: SignEntry) -> None:
        self.signs.append(Sign(entry, self._read(entry.find), self._read(entry.but_not)))

    def _add_offer(self, entry: Explained) -> None:
        find = self._read(entry.find)
        self.offers.append(Offer(entry.find[0].split("|")[0], entry, find, self._read(entry.but_not)))
        self.explained |= frozenset().union(*(pattern.trigger for pattern in find if pattern.trigger))

    def _read_swap(self, written: str) -> tuple[Phrase, tuple[str, ...]]:
        """ "pass away: die", with one or more better wordings between slashes. These words alone are meant, not their other forms."""
        found, _, better = written.partition(": ")
        if not better:
            raise BadPattern(f"{written!r} has no better words behind a colon")
        return read(_WORD.sub(r"\1!", found), self.groups), tuple(map(str.strip, better.split("/")))

    def _read(self, written: tuple[str, ...]) -> tuple[Phrase, ...]:
        return tuple(read(one, self.groups) for one in written)


@functools.cache
def open_lists(home: Path = HOME) -> Lists:
    return Lists(home)


def _plain(fault: Exception) -> str:
    return f"{str(fault)[:1].upper()}{str(fault)[1:]}".rstrip(".") + "."
