"""Two hard things in one story: each keeps its own steps, and what both would say is said once."""
import heapq
from collections.abc import Iterator, Sequence

from wordspics.guide.saying import Say
from wordspics.guide.situation import AdultCard, ProposedPerson, Situation, Step, StepChange
from wordspics.guide.stand_ins import StandIns, swapper

CAREFUL = ("died", "not-seen", "seen", "helper", "home")         # of two usual standings the more careful one is proposed
TOLD_ONCE = ("questions", "carer_questions", "starters", "pictures", "dos", "donts")


def blend(first: Situation, second: Situation, parts: Sequence[str], once: frozenset[str]) -> Situation:
    """`first` with all that `second` adds. `parts` are the shared steps of the full story in order, `once` those told once."""
    names = second.stand_ins.other_names(first.stand_ins)
    swap = swapper(names)
    steps = [_renamed(step, swap) for step in second.steps]
    changes = {key: _renamed(change, swap) for key, change in second.change.items()}
    return first.with_(
        title=f"{first.title}, and {second.title[0].lower()}{second.title[1:]}",
        purpose=f"{first.purpose} {second.purpose}", check=f"{first.check} {second.check}",
        sources=_both(first.sources, second.sources), titles=_both(first.titles, second.titles),
        card=_blend_cards(first.card, second.card), people=tuple(_blend_people(first.people, second.people)),
        stand_ins=_blend_names(first.stand_ins, second.stand_ins, names),
        steps=tuple(_blend_steps(first.steps, steps, parts, once)), change=_blend_changes(first.change, changes),
        unasked=_both(first.unasked, second.unasked), ask_first=_both(first.ask_first, second.ask_first),
        may_ask=_both(first.may_ask, second.may_ask), about=first.about or second.about, home=first.home or second.home)


def _blend_steps(first: Sequence[Step], second: Sequence[Step], parts: Sequence[str], once: frozenset[str]) -> Iterator[Step]:
    """Both ways of telling in step with each other, each in its own order."""
    told = {step.part for step in first} & once
    keys = {step.key for step in first}
    said_already: dict[str, Step] = {}
    for step in second:
        if step.part in told:
            said_already.setdefault(step.part, step)
    gives_way = {step.key for step in said_already.values()}
    first = [_with_what_else(step, said_already.pop(step.part, None)) for step in first]
    second = [step for step in second if step.key not in gives_way | keys]
    for _, step in heapq.merge(_placed(first, parts), _placed(second, parts), key=lambda placed: placed[0]):
        yield step


def _placed(steps: Sequence[Step], parts: Sequence[str]) -> Iterator[tuple[int, Step]]:
    """Each step with its place among `parts`; one that is nobody's part stays behind the step before it."""
    place = 0
    for step in steps:
        place = parts.index(step.part) if step.part in parts else place
        yield place, step


def _with_what_else(step: Step, other: Step | None) -> Step:
    """A step told once for both: its own words, and what the other one would have asked as well."""
    return step.with_(**{field: _both(getattr(step, field), getattr(other, field)) for field in TOLD_ONCE}) if other else step


def _blend_changes(first: dict[str, StepChange], second: dict[str, StepChange]) -> dict[str, StepChange]:
    return {key: _both_changes(first.get(key), second.get(key)) for key in {**first, **second}}


def _both_changes(first: StepChange | None, second: StepChange | None) -> StepChange:
    if first is None or second is None:
        return first or second
    said = {}
    for field in StepChange.__struct_fields__:
        one, other = getattr(first, field), getattr(second, field)
        said[field] = _both(one, other) if field in TOLD_ONCE and one and other else one or other
    return StepChange(**said)


def _blend_cards(first: AdultCard, second: AdultCard) -> AdultCard:
    return AdultCard(**{field: _both(getattr(first, field), getattr(second, field)) for field in AdultCard.__struct_fields__})


def _blend_people(first: Sequence[ProposedPerson], second: Sequence[ProposedPerson]) -> Iterator[ProposedPerson]:
    also = {person.id: person for person in second}
    for person in first:
        other = also.pop(person.id, None)
        if other:
            standings = sorted(_both(person.standings, other.standings), key=CAREFUL.index)
            usual = min(person.standing, other.standing, key=CAREFUL.index)
            person = person.with_(standings=_both((usual,), standings), at_start=person.at_start or other.at_start)
        yield person
    yield from also.values()


def _blend_names(first: StandIns, second: StandIns, names: dict[str, str]) -> StandIns:
    left = {said: role for said, role in second.people.items() if said not in names}
    return first.with_(people=left | first.people, talk_to=_both(first.talk_to, second.talk_to),
                       died=_both(first.died, second.died))


def _renamed(step, swap: Say):
    """A step, or a change to one, in the other situation's made-up names."""
    return step.with_(example=step.example and swap(step.example), starters=step.starters and tuple(map(swap, step.starters)))


def _both(one: Sequence, other: Sequence) -> tuple:
    return tuple(dict.fromkeys((*one, *other)))
