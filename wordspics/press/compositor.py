"""The layout engine, made strict: WeasyPrint with our letters only, a closed shelf, and no warning let pass.

Imported in the render child alone. WeasyPrint prints on when a picture will not load; a child's book with a gap in it
would never be noticed in time, so here anything it complains of ends the print.
"""
import logging

import weasyprint
from PIL import ImageFile
from weasyprint.text.fonts import FontConfiguration

from wordspics.pictures import typeface
from wordspics.press.faults import CannotPrint, Overfull, UnknownLetter
from wordspics.press.galley import STYLES, Galley
from wordspics.press.shelf import Shelf

ImageFile.LOAD_TRUNCATED_IMAGES = False         # importing WeasyPrint turned it on: half a photo is a damaged photo
_NO_LETTER = ".notdef glyph"            # how WeasyPrint 70 begins to say that no font has a letter
_WEIGHTS = {"regular": "normal", "bold": "bold"}


class Complaints(logging.Handler):
    """What the engine complained of since the last print began, and the letters it had no font for."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.heard: list[str] = []
        self.letters: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(str(record.msg))
        if str(record.msg).startswith(_NO_LETTER) and record.args:
            self.letters.append(str(record.args[0]))

    def forget(self) -> None:
        self.heard.clear()
        self.letters.clear()


class Compositor:
    """One layout engine with its letters loaded once, for as many booklets as the child lives."""

    def __init__(self):
        letters, faces = _faces()
        self._shelf = Shelf(letters)
        self._fonts = FontConfiguration()
        self._complaints = Complaints()
        logger = logging.getLogger("weasyprint")
        logger.handlers[:], logger.propagate = [self._complaints], False
        logger.setLevel(logging.WARNING)
        families = ", ".join(f'"{family}"' for family in ("Lexend", *typeface.fallbacks()))
        self._styles = [self._css(css) for css in (
            faces, f"html, svg{{font-family:{families}}}", STYLES.read_text(encoding="utf-8"))]
        self._answer_for_all()

    def print(self, galley: Galley) -> bytes:
        """The reading PDF of a booklet: one page a leaf, tagged."""
        return self._print(galley.html, galley.rules, galley.pictures, galley.pages)

    def sheet(self, html: str, rules: str) -> bytes:
        """One page without pictures, tagged. Overfull when it makes more than one."""
        return self._print(html, rules, {}, 1)

    def plate(self, svg: str, width: float, height: float) -> bytes:
        """One drawing on a page of its own size, in mm."""
        html = '<!doctype html><html lang="en"><title>Picture</title><body><img id="plate" src="wp-svg:plate" alt="Picture">'
        size = f"width:{width:.3f}mm;height:{height:.3f}mm"
        rules = f"@page{{size:{width:.3f}mm {height:.3f}mm;margin:0}}#plate{{display:block;{size}}}"
        return self._print(html, rules, {"wp-svg:plate": svg.encode()}, 1)

    def _print(self, html: str, rules: str, pictures: dict[str, bytes], pages: int) -> bytes:
        self._complaints.forget()
        self._shelf.lay(pictures)
        document = weasyprint.HTML(string=html, url_fetcher=self._shelf).render(
            font_config=self._fonts, stylesheets=[*self._styles, self._css(rules)])
        if len(document.pages) != pages:
            raise Overfull("The words would not stay on their pages, so nothing was printed.")
        pdf = document.write_pdf(pdf_tags=True)
        self._answer_for_all()
        if self._shelf.left:
            raise CannotPrint("A picture was left out, so nothing was printed.")
        return pdf

    def _answer_for_all(self) -> None:
        if self._complaints.letters:
            raise UnknownLetter(self._complaints.letters[0])
        if self._complaints.heard:
            raise CannotPrint("Something on a page could not be drawn, so nothing was printed.")

    def _css(self, text: str) -> weasyprint.CSS:
        return weasyprint.CSS(string=text, url_fetcher=self._shelf, font_config=self._fonts)


def _faces() -> tuple[list, str]:
    """The letter files, and the rules that name them."""
    own = {weight: typeface.face(weight) for weight in _WEIGHTS}
    rules = [f'@font-face{{font-family:Lexend;font-weight:{_WEIGHTS[weight]};src:url("{path.as_uri()}")}}'
             for weight, path in own.items()]
    others = typeface.fallbacks()
    rules += [f'@font-face{{font-family:"{family}";src:url("{path.as_uri()}")}}' for family, path in others.items()]
    return [*own.values(), *others.values()], "".join(rules)
