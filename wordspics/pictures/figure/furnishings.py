"""What a pose happens at, in or under: tables, a bath, beds, a bicycle, a pram. Units; drawn round the bones."""
from wordspics.pictures.figure.palette import COLOURS, colour
from wordspics.pictures.figure.plane import add, at, fall, line, place, trace
from wordspics.pictures.figure.sitter import Sitter

_WOOD, _STEEL, _SHEET = COLOURS["brown"], COLOURS["light-grey"], COLOURS["light-blue"]


def _box(left: float, top: float, right: float, bottom: float) -> str:
    return line((left, top), (right, top), (right, bottom), (left, bottom)) + "Z"


def _table_top(s: Sitter) -> float:
    return s.bones.spot("belly")[1] + s.age.torso * 0.10


def draw_table(s: Sitter) -> None:
    """Between us and somebody who faces us: it hides their legs but not their feet."""
    y, half = _table_top(s), s.age.shoulder * 1.25 + 30
    for e in (-1, 1):
        s.pen.tube(line((e * (half - 9), y + 6), (e * (half - 6), -3)), 8, _WOOD)
    s.pen.shape(_box(-half, y, half, y + 9), _WOOD)


def draw_side_table(s: Sitter) -> None:
    """In front of somebody who sits turned."""
    y, x = _table_top(s) + 4, s.bones.legs["left"].knee[0] - s.age.leg_w * 0.2
    s.pen.tube(line((x + 29, y + 5), (x + 29, -3)), 9, _STEEL)
    s.pen.tube(line((x + 17, -3), (x + 41, -3)), 8, _STEEL)
    s.pen.shape(_box(x, y, x + 62, y + 8), COLOURS["cream"])


def draw_table_over(s: Sitter) -> None:
    """A table somebody hides beneath."""
    top = s.bones.head[1] - s.age.head_h * 1.32
    half = s.age.shoulder + s.age.head_w * 1.45
    cloth = f"M{-half} {top + 8} L{half} {top + 8} L{half - 2} {top + 22} Q{half * .6} {top + 31} {half * .3} {top + 22} "
    cloth += f"Q0 {top + 31} {-half * .3} {top + 22} Q{-half * .6} {top + 31} {2 - half} {top + 22} Z"
    for e in (-1, 1):
        s.pen.tube(line((e * (half - 7), top + 8), (e * (half - 5), -3)), 9, _WOOD)
    s.pen.shape(trace(cloth, place()), "#ffffff")
    s.pen.shape(_box(-half - 5, top, half + 5, top + 10), _WOOD)


def draw_covers(s: Sitter) -> None:
    """A blanket pulled up to the nose, both hands on its edge."""
    (x, y), w, h = s.bones.head, s.age.head_w, s.age.head_h
    top, half = y + h * 0.42, max(w * 1.25, s.age.shoulder * 1.4)
    wide = half * 1.75
    hump = (f"M{x - w * 1.12} {top} Q{x} {top - 5} {x + w * 1.12} {top} C{wide * .9} {top + h * .2} {wide * .9} {top * .45} {wide} 0 "
            f"L{-wide} 0 C{-wide * .9} {top * .45} {-wide * .9} {top + h * .2} {x - w * 1.12} {top} Z")
    s.pen.shape(trace(hump, place()), COLOURS["lilac"])
    fold = f"M{x - w * 1.12} {top} Q{x} {top - 5} {x + w * 1.12} {top} L{x + w * 1.3} {top + 11} Q{x} {top + 5} {x - w * 1.3} {top + 11} Z"
    s.pen.shape(trace(fold, place()), "#ffffff")
    for e in (-1, 1):
        s.pen.line(trace(f"M{e * half * .5} {top + h * .9} Q{e * half * .62} {top + h * 1.1} {e * half * .58} -8", place()), s.pen.weight * .7)
        hand = (x + e * w * .62, top + 3)
        s.pen.dot(hand, s.age.hand * .95, s.skin)
        s.pen.line(line(add(hand, (-1, 2)), add(hand, (-1, s.age.hand * .6))), s.pen.weight * .6)


def draw_bath(s: Sitter) -> None:
    """A bath full of foam: nobody is seen undressed."""
    y, half = s.bones.spot("chest")[1] + s.age.torso * 0.16, s.age.shoulder * 1.2 + 34
    low = y + max(s.age.torso * 0.55, 24) + 12
    for e in (-1, 1):
        s.pen.tube(line((e * half * .62, low - 4), (e * half * .66, low + 5)), 8, COLOURS["gold"])
    foam = "M" + f"{-half + 8} {y + 8} " + "".join(
        f"Q{x} {y - 17 - 5 * (i % 2)} {x + half * .14} {y + 2} " for i, x in enumerate(-half + 8 + half * .13 + k * half * .265 for k in range(7)))
    s.pen.shape(trace(foam + f"L{half - 8} {y + 10} Z", place()), "#ffffff", s.pen.weight * .8)
    tub = f"M{-half} {y + 4} L{half} {y + 4} C{half - 2} {low * .75 + y * .25} {half * .86} {low} {half * .6} {low} L{-half * .6} {low} "
    s.pen.shape(trace(tub + f"C{-half * .86} {low} {2 - half} {low * .75 + y * .25} {-half} {y + 4} Z", place()), _SHEET)
    s.pen.tube(line((-half - 3, y + 4), (half + 3, y + 4)), 10, "#ffffff")


def draw_hospital_bed(s: Sitter) -> None:
    """Behind somebody who sits up in it."""
    y, back = s.bones.pelvis[1] + s.age.leg_w * 0.55, s.bones.pelvis[0] - s.age.torso * 0.62 - 16
    front = s.bones.legs["left"].ankle[0] + s.age.leg_w + 8
    for x in (back + 12, front - 6):
        s.pen.tube(line((x, y + 12), (x, -9)), 7, _STEEL)
        s.pen.dot((x, -6), 5, COLOURS["charcoal"])
    s.pen.tube(line((back - 2, y - s.age.torso * 0.95), (back - 2, y + 16)), 8, _STEEL)
    s.pen.tube(line((front + 3, y - 18), (front + 3, y + 16)), 8, _STEEL)
    s.pen.shape(_box(back, y, front, y + 15), "#ffffff")
    pillow = place(*at(s.bones.trunk, -s.age.shoulder * 0.9, -s.age.torso * 0.72), -18)
    s.pen.oval((pillow[4], pillow[5]), 13, s.age.torso * 0.52, "#ffffff", -16)


def draw_blanket(s: Sitter) -> None:
    """Over the legs of somebody in bed."""
    (x, y), wide = s.bones.pelvis, s.age.leg_w
    end = s.bones.legs["left"].ankle[0] + wide * 0.9
    low = y + wide * 0.5 + 11
    d = (f"M{x - wide * .3} {y - wide * .9} Q{(x + end) / 2} {y - wide * 1.1} {end - 4} {y - wide * 1.5} Q{end + 5} {y - wide} {end + 4} {low} "
         f"L{x - wide * .5} {low} Q{x - wide * .7} {y} {x - wide * .3} {y - wide * .9} Z")
    s.pen.shape(trace(d, place()), _SHEET)
    s.pen.tube(trace(f"M{x - wide * .2} {y - wide * .75} Q{x - wide * .5} {y + 2} {x - wide * .3} {low - 4}", place()), 10, "#ffffff")


def draw_armchair(s: Sitter) -> None:
    """Behind somebody who sits facing us."""
    (x, y), half = s.bones.pelvis, s.age.hip * 1.5 + 16
    top = s.bones.head[1] - s.age.head_h * 0.15
    cloth = COLOURS["lilac"] if s.outfit.legs_colour != COLOURS["lilac"] else COLOURS["teal"]
    back = f"M{-half + 8} {y + 20} L{-half + 8} {top + 18} Q{-half + 10} {top} 0 {top} Q{half - 10} {top} {half - 8} {top + 18} L{half - 8} {y + 20} Z"
    s.pen.shape(trace(back, place()), cloth)
    s.pen.shape(_box(8 - half, y + 3, half - 8, -7), cloth)
    for e in (-1, 1):
        s.pen.tube(line((e * half, y - 10), (e * half, -11)), 19, cloth)
        s.pen.tube(line((e * half, -5), (e * half, -3)), 8, _WOOD)


def draw_car_seat(s: Sitter) -> None:
    y, back = s.bones.pelvis[1] + s.age.leg_w * 0.5, s.bones.pelvis[0] - s.age.leg_w * 0.95
    s.pen.tube(line((back - 10, y - s.age.torso * 1.25), (back, y + 8), (back + s.age.thigh, y + 9)), 17, COLOURS["charcoal"])
    s.pen.tube(line((back - 9, -4), (s.bones.legs["left"].ankle[0] + 46, -4)), 9, _STEEL)
    s.pen.tube(line((back + s.age.thigh * .5, y + 14), (back + s.age.thigh * .5, -8)), 9, COLOURS["charcoal"])


def draw_steering_wheel(s: Sitter) -> None:
    """Seen from the side, with the dashboard it comes from, and a seat belt."""
    x, y = s.bones.arms["left"].hand
    s.pen.tube(line((x + 5, y + 4), (x + 26, y + 18)), 8, COLOURS["charcoal"])
    dash = f"M{x + 20} {y + 8} L{x + 48} {y + 4} Q{x + 54} {y + 5} {x + 54} {y + 12} L{x + 54} -4 L{x + 36} -4 Q{x + 20} {y + 40} {x + 20} {y + 8} Z"
    s.pen.shape(trace(dash, place()), COLOURS["red"])
    s.pen.oval((x + 3, y + 2), 6, 23, "none", 24, 9)
    s.pen.dot((x, y), s.age.hand, s.skin)
    belt = [at(s.bones.trunk, s.age.shoulder * .2, -s.age.torso * .95), at(s.bones.trunk, -s.age.hip * .6, -2)]
    s.pen.tube(line(*belt), 6.5, COLOURS["grey"])


def draw_window(s: Sitter) -> None:
    """Behind somebody who looks out of it, their back to us."""
    (x, y), half = s.bones.head, s.age.shoulder + 34
    top, low = y - s.age.head_h * 1.75, s.bones.spot("belly")[1]
    s.pen.shape(_box(-half, top, half, low), COLOURS["light-blue"])
    s.pen.patch(trace(f"M{2 - half} {low - 2} L{2 - half} {low - 20} Q{-half * .4} {low - 34} 0 {low - 18} Q{half * .5} {low - 36} {half - 2} {low - 22} L{half - 2} {low - 2} Z",
                      place()), COLOURS["green"])
    s.pen.dot((half * .62, top + 17), 8, COLOURS["yellow"], s.pen.weight * .7)
    for d in (line((-half, (top + low) / 2 - 8), (half, (top + low) / 2 - 8)), line((0, top), (0, low))):
        s.pen.tube(d, 8, "#ffffff")
    for d in (line((-half, top), (half, top)), line((-half, top), (-half, low)), line((half, top), (half, low))):
        s.pen.tube(d, 9, "#ffffff")
    s.pen.tube(line((-half - 6, low), (half + 6, low)), 11, "#ffffff")


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
    m = place(x + 41, -21, 0, 1)
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


def draw_cooker(s: Sitter) -> None:
    """A pan on the hob, before somebody who stirs it."""
    y, half = s.bones.spot("root")[1] + 2, s.age.shoulder + 26
    s.pen.shape(_box(-half, y, half, 0), "#ffffff")
    s.pen.shape(_box(-half * .62, y + (-y) * .3, half * .62, -8), _STEEL, s.pen.weight * .8)
    s.pen.line(line((-half * .45, y - y * .3 + 8), (half * .45, y - y * .3 + 8)), s.pen.weight)
    s.pen.spots([(half * k, y - y * .16) for k in (-.6, -.3, .3, .6)], 3, COLOURS["charcoal"])
    s.pen.tube(line((-half - 4, y), (half + 4, y)), 8, COLOURS["charcoal"])
    pan = f"M-20 {y - 22} L20 {y - 22} L18 {y - 3} L-18 {y - 3} Z"
    s.pen.tube(line((-18, y - 17), (-36, y - 19)), 7, COLOURS["charcoal"])
    s.pen.shape(trace(pan, place()), COLOURS["red"])
    for x in (-8, 6):
        s.pen.line(trace(f"M{x} {y - 29} Q{x + 5} {y - 34} {x} {y - 39}", place()), s.pen.weight * .6)


def draw_parked_chair(s: Sitter) -> None:
    """The wheelchair of somebody who sits elsewhere for now, within reach behind them."""
    x, tint = -s.age.shoulder - 46, colour(s.look.wheelchair, "red")
    s.pen.tube(line((x - 22, -66), (x - 13, -66), (x - 11, -26), (x + 16, -26)), 7, COLOURS["charcoal"])
    s.pen.tube(line((x - 10, -28), (x + 13, -28)), 9, tint)
    s.pen.tube(line((x + 15, -26), (x + 22, -6), (x + 30, -6)), 6, COLOURS["grey"])
    s.pen.hoop((x - 4, -18), 15, 4, COLOURS["grey"])
    s.pen.dot((x - 4, -18), 4, tint)
