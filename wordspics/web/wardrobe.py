"""The people builder's choices, each a small picture of the very person it is for."""
import functools
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup
from msgspec.structs import replace
from werkzeug.datastructures import MultiDict

from wordspics.pictures import svg
from wordspics.pictures.draw import draw_face, draw_person
from wordspics.pictures.figure.options import CHOICES, Choice, Option
from wordspics.story import BadStory, Cast, Look, Person

LINE_UP = "-70 -244 140 250"                # the floor everybody stands on, so that heights compare
WHOLE = ("age", "build", "pregnant", "top", "pattern", "sleeve", "bottom", "length", "uniform", "lanyard", "wheelchair",
         "chair", "stick", "aid", "limb", "footwear", "height", "years")
SIDE_BY_SIDE = ("age", "years", "build", "height")   # sizes are told by standing on one floor
GROWN = ("beard", "beard_colour", "pregnant")     # not asked about a young child
DOTS = ("eyes", "top_colour", "pattern_colour", "bottom_colour", "tights", "shoes", "hair_tie", "hair_band", "headwear_colour",
        "wheelchair")
OVER = {"hair": "headwear", "top": "uniform", "bottom": "uniform"}       # what may be worn over it, and is then all that is seen
MOST_ALIKE = 8


class Aspect(NamedTuple):
    """What lies open at once: fields of a look, how its own small picture shows the person, and which of it runs in families."""

    name: str
    title: str
    fields: tuple[str, ...]
    shows: str = "face"
    shared: tuple[str, ...] = ()


ASPECTS = (
    Aspect("skin", "Skin", ("skin", "freckles", "skin_marks"), shared=("skin",)),
    Aspect("hair", "Hair", ("hair", "hair_colour", "fringe", "hair_tie", "hair_band"),
           shared=("hair", "hair_colour", "fringe", "hair_tie", "hair_band")),
    Aspect("face", "Face and glasses", ("glasses", "eyes", "features", "beard", "beard_colour", "lashes", "bindi")),
    Aspect("clothes", "Clothes", ("top", "top_colour", "pattern", "pattern_colour", "sleeve", "uniform", "lanyard"), "whole",
           ("top", "top_colour", "pattern", "pattern_colour", "sleeve", "uniform")),
    Aspect("legs", "Legs and feet", ("bottom", "bottom_colour", "length", "tights", "shoes", "footwear"), "whole"),
    Aspect("headwear", "Headwear", ("headwear", "headwear_colour"), shared=("headwear", "headwear_colour")),
    Aspect("about", "Aids and health", ("wheelchair", "chair", "aid", "stick", "limb", "hearing_aid", "feeding_tube"), "whole"),
    Aspect("age", "Age and build", ("age", "years", "build", "height", "pregnant"), "whole"))


class Tile(NamedTuple):
    """`value` is what the form sends; `drawing` is the person with this choice, or a dot of its colour.

    `at` is its place among all there are, from 1: it stays when one beside it is not offered."""

    value: str
    label: str
    chosen: bool
    drawing: Markup
    at: int = 0


class Row(NamedTuple):
    """`shows` is "face", "whole", "line-up" or "dot": how large its tiles are. `chosen` is what the chosen one is called.

    `covered_by` is what is worn over all of them now and comes off with a choice, in words; "" when nothing is."""

    field: str
    title: str
    shows: str
    chosen: str
    tiles: tuple[Tile, ...]
    covered_by: str = ""


def aspect(name: str) -> Aspect | None:
    return next((one for one in ASPECTS if one.name == name), None)


def title_of(field: str) -> str:
    return CHOICES[field].title


def rows(one: Aspect, look: Look) -> Iterator[Row]:
    """The rows that change anything on this person, each with what can be told from how they look now."""
    for choice in (CHOICES[field] for field in one.fields):
        over = _covering(choice.field, look)
        if over or _changes_anything(choice, look):
            tiles = tuple(_tiles(choice, look))
            chosen = next((tile.label for tile in tiles if tile.chosen), "")
            yield Row(choice.field, choice.title, _shows(choice), chosen, tiles, _called(look, over) if over else "")


def likenesses(one: Aspect, person: Person, cast: Cast) -> tuple[Tile, ...]:
    """This person with the skin, the hair or the clothes of each of the others: one tile for all who share it, if that looks different."""
    drawn: dict[Look, Tile] = {}
    for other in cast.people if one.shared else ():
        shared = {field: getattr(other.look, field) for field in one.shared}
        look = put_on(person.look, uncover(shared, person.look))
        if other.id != person.id and other.name and look != person.look:
            tile = drawn.get(look)
            drawn[look] = (tile._replace(label=f"{tile.label}, {other.name}") if tile
                           else Tile(other.id, other.name, False, drawing(look, one.shows)))
    return tuple(drawn.values())[:MOST_ALIKE]


def choices(form: MultiDict, cast: Cast) -> dict[str, str | bool | float]:
    """What a form chooses, by field; `like` takes what is shared in its group from that person. What it does not name stays."""
    if form.get("like"):
        one, look = aspect(form.get("group", "")), cast.person(form["like"]).look
        return {field: getattr(look, field) for field in one.shared} if one else {}
    chosen = {}
    for field, choice in CHOICES.items():
        if field in form:
            option = next((option for option in choice.options if str(option.name) == form[field]), None)
            if option is None:
                raise BadStory(f"Please choose once more: nothing is drawn for that under “{choice.title}”.")
            chosen[field] = option.name
    return chosen


def uncover(chosen: dict[str, str | bool | float], look: Look) -> dict[str, str | bool | float]:
    """What was chosen, and that what is worn over it comes off: what was tapped is what is seen."""
    return chosen | {over: "" for field in chosen if (over := _covering(field, look))}


def put_on(look: Look, chosen: dict[str, str | bool | float]) -> Look:
    """The look with what was chosen. A year brings its stage of life, a stage its usual year."""
    others = {field: value for field, value in chosen.items() if field not in ("age", "years")}
    if "years" in chosen:
        look = look.at_years(chosen["years"])
    elif "age" in chosen:
        look = look.at_stage(chosen["age"])
    return look.with_(**others)


@functools.lru_cache(maxsize=4096)
def drawing(look: Look, shows: str = "face", feeling: str = "ok") -> Markup:
    """Somebody as inline SVG: their face, whole, or standing on the floor of the line-up."""
    drawn, box = draw_face(look, feeling) if shows == "face" else draw_person(look, "stand", feeling)
    box = _with_room_above(box) if shows == "face" else LINE_UP if shows == "line-up" else box
    return Markup(svg.write(drawn, box=box))


def portrait(look: Look) -> Markup:
    """Somebody whole and smiling, said in words for those who do not see it."""
    drawn, box = draw_person(look, "stand", "happy")
    return Markup(svg.write(replace(drawn, alt=tell(look)), box=box))


def tell(look: Look) -> str:
    """A look in words: "Grown-up, umber skin, afro hair in black, red dress."."""
    def called(field: str) -> str:
        return next((option.label for option in CHOICES[field].options if option.name == getattr(look, field)), "")

    hair = "bald" if look.hair == "bald" else f"{called('hair')} hair in {called('hair_colour')}" if look.hair else ""
    said = [f"{called('age')} of {look.years}" if look.years else called("age"), f"{called('skin')} skin", called("headwear") if look.headwear else hair]
    said += [f"{called('eyes')} eyes" if look.eyes else ""]
    said += [f"{called('glasses')} glasses" if look.glasses else "", called("beard") if look.beard else ""]
    said += [f"{called('wheelchair')} wheelchair" if look.wheelchair else "", "walking stick" if look.stick else ""]
    said += [called(field) for field in ("aid", "features", "skin_marks") if getattr(look, field)]
    said += ["freckles" if look.freckles else "", "bindi" if look.bindi else "", called("limb") if look.limb else ""]
    said += ["hearing aid" if look.hearing_aid else "", "feeding tube" if look.feeding_tube else ""]
    said.append(called("uniform") if look.uniform else f"{called('top_colour')} {called('top')}")
    return ", ".join(part for part in said if part).capitalize() + "."


def _with_room_above(box: str) -> str:
    """A face's square, grown upwards until the largest hair and hats fit."""
    x, y, w, h = map(float, box.split())
    more = h * 0.16
    return " ".join(map(svg.number, (x - more / 2, y - more, w + more, h + more)))


def _tiles(choice: Choice, look: Look) -> Iterator[Tile]:
    """What can be told from how somebody looks now. A year is a fact even where it draws the same."""
    now = drawing(look, _shows(choice))
    for at, option in enumerate(_offered(choice, look), 1):
        tile = _tile(choice, option, look)._replace(at=at)
        if tile.chosen or tile.drawing != now or choice.field == "years":
            yield tile


def _tile(choice: Choice, option: Option, look: Look) -> Tile:
    chosen = getattr(look, choice.field) == option.name and not _covering(choice.field, look)
    shows = _shows(choice)
    drawn = _dot(option.swatch) if shows == "dot" else drawing(put_on(look, uncover({choice.field: option.name}, look)), shows)
    return Tile(str(option.name), option.label, chosen, drawn)


def _shows(choice: Choice) -> str:
    if choice.field in DOTS:
        return "dot"
    return "line-up" if choice.field in SIDE_BY_SIDE else "whole" if choice.field in WHOLE else "face"


@functools.lru_cache(maxsize=1024)
def _covering(field: str, look: Look) -> str:
    """The field of what is worn over this one, so that none of its choices can be seen; "" when they can."""
    over, choice = OVER.get(field, ""), CHOICES[field]
    if not over or not getattr(look, over) or _changes_anything(choice, look):
        return ""
    return over if _changes_anything(choice, look.with_(**{over: ""})) else ""


def _called(look: Look, field: str) -> str:
    """What somebody wears there, after "the": "scarf, tied back" is a scarf, and "nurse" what a nurse wears."""
    label = next((option.label for option in CHOICES[field].options if option.name == getattr(look, field)), "").partition(",")[0]
    return label if field == "headwear" or label.endswith(("uniform", "kit")) else "work clothes"


def _changes_anything(choice: Choice, look: Look) -> bool:
    """Whether two of a row's options look different on this person: a tie does nothing for short hair."""
    if choice.needs and not getattr(look, choice.needs):
        return False
    if choice.field in GROWN and look.age in ("baby", "toddler", "child") and not getattr(look, choice.field):
        return False
    offered = _offered(choice, look)
    one, other = (put_on(look, {choice.field: option.name}) for option in (offered[0], offered[-1])) if offered else (look, look)
    return drawing(one, "whole") != drawing(other, "whole")


def _offered(choice: Choice, look: Look) -> tuple[Option, ...]:
    """All of a row; of the years only those of somebody's stage of life."""
    return tuple(option for option in choice.options if choice.field != "years" or look.at_years(option.name).age == look.age)


@functools.cache
def _dot(swatch: str) -> Markup:
    """A dot of a colour; without one, an empty ring with a line through it."""
    inside = "" if swatch else '<path d="M12 36L36 12" stroke="#857a69" stroke-width="2"/>'
    return Markup(f'<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="17" fill="{swatch or "#ffffff"}" '
                  f'stroke="#1d1d1b" stroke-width="2"/>{inside}</svg>')
