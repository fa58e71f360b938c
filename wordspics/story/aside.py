"""What stands beside a panel and is for adults only: what was said while it was made, and advice put aside."""
import datetime
from typing import Annotated

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.text import Name, fit, fit_line
from wordspics.story.value import Value


class Answer(Value, frozen=True):
    """What somebody said, word for word, to a question as it was asked, on a day."""

    question: str
    words: str
    by: str
    on: datetime.date

    def __post_init__(self) -> None:
        self._settle(question=fit_line(self.question, limits.QUESTION, "The question"),
                     words=fit(self.words, limits.ANSWER, "The answer"),
                     by=fit_line(self.by, limits.NAME, "The name of who said it"))


class Aside(Value, frozen=True):
    """Advice on words that the adults looked at and chose not to take, and why. `found` are the words it was about."""

    kind: Annotated[Name, Meta(min_length=1)]
    found: str
    reason: str = ""

    def __post_init__(self) -> None:
        self._settle(found=fit_line(self.found[:limits.WORDS], limits.WORDS, "The words"),
                     reason=fit_line(self.reason, limits.REASON, "The reason"))
