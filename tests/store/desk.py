"""What the store's tests share: a cheap passphrase, a clock that can be turned, and one story with short words for using it."""
import io
import os

from PIL import Image

from factories import fresh, make_story
from wordspics.store import Store
from wordspics.story.sheet import write_sheet

CHEAP = (8, 1, 1)
PASSPHRASE = "three warm pancakes"


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


class Desk:
    """One story, and short words for what a test does with it."""

    def __init__(self, store: Store, panels: int = 3) -> None:
        self.store = store
        self.story = store.stories.add(make_story(panels))

    @property
    def kept(self):
        return self.store.stories.load(self.story)

    @property
    def panel(self):
        return self.kept.story.panels[0]

    def rev(self, sheet: str) -> int:
        return self.kept.sheets[sheet].rev

    def tell(self, words: str, rev: int, panel=None, key: str | None = None, closes=()):
        panel = panel or self.panel
        return self.store.sheets.put(self.story, panel.id, write_sheet(panel.tell(words)), rev, key or fresh(), closes)

    def words(self, panel=None) -> str:
        return self.kept.story.panel((panel or self.panel).id).words["en"]


def picture(format: str = "PNG", size=(60, 40), colour="red", mode="RGB", **more) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, format, **more)
    return out.getvalue()


def noise(wide: int, high: int) -> bytes:
    """A PNG that nothing can make smaller."""
    out = io.BytesIO()
    Image.frombytes("RGB", (wide, high), os.urandom(wide * high * 3)).save(out, "PNG")
    return out.getvalue()
