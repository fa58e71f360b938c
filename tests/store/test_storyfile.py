"""Story files: what goes in comes out, and nothing else gets in."""
import io
import json
import random
import zipfile

import pytest

from factories import MARKERS, make_panel, make_story
from tests.store.desk import CHEAP, picture
from wordspics.store import storyfile
from wordspics.store.faults import WrongPassphrase
from wordspics.story import BadStory, Scene, Upload, limits
from wordspics.story.sheet import write_story

PASSPHRASE = "three warm pancakes"
SHOWN = make_story().with_(panels=(make_panel(MARKERS[0], scene=Scene(items=(Upload(id="u1", picture="p1"),))),))
PICTURES = {"p1": picture()}


def bundle(members: dict[str, bytes], how=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def good() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(storyfile.plain(SHOWN, PICTURES))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_sealed_copy_opens_with_its_passphrase_alone():
    data = storyfile.seal(SHOWN, PICTURES, PASSPHRASE, CHEAP)
    assert storyfile.is_sealed(data) and MARKERS[0].encode() not in data and b"story.json" not in data
    assert storyfile.open_file(data, PASSPHRASE) == (SHOWN, PICTURES)
    for wrong in (None, "", "three warm pancake", "x" * 5000, "\ud800"):
        with pytest.raises(WrongPassphrase):
            storyfile.open_file(data, wrong)


def test_a_plain_example_opens_without_one_and_is_always_the_same_bytes():
    data = storyfile.plain(SHOWN, PICTURES)
    assert not storyfile.is_sealed(data) and data == storyfile.plain(SHOWN, PICTURES)
    assert storyfile.open_file(data) == storyfile.open_file(data, PASSPHRASE) == (SHOWN, PICTURES)
    assert sorted(good()) == ["pictures/p1.png", "story.json"]


def test_a_story_of_one_word_over_and_over_can_be_opened_again():
    story = make_story().with_(panels=tuple(make_panel("ha " * 490) for _ in range(limits.PANELS)))
    assert storyfile.open_file(storyfile.plain(story, {}))[0] == story


def test_two_sealed_copies_of_one_story_have_nothing_in_common():
    one, two = (storyfile.seal(SHOWN, PICTURES, PASSPHRASE, CHEAP) for _ in range(2))
    assert one[-200:] != two[-200:]


def test_a_copy_wants_a_passphrase_worth_having_and_all_its_pictures():
    with pytest.raises(BadStory):
        storyfile.seal(SHOWN, PICTURES, "short", CHEAP)
    with pytest.raises(BadStory):
        storyfile.plain(SHOWN, {})


def test_every_cut_or_changed_bit_of_a_sealed_copy_is_noticed():
    data, chance = storyfile.seal(SHOWN, PICTURES, PASSPHRASE, CHEAP), random.Random(3)
    for n in range(150):
        at = chance.randrange(len(data))
        changed = data[:at] if n % 2 else data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]
        with pytest.raises((BadStory, WrongPassphrase)):
            storyfile.open_file(changed, PASSPHRASE)


def test_a_copy_that_asks_for_all_the_memory_there_is_is_refused():
    head = storyfile._MAGIC + storyfile._HEADER.pack(2 ** 31, 2 ** 20, 255, b"s" * 16)
    with pytest.raises(WrongPassphrase):
        storyfile.open_file(head + b"x" * 100, PASSPHRASE)


def two_of_a_name() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for _ in range(2):
                packed.writestr("story.json", good()["story.json"])
        return out.getvalue()


def lying_about_sizes() -> bytes:
    """A member that says it is small and is not."""
    data = bytearray(bundle({"story.json": b" " * 2_000_000 + write_story(make_story())}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        where = data.index(signature) + at
        data[where:where + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def changed_story(**changes) -> bytes:
    told = json.loads(good()["story.json"])
    return json.dumps({**told, **changes}).encode()


def spoilt(data: bytes) -> bytes:
    return data[:60] + bytes(byte ^ 0xFF for byte in data[60:90]) + data[90:]


HOSTILE = {
    "nothing": lambda: b"",
    "words": lambda: b"Once upon a time",
    "a zip cut short": lambda: storyfile.plain(SHOWN, PICTURES)[:-30],
    "an empty zip": lambda: bundle({}),
    "no story": lambda: bundle({"pictures/p1.png": PICTURES["p1"]}),
    "no picture": lambda: bundle({"story.json": good()["story.json"]}),
    "a picture nobody shows": lambda: bundle({**good(), "pictures/p2.png": PICTURES["p1"]}),
    "one picture twice": lambda: bundle({**good(), "pictures/p1.jpg": PICTURES["p1"]}),
    "something else": lambda: bundle({**good(), "readme.txt": b"hello"}),
    "a way out": lambda: bundle({**good(), "../../escaped.png": PICTURES["p1"]}),
    "another way out": lambda: bundle({**good(), "pictures/../../escaped.png": PICTURES["p1"]}),
    "a way to the root": lambda: bundle({**good(), "/etc/escaped": b"x"}),
    "a way out on Windows": lambda: bundle({**good(), "pictures\\..\\escaped.png": PICTURES["p1"]}),
    "a folder": lambda: bundle({**good(), "pictures/": b""}),
    "a name with a line break": lambda: bundle({**good(), "pictures/p1.png\n": b""}),
    "two stories": two_of_a_name,
    "a picture that is none": lambda: bundle({**good(), "pictures/p1.png": b"<svg/>"}),
    "a swollen story": lambda: bundle({"story.json": b" " * 5_000_000 + write_story(make_story())}),
    "a story that lies about its size": lying_about_sizes,
    "many members": lambda: bundle({**good(), **{f"pictures/x{n}.png": b"" for n in range(100)}}),
    "deep JSON": lambda: bundle({"story.json": b"[" * 200_000}, zipfile.ZIP_STORED),
    "deep JSON inside": lambda: bundle({"story.json": b'{"about":' + b'{"a":' * 100_000}, zipfile.ZIP_STORED),
    "no JSON": lambda: bundle({"story.json": b"\xff\xfe\x00"}),
    "another version": lambda: bundle({**good(), "story.json": changed_story(v=99)}),
    "an unknown field": lambda: bundle({**good(), "story.json": changed_story(script="x")}),
    "a bad value": lambda: bundle({**good(), "story.json": changed_story(panels=[{"kind": "panel", "id": "../x"}])}),
    "a wrong kind": lambda: bundle({**good(), "story.json": changed_story(panels="many")}),
    "numbers past counting": lambda: bundle({**good(), "story.json": changed_story(v=2 ** 70)}),
    "a broken kind of packing": lambda: spoilt(bundle({"story.json": write_story(make_story())}, zipfile.ZIP_LZMA)),
    "too many bytes": lambda: b"PK" + b"\0" * limits.FILE_BYTES,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_is_not_a_story_is_refused_in_one_sentence(what):
    data = HOSTILE[what]()
    with pytest.raises(BadStory) as told:
        storyfile.open_file(data)
    assert str(told.value).endswith(".") and "\n" not in str(told.value) and "Traceback" not in str(told.value)


def test_a_protected_zip_is_refused():
    data = bytearray(storyfile.plain(SHOWN, PICTURES))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        where = data.index(signature) + at
        data[where] |= 1
    with pytest.raises(BadStory):
        storyfile.open_file(bytes(data))


def test_a_thousand_damaged_files_open_or_are_refused(long):
    whole, chance = storyfile.plain(SHOWN, PICTURES), random.Random(5)
    for _ in range(10_000 if long else 500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            storyfile.open_file(bytes(data))
        except BadStory as told:
            assert str(told).endswith(".")
