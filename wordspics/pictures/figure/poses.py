"""Poses as data: where the bones go. Every figure is built facing front or right; facing left is its mirror.

Angles are degrees from hanging straight down, more to the right. Left and right are the page's: turned to the right,
the left limbs are the near ones. What touches the body reaches for a spot of it, so one pose fits every age.
"""
import msgspec


class Reach(msgspec.Struct, frozen=True):
    """An arm that reaches for a spot of the body, off by (dx, dy) hands. `bend` is where the elbow would rather be;
    `short_upper` foreshortens the upper arm: the elbow comes towards us."""

    spot: str
    dx: float = 0
    dy: float = 0
    bend: str = ""                          # out | in | down | up | back
    hand: str = "mitten"                    # mitten | open | fist | point | palm | rest | cover | cheek
    layer: str = ""                         # back | front | face: drawn behind the body, over it, over the face
    short_upper: float = 1


class Swing(msgspec.Struct, frozen=True):
    """An arm by its angles; `short_upper`, `short_fore` foreshorten it."""

    upper: float
    fore: float
    short_upper: float = 1
    short_fore: float = 1
    hand: str = "mitten"
    layer: str = ""


class Touch(msgspec.Struct, frozen=True):
    """An arm whose hand goes to a point outside the body: (x, y) in the figure's own units, before any mirror.

    `over` says what is drawn apart, over somebody or something else: the whole "arm" or only the "hand" that grips.
    The layer "under" draws the arm apart too, beneath them.
    """

    x: float
    y: float
    bend: str = ""
    hand: str = "rest"
    layer: str = ""
    over: str = ""


class Step(msgspec.Struct, frozen=True):
    """A leg by its angles; `foot` turns the foot."""

    thigh: float = 0
    shin: float = 0
    short_thigh: float = 1
    short_shin: float = 1
    foot: float = 0


Arm = Reach | Swing | Touch


class Pose(msgspec.Struct, frozen=True, kw_only=True):
    """`seat` says what carries the body: "" feet, "lap" a seat seen from the front, "floor", "knees", "bed" (lying).

    `legs_over` draws the legs over the trunk. `lift` is off the ground, in thighs; `high` the same in units. `feeling` is what the
    face shows when nothing else was asked: nobody hides their face with a smile.
    """

    turned: bool = False
    lean: float = 0
    tilt: float = 0
    head_y: float = 0
    left: Arm = Swing(-8, -4, hand="hang")
    right: Arm = Swing(8, 4, hand="hang")
    left_leg: Step = Step()
    right_leg: Step = Step()
    seat: str = ""
    legs_over: bool = False
    lift: float = 0
    high: float = 0
    props: tuple[str, ...] = ()
    feeling: str = ""
    eyes: str = ""
    busy: bool = True                       # False where the arms only balance the body: walking
    gesture: bool = False                   # the arms say it: somebody seated does the same with theirs
    back: bool = False                      # seen from behind
    spare: bool = False                     # the left arm only keeps the other company: a stick matters more
    near_hand: bool = False                 # turned away, the near hand does it: the far one would cross the face
    young: tuple[Arm, Arm] | None = None    # arms for those whose heads are in the way


def _lap(**more) -> Pose:
    rest = {"left": Reach("left-knee", 0.2, -0.9, hand="rest"), "right": Reach("right-knee", -0.2, -0.9, hand="rest")}
    return Pose(**{**rest, **dict(left_leg=Step(-40, -3, 0.52), right_leg=Step(40, 3, 0.52), seat="lap", legs_over=True), **more})


_HOLD_BOOK = {"left": Reach("belly", -3.5, -0.7, "out", "fist"), "right": Reach("belly", 3.5, -0.7, "out", "fist")}
_SPLAYED = (Swing(-122, -152, hand="open", layer="back"), Swing(122, 152, hand="open", layer="back"))
_SMALL_ARMS = (Reach("belly", -1.4, 0.4, "out", "fist"), Reach("belly", 1.3, 2.1, "out", "rest", "face"))     # baby and holder of a size
_BEDDED = dict(left_leg=Step(-10, 0, 0.2, 0.1), right_leg=Step(10, 0, 0.2, 0.1))

POSES = {
    "stand": Pose(),
    "wave": Pose(right=Swing(118, 168, hand="open", layer="front"), gesture=True),
    "walk": Pose(turned=True, left_leg=Step(24, 8), right_leg=Step(-20, -38, foot=26), left=Swing(-30, -8), right=Swing(32, 52),
                 busy=False),
    "run": Pose(turned=True, lean=14, tilt=-6, left_leg=Step(58, -6), right_leg=Step(-24, -96, foot=80), lift=0.28,
                left=Swing(-48, 40, hand="fist"), right=Swing(58, 128, hand="fist")),
    "sit": Pose(turned=True, left_leg=Step(86, 3), right_leg=Step(82, 6), props=("chair",),
                left=Reach("left-knee", -1.2, -1.7, hand="rest"), right=Reach("right-knee", -0.6, -1.6, hand="rest")),
    "sit-facing-us": _lap(props=("stool",)),
    "sit-on-sofa": _lap(),
    "sit-on-floor": Pose(left_leg=Step(-76, 80, 0.92, 0.98, -8), right_leg=Step(76, -80, 0.92, 0.98, 8), seat="floor",
                         legs_over=True, left=Reach("left-knee", 0.9, -1.2, hand="rest"),
                         right=Reach("right-knee", -0.9, -1.2, hand="rest")),
    "legs-out": Pose(turned=True, left_leg=Step(84, 86, foot=-70), right_leg=Step(80, 84, foot=-70), seat="floor",
                     left=Swing(-24, 6), right=Swing(30, 45), lean=-6),
    "lie": Pose(seat="bed", left=Reach("belly", -1.6, 0.6, "out", "rest", "front"),
                right=Reach("belly", 1.4, 1.1, "out", "rest", "front"), props=("pillow",)),
    "sleep": Pose(seat="bed", left=Swing(-16, 2, hand="rest", layer="back"), right=Reach("chest", 0.4, 2.2, "out", "rest", "front"),
                  tilt=-5, props=("pillow",), feeling="asleep"),
    "in-bed": Pose(**_BEDDED, lift=0.3, left=Reach("belly", -1.7, 0.9, "out", "rest", "front"),
                   right=Reach("belly", 1.7, 0.9, "out", "rest", "front"), props=("bed",)),
    "hug": Pose(left=Swing(-72, -98, hand="open"), right=Swing(72, 98, hand="open"), gesture=True),
    "hold-hand": Pose(right=Swing(34, 26, hand="open"), gesture=True),
    "comfort": Pose(turned=True, right=Swing(62, 78, hand="open"), left=Swing(-8, 2, hand="hang"), lean=5, gesture=True),
    "point": Pose(turned=True, right=Swing(82, 88, hand="point"), left=Swing(-10, 0, hand="hang"), gesture=True),
    "stop": Pose(turned=True, right=Swing(80, 92, hand="palm"), left=Swing(-10, -2, hand="hang"), gesture=True),
    "knock": Pose(turned=True, right=Swing(66, 128, hand="fist"), left=Swing(-10, 0, hand="hang"), props=("knocking",), gesture=True),
    "push": Pose(turned=True, lean=8, right=Swing(78, 86), left=Swing(70, 84, layer="front"),
                 left_leg=Step(16, 4), right_leg=Step(-18, -28, foot=16)),
    "shout": Pose(turned=True, lean=9, tilt=-4, right=Swing(78, 86, hand="point"),
                  left=Reach("left-hip", -0.9, -0.3, hand="fist"), left_leg=Step(14, 8),
                  right_leg=Step(-14, -18), feeling="shout", gesture=True),
    "hands-on-hips": Pose(left=Reach("left-hip", 0.2, -0.6, hand="fist"), right=Reach("right-hip", -0.2, -0.6, hand="fist"),
                          left_leg=Step(-5, -5), right_leg=Step(5, 5), gesture=True),
    "arms-crossed": Pose(left=Reach("right-side", -1.3, -0.3, "out", "fist", "front"), gesture=True,
                         right=Reach("left-side", 1.2, 0.9, "out", "fist", "front")),
    "head-in-hands": _lap(left=Swing(-16, 172, 0.62, 0.95, "cheek", "face"), right=Swing(16, -172, 0.62, 0.95, "cheek", "face"),
                          head_y=9, props=("stool",), feeling="sad", gesture=True),
    "hands-on-ears": Pose(left=Reach("left-ear", -1.5, 0.5, hand="rest", layer="face"), props=("din",),
                          right=Reach("right-ear", 1.5, 0.5, hand="rest", layer="face"), gesture=True, feeling="worried"),
    "hide-face": Pose(left=Reach("face", -1.15, 1.7, "out", "cover", "face", 0.5),
                      right=Reach("face", 1.15, 1.7, "out", "cover", "face", 0.5), head_y=5, gesture=True, feeling="worried"),
    "curl-up": Pose(left_leg=Step(-152, -4, 0.62), right_leg=Step(152, 4, 0.62), seat="floor", legs_over=True, head_y=9,
                    eyes="low", feeling="sad",
                    left=Reach("lap", 0.5, 2.6, "out", "fist", "face"), right=Reach("lap", -0.3, 3.0, "out", "fist", "face")),
    "kneel": Pose(turned=True, left_leg=Step(8, -86, foot=176), right_leg=Step(86, 0), lean=5, seat="knees",
                  left=Reach("right-knee", -1.5, -1.8, hand="rest"), right=Swing(40, 75)),
    "carry-baby": Pose(left=Reach("belly", -0.6, -0.4, "out", "fist"), right=Reach("belly", -1.3, 1.2, "out", "rest", "face"),
                       props=("baby",), tilt=6, young=_SMALL_ARMS, gesture=True),
    "read": _lap(**_HOLD_BOOK, props=("stool", "book"), head_y=-2, eyes="down", gesture=True),
    "read-on-sofa": _lap(**_HOLD_BOOK, props=("book",), head_y=-2, eyes="down", gesture=True),
    "think": Pose(right=Reach("chin", 0.9, 0.8, "down", "fist", "face"), left=Reach("belly", 1.6, -0.6), tilt=-4,
                  gesture=True, near_hand=True, spare=True),
    "on-phone": Pose(right=Reach("right-ear", 0.5, 1.0, "down", "fist", "face"), left=Swing(-10, -4, hand="hang"),
                     props=("phone",), gesture=True),
    "arms-up": Pose(left=Swing(-150, -170, hand="open", layer="back"), right=Swing(150, 170, hand="open", layer="back"),
                    young=_SPLAYED, gesture=True),
    "jump": Pose(left=Swing(-125, -150, hand="open"), right=Swing(125, 150, hand="open"), young=_SPLAYED, gesture=True,
                 left_leg=Step(-22, 14, 0.9, 0.8, 20), right_leg=Step(22, -14, 0.9, 0.8, -20), lift=0.6),
    "swing": _lap(left_leg=Step(-24, -10, 0.62, 0.9), right_leg=Step(24, 10, 0.62, 0.9), props=("swing",), lift=0.42,
                  left=Reach("left-side", -1.5, -1.0, "down", "fist"), right=Reach("right-side", 1.5, -1.0, "down", "fist")),
    "in-wheelchair": Pose(turned=True, left_leg=Step(84, 10), right_leg=Step(80, 14), props=("wheelchair",),
                          left=Reach("root", 0.3, -1.6, hand="fist"), right=Reach("right-knee", -1, -1.6, hand="rest")),
    "baby-sit": Pose(left_leg=Step(-87, -80, 0.62, 0.6, -60), right_leg=Step(87, 80, 0.62, 0.6, 60), seat="floor", legs_over=True,
                     left=Swing(-50, -30, hand="rest"), right=Swing(50, 30, hand="rest"), head_y=3),
    "cuddle": Pose(left=Reach("right-side", -1.9, 0.5, "out", "mitten", "front"), tilt=7, gesture=True,
                   right=Reach("left-side", 1.9, 1.5, "out", "mitten", "front")),
    "comfort-round": Pose(right=Swing(66, 88), tilt=4, gesture=True),
    "lean-on": Pose(lean=9, tilt=14, eyes="low"),
    "carry-child": Pose(right=Reach("right-hip", 1.6, -1.4, "out", "fist", "front"), left=Swing(-8, -2, hand="hang"), gesture=True),
    "hold-baby": _lap(left=Reach("belly", -0.6, -0.4, "out", "fist"), right=Reach("belly", -1.3, 1.2, "out", "rest", "face"),
                      props=("stool", "baby"), tilt=6, young=_SMALL_ARMS, gesture=True),
    "feed-baby": _lap(left=Reach("belly", -0.6, -0.2, "out", "fist"), right=Reach("chest", 2.2, 2.2, "out", "fist", "face"),
                      props=("stool", "baby", "bottle"), tilt=6, gesture=True, eyes="down"),
    "push-pram": Pose(turned=True, lean=4, right=Swing(34, 66, hand="fist", layer="back"), left=Swing(30, 64, layer="front"),
                      left_leg=Step(18, 6), right_leg=Step(-16, -28, foot=18), props=("pram",), gesture=True),
    "push-pushchair": Pose(turned=True, lean=4, right=Swing(36, 70, hand="fist", layer="back"), left=Swing(32, 68, layer="front"),
                           left_leg=Step(18, 6), right_leg=Step(-16, -28, foot=18), props=("pushchair",), gesture=True),
    "in-pushchair": Pose(turned=True, left_leg=Step(80, 22, 0.9), right_leg=Step(76, 26, 0.9), props=("in-pushchair",), high=17, lean=-8,
                         left=Reach("left-knee", -1.2, -1.0, hand="rest"), right=Reach("right-knee", -0.8, -1.0, hand="rest")),
    "push-wheelchair": Pose(turned=True, lean=6, right=Swing(50, 78, hand="fist"), left=Swing(44, 76, hand="fist", layer="front"),
                            left_leg=Step(18, 6), right_leg=Step(-16, -28, foot=18)),
    "sit-at-table": _lap(left=Reach("belly", -2.4, 0.3, "out", "rest", "front"), right=Reach("belly", 2.4, 0.3, "out", "rest", "front"),
                         props=("stool", "table"), gesture=True),
    "eat": _lap(left=Reach("belly", -3.0, 0.3, "out", "rest", "front"), right=Reach("mouth", 2.3, 1.4, "out", "fist", "face"),
                props=("stool", "table", "plate", "spoon"), gesture=True),
    "draw": _lap(left=Reach("belly", -3.4, 0.6, "out", "rest", "front"), right=Reach("belly", 1.5, -0.2, "out", "fist", "front"),
                 props=("stool", "table", "drawing"), eyes="down", head_y=3, gesture=True),
    "visit-table": Pose(turned=True, left_leg=Step(86, 3), right_leg=Step(82, 6), props=("chair", "side-table"), gesture=True,
                        left=Reach("belly", 4.0, 0.5, "down", "rest", "front"), right=Reach("belly", 5.0, 0.6, "down", "rest", "front")),
    "cook": Pose(left=Reach("root", -4.2, -2.6, "out", "fist"), right=Reach("root", 1.3, -3.6, "out", "fist"),
                 props=("cooker", "ladle"), eyes="down", gesture=True),
    "drive": Pose(turned=True, left_leg=Step(84, 30), right_leg=Step(80, 34), props=("car",), lean=-4, high=20, gesture=True,
                  left=Reach("chest", 4.9, 0.9, "down", "fist", "front"), right=Reach("chest", 5.3, 0.6, "down", "fist")),
    "brush-teeth": Pose(right=Reach("mouth", 4.6, 1.2, "out", "fist", "face"), left=Swing(-10, -4, hand="hang"), props=("toothbrush",),
                        gesture=True),
    "bath": Pose(**_BEDDED, left=Swing(-14, 20), right=Swing(14, -20), props=("bath",), high=22),
    "cry-into-hands": Pose(left=Reach("face", -1.35, 1.2, "out", "cover", "face", 0.5),
                           right=Reach("face", 1.35, 1.2, "out", "cover", "face", 0.5), head_y=7, tilt=6, gesture=True, feeling="crying"),
    "hide-under-table": Pose(left_leg=Step(-152, -4, 0.62), right_leg=Step(152, 4, 0.62), seat="floor", legs_over=True, head_y=9,
                             feeling="worried", props=("table-over",),
                             left=Reach("lap", 0.5, 2.6, "out", "fist", "face"), right=Reach("lap", -0.3, 3.0, "out", "fist", "face")),
    "hide-under-covers": Pose(**_BEDDED, left=Swing(-14, 24), right=Swing(14, -24), props=("covers",), feeling="worried", lift=0.3),
    "look-out": Pose(left=Reach("belly", -4.4, 0.2, "out", "rest", "front"), right=Reach("belly", 4.4, 0.2, "out", "rest", "front"),
                     back=True, props=("window",), gesture=True),
    "wave-goodbye": Pose(right=Swing(124, 168, hand="open", layer="front"), back=True, gesture=True),
    "hospital-bed": Pose(turned=True, left_leg=Step(86, 88, 0.9, 0.8, -80), right_leg=Step(84, 88, 0.9, 0.8, -80), lift=1.15, lean=-20,
                         tilt=8, left=Reach("belly", 2.6, 1.2, "down", "rest"), right=Reach("belly", 3.4, 1.0, "down", "rest"),
                         props=("hospital-bed",)),
    "sleep-in-chair": _lap(props=("armchair",), tilt=15, head_y=5, feeling="asleep"),
    "play-football": Pose(turned=True, lean=-6, left_leg=Step(56, 40, foot=-24), right_leg=Step(-14, -22, foot=12), props=("ball",),
                          left=Swing(-66, -40, hand="mitten"), right=Swing(52, 96, hand="mitten")),
    "ride-bike": Pose(turned=True, lean=14, tilt=-6, left_leg=Step(72, -18, 0.9), right_leg=Step(40, -8, 0.9), props=("bike",), lift=0.45,
                      left=Reach("chest", 4.6, 1.4, "down", "fist", "front"), right=Reach("chest", 5.4, 1.2, "down", "fist")),
    "dance": Pose(left=Swing(-128, -166, hand="open"), right=Swing(58, 20, hand="open"), left_leg=Step(-12, -4), gesture=True,
                  right_leg=Step(36, -30, foot=8), tilt=-8, props=("music",)),
    "pray": Pose(left=Reach("chest", -0.8, 1.5, "out", "fist", "front"), right=Reach("chest", 0.8, 1.5, "out", "fist", "front"),
                 props=("palms",), head_y=3, tilt=5, eyes="low", gesture=True),
    "sign": Pose(left=Reach("chest", -4.8, 1.2, "down", "open-up", "front"), right=Reach("chest", 4.8, -0.9, "down", "open-up", "front"),
                 props=("signing",), gesture=True),
    "video-call": Pose(turned=True, right=Swing(56, 100, hand="fist", layer="front"), left=Swing(-8, 2, hand="hang"), props=("screen",),
                       gesture=True, feeling=""),
    "hand-letter": Pose(turned=True, right=Swing(58, 78, hand="fist", layer="front"), left=Swing(-8, 2, hand="hang"), lean=3,
                        props=("letter",), gesture=True),
    "crawl": Pose(turned=True, lean=58, tilt=-30, left=Reach("floor", 1.5, 0, "back", "rest", "front"),
                  right=Reach("floor", 3.6, 0, "back", "rest"), left_leg=Step(-4, -84, foot=170),
                  right_leg=Step(24, -70, foot=160), seat="knees"),
    "wrapped-up": Pose(left_leg=Step(-12, -6, 0.6, 0.6), right_leg=Step(12, 6, 0.6, 0.6), left=Swing(-10, 14, layer="back"),
                       right=Swing(10, -14, layer="back"), props=("wrap",)),
}
BABY_SEAT = msgspec.structs.replace(POSES["baby-sit"], left_leg=Step(-88, -82, 1.2, 0.9, -64), right_leg=Step(88, 82, 1.2, 0.9, 64))
CARRIED = Pose(turned=True, lean=-4, left_leg=Step(66, 12, 0.8), right_leg=Step(46, 6, 0.8), seat="arms",
               left=Reach("chest", 2.6, -0.2, "down"), right=Reach("chest", 3.2, -1, "down", layer="back"))   # on somebody's hip
WHEELCHAIR_FROM_THE_FRONT = _lap(props=("wheelchair-front",), lift=0.17)
WITHOUT_WHEELS = ("lie", "sleep", "in-bed", "sit-on-floor", "legs-out", "curl-up", "swing", "bath",
                  "hide-under-table", "hide-under-covers", "hospital-bed", "sleep-in-chair", "crawl", "in-pushchair", "drive")
WHEELCHAIR_FROM_BEHIND = msgspec.structs.replace(_lap(props=("wheelchair-behind",), lift=0.17), legs_over=False, back=True)
HELD = ("baby", "bottle", "book", "phone", "letter", "screen", "toothbrush", "spoon", "plate", "drawing", "table", "side-table",
        "window", "signing", "music", "din", "knocking", "palms", "pram", "pushchair", "cooker", "ladle")
NOT_FOR_BABIES = ("window", "plate", "table", "side-table", "spoon", "drawing", "baby", "bottle", "pram", "pushchair", "cooker", "ladle",
                  "signing")
BABY_LIES = ("lie", "sleep", "in-bed", "wrapped-up", "crawl", "bath", "hide-under-covers", "in-pushchair", "hospital-bed", "sleep-in-chair")


_FROM_THE_FRONT = {"table", "cooker", "wrap"}            # which are seen from the front, whichever way somebody looks


def choose(name: str, age: str, in_wheelchair: bool, facing: str) -> Pose:
    """The pose as this person does it: a baby sits, a wheelchair user stays in the chair, both with the arms that say it."""
    if name == "carried":
        return CARRIED
    pose = POSES.get(name) or POSES["stand"]
    if pose.young and age in ("baby", "toddler", "child"):
        pose = msgspec.structs.replace(pose, left=pose.young[0], right=pose.young[1])
    if age == "baby" and name not in BABY_LIES:
        return _seated(pose, BABY_SEAT)
    if in_wheelchair and name not in WITHOUT_WHEELS:
        if pose.back:
            return msgspec.structs.replace(_seated(pose, WHEELCHAIR_FROM_BEHIND), back=True)
        from_front = (facing == "front" or _FROM_THE_FRONT & set(pose.props)) and not pose.turned and name != "in-wheelchair"
        return _seated(pose, WHEELCHAIR_FROM_THE_FRONT if from_front else POSES["in-wheelchair"])
    if in_wheelchair:
        return msgspec.structs.replace(pose, props=(*pose.props, "parked-chair"))
    return pose


def _seated(pose: Pose, seat: Pose) -> Pose:
    if not pose.gesture or ("baby" in pose.props and seat.seat == "floor"):
        kept = tuple(prop for prop in pose.props if prop in ("ball", "wrap") and seat.seat != "floor")
        arms = {"left": pose.left, "right": pose.right} if "wrap" in kept else {}
        return msgspec.structs.replace(seat, feeling=pose.feeling, eyes=pose.eyes, props=(*seat.props, *kept), **arms)
    small = seat.seat == "floor"
    held = tuple(prop for prop in pose.props if prop in HELD and not (small and prop in NOT_FOR_BABIES))
    return msgspec.structs.replace(seat, left=pose.left, right=pose.right, tilt=pose.tilt, near_hand=pose.near_hand,
                                   head_y=pose.head_y or seat.head_y, feeling=pose.feeling, eyes=pose.eyes,
                                   props=(*seat.props, *held))
