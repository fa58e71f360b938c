"""The family's own pictures: only pixels get in, and whatever is not a picture is refused in one sentence."""
import io
import struct
import zlib

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from factories import MARKERS, fresh, make_panel
from tests.store.desk import Desk, picture
from wordspics.store import uploads
from wordspics.story import BadStory, Missing, Scene, Upload, limits
from wordspics.story.sheet import write_sheet


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_picture_comes_back_clean_and_is_shown_on_a_panel(desk):
    id = desk.store.uploads.add(desk.story, picture())
    kept = opened(desk.store.uploads.read(desk.story, id))
    assert (kept.format, kept.size, kept.getpixel((5, 5))) == ("PNG", (60, 40), (255, 0, 0))
    panel = make_panel(scene=Scene(items=(Upload(id="u1", picture=id),)))
    assert desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh()).kind == "kept"


def test_a_panel_cannot_show_a_picture_that_is_not_there(desk):
    panel = make_panel(scene=Scene(items=(Upload(id="u1", picture=fresh()),)))
    with pytest.raises(BadStory, match="picture"):
        desk.store.sheets.put(desk.story, panel.id, write_sheet(panel), None, fresh())


def test_a_picture_of_one_story_is_not_in_another(desk):
    id = desk.store.uploads.add(desk.story, picture())
    with pytest.raises(Missing):
        desk.store.uploads.read(Desk(desk.store).story, id)
    with pytest.raises(Missing):
        desk.store.uploads.read(desk.story, fresh())


def with_everything_hidden(format: str) -> bytes:
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
    return picture(format, **more) + (marker.encode() if format != "WEBP" else b"")


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_nothing_hidden_in_a_picture_survives(format):
    hidden = with_everything_hidden(format)
    assert hidden.count(MARKERS[0].encode()) >= 3
    cleaned = uploads.clean(hidden)
    assert MARKERS[0].encode() not in cleaned
    kept = opened(cleaned)
    assert not kept.getexif() and not set(kept.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(uploads.clean(picture("JPEG", (60, 40), exif=exif))).size == (40, 60)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_large_picture_is_made_as_large_as_print_needs(format):
    assert max(opened(uploads.clean(picture(format, (4000, 1000)))).size) == uploads.LONGEST


@pytest.mark.parametrize("mode, colour", [
    ("1", 1), ("L", 90), ("LA", (90, 50)), ("P", 3), ("RGBA", (9, 9, 9, 90)), ("I;16", 9000), ("CMYK", (1, 2, 3, 4))])
def test_every_kind_of_picture_comes_out_as_one_a_page_can_show(mode, colour):
    kept = opened(uploads.clean(picture("JPEG" if mode == "CMYK" else "PNG", colour=colour, mode=mode)))
    assert kept.mode in ("RGB", "RGBA") and kept.size == (60, 40)
    assert (kept.mode == "RGBA") == (mode in ("LA", "RGBA")), "see-through stays see-through"


def huge_png(wide: int, high: int) -> bytes:
    """A few bytes that claim to be a very large picture."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def frames_of_gif() -> bytes:
    return picture("GIF")


REFUSED = {
    "nothing": b"", "words": b"Once upon a time", "a drawing as text": b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "a GIF": frames_of_gif(), "a BMP that says PNG": b"\x89PNG" + picture("BMP"), "a TIFF": picture("TIFF"),
    "cut short": picture("PNG", (600, 400), mode="L", colour=9)[:-30], "a photo cut short": picture("JPEG", (600, 400))[:-200],
    "a bomb": huge_png(30_000, 30_000), "a smaller bomb": huge_png(10_000, 10_000), "a long bomb": huge_png(100_000, 10),
    "too many bytes": b"\x89PNG" + b"\0" * limits.PICTURE_BYTES, "WebP of too many dots": picture("WEBP", (4100, 4100)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_not_a_fit_picture_is_refused_in_one_sentence(desk, what):
    with pytest.raises(BadStory) as told:
        desk.store.uploads.add(desk.story, REFUSED[what])
    assert str(told.value).endswith(".")


def test_a_picture_cut_short_is_refused_though_another_library_would_allow_it(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(BadStory):
        uploads.clean(REFUSED["a photo cut short"])


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP"])
def test_a_thousand_damaged_pictures_are_cleaned_or_refused(format, long):
    import random
    chance, whole = random.Random(11), Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 40).convert("RGB")
    out = io.BytesIO()
    whole.save(out, format)
    for _ in range(20_000 if long else 340):
        data = bytearray(out.getvalue())
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            opened(uploads.clean(bytes(data[:chance.randrange(20, len(data) + 400)]))).load()
        except BadStory:
            pass


def test_a_story_has_room_for_so_many_pictures_and_no_more(desk, monkeypatch):
    monkeypatch.setattr(limits, "PICTURES", 2)
    for _ in range(2):
        desk.store.uploads.add(desk.story, picture())
    with pytest.raises(BadStory, match="2 pictures"):
        desk.store.uploads.add(desk.story, picture())
