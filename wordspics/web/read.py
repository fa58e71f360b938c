"""Read it through: the story as the child will see it, one page at a time. A grown-up reads the words aloud."""
from uuid import UUID

from flask import Blueprint, render_template, request

from wordspics.press.leaves import COVER, told_panels
from wordspics.story import Panel, Story
from wordspics.web.desk import the_reading
from wordspics.web.security import needs

bp = Blueprint("read", __name__)


@bp.get("/stories/<uuid:story>/read")
@needs("open-vault")
def show(story: UUID) -> str:
    """Page 0 is the cover, then the panels, and the last page ends the story. A page past either end is that end."""
    kept, version = the_reading(story)
    cover, panels = open_book(kept.story)
    last = len(panels) + 1
    at = min(max(request.args.get("page", 0, type=int), 0), last)
    return render_template(
        "read/page.html", kept=kept, version=version, language=kept.story.about.language, at=at, last=last, cover=cover,
        has_pages=bool(panels or cover), panel=panels[at - 1] if 0 < at < last else None,
        pictured=next((panel for panel in (cover, *panels) if panel and not panel.scene.is_empty), None))


def open_book(story: Story) -> tuple[Panel | None, tuple[Panel, ...]]:
    """The panel that is the cover, if one is, and the panels behind it: those the booklet prints, in its order."""
    told = told_panels(story)
    if told and told[0].purpose == COVER and not told[0].views:
        return told[0], told[1:]
    return None, told
