"""The measures of the garment round a trunk."""
from wordspics.pictures.figure.sitter import Sitter


class Trunk:
    """The measures of a garment: half widths, the hem (units below the hips), the neck's opening and its middle."""

    def __init__(self, s: Sitter):
        age, bones = s.age, s.bones
        self.torso = age.torso
        self.shoulder, self.hip = age.shoulder * bones.width, age.hip * bones.width
        self.arm = age.arm_w / 2
        self.neck = 6 + 1.5 * age.grown
        self.middle = 2.5 * bones.turned
        low = {"dress": -age.torso * 0.16, "robe": 2, "coat": 2, "dressing-gown": 2, "kameez": 2, "sari": 2}
        self.hem = low.get(s.outfit.top, age.leg_w * 0.28)
        self.edge = self.hip + 1.2

    def half(self, y: float) -> float:
        """Half the garment's width, y units above (minus) the hips."""
        share = min(max((y + self.torso) / (self.torso + self.hem), 0), 1)
        return self.shoulder + (self.edge - self.shoulder) * min(1, share * 1.25) - 2
