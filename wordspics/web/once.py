"""Once: a form that makes something carries the id of what it will make, so that a button pressed twice makes one thing."""
from uuid import UUID, uuid4

from flask import Flask, request


def init_app(app: Flask) -> None:
    app.add_template_global(fresh_id)


def fresh_id() -> str:
    return str(uuid4())


def id_to_make() -> str:
    """The id of what this request makes, as its form said; a fresh one where the form said none."""
    try:
        return str(UUID(request.form.get("makes", "")))
    except ValueError:
        return fresh_id()
