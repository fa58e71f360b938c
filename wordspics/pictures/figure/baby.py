"""A baby carried in the arms, wrapped in a blanket, the face in the crook of the arm; or asleep in a pram."""
from wordspics.pictures.figure import face, hair, wheels
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import Point, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.story.person import Look

_TILT = -24
_SIZE = {"child": 0.64, "toddler": 0.5}     # in the arms of somebody small a head seems smaller
_BODY = "M-.95 .1 C-1.2 1.0 -.6 1.9 .5 2.2 C1.5 2.4 2.2 2.0 2.2 1.3 C2.1 .4 1.4 -.3 .7 -.5 Z"
_FOLD = "M-1.0 .35 C-.6 .95 .3 1.2 1.0 .4 C1.3 .6 1.5 .9 1.5 1.2 C.8 1.9 -.7 1.6 -1.0 .35 Z"


def draw_carried(s: Sitter, look: Look | None) -> None:
    look = look or Look(age="baby", skin=s.look.skin, hair="tuft", hair_colour=s.look.hair_colour, top="onesie")
    b = _asleep(s, look, _middle(s), _TILT, _SIZE.get(s.age_name, 0.8))
    blue = s.outfit.top_colour in (COLOURS["blue"], COLOURS["light-blue"], COLOURS["navy"], COLOURS["teal"])
    blanket = COLOURS["yellow" if blue else "light-blue"]
    s.pen.shape(trace(_BODY, b.bones.face), blanket)
    _draw_head(b)
    s.pen.shape(trace(_FOLD, b.bones.face), blanket)


def draw_in_pram(s: Sitter, look: Look) -> None:
    """The head of the very baby, behind the side of the pram."""
    _draw_head(_asleep(s, look, wheels.pillow_of_pram(s), -_TILT / 2, 0.7))


def _asleep(s: Sitter, look: Look, middle: Point, tilt: float, size: float) -> Sitter:
    b = Sitter(look, "wrapped-up", "asleep", "front", "", "colour" if s.pen.colours else "outline")
    b.pen = s.pen
    b.bones.move_head(middle, tilt, size)
    b.age = b.bones.age
    return b


def _draw_head(b: Sitter) -> None:
    hair.draw_behind_head(b)
    b.pen.oval(b.bones.head, b.age.head_w, b.age.head_h, b.skin, b.bones.tilt)
    hair.draw_over_head(b)
    face.draw_face(b, brows=False)


def _middle(s: Sitter) -> Point:
    x, y = s.bones.spot("chest")
    grown = s.age_name in ("adult", "older", "teen")
    return (x - (11 if grown else 8), y + (-1 if grown else 7))
