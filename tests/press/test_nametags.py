"""Names under people, printed as they are shown."""
import pytest

from tests.factories import make_cast, make_person, make_story
from tests.press.paper import pages_of
from wordspics.story import Look

pytestmark = pytest.mark.xdist_group("press")


@pytest.mark.parametrize("named", [True, False])
def test_names_are_printed_when_the_story_shows_them_and_only_then(print_story, named):
    cast = make_cast(make_person("mum", "Aunty Bea"), make_person("lily", "Wren", look=Look(age="child"))).with_(named=named)
    page = pages_of(print_story(make_story(1, cast=cast), "pages"))[1]
    assert ("Aunty Bea" in page, "Wren" in page) == (named, named)
