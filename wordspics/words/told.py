"""A story as it is read: its panels' words in one language, and the signs that the story checks look for in them."""
import functools
from typing import NamedTuple

from wordspics.story import Panel, Story
from wordspics.story.story import COVER
from wordspics.words.checker import meets, places
from wordspics.words.denials import is_denied_near
from wordspics.words.passage import Passage
from wordspics.words.people import single_names
from wordspics.words.wordlist import Sign, open_lists

CARE = "safety"                 # the sign that somebody looks after the child
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
        self.panels = tuple(self._tell(panel, language) for panel in story.shown)
        self.worded = tuple(told for told in self.panels if told.passage.words)
        self.inside = tuple(told for told in self.worded if told.panel.purpose != COVER)

    def _tell(self, panel: Panel, language: str) -> Told:
        text = "\n".join(filter(None, (panel.words_in(language), *(view.words.get(language, "") for view in panel.views))))
        plain = text.translate(QUOTES).split('"')
        said = " ".join(plain[::2]) if len(plain) % 2 else text              # a mark left open: nothing is taken for speech
        return Told(panel, Passage(text, self.lists.spelling, self.named), Passage(said, self.lists.spelling, self.named))

    def shows(self, name: str, told: Told) -> bool:
        """Whether a sign stands in one panel's words."""
        return any(_stands(sign, told.passage) for sign in self._signs(name))

    def needs(self, name: str) -> bool:
        """Whether a story of this situation and shape wants that sign."""
        return bool(self._signs(name))

    @functools.cache                                                         # a telling lives for one page
    def with_sign(self, name: str) -> tuple[Told, ...]:
        return tuple(told for told in self.worded if self.shows(name, told))

    def _signs(self, name: str) -> list[Sign]:
        kinds = {self.story.about.situation, self.story.about.spine}
        return [sign for sign in self.lists.signs if sign.entry.name == name and (
            not sign.entry.situations or kinds & set(sign.entry.situations)) and not kinds & set(sign.entry.not_for)]


def _stands(sign: Sign, passage: Passage) -> bool:
    is_care = sign.entry.name == CARE                               # "could not look after you" is no care
    return any(not any(meets(harmless, passage, first, last) for harmless in sign.but_not)
               and not (is_care and is_denied_near(passage, first))
               for pattern in sign.find for first, last in places(pattern, passage))
