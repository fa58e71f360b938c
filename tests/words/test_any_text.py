"""Whatever is typed or pasted: the checker never fails and never hangs, and its work grows in step with the text."""
import itertools
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from wordspics import guide, words
from wordspics.words import slots
from wordspics.words.placing import uses

PIECES = ["you", "because", "Mum", "will", "never", "not", "was", "naughty", "again", "always", "placement", "died", "lost",
          "Dad's", "the", "gone",
          ".", "?", "\n", ",", "“", "'", "’s", "'ll", "n't", "St", "School", "14", "Road", "DH1 5UL", "@", "www.",
          "0191 496 0000", "LAC", "s47",
          "Lily", "Hughes", "in", "Durham", "___", "😀", "أمي", "妈妈", "ماما", "é", "e\u0301", "\u200b", "ǅ", "İ", "ß",
          "{person}", "(", "["]
TEXTS = st.one_of(st.text(max_size=1500), st.text(st.characters(codec=None), max_size=300),
                  st.lists(st.sampled_from(PIECES), max_size=200).map(" ".join), st.lists(st.sampled_from(PIECES),
                                                                                          max_size=200).map("".join))


@settings(max_examples=2000)
@given(TEXTS, st.integers(0, 18))
def test_any_text_is_read_without_a_fault(text, age):
    found = words.check(text, age, ("Lily", "Aunty Jo"))
    for use in itertools.chain(*(offered for finding in found[:2] for offered in uses(text, finding))):
        assert 0 <= use.start <= use.end <= len(text) and use.put
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(text) and text[finding.start:finding.end] == finding.found
        assert finding.kind in words.KINDS and finding.why and all("{" not in said or "{" in text for said in finding.say)
    words.explain(text)
    words.reading(text, age)


LETTERS = ["a" * 1500, "Mum will always " * 94, "because you were naughty and " * 51, "never again will ", "x " * 750,
           "'" * 1500, "1 " * 750, "Aa" * 750,
           "Lily Hughes " * 125, "www." * 375, "0" * 1500, "a@" * 750, "not " * 375, "the " * 375, "(" * 1500, "é" * 1500,
                                                                                                     "A.B." * 375]


def steps_for(text, monkeypatch):
    """How often a phrase is weighed against a sentence or followed in it: the work, counted rather than timed."""
    count = [0]

    def counting(does):
        def counted(*given):
            count[0] += 1
            return does(*given)
        return counted
    for does in ("fits", "ways"):
        monkeypatch.setattr(slots.Phrase, does, counting(getattr(slots.Phrase, does)))
    words.check(text, 6)
    monkeypatch.undo()
    return count[0]


def test_a_pasted_letter_costs_no_more_than_its_length(monkeypatch):
    for letter in LETTERS:
        once, twice = steps_for(letter[:750], monkeypatch), steps_for(letter[:1500], monkeypatch)
        assert twice < 200_000 and twice <= 3 * once + 2_000, letter[:30]


def test_a_story_of_twelve_panels_is_checked_in_few_steps(monkeypatch):
    """About 20 ms of one slow core for a story; counted here, because a busy machine makes any clock a liar."""
    story = guide.example("lily")
    names = [person.name for person in story.cast.people]
    panels = [panel.words_in("en") for panel in story.panels]
    steps = [steps_for(text, monkeypatch) for text in (panels * 2)[:12]]
    assert sum(steps) < 10_000
    start = time.process_time()
    for text in (panels * 2)[:12]:
        words.check(text, 6, names)
    print(f"{(time.process_time() - start) * 1000:.0f} ms of processor time, {sum(steps)} steps")
