"""A person in a family's stories, and how they look."""
from typing import Annotated, Literal

from msgspec import Meta

from wordspics.story import limits
from wordspics.story.text import Id, Name, fit_line
from wordspics.story.value import Value

Standing = Literal["home", "seen", "not-seen", "died", "helper"]

# Nobody asks them to agree to a story or to be there for the child: the young, and whoever decides in court.
NOT_ASKED = ("child", "baby", "toddler", "judge")


# The stage somebody growing up is in, from which year on, and the year it is drawn at where no year was said.
STAGES = (("baby", 0, 0), ("toddler", 1, 2), ("child", 4, 8), ("teen", 13, 15))


class Look(Value, frozen=True):
    """How a person is drawn. Every option is a name from the drawing room; "" means none.

    Colours are names too, so that a palette can be redrawn without touching a family's story.
    `drawing` is the version of the figure drawing this look was chosen with. `build` is 0.85 slight to 1.25 broad.
    `age` is a stage of life; `years` says within it how old somebody growing up is, and nothing of a grown-up.
    """

    age: Name = "adult"
    years: Annotated[int, Meta(ge=0, le=18)] | None = None
    skin: Name = "amber"
    build: Annotated[float, Meta(ge=0.8, le=1.3)] = 1.0
    hair: Name = "short"
    hair_colour: Name = "dark-brown"
    fringe: Name = ""
    hair_tie: Name = ""
    hair_band: Name = ""
    headwear: Name = ""
    headwear_colour: Name = ""
    glasses: Name = ""
    beard: Name = ""
    beard_colour: Name = ""
    lashes: bool = False
    eyes: Name = ""
    freckles: bool = False
    hearing_aid: Name = ""
    stick: Name = ""
    wheelchair: Name = ""
    pregnant: bool = False
    aid: Name = ""
    chair: Name = ""
    limb: Name = ""
    feeding_tube: Name = ""
    features: Name = ""
    skin_marks: Name = ""
    bindi: bool = False
    footwear: Name = ""
    height: Annotated[float, Meta(ge=0.85, le=1.15)] = 1.0
    lanyard: Name = ""
    uniform: Name = ""
    top: Name = "jumper"
    top_colour: Name = "blue"
    sleeve: Name = ""
    pattern: Name = ""
    pattern_colour: Name = ""
    bottom: Name = "trousers"
    bottom_colour: Name = "navy"
    length: Name = ""
    tights: Name = ""
    shoes: Name = "charcoal"
    drawing: Annotated[int, Meta(ge=1, le=99)] = 1

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
    role: Name = "someone"
    standing: Standing = "home"
    can_talk_to: bool = False
    proposed: bool = False
    look: Look = Look()

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
