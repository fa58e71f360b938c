"""A page from before: what its form changed is kept, what another window changed since stays, and only a clash is asked about.

A form without script sends every answer on its page, also those nobody touched. `rev` in it is the revision of the sheet
that the page showed (the people, whom it is for, the record), so that an answer left as it was is no answer.
"""
from typing import NamedTuple

from flask import request

from wordspics.store import Kept
from wordspics.story import Cast, Person
from wordspics.story.sheet import AnySheet
from wordspics.web.desk import as_it_stood, store

CLASH = ("Another window changed %s meanwhile. It is shown here as it stands now, and everything else you chose is kept. "
         "If yours was the right one, please choose it once more.")


class Merged(NamedTuple):
    """`changes` may be made to what stands now; `clashes` are the fields two windows changed to different things."""

    changes: dict
    clashes: tuple[str, ...]


def as_shown(kept: Kept, sheet: str) -> AnySheet | None:
    """The sheet as the form's page showed it; None when the form does not say, or says what never was."""
    rev = request.form.get("rev", type=int)
    return as_it_stood(kept, sheet, rev) if rev in dict(store().sheets.history(kept.id, sheet)) else None


def people_as_shown(kept: Kept) -> Cast:
    """The cast that the form's page showed; the one that stands when the form does not say."""
    return as_shown(kept, kept.cast_id) or kept.story.cast


def person_as_shown(kept: Kept, who: str) -> Person:
    shown = people_as_shown(kept)
    return (shown if shown.has(who) else kept.story.cast).person(who)


def merge(answers: dict, shown, now) -> Merged:
    """What the answers change of `shown`, as far as `now` still is as it was shown, or is so already."""
    mine = {field: value for field, value in answers.items() if value != getattr(shown, field)}
    clashes = tuple(field for field, value in mine.items() if getattr(now, field) not in (getattr(shown, field), value))
    return Merged({field: value for field, value in mine.items() if field not in clashes}, clashes)
