"""Undo and redo of the people: the cast turned back to an earlier revision, with all that was changed in the same request;
and whoever returns is put back on the stages they left.

Every turn is itself a new revision, so nothing is ever thrown away. Where a page stands in the history travels in its address:
`at` is the revision whose people are shown now, `tip` the newest one that redo may reach.
"""
from typing import NamedTuple

from wordspics.store import Change, Kept
from wordspics.story import Cast, Figure, Panel, Scene, Story, limits
from wordspics.story.sheet import write_sheet
from wordspics.web.desk import as_it_stood, store


class Turns(NamedTuple):
    """`revs` are the cast's revisions that once stood, oldest first, with the time each was kept."""

    revs: tuple[tuple[int, float], ...]
    at: int
    tip: int

    @property
    def back(self) -> int | None:
        earlier = [rev for rev, _ in self.revs if rev < self.at]
        return earlier[-1] if earlier else None

    @property
    def forth(self) -> int | None:
        return next((rev for rev, _ in self.revs if self.at < rev <= self.tip), None)

    def time_of(self, rev: int) -> float:
        return dict(self.revs)[rev]


def turns_of(kept: Kept, at: int | None, tip: int | None) -> Turns:
    """The history as the address says, or from the newest revision when the people have changed since."""
    revs = tuple(store().sheets.history(kept.id, kept.cast_id))
    newest = kept.sheets[kept.cast_id].rev
    known = {rev for rev, _ in revs}
    if at in known and tip in known and at <= tip and as_it_stood(kept, kept.cast_id, at) == kept.story.cast:
        return Turns(revs, at, tip)
    return Turns(revs, newest, newest)


def turn_back(kept: Kept, turns: Turns) -> Story:
    """The story with its people as they were one revision earlier, and what changed with them and was left alone since."""
    cast = as_it_stood(kept, kept.cast_id, turns.back)
    left_at = turns.time_of(turns.at)
    story = _without_strangers(_with_company(kept, left_at, back=True), cast)
    for who in (person.id for person in cast.people if not kept.story.cast.has(person.id)):
        for panel in story.panels:
            before = _stage_before(kept, panel, who, left_at)
            story = story.change(panel.show(_put_back(panel.scene, before, who))) if before else story
    return story


def turn_forth(kept: Kept, turns: Turns) -> Story:
    story = _with_company(kept, turns.time_of(turns.forth), back=False)
    return _without_strangers(story, as_it_stood(kept, kept.cast_id, turns.forth))


def changes_between(kept: Kept, story: Story) -> list[Change]:
    """The sheets to keep so that the kept story becomes `story`: its people, its children, panels and readings that differ."""
    changes = [Change(kept.cast_id, kept.sheets[kept.cast_id].rev, write_sheet(story.cast))]
    if story.about != kept.story.about:
        changes.append(Change(kept.about_id, kept.sheets[kept.about_id].rev, write_sheet(story.about)))
    before = {sheet.id: sheet for sheet in (*kept.story.panels, *kept.story.versions)}
    for sheet in (*story.panels, *story.versions):
        if sheet != before[sheet.id]:
            changes.append(Change(sheet.id, kept.sheets[sheet.id].rev, write_sheet(sheet)))
    return changes


def _with_company(kept: Kept, at: float, *, back: bool) -> Story:
    """The story with the sheets that changed in the same request as its people turned with them, where nobody changed them since."""
    story = kept.story
    about = _turned(kept, kept.about_id, story.about, at, back)
    panels = tuple(_turned(kept, panel.id, panel, at, back) for panel in story.panels)
    versions = tuple(_turned(kept, version.id, version, at, back) for version in story.versions)
    return story.with_(about=about, panels=panels, versions=versions)


def _turned(kept: Kept, sheet: str, now, at: float, back: bool):
    """One sheet as it was before (or after) that moment's change, if it still is what that change left (or found)."""
    revs = store().sheets.history(kept.id, sheet)
    for (earlier, _), (later, moment) in zip(revs, revs[1:]):
        if moment == at:
            found, wanted = (later, earlier) if back else (earlier, later)
            wanted = as_it_stood(kept, sheet, wanted)
            return wanted if wanted and as_it_stood(kept, sheet, found) == now else now
    return now


def _without_strangers(story: Story, cast: Cast) -> Story:
    """The story with that cast, and nobody on a stage who is not in it."""
    for person in story.cast.people:
        if not cast.has(person.id):
            story = story.part_with(person.id)
    return story.with_(cast=cast)


def _stage_before(kept: Kept, panel: Panel, who: str, left_at: float) -> Scene | None:
    """A panel's scene as it was before the change at that time took somebody off it, if that change did."""
    revs = store().sheets.history(kept.id, panel.id)
    for (earlier, _), (_, at) in reversed(list(zip(revs, revs[1:]))):
        before = as_it_stood(kept, panel.id, earlier) if at == left_at else None
        if before and who in before.scene.people:
            return before.scene
    return None


def _put_back(scene: Scene, before: Scene, who: str) -> Scene:
    """The scene with that person's figures back in their places, behind and in front of what they stood among."""
    items = list(scene.items)
    for place, item in enumerate(before.items):
        taken = {i.id for i in items}
        if isinstance(item, Figure) and item.who == who and item.id not in taken and len(items) < limits.ITEMS:
            items.insert(min(place, len(items)), item if item.holds in taken else item.with_(holds=None))
    return scene.with_(items=tuple(items))
