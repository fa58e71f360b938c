"""Where a story's voice or time wanders: "you" on one panel and the child's name on the next; "he shouts and broke"."""
import re

from wordspics.words.forms import endings
from wordspics.words.passage import Passage
from wordspics.words.told import Telling

_YOU = frozenset("you your yours yourself yourselves".split())
_TOLD = [pair.split() for pair in """
come came|go went|say said|take took|shout shouted|break broke|tell told|drink drank|see saw|ring rang|run ran
make made|give gave|get got|find found|bring brought|cry cried|scream screamed|throw threw|leave left
forget forgot|ask asked|move moved|help helped|listen listened|look looked|walk walked|stay stayed|kick kicked
push pushed|drive drove|sleep slept|wake woke|hear heard|stop stopped|decide decided
""".replace("\n", "|").strip("|").split("|")]
_PAST = frozenset(past for _, past in _TOLD) | {"was", "were"}           # not "is": "Dad went out and is at work" is plain
_PRESENT = frozenset(form for now, past in _TOLD for form in endings(now) if form.endswith("s") and form != past)
_CHANGES = frozenset("""
now today every each usually when if says said told but because so that who which where until still before then soon
always some less more often
""".split())


def narrator(telling: Telling) -> str | None:
    """The id of the first panel that speaks in the less usual of two voices; None when one voice tells it all."""
    children = {word for child in telling.story.about.children for word in re.findall(r"\w+", child.name.lower())}
    spoken = [told.panel.id for told in telling.inside if any(
        word.low in _YOU and not _is_anybody(told.unquoted, word.sentence) for word in told.unquoted.words)]
    named = [told.panel.id for told in telling.inside if told.panel.id not in spoken and any(
        word.low in children and not _is_addressed(told.unquoted, n) for n, word in enumerate(told.unquoted.words))]
    if not spoken or not named:
        return None
    return min(spoken, named, key=len)[0]


def _is_anybody(passage: Passage, sentence: int) -> bool:
    """ "You cannot catch it", "feelings do not make you die": a "you" that means anybody."""
    return any(word.low in ("catch", "make", "makes") and word.sentence == sentence for word in passage.words)


def _is_addressed(passage: Passage, n: int) -> bool:
    """ "Lily, you ..." or "... , Lily."."""
    before, after = passage.text[:passage.words[n].start].rstrip()[-1:], passage.text[passage.words[n].end:].lstrip()[:1]
    return before == "," or after == ","


def tense(telling: Telling) -> list[str]:
    """The ids of panels with a sentence that tells one thing in the past and the next in the present."""
    return [told.panel.id for told in telling.inside if _slips(told.unquoted)]


def _slips(passage: Passage) -> bool:
    for n, _ in enumerate(passage.sentences):
        lows = {word.low for word in passage.words if word.sentence == n}
        if lows & _PAST and lows & _PRESENT and not lows & _CHANGES:
            return True
    return False
