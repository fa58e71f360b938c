"""The word lists as files: a practitioner edits them, and a broken line costs one entry, named by file and line."""
import shutil
from pathlib import Path

import pytest

from wordspics import words
from wordspics.words import gazetteer, wordlist
from wordspics.words.checker import look_up
from wordspics.words.gazetteer import Gazetteer
from wordspics.words.passage import Passage
from wordspics.words.pattern import BadPattern, read
from wordspics.words.wordlist import Lists


@pytest.fixture
def home(tmp_path):
    for file in Path(wordlist.HOME).glob("*.toml"):
        shutil.copy(file, tmp_path)
    return tmp_path


def found(lists, text):
    return [finding.found for finding in look_up(Passage(text, lists.spelling), lists)]


def test_the_shipped_lists_are_whole():
    assert words.faults() == []
    lists = wordlist.open_lists()
    assert sum(len(rule.find) for rule in lists.rules if rule.kind == "jargon") >= 90
    assert {rule.kind for rule in lists.rules} >= {"jargon", "blame", "euphemism", "suicide", "promise", "frightening",
                                                   "hard-word"}


def test_a_broken_line_is_named_and_the_rest_works(home):
    file = home / "promise.toml"
    kept = file.read_text().splitlines()
    at = next(n for n, line in enumerate(kept) if line.startswith("why = "))
    kept[at] = 'why = "no end'
    file.write_text("\n".join(kept))
    lists = Lists(home)
    assert len(lists.faults) == 1 and lists.faults[0].startswith(f"promise.toml, line {at + 1}: ")
    assert found(lists, "You will definitely go.") == ["definitely"] and found(lists, "Your placement ended.")


@pytest.mark.parametrize("entry, told", [
    ('find = ["so ("]\nwhy = "x."', "without its )"), ('find = ["{nobody-there} said"]\nwhy = "x."', "{nobody-there}"),
    ('find = ["{name}"]\nwhy = "x."', "one word of its own"), ('find = ["a | | b"]\nwhy = "x."', "nothing beside it"),
    ('find = ["really?"]\nwhy = "x."', "'?'"), ('find = "word"\nwhy = "x."', "array"), ('find = ["word"]', "why"),
    ('find = ["word"]\nwhy = "x."\nsay = ["few words"]', "whole sentence"), ('find = ["word"]\nwhy = "x."\nswap = ["word"]', "colon"),
    ('find = ["word"]\nwhy = "x."\nwyh = "y"', "wyh"), ('find = [".."]\nwhy = "x."', "no word"),
])
def test_an_entry_that_cannot_be_used_is_named(home, entry, told):
    file = home / "blame.toml"
    line = len(file.read_text().splitlines()) + 2
    file.write_text(f"{file.read_text()}\n[[entry]]\n{entry}\n")
    lists = Lists(home)
    (fault,) = lists.faults
    assert fault.startswith(f"blame.toml, line {line}: ") and told in fault
    assert found(lists, "It is your fault.") == ["fault"]


def test_a_second_group_of_one_name_is_named_and_the_first_stays(home):
    file = home / "promise.toml"
    line = len(file.read_text().splitlines()) + 2
    file.write_text(f'{file.read_text()}\n[[group]]\nname = "his"\nwords = ["wibble"]\n')
    lists = Lists(home)
    (fault,) = lists.faults
    assert fault.startswith(f"promise.toml, line {line}: ") and "{his}" in fault
    assert "their" in lists.groups["his"].trigger and "wibble" not in lists.groups["his"].trigger
    assert found(lists, "It is your fault.") == ["fault"]


def test_a_list_that_is_gone_or_not_text_is_named(home):
    (home / "jargon.toml").unlink()
    (home / "euphemism.toml").write_bytes(b"\xff\xfe\x00")
    lists = Lists(home)
    assert sorted(fault.split()[0] for fault in lists.faults) == ["euphemism.toml", "jargon.toml"]
    assert found(lists, "It is your fault.") == ["fault"]


def test_a_broken_list_of_names_is_named(home):
    (home / "places.toml").write_text("towns = 3\n")
    (home / "names.toml").write_text('first_names = """never closed')
    known = Gazetteer(home)
    assert any(fault.startswith("places.toml: towns") for fault in known.faults)
    assert any(fault.startswith("names.toml cannot be read") for fault in known.faults)
    assert known.lists["towns"] == frozenset() and known.lists["ordinary"] and gazetteer.known("towns")


def test_a_new_entry_works_with_its_endings_gaps_and_exceptions(home):
    file = home / "jargon.toml"
    entry = '[[entry]]\nfind = ["wibble .. (big|very old)? [wobble]"]\nbut_not = ["happy wobble"]\nwhy = "x."\nsay = ["Y."]'
    file.write_text(f"{file.read_text()}\n{entry}\n")
    lists = Lists(home)
    assert lists.faults == []
    assert found(lists, "They wibbled the big wobbles.") == ["wobbles"]
    assert found(lists, "They wibbled a happy wobble.") == [] and found(lists, "Wibble one two three four wobble.") == []


@pytest.mark.parametrize("written, text, matches", [
    ("place", "You were placed there.", True), ("placed", "We place it.", False), ("place!", "Two places.", False),
    ("LAC", "lac", False),
    ("LAC", "All LACs came.", True), ("take .. away", "They took you right away.", True), ("not care", "He didn't care.", True),
    ("not care", "He doesnt care.", True), ("you are", "You're here.", True), ("grown ups", "Grown-ups came.", True),
    ("gone $", "Dad is gone, and we cry.", True), ("gone $", "Dad is gone to bed.", False), ("^ soon", "Not soon.", False),
    ("(so|very)? sad", "Mum is very sad.", True), ("lost {kin}", "We lost dear Nan.", False),
    ("lost .. {kin}", "We lost dear Nan.", True),
])
def test_a_pattern_means_what_its_page_says(written, text, matches):
    lists = wordlist.open_lists()
    passage, phrase = Passage(text, lists.spelling), read(written, lists.groups)
    assert any(True for i in range(len(passage.words)) for _ in phrase.ways(passage, i, passage.stop(i))) is matches


def test_a_pattern_never_leaves_its_sentence():
    lists = wordlist.open_lists()
    phrase = read("take ... away", lists.groups)
    passage = Passage("He took it. Go away.", lists.spelling)
    assert not [way for i in range(len(passage.words)) for way in phrase.ways(passage, i, passage.stop(i))]


@pytest.mark.parametrize("written", ["", "(", "a)", "[a] [b]", "(a]", "|", "{x"])
def test_a_pattern_that_cannot_be_read_says_so(written):
    with pytest.raises(BadPattern):
        read(written, wordlist.open_lists().groups)
