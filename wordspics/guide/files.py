"""The guide's files, read with care: a broken one is named with its line and what is wrong, and the others still work."""
import functools
import itertools
import re
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from wordspics.guide.blending import blend
from wordspics.guide.calling import call_everybody, call_shared
from wordspics.guide.children import is_form, speak_of
from wordspics.guide.household import Carer, carers_of, move_in
from wordspics.guide.preparing import Preparing
from wordspics.guide.saying import BRACED, texts
from wordspics.guide.situation import HelpLine, Situation, Spine, Step
from wordspics.guide.stand_ins import StandIns
from wordspics.guide.subject import FOLLOWS, Subject, subject_of, tell_of
from wordspics.guide.talk import Talk
from wordspics.story import BadStory, Look, Missing, Story
from wordspics.story.text import Name
from wordspics.story.value import Value

HOME = Path(__file__).parent
Situations = str | Iterable[str]          # one situation's key, or those of a story that explains more than one thing


class _SpineFile(Value, frozen=True, kw_only=True):
    key: Name
    title: str
    summary: str
    steps: tuple[Name, ...]
    told_by_situation: bool = False


class _SpinesFile(Value, frozen=True, kw_only=True):
    stand_ins: StandIns
    gives_way: tuple[Name, ...] = ()
    steps: dict[Name, dict]
    spines: tuple[_SpineFile, ...]


class _HelpLinesFile(Value, frozen=True, kw_only=True):
    help_lines: tuple[HelpLine, ...]


class Guide:
    """Everything in a guide folder: `situations/*.toml`, `spines.toml`, `talk.toml`, `preparing.toml`,
    `help_lines.toml`, `examples/*.toml`.

    `faults` is a sentence for each file that could not be used. What is asked for without a story speaks to nobody in particular:
    of one child, and on a child's page of the files' own.
    """

    def __init__(self, home: Path = HOME):
        self.faults: list[str] = []
        self.help_lines: tuple[HelpLine, ...] = self._read(home / "help_lines.toml", _read_help_lines) or ()
        self.steps: dict[str, Step]
        self.spines: dict[str, Spine]
        self.stand_ins: StandIns | None
        self.gives_way: tuple[Name, ...]        # parts that a story of several situations can do without, the first to go first
        read = self._read(home / "spines.toml", _read_spines)
        self.steps, self.spines, self.stand_ins, self.gives_way = read or ({}, {}, None, ())
        self.talk: Talk | None = self._read(home / "talk.toml", self._read_talk)
        self.preparing: Preparing | None = self._read(home / "preparing.toml", _read_preparing)
        found = [self._read(path, self._read_situation) for path in sorted(home.glob("situations/*.toml"))]
        self._written: dict[str, Situation] = {s.key: s for s in sorted(filter(None, found), key=lambda s: (s.place, s.title))}
        self.looks: dict[str, Look] = {p.role: p.look for s in reversed(self._written.values()) for p in s.people}
        self.situations: dict[str, Situation] = {key: _speak_to_nobody(tell_of(s, None, {})) for key, s in self._written.items()}
        examples = {path.stem: self._read(path, _read_example) for path in sorted(home.glob("examples/*.toml"))}
        self.examples: dict[str, Story] = {name: story for name, story in examples.items() if story}

    def situation(self, keys: Situations, subject: Subject | None = None, carers: tuple[Carer, ...] = ()) -> Situation | None:
        """The situation of that key; for several keys one that holds all they hold; None when none of them is known.

        It speaks of `subject`, and of `carers` at home; while there are none, of the people its file speaks of.
        """
        return self._blend([_speak_to_nobody(self._told(key, subject, carers)) for key in self._known(keys)])

    def situation_of(self, story: Story) -> Situation | None:
        """What a story explains, in its own names and of the people it is about."""
        return self._blend(self._told_in(story, story.about.situations))

    def outline(self, keys: Situations, spine: str, subject: Subject | None = None) -> list[Step]:
        """The steps of a story in order, as its situations tell them."""
        if spine not in self.spines:
            raise Missing(f"There is no story shape called {spine!r}.")
        told, known = self.spines[spine], self.situation(keys, subject)
        steps = [self._as_told(known, self.shared(step)) for step in told.steps]
        return [steps[0], *known.steps, steps[-1]] if known and told.told_by_situation else steps

    def step(self, keys: Situations, key: str, story: Story | None = None) -> Step | None:
        """A step as the situations tell it; for a story, in its own names and of the people it is about."""
        single = self._told_in(story, keys) if story else [self.situations[one] for one in self._known(keys)]
        known = self._blend(single)
        if key in self.steps:
            return self._as_told(known, self.shared(self.steps[key], story, known))
        told = itertools.chain([known] if known else [], single)         # a blend tells some steps once: the single ones know them too
        return next((step for situation in told for step in situation.steps if step.key == key), None)

    def shared(self, value, story: Story | None = None, situation: Situation | None = None):
        """Something that all situations share, a step, `talk` or `preparing`; for a story in its own names, of its own children."""
        if story:
            return call_shared(value, self.stand_ins, story, situation)
        return speak_of(value, self.stand_ins.children if self.stand_ins else (), made_up=True)

    def _known(self, keys: Situations) -> list[str]:
        return [key for key in dict.fromkeys((keys,) if isinstance(keys, str) else keys) if key in self.situations]

    def _blend(self, told: list[Situation]) -> Situation | None:
        return blend(told, self._parts, self.gives_way) if told else None

    def _told(self, key: str, subject: Subject | None, carers: tuple[Carer, ...] = ()) -> Situation:
        return move_in(tell_of(self._written[key], subject, self.looks), carers, self.looks)

    def _told_in(self, story: Story, keys: Situations) -> list[Situation]:
        subject, carers = subject_of(story), carers_of(story)
        return [call_everybody(self._told(key, subject, carers), story) for key in self._known(keys)]

    @property
    def _parts(self) -> list[str]:
        """The shared steps that a situation tells in its own way, in order."""
        return [step.key for spine in self.spines.values() if spine.told_by_situation for step in spine.steps]

    def _as_told(self, situation: Situation | None, step: Step) -> Step:
        return situation.change[step.key].apply(step) if situation and step.key in situation.change else step

    def _read(self, path: Path, reader):
        text = ""
        try:
            text = path.read_text(encoding="utf-8")
            return reader(path.stem, tomllib.loads(text))
        except (OSError, ValueError) as fault:          # bad UTF-8, bad TOML, a bad value and BadStory are all ValueErrors
            line = _line_of(fault, text)
            self.faults.append(f"{path.name}{f', line {line},' if line else ''} could not be used: {_plain(fault)}")
            return None

    def _read_situation(self, key: str, table: dict) -> Situation:
        if not table.get("steps"):
            raise BadStory("it has no steps, and a situation's full story is made of them")
        situation = msgspec.convert({**table, "key": key}, Situation)
        _refuse_twins("steps", [*(step.key for step in situation.steps), *self.steps])
        _refuse_twins("people", [person.id for person in situation.people])
        _refuse_strangers("a step all situations share", situation.change, self.steps)
        _refuse_strangers("one of its own steps", situation.facts, [step.key for step in situation.steps])
        _refuse_strangers("a step of the full story", [step.part for step in situation.steps if step.part], self._parts)
        _refuse_strangers("a help line", situation.card.help_lines, [line.key for line in self.help_lines])
        _refuse_strangers("somebody who sees a story first", situation.ask_first, self.preparing.keys if self.preparing else ())
        _refuse_strangers("somebody the situation proposes", filter(None, [situation.about]), [p.id for p in situation.people])
        _refuse_strangers("somebody the situation proposes", [*situation.home, *itertools.chain(*situation.together),
                                                              *situation.stand_ins.people.values()], [p.id for p in situation.people])
        _refuse_braces(situation, situation.about)
        _refuse_strangers("somebody the situation knows", situation.picture.people, [p.id for p in situation.cast.people])
        return situation.with_(called={person.name: person.id for person in situation.people} | situation.stand_ins.people)

    def _read_talk(self, _: str, table: dict) -> Talk:
        talk = msgspec.convert(table, Talk)
        _refuse_twins("prompts", [prompt.key for prompt in talk.prompts])
        _refuse_strangers("a step all situations share", [at for prompt in talk.prompts for at in prompt.at], self.steps)
        _refuse_braces(talk)
        return talk


def _read_preparing(_: str, table: dict) -> Preparing:
    preparing = msgspec.convert(table, Preparing)
    _refuse_twins("people asked", preparing.keys)
    _refuse_strangers("somebody who is asked", preparing.first, preparing.keys)
    _refuse_braces(preparing)
    return preparing


def _read_help_lines(_: str, table: dict) -> tuple[HelpLine, ...]:
    return msgspec.convert(table, _HelpLinesFile).help_lines


def _read_spines(_: str, table: dict) -> tuple[dict[str, Step], dict[str, Spine], StandIns, tuple[Name, ...]]:
    file = msgspec.convert(table, _SpinesFile)
    steps = {key: msgspec.convert({**step, "key": key}, Step) for key, step in file.steps.items()}
    spines = {}
    for spine in file.spines:
        _refuse_strangers("a step of this file", spine.steps, steps)
        told = tuple(steps[key] for key in spine.steps)
        spines[spine.key] = Spine(key=spine.key, title=spine.title, summary=spine.summary, steps=told,
                                  told_by_situation=spine.told_by_situation)
    _refuse_strangers("a step of this file", file.gives_way, steps)
    _refuse_braces(tuple(steps.values()))
    return steps, spines, file.stand_ins, file.gives_way


def _read_example(_: str, table: dict) -> Story:
    return msgspec.convert(table, Story)


def _refuse_twins(what: str, keys: list[str]) -> None:
    twins = sorted({key for key in keys if keys.count(key) > 1})
    if twins:
        raise BadStory(f"two of its {what} are called {twins[0]!r}")


def _refuse_strangers(what: str, named: Iterable[str], known: Collection[str]) -> None:
    for key in named:
        if known and key not in known:          # nothing known: that file is at fault, and has been named
            raise BadStory(f"{key!r} is not {what}")


def _refuse_braces(value, about: str = "") -> None:
    """`about` is whom a situation is about: nothing can follow them where there is nobody."""
    for text in texts(value):
        if "{" in BRACED.sub("", text) or "}" in BRACED.sub("", text):
            raise BadStory(f"a brace is opened or closed alone in “{text}”")
        for word in filter(lambda word: not is_form(word), BRACED.findall(text)):
            if not FOLLOWS.fullmatch(word):
                raise BadStory(f"“{{{word}}}” cannot stand in braces; only he, him, his or himself and the child, this child, your child "
                               "or each child can, with a verb, or a reading for one child and one for several: {one|several}")
            if not about:
                raise BadStory(f"it does not say whom it is about, so nothing can follow in “{{{word}}}”")


def _speak_to_nobody(situation: Situation) -> Situation:
    return speak_of(situation, situation.stand_ins.children, made_up=True)


def _plain(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return "it is not there or cannot be opened."
    return str(fault.__cause__ if isinstance(fault.__cause__, BadStory) else fault).rstrip(".") + "."


def _line_of(fault: Exception, text: str) -> int | None:
    """Where to look: the line the fault names; else in the table it names, or in the whole file, the word it names."""
    if not text:
        return None
    said = str(fault)
    if named := re.search(r"at line (\d+)", said):
        return int(named[1])
    lines = text.splitlines()
    first, stop = _table_of(said, lines)
    words = re.findall(r"['`]([\w-]+)['`]|“(.+)”", said) if "missing required" not in said else []
    words = [quoted or text for quoted, text in words]
    found = [n for n in range(first, stop) for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", lines[n - 1])]
    return found[-1] if found else first


def _table_of(said: str, lines: list[str]) -> tuple[int, int]:
    """The lines of the [[table]] a fault names, counted from 1; else those of the whole file."""
    table = re.search(r"`\$\.(\w+)\[(\d+)\]", said)
    starts = [n for n, line in enumerate(lines, 1) if table and line.strip() == f"[[{table[1]}]]"]
    if not table or int(table[2]) >= len(starts):
        return 1, len(lines) + 1
    first = starts[int(table[2])]
    return first, next((n for n, line in enumerate(lines[first:], first + 1) if line.startswith("[")), len(lines) + 1)
