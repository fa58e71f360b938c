"""People: a look, a pose and a feeling become shapes.

A figure is built at its size with one line weight, from bones (skeleton), by parts drawn back to front (figure).
"""
from wordspics.pictures.figure.figure import Drawn, draw_figure

__all__ = ["Drawn", "draw_figure"]
