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

    def tell(self, panel: str, words: str, language: str, rev: int) -> "Version":
        """Its own words for a panel, written beside revision `rev` of it; none when they are empty: then the story's own are read."""
        said = fit_words({**self.words.get(panel, {}), language: words})
        kept = {id: own for id, own in self.words.items() if id != panel}
        beside = {id: at for id, at in self.base.items() if id != panel}
        if not said:
            return self.with_(words=kept, base=beside)
        return self.with_(words={**kept, panel: said}, base={**beside, panel: rev})

    def words_in(self, panel: str, language: str) -> str:
        return self.words.get(panel, {}).get(language, "")
