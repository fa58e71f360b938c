"""The closed shelf: the only things a booklet may reach for. Everything else stops the print.

Imported in the render child alone, for it brings WeasyPrint in.
"""
from collections.abc import Iterable
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class Shelf(URLFetcher):
    """Our letters, by their file addresses, and the pictures laid on it for one booklet, by addresses of our own schemes."""

    def __init__(self, letters: Iterable[Path]):
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._letters = {path.as_uri(): path for path in letters}
        self._pictures: dict[str, bytes] = {}
        self.taken: set[str] = set()

    def lay(self, pictures: dict[str, bytes]) -> None:
        """Clear the shelf and lay these pictures on it."""
        self._pictures, self.taken = pictures, set()

    @property
    def left(self) -> set[str]:
        """The addresses of pictures nobody took: a booklet that leaves one has a gap."""
        return set(self._pictures) - self.taken

    def fetch(self, url, headers=None):
        if url in self._pictures:
            self.taken.add(url)
            return URLFetcherResponse(url, self._pictures[url], {"Content-Type": _kind(self._pictures[url])})
        if url in self._letters:
            return URLFetcherResponse(url, self._letters[url].read_bytes(), {"Content-Type": "font/ttf"})
        raise FatalURLFetchingError("A booklet asked for something that is not on the shelf.")


def _kind(picture: bytes) -> str:
    if picture.startswith(b"<svg"):
        return "image/svg+xml"
    return "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
