"""What helps somebody to get about, and what their body brings along: drawn with the figure."""
from wordspics.pictures.figure import palette, wheelchairs
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import Matrix, Point, at, between, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.skeleton import SOLE
from wordspics.pictures.shapes import INK

_GOLD = "#e8b45c"


def grips(s: Sitter) -> dict[str, Point]:
    """Where the hands rest on a walking frame."""
    y, half = s.bones.pelvis[1] - 4, s.age.hip + 12
    if s.bones.turned:
        return {"left": (s.age.hip + 10, y), "right": (s.age.hip + 20, y - 3)}
    return {"left": (-half, y), "right": (half, y)}


def draw_aid(s: Sitter) -> None:
    """Over the near arms."""
    if s.aid in s.waiting:
        return
    if s.aid == "walking-frame":
        _draw_frame(s)
    elif s.aid == "crutches":
        _draw_crutches(s)
    elif s.aid == "guide-dog":
        _draw_dog(s)
    elif s.aid == "white-cane":
        _draw_cane(s)


def _draw_frame(s: Sitter) -> None:
    (ax, ay), (bx, by) = grips(s)["left"], grips(s)["right"]
    steel, dark = COLOURS["light-grey"], COLOURS["charcoal"]
    if s.bones.turned:
        for x, y in ((bx + 6, by), (ax, ay)):
            s.pen.tube(line((x - 5, y), (x + 9, y), (x + 15, -8)), 6, steel)
            s.pen.tube(line((x - 3, y + 3), (x - 6, -4)), 6, steel)
            s.pen.dot((x + 15, -7), 5, dark)
            s.pen.tube(line((x - 8, y), (x + 3, y)), 8, dark)
    else:
        _draw_frame_from_front(s, (ax + bx) / 2, (bx - ax) / 2, ay)
    for side, spot in grips(s).items():
        if s.bones.arms[side].kind == "grip" and (side == "left" or not s.bones.turned):
            s.pen.dot(spot, s.age.hand, s.skin)


def _draw_frame_from_front(s: Sitter, x: float, half: float, y: float) -> None:
    """`y` is how high the grips are. What is alike is one tube, which keeps the drawing small."""
    bars = "".join(line((x - half + 2, y * share), (x + half - 2, y * share)) for share in (.8, .55))
    s.pen.tube(bars, 6, COLOURS["light-grey"])
    s.pen.tube("".join(line((x + e * half, y), (x + e * (half + 5), -8)) for e in (-1, 1)), 7, COLOURS["light-grey"])
    s.pen.tube("".join(line((x + e * half, y - 2), (x + e * half, y + 4)) + line((x + e * (half + 5), -6), (x + e * (half + 5), -5))
                       for e in (-1, 1)), 9, COLOURS["charcoal"])


def draw_far_crutch(s: Sitter, side: str) -> None:
    """With the far arm of somebody turned: behind their body."""
    if s.aid == "crutches" and s.bones.turned and s.bones.arms[side].kind == "grip":
        _draw_held(s, [side], [])


def _draw_crutches(s: Sitter) -> None:
    """Elbow crutches: a cuff round the forearm, a grip in the hand. One that is let go of leans on the hip."""
    loose = []
    for side, e in (("left", -1), ("right", 1)):
        if s.bones.arms[side].kind != "grip" and s.has_hand(side):
            x, y = (s.age.hip + 9) * e * s.bones.width, s.bones.pelvis[1]
            loose.append(((x, y - 24), (x, y - 6), e))
    near = [side for side, arm in s.bones.arms.items() if arm.kind == "grip" and not (s.bones.turned and arm.layer == "back")]
    _draw_held(s, near, loose)


def _draw_held(s: Sitter, sides: list[str], loose: list[tuple[Point, Point, int]]) -> None:
    arms = [s.bones.arms[side] for side in sides]
    held = [(between(arm.elbow, arm.wrist, .42), arm.hand, 1 if s.bones.turned or side == "right" else -1)
            for arm, side in zip(arms, sides)]
    _draw_pair(s, held + loose)
    for arm in arms:
        s.pen.dot(arm.hand, s.age.hand, s.skin)


def _draw_pair(s: Sitter, crutches: list[tuple[Point, Point, int]]) -> None:
    """(cuff, grip, which way it leans out) of each; what is alike is one tube."""
    if not crutches:
        return
    s.pen.tube("".join(line(cuff, grip, (grip[0] + out * 7, -6)) for cuff, grip, out in crutches), 6, COLOURS["light-grey"])
    s.pen.tube("".join(line((x - 5, y), (x + 5, y)) for (x, y), _, _ in crutches), 7.5, COLOURS["blue"])
    s.pen.tube("".join(line((x - 3, y), (x + 6, y)) + line((x + out * 7, -5), (x + out * 7, -4)) for _, (x, y), out in crutches),
               7.5, COLOURS["charcoal"])


def draw_waiting(s: Sitter, right: float) -> None:
    """What is not in use just now, within reach: each thing left of the one before, the first ending at `right`."""
    y = -s.age.thigh - s.age.shin - s.age.leg_w * SOLE / 2 - 4
    for name in s.waiting:
        if name == "wheelchair":
            s.pen.take(wheelchairs.draw_waiting(s, right))
        elif name == "walking-frame":
            _draw_frame_from_front(s, right - s.age.hip - 16, s.age.hip + 6, y)
        elif name == "crutches":
            _draw_pair(s, [((right + dx, y - 20), (right + dx, y), -1) for dx in (-28, -13)])
        elif name == "white-cane":
            _draw_white_cane(s, (right - 5, y - 12), (right - 14, -4))
        elif name == "guide-dog":
            _draw_dog_at(s, place(right - 48, 0))
        elif name == "stick":
            draw_walking_stick(s, (right - 12, y), (right - 12, -3))
        right = s.pen.extent[0] - 5


def draw_walking_stick(s: Sitter, top: Point, tip: Point) -> None:
    x, y = top
    colour = palette.colour(s.look.stick, "brown")
    s.pen.tube(line((x + 2, y), tip), 6.5, colour)
    s.pen.tube(trace(f"M{x + 9} {y - 6} Q{x + 1} {y - 10} {x + 2} {y}", place()), 6.5, colour)


def _draw_cane(s: Sitter) -> None:
    """A long white cane, its tip on the ground ahead."""
    if not s.stick_hand:
        return
    x, y = s.bones.arms[s.stick_hand].hand
    e = 1 if s.bones.turned or s.stick_hand == "right" else -1
    _draw_white_cane(s, (x - e * 3, y - 12), (x + e * 26, -4))
    s.pen.dot((x, y), s.age.hand, s.skin)


def _draw_white_cane(s: Sitter, top: Point, tip: Point) -> None:
    s.pen.tube(line(top, tip), 6, "#ffffff")
    s.pen.tube_fill(line(between(top, tip, .74), tip), 6, COLOURS["red"], "butt")
    s.pen.dot(tip, 3.6, "#ffffff", s.pen.weight * .7)


def _draw_dog(s: Sitter) -> None:
    """A guide dog beside its person, its harness handle in their hand where they stand."""
    m = place(s.age.shoulder + (34 if s.bones.turned else 28), 0)
    _draw_dog_at(s, m)
    if s.stick_hand:
        hand = s.bones.arms[s.stick_hand].hand
        s.pen.tube(line(at(m, 2, -45), hand), 6, "#ffffff")
        s.pen.dot(hand, s.age.hand, s.skin)


def _draw_dog_at(s: Sitter, m: Matrix) -> None:
    limbs = trace("M-24 -36 Q-36 -40 -37 -52 M-13 -22 L-12 -4 M17 -22 L18 -4 M-21 -24 L-21 -4 M9 -24 L9 -4", m)
    s.pen.tube(limbs, 8, _GOLD)
    s.pen.shape(trace("M-26 -34 C-24 -46 10 -45 14 -44 C10 -64 24 -70 33 -62 C42 -60 46 -56 45 -51 C44 -46 34 -46 31 -45 "
                      "C30 -40 26 -38 24 -34 C24 -22 14 -20 0 -21 C-14 -18 -27 -20 -26 -34 Z", m), _GOLD)
    s.pen.tube_fill(trace("M-21 -26 L-21 -20 M9 -26 L9 -20", m), 8, _GOLD)
    s.pen.shape(trace("M17 -64 C9 -62 9 -48 15 -46 C21 -47 23 -58 21 -64 Z", m), "#b98138")
    s.pen.spots([at(m, 30, -56)], 2.2, INK)
    s.pen.smudge(at(m, 44, -54), 3.4, 2.8, INK)
    s.pen.tube(trace("M8 -45 Q12 -32 8 -21 M-2 -45 L10 -44", m), 8, "#ffffff")
