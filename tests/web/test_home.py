"""Home: the stories, the newest first, and parting with one."""
from tests.factories import make_person
from wordspics import guide
from wordspics.story import Scene, Thing
from wordspics.story.sheet import write_sheet


def test_the_newest_story_is_ready_to_be_carried_on(sam, clock):
    sam.begin(child="Robin")
    clock.pass_by(minutes=1)
    newest = sam.begin(child="Wren")
    sam.visit("/")
    assert f'class="button button--primary" href="/stories/{newest}/panels"' in sam.text
    assert sam.text.count("An example:") == len(guide.examples())


def test_a_storys_first_picture_is_its_thumbnail(sam):
    kept = sam.store.stories.load(sam.begin())
    panel = kept.story.panels[0].show(Scene(place="kitchen", items=(Thing(id="t", name="teddy"),)))
    sam.store.sheets.put(kept.id, panel.id, write_sheet(panel), kept.sheets[panel.id].rev, "a-save-of-a-picture")
    sam.visit("/")
    assert 'data-item="t"' in sam.text


def test_a_story_is_deleted_after_one_question_by_name(sam):
    kept = sam.store.stories.load(sam.begin())
    sam.visit(f"/stories/{kept.id}/delete")
    assert f"Delete “<span translate=\"no\">For Robin</span>”?" in sam.text
    assert sam.store.stories.load(kept.id)
    assert sam.send(f"/stories/{kept.id}/delete").headers["Location"] == "/"
    sam.follow()
    assert "gone from this computer" in sam.text and not sam.own_cards
    assert sam.visit(f"/stories/{kept.id}/card").status_code == 404


def test_one_damaged_panel_of_the_newest_story_shuts_nobody_out(sam):
    story = sam.begin(child="Robin")
    last = sam.store.stories.load(story).story.panels[-1].id
    with sam.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE revisions SET body = zeroblob(length(body)) WHERE sheet = ?", (last,))
    assert sam.visit("/").status_code == 200
    assert "has been damaged on the disk" in sam.text and "An example" in sam.text and "Start a story" in sam.text
    assert sam.visit(f"/stories/{story}/delete").status_code == 200
    assert sam.send(f"/stories/{story}/delete").status_code == 303 and not sam.own_cards


def test_a_damaged_story_says_so_hides_no_other_and_can_still_be_deleted(sam):
    story = sam.begin()
    with sam.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE revisions SET body = zeroblob(length(body)) WHERE story = ?", (story,))
    assert sam.visit("/").status_code == 200
    assert "cannot be read" in sam.text and "An example" in sam.text
    assert sam.visit(f"/stories/{story}/card").status_code == 500 and "damaged" in sam.text
    assert sam.send(f"/stories/{story}/delete").status_code == 303
    assert not sam.own_cards


def test_home_asks_where_somebody_is_by_name_and_never_where_a_judge_is(sam):
    kept = sam.store.stories.load(sam.begin())
    cast = kept.story.cast
    nan = make_person("nan", "Nan", role="nan", proposed=True)
    judge = make_person("judge", "The judge", role="judge", standing="helper", proposed=True)
    placed = tuple(one.with_(proposed=False) for one in cast.people if one.id != "nan")
    for people, asked in (((*placed, judge, nan), 'where is <span translate="no">Nan</span> now?'), ((*placed, judge), "the first panel.")):
        rev = sam.store.stories.load(kept.id).sheets[kept.cast_id].rev
        sam.store.sheets.put(kept.id, kept.cast_id, write_sheet(cast.with_(people=people)), rev, f"a-save-of-{len(people)}-people")
        sam.visit("/")
        assert f"<b>Next:</b> {asked}" in sam.text
