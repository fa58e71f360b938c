"""Talking together: what is said before the first note, and prompts that help at more than one step."""
from typing import Annotated

from msgspec import Meta

from wordspics.guide.situation import Line, Lines, Step
from wordspics.story.text import Name
from wordspics.story.value import Value


class Prompt(Value, frozen=True, kw_only=True):
    """Something to talk about. `at` are the shared steps where it helps; `starters` are for the family's own sentence."""

    key: Annotated[Name, Meta(min_length=1)]
    title: Line
    purpose: Line
    questions: Lines
    carer_questions: tuple[Line, ...] = ()
    starters: tuple[Line, ...] = ()
    dos: tuple[Line, ...] = ()
    donts: tuple[Line, ...] = ()
    at: Annotated[tuple[Name, ...], Meta(min_length=1)]


class Scale(Prompt, frozen=True, kw_only=True):
    """A question answered from 0 to 10, and what the two ends mean. `low` is said under the scale when 0, 1 or 2 is chosen."""

    nought: Line
    ten: Line
    low: str = ""


class Talk(Value, frozen=True, kw_only=True):
    """`before` stands above the box for notes, always; `harm` beside it. `shorten` is how a long answer becomes a page's words.

    `habits` look at worries and at what goes well; `network` finds people; `uncertainty` has three prompts, in order: what we
    know, what we do not know yet, who is finding out; `child` makes room for the child's own words and questions.
    """

    before: Line
    harm: Line
    shorten: Lines
    habits: Annotated[tuple[Prompt, ...], Meta(min_length=1)]
    scaling: Annotated[tuple[Scale, ...], Meta(min_length=1)]
    network: Prompt
    uncertainty: Annotated[tuple[Prompt, ...], Meta(min_length=3, max_length=3)]
    child: Annotated[tuple[Prompt, ...], Meta(min_length=1)]

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        return (*self.habits, *self.scaling, self.network, *self.uncertainty, *self.child)

    def at(self, step: Step) -> tuple[Prompt, ...]:
        """The prompts that help at this step, or at the shared step whose work it does."""
        return tuple(prompt for prompt in self.prompts if step.key in prompt.at or (step.part and step.part in prompt.at))
