"""The inks a drawing can be made in: in colour, in outline to colour in, in greys for a mono printer."""
from typing import Literal

from msgspec.structs import replace

from wordspics.pictures.shapes import INK, AnyShape, Group, Photo

Inks = Literal["colour", "outline", "grey"]
INKS: dict[str, str] = {"colour": "in colour", "outline": "to colour in", "grey": "in black and grey"}
_DARK = 0.16                    # luminance below which a fill is part of the line: eyes, a teddy's nose
_DARKEST, _LIFTED = 0.255, 0.54  # in grey, what is lighter than a mouth or black hair is lifted above what a printer without greys blackens


def dip(shapes: tuple[AnyShape, ...], ink: str) -> tuple[AnyShape, ...]:
    """The same shapes in another ink.

    In outline a filled shape without a line around it is a flat tint and goes; one with a line is left white to colour in.
    """
    if ink == "outline":
        return tuple(_outlines(shapes, "#000000", "none"))
    if ink == "grey":
        return tuple(_greys(shapes))
    return shapes


def luminance(colour: str) -> float:
    """0 for black, 1 for white: Rec. 709 weights on the sRGB values, as a printer driver greys a picture."""
    r, g, b = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _outlines(shapes, fill: str, stroke: str):
    for shape in shapes:
        filled = fill if shape.fill is None else shape.fill
        stroked = stroke if shape.stroke is None else shape.stroke
        if isinstance(shape, Photo):
            yield shape
        elif isinstance(shape, Group):
            inner = tuple(_outlines(shape.shapes, filled, stroked))
            if inner:
                yield replace(shape, shapes=inner, opacity=None)
        elif stroked == "none":
            if filled != "none" and (filled == "#ffffff" or luminance(filled) < _DARK):
                yield shape
        else:
            paper = filled if filled == "none" or luminance(filled) < _DARK else "#ffffff"
            yield replace(shape, fill=paper, stroke=_line(stroked))


def _line(stroked: str) -> str:
    return stroked if stroked == "#ffffff" else INK


def _greys(shapes):
    for shape in shapes:
        is_group = isinstance(shape, Group)         # whose own stroke is the line of all that is in it: a drawing by hand stays dark
        changes = {key: _grey(getattr(shape, key), lift=not (is_group and key == "stroke"))
                   for key in ("fill", "stroke") if getattr(shape, key) is not None}
        if is_group:
            changes["shapes"] = tuple(_greys(shape.shapes))
        yield replace(shape, **changes) if changes else shape


def _grey(colour: str, lift: bool) -> str:
    if colour == "none":
        return colour
    shade = luminance(colour)
    if lift and shade > _DARKEST:
        shade = _LIFTED + (shade - _DARKEST) * (1 - _LIFTED) / (1 - _DARKEST)
    level = round(255 * shade)
    return f"#{level:02x}{level:02x}{level:02x}"
