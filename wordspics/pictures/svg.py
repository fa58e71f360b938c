"""Drawings written as SVG for the screen and the press: only presentation attributes that Chromium and WeasyPrint draw alike."""
from html import escape
from itertools import groupby

from wordspics.pictures.shapes import AnyShape, Circle, Drawing, Ellipse, Group, Label, Path, Photo

STAGE_BOX = "0 0 480 360"


def write(drawing: Drawing, *, labels: bool = True, box: str = STAGE_BOX, classes: str = "", photo=None) -> str:
    """The whole inline <svg> of a drawing, with its scene in words as <title>.

    `box` is the viewBox; `photo(picture_id)` gives the address of a family's own picture.
    """
    spoken = 'role="img"' if drawing.alt else 'aria-hidden="true"'      # beside its name in words, a drawing is not told twice
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {spoken}']
    parts.append(f' class="{escape(classes)}">' if classes else ">")
    if drawing.alt:
        parts.append(f"<title>{escape(drawing.alt)}</title>")
    parts.append(write_shapes(drawing.shapes, photo=photo))
    if labels:
        parts.extend(_label(label) for label in drawing.labels)
    parts.append("</svg>")
    return "".join(parts)


def write_shapes(shapes, *, photo=None) -> str:
    out: list[str] = []
    _write_all(shapes, out, photo)
    return "".join(out)


def number(value: float) -> str:
    """One decimal is a tenth of a unit: 0.03 mm on an A5 page, finer than any printer."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def _write_all(shapes, out: list[str], photo) -> None:
    """One after the other; neighbours that look alike say so once, in a group around them, where that is shorter."""
    for looks, run in groupby(shapes, key=_looks):
        alike = tuple(run)
        shared = len(looks) * (len(alike) - 1) > len("<g></g>")
        if shared:
            out.append(f"<g{looks}>")
        for shape in alike:
            _write(shape, "" if shared else looks, out, photo)
        if shared:
            out.append("</g>")


def _write(shape: AnyShape, looks: str, out: list[str], photo) -> None:
    if type(shape) is Path:
        out.append(f'<path d="{shape.d}"')
        if shape.rule:
            out.append(f' fill-rule="{shape.rule}"')
    elif type(shape) is Circle:
        out.append(f'<circle cx="{number(shape.x)}" cy="{number(shape.y)}" r="{number(shape.r)}"')
    elif type(shape) is Ellipse:
        out.append(f'<ellipse cx="{number(shape.x)}" cy="{number(shape.y)}" rx="{number(shape.rx)}" ry="{number(shape.ry)}"')
    elif type(shape) is Photo:
        href = escape(photo(shape.picture)) if photo else ""
        out.append(f'<image href="{href}" x="{number(shape.x)}" y="{number(shape.y)}" width="{number(shape.w)}" height="{number(shape.h)}"')
    else:
        out.append("<g")
        if shape.item:
            out.append(f' data-item="{escape(shape.item)}"')
        if shape.join:
            out.append(f' stroke-linejoin="{shape.join}"')
        if shape.opacity is not None:
            out.append(f' opacity="{shape.opacity:g}"')
    out.append(looks)
    if shape.transform:
        out.append(f' transform="{shape.transform}"')
    if type(shape) is Group:
        out.append(">")
        _write_all(shape.shapes, out, photo)
        out.append("</g>")
    else:
        out.append("/>")


def _looks(shape: AnyShape) -> str:
    """Fill and stroke as attributes; what is missing is taken from the group around."""
    looks = f' fill="{shape.fill}"' if shape.fill is not None else ""
    if shape.stroke is not None:
        looks += f' stroke="{shape.stroke}"'
    if shape.width is not None:
        looks += f' stroke-width="{shape.width:.4g}"'
    if shape.cap is not None:
        looks += f' stroke-linecap="{shape.cap}"'
    return looks


def _label(label: Label) -> str:
    size = label.size * 480
    leading = label.h * 360 / max(len(label.lines), 1)
    x, top = (label.x + label.w / 2) * 480, label.y * 360
    lines = "".join(
        f'<text x="{number(x)}" y="{number(top + leading * (i + 0.5) + size * 0.35)}">{escape(line)}</text>'
        for i, line in enumerate(label.lines))
    item = f' data-label="{escape(label.item)}"' if label.item else ""
    paper = _slip(label) if label.slip else ""
    return (f'<g{item} lang="{escape(label.language)}" font-family="Lexend, sans-serif" font-size="{size:.4g}" text-anchor="middle" '
            f'fill="#1d1d1b">{paper}{lines}</g>')


def _slip(label: Label) -> str:
    x, y, w, h = (number(share * units) for share, units in ((label.x, 480), (label.y, 360), (label.w, 480), (label.h, 360)))
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="5" fill="#ffffff"/>'
