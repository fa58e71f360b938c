"""The guide: situations, spines, curious questions, adult cards and help lines, all kept in TOML files beside this one.

A new situation is a new file in `situations/`; nothing here has to change for it.
"""
import functools
from collections.abc import Callable
from pathlib import Path

from wordspics.guide import beginning
from wordspics.guide.files import HOME, Guide
from wordspics.guide.situation import AdultCard, HelpLine, ProposedPerson, Situation, Spine, Step
from wordspics.story import About, Missing, Story

__all__ = ["AdultCard", "Guide", "HelpLine", "ProposedPerson", "Situation", "Spine", "Step", "begin", "example", "examples",
           "faults", "help_lines", "outline", "situations", "spines", "step"]


@functools.cache
def open_guide(home: Path = HOME) -> Guide:
    return Guide(home)


def faults() -> list[str]:
    """A sentence for each file of the guide that could not be used; empty when all is well."""
    return list(open_guide().faults)


def situations() -> dict[str, Situation]:
    """Situations by key, in the order a worker is shown them."""
    return dict(open_guide().situations)


def spines() -> dict[str, Spine]:
    return dict(open_guide().spines)


def help_lines() -> list[HelpLine]:
    return list(open_guide().help_lines)


def outline(situation: str, spine: str) -> list[Step]:
    """The steps of a story; a situation the guide does not know ("" or an old key) gets the shared ones."""
    return open_guide().outline(situation, spine)


def step(situation: str, key: str, story: Story | None = None) -> Step | None:
    """The step a panel was made for, or None for a panel the family added.

    With `story`, its example has that story's own names in place of the made-up ones.
    """
    found = open_guide().step(situation, key)
    return open_guide().name(situation, found, story) if found and story else found


def example(name: str = "lily") -> Story:
    """A made-up story that shows what a whole one looks like."""
    if name not in open_guide().examples:
        raise Missing(f"There is no example story called {name!r}.")
    return open_guide().examples[name]


def examples() -> list[str]:
    return list(open_guide().examples)


def begin(about: About, fresh_id: Callable[[], str] = beginning.fresh_id) -> Story:
    """A story with an empty panel for each step, its children and its situation's usual people.

    Each person's standing is the usual one for the situation: the app asks before it counts.
    """
    guide = open_guide()
    return beginning.begin(about, guide.outline(about.situation, about.spine), guide.situations.get(about.situation), fresh_id)
