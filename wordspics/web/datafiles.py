"""The files that come with the app, the guide's, the word lists' and the library's: what is wrong with any of them."""
import functools

from wordspics import guide, words
from wordspics.pictures import library


@functools.cache
def faults() -> tuple[str, ...]:
    """A sentence for each file, line or entry that could not be used, with its name; everything else works. Empty when all is well."""
    return (*guide.faults(), *library.faults(), *words.faults())
