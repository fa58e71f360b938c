"""The story checks: a friendly list of what a whole story needs, with the panel each is about. No score, nothing is blocked."""
import re
from collections.abc import Iterator

from wordspics.story import Story
from wordspics.story.story import COVER
from wordspics.story.value import Value
from wordspics.words import wandering
from wordspics.words.checker import check
from wordspics.words.reading import aim
from wordspics.words.strangers import strangers
from wordspics.words.told import Telling, Told

READS = "en"                       # the signs are English; of a story in another language only the pictures are looked at
USUAL_AGE = 6
FOLLOW = 2                         # a hard panel has a helper on it, or on one of so many panels after it
MANY = 3                           # more empty panels than these are told in one line
_SEVERAL = (("the child loves", "the children love"), ("the child moves", "the children move"), ("the child is", "the children are"),
            ("the child", "the children"))


class Check(Value, frozen=True):
    """`sentence` says what is there when `ok`, else what may be missing; `panel` is the id of the panel it is about, if one."""

    key: str
    ok: bool
    sentence: str
    panel: str | None = None


def story_checks(story: Story) -> tuple[Check, ...]:
    """Everything worth knowing before a story is read aloud. For one reading of it: `story.read_to(version)`."""
    checks = [*_whole(story)]
    if story.about.language.partition("-")[0] == READS:
        telling = Telling(story, story.about.language)
        if telling.inside:                                             # a cover alone begins and ends nothing yet
            for look in (_warm_start, _who_worried, _main_fact, _not_fault, _people_to_talk_to, _safety, _hope, _helpers,
                         _names, _voice, _owners):
                checks += look(telling)
    return tuple(checks) if len(story.about.children) < 2 else tuple(check.with_(sentence=_of_several(check.sentence)) for check in checks)


def _of_several(sentence: str) -> str:
    """What is said of the child, said of several."""
    for one, several in _SEVERAL:
        sentence = re.sub(rf"{one}\b", several, sentence)
    return sentence


# ---- the whole ----

def _whole(story: Story) -> Iterator[Check]:
    goal = aim(USUAL_AGE if story.about.youngest is None else story.about.youngest)
    blank = [panel for panel in story.shown if not any(any(told.words.values()) for told in (panel, *panel.views))]
    bare = [panel for panel in story.shown if panel.scene.is_empty]
    yield from _few("words", [panel.id for panel in blank], "Every panel has words.", "no words yet")
    yield from _few("picture", [panel.id for panel in bare], "Every panel has a picture.", "no picture yet")
    count = len(story.shown)
    if count > goal.many_panels:
        yield Check("length", False, f"{count} panels are many for this age; {goal.fewest_panels} to {goal.panels} is usual.")
    else:
        yield Check("length", True, f"{count} panels are not too many for this age.")


def _each(key: str, panels: list[str], well: str, missing: str) -> Iterator[Check]:
    """One check when all is well, one for each panel where it is not."""
    if not panels:
        yield Check(key, True, well)
    for panel in panels:
        yield Check(key, False, missing, panel)


def _few(key: str, panels: list[str], well: str, missing: str) -> Iterator[Check]:
    """As `_each`; one check for many panels, so that a story just begun is not a long list."""
    if len(panels) > MANY:
        yield Check(key, False, f"{len(panels)} panels have {missing}.", panels[0])
    else:
        yield from _each(key, panels, well, f"This panel has {missing}.")


# ---- what a story says ----

def _warm_start(telling: Telling) -> Iterator[Check]:
    if not telling.needs("warm"):                                  # today's story begins with today
        return
    first, *rest = telling.worded
    start = rest[0] if first.panel.purpose == COVER and rest else first
    warm = telling.shows("warm", start) and not (telling.shows("hard", start) and not telling.shows("helper", start))
    yield Check("warm-start", warm, "It begins with something true and warm." if warm else
                "It could begin with something true and warm: a good time, or something the child loves.", start.panel.id)


def _who_worried(telling: Telling) -> Iterator[Check]:
    if telling.needs("worried"):
        yield _said(telling, "who-worried", "worried", "It says who was worried.",
                    "It does not say yet who was worried. Family first.")


def _main_fact(telling: Telling) -> Iterator[Check]:
    """Each situation has its own; a story of two that tells one of them is not told yet."""
    told = {sign.entry.says: telling.where(sign) for sign in telling.signs("main-fact")}
    left = [says for says, where in told.items() if where is None]
    for says in left:
        yield Check("main-fact", False, f"It does not say yet {says}. Leaving it out misleads a child too.")
    if told and not left:
        yield Check("main-fact", True, "The main thing that happened is told.", next(iter(told.values())).panel.id)


def _not_fault(telling: Telling) -> Iterator[Check]:
    yield _said(telling, "not-fault", "not-fault", "It says that it was not the child's fault.",
                "It does not say yet that it was not the child's fault.")


def _safety(telling: Telling) -> Iterator[Check]:
    yield _said(telling, "safety", "safety", "It says who looks after the child, or what keeps the child safe.",
                "It does not say yet who looks after the child and what keeps the child safe.")


def _said(telling: Telling, key: str, sign: str, well: str, missing: str) -> Check:
    found = telling.with_sign(sign)
    return Check(key, bool(found), well if found else missing, found[0].panel.id if found else None)


def _people_to_talk_to(telling: Telling) -> Iterator[Check]:
    chosen = telling.story.cast.people_to_talk_to
    named = [person.name for person in chosen if person.name]
    offered = [told for told in telling.with_sign("talk-to") if any(name in told.passage.text for name in named)]
    if not chosen:
        yield Check("talk-to", False, "Nobody has been chosen yet whom the child can talk to. Ask each of them first.")
    elif not offered:
        yield Check("talk-to", False, f"It does not say yet whom the child can talk to: {chosen[0].name}, perhaps.")
    else:
        yield Check("talk-to", True, "It says whom the child can talk to.", offered[-1].panel.id)


def _hope(telling: Telling) -> Iterator[Check]:
    age = USUAL_AGE if telling.story.about.youngest is None else telling.story.about.youngest
    promised = [told.panel.id for told in telling.worded if _promises(told, age, telling.names)]
    for panel in promised:
        yield Check("hope", False, "This panel may promise more than anybody can be sure of.", panel)
    if not promised:
        hopeful = any(telling.shows("hope", told) for told in telling.worded[-3:])
        yield Check("hope", hopeful, "It ends with hope, and promises nothing." if hopeful else
                    "The end could say what is planned, what is not known yet, or what stays.", telling.worded[-1].panel.id)


def _promises(told: Told, age: int, names: tuple[str, ...]) -> bool:
    aside = {" ".join(one.found.lower().split()) for one in told.panel.asides if one.kind == "promise"}
    return any(finding.kind == "promise" and " ".join(finding.found.lower().split()) not in aside
               for finding in check(told.passage.text, age, names))


def _helpers(telling: Telling) -> Iterator[Check]:
    hard = [n for n, told in enumerate(telling.worded) if telling.shows("hard", told)]
    helped = {n for n, told in enumerate(telling.worded) if telling.shows("helper", told) or _shows_helper(telling, told)}
    left = [n for n in hard if not helped & set(range(n, n + FOLLOW + 1))]
    yield from _each("helpers", [telling.worded[n].panel.id for n in left],
                     "Every hard panel has a helper on it or soon after it.",
                     "This is a hard panel. A helper could be on it, or on the next one.")


def _shows_helper(telling: Telling, told: Told) -> bool:
    cast = telling.story.cast
    helpers = {person.id for person in (*cast.people_to_talk_to, *(one for one in cast.people if one.standing == "helper"))}
    return not helpers.isdisjoint(told.panel.scene.people)


# ---- how it is told ----

def _names(telling: Telling) -> Iterator[Check]:
    found = strangers(telling)
    for name, panel in found.items():
        yield Check("names", False, f"{name} is in the words, and is not among the people of this story yet.", panel)
    if not found:
        yield Check("names", True, "Everybody named in the words is among the people.")


def _voice(telling: Telling) -> Iterator[Check]:
    wanders = wandering.narrator(telling)
    yield Check("narrator", not wanders, "One voice tells it from beginning to end." if not wanders else
                "Here the voice changes: the child is called by name on some panels and \"you\" on others.", wanders)
    slips = wandering.tense(telling)
    yield from _each("tense", slips, "What happened stays in the past.",
                     "One sentence here is half in the past and half in the present. Past for what happened is easier to follow.")


def _owners(telling: Telling) -> Iterator[Check]:
    nameless = [told.panel.id for told in telling.panels if any(not view.owner for view in told.panel.views)]
    unowned = [told.panel.id for told in telling.with_sign("unowned") if told.panel.id not in nameless]
    yield from _each("owners", [*nameless, *unowned], "What people see differently has a name beside it.",
                     "Who says so? \"The doctor thinks ...\", \"Mum says ...\" lets a child hold both.")
