"""A visitor at the app's door: Flask's own client on a real store, with a clock the test may turn."""
import re

import pytest

from config import Config
from wordspics import create_app
from wordspics.web.door import EXAMPLE_FAMILY

CHEAP = (8, 1, 1)               # Argon2 for tests; the app refuses it outside them


class Clock:
    """Seconds since 1970, as far as the store knows."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, minutes: float) -> None:
        self.now += minutes * 60


class Visitor:
    """Somebody at a browser without JavaScript: sees pages, fills in their forms, follows where they lead."""

    passphrase = "three warm pancakes"

    def __init__(self, app) -> None:
        self.app = app
        self.client = app.test_client()
        self.page = None

    @property
    def store(self):
        return self.app.extensions["store"]

    @property
    def own_cards(self) -> list:
        """Cards of all stories but the examples that the first visit lays out."""
        return [card for card in self.store.stories.cards() if card.family.name != EXAMPLE_FAMILY]

    @property
    def text(self) -> str:
        return self.page.get_data(as_text=True)

    def visit(self, path: str, **how):
        self.page = self.client.get(path, **how)
        self.page.get_data()            # read, so that a file behind it can be closed
        self.page.close()
        return self.page

    def follow(self):
        """Go where the last answer leads."""
        return self.visit(self.page.headers["Location"])

    @property
    def token(self) -> str:
        """This browser's form token; even a page that is not there carries it."""
        shown = self.client.get("/no-such-page").get_data(as_text=True)
        return re.search(r'name="csrf" content="([^"]+)"', shown)[1]

    def send(self, path: str, fields: dict | None = None, **how):
        self.page = self.client.post(path, data={"csrf_token": self.token, **(fields or {})}, **how)
        return self.page

    def found(self) -> str:
        """The first visit, up to the home page; the recovery key."""
        assert self.send("/welcome", {"worker": "Sam", "passphrase": self.passphrase}).status_code == 303
        groups = re.findall(r"<span>([0-9A-Z]{4})</span>", self.follow().get_data(as_text=True))
        assert len(groups) == 8
        assert self.send("/welcome/key", {"kept": "yes"}).status_code == 303
        return "-".join(groups)

    def begin(self, **fields) -> str:
        """Start a story; its id."""
        usual = {"child": "Robin", "age": "6", "person": "", "situation": "dad-not-at-home", "spine": "short", "family": ""}
        answer = self.send("/stories", {**usual, **fields})
        assert answer.status_code == 303, self.text
        return answer.headers["Location"].split("/")[2]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path, clock):
    made = create_app(Config(home=tmp_path / "home", argon2=CHEAP, testing=True))
    store = made.extensions["store"]
    for part in (store, store.vault, store.sessions, store.attempts, store.families, store.stories, store.sheets, store.uploads):
        part._clock = clock
    yield made
    made.extensions["press"].close()
    store.close()


@pytest.fixture
def stranger(app) -> Visitor:
    """Somebody who has not signed in; nobody has founded anything yet."""
    return Visitor(app)


@pytest.fixture
def sam(app) -> Visitor:
    """A worker who has chosen a passphrase and is signed in."""
    visitor = Visitor(app)
    visitor.key = visitor.found()
    return visitor
