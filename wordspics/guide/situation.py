"""What the guide knows of a situation: its steps with their questions, the people it usually holds, its card for adults."""
import datetime
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta

from wordspics.guide.stand_ins import StandIns
from wordspics.story import Cast, Look, Person, Scene
from wordspics.story.person import Standing
from wordspics.story.text import Id, Name
from wordspics.story.value import Value

ALL_NATIONS = "All of the UK"
Line = Annotated[str, Meta(min_length=1, max_length=600)]
Lines = Annotated[tuple[Line, ...], Meta(min_length=1)]


class Step(Value, frozen=True, kw_only=True):
    """One panel to make: why it is there, what to ask, and how it may sound for a child of 5 to 7.

    A worker asks `questions` of the parents and `carer_questions` of whoever looks after the child. `starters` are the
    first words of a sentence, for a family to go on with; `example` is made up and short. `pictures` are words to search
    the library with; `dos` and `donts` are for adults. `part` is the shared step of the full story whose work this one does.
    """

    key: Annotated[Name, Meta(min_length=1)]
    title: Line
    purpose: Line
    questions: Lines
    example: Line
    pictures: Lines
    carer_questions: tuple[Line, ...] = ()
    starters: tuple[Line, ...] = ()
    dos: tuple[Line, ...] = ()
    donts: tuple[Line, ...] = ()
    part: Name = ""


class StepChange(Value, frozen=True, kw_only=True):
    """What a situation says differently at a step that all situations share; None keeps the shared words."""

    title: Line | None = None
    purpose: Line | None = None
    questions: Lines | None = None
    example: Line | None = None
    pictures: Lines | None = None
    carer_questions: tuple[Line, ...] | None = None
    starters: tuple[Line, ...] | None = None
    dos: tuple[Line, ...] | None = None
    donts: tuple[Line, ...] | None = None

    def apply(self, step: Step) -> Step:
        said = {name: getattr(self, name) for name in self.__struct_fields__}
        return step.with_(**{name: value for name, value in said.items() if value is not None})


class AdultCard(Value, frozen=True, kw_only=True):
    """What adults settle first, when to stop, what to hold in mind, what comes after. Never part of a child's booklet.

    `stop` says when to stop and follow the safeguarding procedure; `help_lines` are keys of the guide's help lines.
    """

    settle: Lines
    stop: Lines
    remember: Lines
    afterwards: Lines
    help_lines: Annotated[tuple[Name, ...], Meta(min_length=1)]


class ProposedPerson(Value, frozen=True, kw_only=True):
    """Somebody a story like this often holds. `standings` are the likely answers to the question, the usual one first.

    `at_start` people are in the cast when a story begins; the others are offered. Nobody is proposed as one to talk to:
    that is for the adults to say.
    """

    id: Id
    name: Annotated[str, Meta(min_length=1, max_length=60)]
    role: Name
    standing_question: Line
    standings: Annotated[tuple[Standing, ...], Meta(min_length=1)]
    look: Look
    at_start: bool = True

    @property
    def standing(self) -> Standing:
        return self.standings[0]

    def enter(self) -> Person:
        """This proposal as a person of a cast."""
        return Person(id=self.id, name=self.name, role=self.role, standing=self.standing, proposed=True, look=self.look)


class Situation(Value, frozen=True, kw_only=True):
    """A kind of hard thing to explain. `key` is the name of its file; `steps` are the panels of its full story.

    `purpose` is what the child may carry away; `check` is what to ask a manager, a lawyer or the police before anything else;
    `sources` are the published practice it rests on. `picture` shows it on a tile, drawn with `cast`; in it the children are
    `child-1`, `child-2` ...
    In its texts the words in braces follow whom a story is about (guide/subject) and how many children it is for (guide/children).
    `about` is the proposed person it is about, where it is about one: a story may put somebody else in that place. `home` are
    those the children live with, as many as a story says; `together` are others who stand side by side in one place.
    `called` is every made-up name of its texts, with the id of who is meant; it follows from `people` and `stand_ins`.
    `facts` are keys of the steps that tell what it is about: they stay, whatever else a story explains as well.
    `unasked` are prompts of talking together that would hurt here, or do harm: they are not shown at all.
    `ask_first` are keys of those who see the story before the child does; `may_ask` is what a child may ask then, in their words.
    """

    key: Annotated[Name, Meta(min_length=1)]
    title: Line
    summary: Line
    purpose: Line
    check: Line
    sources: Lines
    titles: Lines
    picture: Scene
    card: AdultCard
    people: tuple[ProposedPerson, ...]
    children: Annotated[tuple[Look, ...], Meta(min_length=1)]
    stand_ins: StandIns
    steps: tuple[Step, ...] = ()
    facts: tuple[Name, ...] = ()
    change: dict[Name, StepChange] = {}
    unasked: tuple[Name, ...] = ()
    ask_first: tuple[Name, ...] = ()
    may_ask: tuple[Line, ...] = ()
    about: Name = ""
    home: tuple[Name, ...] = ()
    together: tuple[tuple[Name, ...], ...] = ()
    called: dict[str, Name] = {}
    place: int = 100                 # where it stands among the situations: small first

    def said_of(self, id: str) -> list[str]:
        """The made-up names that the texts have for one of its people."""
        return [said for said, place in self.called.items() if place == id]

    def may_take_home(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those who can have the place of its own people at home: not the one it is about, nor who stands in a place together."""
        placed = {self.about, *(id for group in self.together for id in group)} - set(self.home)
        return tuple(id for id in ids if id not in placed)

    def move(self, moved: dict[str, str]) -> "Situation":
        """With other ids for some of its people."""
        return self.with_(called={said: moved.get(id, id) for said, id in self.called.items()},
                          home=tuple(moved.get(id, id) for id in self.home),
                          together=tuple(tuple(moved.get(id, id) for id in group) for group in self.together))

    def person(self, id: str) -> ProposedPerson | None:
        return next((person for person in self.people if person.id == id), None)

    @property
    def cast(self) -> Cast:
        """Everybody its picture may show."""
        children = (Person(id=f"child-{n}", name="Child", role="child", look=look) for n, look in enumerate(self.children, 1))
        return Cast(people=(*children, *(person.enter() for person in self.people)))


class Spine(Value, frozen=True, kw_only=True):
    """The shape of a story. If `told_by_situation`, a situation's own steps stand between the first step and the last."""

    key: Annotated[Name, Meta(min_length=1)]
    title: Line
    summary: Line
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    told_by_situation: bool = False


class HelpLine(Value, frozen=True, kw_only=True):
    """A number to ring. `nation` is where it answers, `written_down` the day its number was last written or rung."""

    key: Annotated[Name, Meta(min_length=1)]
    name: Line
    number: Line
    nation: Line
    hours: Line
    website: str = ""
    for_whom: str = "adults"         # "adults", "children" or "anyone"
    what_for: Line
    written_down: datetime.date

    @property
    def line(self) -> str:
        """The help line on one printed line, with its nation unless it answers in all of them."""
        return f"{self.name}: {self.number}" + ("" if self.nation == ALL_NATIONS else f" ({self.nation})")
