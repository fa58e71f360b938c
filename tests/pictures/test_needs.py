"""Each of the 217 pictures these stories need is on the shelf, a choice of the figures, or named as a scene to compose."""
import tomllib
from pathlib import Path

import pytest

from wordspics.pictures import library, names
from wordspics.pictures.figure.options import CHOICES

NEEDS = tomllib.loads((Path(__file__).parent / "needs.toml").read_text(encoding="utf-8"))
ALL = {need: [answer] if isinstance(answer, str) else answer for group in NEEDS.values() for need, answer in group.items()}
MOST_SCENES = 40


def test_all_217_needs_are_there_once_in_the_order_of_the_research():
    assert sum(len(group) for group in NEEDS.values()) == len(ALL) == 217
    assert [len(group) for group in NEEDS.values()] == [32, 32, 16, 26, 18, 24, 22, 17, 16, 14]


@pytest.mark.parametrize("need", ALL)
def test_a_need_is_met(need: str):
    for answer in ALL[need]:
        kind, _, name = answer.partition(":")
        if kind == "picture":
            assert library.shelf().has(name)
        elif kind == "look":
            _meet_look(name)
        elif kind in {"pose", "feeling", "role"}:
            assert name in {"pose": names.POSES, "feeling": names.FEELINGS, "role": names.ROLES}[kind]
        else:
            assert answer == "scene"


def _meet_look(name: str) -> None:
    field, _, value = name.partition("=")
    offered = {option.name for option in CHOICES[field].options}
    assert (value or True) in offered


def test_few_needs_wait_for_a_ready_scene():
    assert sum("scene" in answers for answers in ALL.values()) <= MOST_SCENES


def test_a_need_met_by_a_picture_is_found_by_the_words_of_the_need():
    """The research's own words are a fair query, too."""
    asked = {need: pictures for need, answers in ALL.items() if (pictures := _pictures(answers))}
    found = {need: {picture.name for picture, _ in library.shelf().search(need, most=5)} for need in asked}
    missed = [need for need, right in asked.items() if not right & found[need]]
    assert len(missed) <= 0.1 * len(asked), missed


def _pictures(answers: list[str]) -> set[str]:
    return {answer.removeprefix("picture:") for answer in answers if answer.startswith("picture:")}
