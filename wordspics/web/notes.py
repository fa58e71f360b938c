"""The adults' notes of one story, for the family's file: one dated plain document, to print or to keep as text."""
import datetime
from typing import NamedTuple
from uuid import UUID

from flask import Blueprint, Response, render_template

from wordspics import guide
from wordspics.guide.children import said_of
from wordspics.store import Kept
from wordspics.story import Copy, Panel, Story
from wordspics.web.desk import the_story
from wordspics.web.furniture import title_of as title_of_story
from wordspics.web.holders import ENDINGS
from wordspics.web.panels import title_of
from wordspics.web.security import needs

bp = Blueprint("notes", __name__)
WHAT_WAS_SAID = {"agreed": "Agreed by", "no": "Not agreed by", "asked": "Asked, no answer yet:", "not-needed": "Not needed here:"}
FILE_NAME = "notes.txt"                 # says nothing of whose they are


class Noted(NamedTuple):
    number: int
    title: str
    panel: Panel


@bp.get("/stories/<uuid:story>/notes")
@needs("open-vault")
def show(story: UUID) -> str:
    kept = the_story(story)
    return render_template("talk/notes.html", kept=kept, step="keep", noted=noted(kept), happened=happened(kept.story),
                           today=datetime.date.today())


@bp.get("/stories/<uuid:story>/notes.txt")
@needs("open-vault")
def text(story: UUID) -> Response:
    kept = the_story(story)
    return Response("\ufeff" + write_notes(kept, datetime.date.today()), content_type="text/plain; charset=utf-8",
                    headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'})


def noted(kept: Kept) -> list[Noted]:
    """The panels that hold anything for the adults alone."""
    return [Noted(number, title_of(panel, kept), panel) for number, panel in enumerate(kept.story.panels, 1) if panel.has_notes]


def write_notes(kept: Kept, today: datetime.date) -> str:
    """All of it as plain text, panel by panel in the order of the story."""
    record, language = kept.story.record, kept.story.about.language
    lines = [f"Notes for adults: {title_of_story(kept.story)}", f"Written out on {_day(today)}", ""]
    if record.writing_down:
        lines += [f"Agreed that what is said is written down: {record.writing_down.by}, {_day(record.writing_down.on)}", ""]
    words_for = said_of("Words for {the child}", kept.story.about.children)
    for number, title, panel in noted(kept):
        lines += [f"Panel {number}: {title}", f"{words_for}: {panel.words_in(language) or 'none yet'}"]
        for answer in panel.answers:
            lines += ["", f"{_day(answer.on)}, {answer.by or 'somebody'} was asked: {answer.question}", f"“{answer.words}”"]
        lines += ["", "Notes:", panel.notes] if panel.notes else []
        lines += ["", *(f"Kept “{aside.found}” as it was: {aside.reason}" for aside in panel.asides if aside.reason)]
        lines += ["", ""]
    lines += [f"{what}, {_day(day)}" + (f": {note}" if note else "") for what, day, note in happened(kept.story)]
    lines += [f"To be looked at again on {_day(record.look_again)}"] if record.look_again else []
    return "\r\n".join("\n".join(lines).strip().splitlines()) + "\r\n"


def happened(story: Story) -> list[tuple[str, datetime.date, str]]:
    """(what happened, when, what was noted of it): what people said, the tellings, looking again, and copies with what became of them."""
    preparing, record = guide.preparing(story), story.record
    asked = {one.key: one.title for one in preparing.asked} if preparing else {}
    said = [(f"{WHAT_WAS_SAID[one.said]} {_with_part(one.by, asked.get(one.step, ''))}", one.on, one.note) for one in record.agreements]
    told = [(f"{what} {one.by}", one.on, one.note) for what, noted in (("Told by", record.tellings), ("Looked at again by", record.reviews))
            for one in noted]
    copies = [(f"Copy for {one.by} ({one.what}, {'file' if one.is_file else 'paper'}{_ending(one)})", one.on, one.note)
              for one in record.copies]
    return [*said, *told, *copies]


def _with_part(name: str, part: str) -> str:
    """A name, and in which part they were asked where the name alone does not say it."""
    return f"{name} ({part[0].lower()}{part[1:]})" if part and part != name else name


def _ending(copy: Copy) -> str:
    return "" if copy.is_out else f"; {ENDINGS[copy.ending]}" + (f" on {_day(copy.ended)}" if copy.ended else "")


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
