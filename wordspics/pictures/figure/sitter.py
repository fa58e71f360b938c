"""The sitter: one person in one pose, worked out and ready to be drawn."""
import msgspec

from wordspics.pictures.figure import palette
from wordspics.pictures.figure.ages import AGES, Age, body
from wordspics.pictures.figure.feelings import FEELINGS, Feeling
from wordspics.pictures.figure.outfit import Outfit, dress, dress_for
from wordspics.pictures.figure.pen import Pen
from wordspics.pictures.figure.poses import Pose, Reach, Swing, Touch, choose
from wordspics.pictures.figure.skeleton import Skeleton, change_hands
from wordspics.story.person import Look

HIDES_HAIR = ("hijab", "niqab", "police-hijab", "tied-scarf", "turban", "patka")
COVERS_EARS = ("hijab", "niqab", "police-hijab")
_ROOM_FOR_A_DOG = {"stool", "chair", "phone", "book", "letter", "knocking", "screen", "toothbrush", "wheelchair", "wheelchair-front",
                   "wheelchair-behind"}
NO_DOGS = {"bike", "car", "bath", "swing", "pram", "pushchair", "in-pushchair"}
_BESIDE = {"left-hip", "right-hip", "left-knee", "right-knee", "floor"}     # hands there leave the chest free
_IN_ONE_HAND = {"phone", "letter", "screen", "toothbrush", "knocking"}
_SHUT = ("shut", "low", "up", "tight")


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """What being with somebody or something else changes: where the arms go, how far the body leans, the baby carried."""

    left: Touch | None = None
    right: Touch | None = None
    lean: float = 0
    tilt: float = 0
    baby: Look | None = None


class Sitter:
    """Everything the drawing parts need to know. `side` is 1 where the person's own left is to the right of the drawing
    space, -1 where the drawing will be mirrored: what somebody wears on one side stays on it, whichever way they face."""

    def __init__(self, look: Look, pose: str, feeling: str, facing: str, head: str, ink: str,
                 bond: Bond = Bond()):
        self.pen = Pen(ink)
        self.age_name = look.age if look.age in AGES else "adult"
        self.age: Age = body(self.age_name, look.years).of_build(look.build).of_height(look.height)
        if look.features == "downs":
            self.age = self.age.with_downs()
        chosen = choose(pose, self.age_name, bool(look.wheelchair), facing)
        self.look = look = dress_for(look, chosen.props)
        self.skin_name = look.skin if look.skin in palette.SKINS else "amber"
        self.skin, self.cheek = palette.SKINS[self.skin_name], palette.CHEEKS[self.skin_name]
        self.hair_colour = palette.hair(look.hair_colour)
        self.outfit: Outfit = dress(look)
        if "bath" in chosen.props:                              # only bare shoulders show above the foam
            self.outfit = msgspec.structs.replace(self.outfit, top="tshirt", top_colour=self.skin, long_sleeves=False, pattern="",
                                                  uniform="", skirt="")
        if chosen.turned and facing == "front":
            facing = "right"
        self.mirrored = facing == "left"
        if chosen.back:
            facing = head = "front"
        self.feeling_name = _feel(chosen, feeling)
        self.stick_hand, self.acting = "", "right"              # the drawing's arms that lean on a stick, and that do it
        self.waiting: list[str] = ["wheelchair"] if "parked-chair" in chosen.props else []      # what is not in use just now
        self.aid = "" if look.wheelchair and look.aid != "guide-dog" or self.is_baby else look.aid
        self.feeling: Feeling = FEELINGS[self.feeling_name]
        self.pose: Pose = self._join(self._suit(chosen, facing), bond)
        self.bones = Skeleton(self.age, self.pose, facing != "front", _turn_head(head, facing), self.age_name == "older")
        self.side = -1 if self.mirrored else 1
        self.head_side = -1 if self.mirrored != self.bones.head_mirrored else 1
        if not self.bones.head_turned and self.mirrored:        # a head that looks at us needs no mirror, whatever the body does
            self.bones.face_us()
            self.head_side = 1

    def _suit(self, pose: Pose, facing: str) -> Pose:
        """The pose as this body and this feeling change it."""
        sink = self.feeling.sink if not (self.feeling_name == "ashamed" and pose.head_y) else 0
        tilt = self.feeling.tilt if self.feeling_name != "ashamed" or sink else 0
        pose = msgspec.structs.replace(pose, tilt=pose.tilt + tilt, head_y=pose.head_y + sink)
        if pose.spare and (self.look.stick or self.aid):
            pose = msgspec.structs.replace(pose, left=Pose().left)
        if pose.near_hand and facing != "front":
            pose = self._change_hands(pose)
        if self.look.pregnant and pose.left == Pose().left and not pose.turned and not pose.seat:
            pose = msgspec.structs.replace(pose, left=Reach("belly", 0.6, -0.5, hand="rest"))
        if self.look.limb == "arm" and pose.gesture and not pose.back:
            mine, other = ("left", "right") if facing == "left" else ("right", "left")
            if not _hangs(getattr(pose, mine)) and _hangs(getattr(pose, other)):
                pose = self._change_hands(pose)                 # the hand that is there does it
        if self.aid == "guide-dog" and not set(pose.props) <= _ROOM_FOR_A_DOG:
            self.aid = ""
            self.waiting += () if set(pose.props) & NO_DOGS or self.look.wheelchair else ("guide-dog",)
        if self.aid in ("walking-frame", "crutches"):
            return self._hold_on(pose, facing)
        if self._may_lean(pose):
            pose = self._lean_on_stick(pose, facing)
        if not self.stick_hand and not self.look.wheelchair and not self.is_baby:
            self.waiting += [name for name, has in (("stick", self.look.stick), ("white-cane", self.aid == "white-cane")) if has]
        return pose

    def _change_hands(self, pose: Pose) -> Pose:
        self.acting = "left" if self.acting == "right" else "right"
        return change_hands(pose)

    def _hold_on(self, pose: Pose, facing: str) -> Pose:
        """Both hands hold a frame or crutches while somebody is on their feet; a hand that has something to say lets go,
        and what no hand holds waits beside them."""
        free = [side for side in ("left", "right") if self.has_hand(side) and (not pose.gesture or _hangs(getattr(pose, side)))]
        kicks = self.aid == "crutches" and "ball" in pose.props
        if not free or pose.seat or pose.lift > 0 or pose.back or not (kicks or set(pose.props) <= _IN_ONE_HAND):
            self.waiting.append(self.aid)
            return pose
        if kicks:                                               # on both crutches, one leg swings
            grip = (Swing(-30, -10, hand="grip", layer="front"), Swing(26, 34, hand="grip"))
        elif self.aid == "crutches":
            grip = (Swing(14, 26, hand="grip", layer="front"), Swing(18, 32, hand="grip")) if facing != "front" else \
                (Swing(-22, -8, hand="grip"), Swing(22, 8, hand="grip"))
        else:
            grip = (Swing(20, 34, hand="grip", layer="front"), Swing(22, 44, hand="grip")) if facing != "front" else \
                (Swing(-16, -8, hand="grip"), Swing(16, 8, hand="grip"))
        return msgspec.structs.replace(pose, **{side: arm for side, arm in zip(("left", "right"), grip) if side in free})

    def _may_lean(self, pose: Pose) -> bool:
        """A stick is for standing and walking."""
        sits = self.look.wheelchair or self.is_baby or pose.seat or pose.lift
        leans = self.look.stick or self.aid in ("white-cane", "guide-dog")
        kicks = "ball" in pose.props and not self.aid           # a cane and a dog would be in the way
        return bool(leans) and not sits and (kicks or set(pose.props) <= _IN_ONE_HAND) and not pose.back

    def _lean_on_stick(self, pose: Pose, facing: str) -> Pose:
        """The stick is in the person's own left hand, whichever way they face; what that hand would do, the other does."""
        mine, other = ("left", "right") if facing == "left" else ("right", "left")
        if pose.gesture and not _hangs(getattr(pose, mine)) and _hangs(getattr(pose, other)):
            pose = self._change_hands(pose)
        if pose.gesture and not _hangs(getattr(pose, mine)):
            return pose
        self.stick_hand = mine
        forward = Swing(30, 44, hand="fist") if mine == "left" else Swing(14, 10, hand="fist")
        if "ball" in pose.props:                                # behind the leg that swings
            forward = Swing(-30, -10, hand="fist")
        return msgspec.structs.replace(pose, **{mine: forward})

    def _join(self, pose: Pose, bond: Bond) -> Pose:
        """The pose with its arms given to others. What a busy hand says, the free one says instead."""
        for side, other in (("left", "right"), ("right", "left")):
            if getattr(bond, side) and pose.gesture and not _hangs(getattr(pose, side)) and _hangs(getattr(pose, other)):
                pose = self._change_hands(pose)
                break
        arms = {side: touch for side in ("left", "right") if (touch := getattr(bond, side))}
        return msgspec.structs.replace(pose, **arms, lean=pose.lean + bond.lean, tilt=pose.tilt + bond.tilt)

    @property
    def own_left(self) -> str:
        """The drawing's arm or leg that is the person's own left one."""
        return "left" if self.mirrored else "right"

    def has_hand(self, side: str) -> bool:
        return self.look.limb != "arm" or side != self.own_left

    @property
    def hair(self) -> str:
        return "" if self.look.headwear in HIDES_HAIR else self.look.hair

    @property
    def idle(self) -> tuple[str, ...]:
        """The arms that hang or rest, and may as well hold somebody's hand."""
        if self.lies:
            return ()
        arms = {side: getattr(self.pose, side) for side in ("left", "right") if side != self.stick_hand}
        return tuple(side for side, arm in arms.items() if _hangs(arm) or getattr(arm, "hand", "") == "rest" or not self.pose.busy)

    @property
    def covers_face(self) -> bool:
        return any(arm.kind == "cover" for arm in self.bones.arms.values())

    def skin_of(self, arm) -> str:
        """The skin of an arm. Hands before a deep face are a tone lighter, or both would be one dark patch."""
        return palette.HANDS.get(self.skin_name, self.skin) if arm.kind in ("cover", "cheek") else self.skin

    @property
    def bends_over(self) -> bool:
        """Over a table or a bath, or busy before the chest or the face: a plait falls behind the shoulder. One hand may rest there."""
        arms = [arm for arm in (self.pose.left, self.pose.right)
                if isinstance(arm, Reach) and arm.spot not in _BESIDE or arm.layer == "face"]
        return len(arms) == 2 or any(arm.hand != "rest" for arm in arms) or "bath" in self.pose.props

    @property
    def lies(self) -> bool:
        return self.pose.seat == "bed"

    @property
    def is_baby(self) -> bool:
        return self.age_name == "baby"


def _hangs(arm) -> bool:
    return isinstance(arm, Swing) and abs(arm.upper) <= 24 and abs(arm.fore) <= 24


def _feel(pose: Pose, feeling: str) -> str:
    """What the face shows: nobody sleeps with open eyes; a pose that says it all speaks for a face that was asked nothing."""
    if feeling not in FEELINGS:
        feeling = "ok"
    if pose.feeling == "asleep":
        return feeling if FEELINGS[feeling].eyes in _SHUT else "asleep"
    unsaid = feeling == "ok" or (pose.feeling == "shout" and feeling == "angry")
    return pose.feeling if pose.feeling and unsaid else feeling


def _turn_head(head: str, facing: str) -> str:
    """front, ahead (the way the body faces) or back."""
    head = head or facing
    if head == "front":
        return "front"
    return "back" if (head == "left") != (facing == "left") else "ahead"
