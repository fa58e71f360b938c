"""The cast: everybody a story may show."""
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.faults import BadStory, Missing
from wordspics.story.person import Person
from wordspics.story.value import Sheet


class Cast(Sheet, frozen=True, tag="cast", kw_only=True):
    """`named`: each person's name stands under them in the pictures, so that a child finds everybody without asking."""

    people: Annotated[tuple[Person, ...], Meta(max_length=limits.PEOPLE)] = ()
    named: bool = False

    def __post_init__(self) -> None:
        ids = [person.id for person in self.people]
        if len(set(ids)) < len(ids):
            raise BadStory("Two people in the cast have the same id.")

    def person(self, id: str) -> Person:
        for person in self.people:
            if person.id == id:
                return person
        raise Missing("This person is not in the story's cast.")

    def has(self, id: str) -> bool:
        return any(person.id == id for person in self.people)

    def welcome(self, person: Person) -> "Cast":
        """The cast with one more person, last in line."""
        if len(self.people) >= limits.PEOPLE:
            raise BadStory(f"A story has room for {limits.PEOPLE} people.")
        return self.with_(people=(*self.people, person))

    def change(self, person: Person) -> "Cast":
        self.person(person.id)
        return self.with_(people=tuple(person if p.id == person.id else p for p in self.people))

    def part_with(self, id: str) -> "Cast":
        self.person(id)
        return self.with_(people=tuple(p for p in self.people if p.id != id))

    @property
    def people_to_talk_to(self) -> tuple[Person, ...]:
        """Only these may stand in a ring of safe people, a helper's place or on a talk-to page."""
        return tuple(p for p in self.people if p.can_talk_to and p.may_be_proposed_today)
