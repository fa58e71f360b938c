"""One child or several: a text is written once, and every page says it of the children its story is for."""
import re

import pytest

from wordspics import guide
from wordspics.guide import Subject
from wordspics.guide.children import is_form, speaker
from wordspics.guide.files import HOME, Guide
from wordspics.guide.saying import texts
from wordspics.story import About, Child

SITUATIONS = tuple(guide.situations())
ONE, THREE = ("Ann",), ("Ann", "Bo", "Cy")
SEVERAL_MEANT = re.compile(r"\b(?:the|these|your) children\b|\beach child\b|\b(?:are|were|have|do) (?:the|this|your) child\b(?!')"
                           r"|\b(?:the|this|your) child (?:are|were)\b", re.IGNORECASE)
ONE_MEANT = re.compile(r"\b(?:the|this|your) child\b|\b(?:is|was|has|does) (?:the|these|your) children\b(?!')"
                       r"|(?<!one of )(?<!none of )\b(?:the|these|your) children (?:is|was|has|does|(?!words\b|always\b|this\b)[a-z]+[^s]s)\b", re.IGNORECASE)
FILES = (*sorted(HOME.glob("situations/*.toml")), HOME / "spines.toml", HOME / "talk.toml", HOME / "preparing.toml")
BARE = re.compile(r"\b(?:the|these|this|your|each) child(?:ren)?\b(?!-)", re.IGNORECASE)
SOURCES = re.compile(r"^sources = \[.*?^\]", re.MULTILINE | re.DOTALL)


def begun(*situations, children=ONE, spine="full"):
    first, *also = situations
    about = About(children=tuple(Child(name, 6) for name in children), situation=first, also=tuple(also), spine=spine)
    return guide.begin(about, subject=Subject("Mummy", "mum") if first == "parent-in-prison" else None)


def shown(story) -> list[str]:
    """Every text of the guide that a page, a printed sheet or a note shows somebody who makes this story."""
    known = guide.situation_of(story)
    steps = {key: guide.step(story.about.situations, key, story)
             for spine in guide.spines() for key in [one.key for one in guide.outline(story.about.situations, spine)]}
    return texts((*([known] if known else []), *steps.values(), guide.talk(story), guide.preparing(story), *guide.prompts(None, story)))


def on_a_page(story) -> list[str]:
    steps = [guide.step(story.about.situations, one.key, story)
             for spine in guide.spines() for one in guide.outline(story.about.situations, spine)]
    return [text for step in (*steps, *guide.prompts(None, story)) for text in (getattr(step, "example", ""), *step.starters)]


# ---- what is shown ----

@pytest.mark.parametrize("situation", ("", *SITUATIONS))
def test_a_story_for_one_child_speaks_of_one(situation):
    story = begun(situation, children=ONE)
    assert [text for text in shown(story) if SEVERAL_MEANT.search(text) or re.search(r"[{}|]", text)] == []


@pytest.mark.parametrize("situation", ("", *SITUATIONS))
def test_a_story_for_several_children_speaks_of_them_all(situation):
    story = begun(situation, children=THREE)
    assert [text for text in shown(story) if ONE_MEANT.search(text) or re.search(r"[{}|]", text)] == []


@pytest.mark.parametrize("children", (ONE, THREE), ids=len)
@pytest.mark.parametrize("second", ("new-baby", "going-home"))
def test_two_hard_things_in_one_story_speak_of_the_same_children(second, children):
    wrong = SEVERAL_MEANT if children == ONE else ONE_MEANT
    for both in (("adoption", second), (second, "adoption")):
        assert [text for text in shown(begun(*both, children=children)) if wrong.search(text) or "{" in text] == []


@pytest.mark.parametrize("situation", ("", *SITUATIONS))
def test_a_childs_page_calls_an_only_child_by_name(situation):
    story = begun(situation, children=ONE)
    assert [text for text in on_a_page(story) if re.search(r"\b(?:the|this|your) child\b", text, re.IGNORECASE)] == []


def test_an_example_is_about_the_one_child_or_about_all_of_them():
    key = next(step.key for step in guide.situations()["new-baby"].steps if step.part == "not-your-fault")
    assert [guide.step("new-baby", key, begun("new-baby", children=children)).example for children in (ONE, THREE)] == [
        "Robin did nothing wrong. Ann did nothing wrong. It was not Ann's fault.",
        "Robin did nothing wrong. Ann, Bo and Cy did nothing wrong. It was not the children's fault."]


@pytest.mark.parametrize("situation", ("", *SITUATIONS))
def test_who_asks_for_no_story_in_particular_reads_of_one_child(situation):
    steps = [step for spine in guide.spines() for step in guide.outline(situation, spine)]
    known = [guide.situations()[situation]] if situation else []
    told = texts((*known, *(step.with_(example="-", starters=()) for step in steps), guide.talk(), guide.preparing()))
    aloud = [text for text in told if text not in [page for one in known for step in (*one.steps, *one.change.values())
                                                   for page in (step.example, *(step.starters or ()))]]
    assert [text for text in aloud if SEVERAL_MEANT.search(text)] == []
    assert [text for step in steps for text in texts(step) if re.search(r"[{}|]", text)] == []


def test_the_words_follow_when_a_child_is_added():
    story = begun("dad-not-at-home", children=ONE)
    more = story.with_(about=story.about.with_(children=(*story.about.children, Child("Bo", 4))))
    purposes = [guide.situation_of(one).purpose.partition(" why")[0] for one in (story, more)]
    assert purposes == ["The child knows", "The children know"]
    assert [guide.talk(one).network.title for one in (story, more)] == ["Who loves this child?", "Who loves these children?"]
    assert [guide.preparing(one).rehearsal.harm.partition(" something")[0] for one in (story, more)] == [
        "If the child says", "If one of the children says"]


# ---- what is written ----

FORMS = {
    "the child": ("the child", "the children", "Ann"), "The child": ("The child", "The children", "Ann"),
    "the child's": ("the child's", "the children's", "Ann's"), "this child": ("this child", "these children", "Ann"),
    "your child": ("your child", "your children", "Ann"), "each child": ("the child", "each child", "Ann"),
    "Each child's": ("The child's", "Each child's", "Ann's"), "the child knows": ("the child knows", "the children know", "Ann knows"),
    "The child is": ("The child is", "The children are", "Ann is"), "the child carries": ("the child carries", "the children carry", "Ann carries"),
    "the child chooses": ("the child chooses", "the children choose", "Ann chooses"),
    "the child misses": ("the child misses", "the children miss", "Ann misses"),
    "does the child": ("does the child", "do the children", "does Ann"), "Has your child": ("Has your child", "Have your children", "Has Ann"),
    "does each child": ("does the child", "does each child", "does Ann"), "each child needs": ("the child needs", "each child needs", "Ann needs"),
    "the child|one of the children": ("the child", "one of the children", "Ann"), "you|each of you": ("you", "each of you", "you")}


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_in_braces_follows_how_many_children_there_are(form):
    assert is_form(form)
    one, several, by_name = FORMS[form]
    text = f"-{{{form}}}-"
    assert [speaker(0)(text), speaker(1)(text), speaker(2)(text), speaker(3)(text), speaker(1, "Ann")(text)] == [
        f"-{one}-", f"-{one}-", f"-{several}-", f"-{several}-", f"-{by_name}-"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_speaks_of_the_children_outside_braces(path):
    """Said of any child it may stand bare: "a child", "every child", "children"."""
    lines = SOURCES.sub("", path.read_text(encoding="utf-8")).splitlines()
    assert [line for line in lines if not line.startswith("#") and BARE.search(re.sub(r"\{[^{}]*\}", "", line))] == []


BROKEN = {"misspelt": ("{the chidl}", "“{the chidl}”"), "two words too many": ("{the child often asks}", "“{the child often asks}”"),
          "in the plural": ("{the children}", "“{the children}”"), "one reading missing": ("{the child|}", "“{the child|}”"),
          "three readings": ("{a|b|c}", "“{a|b|c}”"), "empty": ("{}", "“{}”"), "never closed": ("{the child", "a brace is opened or closed alone"),
          "never opened": ("the child}", "a brace is opened or closed alone")}


@pytest.mark.parametrize("file", ("situations/adoption.toml", "spines.toml", "talk.toml", "preparing.toml"))
@pytest.mark.parametrize("written, told", BROKEN.values(), ids=BROKEN)
def test_a_form_that_cannot_be_read_is_named_with_its_file_and_line(shelf, file, written, told):
    lines = (shelf / file).read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if "{the child}" in line and not line.startswith("#"))
    lines[at] = lines[at].replace("{the child}", written, 1)
    (shelf / file).write_text("\n".join(lines), encoding="utf-8")
    own = Guide(shelf)
    assert [fault.partition(" could")[0] for fault in own.faults[:1]] == [f"{file.split('/')[-1]}, line {at + 1},"] and told in own.faults[0]
    assert len(own.situations) >= len(SITUATIONS) - 1


def test_nobody_else_follows_in_a_file_that_is_about_nobody(shelf):
    text = (shelf / "spines.toml").read_text(encoding="utf-8")
    (shelf / "spines.toml").write_text(text.replace("Which day {does your child}", "Which day does {he} and {your child}"), encoding="utf-8")
    assert "it does not say whom it is about, so nothing can follow in “{he}”" in Guide(shelf).faults[0]
