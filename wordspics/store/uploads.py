"""The family's own pictures: cleaned in the darkroom, then sealed like every word.

What is read here is what the darkroom wrote and the seal has proven, so the app itself may open it.
"""
import io
import uuid
from collections.abc import Callable

import sqlalchemy as sa
from PIL import Image

from wordspics.darkroom.darkroom import clean
from wordspics.story import BadStory, Missing, limits
from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.opened import OpenedStory
from wordspics.store.vault import Vault

_rows = tables.uploads


class Uploads:
    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float]) -> None:
        self._database, self._vault, self._clock = database, vault, clock

    def add(self, story: str, data: bytes, id: str = "") -> str:
        """The id of the picture, cleaned and kept; one the story has under this `id` already stays as it is."""
        data, id = clean(data), id or str(uuid.uuid4())
        with self._database.writing() as connection:
            opened = OpenedStory(connection, str(story), self._vault.key)
            if not opened.pictures({id}):
                keep(connection, opened, id, data, self._clock())
        return id

    def read(self, story: str, id: str) -> bytes:
        """A clean PNG or JPEG."""
        with self._database.reading() as connection:
            opened = OpenedStory(connection, str(story), self._vault.key)
            sealed = connection.scalar(sa.select(_rows.c.data).where(_rows.c.story == opened.id, _rows.c.id == str(id)))
            if sealed is None:
                raise Missing("This picture is not here any more.")
            try:
                return opened.unseal_words(sealed, "uploads", str(id))
            except Damaged:
                raise Damaged("A picture of this story has been damaged on the disk.") from None


def keep(connection: sa.Connection, opened: OpenedStory, id: str, data: bytes, now: float) -> None:
    if len(opened.pictures()) >= limits.PICTURES:
        raise BadStory(f"A story has room for {limits.PICTURES} pictures of your own.")
    connection.execute(sa.insert(_rows).values(id=id, story=opened.id, at=now, data=opened.seal(data, "uploads", id)))


def shape_of(data: bytes) -> float:
    """The height over the width of a clean picture."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.height / picture.width


def shrink(data: bytes, longest: int) -> bytes:
    """A clean picture as a small PNG, its longer side at most `longest` pixels."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.thumbnail((longest, longest))
        out = io.BytesIO()
        picture.save(out, "PNG")
        return out.getvalue()

