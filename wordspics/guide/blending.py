"""Several hard things in one story: what each is about is told, and the rest once, so that it stays as short as any other."""
import functools
import heapq
from collections.abc import Iterator, Sequence

from wordspics.guide.saying import Say
from wordspics.guide.situation import AdultCard, ProposedPerson, Situation, Step, StepChange
from wordspics.guide.stand_ins import StandIns, swapper

CAREFUL = ("died", "not-seen", "seen", "helper", "home")         # of two usual standings the more careful one is proposed
TOLD_ONCE = ("questions", "carer_questions", "starters", "pictures", "dos", "donts")


def blend(told: Sequence[Situation], parts: Sequence[str], gives_way: Sequence[str]) -> Situation:
    """All that several situations hold, the main one first.

    `parts` are the shared steps of the full story in order, its cover and its last page among them: no more panels than these
    are proposed while there are parts that can do without one (`gives_way`, the first to go first). A step that is left out gives
    its questions and starters to one that stays.
    """
    if len(told) == 1:
        return told[0]
    all = functools.reduce(functools.partial(_join, parts), told)
    kept = _kept(all, told)
    for part in gives_way:
        spare = {step.key for step in all.steps if step.part == part} & kept - set(all.facts)
        if len(kept) > len(parts) - 2:
            kept -= spare
    return all.with_(steps=tuple(_with_what_else(all.steps, kept)))


def _kept(all: Situation, told: Sequence[Situation]) -> set[str]:
    """The steps to propose: what each situation is about, and for every other part the first step that tells it."""
    kept, parts = set(all.facts), {""}
    for situation in told:
        parts |= {step.part for step in situation.steps if step.key in situation.facts}
        for step in situation.steps:
            if step.part not in parts:
                kept.add(step.key)
                parts.add(step.part)
    return kept


def _with_what_else(steps: Sequence[Step], kept: set[str]) -> list[Step]:
    """The kept steps; each asks as well what the others of its part, or those behind it that are nobody's part, would ask."""
    stay = [step for step in steps if step.key in kept]
    host = stay[0].key
    for step in steps:
        if step.key in kept:
            host = step.key
            continue
        same = next((one.key for one in stay if step.part and one.part == step.part), host)
        stay = [_and(one, step) if one.key == same else one for one in stay]
    return stay


def _and(step: Step, other: Step) -> Step:
    return step.with_(**{field: _both(getattr(step, field), getattr(other, field)) for field in TOLD_ONCE})


def _join(parts: Sequence[str], first: Situation, second: Situation) -> Situation:
    """`first` with all that `second` adds, all its steps too."""
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
        steps=tuple(_in_step(first.steps, steps, parts)), facts=_both(first.facts, second.facts),
        change=_blend_changes(first.change, changes),
        unasked=_both(first.unasked, second.unasked), ask_first=_both(first.ask_first, second.ask_first),
        may_ask=_both(first.may_ask, second.may_ask), about=first.about or second.about, home=first.home or second.home)


def _in_step(first: Sequence[Step], second: Sequence[Step], parts: Sequence[str]) -> Iterator[Step]:
    """Both ways of telling in step with each other, each in its own order."""
    keys = {step.key for step in first}
    second = [step for step in second if step.key not in keys]
    for _, step in heapq.merge(_placed(first, parts), _placed(second, parts), key=lambda placed: placed[0]):
        yield step


def _placed(steps: Sequence[Step], parts: Sequence[str]) -> Iterator[tuple[int, Step]]:
    """Each step with its place among `parts`; one that is nobody's part stays behind the step before it."""
    place = 0
    for step in steps:
        place = parts.index(step.part) if step.part in parts else place
        yield place, step


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
