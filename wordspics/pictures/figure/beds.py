"""Beds, pillows and blankets: what somebody sleeps, sits up or hides in. Units; drawn round the bones."""
from wordspics.pictures.figure.palette import COLOURS
from wordspics.pictures.figure.plane import add, at, box, line, place, trace
from wordspics.pictures.figure.sitter import Sitter

_WOOD, _STEEL, _SHEET = COLOURS["brown"], COLOURS["light-grey"], COLOURS["light-blue"]


def _cloth(s: Sitter) -> str:
    """A blanket that no jumper disappears into."""
    worn = {s.outfit.top_colour, COLOURS.get(s.look.headwear_colour) if s.look.headwear else None}
    return COLOURS["teal"] if worn & {COLOURS["lilac"], COLOURS["purple"]} else COLOURS["lilac"]


def _half_bed(s: Sitter) -> float:
    return max(s.age.shoulder * 1.5, s.age.head_w * 1.45) + 9


def draw_headboard(s: Sitter) -> None:
    """A bed seen from its foot, behind somebody who sits up in it."""
    (x, y), w, h, half = s.bones.head, s.age.head_w, s.age.head_h, _half_bed(s) + 5
    top = y - h * 0.35
    s.pen.shape(trace(f"M{-half} 0 L{-half} {top + 14} Q{-half} {top} {14 - half} {top - 2} Q0 {top - 12} {half - 14} {top - 2} "
                      f"Q{half} {top} {half} {top + 14} L{half} 0 Z", place()), _WOOD)
    low, wide = y + h * 1.45, w * 1.5
    s.pen.shape(trace(f"M{x - wide} {low} Q{x - wide - 6} {y - h * .1} {x - wide + 7} {y - h * .05} L{x + wide - 7} {y - h * .05} "
                      f"Q{x + wide + 6} {y - h * .1} {x + wide} {low} Z", place()), "#ffffff")


def draw_bedclothes(s: Sitter) -> None:
    """Up to the belly of somebody who sits up; their hands lie on it."""
    _spread(s, s.bones.spot("belly")[1] - s.age.torso * 0.02)


def draw_covers(s: Sitter) -> None:
    """Pulled up to the nose, both hands on the edge."""
    (x, y), w, h = s.bones.head, s.age.head_w, s.age.head_h
    top = y + h * 0.42
    _spread(s, top)
    for e in (-1, 1):
        hand = (x + e * w * .62, top + 2)
        s.pen.dot(hand, s.age.hand * .95, s.skin)
        s.pen.line(line(add(hand, (-1, 2)), add(hand, (-1, s.age.hand * .6))), s.pen.weight * .6)


def _spread(s: Sitter, top: float) -> None:
    half = _half_bed(s)
    s.pen.shape(trace(f"M{-half} {top + 5} Q0 {top - 5} {half} {top + 5} L{half + 6} -2 L{-half - 6} -2 Z", place()), _cloth(s))
    s.pen.shape(trace(f"M{-half} {top + 5} Q0 {top - 5} {half} {top + 5} L{half + 2} {top + 18} Q0 {top + 8} {-half - 2} {top + 18} Z",
                      place()), "#ffffff")
    for e in (-1, 1):                                           # the legs beneath
        s.pen.line(trace(f"M{e * half * .52} {top * .55 - 2} Q{e * half * .34} {top * .6 - 6} {e * half * .2} {top * .5} "
                         f"M{e * half * .5} {top * .55} L{e * half * .56} -10", place()), s.pen.weight * .7)


def draw_hospital_bed(s: Sitter) -> None:
    """Behind somebody who sits up in it, a drip stand beside it."""
    y, back = s.bones.pelvis[1] + s.age.leg_w * 0.55, s.bones.pelvis[0] - s.age.torso * 0.62 - 16
    front = s.bones.legs["left"].ankle[0] + s.age.leg_w + 8
    top, stand = s.bones.head[1] - s.age.head_h * .9, back - 18
    s.pen.tube(line((stand - 9, top), (stand, top), (stand, -4), (stand - 12, -4), (stand + 12, -4))
               + line((back + 12, y + 12), (back + 12, -8)) + line((front - 6, y + 12), (front - 6, -8))
               + line((back - 2, y - s.age.torso * 0.95), (back - 2, y + 16)) + line((front + 3, y - 18), (front + 3, y + 16)), 7, _STEEL)
    bag = (f"M{stand - 17} {top + 5} L{stand - 3} {top + 5} L{stand - 3} {top + 24} "
           f"Q{stand - 10} {top + 31} {stand - 17} {top + 24} Z")
    s.pen.shape(trace(bag, place()), _SHEET, s.pen.weight * .8)
    s.pen.tube(line((back + 12, -6), (back + 12, -6.1)) + line((front - 6, -6), (front - 6, -6.1)), 10, COLOURS["charcoal"])
    s.pen.shape(box(back, y, front, y + 15), "#ffffff")
    pillow = place(*at(s.bones.trunk, -s.age.shoulder * 0.9, -s.age.torso * 0.72), -18)
    s.pen.oval((pillow[4], pillow[5]), 13, s.age.torso * 0.52, "#ffffff", -16)


def draw_blanket(s: Sitter) -> None:
    """Over the legs of somebody in bed."""
    (x, y), wide = s.bones.pelvis, s.age.leg_w
    end = s.bones.legs["left"].ankle[0] + wide * 0.9
    low = y + wide * 0.5 + 11
    d = (f"M{x - wide * .3} {y - wide * .9} Q{(x + end) / 2} {y - wide * 1.1} {end - 4} {y - wide * 1.5} "
         f"Q{end + 5} {y - wide} {end + 4} {low} L{x - wide * .5} {low} Q{x - wide * .7} {y} {x - wide * .3} {y - wide * .9} Z")
    s.pen.shape(trace(d, place()), _SHEET)
    s.pen.tube(trace(f"M{x - wide * .2} {y - wide * .75} Q{x - wide * .5} {y + 2} {x - wide * .3} {low - 4}", place()), 10, "#ffffff")


def draw_pillow(s: Sitter) -> None:
    """Under the head of somebody who lies, seen from above."""
    (x, y), wide, high = s.bones.head, s.age.shoulder * 1.35 + 7, s.age.head_h * 1.08
    s.pen.shape(trace(f"M{x - wide} {y - high} Q{x} {y - high + 7} {x + wide} {y - high} Q{x + wide - 5} {y} {x + wide} {y + high} "
                      f"Q{x} {y + high - 7} {x - wide} {y + high} Q{x - wide + 5} {y} {x - wide} {y - high} Z", place()), "#ffffff")


def draw_blanket_over(s: Sitter) -> None:
    """Over somebody who lies: up to the chest of a sleeper, to the belly of somebody awake."""
    top = s.bones.spot("chest" if s.pose.feeling == "asleep" else "belly")[1]
    low, half = s.bones.legs["left"].ankle[1] + s.age.leg_w * 0.95, s.age.shoulder * 1.35 + 7
    blanket = (f"M{-half} {top} L{half} {top} L{half} {low - 8} Q{half} {low} {half - 8} {low} L{8 - half} {low} "
               f"Q{-half} {low} {-half} {low - 8} Z")
    s.pen.shape(trace(blanket, place()), _cloth(s))
    s.pen.shape(line((-half, top), (half, top), (half, top + 11), (-half, top + 11)) + "Z", "#ffffff")
    for e in (-1, 1):
        fold = f"M{e * half * .42} {top * .45} Q{e * half * .5} {top * .25} {e * half * .4} {low - 16}"
        s.pen.line(trace(fold, place()), s.pen.weight * .7)


def draw_wrap(s: Sitter) -> None:
    """A blanket wrapped round somebody from their shoulders down: all of a baby, all but the feet of anybody else."""
    neck, age, small = s.bones.spot("chest")[1] - s.age.torso * 0.36, s.age, s.is_baby
    half, low = max(age.shoulder, age.hip) + (7 if small else 9), 0 if small else -age.leg_w * 0.62
    if "wheelchair-front" in s.pose.props:
        half, low = half + 4, s.bones.legs["left"].knee[1] + age.leg_w * 0.7            # over the knees, clear of the wheels
    mid = (neck + low) / 2
    s.pen.shape(trace(f"M{-half * .45} {neck} C{-half * 1.1} {neck} {-half * 1.15} {mid} {-half * .95} {mid + 4} "
                      f"C{-half * 1.05} {low - 4} {-half * .9} {low} {-half * .6} {low} "
                      f"L{half * .6} {low} C{half * .9} {low} {half * 1.05} {low - 4} {half * .95} {mid + 4} "
                      f"C{half * 1.15} {mid} {half * 1.1} {neck} {half * .45} {neck} Z", place()), _wool(s))
    pulled = -half * .1, neck + (mid - neck) * (.25 if small else .45)
    s.pen.line(trace(f"M{half * .55} {neck + 2} Q{half * .3} {pulled[1] - 2} {pulled[0]} {pulled[1]} "
                     f"Q{half * .1} {mid} {half * .05} {low}", place()))
    dots = (-.62, .45), (-.4, .75), (.42, .42), (.66, .66), (.36, .85), (-.75, .85), (-.3, .2)
    s.pen.spots([(half * x, neck + (low - neck) * y) for x, y in dots], 2.2, "#ffffff")
    if small:
        return
    s.pen.line("".join(line((x, low), (x, low + 6)) for x in (half * k * .2 for k in range(-3, 4))), s.pen.weight * .7)
    s.pen.dot(pulled, s.age.hand, s.skin)


def draw_wrap_behind(s: Sitter) -> None:
    """A baby's head is wrapped too."""
    if s.is_baby:
        (x, y), w, h = s.bones.head, s.age.head_w, s.age.head_h
        s.pen.shape(trace(f"M{x - w * 1.25} {y + h * 1.3} C{x - w * 1.7} {y - h * 1.0} {x - w * .7} {y - h * 1.5} {x} {y - h * 1.5} "
                          f"C{x + w * .7} {y - h * 1.5} {x + w * 1.7} {y - h * 1.0} {x + w * 1.25} {y + h * 1.3} Z", place()), _wool(s))


def _wool(s: Sitter) -> str:
    blue = s.outfit.top_colour in (COLOURS["blue"], COLOURS["light-blue"], COLOURS["navy"], COLOURS["teal"])
    return COLOURS["yellow" if blue else "light-blue"]
