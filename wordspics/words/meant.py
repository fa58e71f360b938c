"""Who is meant: whether "Lily", "you" or "her" is a child the story is for, or one of its grown-ups."""
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage
from wordspics.words.people import is_name
from wordspics.words.voices import CHILDREN

_ONE = frozenset("he she him her his".split())
_MANY = frozenset("they them their".split())
_ROLES = frozenset("judge doctor nurse teacher worker officer police carer parents grown-up".split())


class Meant:
    """`readers`: the single words of the names of those the story is for."""

    def __init__(self, readers: frozenset[str]):
        self.readers = readers | CHILDREN | {"your", "yourself"}

    def is_reader(self, passage: Passage, begin: int, end: int) -> bool:
        """Whether words begin to end name a child the story is for; "her" and "their" are whoever was named last."""
        lows = {word.low for word in passage.words[begin:end]}
        if lows & (_ONE | _MANY):
            return self._named_last(passage, begin, bool(lows & _MANY))
        return bool(lows & self.readers)

    def _named_last(self, passage: Passage, begin: int, is_many: bool) -> bool:
        """Nobody named before: then nobody else can be meant. Of one grown-up alone nobody says "they"."""
        for i in range(begin - 1, -1, -1):
            word = passage.words[i]
            if word.low in self.readers:
                return True
            is_adult = word.low in known("kin") or word.low in _ROLES or is_name(word, passage)
            if is_adult and not (is_many and not self._is_one_of_many(passage, i)):
                return False
        return True

    def _is_one_of_many(self, passage: Passage, i: int) -> bool:
        around = {word.low for word in passage.words[max(i - 1, 0):i + 2]}
        return passage.words[i].low.endswith("s") and passage.words[i].low in known("kin") | _ROLES or "and" in around
