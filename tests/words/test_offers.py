"""A better wording is judged where it is put: taken in place, the text still reads, drops nothing else and rewrites nobody's own words."""
import re
import tomllib
from pathlib import Path

import pytest

from wordspics import words
from wordspics.words.placing import additions, uses

AGE = 6
SENTENCES = [sentence for file in sorted(Path(__file__).parent.glob("*.toml"))
             for told in tomllib.loads(file.read_text(encoding="utf-8")).values() for sentence in told if isinstance(sentence, str)]
AMISS = [re.compile(pattern, re.I) for pattern in (
    r"\b(?!had\b|that\b)(\w+) \1\b",                                                                              # doubled
    r"\b(a|an|the) (a|an|the|your|my|our|his|her|their|somebody|____ ____)\b", r"\b(your|my|our|his|her|their) (a|an|the|your|my)\b",
    r"\ba [aeio]\w|\ban [^aeiouh\W_]\w",
    r"\b(am|is|are|was|were|be|been|being|to|will|would|could|can|did|does|do|not|because|the|a|an) (died|ran|went|had to|started)\b",
    r"\b(has|have|had|having) (die|go|goes|live|lives|ran|went)\b", r"\b(was|were|is|are) (dies?|goes?|lives?|moves?)\b",
    r"\b(hurt|drinking|drugs|true) who\b", r"\b(this|that|little|your|my) (somebody|people who)\b",
    r"\.\.(?!\.)|,\.|\. ?,|\?\.|\s[.,]", r"(?-i:[a-z]\. [a-z]|^[a-z])")]


def taken(text, use):
    return text[:use.start] + use.put + text[use.end:]


def offers(text, names=()):
    """(finding, use) for everything the text's findings offer, the first of each before its others."""
    for finding in words.check(text, AGE, names):
        says, choices = uses(text, finding, names)
        yield from ((finding, use) for use in (*says, *choices))


def first_offers(every):
    for text in SENTENCES[::every]:
        met = set()
        for finding, use in offers(text):
            if finding not in met:
                met.add(finding)
                yield text, finding, use


def splits_a_word(text, at):
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def test_every_first_offer_reads_where_it_is_put(long):
    """Of each third sentence; of all of them with --long."""
    amiss, swaps = [], 0
    for text, finding, use in first_offers(1 if long else 3):
        after, put = taken(text, use), slice(max(use.start - 25, 0), use.start + len(use.put) + 25)
        told = [pattern.pattern for pattern in AMISS if len(pattern.findall(after)) > len(pattern.findall(text))]
        if splits_a_word(text, finding.start) or splits_a_word(text, use.start) and use.put[:1].isalnum():
            told.append("begins in a word")
        if not use.say.endswith((".", "?")):
            swaps += 1
            told += [f"{f.found!r} again" for f in words.check(after, AGE)
                     if f.kind == finding.kind and use.start <= f.start and f.end <= use.start + len(use.put)]
        if told:
            amiss.append((told, text, after[put]))
    assert amiss == [] and swaps > 200


@pytest.mark.parametrize(("text", "then"), [
    ("You were placed with Gran.", "You went to live with Gran."), ("Here is your care plan.", "Here is your plan."),
    ("We wrote down your wishes and feelings.", "We wrote down what you want and feel."), ("You need an EHCP.", "You need a plan for help at school."),
    ("Your IRO is called Tom.", "The person who checks your plan is called Tom."), ("Nan has passed away.", "Nan has died."),
    ("If he commits suicide, we will be sad.", "If he dies by suicide, we will be sad."), ("You have a place\u00adment.", "You have a home."),
    ("\u200bNan passed\u2060 away\ufeff.", "\u200bNan died\ufeff.")])
def test_a_few_words_are_offered_in_the_shape_of_those_they_stand_for(text, then):
    assert taken(text, next(use for _, use in offers(text))) == then


@pytest.mark.parametrize("text", [
    "Lee is a drug addict.", "Your junkie mum came.", "We are your forever family.", "It won't be long now.", "You get a letterbox letter.",
    "She gave you away.", "The judge said that threshold was met.", "The judge made a placement order.", "Mum took funny medicine."])
def test_where_a_few_words_would_not_read_a_whole_sentence_is_offered(text):
    assert {use.say[-1] for _, use in offers(text)} <= {".", "?"}


@pytest.mark.parametrize("text", [
    "The police found him in the woods.", "Mum found Dad dead on the floor.", "Dad was found hanging.", "He jumped off the bridge.",
    "She took all her tablets.", "Dad left a suicide note.", "Mum cut her wrists."])
def test_how_somebody_died_is_asked_and_never_said(text):
    found = [finding for finding in words.check(text, AGE) if finding.kind == "suicide"]
    assert found and all(finding.ask and not finding.say for finding in found)


@pytest.mark.parametrize(("text", "then"), [
    ("Dad hit Mum and everything will be fine now.",
     "Dad hit Mum. We do not know everything yet. Grown-ups are working on it."),
    ("Everything will be fine, and Dad hit Mum.",
     "We do not know everything yet. Grown-ups are working on it. Dad hit Mum."),
    ("Mum and Dad will be fine.", "We do not know everything yet. Grown-ups are working on it."),
    ("Dr. Patel came. All will be fine.", "Dr. Patel came. We do not know everything yet. Grown-ups are working on it."),
    ("Dr. Patel said it will be fine.",
     "Dr. Patel said it will be fine. We do not know everything yet. Grown-ups are working on it."),
    ("If you tell, Dad will go to jail", "If you tell, Dad will go to jail. You may tell ____."),
    ("Dad cried and Mum and Nan will be fine.",
     "Dad cried and Mum and Nan will be fine. We do not know everything yet. Grown-ups are working on it."),
    ("The man who hit Mum will be fine.",
     "The man who hit Mum will be fine. We do not know everything yet. Grown-ups are working on it."),
    ('"Hello," said Mum. All will be fine.', '"Hello," said Mum. We do not know everything yet. Grown-ups are working on it.')])
def test_a_whole_sentence_stands_in_place_of_its_clause_alone_or_is_added(text, then):
    use = next(use for finding, use in offers(text) if finding.kind in ("promise", "frightening"))
    assert taken(text, use) == then and use.is_added is then.startswith(text.rstrip("."))


@pytest.mark.parametrize("text", [
    'Mum said, "I will be home soon. I promise."', "Dad said, “You are safe now.”", 'Nan said, "I promise. We will be fine', "Mum said, ‘I promise.’"])
def test_nobodys_own_words_are_rewritten_only_the_why_is_told(text):
    assert words.check(text, AGE) and all(finding.why for finding in words.check(text, AGE)) and not list(offers(text))


def test_an_explaining_sentence_is_added_behind_the_sentence_and_never_in_a_quotation():
    text = 'Dr. Patel said, "Ask the judge. He listens," and we did. Then we went home.'
    (use,) = additions(text, text.index("judge"), text.index("judge") + 5, ["A judge is a person who decides."])
    assert taken(text, use).startswith('Dr. Patel said, "Ask the judge. He listens," and we did. A judge is a person who decides. Then')
