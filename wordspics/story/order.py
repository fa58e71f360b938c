"""The order of a story's panels: a sheet of its own, so that moving a panel never touches its words."""
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.faults import BadStory, Missing
from wordspics.story.text import Id
from wordspics.story.value import Sheet


class Order(Sheet, frozen=True, tag="order", kw_only=True):
    panels: Annotated[tuple[Id, ...], Meta(max_length=limits.PANELS)] = ()

    def __post_init__(self) -> None:
        if len(set(self.panels)) < len(self.panels):
            raise BadStory("A panel stands twice in the order.")

    def insert(self, panel: str, at: int) -> "Order":
        if len(self.panels) >= limits.PANELS:
            raise BadStory(f"A story has room for {limits.PANELS} panels.")
        at = min(max(at, 0), len(self.panels))
        return self.with_(panels=(*self.panels[:at], panel, *self.panels[at:]))

    def remove(self, panel: str) -> "Order":
        return self.with_(panels=tuple(p for p in self.panels if p != panel))

    def move(self, panel: str, to: int) -> "Order":
        if panel not in self.panels:
            raise Missing("This panel is not in the story any more.")
        return self.remove(panel).insert(panel, to)


def merge(base: Order, mine: Order, theirs: Order) -> Order:
    """Two people reordered at once: theirs, with my removals, inserts and moves replayed on it.

    Never a question to the family: no panel is lost unless one side took it out, and none stands twice.
    """
    merged = [p for p in theirs.panels if p in mine.panels or p not in base.panels]
    for panel in _shifted(base.panels, mine.panels):
        if panel in base.panels and panel not in theirs.panels:
            continue                                           # the other side took it out
        merged = [p for p in merged if p != panel]
        merged.insert(_after(panel, mine.panels, merged), panel)
    return theirs.with_(panels=tuple(merged))


def _shifted(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """The panels of `after` that are new or no longer in their old sequence (all but a longest common run)."""
    old = {panel: i for i, panel in enumerate(before)}
    best: dict[str, tuple[str, ...]] = {}
    for panel in after:
        if panel in old:
            kept = max((best[p] for p in best if old[p] < old[panel]), key=len, default=())
            best[panel] = (*kept, panel)
    stay = set(max(best.values(), key=len, default=()))
    return [panel for panel in after if panel not in stay]


def _after(panel: str, mine: tuple[str, ...], merged: list[str]) -> int:
    """Where to put `panel`: right after its nearest predecessor in `mine` that is also in `merged`."""
    for earlier in reversed(mine[:mine.index(panel)]):
        if earlier in merged:
            return merged.index(earlier) + 1
    return 0
