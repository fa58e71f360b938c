"""From a scene and its cast to a drawing."""
import functools

from wordspics.pictures import library, likeness
from wordspics.pictures.bubbles import draw_bubble
from wordspics.pictures.company import Company, Player
from wordspics.pictures.figure import Bond, Drawn, draw_empty_chair, draw_figure
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.ink import dip
from wordspics.pictures.nametags import name_tags
from wordspics.pictures.shapes import INK, AnyShape, Drawing, Group, Label, Path, Photo
from wordspics.pictures.svg import number
from wordspics.pictures.told import tell_scene
from wordspics.pictures.together import gather
from wordspics.story import Bubble, Cast, Figure, Ink, Look, Scene, Symbol, Thing, Upload
from wordspics.story.scene import STAGE

UPLOAD_WIDTH = STAGE[0] / 3     # units of a family's own picture at size 1
_BROW, _CHEEK = 0.5, 0.7        # of half a head's height and width: where a face begins
Box = tuple[float, float, float, float]


def draw(scene: Scene, cast: Cast, ink: str = "colour") -> Drawing:
    """The whole stage: its place, then every item back to front, each in a group the editor can take hold of.

    A group's transform is always `translate(x y) scale(size)` around the item's anchor, so that the screen may move it.
    Bubbles are scaled inside, for their letters are laid apart.
    """
    company = gather(scene, cast)
    back, front = _place(scene, ink)
    behind = _behind(scene, company)
    drawn = [(item, *_draw_item(item, cast, ink, company)) for item in sorted(company.order, key=lambda item: item.id not in behind)]
    groups = [Group(item=item.id, shapes=shapes, transform=_stand(item)) for item, shapes, _ in drawn]
    labels = [label for *_, label in drawn if label]
    if cast.named:
        labels.extend(name_tags(cast, company, lambda figure: box_of(figure, cast, scene)))
    shapes = (*back, *groups[:len(behind)], *front, *groups[len(behind):])
    return Drawing(shapes=shapes, labels=tuple(labels), alt=tell_scene(scene, cast))


def draw_person(look: Look, pose: str = "stand", feeling: str = "ok", facing: str = "front", ink: str = "colour") -> tuple[Drawing, str]:
    """A person alone, and the viewBox that holds them."""
    drawn = _figure(look, pose, feeling, facing, "", ink)
    return Drawing(shapes=_greyed((drawn.group,), ink)), _box(drawn.bounds, 6)


def has_free_hand(look: Look, pose: str, feeling: str = "ok", facing: str = "front") -> bool:
    """Whether somebody's hand may be held."""
    return bool(_figure(look, pose, feeling, facing, "", "colour").idle)


def draw_face(look: Look, feeling: str = "ok", ink: str = "colour") -> tuple[Drawing, str]:
    """Head and shoulders, for tiles and avatars, and a square viewBox that holds hair, hat and the signs round the head."""
    drawn = _figure(look, "stand", feeling, "front", "", ink)
    x, y, w, h = drawn.head
    half = max(w, h) * 1.75
    left, right, top, bottom = x - half, x + half, min(y - half * 0.92, drawn.bounds[1] - 3), y + half * 1.08
    if drawn.signs:
        left, right = min(x - half * 0.85, drawn.signs[0] - 3), max(x + half * 0.85, drawn.signs[2] + 3)
    side = max(right - left, bottom - top)
    middle = (left + right) / 2
    return Drawing(shapes=_greyed((drawn.group,), ink)), _box((middle - side / 2, top, middle + side / 2, top + side), 0)


def box_of(item, cast: Cast, scene: Scene = Scene()) -> Box:
    """What an item covers of the stage, in shares: left, top, right, bottom. For selection frames.

    `scene` is the scene it is part of: who is carried is where they are carried."""
    company = gather(scene, cast)
    return _on_stage(item, company, _extent(item, cast, company))


def face_of(figure: Figure, cast: Cast, scene: Scene = Scene()) -> Box:
    """Where somebody's face is, from brows to chin and cheek to cheek; in shares, as `box_of`."""
    company = gather(scene, cast)
    x, y, half, high = _figure_of(figure, cast, "colour", company).head
    return _on_stage(figure, company, (x - half * _CHEEK, y - high * _BROW, x + half * _CHEEK, y + high))


def _on_stage(item, company: Company, extent: Box) -> Box:
    if item.id in company.hidden:
        return _arms_of(company.players[company.hidden[item.id]])
    dx, dy = company.moves.get(item.id, (0, 0))
    x, y = item.x * STAGE[0] + dx, item.y * STAGE[1] + dy
    left, top, right, bottom = extent
    k = 1.0 if isinstance(item, Bubble) else item.size
    return ((x + left * k) / STAGE[0], (y + top * k) / STAGE[1], (x + right * k) / STAGE[0], (y + bottom * k) / STAGE[1])


def _place_of(scene: Scene) -> library.Picture | None:
    """The scene's place; the plain one for a place that is not on the shelf any more."""
    return next((library.shelf().picture(name) for name in (scene.place, "plain") if library.shelf().has(name)), None)


def _place(scene: Scene, ink: str) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """What lies behind everybody, and what stands before those at the back."""
    place = _place_of(scene)
    if place is None:
        return (), ()
    front = (library.shapes(place.name, ink, scene.time, front=True),) if place.front is not None else ()
    return (library.shapes(place.name, ink, scene.time),), front


def _behind(scene: Scene, company: Company) -> set[str]:
    """Who stands behind the place's front layer, with what they hold."""
    place = _place_of(scene)
    if place is None or place.front is None:
        return set()
    people = {item.id for item in company.order if isinstance(item, Figure) and _level(item, company) < place.front}
    return people | {held for held, holders in company.beneath.items() if people & set(holders)}


def _level(item, company: Company) -> float:
    return item.y + company.moves.get(item.id, (0, 0))[1] / STAGE[1]


def _stand(item) -> str:
    return _at(item.x * STAGE[0], item.y * STAGE[1], 1.0 if isinstance(item, Bubble) else item.size)


def _at(x: float, y: float, k: float) -> str:
    at = f"translate({number(x)} {number(y)})"
    return at if k == 1 else f"{at} scale({k:.4g})"


def _draw_item(item, cast: Cast, ink: str, company: Company) -> tuple[tuple[AnyShape, ...], Label | None]:
    if isinstance(item, Figure):
        own = () if item.id in company.hidden else (_figure_of(item, cast, ink, company).group,)
        return _with_arms(item, _greyed(own, ink), cast, ink, company), None
    if isinstance(item, (Thing, Symbol)):
        if not library.shelf().has(item.name):
            return (), None
        return _with_arms(item, _picture(item, cast, ink, company), cast, ink, company), None
    if isinstance(item, Bubble):
        shapes, label, _ = draw_bubble(item, ink)
        return _greyed(shapes, ink), label
    if isinstance(item, Upload):
        high = UPLOAD_WIDTH * item.shape
        return (Photo(picture=item.picture, x=-UPLOAD_WIDTH / 2, y=-high, w=UPLOAD_WIDTH, h=high),), None
    return _strokes(item, ink), None


def _picture(item: Thing | Symbol, cast: Cast, ink: str, company: Company) -> tuple[AnyShape, ...]:
    """A picture of the library, with whoever stands in it. Turned round, the people change places but are not mirrored."""
    drawn: AnyShape = library.shapes(item.name, ink, skin=likeness.skin(item, company.order, cast))
    if item.flipped:
        drawn = Group(shapes=(drawn,), transform="scale(-1 1)")
    guests = [Group(shapes=_greyed((guest.drawn.group,), ink), transform=_at(-guest.x if item.flipped else guest.x, guest.y, guest.size))
              for guest in _guests(item, cast, ink, company)]
    return (drawn, *guests)


def _guests(item: Thing | Symbol, cast: Cast, ink: str, company: Company) -> tuple[likeness.Guest, ...]:
    return likeness.seat(library.shelf().picture(item.name), company.order, cast, ink)


def _with_arms(item, own: tuple[AnyShape, ...], cast: Cast, ink: str, company: Company) -> tuple[AnyShape, ...]:
    """An item where it is held, between the arms of those who hold it."""
    if item.id in company.moves:
        dx, dy = company.moves[item.id]
        own = (Group(shapes=own, transform=f"translate({number(dx / item.size)} {number(dy / item.size)})"),)
    if item.id in company.chairs:
        chair = draw_empty_chair(company.players[item.id].look, "outline" if ink == "outline" else "colour")
        own = (Group(shapes=_greyed((chair,), ink), transform=_at(company.chairs[item.id], 0, 1)), *own)
    for holders, part in ((company.beneath, "under"), (company.above, "over")):
        for id in holders.get(item.id, ()):
            holder = company.players[id].item
            arms = getattr(_figure_of(holder, cast, ink, company), part)
            if arms:
                put = (Group(shapes=_greyed((arms,), ink), transform=_from(holder, item)),)
                own = put + own if part == "under" else own + put
    return own


def _from(holder: Figure, item) -> str:
    """What brings the holder's units into the item's."""
    x, y = ((a - b) * units / item.size for a, b, units in zip((holder.x, holder.y), (item.x, item.y), STAGE))
    return f"translate({number(x)} {number(y)}) scale({holder.size / item.size:.4g})"


def _arms_of(carrier: Player) -> Box:
    """Where a carried baby is, in shares."""
    (x, y), half = carrier.cradle, 24 * carrier.item.size
    return ((x - half) / STAGE[0], (y - half) / STAGE[1], (x + half) / STAGE[0], (y + half) / STAGE[1])


def _strokes(item: Ink, ink: str) -> tuple[AnyShape, ...]:
    colour = INK if ink == "outline" else COLOURS.get(item.colour, INK)
    paths = tuple(Path(d=stroke) for stroke in item.strokes)
    return _greyed((Group(shapes=paths, fill="none", stroke=colour, width=item.thickness, cap="round", join="round"),), ink)


def _extent(item, cast: Cast, company: Company) -> Box:
    if isinstance(item, Figure):
        return _figure_of(item, cast, "colour", company).bounds
    if isinstance(item, (Thing, Symbol)):
        return _picture_extent(item, cast, company)
    if isinstance(item, Bubble):
        _, _, (w, h) = draw_bubble(item, "colour")
        return (-w, -h, w, h)
    if isinstance(item, Upload):
        return (-UPLOAD_WIDTH / 2, -UPLOAD_WIDTH * item.shape, UPLOAD_WIDTH / 2, 0)
    return _stroke_extent(item)


def _picture_extent(item: Thing | Symbol, cast: Cast, company: Company) -> Box:
    if not library.shelf().has(item.name):
        return (-20, -40, 20, 0)
    picture = library.shelf().picture(item.name)
    boxes = [(-picture.width / 2, -picture.height, picture.width / 2, 0.0)]
    for guest in _guests(item, cast, "colour", company):
        left, top, right, bottom = (edge * guest.size for edge in guest.drawn.bounds)
        x = -guest.x if item.flipped else guest.x
        boxes.append((x + left, guest.y + top, x + right, guest.y + bottom))
    return tuple(pick(edges) for pick, edges in zip((min, min, max, max), zip(*boxes)))


def _stroke_extent(item: Ink) -> Box:
    numbers = [float(n) for stroke in item.strokes for n in stroke.replace("M", " ").replace("L", " ").replace("Q", " ").split()]
    if len(numbers) < 2:
        return (-20, -20, 20, 20)
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs), min(ys), max(xs), max(ys))


def _figure_of(item: Figure, cast: Cast, ink: str, company: Company) -> Drawn:
    player = company.players.get(item.id)
    item, bond = (player.item, player.bond) if player else (item, Bond())
    look = cast.person(item.who).look if cast.has(item.who) else Look()
    return _figure(look, item.pose, item.feeling, item.facing, item.head, ink, bond)


@functools.lru_cache(maxsize=2048)
def _figure(look: Look, pose: str, feeling: str, facing: str, head: str, ink: str, bond: Bond = Bond()) -> Drawn:
    return draw_figure(look, pose, feeling, facing, head, "outline" if ink == "outline" else "colour", bond=bond)


def _greyed(shapes: tuple[AnyShape, ...], ink: str) -> tuple[AnyShape, ...]:
    return dip(shapes, "grey") if ink == "grey" else shapes


def _box(bounds: Box, margin: float) -> str:
    left, top, right, bottom = bounds
    return " ".join(number(v) for v in (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin))
