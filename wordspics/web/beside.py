"""Two versions of one panel, side by side: both are kept, and people choose which one is in the story."""
import datetime
import difflib
import re
from typing import NamedTuple
from uuid import UUID, uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for

from wordspics.store import Beside, Kept, Standing
from wordspics.story import Panel, View
from wordspics.story.sheet import write_sheet
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs

bp = Blueprint("beside", __name__)
ADDRESS = "/stories/<uuid:story>/panels/<uuid:panel>/beside"


Marked = list[tuple[str, bool]]     # words in pieces, each with whether the other version has it otherwise


class Reading(NamedTuple):
    """One of the versions, marked where another differs: its `words` in each language, and whose `views` they are, with theirs."""

    rev: int
    at: datetime.datetime
    panel: Panel
    words: list[tuple[str, Marked]]
    views: list[tuple[Marked, list[tuple[str, Marked]]]]


@bp.get(ADDRESS)
@needs("open-vault")
def show(story: UUID, panel: UUID):
    kept = the_story(story)
    shown = kept.story.panel(str(panel))
    readings = _readings(kept, shown.id)
    if len(readings) == 1:
        return redirect(url_for("panels.show", story=story, panel=panel), code=303)
    return render_template(
        "panels/beside.html", kept=kept, step="panels", panel=shown, place=kept.story.place_of(shown.id),
        standing=readings[0], newest=readings[1], older=readings[2:])


@bp.post(ADDRESS)
@needs("open-vault")
def choose(story: UUID, panel: UUID):
    """The chosen one stands from now on; the others stay in the panel's history."""
    kept, id = the_story(story), str(panel)
    readings = _readings(kept, id)
    chosen = next((one for one in readings if one.rev == request.form.get("rev", type=int)), None)
    if chosen is None:
        abort(422)
    seen = [one.rev for one in readings if str(one.rev) in request.form.getlist("seen")]
    standing = request.form.get("standing", 0, type=int)
    answer = store().sheets.put(kept.id, id, write_sheet(chosen.panel), standing, str(uuid4()), seen)
    back = "panels.show" if answer.kind == "kept" else "beside.show"
    return redirect(url_for(back, story=story, panel=panel), code=303)


def _readings(kept: Kept, panel: str) -> list[Reading]:
    """What stands, then the alternatives that wait, newest first."""
    standing = store().sheets.read(kept.id, panel)
    others = [other for other in reversed(store().sheets.beside(kept.id)) if other.sheet == panel]
    newest = others[0].body if others else standing.body
    languages = kept.story.about.languages
    return [_reading(one, against, languages) for one, against in [(standing, newest), *((other, standing.body) for other in others)]]


def _reading(one: Standing | Beside, against: Panel, languages: tuple[str, ...]) -> Reading:
    theirs = (*against.views, View(""), View(""))
    return Reading(one.rev, _when(one.at), one.body, _marked(one.body, against, languages),
                   [(mark(view.owner, other.owner), _marked(view, other, languages)) for view, other in zip(one.body.views, theirs)])


def _marked(said: Panel | View, against: Panel | View, languages: tuple[str, ...]) -> list[tuple[str, Marked]]:
    return [(language, mark(said.words_in(language), against.words_in(language))) for language in languages]


def _when(at: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at).astimezone()


def mark(words: str, against: str) -> Marked:
    """The words in pieces, each with whether `against` says it otherwise."""
    mine, theirs = (re.findall(r"\S+\s*", text) for text in (words, against))
    same = difflib.SequenceMatcher(a=[word.strip() for word in mine], b=[word.strip() for word in theirs], autojunk=False)
    kept = {i for block in same.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    pieces: Marked = []
    for i, word in enumerate(mine):
        differs = i not in kept
        if pieces and pieces[-1][1] == differs:
            pieces[-1] = (pieces[-1][0] + word, differs)
        else:
            pieces.append((word, differs))
    return pieces
