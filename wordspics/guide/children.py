"""How many children a story is for: what the guide's texts say of one child, and of several.

A text is written for one child. In braces stands what changes where there are more: {the child}, {the child's}, {this child},
{your child} or {each child}, with the verb that changes: {the child knows}, {does the child}. Where that is not enough both are
written out, one child first: {the child says|one of the children says}. "They" is right for one and for several, and so is what
is said of any child: "a child", "every child", "children". On a child's page an only child is called by name.
"""
import re
from collections.abc import Sequence

from wordspics.guide.grammar import plural
from wordspics.guide.saying import BRACED, Say, say

FORM = re.compile(r"(?:(?P<asks>is|was|has|does) )?(?P<which>the|this|your|each) child(?P<own>'s)?(?: (?P<verb>[a-z]+))?", re.IGNORECASE)
BOTH = re.compile(r"[^|]*\w[^|]*\|[^|]*\w[^|]*")
SEVERAL = {"the": "the children", "this": "these children", "your": "your children", "each": "each child"}
A_CHILD = re.compile(r"\b(?:the|this|your) child\b", re.IGNORECASE)


def is_form(braced: str) -> bool:
    """Whether what stands in braces can follow how many children there are."""
    return bool(FORM.fullmatch(braced) or BOTH.fullmatch(braced))


def speaker(how_many: int, name: str = "") -> Say:
    """What says a text for so many children, 0 for nobody in particular; an only child by `name`, if one is given."""
    said = _of_several if how_many > 1 else lambda braced: _of_one(braced, name)
    return lambda text: BRACED.sub(lambda found: said(found[1]), text) if "{" in text else text


def speak_of(value, children: Sequence[str], *, made_up: bool = False):
    """The value, every text in it said of these children; made-up ones are nobody in particular except on a page of their own."""
    on_a_page = speaker(len(children), children[0] if len(children) == 1 else "")
    return say(value, speaker(0 if made_up else len(children)), on_a_page)


def said_of(text: str, children: Sequence) -> str:
    """A text of the app's own for these children, or for nobody in particular: a filter for its templates."""
    return speaker(len(children))(text)


def _of_one(braced: str, name: str) -> str:
    written, _, several = braced.partition("|")
    told = written if several else _as_begun(re.sub(r"\beach\b", "the", written, flags=re.IGNORECASE), written)
    return A_CHILD.sub(lambda _: name, told) if name else told


def _of_several(braced: str) -> str:
    if "|" in braced:
        return braced.partition("|")[2]
    form = {part: (word or "").lower() for part, word in FORM.fullmatch(braced).groupdict().items()}
    verb = str if form["which"] == "each" else plural
    return _as_begun(f"{verb(form['asks'])} {SEVERAL[form['which']]}{form['own']} {verb(form['verb'])}".strip(), braced)


def _as_begun(text: str, written: str) -> str:
    """With a capital where the form has one."""
    return text[0].upper() + text[1:] if written[0].isupper() else text
