"""Who a story is about: asked on Begin, so that every question and example speaks of the right person."""
from werkzeug.datastructures import MultiDict

from wordspics.guide import Subject
from wordspics.pictures import names
from wordspics.story import About, BadStory, Story, limits
from wordspics.story.text import fit_line

CALLED = {"mum": "Mum", "dad": "Dad", "nan": "Nan", "grandad": "Grandad", "aunty": "Aunty", "uncle": "Uncle"}     # when no name is given
OFFERED = {
    "A parent": ("mum", "dad"),
    "Another carer": ("nan", "grandad", "aunty", "uncle", "step-mum", "step-dad", "mums-partner", "dads-partner", "foster-carer"),
    "A brother or sister": ("brother", "sister"),
    "Somebody else": ("family-friend", "someone")}
SAID = {"": "as usual", "she": "she", "he": "he", "they": "they"}
AGAIN = "Please choose once more who the story is about."


def subject(typed: MultiDict) -> Subject | None:
    """Whom a new story is about; None when that is nobody in particular or not said yet."""
    role = typed.get("who", "")
    if not role:
        return None
    if role not in {one for roles in OFFERED.values() for one in roles}:
        raise BadStory(AGAIN)
    name = fit_line(typed.get("called", ""), limits.NAME, "The name of the person it is about") or CALLED.get(role, "")
    if not name:
        raise BadStory(f"Please write what the children call their {names.ROLES[role]}." if role != "someone" else
                       "Please write what the children call the person it is about.")
    return Subject(name, role, _said(typed))


def choose(about: About, typed: MultiDict, story: Story) -> About:
    """Somebody of the cast instead; a form that does not ask leaves it as it is."""
    if "who" not in typed:
        return about
    who = typed["who"] or None
    if who and not story.cast.has(who):
        raise BadStory(AGAIN)
    return about.with_(who=who, said=_said(typed))


def _said(typed: MultiDict) -> str:
    said = typed.get("said", "")
    if said not in SAID:
        raise BadStory(AGAIN)
    return said
