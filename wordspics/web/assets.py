"""Stylesheets, scripts and pictures of the page, at addresses that change when any of them does.

The version is a folder in the address, so a stylesheet's imports and a module's relative imports carry it too.
"""
import hashlib
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, send_from_directory

from wordspics.web.security import open_to_anyone

bp = Blueprint("assets", __name__)
FOREVER = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    app.extensions["assets"] = digest_of(Path(app.static_folder))
    app.add_template_global(static_url)


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
