"""Who a story is about and whom the children live with: asked on Begin, so that every question and example speaks of the right people."""
from werkzeug.datastructures import MultiDict

from wordspics.guide import Carer, Subject
from wordspics.pictures import names
from wordspics.story import About, BadStory, Story, limits
from wordspics.story.text import fit_line

CALLED = {"mum": "Mum", "dad": "Dad", "nan": "Nan", "grandad": "Grandad", "aunty": "Aunty", "uncle": "Uncle"}     # when no name is given
OFFERED = {
    "A parent": ("mum", "dad"),
    "Another carer": ("nan", "grandad", "aunty", "uncle", "step-mum", "step-dad", "mums-partner", "dads-partner", "foster-carer"),
    "A brother or sister": ("brother", "sister"),
    "Somebody else": ("family-friend", "someone")}
AT_HOME = {
    "A parent": ("mum", "dad", "parent", "step-mum", "step-dad", "mums-partner", "dads-partner"),
    "Family or friends": ("nan", "grandad", "aunty", "uncle", "brother", "sister", "cousin", "family-friend"),
    "Another home": ("foster-carer", "home-carer")}
GROWN_UPS = 2                   # rows on Begin for whom the children live with
SAID = {"": "as usual", "she": "she", "he": "he", "they": "they"}
AGAIN = "Please choose once more who the story is about."
HOME_AGAIN = "Please choose once more who the children live with."


def subject(typed: MultiDict) -> Subject | None:
    """Whom a new story is about; None when that is nobody in particular or not said yet."""
    role = typed.get("who", "")
    if not role:
        return None
    if role not in _roles(OFFERED):
        raise BadStory(AGAIN)
    return Subject(_name(role, typed.get("called", "")), role, _said(typed))


def home(typed: MultiDict) -> tuple[Carer, ...]:
    """Whom the children of a new story live with; empty while it is not said."""
    rows = list(zip(typed.getlist("home"), typed.getlist("home-called"), strict=False))[:limits.CARERS]
    if any(role and role not in _roles(AT_HOME) for role, _ in rows):
        raise BadStory(HOME_AGAIN)
    return tuple(dict.fromkeys(Carer(_name(role, called), role) for role, called in rows if role))


def choose(about: About, typed: MultiDict, story: Story) -> About:
    """Others of the cast instead; a form that does not ask leaves them as they are."""
    if "home" in typed:
        at_home = tuple(dict.fromkeys(filter(None, typed.getlist("home"))))
        if len(at_home) > limits.CARERS or not all(map(story.cast.has, at_home)):
            raise BadStory(HOME_AGAIN)
        about = about.with_(home=at_home)
    if "who" not in typed:
        return about
    who = typed["who"] or None
    if who and not story.cast.has(who):
        raise BadStory(AGAIN)
    return about.with_(who=who, said=_said(typed))


def _roles(offered: dict[str, tuple[str, ...]]) -> set[str]:
    return {one for roles in offered.values() for one in roles}


def _name(role: str, typed: str) -> str:
    name = fit_line(typed, limits.NAME, "The name of this person") or CALLED.get(role, "")
    if not name:
        raise BadStory("Please write the name of the person it is about." if role == "someone" else
                       f"Please write what their {names.ROLES[role]} is called.")
    return name


def _said(typed: MultiDict) -> str:
    said = typed.get("said", "")
    if said not in SAID:
        raise BadStory(AGAIN)
    return said
