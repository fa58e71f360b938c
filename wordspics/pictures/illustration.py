"""Illustrations read from SVG files, by layers: for an ink, a time of day, somebody's skin.

Only the subset that Chromium and WeasyPrint draw alike is read: anything else in a file is refused by name, so a bad
illustration is found on the shelf and not on a page.
"""
import math
import re
from typing import NamedTuple
from xml.etree import ElementTree

from msgspec.structs import replace

from wordspics.pictures.paths import BadPath, read_path, without_flat_arcs
from wordspics.pictures.shapes import INK, AnyShape, Circle, Ellipse, Group, Path
from wordspics.pictures.svg import number

_TRANSFORM = re.compile(r"(?:(?:translate|scale|rotate|matrix)\([0-9eE+\-., ]*\)[ ,]*)*\Z")
_PAINT = re.compile(r"none|#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?\Z")
_LOOKS = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "fill-rule", "clip-rule", "opacity",
          "transform", "data-only", "data-time", "data-layer", "id"}
_FORMS = {"path": {"d"}, "circle": {"cx", "cy", "r"}, "ellipse": {"cx", "cy", "rx", "ry"}, "line": {"x1", "x2", "y1", "y2"},
          "rect": {"x", "y", "width", "height", "rx", "ry"}, "polyline": {"points"}, "polygon": {"points"}, "g": set()}
_SAID = {"data-only": ("colour", "outline"), "data-time": ("day", "night"), "data-layer": ("front",), "id": ("skin",),
         "stroke-linecap": ("round",)}
_BLACK = ("#000000", INK)
_ABSOLUTE = set("MLCQAZ")
_DEEPEST = 12


class _Wish(NamedTuple):
    """What a file is read for."""

    ink: str
    time: str
    skin: str = ""
    front: bool = False


class BadPicture(ValueError):
    """An illustration that cannot be used. Its text is one plain sentence."""


def read(text: str, *, ink: str = "colour", time: str = "day", skin: str = "",
         front: bool = False) -> tuple[tuple[AnyShape, ...], tuple[float, float]]:
    """The shapes of an SVG file for one ink and time, and its size (width, height) from the viewBox.

    `front` asks for what a place has before those who stand far back: the groups with `data-layer="front"`, else left out.
    `data-only="outline"` keeps an element for that ink alone, `data-time="night"` for that time alone. OpenMoji's
    groups named color, hair and skin hold the fills: in outline they are a white ground for the lines. What is named
    skin takes on `skin` ("#rrggbb") when there is one, in OpenMoji's files and in ours.
    """
    root, size = _open(text)
    return _read_all(root, _Wish(ink, time, skin, front)), size


def vet(data: bytes, most: int) -> tuple[float, float]:
    """The size of an illustration of ours. A BadPicture when it is not safe and simple in every ink, by day and by night.

    Stricter than `read`, which only leaves out what it would not draw: `most` is the length in bytes that a file may have.
    """
    if len(data) > most:
        raise BadPicture(f"is {len(data) / 1000:.0f} kB, and the most is {most / 1000:.0f} kB")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadPicture("is not text in UTF-8") from None
    if "<!" in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL):
        raise BadPicture("holds a <!DOCTYPE> or the like, which a picture never needs")
    root, size = _open(text)
    if set(root.keys()) - {"viewBox"}:
        raise BadPicture("has more than a viewBox on its <svg>")
    for element in root:
        _vet_element(element, filled=False)
    if not any(_read_all(root, _Wish("colour", "day", front=front)) for front in (False, True)):
        raise BadPicture("draws nothing")
    return size


def _vet_element(element, filled: bool, deep: int = 0) -> None:
    """`filled` is whether a group around it says a fill; without any, SVG would paint it black and nobody would know why."""
    if not isinstance(element.tag, str):                # a comment
        return
    if deep > _DEEPEST:
        raise BadPicture(f"has groups more than {_DEEPEST} deep in each other")
    _vet_form(element)
    if (element.text or "").strip() or (element.tail or "").strip():
        raise BadPicture("has words in it; what a picture is called belongs in library.toml")
    for key, allowed in _SAID.items():
        if element.get(key, allowed[0]) not in allowed:
            raise BadPicture(f'has {key}="{element.get(key)}"; it may be {" or ".join(allowed)}')
    filled = filled or element.get("fill") is not None
    if _name(element) == "g":
        _read_looks(element)
        for inner in element:
            _vet_element(inner, filled, deep + 1)
        return
    _read(element, _Wish("colour", "day"))
    if _name(element) == "path" and {letter for letter, _ in read_path(element.get("d"))} - _ABSOLUTE:
        raise BadPicture("has a path with other letters than M L C Q A Z")
    if not filled:
        raise BadPicture(f'has a <{_name(element)}> without a fill, which would be black; fill="none" is for lines')


def _open(text: str):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as fault:
        raise BadPicture(f"is not well-formed SVG ({fault})") from None
    box = re.fullmatch(r"0 0 ([0-9.]+) ([0-9.]+)", " ".join((root.get("viewBox") or "").split()))
    if _name(root) != "svg" or not box:
        raise BadPicture("does not begin with an <svg> whose viewBox starts at 0 0")
    return root, (float(box[1]), float(box[2]))


def _read_all(parent, wish: _Wish, front: bool = False) -> tuple[AnyShape, ...]:
    """`front` is whether the parent is part of the front layer."""
    shapes = []
    for element in parent:
        if not isinstance(element.tag, str) or _name(element) in {"title", "desc"}:
            continue
        own_ink = "colour" if wish.ink == "grey" else wish.ink
        if element.get("data-only", own_ink) != own_ink or element.get("data-time", wish.time) != wish.time:
            continue
        in_front = front or element.get("data-layer") == "front"
        if _name(element) == "g" or in_front == wish.front:
            shapes.append(_read(element, wish, in_front))
    return tuple(shape for shape in shapes if not isinstance(shape, Group) or shape.shapes)


def _vet_form(element) -> None:
    name = _name(element)
    if name not in _FORMS:
        raise BadPicture(f"holds a <{name}>, which the app does not draw")
    odd = {key for key in element.keys() if key not in _LOOKS and key not in _FORMS[name]}
    if odd:
        raise BadPicture(f"has the attribute {sorted(odd)[0]} on a <{name}>, which the app does not draw")


def _read(element, wish: _Wish, front: bool = False) -> AnyShape:
    _vet_form(element)
    name, looks = _name(element), _read_looks(element)
    if name == "g":
        inner = _read_all(element, wish, front)
        part = element.get("id", "")
        if wish.ink == "outline" and re.match(r"color|hair|skin", part):
            inner = _dyed(inner, "#ffffff", lines=False)
        elif wish.skin and part.startswith("skin"):
            inner = _dyed(inner, wish.skin, lines=True)
        opacity = element.get("opacity")
        return Group(shapes=inner, join=element.get("stroke-linejoin"), opacity=float(opacity) if opacity else None, **looks)
    if name == "circle":
        return Circle(x=_number(element, "cx"), y=_number(element, "cy"), r=_number(element, "r"), **looks)
    if name == "ellipse":
        return Ellipse(x=_number(element, "cx"), y=_number(element, "cy"), rx=_number(element, "rx"), ry=_number(element, "ry"), **looks)
    return Path(d=_outline_of(element, name), rule=element.get("fill-rule"), **looks)


def _outline_of(element, name: str) -> str:
    if name == "path":
        try:
            return without_flat_arcs(element.get("d", ""))
        except BadPath:
            raise BadPicture("has a path the app cannot read") from None
    if name == "line":
        return "M{} {}L{} {}".format(*(number(_number(element, k)) for k in ("x1", "y1", "x2", "y2")))
    if name == "rect":
        return _rounded(*(_number(element, k) for k in ("x", "y", "width", "height")), _number(element, "rx") or _number(element, "ry"))
    points = re.findall(r"-?[0-9.]+(?:e-?\d+)?", element.get("points", ""))
    if len(points) < 4 or len(points) % 2:
        raise BadPicture(f"has a <{name}> whose points are not pairs of numbers")
    pairs = [f"{x} {y}" for x, y in zip(points[::2], points[1::2])]
    return "M" + "L".join(pairs) + ("Z" if name == "polygon" else "")


def _rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    r = min(r, w / 2, h / 2)
    n = number
    if not r:
        return f"M{n(x)} {n(y)}L{n(x + w)} {n(y)}L{n(x + w)} {n(y + h)}L{n(x)} {n(y + h)}Z"
    arc = f"A{n(r)} {n(r)} 0 0 1"
    return (f"M{n(x + r)} {n(y)}L{n(x + w - r)} {n(y)}{arc} {n(x + w)} {n(y + r)}L{n(x + w)} {n(y + h - r)}{arc} {n(x + w - r)} {n(y + h)}"
            f"L{n(x + r)} {n(y + h)}{arc} {n(x)} {n(y + h - r)}L{n(x)} {n(y + r)}{arc} {n(x + r)} {n(y)}Z")


def _read_looks(element) -> dict:
    looks = {}
    for key in ("fill", "stroke"):
        paint = element.get(key)
        if paint is not None:
            if not _PAINT.match(paint):
                raise BadPicture(f"is painted with {paint!r}; only #rrggbb and none are drawn")
            looks[key] = _six(paint.lower())
    if element.get("stroke-width"):
        looks["width"] = _number(element, "stroke-width")
    if element.get("stroke-linecap"):
        looks["cap"] = element.get("stroke-linecap")
    transform = element.get("transform")
    if transform:
        if not _TRANSFORM.match(transform):
            raise BadPicture("has a transform the app cannot read")
        looks["transform"] = transform
    return looks


def _dyed(shapes: tuple[AnyShape, ...], paint: str, lines: bool) -> tuple[AnyShape, ...]:
    """The same shapes, every fill of them in one colour, and every line that is not black if asked."""
    dyed = []
    for shape in shapes:
        changes = {"fill": paint} if shape.fill not in (None, "none") else {}
        if lines and shape.stroke not in (None, "none", *_BLACK):
            changes["stroke"] = paint
        if isinstance(shape, Group):
            changes["shapes"] = _dyed(shape.shapes, paint, lines)
        dyed.append(replace(shape, **changes))
    return tuple(dyed)


def _six(paint: str) -> str:
    return "#" + "".join(c * 2 for c in paint[1:]) if len(paint) == 4 and paint != "none" else paint


def _number(element, key: str) -> float:
    try:
        number = float(element.get(key, "0").removesuffix("px"))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BadPicture(f"has {element.get(key)!r} where a number belongs")
    return number


def _name(element) -> str:
    return element.tag.rpartition("}")[2]
