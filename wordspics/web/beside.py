"""Two versions of one panel, side by side: both are kept, and people choose which one is in the story."""
import datetime
import difflib
import re
from typing import NamedTuple
from uuid import UUID, uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for

from wordspics.story import Panel
from wordspics.story.sheet import write_sheet
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs

bp = Blueprint("beside", __name__)
ADDRESS = "/stories/<uuid:story>/panels/<uuid:panel>/beside"


class Reading(NamedTuple):
    """One of the versions. `marked` is its words in pieces, each with whether the first version has it otherwise."""

    rev: int
    at: datetime.datetime
    panel: Panel
    marked: list[tuple[str, bool]]


@bp.get(ADDRESS)
@needs("open-vault")
def show(story: UUID, panel: UUID):
    kept = the_story(story)
    shown = kept.story.panel(str(panel))
    readings = _readings(kept.id, shown.id, kept.story.about.language)
    if len(readings) == 1:
        return redirect(url_for("panels.show", story=story, panel=panel), code=303)
    return render_template(
        "panels/beside.html", kept=kept, step="panels", panel=shown, place=kept.story.place_of(shown.id),
        standing=readings[0], newest=readings[1], older=readings[2:], language=kept.story.about.language)


@bp.post(ADDRESS)
@needs("open-vault")
def choose(story: UUID, panel: UUID):
    """The chosen one stands from now on; the others stay in the panel's history."""
    kept, id = the_story(story), str(panel)
    readings = _readings(kept.id, id, kept.story.about.language)
    chosen = next((one for one in readings if one.rev == request.form.get("rev", type=int)), None)
    if chosen is None:
        abort(422)
    seen = [one.rev for one in readings if str(one.rev) in request.form.getlist("seen")]
    standing = request.form.get("standing", 0, type=int)
    answer = store().sheets.put(kept.id, id, write_sheet(chosen.panel), standing, str(uuid4()), seen)
    back = "panels.show" if answer.kind == "kept" else "beside.show"
    return redirect(url_for(back, story=story, panel=panel), code=303)


def _readings(story: str, panel: str, language: str) -> list[Reading]:
    """What stands, then the alternatives that wait, newest first."""
    standing = store().sheets.read(story, panel)
    others = [other for other in reversed(store().sheets.beside(story)) if other.sheet == panel]
    words = standing.body.words_in(language)
    newest = others[0].body.words_in(language) if others else words
    return [Reading(one.rev, _when(one.at), one.body, mark(one.body.words_in(language), against))
            for one, against in [(standing, newest), *((other, words) for other in others)]]


def _when(at: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at).astimezone()


def mark(words: str, against: str) -> list[tuple[str, bool]]:
    """The words in pieces, each with whether `against` says it otherwise."""
    mine, theirs = (re.findall(r"\S+\s*", text) for text in (words, against))
    same = difflib.SequenceMatcher(a=[word.strip() for word in mine], b=[word.strip() for word in theirs], autojunk=False)
    kept = {i for block in same.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    pieces: list[tuple[str, bool]] = []
    for i, word in enumerate(mine):
        differs = i not in kept
        if pieces and pieces[-1][1] == differs:
            pieces[-1] = (pieces[-1][0] + word, differs)
        else:
            pieces.append((word, differs))
    return pieces
