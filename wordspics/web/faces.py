"""The typefaces the screen shares with the paper, so that lines break alike on both."""
from flask import Blueprint, Response, abort

from wordspics.pictures import typeface
from wordspics.web.assets import FOREVER
from wordspics.web.security import open_to_anyone

bp = Blueprint("faces", __name__)
FACES = ("regular", "bold")


@bp.get("/fonts/<name>.ttf")
@open_to_anyone
def face(name: str) -> Response:
    others = {family.lower().replace(" ", "-"): path for family, path in typeface.fallbacks().items()}
    if name not in (*FACES, *others):
        abort(404)
    path = others.get(name) or typeface.face(name)
    answer = Response(path.read_bytes(), content_type="font/ttf")       # whole: a browser that leaves midway would leave a file open
    answer.headers["Cache-Control"] = FOREVER
    return answer
