"""Who has copies: noted in one tap after printing, seen at a glance, marked when the story changed, and ended."""
import datetime
import re

import pytest

from tests.factories import make_story
from wordspics.story import Version

TODAY = datetime.date.today()


@pytest.fixture
def story(sam) -> str:
    return sam.store.stories.add(make_story(2), sam.store.families.add("The Oaks").id)


def copies(sam, story):
    return sam.store.stories.load(story).story.record.copies


def give(sam, story, **fields):
    """As the print page that lies open sends it."""
    page = sam.visit(f"/stories/{story}/print").get_data(as_text=True)
    at = re.search(r'name="at" value="([^"]+)"', page)[1]
    return sam.send(f"/stories/{story}/copies", {"edition": "folded", "ink": "colour", "language": "en", "at": at, **fields})


def became(sam, story, at, ending, **more):
    kept = sam.store.stories.load(story)
    return sam.send(f"/stories/{story}/copies/{at}", {"ending": ending, "rev": str(kept.sheets[kept.record_id].rev), **more})


def listed(sam, story) -> list[str]:
    page = sam.visit(f"/stories/{story}/print").get_data(as_text=True)
    found = re.findall(r'<li class="holders__one[^>]*>\s*(<p.*?</p>)', page, re.S)
    return [" ".join(re.sub("<[^>]+>", " ", one).split()) for one in found]


def test_one_tap_notes_who_has_which_copy_and_the_page_stays_as_it_was(sam, story):
    assert give(sam, story, who="mum", edition="pages", ink="grey").status_code == 303
    assert sam.page.headers["Location"].endswith("/print?edition=pages&ink=grey&language=en#copies")
    copy, = copies(sam, story)
    assert (copy.by, copy.what, copy.on, copy.is_file, copy.is_out) == ("Mum", "One panel a page, in grey", TODAY, False, True)
    assert listed(sam, story) == [f"Mum One panel a page, in grey, paper, {TODAY.day} {TODAY:%B}"]
    assert "1 copy is out." in sam.text


def test_the_children_come_first_and_the_file_and_school_can_have_one(sam, story):
    page = sam.visit(f"/stories/{story}/print").get_data(as_text=True)
    assert re.findall(r'class="chip[^"]*" name="who" value="([^"]+)"', page)[-2:] == ["The child’s file", "School"]
    give(sam, story, who="The child’s file")
    assert copies(sam, story)[0].by == "The child’s file"


def test_somebody_else_a_file_and_where_it_is_kept(sam, story):
    give(sam, story, name="Miss Reed", kind="file", note="In the head's drawer")
    give(sam, story, name="The court", kind="sealed")
    assert [(one.by, one.what, one.is_file, one.note) for one in copies(sam, story)] == [
        ("Miss Reed", "Folded booklet, in colour", True, "In the head's drawer"), ("The court", "Sealed copy of the story", True, "")]
    assert "In the head's drawer" in sam.visit(f"/stories/{story}/print").get_data(as_text=True).replace("&#39;", "'")


def test_a_button_pressed_twice_notes_it_once_and_a_second_copy_is_a_second_copy(sam, story, clock):
    give(sam, story, who="mum", at="5.5")
    sam.send(f"/stories/{story}/copies", {"edition": "folded", "ink": "colour", "who": "mum", "at": "5.5", "language": "en"})
    assert len(copies(sam, story)) == 1
    clock.pass_by(1)
    give(sam, story, who="mum")
    assert len(copies(sam, story)) == 2


def test_a_copy_older_than_a_change_says_so_until_it_is_back(sam, story, clock):
    give(sam, story, who="mum")
    clock.pass_by(10)
    assert "since this copy was made" not in " ".join(listed(sam, story))
    sam.send(f"/stories/{story}/panels", {"after": ""})
    clock.pass_by(10)
    give(sam, story, who="The child’s file")
    newest, older = listed(sam, story)
    assert older.endswith("Panel 3 has changed since this copy was made.") and "changed" not in newest
    became(sam, story, 0, "back")
    assert listed(sam, story)[1].endswith(f"Came back, {TODAY.day} {TODAY:%B}"), "behind those that are out, and quiet about the change"


def test_a_change_made_after_the_page_was_shown_is_not_in_the_copy_that_was_printed_from_it(sam, story, clock):
    shown = sam.store.now()
    clock.pass_by(1)
    sam.send(f"/stories/{story}/panels", {"after": ""})
    clock.pass_by(1)
    sam.send(f"/stories/{story}/copies", {"who": "mum", "at": str(shown)})
    assert "Panel 3 has changed" in listed(sam, story)[0]
    for odd in ("nan", "inf", "-5", "later", "9e99"):
        sam.send(f"/stories/{story}/copies", {"who": "mum", "at": odd})
        assert copies(sam, story)[-1].at == sam.store.now()


def test_a_copy_of_a_childs_own_reading_names_it_and_notices_its_words(sam, clock):
    story = make_story(2)
    told = story.with_(versions=(Version(id="young", child="Max", age=3).tell(story.panels[0].id, "Max is here.", "en", 1),))
    id = sam.store.stories.add(told, sam.store.families.add("The Oaks").id)
    version = sam.store.stories.load(id).story.versions[0]
    give(sam, id, who="mum", reading=version.id)
    assert copies(sam, id)[0].what == "Folded booklet, in colour, for Max, 3"
    clock.pass_by(5)
    rev = sam.store.stories.load(id).sheets[version.id].rev
    sam.send(f"/stories/{id}/ages/{version.id}", {f"words-{sam.store.stories.load(id).story.panels[0].id}": "Max sings.", "rev": rev})
    assert listed(sam, id)[0].endswith("The words of this reading have changed since this copy was made.")
    sam.send(f"/stories/{id}/ages/{version.id}/removal")
    assert "for Max, 3" in listed(sam, id)[0], "the copy is still out when the reading is gone"


def test_a_copy_is_destroyed_is_out_after_all_or_was_noted_by_mistake(sam, story):
    give(sam, story, who="mum", note="Blue bag")
    became(sam, story, 0, "destroyed")
    assert (copies(sam, story)[0].ending, copies(sam, story)[0].ended, copies(sam, story)[0].note) == ("destroyed", TODAY, "Blue bag")
    for page in ("print", "keep"):
        assert "No copy is out." in sam.visit(f"/stories/{story}/{page}").get_data(as_text=True)
    became(sam, story, 0, "")
    assert copies(sam, story)[0].is_out and copies(sam, story)[0].ended is None
    became(sam, story, 0, "off")
    assert copies(sam, story) == ()


@pytest.mark.parametrize("ending, left", [("back", ["back", ""]), ("off", [""])])
def test_what_became_of_a_copy_is_said_once_by_a_button_pressed_twice(sam, story, ending, left):
    give(sam, story, who="mum")
    page = sam.store.stories.load(story)
    give(sam, story, name="Miss Reed")
    for _ in range(2):
        answer = sam.send(f"/stories/{story}/copies/0", {"ending": ending, "rev": str(page.sheets[page.record_id].rev)})
        assert answer.status_code == 303
    assert [one.ending for one in copies(sam, story)] == left


def test_what_two_windows_say_of_a_copy_is_not_written_over(sam, story):
    give(sam, story, who="mum")
    kept = sam.store.stories.load(story)
    page = {"rev": str(kept.sheets[kept.record_id].rev)}
    sam.send(f"/stories/{story}/copies/0", {**page, "ending": "destroyed"})
    assert sam.send(f"/stories/{story}/copies/0", {**page, "ending": "back"}).status_code == 409
    assert copies(sam, story)[0].ending == "destroyed"


def test_an_old_page_and_an_odd_wish_change_nothing(sam, story):
    give(sam, story, who="mum")
    for at, fields in ((0, {"ending": "back", "rev": "1"}), (7, {"ending": "back"}), (0, {"ending": "eaten"}), (0, {})):
        rev = {"rev": str(sam.store.stories.load(story).sheets[sam.store.stories.load(story).record_id].rev)}
        assert sam.send(f"/stories/{story}/copies/{at}", {**rev, **fields}).status_code == 409
        assert "That list has changed" in sam.text
    for fields in ({}, {"name": "x" * 500}, {"who": "mum", "kind": "stone"}, {"who": "mum", "note": "x" * 9000}):
        assert sam.send(f"/stories/{story}/copies", fields).status_code == 422
    assert len(copies(sam, story)) == 1 and copies(sam, story)[0].is_out


def test_the_file_gets_the_list_and_deleting_says_what_is_still_out(sam, story):
    give(sam, story, who="mum")
    became(sam, story, 0, "destroyed")
    give(sam, story, name="Miss Reed", note="Top drawer")
    text = sam.visit(f"/stories/{story}/notes.txt").get_data(as_text=True)
    assert f"Copy for Mum (Folded booklet, in colour, paper; destroyed on {TODAY.day} {TODAY:%B} {TODAY.year}), " in text
    assert "Copy for Miss Reed (Folded booklet, in colour, paper), " in text and "Top drawer" in text
    page = sam.visit(f"/stories/{story}/delete").get_data(as_text=True)
    assert 'still out: <span translate="no">Miss Reed</span>.' in page and "Mum" not in page
    assert "Miss Reed" in sam.visit(f"/stories/{story}/keep").get_data(as_text=True)


def test_where_copies_are_kept_leaves_with_the_notes_and_not_without_them(sam, story):
    from wordspics.store import storyfile

    give(sam, story, who="mum", note="In the blue bag")
    seal = {"passphrase": "a copy for the carer"}
    for more, note in (({}, ""), ({"notes": "yes"}, "In the blue bag")):
        record = storyfile.open_file(sam.send(f"/stories/{story}/keep", {**seal, **more}).data, seal["passphrase"])[0].record
        assert [(one.by, one.note) for one in record.copies] == [("Mum", note)]
