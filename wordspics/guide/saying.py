"""Every text of the guide's files can be said anew: a situation, a step or a card, and nothing in it that is not a text."""
import re
from collections.abc import Callable

from wordspics.story.value import Value

NO_TEXT = {"key", "id", "name", "part", "role", "standings", "look", "children", "pictures", "picture", "help_lines", "unasked", "ask_first",
           "sources", "stand_ins", "about", "home", "together"}
BRACED = re.compile(r"\{([^{}]*)\}")       # a word that follows whom a story is about, or how many children it is for
ON_A_PAGE = {"example", "starters"}         # what a family may put on a child's page as it stands
Say = Callable[[str], str]


def say(value, aloud: Say, on_a_page: Say | None = None):
    """The value with every text in it said anew; `on_a_page` says what may land on a child's page, where that differs."""
    if isinstance(value, str):
        return aloud(value)
    if isinstance(value, tuple):
        return tuple(say(one, aloud, on_a_page) for one in value)
    if isinstance(value, dict):
        return {key: say(one, aloud, on_a_page) for key, one in value.items()}
    if isinstance(value, Value):
        return value.with_(**{field: say(held, on_a_page if on_a_page and field in ON_A_PAGE else aloud, on_a_page)
                              for field, held in _held(value).items()})
    return value


def texts(value) -> list[str]:
    """All its texts."""
    if isinstance(value, str):
        return [value]
    held = _held(value).values() if isinstance(value, Value) else value.values() if isinstance(value, dict) else value
    return [text for one in held for text in texts(one)] if isinstance(value, (Value, dict, tuple)) else []


def _held(value: Value) -> dict:
    return {field: getattr(value, field) for field in value.__struct_fields__ if field not in NO_TEXT}
