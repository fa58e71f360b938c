"""The made-up names of the guide's files, and how names give way to others in a text."""
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

from msgspec import Meta

from wordspics.guide.grammar import plural
from wordspics.story.text import Name
from wordspics.story.value import Value

VERBS = ("asks", "comes", "does", "feels", "goes", "has", "helps", "is", "keeps", "knows", "laughs", "leaves", "likes", "lives", "looks",
         "loves", "makes", "needs", "reads", "remembers", "says", "sees", "sends", "sleeps", "starts", "stays", "takes", "teaches", "tells",
         "thinks", "visits", "wakes", "walks", "wants", "was", "washes", "works", "writes")     # what the examples say of people
ASKING = ("does", "Does", "Is", "Was", "Has")       # and what stands before them in a question
GAP = "____"          # the adults have not said who: they fill it in, the app never guesses


class StandIns(Value, frozen=True, kw_only=True):
    """Who stands in for whom: `children` for the story's children, `people` by the id of who is proposed, or by role.

    `talk_to` are the lists of people to talk to, as the examples say them; only people the adults chose take that place.
    In the steps that all situations share `about` is the one the story is about, `home` whom the children live with, and
    `died` whoever has died.
    """

    children: Annotated[tuple[str, ...], Meta(min_length=1)]
    people: dict[str, Name] = {}
    talk_to: tuple[str, ...] = ()
    about: str = ""
    home: str = ""
    died: tuple[str, ...] = ()

    def other_names(self, other: "StandIns") -> dict[str, str]:
        """What `other` says instead of each of these stand-ins, wherever it has one for the same."""
        one, many = _by_place(self.people), _by_place(other.people)
        people = {said: many[place] for place, said in one.items() if place in many}
        lists = dict.fromkeys(self.talk_to, other.talk_to[0]) if other.talk_to else {}
        return in_place_of(self.children, other.children) | people | lists


def swapper(names: dict[str, str]) -> Callable[[str], str]:
    """What puts each name of `names` in the place of its key in a text: whole words, longest first, all in one go."""
    if not names:
        return lambda words: words
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda words: pattern.sub(lambda found: names[found[0]], words)


def say_together(names: Iterable[str], word: str) -> str:
    """["Ann", "Bo", "Cy"] as "Ann, Bo and Cy"."""
    *first, last = names or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def in_place_of(stand_ins: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """What is said instead of one made-up name or several that stand together, where there are one or more `names`."""
    together = {say_together(stand_ins, word): say_together(names, word) for word in ("and", "or")}
    if len(stand_ins) == 1:
        return together | _all_of(stand_ins[0], names)                       # no child is left out of "not your fault"
    if len(names) == 1:
        everyone = say_together(stand_ins, "and")
        together |= {f"{everyone} {plural(verb)}": f"{names[0]} {verb}" for verb in VERBS}
        together |= {f"{plural(verb)} {everyone}": f"{verb} {names[0]}" for verb in ASKING}
    return together | {stand_in: names[n % len(names)] for n, stand_in in enumerate(stand_ins)}


def _all_of(stand_in: str, names: Sequence[str]) -> dict[str, str]:
    """Several names where the example has one, with the verb that follows, and in one row with others."""
    everyone = say_together(names, "and")
    if len(names) < 2:
        return {stand_in: everyone}
    verbs = {f"{stand_in} {verb}": f"{everyone} {plural(verb)}" for verb in VERBS}
    verbs |= {f"{verb} {stand_in}": f"{plural(verb)} {everyone}" for verb in ASKING}
    return verbs | {stand_in: everyone, f"{stand_in} and": f"{', '.join(names)} and", f" and {stand_in}": f", {everyone}"}


def _by_place(people: dict[str, str]) -> dict[str, str]:
    """The stand-in of each place that one alone holds."""
    places = list(people.values())
    return {place: said for said, place in people.items() if places.count(place) == 1}
