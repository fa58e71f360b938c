"""PDF pages and drawings as PNG pictures, for proofs, previews and tests."""
import functools
import io
import threading

from wordspics.press.press import Press

_MM = 25.4 / 96                 # one CSS pixel
_one_at_a_time = threading.Lock()               # PDFium keeps its state for the whole process


def png(pdf: bytes, page: int = 0, width: int = 1000) -> bytes:
    """A page of a PDF as PNG, `width` pixels wide. Pages count from 0."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sheet = document[page]
            picture = sheet.render(scale=width / sheet.get_width()).to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def png_of_svg(svg: str, width: int, press: Press | None = None) -> bytes:
    """A drawing as PNG, `width` pixels wide, by way of the press: what a proof shows is what prints."""
    left, top, wide, high = (float(n) for n in svg.split('viewBox="', 1)[1].split('"', 1)[0].split())
    return png((press or _own_press()).plate(svg, wide * _MM, high * _MM), 0, width)


def blacken(picture: bytes) -> bytes:
    """A PNG as a printer without greys prints it: black where it is darker than half, white elsewhere."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as opened:
        out = io.BytesIO()
        opened.convert("L").point(lambda level: 0 if level < 128 else 255).save(out, "PNG")
        return out.getvalue()


def develop(picture: bytes, ink: str) -> bytes:
    """A family's own picture for the booklet's ink. A ValueError when it is not whole: half a photo must not print."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            opened.load()
            if ink == "colour":
                return picture
            out = io.BytesIO()
            if opened.format == "JPEG":
                opened.convert("L").save(out, "JPEG", quality=88)
            else:
                opened.convert("LA").save(out, "PNG")
            return out.getvalue()
    except (OSError, SyntaxError, Image.DecompressionBombError) as fault:
        raise ValueError("This picture is damaged.") from fault


@functools.cache
def _own_press() -> Press:
    return Press()
