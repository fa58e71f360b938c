"""Skirts, and what hangs like one: the lower halves of dresses, coats, robes and saris. Units; drawn round hips and thighs."""
from wordspics.pictures.figure.plane import Point, add, at, between, fall, hull, line, place, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.figure.skeleton import Limb

LONG = {"robe": (1.74, 0.95, -4), "coat": (0.66, 0.62, -4), "dressing-gown": (1.22, 0.74, -4), "kameez": (0.94, 0.68, -4),
        "sari": (1.68, 0.72, -4)}           # how far down the leg (1 is the knee), how wide, from where


def draw_skirt(s: Sitter) -> None:
    outfit, reach = s.outfit, _reach(s)
    if outfit.top == "dress":
        _draw(s, outfit.top_colour, reach, 0.85, -s.age.torso * 0.2)
    elif outfit.top in LONG:
        _draw(s, outfit.top_colour, *LONG[outfit.top], outer=True)
    elif outfit.skirt:
        _draw(s, outfit.skirt, reach, 0.66, -4)


def _reach(s: Sitter) -> float:
    """How far down the leg the skirt comes; 0 without one."""
    if s.outfit.top in LONG:
        return LONG[s.outfit.top][0]
    return s.outfit.skirt_reach if s.outfit.skirt or s.outfit.top == "dress" else 0


def covers_knees(s: Sitter) -> bool:
    """Whether it hangs before a seat and would hide it."""
    return _reach(s) > 0.9


def _draw(s: Sitter, fill: str, reach: float, flare: float, top: float, outer: bool = False) -> None:
    knee, ankle = s.bones.legs["right"].knee, s.bones.legs["right"].ankle
    if s.pose.seat == "lap":
        _drape_over_lap(s, fill, reach, top)
    elif s.pose.seat == "floor" and not s.bones.turned and knee[0] > ankle[0] + s.age.shin * 0.5:
        _drape_over_crossed_legs(s, fill, reach, top)
    else:
        _stretch(s, fill, reach, flare, top, outer)


def _end(leg: Limb, reach: float) -> Point:
    return between(leg.hip, leg.knee, reach) if reach <= 1 else between(leg.knee, leg.ankle, reach - 1)


def _waist(s: Sitter, top: float) -> Point:
    """The right end of the waistband: above the thighs, however low the garment's own hem is."""
    wide = s.age.leg_w * 0.58
    return max(s.age.hip * s.bones.width, s.bones.legs["right"].hip[0] + wide), min(at(s.bones.trunk, 0, top)[1], s.bones.pelvis[1] - wide)


def _drape_over_lap(s: Sitter, fill: str, reach: float, top: float) -> None:
    """Over the lap of somebody who faces us: round the thighs, over the knees, one hem below them. Straight, it would be a tray."""
    leg, r, (half, waist) = s.bones.legs["right"], s.age.leg_w / 2, _waist(s, top)
    (knee_x, knee_y), (x, y) = leg.knee, _end(leg, reach)
    hem, out = y + r * (1.5 if 0.9 < reach <= 1 else 0.9), x + r * (1.25 if reach <= 1 else 1.55)
    thigh = (knee_x + r * 1.2, knee_y) if reach > 0.9 else (out, hem - r * 0.4)
    right = ((half, waist), (half + r * 0.5, waist + r * 0.2), (thigh[0] - r * 0.3, thigh[1] - r * 1.15), thigh, (out, hem),
             (out * 0.6, hem + r * 0.9))
    a, b = [(-px, py) for px, py in right], right
    _cloth(s, f"M{_at(a[0])} C{_at(*a[1:4])} L{_at(a[4])} C{_at(a[5], b[5], b[4])} L{_at(b[3])} C{_at(b[2], b[1], b[0])} Z", fill)
    edge = knee_y + r * 0.1 if reach > 0.9 else hem - r * 1.2   # of the lap: above it the cloth lies, below it hangs
    pleats = (-0.66, -0.26, 0.34, 0.7) if reach > 0.9 else (-0.3, 0.36)
    _pleats(s, edge, [(out * share, hem + r * (0.68 - 0.6 * share * share)) for share in pleats])
    if reach > 0.9:
        for e in (-1, 1):                                       # the knees beneath
            knee = (knee_x - r * 0.75, knee_y - r * 0.55), (knee_x - r * 0.1, knee_y + r * 0.25), (knee_x + r * 0.6, knee_y - r * 0.5)
            a, *b = ((e * px, py) for px, py in knee)
            s.pen.line(trace(f"M{_at(a)} Q{_at(*b)}", place()), s.pen.weight * 0.65)


def _drape_over_crossed_legs(s: Sitter, fill: str, reach: float, top: float) -> None:
    """Spread from knee to knee, the feet beneath."""
    leg, r, (half, waist) = s.bones.legs["right"], s.age.leg_w / 2, _waist(s, top)
    x, y = between(leg.hip, leg.knee, min(reach, 1))
    low = y + r * (1.0 if reach <= 1 else 1.3)
    right = ((half, waist), (half + r * 0.6, waist + r * 1.1), (x - r * 0.6, y - r * 1.25), (x + r * 0.4, y - r * 1.1),
             (x + r * 1.5, y - r * 0.8), (x + r * 1.4, low), (x + r * 0.3, low), (x * 0.5, low + r * 0.7))
    a, b = [(-px, py) for px, py in right], right
    _cloth(s, f"M{_at(a[0])} C{_at(*a[1:4])} C{_at(*a[4:7])} C{_at(a[7], b[7], b[6])} C{_at(b[5], b[4], b[3])} "
              f"C{_at(b[2], b[1], b[0])} Z", fill)
    _pleats(s, waist + (low - waist) * 0.4, [(x * share, low + r * (0.5 - 0.5 * share * share)) for share in (-0.8, -0.36, 0.42, 0.84)])


def _pleats(s: Sitter, top: float, feet: list[Point]) -> None:
    """Folds that rise from the hem, every other one less high: even ones would be trouser legs."""
    rise = [(foot, 1.0 - 0.3 * (i % 2)) for i, foot in enumerate(feet)]
    folds = "".join(f"M{_at((x, y))} Q{_at((x, y - (y - top) * k * .6), (x * (1 - k * .2), y - (y - top) * k))} " for (x, y), k in rise)
    s.pen.line(trace(folds, place()), s.pen.weight * 0.65)


def _at(*points: Point) -> str:
    return " ".join(f"{x} {y}" for x, y in points)


def _cloth(s: Sitter, d: str, fill: str) -> None:
    s.pen.shape(trace(d, place()), fill)


def _stretch(s: Sitter, fill: str, reach: float, flare: float, top: float, outer: bool) -> None:
    """What stretches round hips and thighs: one outline that works standing and seated, seen from the side."""
    half, wide = s.age.hip * s.bones.width, s.age.leg_w
    if s.is_baby and s.pose.seat == "floor":                    # or a sitting baby's skirt hides that it sits
        reach *= 0.3
    points = [at(s.bones.trunk, -half, top), at(s.bones.trunk, half, top)]
    for leg in s.bones.legs.values():
        for middle, r in ((leg.hip, wide * 0.55), (_end(leg, reach), wide * flare)):
            floor = r * (0.25 if reach > 0.7 else 1)
            for angle in range(0, 360, 45):
                x, y = fall(angle, r)
                points.append(add(middle, (x, min(y, floor))))
    low, (x, hip) = max(y for _, y in points), s.bones.pelvis
    hangs = min(leg.knee[1] for leg in s.bones.legs.values()) - hip > s.age.thigh * 0.4
    if outer and hangs:                                         # as wide below as above, or it would be a leotard
        points += [(x - half, low), (x + half, low)]
    s.pen.shape(line(*hull(points)) + "Z", fill)
