"""Whom a story is about: the place they take among the people of a situation, and the small words that go with them.

A situation's file speaks of one made-up person (`about`). In braces stand the words that follow who it really is: {he}, {him},
{his}, {himself}, and a verb with it where one changes: {he was}, {he has}, {he comes}.
"""
import re
from typing import NamedTuple

from wordspics.guide.grammar import SAID, plural
from wordspics.guide.saying import BRACED, say
from wordspics.guide.situation import ProposedPerson, Situation
from wordspics.story import Look, Story
from wordspics.story.person import Standing

USUALLY = {"mum": "she", "nan": "she", "aunty": "she", "sister": "she", "step-mum": "she",
           "dad": "he", "grandad": "he", "uncle": "he", "brother": "he", "step-dad": "he"}
FOLLOWS = re.compile(r"(he|him|his|himself)(?: ([a-z]+))?", re.IGNORECASE)


class Subject(NamedTuple):
    """The person a story is about. `said` is "she", "he" or "they"; "" is as usual for the role. `id` is theirs in the cast."""

    name: str
    role: str
    said: str = ""
    id: str = ""

    @property
    def place(self) -> str:
        return self.id or self.role

    @property
    def pronouns(self) -> tuple[str, str, str, str]:
        return SAID[self.said or USUALLY.get(self.role, "they")]


def subject_of(story: Story) -> Subject | None:
    """Whom this story is about, as its cast knows them now; None while nobody is chosen."""
    who = story.about.who
    if not who or not story.cast.has(who) or not story.cast.person(who).name:
        return None
    person = story.cast.person(who)
    return Subject(person.name, person.role, story.about.said, who)


def tell_of(situation: Situation, subject: Subject | None, looks: dict[str, Look]) -> Situation:
    """The situation as told of `subject`; of the person its file speaks of when it is None.

    Somebody else of the file who has the subject's role changes places with the made-up one: where Mum is in prison, Dad is at
    home. `looks` are to begin from, by role. A situation that is not told of one person knows the subject all the same.
    """
    own = situation.person(situation.about)
    if subject is None:
        return _fill(situation, Subject(own.name, own.role)) if own else situation
    if own is None:
        return _meet(situation, subject, looks)
    told = _fill(situation, subject)
    other = next((one for one in situation.people if one.id != own.id and subject.place == one.id or
                  one.id != own.id and subject.role == one.role), None)
    people = tuple(_change_places(told.people, subject, own, other, looks))
    return told.move({own.id: subject.place} | ({other.id: own.id} if other else {})).with_(about=subject.place, people=people)


def newcomer(name: str, role: str, id: str, looks: dict[str, Look], standings: tuple[Standing, ...]) -> ProposedPerson:
    """Somebody no file of the situation speaks of."""
    return ProposedPerson(id=id, name=name, role=role, look=looks.get(role, Look()), standings=standings,
                          standing_question="Where does this person live now, and {does the child} see them?")


def stranger(subject: Subject, looks: dict[str, Look]) -> ProposedPerson:
    """The one a story is about, where its situation has no place for them."""
    return newcomer(subject.name, subject.role, subject.place, looks, ("seen", "home", "not-seen", "died"))


def _meet(situation: Situation, subject: Subject, looks: dict[str, Look]) -> Situation:
    """A situation that speaks of nobody in particular, with the subject in the place of their own, or in one more."""
    place = next((one for one in situation.people if one.id == subject.place), None) or next(
        (one for one in situation.people if one.role == subject.role and one.id not in situation.home), None)
    if place is None:
        return situation.with_(about=subject.place, people=(*situation.people, stranger(subject, looks)))
    people = (one.with_(id=subject.place, name=subject.name, role=subject.role, at_start=True) if one is place else one
              for one in situation.people)
    return situation.move({place.id: subject.place}).with_(about=subject.place, people=tuple(people))


def _fill(situation: Situation, subject: Subject) -> Situation:
    """With the subject's small words in the place of their braces; what follows the children waits for those."""
    return say(situation, lambda text: BRACED.sub(lambda found: _follow(found, subject), text) if "{" in text else text)


def _follow(braced: re.Match, subject: Subject) -> str:
    found = FOLLOWS.fullmatch(braced[1])
    if not found:
        return braced[0]
    word = subject.pronouns[SAID["he"].index(found[1].lower())]
    verb = found[2] and (plural(found[2]) if subject.pronouns == SAID["they"] else found[2])
    return " ".join(filter(None, (word.capitalize() if braced[1][0].isupper() else word, verb)))


def _change_places(people, subject: Subject, own: ProposedPerson, other: ProposedPerson | None, looks: dict[str, Look]):
    """The proposed people: the subject where the made-up one stood, and the other one in the place that is free."""
    for person in people:
        if person.id == own.id:
            yield person.with_(id=subject.place, name=subject.name, role=subject.role, at_start=True,
                               look=own.look if subject.role == own.role else other.look if other else looks.get(subject.role, Look()))
        elif other and person.id == other.id:
            yield person.with_(id=own.id, name=own.name, role=own.role, look=own.look)
        else:
            yield person
