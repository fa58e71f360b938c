"""Whom a pose is about: who and what fits it, and how it is said of them. The words stand in names.toml."""
from wordspics.pictures.company import HUG_POSES
from wordspics.pictures.library import shelf
from wordspics.pictures.names import POSE_PARTNERS
from wordspics.story import Look

BABY_POSES = ("carry-baby", "hold-baby", "feed-baby", "push-pram")
CARRYING = (*BABY_POSES, "carry-child")
SMALL = ("baby", "toddler", "child")
_HAND = "hold-hand"                         # what anybody does with a free hand
_CUDDLED = {"pet", "soft toy"}              # tags
_NOBODY = "Nobody else is in the picture yet. Put somebody in from People, and they can be together."
_MISSING = dict.fromkeys(BABY_POSES, "No baby of this story is in the picture, so this is any baby. Put one in from People, and it is theirs.") | {
    "carry-child": "Nobody smaller is in the picture yet. Put a child in from People, and they can be carried.",
    "push-wheelchair": "Nobody in a wheelchair is in the picture yet. Put them in from People, and they can go together.",
    "push-pushchair": "No small child is in the picture yet. Put one in from People, and they can ride."}


def needs_somebody(pose: str) -> bool:
    return pose in POSE_PARTNERS


def fits(pose: str, look: Look, other: Look) -> bool:
    """Whether somebody with `look` can be in this pose with the other one."""
    if pose in BABY_POSES:
        return other.age == "baby"
    if pose == "carry-child":
        return other.age in SMALL and (look.age not in SMALL or SMALL.index(other.age) < SMALL.index(look.age))
    if pose == "push-wheelchair":
        return bool(other.wheelchair)
    return other.age in SMALL and not other.wheelchair if pose == "push-pushchair" else True


def fits_thing(pose: str, name: str) -> bool:
    """Whether a thing of this name, a pet or a soft toy, can be held in this pose."""
    return pose in HUG_POSES and shelf().has(name) and bool(_CUDDLED & set(shelf().picture(name).tags))


def tell(pose: str, whom: str) -> str:
    """What somebody does with another one: "holding Lily's hand"."""
    return POSE_PARTNERS.get(pose, POSE_PARTNERS[_HAND]).format(whom)


def tell_missing(pose: str) -> str:
    """A kind sentence for when nobody is there whom the pose is about."""
    return _MISSING.get(pose, _NOBODY)
