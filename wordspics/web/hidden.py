"""Favourite pictures, and pictures not to be shown again: chosen in the tray, put back from one page.

What is hidden is no longer offered; panels that already show it keep it.
"""
from uuid import UUID

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for

from wordspics.pictures import library
from wordspics.pictures.library import Picture
from wordspics.story import BadStory
from wordspics.web.desk import store, the_story
from wordspics.web.security import needs, wants_json

bp = Blueprint("hidden", __name__)
AT = "/stories/<uuid:story>/hidden-pictures"
ALWAYS_THERE = "plain"          # a panel without a place
SAID = {"keep": "{} is among the favourites.", "let-go": "{} is no longer among the favourites.",
        "hide": "{} is not shown to this family any more.", "hide-here": "{} is not shown on this computer any more.",
        "show": "{} is shown to this family again.", "show-here": "{} is shown on this computer again."}


@bp.get(AT)
@needs("open-vault")
def show(story: UUID) -> str:
    kept, lists = the_story(story), store().picture_lists
    groups = [("show", f"For the family “{kept.family.name}”", _pictures(lists.read("hidden", kept.family.id))),
              ("show-here", "For everybody on this computer", _pictures(lists.read("hidden")))]
    return render_template("panels/hidden.html", kept=kept, step="keep", groups=groups)


@bp.post(AT)
@needs("open-vault")
def sort(story: UUID) -> Response:
    """`do` is one of SAID, for the picture called `name`."""
    kept, lists = the_story(story), store().picture_lists
    picture, do = library.shelf().picture(request.form.get("name", "")), request.form.get("do", "")
    if do not in SAID or do.startswith("hide") and picture.name == ALWAYS_THERE:
        raise BadStory("This cannot be done with that picture, so nothing was changed.")
    family = kept.family.id if do in ("hide", "show") else None
    change = lists.add if do in ("keep", "hide", "hide-here") else lists.remove
    change("favourites" if do in ("keep", "let-go") else "hidden", picture.name, family)
    sentence = SAID[do].format(picture.title)
    if wants_json():
        return jsonify(sentence=sentence)
    flash(sentence)
    return redirect(url_for("hidden.show", story=story), code=303)


def _pictures(names: tuple[str, ...]) -> list[Picture]:
    return [library.shelf().picture(name) for name in names if library.shelf().has(name)]
