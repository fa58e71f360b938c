"""The file a backup lies in: a header with the wrapped vault key, then sealed chunks, a manifest first.

Each chunk is AES-256-GCM under a key of this backup alone, bound to the header and to its own number, and says whether
it is the last. So a cut, a swap and a flipped bit are all noticed. Opening it takes the passphrase or the recovery key.
"""
import hashlib
import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from wordspics.store import passphrase as passphrases
from wordspics.store.engine import plain_faults
from wordspics.store.faults import Damaged, NewerSchema, WrongPassphrase
from wordspics.store.ledger import Erasure
from wordspics.store.passphrase import Cost
from wordspics.store.seal import Key

_MADE_BY_US = b"wordspics backup "
_MAGIC = _MADE_BY_US + b"1\n"
_CHUNK = 1024 * 1024                         # bytes
_LENGTH = struct.Struct(">IB")               # of a sealed chunk, and whether it is the last
_MOST = 16 * _CHUNK                          # of anything that has a length


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vault key wrapped as in the vault it was made from; `backup` makes this backup's key its own."""

    argon2: Cost
    salt: bytes
    by_passphrase: bytes
    recovery_salt: bytes
    by_recovery: bytes
    backup: bytes


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`made`: seconds since 1970. `digest`: SHA-256 of the file that holds the stories, in hex."""

    made: float
    digest: str
    erased: list[Erasure]


def check_origin(data: bytes) -> None:
    """A StoreFault unless these bytes begin as a backup of ours does."""
    if not data.startswith(_MAGIC):
        if data.startswith(_MADE_BY_US):
            raise NewerSchema("This backup was made by a newer version of the app; please update the app first.")
        raise Damaged("This is not a backup made by the app.")


def pack(out: Path, header: Header, vault_key: Key, manifest: Manifest, stories: Path) -> None:
    """Writes the whole container and waits until the disk has it."""
    head = msgspec.json.encode(header)
    key = vault_key.derive("backup", header.backup)
    with plain_faults(), open(out, "wb", opener=_for_one) as file, open(stories, "rb") as source:
        file.write(_MAGIC + _LENGTH.pack(len(head), 0) + head)
        chunk, number = msgspec.json.encode(manifest), 0
        while chunk:
            following = source.read(_CHUNK)
            is_last = int(not following)
            sealed = key.seal(chunk, head.hex(), number, is_last)
            file.write(_LENGTH.pack(len(sealed), is_last) + sealed)
            chunk, number = following, number + 1
        file.flush()
        os.fsync(file.fileno())


def unpack(file: Path, to: Path, unlock: Callable[[Header], Key]) -> tuple[Manifest, Key]:
    """Writes the stories' file, and gives the vault key. A StoreFault when the container cannot be trusted whole."""
    with plain_faults(), open(file, "rb") as packed:
        head = _read_head(packed)
        header = _decode(head, Header)
        vault_key = unlock(header)
        chunks = _unseal(packed, vault_key.derive("backup", header.backup), head.hex())
        manifest = _decode(next(chunks), Manifest)
        with open(to, "wb", opener=_for_one) as out:
            for chunk in chunks:
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
    if digest(to) != manifest.digest:
        raise _cut()
    return manifest, vault_key


def unlock_with(passphrase: str) -> Callable[[Header], Key]:
    """Opens a header with the passphrase of that time, or with the recovery key."""
    def unlock(header: Header) -> Key:
        try:
            return passphrases.stretch(passphrase, header.salt, header.argon2).unwrap(header.by_passphrase, "vault", "passphrase")
        except Damaged:
            pass
        try:
            return passphrases.read_recovery_key(passphrase, header.recovery_salt).unwrap(header.by_recovery, "vault", "recovery")
        except (Damaged, WrongPassphrase):
            raise WrongPassphrase("That passphrase does not fit. It is the one you used when the backup was made.") from None
    return unlock


def digest(file: Path) -> str:
    with plain_faults(), open(file, "rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _unseal(packed: BinaryIO, key: Key, head: str) -> Iterator[bytes]:
    number, is_last = 0, 0
    while not is_last:
        length, is_last = _length(packed)
        try:
            yield key.unseal(packed.read(length), head, number, is_last)
        except Damaged:
            raise _cut() from None
        number += 1
    if packed.read(1):
        raise _cut()


def _read_head(packed: BinaryIO) -> bytes:
    check_origin(packed.read(len(_MAGIC)))
    return packed.read(_length(packed)[0])


def _length(packed: BinaryIO) -> tuple[int, int]:
    read = packed.read(_LENGTH.size)
    if len(read) < _LENGTH.size or _LENGTH.unpack(read)[0] > _MOST:
        raise _cut()
    return _LENGTH.unpack(read)


def _decode(data: bytes, kind):
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError):
        raise _cut() from None


def _for_one(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _cut() -> Damaged:
    return Damaged("This backup has been damaged or cut short. Nothing was changed.")
