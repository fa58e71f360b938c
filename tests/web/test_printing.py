"""Print and tell: the page, its pictures, and the PDF itself."""
import datetime
import io
import re

import pypdfium2
import pytest
from PIL import Image

from tests.factories import make_panel, make_story
from wordspics.press import Press
from wordspics.story import About, Aside, Child, Panel, Story

DRAFT = "Draft, not yet agreed"


@pytest.fixture
def keep(sam):
    """Keeps a story; its id."""
    family = sam.store.families.add("The Oaks").id
    return lambda story: sam.store.stories.add(story, family)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def booklet(sam, story, **fields) -> bytes:
    answer = sam.send(f"/stories/{story}/booklet.pdf", fields)
    assert answer.status_code == 200, sam.text
    return answer.data


def test_the_page_asks_who_could_find_it_and_says_the_printer_settings(sam, keep):
    story = keep(make_story(2))
    assert sam.visit(f"/stories/{story}/print").status_code == 200
    assert "Who could find this?" in sam.text and "Ask your manager" in sam.text
    assert all(said in sam.text for said in ("A4", "Landscape", "Flip on short edge", "Actual size"))
    assert not re.search(r'name="find"[^>]* checked', sam.text)
    assert "style=" not in sam.text


def test_the_pdf_has_a_name_that_says_nothing_and_is_stored_nowhere(sam, keep):
    story = keep(make_story(2, about=About(title="Why Quillworth moved", children=(Child("Zephyrine", 6),))))
    pdf = booklet(sam, story)
    assert sam.page.content_type == "application/pdf" and pdf.startswith(b"%PDF")
    assert sam.page.headers["Content-Disposition"] == 'inline; filename="words-and-pictures.pdf"'
    assert sam.page.headers["Cache-Control"] == "no-store"
    assert sam.page.headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert sam.send(f"/stories/{story}/booklet.pdf", {"how": "save"}).headers["Content-Disposition"].startswith("attachment;")


def test_noting_agreement_takes_the_draft_mark_off_the_booklet(sam, keep):
    story = keep(make_story(2))
    before = pages_of(booklet(sam, story))
    assert DRAFT in before[0] and "This is panel 1." in " ".join(before)
    sam.send(f"/stories/{story}/agree", {"what": "agreement", "who": "mum", "on": datetime.date.today().isoformat()})
    after = " ".join(pages_of(booklet(sam, story)))
    assert DRAFT not in after and "This is panel 1." in after


def test_each_edition_prints_as_the_page_says(sam, keep):
    story = keep(make_story(3))
    for edition in ("folded", "pages"):
        sam.visit(f"/stories/{story}/print?edition={edition}")
        said = re.search(r"(?:Sheet 1 of (\d+), front|Page 1 of (\d+))", sam.text)
        sides = int(said[1]) * 2 if said[1] else int(said[2])
        assert len(pages_of(booklet(sam, story, edition=edition, ink="outline"))) == sides


def test_the_picture_of_a_side_is_of_the_pdf_that_prints(sam, keep):
    story = keep(make_story(2))
    sam.visit(f"/stories/{story}/print")
    src = re.search(r'class="sheet__side"[^>]* src="([^"]+)"', sam.text)[1].replace("&amp;", "&")
    answer = sam.visit(src)
    assert answer.content_type == "image/png" and answer.headers["Cache-Control"] == "no-store"
    assert Image.open(io.BytesIO(answer.data)).size == (1100, 778)
    assert sam.visit(src.replace("side=0", "side=999")).status_code == 200


def test_a_proof_is_laid_out_once_and_not_again_until_the_story_changes(sam, keep, monkeypatch):
    story, printed = keep(make_story(2)), []
    real = Press.print
    monkeypatch.setattr(Press, "print", lambda *given, **more: printed.append(1) or real(*given, **more))
    for side in range(3):
        sam.visit(f"/stories/{story}/print/side.png?side={side}")
    assert len(printed) == 1
    sam.send(f"/stories/{story}/agree", {"what": "agreement", "who": "mum", "on": datetime.date.today().isoformat()})
    sam.visit(f"/stories/{story}/print/side.png")
    assert len(printed) == 2


def test_proofs_in_memory_are_sealed(sam, keep):
    story = keep(make_story(1))
    pdf = booklet(sam, story)
    kept = list(sam.app.extensions["proofs"]._sealed.values())
    assert len(kept) == 1 and len(kept[0]) > len(pdf) and pdf[:200] not in kept[0] and b"%PDF" not in kept[0][:64]


def test_help_lines_are_printed_only_when_ticked(sam, keep):
    story = keep(make_story(1, about=About(title="Us", children=(Child("Lily", 6),), situation="dad-not-at-home")))
    sam.visit(f"/stories/{story}/print")
    assert 'name="help" value="childline"' in sam.text and not re.search(r'name="help"[^>]* checked', sam.text)
    assert "0800 1111" not in " ".join(pages_of(booklet(sam, story)))
    assert "0800 1111" in " ".join(pages_of(booklet(sam, story, help="childline")))


def test_words_too_long_for_one_page_are_named_by_panel(sam, keep):
    long = make_panel("This sentence is said again and again. " * 35)
    story = keep(make_story(1).with_(panels=(make_panel(), long)))
    sam.visit(f"/stories/{story}/print")
    assert "The words of panel 2 are too long for one page here" in sam.text


def test_a_story_with_nothing_to_print_says_so_on_the_page(sam, keep):
    story = keep(make_story(0))
    sam.visit(f"/stories/{story}/print")
    assert "There is nothing to print yet" in sam.text and "sheet__side" not in sam.text
    assert sam.send(f"/stories/{story}/booklet.pdf").status_code == 422
    assert "There is nothing to print yet" in sam.text
    assert sam.visit(f"/stories/{story}/print/side.png", headers={"Accept": "application/json"}).status_code == 422
    assert "There is nothing to print yet" in sam.page.get_json()["sentence"]


def test_a_computer_that_cannot_print_is_told_what_to_install(sam, keep, monkeypatch):
    story = keep(make_story(1))
    sentence = "To print, this computer needs Pango: on Debian or Ubuntu, apt install libpango-1.0-0 brings it."
    monkeypatch.setattr(Press, "is_able", staticmethod(lambda: sentence))
    sam.visit(f"/stories/{story}/print")
    assert sentence in sam.text and re.search(r'value="open"[^>]* disabled', sam.text)
    assert sam.send(f"/stories/{story}/booklet.pdf").status_code == 503
    assert sentence in sam.text


def test_notes_for_adults_never_print(sam, keep):
    story = keep(make_story(1).with_(panels=(make_panel(notes="marzipan-lighthouse"),)))
    assert "marzipan" not in " ".join(pages_of(booklet(sam, story)))


@pytest.mark.parametrize("asked", ["edition=origami", "ink=blood", "side=-1", "side=x", "edition=%00&ink=%ff", f"side={'9' * 20}"])
def test_an_odd_wish_gets_the_usual_page(sam, keep, asked):
    story = keep(make_story(1))
    assert sam.visit(f"/stories/{story}/print?{asked}").status_code == 200
    assert "Folded booklet" in sam.text


# ---- before it is printed ----

def test_names_and_places_a_stranger_could_use_are_said_once_more_even_if_they_were_kept_on_purpose(sam, keep):
    panel = make_panel("a1").tell("Lily goes to St Mary's School. Ring 01632 960123. Miss Reed is nice.", "en").with_(
        asides=(Aside(kind="identifying", found="St Mary's School"),), notes="Flat 4, 12 Mill Lane")
    hidden = make_panel("a2").tell("We live at 12 Mill Lane.", "en").with_(hidden=True)
    story = keep(Story(about=About(title="Lily Quillworth", children=(Child("Lily", 6),)), panels=(panel, hidden)))
    page = sam.visit(f"/stories/{story}/print").get_data(as_text=True)
    said = re.search(r'class="before__list">(.*?)</ul>', page, re.S)[1]
    assert all(found in said for found in ("St Mary&#39;s School", "01632 960123", "Lily Quillworth"))
    assert "Mill Lane" not in page and "Miss Reed" not in said and "panel 1</a>" in said and "the title</a>" in said
    assert booklet(sam, story).startswith(b"%PDF"), "nothing is blocked"


def test_an_empty_panel_and_a_missing_title_are_said_beside_print_and_a_whole_story_is_left_in_peace(sam, keep):
    bare = keep(Story(about=About(children=(Child("Lily", 6),)), panels=(make_panel("a1"), Panel(id="a2"), Panel(id="a3", hidden=True))))
    page = sam.visit(f"/stories/{bare}/print").get_data(as_text=True)
    assert "It has no title yet" in page and re.search(r"<a[^>]*>Panel 2</a> has nothing on it yet. It is left out of this booklet.", page)
    told = keep(Story(panels=(make_panel("Lily and Mum").with_(purpose="cover"), make_panel("a1")), about=About(children=(Child("Lily", 6),))))
    assert "Before you print" not in sam.visit(f"/stories/{told}/print").get_data(as_text=True), "the cover's own words are its title"
    whole = keep(Story(about=About(title="Us", children=(Child("Lily", 6),)), panels=(make_panel("a1").tell("Mum loves Lily.", "en"),)))
    assert "Before you print" not in sam.visit(f"/stories/{whole}/print").get_data(as_text=True)


def test_panels_with_nothing_on_them_are_said_to_be_left_out_and_are(sam, keep):
    panels = (make_panel("a1"), Panel(id="a2"), make_panel("a3"), Panel(id="a4"), Panel(id="a5"))
    story = keep(make_story(0).with_(panels=panels))
    said = " ".join(re.sub(r"<[^>]+>", "", sam.visit(f"/stories/{story}/print").get_data(as_text=True)).split())
    assert "Panels 2, 4 and 5 have nothing on them yet. They are left out of this booklet." in said
    full = keep(make_story(0).with_(panels=(panels[0], panels[2])))
    assert pages_of(booklet(sam, story)) == pages_of(booklet(sam, full))


def test_who_has_agreed_so_far_is_said_beside_print_with_the_way_to_note_others(sam, keep):
    day = datetime.date(datetime.date.today().year, 1, 1)
    story = make_story(2)
    story = keep(story.with_(record=story.record.agree("Mum", day).agree("Dad", day)))
    page = " ".join(re.sub(r"<(?!a )[^>]+>", "", sam.visit(f"/stories/{story}/print").get_data(as_text=True)).split())
    assert f'Agreed so far: Mum, 1 January; Dad, 1 January. <a href="/stories/{story}/agree">Note others' in page and DRAFT not in page
