"""Who is on the stage while a scene is drawn: each figure as it is with the others, and who is drawn with whom."""
import math

import msgspec
from msgspec.structs import replace

from wordspics.pictures.figure import Bond, Drawn, Touch, draw_figure
from wordspics.story import Figure, Look
from wordspics.story.scene import STAGE, Item

Point = tuple[float, float]
_LEVEL = 0.045                  # of the stage, up or down, that two people side by side may differ
HUG_POSES = ("hug", "cuddle")
NEAR = 0.35                     # of the stage: whoever is further away is only reached for
BEDS = ("lie", "sleep", "hospital-bed", "in-bed", "hide-under-covers", "bath")
STARING = ("hide-face", "curl-up", "head-in-hands", "cry-into-hands", "sleep", "lie", "read", "wave-goodbye")


class Player(msgspec.Struct):
    """A figure on the stage, as it is with the others. `seen` is how it is drawn without them."""

    item: Figure
    look: Look
    bond: Bond = Bond()
    seen: Drawn | None = None

    def __post_init__(self) -> None:
        self.settle()

    def settle(self, **changes) -> None:
        """Take another pose, or turn."""
        if changes or self.seen is None:
            self.item = self.item.with_(**changes)
            self.seen = draw_figure(self.look, self.item.pose, self.item.feeling, self.item.facing, self.item.head)

    def joint(self, name: str) -> Point:
        """Where a joint is on the stage."""
        x, y = self.seen.joints[name]
        return self.item.x * STAGE[0] + x * self.item.size, self.item.y * STAGE[1] + y * self.item.size

    def own(self, point: Point) -> Point:
        """A point of the stage in the figure's own units."""
        x, y = ((p - a * s) / self.item.size for p, a, s in zip(point, (self.item.x, self.item.y), STAGE))
        return (-x if self.seen.mirrored else x), y

    def side(self, point: Point) -> str:
        """The arm for something at this point."""
        x, middle = self.own(point)[0], self.own(self.joint("root"))[0]
        return "right" if x >= middle else "left"

    def page_side(self, point: Point) -> str:
        return "right" if point[0] >= self.joint("root")[0] else "left"

    @property
    def reach(self) -> float:
        return self.seen.arm * self.item.size

    def give(self, side: str, point: Point, **how) -> None:
        x, y = self.own(point)
        self.bond = replace(self.bond, **{side: Touch(round(x, 1), round(y, 1), **how)})

    def lean(self, point: Point, by: float, tilt: float) -> None:
        """Lean towards a point."""
        sign = 1 if self.side(point) == "right" else -1
        self.bond = replace(self.bond, lean=sign * by, tilt=sign * tilt)

    @property
    def lies(self) -> bool:
        return not self.seen.idle and self.item.pose in ("lie", "sleep", "hospital-bed")

    @property
    def cradle(self) -> Point:
        """Where a baby is whom this one carries, or pushes in a pram."""
        x, y = self.joint("chest")
        out = (-62 if self.seen.mirrored else 62) * self.item.size
        return (x + out, self.item.y * STAGE[1] - 66 * self.item.size) if self.item.pose == "push-pram" else (x, y)

    @property
    def face_width(self) -> float:
        """Half of it, in units of the stage."""
        return self.seen.head[2] * self.item.size

    @property
    def highest_shoulder(self) -> float:
        return min(self.joint("left-shoulder")[1], self.joint("right-shoulder")[1])

    def kneel(self, facing: str) -> None:
        """Down to somebody low; a wheelchair user leans from their chair."""
        self.settle(pose="stand" if self.look.wheelchair or self.look.age == "baby" else "kneel", facing=facing)

    def look_at(self, point: Point) -> None:
        """Turn the head, unless the adults have said where it looks."""
        if not self.item.head and self.item.facing == "front" and self.item.pose not in STARING:
            self.settle(head=self.page_side(point))


class Company(msgspec.Struct):
    """How the items of a scene are drawn, for each other's sake.

    `order` is back to front; `moves` is by how much an item is drawn away from where it was put, in stage units;
    `beneath` and `above` name whose arms are drawn with an item; `hidden` items are drawn by whoever carries them;
    `chairs` is where the wheelchair of somebody carried waits: how far to the right of where they were put, in their own units.
    """

    players: dict[str, Player]
    order: list[Item]
    moves: dict[str, Point] = {}
    beneath: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    hidden: dict[str, str] = {}
    chairs: dict[str, float] = {}

    def approach(self, who: Player, to: Point, gap: float, least: float = 0) -> None:
        """Somebody near comes to within `gap` of where they reach for, and stands at that level, no nearer than `least`. Further off
        they stay where they are."""
        x, y, level = who.item.x, who.item.y, to[1] / STAGE[1]
        far = to[0] - who.joint("root")[0]
        if abs(far) - gap > NEAR * STAGE[0]:
            return
        across = far - math.copysign(min(max(abs(far), least), gap), far)
        who.item = who.item.with_(x=x + across / STAGE[0], y=level if abs(level - y) > _LEVEL else y)
        if (who.item.x, who.item.y) != (x, y):
            was = self.moves.get(who.item.id, (0.0, 0.0))
            self.moves[who.item.id] = was[0] + (who.item.x - x) * STAGE[0], was[1] + (who.item.y - y) * STAGE[1]

    def follow(self, id: str, leader: str) -> None:
        """Draw an item right after the one that carries it."""
        item = next(item for item in self.order if item.id == id)
        self.order.remove(item)
        self.order.insert(next(i for i, one in enumerate(self.order) if one.id == leader) + 1, item)

    def close_ranks(self, one: str, other: str) -> None:
        """Nobody is drawn between two who hold each other: the one further back comes right behind the other."""
        back, front = (item for item in self.order if item.id in (one, other))
        self.order.remove(back)
        self.order.insert(self.order.index(front), back)

    def later(self, *ids: str) -> str:
        return [item.id for item in self.order if item.id in ids][-1]

    def attach(self, holder: str, held: str, above: str = "") -> None:
        """The holder's arms go round the held: beneath it, and above it or whichever item is named."""
        self.beneath.setdefault(held, []).append(holder)
        self.above.setdefault(above or held, []).append(holder)
