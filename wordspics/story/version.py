"""A reading of the story for one child: its own words where they differ, tied to the revisions it was made from."""
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.about import Narrator
from wordspics.story.panel import Words, fit_words
from wordspics.story.text import Id, fit_line
from wordspics.story.value import Sheet


class Version(Sheet, frozen=True, tag="version", kw_only=True):
    """`base` holds, for each panel, the revision these words were written beside."""

    id: Id
    child: str
    age: Annotated[int, Meta(ge=0, le=18)]
    narrator: Narrator = "family"
    base: Annotated[dict[Id, Annotated[int, Meta(ge=1)]], Meta(max_length=limits.PANELS)] = {}
    words: Annotated[dict[Id, Words], Meta(max_length=limits.PANELS)] = {}

    def __post_init__(self) -> None:
        self._settle(child=fit_line(self.child, limits.NAME, "The child's name"),
                     words={panel: fit_words(words) for panel, words in self.words.items()})
