"""PDF pages and drawings as PNG."""
import io

import pytest
from PIL import Image

from wordspics.press import raster

pytestmark = pytest.mark.xdist_group("press")
HALVES = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 0 40 30"><path d="M-20 0L0 0L0 30L-20 30Z" fill="#ff0000"/>'
          '<path d="M0 0L20 0L20 30L0 30Z" fill="#0000ff"/></svg>')


def test_a_drawing_becomes_a_picture_of_the_width_asked_for(press):
    picture = Image.open(io.BytesIO(raster.png_of_svg(HALVES, 200, press))).convert("RGB")
    assert picture.width == 200 and abs(picture.height - 150) <= 1
    assert picture.getpixel((50, 75)) == (255, 0, 0) and picture.getpixel((150, 75)) == (0, 0, 255)
