"""What a story is about: for whom, why, in what shape."""
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.text import Id, Language, Name, fit_line
from wordspics.story.value import Sheet, Value

Narrator = Literal["family", "parent"]      # "Mum loves Lily" or "I love you": practice.md 1, rule 9


class Child(Value, frozen=True):
    """A child the story is for. `person` is the same child in the cast."""

    name: str
    age: Annotated[int, Meta(ge=0, le=18)]
    person: Id | None = None

    def __post_init__(self) -> None:
        self._settle(name=fit_line(self.name, limits.NAME, "A child's name"))


class About(Sheet, frozen=True, tag="about", kw_only=True):
    title: str = ""
    children: Annotated[tuple[Child, ...], Meta(max_length=limits.CHILDREN)] = ()
    situation: Name = ""
    also: Annotated[tuple[Name, ...], Meta(max_length=limits.SITUATIONS - 1)] = ()      # other hard things it explains as well
    spine: Name = "full"
    narrator: Narrator = "family"
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=limits.LANGUAGES)] = ("en",)

    def __post_init__(self) -> None:
        also = tuple(dict.fromkeys(name for name in self.also if name and name != self.situation))
        self._settle(title=fit_line(self.title, limits.TITLE, "The title"), also=also)

    @property
    def situations(self) -> tuple[str, ...]:
        """What the story explains, the main thing first; empty when the guide has no situation for it."""
        return (self.situation, *self.also) if self.situation else self.also

    @property
    def youngest(self) -> int | None:
        """The age the words are pitched to."""
        return min((child.age for child in self.children), default=None)

    @property
    def language(self) -> str:
        return self.languages[0]
