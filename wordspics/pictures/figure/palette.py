"""Colours by name. Stories hold the names, so a colour can be mended without touching a family's story.

No fill is as dark as the ink: the lines drawn on it would vanish. On the three deepest skins the lines of a
face have a lighter rim, for a printer that knows only black.
"""
import functools

SKINS = {"shell": "#fce0c8", "sand": "#f6c9a3", "wheat": "#e8b088", "amber": "#d69a6a",
         "olive": "#c9935a", "bronze": "#be7f50", "umber": "#a0673f", "chestnut": "#8c573a", "mahogany": "#774b32", "ebony": "#61402f"}
CHEEKS = {"shell": "#f5ae9c", "sand": "#ee9c86", "wheat": "#dc8a6c", "amber": "#c47650",
          "olive": "#b5733f", "bronze": "#a66240", "umber": "#a8583f", "chestnut": "#9a5240", "mahogany": "#8c4a3a", "ebony": "#7c4236"}
DEEP_SKINS = ("umber", "chestnut", "mahogany", "ebony")
RIMS = {"chestnut": "#9a6445", "mahogany": "#986244", "ebony": "#936447"}   # behind the lines of a deep face: ink is 3:1 on them
HANDS = {"umber": "#b67f56", "chestnut": "#ac7754", "mahogany": "#a57150", "ebony": "#a07053"}     # before a deep face: ink is 4:1 on them
HAIR = {"black": "#2e2a2b", "dark-brown": "#4a3226", "brown": "#7a4e2d", "light-brown": "#a57939", "blonde": "#f1c95b",
        "ginger": "#d9692a", "red": "#a63a22", "grey": "#b4b3b2", "white": "#ecebe8", "blue": "#61b2e4", "pink": "#e67a94"}
DARK_HAIR = ("black", "dark-brown", "brown", "red")
COLOURS = {"red": "#ea5a47", "orange": "#f4aa41", "yellow": "#fcea2b", "green": "#b1cc33", "teal": "#4db6ac", "blue": "#61b2e4",
           "navy": "#3b5b8c", "purple": "#8967aa", "lilac": "#b399c8", "pink": "#ffa7c0", "white": "#ffffff", "grey": "#9b9b9a",
           "charcoal": "#5e5e60", "black": "#3f3f3f", "brown": "#a57939", "dark-brown": "#6a462f", "cream": "#fff3d6",
           "gold": "#f1b31c", "dark-orange": "#e27022", "dark-red": "#d22f27", "dark-pink": "#e67a94", "dark-green": "#5c9e31",
           "light-blue": "#92d3f5", "light-grey": "#d0cfce"}

PARAMEDIC = "#3f7a4c"
SLATE = "#4a4f5e"                           # police trousers and cap
BLACK_HAIR_LINE = "#6b6468"                 # lines inside black hair, which ink would not show on
TUBE, TUBE_ON_DEEP = "#33658f", "#cfe6f7"   # a feeding tube: neither a line of the face nor white like a cigarette
EYES = {"brown": "#8a5227", "hazel": "#a3832f", "green": "#4f9a4c", "blue": "#2f8fdb", "grey": "#8796a3"}
SEEN = 1.6                                  # contrast at which a dot of a millimetre is found on a face
MOUTH, TONGUE, TEAR = "#7e2a2e", "#e67a94", "#92d3f5"


def colour(name: str, usual: str = "blue") -> str:
    return COLOURS.get(name) or COLOURS[usual]


def hair(name: str) -> str:
    return HAIR.get(name) or HAIR["dark-brown"]


def pale(skin: str) -> str:
    """Skin without its colour, as vitiligo leaves it."""
    return mix(skin, "#ffe6d6", 0.62)


def contrast(a: str, b: str) -> float:
    """Of two colours, from 1 for the same to 21 for black on white: WCAG 2, relative luminance."""
    lighter, darker = sorted((_light(a), _light(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    shares = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@functools.cache
def seen_on(ground: str, colour: str, towards: str) -> str:
    """A small mark's colour with as little of another as it needs to be seen on a ground."""
    shades = (mix(colour, towards, share / 10) for share in range(10))
    return next((shade for shade in shades if contrast(shade, ground) >= SEEN), towards)


def mix(a: str, b: str, share: float) -> str:
    """Colour a with a share of b in it."""
    parts = [(int(a[i:i + 2], 16), int(b[i:i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in parts)
