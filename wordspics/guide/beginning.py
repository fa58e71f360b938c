"""How a story begins: one empty panel for each step, and the people it will most likely need."""
import uuid
from collections.abc import Callable, Iterable

from wordspics.guide.situation import ProposedPerson, Situation, Step
from wordspics.story import About, Cast, Look, Panel, Person, Story

# For a situation the guide does not know: children who differ, none of them the usual one.
LOOKS = (
    Look(age="child", skin="umber", hair="puffs", hair_colour="black", hair_tie="yellow", top="jumper", top_colour="yellow",
         pattern="stripes", pattern_colour="orange", bottom_colour="teal", shoes="red"),
    Look(age="child", skin="wheat", hair="short", hair_colour="brown", top="hoodie", top_colour="green", bottom_colour="navy"),
    Look(age="child", skin="amber", hair="bob", hair_colour="black", glasses="purple", top="tshirt", top_colour="teal",
         bottom_colour="charcoal", shoes="red"),
    Look(age="child", skin="mahogany", hair="fade", hair_colour="black", top="tshirt", top_colour="orange", bottom="shorts",
         bottom_colour="blue"),
)


def begin(about: About, steps: Iterable[Step], people: Iterable[ProposedPerson], situation: Situation | None,
          fresh_id: Callable[[], str]) -> Story:
    """The story as it stands before the first word: panels in the order of `steps`, children first in the cast, then `people`."""
    cast, children = Cast(named=True), []      # a child likes to find everybody, and a helper seen once has a name
    looks = situation.children if situation else LOOKS
    for n, child in enumerate(about.children):
        look = grow(looks[n % len(looks)], child.age)
        person = Person(id=child.person or f"child-{n + 1}", name=child.name, role="child", look=look)
        cast = cast.welcome(person)
        children.append(child.with_(person=person.id))
    for proposed in people:
        if proposed.at_start and not cast.has(proposed.id):
            cast = cast.welcome(proposed.enter())
    panels = tuple(Panel(id=fresh_id(), purpose=step.key) for step in steps)
    return Story(about=about.with_(children=tuple(children)), cast=cast, panels=panels)


def fresh_id() -> str:
    return str(uuid.uuid4())


def grow(look: Look, age: int) -> Look:
    """The same look at a child's age in years."""
    if age < 1:
        look = look.with_(hair="tuft", hair_tie="", fringe="", top="onesie", pattern="", glasses="")
    return look.at_years(age)
