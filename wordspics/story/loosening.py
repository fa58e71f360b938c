"""A file with a value of the wrong kind for how somebody is drawn: what fits is kept, and the rest is as usual and said so.

Only pictures of people are read so loosely. Whatever else does not fit is refused: nothing is guessed of a family's words.
"""
import msgspec

from wordspics.story.person import Look

NEWER = 99                      # the drawing of a look that has lost something in reading
_WISHES = ("pose", "feeling", "facing", "head", "place", "time")
_TYPES = {field.encode_name: field.type for field in msgspec.structs.fields(Look)}


def loosen(value, under: str = ""):
    """The decoded JSON with every look and every wish of a stage as this version can hold it."""
    if isinstance(value, list):
        return [loosen(part) for part in value]
    if not isinstance(value, dict):
        return str(value)[:40] if under in _WISHES and value is not None else value
    if under == "look":
        fitting = {name: part for name, part in value.items() if name in _TYPES and _fits(part, _TYPES[name])}
        return fitting if fitting == value else {**fitting, "drawing": NEWER}
    return {name: loosen(part, name) for name, part in value.items()}


def _fits(value, kind) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True
