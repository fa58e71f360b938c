"""The file a backup lies in: a header with the wrapped key, then members in sealed chunks.

Each chunk is AES-256-GCM under a key of this backup alone and bound to the header and its own number; the last says
that it is the last. So a cut, a swap and a flipped bit are all noticed. Who opens it needs the passphrase.
"""
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from wordspics.store import passphrase as passphrases
from wordspics.store.engine import plain_faults
from wordspics.store.faults import Damaged, NewerSchema, WrongPassphrase
from wordspics.store.passphrase import Cost
from wordspics.store.seal import Key

_MAGIC = b"wordspics backup 1\n"
_FAMILY = b"wordspics backup "
_CHUNK = 1024 * 1024
_LENGTH = struct.Struct(">I")
_HEADER_MOST = 10_000
_CHUNK_MOST = _CHUNK + 64


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to get at the key: the vault key wrapped by the passphrase, as in the vault it was made from."""

    argon2: Cost
    salt: bytes
    by_passphrase: bytes
    backup: bytes             # names this backup, and makes its key its own


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the members must come to: name -> SHA-256 in hex."""

    made: float               # seconds since 1970
    schema: str
    digests: dict[str, str]


def pack(out: Path, header: Header, vault_key: Key, manifest: Manifest, members: dict[str, Path]) -> None:
    """Writes the whole container and waits until the disk has it."""
    key = _key(vault_key, header)
    head = msgspec.json.encode(header)
    with plain_faults(), open(out, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(_MAGIC + _LENGTH.pack(len(head)) + head)
        number = 0
        for kind, chunk, is_last in _stream(manifest, members):
            sealed = key.seal(chunk, head.hex(), number, kind, int(is_last))
            file.write(_LENGTH.pack(len(sealed)) + struct.pack(">BB", ord(kind), is_last) + sealed)
            number += 1
        file.flush()
        os.fsync(file.fileno())


def unpack(file: Path, folder: Path, passphrase: str) -> Manifest:
    """Writes the members into `folder`. WrongPassphrase, NewerSchema or Damaged when it cannot be trusted whole."""
    with plain_faults(), open(file, "rb") as packed:
        head = _read_head(packed)
        header = _decode(head, Header)
        key = _key(_open(header, passphrase), header)
        chunks = _unseal(packed, key, head.hex())
        kind, first = next(chunks)
        manifest = _decode(first, Manifest)
        names = iter(sorted(manifest.digests))
        out: BinaryIO | None = None
        try:
            for kind, chunk in chunks:
                if kind == "n":
                    if out is not None:
                        out.close()
                    name = next(names, None)
                    if name is None or chunk != name.encode() or os.path.basename(name) != name:
                        raise _cut()
                    out = open(folder / name, "wb")
                elif out is not None:
                    out.write(chunk)
        finally:
            if out is not None:
                out.flush()
                os.fsync(out.fileno())
                out.close()
        if next(names, None) is not None:
            raise _cut()
    return manifest


def _stream(manifest: Manifest, members: dict[str, Path]) -> Iterator[tuple[str, bytes, bool]]:
    yield "m", msgspec.json.encode(manifest, order="deterministic"), False
    for name in sorted(members):
        yield "n", name.encode(), False
        with open(members[name], "rb") as file:
            while chunk := file.read(_CHUNK):
                yield "d", chunk, False
    yield "e", b"", True


def _unseal(packed: BinaryIO, key: Key, head: str) -> Iterator[tuple[str, bytes]]:
    number = 0
    while True:
        length = packed.read(_LENGTH.size)
        mark = packed.read(2)
        if len(length) < _LENGTH.size or len(mark) < 2 or _LENGTH.unpack(length)[0] > _CHUNK_MOST:
            raise _cut()
        kind, is_last = chr(mark[0]), mark[1]
        try:
            chunk = key.unseal(packed.read(_LENGTH.unpack(length)[0]), head, number, kind, is_last)
        except Damaged:
            raise _cut() from None
        if is_last:
            if packed.read(1):
                raise _cut()
            return
        yield kind, chunk
        number += 1


def _read_head(packed: BinaryIO) -> bytes:
    magic = packed.read(len(_MAGIC))
    if magic != _MAGIC:
        if magic.startswith(_FAMILY):
            raise NewerSchema("This backup was made by a newer version of the app; please update the app first.")
        raise Damaged("This is not a backup made by the app.")
    length = packed.read(_LENGTH.size)
    if len(length) < _LENGTH.size or _LENGTH.unpack(length)[0] > _HEADER_MOST:
        raise _cut()
    return packed.read(_LENGTH.unpack(length)[0])


def _decode(data: bytes, kind):
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeError, ValueError):
        raise _cut() from None


def _open(header: Header, passphrase: str) -> Key:
    try:
        return passphrases.stretch(passphrase, header.salt, header.argon2).unwrap(header.by_passphrase, "vault", "passphrase")
    except Damaged:
        raise WrongPassphrase("That passphrase does not fit this backup, or the backup has been damaged.") from None


def _key(vault_key: Key, header: Header) -> Key:
    return vault_key.derive("backup", header.backup)


def _cut() -> Damaged:
    return Damaged("This backup has been damaged or cut short, so nothing was changed.")
