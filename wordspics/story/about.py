"""What a story is about: for whom, why, in what shape."""
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.faults import BadStory
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
    """`who` is the person of the cast a story is about, where it is about one; `said` is how the guide speaks of them.

    `home` are the grown-ups of the cast the children live with, where the adults have said it.
    """

    title: str = ""
    children: Annotated[tuple[Child, ...], Meta(max_length=limits.CHILDREN)] = ()
    situation: Name = ""
    also: Annotated[tuple[Name, ...], Meta(max_length=limits.SITUATIONS - 1)] = ()      # other hard things it explains as well
    who: Id | None = None
    said: Literal["", "she", "he", "they"] = ""                     # "" is as usual for what they are to the child
    home: Annotated[tuple[Id, ...], Meta(max_length=limits.CARERS)] = ()
    spine: Name = "full"
    narrator: Narrator = "family"
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=limits.LANGUAGES)] = ("en",)

    def __post_init__(self) -> None:
        also = tuple(dict.fromkeys(name for name in self.also if name and name != self.situation))
        self._settle(title=fit_line(self.title, limits.TITLE, "The title"), also=also, languages=tuple(dict.fromkeys(self.languages)))

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
        """The one the story is written in first; its words stand above all others."""
        return self.languages[0]

    def speak(self, language: str) -> "About":
        """With one more language, the last in line."""
        if language not in self.languages and len(self.languages) >= limits.LANGUAGES:
            raise BadStory(f"A story has room for {limits.LANGUAGES} languages.")
        return self if language in self.languages else self.with_(languages=(*self.languages, language))

    def leave(self, language: str) -> "About":
        """Without a language. Words written in it stay in their panels."""
        if self.languages == (language,):
            raise BadStory("A story is told in one language at least.")
        return self.with_(languages=tuple(one for one in self.languages if one != language))

    def put_first(self, language: str) -> "About":
        return self.speak(language).with_(languages=(language, *(one for one in self.languages if one != language)))
