"""Copies: one story as a sealed file, back again, and everything backed up and put back."""
import io
import zipfile

import pytest

from wordspics import guide
from wordspics.store import SCRATCH, backup, storyfile
from wordspics.story.sheet import write_sheet, write_story

SEAL = "four green bottles"


def with_note(sam) -> str:
    """A story whose first panel has a note for adults."""
    kept = sam.store.stories.load(sam.begin(child="Robin"))
    panel = kept.story.panels[0].with_(notes="Nan is not well").tell("Robin lives with Mum.")
    sam.store.sheets.put(kept.id, panel.id, write_sheet(panel), kept.sheets[panel.id].rev, "a-save-with-a-note")
    return kept.id


def upload(sam, data: bytes, **fields):
    return sam.send("/copies", {"file": (io.BytesIO(data), "copy.wordspics"), "passphrase": "", "family": "", **fields},
                    content_type="multipart/form-data")


def test_a_copy_is_sealed_leaves_the_notes_out_and_names_nobody(sam):
    answer = sam.send(f"/stories/{with_note(sam)}/keep", {"passphrase": SEAL})
    assert answer.status_code == 200 and "words-and-pictures.wordspics" in answer.headers["Content-Disposition"]
    assert b"Robin" not in answer.data and storyfile.is_sealed(answer.data)
    story, _ = storyfile.open_file(answer.data, SEAL)
    assert story.panels[0].words_in("en") == "Robin lives with Mum." and story.panels[0].notes == ""


def test_what_was_noted_about_agreeing_and_telling_stays_out_too(sam):
    id = with_note(sam)
    for what in ("agreement", "telling"):
        sam.send(f"/stories/{id}/agree", {"what": what, "name": "Nan", "on": "2025-01-02",
                                            "note": "Nan wept, and does not want Lee to know"})
    for ticked, note in (({}, ""), ({"notes": "yes"}, "Nan wept, and does not want Lee to know")):
        record = storyfile.open_file(sam.send(f"/stories/{id}/keep", {"passphrase": SEAL, **ticked}).data, SEAL)[0].record
        assert [(one.by, one.note) for one in (*record.agreements, *record.tellings)] == [("Nan", note)] * 2


def test_the_notes_go_along_when_ticked(sam):
    answer = sam.send(f"/stories/{with_note(sam)}/keep", {"passphrase": SEAL, "notes": "yes"})
    assert storyfile.open_file(answer.data, SEAL)[0].panels[0].notes == "Nan is not well"


def test_a_copy_needs_a_passphrase_of_its_own(sam):
    assert sam.send(f"/stories/{with_note(sam)}/keep", {"passphrase": "short"}).status_code == 422
    assert 'class="notice"' in sam.text


def test_a_copy_opens_as_a_story_of_its_own(sam):
    original = with_note(sam)
    copy = sam.send(f"/stories/{original}/keep", {"passphrase": SEAL, "notes": "yes"}).data
    answer = upload(sam, copy, passphrase=SEAL)
    assert answer.status_code == 303
    id = answer.headers["Location"].split("/")[2]
    assert id != original
    opened, before = sam.store.stories.load(id).story, sam.store.stories.load(original).story
    assert [p.words for p in opened.panels] == [p.words for p in before.panels] and opened.cast == before.cast


def test_an_example_opens_without_a_passphrase(sam):
    assert upload(sam, storyfile.plain(guide.example("lily"), {})).status_code == 303


@pytest.mark.parametrize("data", [b"", b"not a copy", b"PK\x03\x04" + b"\0" * 100, b"\xff" * 10_000])
def test_a_file_that_is_no_copy_is_one_sentence(sam, data):
    assert upload(sam, data).status_code == 422
    assert 'class="notice"' in sam.text and not sam.own_cards


def drawn_with(old: bytes, new: bytes) -> bytes:
    """The example as another app might write it, with one name exchanged."""
    told = write_story(guide.example("lily"))
    assert old in told
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("story.json", told.replace(old, new, 1))
    return held.getvalue()


@pytest.mark.parametrize(("old", "new"), [(b'"pose":"wave"', b'"pose":"fly"'), (b'"feeling":"worried"', b'"feeling":"doomed"'),
                                          (b'"place":"kitchen"', b'"place":"mars"'), (b'"skin":"', b'"skin":"octarine-')])
def test_a_copy_that_names_what_only_a_newer_version_draws_shows_the_nearest_and_says_so(sam, old, new):
    assert upload(sam, drawn_with(old, new)).status_code == 303
    with sam.client.session_transaction() as cookie:
        assert not [name for name in ("Lily", "Mum", "Aunty Jo") if name in str(dict(cookie))], "a cookie is no place for a name"
    told = "made with a newer version, or misspelt in a file; the nearest we have is shown, and kept in what you change."
    story = sam.page.headers["Location"].removesuffix("/read")
    kept = sam.store.stories.load(story.split("/")[-1])
    for page in (f"{story}/people", f"{story}/panels/{kept.story.panels[0].id}", f"{story}/read"):
        assert sam.visit(page).status_code == 200
        assert told in sam.text or page.endswith("/read")
    assert new.split(b'"')[3] in write_story(kept.story)              # kept as it came, for whoever can draw it


def test_the_wrong_passphrase_for_a_copy_is_one_sentence(sam):
    copy = sam.send(f"/stories/{with_note(sam)}/keep", {"passphrase": SEAL}).data
    for wrong in ("", "not this one at all"):
        assert upload(sam, copy, passphrase=wrong).status_code == 422
    assert len(sam.own_cards) == 1


def test_a_family_that_is_not_here_cannot_be_chosen(sam):
    assert upload(sam, storyfile.plain(guide.example("lily"), {}), family="not-here").status_code in (404, 422)


def test_a_file_larger_than_any_copy_is_refused(app, sam):
    app.config["MAX_CONTENT_LENGTH"] = 10_000
    assert upload(sam, b"x" * 20_000).status_code == 413
    assert "larger than" in sam.text


def test_a_backup_says_what_it_proved_and_is_handed_over_once(sam):
    sam.begin(child="Robin")
    assert sam.send("/backup").status_code == 200
    assert "opened again in an empty folder" in sam.text
    made = sam.visit("/backup/file")
    assert made.status_code == 200 and b"Robin" not in made.data
    assert sam.visit("/backup/file").status_code == 404
    assert not [path for path in sam.store.folder.iterdir() if path.is_dir()]


def restore(visitor, data: bytes, passphrase: str, **fields):
    return visitor.send("/restore", {"file": (io.BytesIO(data), "b.backup"), "passphrase": passphrase, **fields},
                        content_type="multipart/form-data")


def test_what_is_no_backup_never_touches_the_disk(sam, monkeypatch):
    def touch(*_):
        raise AssertionError("written in clear")

    monkeypatch.setattr("pathlib.Path.write_bytes", touch)
    assert restore(sam, b"Robin lives with Nan now.", "three warm pancakes", sure="yes").status_code == 422 and "not a backup" in sam.text


def test_a_backup_is_made_where_a_later_start_clears_what_a_crash_leaves(sam, monkeypatch):
    used = []
    monkeypatch.setattr(backup, "back_up", lambda store, out: used.append(out.parent.name) or out.write_bytes(b"sealed"))
    sam.send("/backup")
    assert used and used[0].startswith(SCRATCH)


def test_a_backup_put_back_brings_the_stories_back(sam):
    kept = sam.begin(child="Robin")
    sam.send("/backup")
    made = sam.visit("/backup/file").data
    later = sam.begin(child="Wren")
    assert restore(sam, made, sam.passphrase).status_code == 422 and "tick the box" in sam.text
    assert restore(sam, made, "not this one", sure="yes").status_code in (403, 422)
    assert sam.store.stories.load(later)
    assert restore(sam, made, sam.passphrase, sure="yes").headers["Location"] == "/unlock"
    assert "Restored" in sam.follow().get_data(as_text=True)
    sam.send("/unlock", {"passphrase": sam.passphrase})
    ids = {card.id for card in sam.store.stories.cards()}
    assert kept in ids and later not in ids


@pytest.mark.parametrize("data", [b"", b"not a backup", b"\0" * 5000])
def test_a_file_that_is_no_backup_changes_nothing(sam, data):
    story = sam.begin()
    assert restore(sam, data, sam.passphrase, sure="yes").status_code in (403, 422, 500) and sam.page.status_code != 500
    assert 'class="notice"' in sam.text and sam.store.stories.load(story)


def test_a_new_computer_may_begin_with_a_backup_but_a_locked_one_may_not(stranger):
    assert stranger.visit("/restore").status_code == 200 and "take the place" not in stranger.text
    stranger.found()
    stranger.send("/lock")
    assert stranger.visit("/restore").headers["Location"] == "/unlock?next=/restore"


def test_a_backup_not_yet_handed_over_goes_with_a_deleted_story(sam):
    story = sam.begin()
    sam.send("/backup")
    sam.send(f"/stories/{story}/delete")
    assert sam.visit("/backup/file").status_code == 404
