"""The guide's files, read with care: a broken one is named with what is wrong, and the others still work."""
import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path

import msgspec

from wordspics.guide.situation import HelpLine, Situation, Spine, Step
from wordspics.guide.stand_ins import StandIns
from wordspics.story import BadStory, Missing, Story
from wordspics.story.text import Name
from wordspics.story.value import Value

HOME = Path(__file__).parent


class _SpineFile(Value, frozen=True, kw_only=True):
    key: Name
    title: str
    summary: str
    steps: tuple[Name, ...]
    told_by_situation: bool = False


class _SpinesFile(Value, frozen=True, kw_only=True):
    stand_ins: StandIns
    steps: dict[Name, dict]
    spines: tuple[_SpineFile, ...]


class _HelpLinesFile(Value, frozen=True, kw_only=True):
    help_lines: tuple[HelpLine, ...]


class Guide:
    """Everything in a guide folder: `situations/*.toml`, `spines.toml`, `help_lines.toml`, `examples/*.toml`.

    `faults` is a sentence for each file that could not be used.
    """

    def __init__(self, home: Path = HOME):
        self.faults: list[str] = []
        self.help_lines: tuple[HelpLine, ...] = self._read(home / "help_lines.toml", _read_help_lines) or ()
        self.steps: dict[str, Step]
        self.spines: dict[str, Spine]
        self.stand_ins: StandIns | None
        self.steps, self.spines, self.stand_ins = self._read(home / "spines.toml", _read_spines) or ({}, {}, None)
        found = [self._read(path, self._read_situation) for path in sorted(home.glob("situations/*.toml"))]
        self.situations: dict[str, Situation] = {s.key: s for s in sorted(filter(None, found), key=lambda s: (s.place, s.title))}
        examples = {path.stem: self._read(path, _read_example) for path in sorted(home.glob("examples/*.toml"))}
        self.examples: dict[str, Story] = {name: story for name, story in examples.items() if story}

    def outline(self, situation: str, spine: str) -> list[Step]:
        """The steps of a story in order, as this situation tells them."""
        if spine not in self.spines:
            raise Missing(f"There is no story shape called {spine!r}.")
        told, known = self.spines[spine], self.situations.get(situation)
        if known and told.told_by_situation:
            first, *_, last = told.steps
            return [self._as_told(known, first), *known.steps, self._as_told(known, last)]
        return [self._as_told(known, step) for step in told.steps]

    def step(self, situation: str, key: str) -> Step | None:
        known = self.situations.get(situation)
        for step in known.steps if known else ():
            if step.key == key:
                return step
        return self._as_told(known, self.steps[key]) if key in self.steps else None

    def name(self, situation: str, step: Step, story: Story) -> Step:
        """The step with an example in the story's own names."""
        known = self.situations.get(situation)
        example = step.example
        for stand_ins in (known.stand_ins if known else None, self.stand_ins if step.key in self.steps else None):
            example = stand_ins.give_way(example, story) if stand_ins else example
        return step.with_(example=example)

    def _as_told(self, situation: Situation | None, step: Step) -> Step:
        return situation.change[step.key].apply(step) if situation and step.key in situation.change else step

    def _read(self, path: Path, reader):
        try:
            return reader(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as fault:          # bad UTF-8, bad TOML, a bad value and BadStory are all ValueErrors
            self.faults.append(f"{path.name} could not be used: {_plain(fault)}")
            return None

    def _read_situation(self, key: str, table: dict) -> Situation:
        if not table.get("steps"):
            raise BadStory("it has no steps, and a situation's full story is made of them")
        situation = msgspec.convert({**table, "key": key}, Situation)
        _refuse_twins("steps", [*(step.key for step in situation.steps), *self.steps])
        _refuse_twins("people", [person.id for person in situation.people])
        _refuse_strangers("a step all situations share", situation.change, self.steps)
        _refuse_strangers("a help line", situation.card.help_lines, [line.key for line in self.help_lines])
        _refuse_strangers("somebody the situation knows", situation.picture.people, [p.id for p in situation.cast.people])
        return situation


def _read_help_lines(_: str, table: dict) -> tuple[HelpLine, ...]:
    return msgspec.convert(table, _HelpLinesFile).help_lines


def _read_spines(_: str, table: dict) -> tuple[dict[str, Step], dict[str, Spine], StandIns]:
    file = msgspec.convert(table, _SpinesFile)
    steps = {key: msgspec.convert({**step, "key": key}, Step) for key, step in file.steps.items()}
    spines = {}
    for spine in file.spines:
        _refuse_strangers("a step of this file", spine.steps, steps)
        told = tuple(steps[key] for key in spine.steps)
        spines[spine.key] = Spine(key=spine.key, title=spine.title, summary=spine.summary, steps=told,
                                  told_by_situation=spine.told_by_situation)
    return steps, spines, file.stand_ins


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


def _plain(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return "it is not there or cannot be opened."
    return str(fault.__cause__ if isinstance(fault.__cause__, BadStory) else fault).rstrip(".") + "."
