"""A person in a family's stories, and how they look."""
from typing import Literal, Self

from msgspec import field

from wordspics.story import limits
from wordspics.story.text import Id, Wish, fit_line
from wordspics.story.value import Value

DRAWING = 1                     # which redrawing of people this version has: one more each time looks change on purpose
Standing = Literal["home", "seen", "not-seen", "died", "helper"]

# Nobody asks them to agree to a story or to be there for the child: the young, and whoever decides in court.
NOT_ASKED = ("child", "baby", "toddler", "judge")


# The stage somebody growing up is in, from which year on, and the year it is drawn at where no year was said.
STAGES = (("baby", 0, 0), ("toddler", 1, 2), ("child", 4, 8), ("teen", 13, 15))


class Look(Value, frozen=True):
    """How a person is drawn. Every option is a name from the drawing room; "" means none. What it does not know, or no number
    of its own, is brought near before anything is drawn.

    Colours are names too, so that a palette can be redrawn without touching a family's story.
    `drawing` is the version of the figure drawing this look was chosen with. `build` is 0.85 slight to 1.25 broad.
    `age` is a stage of life; `years` says within it how old somebody growing up is, and nothing of a grown-up.
    """

    age: Wish = "adult"
    years: int | None = None
    skin: Wish = "amber"
    build: float = 1.0
    hair: Wish = "short"
    hair_colour: Wish = "dark-brown"
    fringe: Wish = ""
    hair_tie: Wish = ""
    hair_band: Wish = ""
    headwear: Wish = ""
    headwear_colour: Wish = ""
    glasses: Wish = ""
    beard: Wish = ""
    beard_colour: Wish = ""
    lashes: bool = False
    eyes: Wish = ""
    freckles: bool = False
    hearing_aid: Wish = ""
    stick: Wish = ""
    wheelchair: Wish = ""
    pregnant: bool = False
    aid: Wish = ""
    chair: Wish = ""
    limb: Wish = ""
    feeding_tube: Wish = ""
    features: Wish = ""
    skin_marks: Wish = ""
    bindi: bool = False
    footwear: Wish = ""
    height: float = 1.0
    lanyard: Wish = ""
    uniform: Wish = ""
    top: Wish = "jumper"
    top_colour: Wish = "blue"
    sleeve: Wish = ""
    pattern: Wish = ""
    pattern_colour: Wish = ""
    bottom: Wish = "trousers"
    bottom_colour: Wish = "navy"
    length: Wish = ""
    tights: Wish = ""
    shoes: Wish = "charcoal"
    drawing: int = field(default_factory=lambda: 1)      # so that it is written even where it is the first

    def with_(self, **changes) -> Self:
        """The next look, as this version draws it."""
        return super().with_(**{"drawing": DRAWING, **changes})

    def at_years(self, years: int) -> "Look":
        """The same look at an age in years: the one place where a stage of life follows from it."""
        return self.with_(years=years, age=[stage for stage, first, _ in STAGES if first <= years][-1])

    def at_stage(self, stage: str) -> "Look":
        """The same look at a stage of life, at its usual year."""
        usual = next((year for name, _, year in STAGES if name == stage), None)
        return self.with_(age=stage, years=usual)


class Person(Value, frozen=True):
    """Somebody the story speaks of. What they are to the child is told by the adults, never guessed from the role.

    `proposed`: their standing is only the situation's suggestion, and the adults have not been asked yet.
    """

    id: Id
    name: str
    role: Wish = "someone"
    standing: Standing = "home"
    can_talk_to: bool = False
    proposed: bool = False
    look: Look = field(default_factory=Look)

    def __post_init__(self) -> None:
        self._settle(name=fit_line(self.name, limits.NAME, "A person's name"))

    @property
    def may_be_asked(self) -> bool:
        """Whether the adults may ask them to agree to the story, or to be there for the child."""
        return self.role not in NOT_ASKED and self.standing != "died"

    @property
    def may_be_proposed_today(self) -> bool:
        """Whether the app may offer them, unasked, as somebody the child has around them now."""
        return self.standing not in ("not-seen", "died")
