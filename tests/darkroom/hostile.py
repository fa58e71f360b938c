"""Pictures as people and attackers send them, made by hand where no library would make them."""
import io
import struct
import zlib

from PIL import Image, PngImagePlugin

from tests.factories import MARKERS
from tests.store.desk import picture
from wordspics.story import limits


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(wide: int, high: int, *more: bytes, rows: bytes = b"\0" * 1000) -> bytes:
    """A few bytes that claim to be a picture of any size; `more` are chunks before its dots."""
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def moving(format: str, size=(60, 40)) -> bytes:
    """Red, then blue."""
    return picture(format, size, save_all=True, append_images=[Image.new("RGB", size, "blue")])


def sideways(format: str) -> bytes:
    """Taken with the camera turned: 60 wide and 40 high as stored, 40 and 60 as seen."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture(format, exif=exif)


def palette_with_a_hole() -> bytes:
    """Its left half red, its right half see-through, by a palette."""
    drawn = Image.new("P", (60, 40), 0)
    drawn.putpalette([255, 0, 0, 0, 255, 0])
    drawn.paste(1, (30, 0, 60, 40))
    out = io.BytesIO()
    drawn.save(out, "PNG", transparency=1)
    return out.getvalue()


def sixteen_bits(grey: int) -> bytes:
    out = io.BytesIO()
    Image.new("I;16", (60, 40), grey).save(out, "PNG")
    return out.getvalue()


def with_everything_hidden(format: str) -> bytes:
    """A marker in every place a picture has for words, and behind its end."""
    marker = MARKERS[0]
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0xA431] = marker                       # description, artist, serial number
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 7.0), 29: marker})   # where it was taken
    more = {"exif": exif, "icc_profile": marker.encode() * 20, "xmp": f"<x>{marker}</x>".encode()}
    if format == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", marker)
        texts.add_itxt("Author", marker, zip=False)
        more = {**more, "pnginfo": texts}
    if format == "JPEG":
        more["comment"] = marker.encode()
    return picture(format, **more) + (f"PK\x03\x04<script>{marker}</script>".encode() if format != "WEBP" else b"")


REFUSED = {
    "nothing": b"", "words": b"Once upon a time", "a drawing as text": b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "a GIF": picture("GIF"), "a moving GIF": moving("GIF"), "a BMP that says PNG": b"\x89PNG" + picture("BMP"), "a TIFF": picture("TIFF"),
    "a page that ends as a picture": b"<html>" + picture(), "a zip that ends as a picture": b"PK\x03\x04" + picture("JPEG"),
    "cut short": picture("PNG", (600, 400), mode="L", colour=9)[:-30], "a photo cut short": picture("JPEG", (600, 400))[:-200],
    "a WebP cut short": picture("WEBP", (600, 400))[:-20], "a head and no more": picture()[:33],
    "a bomb": png(30_000, 30_000), "a smaller bomb": png(10_000, 10_000), "a long bomb": png(100_000, 10),
    "the largest there is": png(2**31 - 1, 2**31 - 1),
    "no dots": png(0, 0),
    "words packed a thousandfold": png(60, 40, chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 200_000_000))),
    "too many bytes": b"\x89PNG" + b"\0" * limits.PICTURE_BYTES, "a WebP of too many dots": picture("WEBP", (4100, 4100)),
}
