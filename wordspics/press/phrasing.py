"""Phrasing: where a paragraph is broken, so that a child, or who reads to them, takes breath where the sentence does.

Lines are about even, and one rather ends with its sentence than with the first word of the next; a full name stays together.
"""
from collections.abc import Sequence

ENDS, PAUSES, CLOSERS = ".!?…", ",;:", "\"'”’)"
HAIR = 1e-6                     # widths are added up in another order than when the lines were counted
LONE = 0.3                      # one word of a sentence, parted from the rest of it by a line's end
WHOLE, PAUSE = -0.12, -0.03     # a line that ends with its sentence, or where it pauses
CLINGS = frozenset("a an the".split())


def phrase(words: Sequence[str], widths: Sequence[float], space: float, room: float, count: int) -> tuple[str, ...]:
    """Words in `count` lines no wider than `room` (in the unit of `widths`, one for each word); it must be possible."""
    total = len(words)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * total
    trail = []
    for _ in range(count):
        best = [_ending(words, widths, space, room, best, end) for end in range(total + 1)]
        trail.append([start for _, start in best])
    lines, end = [], total
    for starts in reversed(trail):
        lines.append(" ".join(words[starts[end]:end]))
        end = starts[end]
    return tuple(reversed(lines))


def _ending(words, widths, space, room, best, end) -> tuple[float, int]:
    """The least that lines up to word `end` can cost, and where the last of them starts."""
    least, at, wide = float("inf"), 0, -space
    for start in range(end - 1, -1, -1):
        wide += widths[start] + space
        if wide > room + HAIR:
            break
        cost = best[start][0] + (1 - wide / room) ** 2
        if cost < least:
            least, at = cost, start
    return least + _break_after(words, end), at


def _break_after(words: Sequence[str], end: int) -> float:
    """What it costs to break before word `end`: less than nothing where the sentence ends too."""
    if not 0 < end < len(words):
        return 0.0
    last, following = words[end - 1].rstrip(CLOSERS), words[end].rstrip(CLOSERS)
    if last.endswith(tuple(ENDS)):
        return WHOLE
    if last.endswith(tuple(PAUSES)):
        return PAUSE
    if end == 1 or words[end - 2].rstrip(CLOSERS).endswith(tuple(ENDS)):
        return LONE
    is_name = last[:1].isupper() and following[:1].isupper() and last.isalpha()
    ends_alone = following.endswith(tuple(ENDS))
    return LONE / 2 if ends_alone or is_name or last.lower() in CLINGS else 0.0
