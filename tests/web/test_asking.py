"""Who sees the story first: asked, agreed, not agreed or not needed, each with who said what; and a no blocks nothing."""
import datetime
import re

import pytest

from tests.factories import make_cast, make_person, make_story
from wordspics.story import About, Child

TODAY = datetime.date.today()


@pytest.fixture
def story(sam) -> str:
    cast = make_cast(make_person(), make_person("dad", "Lee", role="dad", standing="seen"), make_person("nan", "Nan", role="nan"))
    about = About(title="Us", children=(Child("Lily", 6),), situation="dad-not-at-home")
    return sam.store.stories.add(make_story(2, about=about, cast=cast), sam.store.families.add("The Oaks").id)


def record(sam, story):
    return sam.store.stories.load(story).story.record


def say(sam, story, step, said, **fields):
    return sam.send(f"/stories/{story}/agree", {"what": "agreement", "step": step, "said": said, "on": str(TODAY), **fields})


def rows(sam, story) -> dict[str, str]:
    """What stands beside each who sees it first, in order."""
    sam.visit(f"/stories/{story}/agree")
    found = re.findall(r'class="asking__who">([^<]+)</span>(.*?)</summary>', sam.text, re.S)
    return {who: " ".join(re.sub("<[^>]+>", " ", said).split()) for who, said in found}


def test_those_the_situation_names_stand_in_the_list_and_the_others_behind_them(sam, story):
    assert list(rows(sam, story)) == ["A parent who is not at the table", "Family and friends around the child", "The manager",
                                      "A specialist who knows this family", "The council’s lawyer", "The police officer in the case"]
    assert "Others, where they matter" not in sam.text
    about = About(title="Us", children=(Child("Lily", 6),), situation="adoption")
    other = sam.store.stories.add(make_story(1, about=about), sam.store.families.add("The Elms").id)
    assert set(rows(sam, other).values()) == {"Not asked yet"}
    behind = sam.text.partition("Others, where they matter")[2]
    assert "The police officer in the case" in behind and "The council’s lawyer" not in behind


def test_each_answer_is_kept_with_who_when_and_what_they_said(sam, story):
    say(sam, story, "other-parent", "no", who="dad", note="“I never said that.”")
    say(sam, story, "network", "agreed", who="nan", on="2026-01-02")
    say(sam, story, "network", "asked", who="", name="Grandad")
    say(sam, story, "police", "not-needed", note="No case")
    day = f"{TODAY.day} {TODAY:%B}"
    told = rows(sam, story)
    assert told["A parent who is not at the table"] == f"Lee does not agree, {day}"
    assert told["Family and friends around the child"] == f"Nan agreed, 2 January Grandad was asked, {day}"
    assert told["The police officer in the case"] == f"Not needed here, {day}" and told["The manager"] == "Not asked yet"
    assert [(one.step, one.said, one.by) for one in record(sam, story).agreements] == [
        ("other-parent", "no", "Lee"), ("network", "agreed", "Nan"), ("network", "asked", "Grandad"),
        ("police", "not-needed", "The police officer in the case")]
    assert "I never said that." in sam.text


def test_a_no_is_said_plainly_here_and_before_printing_and_stops_nothing(sam, story):
    say(sam, story, "other-parent", "no", who="dad")
    assert "Draft, not yet agreed" in sam.visit(f"/stories/{story}/agree").get_data(as_text=True), "a no is nobody's yes"
    assert re.search(r'agree__no.*<b translate="no">Lee</b> does not agree', sam.text, re.S)
    say(sam, story, "", "agreed", who="mum")
    page = sam.visit(f"/stories/{story}/print").get_data(as_text=True)
    before = page.partition("Before you print")[2].partition("</section>")[0]
    assert "Lee</b> does not agree" in before and "Agreed so far: <span translate=\"no\">Mum" in page
    assert "disabled" not in page.partition('value="open"')[2].partition(">")[0]
    assert sam.send(f"/stories/{story}/booklet.pdf").status_code == 200


def test_somebody_who_said_no_may_agree_later_and_both_stay_written_down(sam, story):
    say(sam, story, "other-parent", "no", who="dad", on="2026-03-01")
    say(sam, story, "other-parent", "agreed", who="dad", on="2026-03-09")
    assert rows(sam, story)["A parent who is not at the table"] == "Lee agreed, 9 March"
    assert sam.text.count("Lee</b> does not agree") == 1 and not record(sam, story).noes


def test_a_yes_from_the_police_says_it_may_be_told_and_not_that_it_is_right(sam, story):
    say(sam, story, "police", "agreed", name="PC Lee")
    assert "Draft, not yet agreed" in sam.visit(f"/stories/{story}/agree").get_data(as_text=True)


def test_a_change_since_they_answered_stands_beside_their_answer(sam, story, clock):
    say(sam, story, "other-parent", "no", who="dad")
    clock.pass_by(10)
    sam.send(f"/stories/{story}/panels", {"after": ""})
    assert rows(sam, story)["A parent who is not at the table"].endswith("changed since")
    assert "since Lee said no. Ask once more, and note it again." in sam.text


@pytest.mark.parametrize("step, said, sentence", [
    ("manager", "", "Please choose what they said"), ("manager", "perhaps", "Please choose what they said"),
    ("milkman", "agreed", "Please choose what they said")])
def test_an_answer_nobody_gave_is_not_noted(sam, story, step, said, sentence):
    assert say(sam, story, step, said).status_code == 422
    assert sentence in sam.text and not record(sam, story).agreements


def test_notes_for_the_file_say_who_did_not_agree_and_in_which_part(sam, story):
    say(sam, story, "manager", "agreed", name="Priya", on="2026-01-02")
    say(sam, story, "other-parent", "no", who="dad", on="2026-01-03", note="Wants another word for it")
    text = sam.visit(f"/stories/{story}/notes.txt").get_data(as_text=True)
    assert "Agreed by Priya (the manager), 2 January 2026" in text
    assert "Not agreed by Lee (a parent who is not at the table), 3 January 2026: Wants another word for it" in text
    assert "Wants another word for it" in sam.visit(f"/stories/{story}/notes").get_data(as_text=True)


# ---- looking at it again ----

def again(sam, story, **fields):
    return sam.send(f"/stories/{story}/agree", {"what": "look-again", **fields})


def test_a_telling_sets_the_day_to_look_at_it_again(sam, story):
    told = {"what": "telling", "who": "mum", "on": "2026-05-01"}
    sam.send(f"/stories/{story}/agree", {**told, "again": "14"})
    assert record(sam, story).look_again == datetime.date(2026, 5, 15), "two weeks from the telling"
    sam.visit(f"/stories/{story}/agree")
    assert "Time to look at it again." in sam.text
    sam.send(f"/stories/{story}/agree", {**told, "on": "2026-05-02"})
    assert record(sam, story).look_again == datetime.date(2026, 5, 15), "a form that does not ask leaves the day"


def test_the_day_is_changed_put_aside_and_set_anew_by_looking(sam, story):
    later = TODAY + datetime.timedelta(days=40)
    again(sam, story, again="day", again_on=str(later))
    assert record(sam, story).look_again == later
    again(sam, story, again="day", aside="yes")
    assert record(sam, story).look_again is None
    sam.send(f"/stories/{story}/agree", {"what": "review", "who": "nan", "on": str(TODAY), "note": "A page about school", "again": "365"})
    assert [(one.by, one.note) for one in record(sam, story).reviews] == [("Nan", "A page about school")]
    assert record(sam, story).look_again == TODAY + datetime.timedelta(days=365)
    rev = sam.store.stories.load(story).sheets[sam.store.stories.load(story).record_id].rev
    sam.send(f"/stories/{story}/agree/review/0/removal", {"rev": str(rev)})
    assert record(sam, story).reviews == ()


@pytest.mark.parametrize("fields", [{"again": "soon"}, {"again": "day"}, {"again": "day", "again_on": "2020-01-01"},
                                    {"again": "day", "again_on": "9999-01-01"}])
def test_a_day_that_cannot_be_is_asked_for_again_and_nothing_is_noted(sam, story, fields):
    assert again(sam, story, **fields).status_code == 422 and "Please choose" in sam.text
    assert record(sam, story).look_again is None


def test_home_and_print_say_quietly_when_it_is_time(sam, story):
    told = {"what": "telling", "who": "mum", "on": "2026-05-01", "again": "14"}
    sam.send(f"/stories/{story}/agree", told)
    for path in ("/", f"/stories/{story}/print"):
        assert "Time to look at it again" in sam.visit(path).get_data(as_text=True), path
    sam.begin()
    assert "Time to look at it again" in sam.visit("/").get_data(as_text=True), "not only while it is the newest"
    again(sam, story, again="91")
    assert "Time to look at it again" not in sam.visit("/").get_data(as_text=True)
