"""Noting on the record: by whom, on which day, and the record kept on the revision its page was made from."""
import datetime
from uuid import uuid4

from flask import Response, flash, redirect, request

from wordspics.store import Kept
from wordspics.story import BadStory, Person, Record, limits
from wordspics.story.record import Noted
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.web import meanwhile
from wordspics.web.desk import store

CHANGED = "That list has changed since this page was opened, so nothing was changed. Here it is as it stands."
MEANWHILE = "Something else was noted on this story at the same moment. Please look at the lists, and note yours once more."


def adults(kept: Kept) -> list[Person]:
    """Who may have agreed or told: everybody but children, a judge, and those who have died."""
    told = {child.person for child in kept.story.about.children}
    return [p for p in kept.story.cast.people if p.id not in told and p.may_be_asked]


def by_whom(kept: Kept, otherwise: str = "") -> str:
    """The name typed in, or that of the person chosen; `otherwise` when neither was."""
    who = request.form.get("who", "")
    if kept.story.cast.has(who):
        return kept.story.cast.person(who).name or "Somebody without a name yet"
    named = fit_line(request.form.get("name", ""), limits.NAME, "The name") or otherwise
    if not named:
        raise BadStory("Please choose who it was, or write their name.")
    return named


def on_which_day() -> datetime.date:
    try:
        day = datetime.date.fromisoformat(request.form.get("on", ""))
    except ValueError:
        raise BadStory("Please choose the day it happened.") from None
    if day > datetime.date.today():
        raise BadStory("That day has not come yet. Please note it once it has happened.")
    if day.year < 1990:
        raise BadStory("Please look at the year once more.")
    return day


def with_room(noted: tuple) -> tuple:
    """A list of the record that is not too long."""
    if len(noted) > limits.RECORDS:
        raise BadStory(f"There is room for {limits.RECORDS} of these notes. Please take an old one off first.")
    return noted


def rev_of(kept: Kept) -> int:
    return kept.sheets[kept.record_id].rev


def note_as_shown(kept: Kept, field: str, at: int) -> Noted | None:
    """The note that a page's button stood beside when the page was made; None when no page can have shown it."""
    shown = getattr(meanwhile.as_shown(kept, kept.record_id), field, ())
    return shown[at] if at < len(shown) else None


def keep(kept: Kept, record: Record, back: str) -> Response:
    """Keep the record, then go back to that page of the story."""
    if store().sheets.put(kept.id, kept.record_id, write_sheet(record), rev_of(kept), str(uuid4())).kind != "kept":
        flash(MEANWHILE)
    return redirect(f"/stories/{kept.id}/{back}", code=303)
