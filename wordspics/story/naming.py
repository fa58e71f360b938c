"""A person renamed wherever a child may read or hear of them. What adults noted down, and what somebody said, stays as it was."""
import re
from collections.abc import Callable

from wordspics.story.faults import BadStory
from wordspics.story.panel import Panel, Words
from wordspics.story.scene import Bubble
from wordspics.story.story import Story
from wordspics.story.version import Version


def rename(story: Story, who: str, name: str) -> Story:
    """The story with that person under a new name: in the cast, the title, all words, views, bubbles and readings."""
    person = story.cast.person(who)
    renamed = person.with_(name=name)
    if not renamed.name:
        raise BadStory("Please write a name: what the child calls them.")
    say = replacer(person.name, renamed.name, [other.name for other in story.cast.people])
    known = story.know_as(renamed)
    versions = tuple(_in_version(version, say) for version in known.versions)
    return known.with_(about=known.about.with_(title=say(story.about.title)), versions=versions,
                       panels=tuple(_in_panel(panel, say) for panel in story.panels))


def replacer(old: str, new: str, names: list[str]) -> Callable[[str], str]:
    """Puts `new` for each `old` that stands as whole words and is no part of another of the `names`: "Aunty Jo" keeps her Jo."""
    if not old or old == new:
        return lambda text: text
    longest_first = sorted({old, *(name for name in names if name)}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)(['’](?!\w))?")

    def put(found: re.Match) -> str:
        if found[1] != old:
            return found[0]
        mark = found[2] or ""
        return new + (f"{mark}s" if mark and old.endswith("s") and not new.endswith("s") else mark)     # James' book, Max's book
    return lambda text: pattern.sub(put, text)


def _in_panel(panel: Panel, say: Callable[[str], str]) -> Panel:
    items = tuple(item.with_(words=say(item.words)) if isinstance(item, Bubble) else item for item in panel.scene.items)
    views = tuple(view.with_(owner=say(view.owner), words=_in_all(view.words, say)) for view in panel.views)
    return panel.with_(words=_in_all(panel.words, say), views=views, scene=panel.scene.with_(items=items))


def _in_version(version: Version, say: Callable[[str], str]) -> Version:
    views = {id: tuple(own.with_(words=_in_all(own.words, say)) for own in views) for id, views in version.views.items()}
    return version.with_(words={id: _in_all(words, say) for id, words in version.words.items()}, views=views)


def _in_all(words: Words, say: Callable[[str], str]) -> Words:
    return {language: say(said) for language, said in words.items()}
