"""Read it through: the story as the child will see it, one page at a time. A grown-up reads the words aloud."""
from uuid import UUID

from flask import Blueprint, render_template, request

from wordspics.press.leaves import COVER, languages_for, told_panels
from wordspics.story import Panel, Story
from wordspics.web.desk import the_reading
from wordspics.web.languages import asked_of, choices_of
from wordspics.web.security import needs

bp = Blueprint("read", __name__)
LONG = 200                      # letters on a page, from which they are set a little smaller


@bp.get("/stories/<uuid:story>/read")
@needs("open-vault")
def show(story: UUID) -> str:
    """Page 0 is the cover, then the panels, and the last page ends the story. A page past either end is that end.

    `language` in the address says in which languages, as it does on paper ("cy,en").
    """
    kept, version = the_reading(story)
    languages = asked_of(kept.story)
    cover, panels = open_book(kept.story)
    last = len(panels) + 1
    at = min(max(request.args.get("page", 0, type=int), 0), last)
    panel = panels[at - 1] if 0 < at < last else None
    return render_template(
        "read/page.html", kept=kept, version=version, languages=languages, spoken=",".join(languages), at=at, last=last, cover=cover,
        choices=choices_of(kept.story), told_in=languages_for, has_pages=bool(panels or cover), panel=panel,
        is_long=panel is not None and _length(panel, languages_for(panel, languages)) > LONG,
        pictured=next((panel for panel in (cover, *panels) if panel and not panel.scene.is_empty), None))


def open_book(story: Story) -> tuple[Panel | None, tuple[Panel, ...]]:
    """The panel that is the cover, if one is, and the panels behind it: those the booklet prints, in its order."""
    told = told_panels(story)
    if told and told[0].purpose == COVER and not told[0].has_two_views:
        return told[0], told[1:]
    return None, told


def _length(panel: Panel, languages: tuple[str, ...]) -> int:
    """How many letters stand on the page; two views stand side by side, so only the longer one counts."""
    views = max((sum(len(view.words_in(language)) for language in languages) for view in panel.views), default=0)
    return sum(len(panel.words_in(language)) for language in languages) + 2 * views
