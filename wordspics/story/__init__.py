"""The domain: what a story is, and what people do with one.

Nothing here knows of pages, tables, pixels or files: only the standard library and msgspec.
Every value is frozen; a change makes the next value, so undo, compare and history come free.
"""
from wordspics.story.about import About, Child
from wordspics.story.aside import Answer, Aside
from wordspics.story.cast import Cast
from wordspics.story.faults import BadStory, Missing
from wordspics.story.order import Order
from wordspics.story.panel import Panel, View
from wordspics.story.person import Look, Person
from wordspics.story.record import Agreement, Copy, Record, Review, Telling
from wordspics.story.scene import Bubble, Figure, Ink, Scene, Symbol, Thing, Upload
from wordspics.story.story import Family, Story
from wordspics.story.version import OwnView, Version

__all__ = ["About", "Agreement", "Answer", "Aside", "BadStory", "Bubble", "Cast", "Child", "Copy", "Family", "Figure", "Ink",
           "Look", "Missing", "Order", "OwnView", "Panel", "Person", "Record", "Review", "Scene", "Story", "Symbol", "Telling", "Thing",
           "Upload", "Version", "View"]
