"""Drawings for the editor: a scene as it would print, a person in every mood, the pictures of the library."""
import base64
import functools
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec
from flask import Blueprint, Flask, Response, abort, current_app, jsonify, render_template, request, url_for
from markupsafe import Markup

from wordspics.pictures import library, names, partners, repertoire, svg
from wordspics.pictures.draw import box_of, draw, draw_face, draw_person, face_of, has_free_hand
from wordspics.pictures.finder import ILLUSTRATIONS
from wordspics.pictures.shapes import Drawing
from wordspics.pictures.together import leader_of
from wordspics.pictures.told import name_item, tell_item
from wordspics.store.uploads import shrink
from wordspics.story import Bubble, Cast, Figure, Look, Person, Scene
from wordspics.story.scene import Item
from wordspics.story.sheet import read_scene
from wordspics.web.assets import FOREVER, digest_of
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs, open_to_anyone

bp = Blueprint("drawings", __name__)
THUMB = 240                     # pixels of a family's own picture in the strip, on a screen with fine dots
_TRUEST = ("baby-sit", "in-wheelchair", "sit-facing-us")     # of several poses drawn alike, what the picture shows
_MARGIN = 4                     # units around a picture in its tile


@bp.post("/stories/<uuid:story>/drawings")
@needs("open-vault")
def add(story: UUID) -> Response:
    """Draw the scene in the body; nothing is kept."""
    kept = the_story(story)
    return jsonify(draw_scene(read_scene(request.get_data()), kept.story.cast, story))


def draw_scene(scene: Scene, cast: Cast, story: UUID | str) -> dict:
    """What the stage needs to show a scene and let it be moved.

    {"svg", "alt": the scene in words, "floor": the y share where feet stand, "front": above which feet are behind a table or null,
     "spots": where people fit into the place, best first,
     "people": who may be put in: {id: {"role", "sits": whether a seat is for them, "box", "face": as they stand with their feet at 0, 0}},
     "items": [{"id", "name", "said": the item in words, "box": [left, top, right, bottom] in shares, "face": the same, of a person,
                "by": who holds them so that they only move together, or null}]}
    """
    names.vet_scene(scene)
    drawing, place = draw(scene, cast), library.shelf().picture(scene.place)
    return {
        "svg": svg.write(drawing, photo=_address_of_pictures(story)),
        "alt": drawing.alt,
        "floor": place.floor,
        "front": place.front,
        "spots": msgspec.to_builtins(place.spots),
        "people": {person.id: _newcomer(person, cast) for person in cast.people},
        "items": [{"id": item.id, "name": name_item(item, cast), "said": tell_item(item, cast, scene), "by": leader_of(item, scene),
                   **_spread(item, cast, scene)}
                  for item in scene.items]}


def _newcomer(person: Person, cast: Cast) -> dict:
    look = person.look
    return {"role": person.role, "sits": look.age != "baby" and not look.wheelchair and not look.aid,
            **_spread(Figure(id="newcomer", who=person.id, x=0, y=0), cast)}


def _spread(item: Item, cast: Cast, scene: Scene = Scene()) -> dict[str, list[float]]:
    """Which parts of the stage an item takes."""
    parts = {"box": box_of(item, cast, scene)}
    if isinstance(item, Figure):
        parts["face"] = face_of(item, cast, scene)
    return {part: [round(edge, 4) for edge in box] for part, box in parts.items()}


@bp.get("/stories/<uuid:story>/panels/<uuid:panel>/picture.svg")
@needs("open-vault")
def picture(story: UUID, panel: UUID) -> Response:
    """A panel's picture for the strip."""
    kept = the_story(story)
    return _svg(svg.write(draw(kept.story.panel(str(panel)).scene, kept.story.cast), photo=lambda id: _small(kept.id, id)))


def _small(story: str, picture: str) -> str:
    """The family's own picture inside the drawing itself: one that is shown as a picture can fetch nothing."""
    return "data:image/png;base64," + base64.b64encode(shrink(store().uploads.read(story, picture), THUMB)).decode()


@bp.get("/stories/<uuid:story>/pictures/<uuid:picture>")
@needs("open-vault")
def upload(story: UUID, picture: UUID) -> Response:
    """The family's own picture."""
    data = store().uploads.read(str(story), str(picture))
    return Response(data, content_type="image/png" if data.startswith(b"\x89PNG") else "image/jpeg")


@bp.get("/stories/<uuid:story>/people/<person>/choices/<what>")
@needs("open-vault")
def choices(story: UUID, person: str, what: str) -> str:
    """A fragment: this very person in every feeling, or in every pose, those likely at `place` and `with` those people first."""
    cast = the_story(story).story.cast
    look = cast.person(person).look
    feeling, facing = request.args.get("feeling", "ok"), request.args.get("facing", "front")
    if what not in ("feeling", "pose") or feeling not in names.FEELINGS or facing not in ("front", "left", "right"):
        abort(404)
    if what == "feeling":
        groups = [("", [Choice(name, said, _face(look, name)) for name, said in names.FEELINGS.items()])]
    else:
        others = [cast.person(who) for who in dict.fromkeys(request.args.getlist("with")) if cast.has(who)]
        things = [name for name in dict.fromkeys(request.args.getlist("beside")) if library.shelf().has(name)]
        moment = repertoire.Moment(request.args.get("place", "plain"), feeling, tuple(other.look for other in others))
        groups = [(title, [_with_partners(one, look, facing, feeling, others, things) for one in some])
                  for title, some in _poses(look, facing, moment)]
    return render_template("panels/choices.html", person=cast.person(person), what=what, groups=groups,
                           faces=_faces(others, things) if what == "pose" else ())


class Choice(NamedTuple):
    """`found_by` are the words it is looked for by, `also` the names that are drawn the same on this person.

    `fits` is who or what around can be held in a pose, `told` how it is said of them; `alone` what is said when nobody can
    be whom the pose is about, "" for a pose that is about nobody; `fetches` that whoever is held comes along.
    """

    name: str
    said: str
    drawing: Markup
    found_by: str = ""
    also: str = ""
    fits: str = ""
    told: str = ""
    alone: str = ""
    fetches: bool = False


def _with_partners(one: Choice, look: Look, facing: str, feeling: str, others: list[Person], things: list[str]) -> Choice:
    if partners.needs_somebody(one.name):
        fit = [other.id for other in others if partners.fits(one.name, look, other.look)]
        fit += [name for name in things if partners.fits_thing(one.name, name)]
        return one._replace(fits=" ".join(fit), told=partners.tell(one.name, "{}"), alone=partners.tell_missing(one.name),
                            fetches=one.name in partners.CARRYING)
    if has_free_hand(look, one.name, feeling, facing):
        return one._replace(fits=" ".join(other.id for other in others), told=partners.tell(one.name, "{}"))
    return one


class Face(NamedTuple):
    """Who or what may be held: `ref` as the scene names it, `called` as it is said in a sentence."""

    ref: str
    called: str
    label: str
    drawing: Markup | None = None


def _faces(others: list[Person], things: list[str]) -> list[Face]:
    people = [Face(other.id, other.name or "somebody", other.name or "Somebody", _face(other.look, "ok")) for other in others]
    titles = [(name, library.shelf().picture(name).title) for name in things]
    return people + [Face(name, f"the {title.lower()}", title) for name, title in titles]


def _poses(look: Look, facing: str, moment: repertoire.Moment) -> list[tuple[str, list[Choice]]]:
    """What looks the same on this person, who stays in their chair or is too small to stand, is offered once."""
    alike: dict[Markup, list[str]] = {}
    for name in names.POSES:
        alike.setdefault(_figure(look, name, moment.feeling, facing), []).append(name)
    offered = {next((name for name in _TRUEST if name in same), same[0]): (drawing, same) for drawing, same in alike.items()}
    return [(title, [Choice(name, names.POSES[name], offered[name][0], " ".join(map(repertoire.words_for, offered[name][1])),
                            " ".join(offered[name][1])) for name in some])
            for title, some in repertoire.lay_out(offered, look, moment)]


def init_app(app: Flask) -> None:
    app.add_template_global(picture_url)


def picture_url(name: str) -> str:
    """The address of a picture of the library; `?time=night` after it shows a place by night."""
    return f"/library/at/{library_version()}/{name}.svg"


@bp.get("/library/at/<version>/<name>.svg")
@open_to_anyone
def shelved(version: str, name: str) -> Response:
    """A picture of the library. It shows nothing of a family, so the browser may keep it."""
    return kept_until_changed(_svg(_shelved(name, "night" if request.args.get("time") == "night" else "day")), version)


def kept_until_changed(answer: Response, version: str) -> Response:
    """An answer made of the library alone, at an address with the library's version in it."""
    answer.headers["Cache-Control"] = FOREVER if version == library_version() and not current_app.debug else "no-cache"
    return answer


@functools.cache
def library_version() -> str:
    """Changes when a picture does, or the way pictures are drawn."""
    return digest_of(ILLUSTRATIONS, Path(library.__file__).parent)


@functools.lru_cache(maxsize=1536)
def _shelved(name: str, time: str) -> str:
    one = library.shelf().picture(name)
    if one.kind == "place":
        return svg.write(Drawing(shapes=draw(Scene(place=name, time=time), Cast()).shapes, alt=one.alt))
    box = " ".join(map(svg.number, (-one.width / 2 - _MARGIN, -one.height - _MARGIN, one.width + 2 * _MARGIN, one.height + 2 * _MARGIN)))
    return svg.write(Drawing(shapes=(library.shapes(name, "colour", time),), alt=one.alt), box=box)


@functools.lru_cache(maxsize=512)
def _face(look: Look, feeling: str) -> Markup:
    drawing, box = draw_face(look, feeling)
    return Markup(svg.write(drawing, box=box))


@functools.lru_cache(maxsize=1024)
def _figure(look: Look, pose: str, feeling: str, facing: str) -> Markup:
    drawing, box = draw_person(look, pose, feeling, facing)
    return Markup(svg.write(drawing, box=box))


def _address_of_pictures(story: UUID | str):
    return lambda picture: url_for("drawings.upload", story=story, picture=picture)


def _svg(text: str) -> Response:
    return Response(text, content_type="image/svg+xml; charset=utf-8")
