"""About: whose method this is, what the app does not claim, and the licences of what it is drawn and lettered with."""
from flask import Blueprint, render_template

from wordspics import guide
from wordspics.web import datafiles
from wordspics.web.security import open_to_anyone

bp = Blueprint("about", __name__)


@bp.get("/about")
@open_to_anyone
def show() -> str:
    return render_template("home/about.html", situations=guide.situations().values(), faults=datafiles.faults(),
                           written_down=max((line.written_down for line in guide.help_lines()), default=None))
