"""Read and agree: the whole story on one page, who was asked and what they said, when the child was told, and the next look.

Nothing here blocks anything: a no is written down as a no, and said.
"""
import datetime
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from flask import Blueprint, Response, render_template, request

from wordspics import guide
from wordspics.guide import Asked
from wordspics.store import Kept
from wordspics.story import BadStory, Person, Record, Story
from wordspics.story.record import Agreement, Noted, Review, Telling
from wordspics.web import lookagain
from wordspics.web.advice import grade_of, mark, open_thoughts
from wordspics.web.agreed import Since
from wordspics.web.desk import store, the_story
from wordspics.web.noting import CHANGED, adults, by_whom, keep, note_as_shown, on_which_day, rev_of, with_room
from wordspics.web.security import needs
from wordspics.words import story_checks

bp = Blueprint("agree", __name__)
KINDS = {"agreement": ("agreements", Agreement), "telling": ("tellings", Telling), "review": ("reviews", Review)}
SAID = {"agreed": "Agreed", "no": "Does not agree", "asked": "Asked, no answer yet", "not-needed": "Not needed here"}
NOTED = "agree#noted"


class Row(NamedTuple):
    """A note and its place in its list; `changed` is a sentence when the story tells something else by now."""

    at: int
    entry: Noted
    changed: str = ""


class Asking(NamedTuple):
    """Somebody who sees the story first: what they said, the last of it, and whose faces are offered."""

    asked: Asked
    rows: list[Row]
    standing: list[Row]
    people: list[Person]
    is_proposed: bool

    @property
    def mark(self) -> str:
        """The one word that wants looking at most: a no, then an answer that is still awaited."""
        said = [row.entry.said for row in self.standing]
        return next((word for word in ("no", "asked") if word in said), said[-1] if said else "none")


@bp.get("/stories/<uuid:story>/agree")
@needs("open-vault")
def show(story: UUID) -> str:
    return _page(the_story(story))


@bp.post("/stories/<uuid:story>/agree")
@needs("open-vault")
def note(story: UUID) -> Response | tuple[str, int]:
    """Note what somebody said, that the child was told, that it was looked at again, or only when it shall be."""
    kept = the_story(story)
    try:
        record = _noted(kept)
    except BadStory as fault:
        return _page(kept, str(fault)), 422
    return keep(kept, record, NOTED)


@bp.post("/stories/<uuid:story>/agree/<what>/<int:at>/removal")
@needs("open-vault")
def take_back(story: UUID, what: str, at: int) -> Response | tuple[str, int]:
    """Take a note off the list, the one that stood beside the button. Its revision is kept, as every revision is."""
    kept = the_story(story)
    field = KINDS[what][0] if what in KINDS else ""
    gone = note_as_shown(kept, field, at) if field else None
    if gone is None:
        return _page(kept, CHANGED), 409
    return keep(kept, kept.story.record.with_(**{field: tuple(one for one in getattr(kept.story.record, field) if one != gone)}), NOTED)


def _noted(kept: Kept) -> Record:
    """The record with what the form notes. A button pressed twice notes it once."""
    record, what = kept.story.record, request.form.get("what", "")
    if what == "look-again":
        return record.with_(look_again=lookagain.chosen(record.look_again))
    if what not in KINDS:
        raise BadStory("Please choose what to note: what somebody said, or that the child was told.")
    field, kind = KINDS[what]
    noted = getattr(record, field)
    if kind is Agreement:
        entry = _what_was_said(kept)
        noted = *(one for one in noted if one.with_(at=None) != entry), entry.with_(at=store().now())
    else:
        entry = kind(by_whom(kept), on_which_day(), request.form.get("note", ""))
        noted = noted if entry in noted else (*noted, entry)
        record = record.with_(look_again=lookagain.chosen(record.look_again, entry.on))
    return record.with_(**{field: with_room(noted)})


def _what_was_said(kept: Kept) -> Agreement:
    """Who agrees again on the same day has agreed to what stands now."""
    step = request.form.get("step", "")
    said = request.form.get("said", "" if step else "agreed")
    known = {one.key: one.title for one in _everybody_asked(kept.story)}
    if step and step not in known or said not in SAID:
        raise BadStory("Please choose what they said.")
    return Agreement(by_whom(kept, known.get(step, "")), on_which_day(), request.form.get("note", ""), step=step, said=said)


def _page(kept: Kept, fault: str = "") -> str:
    story, record = kept.story, kept.story.record
    rows = list(_rows(kept))
    askings = list(_askings(kept, rows))
    others = [row for row in rows if row.entry.step not in {one.asked.key for one in askings}]
    return render_template(
        "agree/page.html", kept=kept, step="read", fault=fault, mark=mark, checks=story_checks(story), grade=grade_of(story),
        thoughts={panel.id: open_thoughts(story, panel) for panel in story.panels}, adults=adults(kept), askings=askings, others=others,
        tellings=[Row(*one) for one in enumerate(record.tellings)], reviews=[Row(*one) for one in enumerate(record.reviews)],
        answers=SAID, agains=lookagain.CHOICES, typed=request.form, language=story.about.language,
        today=datetime.date.today(), rev=rev_of(kept))


def _rows(kept: Kept) -> Iterator[Row]:
    since, standing = Since(kept), kept.story.record.standing
    for at, one in enumerate(kept.story.record.agreements):
        what = since.what_changed(one.at) if one.said in ("agreed", "no") and one in standing else ""
        told = f"{what} since {one.by} {'agreed' if one.said == 'agreed' else 'said no'}. Ask once more, and note it again."
        yield Row(at, one, told if what else "")


def _askings(kept: Kept, rows: list[Row]) -> Iterator[Asking]:
    """Those who see every story first and whom the guide knows for this one; then the others, to be asked where they matter."""
    situation = guide.situation_of(kept.story)
    preparing = guide.preparing(kept.story)
    proposed = preparing.asked_first(kept.story.cast, situation.ask_first if situation else ()) if preparing else ()
    for one in sorted(_everybody_asked(kept.story), key=lambda one: one not in proposed):
        mine = [row for row in rows if row.entry.step == one.key]
        standing = [row for row in mine if row.entry in kept.story.record.standing]
        faces = [person for person in adults(kept) if person.role in one.roles]
        yield Asking(one, mine, standing, faces, one in proposed or bool(mine))


def _everybody_asked(story: Story) -> tuple[Asked, ...]:
    preparing = guide.preparing(story)
    return preparing.asked if preparing else ()
