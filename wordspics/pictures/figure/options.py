"""What the people builder offers: groups of choices, each choice a field of a Look and the names it may hold."""
import random
from collections.abc import Iterator

import msgspec

from wordspics.pictures.figure import palette
from wordspics.pictures.figure.hairlines import FRINGES
from wordspics.pictures.shapes import INK
from wordspics.story.person import DRAWING, Look


class Option(msgspec.Struct, frozen=True):
    """One thing to choose: the value for the look, what it is called, and for colours the colour ("#rrggbb")."""

    name: str | bool | float
    label: str
    swatch: str = ""


class Choice(msgspec.Struct, frozen=True):
    """One row of options. `field` is the field of Look they are for; `needs` is the field without which it does nothing."""

    field: str
    title: str
    options: tuple[Option, ...]
    needs: str = ""


class Group(msgspec.Struct, frozen=True):
    name: str
    title: str
    choices: tuple[Choice, ...]


def _options(**labels: str) -> tuple[Option, ...]:
    return tuple(Option(name.replace("_", "-").strip("-"), label) for name, label in labels.items())


def _plain(name: str) -> str:
    return name.replace("-", " ")


def _colours(table: dict[str, str], none: str = "") -> tuple[Option, ...]:
    colours = tuple(Option(name, _plain(name), hex) for name, hex in table.items())
    return (Option("", none), *colours) if none else colours


def _few(*names: str, none: str = "", usual: str = "") -> tuple[Option, ...]:
    """Some colours; `usual` is the one that "" stands for."""
    colours = _colours({name: palette.COLOURS[name] for name in names if name != usual}, none)
    return (Option("", _plain(usual), palette.COLOURS[usual]), *colours) if usual else colours


def _yes_no(no: str, yes: str) -> tuple[Option, ...]:
    return (Option(False, no), Option(True, yes))


_NO = "none"
_BRIGHT = ("red", "orange", "yellow", "green", "teal", "blue", "navy", "purple", "pink", "white", "charcoal")

_BODY = Group("age", "Age and build", (
    Choice("age", "Age", _options(
        baby="baby", toddler="toddler", child="child", teen="teenager", adult="grown-up", older="older person")),
    Choice("years", "How old", tuple(Option(year, f"{year}") for year in range(1, 19))),
    Choice("build", "Build", (Option(0.9, "slight"), Option(1.0, "middling"), Option(1.12, "broad"), Option(1.25, "very broad"))),
    Choice("height", "Height", (Option(0.92, "shorter"), Option(1.0, "middling"), Option(1.08, "taller"))),
    Choice("pregnant", "Expecting", _yes_no("no", "expecting a baby")),
))
_SKIN = Group("skin", "Skin", (Choice("skin", "Skin", _colours(palette.SKINS)),
    Choice("skin_marks", "Skin patches", (Option("", _NO), *_options(vitiligo="vitiligo"))),))
_HAIR = Group("hair", "Hair", (
    Choice("hair", "Hair", _options(
        short="short", side_parting="side parting", spiky="spiky", pixie="pixie", quiff="quiff", fade="fade", curly="curly",
        afro="afro", bob="bob", long="long", wavy="wavy", ponytail="ponytail", bunches="bunches", puffs="puffs",
        braids="braids", locs="locs", bun="bun", balding="thin on top", receding="receding",
        short_afro="short afro, faded sides", twists="twists", cornrows="cornrows",
        wavy_bob="wavy bob", long_plait="long plait", top_knot="top knot", undercut="undercut", mullet="mullet",
        mohawk="mohawk", bald="bald", tuft="baby tuft")),
    Choice("hair_colour", "Hair colour", _colours(palette.HAIR)),
    Choice("fringe", "Fringe", (Option("", "as it falls"), *_options(
        straight="straight", side="to the side", centre="parted in the middle", off_face="off the face", round="round"))),
    Choice("hair_tie", "Hair ties", _few("red", "yellow", "green", "blue", "purple", "pink", "white", usual="red")),
    Choice("hair_band", "Hair band", _few("red", "yellow", "green", "blue", "purple", "pink", "white", none=_NO)),
))
_HEADWEAR = Group("headwear", "Headwear", (
    Choice("headwear", "Headwear", (Option("", _NO), *_options(
        hijab="hijab", niqab="niqab", tied_scarf="scarf, tied back", kippah="kippah", turban="turban", patka="patka",
        cap="cap", beanie="woolly hat", police_cap="police cap", police_hijab="police hijab"))),
    Choice("headwear_colour", "Its colour", _few(*_BRIGHT, "black", "cream", usual="purple"), needs="headwear"),
))
_FACE = Group("face", "Glasses and face", (
    Choice("glasses", "Glasses", _few("black", "navy", "blue", "purple", "red", "brown", "dark-green", none="no glasses")),
    Choice("eyes", "Eyes", (Option("", "dark", INK), *_colours(palette.EYES))),
    Choice("beard", "Beard", (Option("", "no beard"), *_options(
        full="beard", long="long beard", goatee="goatee", moustache="moustache", stubble="stubble"))),
    Choice("beard_colour", "Beard colour", _colours(palette.HAIR, none="as the hair"), needs="beard"),
    Choice("freckles", "Freckles", _yes_no("no freckles", "freckles")),
    Choice("features", "Features", (Option("", "as they come"), *_options(downs="Down syndrome"))),
    Choice("bindi", "Bindi", _yes_no("no bindi", "bindi")),
    Choice("lashes", "Lashes", _yes_no("plain", "long lashes")),
))
_CLOTHES = Group("clothes", "Clothes", (
    Choice("top", "Top", _options(
        jumper="jumper", tshirt="T-shirt", shirt="shirt", cardigan="cardigan", hoodie="hoodie", dress="dress", tunic="tunic",
        onesie="onesie", robe="robe", coat="coat", pyjamas="pyjamas", dressing_gown="dressing gown", kameez="shalwar kameez",
        sari="sari")),
    Choice("top_colour", "Its colour", _colours(palette.COLOURS)),
    Choice("pattern", "Pattern", (Option("", "plain"), *_options(stripes="stripes", dots="dots", star="star", heart="heart"))),
    Choice("pattern_colour", "Pattern colour", _few(*_BRIGHT, "black", "cream", usual="white"), needs="pattern"),
    Choice("sleeve", "Sleeves", (Option("", "as it comes"), *_options(long="long", short="short"))),
    Choice("bottom", "Below", _options(trousers="trousers", shorts="shorts", skirt="skirt")),
    Choice("bottom_colour", "Its colour", _colours(palette.COLOURS)),
    Choice("length", "Skirt or dress", (Option("", "to the knee"), *_options(short="short", long="long"))),
    Choice("tights", "Tights", _few("charcoal", "black", "navy", "white", "purple", "red", none="bare legs")),
    Choice("shoes", "Shoes", _few(
        "charcoal", "black", "brown", "dark-brown", "white", "red", "dark-red", "gold", "navy", "blue", "teal", "green",
        "purple", "pink")),
    Choice("footwear", "On the feet", (Option("", "shoes"), *_options(wellies="wellies"))),
    Choice("uniform", "Work clothes", (Option("", _NO), *_options(
        school="school uniform", nurse="nurse", care_home="care home", police="police", paramedic="paramedic",
        doctor="doctor", judge="judge", football="football kit"))),
    Choice("lanyard", "Name badge", _few("green", "red", "blue", "purple", "yellow", "charcoal", none=_NO)),
))
_ABOUT = Group("about", "Getting about and hearing", (
    Choice("wheelchair", "Wheelchair", _few("red", "blue", "green", "purple", "pink", "grey", "charcoal", none=_NO)),
    Choice("chair", "Kind of wheelchair", (Option("", "pushed by hand"), *_options(power="power chair")), needs="wheelchair"),
    Choice("aid", "Gets about with", (Option("", _NO), *_options(
        walking_frame="walking frame", crutches="crutches", white_cane="white cane", guide_dog="guide dog"))),
    Choice("limb", "Arm or leg", (Option("", "as they come"), *_options(arm="short left arm", leg="artificial leg"))),
    Choice("feeding_tube", "Feeding tube", (Option("", _NO), *_options(nose="through the nose"))),
    Choice("stick", "Walking stick", _few("brown", "dark-brown", "red", "blue", "white", "charcoal", none=_NO)),
    Choice("hearing_aid", "Hearing aid", _few("blue", "red", "purple", "green", "pink", "cream", "charcoal", none=_NO)),
))
GROUPS: tuple[Group, ...] = (_BODY, _SKIN, _HAIR, _HEADWEAR, _FACE, _CLOTHES, _ABOUT)
CHOICES: dict[str, Choice] = {choice.field: choice for group in GROUPS for choice in group.choices}

# A story may hold more than the builder offers: any colour for anything worn, any fringe, no hair at all.
_OFFERED = {field: frozenset(option.name for option in choice.options) for field, choice in CHOICES.items()}
_WORN = ("hair_tie", "hair_band", "headwear_colour", "glasses", "top_colour", "pattern_colour", "bottom_colour", "tights",
         "shoes", "lanyard", "wheelchair", "stick", "hearing_aid")
_ALLOWED = _OFFERED | dict.fromkeys(_WORN, frozenset({"", *palette.COLOURS})) | {
    "hair": _OFFERED["hair"] | {""}, "fringe": frozenset({"", *FRINGES}), "bottom": _OFFERED["bottom"] | {""}}


_RANGES = {"build": (0.8, 1.3), "height": (0.85, 1.15), "years": (0, 18), "drawing": (1, DRAWING)}


def unknown(look: Look) -> Iterator[tuple[str, str | float]]:
    """(what it is for, name or number) of all in a look that nothing is drawn for, or that a newer version has drawn."""
    for field, allowed in _ALLOWED.items():
        value = getattr(look, field)
        if isinstance(value, str) and value not in allowed:
            yield field.replace("_", " "), value
    for field, (least, most) in _RANGES.items():
        number = getattr(look, field)
        if number is not None and not least <= number <= most:
            yield field, number


def within(field: str, number: float, look: Look) -> float | None:
    """The nearest number that can be drawn. Years say nothing of a grown-up."""
    if field == "years" and look.age in ("adult", "older"):
        return None
    least, most = _RANGES[field]
    return min(max(number, least), most)


_GROWN_UP = {"hair": ("short", ("balding", "receding")), "headwear": ("", ("police-cap", "police-hijab", "niqab")),
             "uniform": ("", ("nurse", "care-home", "police", "paramedic", "doctor", "judge"))}


def allowed(field: str) -> frozenset[str]:
    """Every name a look may hold there."""
    return _ALLOWED[field]


def usual(field: str) -> str:
    """What is drawn for a name that resembles nothing: nothing at all, or what people usually wear."""
    return "" if "" in _ALLOWED[field] else getattr(Look(), field)


_NOT_BY_CHANCE = ("years", "eyes")   # sheets stay comparable


def any_look(chance: random.Random, **given) -> Look:
    """Somebody by chance, for contact sheets: every offered option may come up, the rarer ones seldom. What is given stays."""
    chosen = {}
    for field, choice in CHOICES.items():
        if field in _NOT_BY_CHANCE:
            continue
        rare = choice.options[0].name in ("", False) and field != "fringe"
        if not rare or chance.random() < 0.15:
            chosen[field] = chance.choice(choice.options).name
    chosen |= given
    if chosen["age"] not in ("adult", "older"):
        chosen |= {"beard": "", "pregnant": False, "stick": ""}
        chosen |= {field: usual for field, (usual, names) in _GROWN_UP.items() if chosen.get(field) in names}
    return Look(**chosen)
