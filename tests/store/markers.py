"""Searching files for words that should not be readable in them, however they are written."""
import base64
import json
from pathlib import Path

from factories import MARKERS


def disguises(marker: str) -> set[bytes]:
    """How a word may lie about readable: UTF-8, UTF-16, JSON-escaped, base64 at each of its three offsets."""
    plain = marker.encode()
    shifted = {base64.b64encode(b"x" * n + plain)[4 if n else 0:-4] for n in range(3)}
    escaped = "".join(f"\\u{ord(c):04x}" for c in marker).encode()
    return {plain, plain.upper(), plain.lower(), marker.encode("utf-16-le"), marker.encode("utf-16-be"), escaped,
            json.dumps(marker).strip('"').encode(), plain.hex().encode(), *shifted}


def find_markers(*places: Path) -> list[tuple[str, bytes]]:
    forms = [form for marker in MARKERS for form in disguises(marker)]
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*"))) if file.is_file()]
    assert files, "nothing was searched"
    contents = {str(file): file.name.encode() + file.read_bytes() for file in files}
    return [(name, form) for name, data in contents.items() for form in forms if form in data]
