"""Feelings as data: which eyes, brows, mouth and signs. Face numbers are head units: half width = half height = 1, y down."""
import msgspec


class Brow(msgspec.Struct, frozen=True):
    """How far above the eye, and how much the inner and outer ends differ from that; less than nothing is higher."""

    lift: float
    inner: float
    outer: float
    shape: str = "straight"                 # straight | arched | odd


class Feeling(msgspec.Struct, frozen=True):
    eyes: str
    brow: Brow
    mouth: str
    signs: tuple[str, ...] = ()
    tilt: float = 0                         # of the head, degrees
    sink: float = 0                         # of the head, units


FEELINGS = {
    "ok": Feeling("soft", Brow(-0.36, 0, 0.03, "arched"), "slight-smile"),
    "calm": Feeling("shut", Brow(-0.30, 0, 0.04, "arched"), "smile"),
    "happy": Feeling("dot", Brow(-0.40, 0, 0.06, "arched"), "laugh", ("cheeks",)),
    "proud": Feeling("up", Brow(-0.40, 0, 0.05, "arched"), "grin", ("cheeks", "star"), tilt=-4, sink=-2),
    "surprised": Feeling("round", Brow(-0.47, 0, 0.05, "arched"), "o", ("rays",)),
    "sad": Feeling("down", Brow(-0.31, -0.15, 0.12), "frown", ("tear",)),
    "crying": Feeling("tight", Brow(-0.30, -0.13, 0.10), "wail", ("streams",)),
    "worried": Feeling("aside", Brow(-0.36, -0.16, 0.07), "wobble", ("sweat",)),
    "scared": Feeling("wide", Brow(-0.47, -0.14, 0.06), "quaver", ("shaking",)),
    "angry": Feeling("dot", Brow(-0.24, 0.11, -0.12), "cross", ("steam",)),
    "shout": Feeling("dot", Brow(-0.28, 0.07, -0.06), "shout"),
    "muddled": Feeling("odd", Brow(-0.36, 0.02, 0.02, "odd"), "squiggle", ("question",), tilt=8),
    "ashamed": Feeling("low", Brow(-0.24, -0.16, 0.06), "frown", ("blush",), tilt=8, sink=5),
    "tired": Feeling("half", Brow(-0.34, -0.05, 0.10), "yawn"),
    "cross": Feeling("dot", Brow(-0.27, 0.08, -0.06), "pout"),
    "lonely": Feeling("away", Brow(-0.33, -0.12, 0.07), "small-frown", ("left-out",), tilt=5, sink=2),
    "missing": Feeling("lifted", Brow(-0.36, -0.13, 0.07), "small-frown", ("longing",), tilt=-4),
    "numb": Feeling("empty", Brow(-0.37, 0, 0.02), "flat", ("blank",)),
    "hopeful": Feeling("lifted", Brow(-0.44, -0.05, 0.05, "arched"), "soft-smile", ("sun", "cheeks"), tilt=-3),
    "mixed": Feeling("dot", Brow(-0.36, 0, 0, "mixed"), "mixed", ("half-tear", "sun", "cloud")),
    "relieved": Feeling("shut", Brow(-0.40, -0.09, 0.06, "arched"), "sigh", ("puff", "shed"), tilt=-3, sink=-1),
    "safe": Feeling("up", Brow(-0.36, 0, 0.05, "arched"), "smile", ("house", "cheeks")),
    "shy": Feeling("sidelong", Brow(-0.36, -0.09, 0.04, "arched"), "sideways-smile", ("cheeks", "rosy"), tilt=9, sink=4),
    "asleep": Feeling("shut", Brow(-0.33, 0.02, 0.06, "arched"), "asleep", ("zzz",)),
}
# a pose may lower these eyes, to a book or the floor
OPEN_EYED = ("ok", "calm", "happy", "proud", "sad", "worried", "scared", "cross", "lonely", "hopeful", "mixed", "safe", "shy")

LINES = {
    "smile": "M-.22 .48 Q0 .68 .22 .48", "frown": "M-.20 .64 Q0 .42 .20 .64", "grin": "M-.34 .42 Q0 .82 .34 .42",
    "cross": "M-.20 .63 Q0 .45 .20 .63", "asleep": "M-.10 .55 Q0 .62 .10 .55",
    "pout": "M-.15 .59 Q0 .49 .15 .59", "flat": "M-.19 .56 L.19 .56", "small-frown": "M-.14 .60 Q0 .48 .14 .60",
    "slight-smile": "M-.20 .50 Q0 .645 .20 .50", "soft-smile": "M-.17 .50 Q0 .66 .17 .50", "sideways-smile": "M-.13 .55 Q.02 .63 .15 .48",
    "mixed": "M-.28 .48 Q-.16 .72 -.01 .57 Q.13 .42 .27 .62",
    "wobble": "M-.22 .56 Q-.12 .46 -.02 .56 Q.08 .66 .20 .53",
    "squiggle": "M-.28 .60 Q-.19 .44 -.09 .57 Q.01 .70 .10 .54 Q.18 .42 .27 .50",
}
OPEN = {
    "laugh": "M-.32 .40 Q0 .48 .32 .40 C.30 .86 -.30 .86 -.32 .40 Z",
    "wail": "M-.27 .72 C-.30 .30 .30 .30 .27 .72 Q0 .62 -.27 .72 Z",
    "o": "M0 .42 C.24 .42 .24 .80 0 .80 C-.24 .80 -.24 .42 0 .42 Z",
    "sigh": "M-.24 .50 Q0 .56 .24 .47 C.22 .78 -.12 .76 -.24 .50 Z",
    "yawn": "M0 .44 C.22 .44 .20 .82 0 .82 C-.20 .82 -.22 .44 0 .44 Z",
    "quaver": "M-.25 .68 C-.31 .36 .31 .36 .25 .68 C.25 .80 .12 .78 .09 .70 Q0 .60 -.09 .70 C-.12 .78 -.25 .80 -.25 .68 Z",
    "shout": "M-.26 .54 C-.29 .28 .29 .28 .26 .54 C.26 .92 -.26 .92 -.26 .54 Z",
}
TONGUES = {"laugh": "M-.17 .66 Q0 .54 .17 .66 Q0 .80 -.17 .66 Z", "shout": "M-.15 .72 Q0 .60 .15 .72 Q0 .85 -.15 .72 Z"}
