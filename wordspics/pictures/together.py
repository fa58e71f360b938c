"""People and what they hold: worked out from the scene alone, so that a hand held stays held wherever its people are moved.

A figure that `holds` another one reaches for it, and the other one answers where its arms are free. Nobody's arm is
longer than it is: what is too far away is reached for.
"""
import math

from msgspec.structs import replace

from wordspics.pictures import library
from wordspics.pictures.company import Company, Player, Point
from wordspics.story import Cast, Figure, Look, Scene, Symbol, Thing
from wordspics.story.scene import STAGE

BABY_POSES = ("carry-baby", "hold-baby", "feed-baby")
HUG_POSES = ("hug", "cuddle")
PUSHING = ("push", "push-wheelchair", "push-pushchair")
OPEN_TO_HUGS = ("stand", "walk", "hug", "cuddle", "hold-hand", "comfort")
BY_THE_HANDLE = ("suitcase", "half-packed-suitcase", "school-bag")
_SMALL, _WIDE, _HIGH = 36.0, 84.0, 96.0     # what one hand holds, and two, by a figure of size 1; units


def gather(scene: Scene, cast: Cast) -> Company:
    """Everybody of a scene with everybody and everything they hold."""
    players = {item.id: Player(item, cast.person(item.who).look if cast.has(item.who) else Look())
               for item in scene.items if isinstance(item, Figure)} if _anyone_holds(scene) else {}
    company = Company(players, list(scene.items))
    items = {item.id: item for item in scene.items}
    done: set[frozenset[str]] = set()
    for id, holder in players.items():
        held = items.get(holder.item.holds or "")
        if held is None or held.id == id or frozenset((id, held.id)) in done:
            continue
        done.add(frozenset((id, held.id)))
        if isinstance(held, Figure):
            _bring_together(company, holder, players[held.id])
        elif isinstance(held, (Thing, Symbol)) and library.shelf().has(held.name):
            _take(company, holder, held)
    return company


def _anyone_holds(scene: Scene) -> bool:
    return any(isinstance(item, Figure) and item.holds for item in scene.items)


def _bring_together(company: Company, a: Player, b: Player) -> None:
    pose, small = a.item.pose, b.look.age in ("baby", "toddler", "child")
    if pose in BABY_POSES and b.look.age == "baby":
        a.bond = replace(a.bond, baby=b.look)
        company.hidden[b.item.id] = a.item.id
    elif pose == "carry-child" and small:
        _carry(company, a, b)
    elif pose in HUG_POSES:
        _hug(company, a, b)
    elif pose == "comfort":
        _lay_hand_on_shoulder(company, a, b)
    elif pose == "comfort-round":
        _put_arm_round(company, a, b)
    elif pose == "lean-on":
        a.lean(b.joint("chest"), 8, 12)
        company.follow(a.item.id, b.item.id)                    # in front, or a face disappears behind the other one
    elif pose in PUSHING and (b.look.wheelchair or b.item.pose == "in-pushchair" or (pose == "push-pushchair" and small)):
        _push(company, a, b)
    elif not _lies(a):
        _hold_hands(company, a, b)


def _lies(a: Player) -> bool:
    return not a.seen.idle and a.item.pose in ("lie", "sleep", "hospital-bed")


def _hold_hands(company: Company, a: Player, b: Player) -> None:
    if a.item.pose == "hold-hand":
        a.settle(pose="stand")                              # the hand held out is the one that is held
    a.look_at(b.joint("root"))
    side, other = a.side(b.joint("root")), b.side(a.joint("root"))
    if getattr(a.bond, side):
        return
    if other not in b.seen.idle or getattr(b.bond, other):
        return _touch(a, side, b, other)
    b.look_at(a.joint("root"))
    start, end = a.joint(f"{side}-shoulder"), b.joint(f"{other}-shoulder")
    x, y = _meet(start, a.reach, end, b.reach)
    apart = math.copysign(min(1.2, abs(end[0] - start[0]) * 0.1), end[0] - start[0])
    a.give(side, (x - apart, y))
    b.give(other, (x + apart, y))


def _touch(a: Player, side: str, b: Player, other: str) -> None:
    """Busy hands are held where they are; a shoulder is touched where they cannot be reached."""
    start, spots = a.joint(f"{side}-shoulder"), [b.joint(f"{other}-shoulder"), b.joint("left-hand"), b.joint("right-hand")]
    if not getattr(b.bond, other):
        spots.insert(0, b.joint(f"{other}-hand"))
    a.give(side, next((spot for spot in spots if math.dist(start, spot) <= a.reach), b.joint("crown")), hand="mitten")


def _meet(p: Point, one: float, q: Point, other: float) -> Point:
    """Where two hands meet: as low as both arms go; where they are too far apart, on the way to each other."""
    x = p[0] + (q[0] - p[0]) * one / (one + other)
    falls = [(length * 0.96) ** 2 - (x - at[0]) ** 2 for at, length in ((p, one), (q, other))]
    if min(falls) >= 0:
        y = min(p[1] + math.sqrt(falls[0]), q[1] + math.sqrt(falls[1]))
        if all(math.dist((x, y), at) <= length for at, length in ((p, one), (q, other))):
            return x, y
    share = one / (one + other)
    return p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share


def _hug(company: Company, a: Player, b: Player) -> None:
    answers = b.item.pose in OPEN_TO_HUGS and not b.look.wheelchair and b.look.age != "baby" and not b.item.holds
    answers = answers or b.item.holds == a.item.id and b.item.pose in HUG_POSES
    company.close_ranks(a.item.id, b.item.id)
    a.settle(facing=a.page_side(b.joint("root")), head="")
    if answers:
        b.settle(facing=b.page_side(a.joint("root")), head="", pose=b.item.pose if b.item.pose in HUG_POSES else "hug")
    taller = a.joint("head")[1] < b.joint("head")[1] - 12
    _fold(company, a, b, 6 if taller else 2)
    if answers:
        _fold(company, b, a, 2 if taller else 6)


def _fold(company: Company, a: Player, b: Player, lean: float) -> None:
    """Both arms of one round the other: the near one seen on their back, the far one behind them."""
    away = 1 if b.joint("chest")[0] >= a.joint("chest")[0] else -1
    (x, y), half = b.joint("chest"), 13 * b.item.size
    a.lean(b.joint("chest"), lean, 3)
    a.give("left", (x + away * half, y + 4 * b.item.size), over="arm", hand="mitten", bend="down")
    a.give("right", (x + away * half * 0.4, y + 9 * b.item.size), layer="under", bend="down")
    company.attach(a.item.id, b.item.id, company.later(a.item.id, b.item.id))


def _put_arm_round(company: Company, a: Player, b: Player) -> None:
    """An arm round somebody's back, the hand on their far shoulder; on the near one if they are too far away."""
    company.close_ranks(a.item.id, b.item.id)
    a.settle(pose="stand")                                  # whose arms are free: the bond says what they do
    a.look_at(b.joint("root"))
    side, start = a.side(b.joint("root")), None
    start = a.joint(f"{side}-shoulder")
    shoulders = sorted((b.joint("left-shoulder"), b.joint("right-shoulder")), key=lambda p: math.dist(p, start))
    near, far = shoulders
    a.lean(b.joint("chest"), 3, 4)
    if math.dist(start, far) <= a.reach * 0.98:
        a.give(side, (far[0], far[1] + 2), layer="under", over="hand", hand="mitten", bend="down")
    else:
        a.give(side, near, over="arm", hand="mitten", bend="down")
    company.attach(a.item.id, b.item.id, company.later(a.item.id, b.item.id) if getattr(a.bond, side).over == "arm" else "")


def _lay_hand_on_shoulder(company: Company, a: Player, b: Player) -> None:
    """Turned towards somebody, a kind hand on their near shoulder."""
    company.close_ranks(a.item.id, b.item.id)
    way = a.page_side(b.joint("root"))
    a.settle(facing=way, head=a.item.head)
    shoulders = (b.joint("left-shoulder"), b.joint("right-shoulder"))
    near = min(shoulders, key=lambda p: math.dist(p, a.joint("root")))
    a.give("left", (near[0], near[1] + 2), layer="front", over="arm", hand="mitten", bend="down")
    company.attach(a.item.id, b.item.id, company.later(a.item.id, b.item.id))


def _carry(company: Company, a: Player, b: Player) -> None:
    """A child on the hip, wherever they were put: they come along."""
    page = a.page_side(b.joint("root"))
    away = 1 if page == "right" else -1
    b.settle(pose="carried", facing="left" if page == "right" else "right", head=b.item.head or "front")
    (x, y), k = a.joint("root"), a.item.size
    seat = x + away * 36 * k, y - 4 * k
    at = b.joint("root")
    company.moves[b.item.id] = seat[0] - at[0], seat[1] - at[1]
    side = a.side((x + away, y))
    a.give(side, (seat[0] + away * 3 * k, seat[1] + 6 * k), layer="under", over="hand", hand="mitten", bend="out")
    a.bond = replace(a.bond, tilt=-7 if side == "right" else 7, lean=-3 if side == "right" else 3)
    company.follow(b.item.id, a.item.id)
    company.attach(a.item.id, b.item.id)


def _push(company: Company, a: Player, b: Player) -> None:
    """By the handles of a wheelchair; a small child is put into the pushchair."""
    way = a.page_side(b.joint("root"))
    a.settle(facing=way, head=a.item.head, pose="push-wheelchair")
    b.settle(facing=way, pose=b.item.pose if b.look.wheelchair else "in-pushchair")
    for side, layer in (("left", "front"), ("right", "back")):
        a.give(side, b.joint("handle"), layer=layer, hand="fist", bend="down")


# ---- things ----

def _take(company: Company, a: Player, thing: Thing | Symbol) -> None:
    """A thing comes into the hand, or into both arms; what is too large is only touched."""
    if _lies(a):
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
    box = (x - w / 2, x + w / 2), (y - h, y)
    for side in ("left", "right"):
        start = a.joint(f"{side}-shoulder")
        point = tuple(min(max(v, low), high) for v, (low, high) in zip((start[0], start[1] + a.reach * 0.5), box))
        if side == a.side((x, y)) or a.seen.turned:
            a.give(side, point, hand="mitten")


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
    middle = _out(a, (x + (14 if a.seen.turned else 0), y - 6))
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
