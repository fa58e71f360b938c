"""Who has copies, at a glance: those that are out, whether the story still tells what they do, and those that are not."""
from typing import NamedTuple

from wordspics.store import Kept
from wordspics.story import Copy, Person
from wordspics.web.agreed import Since
from wordspics.web.noting import adults

BESIDES = ("The child’s file", "School")            # they often keep one, and are nobody in the story
KINDS = {"paper": "Paper", "file": "PDF file", "sealed": "Sealed copy"}
ENDINGS = {"": "still out", "back": "came back", "destroyed": "destroyed"}


class Holding(NamedTuple):
    """A copy and its place on the list; `changed` is a sentence when the story tells something else by now."""

    at: int
    copy: Copy
    changed: str


def holdings(kept: Kept) -> list[Holding]:
    """The newest first; those that are no longer out stand behind the others."""
    since = Since(kept)
    told = [Holding(at, copy, since.what_changed(copy.at, copy.reading) if copy.is_out else "")
            for at, copy in enumerate(kept.story.record.copies)]
    return sorted(reversed(told), key=lambda one: not one.copy.is_out)


def offered(kept: Kept) -> list[Person]:
    """Whose names a copy may be noted for in one tap: the children it is for, then the adults of the story."""
    children = [kept.story.cast.person(child.person) for child in kept.story.about.children
                if child.person and kept.story.cast.has(child.person)]
    return [person for person in (*children, *adults(kept)) if person.name]
