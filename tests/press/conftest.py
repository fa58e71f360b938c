"""One warm press for all the tests of this room."""
import datetime

import pytest

from wordspics.press import Press

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="session")
def press():
    press = Press()
    press.warm()
    yield press
    press.close()


@pytest.fixture(scope="session")
def print_story(press):
    """print_story(story, edition, ...) -> the PDF, printed on one and the same day."""
    return lambda story, edition="folded", ink="colour", **more: press.print(story, edition, ink, today=TODAY, **more)
