"""Reading a printed booklet back: the words of each half of a sheet, and what its tags say."""
import io
import re

import pikepdf
import pypdfium2

A4 = (841.89, 595.28)           # points, landscape


def pages_of(pdf: bytes) -> list[str]:
    """The words of every sheet side or page, as one line each."""
    return [left for left, _ in _read(pdf, halves=False)]


def halves_of(pdf: bytes) -> list[tuple[str, str]]:
    """The words of every sheet side: (left half, right half)."""
    return _read(pdf, halves=True)


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_size() for page in document]
    finally:
        document.close()


def _read(pdf: bytes, *, halves: bool) -> list[tuple[str, str]]:
    document = pypdfium2.PdfDocument(pdf)
    read = []
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            middle = width / 2 if halves else width
            left = text.get_text_bounded(0, 0, middle, height)
            right = text.get_text_bounded(middle, 0, width, height) if halves else ""
            read.append((_line(left), _line(right)))
    finally:
        document.close()
    return read


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


class Tags:
    """The structure tree, walked in reading order as (kind, alt, language)."""

    def __init__(self, pdf: bytes):
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            self.elements = [(str(element.S)[1:], str(element.get("/Alt", "")), str(element.get("/Lang", "")))
                             for element in _walk(opened.Root.StructTreeRoot)]
            self.is_marked = bool(opened.Root.MarkInfo.Marked)
            self.language = str(opened.Root.Lang)

    @property
    def alts(self) -> list[str]:
        return [alt for kind, alt, _ in self.elements if kind == "Figure"]

    @property
    def languages(self) -> list[str]:
        return [language for _, _, language in self.elements if language]


def _walk(element):
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.StructElem:
            yield kid
            if "/K" in kid:
                yield from _walk(kid)
