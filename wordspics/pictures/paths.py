"""The outline in an SVG path: read step by step, so that what cannot be drawn is found on the shelf and not on a page."""
import re

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_BETWEEN = r"[ ,\n\t]*"
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_ARC = re.compile(_BETWEEN + _BETWEEN.join(f"({part})" for part in (*(_NUMBER,) * 3, "[01]", "[01]", *(_NUMBER,) * 2)))
_PART = re.compile(f"([{''.join(_COUNTS)}])([^{''.join(_COUNTS)}]*)", re.IGNORECASE)
Step = tuple[str, tuple[str, ...]]


class BadPath(ValueError):
    """An outline that cannot be read."""


def read_path(d: str) -> list[Step]:
    """The steps of an outline: a letter and its numbers, as written; a letter that stands for several steps stands before each."""
    steps, rest = [], _PART.sub("", d)
    if rest.strip(" ,\n\t") or not d.lstrip().startswith(("M", "m")):
        raise BadPath
    for letter, written in _PART.findall(d):
        count, numbers = _COUNTS[letter.upper()], _numbers(letter, written)
        if bool(count) != bool(numbers) or count and len(numbers) % count:
            raise BadPath
        for at in range(0, len(numbers) or 1, count or 1):
            goes_on = {"M": "L", "m": "l"}.get(letter, letter) if at else letter
            steps.append((goes_on, tuple(numbers[at:at + count])))
    return steps


def without_flat_arcs(d: str) -> str:
    """The same outline with lines for arcs that have no radius, as SVG asks for: WeasyPrint makes great pools of them."""
    steps = read_path(d)
    if not any(_is_flat(step) for step in steps):
        return d
    lines = {"A": "L", "a": "l"}
    return "".join(lines[letter] + " ".join(numbers[-2:]) if _is_flat((letter, numbers)) else letter + " ".join(numbers)
                   for letter, numbers in steps)


def _is_flat(step: Step) -> bool:
    letter, numbers = step
    return letter in "Aa" and not (float(numbers[0]) and float(numbers[1]))


def _numbers(letter: str, written: str) -> list[str]:
    """An arc's two flags may stand without a space after them."""
    pattern = _ARC if letter in "Aa" else re.compile(f"{_BETWEEN}({_NUMBER})")
    numbers, at = [], 0
    while found := pattern.match(written, at):
        numbers += found.groups()
        at = found.end()
    if written[at:].strip(" ,\n\t"):
        raise BadPath
    return numbers
