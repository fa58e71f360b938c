"""Saving over HTTP: a sheet by itself, or several at once. Answers are JSON, whatever happens.

`If-Match: "<rev>"` says which revision a sheet was made from (`If-None-Match: *`: it is new), `Idempotency-Key` names this
very save, and `Closes-Beside: 6, 7` the alternatives it settles. 200 is said once the disk has it; 409 comes with both texts.
"""
import re
from typing import Annotated
from uuid import UUID

import msgspec
from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from wordspics.pictures import names
from wordspics.store import Answer, Beside, Change
from wordspics.store.faults import StoreFault
from wordspics.story import BadStory, Missing, limits
from wordspics.story.sheet import read_sheet, write_sheet
from wordspics.web.desk import store
from wordspics.web.errors import CODES, SENTENCES
from wordspics.web.security import needs

bp = Blueprint("sheets", __name__)
CHANGES_BYTES = 8 * 1024 * 1024       # of one request that changes several sheets
TWO_TEXTS = "Somebody else saved this meanwhile. Both texts are kept; please look at them side by side."
_Rev = Annotated[int, msgspec.Meta(ge=1, le=999_999_999)]
_REV = re.compile(r'\s*"([1-9][0-9]{0,8})"\s*\Z')


class _Wanted(msgspec.Struct, forbid_unknown_fields=True):
    """One of several changes, as it comes. `rev` is null for a new sheet."""

    sheet: str
    rev: _Rev | None = None
    body: msgspec.Raw = msgspec.Raw()
    gone: bool = False
    closes: tuple[_Rev, ...] = ()


@bp.put("/stories/<uuid:story>/sheets/<uuid:sheet>")
@needs("open-vault")
def put(story: UUID, sheet: UUID) -> Response:
    rev, key, closes = _revision(), _key(), _closes()
    body = _body(limits.SHEET_BYTES)
    names.vet_sheet(read_sheet(body))
    answer = store().sheets.put(str(story), str(sheet), body, rev, key, closes)
    told = _tell(answer)
    if answer.kind == "beside":
        return _json(409, {"sentence": TWO_TEXTS, **told})
    return _json(200, told, ETag=f'"{answer.rev}"')


@bp.post("/stories/<uuid:story>/changes")
@needs("open-vault")
def change(story: UUID) -> Response:
    """[{"sheet", "rev", "body" or "gone": true, "closes"}]: all of them or none."""
    key = _key()
    changes = [_change(wanted) for wanted in _wanted(_body(CHANGES_BYTES))]
    answers = store().sheets.change(str(story), changes, key)
    told = {"answers": [{"sheet_id": answer.sheet, **_tell(answer)} for answer in answers]}
    if any(answer.kind == "beside" for answer in answers):
        return _json(409, {"sentence": TWO_TEXTS, **told})
    return _json(200, told)


@bp.errorhandler(BadStory)
@bp.errorhandler(Missing)
@bp.errorhandler(StoreFault)
def say_why(fault: Exception) -> Response:
    code = next((code for kind, code in CODES.items() if isinstance(fault, kind)), 500)
    return _json(code, {"sentence": str(fault)})


@bp.errorhandler(HTTPException)
def say_which(fault: HTTPException) -> Response:
    return _json(fault.code or 500, {"sentence": SENTENCES.get(fault.code or 500, SENTENCES[500])})


class _Unsaid(HTTPException):
    code = 428


def _revision() -> int | None:
    if request.headers.get("If-None-Match", "").strip() == "*":
        return None
    given = request.headers.get("If-Match")
    if given is None:
        raise _Unsaid()
    found = _REV.match(given)
    if not found:
        raise BadStory('If-Match is the number of a revision in quotation marks, like "7".')
    return int(found[1])


def _key() -> str:
    key = request.headers.get("Idempotency-Key")
    if not key:
        raise _Unsaid()
    return key


def _closes() -> tuple[int, ...]:
    given = request.headers.get("Closes-Beside", "")
    if not re.fullmatch(r"[0-9, ]{0,200}", given):
        raise BadStory("Closes-Beside names revisions by number, like 6, 7.")
    return tuple(int(number[:9]) for number in re.findall(r"[0-9]+", given))


def _body(most: int) -> bytes:
    if (request.content_length or 0) > most:
        raise RequestEntityTooLarge()
    body = request.get_data(cache=False)
    if len(body) > most:
        raise RequestEntityTooLarge()
    return body


def _wanted(body: bytes) -> list[_Wanted]:
    try:
        return msgspec.json.decode(body, type=list[_Wanted])
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError):
        raise BadStory("These changes could not be read: each names a sheet, its revision, "
                       "and its body or that it is gone.") from None


def _change(wanted: _Wanted) -> Change:
    body = bytes(wanted.body)
    if wanted.gone == bool(body):
        raise BadStory("A change has either a body or says that the sheet is gone.")
    try:
        sheet = str(UUID(wanted.sheet))
    except ValueError:
        raise BadStory("A change names its sheet by id.") from None
    if body:
        names.vet_sheet(read_sheet(body))
    return Change(sheet, wanted.rev, body or None, wanted.closes)


def _tell(answer: Answer) -> dict:
    return {"kind": answer.kind, "rev": answer.rev, "sheet": _raw(answer.body), "sha256": answer.sha256,
            **({"beside": _tell_beside(answer.beside)} if answer.beside else {})}


def _tell_beside(kept: Beside) -> dict:
    return {"rev": kept.rev, "sheet": _raw(kept.body)}


def _raw(sheet) -> msgspec.Raw | None:
    return None if sheet is None else msgspec.Raw(write_sheet(sheet))


def _json(code: int, told: dict, **headers: str) -> Response:
    return Response(msgspec.json.encode(told), code, headers, content_type="application/json")
