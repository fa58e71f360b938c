"""Who may come into a story: those a story like this often holds, people of the family's other stories, and anybody else."""
import re
from typing import NamedTuple

from werkzeug.datastructures import MultiDict

from wordspics import guide
from wordspics.guide import ProposedPerson, anybody
from wordspics.guide.kinship import draw_relative
from wordspics.guide.anybody import Crowd
from wordspics.pictures import names
from wordspics.store import Kept
from wordspics.story import BadStory, Cast, Look, Person, Story
from wordspics.web.desk import the_cards
from wordspics.web.door import EXAMPLE_FAMILY
from wordspics.web.furniture import title_of

_ID = re.compile(r"p-[0-9a-f]{12}\Z")       # the id of somebody about to come, so that a button pressed twice adds them once
AGES = ("baby", "toddler", "child", "teen", "adult", "older")
OPEN_LONG = "This page was open for a long time. Please add this person once more."
NOT_THERE = "This person is not in the family's other story any more."


class Relative(NamedTuple):
    """Somebody in another story of the same family. `key` is what a form sends; `story` is what that story is called."""

    key: str
    person: Person
    story: str


def proposals(kept: Kept) -> list[ProposedPerson]:
    """Whom a story like this often holds and this one does not yet, as this family looks."""
    situation = guide.situation_of(kept.story)
    return [one.with_(look=draw_relative(one.enter(), kept.family.id).look)
            for one in situation.people if not kept.story.cast.has(one.id)] if situation else []


def proposal_of(story: Story, who: str) -> ProposedPerson | None:
    situation = guide.situation_of(story)
    return next((one for one in situation.people if one.id == who), None) if situation else None


def relatives(kept: Kept) -> list[Relative]:
    """The people of the family's other stories who are not in this one, each once, as the newest story has them.

    The made-up examples are of different families and lend each other nobody.
    """
    if kept.family.name == EXAMPLE_FAMILY:
        return []
    met = {person.name.casefold() for person in kept.story.cast.people}
    found = []
    for card in the_cards():
        if card.family.id != kept.family.id or card.id == kept.id or card.trouble:
            continue
        for person in card.cast.people:
            if person.name and person.name.casefold() not in met:
                met.add(person.name.casefold())
                found.append(Relative(f"{card.id}/{person.id}", person, title_of(card)))
    return found


def starts(cast: Cast, chance: str, like: str = "") -> list[Crowd]:
    """Everybody whose look somebody new may begin from: one of the cast at every age, or all of the cast and made-up people."""
    if cast.has(like):
        one = cast.person(like)
        return [Crowd(f"{one.name}, younger or older", tuple((f"{like}/{age}", anybody.at_age(one.look, age)) for age in AGES))]
    own = tuple((f"{person.id}/{person.look.age}", person.look) for person in cast.people)
    return [*anybody.crowds(chance), Crowd("Like somebody in this story", own)] if own else anybody.crowds(chance)


def enter(kept: Kept, form: MultiDict) -> Person:
    """Whoever a form brings into the story; a BadStory says what to do when it brings nobody.

    Where a newcomer is now is asked in this story too: what one child can count on, another may not. Only death is not asked twice.
    """
    proposed = next((one for one in proposals(kept) if one.id == form.get("proposed")), None)
    if proposed:
        return proposed.enter()
    id = form.get("newcomer", "")
    if not _ID.match(id):
        raise BadStory(OPEN_LONG)
    if "relative" in form:
        person = next((one.person for one in relatives(kept) if one.key == form["relative"]), None)
        if person is None and not kept.story.cast.has(id):
            raise BadStory(NOT_THERE)
        return person.with_(id=id, can_talk_to=False, proposed=person.standing != "died") if person else kept.story.cast.person(id)
    role = form.get("role", "someone")
    if role not in names.ROLES:
        raise BadStory("Please choose the role once more.")
    start = form.get("start", "")
    person = Person(id=id, name=form.get("name", ""), role=role, standing=anybody.standing(role),
                    look=_look(kept.story.cast, start, role), proposed=True)
    if role == "child" and (one := _younger_or_older(kept.story, start)):
        person = person.with_(standing=one.standing, proposed=False)            # it is them: nobody asks where they are
    if not person.name:
        raise BadStory("Please write a name: what the child calls them.")
    return person


def is_for(story: Story, who: str) -> bool:
    return any(child.person == who for child in story.about.children)


def _younger_or_older(story: Story, start: str) -> Person | None:
    """The child of the story who is begun from at another age ("lily/baby"), as stories across years need them."""
    who, _, age = start.partition("/")
    return story.cast.person(who) if story.cast.has(who) and is_for(story, who) and story.cast.person(who).look.age != age else None


def _look(cast: Cast, start: str, role: str) -> Look:
    """One of the cast at an age ("mum/older"), as they are; or somebody made up, in what is worn in that role."""
    who, _, age = start.partition("/")
    if cast.has(who) and age in AGES:
        return anybody.at_age(cast.person(who).look, age)
    if start not in anybody.LOOKS:
        raise BadStory("Please choose somebody to begin from; everything about them can be changed.")
    return anybody.dress(anybody.LOOKS[start], role)
