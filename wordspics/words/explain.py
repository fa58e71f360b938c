"""Right words for a child (judge, prison, suicide ...) that want one explaining sentence the first time."""
from collections.abc import Iterable, Iterator

from wordspics.story import Story
from wordspics.story.value import Value
from wordspics.words.checker import meets, places
from wordspics.words.glosses import is_explained
from wordspics.words.passage import Passage
from wordspics.words.wordlist import Offer, open_lists


class Explanation(Value, frozen=True, kw_only=True):
    """An offer: `text[start:end] == found`, and sentences (`says`) the adults may add, one of them or none."""

    key: str
    start: int
    end: int
    found: str
    says: tuple[str, ...]


def explain(text: str, read_before: Iterable[str] = ()) -> tuple[Explanation, ...]:
    """One offer for each explained word that stands here first. `read_before`: the words of the panels before this one."""
    lists = open_lists()
    passage = Passage(text, lists.spelling)
    earlier = [Passage(words, lists.spelling) for words in read_before]
    offers = []
    for offer in lists.offers:
        place = next(_places(offer, passage), None)
        if place and not any(True for before in earlier for _ in _places(offer, before)) and not is_explained(passage, *place):
            start, end = passage.span(passage.words[place[0]].start, passage.words[place[1] - 1].end)
            offers.append(Explanation(key=offer.key, start=start, end=end, found=text[start:end], says=offer.entry.says))
    return tuple(sorted(offers, key=lambda offer: (offer.start, -offer.end)))


def explain_story(story: Story, language: str = "en") -> dict[str, tuple[Explanation, ...]]:
    """The offers of each shown panel, by panel id: each word once, where a child first meets it."""
    offers, read = {}, []
    for panel in story.shown:
        offers[panel.id] = explain(panel.words_in(language), read)
        read.append(panel.words_in(language))
    return offers


def _places(offer: Offer, passage: Passage) -> Iterator[tuple[int, int]]:
    for pattern in offer.find:
        for first, last in places(pattern, passage):
            if not any(meets(harmless, passage, first, last) for harmless in offer.but_not):
                yield first, last
