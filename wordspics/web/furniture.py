"""What every page is furnished with: icons, pictures, dates as people say them, the five steps."""
import datetime
import functools
import io
import re
import zipfile
from importlib import resources

from flask import Flask, g
from markupsafe import Markup

from config import Config
from wordspics.guide.children import said_of
from wordspics.pictures import svg
from wordspics.pictures.draw import draw, draw_face, draw_person
from wordspics.store import Card
from wordspics.story import Cast, Look, Scene, Story, limits
from wordspics.web.security import is_signed_in

STEPS = (("begin", "Begin"), ("people", "People"), ("panels", "Panels"), ("read", "Read & agree"), ("print", "Print & tell"))


def init_app(app: Flask, config: Config) -> None:
    app.jinja_env.globals.update(exit_to=config.exit_to, idle=config.idle, limits=limits)
    for piece in (icon, picture, face, person, title_of, steps_of, said_date, said_day):
        app.add_template_global(piece)
    app.add_template_filter(said_of)
    app.add_template_global(lambda: g.get("newer", ""), "made_newer")     # one sentence, or "" when all of a story is known
    app.context_processor(lambda: {"signed_in": is_signed_in()})


@functools.cache
def icon(name: str, size: int = 24) -> Markup:
    """A Lucide icon that says nothing to a screen reader: the words beside it do. KeyError when there is none of this name."""
    drawn = re.sub(r">\s+<", "><", _icons().read(f"{name}.svg").decode().strip())
    return Markup(f'<svg width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
                  'stroke-linecap="round" stroke-linejoin="round" class="icon" aria-hidden="true" focusable="false">'
                  f'{drawn.split(">", 1)[1]}')


@functools.cache
def _icons() -> zipfile.ZipFile:
    """Lucide's own way reads the list of all its icons anew for each one: a third of a second for a page that has forty."""
    return zipfile.ZipFile(io.BytesIO(resources.files("lucide").joinpath("lucide.zip").read_bytes()))


def picture(scene: Scene, cast: Cast, story: str = "", classes: str = "", ink: str = "colour") -> Markup:
    """A scene as an inline drawing that says itself in words; `story` is the id of the one its uploads belong to."""
    drawn = svg.write(draw(scene, cast, ink), classes=classes, photo=lambda id: f"/stories/{story}/pictures/{id}")
    return Markup(drawn.replace("<svg ", '<svg preserveAspectRatio="xMidYMid slice" ', 1))       # a frame of another shape cuts, never pads


def face(look: Look, feeling: str = "ok", classes: str = "") -> Markup:
    """Somebody's head and shoulders, for a chip beside their name."""
    drawing, box = draw_face(look, feeling)
    return Markup(svg.write(drawing, box=box, classes=classes))


@functools.lru_cache(maxsize=512)
def person(look: Look, pose: str = "stand", feeling: str = "ok", facing: str = "front", classes: str = "") -> Markup:
    """Somebody whole, cut to their size."""
    drawing, box = draw_person(look, pose, feeling, facing)
    return Markup(svg.write(drawing, box=box, classes=classes))


def title_of(one: Story | Card) -> str:
    """What a story is called, or whom it is for while it is called nothing."""
    names = [child.name for child in one.about.children]
    return one.called or (f"For {' and '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}" if names else "A new story")


def steps_of(story: Story | None) -> list[tuple[str, str, bool]]:
    """(key, name, has something in it) for the five steps. A tick never says "finished"."""
    begun = {} if story is None else {
        "begin": True,
        "people": bool(story.cast.people),
        "panels": any(not panel.is_empty for panel in story.panels),
        "read": story.record.is_agreed,
        "print": bool(story.record.tellings)}
    return [(key, name, begun.get(key, False)) for key, name in STEPS]


def said_date(day: datetime.date) -> str:
    """2 May, or 2 May 2025 when it was another year."""
    return f"{day.day} {day:%B}" + ("" if day.year == datetime.date.today().year else f" {day.year}")


def said_day(moment: datetime.datetime) -> str:
    """Today, 14:02; Yesterday, 09:30; on Monday; 2 May."""
    moment = moment.astimezone()
    days = (datetime.date.today() - moment.date()).days
    if days <= 1:
        return f"{'Yesterday' if days == 1 else 'Today'}, {moment:%H:%M}"
    return f"{moment:%A}" if days < 7 else said_date(moment.date())
