"""Whom the children live with: one grown-up or several, in the place that a situation's file gives to made-up ones."""
from collections.abc import Iterable
from typing import NamedTuple

from wordspics.guide.situation import ProposedPerson, Situation
from wordspics.guide.subject import Subject, newcomer, stranger
from wordspics.story import Look, Story


AT_HOME = ("home", "seen", "not-seen")


class Carer(NamedTuple):
    """A grown-up the children live with. `id` is theirs in the cast."""

    name: str
    role: str
    id: str = ""


def carers_of(story: Story) -> tuple[Carer, ...]:
    """As the cast knows them now; empty while nobody is chosen."""
    people = (story.cast.person(who) for who in story.about.home if story.cast.has(who))
    return tuple(Carer(person.name, person.role, person.id) for person in people if person.name and person.standing != "died")


def give_ids(chosen: Iterable[Carer], subject: Subject | None) -> tuple[Carer, ...]:
    """Each with an id of their own; the one the story is about has that one's."""
    known = {(subject.name, subject.role): subject.place} if subject else {}
    taken, carers = set(known.values()), []
    for carer in chosen:
        ids = (carer.role, *(f"{carer.role}-{n}" for n in range(2, 99)))
        id = known.get((carer.name, carer.role)) or next(id for id in ids if id not in taken)
        taken.add(id)
        carers.append(carer._replace(id=id))
    return tuple(carers)


def move_in(situation: Situation, carers: tuple[Carer, ...], looks: dict[str, Look]) -> Situation:
    """The situation with these grown-ups at home, in the place of its own."""
    if not carers:
        return situation
    named, about = {carer.id: carer for carer in carers}, situation.about
    own = [person for person in situation.people if situation.may_take_home(named) and person.id in situation.home]
    stay = [_at_home(person, named[person.id]) if person.id in named else person for person in situation.people
            if person.id == about or person.id not in named and person not in own]
    come = [_proposed(carer, situation, own, looks) for carer in carers if carer.id != about]
    return situation.with_(people=(*come, *stay))


def strangers(subject: Subject | None, carers: tuple[Carer, ...], looks: dict[str, Look]) -> list[ProposedPerson]:
    """Whom a story begins with that the guide has no situation for."""
    at_home = [newcomer(*carer, looks, AT_HOME) for carer in carers]
    return at_home if subject is None or subject.place in {carer.id for carer in carers} else [*at_home, stranger(subject, looks)]


def _proposed(carer: Carer, situation: Situation, own: list[ProposedPerson], looks: dict[str, Look]) -> ProposedPerson:
    """In the look, and with the question, of whoever the file has in that place."""
    known = situation.person(carer.id) or next((person for person in own if person.role == carer.role), None)
    come = newcomer(*carer, looks, AT_HOME)
    come = come.with_(look=known.look) if known else come
    return come.with_(standing_question=own[0].standing_question) if own else come


def _at_home(person: ProposedPerson, carer: Carer) -> ProposedPerson:
    return person.with_(name=carer.name, at_start=True, standings=tuple(dict.fromkeys(("home", *person.standings))))
