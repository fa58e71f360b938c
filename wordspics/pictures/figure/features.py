"""What a head wears besides hair: ears, beards, glasses, freckles, a hearing aid. Head units."""
from wordspics.pictures.figure import feelings, hair, palette
from wordspics.pictures.figure.face import Features, draw_brow
from wordspics.pictures.figure.palette import mix
from wordspics.pictures.figure.plane import at, trace
from wordspics.pictures.figure.sitter import Sitter
from wordspics.pictures.shapes import INK

EAR_TURNED = (-.70, .20)                    # the near ear of a head turned to the right
FAR_EAR = (1.0, .12)
_WHISKERS = ((-.82, .50), (-.64, .56), (-.66, .76), (-.46, .86), (-.22, .94), (0, .96), (.22, .94), (.46, .86),
             (.66, .76), (.64, .56), (.82, .50))
_ROUND_EYE = ((.12, -.18), (.22, -.26), (.36, -.28), (.5, -.25), (.62, -.2), (.65, -.05), (.6, .09), (.5, .2),
              (.36, .2), (.22, .13), (.14, -.02))
_BY_MOUTH = ((-.5, .46), (-.4, .4), (-.28, .42), (-.2, .52), (-.17, .65), (-.2, .76), (-.28, .83), (-.4, .78), (-.48, .68), (-.51, .57))
_STUBBLE = [(x / 100, y / 100) for y, xs in ((50, (-66, -52, 52, 66)), (64, (-60, -46, -32, 32, 46, 60)), (78, (-46, -30, -12, 12, 30, 46)),
                                             (89, (-28, -10, 10, 28))) for x in xs]


def draw_ears_behind(s: Sitter) -> None:
    """Both ears of a head that looks at us; of a turned one the far ear, only to carry its hearing aid."""
    if s.bones.head_turned:
        if _wears_aid(s) and s.head_side > 0:
            _draw_far_aid(s)
    elif hair.shows_ears(s):
        for e in (-1, 1):
            s.pen.dot(at(s.bones.face, e, .16), s.age.head_w * .19, s.skin)


def draw_ear_in_front(s: Sitter) -> None:
    if s.bones.head_turned and hair.shows_ears(s):
        ear = at(s.bones.face, *EAR_TURNED)
        s.pen.dot(ear, s.age.head_w * .165, s.skin, s.pen.weight * .8)


def _wears_aid(s: Sitter) -> bool:
    return bool(s.look.hearing_aid)


def draw_hearing_aid(s: Sitter) -> None:
    """Behind the person's own left ear."""
    turned, side = s.bones.head_turned, s.head_side
    if not _wears_aid(s) or (turned and side > 0):
        return
    x, y, out = (-.73, .06, -1) if turned else (1.03 * side, .02, side)
    m, colour = s.bones.face, palette.colour(s.look.hearing_aid, "blue")
    s.pen.tube(trace(f"M{x - out * .08} {y - .14} Q{x + out * .18} {y - .12} {x + out * .14} {y + .14}", m), 7.2, colour)
    s.pen.line(trace(f"M{x + out * .1} {y + .16} Q{x} {y + .3} {x - out * .04} {y + .16}", m), s.pen.weight * .5)


def _draw_far_aid(s: Sitter) -> None:
    x, y = FAR_EAR
    s.pen.dot(at(s.bones.face, x - .02, y + .06), s.age.head_w * .17, s.skin)
    s.pen.tube(trace(f"M{x - .02} {y - .2} Q{x + .16} {y - .14} {x + .12} {y + .12}", s.bones.face), 7.2,
               palette.colour(s.look.hearing_aid, "blue"))


def draw_beard(s: Sitter) -> None:
    kind = s.look.beard
    if kind in ("full", "long"):
        _draw_full_beard(s, 0.26 if kind == "long" else 0)
    elif kind == "goatee":
        x = [_chin(s, v) for v in (-.24, 0, .24, .22, -.22)]
        s.pen.shape(trace(f"M{x[0]} .78 Q{x[1]} .70 {x[2]} .78 Q{x[3]} 1.16 {x[1]} 1.14 Q{x[4]} 1.16 {x[0]} .78 Z", s.bones.face),
                    _beard_colour(s), s.pen.weight * .8)


def _draw_full_beard(s: Sitter, longer: float) -> None:
    left, right = (-.54, .99) if s.bones.head_turned else (-.97, .97)
    x = [_chin(s, v) for v in (.84, .58, .26, 0, -.26, -.58, -.84)]
    low = 1.10 + longer
    d = (f"M{left} .06 C{left - .02} .8 -.5 {low} {x[3]} {low} C.6 {low} {right + .02} .8 {right} .06 "
         f"Q{x[0]} .34 {x[1]} .40 Q{x[2]} .28 {x[3]} .36 Q{x[4]} .28 {x[5]} .40 Q{x[6]} .34 {left} .06 Z")
    s.pen.shape(trace(d, s.bones.face), _beard_colour(s))
    if s.feeling.mouth not in feelings.OPEN:                # lips show in a closed mouth; round an open one there is no room
        lips = at(s.bones.face, _chin(s, 0) + .02 * s.bones.head_turned, .62)
        s.pen.smudge(lips, s.age.head_w * .40, s.age.head_w * .235, s.skin)
    if not s.pen.colours:                                   # without its colour a beard is a scarf, and a white one is a dark one
        rows = ((1, 0), (.88, -.02), (.84, .12)) if (s.look.beard_colour or s.look.hair_colour) in palette.DARK_HAIR else ((1, 0),)
        hairs = "".join(f"M{_chin(s, x * k)} {y + low} L{_chin(s, x * k * .96)} {y + low + .11} "
                        for k, low in rows for x, y in _WHISKERS if y + low < .97)
        s.pen.line(trace(hairs, s.bones.face), s.pen.weight * .5)


def _chin(s: Sitter, x: float) -> float:
    t = s.bones.head_turned
    return .20 * t + x * (1 - .07 * t)


def _beard_colour(s: Sitter) -> str:
    return palette.hair(s.look.beard_colour) if s.look.beard_colour else s.hair_colour


def draw_on_face(s: Sitter) -> None:
    """Over the face: moustache, glasses, freckles."""
    f = Features(s)
    if s.look.beard == "moustache":
        _draw_moustache(s, f)
    if s.look.features == "downs":
        _draw_lids(s, f)
    if s.look.bindi:
        f.pen.spot(f.at(f.x, f.eye - .50), 2.3, _mark(f, palette.seen_on(s.skin, "#c0271f", "#ff9d8f" if s.skin_name in palette.DEEP_SKINS else INK)))
    if s.look.beard == "stubble":
        f.pen.spots([f.at(_chin(s, x), y) for x, y in _STUBBLE], .8, _mark(f, mix(s.skin, s.hair_colour, .75)))
    if s.look.glasses:
        _draw_glasses(s, f)
    if s.look.freckles:
        spots = [f.at(f.x + e * .52 + x, f.eye + y) for e in (-1, 1) for x, y in ((-.06, .30), (.05, .27), (0, .38))]
        f.pen.spots(spots, .9, _mark(f, palette.seen_on(s.skin, mix(s.skin, "#7a4e2d", .6), INK)))


def _mark(f: Features, colour: str) -> str:
    """What is only a spot of colour stays to be seen where nothing is coloured yet."""
    return colour if f.pen.colours else INK


def draw_under_face(s: Sitter) -> None:
    """Pale patches round one eye and the mouth, always in the same places."""
    if s.look.skin_marks != "vitiligo":
        return
    f = Features(s)
    e, tone = s.head_side, palette.pale(s.skin)
    patches = (f"M{f.x + e * .12} {f.eye - .18} Q{f.x + e * .3} {f.eye - .34} {f.x + e * .62} {f.eye - .2} Q{f.x + e * .7} {f.eye + .1} "
               f"{f.x + e * .5} {f.eye + .2} Q{f.x + e * .2} {f.eye + .22} {f.x + e * .12} {f.eye - .18} Z",
               f"M{f.x - e * .5} .46 Q{f.x - e * .4} .34 {f.x - e * .24} .44 Q{f.x - e * .1} .74 {f.x - e * .26} .84 "
               f"Q{f.x - e * .52} .76 {f.x - e * .5} .46 Z")
    if f.pen.colours:
        for d in patches:
            f.pen.patch(trace(d, f.m), tone)
    else:                                                   # dotted: with a line round it a patch would look like a wound
        f.pen.spots([f.at(f.x + e * x, f.eye + y) for x, y in _ROUND_EYE] + [f.at(f.x + e * x, y) for x, y in _BY_MOUTH], .6, INK)


def _draw_lids(s: Sitter, f: Features) -> None:
    """The upward slant of eyes, and the fold at their inner corners, of somebody with Down syndrome."""
    shade = mix(s.skin, INK, .38)
    for e in (-1, 1):
        x, y = f.x + e * f.apart, f.eye
        f.line(f"M{x + e * .02} {y - .19} Q{x + e * .15} {y - .19} {x + e * .21} {y - .12}", .5)
        f.line(f"M{x - e * .12} {y - .12} Q{x - e * .22} {y - .03} {x - e * .16} {y + .12}", .5, shade)


def _draw_moustache(s: Sitter, f: Features) -> None:
    x = [f.x + v for v in (0, .2, .38, .34, .26, .1, -.1, -.26, -.34, -.38, -.2)]
    d = (f"M{x[0]} .38 Q{x[1]} .30 {x[2]} .44 Q{x[3]} .54 {x[4]} .52 Q{x[5]} .50 {x[0]} .46 "
         f"Q{x[6]} .50 {x[7]} .52 Q{x[8]} .54 {x[9]} .44 Q{x[10]} .30 {x[0]} .38 Z")
    f.pen.shape(trace(d, f.m), _beard_colour(s), f.weight * .7)


def _draw_glasses(s: Sitter, f: Features) -> None:
    colour = INK if s.look.glasses == "black" else palette.colour(s.look.glasses, "charcoal")
    lens = .285
    for e in (-1, 1):
        f.pen.ring(f.at(f.x + e * f.apart, f.eye + .02), s.age.head_w * lens, f.weight * .95, colour)
    left, right, y = f.x - f.apart, f.x + f.apart, f.eye
    f.line(f"M{left + lens} {y - .02} Q{f.x} {y - .10} {right - lens} {y - .02}", .95, colour)
    f.line(f"M{left - lens} {y} L{-.62 if f.t else -.98} {y - .06}", .95, colour)
    if not f.t:
        f.line(f"M{right + lens} {y} L.98 {y - .06}", .95, colour)
    for e in (-1, 1):
        draw_brow(s, f, e)
