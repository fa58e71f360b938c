"""Binding: a reading PDF made into the edition that leaves the house.

Pages are imposed in place: each becomes a form on its sheet, and the tags are pointed at the forms, so a screen reader
still reads 1, 2, 3 while the paper carries 12 and 1 side by side. Imported in the render child alone.
"""
import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from wordspics.press import imposition

_CSS_PIXEL = 0.75               # points


def bind(reading: bytes, languages: tuple[str, ...], *, folds: bool) -> bytes:
    """The finished file: imposed when it folds, with nothing in it but what can be seen, the same bytes each time.

    `languages` are those of the articles, in reading order.
    """
    with pikepdf.open(io.BytesIO(reading)) as pdf:
        for surplus in ("/Names", "/Outlines"):
            if surplus in pdf.Root:
                del pdf.Root[surplus]
        _turn_boxes(pdf)
        _name_languages(pdf, languages)
        if folds:
            _impose(pdf)
        _settle(pdf, folds=folds)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, deterministic_id=True)
        return out.getvalue()


def _settle(pdf: pikepdf.Pdf, *, folds: bool) -> None:
    """A neutral title and no more; and for the printer, true size and the right edge to flip on."""
    pdf.docinfo = pdf.make_indirect(Dictionary(Title="Words and Pictures"))
    wishes = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
    if folds:
        wishes.Duplex = Name.DuplexFlipShortEdge
    pdf.Root.ViewerPreferences = wishes


def _impose(pdf: pikepdf.Pdf) -> None:
    pages = [page.obj for page in pdf.pages]
    forms = [_form_of(page) for page in pages]
    width, height = (float(pages[0].MediaBox[i]) for i in (2, 3))
    sheet_of: dict[int, tuple[pikepdf.Object, float]] = {}
    for side in imposition.sides(len(pages)):
        sheet = _sheet(pdf, side, forms, width, height)
        for place, number in enumerate(side):
            sheet_of[number] = (sheet, place * width)
    numbers = {page.objgen: number for number, page in enumerate(pages)}
    for element in _elements(pdf):
        if "/Pg" in element and element.Pg.objgen in numbers:
            _move(element, numbers[element.Pg.objgen], sheet_of, forms)
    del pdf.pages[:len(pages)]


def _form_of(page: pikepdf.Object) -> pikepdf.Object:
    """A page's content as a form that a sheet can carry, its marks still counted as the page's own."""
    form = page.Contents
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, page.MediaBox, page.Resources
    if "/StructParents" in page:
        form.StructParents = page.StructParents
    return form


def _sheet(pdf: pikepdf.Pdf, side: tuple[int, int], forms: list, width: float, height: float) -> pikepdf.Object:
    carried = Dictionary({f"/P{number}": forms[number] for number in side})
    drawn = b"\n".join(b"q 1 0 0 1 %.3f 0 cm /P%d Do Q" % (place * width, number) for place, number in enumerate(side))
    sheet = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 2 * width, height]), Tabs=Name.S,
                                         Resources=Dictionary(XObject=carried), Contents=pdf.make_stream(drawn)))
    pdf.pages.append(pikepdf.Page(sheet))
    return pdf.pages[-1].obj


def _move(element: pikepdf.Object, number: int, sheet_of: dict, forms: list) -> None:
    """Point a tag at the sheet its page went to, and at the form on it."""
    sheet, shift = sheet_of[number]
    element.Pg = sheet
    element.K = Array([Dictionary(Type=Name.MCR, Pg=sheet, Stm=forms[number], MCID=kid) if isinstance(kid, int) else kid
                       for kid in _kids(element)])
    if "/A" in element and "/BBox" in element.A:
        left, low, right, high = (float(n) for n in element.A.BBox)
        element.A.BBox = Array([left + shift, low, right + shift, high])


def _turn_boxes(pdf: pikepdf.Pdf) -> None:
    """WeasyPrint 70 writes a figure's box in CSS pixels from the top; a reader of the PDF expects points from the bottom."""
    for element in _elements(pdf):
        if "/A" in element and "/BBox" in element.A:
            high = float(element.Pg.MediaBox[3])
            x0, y0, x1, y1 = (float(n) * _CSS_PIXEL for n in element.A.BBox)
            element.A.BBox = Array([round(n, 2) for n in (x0, high - y1, x1, high - y0)])


def _name_languages(pdf: pikepdf.Pdf, languages: tuple[str, ...]) -> None:
    """Say in the tags which language each stretch of words is in; WeasyPrint 70 says it only for the whole document."""
    articles = [element for element in _elements(pdf) if element.S == Name.Art]
    for article, language in zip(articles, languages, strict=True):
        article.S, article.Lang = Name.Div, pikepdf.String(language)


def _elements(pdf: pikepdf.Pdf):
    """Every element of the structure tree, in reading order."""
    waiting = _kids(pdf.Root.StructTreeRoot)[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and element.get("/Type") == Name.StructElem:
            yield element
            waiting += _kids(element)[::-1]


def _kids(element: pikepdf.Object) -> list:
    if "/K" not in element:
        return []
    return list(element.K) if isinstance(element.K, Array) else [element.K]
