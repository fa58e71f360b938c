"""Made-up people of every kind to begin a drawing from, and what somebody usually wears at work.

Nobody here is the usual one: they are shown in an order of chance. A role says what is worn and where somebody is, never
what their skin, hair, faith or body is like.
"""
import random
from typing import NamedTuple

from wordspics.guide.beginning import grow
from wordspics.story import Look
from wordspics.story.person import Standing

_CHILDREN = {
    "jaunty-puffs": Look(age="child", skin="umber", hair="puffs", hair_colour="black", hair_tie="yellow", top_colour="yellow",
                         pattern="stripes", pattern_colour="orange", bottom_colour="teal", shoes="red"),
    "green-hoodie": Look(age="child", skin="wheat", hair="short", hair_colour="brown", top="hoodie", top_colour="green"),
    "purple-glasses": Look(age="child", skin="amber", hair="bob", hair_colour="black", glasses="purple", top="tshirt",
                           top_colour="teal", bottom_colour="charcoal", shoes="red"),
    "orange-fade": Look(age="child", skin="mahogany", hair="fade", hair_colour="black", top="tshirt", top_colour="orange",
                        bottom="shorts", bottom_colour="blue"),
    "red-patka": Look(age="child", skin="bronze", headwear="patka", headwear_colour="red", top="shirt", top_colour="light-blue"),
    "ginger-plait": Look(age="child", skin="shell", hair="long-plait", hair_colour="ginger", freckles=True, top="dress",
                         top_colour="green", tights="navy"),
    "blue-chair": Look(age="child", skin="olive", hair="wavy", hair_colour="dark-brown", wheelchair="blue", top_colour="dark-pink",
                       bottom_colour="charcoal", shoes="white"),
    "pink-hijab": Look(age="child", skin="chestnut", headwear="hijab", headwear_colour="pink", top="tunic", top_colour="teal",
                       length="long"),
    "downs-stripes": Look(age="child", skin="sand", hair="bob", hair_colour="blonde", features="downs", top_colour="red",
                          pattern="stripes", bottom_colour="blue"),
    "teen-twists": Look(age="teen", skin="ebony", hair="twists", hair_colour="black", hearing_aid="blue", top="hoodie",
                        top_colour="purple", bottom_colour="charcoal"),
    "teen-undercut": Look(age="teen", skin="sand", hair="undercut", hair_colour="pink", top="tshirt", top_colour="black",
                          bottom_colour="navy"),
    "teen-frame": Look(age="teen", skin="umber", hair="curly", hair_colour="dark-brown", aid="walking-frame", top_colour="gold"),
}
_GROWN_UPS = {
    "red-afro": Look(skin="mahogany", hair="afro", hair_colour="black", top="dress", top_colour="red", shoes="gold", lashes=True),
    "teal-hijab": Look(skin="amber", headwear="hijab", headwear_colour="teal", top="tunic", top_colour="navy", length="long"),
    "long-cardigan": Look(skin="sand", hair="long", hair_colour="light-brown", top="cardigan", top_colour="lilac", build=1.12),
    "saffron-turban": Look(skin="bronze", headwear="turban", headwear_colour="orange", beard="long", beard_colour="black",
                           top="shirt", top_colour="white"),
    "fade-stubble": Look(skin="ebony", hair="fade", hair_colour="black", beard="stubble", top="hoodie", top_colour="grey"),
    "black-bob": Look(skin="wheat", hair="bob", hair_colour="black", glasses="navy", top="shirt", top_colour="dark-green"),
    "power-chair": Look(skin="shell", hair="pixie", hair_colour="red", wheelchair="purple", chair="power", top_colour="navy",
                        bottom_colour="charcoal"),
    "green-sari": Look(skin="umber", hair="bun", hair_colour="black", bindi=True, top="sari", top_colour="dark-green"),
    "full-beard": Look(skin="olive", hair="curly", hair_colour="dark-brown", beard="full", top_colour="dark-red", build=1.25),
    "locs-tall": Look(skin="chestnut", hair="locs", hair_colour="black", top="tshirt", top_colour="gold", height=1.08),
    "downs-shirt": Look(skin="wheat", hair="side-parting", hair_colour="brown", features="downs", glasses="blue", top="shirt",
                        top_colour="teal"),
    "kippah": Look(skin="sand", hair="short", hair_colour="dark-brown", headwear="kippah", headwear_colour="navy", beard="goatee",
                   top="shirt", top_colour="light-blue", bottom_colour="charcoal"),
    "white-cane": Look(skin="mahogany", hair="braids", hair_colour="dark-brown", aid="white-cane", top_colour="orange"),
    "vitiligo": Look(skin="bronze", hair="wavy-bob", hair_colour="black", skin_marks="vitiligo", top="kameez", top_colour="pink"),
}
_OLDER = {
    "grey-bob": Look(age="older", skin="bronze", hair="bob", hair_colour="grey", top="cardigan", top_colour="teal"),
    "white-stick": Look(age="older", skin="mahogany", hair="balding", hair_colour="white", beard="moustache", stick="brown",
                        top="cardigan", top_colour="dark-green", bottom_colour="brown"),
    "grey-bun": Look(age="older", skin="shell", hair="bun", hair_colour="grey", glasses="red", top="dress", top_colour="navy",
                     tights="charcoal"),
    "tied-scarf": Look(age="older", skin="ebony", headwear="tied-scarf", headwear_colour="yellow", top="dress", top_colour="purple",
                       length="long", build=1.12),
    "kufi": Look(age="older", skin="umber", hair="short-afro", hair_colour="grey", beard="full", beard_colour="grey",
                 hearing_aid="cream", top="kameez", top_colour="white"),
    "older-frame": Look(age="older", skin="wheat", hair="short", hair_colour="white", aid="walking-frame", top_colour="light-blue"),
}
_LITTLE = {
    "baby-blue": Look(age="baby", skin="umber", hair="tuft", hair_colour="black", top="onesie", top_colour="light-blue"),
    "baby-yellow": Look(age="baby", skin="sand", hair="tuft", hair_colour="blonde", top="onesie", top_colour="yellow"),
    "baby-green": Look(age="baby", skin="bronze", hair="bald", feeding_tube="nose", top="onesie", top_colour="green"),
    "toddler-puffs": Look(age="toddler", skin="mahogany", hair="puffs", hair_colour="black", top="dress", top_colour="orange"),
    "toddler-red": Look(age="toddler", skin="wheat", hair="short", hair_colour="black", top_colour="red"),
    "toddler-curls": Look(age="toddler", skin="shell", hair="curly", hair_colour="ginger", top_colour="purple"),
}
CROWDS = {"Grown-ups": _GROWN_UPS, "Children and teenagers": _CHILDREN, "Babies and toddlers": _LITTLE, "Older people": _OLDER}
LOOKS = {key: look for crowd in CROWDS.values() for key, look in crowd.items()}

_BADGE = {"lanyard": "green"}
# What somebody wears at work; whoever has such a role is there to help, unless the adults say otherwise.
WORK: dict[str, dict] = {
    "family-worker": _BADGE, "social-worker": _BADGE, "support-worker": _BADGE, "plan-checker": _BADGE, "advocate": _BADGE,
    "family-time-supervisor": _BADGE, "interpreter": _BADGE, "guardian": _BADGE, "counsellor": _BADGE, "teacher": {"lanyard": "red"},
    "virtual-school": {"lanyard": "red"}, "childminder": {}, "health-visitor": {"uniform": "nurse", "lanyard": "blue"},
    "nurse": {"uniform": "nurse"}, "doctor": {"uniform": "doctor"}, "police-officer": {"uniform": "police"},
    "judge": {"uniform": "judge"}, "lawyer": {"top": "shirt", "top_colour": "white", "bottom_colour": "charcoal"}}


class Crowd(NamedTuple):
    """A row of made-up people of about one age, in an order of chance: (key, look)."""

    title: str
    people: tuple[tuple[str, Look], ...]


def crowds(chance: str) -> list[Crowd]:
    """Everybody one may begin from; the same `chance` gives the same order."""
    return [Crowd(title, tuple(random.Random(chance).sample(list(crowd.items()), len(crowd)))) for title, crowd in CROWDS.items()]


def dress(look: Look, role: str) -> Look:
    """The look in what is worn in that role. A police officer in a hijab has the one that goes with the uniform."""
    worn = WORK.get(role, {})
    if role == "police-officer" and look.headwear in ("", "hijab"):
        worn = {**worn, "headwear": "police-hijab" if look.headwear else "police-cap"}
    return look.with_(**worn)


def at_age(look: Look, age: str) -> Look:
    """Somebody at another age, younger or older: the same skin, face and hair as far as that age has them."""
    if age == look.age:
        return look
    if age == "baby":
        return grow(look, 0).with_(beard="", pregnant=False, stick="", uniform="", lanyard="", headwear="")
    changes: dict = {}
    if look.age == "baby":
        changes |= {"hair": "short" if look.hair == "tuft" else look.hair, "top": "jumper"}
    if age in ("toddler", "child", "teen"):
        changes |= {"beard": "", "pregnant": False, "stick": "", "lanyard": "", "uniform": "", "hair": _young(look)}
    if age == "older" and look.hair_colour != "white":
        changes |= {"hair_colour": "grey"}
    return look.at_stage(age).with_(**changes)


def _young(look: Look) -> str:
    return "short" if look.hair in ("balding", "receding", "tuft") else look.hair


def standing(role: str) -> Standing:
    """What may stand until the adults have said where somebody is: nobody is put into the child's home by a role."""
    return "helper" if role in WORK else "seen"
