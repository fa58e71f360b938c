"""Stories, people and scenes for tests: plain functions, one line where a test needs no more."""
import uuid

from wordspics.story import About, Cast, Child, Figure, Look, Panel, Person, Scene, Story, Thing

MARKERS = ("Zephyrine", "Quillworth", "marzipan-lighthouse")      # words no library, page or format holds by itself


def fresh() -> str:
    return str(uuid.uuid4())


def make_person(id: str = "mum", name: str = "Mum", **about) -> Person:
    return Person(id=id, name=name, **{"role": "mum", "look": Look(), **about})


def make_cast(*people: Person) -> Cast:
    return Cast(people=people or (make_person(), make_person("lily", "Lily", role="child", look=Look(age="child", hair="bob"))))


def make_scene(*items, place: str = "plain") -> Scene:
    return Scene(place=place, items=items or (Figure(id="f1", who="mum", x=0.4), Figure(id="f2", who="lily", x=0.6, feeling="happy")))


def make_panel(words: str = "Lily lives with Mum.", **about) -> Panel:
    return Panel(**{"id": fresh(), "words": {"en": words}, "scene": make_scene(), **about})


def make_story(panels: int = 3, **about) -> Story:
    told = tuple(make_panel(f"This is panel {n + 1}.") for n in range(panels))
    return Story(**{"about": About(title="Our story", children=(Child("Lily", 6),), situation="living-with-aunty"),
                    "cast": make_cast(), "panels": told, **about})


def make_thing(name: str = "teddy", **about) -> Thing:
    return Thing(**{"id": fresh(), "name": name, **about})
