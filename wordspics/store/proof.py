"""Proof that a folder of stories reads back: every row there is, unsealed once."""
from typing import NamedTuple

import sqlalchemy as sa

from wordspics.store import Store, families, picture_lists, tables
from wordspics.store.faults import Damaged
from wordspics.store.opened import OpenedStory
from wordspics.store.seal import Key


class Count(NamedTuple):
    stories: int
    pictures: int
    damaged: int

    @property
    def sentence(self) -> str:
        told = _many(self.stories, "story", "stories")
        told += f" and {_many(self.pictures, 'picture', 'pictures')}" if self.pictures else ""
        return f"{told} ({_many(self.damaged, 'part', 'parts')} of them had been damaged before)" if self.damaged else told


def prove(store: Store, vault_key: Key) -> Count:
    """Damaged when the file itself does not hold together; parts that were damaged before it was copied are counted."""
    damaged = 0
    with store.database.reading() as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
            raise Damaged("The file that holds the stories does not hold together.")
        stories = connection.scalars(sa.select(tables.stories.c.id)).all()
        for story in stories:
            damaged += _unseal_all(connection, story, vault_key)
        damaged += _unseal_lists(connection, vault_key)
        pictures = connection.scalar(sa.select(sa.func.count()).select_from(tables.uploads))
    return Count(len(stories), pictures, damaged)


def _unseal_all(connection: sa.Connection, story: str, vault_key: Key) -> int:
    """How many parts could not be unsealed."""
    try:
        opened = OpenedStory(connection, story, vault_key)
        opened.marks()
    except Damaged:
        return 1
    damaged = sum(_fails(opened.unseal, sealed) for sealed in opened.all())
    pictures = tables.uploads
    for id, data in connection.execute(sa.select(pictures.c.id, pictures.c.data).where(pictures.c.story == story)):
        damaged += _fails(opened.unseal_words, data, "uploads", id)
    return damaged


def _unseal_lists(connection: sa.Connection, vault_key: Key) -> int:
    keys = {family.id: family for family in connection.execute(sa.select(tables.families))}
    return sum(_fails(lambda row: picture_lists.unseal(
        row.names, row.id, families.unlock(keys[row.family], vault_key) if row.family else vault_key), row)
        for row in connection.execute(sa.select(tables.picture_lists)))


def _fails(unseal, *what) -> bool:
    try:
        unseal(*what)
    except Damaged:
        return True
    return False


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
