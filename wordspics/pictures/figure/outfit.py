"""What somebody wears, worked out from their look: garments and the hex colours they are drawn in."""
import msgspec

from wordspics.pictures.figure import palette
from wordspics.story.person import Look

TOPS = ("jumper", "tshirt", "shirt", "cardigan", "hoodie", "dress", "tunic", "onesie", "robe",
        "coat", "pyjamas", "dressing-gown", "kameez", "sari")
UNIFORMS = ("police", "nurse", "school", "judge", "care-home", "paramedic", "doctor", "football")
SKIRTED = ("dress", "sari")                 # over bare legs or tights
_SHORT_SLEEVED = ("tshirt", "dress", "tunic", "sari")


class Outfit(msgspec.Struct, frozen=True, kw_only=True):
    """`legs` is what the legs show: trousers, shorts, onesie, tights or bare. `skirt` is a hex colour or ""."""

    top: str
    top_colour: str
    long_sleeves: bool
    legs: str
    legs_colour: str
    skirt: str = ""
    length: str = ""
    shoes: str
    pattern: str = ""
    pattern_colour: str = "#ffffff"
    uniform: str = ""

    @property
    def skirt_reach(self) -> float:
        """How far down the leg a skirt reaches: 1 is the knee."""
        if self.top == "sari":
            return 1.68
        return {"short": 0.75, "long": 1.5}.get(self.length, 0.98)


_BED, _BATH, _MOUTH = {"bed", "covers", "pillow", "hospital-bed"}, {"bath"}, {"spoon", "toothbrush"}
_OFF_INDOORS = {"cap": "", "beanie": "", "police-cap": "", "turban": "patka", "police-hijab": "hijab", "niqab": "hijab"}


def dress_for(look: Look, props: tuple[str, ...]) -> Look:
    """The look as somebody is at the table, in bed and in the bath: a veil is lifted to eat, hats and coats are off in bed."""
    doing, worn = set(props), look.headwear
    if doing & (_BED | _BATH):
        worn = _OFF_INDOORS.get(worn, worn)
    elif doing & _MOUTH and worn == "niqab":
        worn = "hijab"
    if doing & _BATH and worn == "hijab":
        worn = "tied-scarf"
    coatless = {"top": "pyjamas"} if look.top == "coat" and doing & _BED else {}
    if worn == look.headwear and not coatless:
        return look
    colour = look.headwear_colour or {"niqab": "charcoal", "police-hijab": "navy"}.get(look.headwear, "")
    return look.with_(headwear=worn, headwear_colour=colour, **coatless)


def dress(look: Look) -> Outfit:
    """The outfit of a look; a uniform brings its own garments and keeps the colours that may differ."""
    top = look.top if look.top in TOPS else "jumper"
    parts = dict(top=top, top_colour=palette.colour(look.top_colour), bottom=look.bottom,
                 bottom_colour=palette.colour(look.bottom_colour, "navy"), shoes=palette.colour(look.shoes, "charcoal"))
    uniform = look.uniform if look.uniform in UNIFORMS else ""
    parts |= _uniform(uniform, look)
    bottom = parts.pop("bottom")
    legs, legs_colour, skirt = _legs(parts["top"], bottom, parts.pop("bottom_colour"), look)
    if parts["top"] == "onesie":
        parts["shoes"] = parts["top_colour"]
    sleeve = {"long": True, "short": False}.get(look.sleeve, parts["top"] not in _SHORT_SLEEVED)
    return Outfit(**parts, long_sleeves=sleeve, legs=legs, legs_colour=legs_colour, skirt=skirt, length=look.length,
                  pattern="" if uniform else look.pattern, pattern_colour=palette.colour(look.pattern_colour, "white"),
                  uniform=uniform)


def _uniform(name: str, look: Look) -> dict[str, str]:
    mine = palette.COLOURS
    if name == "police":
        return dict(top="shirt", top_colour="#ffffff", bottom="trousers", bottom_colour=palette.SLATE, shoes=mine["black"])
    if name == "nurse":
        return dict(top="tunic", bottom="trousers", bottom_colour=mine["navy"], shoes="#ffffff")
    if name == "school":
        return dict(top="jumper", bottom_colour=palette.colour(look.bottom_colour, "charcoal"), shoes=mine["black"])
    if name == "care-home":
        return dict(top="tunic", bottom="trousers", bottom_colour=mine["charcoal"], shoes=mine["charcoal"])
    if name == "paramedic":
        return dict(top="shirt", top_colour=palette.PARAMEDIC, bottom="trousers", bottom_colour=palette.PARAMEDIC, shoes=mine["black"])
    if name == "doctor":
        return dict(top="coat", top_colour="#ffffff")
    if name == "football":
        return dict(top="tshirt", bottom="shorts", shoes=mine["black"])
    if name == "judge":
        return dict(top="robe", top_colour=mine["purple"], bottom="trousers", bottom_colour=mine["charcoal"], shoes=mine["black"])
    return {}


def _legs(top: str, bottom: str, colour: str, look: Look) -> tuple[str, str, str]:
    """(what the legs show, its colour, the skirt's colour or "")."""
    if top == "onesie":
        return "onesie", palette.colour(look.top_colour), ""
    if top == "pyjamas":
        return "trousers", palette.colour(look.top_colour), ""
    if top in SKIRTED or bottom == "skirt" and top not in ("kameez", "dressing-gown"):
        skirt = colour if top not in SKIRTED else palette.colour(look.top_colour)
        return ("tights", palette.colour(look.tights), skirt) if look.tights else ("bare", "", skirt)
    return ("shorts" if bottom == "shorts" else "trousers"), colour, ""
