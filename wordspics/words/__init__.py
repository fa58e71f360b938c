"""The words room: what a careful reader's eye would catch, offered as advice. It blocks nothing and rewrites nothing."""
from wordspics.words.checker import check

__all__ = ["check"]
