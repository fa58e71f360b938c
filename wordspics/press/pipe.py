"""What the app and its render child say to each other: one length-prefixed message at a time, in memory only."""
import datetime
import struct
from typing import BinaryIO

import msgspec

from wordspics.story import Story

_LENGTH = struct.Struct(">Q")


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


Work = Job | Plate
Answer = Ready | Printed | Refused
_WORK, _ANSWER = msgspec.msgpack.Decoder(Work), msgspec.msgpack.Decoder(Answer)


def send(message: Work | Answer, out: BinaryIO) -> None:
    body = msgspec.msgpack.encode(message)
    out.write(_LENGTH.pack(len(body)))
    out.write(body)
    out.flush()


def take_work(source: BinaryIO) -> Work | None:
    """The next piece of work, or None when the app has hung up."""
    body = _take(source)
    return None if body is None else _WORK.decode(body)


def take_answer(source: BinaryIO) -> Answer | None:
    """The child's answer, or None when the child has died."""
    body = _take(source)
    return None if body is None else _ANSWER.decode(body)


def _take(source: BinaryIO) -> bytes | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    body = source.read(length)
    return body if len(body) == length else None
