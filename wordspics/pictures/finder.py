"""Finding on one shelf what a panel may show: the people of the cast, as they are or doing what is asked, and the library."""
import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from wordspics.pictures import library
from wordspics.pictures.library import Picture
from wordspics.pictures.names import ROLES
from wordspics.pictures.sayings import sayings
from wordspics.pictures.search import Index
from wordspics.pictures.spelling import split, stem
from wordspics.story import Cast, Person

ILLUSTRATIONS = Path(__file__).parents[2] / "illustrations"
KINDS = ("person", "place", "thing", "symbol")
_SURE, _SURE_OF_DEED = 0.5, 0.6         # a worse likeness of a name, or of a pose or feeling, says nothing about people
_FAINT = 0.5                # of the best score: what is fainter than that was hardly meant
_KIN = sayings().people | {stem(word) for role in ROLES.values() for word in split(role)}      # what people are called for what they are
_MOST_DOING = 4             # people offered when it is only said what somebody does


class Somebody(NamedTuple):
    """A person of the cast, in a pose or with a feeling that was asked for ("" when none was). `title` says both."""

    person: Person
    title: str
    pose: str = ""
    feeling: str = ""
    kind: str = "person"

    @property
    def item(self) -> dict[str, str]:
        """What goes on the stage; what is not said here is as the spot wants it."""
        said = {"kind": "figure", "who": self.person.id, "pose": self.pose, "feeling": self.feeling}
        return {key: value for key, value in said.items() if value}


class Finder:
    """One cast and the library, without what is hidden."""

    def __init__(self, cast: Cast, hidden: frozenset[str] = frozenset()):
        self._cast, self._hidden = cast, hidden
        self._index = Index(_Called(one) for one in cast.people)

    def find(self, query: str, kinds: tuple[str, ...] = KINDS, most: int = 48) -> list[Somebody | Picture]:
        """What answers what somebody typed, best first; who is meant comes before what is alike."""
        people = self._people(query) if "person" in kinds else []
        found = self._search(query, kinds, most + len(self._hidden))
        least = _FAINT * max((score for _, score in found), default=0)
        return [*people, *self.shown(picture for picture, score in found if score >= least)][:most]

    def mentioned(self, text: str, kinds: tuple[str, ...] = KINDS, most: int = 12) -> list[Somebody | Picture]:
        """What a passage speaks of: people by name first, then pictures."""
        people = self._named(text) if "person" in kinds else []
        kinds = _of_library(kinds)
        named = library.shelf().mentioned(self._nameless(text), kinds, most + len(self._hidden)) if kinds else []
        return [*(Somebody(one, one.name) for one in people), *self.shown(named)][:most]

    def missing_role(self, query: str) -> str:
        """The role that was asked for and that nobody in the cast has, as it is said; "" when there is none."""
        asked = [role for role in library.shelf().mentioned(query, ("person",)) if role.part == "role"]
        return asked[0].title if asked and not {role.name for role in asked} & {one.role for one in self._cast.people} else ""

    def shown(self, pictures: Iterable[Picture]) -> list[Picture]:
        """Those that are not hidden."""
        return [picture for picture in pictures if picture.name not in self._hidden]

    def _search(self, query: str, kinds: tuple[str, ...], most: int) -> list[tuple]:
        kinds = _of_library(kinds)
        return library.shelf().search(query, kinds, most) if kinds else []

    def _people(self, query: str) -> list[Somebody]:
        alike = (called.person for called, score in self._index.search(query, most=12) if score >= _SURE)
        people = list({one.id: one for one in (*self._named(query), *alike)}.values())
        doing = _done(query, guess=not people or len(query.split()) > 1)
        if doing is None:
            return [Somebody(one, one.name) for one in people]
        return [Somebody(one, f"{one.name}, {doing.title}", **{doing.part: doing.name})
                for one in people or ([] if self.missing_role(query) else self._today[:_MOST_DOING])]

    @property
    def _today(self) -> list[Person]:
        """Whoever may be offered without being named; somebody who died, or is not seen now, is there when they are asked for."""
        return [person for person in self._cast.people if person.may_be_proposed_today]

    def _nameless(self, text: str) -> str:
        """A passage without the names of the cast: Rose is no flower, nor Nick a prison; Aunty, Mum and the judge stay what they are."""
        named = re.findall(r"[^\W\d_]+", " ".join(one.name for one in self._cast.people))
        names = {word for word in named if word[0].isupper() and stem(word.lower()) not in _KIN}
        return re.sub(r"[^\W\d_]+", lambda word: "" if word[0] in names else word[0], text)

    def _named(self, text: str) -> list[Person]:
        return [called.person for called in self._index.mentioned(text, most=len(self._cast.people))]


class _Called:
    """A person as the search sees them: found by name and by who they are to the child."""

    kind, alt = "person", ""

    def __init__(self, person: Person):
        self.person, self.name, self.title = person, person.name.lower(), person.name
        self.tags = (ROLES.get(person.role, ""),)


def _done(query: str, guess: bool) -> library.Person | None:
    """The pose or feeling that was asked for."""
    shelf = library.shelf()
    found = shelf.mentioned(query, ("person",)) + [done for done, score in shelf.search(query, ("person",), 6) if guess and score >= _SURE_OF_DEED]
    return next((done for done in found if done.part != "role"), None)


def _of_library(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind != "person")


def places_by_group() -> list[tuple[str, list[Picture]]]:
    """Every place once, under what it belongs to, as somebody would look for it."""
    shelf = library.shelf()
    groups = [(title, [shelf.picture(name) for name in names if shelf.has(name)]) for title, names in _groups().items()]
    grouped = {picture.name for _, pictures in groups for picture in pictures}
    return [*groups, ("More places", [place for place in shelf.places() if place.name not in grouped])]


@functools.cache
def _groups() -> dict[str, list[str]]:
    return tomllib.loads((ILLUSTRATIONS / "groups.toml").read_text(encoding="utf-8"))["places"]
