"""A panel with too many words made into two, as one change; and the two put together again while nobody has touched them."""
import re
from types import SimpleNamespace
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from wordspics.store import Change, Kept
from wordspics.story import BadStory
from wordspics.story.sheet import write_sheet
from wordspics.story.tongue import tongue
from wordspics.web.desk import store, the_story
from wordspics.web.once import id_to_make
from wordspics.web.security import needs

bp = Blueprint("splitting", __name__)
A_PANEL = "/stories/<uuid:story>/panels/<uuid:panel>"
MEANWHILE = "This panel was changed in another window at the same moment, so nothing was split. All its words are still here."
TOUCHED = "One of the two panels was changed since, so both were left as they are."
_SENTENCE = re.compile(r".+?(?:[.!?…。।۔؟]+[\"'”’)]*\s+|\n+|\Z)", re.S)
_CLAUSE = re.compile(r".+?(?:[,;:،、]\s+|\Z)", re.S)
_WORD = re.compile(r"\S+\s*")


@bp.get(f"{A_PANEL}/split")
@needs("open-vault")
def show(story: UUID, panel: UUID) -> str:
    """Where to part the words, for whoever has not put the pen there."""
    return _page(the_story(story), str(panel))


@bp.post(f"{A_PANEL}/split")
@needs("open-vault")
def split(story: UUID, panel: UUID) -> Response | tuple[str, int]:
    """Part the words in two, `first` and `rest`, as they stood on the revision the form was made from."""
    kept, new = the_story(story), id_to_make()
    before = kept.story.panel(str(panel))
    if new in kept.sheets:
        return _go_to(kept, new, parted=before.id)
    rev = request.form.get("rev", 0, type=int)
    try:
        first, second = before.split(request.form.get("first", ""), request.form.get("rest", ""), kept.story.about.language, new)
        order = kept.story.order.insert(new, kept.story.place_of(before.id) + 1)
        changes = [Change(before.id, rev, write_sheet(first)), Change(new, None, write_sheet(second)),
                   Change(kept.order_id, kept.sheets[kept.order_id].rev, write_sheet(order))]
    except BadStory as fault:
        return _page(kept, before.id, str(fault)), 422
    # half of the words must never stand beside the whole of them: what changed meanwhile is left alone
    if rev != kept.sheets[before.id].rev or not _is_kept(kept, changes):
        flash(MEANWHILE)
        return _go_to(kept, before.id)
    return _go_to(kept, new, parted=before.id)


@bp.post(f"{A_PANEL}/join")
@needs("open-vault")
def join(story: UUID, panel: UUID) -> Response:
    """Undo a split: the panel `first` as it was before, and this one gone."""
    kept = the_story(story)
    first, second = kept.story.panel(request.form.get("first", "")), kept.story.panel(str(panel))
    if not _is_untouched(kept, first.id, second.id):
        flash(TOUCHED)
        return _go_to(kept, second.id)
    (earlier, _), (now, _) = store().sheets.history(kept.id, first.id)[-2:]
    before = store().sheets.read(kept.id, first.id, earlier).body
    changes = [Change(first.id, now, write_sheet(before)), Change(second.id, kept.sheets[second.id].rev, None),
               Change(kept.order_id, kept.sheets[kept.order_id].rev, write_sheet(kept.story.order.remove(second.id)))]
    if not _is_kept(kept, changes):
        flash(TOUCHED)
    return _go_to(kept, first.id)


def parted(kept: Kept, second: str) -> SimpleNamespace | None:
    """The panel this one was just split from, so that the two can be put together; None once either was touched."""
    first = request.args.get("parted", "")
    if first not in kept.sheets or not kept.story.order.panels.count(first) or not _is_untouched(kept, first, second):
        return None
    words = kept.story.panel(first).words
    others = [tongue(language).english for language in words if language != kept.story.about.language]
    return SimpleNamespace(first=first, place=kept.story.place_of(first), others=others)


def pieces_of(words: str) -> list[str]:
    """The words where they may be parted: between sentences; between clauses or words where there is only one."""
    found = (pattern.findall(words) for pattern in (_SENTENCE, _CLAUSE, _WORD))
    return next((pieces for pieces in found if len(pieces) > 1), [words] if words else [])


def _is_untouched(kept: Kept, first: str, second: str) -> bool:
    """Whether both stand as one split left them: the second is new, and both were kept in the same moment."""
    (_, made), *later = store().sheets.history(kept.id, second)
    history = store().sheets.history(kept.id, first)
    return not later and len(history) > 1 and history[-1][1] == made


def _is_kept(kept: Kept, changes: list[Change]) -> bool:
    return all(answer.kind == "kept" for answer in store().sheets.change(kept.id, changes, str(uuid4())))


def _page(kept: Kept, panel: str, fault: str = "") -> str:
    words = kept.story.panel(panel).words_in(kept.story.about.language)
    return render_template("panels/split.html", kept=kept, step="panels", fault=fault, panel=panel, place=kept.story.place_of(panel),
                           pieces=pieces_of(words), language=kept.story.about.language, rev=kept.sheets[panel].rev)


def _go_to(kept: Kept, panel: str, **more) -> Response:
    return redirect(url_for("panels.show", story=kept.id, panel=panel, **more), code=303)
