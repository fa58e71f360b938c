"""Bodies by age, growing smoothly from year to year. Heads are nearly one size; age is read from the body, the height of the eyes
and the cheeks.

All lengths in units, where a standing adult is 204. Widths of limbs are without the outline.
"""
import functools

import msgspec

from wordspics.story.person import STAGES


class Age(msgspec.Struct, frozen=True, kw_only=True):
    """`head_w`, `head_h`, `shoulder` and `hip` are half widths; `eye` is how far below
    the head's middle the eyes are, in half heights."""

    head_w: float
    head_h: float
    neck: float
    torso: float
    shoulder: float
    hip: float
    thigh: float
    shin: float
    upper_arm: float
    forearm: float
    hand: float
    arm_w: float
    leg_w: float
    eye: float
    young: bool = False

    @property
    def grown(self) -> float:
        """How much of a schoolchild's neck somebody has: 0 to 1."""
        return min(max(self.head_w - 25, 0), 1)

    def of_height(self, height: float) -> "Age":
        """The same age, shorter or taller: the head stays as it is."""
        if height == 1:
            return self
        lengths = {part: getattr(self, part) * height for part in ("torso", "thigh", "shin", "upper_arm", "forearm", "neck")}
        return msgspec.structs.replace(self, **lengths)

    def with_downs(self) -> "Age":
        """A rounder head, a shorter neck and shorter limbs."""
        shorter = {part: getattr(self, part) * 0.94 for part in ("thigh", "shin", "upper_arm", "forearm")}
        return msgspec.structs.replace(self, head_w=self.head_w * 1.03, head_h=self.head_h * 0.95, neck=self.neck * 0.75, **shorter)

    def of_build(self, build: float) -> "Age":
        """The same age, slighter or broader; limbs change less than the trunk."""
        if build == 1:
            return self
        limbs = 1 + (build - 1) * 0.6
        return msgspec.structs.replace(self, shoulder=self.shoulder * build, hip=self.hip * build,
                                       arm_w=self.arm_w * limbs, leg_w=self.leg_w * limbs)


AGES = {
    "baby": Age(head_w=22.5, head_h=21.5, neck=1, torso=29, shoulder=15, hip=14, thigh=9.5, shin=9, upper_arm=12, forearm=11,
                hand=5, arm_w=9.6, leg_w=11.6, eye=0.22, young=True),
    "toddler": Age(head_w=25, head_h=24.5, neck=1, torso=30, shoulder=17, hip=14.5, thigh=15, shin=14, upper_arm=15, forearm=14,
                   hand=5.8, arm_w=11, leg_w=13, eye=0.20, young=True),
    "child": Age(head_w=26, head_h=26.5, neck=2.5, torso=39, shoulder=20.5, hip=16.5, thigh=25, shin=24, upper_arm=22, forearm=20,
                 hand=6.6, arm_w=12, leg_w=14.5, eye=0.16, young=True),
    "teen": Age(head_w=26, head_h=28, neck=6, torso=50, shoulder=25, hip=18.5, thigh=36, shin=34, upper_arm=29, forearm=27,
                hand=7.2, arm_w=13, leg_w=16, eye=0.12),
    "adult": Age(head_w=26.5, head_h=29, neck=8, torso=57, shoulder=29, hip=21.5, thigh=39, shin=37, upper_arm=33, forearm=30,
                 hand=7.8, arm_w=15, leg_w=18.5, eye=0.08),
    "older": Age(head_w=26.5, head_h=28.5, neck=6, torso=53, shoulder=27, hip=22, thigh=35, shin=34, upper_arm=31, forearm=29,
                 hand=7.6, arm_w=14.5, leg_w=17.5, eye=0.08),
}
_DRAWN_AT = (*((year, name) for name, _, year in STAGES), (20, "adult"))


@functools.cache
def body(name: str, years: int | None) -> Age:
    """The body of a stage of life; of somebody growing up at that many years, between the bodies drawn for the years around it."""
    if years is None or name not in dict((stage, year) for year, stage in _DRAWN_AT[:-1]):
        return AGES[name]
    (first, one), (last, other) = next((a, b) for a, b in zip(_DRAWN_AT, _DRAWN_AT[1:]) if a[0] <= years <= b[0])
    share, young = (years - first) / (last - first), AGES[name].young
    sizes = {part: (1 - share) * getattr(AGES[one], part) + share * getattr(AGES[other], part)
             for part in Age.__struct_fields__ if part != "young"}
    return Age(**sizes, young=young)
