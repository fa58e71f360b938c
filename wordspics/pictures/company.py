"""Who is on the stage while a scene is drawn: each figure as it is with the others, and who is drawn with whom."""
import msgspec
from msgspec.structs import replace

from wordspics.pictures.figure import Bond, Drawn, Touch, draw_figure
from wordspics.story import Figure, Look
from wordspics.story.scene import STAGE, Item

Point = tuple[float, float]
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

    def look_at(self, point: Point) -> None:
        """Turn the head, unless the adults have said where it looks."""
        if not self.item.head and self.item.facing == "front" and self.item.pose not in STARING:
            self.settle(head=self.page_side(point))


class Company(msgspec.Struct):
    """How the items of a scene are drawn, for each other's sake.

    `order` is back to front; `moves` is by how much an item is drawn away from where it was put, in stage units;
    `beneath` and `above` name whose arms are drawn with an item; `hidden` items are drawn by whoever carries them.
    """

    players: dict[str, Player]
    order: list[Item]
    moves: dict[str, Point] = {}
    beneath: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    hidden: dict[str, str] = {}

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
