"""A panel: one picture and a few true, kind words."""
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.aside import Answer, Aside
from wordspics.story.faults import BadStory
from wordspics.story.scene import Scene
from wordspics.story.text import Id, Language, Name, fit, fit_line
from wordspics.story.value import Sheet, Value

Words = dict[Language, str]


class View(Value, frozen=True):
    """One person's own view, when two stand side by side: "The doctor thinks ...", "Mum says ..."."""

    owner: str
    words: Words = {}

    def __post_init__(self) -> None:
        self._settle(owner=fit_line(self.owner, limits.NAME, "Whose view it is"), words=fit_words(self.words))

    def tell(self, words: str, language: str = "en") -> "View":
        return self.with_(words={**self.words, language: words})

    def words_in(self, language: str) -> str:
        return self.words.get(language, "")


class Panel(Sheet, frozen=True, tag="panel", kw_only=True):
    """`purpose` names a step of the spine. `notes`, `answers` and `asides` are for adults only and never print."""

    id: Id
    purpose: Name = ""
    words: Words = {}
    views: Annotated[tuple[View, ...], Meta(max_length=2)] = ()
    scene: Scene = Scene()
    notes: str = ""
    answers: Annotated[tuple[Answer, ...], Meta(max_length=limits.ANSWERS)] = ()
    asides: Annotated[tuple[Aside, ...], Meta(max_length=limits.ASIDES)] = ()
    hidden: bool = False

    def __post_init__(self) -> None:
        self._settle(words=fit_words(self.words), notes=fit(self.notes, limits.NOTE, "The adults' note"))

    def tell(self, words: str, language: str = "en") -> "Panel":
        return self.with_(words={**self.words, language: words})

    def words_in(self, language: str) -> str:
        return self.words.get(language, "")

    def show(self, scene: Scene) -> "Panel":
        return self.with_(scene=scene)

    def disagree(self) -> "Panel":
        """With room for two views, each still to be said and still nobody's."""
        return self if self.views else self.with_(views=(View(""), View("")))

    def say_together(self) -> "Panel":
        """Without the two views: what the panel says, everybody says."""
        return self.with_(views=())

    def split(self, first: str, rest: str, language: str, new_id: str) -> tuple["Panel", "Panel"]:
        """Two panels out of one whose words are too many: the rest of them, under the same picture, in a second one.

        Whatever cannot be cut at that place stays whole with the first: words in other languages, two views, what adults noted.
        A BadStory when one of the two would have no words.
        """
        if not first.strip() or not rest.strip():
            raise BadStory("Choose a place between two words, so that both panels have something to say.")
        second = Panel(id=new_id, purpose=self.purpose, words={language: rest}, scene=self.scene, hidden=self.hidden,
                       asides=tuple(aside for aside in self.asides if aside.found in rest))
        return self.tell(first, language), second

    def without_notes(self) -> "Panel":
        return self.with_(notes="", answers=(), asides=())

    def tells_as(self, other: "Panel") -> bool:
        """Whether a child meets the same here: the same words and picture, whatever adults noted beside them."""
        return all(getattr(self, what) == getattr(other, what) for what in ("words", "views", "scene", "hidden"))

    @property
    def is_empty(self) -> bool:
        return self.scene.is_empty and not self.is_said and not self.notes and not self.answers

    @property
    def is_said(self) -> bool:
        """Whether there are words here for a child, in any language."""
        return bool(self.words) or self.has_two_views

    @property
    def has_two_views(self) -> bool:
        """Whether two views have something to say; the room for them may still be empty."""
        return any(view.words for view in self.views)

    @property
    def has_notes(self) -> bool:
        """Whether anything was written down here for the adults alone."""
        return bool(self.notes or self.answers or any(aside.reason for aside in self.asides))


def fit_words(words: Words) -> Words:
    """Tidy words by language, without languages in which nothing is said."""
    fitting = {language: fit(said, limits.WORDS, "The words of this panel") for language, said in words.items()}
    written = {language: said for language, said in fitting.items() if said}
    if len(written) > limits.WRITTEN:
        raise BadStory(f"A panel has words in {limits.WRITTEN} languages at most.")
    return written
