"""A scene said in words: what a screen reader says of a picture, and what the printed booklet keeps as its alt text."""
from wordspics.pictures import likeness, partners
from wordspics.pictures.library import shelf
from wordspics.pictures.names import FEELINGS, POSES
from wordspics.story import Bubble, Cast, Figure, Ink, Missing, Scene, Symbol, Thing, Upload

_UNSAID = {"ok"}                # a feeling that needs no word


def tell_scene(scene: Scene, cast: Cast) -> str:
    """One or two sentences: the place, then each item from back to front."""
    told = [tell_item(item, cast, scene) for item in scene.items]
    where = _place(scene)
    if not told:
        return f"{where}." if where else "An empty page."
    return f"{where}: {'; '.join(told)}." if where else f"{_capital('; '.join(told))}."


def tell_item(item, cast: Cast, scene: Scene = Scene()) -> str:
    """The item's name and what it does: "Lily, standing, worried". `scene` is the one it is part of."""
    if isinstance(item, Figure):
        name = cast.person(item.who).name if cast.has(item.who) else "Somebody"
        said = [name, _does(item, cast, scene), "" if item.feeling in _UNSAID else FEELINGS.get(item.feeling, "")]
        return ", ".join(word for word in said if word)
    if isinstance(item, (Thing, Symbol)):
        return _tell_picture(item, cast, scene) if shelf().has(item.name) else "a picture that is not in this library"
    if isinstance(item, Bubble):
        return {"say": "a speech bubble", "think": "a thought bubble", "shout": "a loud bubble"}[item.how] + f": {item.words}"
    if isinstance(item, Upload):
        return item.alt or "a picture of the family's own"
    return "a drawing" if isinstance(item, Ink) else "something"


def _does(figure: Figure, cast: Cast, scene: Scene) -> str:
    """What somebody does, and with whom: "walking, holding Lily's hand"."""
    pose, held = POSES.get(figure.pose, ""), next((one for one in scene.items if one.id == figure.holds and one.id != figure.id), None)
    if not isinstance(held, Figure) and not (isinstance(held, (Thing, Symbol)) and partners.fits_thing(figure.pose, held.name)):
        return pose
    whom = name_item(held, cast) if isinstance(held, Figure) else f"the {name_item(held, cast).lower()}"
    with_them = partners.tell(figure.pose, whom)
    return with_them if partners.needs_somebody(figure.pose) else f"{pose}, {with_them}"


def _tell_picture(item: Thing | Symbol, cast: Cast, scene: Scene) -> str:
    picture = shelf().picture(item.name)
    names = [person.name or "somebody" for person in likeness.people_in(picture, scene.items, cast)]
    if not names:
        return picture.alt
    *others, last = names
    return f"{picture.people.alt} {', '.join(others)} and {last}" if others else f"{picture.people.alt} {last}"


def name_item(item, cast: Cast) -> str:
    """What the editor calls an item: "Lily", "suitcase", "speech bubble"."""
    if isinstance(item, Figure):
        return cast.person(item.who).name if cast.has(item.who) else "Somebody"
    if isinstance(item, (Thing, Symbol)):
        return shelf().picture(item.name).title if shelf().has(item.name) else "A picture"
    if isinstance(item, Bubble):
        return {"say": "Speech bubble", "think": "Thought bubble", "shout": "Loud bubble"}[item.how]
    return (item.alt or "Our picture") if isinstance(item, Upload) else "Drawing"


def _place(scene: Scene) -> str:
    try:
        place = shelf().picture(scene.place)
    except Missing:
        return ""
    if scene.place == "plain":
        return ""
    return _capital(place.alt) + (" at night" if scene.time == "night" and "night" not in place.alt else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
