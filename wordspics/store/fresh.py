"""A story's panels, readings and pictures under new ids, so that one story can be kept twice and never collide."""
import uuid

from wordspics.story import BadStory, Panel, Story, Upload, Version


def fresh_ids(story: Story, pictures: dict[str, bytes]) -> tuple[Story, dict[str, bytes]]:
    """The same story and its pictures under ids nobody has used. BadStory when it shows a picture that is not there."""
    panel_ids = {panel.id: str(uuid.uuid4()) for panel in story.panels}
    picture_ids = {picture: str(uuid.uuid4()) for picture in pictures}
    panels = tuple(_panel(panel, panel_ids[panel.id], picture_ids, number) for number, panel in enumerate(story.panels, 1))
    versions = tuple(_version(version, panel_ids) for version in story.versions)
    return story.with_(panels=panels, versions=versions), {picture_ids[old]: data for old, data in pictures.items()}


def _panel(panel: Panel, id: str, pictures: dict[str, str], number: int) -> Panel:
    missing = [item for item in panel.scene.items if isinstance(item, Upload) and item.picture not in pictures]
    if missing:
        raise BadStory(f"Panel {number} shows a picture that did not come with the story.")
    items = tuple(item.with_(picture=pictures[item.picture]) if isinstance(item, Upload) else item for item in panel.scene.items)
    return panel.with_(id=id, scene=panel.scene.with_(items=items))


def _version(version: Version, panels: dict[str, str]) -> Version:
    return version.with_(id=str(uuid.uuid4()), base={panels[old]: 1 for old in version.base if old in panels},
                         words={panels[old]: words for old, words in version.words.items() if old in panels},
                         views={panels[old]: tuple(own.with_(base=1) if own.words else own for own in views)
                                for old, views in version.views.items() if old in panels})
