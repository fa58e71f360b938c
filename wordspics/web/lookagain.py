"""When a story that was told shall be looked at again: a child understands more each year, and plans change."""
import datetime

from flask import request

from wordspics.story import BadStory

CHOICES = {"14": "In two weeks", "91": "In three months", "365": "In a year", "day": "On another day", "none": "No day for now"}
LONGEST = datetime.timedelta(days=20 * 366)         # a child's whole childhood


def chosen(before: datetime.date | None, since: datetime.date | None = None) -> datetime.date | None:
    """The day the form asks for, counted from `since` or today; as `before` when it does not ask. None is no day at all."""
    asked = "none" if request.form.get("aside") else request.form.get("again", "")
    if not asked:
        return before
    if asked not in CHOICES:
        raise BadStory("Please choose when it shall be looked at again.")
    if asked == "none":
        return None
    return _day() if asked == "day" else (since or datetime.date.today()) + datetime.timedelta(days=int(asked))


def _day() -> datetime.date:
    try:
        day = datetime.date.fromisoformat(request.form.get("again_on", ""))
    except ValueError:
        raise BadStory("Please choose the day on which it shall be looked at again.") from None
    if not datetime.date.today() < day < datetime.date.today() + LONGEST:
        raise BadStory("Please choose a day for looking at it again that is still to come.")
    return day
