"""How a family that begins looks until its people are drawn: related people alike, and no two families the same.

A situation's file says who is in it, how old they are and what they wear. Skin, hair, build and who has glasses, a wheelchair or
a hearing aid come from here, by a chance of each family's own that stays the same: no kind of family is the usual one, and
everything can be changed.
"""
import random
from typing import NamedTuple

from wordspics.guide.anybody import dress
from wordspics.story import Look, Person, Story


class Kin(NamedTuple):
    """What runs in a family: skins and hair colours, whether hair is tightly curled, and what women and men may wear on their heads."""

    skins: tuple[str, ...]
    hair: tuple[str, ...]
    coiled: bool = False
    scarf: str = ""
    turban: bool = False


KINDS = (
    Kin(("ebony", "mahogany", "chestnut"), ("black", "black", "dark-brown"), coiled=True),
    Kin(("mahogany", "chestnut", "umber"), ("black", "dark-brown"), coiled=True),
    Kin(("ebony", "mahogany"), ("black",), coiled=True, scarf="hijab"),
    Kin(("umber", "bronze"), ("black", "dark-brown"), scarf="hijab"),
    Kin(("bronze", "olive", "umber"), ("black",), turban=True),
    Kin(("bronze", "amber"), ("black", "black", "dark-brown")),
    Kin(("amber", "wheat"), ("black",)),
    Kin(("olive", "wheat", "amber"), ("dark-brown", "black"), scarf="hijab"),
    Kin(("wheat", "sand", "olive"), ("dark-brown", "brown")),
    Kin(("sand", "shell"), ("light-brown", "blonde", "brown")),
    Kin(("shell", "sand"), ("ginger", "red", "light-brown")),
    Kin(("mahogany", "umber", "bronze", "sand"), ("black", "dark-brown", "brown"), coiled=True),
    Kin(("wheat", "amber", "umber", "chestnut"), ("black", "dark-brown")),
)
_RELATED = ("child", "mum", "dad", "parent", "brother", "sister", "baby", "toddler", "nan", "grandad", "aunty", "uncle", "cousin")
_WOMEN = ("mum", "nan", "aunty", "sister", "step-mum", "foster-sister")
_MEN = ("dad", "grandad", "uncle", "brother", "step-dad", "foster-brother")
_LONG = {True: ("afro", "braids", "locs", "twists", "puffs", "bun", "cornrows"),
         False: ("bob", "long", "wavy", "wavy-bob", "ponytail", "bun", "pixie", "long-plait")}
_SHORT = {True: ("fade", "short-afro", "twists", "locs", "short"), False: ("short", "side-parting", "quiff", "curly", "spiky")}
_LITTLE = {True: ("puffs", "curly", "short"), False: ("short", "bunches", "curly")}
_FEMALE = ("hijab", "niqab", "police-hijab", "dress", "sari")
_SCARVES = ("teal", "navy", "dark-pink", "dark-green", "purple", "blue")
_BEARDS = ("", "", "stubble", "full", "goatee", "moustache")
_AIDS = ("glasses", "hearing_aid", "wheelchair", "chair", "aid", "limb", "features", "skin_marks")
_BUILDS = (0.9, 1.0, 1.0, 1.12, 1.25)
_TRIES = 6                      # for hair that no brother or sister has


def draw_family(story: Story, chance: str) -> Story:
    """A story that has just begun, its people as this family's; the same `chance` gives the same looks."""
    people, seen = [], set()
    for person in story.cast.people:
        for attempt in range(_TRIES):
            drawn = draw_relative(person, chance, attempt)
            worn = drawn.look.hair, drawn.look.hair_colour, drawn.look.headwear
            if worn not in seen:
                break
        seen.add(worn)
        people.append(drawn)
    return story.with_(cast=story.cast.with_(people=tuple(_share_aids(people, chance))))


def draw_relative(person: Person, chance: str, attempt: int = 0) -> Person:
    """Somebody with the skin, hair and build that their part of the family has; clothes and age stay."""
    own = random.Random(f"{chance}/{person.id}/{attempt}")
    kin = random.Random(chance).choice(KINDS) if person.role in _RELATED else own.choice(KINDS)
    look = person.look.with_(skin=own.choice(kin.skins), hair_colour=own.choice(kin.hair), fringe="", hair_band="", bindi=False)
    look = _comb(look, kin, person.role, own)
    if look.age in ("adult", "older", "teen"):
        look = look.with_(build=own.choice(_BUILDS))
    if look.age == "older":
        look = look.with_(hair_colour=own.choice(("grey", "white")))
    return person.with_(look=dress(look, person.role) if look.uniform == "police" else look)


def _comb(look: Look, kin: Kin, role: str, own: random.Random) -> Look:
    """Hair, beard and headwear."""
    if look.age == "baby":
        return look.with_(hair="tuft", headwear="", beard="")
    woman = _is_drawn_as_woman(look, role, own)
    man = not woman
    styles = _LITTLE if look.age == "toddler" else _LONG if woman else _SHORT
    hair, grown = own.choice(styles[kin.coiled]), look.age in ("adult", "older")
    if man and grown and own.random() < 0.25:
        hair = own.choice(("balding", "receding", "bald"))
    headwear = ""
    if look.age not in ("toddler", "child") and own.random() < 0.7:
        headwear = kin.scarf if woman else "turban" if kin.turban else ""
    beard = own.choice(_BEARDS) if man and grown else ""
    if headwear == "turban" and grown:
        beard = "long"
    colour = (look.headwear_colour or own.choice(_SCARVES)) if headwear else ""
    return look.with_(hair=hair, headwear=headwear, headwear_colour=colour, beard=beard, beard_colour="", lashes=woman and grown and own.random() < 0.4)


def _is_drawn_as_woman(look: Look, role: str, own: random.Random) -> bool:
    """Which hair goes with what the situation's file says and gives them to wear; by chance where it says neither."""
    if role in _WOMEN + _MEN:
        return role in _WOMEN
    if look.beard or look.headwear in _FEMALE or look.bottom == "skirt" or look.top in _FEMALE:
        return not look.beard
    return own.random() < 0.5


def _share_aids(people: list[Person], chance: str) -> list[Person]:
    """As many aids as the situation's own people have, with whom chance gives them to; a baby keeps its own."""
    takers = [person for person in people if person.look.age != "baby"]
    aids = [{field: getattr(person.look, field) for field in _AIDS} for person in takers]
    random.Random(f"{chance} aids").shuffle(aids)
    given = dict(zip((person.id for person in takers), aids))
    return [person.with_(look=person.look.with_(**given.get(person.id, {}))) for person in people]
