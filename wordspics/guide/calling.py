"""What everybody is called: the made-up names of the guide's files give way to a family's own, all in one go."""
import itertools
from collections.abc import Iterable

from wordspics.guide.children import speak_of
from wordspics.guide.saying import say
from wordspics.guide.situation import Situation
from wordspics.guide.stand_ins import GAP, StandIns, in_place_of, say_together, swapper
from wordspics.story import Person, Story

YOUNG = ("child", "baby", "toddler", "brother", "sister", "foster-brother", "foster-sister", "cousin", "friend", "family-friend")


def call_everybody(situation: Situation, story: Story) -> Situation:
    """The situation in a story's own names. What may land on a child's page has a gap where the adults have to say who it is."""
    called = _called(situation, story)
    page = called | dict.fromkeys(_missing(situation, story, called), GAP) | _on_a_page(situation.stand_ins, story)
    return _speak_to(story, say(situation, swapper(called), swapper(page)))


def call_shared(value, shared: StandIns | None, story: Story, situation: Situation | None):
    """Something that all situations share, a step or talking together, in a story's own names."""
    own = swapper(_shared_names(shared, story, situation) if shared else {})
    return _speak_to(story, say(value, lambda text: text, own))


def _speak_to(story: Story, value):
    return speak_of(value, [child.name for child in story.about.children])


def _shared_names(shared: StandIns, story: Story, situation: Situation | None) -> dict[str, str]:
    """What a story says instead of each stand-in of the steps that all situations share."""
    about = _people(story, filter(None, [story.about.who or (situation.about if situation else "")]))
    home = _people(story, story.about.home or (situation.home if situation else ()), living=True) or _grown_ups_at_home(story)
    alone = {said: _only_holder(story, role) for said, role in shared.people.items()}
    names = {said: person.name for said, person in alone.items() if person}
    parent = _names(one for one in about if one.role not in YOUNG) or (_names(home) if shared.about not in names else [])
    for said, own in ((shared.about, parent), (shared.home, _names(home))):
        names |= in_place_of((said,), own) if said and own else {}
    return names | _on_a_page(shared, story)


def _called(situation: Situation, story: Story) -> dict[str, str]:
    """Each made-up name of somebody whom the story knows, and their own; of several in one place, with the verbs that follow."""
    own: dict[str, str] = {}
    home = situation.may_take_home(story.about.home) or situation.home
    for who, places in ((home, situation.home), *((group, group) for group in situation.together)):
        people = _people(story, who, living=True)
        for said in itertools.product(*map(situation.said_of, places)) if places and people else ():
            own |= in_place_of(said, _names(people))
    for said, place in situation.called.items():
        person = None if said in own else _in_place(situation, story, place)
        own |= {said: person.name} if person else {}
    return own


def _in_place(situation: Situation, story: Story, place: str) -> Person | None:
    """Whoever came into the story for this place; else the one person with its role who has no place of their own."""
    if story.cast.has(place):
        return next(iter(_people(story, [place])), None)
    proposed = situation.person(place)
    return _only_holder(story, proposed.role if proposed else place, {*situation.called.values(), *story.about.home})


def _missing(situation: Situation, story: Story, called: dict[str, str]) -> Iterable[str]:
    """Names for whom the family has nobody, and those of somebody who died where the page speaks of today."""
    for said, place in situation.called.items():
        proposed, person = situation.person(place), _in_place(situation, story, place)
        if said not in called:
            if said in situation.stand_ins.people or proposed and proposed.at_start:
                yield said
        elif person and person.standing == "died" and place != situation.about and not (proposed and proposed.standing in ("not-seen", "died")):
            yield said


def _on_a_page(stand_ins: StandIns, story: Story) -> dict[str, str]:
    children = [child.name for child in story.about.children if child.name]
    talk_to = say_together([person.name for person in story.cast.people_to_talk_to if person.name], "or") or GAP
    died = _names(person for person in story.cast.people if person.standing == "died")
    return ((in_place_of(stand_ins.children, children) if children else {}) | dict.fromkeys(stand_ins.talk_to, talk_to)
            | dict.fromkeys(stand_ins.died, died[0] if len(died) == 1 else GAP))


def _only_holder(story: Story, role: str, placed: Iterable[str] = ()) -> Person | None:
    """Only where one person alone has the role: of two mums the app does not pick one. Nobody who died takes a place."""
    found = [person for person in story.cast.people if person.role == role and person.id not in placed and person.name]
    return found[0] if len(found) == 1 and found[0].standing != "died" else None


def _people(story: Story, who: Iterable[str], *, living: bool = False) -> list[Person]:
    known = [story.cast.person(id) for id in who if story.cast.has(id)]
    return [person for person in known if person.name and not (living and person.standing == "died")]


def _grown_ups_at_home(story: Story) -> list[Person]:
    return [person for person in story.cast.people if person.standing == "home" and person.role not in YOUNG and person.name]


def _names(people: Iterable[Person]) -> list[str]:
    return [person.name for person in people if person.name]
