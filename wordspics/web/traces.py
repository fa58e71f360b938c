"""Before it is printed: what is still empty, and names and places in it that a stranger could use. Nothing is blocked."""
from collections.abc import Iterator
from typing import NamedTuple

from wordspics.press.leaves import COVER, told_panels
from wordspics.story import Bubble, Panel, Story
from wordspics.web.advice import names_of
from wordspics.words import check

IDENTIFYING = "identifying"


class Trace(NamedTuple):
    """Words that could lead somebody to a family; `number` and `panel` are None in the title."""

    found: str
    number: int | None = None
    panel: str | None = None


def traces(story: Story) -> list[Trace]:
    """Every address, school, place, surname, number or link that would print, even where it was kept on purpose; each once."""
    names, told = names_of(story), []
    places = [(story.about.title, None, None), *((said, n, panel.id) for n, panel in enumerate(story.panels, 1) if not panel.hidden
                                                 for said in _printed(panel))]
    for said, number, panel in places:
        told += [Trace(one.found, number, panel) for one in check(said, 6, names) if one.kind == IDENTIFYING]
    return list({(trace.found.casefold(), trace.number): trace for trace in told}.values())


def is_untitled(story: Story) -> bool:
    """Whether nothing would stand on the front: no title, and no words on the panel that is the cover."""
    return not story.about.title and not any(panel.purpose == COVER and panel.is_said for panel in story.shown)


def empty_panels(story: Story) -> list[tuple[int, str]]:
    """Number and id of each panel that the booklet leaves out, though nobody hid it."""
    told = told_panels(story)
    return [(n, panel.id) for n, panel in enumerate(story.panels, 1) if not panel.hidden and panel not in told]


def _printed(panel: Panel) -> Iterator[str]:
    """All the words of a panel that reach paper."""
    yield from panel.words.values()
    for view in panel.views:
        yield view.owner
        yield from view.words.values()
    yield from (item.words for item in panel.scene.items if isinstance(item, Bubble))
