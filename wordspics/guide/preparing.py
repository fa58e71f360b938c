"""Before a child is told: who sees the story first, and what the grown-ups rehearse."""
from typing import Annotated

from msgspec import Meta

from wordspics.guide.situation import Line, Lines
from wordspics.story import Cast
from wordspics.story.text import Name
from wordspics.story.value import Value


class Asked(Value, frozen=True, kw_only=True):
    """Somebody who may see a story before the child does, and why. `roles` are those of the cast it may be.

    `of_two`: it is the second of two people, so nobody is left to ask where one of them has died.
    """

    key: Annotated[Name, Meta(min_length=1)]
    title: Line
    purpose: Line
    roles: tuple[Name, ...] = ()
    of_two: bool = False


class Rehearsal(Value, frozen=True, kw_only=True):
    """`may_ask` is what a child may ask after any story, in a child's words; `holding` what helps while there is no answer.

    `warm` can be said at any time; `harm` is what to do when the child says something new about it.
    """

    prepare: Lines
    may_ask: Lines
    holding: Lines
    warm: Lines
    afterwards: Lines
    harm: Line


class Preparing(Value, frozen=True, kw_only=True):
    """`first` are the keys of those who see every story first."""

    first: tuple[Name, ...]
    asked: Annotated[tuple[Asked, ...], Meta(min_length=1)]
    rehearsal: Rehearsal

    @property
    def keys(self) -> list[str]:
        return [one.key for one in self.asked]

    def asked_first(self, cast: Cast, also: tuple[str, ...] = ()) -> tuple[Asked, ...]:
        """Whom to ask first for a story with this cast, where its situation names others `also`."""
        return tuple(one for one in self.asked if (one.key in self.first or one.key in also) and not _is_left_alone(one, cast))


def _is_left_alone(one: Asked, cast: Cast) -> bool:
    living = [person.standing != "died" for person in cast.people if person.role in one.roles]
    return one.of_two and not all(living) and sum(living) < 2
