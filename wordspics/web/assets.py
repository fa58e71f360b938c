"""Stylesheets, scripts and pictures of the page, at addresses that change when any of them does.

The version is a folder in the address, so a stylesheet's imports and a module's relative imports carry it too.
"""
import functools
import hashlib
import re
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, send_from_directory

from wordspics.web.security import open_to_anyone

bp = Blueprint("assets", __name__)
_IMPORT = re.compile(r'^@?(?:import|export)\b[^"\n]*"(\.{1,2}/[^"]+)"', re.M)
FOREVER = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.extensions["assets"] = digest_of(Path(app.static_folder))
    app.add_template_global(static_url)
    app.add_template_global(parts_of)


@functools.cache
def parts_of(*names: str) -> tuple[str, ...]:
    """These files of `static/` and every one they import, so that a page can ask for all of them at once, not one behind another."""
    root, found = Path(current_app.static_folder).resolve(), list(names)
    for one in found:
        here = (root / one).parent
        asked = [(here / other).resolve().relative_to(root).as_posix()
                 for other in _IMPORT.findall((root / one).read_text(encoding="utf-8"))]
        found += [other for other in dict.fromkeys(asked) if other not in found]
    return tuple(found)


def static_url(name: str) -> str:
    """The address of `static/<name>`."""
    return f"/static/at/{current_app.extensions['assets']}/{name}"


@bp.get("/static/at/<version>/<path:name>")
@open_to_anyone
def at(version: str, name: str) -> Response:
    answer = send_from_directory(current_app.static_folder, name)
    current = version == current_app.extensions["assets"]
    answer.headers["Cache-Control"] = FOREVER if current and not current_app.debug else "no-cache"
    return answer


def digest_of(*folders: Path) -> str:
    """Changes when any file in these folders does."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
