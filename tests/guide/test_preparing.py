"""Before a child is told: whom a situation says to ask first, what a child may ask, and what the grown-ups rehearse."""
import re

import pytest

from tests.factories import make_cast, make_person
from wordspics import guide
from wordspics.guide import Subject
from wordspics.guide.files import HOME, Guide
from wordspics.story import About, Cast
from wordspics.words import check

PREPARING = guide.preparing()
SITUATIONS = guide.situations()
SAYS = {"legal": "lawyer", "police": "police|officer in the case", "specialist": "worker|team|coroner|bereavement"}


def test_every_story_is_seen_first_by_the_other_parent_the_network_and_a_manager():
    assert [one.key for one in PREPARING.asked_first(Cast())] == ["other-parent", "network", "manager"]
    assert [one.key for one in PREPARING.asked_first(Cast(), ("police",))] == ["other-parent", "network", "manager", "police"]
    assert "safe" in PREPARING.asked[0].purpose, "the other parent is asked only where that is safe"


def test_where_one_of_two_parents_has_died_nobody_is_sent_to_ask_the_other_parent():
    mum, dad = make_person("mum", "Mum", role="mum"), make_person("dad", "Dad", role="dad", standing="died")
    first = [[one.key for one in PREPARING.asked_first(make_cast(*people))] for people in ((mum, dad), (mum, dad.with_(standing="seen")))]
    assert ["other-parent" in keys for keys in first] == [False, True]
    assert first[0] == ["network", "manager"]


@pytest.mark.parametrize("situation", SITUATIONS)
def test_whom_to_ask_first_is_what_the_situation_tells_a_worker_to_check(situation):
    known = SITUATIONS[situation]
    for key in known.ask_first:
        assert re.search(SAYS[key], f"{known.check} {' '.join(known.card.settle)}", re.IGNORECASE), key
    for key in ("legal", "police"):
        assert not re.search(SAYS[key], known.check) or key in known.ask_first, key


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_a_child_may_ask_is_short_in_a_childs_words_and_about_the_right_person(situation):
    asked = SITUATIONS[situation].may_ask
    assert 3 <= len(asked) <= 4 and not set(asked) & set(PREPARING.rehearsal.may_ask)
    assert all(question.endswith("?") and len(question) <= 60 for question in (*asked, *PREPARING.rehearsal.may_ask))
    told = guide.situation_of(guide.begin(About(situation=situation), subject=Subject("Nan", "nan")))
    assert not any(re.search(r"\b(?:Dad do|Dad come|Dad die|stop Mum|Mum just)\b", question) for question in told.may_ask)


def test_two_hard_things_in_one_story_ask_for_both():
    both = guide.open_guide().situation(("dad-not-at-home", "alcohol-or-drugs"))
    assert both.ask_first == ("specialist", "legal", "police")
    assert "When is Dad coming home?" in both.may_ask and "Will it happen again?" in both.may_ask


def test_what_the_grown_ups_may_say_to_a_child_neither_blames_nor_promises():
    rehearsal = PREPARING.rehearsal
    for said in (*rehearsal.holding, *rehearsal.warm):
        assert [one.kind for one in check(said, 6, ()) if not one.is_note] == [], said
    assert "do not ask more" in rehearsal.harm


def test_a_situation_that_asks_somebody_nobody_knows_is_named(tmp_path):
    folder = tmp_path / "situations"
    folder.mkdir()
    for name in ("help_lines.toml", "spines.toml", "talk.toml", "preparing.toml"):
        (tmp_path / name).write_bytes((HOME / name).read_bytes())
    text = (HOME / "situations" / "going-home.toml").read_text(encoding="utf-8").replace('ask_first = ["legal"]', 'ask_first = ["neighbour"]')
    (folder / "going-home.toml").write_text(text, encoding="utf-8")
    own = Guide(tmp_path)
    assert own.situations == {} and "'neighbour' is not somebody who sees a story first" in own.faults[0]
