"""Read and agree: the whole story on one page, who has agreed to it and when, and when the child was told."""
import datetime
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request

from wordspics.store import Kept
from wordspics.story import BadStory, Person, Record, limits
from wordspics.story.record import Agreement, Telling
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.web.advice import mark, open_thoughts
from wordspics.web.agreed import changed_since
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs
from wordspics.words import story_checks

bp = Blueprint("agree", __name__)
KINDS = {"agreement": ("agreements", Agreement), "telling": ("tellings", Telling)}
CHANGED = "That list has changed since this page was opened, so nothing was taken off. Here it is as it stands."
MEANWHILE = "Something else was noted on this story at the same moment. Please look at the lists, and note yours once more."


@bp.get("/stories/<uuid:story>/agree")
@needs("open-vault")
def show(story: UUID) -> str:
    return _page(the_story(story))


@bp.post("/stories/<uuid:story>/agree")
@needs("open-vault")
def note(story: UUID) -> Response | tuple[str, int]:
    """Note that somebody agreed to the story, or that the child was told it."""
    kept = the_story(story)
    try:
        field, kind = _what_is_noted()
        entry = kind(_by_whom(kept), _on_which_day(), request.form.get("note", ""))
        noted = _with(getattr(kept.story.record, field), entry)
        if len(noted) > limits.RECORDS:
            raise BadStory(f"There is room for {limits.RECORDS} of these notes. Please take an old one off first.")
    except BadStory as fault:
        return _page(kept, str(fault)), 422
    return _keep(kept, kept.story.record.with_(**{field: noted}))


@bp.post("/stories/<uuid:story>/agree/<what>/<int:at>/removal")
@needs("open-vault")
def take_back(story: UUID, what: str, at: int) -> Response | tuple[str, int]:
    """Take a note off the list. Its revision is kept, as every revision is."""
    kept = the_story(story)
    field = KINDS.get(what, ("agreements",))[0]
    noted = getattr(kept.story.record, field)
    if what not in KINDS or at >= len(noted) or request.form.get("rev") != str(_rev(kept)):
        return _page(kept, CHANGED), 409
    return _keep(kept, kept.story.record.with_(**{field: (*noted[:at], *noted[at + 1:])}))


def adults(kept: Kept) -> list[Person]:
    """Who may have agreed or told: everybody but children, a judge, and those who have died."""
    told = {child.person for child in kept.story.about.children}
    return [p for p in kept.story.cast.people if p.id not in told and p.may_be_asked]


def _page(kept: Kept, fault: str = "") -> str:
    story = kept.story
    return render_template("agree/page.html", kept=kept, step="read", fault=fault, mark=mark,
                           checks=story_checks(story),
                           thoughts={panel.id: open_thoughts(story, panel) for panel in story.panels},
                           adults=adults(kept), changed=[changed_since(kept, one) for one in story.record.agreements], typed=request.form, language=story.about.language,
                           today=datetime.date.today(), rev=_rev(kept))


def _with(noted: tuple, entry: Agreement | Telling) -> tuple:
    """A button pressed twice notes it once; who agrees again on the same day has agreed to what stands now."""
    if isinstance(entry, Telling):
        return noted if entry in noted else (*noted, entry)
    return (*(one for one in noted if one.with_(at=None) != entry), entry.with_(at=store().now()))


def _what_is_noted() -> tuple[str, type]:
    what = request.form.get("what", "")
    if what not in KINDS:
        raise BadStory("Please choose what to note: that somebody agreed, or that the child was told.")
    return KINDS[what]


def _by_whom(kept: Kept) -> str:
    """The name typed in, or that of the person chosen."""
    who = request.form.get("who", "")
    if kept.story.cast.has(who):
        return kept.story.cast.person(who).name or "Somebody without a name yet"
    typed = fit_line(request.form.get("name", ""), limits.NAME, "The name")
    if not typed:
        raise BadStory("Please choose who it was, or write their name.")
    return typed


def _on_which_day() -> datetime.date:
    try:
        day = datetime.date.fromisoformat(request.form.get("on", ""))
    except ValueError:
        raise BadStory("Please choose the day it happened.") from None
    if day > datetime.date.today():
        raise BadStory("That day has not come yet. Please note it once it has happened.")
    if day.year < 1990:
        raise BadStory("Please look at the year once more.")
    return day


def _rev(kept: Kept) -> int:
    return kept.sheets[kept.record_id].rev


def _keep(kept: Kept, record: Record) -> Response:
    if store().sheets.put(kept.id, kept.record_id, write_sheet(record), _rev(kept), str(uuid4())).kind != "kept":
        flash(MEANWHILE)
    return redirect(f"/stories/{kept.id}/agree#noted", code=303)
