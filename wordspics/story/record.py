"""What happened around the story: who was asked and what they said, when it was told, looked at again, and who has copies."""
import datetime
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.text import Name, fit, fit_line
from wordspics.story.value import Sheet, Value

Said = Literal["agreed", "no", "asked", "not-needed"]
Ending = Literal["", "back", "destroyed"]

# They say whether it may be told now. Only the others can say that it is right.
GIVE_LEAVE = ("legal", "police")


class Noted(Value, frozen=True):
    """Something that happened: by whom, on which day, and what adults want to remember of it."""

    by: str
    on: datetime.date
    note: str = ""

    def __post_init__(self) -> None:
        self._settle(by=fit_line(self.by, limits.NAME, "The name"), note=fit(self.note, limits.NOTE, "The note"))


class Agreement(Noted, frozen=True):
    """What somebody said when they were asked. `step` is whom the guide proposes to ask first; "" is anybody else.

    `at` is the moment it was noted, in seconds since 1970: what stood then is what it was about. Older notes have none.
    """

    at: float | None = None
    step: Name = ""
    said: Said = "agreed"

    @property
    def is_yes(self) -> bool:
        """Whether somebody stands behind the story with it."""
        return self.said == "agreed" and self.step not in GIVE_LEAVE


class Telling(Noted, frozen=True):
    """The story was read to the child."""


class Review(Noted, frozen=True):
    """The story was looked at again after it was told."""


class Copy(Noted, frozen=True):
    """A copy somebody has. `what` says which edition and reading in words, for it is still out when the reading is gone.

    `at` is the moment it was made, `reading` the version it was made of. `ending` is what became of it, on the day `ended`.
    """

    what: str = ""
    at: float | None = None
    reading: str = ""
    is_file: bool = False
    ending: Ending = ""
    ended: datetime.date | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self._settle(what=fit_line(self.what, limits.TITLE, "What the copy is"), reading=fit_line(self.reading, 40, "The reading"))

    @property
    def is_out(self) -> bool:
        return not self.ending


class Record(Sheet, frozen=True, tag="record", kw_only=True):
    """`writing_down` is who said yes, before the first note, to what is said being written down and kept.

    `look_again` is the day on which the story is to be looked at again; None when no day is set.
    """

    agreements: Annotated[tuple[Agreement, ...], Meta(max_length=limits.RECORDS)] = ()
    tellings: Annotated[tuple[Telling, ...], Meta(max_length=limits.RECORDS)] = ()
    writing_down: Agreement | None = None
    reviews: Annotated[tuple[Review, ...], Meta(max_length=limits.RECORDS)] = ()
    look_again: datetime.date | None = None
    copies: Annotated[tuple[Copy, ...], Meta(max_length=limits.RECORDS)] = ()

    @property
    def is_agreed(self) -> bool:
        """Until somebody has agreed, every edition says that it is a draft."""
        return bool(self.yeses)

    @property
    def yeses(self) -> tuple[Agreement, ...]:
        return tuple(one for one in self.standing if one.is_yes)

    @property
    def noes(self) -> tuple[Agreement, ...]:
        return tuple(one for one in self.standing if one.said == "no")

    @property
    def standing(self) -> tuple[Agreement, ...]:
        """The last word of each who was asked, as they were noted. To be asked once more takes no word back."""
        last: dict[str, Agreement] = {}
        for one in self.agreements:
            before = last.get(one.by.casefold())
            if before is None or before.said == "asked" or one.said != "asked" and one.on >= before.on:
                last[one.by.casefold()] = one
        return tuple(one for one in self.agreements if last[one.by.casefold()] is one)

    @property
    def copies_out(self) -> tuple[Copy, ...]:
        return tuple(copy for copy in self.copies if copy.is_out)

    def is_due(self, today: datetime.date) -> bool:
        """Whether it is time to look at the story again."""
        return self.look_again is not None and self.look_again <= today

    def agree(self, by: str, on: datetime.date, note: str = "") -> "Record":
        return self.with_(agreements=(*self.agreements, Agreement(by, on, note)))

    def tell(self, by: str, on: datetime.date, note: str = "") -> "Record":
        return self.with_(tellings=(*self.tellings, Telling(by, on, note)))

    def without_notes(self) -> "Record":
        """Who and when, without what was remembered about it."""
        return self.with_(**{field: tuple(one.with_(note="") for one in getattr(self, field)) for field in _LISTS})

    @property
    def has_notes(self) -> bool:
        return any(one.note for field in _LISTS for one in getattr(self, field))


_LISTS = ("agreements", "tellings", "reviews", "copies")
