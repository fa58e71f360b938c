"""What runs on wheels with a figure: a bicycle, a pram, a pushchair. Units."""
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import Matrix, Point, add, at, fall, line, place, trace
from wordspics.pictures.figure.sitter import Sitter

_STEEL = COLOURS["light-grey"]


def draw_bike_behind(s: Sitter) -> None:
    """Wheels, frame and saddle; the handlebar comes with the hands."""
    hip, hand = s.bones.pelvis, s.bones.arms["left"].hand
    r = -hip[1] * 0.36 + 2
    back, front = (hip[0] - r * 0.95, -r - 3), (hand[0] + r * 0.55, -r - 3)
    crank = ((back[0] + front[0]) / 2 - 4, -r - 1)
    seat, neck = (hip[0] - 3, hip[1] + s.age.leg_w * .75), (hand[0] + 3, hand[1] + 12)
    for c in (back, front):
        s.pen.hoop(c, r, 4.4, COLOURS["charcoal"])
        s.pen.line("".join(line(add(c, fall(a, r - 4)), add(c, fall(a + 180, r - 4))) for a in range(0, 180, 60)), s.pen.weight * .3)
    for d in (line(back, seat, crank) + "Z", line(seat, neck, crank), line(neck, front)):
        s.pen.tube_edge(d, 6.5)
    for d in (line(back, seat, crank) + "Z", line(seat, neck, crank), line(neck, front)):
        s.pen.tube_fill(d, 6.5, COLOURS["red"])
    s.pen.tube(line((seat[0] - 9, seat[1]), (seat[0] + 9, seat[1])), 9, COLOURS["charcoal"])
    s.pen.tube(line(neck, add(neck, (-3, -11))), 7, COLOURS["charcoal"])
    s.pen.dot(crank, 5, _STEEL)


def draw_pram(s: Sitter) -> None:
    """Ahead of somebody who pushes it."""
    x, y = s.bones.arms["right"].hand
    m = place(_ahead(s) + 41, -21)
    for a, b in (((-22, 15), (16, -18)), ((20, 15), (-18, -18))):
        s.pen.tube(line(at(m, *a), at(m, *b)), 6, _STEEL)
    for wheel in (-23, 21):
        s.pen.dot(at(m, wheel, 10), 9, COLOURS["charcoal"])
        s.pen.dot(at(m, wheel, 10), 3.5, _STEEL, s.pen.weight * .6)
    s.pen.shape(trace("M-33 -46 L33 -46 C34 -20 20 -12 4 -12 L-8 -12 C-22 -12 -32 -22 -33 -46 Z", m), COLOURS["teal"])
    s.pen.shape(trace("M2 -46 L2 -80 C22 -80 34 -66 34 -46 Z", m), COLOURS["navy"])
    s.pen.line(trace("M2 -46 L26 -68", m), s.pen.weight * .7)
    s.pen.tube(line((x, y), at(m, -32, -44)), 7, COLOURS["charcoal"])
    s.pen.dot((x, y), s.age.hand, s.skin)


def pillow_of_pram(s: Sitter) -> Point:
    return _ahead(s) + 29, -72


def draw_pushchair_ahead(s: Sitter) -> None:
    """Ahead of somebody who pushes it."""
    x, y = s.bones.arms["right"].hand
    m = place(_ahead(s) + 38, 0)
    _draw_hood(s, place(*at(m, -10, -77), -8, 24))
    _draw_seat(s, m)
    s.pen.tube(line((x, y), at(m, -24, -62)), 7, COLOURS["charcoal"])
    s.pen.dot((x, y), s.age.hand, s.skin)


def _ahead(s: Sitter) -> float:
    """Where there is room for what is pushed: ahead of the hands and of the feet."""
    return max(s.bones.arms["right"].hand[0], *(leg.ankle[0] for leg in s.bones.legs.values()))


def draw_pushchair_behind(s: Sitter) -> None:
    """Round whoever sits in it."""
    age, m = s.age, _round_sitter(s)
    s.pen.tube(line(s.bones.handle, at(m, -24, -62)), 7, COLOURS["charcoal"])
    _draw_hood(s, place(*s.bones.head, s.bones.tilt, age.head_w * 1.08, age.head_h * 1.08))


def draw_pushchair_front(s: Sitter) -> None:
    _draw_seat(s, _round_sitter(s))


def _round_sitter(s: Sitter) -> Matrix:
    hip, big = s.bones.pelvis, max(1.0, s.age.thigh / 18)
    return place(hip[0] + 5 * big, 0, 0, big, (-hip[1] - s.age.leg_w * .5) / 26)


def _draw_hood(s: Sitter, head: Matrix) -> None:
    s.pen.shape(trace("M.55 -1.42 C-.5 -1.9 -1.75 -1.35 -1.6 .1 Q-1.5 .8 -1.0 1.3 L-.2 .5 L.3 -.4 Z", head), COLOURS["orange"])
    s.pen.line(trace("M-.5 .75 Q-1.3 -.5 -.35 -1.5", head), s.pen.weight * .7)


def _draw_seat(s: Sitter, m: Matrix) -> None:
    """Seat, frame, bar, foot rest and wheels."""
    s.pen.tube(trace("M-24 -62 L24 -9 M8 -27 L-20 -9", m), 6, _STEEL)
    s.pen.tube(trace("M-20 -60 L-13 -28 L15 -27", m), 11, COLOURS["navy"])
    s.pen.tube(trace("M16 -26 L25 -12 L35 -12", m), 6, COLOURS["charcoal"])
    s.pen.tube(trace("M-16 -43 L16 -43 Q21 -43 20 -36", m), 6, COLOURS["orange"])
    hubs = "".join(line((x, -10), (x, -10.1)) for x in (at(m, -20, 0)[0], at(m, 23, 0)[0]))
    s.pen.tube(hubs, 18, COLOURS["charcoal"])
    s.pen.tube_fill(hubs, 7 + s.pen.weight, _STEEL)
