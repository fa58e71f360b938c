"""The rehearsal: what the adults prepare, from what is known already, on the screen and as one page of A4."""
import datetime
import io

import pikepdf
import pytest

from tests.factories import make_cast, make_panel, make_person, make_story
from tests.press.paper import pages_of, sizes_of
from wordspics import guide
from wordspics.press.rehearsal import RehearsalSheet
from wordspics.story import About, Child

ADULTS = "For the adults. Not part of the child’s book."


@pytest.fixture
def story(sam) -> str:
    cast = make_cast(make_person(), make_person("lily", "Lily", role="child"), make_person("nan", "Nan", role="nan", can_talk_to=True),
                     make_person("dad", "Lee", role="dad", standing="not-seen"), make_person("june", "June", role="teacher", standing="helper"))
    about = About(title="Us two", children=(Child("Lily", 6, "lily"),), situation="dad-not-at-home", who="dad")
    panels = (make_panel("Lily loves the sea.", purpose="good-times", notes="The judge decides in June."), make_panel("Lee hit Mum."))
    return sam.store.stories.add(make_story(0, about=about, cast=cast).with_(panels=panels), sam.store.families.add("The Oaks").id)


def test_the_page_takes_what_is_known_and_names_nobody_the_child_does_not_see(sam, story):
    page = sam.visit(f"/stories/{story}/rehearsal").get_data(as_text=True)
    assert "When is Lee coming home?" in page and "Is it my fault?" in page and "Lily loves the sea." in page
    readers = page.partition("Who reads it to the child?")[2].partition("</p>")[0]
    assert "Mum" in readers and "Nan" in readers and "Lee" not in readers and "June" not in readers
    assert "never in the child’s booklet" in page and "style=" not in page
    for path in ("agree", "print"):
        assert f'href="/stories/{story}/rehearsal"' in sam.visit(f"/stories/{story}/{path}").get_data(as_text=True)


def test_it_prints_as_one_upright_page_that_says_whose_it_is(sam, story):
    answer = sam.send(f"/stories/{story}/rehearsal.pdf")
    assert answer.content_type == "application/pdf" and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'inline; filename="for-adults.pdf"'
    told, = pages_of(answer.data)
    width, height = sizes_of(answer.data)[0]
    assert (round(width), round(height)) == (595, 842)
    for words in (ADULTS, "When is Lee coming home?", "Who answers, and with which words", "Lily loves the sea.", "Straight afterwards",
                  "Tonight", "do not ask more", "Us two"):
        assert words in told, words
    assert "judge" not in told, "what adults noted on a panel stays there"
    with pikepdf.open(io.BytesIO(answer.data)) as pdf:
        assert dict(pdf.docinfo) == {"/Title": "Words and Pictures"} and pdf.Root.MarkInfo.Marked


def test_the_childs_booklet_holds_nothing_of_it(sam, story):
    booklet = " ".join(pages_of(sam.send(f"/stories/{story}/booklet.pdf").data))
    assert ADULTS not in booklet and "coming home" not in booklet and "Lily loves the sea." in booklet


def test_the_longest_names_and_the_longest_lines_still_make_one_page(sam):
    wide, said = ("W" * 60,) * 40, guide.preparing().rehearsal
    situations = guide.situations().values()
    asked = sorted((question for one in situations for question in one.may_ask), key=len)[-6:]
    after = max((one.card.afterwards[:2] for one in situations), key=lambda lines: sum(map(len, lines)))
    sheet = RehearsalSheet(
        title="W " * 60, today=datetime.date(2026, 12, 30), children=wide[:8], readers=wide, network=wide, prepare=said.prepare,
        may_ask=tuple(asked), holding=said.holding, warm=said.warm, own=("W" * 110,), afterwards=(*said.afterwards, *after), harm=said.harm)
    told, = pages_of(sam.app.extensions["press"].rehearse(sheet))
    assert asked[-1] in told and "Keep it with the notes for adults" in told


def test_a_story_about_nothing_the_guide_knows_has_a_page_too(sam):
    id = sam.store.stories.add(make_story(1, about=About(children=(Child("Lily", 6),)), cast=make_cast()), sam.store.families.add("X").id)
    told, = pages_of(sam.send(f"/stories/{id}/rehearsal.pdf").data)
    assert "Is it my fault?" in told and "For Lily" in told
