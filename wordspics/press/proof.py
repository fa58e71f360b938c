"""Contact sheets of everything the app can draw, for people to look at: with its names, or shuffled and numbered for a blind reading."""
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from msgspec.structs import replace

from wordspics.pictures import library, svg
from wordspics.pictures.draw import box_of, draw, draw_face, draw_person
from wordspics.pictures.figure import options
from wordspics.pictures.figure.palette import SKINS
from wordspics.pictures.names import FEELINGS, POSES
from wordspics.pictures.stock import Spot
from wordspics.press import raster
from wordspics.story import Cast, Figure, Look, Person, Scene, Thing
from wordspics.story.scene import STAGE, Facing

SUBJECTS = ("poses", "feelings", "people", "places", "things")
CAPTION, MARGIN = 22.0, 8.0                     # units of the sheet
SHEET_PIXELS = 1500
PEOPLE, TIMES = 12, 5                       # so many people, each so many times: whoever sorts them knows them again, or not
_APART = 0.1                                # of the stage: nearer, and one is before the other
_ALONE = ("stand", "walk", "point", "wave", "think", "arms-up", "hands-on-hips", "arms-crossed", "read", "sit")
MONO = "mono"                               # the grey edition as a printer without greys prints it, people 4 cm high at 150 dots to the inch
_MONO_DOTS = 150 / 2.54 * 4 / 204           # of a unit, where a standing adult is 204

_CHILD = Look(age="child", hair="bunches", skin="bronze", hair_colour="black", top_colour="yellow", bottom_colour="teal")
_NAN = Look(age="older", hair="bun", hair_colour="grey", skin="umber", top="cardigan", top_colour="pink")
WITH: dict[str, tuple[Look | str, float]] = {       # who or what a pose is shown with, and how far to the right
    "hug": (_CHILD, 0.3), "hold-hand": (_CHILD.with_(hair="bob"), 0.17), "comfort": (_CHILD, 0.2), "comfort-round": (_CHILD, 0.11),
    "cuddle": (_CHILD, 0.10), "lean-on": (Look(height=1.08, hair="wavy", top_colour="green", skin="wheat"), 0.16),
    "push-wheelchair": (_NAN.with_(wheelchair="red"), 0.2),
    "push-pushchair": (_CHILD.with_(age="toddler", hair="tuft"), 0.22), "visit-table": (_CHILD.with_(hair="bob"), 0.25),
    "carry-child": (_CHILD.with_(age="toddler"), 0.1), "knock": ("door", 0.2), "push": ("shopping-trolley", 0.21),
    "sit-on-sofa": ("sofa", 0), "read-on-sofa": ("sofa", 0)}
# how the other one is: feeling, pose, facing
PARTNERS = {"comfort": ("sad", "stand", "front"), "visit-table": ("ok", "sit", "left"), "hug": ("happy", "hug", "left")}



class Grid(NamedTuple):
    """How many drawings a sheet has, and how large each may be, in units of the sheet."""

    columns: int
    rows: int
    wide: float
    high: float


USUAL, STAGES, TRUE = Grid(6, 4, 150, 150), Grid(4, 4, 226, 172), Grid(5, 4, 396, 291)
_TRUE_SIZE = "-190 -262 380 275"                # around somebody on their feet, in a bed or in a chair, at the size of the sheet
FAMILY = (Look(hair="long", skin="olive", top_colour="purple"), Look(age="child", hair="bob", skin="wheat", top_colour="yellow"),
          _NAN, Look(age="teen", hair="locs", skin="chestnut", wheelchair="teal"), Look(age="toddler", hair="curls", skin="umber"),
          Look(beard="full", skin="bronze", top_colour="green"), Look(age="child", hair="short", skin="shell", top_colour="red"))

Cell = tuple[str, str]                          # what it shows, and the <svg> that shows it
Round = list[Cell]                              # what is shuffled together and begins a sheet


def pull(folder: Path, *, what: str | None = None, ink: str = "colour", unlabelled: bool = False,
         seed: int = 1) -> Iterator[Path]:
    """Write the sheets of one subject, or of all, and yield each file written. Unlabelled sheets come with key.json."""
    folder.mkdir(parents=True, exist_ok=True)
    key: dict[str, dict[str, str]] = {}
    for subject in (what,) if what else SUBJECTS:
        chance = random.Random(f"{subject} {seed}")
        page, grid = 0, TRUE if ink == MONO else STAGES if subject == "places" else USUAL
        most = grid.columns * grid.rows
        for cells in _SUBJECTS[subject](ink, chance if unlabelled else None):
            if unlabelled:
                cells = _number(cells, chance, key)
            for start in range(0, len(cells), most):
                page += 1
                path = folder / f"{subject}-{ink}-{page}.png"
                path.write_bytes(_print(_sheet(cells[start:start + most], grid), grid, ink))
                yield path
    if unlabelled:
        path = folder / "key.json"
        path.write_text(json.dumps(key, indent=1, ensure_ascii=False), encoding="utf-8")
        yield path


def _print(sheet: str, grid: Grid, ink: str) -> bytes:
    if ink != MONO:
        return raster.png_of_svg(sheet, SHEET_PIXELS)
    return raster.blacken(raster.png_of_svg(sheet, round(grid.columns * grid.wide * _MONO_DOTS)))


def _number(cells: Round, chance: random.Random, key: dict) -> Round:
    """Shuffled, with numbers for captions; what they are goes into the key."""
    chance.shuffle(cells)
    first = len(key) + 1
    key |= {str(first + i): {"what": name} for i, (name, _) in enumerate(cells)}
    return [(str(first + i), drawn) for i, (_, drawn) in enumerate(cells)]


def _poses(ink: str, chance: random.Random | None) -> Iterator[Round]:
    people = [(pose, name, _poser(_look(chance), pose)) for pose, name in POSES.items()]
    yield [(name, _together(look, pose, ink) if pose in WITH else _person(look, pose, "ok", ink)) for pose, name, look in people]


def feelers(chance: random.Random) -> Iterator[list[tuple[str, Look]]]:
    """Rounds of every feeling once, each on somebody: a round a skin, so that over the rounds every feeling is on every skin,
    on all ages, with and without something on the head, and no feeling falls to one kind of people."""
    skins, ages = list(SKINS), ["baby", "toddler", "child", "child", "teen", "adult", "adult", "older", "older"]
    hats = [option.name for option in options.CHOICES["headwear"].options if option.name]
    feelings = list(FEELINGS)
    for order in (skins, ages, hats, feelings):
        chance.shuffle(order)
    for n in range(len(skins)):
        people = []
        for i, feeling in enumerate(feelings):
            hat = hats[(i + 5 * n) % len(hats)] if (i + n) % 3 == 0 else ""
            skin, age = skins[(i + n) % len(skins)], ages[(i + 2 * n) % len(ages)]
            if hat and age == "baby":
                hat = "beanie"
            elif hat == "niqab" and age not in ("adult", "older"):
                hat = "hijab"
            people.append((feeling, options.any_look(chance, skin=skin, age=age, headwear=hat)))
        yield people


def _feelings(ink: str, chance: random.Random | None) -> Iterator[Round]:
    for people in feelers(chance or random.Random(1)):
        yield [(FEELINGS[feeling], _face(look, feeling, ink)) for feeling, look in people]


def _people(ink: str, chance: random.Random | None) -> Iterator[Round]:
    """Each person in poses and feelings of their own, turned this way and that."""
    chance = chance or random.Random(1)
    cells = []
    for number in range(1, PEOPLE + 1):
        look = options.any_look(chance, age=chance.choice(("toddler", "child", "teen", "adult", "older")))
        for pose, feeling in zip(chance.sample(_ALONE, TIMES), chance.sample(list(FEELINGS), TIMES)):
            cells.append((f"person {number}", _person(look, pose, feeling, ink, chance.choice(get_args(Facing)))))
    yield cells


def _places(ink: str, chance: random.Random | None) -> Iterator[Round]:
    yield [(place.title + (" at night" if time == "night" else ""), svg.write(draw(Scene(place=place.name, time=time), Cast(), _dipped(ink))))
           for place in library.shelf().places() for time in place.times]
    if chance is None:
        yield [(f"{place.title}, {len(spots)} of {len(place.spots)} spots", _peopled(place, spots, ink))
               for place in library.shelf().places() for spots in companies(place.spots)]


def companies(spots: tuple[Spot, ...]) -> list[list[Spot]]:
    """The spots of a place in groups in which nobody hides anybody: who sits or lies first, apart from who stands."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: spot.pose == "stand"):
        for group in groups:
            if not any(_hide(spot, other) for other in group):
                group.append(spot)
                break
        else:
            groups.append([spot])
    return groups


def _hide(one: Spot, other: Spot) -> bool:
    return (one.pose == "stand") != (other.pose == "stand") or abs(one.x - other.x) < _APART


def _peopled(place: library.Picture, spots: list[Spot], ink: str) -> str:
    """A place with somebody on each of these spots; who has a chair of their own stands."""
    own_chair = [who for who, look in enumerate(FAMILY) if look.wheelchair]
    others = [who for who in range(len(FAMILY)) if who not in own_chair]
    figures = []
    for n, spot in enumerate(spots):
        who = own_chair[0] if spot.pose == "stand" and n == 3 else others[n % len(others)]
        figures.append(Figure(id=spot.name, who=str(who), x=spot.x, y=spot.y, size=spot.size, pose=spot.pose, facing=spot.facing))
    cast = Cast(people=tuple(Person(id=str(who), name="One", look=look) for who, look in enumerate(FAMILY)))
    return svg.write(draw(Scene(place=place.name, items=tuple(sorted(figures, key=lambda figure: figure.y))), cast, _dipped(ink)))


def _things(ink: str, chance: random.Random | None) -> Iterator[Round]:
    yield [(picture.title, _thing(picture, ink)) for picture in (*library.shelf().things(), *library.shelf().symbols())]


def _thing(picture, ink: str) -> str:
    w, h = picture.width, picture.height
    box = f"{svg.number(-w / 2 - 4)} {svg.number(-h - 4)} {svg.number(w + 8)} {svg.number(h + 8)}"
    shapes = svg.write_shapes((library.shapes(picture.name, _dipped(ink)),))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shapes}</svg>'


_SUBJECTS = {"poses": _poses, "feelings": _feelings, "people": _people, "places": _places, "things": _things}


def _dipped(ink: str) -> str:
    return "grey" if ink == MONO else ink


def _look(chance: random.Random | None) -> Look:
    return options.any_look(chance) if chance else Look()


def _poser(look: Look, pose: str) -> Look:
    """Somebody who does the pose on their own feet: a baby sits in nearly all of them, a wheelchair user stays in the chair."""
    age = "baby" if pose in ("crawl", "baby-sit", "wrapped-up") else "adult" if look.age in ("baby", "toddler") else look.age
    return look.with_(age=age, wheelchair="", aid="")


def _person(look: Look, pose: str, feeling: str, ink: str, facing: str = "front") -> str:
    drawing, box = draw_person(look, pose, feeling, facing, _dipped(ink))
    return svg.write(drawing, box=_TRUE_SIZE if ink == MONO else box)


def _face(look: Look, feeling: str, ink: str) -> str:
    if ink == MONO:
        return _person(look, "stand", feeling, ink)
    drawing, box = draw_face(look, feeling, ink)
    return svg.write(drawing, box=box)


def _together(look: Look, pose: str, ink: str) -> str:
    """A pose with whoever or whatever it is for: a hug alone is only two arms."""
    partner, far = WITH[pose]
    if isinstance(partner, Look):
        feeling, does, facing = PARTNERS.get(pose, ("ok", "stand", "front"))
        other = Figure(id="other", who="other", x=0.5 + far, y=0.9, pose=does, feeling=feeling, facing=facing)
    else:
        other = Thing(id="other", name=partner, x=0.5 + far, y=0.9, size=1.7 if pose == "push" else 1, flipped=pose == "push")
    is_held = isinstance(partner, Look) and pose not in ("visit-table", "hug")
    doer = Figure(id="doer", who="doer", x=0.5, y=0.9, pose=pose, holds="other" if is_held else None)
    cast = Cast(people=(Person(id="doer", name="One", look=look),
                        *((Person(id="other", name="Other", look=partner),) if isinstance(partner, Look) else ())))
    scene = Scene(items=(other, doer) if isinstance(other, Thing) else (doer, other))
    drawing = draw(scene, cast, _dipped(ink))
    boxes = [box_of(item, cast, scene) for item in scene.items]
    left, top, right, bottom = (pick(edges) * units for pick, edges, units in zip(
        (min, min, max, max), zip(*boxes), (STAGE[0], STAGE[1], STAGE[0], STAGE[1])))
    box = " ".join(map(svg.number, (left - 8, top - 8, right - left + 16, bottom - top + 16)))
    return svg.write(replace(drawing, shapes=drawing.shapes[1:]), box=box)      # without the place behind them


def _sheet(cells: list[Cell], grid: Grid) -> str:
    rows = -(-len(cells) // grid.columns)
    width, height = grid.columns * grid.wide, rows * (grid.high + CAPTION)
    paper = f'<path d="M0 0L{width:g} 0L{width:g} {height:g}L0 {height:g}Z" fill="#ffffff"/>'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{paper}']
    for i, (caption, drawn) in enumerate(cells):
        parts.append(_cell(caption, drawn, i % grid.columns * grid.wide, i // grid.columns * (grid.high + CAPTION), grid))
    return "".join([*parts, "</svg>"])


def _cell(caption: str, drawn: str, x: float, y: float, grid: Grid) -> str:
    box = f'width="{grid.wide - 2 * MARGIN:g}" height="{grid.high - 2 * MARGIN:g}"'
    nested = drawn.replace("<svg ", f'<svg x="{x + MARGIN:g}" y="{y + MARGIN:g}" {box} ', 1)
    at = f'x="{x + grid.wide / 2:g}" y="{y + grid.high + CAPTION / 2:g}"'
    return nested + f'<text {at} font-family="Lexend" font-size="11" text-anchor="middle">{_escape(caption)}</text>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
