"""The languages of a story: which it is told in, which comes first, and which of them a page is asked to show."""
from uuid import UUID, uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from wordspics.pictures import typeface
from wordspics.store import Kept
from wordspics.story import About, BadStory, Story
from wordspics.story.sheet import write_sheet
from wordspics.story.tongue import TONGUES, Tongue, tongue
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs
from wordspics.web.telling import tongues_of

bp = Blueprint("languages", __name__)
VERBS = {"add": About.speak, "leave": About.leave, "first": About.put_first}
MEANWHILE = "The languages were changed in another window at the same moment. This is how they stand now; please look once more."


@bp.get("/stories/<uuid:story>/languages")
@needs("open-vault")
def show(story: UUID) -> str:
    return _page(the_story(story))


@bp.post("/stories/<uuid:story>/languages")
@needs("open-vault")
def change(story: UUID) -> Response | tuple[str, int]:
    """One more language, one fewer, or another one first; words that are written stay in their panels."""
    kept = the_story(story)
    try:
        about = _changed(kept.story.about)
    except BadStory as fault:
        return _page(kept, str(fault)), 422
    answer = store().sheets.put(kept.id, kept.about_id, write_sheet(about), kept.sheets[kept.about_id].rev, str(uuid4()))
    if answer.kind == "beside":
        flash(MEANWHILE)
    return redirect(url_for("languages.show", story=story, panel=request.form.get("panel") or None), code=303)


def asked_of(story: Story) -> tuple[str, ...]:
    """The languages the address asks for ("cy,en"), those of them the story has; its first where it asks for none."""
    wanted = request.values.get("language", "").split(",")
    return tuple(code for code in story.about.languages if code in wanted) or (story.about.language,)


def choices_of(story: Story) -> list[tuple[str, str, str]]:
    """(what the address says, what the choice is called, its language) for each language and for all of them; none where there is one."""
    tongues = tongues_of(story.about)
    if len(tongues) == 1:
        return []
    together = ",".join(one.code for one in tongues)
    return [*((one.code, one.own, one.code) for one in tongues), (together, "Both" if len(tongues) == 2 else "All", "en")]


bp.add_app_template_global(tongue)


@bp.app_template_global()
def way(code: str) -> str:
    """Which way a language is written: "rtl" or "ltr"."""
    return "rtl" if tongue(code).runs_right else "ltr"


@bp.app_template_global()
def prints(one: Tongue) -> bool:
    """Whether the app has the letters to print a language with, as far as its own name tells."""
    return typeface.can_set(one.own)


def _changed(about: About) -> About:
    language, verb = request.form.get("language", ""), VERBS.get(request.form.get("do", ""))
    if verb is None or language not in (*TONGUES, *about.languages):
        raise BadStory("Please choose a language from the list.")
    return verb(about, language)


def _page(kept: Kept, fault: str = "") -> str:
    panel = request.values.get("panel", "")
    tongues = tongues_of(kept.story.about)
    return render_template("panels/languages.html", kept=kept, step="panels", fault=fault, tongues=tongues,
                           others=[one for one in TONGUES.values() if one not in tongues],
                           panel=panel if panel in kept.story.order.panels else "")
