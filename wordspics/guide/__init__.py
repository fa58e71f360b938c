"""The guide: situations, spines, curious questions, talking together, adult cards and help lines, all in TOML files here.

A new situation is a new file in `situations/`; nothing here has to change for it.
"""
import functools
from collections.abc import Callable, Iterable
from pathlib import Path

from wordspics.guide import beginning
from wordspics.guide.files import HOME, Guide, Situations
from wordspics.guide.household import Carer, give_ids, strangers
from wordspics.guide.preparing import Asked, Preparing, Rehearsal
from wordspics.guide.situation import AdultCard, HelpLine, ProposedPerson, Situation, Spine, Step
from wordspics.guide.subject import Subject
from wordspics.guide.talk import Prompt, Scale, Talk
from wordspics.story import About, Missing, Story

__all__ = ["AdultCard", "Asked", "Carer", "Guide", "HelpLine", "Preparing", "Prompt", "ProposedPerson", "Rehearsal", "Scale", "Situation", "Spine", "Step", "Subject", "Talk",
           "as_told", "begin", "example", "examples", "faults", "help_lines", "outline", "preparing", "prompts", "situation_of", "situations", "spines",
           "step", "talk"]


@functools.cache
def open_guide(home: Path = HOME) -> Guide:
    return Guide(home)


def faults() -> list[str]:
    """A sentence for each file of the guide that could not be used; empty when all is well."""
    return list(open_guide().faults)


def situations() -> dict[str, Situation]:
    """Situations by key, in the order a worker is shown them."""
    return dict(open_guide().situations)


def situation_of(story: Story) -> Situation | None:
    """What a story explains, told in its own names: its situation, blended with the others it names; None if none is known."""
    return open_guide().situation_of(story)


def spines() -> dict[str, Spine]:
    return dict(open_guide().spines)


def help_lines() -> list[HelpLine]:
    return list(open_guide().help_lines)


def talk(story: Story | None = None) -> Talk | None:
    """What helps to talk together, at every step, in the words and names of `story`; None when its file could not be used."""
    return as_told(open_guide().talk, story)


def preparing(story: Story | None = None) -> Preparing | None:
    """Who sees a story first, and what is rehearsed; None when its file could not be used."""
    return as_told(open_guide().preparing, story)


def as_told(value, story: Story | None):
    """Texts written as the guide's are, in the words and names of a story; to nobody in particular without one."""
    return value and open_guide().shared(value, story, situation_of(story) if story else None)


def outline(situation: Situations, spine: str) -> list[Step]:
    """The steps of a story about one situation or several; unknown ones ("" or an old key) get the shared steps."""
    return open_guide().outline(situation, spine)


def step(situation: Situations, key: str, story: Story | None = None) -> Step | None:
    """The step a panel was made for, or None for a panel the family added.

    With `story` it speaks of whom that story is about, and its example and starters have the story's own names.
    """
    return open_guide().step(situation, key, story)


def prompts(at: Step | None, story: Story) -> tuple[Prompt, ...]:
    """What helps to talk together at a step, or all of it for a panel of the family's own; in the words and names of the story."""
    told, situation = open_guide().talk, situation_of(story)
    if told is None:
        return ()
    unasked = situation.unasked if situation else ()
    asked = tuple(prompt for prompt in (told.at(at) if at else told.prompts) if prompt.key not in unasked)
    return open_guide().shared(asked, story, situation)


def example(name: str = "lily") -> Story:
    """A made-up story that shows what a whole one looks like."""
    if name not in open_guide().examples:
        raise Missing(f"There is no example story called {name!r}.")
    return open_guide().examples[name]


def examples() -> list[str]:
    """Names of the example stories, in the order of their situations."""
    order = {key: place for place, key in enumerate(open_guide().situations)}
    return sorted(open_guide().examples, key=lambda name: order.get(example(name).about.situation, len(order)))


def begin(about: About, fresh_id: Callable[[], str] = beginning.fresh_id, subject: Subject | None = None,
          home: Iterable[Carer] = ()) -> Story:
    """A story with an empty panel for each step, its children and its situation's usual people.

    `subject` is whom it is about, `home` whom the children live with. Each person's standing is the usual one for the situation:
    the app asks before it counts.
    """
    guide, carers = open_guide(), give_ids(home, subject)
    situation = guide.situation(about.situations, subject, carers)
    people = situation.people if situation else strangers(subject, carers, guide.looks)
    if subject:
        about = about.with_(who=subject.place, said=subject.said)
    about = about.with_(home=tuple(carer.id for carer in carers))
    return beginning.begin(about, guide.outline(about.situations, about.spine, subject), people, situation, fresh_id)
