"""What lies behind the cover: a soft field in the colour of its picture's wall or sky, and hills that run on over the fold."""

import colorsys

PAPER = "#fff3d6"               # when there is no picture to take a colour from
_FIELD, _SUN = 0.35, 0.65                       # how much white is mixed in
_FAR, _NEAR = 0.04, 0.09                        # how much darker, in the same hue
_PALEST = 0.80                  # luminance the ground is brought up to, so that a night sky gives no dark cover


def scenery(ground: str | None, width: float, height: float, ink: str, *, wraps: bool) -> tuple[str, dict[str, str]]:
    """The field's colour, and the hills of the front and the back as SVG the size of a leaf (mm).

    `wraps`: the back lies at the left hand of the front on one sheet, so the hills go on from one to the other.
    """
    ground = _paled(ground or PAPER)
    if ink == "grey":
        level = round(255 * _luminance(ground))
        ground = f"#{level:02x}{level:02x}{level:02x}"
    field = "#ffffff" if ink == "outline" else _mix(ground, _FIELD)
    if not wraps:
        return field, {"front": _hills(ground, width, height, ink, shift=0, whole=width)}
    return field, {"front": _hills(ground, width, height, ink, shift=width, whole=2 * width),
                   "back": _hills(ground, width, height, ink, shift=0, whole=2 * width)}


def _hills(ground: str, width: float, height: float, ink: str, *, shift: float, whole: float) -> str:
    """The part of the landscape, `whole` mm wide, that a leaf shows from `shift` on."""
    far = _wave(whole, height, height * 0.79, height * 0.055, 1.0)
    near = _wave(whole, height, height * 0.90, height * 0.045, -1.0)
    if ink == "outline":
        looks = ['fill="none" stroke="#1d1d1b" stroke-width="0.7"'] * 3
    else:
        looks = [f'fill="{_mix(ground, _SUN)}"', f'fill="{_deepen(ground, _FAR)}"', f'fill="{_deepen(ground, _NEAR)}"']
    alone = whole == width                                # one leaf by itself: an outlined sun would run through the title
    sun = "" if ink == "outline" and alone else (
        f'<circle cx="{whole * 0.25:.1f}" cy="{height * 0.3:.1f}" r="{height * 0.13:.1f}" {looks[0]}/>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{shift:.2f} 0 {width:.2f} {height:.2f}" width="{width:.2f}mm" '
            f'height="{height:.2f}mm" preserveAspectRatio="none">{sun}'
            f'<path d="{far}" {looks[1]}/><path d="{near}" {looks[2]}/></svg>')


def _wave(whole: float, height: float, level: float, rise: float, way: float) -> str:
    """Two long rounded hills from edge to edge, closed well below the paper."""
    points, below = [], height + 20
    for i in range(5):
        up = way * rise * (1 if i % 2 else -1)
        points.append((whole * i / 4, level + up))
    d = [f"M-10 {below:.1f}L-10 {points[0][1]:.1f}L0 {points[0][1]:.1f}"]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        middle = (x0 + x1) / 2
        d.append(f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}")
    return "".join(d) + f"L{whole + 10:.1f} {points[-1][1]:.1f}L{whole + 10:.1f} {below:.1f}Z"


def _paled(colour: str) -> str:
    for share in (0, 0.15, 0.3, 0.45, 0.6, 0.75):
        paler = _mix(colour, share)
        if _luminance(paler) >= _PALEST:
            return paler
    return _mix(colour, 0.85)


def _mix(colour: str, white: float) -> str:
    return "#" + "".join(f"{round(part + (255 - part) * white):02x}" for part in _parts(colour))


def _deepen(colour: str, darker: float) -> str:
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, max(light - darker, 0), strength))


def _luminance(colour: str) -> float:
    r, g, b = (part / 255 for part in _parts(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
