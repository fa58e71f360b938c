"""The outlines of hair, in head units: half width = half height = 1, the middle of the head at (0, 0), y down.

`t` is 0 for a head that looks at us, 1 for one turned to the right; `side` is -1 where the drawing will be mirrored.
"""
from functools import lru_cache

from wordspics.pictures.figure.plane import bend, turn_round

# Along the forehead, from the right temple (.8, -.32) to the left one.
FRINGES = {
    "round": "Q0 -1.0 -.8 -.32",
    "spiky": "L.52 -.66 L.40 -.44 L.12 -.72 L-.06 -.46 L-.34 -.72 L-.50 -.46 L-.8 -.32",
    "straight": "L.80 -.44 Q0 -.54 -.80 -.44 L-.8 -.32",
    "side": "C.62 -.44 .10 -.50 -.36 -.90 C-.50 -.64 -.7 -.5 -.8 -.32",
    "centre": "C.72 -.56 .36 -.66 0 -.98 C-.36 -.66 -.72 -.56 -.8 -.32",
    "off-face": "Q.55 -.74 0 -.74 Q-.55 -.74 -.8 -.32",
    "curly": "Q.74 -.62 .48 -.56 Q.36 -.76 .14 -.60 Q-.04 -.80 -.2 -.60 Q-.42 -.76 -.52 -.54 Q-.76 -.60 -.8 -.32",
    "receding": "Q.66 -.90 .46 -.94 Q.26 -.62 0 -.60 Q-.26 -.62 -.46 -.94 Q-.66 -.90 -.8 -.32",
    "flat": "L.74 -.60 Q0 -.72 -.74 -.60 L-.8 -.32",
}
_TEMPLE = "M.8 -.32 "


def across(t: int, x: float) -> float:
    """Where a point of the forehead goes when the head turns."""
    return 0.22 * t + x * (1 - 0.14 * t)


@lru_cache(maxsize=64)
def fringe(t: int, name: str, side: int = 1) -> str:
    """From the right temple on; a parting stays on the person's own side."""
    d = _TEMPLE + FRINGES.get(name, FRINGES["round"])
    if side < 0:
        d = turn_round(d)
    bent = bend(d, lambda x, y: (across(t, x), y + 0.03 * t))
    return bent[bent.index(" ", bent.index(" ") + 1) + 1:]          # without the start: the outline is already there


def cap(t: int, name: str, volume: float = 0.14, burn: float = 0.12, top: float = 0, side: int = 1) -> str:
    """Short hair: crown, hairline and sideburns in one outline."""
    u, v, line = -1 - volume - top, 1.05 + volume, fringe(t, name, side)
    if not t:
        return (f"M-1.03 {burn} C{-v} -.62 -.66 {u} 0 {u} C.66 {u} {v} -.62 1.03 {burn} "
                f"L.88 {burn} Q.84 -.2 .8 -.32 {line} Q-.84 -.2 -.88 {burn} Z")
    return (f"M-.74 .70 C-1.36 .34 {-1.06 - volume} {u} -.04 {u} C.62 {u} {1.0 + volume} -.62 1.0 -.20 "
            f"L{across(1, .8)} -.29 {line} Q-.48 -.05 -.48 .14 L-.72 .10 Q-.74 .50 -.64 .74 Z")


def hairline(t: int, name: str, burn: float, side: int = 1) -> str:
    """Only the edge towards the face, for hair whose crown is one mass with what is behind the head."""
    line = fringe(t, name, side)
    if not t:
        return f"M.88 {burn} Q.84 -.2 .8 -.32 {line} Q-.84 -.2 -.88 {burn}"
    return f"M1.0 -.20 L{across(1, .8)} -.29 {line} Q-.48 -.05 -.48 .14"


def curtain(t: int, name: str, end: float, out: float, inner: float = 0.80, volume: float = 0.14, side: int = 1) -> str:
    """Long hair: crown and the falls of hair beside the face in one outline, down to `end`."""
    u, line = -1.12 - volume, fringe(t, name, side)
    if not t:
        w = 1.12 + volume
        return (f"M{-out} {end} C{-out - .04} .6 {-w} -.6 -.98 -.72 C-.62 {u} .62 {u} .98 -.72 "
                f"C{w} -.6 {out + .04} .6 {out} {end} "
                f"Q{out - .2} {end + .16} {inner - .02} {end} C{inner + .08} .9 .90 .4 .8 -.32 {line} "
                f"C-.90 .4 {-inner - .08} .9 {.02 - inner} {end} Q{.2 - out} {end + .16} {-out} {end} Z")
    return (f"M{-out - .02} {end} C{-out - .06} .6 {-1.18 - volume} -.5 -1.0 -.72 C-.7 {u} .6 {u} .92 -.74 "
            f"Q1.08 -.5 1.02 -.1 L{across(1, .8)} -.29 {line} "
            f"C-.60 .3 -.44 .8 {.24 - inner} {end} Q{.3 - out} {end + .18} {-out - .02} {end} Z")
