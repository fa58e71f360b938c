"""The panel editor as a family worker works it, and what the store holds behind it."""
import re

from playwright.sync_api import Page, expect

from pages import awake


class Editor:
    """The editor's page, said in the words of the people who use it."""

    def __init__(self, page: Page, live, story: str):
        self.page, self.live, self.story = page, live, story

    def open(self, number: int = 1) -> "Editor":
        self.page.goto(f"{self.live.url}/stories/{self.story}/panels/{self.order[number - 1]}")
        return self.awake()

    def awake(self) -> "Editor":
        awake(self.page)
        return self

    @property
    def order(self) -> list[str]:
        return [panel.id for panel in self.live.store.stories.load(self.story).story.panels]

    def kept(self, number: int = 1):
        return self.live.store.stories.load(self.story).story.panels[number - 1]

    def on_stage(self, name: str):
        return self.page.get_by_role("group", name="In this picture").get_by_role("button", name=name)

    def turn_tray_to(self, tab: str) -> None:
        self.page.get_by_role("tablist", name="Tray").get_by_role("tab", name=tab).click()

    @property
    def words(self):
        return self.page.get_by_role("textbox", name="Words for this panel")

    @property
    def state(self):
        return self.page.locator(".save-state")

    @property
    def wheel(self):
        return self.page.locator("person-wheel")

    def is_saved(self) -> None:
        """All that was done before is kept: the page says "Saving" in the very moment of a change, so an old "Saved" is not taken for it."""
        expect(self.state).to_have_text(re.compile(r"Saved \d\d:\d\d"))

    def figure(self, who: str):
        """Somebody's figure as it is kept on the first panel."""
        people = self.live.store.stories.load(self.story).story.cast.people
        id = next(person.id for person in people if person.name == who)
        return next(item for item in self.kept().scene.items if getattr(item, "who", None) == id)

    def drag(self, name: str, dx: int, dy: int) -> None:
        x, y = middle(self.on_stage(name))
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx / 2, y + dy / 2)
        self.page.mouse.move(x + dx, y + dy)
        self.page.mouse.up()


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
