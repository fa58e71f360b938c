"""The pages as a family worker works them: each page a small object, its methods in the worker's words.

`Hand` presses with a mouse or with a finger, so that one story can be told by either.
"""
import re
from contextlib import contextmanager

LAPTOP, TOUCH = {"width": 1366, "height": 768}, {"width": 820, "height": 1180}
ZOOMED, PHONE = {"width": 683, "height": 384}, {"width": 390, "height": 844}
PASSPHRASE = "three warm pancakes"


def sign_in(context, live) -> None:
    """This browser is Sam's, and past the door already."""
    if not live.store.vault.is_founded:
        live.store.vault.found("Sam", PASSPHRASE)
    context.add_cookies([{"name": "words-and-pictures", "value": live.store.sessions.begin(), "url": live.url}])


def awake(page) -> None:
    """A page is there, all its modules hear, and it is not on its way out because a form of it was sent."""
    page.locator("html[data-ready]:not([data-leaving])").wait_for(state="attached")


@contextmanager
def asleep(page):
    """Inside, none of the page's modules has come yet, as on a slow computer."""
    held = []
    page.route("**/js/**", lambda route: route.continue_() if held is None else held.append(route))
    yield
    waiting, held = held, None
    for route in waiting:
        route.continue_()


class Hand:
    """A mouse, or one finger."""

    def __init__(self, page, address: str, *, touch: bool):
        self.page, self.address, self.touch = page, address, touch

    def press(self, what) -> None:
        target = (self.page.locator(what) if isinstance(what, str) else what).first
        target.tap() if self.touch else target.click()

    def choose(self, label: str) -> None:
        """A drawn choice, by the words on it."""
        self.press(self.page.locator("label", has_text=label).first)

    def write(self, field: str, words: str) -> None:
        self.page.fill(field, words)

    def visit(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.awake()

    def awake(self) -> None:
        awake(self.page)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """From one point of the window to another, in steps, as a hand does."""
        steps = [(start[0] + (end[0] - start[0]) * i / 8, start[1] + (end[1] - start[1]) * i / 8) for i in range(9)]
        if not self.touch:
            self.page.mouse.move(*start)
            self.page.mouse.down()
            for point in steps:
                self.page.mouse.move(*point)
            self.page.mouse.up()
            return
        finger = self.page.context.new_cdp_session(self.page)
        for n, (x, y) in enumerate(steps):
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove" if n else "touchStart", "touchPoints": [{"x": x, "y": y}]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


class Room:
    def __init__(self, hand: Hand):
        self.hand, self.page = hand, hand.page


class Door(Room):
    def found(self, name: str, passphrase: str) -> str:
        """The first visit. The recovery key as it is shown, once."""
        self.hand.visit("/")
        self.hand.write("#worker", name)
        self.hand.write("#passphrase", passphrase)
        self.hand.press("main button:has-text('Begin')")
        self.page.wait_for_url("**/welcome/key")
        self.hand.awake()
        key = "-".join(self.page.locator(".key__letters span").all_text_contents())
        self.hand.choose("I have kept it somewhere safe")
        self.hand.press("text=Go to the stories")
        self.page.wait_for_selector(".home")
        return key

    def unlock(self, passphrase: str) -> None:
        self.hand.visit("/unlock")
        self.hand.write("#passphrase", passphrase)
        self.hand.press("main button.button--primary")

    def recover(self, key: str, passphrase: str) -> None:
        self.hand.visit("/recover")
        self.hand.write("#key", key)
        self.hand.write("#passphrase", passphrase)
        self.hand.press("main button.button--primary")
        self.page.wait_for_selector(".home")

    def lock(self) -> None:
        self.hand.visit("/")
        self.hand.press("header button:has-text('Lock')")
        self.page.wait_for_url("**/unlock")


class Begin(Room):
    def start(self, *, child: str, age: int, about: str, spine: str) -> str:
        """From home to the adult card of a new story. The story's id."""
        self.hand.visit("/")
        self.hand.press("a:has-text('Start a story')")
        self.hand.awake()
        self.hand.write("[name=child] >> nth=0", child)
        self.hand.write("[name=age] >> nth=0", str(age))
        self.hand.choose(spine)
        self.hand.choose(about)
        self.hand.press("text=Next: the people")
        self.page.wait_for_url("**/card")
        self.hand.awake()
        return self.page.url.split("/")[4]

    def go_on(self) -> None:
        self.hand.press("text=We have settled this, go on")
        self.page.wait_for_url("**/people")
        self.hand.awake()


class People(Room):
    def choose(self, name: str) -> None:
        somebody = self.page.locator(".lineup a", has_text=name)
        address = somebody.get_attribute("href")
        self.hand.press(somebody)
        self.page.wait_for_url(f"**{address}")      # whose page it is already, too
        self.hand.awake()

    def say_where(self, standing: str) -> None:
        self.hand.press(f"label:has(#standing-{standing})")
        self.saved()

    def may_be_talked_to(self) -> None:
        self.hand.press("label:has(#talk-yes)")
        self.saved()

    def look(self, group: str, choice: str) -> None:
        self.hand.press(self.page.locator(".aspect", has_text=group))
        self.page.locator(f"[data-part=choices] .tile:has-text('{choice}')").first.wait_for()
        self.hand.press(self.page.locator("[data-part=choices] .tile", has_text=re.compile(rf"^\s*{choice}\s*$")))
        self.saved()

    def drawing(self) -> str:
        return self.page.locator(".builder__drawing svg").evaluate("svg => svg.outerHTML")

    def saved(self) -> None:
        self.page.locator(".save-state", has_text="Saved").wait_for()


class Panels(Room):
    def tell(self, words: str) -> None:
        self.hand.write("textarea[name=words]", words)

    def note(self, words: str) -> None:
        self.tab("Ask")
        self.hand.write("textarea[name=notes]", words)

    def tab(self, name: str) -> None:
        if self.hand.touch and self.page.locator("person-wheel").is_visible():       # there it lies over the tray
            self.hand.press("person-wheel [data-act=close]")
        self.hand.press(self.page.get_by_role("tab", name=name, exact=True))

    def set_in(self, place: str) -> None:
        self.tab("Places")
        self.hand.press(self.page.locator("#tray-places .tile", has_text=place))

    def put_in(self, name: str):
        """Somebody of the cast on the stage; their button there."""
        self.tab("People")
        self.hand.press(self.page.locator("#tray-people .tile", has_text=name))
        return self.figure(name)

    def put_thing(self, search: str, name: str) -> None:
        self.tab("Things")
        self.hand.write("#tray-things input[type=search]", search)
        self.hand.press(self.page.locator("#tray-things .tile", has_text=re.compile(rf"^\s*{name}\s*$")))

    def figure(self, name: str):
        shown = self.page.locator(".stage__items button").filter(has_text=name).or_(
            self.page.locator(f".stage__items button[aria-label^='{name}']"))
        shown.first.wait_for()
        return shown.first

    def feel(self, name: str, feeling: str) -> None:
        if not self.page.locator("person-wheel").is_visible():       # on a touch screen the tray stays until somebody is tapped
            self.hand.press(self.figure(name))
        self.hand.press(self.page.get_by_role("tab", name="Feeling", exact=True))
        self.hand.press(self.page.locator("#wheel-feeling .tile", has_text=re.compile(rf"^\s*{feeling}\s*$")))

    def saved(self) -> None:
        self.page.locator(".save-state", has_text="Saved").wait_for()

    def next(self) -> None:
        here = self.page.url
        self.hand.press("[data-next]")
        self.page.wait_for_url(lambda url: url != here)
        self.hand.awake()


class Book(Room):
    def pages(self, story: str) -> list[str]:
        """The words of each page, as a child is read them."""
        self.hand.visit(f"/stories/{story}/read")
        words = []
        while True:
            words.append(self.page.locator(".read__page").inner_text())
            on = self.page.locator("a[rel=next]")
            if not on.count():
                return words
            shown = self.page.locator("#place").inner_text()
            self.hand.press(on)
            self.page.locator("#place", has_not_text=shown).wait_for()


class Agree(Room):
    def note(self, what: str, name: str) -> None:
        """`what` is "agreement" or "telling"."""
        adding = self.page.locator("details.agree__add", has=self.page.locator(f"input[name=what][value={what}]"))
        if adding.get_attribute("open") is None:
            self.hand.press(adding.locator("summary"))
        self.hand.press(adding.locator("label", has_text="Someone else"))
        adding.locator("input[name=name]").fill(name)
        self.hand.press(adding.locator("form button.button"))
        self.hand.awake()


class PrintPage(Room):
    def save(self, edition: str, ink: str) -> bytes:
        self.hand.press(self.page.locator("a.edition", has_text=edition))
        self.hand.awake()
        self.hand.press(self.page.locator("a.edition", has_text=ink))
        self.hand.awake()
        self.hand.choose("Only people who agreed to it")
        with self.page.expect_download() as coming:
            self.hand.press("button[value=save]")
        assert coming.value.suggested_filename == "words-and-pictures.pdf"
        with open(coming.value.path(), "rb") as made:
            return made.read()
