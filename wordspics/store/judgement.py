"""Whether a change fits what stands: the rules of two people working on one story."""
from typing import NamedTuple

from wordspics.story import BadStory, Missing, Order, Panel, Upload, Version, limits
from wordspics.story.order import merge
from wordspics.story.sheet import AnySheet, read_sheet, write_sheet
from wordspics.store.faults import Damaged
from wordspics.store.opened import SINGLES, OpenedStory


class Change(NamedTuple):
    """One sheet as somebody wants it: made from revision `rev` (None: it is new), `body` as JSON (None: it goes).

    `closes` names the alternatives it settles, or, when it has to stand beside itself, takes the place of.
    """

    sheet: str
    rev: int | None
    body: bytes | None
    closes: tuple[int, ...] = ()


class Verdict(NamedTuple):
    """`rev` is the standing revision, None when there is no such sheet yet; `body` is what to keep, tidied or merged."""

    fits: bool
    kind: str
    rev: int | None
    body: bytes | None
    is_already_so: bool = False


def judge(opened: OpenedStory, change: Change) -> Verdict:
    """BadStory for what can never be kept; a verdict that does not fit for what has to stand beside."""
    value = None if change.body is None else read_sheet(change.body)
    mark = opened.mark(change.sheet)
    if mark is None:
        return _judge_new(opened, change, value)
    kind, rev = mark
    _check(opened, change, value, kind)
    body = None if value is None else write_sheet(value)
    is_already_so = _stands(opened, change.sheet, rev, body)
    if change.rev == rev or is_already_so:
        return Verdict(True, kind, rev, body, is_already_so)
    if kind == "order":
        return Verdict(True, kind, rev, _merge(opened, change, value, rev))
    return Verdict(False, kind, rev, body)


def keep_within_limits(opened: OpenedStory, verdicts: list[Verdict]) -> None:
    """After the changes: a story has so many panels and readings and no more."""
    for kind, most, what in (("panel", limits.PANELS, "panels"), ("version", limits.VERSIONS, "readings")):
        if any(v.kind == kind and v.body is not None for v in verdicts):
            if sum(not revision.gone for revision in opened.standing(kind)) > most:
                raise BadStory(f"A story has room for {most} {what}.")


def _judge_new(opened: OpenedStory, change: Change, value: AnySheet | None) -> Verdict:
    if change.rev is not None or value is None:
        raise Missing("This part of the story is not here any more.")
    kind = _kind(value)
    if kind in SINGLES:
        raise BadStory(f"A story already has its one {kind} sheet.")
    _check(opened, change, value, kind)
    return Verdict(True, kind, None, write_sheet(value))


def _check(opened: OpenedStory, change: Change, value: AnySheet | None, kind: str) -> None:
    if value is None:
        if kind in SINGLES:
            raise BadStory(f"A story cannot be without its {kind} sheet.")
        return
    if _kind(value) != kind:
        raise BadStory(f"This is a {_kind(value)} sheet; a {kind} sheet belongs here.")
    if isinstance(value, (Panel, Version)) and value.id != change.sheet:
        raise BadStory(f"This {kind} carries the id of another one.")
    if isinstance(value, Panel):
        _check_pictures(opened, value)


def _check_pictures(opened: OpenedStory, panel: Panel) -> None:
    wanted = {item.picture for item in panel.scene.items if isinstance(item, Upload)}
    if wanted - opened.pictures(wanted):
        raise BadStory("A picture on this panel is not among the story's pictures any more.")


def _stands(opened: OpenedStory, sheet: str, rev: int, body: bytes | None) -> bool:
    """Whether these words stand already, to the letter."""
    try:
        standing = opened.revision(sheet, rev)
    except Damaged:
        return False                        # what is kept now mends it
    return body is None if standing.gone else body == standing.body


def _merge(opened: OpenedStory, change: Change, mine: Order, rev: int) -> bytes:
    theirs = opened.revision(change.sheet, rev).value
    try:
        base = opened.revision(change.sheet, change.rev or 0).value
    except Damaged:                         # not a revision of ours: then nothing counts as taken out
        base = Order(panels=tuple(panel for panel in theirs.panels if panel in mine.panels))
    merged = merge(base, mine, theirs)
    if len(merged.panels) > limits.PANELS:
        here = {panel.sheet for panel in opened.standing("panel") if not panel.gone}
        merged = merged.with_(panels=tuple(panel for panel in merged.panels if panel in here)[:limits.PANELS])
    return write_sheet(merged)


def _kind(value: AnySheet) -> str:
    return type(value).__struct_config__.tag
