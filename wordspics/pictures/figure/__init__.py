"""People: a look, a pose and a feeling become shapes.

A figure is built at its size with one line weight, from bones (skeleton), by parts drawn back to front (figure).
"""
from wordspics.pictures.figure.figure import Drawn, draw_empty_chair, draw_figure
from wordspics.pictures.figure.poses import Touch
from wordspics.pictures.figure.sitter import Bond
from wordspics.story.person import DRAWING as VERSION

__all__ = ["VERSION", "Bond", "Drawn", "Touch", "draw_empty_chair", "draw_figure"]
