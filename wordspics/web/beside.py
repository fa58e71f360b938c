"""Two versions of one panel, or of one child's reading, side by side: both are kept, and people choose which one stands."""
import datetime
import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for

from wordspics.store import Beside, Kept, Standing
from wordspics.story import Panel, Version, View
from wordspics.story.sheet import write_sheet
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs

bp = Blueprint("beside", __name__)
A_PANEL, A_READING = "/stories/<uuid:story>/panels/<uuid:panel>/beside", "/stories/<uuid:story>/ages/<uuid:sheet>/beside"


Marked = list[tuple[str, bool]]     # words in pieces, each with whether the other version has it otherwise


class Said(NamedTuple):
    """Words in each language, and what they are under: nothing, whose view it is, or the panel of a reading."""

    over: Marked
    words: list[tuple[str, Marked]]


class Side(NamedTuple):
    """One of the versions, marked where another differs. `said` of a panel is its own words and then its views; of a reading,
    its words for each panel that not all sides tell alike.
    """

    rev: int
    at: datetime.datetime
    body: Panel | Version
    said: list[Said]


@bp.get(A_PANEL)
@bp.get(A_READING)
@needs("open-vault")
def show(story: UUID, panel: UUID | None = None, sheet: UUID | None = None):
    kept = the_story(story)
    shown = _shown(kept, panel, sheet)
    sides = _sides(kept, shown)
    if len(sides) == 1:
        return redirect(_page_of(kept, shown), code=303)
    return render_template(
        "panels/beside.html", kept=kept, step="panels" if panel else "read", shown=shown, is_panel=panel is not None,
        place=kept.story.place_of(shown.id) if panel else None, back=_page_of(kept, shown), standing=sides[0], newest=sides[1],
        older=sides[2:])


@bp.post(A_PANEL)
@bp.post(A_READING)
@needs("open-vault")
def choose(story: UUID, panel: UUID | None = None, sheet: UUID | None = None):
    """The chosen one stands from now on; the others stay in the history. Pressed twice, there is nothing left to choose."""
    kept = the_story(story)
    shown = _shown(kept, panel, sheet)
    sides = _sides(kept, shown)
    if len(sides) == 1:
        return redirect(_page_of(kept, shown), code=303)
    chosen = next((one for one in sides if one.rev == request.form.get("rev", type=int)), None)
    if chosen is None:
        abort(422)
    seen = [one.rev for one in sides if str(one.rev) in request.form.getlist("seen")]
    standing = request.form.get("standing", 0, type=int)
    answer = store().sheets.put(kept.id, shown.id, write_sheet(chosen.body), standing, str(uuid4()), seen)
    return redirect(_page_of(kept, shown) if answer.kind == "kept" else request.path, code=303)


def is_beside(kept: Kept, sheet: str) -> bool:
    """Whether a second version waits for somebody to look at both."""
    return any(other.sheet == sheet for other in store().sheets.beside(kept.id))


def _shown(kept: Kept, panel: UUID | None, sheet: UUID | None) -> Panel | Version:
    return kept.story.panel(str(panel)) if panel else kept.story.version(str(sheet))


def _page_of(kept: Kept, shown: Panel | Version) -> str:
    """Where it is written."""
    if isinstance(shown, Panel):
        return url_for("panels.show", story=kept.id, panel=shown.id)
    return url_for("ages.open_one", story=kept.id, sheet=shown.id)


def _sides(kept: Kept, shown: Panel | Version) -> list[Side]:
    """What stands, then the alternatives that wait, newest first."""
    standing = store().sheets.read(kept.id, shown.id)
    others = [other for other in reversed(store().sheets.beside(kept.id)) if other.sheet == shown.id]
    newest = others[0].body if others else standing.body
    bodies = [standing.body, *(other.body for other in others)]
    return [Side(one.rev, _when(one.at), one.body, _said(kept, one.body, against, bodies))
            for one, against in [(standing, newest), *((other, standing.body) for other in others)]]


def _said(kept: Kept, body: Panel | Version, against: Panel | Version, bodies: list[Panel | Version]) -> list[Said]:
    languages = kept.story.about.languages
    if isinstance(body, Version):
        return [Said([(over, False)], _marked(body.own(id, view), against.own(id, view), languages))
                for over, id, view in _places_of(kept) if any(other.own(id, view) != bodies[0].own(id, view) for other in bodies)]
    theirs = (*against.views, View(""), View(""))
    return [Said([], _marked(body.words, against.words, languages)),
            *(Said(mark(view.owner, other.owner), _marked(view.words, other.words, languages)) for view, other in zip(body.views, theirs))]


def _places_of(kept: Kept) -> Iterator[tuple[str, str, int | None]]:
    """Wherever a reading can have words of its own: what stands over them, the panel, and which of its views."""
    for n, panel in enumerate(kept.story.panels, 1):
        yield f"Panel {n}", panel.id, None
        yield from ((f"Panel {n}, {view.owner or 'a view'}", panel.id, at) for at, view in enumerate(panel.views))


def _marked(said: dict[str, str], against: dict[str, str], languages: tuple[str, ...]) -> list[tuple[str, Marked]]:
    return [(language, mark(said.get(language, ""), against.get(language, ""))) for language in languages]


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
