"""What the app and its render child say to each other."""
import datetime

import msgspec

from wordspics.press.rehearsal import RehearsalSheet
from wordspics.story import Story


class Job(msgspec.Struct, frozen=True, tag=True):
    """One booklet to print. `pictures` are the family's own, by the id of the upload."""

    story: Story
    edition: str
    ink: str
    paper: str
    today: datetime.date
    language: str | None = None
    help_lines: tuple[str, ...] = ()
    pictures: dict[str, bytes] = {}


class Plate(msgspec.Struct, frozen=True, tag=True):
    """One drawing to put on a page of its own size, in millimetres."""

    svg: str
    width: float
    height: float


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The child has its letters and waits for work."""


class Printed(msgspec.Struct, frozen=True, tag=True):
    pdf: bytes


class Refused(msgspec.Struct, frozen=True, tag=True):
    """Nothing was printed; `why` is one plain sentence for the page. `leaves`: the child goes, and wants replacing."""

    why: str
    leaves: bool = False


Work = Job | Plate | RehearsalSheet
Answer = Ready | Printed | Refused
write = msgspec.msgpack.encode
read_work, read_answer = msgspec.msgpack.Decoder(Work).decode, msgspec.msgpack.Decoder(Answer).decode
