"""The door: choosing a passphrase, unlocking, recovering, locking, and leaving in a hurry."""
import threading
from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, flash, jsonify, make_response, redirect, render_template, request, session
from flask_wtf.csrf import generate_csrf

from wordspics import guide
from wordspics.pictures import svg
from wordspics.pictures.draw import draw
from wordspics.store.faults import WrongPassphrase
from wordspics.store.passphrase import SHORTEST
from wordspics.story import BadStory, Cast, Scene, Thing
from wordspics.web.desk import config, store
from wordspics.web.security import csrf, lock_up, needs, open_to_anyone, sign_in, wants_json

bp = Blueprint("door", __name__)
_one_key = threading.Lock()
EXAMPLE_FAMILY = "Example family"
KITCHEN = Scene(place="kitchen", items=(
    Thing(id="table", name="table", x=0.5, y=0.97, size=1.25), Thing(id="book", name="book", x=0.5, y=0.735, size=0.8),
    Thing(id="cup", name="cup", x=0.38, y=0.745), Thing(id="other-cup", name="cup", x=0.62, y=0.745, flipped=True)))


# ---- the first visit ----

@bp.get("/welcome")
@open_to_anyone
def welcome():
    if store().vault.is_founded:
        return redirect("/", code=303)
    return render_template("door/welcome.html", shortest=SHORTEST)


@bp.post("/welcome")
@open_to_anyone
def found():
    """The worker's name and passphrase make the vault, once; the recovery key waits on the next page."""
    try:
        hold_key(store().vault.found(request.form.get("worker", ""), _typed("passphrase")))
    except BadStory as fault:
        if store().vault.is_founded:
            return redirect("/", code=303)
        return render_template("door/welcome.html", shortest=SHORTEST, sentence=str(fault), worker=request.form.get("worker", "")), 422
    family = store().families.add(EXAMPLE_FAMILY)
    for name in reversed(guide.examples()):             # home shows the newest first
        store().stories.add(guide.example(name), family.id)
    return sign_in(redirect("/welcome/key", code=303))


@bp.get("/welcome/key")
@needs("open-vault")
def key():
    """The recovery key, shown until somebody says that they have kept it, and never again."""
    held = held_key()
    return render_template("door/key.html", key=held) if held else redirect("/", code=303)


@bp.post("/welcome/key")
@needs("open-vault")
def keep_key():
    if held_key() and not request.form.get("kept"):
        return render_template("door/key.html", key=held_key(), sentence="Please keep the key somewhere safe, then tick the box."), 422
    hold_key(None)
    return redirect("/", code=303)


@bp.get("/recovery-key")
@needs("open-vault")
def ask_for_another_key():
    return render_template("door/another.html")


@bp.post("/recovery-key")
@needs("open-vault")
def make_another_key():
    """For a printed key that was lost. It asks for the passphrase: an unlocked screen is not enough to take the stories away."""
    return _try(_make_another_key, "door/another.html", "/welcome/key")


# ---- coming back ----

@bp.get("/unlock")
@open_to_anyone
def unlock():
    if not store().vault.is_founded:
        return redirect("/welcome", code=303)
    return render_template("door/unlock.html", next=_next())


@bp.post("/unlock")
@open_to_anyone
def open_up():
    return _try(lambda: store().vault.open(_typed("passphrase")), "door/unlock.html", _next())


@bp.get("/recover")
@open_to_anyone
def recover():
    if not store().vault.is_founded:
        return redirect("/welcome", code=303)
    return render_template("door/recover.html", shortest=SHORTEST)


@bp.post("/recover")
@open_to_anyone
def set_new_passphrase():
    """The recovery key opens the stories and sets a new passphrase."""
    return _try(lambda: store().vault.recover(_typed("key"), _typed("passphrase")), "door/recover.html", "/",
                "Your new passphrase is set. The same recovery key still works.")


def _try(opening: Callable[[], None], page: str, to: str, done: str = "") -> Response:
    """Open the vault by `opening`, unless there were too many wrong tries just now."""
    wait = store().attempts.wait()
    if wait > 0:
        return _refuse(429, f"There were several wrong tries. Please wait {_said_wait(wait)}, then try once more.", page, wait)
    try:
        opening()
    except WrongPassphrase as fault:
        store().attempts.note_failure()
        return _refuse(403, str(fault), page)
    except BadStory as fault:
        return _refuse(422, str(fault), page)
    store().attempts.clear()
    if done:
        flash(done)
    return sign_in(jsonify(token=generate_csrf()) if wants_json() else redirect(to, code=303))


def _refuse(code: int, sentence: str, page: str, wait: float = 0) -> Response:
    body = jsonify(sentence=sentence) if wants_json() else render_template(page, sentence=sentence, shortest=SHORTEST, next=_next())
    answer = make_response(body, code)
    if wait:
        answer.headers["Retry-After"] = str(int(wait) + 1)
    return answer


# ---- staying, locking, leaving ----

@bp.post("/awake")
@needs("open-vault")
def awake():
    """Somebody is here, reading or talking: asking was enough to say so."""
    return "", 204


@bp.post("/lock")
@open_to_anyone
def lock():
    return _leave(redirect("/unlock", code=303) if not wants_json() else make_response("", 204))


@bp.post("/exit")
@open_to_anyone
@csrf.exempt                    # leaving must never fail, not even from a page older than this server
def leave():
    """The key leaves memory and the cookie changes; the browser goes on to the neutral site."""
    return _leave(make_response("", 204) if wants_json() else redirect("/away", code=303))


@bp.get("/away")
@open_to_anyone
def away():
    """A blank page that goes on by itself: a form may not lead to another site under our policy, a page may."""
    return render_template("door/away.html", to=config().exit_to)


@bp.get("/door/kitchen.svg")
@open_to_anyone
def kitchen():
    """An empty kitchen: a locked screen shows nobody's face and no story's name."""
    answer = Response(svg.write(draw(KITCHEN, Cast())), content_type="image/svg+xml")
    answer.headers["Cache-Control"] = "private, max-age=86400"
    return answer


# ---- what was typed ----

def held_key() -> str | None:
    return current_app.extensions.get("recovery-key")


def hold_key(key: str | None) -> None:
    current_app.extensions["recovery-key"] = key


def _make_another_key() -> None:
    """One at a time, and none while one waits to be kept: the key that is shown must be the one that opens."""
    with _one_key:
        if held_key():
            store().vault.open(_typed("passphrase"))
        else:
            hold_key(store().vault.renew_recovery(_typed("passphrase")))


def _leave(answer: Response) -> Response:
    hold_key(None)
    session.clear()
    return lock_up(answer)


def _typed(field: str) -> str:
    """As typed into the form, or sent as JSON by a page that was locked; half a character is never part of one."""
    try:
        given = request.get_json(silent=True) if request.is_json else request.form
    except RecursionError:
        given = None
    typed = given.get(field, "") if hasattr(given, "get") else ""
    return typed.encode("utf-8", "replace").decode() if isinstance(typed, str) else ""


def _next() -> str:
    """Where to go after unlocking: a path of ours, nothing else."""
    path = request.values.get("next", "/")
    try:
        parts = urlsplit(path.replace("\\", "/"))
    except ValueError:
        return "/"
    path = path if path.isprintable() else "/"
    return path if path.startswith("/") and not path.startswith("//") and not parts.netloc and not parts.scheme else "/"


def _said_wait(seconds: float) -> str:
    return f"{int(seconds) + 1} seconds" if seconds < 90 else f"{round(seconds / 60)} minutes"
