"""The words room: what a careful reader's eye would catch, offered as advice. It blocks nothing and rewrites nothing.

The word lists are the TOML files beside this one; how to write an entry is told at the head of `groups.toml`.
"""
from wordspics.words.checker import check
from wordspics.words.explain import Explanation, explain, explain_story
from wordspics.words.finding import KINDS, NOTES, Ask, Finding
from wordspics.words.gazetteer import open_gazetteer
from wordspics.words.reading import aim, grade
from wordspics.words.reading import read as reading
from wordspics.words.story_checks import Check, story_checks
from wordspics.words.wordlist import open_lists

__all__ = ["KINDS", "NOTES", "Ask", "Check", "Explanation", "Finding", "aim", "check", "explain", "explain_story",
           "faults", "grade", "reading", "story_checks"]


def faults() -> list[str]:
    """A sentence for each file, line or entry of the word lists that could not be used; empty when all is well."""
    return [*open_lists().faults, *open_gazetteer().faults]
