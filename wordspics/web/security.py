"""Who may ask for what: every endpoint says what it needs, and anything that does not say is refused.

A story lies open on one screen in one kitchen. These rules keep it from other web pages on the same computer, from
whoever picks the computer up next, and from a mistake of ours.
"""
from collections.abc import Callable
from urllib.parse import quote

from flask import Flask, Response, abort, current_app, g, redirect, request
from flask_wtf import CSRFProtect
from werkzeug.datastructures import Headers

from config import Config
from wordspics.web.desk import store

COOKIE = "words-and-pictures"
NEEDS = ("anyone", "open-vault", "open-or-new")
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"))
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_READS = ("GET", "HEAD", "OPTIONS")
csrf = CSRFProtect()


def needs(what: str) -> Callable:
    """Say what somebody needs before this view answers: "open-vault", or "open-or-new" to be there before the first visit as well."""
    if what not in NEEDS:
        raise ValueError(f"Nothing here is called {what!r}.")

    def declare(view: Callable) -> Callable:
        view.needs = what
        return view
    return declare


def open_to_anyone(view: Callable) -> Callable:
    """Say that this view shows nothing of a family and may answer a locked screen."""
    return needs("anyone")(view)


def init_app(app: Flask, config: Config) -> None:
    app.config.update(
        TRUSTED_HOSTS=["127.0.0.1", "localhost", "[::1]"],
        SESSION_COOKIE_NAME="words-and-pictures-form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        WTF_CSRF_TIME_LIMIT=None)
    app.before_request(_refuse_strangers)
    app.before_request(_refuse_the_undeclared)
    csrf.init_app(app)
    app.after_request(_seal_the_answer)
    open_to_anyone(app.view_functions["static"])


def check_declared(app: Flask) -> None:
    """Stop the start when a view does not say what it needs."""
    forgotten = [name for name, view in app.view_functions.items() if getattr(view, "needs", None) not in NEEDS]
    if forgotten:
        raise RuntimeError(f"These endpoints do not say who may use them: {', '.join(sorted(forgotten))}.")


def is_signed_in() -> bool:
    """Whether this browser holds a living sign-in and the vault is open. Asked once in a request."""
    if "signed_in" not in g:
        g.signed_in = store().vault.is_open and store().sessions.check(request.cookies.get(COOKIE, ""))
    return g.signed_in


def sign_in(answer: Response) -> Response:
    """Give this browser a fresh sign-in."""
    answer.set_cookie(COOKIE, store().sessions.begin(), httponly=True, samesite="Strict", path="/")
    return answer


def lock_up(answer: Response) -> Response:
    """End every sign-in and put the key away. The changed cookie is also what stops Back from showing a page again."""
    store().sessions.end_all()
    answer.set_cookie(COOKIE, "", max_age=0, httponly=True, samesite="Strict", path="/")
    return answer


def wants_json() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _refuse_strangers() -> None:
    """Another web page may make this browser write here; the browser itself says when it did."""
    if request.method not in _READS and request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)


def _refuse_the_undeclared() -> Response | None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None:
        return None                                # no such page: the routing says so
    need = getattr(view, "needs", None)
    if need not in NEEDS:
        abort(404)
    if need == "anyone" or is_signed_in() or need == "open-or-new" and not store().vault.is_founded:
        return None
    if wants_json():
        abort(401)
    return redirect(_the_way_in(), code=303)


def _the_way_in() -> str:
    if not store().vault.is_founded:
        return "/welcome"
    back = request.full_path.rstrip("?")
    return "/unlock" if request.method not in _READS or back == "/" else f"/unlock?next={quote(back)}"


def _seal_the_answer(answer: Response) -> Response:
    headers: Headers = answer.headers
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "no-store")
    return answer
