"""Handing over: a copy is noted in one tap once it is made, and again when it came back or was destroyed."""
import datetime
from uuid import UUID

from flask import Blueprint, Response, request, url_for

from wordspics.store import Kept
from wordspics.story import BadStory, Copy, limits
from wordspics.story.text import fit_line
from wordspics.story.tongue import tongue
from wordspics.web import printing
from wordspics.web.desk import store, the_reading, the_story
from wordspics.web.holders import BESIDES, ENDINGS, KINDS
from wordspics.web.noting import CHANGED, keep, note_as_shown, with_room
from wordspics.web.security import needs

bp = Blueprint("handover", __name__)
SEALED = "Sealed copy of the story"
NOBODY = "Please choose who has the copy, or write their name."


@bp.post("/stories/<uuid:story>/copies")
@needs("open-vault")
def note(story: UUID) -> Response | tuple[str, int]:
    """Somebody has a copy of what the print page shows, or a sealed copy of the story."""
    kept, record = the_story(story), the_story(story).story.record
    try:
        copy = _copy(kept)
        noted = with_room(record.copies if copy in record.copies else (*record.copies, copy))
    except BadStory as fault:
        return printing.page(the_reading(story)[0], copies_fault=str(fault)), 422
    return keep(kept, record.with_(copies=noted), _back(kept))


@bp.post("/stories/<uuid:story>/copies/<int:at>")
@needs("open-vault")
def change(story: UUID, at: int) -> Response | tuple[str, int]:
    """It came back, was destroyed, is still out after all, or was never made and comes off the list."""
    kept, what = the_story(story), request.form.get("ending")
    copies, shown = kept.story.record.copies, note_as_shown(kept, "copies", at)
    now = shown.with_(ending=what, ended=datetime.date.today() if what else None) if shown and what in ENDINGS else None
    if shown is None or what not in (*ENDINGS, "off") or now and not {shown, now} & set(copies):
        return printing.page(the_reading(story)[0], copies_fault=CHANGED), 409
    changed = (now if one == shown else one for one in copies)
    return keep(kept, kept.story.record.with_(copies=tuple(filter(None, changed))), _back(kept))


def _copy(kept: Kept) -> Copy:
    kind = request.form.get("kind", "paper")
    if kind not in KINDS:
        raise BadStory("Please choose what kind of copy it is.")
    version = the_reading(kept.id)[1]
    what = SEALED if kind == "sealed" else _what(printing.choice_of(kept), version)
    return Copy(by=_whose(kept), on=datetime.date.today(), note=request.form.get("note", ""), what=what, at=_moment(),
                reading=version.id if version and kind != "sealed" else "", is_file=kind != "paper")


def _whose(kept: Kept) -> str:
    who = request.form.get("who", "")
    if kept.story.cast.has(who):
        return kept.story.cast.person(who).name or "Somebody without a name yet"
    named = who if who in BESIDES else fit_line(request.form.get("name", ""), limits.NAME, "The name")
    if not named:
        raise BadStory(NOBODY)
    return named


def _moment() -> float:
    """When the page was shown that the copy was printed from: a change made since then is not in the copy."""
    shown, now = request.form.get("at", 0.0, type=float), store().now()
    return shown if 0 < shown <= now else now


def _what(choice, version) -> str:
    """The copy in words: the edition, its ink, whose reading, and the languages where it was not the first one alone."""
    said = f"{choice.edition.title}, {printing.INK_NAMES[choice.ink].lower()}"
    said += f", for {version.child}, {version.age}" if version else ""
    said += f", in {' and '.join(tongue(code).english for code in choice.language.split(','))}" if choice.language != "en" else ""
    return said[:limits.TITLE]


def _back(kept: Kept) -> str:
    """The print page as it was, at the list."""
    asked = {name: request.form[name] for name in ("edition", "ink", "language", "reading") if request.form.get(name)}
    return url_for("printing.show", story=kept.id, **asked, _anchor="copies").removeprefix(f"/stories/{kept.id}/")
