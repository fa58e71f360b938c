"""Whom a story is about: their name and the small words that go with it, in all that a situation says.

A situation's file speaks of one made-up person (`about`). In braces stand the words that follow who it really is: {he}, {him},
{his}, {himself}, and a verb with it where one changes: {he was}, {he has}, {he comes}.
"""
import re
from collections.abc import Callable
from typing import NamedTuple

from wordspics.guide.grammar import SAID, plural
from wordspics.guide.situation import ProposedPerson, Situation
from wordspics.guide.stand_ins import swap, swapper
from wordspics.story import Look, Person, Story
from wordspics.story.value import Value

USUALLY = {"mum": "she", "nan": "she", "aunty": "she", "sister": "she", "step-mum": "she",
           "dad": "he", "grandad": "he", "uncle": "he", "brother": "he", "step-dad": "he"}
BRACED = re.compile(r"\{([^{}]*)\}")
FOLLOWS = re.compile(r"(he|him|his|himself)(?: ([a-z]+))?", re.IGNORECASE)
NO_TEXT = {"key", "id", "part", "role", "standings", "look", "children", "pictures", "picture", "help_lines", "unasked", "ask_first", "sources",
           "stand_ins", "about"}


class Subject(NamedTuple):
    """The person a story is about. `said` is "she", "he" or "they"; "" is as usual for the role."""

    name: str
    role: str
    said: str = ""

    @property
    def pronouns(self) -> tuple[str, str, str, str]:
        return SAID[self.said or USUALLY.get(self.role, "they")]


def subject_of(story: Story) -> Subject | None:
    """Whom this story is about, as its cast knows them now; None while nobody is chosen."""
    who = story.about.who
    if not who or not story.cast.has(who) or not story.cast.person(who).name:
        return None
    person: Person = story.cast.person(who)
    return Subject(person.name, person.role, story.about.said)


def tell_of(situation: Situation, subject: Subject | None, looks: dict[str, Look]) -> Situation:
    """The situation as told of `subject`; of the person its file speaks of when it is None.

    Somebody else of the file who has the subject's role changes places with the made-up one: where Mum is in prison, Dad is at
    home. `looks` are to begin from, by role.
    """
    own = situation.person(situation.about)
    if own is None:
        return situation
    if subject is None:
        return _say_all(situation, _speaker({}, Subject(own.name, own.role)))
    other = next((one for one in situation.people if one.role == subject.role and one.id != own.id), None)
    names = {own.name: subject.name}
    if other:
        also = (said for said, role in situation.stand_ins.people.items() if role == other.role)
        names |= dict.fromkeys((other.name, *also), own.name)
    told = _say_all(situation, _speaker(names, subject))
    return told.with_(about=subject.role, people=tuple(_change_places(told.people, subject, own, other, looks)),
                      stand_ins=_name_the_others(situation, names, own, other))


def words_in_braces(value) -> list[str]:
    """All that stands in braces in the texts of a situation."""
    return [word for text in _texts(value) for word in BRACED.findall(text)]


def _speaker(names: dict[str, str], subject: Subject) -> Callable[[str], str]:
    """Tells one text of `subject`."""
    put = swapper(names)
    return lambda text: put(BRACED.sub(lambda found: _follow(found[1], subject), text) if "{" in text else text)


def _follow(braced: str, subject: Subject) -> str:
    found = FOLLOWS.fullmatch(braced)
    if not found:
        return braced
    word = subject.pronouns[SAID["he"].index(found[1].lower())]
    verb = found[2] and (plural(found[2]) if subject.pronouns == SAID["they"] else found[2])
    return " ".join(filter(None, (word.capitalize() if braced[0].isupper() else word, verb)))


def _say_all(value, say: Callable[[str], str]):
    """The value with every text in it said anew."""
    if isinstance(value, str):
        return say(value)
    if isinstance(value, tuple):
        return tuple(_say_all(one, say) for one in value)
    if isinstance(value, dict):
        return {key: _say_all(one, say) for key, one in value.items()}
    if isinstance(value, Value):
        said = {field: getattr(value, field) for field in value.__struct_fields__ if field not in NO_TEXT}
        return value.with_(**{field: _say_all(one, say) for field, one in said.items()})
    return value


def _texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Value):
        value = {field: getattr(value, field) for field in value.__struct_fields__ if field not in NO_TEXT}
    held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return [text for one in held for text in _texts(one)]


def _change_places(people, subject: Subject, own: ProposedPerson, other: ProposedPerson | None, looks: dict[str, Look]):
    """The proposed people: the subject where the made-up one stood, and the other one in the place that is free."""
    for person in people:
        if person.id == own.id:
            yield person.with_(id=subject.role, name=subject.name, role=subject.role, at_start=True,
                               look=own.look if subject.role == own.role else other.look if other else looks.get(subject.role, Look()))
        elif other and person.id == other.id:
            yield person.with_(id=own.id, name=own.name, role=own.role, look=own.look)
        else:
            yield person


def _name_the_others(situation: Situation, names: dict[str, str], own: ProposedPerson, other: ProposedPerson | None):
    """Who stands in for whom, now that one of them has a name of their own."""
    stand_ins = situation.stand_ins
    people = {said: role for said, role in stand_ins.people.items() if said not in names}
    return stand_ins.with_(people=people | ({own.name: own.role} if other else {}),
                           talk_to=tuple(swap(said, names) for said in stand_ins.talk_to),
                           died=tuple(said for said in stand_ins.died if said not in names))
