"""A story as it is read: its panels' words in one language, and the signs that the story checks look for in them."""
import functools
from typing import NamedTuple

from wordspics.story import Panel, Story
from wordspics.story.story import COVER
from wordspics.words.checker import matches, meets
from wordspics.words.denials import is_denied, is_denied_near
from wordspics.words.meant import Meant
from wordspics.words.passage import Passage
from wordspics.words.people import single_names
from wordspics.words.wordlist import Sign, open_lists

CHILD = "child"                 # what a child the story is for is to itself, in the cast
READER = "reader"               # the group of story.toml for a child the story is for
QUOTES = str.maketrans("“”„«»", '"' * 5)


class Told(NamedTuple):
    """One panel's words: as they are, and without what somebody says in quotation marks."""

    panel: Panel
    passage: Passage
    unquoted: Passage


class Telling:
    """Every panel a child is read. `inside`: those with words but the cover, where a name is a title and no voice."""

    def __init__(self, story: Story, language: str = "en"):
        self.story, self.lists = story, open_lists()
        self.names = tuple(filter(None, (*(p.name for p in story.cast.people), *(c.name for c in story.about.children))))
        self.named = single_names(self.names)
        children = (p.name for p in story.cast.people if p.role == CHILD)         # a reading for one of them speaks of the others too
        self.meant = Meant(single_names((*children, *(child.name for child in story.about.children))))
        self.panels = tuple(self._tell(panel, language) for panel in story.shown)
        self.worded = tuple(told for told in self.panels if told.passage.words)
        self.inside = tuple(told for told in self.worded if told.panel.purpose != COVER)
        # Remembered on this telling alone: a table of the class would keep a family's words after the page, and after the lock.
        self.signs, self.with_sign = functools.cache(self._signs), functools.cache(self._with_sign)

    def _tell(self, panel: Panel, language: str) -> Told:
        text = "\n".join(filter(None, (panel.words_in(language), *(view.words.get(language, "") for view in panel.views))))
        plain = text.translate(QUOTES).split('"')
        said = " ".join(plain[::2]) if len(plain) % 2 else text              # a mark left open: nothing is taken for speech
        return Told(panel, Passage(text, self.lists.spelling, self.named), Passage(said, self.lists.spelling, self.named))

    def shows(self, name: str, told: Told) -> bool:
        """Whether a sign stands in one panel's words."""
        return any(self._stands(sign, told.passage) for sign in self.signs(name))

    def needs(self, name: str) -> bool:
        """Whether a story of these situations and this shape wants that sign."""
        return bool(self.signs(name))

    def _with_sign(self, name: str) -> tuple[Told, ...]:
        return tuple(told for told in self.worded if self.shows(name, told))

    def where(self, sign: Sign) -> Told | None:
        """The first panel where one sign stands."""
        return next((told for told in self.worded if self._stands(sign, told.passage)), None)

    def _signs(self, name: str) -> tuple[Sign, ...]:
        """The signs of that name that this story wants, whichever of its situations asks for them."""
        return tuple(sign for sign in self.lists.signs if sign.entry.name == name and self._wants(sign))

    def _wants(self, sign: Sign) -> bool:
        spine, situations = self.story.about.spine, set(self.story.about.situations)
        without = set(sign.entry.not_for)
        if spine in without or situations and situations <= without:
            return False
        return not sign.entry.situations or bool((situations | {spine}) & set(sign.entry.situations))

    def _stands(self, sign: Sign, passage: Passage) -> bool:
        return any(self._is_meant(sign, passage, first, last, seen)
                   for pattern in sign.find for first, last, seen in matches(pattern, passage))

    def _is_meant(self, sign: Sign, passage: Passage, first: int, last: int, seen: dict) -> bool:
        denied = sign.entry.denied                                           # "could not look after you" is no care
        if denied == "no" and is_denied_near(passage, first) or denied == "only" and not is_denied("blame", passage, first, last):
            return False
        if any(meets(harmless, passage, first, last) for harmless in sign.but_not):
            return False
        return READER not in seen or self.meant.is_reader(passage, *seen[READER])
