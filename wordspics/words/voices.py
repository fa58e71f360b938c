"""Whose words these are. What a child asked or feared is the child's question, not what the adults say; it is not told off."""
import re
from collections.abc import Iterator
from typing import NamedTuple

from wordspics.words.forms import endings
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage


def forms(words: str) -> frozenset[str]:
    return frozenset().union(*map(endings, words.split()))


CHILDREN = frozenset("you child children kid kids boy boys girl girls brother brothers sister sisters twins cousin cousins".split())
_ASKS = forms("ask wonder")
_KNOWS = forms("know")              # "You wanted to know if ..."
_SAYS = _ASKS | forms("say think whisper shout cry tell write worry reply answer scream type text sob mutter call explain")
_QUESTIONS = frozenset("if whether why when how what where who".split())
_PRONOUNS = frozenset("i we he she they it nobody everybody everyone somebody someone anyone anybody people".split())
_NEW_PART = _PRONOUNS | frozenset("the your my that this then told said answered".split())
_OPENS = re.compile(r"(?<![^\s(\[—–-])[\"“'‘](?=\w)")
_CLOSES = {"single": re.compile(r"(?<=[.,!?…])['’](?!\w)|(?<=\S)['’](?!\w)"), "double": re.compile(r"(?<=\S)[\"”]")}
_SHUT = re.compile(r"[.,!?…]['’](?!\w)")
TAG = 5                             # words from a quotation mark to who said it
ASKED_WITHIN = 6                    # words from "asked" to "whether"


class Asked(NamedTuple):
    """A stretch of the text (in characters) that is a question or a child's words."""

    start: int
    end: int
    by_child: bool
    is_question: bool


def is_asked(kind: str, passage: Passage, begin: int) -> bool:
    """Whether a finding that begins at word `begin` points at a child's words; of others' questions, only a promise is none.

    What frightens is fine in a child's own question alone: it stands there to be answered.
    """
    if kind not in ("blame", "promise", "euphemism", "frightening"):
        return False
    at = passage.words[begin].start
    return any(a.start <= at < a.end and (a.by_child and (a.is_question or kind != "frightening") or kind == "promise")
               for a in asked(passage))


def asked(passage: Passage) -> list[Asked]:
    if "asked" not in passage.memo:
        passage.memo["asked"] = [*_quoted(passage), *_reported(passage)]
    return passage.memo["asked"]


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands in quotation marks, single or double; the marks themselves left out."""
    at = 0
    while opening := _OPENS.search(text, at):
        at = opening.end()
        single = opening[0] in "'‘"
        closing = (single and _SHUT.search(text, at)) or _CLOSES["single" if single else "double"].search(text, at)
        if closing:
            yield at, closing.end() - 1
            at = closing.end()


def spoken(text: str) -> list[tuple[int, int]]:
    """As `quotes`, and what stands behind a double mark that is never closed, to the end of its line."""
    closed = list(quotes(text))
    for opening in _OPENS.finditer(text):
        at, line_end = opening.end(), text.find("\n", opening.end())
        if opening[0] in "\"“" and not any(start <= at <= end for start, end in closed):
            closed.append((at, len(text) if line_end < 0 else line_end))
    return closed


def _quoted(passage: Passage) -> Iterator[Asked]:
    for start, end in quotes(passage.text):
        speaker = _speaker(passage, start, end)
        is_question = "?" in passage.text[start:end]
        if speaker == "child" or is_question:
            yield Asked(start, end, speaker != "adult", is_question)


def _speaker(passage: Passage, start: int, end: int) -> str:
    """Who says it: "child", "adult", or "" where that is not told. A tag before the words goes before one behind them."""
    words = passage.words
    before = [i for i, word in enumerate(words) if word.end <= start]
    after = [i for i, word in enumerate(words) if word.start >= end]
    if before and passage.text[words[before[-1]].end:start].strip(" \"“'‘") in ("", ",", ":"):
        spoken = [i for i in before[-TAG - 2:] if words[i].low in _SAYS and words[i].sentence == words[before[-1]].sentence]
        if spoken:
            return subject(passage, spoken[-1])
    for i in after[:TAG]:
        if words[i].sentence != words[after[0]].sentence or i > after[0] and passage.ends_clause(i):
            break
        if words[i].low in _SAYS:
            return subject(passage, i, after[0]) or _named(passage, range(i + 1, min(i + 4, passage.stop(i))))
    return ""


def subject(passage: Passage, verb: int, first: int = 0) -> str:
    """Who does what word `verb` says: the nearest person before it in its sentence."""
    return _named(passage, [i for i in range(verb - 1, max(verb - TAG, first) - 1, -1)
                            if passage.words[i].sentence == passage.words[verb].sentence])


def _named(passage: Passage, places) -> str:
    for i in places:
        low = passage.words[i].low
        if low in CHILDREN:
            return "child"
        if low in known("kin") or low in _PRONOUNS or low in known("titles"):
            return "adult"
    return ""


def _reported(passage: Passage) -> Iterator[Asked]:
    """ "You asked whether Mum would soon be home": from "whether" to where something new begins."""
    words = passage.words
    for low in _ASKS | _KNOWS:
        for i in passage.at.get(low, ()):
            if low in _KNOWS and not {word.low for word in words[max(i - 2, 0):i]} & {"want", "wants", "wanted", "wanting"}:
                continue
            for n in range(i + 1, min(i + ASKED_WITHIN, passage.stop(i))):
                if words[n].low in _QUESTIONS:
                    yield Asked(words[n].start, words[part_end(passage, n) - 1].end, subject(passage, i) != "adult", True)
                    break


def part_end(passage: Passage, first: int) -> int:
    """The index after the last word of what is reported from word `first` on: a comma, "but" or "and Nan said" ends it."""
    words = passage.words
    for n in range(first + 1, passage.stop(first)):
        between = passage.text[words[n - 1].end:words[n].start]
        if any(c in ",;:()–—" for c in between) or words[n].low in ("but", "so"):
            return n
        if words[n].low == "and" and any(word.low in _SAYS | _NEW_PART for word in words[n + 1:n + 3]):
            return n
    return passage.stop(first)
