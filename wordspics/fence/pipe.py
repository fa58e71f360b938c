"""How the app and a process apart speak: one length-prefixed message at a time, in memory only."""
import os
import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">Q")


def send(message: bytes, out: BinaryIO) -> None:
    out.write(_LENGTH.pack(len(message)))
    out.write(message)
    out.flush()


def take(source: BinaryIO) -> bytes | None:
    """The next message, or None when the other side has hung up."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    body = source.read(length)
    return body if len(body) == length else None


def ends() -> tuple[BinaryIO, BinaryIO]:
    """In the child: where messages come in and go out. Whatever a library prints must not reach the app as an answer."""
    source, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return source, out
