"""One child or several: every page for adults speaks of the children its story is for."""
import html
import re

import pytest

from tests.press.paper import pages_of
from wordspics import guide
from wordspics.story import About, Child

SEVERAL_MEANT = re.compile(r"\b(?:the|these|your) children\b", re.IGNORECASE)
ONE_MEANT = re.compile(r"\b(?:the|this|your) child\b", re.IGNORECASE)
PAGES = ("card", "panels/{panel}", "panels/{panel}/talk", "panels/{own}/talk", "rehearsal", "agree", "notes")


def words_of(page: str) -> list[str]:
    """What a page says, piece by piece; its labels and what waits in its fields too."""
    said = [*re.findall(r">([^<>]+)<", page), *re.findall(r'(?:aria-label|placeholder|title|data-starter)="([^"]+)"', page)]
    return [html.unescape(words) for words in said if words.strip()]


@pytest.mark.parametrize("names, wrong", [(("Ann",), SEVERAL_MEANT), (("Ann", "Bo", "Cy"), ONE_MEANT)], ids=("one", "three"))
@pytest.mark.parametrize("situation", ("new-baby", ""))
def test_every_page_for_adults_speaks_of_the_children_the_story_is_for(sam, situation, names, wrong):
    begun = guide.begin(About(children=tuple(Child(name, 6) for name in names), situation=situation))
    panels = [one.with_(purpose=one.purpose if at != 2 else "", notes="Ask once more.") for at, one in enumerate(begun.panels)]
    story = sam.store.stories.add(begun.with_(panels=tuple(panels)), sam.store.families.add("The Oaks").id)
    _, panel, own, *_ = (one.id for one in sam.store.stories.load(story).story.panels)
    for page in PAGES:
        answer = sam.visit(f"/stories/{story}/{page.format(panel=panel, own=own)}")
        said = words_of(answer.get_data(as_text=True))
        assert answer.status_code == 200 and [words for words in said if wrong.search(words)] == [], page
    kept = " ".join(pages_of(sam.send(f"/stories/{story}/rehearsal.pdf").data))
    assert "may ask" in kept and not wrong.search(kept)
