"""The whole job, in a real browser, with a mouse on a laptop and then with a finger on a touch screen.

From the first visit to a printed booklet whose words are read back out of the PDF, then kept, deleted, opened and left.
"""
import subprocess

import pytest

from pages import LAPTOP, PASSPHRASE, TOUCH, Agree, Begin, Book, Door, Hand, Panels, People, PrintPage

NEWER, COPY = "four cold puddles", "a copy for the carer"
WORDS = ["Robin and the kitten", "Robin lives with Aunty Bea.", "Nan was worried about Robin.", "Some days there was no tea.",
         "Sam came to help.", "You can talk to Aunty Bea."]


def words_of(pdf: bytes, tmp_path) -> str:
    (tmp_path / "booklet.pdf").write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", str(tmp_path / "booklet.pdf"), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("size", [pytest.param("laptop", marks=pytest.mark.browser_context_args(viewport=LAPTOP)),
                                  pytest.param("touch", marks=pytest.mark.browser_context_args(viewport=TOUCH, has_touch=True))])
def test_from_a_first_word_to_a_folded_booklet(live, quiet, axe, tmp_path, size):
    hand = Hand(quiet, live.url, touch=size == "touch")
    quiet.expected = ["403 (FORBIDDEN)", "401 (UNAUTHORIZED)"]    # the wrong passphrase, once; what is under way while the door shuts
    quiet.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>"))

    def fair():
        assert not axe(quiet), quiet.url

    key = Door(hand).found("Rosa", PASSPHRASE)
    fair()
    story = Begin(hand).start(child="Robin", age=6, about="Living with family", spine="Short")
    fair()
    Begin(hand).go_on()

    people = People(hand)
    people.choose("Aunty")
    hand.write("#name", "Aunty Bea")
    people.say_where("home")
    people.may_be_talked_to()
    before = people.drawing()
    people.look("Hair", "locs")
    assert people.drawing() != before
    fair()

    panels = Panels(hand)
    hand.visit(f"/stories/{story}/panels")
    for n, words in enumerate(WORDS):
        panels.tell(words)
        if n == 1:
            compose(panels)
            fair()
        panels.saved()
        panels.next()
    assert quiet.url.endswith("/read")

    told = Book(hand).pages(story)
    for words in WORDS[1:]:
        assert any(words in page for page in told), (words, told)
    assert not any("June" in page for page in told), "the adults' note is never read to a child"
    fair()

    hand.visit(f"/stories/{story}/print")
    draft = words_of(PrintPage(hand).save("Folded booklet", "In colour"), tmp_path)
    assert "Draft, not yet agreed" in draft
    note_a_copy(hand)
    say_no(hand, story)
    hand.visit(f"/stories/{story}/agree")
    Agree(hand).note("agreement", "Mum")
    Agree(hand).note("telling", "Aunty Bea")
    fair()
    hand.visit(f"/stories/{story}/print")
    quiet.get_by_text("Dad does not agree").wait_for()
    fair()
    booklet = words_of(PrintPage(hand).save("Folded booklet", "To colour in"), tmp_path)
    flat = " ".join(booklet.split())
    assert "Draft" not in flat and "June" not in flat
    for words in WORDS[1:]:
        assert words in flat
    pages = " ".join(words_of(PrintPage(hand).save("One panel a page", "In colour"), tmp_path).split())
    assert [pages.index(words) for words in WORDS[1:]] == sorted(pages.index(words) for words in WORDS[1:])

    copy = save_a_copy(hand, story, tmp_path)
    delete(hand, story)
    open_the_copy(hand, copy)
    fair()
    leave_and_come_back(hand, key)


def compose(panels: Panels) -> None:
    """A kitchen, somebody in it who is moved and feels something, a thing found by name, and a note for adults."""
    panels.set_in("Kitchen")
    aunty = panels.put_in("Aunty Bea")
    before = aunty.bounding_box()
    panels.feel("Aunty Bea", "worried")
    panels.page.locator(".stage__items button[aria-label^='Aunty Bea'][aria-label*='worried']").wait_for()      # once it is drawn again
    aunty = panels.figure("Aunty Bea")
    middle = (before["x"] + before["width"] / 2, before["y"] + before["height"] / 3)
    panels.hand.drag(middle, (middle[0] + 90, middle[1]))
    assert abs(panels.figure("Aunty Bea").bounding_box()["x"] - before["x"] - 90) < 12
    panels.saved()
    panels.put_thing("cuddly bear", "Teddy")
    panels.note("The judge decides in June.")


def note_a_copy(hand: Hand) -> None:
    """One tap, and the page is where it was; what became of it is one tap further."""
    hand.press(hand.page.locator(".chip", has_text="Aunty Bea"))
    hand.page.locator(".holders__one", has_text="Aunty Bea").wait_for()
    hand.awake()
    hand.press(".holders__more summary")
    hand.press(hand.page.get_by_role("button", name="Came back"))
    hand.page.get_by_text("No copy is out.").wait_for()


def say_no(hand: Hand, story: str) -> None:
    """With the keys alone: a row opens, the answer is chosen, the name written."""
    hand.visit(f"/stories/{story}/agree")
    row = hand.page.locator("details.asking", has_text="A parent who is not at the table")
    row.locator("summary").press("Enter")
    row.get_by_label("Does not agree").press("Space")
    row.get_by_label("Someone else").press("Space")
    row.get_by_label("Their name").fill("Dad")
    row.get_by_label("Their name").press("Enter")
    hand.page.locator(".agree__no", has_text="Dad does not agree").wait_for()
    hand.awake()


def save_a_copy(hand: Hand, story: str, tmp_path):
    hand.visit(f"/stories/{story}/keep")
    hand.write("#passphrase", COPY)
    with hand.page.expect_download() as coming:
        hand.press("main button:has-text('Save a copy')")
    path = tmp_path / "copy.wordspics"
    coming.value.save_as(path)
    assert "Robin".encode() not in path.read_bytes()
    return path


def delete(hand: Hand, story: str) -> None:
    hand.visit(f"/stories/{story}/delete")
    hand.press("main button:has-text('Delete this story')")
    hand.page.wait_for_selector(".home")
    assert not hand.page.locator(f"a[href*='{story}']").count()


def open_the_copy(hand: Hand, copy) -> None:
    hand.visit("/copies")
    hand.page.set_input_files("#file", copy)
    hand.write("#passphrase", COPY)
    hand.press("main button:has-text('Open the copy')")
    hand.page.wait_for_url("**/stories/**")
    hand.awake()
    opened = hand.page.url.split("/")[4]
    assert any(WORDS[2] in page for page in Book(hand).pages(opened))


def leave_and_come_back(hand: Hand, key: str) -> None:
    Door(hand).lock()
    Door(hand).unlock("not the passphrase")
    hand.page.locator("[role=alert]").wait_for()
    Door(hand).unlock(PASSPHRASE)
    hand.page.wait_for_selector(".home")
    hand.press("header button:has-text('Exit')")
    hand.page.wait_for_url("https://www.bbc.co.uk/weather")
    hand.page.go_back()
    assert WORDS[1] not in hand.page.content() and "Robin" not in hand.page.content()
    Door(hand).recover(key, NEWER)
    Door(hand).lock()
    Door(hand).unlock(NEWER)
    hand.page.wait_for_selector(".home")
