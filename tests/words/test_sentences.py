"""How well the checker finds what it should, on sentences as families and workers write them.

Each file holds sentences by the kind of finding they must give; `clean` ones must give none (notes on length do not count).
The lists were tuned on `tuning.toml`. `held_out.toml` was written in one go with it and split off at random before there was a
list; its misses were never looked at. `family_talk.toml` is nine more readings, each written afresh, the last four by three other
hands who never saw the lists. The columns are what was found at first sight, before anything was mended for that reading: usual
wordings and far-fetched ones by the first hand, far-fetched ones by another, and first drafts by a third and a fourth.

                 tuning   held out   usual     far-fetched   far-fetched, another   first drafts
    suicide      15/15    15/15      20/20     24/25         16/20                  15/20   18/20
    blame        25/25    25/25      30/30     55/85         22/35                  23/30   25/30
    jargon       40/40    40/40      29/30                   27/30                  20/20   20/20
    euphemism    20/20    20/20      20/20     38/60         20/25                  17/20   17/20
    promise      13/13    13/13      20/20     36/48         15/25                  18/20   17/20
    frightening  10/10    10/10      19/20     30/43         15/25                  17/20   17/20
    identifying  12/12    12/12      14/15     15/16         15/15                  15/15   14/15
    clean        78/78    77/78      73/80     114/119       74/75                  105/110   104/110

`four_writers.toml` is what four fresh writers made, 350 sentences each and 136 by the last; each was scored once, after the lists
had been mended for those before it and before it was looked at. One sentence ("too poorly to get up" as clean) was dropped, because
practice asks for the illness's name, and one was moved to the kind that names it better.

                 first    second   third    fourth
    suicide      25/30    27/30    27/30    11/12
    blame        33/40    36/40    35/40    12/15
    jargon       35/40    39/40    36/40    13/15
    euphemism    22/35    30/35    31/35    10/12
    promise      27/30    24/30    27/30    12/12
    frightening  20/30    28/30    22/30    11/12
    identifying  25/25    23/25    25/25    8/8
    clean        116/120  111/120  119/120  45/50

`four_more.toml` is what four others made, 430 sentences each, with clean ones meant to trip a list; the first three were scored
before anything was mended, the fourth after the first two had been mended for. `unseen.toml` is a fifth's, scored once when all was
mended for the four; what was missed in it was never looked at, and the test only keeps it from getting worse.

                 first    second   third    fourth   unseen
    suicide      39/40    35/40    35/40    35/40    37/40
    blame        33/40    33/40    33/40    38/40    36/40
    jargon       39/40    39/40    39/40    40/40    40/40
    euphemism    30/40    35/40    33/40    35/40    37/40
    promise      32/40    33/40    34/40    39/40    36/40
    frightening  31/40    35/40    35/40    32/40    30/40
    identifying  39/40    40/40    37/40    38/40    40/40
    clean        139/150  132/150  138/150  143/150  141/150

`three_more.toml` is what the last three made, 430 sentences each, as they were first scored: all before anything was mended for them.
The third was scored once more when the first two had been mended for: 261 of 280 and 146 of 150, so what one hand teaches helps the
next one little. Then it was mended for as well. 33 sentences that earlier hands had written too are left out of the file.

                 first    second   third
    suicide      35/40    34/40    36/40
    blame        37/40    34/40    37/40
    jargon       38/40    40/40    40/40
    euphemism    37/40    38/40    33/40
    promise      38/40    40/40    38/40
    frightening  34/40    36/40    37/40
    identifying  38/40    38/40    39/40
    clean        144/150  143/150  145/150

`two_more.toml` is what two more made, scored before anything was mended for them; then both were mended for. `unseen_two.toml` is what the
last two made when that was done, scored once and never mended from. What earlier hands had written too is left out of both files.

                 first    second   unseen, first   unseen, second
    suicide      37/40    37/40    39/40           37/40
    blame        36/40    34/40    36/40           35/40
    jargon       39/40    39/40    39/40           40/40
    euphemism    36/40    34/40    37/40           39/40
    promise      37/40    37/40    38/40           38/40
    frightening  33/40    38/40    37/40           37/40
    identifying  40/40    40/40    40/40           39/40
    clean        146/150  144/150  144/150         142/150
"""
import tomllib
from pathlib import Path

import pytest

from wordspics import words

HERE = Path(__file__).parent
AGE = 6
RECALL = {"suicide": 0.98, "blame": 0.98}
LEAST, MOST_FALSE_ALARMS = 0.95, 0.03


def sentences(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def kinds(sentence):
    return {finding.kind for finding in words.check(sentence, AGE) if not finding.is_note}


@pytest.mark.parametrize("name", ("tuning", "held_out", "family_talk", "four_writers", "four_more", "three_more", "two_more"))
def test_what_is_amiss_is_found_and_what_is_not_is_left_alone(name):
    found = sentences(name)
    clean = found.pop("clean")
    alarms = [sentence for sentence in clean if kinds(sentence)]
    assert len(alarms) < MOST_FALSE_ALARMS * len(clean), alarms
    for kind, planted in found.items():
        missed = sum(kind not in kinds(sentence) for sentence in planted)
        assert 1 - missed / len(planted) >= RECALL.get(kind, LEAST), f"{name}: {missed} of {len(planted)} {kind} missed"


@pytest.mark.parametrize("name, least, least_clean", [("unseen", 256, 141), ("unseen_two", 517, 276)])
def test_hands_that_nothing_was_mended_for_are_read_no_worse_than_at_first_sight(name, least, least_clean):
    found = sentences(name)
    clean = found.pop("clean")
    assert sum(kind in kinds(sentence) for kind, planted in found.items() for sentence in planted) >= least
    assert sum(not kinds(sentence) for sentence in clean) >= least_clean


def test_the_two_halves_share_no_sentence_and_are_large_enough():
    tuned, kept = sentences("tuning"), sentences("held_out")
    assert not {s for lines in tuned.values() for s in lines} & {s for lines in kept.values() for s in lines}
    planted = sum(len(lines) for half in (tuned, kept) for kind, lines in half.items() if kind != "clean")
    assert planted >= 250 and len(tuned["clean"]) + len(kept["clean"]) >= 150


@pytest.mark.parametrize("sentence, kind", [
    ("You lost your teddy.", None), ("We lost Grandad.", "euphemism"), ("Leo passed the ball.", None),
    ("Grandad passed away.", "euphemism"),
    ("Lily has gone to school.", None), ("Dad is gone.", "euphemism"), ("Mum felt bad.", None), ("Mum was a bad mum.", "blame"),
    ("The bat made contact with the ball.", None), ("Contact is on Saturday.", "jargon"), ("It was a heavy case.", None),
    ("Your case was closed.", "jargon"), ("You are LAC.", "jargon"), ("You are a lac child.", "jargon"),
    ("Give her a pep talk.", None),
    ("Your PEP is today.", "jargon"), ("Dad committed suicide.", "suicide"), ("Gran is committed to the plan.", None),
    ("Dad took his own life.", "suicide"), ("Dad took his own cup.", None), ("Dad hung his coat up.", None),
    ("He hanged himself.", "suicide"),
    ("Dad died by suicide.", None), ("It was never your fault.", None), ("It was your fault.", "blame"),
    ("We will always love you.", None),
    ("You will always live here.", "promise"), ("Nan always sings.", None), ("You must never run by the pool.", None),
    ("Dad will never hit Mum again.", "promise"), ("You are safe now.", "promise"), ("A big plan keeps you safe.", None),
    ("Grandad locked up the shop.", None), ("Dad is locked up.", "frightening"), ("Jake swung on the monkey bars.", None),
    ("Dad is behind bars.", "frightening"), ("You had a blood test.", None), ("There was blood on the floor.", "frightening"),
    ("It happened because you were naughty.", "blame"), ("It was not because you were naughty.", None),
    ("After you told the teacher, Dad had to go.", "blame"), ("You told Miss Hill. That was OK to do.", None),
    ("You must look after Mum.", "blame"), ("It is not your job to look after Mum.", None), ("Dad hit Mum and hurt her.", None),
    ("Mrs Reed and Aunty Jo came.", None), ("Jo Reed came.", "identifying"), ("Mum lives in Durham.", "identifying"),
    ("She was taken because Mum drank.", "frightening"), ("The kids got taken.", "frightening"), ("You were taken to the zoo.", None),
    ("The photo was taken because Nan asked.", None), ("Nan was taken ill.", None),
    ("We play in the lane.", None), ("We live at 4 Elm Lane.", "identifying"), ("Ring Childline on 0800 1111.", None),
    ("Ring 07700 900123.", "identifying"), ("You go to Oakfield Primary.", "identifying"),
    ("You go to a big primary school.", None),
])
def test_a_word_is_judged_by_the_words_around_it(sentence, kind):
    assert kind in kinds(sentence) if kind else not kinds(sentence)


def test_words_to_explain_are_no_finding():
    for word in ("judge", "social worker", "prison", "foster carer", "court", "police officer", "birth mum", "doctor"):
        assert not kinds(f"A {word} came to see you.")
    for word in ("adopted", "suicide", "depression"):
        assert not kinds(f"The word for this is {word}.")


def test_the_casts_own_names_are_fine_alone_and_show_too_much_with_a_surname():
    assert not kinds_for("Quillworth sees Marlowe Ann on Mondays.", "Quillworth", "Marlowe Ann")
    assert "identifying" in kinds_for("Quillworth Hughes sees Ann.", "Quillworth", "Ann")
    assert not kinds_for("Give Lily Teddy. Ask Sam, Jan or Aunty Jo.", "Lily", "Sam", "Jan", "Aunty Jo")


def kinds_for(sentence, *names):
    return {finding.kind for finding in words.check(sentence, AGE, names) if not finding.is_note}
