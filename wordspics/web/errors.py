"""One page for everything that goes wrong: one plain sentence, and a way back. Words of a story never reach a log."""
import logging

from flask import Flask, Response, jsonify, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError, generate_csrf
from werkzeug.exceptions import HTTPException, SecurityError

from wordspics.press import CannotPrint
from wordspics.store.faults import Busy, Closed, Damaged, MismatchedKey, NoRoom, StoreFault, WrongPassphrase
from wordspics.story import BadStory, Missing
from wordspics.web.desk import config
from wordspics.web.security import wants_json

log = logging.getLogger("wordspics")
CODES = {BadStory: 422, CannotPrint: 503, Missing: 404, WrongPassphrase: 403, NoRoom: 507,
         Closed: 401, MismatchedKey: 422, Busy: 503, StoreFault: 500}
SENTENCES = {
    400: "Something in that did not arrive as it should. Please go back and try once more.",
    401: "The stories are locked. Please unlock them to carry on.",
    403: "Another web page tried to change something here, so nothing was changed.",
    404: "There is nothing at this address. It may have been deleted.",
    405: "This page cannot be used in that way.",
    413: "That is larger than the app takes in on its pages: 60 MB at most. Nothing was changed.",
    422: "Something in that does not fit. Please look at it once more.",
    428: "This was sent without saying which version it belongs to, so nothing was changed.",
    500: "Something went wrong on our side. What was saved is safe.",
    507: "This computer's disk is full. Nothing was lost; please make some room and try again.",
}
OLD_FORM = "This page was open for a long time. Nothing was changed; please try once more."


def init_app(app: Flask) -> None:
    for fault, code in CODES.items():
        app.register_error_handler(fault, _say_why(code))
    app.register_error_handler(Damaged, _offer_to_mend)
    app.register_error_handler(SecurityError, _turn_away)
    app.register_error_handler(CSRFError, _offer_again)
    app.register_error_handler(HTTPException, lambda fault: show(fault.code or 500, headers=fault.get_headers()))
    app.register_error_handler(Exception, _own_up)


def show(code: int, sentence: str = "", *, headers=(), mend: str = "", **more) -> Response:
    """The one page, or its sentence alone for a caller that reads JSON. `mend` leads to where the trouble can be mended."""
    sentence = sentence or SENTENCES.get(code, SENTENCES[400 if code < 500 else 500])
    page = jsonify(sentence=sentence, **more) if wants_json() else make_response(
        render_template("errors/error.html", code=code, sentence=sentence, mend=mend))
    page.status_code = code
    for name, value in headers:
        if name in ("Allow", "Retry-After"):
            page.headers[name] = value
    return page


def _say_why(code: int):
    return lambda fault: show(code, str(fault))


def _offer_to_mend(fault: Damaged) -> Response:
    story = (request.view_args or {}).get("story")
    at = url_for("mending.show", story=story) if story and request.endpoint != "mending.mend" else ""
    return show(500, str(fault), mend=at)


def _turn_away(fault: SecurityError) -> Response:
    """A forged host: no page of ours, no address of ours, just the refusal."""
    return Response("This address is not one the app answers at.\n", 400, content_type="text/plain; charset=utf-8")


def _offer_again(fault: CSRFError) -> Response:
    """A form from before a restart or a lock. Only our own pages can read the new token."""
    return show(400, OLD_FORM, token=generate_csrf())


def _own_up(fault: Exception) -> Response:
    log.error("%s in %s", type(fault).__name__, request.endpoint, exc_info=config().testing)
    return show(500)
