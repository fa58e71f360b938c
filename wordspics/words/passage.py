"""A passage: a stretch of text as words and sentences, with the place of each, so that a finding can point at it.

Words are split so that lists stay short: "didn't" is "did" and "not", "you're" is "you" and "are", "Mum's" is "Mum" and "'s".
"""
import functools
import re
from bisect import bisect_left
from typing import NamedTuple

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f]*(?:['’ʼ＇][^\W\d_]+)*")
_COUNTED = re.compile(r"[^\W_][\w\u0300-\u036f'’ʼ-]*")
_APOSTROPHES = str.maketrans("’ʼ＇", "'''")
_TAILS = {"s": "'s", "ll": "will", "re": "are", "ve": "have", "m": "am", "d": "'d"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is", "din": "do"}
_RUN_TOGETHER = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_WITHOUT_MARK = {                               # as people type them: the stem's length in letters
    "didnt": 3, "doesnt": 4, "dont": 2, "wont": 2, "cant": 2, "isnt": 2, "wasnt": 3, "werent": 4, "arent": 3, "havent": 4,
    "hasnt": 3, "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "youre": 3, "theyre": 4, "youll": 3, "theyll": 4,
    "itll": 2, "youve": 3, "weve": 2, "theyve": 4, "hes": 2, "shes": 3, "thats": 4, "im": 1, "ive": 1,
    "didnae": 3, "doesnae": 4, "dinnae": 3, "wasnae": 3, "isnae": 2, "werenae": 4, "hasnae": 3, "havenae": 4, "hadnae": 3,
    "cannae": 3, "willnae": 4, "couldnae": 5, "wouldnae": 5, "shouldnae": 6,
}
_SHORT = frozenset("mr mrs ms dr st sec no rev prof etc eg ie approx jr vs".split())
_ANSWER = "nope"                                # "No, it was ..." answers; it denies nothing of what follows
_CLOSERS = "\"'”’)]»"
_BREAK = re.compile(r"[.!?…。！？؟।]+")
HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))        # a paste brings them along; nobody sees them
_LINKS = frozenset("and but so because when then or while since until if who as after before though although".split())


class Word(NamedTuple):
    """`low` is how the lists spell it; `raw` how it was typed; start and end are places in the text."""

    low: str
    raw: str
    start: int
    end: int
    sentence: int
    opens: bool            # the first word of its sentence

    @property
    def is_capital(self) -> bool:
        return self.raw[:1].isupper()


class Sentence(NamedTuple):
    start: int
    end: int
    length: int            # words as a reader counts them: "grown-ups" and "didn't" are one each


class Passage:
    """`words` in order, `sentences` in order, `at`: where each spelling stands; `named`: single words known to be names.

    `lows`: the spellings of each sentence. `text` is what a reader sees, without soft hyphens and their like; all places are
    places in it, and `span` tells where they are in the text as it was given.
    """

    def __init__(self, text: str, spelling: dict[str, str] = {}, named: frozenset[str] = frozenset()):
        self._given = text
        self.text = text = text.translate(HIDDEN)
        self.named = named
        self.sentences = _cut(text)
        self.words: list[Word] = []
        self.lows: list[frozenset[str]] = []
        self._stops: list[int] = []
        for n, sentence in enumerate(self.sentences):
            first = len(self.words)
            for found in _WORD.finditer(text, sentence.start, sentence.end):
                for low, start, end in _split(_lower(found[0]), found.start()):
                    low = _ANSWER if low == "no" and text[end:end + 1] == "," else spelling.get(low, low)
                    self.words.append(Word(low, text[start:end], start, end, n, len(self.words) == first))
            self._stops.append(len(self.words))
            self.lows.append(frozenset(word.low for word in self.words[first:]))
        self.memo: dict = {}                # what groups and conditions were found to be, kept while this text is read
        self.at: dict[str, list[int]] = {}
        for i, word in enumerate(self.words):
            self.at.setdefault(word.low, []).append(i)

    @functools.cached_property
    def _seen(self) -> list[int]:
        """Where each letter of `text` stands in the text as it was given, and where that ends."""
        return [*(i for i, c in enumerate(self._given) if ord(c) not in HIDDEN), len(self._given)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of `text` as a stretch of the text as it was given."""
        if len(self.text) == len(self._given):
            return start, end
        return self._seen[start], self._seen[end - 1] + 1 if end > start else self._seen[start]

    def plain_span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the text as it was given as a stretch of `text`."""
        return bisect_left(self._seen, start), bisect_left(self._seen, end)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words (from, to) that a stretch of the given text touches; at least one, where there is a word."""
        start, end = self.plain_span(start, end)
        first = next((i for i, word in enumerate(self.words) if word.end > start), len(self.words) - 1)
        return first, next((i for i in range(first + 1, len(self.words)) if self.words[i].start >= end), len(self.words))

    def start(self, i: int) -> int:
        """The index of the first word of the sentence that word `i` stands in."""
        return self._stops[self.words[i].sentence - 1] if self.words[i].sentence else 0

    def sentence_end(self, i: int) -> int:
        """Where in `text` the sentence of word `i` ends, its full stop included."""
        sentence = self.sentences[self.words[i].sentence]
        return sentence.start + len(self.text[sentence.start:sentence.end].rstrip())

    def stop(self, i: int) -> int:
        """The index after the last word of the sentence that word `i` stands in."""
        return self._stops[self.words[i].sentence]

    def ends_clause(self, i: int) -> bool:
        """Whether nothing that belongs to it follows word `i - 1`: a full stop, a comma, a dash or a linking word does."""
        if i >= len(self.words) or self.words[i].sentence != self.words[i - 1].sentence:
            return True
        between = self.text[self.words[i - 1].end:self.words[i].start]
        return any(c in ",;:()–—" for c in between) or " - " in between or self.words[i].low in _LINKS

    def is_tail(self, i: int) -> bool:
        """Whether word `i` is the rest of a typed word: the "n't" of "won't", the "'s" of "Mum's"."""
        return i > 0 and self.words[i - 1].end == self.words[i].start

    def joined(self, i: int) -> bool:
        """Whether one space or a hyphen, and no more, stands between word `i` and the next."""
        return self.text[self.words[i].end:self.words[i + 1].start] in (" ", "-", "  ")

    def starts_clause(self, i: int) -> bool:
        return i == 0 or self.words[i].opens or self.ends_clause(i) or self.words[i - 1].low in _LINKS


def _cut(text: str) -> list[Sentence]:
    """The sentences of a text: ended by a full stop and a space, or by a new line that begins something new."""
    cuts, at = [], 0
    for found in _BREAK.finditer(text):
        end = found.end()
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
        before = re.search(r"\w*\Z", text[max(at, found.start() - 12):found.start()])[0].lower()
        if end > at and (end == len(text) or text[end].isspace() or found[0] in "。！？") and not (
                found[0] == "." and (before in _SHORT or len(before) == 1 and before.isalpha() and before != "i")):
            cuts.append(end)
            at = end
    lines = [m.end() for m in re.finditer(r"\n(?=\s*(?:\n|[^a-z\s]))", text)]
    edges = sorted({0, *cuts, *lines, len(text)})
    spans = [(a, b) for a, b in zip(edges, edges[1:], strict=False)]
    counted = [Sentence(a, b, sum(1 for _ in _COUNTED.finditer(text, a, b))) for a, b in spans]
    return [_trim(text, s) for s in counted if s.length]


def _trim(text: str, sentence: Sentence) -> Sentence:
    part = text[sentence.start:sentence.end]
    start = sentence.start + len(part) - len(part.lstrip())
    return Sentence(start, start + len(part.strip()), sentence.length)


def _lower(word: str) -> str:
    """In small letters and plain apostrophes, each character in its place (a Turkish I would grow by one)."""
    low = word.lower()
    if len(low) != len(word):
        low = "".join(small if len(small := c.lower()) == 1 else c for c in word)
    return low.translate(_APOSTROPHES)


def _split(low: str, start: int):
    """(spelling, start, end) of the parts of one typed word."""
    stem, mark, tail = low.partition("'")
    end = start + len(low)
    if not mark:
        cut = _RUN_TOGETHER.get(low) or _WITHOUT_MARK.get(low)
        if not cut:
            yield low, start, end
            return
        stem, tail = low[:cut], low[cut:]
        tail = {"na": "to", "ta": "to", "not": "not", "nt": "not", "nae": "not"}.get(tail) or _TAILS.get(tail, tail)
        yield ("going" if stem == "gon" else "want" if stem == "wan" else _STEMS.get(stem, stem)), start, start + cut
        yield tail, start + cut, end
    elif tail == "t" and stem.endswith("n") and len(stem) > 1:
        stem = "can" if stem == "can" else stem[:-1]
        at = start + len(low) - (2 if stem == "can" else 3)
        yield _STEMS.get(stem, stem), start, at
        yield "not", at, end
    elif tail in _TAILS:
        yield stem, start, start + len(stem)
        yield _TAILS[tail], start + len(stem), end
    else:
        yield low, start, end
