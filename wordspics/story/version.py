"""A reading of the story for one child: its own words where they differ, tied to the revisions it was made from."""
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.about import Narrator
from wordspics.story.panel import View, Words, fit_words
from wordspics.story.text import Id, fit_line
from wordspics.story.value import Sheet, Value


class OwnView(Value, frozen=True):
    """A reading's own words for one of two views, and the revision of the panel they were written beside; 0 while it has none."""

    words: Words = {}
    base: Annotated[int, Meta(ge=0)] = 0

    def __post_init__(self) -> None:
        self._settle(words=fit_words(self.words))


OwnViews = Annotated[tuple[OwnView, ...], Meta(max_length=2)]


class Version(Sheet, frozen=True, tag="version", kw_only=True):
    """`base` holds, for each panel, the revision these words were written beside; `views` are its words where two views stand."""

    id: Id
    child: str
    age: Annotated[int, Meta(ge=0, le=18)]
    narrator: Narrator = "family"
    base: Annotated[dict[Id, Annotated[int, Meta(ge=1)]], Meta(max_length=limits.PANELS)] = {}
    words: Annotated[dict[Id, Words], Meta(max_length=limits.PANELS)] = {}
    views: Annotated[dict[Id, OwnViews], Meta(max_length=limits.PANELS)] = {}

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

    def tell_view(self, panel: str, view: int, words: str, language: str, rev: int) -> "Version":
        """As `tell`, for one of the two views of a panel: 0 or 1."""
        own = [self._view(panel, 0), self._view(panel, 1)]
        said = fit_words({**own[view].words, language: words})
        own[view] = OwnView(said, rev) if said else OwnView()
        kept = {id: views for id, views in self.views.items() if id != panel}
        return self.with_(views={**kept, panel: tuple(own)} if any(one.words for one in own) else kept)

    def stand(self, panel: str, rev: int) -> "Version":
        """Looked at beside revision `rev` of a panel: its words and its views still fit."""
        views = {panel: tuple(own.with_(base=rev) if own.words else own for own in self.views[panel])} if panel in self.views else {}
        base = {panel: rev} if panel in self.base else {}
        return self.with_(base={**self.base, **base}, views={**self.views, **views})

    def own(self, panel: str, view: int | None = None) -> Words:
        """Its own words for a panel, or for one of its views, by language."""
        return self.words.get(panel, {}) if view is None else self._view(panel, view).words

    def words_in(self, panel: str, language: str, view: int | None = None) -> str:
        return self.own(panel, view).get(language, "")

    def written_beside(self, panel: str, view: int | None = None) -> int | None:
        """The revision of the panel that its own words for it, or for one of its views, were written beside."""
        return self.base.get(panel) if view is None else self._view(panel, view).base or None

    def retell(self, panel: str, views: tuple[View, ...]) -> tuple[View, ...]:
        """A panel's views in its own words, where it has any; whose they are stays."""
        return tuple(view.with_(words={**view.words, **self._view(panel, n).words}) for n, view in enumerate(views))

    def tells_as(self, other: "Version") -> bool:
        """Whether a child reads the same, whichever revisions the words were written beside."""
        return self.words == other.words and all(
            [own.words for own in self.views.get(panel, ())] == [own.words for own in other.views.get(panel, ())]
            for panel in {*self.views, *other.views})

    def _view(self, panel: str, view: int) -> OwnView:
        own = self.views.get(panel, ())
        return own[view] if view < len(own) else OwnView()
