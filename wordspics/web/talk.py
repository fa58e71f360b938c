"""Talking together: one question at a time beside the panel it is for, and what was said kept word for word, for adults only.

The page's own script keeps an answer as it is written (web/sheets); every verb here is a plain form and works without it.
"""
import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from flask import Blueprint, Response, redirect, render_template, request, url_for

from wordspics import guide
from wordspics.guide import Prompt, Scale, Step
from wordspics.pictures import names
from wordspics.store import Kept
from wordspics.story import Agreement, Answer, BadStory, Panel, Person, Story, limits
from wordspics.story.sheet import write_sheet
from wordspics.story.text import fit_line
from wordspics.story.tongue import tongue
from wordspics.web.desk import store, the_story
from wordspics.web.meanwhile import as_shown
from wordspics.web.network import who_may_be_asked
from wordspics.web.noting import adults
from wordspics.web.panels import title_of
from wordspics.web.security import needs

bp = Blueprint("talk", __name__)
A_PANEL = "/stories/<uuid:story>/panels/<uuid:panel>"
THIS_PAGE = "this-page"
OPEN_QUESTIONS = ("What {does the child} need to know here?", "How would you say it, in your own words?",
                  "What do you want them to hear in your voice?")
OPEN_PURPOSE = "A page of your own. Listen first; the words for {the child} come later."


class Topic(NamedTuple):
    """Something to talk about, with the questions for whoever is in the room.

    `scale` is what 0 and 10 mean, if it is answered so, and what is said to a low number; `helps_here` says that it helps at this very panel.
    """

    key: str
    title: str
    purpose: str
    questions: tuple[str, ...]
    starters: tuple[str, ...] = ()
    dos: tuple[str, ...] = ()
    donts: tuple[str, ...] = ()
    scale: tuple[str, str, str] | None = None
    helps_here: bool = True


class Place(NamedTuple):
    """Where the talk stands: which topic and question (0 for the first), who is asked, which answer is being changed."""

    topic: str
    at: int
    carer: bool
    answer: int | None

    def address(self, kept: Kept, panel: str, **other) -> str:
        now = self._replace(**other)
        asked = {"topic": now.topic, "at": now.at or None, "with": "carer" if now.carer else None, "answer": now.answer}
        said = {key: value for key, value in asked.items() if value is not None}
        return url_for("talk.show", story=kept.id, panel=panel, **said)


@bp.get(f"{A_PANEL}/talk")
@needs("open-vault")
def show(story: UUID, panel: UUID) -> str:
    kept = the_story(story)
    return _page(kept, kept.story.panel(str(panel)))


@bp.post(f"{A_PANEL}/talk")
@needs("open-vault")
def keep(story: UUID, panel: UUID) -> Response | tuple[str, int]:
    """Keep the answer in the box, on the revision its page was made from; an empty one takes its old answer away."""
    kept = the_story(story)
    told = kept.story.panel(str(panel))
    try:
        said = _said(kept)
        answers = _with_answer(told.answers, said, _answer_shown(kept, told))
        body = write_sheet(told.with_(answers=answers))
    except BadStory as fault:
        return _page(kept, told, str(fault)), 422
    done = store().sheets.put(kept.id, told.id, body, request.form.get("rev", 0, type=int), str(uuid4()))
    if done.kind == "beside":
        return redirect(url_for("beside.show", story=story, panel=panel), code=303)
    return redirect(_place(kept, told).address(kept, told.id, answer=None) + "#said", code=303)


@bp.post("/stories/<uuid:story>/talk/agreed")
@needs("open-vault")
def agree(story: UUID) -> Response | tuple[str, int]:
    """Somebody has heard the line above the box and says yes; once for the whole story."""
    kept = the_story(story)
    panel = kept.story.panel(request.form.get("panel", ""))
    by = _name_of(kept)
    if not by:
        return _page(kept, panel, "Please choose who says yes, or write their name."), 422
    record = kept.story.record.with_(writing_down=Agreement(by, datetime.date.today()))
    if kept.story.record.writing_down is None:
        store().sheets.put(kept.id, kept.record_id, write_sheet(record), kept.sheets[kept.record_id].rev, str(uuid4()))
    return redirect(_place(kept, panel).address(kept, panel.id), code=303)


@bp.get(f"{A_PANEL}/shorten/<int:at>")
@needs("open-vault")
def shorten(story: UUID, panel: UUID, at: int) -> str | Response:
    """What was said, beside the panel's own words."""
    kept = the_story(story)
    told = kept.story.panel(str(panel))
    if at >= len(told.answers):
        return redirect(url_for("talk.show", story=story, panel=panel), code=303)
    talk = guide.talk(kept.story)
    return render_template("talk/shorten.html", kept=kept, step="panels", said=told.answers[at],
                           advice=talk.shorten if talk else (), **_leaf(kept, told))


def topics_of(kept: Kept, panel: Panel, carer: bool) -> list[Topic]:
    """What can be talked about here: the page's own questions, what helps at this step, and then all the rest."""
    step = guide.step(kept.story.about.situations, panel.purpose, kept.story)
    own = _own_topic(step, carer, kept.story)
    here = guide.prompts(step, kept.story) if step else ()
    rest = [prompt for prompt in guide.prompts(None, kept.story) if prompt.key not in {one.key for one in here}]
    return [own, *(_topic(prompt, carer, True) for prompt in here), *(_topic(prompt, carer, False) for prompt in rest)]


def _own_topic(step: Step | None, carer: bool, story: Story) -> Topic:
    if step is None:
        return Topic(THIS_PAGE, "This page", *guide.as_told((OPEN_PURPOSE, OPEN_QUESTIONS), story))
    asked = carer and step.carer_questions or step.questions
    return Topic(THIS_PAGE, "This page", step.purpose, asked, step.starters, step.dos, step.donts)


def _topic(prompt: Prompt, carer: bool, helps_here: bool) -> Topic:
    asked = carer and prompt.carer_questions or prompt.questions
    ends = (prompt.nought, prompt.ten, prompt.low) if isinstance(prompt, Scale) else None
    return Topic(prompt.key, prompt.title, prompt.purpose, asked, prompt.starters, prompt.dos, prompt.donts, ends, helps_here)


def _page(kept: Kept, panel: Panel, fault: str = "") -> str:
    place = _place(kept, panel)
    topics = topics_of(kept, panel, place.carer)
    topic = next(one for one in topics if one.key == place.topic)
    changed = panel.answers[place.answer] if place.answer is not None else None
    talk, situation = guide.talk(kept.story), guide.situation_of(kept.story)
    return render_template(
        "talk/page.html", kept=kept, step="panels", fault=fault, place=place, topics=topics, topic=topic, talk=talk,
        changed=changed, question=changed.question if changed else topic.questions[place.at],
        agreed=kept.story.record.writing_down, stop=situation.card.stop if situation else None,
        is_network=bool(talk) and topic.key == talk.network.key, asked=who_may_be_asked(kept), roles=names.ROLES,
        speakers=speakers(kept), adults=adults(kept), today=datetime.date.today(), typed=request.form,
        **_leaf(kept, panel))


def _leaf(kept: Kept, panel: Panel) -> dict:
    """What a page beside a panel shows of it, and what its script keeps it with."""
    at = kept.story.place_of(panel.id)
    return {"panel": panel, "number": at + 1, "title": title_of(panel, kept), "language": kept.story.about.language,
            "tongue": tongue(kept.story.about.language),
            "sheet": write_sheet(panel).decode(), "rev": kept.sheets[panel.id].rev, "most": limits.WORDS}


def speakers(kept: Kept) -> list[Person]:
    """Whose words may be written down: everybody who has a name and is alive, children too."""
    return [person for person in kept.story.cast.people if person.name and person.standing != "died"]


def _place(kept: Kept, panel: Panel) -> Place:
    """As the address or the form says; the first question of the page where they say nothing that is here."""
    asked = request.values
    carer = asked.get("with") == "carer"
    topics = topics_of(kept, panel, carer)
    topic = next((one for one in topics if one.key == asked.get("topic")), topics[0])
    at = min(max(asked.get("at", 0, type=int), 0), len(topic.questions) - 1)
    answer = asked.get("answer", type=int)
    return Place(topic.key, at, carer, answer if answer is not None and 0 <= answer < len(panel.answers) else None)


def _said(kept: Kept) -> Answer | None:
    """The answer as the form holds it; None when nothing was said."""
    form = request.form
    words, scale = form.get("words", "").strip(), form.get("scale", "")
    if scale in map(str, range(11)):
        words = f"{scale} out of 10\n{words}".strip()
    try:
        on = datetime.date.fromisoformat(form.get("on", ""))
    except ValueError:
        raise BadStory("Please choose the day it was said.") from None
    if not words:
        return None
    if kept.story.record.writing_down is None:
        raise BadStory("Please read the line above the box together first, and say who agrees.")
    return Answer(form.get("question", ""), words, _name_of(kept), on)


def _answer_shown(kept: Kept, told: Panel) -> Answer | None:
    """The answer that the form's page had in its box, wherever it stands by now; None for a new one."""
    at, answers = request.form.get("answer", type=int), (as_shown(kept, told.id) or told).answers
    return answers[at] if at is not None and 0 <= at < len(answers) else None


def _with_answer(answers: tuple[Answer, ...], said: Answer | None, shown: Answer | None) -> tuple[Answer, ...]:
    """The answers with this one in the place of the one shown, or at the end; a button pressed twice does it once."""
    if shown in answers:
        at = answers.index(shown)
        return (*answers[:at], *([said] if said else []), *answers[at + 1:])
    if said is None or said in answers:
        return answers
    if len(answers) >= limits.ANSWERS:
        raise BadStory(f"There is room for {limits.ANSWERS} answers beside one panel. Please take an old one away first.")
    return (*answers, said)


def _name_of(kept: Kept) -> str:
    """Who says it: somebody of the cast, or the name typed in."""
    who = request.form.get("who", "")
    if kept.story.cast.has(who):
        return kept.story.cast.person(who).name
    return fit_line(request.form.get("name", ""), limits.NAME, "The name")
