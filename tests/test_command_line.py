"""The command line, as outside checks call it: real files in and out, one sentence and exit 2 for bad input."""
import io
import json
import os
import re
import select
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from config import Config
from factories import make_story
from wordspics import guide
from wordspics.store import Store, storyfile
from wordspics.story.sheet import write_story

ROOT = Path(__file__).parent.parent
PASSPHRASE = "three warm pancakes"


def run(*words: str, given: bytes = b"", home: Path | None = None, passphrase: str | None = None) -> subprocess.CompletedProcess:
    fds = ()
    if passphrase is not None:
        reading, writing = os.pipe()
        os.write(writing, passphrase.encode() + b"\n")
        os.close(writing)
        words, fds = (*words, "--passphrase-fd", str(reading)), (reading,)
    surroundings = {**os.environ, "WORDSPICS_HOME": str(home or "/nonexistent")}
    return subprocess.run([sys.executable, "-m", "wordspics", *map(str, words)], cwd=ROOT, input=given, capture_output=True,
                          env=surroundings, pass_fds=fds, timeout=120)


def told(done: subprocess.CompletedProcess) -> str:
    """The one sentence on stderr."""
    said = done.stderr.decode().strip()
    assert done.returncode == 2 and said and "\n" not in said and "Traceback" not in said, (done.returncode, said)
    return said


@pytest.mark.parametrize("name", ["lily", "theo", "kezia", "simran"])
def test_an_example_is_written_and_printed(tmp_path, name):
    story, booklet = tmp_path / "out.wordspics", tmp_path / "out.pdf"
    assert run("example", story, "--name", name).returncode == 0
    assert run("booklet", story, "--edition", "folded", "--colouring", "--out", booklet).returncode == 0
    assert booklet.read_bytes().startswith(b"%PDF") and booklet.stat().st_size < 600_000


def test_a_sealed_copy_is_printed_with_its_passphrase_and_not_without(tmp_path):
    copy = tmp_path / "copy.wordspics"
    copy.write_bytes(storyfile.seal(make_story(), {}, PASSPHRASE, argon2=Config.STRONG))
    assert "passphrase" in told(run("booklet", copy, "--out", tmp_path / "a.pdf", passphrase="another one"))
    assert not (tmp_path / "a.pdf").exists()
    assert run("booklet", copy, "--edition", "pages", "--out", tmp_path / "a.pdf", passphrase=PASSPHRASE).returncode == 0


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_json", ".json"), data)
    return held.getvalue()


FLYING = write_story(guide.example("lily")).replace(b'"pose":"wave"', b'"pose":"fly"')


@pytest.mark.parametrize("data", [
    b"", b"not a zip", zipped(), zipped(other=b"x"), zipped(story_json=b"{}", extra=b"x"), zipped(story_json=b"[" * 100_000),
    zipped(story_json=b'{"v":1,"about":{"kind":"about","title":7}}'), zipped(story_json=b"\xff\xfe"), b"PK\x03\x04" + b"\x00" * 40,
], ids=["empty", "not a zip", "no member", "another member", "an extra member", "deep", "a wrong value", "not text", "a broken zip"])
def test_a_file_that_is_no_story_is_refused_in_one_sentence(tmp_path, data):
    bad = tmp_path / "bad.wordspics"
    bad.write_bytes(data)
    told(run("booklet", bad, "--out", tmp_path / "out.pdf"))
    assert not (tmp_path / "out.pdf").exists()


def test_a_pose_of_a_newer_version_is_printed_as_the_nearest_and_said_so(tmp_path):
    newer = tmp_path / "newer.wordspics"
    newer.write_bytes(zipped(story_json=FLYING))
    done = run("booklet", newer, "--out", tmp_path / "out.pdf")
    assert done.returncode == 0 and (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert "the nearest we have is shown" in done.stderr.decode()


def test_a_story_full_of_slips_in_how_people_are_drawn_is_printed_as_the_nearest_and_said_so(tmp_path):
    told = json.loads(write_story(guide.example("lily")))
    lily, mum, nan, *_ = told["cast"]["people"]
    lily["look"] |= {"hair": "Afro", "tattoo": "an anchor", "freckles": "yes"}
    mum["look"] |= {"build": 1.4, "years": 25, "height": "tall"}
    nan["look"] |= {"drawing": 2}
    figure = next(item for panel in told["panels"] for item in panel["scene"]["items"] if item["kind"] == "figure")
    figure |= {"pose": "Hug", "facing": "back", "head": 3}
    slips = tmp_path / "slips.wordspics"
    slips.write_bytes(zipped(story_json=json.dumps(told).encode()))
    done = run("booklet", slips, "--out", tmp_path / "out.pdf")
    assert done.returncode == 0, done.stderr
    who = f"the look of {lily['name']}, {mum['name']} and {nan['name']} was"
    assert f"One picture was and {who}" in done.stderr.decode()


@pytest.mark.parametrize("words", [
    ("booklet", "nowhere.wordspics", "--out", "out.pdf"), ("example", "x.wordspics", "--name", "nobody"),
    ("words", "--age", "99"), ("backup", "out.backup"), ("restore", "nowhere.backup"), ("example", "/nowhere/at/all.wordspics"), ("proof", "/proc/nowhere", "--what", "feelings"),
])
def test_what_cannot_be_done_is_said_in_one_sentence(tmp_path, words):
    told(run(*words, home=tmp_path / "home"))


def test_a_port_or_a_folder_that_cannot_be_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setenv("WORDSPICS_PORT", "abc")
    assert "WORDSPICS_PORT" in told(run("serve"))
    monkeypatch.setenv("WORDSPICS_PORT", "0")
    assert "data folder" in told(run("serve", home=Path("/proc/nowhere")))


def test_words_answers_each_line_with_what_was_found():
    done = run("words", "--age", "6", "--json", given="Now Lily has a new placement.\nIt was never your fault.\n\nMum 💛\n".encode() + b"\xff\xfe\n")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["line"] for answer in answers] == [1, 2, 3, 4, 5]
    assert answers[0]["findings"][0] | {"why": ""} == {"kind": "jargon", "found": "placement", "start": 19, "end": 28, "say": "home", "why": ""}
    assert all(answer["findings"] == [] for answer in answers[1:4])


def test_names_given_are_no_finding(tmp_path):
    (tmp_path / "names").write_text("Durham\n", encoding="utf-8")
    plain = run("words", "--age", "6", "--json", given=b"Durham the cat came to tea.\n")
    named = run("words", "--age", "6", "--json", "--names", tmp_path / "names", given=b"Durham the cat came to tea.\n")
    assert json.loads(plain.stdout)["findings"] and not json.loads(named.stdout)["findings"]


def test_pictures_are_found_by_what_a_parent_would_type():
    found = [json.loads(line) for line in run("pictures", "police", "car", "--json", "--most", "3").stdout.decode().splitlines()]
    assert found[0]["name"] == "police-car" and found[0]["kind"] == "thing" and len(found) <= 3


def test_proof_sheets_are_pictures_and_unlabelled_ones_come_with_a_key(tmp_path):
    assert run("proof", tmp_path, "--what", "feelings", "--unlabelled", "--seed", "7").returncode == 0
    key = json.loads((tmp_path / "key.json").read_text())
    assert (tmp_path / "feelings-colour-1.png").read_bytes().startswith(b"\x89PNG") and "happy" in {entry["what"] for entry in key.values()}


def test_a_backup_is_made_and_restored_where_nothing_was(tmp_path):
    store = Store.open(tmp_path / "home")
    store.vault.found("Rosa", PASSPHRASE)
    id = store.stories.add(make_story())
    store.close()
    assert run("backup", tmp_path / "all.backup", home=tmp_path / "home", passphrase=PASSPHRASE).returncode == 0
    told(run("restore", tmp_path / "all.backup", home=tmp_path / "new", passphrase="not this one"))
    refused = Store.open(tmp_path / "new")
    assert not refused.vault.is_founded
    refused.close()
    assert run("restore", tmp_path / "all.backup", home=tmp_path / "new", passphrase=PASSPHRASE).returncode == 0
    again = Store.open(tmp_path / "new")
    again.vault.open(PASSPHRASE)
    assert again.stories.load(id).story.title == "Our story"
    again.close()


# ---- serving with files that somebody has broken ----

BROKEN = {
    "wordspics/guide/situations/adoption.toml": ("[card]", "[card", "adoption.toml, line "),
    "wordspics/words/blame.toml": ("[[", "[[[", "blame.toml"),
    "illustrations/library.toml": ("title =", "titel =", "library.toml, line ")}


def test_serving_names_each_broken_file_after_the_address_and_the_rest_works(tmp_path):
    for part in ("wordspics", "illustrations", "templates", "static"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "config.py", tmp_path)
    for file, (old, new, _) in BROKEN.items():
        path = tmp_path / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    surroundings = {**os.environ, "WORDSPICS_HOME": str(tmp_path / "home"), "WORDSPICS_PORT": "0"}
    app = subprocess.Popen([sys.executable, "-m", "wordspics"], cwd=tmp_path, stdout=subprocess.PIPE, env=surroundings, bufsize=0)

    def line() -> str:
        assert select.select([app.stdout], [], [], 30)[0], "nothing more is said"
        return app.stdout.readline().decode()
    try:
        address = re.search(r"http://\S+", line())[0]
        said = [line() for _ in BROKEN]
        assert all(one.startswith("To mend: ") for one in said)
        assert all(any(named in one for one in said) for _, _, named in BROKEN.values()), said
        about = urllib.request.urlopen(f"{address}about", timeout=30).read().decode()
        assert all(named in about for _, _, named in BROKEN.values()) and "Going home" in about and "Adoption" not in about
    finally:
        app.terminate()
        app.wait(timeout=30)
        app.stdout.close()
