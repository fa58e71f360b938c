"""The family's own pictures: decoded at the door, turned upright, made no larger than print needs, and drawn afresh.

Only pixels get in: no place, no camera, no comment, nothing hidden behind the picture.
"""
import io
import threading
import uuid
import warnings
from collections.abc import Callable

import sqlalchemy as sa
from PIL import Image, ImageFile, ImageOps

from wordspics.story import BadStory, Missing, limits
from wordspics.store import tables
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.opened import OpenedStory
from wordspics.store.vault import Vault

LONGEST = 2480                     # pixels of the longer side: A4 across at 300 dots per inch
_FORMATS = ("PNG", "JPEG", "WEBP")
_SIDE = 12_000                     # pixels
_WEBP_PIXELS = 16_000_000          # a WebP of 40 million pixels takes 620 MB to open
_PNG_BYTES = 3_000_000             # a picture without see-through parts that is larger than this as PNG is a photograph
_one_at_a_time = threading.Lock()
_rows = tables.uploads
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class Uploads:
    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float]) -> None:
        self._database, self._vault, self._clock = database, vault, clock

    def add(self, story: str, data: bytes) -> str:
        """The id of the picture, cleaned and kept."""
        data, id = clean(data), str(uuid.uuid4())
        with self._database.writing() as connection:
            keep(connection, OpenedStory(connection, str(story), self._vault.key), id, data, self._clock())
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


def clean(data: bytes) -> bytes:
    """The same picture as a PNG or JPEG that holds nothing but its pixels. BadStory when it is not a picture."""
    if len(data) > limits.PICTURE_BYTES:
        raise BadStory(f"This picture is larger than {limits.PICTURE_BYTES // 1024 ** 2} MB. Please choose a smaller one.")
    with _one_at_a_time:
        ImageFile.LOAD_TRUNCATED_IMAGES = False           # importing WeasyPrint turns it on for everybody
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                _check(picture)
                return _draw_afresh(picture)
        except BadStory:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _too_many_pixels() from None
        except (OSError, SyntaxError, ValueError, TypeError, IndexError, KeyError, EOFError, MemoryError):
            raise BadStory("This file could not be read as a picture. Pictures can be PNG, JPEG or WebP.") from None


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


def _check(picture: Image.Image) -> None:
    wide, high = picture.size
    most = _WEBP_PIXELS if picture.format == "WEBP" else limits.PICTURE_PIXELS
    if wide * high > most or max(wide, high) > _SIDE:
        raise _too_many_pixels()


def _draw_afresh(picture: Image.Image) -> bytes:
    was_photo = picture.format == "JPEG"
    if was_photo:
        picture.draft("RGB", (LONGEST, LONGEST))
    upright = ImageOps.exif_transpose(picture)
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    upright = upright.convert("RGBA" if see_through else "RGB")
    upright.thumbnail((LONGEST, LONGEST))
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    out = io.BytesIO()
    if not was_photo:
        fresh.save(out, "PNG")
    if was_photo or not see_through and out.tell() > _PNG_BYTES:
        out = io.BytesIO()
        fresh.save(out, "JPEG", quality=88)
    return out.getvalue()


def _too_many_pixels() -> BadStory:
    return BadStory(f"This picture has more than {limits.PICTURE_PIXELS // 1_000_000} million dots. Please choose a smaller one.")
