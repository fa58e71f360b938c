"""A page from before: what its form changed is kept, what another window changed since stays, and only a clash is asked about.

A form without script sends every answer on its page, also those nobody touched. `rev` in it is the revision of the people
that the page showed, so that an answer left as it was is no answer.
"""
from typing import NamedTuple

from flask import request

from wordspics.store import Kept
from wordspics.story import Cast, Person
from wordspics.web.desk import store


class Merged(NamedTuple):
    """`changes` may be made to what stands now; `clashes` are the fields two windows changed to different things."""

    changes: dict
    clashes: tuple[str, ...]


def people_as_shown(kept: Kept) -> Cast:
    """The cast that the form's page showed; the one that stands when the form does not say."""
    rev, newest = request.form.get("rev", type=int), kept.sheets[kept.cast_id].rev
    if rev is None or rev == newest or rev not in dict(store().sheets.history(kept.id, kept.cast_id)):
        return kept.story.cast
    return store().sheets.read(kept.id, kept.cast_id, rev).body


def person_as_shown(kept: Kept, who: str) -> Person:
    shown = people_as_shown(kept)
    return (shown if shown.has(who) else kept.story.cast).person(who)


def merge(answers: dict, shown, now) -> Merged:
    """What the answers change of `shown`, as far as `now` still is as it was shown, or is so already."""
    mine = {field: value for field, value in answers.items() if value != getattr(shown, field)}
    clashes = tuple(field for field, value in mine.items() if getattr(now, field) not in (getattr(shown, field), value))
    return Merged({field: value for field, value in mine.items() if field not in clashes}, clashes)
