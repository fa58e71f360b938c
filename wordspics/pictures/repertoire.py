"""The poses somebody may take, laid out to choose from: what is likely here first, then by what they are about (names.toml)."""
from collections.abc import Iterable
from typing import NamedTuple

from wordspics.pictures.library import shelf
from wordspics.pictures.names import DONE_HERE, POSE_GROUPS, POSE_WORDS, POSES
from wordspics.story import Look

LIKELY = "Likely here"
_MOST = 8                       # likely ones: a row of a tablet's
_SMALL = ("baby", "toddler", "child")
_BABYISH = ("crawl", "baby-sit", "wrapped-up", "in-pushchair", "lie", "sleep", "in-bed", "bath")
_FELT = {"crying": ("cry-into-hands", "hide-face", "curl-up", "cuddle"), "sad": ("head-in-hands", "cuddle", "curl-up", "lean-on"),
         "scared": ("hide-face", "hands-on-ears", "curl-up"), "worried": ("think", "hands-on-ears", "hold-hand"),
         "angry": ("arms-crossed", "shout", "hands-on-hips"), "cross": ("arms-crossed", "hands-on-hips", "stop"),
         "shout": ("shout", "point"), "happy": ("wave", "arms-up", "jump", "hug"), "proud": ("hands-on-hips", "arms-up"),
         "tired": ("sleep", "lie", "sleep-in-chair"), "asleep": ("sleep", "sleep-in-chair"), "ashamed": ("hide-face", "head-in-hands"),
         "muddled": ("think",), "lonely": ("look-out", "curl-up"), "missing": ("look-out", "video-call"), "safe": ("cuddle", "hug")}
_WITH_OTHERS = ("hold-hand", "hug", "cuddle", "comfort", "comfort-round")
_GROWN_ONLY = ("drive", "cook", "carry-child", "push-wheelchair", "push-pram", "push-pushchair", "comfort-round", "shout")
_YOUNG_ONLY = ("swing", "hide-under-table", "hide-under-covers", "crawl", "baby-sit", "wrapped-up", "in-pushchair")


class Moment(NamedTuple):
    """What is known of where somebody is: the place, what they feel, and the looks of those they are with."""

    place: str = "plain"
    feeling: str = "ok"
    others: tuple[Look, ...] = ()


def lay_out(poses: Iterable[str], look: Look, moment: Moment) -> list[tuple[str, tuple[str, ...]]]:
    """(title, poses) of each group, every one of the poses in one of them; those likely here stand before all others."""
    offered = list(poses)
    weights = {pose: _weigh(pose, look, moment) for pose in offered}
    usual = list(POSES)
    likely = sorted((pose for pose in offered if weights[pose] > 0), key=lambda pose: (-weights[pose], usual.index(pose)))[:_MOST]
    groups = [(title, tuple(pose for pose in some if pose in weights and pose not in likely)) for title, some in POSE_GROUPS.items()]
    if look.age == "baby":
        groups.insert(0, groups.pop())                          # what babies do is the last group for everybody else
    return [(title, some) for title, some in [(LIKELY, tuple(likely)), *groups] if some]


def words_for(pose: str) -> str:
    """Every word that finds a pose: what it is called, its group, and what else people say."""
    group = next((title for title, some in POSE_GROUPS.items() if pose in some), "")
    return f"{POSES[pose]} {group} {POSE_WORDS.get(pose, '')}".lower().replace(",", "")


def _weigh(pose: str, look: Look, moment: Moment) -> float:
    """How likely a pose is; 0 and less is not likely at all."""
    small = look.age in _SMALL
    if pose in (_GROWN_ONLY if small else _YOUNG_ONLY):
        return 0
    weight = {"stand": 3.5, "walk": 1.5, "sit": 1.5, "wave": 1}.get(pose, 0)
    if look.age == "baby":
        return weight + 4 * (pose in _BABYISH)
    weight += 3 * (pose in done_at(moment.place)) + 2.5 * (pose in _FELT.get(moment.feeling, ()))
    return weight + _company(pose, look, moment.others)


def _company(pose: str, look: Look, others: tuple[Look, ...]) -> float:
    if not others:
        return 0
    weight = 2.0 * (pose in _WITH_OTHERS) - (pose in ("comfort", "comfort-round") and look.age in _SMALL)
    if any(other.wheelchair for other in others):
        weight += 3 * (pose == "push-wheelchair")
    if any(other.age == "baby" for other in others):
        weight += 3 * (pose in ("carry-baby", "hold-baby", "feed-baby"))
    if any(other.age in ("toddler", "child") for other in others) and look.age not in _SMALL:
        weight += 2 * (pose in ("carry-child", "kneel"))
    return weight


def done_at(place: str) -> frozenset[str]:
    """What people do in a place, by its name and its tags."""
    if not shelf().has(place):
        return frozenset()
    known = {place.replace("-", " "), *place.split("-"), *shelf().picture(place).tags}
    return frozenset(pose for word, poses in DONE_HERE.items() if word in known for pose in poses)
