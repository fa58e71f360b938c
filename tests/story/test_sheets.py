"""Sheets as JSON: what is written is read back, and what was never a sheet is refused in one sentence."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_panel, make_story
from wordspics.story import BadStory
from wordspics.story.order import Order, merge
from wordspics.story.person import DRAWING
from wordspics.story.sheet import read_sheet, read_story, write_sheet, write_story
from wordspics.story.text import tidy


def test_a_sheet_and_a_story_come_back_as_they_went():
    story = make_story()
    assert read_story(write_story(story)) == story
    for sheet in (story.about, story.cast, story.order, story.panels[0], story.record):
        assert read_sheet(write_sheet(sheet)) == sheet
        assert b'"v":1' in write_sheet(sheet)


@pytest.mark.parametrize("body", [
    b"", b"null", b"[]", b"7", b"\xff\xfe", b"{", b'{"kind":"poem"}', b'{"kind":"panel"}', b"[" * 100_000, b'{"v":0,"kind":"panel"}',
    b'{"v":2,"kind":"panel","id":"a"}', b'{"v":"1","kind":"panel","id":"a"}', b'{"kind":"panel","id":"a","colour":"red"}',
    b'{"kind":"panel","id":"../../etc"}', b'{"kind":"panel","id":"a","scene":' + b'{"a":' * 60_000,
    b'{"kind":"panel","id":"a","words":{"en":"' + b"w" * 5_000 + b'"}}', b'{"kind":"panel","id":"a","words":{"EN!":"x"}}',
    b'{"kind":"panel","id":"a","scene":{"items":[{"kind":"figure","id":"f","who":"m","x":NaN}]}}',
    b'{"kind":"panel","id":"a","scene":{"items":[{"kind":"ghost","id":"f"}]}}',
    b'{"kind":"cast","people":[{"id":"a","name":7,"look":{"build":9}}]}', b'{"kind":"about","children":[{"name":"A","age":-1}]}',
    b'{"kind":"about","languages":[]}', b'{"kind":"record","tellings":[{"by":"A","on":"yesterday"}]}',
])
def test_a_body_that_is_no_sheet_is_refused_in_one_sentence(body):
    with pytest.raises(BadStory) as told:
        read_sheet(body)
    assert str(told.value).endswith(".") and len(str(told.value)) < 300


def test_a_look_says_which_drawing_it_was_chosen_with_even_the_first():
    assert write_sheet(make_story().cast).count(b'"drawing":1') == 2
    chosen = read_sheet(b'{"kind":"cast","people":[{"id":"a","name":"A","look":{"drawing":7}}]}').people[0].look
    assert chosen.drawing == 7 and chosen.with_(hair="bob").drawing == DRAWING


@given(st.text())
def test_any_words_can_be_tidied_and_a_second_time_changes_nothing(words):
    once = tidy(words)
    assert tidy(once) == once
    once.encode("utf-8")
    assert not set(once) & set("\x00\u202e\u2066\ufeff\t\u00a0")


def test_tidying_keeps_families_own_letters():
    for said in ("Ŵyn a Siân", "Żółć", "أمي", "ਮੇਰੀ ਮਾਂ", "妈妈", "Mum 💛", "क्‍ष", "Line one\n\nLine two"):
        assert tidy(said) == said


def test_piled_accents_and_blank_lines_are_calmed():
    assert tidy("a" + "\u0301" * 50) == tidy("a" + "\u0301" * 4)
    assert tidy("a\n\n\n\n\nb") == "a\n\nb"


panels = st.lists(st.sampled_from("abcdefgh"), unique=True).map(lambda ids: Order(panels=tuple(ids)))


@given(panels, panels, panels)
def test_a_merge_never_doubles_a_panel_nor_loses_one_that_nobody_took_out(base, mine, theirs):
    merged = merge(base, mine, theirs).panels
    assert len(set(merged)) == len(merged)
    taken = {p for p in base.panels if p not in mine.panels or p not in theirs.panels}
    assert set(merged) == (set(mine.panels) | set(theirs.panels)) - taken


@given(panels, panels)
def test_a_merge_with_one_quiet_side_is_the_other_side(base, mine):
    assert merge(base, mine, base) == mine
    assert merge(base, base, mine) == mine


def test_a_picture_of_a_panel_is_the_same_bytes_each_time():
    panel = make_panel()
    assert write_sheet(panel) == write_sheet(panel.with_(notes="")) 
