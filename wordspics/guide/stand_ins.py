"""The made-up names of the examples, and how they give way to a family's own when an example starts a panel."""
import re
from collections.abc import Callable, Iterable
from typing import Annotated

from msgspec import Meta

from wordspics.guide.grammar import plural
from wordspics.story import Person, Story
from wordspics.story.text import Name
from wordspics.story.value import Value

VERBS = ("does", "feels", "goes", "has", "is", "keeps", "laughs", "likes", "lives", "loves", "needs", "remembers", "says", "sees",
         "sleeps", "starts", "stays", "wakes", "wants", "was")        # what the examples say of a child
GAP = "____"          # the adults have not said who: they fill it in, the app never guesses


class StandIns(Value, frozen=True, kw_only=True):
    """Who stands in for whom: `children` for the story's children, `people` by role, `died` for whoever has died.

    `talk_to` are the lists of people to talk to, as the examples say them; only people the adults chose take that place.
    """

    children: Annotated[tuple[str, ...], Meta(min_length=1)]
    people: dict[str, Name] = {}
    talk_to: tuple[str, ...] = ()
    died: tuple[str, ...] = ()

    def own_names(self, story: Story, expected: Iterable[str] = ()) -> dict[str, str]:
        """What the story says instead of each stand-in, wherever it knows.

        `expected` are roles that somebody of the story usually has: where nobody has one, the adults fill the gap.
        """
        died = dict.fromkeys(self.died, _only([p for p in story.cast.people if p.standing == "died"]) or GAP)
        missing = set(expected) - {person.role for person in story.cast.people}
        gaps = {said: GAP for said, role in self.people.items() if role in missing}
        return _children(self.children, story) | self._people(story) | gaps | died | self._people_to_talk_to(story)

    def other_names(self, other: "StandIns") -> dict[str, str]:
        """What `other` says instead of each of these stand-ins, wherever it has one for the same."""
        one, many = _by_role(self.people), _by_role(other.people)
        people = {said: many[role] for role, said in one.items() if role in many and said not in self.died}
        lists = dict.fromkeys(self.talk_to, other.talk_to[0]) if other.talk_to else {}
        return _in_place_of(self.children, other.children) | people | lists

    def _people(self, story: Story) -> dict[str, str]:
        """Only where one person alone holds the role: of two mums the app does not pick one. Nobody who died takes a place."""
        found = {}
        for stand_in, role in self.people.items():
            holders = [p for p in story.cast.people if p.role == role]
            living = [p for p in holders if p.standing != "died"]
            if holders and not living:
                found[stand_in] = GAP
            elif _only(living):
                found[stand_in] = _only(living)
        return found

    def _people_to_talk_to(self, story: Story) -> dict[str, str]:
        chosen = say_together([p.name for p in story.cast.people_to_talk_to if p.name], "or") or GAP
        return dict.fromkeys(self.talk_to, chosen)


def swap(words: str, names: dict[str, str]) -> str:
    """The words with each name of `names` in the place of its key: whole words, longest first, all in one go."""
    return swapper(names)(words)


def swapper(names: dict[str, str]) -> Callable[[str], str]:
    """As `swap`, for many texts."""
    if not names:
        return lambda words: words
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda words: pattern.sub(lambda found: names[found[0]], words)


def say_together(names: Iterable[str], word: str) -> str:
    """["Ann", "Bo", "Cy"] as "Ann, Bo and Cy"."""
    *first, last = names or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def _children(stand_ins: tuple[str, ...], story: Story) -> dict[str, str]:
    names = [child.name for child in story.about.children if child.name]
    return _in_place_of(stand_ins, names) if names else {}


def _in_place_of(stand_ins: tuple[str, ...], names) -> dict[str, str]:
    together = {say_together(stand_ins, word): say_together(names, word) for word in ("and", "or")}
    if len(stand_ins) == 1:
        return together | _all_of(stand_ins[0], names)                       # no child is left out of "not your fault"
    if len(names) == 1:
        everyone = say_together(stand_ins, "and")
        together |= {f"{everyone} {plural(verb)}": f"{names[0]} {verb}" for verb in VERBS}
    return together | {stand_in: names[n % len(names)] for n, stand_in in enumerate(stand_ins)}


def _all_of(stand_in: str, names) -> dict[str, str]:
    """Several children where the example has one, with the verb that follows, and in one row with others."""
    everyone = say_together(names, "and")
    if len(names) < 2:
        return {stand_in: everyone}
    verbs = {f"{stand_in} {verb}": f"{everyone} {plural(verb)}" for verb in VERBS}
    return verbs | {stand_in: everyone, f"{stand_in} and": f"{', '.join(names)} and", f" and {stand_in}": f", {everyone}"}


def _only(people: list[Person]) -> str:
    return people[0].name if len(people) == 1 else ""


def _by_role(people: dict[str, str]) -> dict[str, str]:
    """The stand-in of each role that one alone holds."""
    roles = list(people.values())
    return {role: said for said, role in people.items() if roles.count(role) == 1}
