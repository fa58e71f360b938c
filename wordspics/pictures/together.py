"""People and what they hold: worked out from the scene alone, so that a hand held stays held wherever its people are moved.

A figure that `holds` another one reaches for it, and the other one answers where its arms are free. Nobody's arm is
longer than it is: what is too far away is reached for.
"""
import math

from msgspec.structs import replace

from wordspics.pictures import library
from wordspics.pictures.company import BEDS, HUG_POSES, Company, Player, Point
from wordspics.pictures.grip import take
from wordspics.pictures.partners import BABY_POSES, SMALL
from wordspics.story import Cast, Figure, Look, Scene, Symbol, Thing
from wordspics.story.scene import STAGE, Item

PUSHING = ("push", "push-wheelchair", "push-pushchair")
CLOSE = (*BABY_POSES, *HUG_POSES, *PUSHING, "carry-child", "comfort", "comfort-round", "lean-on")
_ON_FOOT = ("stand", "walk", "hold-hand")
OPEN_TO_HUGS = ("stand", "walk", "hug", "cuddle", "hold-hand", "comfort")
_HUGGED, _BESIDE, _ROUND, _LEANING = 1.2, 1.1, 0.9, 1.45        # how far apart two stand: so many times half of both faces
_WHEELS = 20.0                              # and so much more for wheels between them; units
_PARKED = 96.0                              # how far from whoever carries a child the empty wheelchair stays at least
_LETTER = 30.0                              # and with a letter between a hand and a face
_STOOP = 0.75                               # of an arm: whoever is lower than that is knelt down to
_AT_THE_HANDLE = 0.55                       # of an arm: how far before them somebody pushes


def gather(scene: Scene, cast: Cast) -> Company:
    """Everybody of a scene with everybody and everything they hold."""
    players = {item.id: Player(item, cast.person(item.who).look if cast.has(item.who) else Look())
               for item in scene.items if isinstance(item, Figure)} if _anyone_holds(scene) else {}
    company = Company(players, list(scene.items))
    items = {item.id: item for item in scene.items}
    done: set[frozenset[str]] = set()
    for id, holder in sorted(players.items(), key=lambda one: one[1].item.pose not in CLOSE):       # whoever comes near, before hands meet
        held = items.get(holder.item.holds or "")
        if held is None or held.id == id or frozenset((id, held.id)) in done:
            continue
        done.add(frozenset((id, held.id)))
        if isinstance(held, Figure):
            _bring_together(company, holder, players[held.id])
        elif isinstance(held, (Thing, Symbol)) and library.shelf().has(held.name):
            take(company, holder, held)
    return company


def leader_of(item: Item, scene: Scene) -> str | None:
    """The figure that holds this one so closely that neither moves alone."""
    return next((one.id for one in scene.items if isinstance(one, Figure) and one.holds == item.id != one.id
                 and one.pose in CLOSE and isinstance(item, Figure)), None)


def _anyone_holds(scene: Scene) -> bool:
    return any(isinstance(item, Figure) and item.holds for item in scene.items)


def _bring_together(company: Company, a: Player, b: Player) -> None:
    pose, small = a.item.pose, b.look.age in SMALL
    if b.item.id in company.hidden:
        return                                              # nobody is in two pairs of arms
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
        company.approach(a, (b.joint("root")[0], b.item.y * STAGE[1]), (a.face_width + b.face_width) * _LEANING)
        a.lean(b.joint("chest"), 8, 12)
        company.follow(a.item.id, b.item.id)                    # in front, or a face disappears behind the other one
    elif pose == "hand-letter":
        _hand_letter(company, a, b)
    elif pose in PUSHING and (b.look.wheelchair or b.item.pose == "in-pushchair" or (pose == "push-pushchair" and small)):
        _push(company, a, b)
    elif not a.lies:
        _hold_hands(company, a, b)


def _hand_letter(company: Company, a: Player, b: Player) -> None:
    """They look at each other, and a free hand comes for the letter."""
    a.settle(facing=a.page_side(b.joint("root")))
    b.look_at(a.joint("root"))
    company.approach(a, (b.joint("root")[0], b.item.y * STAGE[1]), (least := a.reach + b.face_width + _LETTER) + 12, least)
    side, letter = b.side(a.joint("root")), a.joint(max(("left-hand", "right-hand"), key=lambda hand: abs(a.own(a.joint(hand))[0])))
    if side in b.seen.idle and not getattr(b.bond, side) and math.dist(b.joint(f"{side}-shoulder"), letter) <= b.reach:
        b.give(side, letter)


def _hold_hands(company: Company, a: Player, b: Player) -> None:
    if a.item.pose == "hold-hand":
        a.settle(pose="stand")                              # the hand held out is the one that is held
    a.look_at(b.joint("root"))
    side, other = a.side(b.joint("root")), b.side(a.joint("root"))
    if getattr(a.bond, side):
        return
    if a.item.pose in _ON_FOOT and not (a.bond.left or a.bond.right):
        company.approach(a, (b.joint("root")[0], b.item.y * STAGE[1]), _arms_apart(a, side, b, other))
    if other not in b.seen.idle or getattr(b.bond, other):
        return _touch(a, side, b, other)
    b.look_at(a.joint("root"))
    start, end = a.joint(f"{side}-shoulder"), b.joint(f"{other}-shoulder")
    x, y = _meet(start, a.reach, end, b.reach)
    apart = math.copysign(min(1.2, abs(end[0] - start[0]) * 0.1), end[0] - start[0])
    a.give(side, (x - apart, y))
    b.give(other, (x + apart, y))


def _arms_apart(a: Player, side: str, b: Player, other: str) -> float:
    """How far apart two may stand so that their hands still meet."""
    (x, y), (to, low) = a.joint(f"{side}-shoulder"), b.joint(f"{other}-shoulder")
    across = math.sqrt(max((a.reach + b.reach) ** 2 - (low - y) ** 2, 0)) * 0.95
    return abs(b.joint("root")[0] - a.joint("root")[0]) - abs(to - x) + max(across, a.face_width)


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
    answers = b.item.pose in OPEN_TO_HUGS and b.look.age != "baby" and not b.item.holds
    answers = answers or b.item.holds == a.item.id and b.item.pose in HUG_POSES
    _come_beside(company, a, b, _HUGGED, _WHEELS * sum(one.item.size for one in (a, b) if one.look.wheelchair))
    for one, other, turns in ((a, b, a.item.pose != "kneel"), (b, a, answers)):
        if turns:
            facing = "front" if one.look.wheelchair else one.page_side(other.joint("head"))
            one.settle(facing=facing, head="", pose=one.item.pose if one.item.pose in HUG_POSES else "hug")
    taller = a.joint("head")[1] < b.joint("head")[1] - 12
    folds = [(a, b, 6 if taller else 2), (b, a, 2)] if answers else [(a, b, 6 if taller else 2)]
    for one, other, lean in sorted(folds, key=lambda fold: fold[0].joint("head")[1]):        # the smaller one's arms are seen
        _fold(company, one, other, lean)


def _come_beside(company: Company, a: Player, b: Player, faces: float, more: float = 0) -> None:
    """Near enough for an arm and no face over the other; down to whoever is low, or behind their bed."""
    company.close_ranks(a.item.id, b.item.id)
    bed = b.item.pose in BEDS
    is_low = b.highest_shoulder - a.highest_shoulder > a.reach * _STOOP and a.look.age not in ("baby", "toddler")
    gap = (a.face_width + b.face_width) * (max(faces, _BESIDE) if is_low else faces) + more      # knelt down, faces are side by side
    company.approach(a, (_bedside(a, b, gap) if bed else b.joint("root")[0], b.item.y * STAGE[1]), 2 if bed else gap)
    if is_low:
        a.kneel(a.page_side(b.joint("head")))
    if is_low or bed:
        company.follow(b.item.id, a.item.id)                # in front, or only a back is seen


def _bedside(a: Player, b: Player, gap: float) -> float:
    """Where somebody stands by a bed: past the face that looks up from it, on the side of the feet; by the chest of who lies flat."""
    if b.item.pose in ("lie", "sleep"):
        return b.joint("chest")[0]
    head, root = b.joint("head")[0], b.joint("root")[0]
    return head + math.copysign(gap, root - head if b.seen.turned else a.joint("root")[0] - head)


def _fold(company: Company, a: Player, b: Player, lean: float) -> None:
    """Both arms of one round the other: the near one seen on their back, the far one behind them."""
    away = 1 if b.joint("chest")[0] >= a.joint("chest")[0] else -1
    (x, y), half = b.joint("belly" if b.highest_shoulder > a.highest_shoulder + 12 else "chest"), 13 * b.item.size
    y = max(y, a.highest_shoulder - 2)                      # an arm held higher would hide one's own face
    near, far = ("left", "right") if a.seen.turned or away < 0 else ("right", "left")
    a.lean(b.joint("chest"), lean, 3)
    a.give(near, (x + away * half, y + 4 * b.item.size), over="arm", hand="mitten", bend="down")
    a.give(far, (x + away * half * 0.4, y + 9 * b.item.size), layer="under", bend="down")
    company.attach(a.item.id, b.item.id, company.later(a.item.id, b.item.id))


def _put_arm_round(company: Company, a: Player, b: Player) -> None:
    """An arm round somebody's back, the hand on their far shoulder; on the near one if they are too far away."""
    a.settle(pose="stand")                                  # whose arms are free: the bond says what they do
    _come_beside(company, a, b, _ROUND)
    a.look_at(b.joint("root"))
    side = a.side(b.joint("root"))
    start = a.joint(f"{side}-shoulder")
    shoulders = [(x, max(y, a.highest_shoulder)) for x, y in (b.joint("left-shoulder"), b.joint("right-shoulder"))]
    near, far = sorted(shoulders, key=lambda p: math.dist(p, start))
    a.lean(b.joint("chest"), 3, 4)
    if math.dist(start, far) <= a.reach * 0.98:
        a.give(side, (far[0], far[1] + 2), layer="under", over="hand", hand="mitten", bend="down")
    else:
        a.give(side, near, over="arm", hand="mitten", bend="down")
    company.attach(a.item.id, b.item.id, company.later(a.item.id, b.item.id) if getattr(a.bond, side).over == "arm" else "")


def _lay_hand_on_shoulder(company: Company, a: Player, b: Player) -> None:
    """Turned towards somebody, a kind hand on their near shoulder; the other one rests, or is there too where they are low."""
    a.settle(pose="stand")
    _come_beside(company, a, b, _BESIDE, _WHEELS * a.item.size if a.look.wheelchair else 0)
    a.settle(facing=a.page_side(b.joint("head")))
    shoulders = (b.joint("left-shoulder"), b.joint("right-shoulder"))
    x, y = min(shoulders, key=lambda p: math.dist(p, a.joint("root")))
    y = max(y + 2, a.highest_shoulder)
    a.lean(b.joint("chest"), 5, 2)
    a.give("left", (x, y), layer="front", over="arm", hand="mitten", bend="down")
    if a.item.pose == "kneel":
        a.give("right", (x, y + 14 * b.item.size), layer="back", bend="down")
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
    if b.look.wheelchair:
        company.chairs[b.item.id] = (away * max(abs(at[0] - x), _PARKED * k) + x - at[0]) / b.item.size
    side = a.side((x + away, y))
    a.give(side, (seat[0] + away * 3 * k, seat[1] + 6 * k), layer="under", over="hand", hand="mitten", bend="out")
    a.bond = replace(a.bond, tilt=-7 if side == "right" else 7, lean=-3 if side == "right" else 3)
    company.follow(b.item.id, a.item.id)
    company.attach(a.item.id, b.item.id)


def _push(company: Company, a: Player, b: Player) -> None:
    """By the handles of a wheelchair, as near as it takes; a small child is put into the pushchair."""
    way = a.page_side(b.joint("root"))
    a.settle(facing=way, head=a.item.head, pose="push-wheelchair")
    b.settle(facing=way, pose=b.item.pose if b.look.wheelchair else "in-pushchair")
    company.approach(a, (b.joint("handle")[0], b.item.y * STAGE[1]), a.reach * _AT_THE_HANDLE)
    for side, layer in (("left", "front"), ("right", "back")):
        a.give(side, b.joint("handle"), layer=layer, hand="fist", bend="down")
