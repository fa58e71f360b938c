"""What a pose happens at, in or under: tables, a bath, a cooker, a car, a window. Units; drawn round the bones."""
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import at, box, line, place, trace
from wordspics.pictures.figure.sitter import Sitter

_WOOD, _STEEL, _SHEET = COLOURS["brown"], COLOURS["light-grey"], COLOURS["light-blue"]
CAR_TAIL = 24                               # how long it is


def _table_top(s: Sitter) -> float:
    return s.bones.spot("belly")[1] + s.age.torso * 0.10


def draw_table(s: Sitter) -> None:
    """Between us and somebody who faces us: it hides their legs but not their feet."""
    y, half = _table_top(s), s.age.shoulder * 1.25 + 30
    for e in (-1, 1):
        s.pen.tube(line((e * (half - 9), y + 6), (e * (half - 6), -3)), 8, _WOOD)
    s.pen.shape(box(-half, y, half, y + 9), _WOOD)


def draw_side_table(s: Sitter) -> None:
    """In front of somebody who sits turned; whoever comes to see them sits on its other side."""
    y, x = _table_top(s) + 3, s.bones.legs["left"].knee[0] - s.age.leg_w * 0.5
    s.pen.tube(line((x + 29, y + 5), (x + 29, -3)), 9, _STEEL)
    s.pen.tube(line((x + 15, -3), (x + 43, -3)), 8, _STEEL)
    s.pen.shape(box(x, y, x + 60, y + 9), COLOURS["cream"])


def draw_table_over(s: Sitter) -> None:
    """A table somebody hides beneath."""
    top = s.bones.head[1] - s.age.head_h * 1.72
    half = s.age.shoulder + s.age.head_w * 1.45
    cloth = f"M{-half} {top + 8} L{half} {top + 8} L{half - 2} {top + 22} Q{half * .6} {top + 31} {half * .3} {top + 22} "
    cloth += f"Q0 {top + 31} {-half * .3} {top + 22} Q{-half * .6} {top + 31} {2 - half} {top + 22} Z"
    for e in (-1, 1):
        s.pen.tube(line((e * (half - 7), top + 8), (e * (half - 5), -3)), 9, _WOOD)
    s.pen.shape(trace(cloth, place()), "#ffffff")
    s.pen.shape(box(-half - 5, top, half + 5, top + 10), _WOOD)


def draw_bath(s: Sitter) -> None:
    """A bath full of foam: nobody is seen undressed."""
    y, half, low = s.bones.spot("chest")[1] + s.age.torso * 0.16, s.age.shoulder * 1.2 + 34, -11
    for e in (-1, 1):
        s.pen.tube(line((e * half * .62, low - 4), (e * half * .66, -6)), 8, COLOURS["gold"])
    step = (half - 8) / 3.5
    bubbles = "".join(f"C{x - 2} {y - high} {x + step + 2} {y - high} {x + step} {y + 2} "
                      for x, high in ((8 - half + k * step, 9 + 5 * (k % 3)) for k in range(7)))
    s.pen.shape(trace(f"M{8 - half} {y + 8} L{8 - half} {y + 2} {bubbles} L{half - 8} {y + 8} Z", place()), "#ffffff", s.pen.weight * .8)
    tub = f"M{-half} {y + 4} L{half} {y + 4} C{half - 2} {low * .75 + y * .25} {half * .86} {low} {half * .6} {low} L{-half * .6} {low} "
    s.pen.shape(trace(tub + f"C{-half * .86} {low} {2 - half} {low * .75 + y * .25} {-half} {y + 4} Z", place()), _SHEET)
    s.pen.tube(line((-half - 3, y + 4), (half + 3, y + 4)), 10, "#ffffff")


def draw_armchair(s: Sitter) -> None:
    """Behind somebody who sits facing us."""
    (x, y), half = s.bones.pelvis, s.age.hip * 1.5 + 16
    top = s.bones.head[1] - s.age.head_h * 0.15
    cloth = COLOURS["lilac"] if s.outfit.legs_colour != COLOURS["lilac"] else COLOURS["teal"]
    back = (f"M{-half + 8} {y + 20} L{-half + 8} {top + 18} Q{-half + 10} {top} 0 {top} "
            f"Q{half - 10} {top} {half - 8} {top + 18} L{half - 8} {y + 20} Z")
    s.pen.shape(trace(back, place()), cloth)
    s.pen.shape(box(8 - half, y + 3, half - 8, -7), cloth)
    for e in (-1, 1):
        s.pen.tube(line((e * half, y - 10), (e * half, -11)), 19, cloth)
        s.pen.tube(line((e * half, -5), (e * half, -3)), 8, _WOOD)


def draw_car_seat(s: Sitter) -> None:
    y, back = s.bones.pelvis[1] + s.age.leg_w * 0.5, s.bones.pelvis[0] - s.age.leg_w * 0.95
    s.pen.tube(line((back - 10, y - s.age.torso * 1.25), (back, y + 8), (back + s.age.thigh, y + 9)), 17, COLOURS["charcoal"])
    s.pen.tube(line((back + s.age.thigh * .5, y + 14), (back + s.age.thigh * .5, -s.pose.high - 8)), 9, COLOURS["charcoal"])
    if not s.waiting:
        _draw_car_floor(s, back - 14)


def _draw_car_floor(s: Sitter, left: float) -> None:
    """The sill and the hind wheel, which stands where feet would."""
    y = 4 - s.pose.high
    s.pen.tube(line((left, y), (s.bones.arms["left"].hand[0] + 40, y)), 16, COLOURS["red"])
    _draw_car_wheel(s, left + 14)


def _draw_car_wheel(s: Sitter, x: float) -> None:
    s.pen.dot((x, -17), 15, COLOURS["charcoal"])
    s.pen.dot((x, -17), 5.5, _STEEL, s.pen.weight * .7)


def draw_car_back(s: Sitter) -> None:
    """Round what was put into the back of the car: the tail, and one floor for all."""
    left, low, top = s.pen.extent[0] - 2, -s.pose.high - 4, s.bones.seat - s.age.torso * 0.34
    end = left - CAR_TAIL
    tail = f"M{left} {low} L{left} {top + 8} Q{left} {top} {left - 9} {top + 1} Q{end + 1} {top + 4} {end} {top + 20} L{end} {low} Z"
    s.pen.shape(trace(tail, place()), COLOURS["red"])
    _draw_car_floor(s, end + 4)


def draw_seat_belt(s: Sitter) -> None:
    """From the shoulder to its buckle in the seat; the near arm is over it."""
    x, y = s.bones.pelvis[0] - s.age.hip * .75, s.bones.pelvis[1] + s.age.leg_w * .5 + 2
    top, hip = at(s.bones.trunk, s.age.shoulder * .3, -s.age.torso * .95), at(s.bones.trunk, -s.age.hip * .6, -4)
    s.pen.tube(line(top, hip, (x, y)), 6.5, COLOURS["grey"])
    s.pen.tube(line((x, y - 1), (x, y + 2)), 9, COLOURS["red"])


def draw_steering_wheel(s: Sitter) -> None:
    """Seen from the side, with the dashboard it comes from."""
    (x, y), low = s.bones.arms["left"].hand, -s.pose.high - 4
    s.pen.tube(line((x + 5, y + 4), (x + 26, y + 18)), 8, COLOURS["charcoal"])
    dash = (f"M{x + 20} {y + 8} L{x + 48} {y + 4} Q{x + 54} {y + 5} {x + 54} {y + 12} L{x + 54} {low} L{x + 36} {low} "
            f"Q{x + 20} {y + 40} {x + 20} {y + 8} Z")
    s.pen.shape(trace(dash, place()), COLOURS["red"])
    _draw_car_wheel(s, x + 36)
    s.pen.oval((x + 3, y + 2), 6, 23, "none", 24, 9)
    s.pen.dot((x, y), s.age.hand, s.skin)


def draw_window(s: Sitter) -> None:
    """Behind somebody who looks out of it, their back to us."""
    (x, y), half = s.bones.head, s.age.shoulder + 34
    top, low = y - s.age.head_h * 1.75, s.bones.spot("belly")[1]
    s.pen.shape(box(-half, top, half, low), COLOURS["light-blue"])
    hills = (f"M{2 - half} {low - 2} L{2 - half} {low - 20} Q{-half * .4} {low - 34} 0 {low - 18} "
             f"Q{half * .5} {low - 36} {half - 2} {low - 22} L{half - 2} {low - 2} Z")
    s.pen.patch(trace(hills, place()), COLOURS["green"])
    s.pen.dot((half * .62, top + 17), 8, COLOURS["yellow"], s.pen.weight * .7)
    for d in (line((-half, (top + low) / 2 - 8), (half, (top + low) / 2 - 8)), line((0, top), (0, low))):
        s.pen.tube(d, 8, "#ffffff")
    for d in (line((-half, top), (half, top)), line((-half, top), (-half, low)), line((half, top), (half, low))):
        s.pen.tube(d, 9, "#ffffff")
    s.pen.tube(line((-half - 6, low), (half + 6, low)), 11, "#ffffff")


def draw_cooker(s: Sitter) -> None:
    """A pan on the hob, before somebody who stirs it."""
    y, half = s.bones.spot("root")[1] + 2, s.age.shoulder + 26
    if s.pose.seat:                                             # a worktop with room for the knees
        draw_table(s)
        y = _table_top(s)
    else:
        s.pen.shape(box(-half, y, half, 0), "#ffffff")
        s.pen.shape(box(-half * .62, y + (-y) * .3, half * .62, -8), _STEEL, s.pen.weight * .8)
        s.pen.line(line((-half * .45, y - y * .3 + 8), (half * .45, y - y * .3 + 8)), s.pen.weight)
        s.pen.spots([(half * k, y - y * .16) for k in (-.6, -.3, .3, .6)], 3, COLOURS["charcoal"])
        s.pen.tube(line((-half - 4, y), (half + 4, y)), 8, COLOURS["charcoal"])
    pan = f"M-20 {y - 22} L20 {y - 22} L18 {y - 3} L-18 {y - 3} Z"
    s.pen.tube(line((-18, y - 17), (-36, y - 19)), 7, COLOURS["charcoal"])
    s.pen.shape(trace(pan, place()), COLOURS["red"])
    for x in (-8, 6):
        s.pen.line(trace(f"M{x} {y - 29} Q{x + 5} {y - 34} {x} {y - 39}", place()), s.pen.weight * .6)
