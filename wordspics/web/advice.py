"""Thoughts on the words, while they are written. Advice only: nothing is kept, nothing is logged, nothing is changed."""
from collections.abc import Iterable
from uuid import UUID

import msgspec
from flask import Blueprint, Response, request
from msgspec.structs import replace

from wordspics.story import BadStory, Panel, Story, limits
from wordspics.story.text import Id, Language
from wordspics.story.tongue import tongue
from wordspics.web.desk import the_reading
from wordspics.web.security import needs
from wordspics.words.checker import check
from wordspics.words.explain import explain
from wordspics.words.finding import KINDS, Finding
from wordspics.words.placing import Use, additions, uses
from wordspics.words.reading import aim, grade, read

bp = Blueprint("advice", __name__)
READS_ENGLISH = "en"            # the lists are English; words in another language are left alone
USUAL_AGE = 6                   # while the story does not say whom it is for
MOST_BYTES = 40_000
UNREAD = "The app looks at English words only. Please ask somebody who speaks {} to read these back to you."
EXPLAINED = "A word to explain once"


class _Asked(msgspec.Struct, forbid_unknown_fields=True):
    """Words as somebody types them; `panel` says which panel's they are, so that a word is explained where it is met first."""

    text: str
    language: Language = READS_ENGLISH
    panel: Id | None = None


class Thought(msgspec.Struct):
    """A finding or an offer as the page shows it; every `start` and `end` counts UTF-16 units, as a browser does."""

    kind: str
    title: str
    start: int
    end: int
    found: str
    why: str
    say: tuple[Use, ...] = ()
    question: str = ""
    choices: tuple[Use, ...] = ()
    is_note: bool = False


class Thoughts(msgspec.Struct):
    """`reading` is how the words read, as facts; `unread` says why they were not looked at."""

    findings: list[Thought]
    offers: list[Thought]
    reading: list[str]
    unread: str = ""


@bp.post("/stories/<uuid:story>/words")
@needs("open-vault")
def look(story: UUID) -> Response:
    """What a careful reader would stop at in these words, right words that want explaining, and how they read, at their reading's age."""
    kept, asked = the_reading(story)[0], _asked()
    told = think(kept.story, asked.text, asked.language, asked.panel)
    return Response(msgspec.json.encode(told), content_type="application/json")


def think(story: Story, text: str, language: str, panel: str | None = None) -> Thoughts:
    if language.partition("-")[0] != READS_ENGLISH:
        return Thoughts([], [], [], UNREAD.format(tongue(language).english))
    age = age_of(story)
    names = names_of(story)
    findings = [_from_finding(text, finding, names) for finding in check(text, age, names)]
    offers = [Thought("explain", EXPLAINED, *_span(text, offer), offer.found, "A right word. Say once what it is?",
                      _in_units(text, additions(text, offer.start, offer.end, offer.says)))
              for offer in explain(text, _read_before(story, language, panel))]
    return Thoughts(findings, offers, _facts(text, age))


def open_thoughts(story: Story, panel: Panel) -> list[Thought]:
    """The findings on one panel's words that nobody has put aside."""
    language, aside = story.about.language, {_key(one.kind, one.found) for one in panel.asides}
    texts = [panel.words_in(language), *(view.words.get(language, "") for view in panel.views)]
    found = [thought for text in texts for thought in think(story, text, language, panel.id).findings]
    return [thought for thought in found if _key(thought.kind, thought.found) not in aside]


def grade_of(story: Story) -> str:
    """How hard the whole story is to read, as a hint; "" where it is too short to say, or not in English."""
    language = story.about.language
    if language.partition("-")[0] != READS_ENGLISH:
        return ""
    told = grade("\n".join(filter(None, (panel.words_in(language), *(view.words_in(language) for view in panel.views))))
                 for panel in story.shown)
    usual = aim(age_of(story)).grade
    return "" if told is None else (f"Flesch-Kincaid grade {max(told, 0):g}, as a hint only: at this age up to {usual} is easy to follow. "
                                    "It counts how long words and sentences are, and cannot hear how they sound.")


def mark(text: str, thoughts: Iterable[Thought]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether somebody may want to look at it again."""
    units = text.encode("utf-16-le")
    noted = sorted((one.start, one.end) for one in thoughts
                   if not one.is_note and units[2 * one.start:2 * one.end] == one.found.encode("utf-16-le"))
    pieces, at = [], 0
    for start, end in noted:
        if end > at:
            pieces += [(at, max(start, at), False), (max(start, at), end, True)]
            at = end
    pieces.append((at, len(units) // 2, False))
    return [(units[2 * a:2 * b].decode("utf-16-le"), is_noted) for a, b, is_noted in pieces if a < b]


def age_of(story: Story) -> int:
    """The age the words are pitched to, in years."""
    return USUAL_AGE if story.about.youngest is None else story.about.youngest


def names_of(story: Story) -> tuple[str, ...]:
    """Everybody the story may name."""
    return tuple(filter(None, (*(person.name for person in story.cast.people), *(child.name for child in story.about.children))))


def _key(kind: str, found: str) -> tuple[str, str]:
    return kind, " ".join(found.lower().split())


def _from_finding(text: str, finding: Finding, names: Iterable[str]) -> Thought:
    says, choices = (_in_units(text, offered) for offered in uses(text, finding, names))
    return Thought(finding.kind, KINDS[finding.kind], *_span(text, finding), finding.found, finding.why, says,
                   finding.ask.question if finding.ask else "", choices, finding.is_note)


def _in_units(text: str, offered: Iterable[Use]) -> tuple[Use, ...]:
    return tuple(replace(use, start=start, end=end) for use in offered for start, end in [_span(text, use)])


def _span(text: str, found) -> tuple[int, int]:
    return _units(text[:found.start]), _units(text[:found.end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _read_before(story: Story, language: str, panel: str | None) -> list[str]:
    before = [one.id for one in story.shown]
    told = before[:before.index(panel)] if panel in before else []
    return [story.panel(id).words_in(language) for id in told]


def _facts(text: str, age: int) -> list[str]:
    """How the words read, as facts."""
    told, goal = read(text, age), aim(age)
    if not told.words:
        return []
    longest = max(sentence.length for sentence in told.sentences)
    return [f"{_count(told.words, 'word')} in {_count(len(told.sentences), 'sentence')}; the longest has {longest}.",
            f"For a child of {age}: up to {goal.longest} words in a sentence, about {goal.words} on a page at most."]


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _asked() -> _Asked:
    body = request.get_data(cache=False) if (request.content_length or 0) <= MOST_BYTES else b""
    try:
        asked = msgspec.json.decode(body, type=_Asked)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError):
        raise BadStory("These words could not be read.") from None
    if len(asked.text) > 2 * limits.WORDS:
        raise BadStory("These words are longer than any panel's.")
    return asked
