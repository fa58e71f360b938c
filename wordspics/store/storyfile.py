"""Story files (.wordspics): a story and its pictures in one file, to carry to another computer.

Plain: a zip of `story.json` and `pictures/<id>.png|jpg`, for the made-up examples only. Sealed: a small header, then
that zip under AES-256-GCM with a key stretched from a passphrase. A file is read by the names it must hold, nothing else.
"""
import io
import lzma
import os
import re
import struct
import zipfile
import zlib

from wordspics.darkroom.darkroom import Darkroom
from wordspics.story import BadStory, Story, Upload, limits
from wordspics.story.sheet import read_story, write_story
from wordspics.store import passphrase as passphrases
from wordspics.store.faults import Damaged, WrongPassphrase
from wordspics.store.passphrase import STRONG, Cost

_MAGIC = b"wordspics sealed 1\n"
_HEADER = struct.Struct(">III16s")                 # Argon2id: KiB, passes, lanes; salt
_STORY = "story.json"
_PICTURE = re.compile(r"pictures/([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:png|jpg)\Z")
_THEN = (1980, 1, 1, 0, 0, 0)                      # the same story makes the same bytes
_PNG = b"\x89PNG"


def seal(story: Story, pictures: dict[str, bytes], passphrase: str, argon2: Cost = STRONG) -> bytes:
    """A copy for another computer. `pictures` are the clean PNGs and JPEGs the story shows, by id."""
    salt = os.urandom(16)
    header = _MAGIC + _HEADER.pack(*argon2, salt)
    return header + passphrases.stretch(passphrases.choose(passphrase), salt, argon2).seal(plain(story, pictures), header.hex())


def plain(story: Story, pictures: dict[str, bytes]) -> bytes:
    """The zip itself, which anybody can read: for the made-up examples."""
    wanted = _shown(story)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:      # as it is: what we write can never look like a bomb
        bundle.writestr(zipfile.ZipInfo(_STORY, _THEN), write_story(story))
        for id in sorted(wanted):
            if id not in pictures:
                raise BadStory("A picture the story shows is missing, so no copy was made.")
            kind = "png" if pictures[id].startswith(_PNG) else "jpg"
            bundle.writestr(zipfile.ZipInfo(f"pictures/{id}.{kind}", _THEN), pictures[id])
    _check_size(out.getbuffer())
    return out.getvalue()


def is_sealed(data: bytes) -> bool:
    return data.startswith(_MAGIC)


def open_file(data: bytes, passphrase: str | None = None) -> tuple[Story, dict[str, bytes]]:
    """The story and its pictures, cleaned, by id. BadStory or WrongPassphrase, in one sentence, for anything else."""
    _check_size(data)
    if is_sealed(data):
        data = _unseal(data, passphrase)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            return _read(bundle, len(data))
    except BadStory:
        raise
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, struct.error):
        raise BadStory("This is not a story file, or it has been damaged on the way.") from None


def _unseal(data: bytes, passphrase: str | None) -> bytes:
    if not passphrase:
        raise WrongPassphrase("This copy is sealed. Please type the passphrase that was chosen when it was saved.")
    end = len(_MAGIC) + _HEADER.size
    if len(data) < end:
        raise BadStory("This copy has been cut short.")
    kib, passes, lanes, salt = _HEADER.unpack(data[len(_MAGIC):end])
    try:
        return passphrases.stretch(passphrase, salt, (kib, passes, lanes)).unseal(data[end:], data[:end].hex())
    except Damaged:
        raise WrongPassphrase("That passphrase does not fit this copy, or the copy has been damaged on the way.") from None


def _read(bundle: zipfile.ZipFile, size: int) -> tuple[Story, dict[str, bytes]]:
    members = bundle.infolist()
    names = [member.filename for member in members]
    if len(members) > limits.PICTURES + 1 or sum(member.file_size for member in members) > limits.FILE_SWELL * size:
        raise BadStory("This story file unpacks to more than a story can hold.")
    if len(set(names)) < len(names) or any(member.flag_bits & 1 for member in members):
        raise BadStory("This story file was not made by the app.")
    if _STORY not in names:
        raise BadStory("This file holds no story: story.json is missing.")
    story = read_story(bundle.read(_STORY))
    pictures: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        if member.filename != _STORY:
            found = _PICTURE.match(member.filename)
            if not found or found[1] in pictures:
                raise BadStory("This story file holds something that is not part of a story.")
            pictures[found[1]] = member
    wanted = _shown(story)
    if wanted - pictures.keys():
        raise BadStory("A picture the story shows is missing from the file.")
    if pictures.keys() - wanted:
        raise BadStory("This story file holds a picture the story does not show.")
    with Darkroom() as darkroom:
        return story, {id: darkroom.clean(bundle.read(member)) for id, member in pictures.items()}


def _shown(story: Story) -> set[str]:
    return {item.picture for panel in story.panels for item in panel.scene.items if isinstance(item, Upload)}


def _check_size(data) -> None:
    if len(data) > limits.FILE_BYTES:
        raise BadStory(f"A story file is at most {limits.FILE_BYTES // 1024 ** 2} MB.")
