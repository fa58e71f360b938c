"""Somebody seen from behind is still who they are: a child waves goodbye to a back."""
import pytest

from wordspics.pictures import svg
from wordspics.pictures.figure import draw_figure, options
from wordspics.pictures.figure.palette import COLOURS, SKINS
from wordspics.pictures.shapes import INK
from wordspics.story import Look

AWAY = "wave-goodbye"


def written(look: Look, pose: str = AWAY, ink: str = "colour") -> str:
    return svg.write_shapes((draw_figure(look, pose, ink=ink).group,))


@pytest.mark.parametrize("ink", ("colour", "outline"))
@pytest.mark.parametrize("field", ("hair", "headwear"))
def test_each_way_to_wear_hair_or_something_on_it_has_a_back_of_its_own(field, ink):
    names = [option.name for option in options.CHOICES[field].options]
    backs = {name: written(Look(headwear_colour="teal").with_(**{field: name}), ink=ink) for name in names}
    alike = [(a, b) for a in names for b in names if a < b and backs[a] == backs[b]]
    assert alike in ([], [("hijab", "police-hijab")]), "all in lines an officer's hijab is a hijab"


@pytest.mark.parametrize("headwear", [option.name for option in options.CHOICES["headwear"].options if option.name])
def test_what_is_worn_on_the_head_keeps_its_colour(headwear):
    """The usual one too, where none was chosen."""
    def paints(pose: str) -> set:
        bare, worn = ({paint for shape in draw_figure(look, pose).group.shapes for paint in (shape.fill, shape.stroke)}
                      for look in (Look(hair="bald", shoes="brown"), Look(hair="bald", shoes="brown", headwear=headwear)))
        return worn - bare - {"#ffffff", INK}
    assert paints(AWAY) and paints(AWAY) <= paints("stand")


def test_a_band_a_hood_and_bright_stripes_are_seen_from_behind():
    assert COLOURS["red"] in written(Look(hair="bob", hair_band="red"))
    assert written(Look(top="hoodie")) != written(Look(top="jumper"))
    assert COLOURS["light-grey"] in written(Look(uniform="police")) and COLOURS["yellow"] in written(Look(uniform="paramedic"))


def test_under_a_hat_no_hair_stands_up():
    for style in ("bun", "top-knot", "mohawk", "short-afro"):
        assert written(Look(hair=style, headwear="cap")) == written(Look(hair="short", headwear="cap")), style
    assert SKINS["amber"] in written(Look(hair="bald", headwear="cap"))
