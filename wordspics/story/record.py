"""Who agreed to the story and when, and when the child was told."""
import datetime
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.text import fit, fit_line
from wordspics.story.value import Sheet, Value


class Agreement(Value, frozen=True):
    """`at` is the moment it was noted, in seconds since 1970: what stood then is what was agreed to. Older notes have none."""

    by: str
    on: datetime.date
    note: str = ""
    at: float | None = None

    def __post_init__(self) -> None:
        self._settle(by=fit_line(self.by, limits.NAME, "The name of who agreed"), note=fit(self.note, limits.NOTE, "The note"))


class Telling(Value, frozen=True):
    by: str
    on: datetime.date
    note: str = ""

    def __post_init__(self) -> None:
        self._settle(by=fit_line(self.by, limits.NAME, "The name of who told it"), note=fit(self.note, limits.NOTE, "The note"))


class Record(Sheet, frozen=True, tag="record", kw_only=True):
    """`writing_down` is who said yes, before the first note, to what is said being written down and kept."""

    agreements: Annotated[tuple[Agreement, ...], Meta(max_length=limits.RECORDS)] = ()
    tellings: Annotated[tuple[Telling, ...], Meta(max_length=limits.RECORDS)] = ()
    writing_down: Agreement | None = None

    @property
    def is_agreed(self) -> bool:
        """Until somebody has agreed, every edition says that it is a draft."""
        return bool(self.agreements)

    def agree(self, by: str, on: datetime.date, note: str = "") -> "Record":
        return self.with_(agreements=(*self.agreements, Agreement(by, on, note)))

    def tell(self, by: str, on: datetime.date, note: str = "") -> "Record":
        return self.with_(tellings=(*self.tellings, Telling(by, on, note)))

    def without_notes(self) -> "Record":
        """Who and when, without what was remembered about it."""
        return self.with_(agreements=tuple(one.with_(note="") for one in self.agreements),
                          tellings=tuple(one.with_(note="") for one in self.tellings))

    @property
    def has_notes(self) -> bool:
        return any(one.note for one in (*self.agreements, *self.tellings))
