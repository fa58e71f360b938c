"""The rehearsal: what the adults prepare before the child is told, on the screen and as one page to write on by hand.

It takes what the story and the guide already know. What is written on the paper stays on the paper.
"""
import datetime
from uuid import UUID

from flask import Blueprint, Response, render_template

from wordspics import guide
from wordspics.press import CannotPrint
from wordspics.press.rehearsal import RehearsalSheet
from wordspics.store import Kept
from wordspics.story import Panel, Story
from wordspics.web.desk import press, the_story
from wordspics.web.furniture import title_of
from wordspics.web.noting import adults
from wordspics.web.printing import READER_POLICY
from wordspics.web.security import needs

bp = Blueprint("rehearsal", __name__)
FILE_NAME = "for-adults.pdf"                        # says nothing of whose story it is
ASKED, AFTER = 6, 2                                 # questions, and lines of the card, that stand on the page
OWN = 110                                           # letters of the story's own warm words
WARM = ("good-times", "life-today")                 # the steps that begin with something true and warm


@bp.get("/stories/<uuid:story>/rehearsal")
@needs("open-vault")
def show(story: UUID) -> str:
    return _page(the_story(story))


@bp.post("/stories/<uuid:story>/rehearsal.pdf")
@needs("open-vault")
def sheet(story: UUID) -> Response | tuple[str, int]:
    kept = the_story(story)
    try:
        pdf = press().rehearse(gather(kept))
    except CannotPrint as fault:
        return _page(kept, str(fault)), 503 if press().is_able() else 422
    return Response(pdf, content_type="application/pdf", headers={
        "Content-Disposition": f'inline; filename="{FILE_NAME}"', "Content-Security-Policy": READER_POLICY})


def gather(kept: Kept) -> RehearsalSheet:
    """What is known already. Nobody is proposed to the child who has not said yes, or whom the child does not see."""
    story, preparing, situation = kept.story, guide.preparing(kept.story), guide.situation_of(kept.story)
    known = {} if preparing is None else _known(preparing.rehearsal, situation)
    return RehearsalSheet(
        title=title_of(story), today=datetime.date.today(),
        children=tuple(f"{child.name}, {child.age}" for child in story.about.children),
        readers=tuple(person.name for person in adults(kept) if person.name and person.standing in ("home", "seen")),
        network=tuple(person.name for person in story.cast.people_to_talk_to if person.name),
        own=tuple(_warm_words(story))[:1], **known)


def _known(said: guide.Rehearsal, situation: guide.Situation | None) -> dict:
    first, *others = said.may_ask
    asked = (first, *(situation.may_ask if situation else ()), *others)
    after = situation.card.afterwards[:AFTER] if situation else ()
    return {"prepare": said.prepare, "may_ask": asked[:ASKED], "holding": said.holding, "warm": said.warm,
            "afterwards": (*said.afterwards, *after), "harm": said.harm}


def _warm_words(story: Story):
    """The first words of the panels that begin warmly, where they are short enough to say by heart."""
    for panel in story.shown:
        said = panel.words_in(story.about.language).partition("\n")[0]
        if said and len(said) <= OWN and _is_warm(panel, story):
            yield said


def _is_warm(panel: Panel, story: Story) -> bool:
    step = guide.step(story.about.situations, panel.purpose)
    return step is not None and (step.key in WARM or step.part in WARM)


def _page(kept: Kept, fault: str = "") -> str:
    return render_template("telling/rehearsal.html", kept=kept, step="print", sheet=gather(kept), fault=fault or press().is_able())
