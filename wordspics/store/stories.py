"""The shelf of stories: what the home page shows, one story whole, a new one, and one erased for good."""
import datetime
import uuid
from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa

from wordspics.story import About, BadStory, Cast, Family, Missing, Panel, Story, limits
from wordspics.story.sheet import AnySheet, write_sheet
from wordspics.store import families, tables, uploads
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.fresh import fresh_ids
from wordspics.store.ledger import Ledger
from wordspics.store.opened import LOST, SINGLES, OpenedStory, Revision, SheetMark
from wordspics.store.seal import Key
from wordspics.store.vault import Vault

_rows = tables.stories


class Card(NamedTuple):
    """A story on the home page. `trouble` is a sentence when it cannot be read; then there is nothing else to show."""

    id: str
    family: Family
    called: str
    changed: datetime.datetime
    panels: int
    told: bool
    agreed: bool
    about: About
    cast: Cast
    first: Panel | None
    trouble: str = ""
    look_again: datetime.date | None = None


class Kept(NamedTuple):
    """A whole story as it stands. `sheets` are those not gone, by id."""

    id: str
    family: Family
    story: Story
    sheets: dict[str, SheetMark]
    about_id: str
    cast_id: str
    order_id: str
    record_id: str


class Stories:
    def __init__(self, database: Database, vault: Vault, ledger: Ledger, clock: Callable[[], float]) -> None:
        self._database, self._vault, self._ledger, self._clock = database, vault, ledger, clock

    def cards(self) -> list[Card]:
        """Newest first. One damaged story does not hide the others."""
        vault_key = self._vault.key
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(_rows).order_by(_rows.c.changed.desc(), _rows.c.id)).all()
            return [_card(connection, row, vault_key) for row in rows]

    def add(self, story: Story, family: Family | str | None = None, pictures: dict[str, bytes] | None = None, id: str = "") -> str:
        """Keeps a story made elsewhere, under fresh ids; its own is `id`, when one is given. A second story of one id is not kept,
        not even when the first was erased meanwhile: then a button was pressed twice.

        `family` is the id of one that is here, or one that comes with the story; without a name it is called after the children.
        `pictures` are clean PNGs and JPEGs by the ids the story knows them by.
        """
        vault_key, now, id = self._vault.key, self._clock(), id or str(uuid.uuid4())
        story, renamed = fresh_ids(story, pictures or {})
        with self._database.writing() as connection:
            if any(connection.scalar(sa.select(table.c.id).where(table.c.id == id)) for table in (_rows, tables.erasures)):
                return id
            if isinstance(family, str):
                family = families.find(connection, family)
            elif family is None or not families.is_here(connection, family.id):
                family = families.welcome(connection, _named(family, story.about), vault_key, now)
            key = families.unlock(families.find(connection, family.id), vault_key)
            connection.execute(sa.insert(_rows).values(
                id=id, family=family.id, begun=now, changed=now, mark=key.seal(b"0", "stories", family.id, id)))
            opened = OpenedStory(connection, id, vault_key)
            for picture, data in renamed.items():
                uploads.keep(connection, opened, picture, data, now)
            for sheet, value in _sheets_of(story):
                opened.create(sheet, type(value).__struct_config__.tag, write_sheet(value), now)
        return id

    def load(self, id: str) -> Kept:
        """Missing when there is none; Damaged, naming the panel, when a part cannot be trusted."""
        with self._database.reading() as connection:
            opened = OpenedStory(connection, str(id), self._vault.key)
            marks = opened.marks()
            values = _read_all(opened, marks)
        singles = {}
        for kind in SINGLES:
            singles[kind] = next((sheet for sheet in values if marks[sheet].kind == kind), None)
            if singles[kind] is None:
                raise Damaged(LOST)
        about, cast, order, record = (singles[kind] for kind in SINGLES)
        story = Story(about=values[about], cast=values[cast], record=values[record],
                      panels=tuple(values[s] for s in values if marks[s].kind == "panel"),
                      versions=tuple(values[s] for s in values if marks[s].kind == "version")).arrange(values[order])
        return Kept(opened.id, opened.family, story, {sheet: marks[sheet] for sheet in values}, about, cast, order, record)

    def last_panels(self, family: str, most: int = 12) -> list[Panel]:
        """The family's panels changed last, of all their stories, the newest first. What cannot be read is left out."""
        found: list[tuple[float, Panel]] = []
        with self._database.reading() as connection:
            for story in connection.scalars(sa.select(_rows.c.id).where(_rows.c.family == family)).all():
                opened = OpenedStory(connection, story, self._vault.key)
                newest = sorted(opened.standing("panel"), key=lambda sealed: sealed.at, reverse=True)[:most]
                found += [(sealed.at, value) for sealed in newest if (value := _readable(opened, sealed))]
        return [panel for _, panel in sorted(found, key=lambda pair: pair[0], reverse=True)][:most]

    def erase(self, id: str) -> None:
        """Destroys its rows, revisions and pictures, and the family's key with its last story; a line without names stays."""
        self._ledger.erase_story(str(id), self._clock())


def _read_all(opened: OpenedStory, marks: dict[str, SheetMark]) -> dict[str, AnySheet]:
    """The standing sheets that are not gone. Damaged names the panel by its number, where the order can be read."""
    sealed = {revision.sheet: revision for revision in opened.standing()}
    if sealed.keys() != marks.keys():
        raise Damaged(LOST, next(iter(marks.keys() - sealed.keys()), None))
    values: dict[str, AnySheet] = {}
    order: tuple[str, ...] = ()
    for sheet in sorted(marks, key=lambda sheet: marks[sheet].kind != "order"):      # the order first, to number the panels
        try:
            value = opened.unseal(sealed[sheet]).value
        except (Damaged, BadStory):
            raise Damaged(f"{_place(sheet, marks[sheet].kind, order)} has been damaged on the disk.", sheet) from None
        if value is not None:
            values[sheet] = value
            order = value.panels if marks[sheet].kind == "order" else order
    return {sheet: values[sheet] for sheet in marks if sheet in values}


def _readable(opened: OpenedStory, sealed: Revision) -> Panel | None:
    """None when the panel is gone or damaged."""
    try:
        return opened.unseal(sealed).value
    except (Damaged, BadStory):
        return None


def _place(sheet: str, kind: str, order: tuple[str, ...]) -> str:
    if kind == "panel" and sheet in order:
        return f"Panel {order.index(sheet) + 1} of this story"
    return {"about": "What this story is about", "cast": "The cast of this story", "order": "The order of this story's panels",
            "record": "Who agreed to this story", "version": "A reading of this story"}.get(kind, "A panel of this story")


def _card(connection: sa.Connection, row: sa.Row, vault_key: Key) -> Card:
    changed = datetime.datetime.fromtimestamp(row.changed).astimezone()
    try:
        opened = OpenedStory(connection, row.id, vault_key)
        kinds = opened.marks()
        sealed = {revision.sheet: revision for revision in opened.standing()}
        single = {mark.kind: opened.unseal(sealed[sheet]).value for sheet, mark in kinds.items() if mark.kind in SINGLES}
        panels = [sheet for sheet, mark in kinds.items() if mark.kind == "panel" and not sealed[sheet].gone]
        ordered = [sheet for sheet in single["order"].panels if sheet in panels] + panels
        first = opened.unseal(sealed[ordered[0]]).value if ordered else None
        about, record = single["about"], single["record"]
        return Card(row.id, opened.family, Story(about=about, panels=(first,) if first else ()).called, changed, len(panels),
                    bool(record.tellings), record.is_agreed, about, single["cast"], first, look_again=record.look_again)
    except (Damaged, Missing, BadStory, KeyError) as fault:
        trouble = str(fault) if isinstance(fault, Damaged) else LOST
        return Card(row.id, Family(row.family, ""), "A story that cannot be read", changed, 0, False, False,
                    About(), Cast(), None, trouble)


def _sheets_of(story: Story) -> list[tuple[str, AnySheet]]:
    singles = [(str(uuid.uuid4()), value) for value in (story.about, story.cast, story.order, story.record)]
    return [*singles, *((panel.id, panel) for panel in story.panels), *((version.id, version) for version in story.versions)]


def _named(family: Family | None, about: About) -> Family:
    if family and family.name:
        return family
    names = [child.name for child in about.children if child.name]
    after = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)[:limits.NAME] or "A family"
    return Family(family.id if family else str(uuid.uuid4()), after)
