"""Sheets and stories as JSON: one reader and one writer, the same for the store, the screen and story files."""
import msgspec

from wordspics.story import limits
from wordspics.story.about import About
from wordspics.story.cast import Cast
from wordspics.story.faults import BadStory, plainly
from wordspics.story.loosening import loosen
from wordspics.story.order import Order
from wordspics.story.panel import Panel
from wordspics.story.record import Record
from wordspics.story.scene import Scene
from wordspics.story.story import Story
from wordspics.story.version import Version

AnySheet = About | Cast | Order | Panel | Record | Version
KINDS: dict[str, type] = {"about": About, "cast": Cast, "order": Order, "panel": Panel, "record": Record, "version": Version}
VERSION = 1
_LIFTS: dict[int, object] = {}          # from version n to n + 1: a pure function on the decoded JSON object


class _Envelope(msgspec.Struct):
    kind: str = ""
    v: int = 1


def read_sheet(body: bytes) -> AnySheet:
    """A sheet from its JSON. A BadStory names the field that does not fit."""
    if len(body) > limits.SHEET_BYTES:
        raise BadStory("This part of the story is larger than any story needs.")
    return _decode(body, AnySheet, "This part of the story")


def write_sheet(sheet: AnySheet) -> bytes:
    """The sheet as JSON, always the same bytes for the same sheet."""
    return msgspec.json.encode(sheet, order="deterministic")


def read_scene(body: bytes) -> Scene:
    """A stage on its own, as the editor sends it to be drawn."""
    if len(body) > limits.SHEET_BYTES:
        raise BadStory("This picture is larger than any story needs.")
    return _decode(body, Scene, "This picture")


def read_story(body: bytes) -> Story:
    return _decode(body, Story, "The story")


def write_story(story: Story) -> bytes:
    return msgspec.json.encode(story, order="deterministic")


def _decode(body: bytes, kind, what: str):
    try:
        return _read(_lift(body), kind)
    except BadStory:
        raise
    except RecursionError:
        raise BadStory(f"{what} is folded into itself too deeply to read.") from None
    except (msgspec.DecodeError, UnicodeError, ValueError) as fault:
        raise BadStory(f"{what} could not be read: {plainly(fault)}.") from None


def _read(body: bytes, kind):
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as fault:
        try:
            return msgspec.convert(loosen(msgspec.json.decode(body)), kind)
        except msgspec.ValidationError:
            raise fault                     # it names the place in what came


def _lift(body: bytes) -> bytes:
    """An older sheet as this version writes it; a newer one is refused rather than half understood."""
    version = msgspec.json.decode(body, type=_Envelope).v
    if version > VERSION:
        raise BadStory("This was made with a newer version of the app; please update first.")
    if version == VERSION:
        return body
    if version < 1:
        raise BadStory("This was not made by the app: it has no version number the app knows.")
    value = msgspec.json.decode(body)
    for step in range(version, VERSION):
        value = _LIFTS[step](value)
    return msgspec.json.encode(value)
