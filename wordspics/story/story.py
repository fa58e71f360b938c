"""A story: what it is about, who is in it, its panels in order, its readings, and who agreed to it."""
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.about import About, Child
from wordspics.story.cast import Cast
from wordspics.story.faults import BadStory, Missing
from wordspics.story.order import Order
from wordspics.story.panel import Panel
from wordspics.story.person import Person
from wordspics.story.record import Record
from wordspics.story.text import Id, fit_line
from wordspics.story.value import Value
from wordspics.story.version import Version

COVER = "cover"                 # the purpose of the panel that is the cover


class Family(Value, frozen=True):
    """The people one worker sits with, under a name the worker chooses."""

    id: Id
    name: str

    def __post_init__(self) -> None:
        self._settle(name=fit_line(self.name, limits.NAME, "The family's name"))


class Story(Value, frozen=True, kw_only=True, omit_defaults=False):
    v: Literal[1] = 1
    about: About
    cast: Cast = Cast()
    panels: Annotated[tuple[Panel, ...], Meta(max_length=limits.PANELS)] = ()
    versions: Annotated[tuple[Version, ...], Meta(max_length=limits.VERSIONS)] = ()
    record: Record = Record()

    def __post_init__(self) -> None:
        ids = [panel.id for panel in self.panels]
        if len(set(ids)) < len(ids):
            raise BadStory("Two panels have the same id.")

    @property
    def called(self) -> str:
        """The title it was given, else the first line of its cover's words in the first language, else ""."""
        first = self.shown[0] if self.shown else None
        is_cover = first is not None and first.purpose == COVER and not first.has_two_views
        said = first.words_in(self.about.language) if is_cover else ""
        return self.about.title or said.partition("\n")[0]

    @property
    def title(self) -> str:
        return self.called or "A story without a title yet"

    @property
    def order(self) -> Order:
        return Order(panels=tuple(panel.id for panel in self.panels))

    @property
    def shown(self) -> tuple[Panel, ...]:
        """The panels a child is read: all but the hidden ones."""
        return tuple(panel for panel in self.panels if not panel.hidden)

    def panel(self, id: str) -> Panel:
        for panel in self.panels:
            if panel.id == id:
                return panel
        raise Missing("This panel is not in the story any more.")

    def place_of(self, id: str) -> int:
        """0 for the first panel."""
        return self.panels.index(self.panel(id))

    def arrange(self, order: Order) -> "Story":
        """The story with its panels in `order`; panels the order does not name follow, so none is lost."""
        named = [self.panel(id) for id in order.panels if id in self.order.panels]
        return self.with_(panels=(*named, *(p for p in self.panels if p.id not in order.panels)))

    def add_panel(self, panel: Panel, at: int | None = None) -> "Story":
        order = self.order.insert(panel.id, len(self.panels) if at is None else at)
        return self.with_(panels=(*self.panels, panel)).arrange(order)

    def change(self, panel: Panel) -> "Story":
        self.panel(panel.id)
        return self.with_(panels=tuple(panel if p.id == panel.id else p for p in self.panels))

    def duplicate_panel(self, id: str, new_id: str) -> "Story":
        """A second one right behind it. What somebody said stays with the first: it was said once."""
        return self.add_panel(self.panel(id).with_(id=new_id, answers=()), self.place_of(id) + 1)

    def know_as(self, person: Person) -> "Story":
        """Somebody of the cast as they are now. Where the story is for them it has their present name and age too,
        and readings the name.
        """
        before = self.cast.person(person.id).name
        children = tuple(child.with_(name=person.name, age=child.age if person.look.years is None else person.look.years)
                         if child.person == person.id else child for child in self.about.children)
        versions = tuple(version.with_(child=person.name) if version.child == before else version for version in self.versions)
        return self.with_(cast=self.cast.change(person), about=self.about.with_(children=children), versions=versions)

    def part_with(self, who: str) -> "Story":
        """Somebody leaves the cast, and every stage."""
        return self.with_(cast=self.cast.part_with(who),
                          panels=tuple(p.show(p.scene.without_person(who)) for p in self.panels))

    def version(self, id: str) -> Version:
        for version in self.versions:
            if version.id == id:
                return version
        raise Missing("This reading is not in the story any more.")

    def read_to(self, version: Version) -> "Story":
        """The story as one child is read it: in that version's own words where it has any, for that child's age."""
        children = tuple(child.with_(age=version.age) for child in self.about.children if child.name == version.child)
        return self.with_(
            about=self.about.with_(children=children or (Child(version.child, version.age),), narrator=version.narrator),
            panels=tuple(panel.with_(words={**panel.words, **version.words.get(panel.id, {})}, views=version.retell(panel.id, panel.views))
                         for panel in self.panels))

    @property
    def has_notes(self) -> bool:
        """Whether anything was written down for the adults alone."""
        return self.record.has_notes or any(panel.has_notes for panel in self.panels)

    def without_notes(self) -> "Story":
        """For a copy that leaves the house: nothing that was for adults only."""
        return self.with_(panels=tuple(panel.without_notes() for panel in self.panels), record=self.record.without_notes())
