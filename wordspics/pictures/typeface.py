"""The letters: static Lexend for screen and paper alike, measured here so that both break lines in the same place.

Lexend comes as one variable font from its package. Chromium and WeasyPrint agree on letter widths only when both are
given the same static faces, so Regular and Bold are cut from it once, at set-up, into the installation's own folder.
"""
import functools
import os
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

WEIGHTS = {"regular": 400, "bold": 600}
SCRIPTS = {"NotoSans": "Noto Sans", "NotoSansArabic": "Noto Sans Arabic", "NotoSansBengali": "Noto Sans Bengali",
           "NotoSansDevanagari": "Noto Sans Devanagari", "NotoSansEthiopic": "Noto Sans Ethiopic",
           "NotoSansGujarati": "Noto Sans Gujarati", "NotoSansGurmukhi": "Noto Sans Gurmukhi", "NotoSansHebrew": "Noto Sans Hebrew",
           "NotoSansTamil": "Noto Sans Tamil", "NotoEmoji": "Noto Emoji"}


@functools.cache
def face(weight: str = "regular") -> Path:
    """The static Lexend file of a weight, cut on first use if set-up has not done it."""
    path = Path(sys.prefix) / "share" / "wordspics" / f"Lexend-{weight.title()}.ttf"
    if not path.exists():
        _cut(WEIGHTS[weight], path)
    return path


def fallbacks() -> dict[str, Path]:
    """Family name -> file, for letters Lexend does not have: other scripts and emoji."""
    import manimgx_fonts

    folder = Path(manimgx_fonts.__file__).parent
    return {family: folder / f"{stem}[wght].ttf" for stem, family in SCRIPTS.items()}


def width(text: str, size: float, weight: str = "regular") -> float:
    """How wide a line of text is, in the unit of `size` (its letter height)."""
    advances = _metrics(face(weight))
    return sum(advances[ord(c)] if ord(c) in advances else _borrowed(ord(c)) for c in text) * size


def has(letter: str) -> bool:
    """Whether Lexend itself has the letter; the others come from `fallbacks`."""
    return ord(letter) in _metrics(face())


def can_set(text: str) -> bool:
    """Whether every letter of the text is in one of our faces."""
    faces = (face(), *fallbacks().values())
    return all(c.isspace() or any(ord(c) in _metrics(path) for path in faces) for c in text)


def break_lines(text: str, size: float, room: float, weight: str = "regular") -> tuple[str, ...]:
    """The text in lines no wider than `room`; a word too long for a line is broken after a hyphen, or else between letters."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            for piece in _pieces(word, size, room, weight):
                joined = f"{line} {piece}" if line else piece
                if line and width(joined, size, weight) > room:
                    lines.append(line)
                    line = piece
                else:
                    line = joined
        lines.append(line)
    return tuple(lines)


def _pieces(word: str, size: float, room: float, weight: str) -> list[str]:
    if width(word, size, weight) <= room:
        return [word]
    pieces, piece = [], ""
    for part in re.findall(r"[^-]*-|[^-]+", word):
        if piece and width(piece + part, size, weight) > room:
            pieces.append(piece)
            piece = ""
        for c in part:
            if piece and width(piece + c, size, weight) > room:
                pieces.append(piece)
                piece = ""
            piece += c
    return [*pieces, piece]


@functools.lru_cache(maxsize=4096)
def _borrowed(code: int) -> float:
    """How wide a letter is, in ems, that Lexend does not have: from the first other face that has it."""
    if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf"):
        return 0.0                                      # marks and joiners stand on the letter before them
    for path in fallbacks().values():
        if code in _metrics(path):
            return _metrics(path)[code]
    return 1.0


@functools.lru_cache(maxsize=32)
def _metrics(path: Path) -> dict[int, float]:
    """Code point -> how wide its letter is, in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        advances, units = font["hmtx"], font["head"].unitsPerEm
        return {code: advances[name][0] / units for code, name in font.getBestCmap().items()}


def _cut(weight: int, path: Path) -> None:
    """Cut one static face, whole or not at all; the same bytes each time."""
    import fontpkg_lexend
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    source = next(fontpkg_lexend.ROOT.rglob("*.ttf"))
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight}, updateFontNames=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        font.save(out)
    os.chmod(part, 0o644)
    os.replace(part, path)


if __name__ == "__main__":
    for each in WEIGHTS:
        face(each)
