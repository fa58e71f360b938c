"""What a story names and this version does not know, because a newer one made it or because of a slip in a file: the nearest
that can be drawn stands for it, and one sentence says so. A sheet of the family's
stays as it came until somebody changes it; its earlier revisions keep the names they had."""
import difflib
import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from wordspics.pictures.figure import options
from wordspics.pictures.library import shelf
from wordspics.pictures.names import FACINGS, FEELINGS, POSES, ROLES, TIMES
from wordspics.story import Cast, Figure, Look, Panel, Scene, Story, Symbol, Thing
from wordspics.story.scene import Item
from wordspics.story.sheet import AnySheet

_ALIKE = 0.72                   # how much of a name two spellings share, from 0 to 1
_UNLIKE_ANYTHING = {"thing": "question-card", "symbol": "question-box"}


class Near(NamedTuple):
    """The story as it can be drawn; `people` are the names of those whose look had to change, `pictures` counts the panels."""

    story: Story
    people: tuple[str, ...] = ()
    pictures: int = 0

    @property
    def sentence(self) -> str:
        """For the adults; "" when everything is known."""
        said = []
        if self.pictures:
            said.append("One picture was" if self.pictures == 1 else f"{self.pictures} pictures were")
        if self.people:
            *others, last = self.people
            who = f"{', '.join(others)} and {last}" if others else last
            said.append(f"{'the' if said else 'The'} look of {who} was")
        return f"{' and '.join(said)} made with a newer version, or misspelt in a file; the nearest we have is shown, and kept in what you change." if said else ""


def bring_near(story: Story) -> Near:
    """The very same story when all of it is known."""
    cast = sheet(story.cast)
    people = tuple(new.name or "somebody" for old, new in zip(story.cast.people, cast.people) if old != new)
    panels = tuple(map(sheet, story.panels))
    pictures = sum(new is not old for old, new in zip(story.panels, panels))
    if not people and not pictures:
        return Near(story)
    return Near(story.with_(cast=cast, panels=panels), people, pictures)


def sheet(value: AnySheet | None) -> AnySheet | None:
    """One sheet as it can be drawn; the very same when all of it is known."""
    if isinstance(value, Cast):
        return _cast(value)
    if isinstance(value, Panel) and (scene := _scene(value.scene)) is not value.scene:
        return value.show(scene)
    return value


def _cast(cast: Cast) -> Cast:
    for person in cast.people:
        strange = {field.replace(" ", "_"): name for field, name in options.unknown(person.look)}
        look = person.look.with_(**{field: _option(field, name, person.look) for field, name in strange.items()}) if strange else person.look
        role = _nearest(person.role, ROLES, "someone")
        if strange or role != person.role:
            cast = cast.change(person.with_(look=look, role=role))
    return cast


def _option(field: str, name: str | float, look: Look) -> str | float | None:
    if not isinstance(name, str):
        return options.within(field, name, look)
    return _nearest(name, options.allowed(field), options.usual(field))


def _scene(scene: Scene) -> Scene:
    items = tuple(_item(item) for item in scene.items)
    place, time = _nearest(scene.place, _pictures("place"), "plain"), _nearest(scene.time, TIMES, "day")
    same = (place, time) == (scene.place, scene.time) and all(new is old for new, old in zip(items, scene.items))
    return scene if same else scene.with_(place=place, time=time, items=items)


def _item(item: Item) -> Item:
    if isinstance(item, Figure):
        near = item.with_(pose=_nearest(item.pose, POSES, "stand"), feeling=_nearest(item.feeling, FEELINGS, "ok"),
                          facing=_nearest(item.facing, FACINGS, "front"), head=_nearest(item.head, ("", *FACINGS), ""))
        return item if near == item else near
    if isinstance(item, (Thing, Symbol)) and not shelf().has(item.name):
        kind = "thing" if isinstance(item, Thing) else "symbol"
        return item.with_(name=_nearest(item.name, _pictures(kind), _UNLIKE_ANYTHING[kind]))
    return item


@functools.cache
def _pictures(kind: str) -> frozenset[str]:
    kept = {"place": shelf().places, "thing": shelf().things, "symbol": shelf().symbols}[kind]()
    return frozenset(picture.name for picture in kept)


def _nearest(name: str, known: Iterable[str], usual: str) -> str:
    """The name itself, one spelt nearly like it, one that shares most of its words, or the usual one."""
    if name in known:
        return name
    ordered = sorted(known)
    name = re.sub(r"[^a-z0-9]+", "-", name.casefold())
    spelt = difflib.get_close_matches(name, ordered, 1, _ALIKE)
    if spelt:
        return spelt[0]
    words = set(name.split("-"))
    shared = {one: len(words & set(one.split("-"))) / len(words | set(one.split("-"))) for one in ordered if one}
    best = max(ordered, key=lambda one: shared.get(one, 0), default=usual)
    return best if shared.get(best, 0) else usual
