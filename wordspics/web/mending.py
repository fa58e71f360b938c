"""Mending: a story with a part damaged on the disk is opened again with what could last be read."""
import datetime
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request

from wordspics.store.faults import Damaged
from wordspics.web.desk import store
from wordspics.web.security import needs

bp = Blueprint("mending", __name__)


@bp.get("/stories/<uuid:story>/mend")
@needs("open-vault")
def show(story: UUID):
    """What is damaged and what can be put back, one part at a time; a whole story needs no mending."""
    fault = _damage(story)
    if fault is None:
        return redirect(f"/stories/{story}/panels", code=303)
    good = store().sheets.last_good(str(story), fault.sheet) if fault.sheet else None
    since = good and datetime.datetime.fromtimestamp(good.at).astimezone()
    return render_template("copies/mend.html", story=story, fault=fault, good=good, since=since)


@bp.post("/stories/<uuid:story>/mend")
@needs("open-vault")
def mend(story: UUID):
    """Put one part back, and go on to the next one that is damaged."""
    store().sheets.put_back(str(story), request.form.get("sheet", ""))
    if _damage(story):
        return redirect(f"/stories/{story}/mend", code=303)
    flash("The story can be read again. Please read it through once: the newest words of the damaged part may be missing.")
    return redirect(f"/stories/{story}/read", code=303)


def _damage(story: UUID) -> Damaged | None:
    try:
        store().stories.load(str(story))
    except Damaged as fault:
        return fault
