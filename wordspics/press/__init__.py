"""The press: a story becomes a booklet on paper.

Only here is WeasyPrint known, and only in the render child is it loaded: without it the app runs, and `is_able` says
what to install.
"""
from wordspics.press.able import is_able
from wordspics.press.faults import CannotPrint
from wordspics.press.press import Press

fits = Press.fits
__all__ = ["CannotPrint", "Press", "fits", "is_able"]
