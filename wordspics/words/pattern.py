"""Patterns as the word lists write them, read into slots. What a practitioner can write is told at the head of groups.toml."""
import re

from wordspics.words.forms import endings
from wordspics.words.slots import Choice, Edge, Gap, Group, Literal, Mark, Phrase

GAPS = {"..": 2, "...": 4}
CLOSERS = (")", ")?", "]")
_PIECE = re.compile(r"\{[a-z-]+\}|\)\?|[()\[\]|^$]|\.{2,3}|[^\s\[\]{}()^$|,.?]+")


class BadPattern(ValueError):
    """A pattern that cannot be read. Its text is one plain sentence."""


def read(written: str, groups: dict[str, Group]) -> Phrase:
    """A pattern from how it is written: `{person} be (so|very)? [lazy]`."""
    pieces = _PIECE.findall(written)
    strange = re.sub(r"[\s,]", "", _PIECE.sub("", written))
    if strange:
        raise BadPattern(f"{written!r} has {strange[0]!r} where a word should be")
    for opening, closing in ("()", "[]"):
        if pieces.count(opening) != sum(piece[0] == closing for piece in pieces):
            raise BadPattern(f"{written!r} has a {opening} without its {closing}")
    if pieces.count("[") > 1 or not any(piece[0].isalnum() or piece[0] in "{'" for piece in pieces):
        raise BadPattern(f"{written!r} has " + ("no word in it" if "[" not in pieces else "more than one [ ]"))
    phrase, rest = _phrase(pieces, groups, written)
    if rest:
        raise BadPattern(f"{written!r} cannot be read from {rest[0]!r} on")
    return phrase


def _phrase(pieces: list[str], groups: dict[str, Group], written: str) -> tuple[Phrase, list[str]]:
    """The slots up to a closing bracket, which is left in the rest. Here `|` joins the two words on its sides."""
    slots: list = []
    while pieces and pieces[0] not in CLOSERS:
        made, pieces = _atom(pieces, groups, written)
        options = [*made]
        while pieces[:1] == ["|"]:
            more, pieces = _atom(pieces[1:], groups, written)
            options += more
        slots += options if len(options) == len(made) else [_either(options)]
    return Phrase(tuple(slots)), pieces


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
        if not rest or (piece == "[") != (rest[0] == "]"):
            raise BadPattern(f"{written!r} has brackets that do not fit together")
        if piece == "[":
            return [Mark("from"), _either(phrases), Mark("to")], rest[1:]
        return [Choice(tuple(phrases), optional=True) if rest[0] == ")?" else _either(phrases)], rest[1:]
    if piece[0] == "{":
        if piece[1:-1] not in groups:
            raise BadPattern(f"{written!r} names a group {piece} that no list has")
        return [groups[piece[1:-1]]], rest
    return [_literal(piece)], rest


def _phrases(pieces: list[str], groups: dict[str, Group], written: str) -> tuple[list[Phrase], list[str]]:
    """Inside brackets `|` stands between whole phrases: `(any more|longer)`."""
    phrases, slots = [], []
    while pieces and pieces[0] not in CLOSERS:
        if pieces[0] == "|":
            phrases.append(Phrase(tuple(slots)))
            slots, pieces = [], pieces[1:]
        else:
            made, pieces = _atom(pieces, groups, written)
            slots += made
    return [*phrases, Phrase(tuple(slots))], pieces


def _either(options: list):
    """One slot for several; single words are made one literal."""
    options = [option.slots[0] if isinstance(option, Phrase) and len(option.slots) == 1 else option for option in options]
    plain = [option for option in options if isinstance(option, Literal) and not option.capitals]
    others = [option for option in options if option not in plain]
    if plain:
        others.insert(0, Literal(frozenset().union(*(literal.lows for literal in plain))))
    return others[0] if len(others) == 1 else Choice(tuple(others))


def _literal(piece: str) -> Literal:
    piece = piece.replace("’", "'")
    if piece.endswith("!"):
        return Literal(frozenset((piece[:-1].lower(),)))
    is_capitals = piece.isupper() and len(piece) > 1 and piece.isalpha()
    return Literal(endings(piece.lower()), frozenset((piece,)) if is_capitals else frozenset())
