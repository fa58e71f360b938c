"""The made-up names of the examples, and how they give way to a family's own when an example starts a panel."""
import re
from typing import Annotated

from msgspec import Meta

from wordspics.story import Story
from wordspics.story.text import Name
from wordspics.story.value import Value

GAP = "____"          # nobody has been chosen to talk to yet: the adults fill it in, the app never guesses


class StandIns(Value, frozen=True, kw_only=True):
    """Who stands in for whom: `children` for the story's children, `people` by role.

    `talk_to` are the lists of people to talk to, as the examples say them; only people the adults chose take that place.
    """

    children: Annotated[tuple[str, ...], Meta(min_length=1)]
    people: dict[str, Name] = {}
    talk_to: tuple[str, ...] = ()

    def give_way(self, words: str, story: Story) -> str:
        """The words with the story's own names wherever the story knows them."""
        own = self._children(story) | self._people(story) | self._people_to_talk_to(story)
        if not own:
            return words
        longest_first = sorted(own, key=len, reverse=True)
        return re.sub(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", lambda found: own[found[0]], words)

    def _children(self, story: Story) -> dict[str, str]:
        names = [child.name for child in story.about.children if child.name]
        if not names:
            return {}
        together = {say_together(self.children, word): say_together(names, word) for word in ("and", "or")}
        if len(self.children) == 1:
            return together | {self.children[0]: say_together(names, "and")}      # no child is left out of "not your fault"
        return together | {stand_in: names[n % len(names)] for n, stand_in in enumerate(self.children)}

    def _people(self, story: Story) -> dict[str, str]:
        """Only where one person alone holds the role: of two mums the app does not pick one."""
        found = {stand_in: [p.name for p in story.cast.people if p.role == role] for stand_in, role in self.people.items()}
        return {stand_in: names[0] for stand_in, names in found.items() if len(names) == 1 and names[0]}

    def _people_to_talk_to(self, story: Story) -> dict[str, str]:
        chosen = say_together([p.name for p in story.cast.people_to_talk_to if p.name], "or") or GAP
        return dict.fromkeys(self.talk_to, chosen)


def say_together(names, word: str) -> str:
    """["Ann", "Bo", "Cy"] as "Ann, Bo and Cy"."""
    *first, last = names or [""]
    return f"{', '.join(first)} {word} {last}" if first else last
