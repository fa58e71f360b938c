"""The desk: what every page reaches for. The store, the press, the settings, and the story that lies open."""
import io
import secrets
from uuid import UUID

from flask import Flask, Request, current_app, g, request

from config import Config
from wordspics.pictures import nearest
from wordspics.press import Press
from wordspics.store import Card, Kept, Store
from wordspics.story import Version, limits
from wordspics.story.sheet import AnySheet


class InMemoryRequest(Request):
    """A request whose uploads stay in memory: Flask would otherwise lay a family's photo, readable, in the temp folder."""

    def _get_file_stream(self, total_content_length, content_type, filename=None, content_length=None):
        return io.BytesIO()


def init_app(app: Flask, config: Config) -> None:
    app.request_class = InMemoryRequest
    app.secret_key = secrets.token_bytes(32)            # signs forms only; a sign-in is a row of the store
    app.config.update(
        TESTING=config.testing,
        MAX_CONTENT_LENGTH=limits.FILE_BYTES + 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        MAX_FORM_PARTS=400)
    app.extensions["config"] = config


def config() -> Config:
    return current_app.extensions["config"]


def store() -> Store:
    return current_app.extensions["store"]


def press() -> Press:
    return current_app.extensions["press"]


def the_story(id: UUID | str) -> Kept:
    """The story with this id, read once in a request. Missing when there is none."""
    if "story" not in g or g.story.id != str(id):
        read_again(id)
    return g.story


def read_again(id: UUID | str) -> Kept:
    """The story as it is kept by now, with the nearest pictures for what only a newer version can draw; `g.newer` says so."""
    kept = store().stories.load(str(id))
    near = nearest.bring_near(kept.story)
    g.story, g.newer = kept._replace(story=near.story), near.sentence
    return g.story


def the_cards() -> list[Card]:
    """The stories on this computer, newest first, people and first pictures as near as they can be drawn."""
    return [card._replace(cast=nearest.sheet(card.cast), first=card.first and nearest.sheet(card.first)) for card in store().stories.cards()]


def as_it_stood(kept: Kept, sheet: str, rev: int) -> AnySheet | None:
    """A sheet at an earlier revision, brought near as the story is, so that the two can be compared. None when it was gone."""
    return nearest.sheet(store().sheets.read(kept.id, sheet, rev).body)


def the_reading(id: UUID | str) -> tuple[Kept, Version | None]:
    """The story as the address asks for it: read to one child (`reading` names the version), or as it stands."""
    kept, asked = the_story(id), request.values.get("reading", "")
    version = next((one for one in kept.story.versions if one.id == asked), None)
    return (kept._replace(story=kept.story.read_to(version)), version) if version else (kept, None)
