"""Saving: numbered revisions of sheets. Nothing acknowledged is lost, nothing is silently written over.

A body that does not match the standing revision is kept beside it, and both come back to be looked at side by side.
"""
import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from wordspics.story import BadStory, Missing, Panel
from wordspics.story.sheet import AnySheet, write_sheet
from wordspics.store import requests
from wordspics.store.engine import Database
from wordspics.store.faults import Damaged
from wordspics.store.judgement import Change, Verdict, judge, keep_within_limits
from wordspics.store.opened import OpenedStory, Revision
from wordspics.store.vault import Vault

_KEY = re.compile(r"[A-Za-z0-9._:-]{8,80}\Z")


class Beside(NamedTuple):
    """An alternative that waits for the family to look at it. `beside` is the revision it was kept next to."""

    sheet: str
    rev: int
    beside: int
    at: float
    body: AnySheet


class Standing(NamedTuple):
    """What stands. `body` is None when the sheet is gone."""

    sheet: str
    rev: int
    at: float
    body: AnySheet | None


class Answer(NamedTuple):
    """What became of one change.

    kept: it stands now, as `rev`. beside: something else stands as `rev`, and the body, if there was one, was kept as
    `beside`. unchanged: it fitted, but another change of the same request did not, so it was left undone.
    `body` is the sheet that stands (None when gone); `sha256` is of the body as it came.
    """

    kind: Literal["kept", "beside", "unchanged"]
    sheet: str
    rev: int
    body: AnySheet | None
    sha256: str
    beside: Beside | None = None


class Sheets:
    def __init__(self, database: Database, vault: Vault, clock: Callable[[], float]) -> None:
        self._database, self._vault, self._clock = database, vault, clock

    def put(self, story: str, sheet: str, body: bytes, rev: int | None, key: str, closes: Sequence[int] = ()) -> Answer:
        """Keeps one sheet. `rev` is the revision it was made from, None for a new sheet; `key` names this very save."""
        return self.change(story, [Change(str(sheet), rev, body, tuple(closes))], key)[0]

    def change(self, story: str, changes: Sequence[Change], key: str) -> list[Answer]:
        """Keeps several sheets, or none of them. The same key with the same changes gets the same answer again."""
        changes = [change._replace(sheet=str(change.sheet), closes=tuple(change.closes)) for change in changes]
        if not changes or len({change.sheet for change in changes}) < len(changes):
            raise BadStory("A save names each part of the story once.")
        if not _KEY.match(key):
            raise BadStory("A save carries a key of 8 to 80 letters and digits.")
        vault_key, now = self._vault.key, self._clock()
        with self._database.writing() as connection:
            opened = OpenedStory(connection, str(story), vault_key)
            digest = opened.key.digest(_whole(changes))
            outcomes = requests.recall(connection, opened, key, digest)
            if outcomes is None:
                outcomes = _apply(opened, changes, now)
                requests.remember(connection, opened, key, digest, outcomes, now)
            return [_answer(opened, change, *outcome) for change, outcome in zip(changes, outcomes)]

    def read(self, story: str, sheet: str, rev: int | None = None) -> Standing:
        """What stands, or what once stood as `rev`."""
        with self._database.reading() as connection:
            opened = OpenedStory(connection, str(story), self._vault.key)
            return _standing(opened.revision(str(sheet), rev or _mark(opened, str(sheet)).rev))

    def history(self, story: str, sheet: str) -> list[tuple[int, float]]:
        """(rev, at) of everything that once stood, oldest first. What was kept in one request has one `at`."""
        with self._database.reading() as connection:
            earlier = OpenedStory(connection, str(story), self._vault.key).earlier(str(sheet))
            return [(sealed.rev, sealed.at) for sealed in reversed(earlier)]

    def as_of(self, story: str, sheet: str, moment: float) -> Standing | None:
        """What stood at a moment (seconds since 1970); None when this sheet was not there yet."""
        with self._database.reading() as connection:
            opened = OpenedStory(connection, str(story), self._vault.key)
            sealed = next((one for one in opened.earlier(str(sheet)) if one.at <= moment), None)
            return sealed and _standing(opened.unseal(sealed))

    def beside(self, story: str) -> list[Beside]:
        """The alternatives nobody has looked at yet, oldest first."""
        with self._database.reading() as connection:
            return [_beside(kept) for kept in OpenedStory(connection, str(story), self._vault.key).alternatives()]

    def last_good(self, story: str, sheet: str) -> Standing | None:
        """The newest revision of a damaged sheet that can still be read, to be offered back; None when there is none."""
        with self._database.reading() as connection:
            good = _last_good(OpenedStory(connection, str(story), self._vault.key), str(sheet))
            return good and _standing(good)

    def put_back(self, story: str, sheet: str) -> None:
        """A damaged sheet stands again as it could last be read; a panel nobody can read any more stands empty.

        Twice is once: a sheet that can be read stays as it is. Damaged when nothing can be put back.
        """
        vault_key, now = self._vault.key, self._clock()
        with self._database.writing() as connection:
            opened = OpenedStory(connection, str(story), vault_key)
            kind, rev = _mark(opened, str(sheet))
            good = _last_good(opened, str(sheet))
            if good is None and kind != "panel":
                raise Damaged("No earlier version of this part can be read any more; please restore the last backup.", sheet)
            if good is None or good.rev != rev:
                opened.revise(str(sheet), kind, good.body if good else write_sheet(Panel(id=str(sheet))), now)
                opened.touch(now)


def _last_good(opened: OpenedStory, sheet: str) -> Revision | None:
    for sealed in opened.earlier(sheet):
        try:
            revision = opened.unseal(sealed)
            if revision.value is not None:
                return revision
        except (Damaged, BadStory):
            continue
    return None


def _apply(opened: OpenedStory, changes: list[Change], now: float) -> list[requests.Outcome]:
    verdicts = [judge(opened, change) for change in changes]
    fits = all(verdict.fits for verdict in verdicts)
    outcomes = [_keep(opened, change, verdict, now) if fits else _leave(opened, change, verdict, now)
                for change, verdict in zip(changes, verdicts)]
    if fits:
        keep_within_limits(opened, verdicts)
    opened.touch(now)
    return outcomes


def _keep(opened: OpenedStory, change: Change, verdict: Verdict, now: float) -> requests.Outcome:
    if verdict.rev is None:
        return "kept", opened.create(change.sheet, verdict.kind, verdict.body, now), None
    if verdict.is_already_so and not change.closes:
        return "kept", verdict.rev, None
    return "kept", opened.revise(change.sheet, verdict.kind, verdict.body, now, change.closes), None


def _leave(opened: OpenedStory, change: Change, verdict: Verdict, now: float) -> requests.Outcome:
    if verdict.fits:
        return "unchanged", verdict.rev or 0, None
    kept = None if verdict.body is None else opened.keep_beside(change.sheet, verdict.rev, verdict.body, now, change.closes)
    return "beside", verdict.rev, kept


def _answer(opened: OpenedStory, change: Change, kind: str, rev: int, beside: int | None) -> Answer:
    return Answer(kind, change.sheet, rev, opened.revision(change.sheet, rev).value if rev else None,
                  hashlib.sha256(change.body or b"").hexdigest(),
                  None if beside is None else _beside(opened.revision(change.sheet, beside)))


def _mark(opened: OpenedStory, sheet: str):
    mark = opened.mark(sheet)
    if mark is None:
        raise Missing("This part of the story is not here any more.")
    return mark


def _beside(kept: Revision) -> Beside:
    return Beside(kept.sheet, kept.rev, kept.beside, kept.at, kept.value)


def _standing(revision: Revision) -> Standing:
    return Standing(revision.sheet, revision.rev, revision.at, revision.value)


def _whole(changes: list[Change]) -> bytes:
    """The request as bytes that no other request shares."""
    parts = []
    for change in changes:
        body = b"-" if change.body is None else change.body
        parts += [repr((change.sheet, change.rev, change.closes, change.body is None, len(body))).encode(), body]
    return b"\n".join(parts)
