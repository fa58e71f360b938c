"""The record: who was asked and what they said, when it was told and looked at again, and who has copies."""
import datetime

from hypothesis import given
from hypothesis import strategies as st

from wordspics.story import Agreement, Copy, Record, Review, Telling
from wordspics.story.sheet import read_sheet, write_sheet

MAY = datetime.date(2026, 5, 3)


def day(n: int) -> datetime.date:
    return datetime.date(2026, 5, n)


# ---- what is stored ----

noted = {"by": st.text(max_size=20), "on": st.dates(), "note": st.text(max_size=40)}
moments = st.none() | st.floats(min_value=0, max_value=4e9)
said = st.sampled_from(["agreed", "no", "asked", "not-needed"])
agreements = st.builds(Agreement, **noted, at=moments, step=st.sampled_from(["", "network", "other-parent"]), said=said)
copies = st.builds(Copy, **noted, what=st.text(max_size=60), at=moments, reading=st.sampled_from(["", "a-1"]), is_file=st.booleans(),
                   ending=st.sampled_from(["", "back", "destroyed"]), ended=st.none() | st.dates())
records = st.builds(
    Record, agreements=st.lists(agreements, max_size=4).map(tuple), tellings=st.lists(st.builds(Telling, **noted), max_size=3).map(tuple),
    writing_down=st.none() | agreements, reviews=st.lists(st.builds(Review, **noted), max_size=3).map(tuple),
    look_again=st.none() | st.dates(), copies=st.lists(copies, max_size=4).map(tuple))


@given(records)
def test_whatever_was_noted_comes_back_as_it_was_kept(record):
    assert read_sheet(write_sheet(record)) == record
    assert write_sheet(read_sheet(write_sheet(record))) == write_sheet(record)


@given(records)
def test_without_notes_nothing_but_the_notes_is_left_out(record):
    bare = record.without_notes()
    assert not bare.has_notes and bare.noes == tuple(one.with_(note="") for one in record.noes)
    for field in ("agreements", "tellings", "reviews", "copies"):
        assert tuple(one.with_(note="") for one in getattr(record, field)) == getattr(bare, field)


def test_a_record_from_before_there_were_steps_reviews_and_copies_still_opens():
    older = b'{"kind":"record","v":1,"agreements":[{"by":"Mum","on":"2026-05-03","at":1.5},{"by":"Nan","on":"2025-01-01"}],' \
            b'"tellings":[{"by":"Jo","on":"2026-05-04","note":"Quiet"}],"writing_down":null}'
    record = read_sheet(older)
    assert record.agreements == (Agreement("Mum", MAY, at=1.5), Agreement("Nan", datetime.date(2025, 1, 1)))
    assert record.is_agreed and record.tellings == (Telling("Jo", day(4), "Quiet"),)
    assert record.look_again is None and record.copies == record.reviews == ()


# ---- what was said ----

def test_a_no_is_a_no_and_takes_nothing_from_a_yes():
    record = Record(agreements=(Agreement("Mum", MAY), Agreement("Dad", MAY, said="no", step="other-parent")))
    assert record.is_agreed and [one.by for one in record.yeses] == ["Mum"] and [one.by for one in record.noes] == ["Dad"]


def test_nobody_but_a_lawyer_a_police_officer_or_a_no_leaves_it_a_draft():
    for lone in (Agreement("PC Lee", MAY, step="police"), Agreement("Ada", MAY, step="legal"), Agreement("Dad", MAY, said="no"),
                 Agreement("Dad", MAY, said="asked"), Agreement("Dad", MAY, said="not-needed")):
        assert not Record(agreements=(lone,)).is_agreed
    assert Record(agreements=(Agreement("Priya", MAY, step="manager"),)).is_agreed


def test_the_last_word_of_each_stands_and_being_asked_again_takes_none_back():
    yes, no = Agreement("Dad", day(3)), Agreement("dad", day(9), said="no")
    assert Record(agreements=(yes, no)).standing == (no,) == Record(agreements=(no, yes)).standing, "noted later, said earlier"
    assert not Record(agreements=(yes, no)).is_agreed
    asked = Agreement("Dad", day(12), said="asked")
    assert Record(agreements=(asked,)).standing == (asked,)
    assert Record(agreements=(yes, asked)).standing == (yes,)
    assert Record(agreements=(asked, yes)).standing == (yes,), "said before the note of the asking, but said"


# ---- afterwards ----

def test_it_is_time_to_look_again_on_the_day_and_after():
    record = Record(look_again=day(10))
    assert [record.is_due(day(n)) for n in (9, 10, 11)] == [False, True, True]
    assert not Record().is_due(day(1))


def test_a_copy_is_out_until_it_came_back_or_was_destroyed():
    out, back = Copy("Lily", MAY, what="Folded booklet"), Copy("Dad", MAY, ending="back", ended=day(9))
    assert Record(copies=(out, back)).copies_out == (out,)


def test_what_was_noted_of_reviews_and_copies_is_for_adults_only():
    record = Record(reviews=(Review("Mum", MAY, "She cried"),), copies=(Copy("Mum", MAY, "In the blue bag"),))
    assert record.has_notes and not record.without_notes().has_notes
