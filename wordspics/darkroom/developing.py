"""A picture is decoded, turned upright, made no larger than print needs, and drawn afresh.

Only pixels get in: no place, no camera, no comment, nothing hidden behind the picture. Of a moving picture, the first frame.
"""
import io
import warnings

from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from wordspics.story import BadStory, limits

LONGEST = 2480                     # pixels of the longer side: A4 across at 300 dots per inch
FORMATS = ("PNG", "JPEG", "WEBP")
# Pillow would fetch them later, when nothing is opened any more; TIFF is how EXIF is written
READERS = (PngImagePlugin, JpegImagePlugin, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin)
_PHOTOS = ("JPEG", "MPO")          # MPO: a phone's JPEG with a second picture behind the first
_SIDE = 12_000                     # pixels
_WEBP_PIXELS = 16_000_000          # a WebP of 40 million pixels takes 620 MB to open
_PNG_BYTES = 3_000_000             # a picture without see-through parts that is larger than this as PNG is a photograph


def make_ready() -> None:
    """Once, before the first picture: every reader is in, and a bomb is an error."""
    Image.preinit()
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def develop(data: bytes) -> bytes:
    """A clean PNG or JPEG. BadStory, in one sentence, when it is not a picture or a very large one."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            _check(picture)
            return _draw_afresh(picture)
    except BadStory:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except MemoryError:
        raise BadStory("This picture takes more memory to open than this computer can spare. Please choose a smaller one.") from None
    except Exception:              # a decoder says in many ways that bytes make no sense, and here it is alone with them
        raise BadStory("This file could not be read as a picture. Pictures can be PNG, JPEG or WebP.") from None


def _check(picture: Image.Image) -> None:
    wide, high = picture.size
    most = _WEBP_PIXELS if picture.format == "WEBP" else limits.PICTURE_PIXELS
    if wide * high > most or max(wide, high) > _SIDE:
        raise _too_many_pixels()


def _draw_afresh(picture: Image.Image) -> bytes:
    was_photo = picture.format in _PHOTOS
    if was_photo:
        picture.draft("RGB", (LONGEST, LONGEST))
    upright = ImageOps.exif_transpose(_of_eight_bits(picture))
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    upright = upright.convert("RGBA" if see_through else "RGB")
    upright.thumbnail((LONGEST, LONGEST))
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    out = io.BytesIO()
    if not was_photo:
        fresh.save(out, "PNG")
    if was_photo or not see_through and out.tell() > _PNG_BYTES:
        out = io.BytesIO()
        fresh.save(out, "JPEG", quality=88)
    return out.getvalue()


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """A scan in 65,536 greys has 256; Pillow alone would make all but the darkest of them white."""
    if not picture.mode.startswith("I"):
        return picture
    picture.info.pop("transparency", None)          # of the 65,536, one that is see-through
    return picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")


def _too_many_pixels() -> BadStory:
    return BadStory(f"This picture has more than {limits.PICTURE_PIXELS // 1_000_000} million dots. Please choose a smaller one.")
