"""Things in somebody's hands: what they hold comes to them, and a pet too large for that is cuddled where it stands."""
import math

from wordspics.pictures import library
from wordspics.pictures.company import HUG_POSES, Company, Player, Point
from wordspics.story import Symbol, Thing
from wordspics.story.scene import STAGE

BY_THE_HANDLE = ("suitcase", "half-packed-suitcase", "school-bag")
_SMALL, _WIDE, _HIGH = 36.0, 84.0, 96.0     # what one hand holds, and two, by a figure of size 1; units


def take(company: Company, a: Player, thing: Thing | Symbol) -> None:
    """A thing comes into the hand, or into both arms; what is too large is only touched, or cuddled where it stands."""
    if a.lies:
        return
    picture, k = library.shelf().picture(thing.name), a.item.size
    w, h = picture.width * thing.size, picture.height * thing.size
    x, y = thing.x * STAGE[0], thing.y * STAGE[1]
    if thing.name in BY_THE_HANDLE:
        side = a.side((x, y))
        hand, floor = a.joint(f"{side}-hand"), a.item.y * STAGE[1]
        grip = hand[0] + math.copysign(w * 0.3, hand[0] - a.joint("root")[0]), min(hand[1], floor - h)
        return _hand_over(company, a, thing, (grip[0], _grip(a, side, grip)[1] + h / 2 - 3 * k), h)
    if max(w, h) <= _SMALL * k:
        side = a.side((x, y))
        sx, sy = a.own(a.joint(f"{side}-shoulder"))
        out = (26 if a.seen.turned else 12) * (1 if side == "right" else -1)
        return _hand_over(company, a, thing, _grip(a, side, _out(a, (sx + out, sy + a.seen.arm * 0.52))), h)
    if w <= _WIDE * k and h <= _HIGH * k:
        return _embrace(company, a, thing, w, h)
    if a.item.pose in HUG_POSES:
        return _cuddle(company, a, thing, w, h)
    box = (x - w / 2, x + w / 2), (y - h, y)
    for side in ("left", "right"):
        start = a.joint(f"{side}-shoulder")
        point = tuple(min(max(v, low), high) for v, (low, high) in zip((start[0], start[1] + a.reach * 0.5), box))
        if side == a.side((x, y)) or a.seen.turned:
            a.give(side, point, hand="mitten")


def _cuddle(company: Company, a: Player, pet: Thing | Symbol, w: float, h: float) -> None:
    """Down behind it, an arm over its neck."""
    x, y = pet.x * STAGE[0], pet.y * STAGE[1]
    head = 1 if pet.flipped else -1
    company.approach(a, (x - head * w * 0.1, y), 2)
    a.kneel("right" if pet.flipped else "left")
    a.lean((x + head * w, y), 8, 8)
    a.give("left", (x + head * w * 0.2, y - h * 0.5), over="arm", hand="mitten", bend="down")
    a.give("right", (x + head * w * 0.3, y - h * 0.36), layer="under", bend="down")
    company.follow(pet.id, a.item.id)
    company.attach(a.item.id, pet.id)


def _out(a: Player, own: Point) -> Point:
    """A point of the figure's own units, on the stage."""
    x = -own[0] if a.seen.mirrored else own[0]
    return a.item.x * STAGE[0] + x * a.item.size, a.item.y * STAGE[1] + own[1] * a.item.size


def _grip(a: Player, side: str, point: Point) -> Point:
    a.give(side, point, over="hand", layer="front", hand="fist", bend="down")
    return point


def _embrace(company: Company, a: Player, thing: Thing | Symbol, w: float, h: float) -> None:
    """In both arms, before the belly."""
    x, y = a.own(a.joint("belly"))
    chin = a.seen.head[1] + a.seen.head[3]
    middle = _out(a, (x + (14 if a.seen.turned else 0), max(y - 6, chin + h / a.item.size / 2)))
    half = min(w / 2, 20 * a.item.size)
    for side, sign in (("left", -1), ("right", 1)):
        sign = -sign if a.seen.mirrored else sign
        a.give(side, (middle[0] + sign * half, middle[1] + (h * 0.12 if sign > 0 else h * 0.2)), over="hand", layer="front",
               hand="fist", bend="out")
    _hand_over(company, a, thing, middle, h)


def _hand_over(company: Company, a: Player, thing: Thing | Symbol, middle: Point, h: float) -> None:
    company.moves[thing.id] = middle[0] - thing.x * STAGE[0], middle[1] + h / 2 - thing.y * STAGE[1]
    company.follow(thing.id, a.item.id)
    company.attach(a.item.id, thing.id)
