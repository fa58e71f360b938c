"""The panels: one at a time, its words beneath its picture, and the order they are told in.

The page's own script keeps a panel as it is written (web/sheets); every verb here is a plain form and works without it.
"""
from types import SimpleNamespace
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for

from wordspics import guide
from wordspics.store import Change, Kept
from wordspics.story import BadStory, Missing, Order, Panel, limits
from wordspics.story.sheet import write_sheet
from wordspics.web.beside import is_beside
from wordspics.web.desk import store, the_story
from wordspics.web.drawings import draw_scene
from wordspics.web.once import id_to_make
from wordspics.web.ownpictures import own_pictures
from wordspics.web.security import needs
from wordspics.web.splitting import parted
from wordspics.web.telling import field_of, owners, shown_in, told, tongues_of

bp = Blueprint("panels", __name__)
A_STORY, A_PANEL = "/stories/<uuid:story>/panels", "/stories/<uuid:story>/panels/<uuid:panel>"
OWN = "A panel of our own"


@bp.get(A_STORY)
@needs("open-vault")
def index(story: UUID):
    kept = the_story(story)
    if not kept.story.panels:
        return render_template("panels/none.html", kept=kept, step="panels")
    empty = next((panel for panel in kept.story.panels if panel.is_empty), kept.story.panels[0])
    return _go_to(kept, empty.id if any(not panel.is_empty for panel in kept.story.panels) else kept.story.panels[0].id)


@bp.get(A_PANEL)
@needs("open-vault")
def show(story: UUID, panel: UUID):
    kept = the_story(story)
    return render_template("panels/show.html", kept=kept, step="panels", **_spread(kept, kept.story.panel(str(panel))))


@bp.post(A_PANEL)
@needs("open-vault")
def tell(story: UUID, panel: UUID):
    """Words, views and notes from the plain form, on the revision its page was made from. What does not fit is shown back, whole."""
    kept = the_story(story)
    before = kept.story.panel(str(panel))
    try:
        changed = told(before, request.form, kept.story.about)
    except BadStory as fault:
        return render_template(
            "panels/again.html", kept=kept, step="panels", fault=str(fault), panel=before, typed=request.form, field_of=field_of,
            place=kept.story.place_of(before.id), tongues=shown_in(request.form, kept.story.about)), 422
    then = "splitting.show" if request.form.get("then") == "split" else "panels.show"
    return _keep_one(kept, changed, request.form.get("rev", 0, type=int), then)


@bp.post(f"{A_PANEL}/views")
@needs("open-vault")
def views(story: UUID, panel: UUID):
    """Room for two views, when people do not agree; or one voice again, unless somebody wrote into them meanwhile."""
    kept = the_story(story)
    before = kept.story.panel(str(panel))
    changed = before.disagree() if request.form.get("views") == "two" else before.say_together()
    return _keep_one(kept, changed, request.form.get("rev", 0, type=int))


@bp.post(A_STORY)
@needs("open-vault")
def add(story: UUID):
    """An empty panel after the one that lay open."""
    kept, new = the_story(story), Panel(id=id_to_make())
    order = kept.story.order
    if new.id in kept.sheets:
        return _go_to(kept, new.id)
    after = request.form.get("after", "")
    at = order.panels.index(after) + 1 if after in order.panels else len(order.panels)
    _keep(kept, Change(new.id, None, write_sheet(new)), order.insert(new.id, at))
    return _go_to(kept, new.id)


@bp.post(f"{A_PANEL}/copy")
@needs("open-vault")
def copy(story: UUID, panel: UUID):
    kept, new = the_story(story), id_to_make()
    if new in kept.sheets:
        return _go_to(kept, new)
    twin = kept.story.duplicate_panel(str(panel), new)
    _keep(kept, Change(new, None, write_sheet(twin.panel(new))), twin.order)
    return _go_to(kept, new)


@bp.post(f"{A_PANEL}/place")
@needs("open-vault")
def place(story: UUID, panel: UUID):
    """Earlier or later in the story; `at` is 0 for the first. The panel `back`, or the moved one, lies open after it."""
    kept = the_story(story)
    order = kept.story.order.move(str(panel), request.form.get("at", 0, type=int))
    store().sheets.put(kept.id, kept.order_id, write_sheet(order), kept.sheets[kept.order_id].rev, str(uuid4()))
    back = request.form.get("back", "")
    return _go_to(kept, back if back in order.panels else str(panel))


@bp.post(f"{A_PANEL}/hide")
@needs("open-vault")
def hide(story: UUID, panel: UUID):
    """Kept, but not read to the child or printed; or printed again."""
    kept = the_story(story)
    changed = kept.story.panel(str(panel)).with_(hidden=request.form.get("hidden") == "yes")
    return _keep_one(kept, changed, kept.sheets[changed.id].rev)


def _keep_one(kept: Kept, changed: Panel, rev: int, then: str = "panels.show"):
    """A panel made from revision `rev`; where another window wrote meanwhile, both are shown side by side."""
    answer = store().sheets.put(kept.id, changed.id, write_sheet(changed), rev, str(uuid4()))
    return redirect(url_for("beside.show" if answer.kind == "beside" else then, story=kept.id, panel=changed.id), code=303)


@bp.post(f"{A_PANEL}/remove")
@needs("open-vault")
def remove(story: UUID, panel: UUID):
    """Taken out of the story. Its revisions stay, so it can be put back."""
    kept, id = the_story(story), str(panel)
    at, order = request.form.get("at", 0, type=int), kept.story.order
    if id not in order.panels:
        store().sheets.read(kept.id, id)                # one that never was is missing; one that is out already is out
    else:
        at, order = kept.story.place_of(id), order.remove(id)
        if not _keep(kept, Change(id, kept.sheets[id].rev, None), order):
            return _go_to(kept, id)
    following = order.panels[max(0, min(at, len(order.panels) - 1))] if order.panels else None
    return _go_to(kept, following, removed=id, at=at)


@bp.post(f"{A_PANEL}/bring-back")
@needs("open-vault")
def bring_back(story: UUID, panel: UUID):
    """A panel that was taken out, as it last was, where it stood."""
    kept, id = the_story(story), str(panel)
    standing = store().sheets.read(kept.id, id)
    if standing.body is None:
        order = kept.story.order.insert(id, request.form.get("at", limits.PANELS, type=int))
        _keep(kept, Change(id, standing.rev, write_sheet(_as_it_last_was(kept.id, id))), order)
    return _go_to(kept, id)


def _as_it_last_was(story: str, panel: str) -> Panel:
    for rev, _ in reversed(store().sheets.history(story, panel)):
        body = store().sheets.read(story, panel, rev).body
        if body is not None:
            return body
    raise Missing("This panel is not in the story any more.")


def _keep(kept: Kept, change: Change, order: Order) -> bool:
    """A panel and the order, together or not at all."""
    answers = store().sheets.change(
        kept.id, [change, Change(kept.order_id, kept.sheets[kept.order_id].rev, write_sheet(order))], str(uuid4()))
    if all(answer.kind == "kept" for answer in answers):
        return True
    flash("This panel was changed in another window at the same moment, so it was left as it is.")
    return False


def _go_to(kept: Kept, panel: str | None, **more):
    if panel is None:
        return redirect(url_for("panels.index", story=kept.id, **more), code=303)
    return redirect(url_for("panels.show", story=kept.id, panel=panel, **more), code=303)


def _spread(kept: Kept, panel: Panel) -> dict:
    """What the editor's page needs to show one panel."""
    story = kept.story
    at, language = story.place_of(panel.id), story.about.language
    step, drawn = guide.step(story.about.situations, panel.purpose, story), draw_scene(panel.scene, story.cast, kept.id)
    return {
        "panel": panel, "place": at, "language": language, "step_of": step,
        "tongues": tongues_of(story.about), "owners": owners(story), "field_of": field_of,
        "next": story.panels[at + 1].id if at + 1 < len(story.panels) else None,
        "titles": {one.id: title_of(one, kept) for one in story.panels},
        "sheet": write_sheet(panel).decode(), "rev": kept.sheets[panel.id].rev,
        "svg": drawn.pop("svg"), "drawn": drawn,
        "is_beside": is_beside(kept, panel.id),
        "own": own_pictures(story), "removed": _removed(kept), "parted": parted(kept, panel.id), "most": limits.WORDS}


def title_of(panel: Panel, kept: Kept) -> str:
    step = guide.step(kept.story.about.situations, panel.purpose, kept.story)
    return step.title if step else OWN


def _removed(kept: Kept) -> SimpleNamespace | None:
    """The panel that was just taken out, so that it can be put back."""
    id = request.args.get("removed", "")
    if not id or kept.story.order.panels.count(id):
        return None
    return SimpleNamespace(id=id, at=request.args.get("at", 0, type=int))
