"""Copies: one story saved as a sealed file or opened from one, and everything backed up or put back."""
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, request, send_file

from wordspics.store import SCRATCH, backup, container, storyfile
from wordspics.store.faults import StoreFault, WrongPassphrase
from wordspics.story import BadStory, Missing, Story, Upload
from wordspics.web.desk import config, store, the_story
from wordspics.web.errors import CODES
from wordspics.web.once import id_to_make
from wordspics.web.security import lock_up, needs

bp = Blueprint("copies", __name__)
COPY_NAME = "words-and-pictures.wordspics"          # says nothing of whose story it is
BACKUP_NAME = "words-and-pictures.backup"
NO_FILE = "Please choose a file first."


# ---- one story ----

@bp.get("/stories/<uuid:story>/keep")
@needs("open-vault")
def keep(story: UUID):
    return render_template("copies/keep.html", kept=the_story(story), step="keep")


@bp.post("/stories/<uuid:story>/keep")
@needs("open-vault")
def save_copy(story: UUID):
    """The story as a file sealed with a passphrase chosen here; adults' notes stay out unless asked for."""
    kept = the_story(story)
    copied = kept.story if request.form.get("notes") else kept.story.without_notes()
    try:
        data = storyfile.seal(copied, _pictures(kept.id, copied), request.form.get("passphrase", ""), config().argon2)
    except BadStory as fault:
        return render_template("copies/keep.html", kept=kept, step="keep", sentence=str(fault)), 422
    return send_file(io.BytesIO(data), mimetype="application/octet-stream", as_attachment=True, download_name=COPY_NAME)


@bp.get("/copies")
@needs("open-vault")
def choose():
    return render_template("copies/open.html", families=store().families.all())


@bp.post("/copies")
@needs("open-vault")
def open_copy():
    """A saved copy becomes a story of its own, beside what is here: nothing is replaced."""
    try:
        story, pictures = storyfile.open_file(_file(), request.form.get("passphrase") or None)
        id = store().stories.add(story, request.form.get("family") or None, pictures, id_to_make())
    except (BadStory, WrongPassphrase) as fault:
        return render_template("copies/open.html", families=store().families.all(), sentence=str(fault)), 422
    flash("The copy is open. It is a story of its own now.")        # it waits in a cookie: nobody whose look changed is named in it
    return redirect(f"/stories/{id}/read", code=303)


def _pictures(id: str, story: Story) -> dict[str, bytes]:
    used = {item.picture for panel in story.panels for item in panel.scene.items if isinstance(item, Upload)}
    return {picture: store().uploads.read(id, picture) for picture in used}


def _file() -> bytes:
    given = request.files.get("file")
    data = given.read() if given else b""
    if not data:
        raise BadStory(NO_FILE)
    return data


# ---- everything ----

@bp.get("/backup")
@needs("open-vault")
def everything():
    return render_template("copies/backup.html")


@bp.post("/backup")
@needs("open-vault")
def back_up():
    """Everything in one sealed file, proved by restoring it to scratch and comparing; it waits on the next page."""
    with _scratch() as folder:
        said = backup.back_up(store(), folder / BACKUP_NAME)
        current_app.extensions["backup"] = (folder / BACKUP_NAME).read_bytes()
    return render_template("copies/backup.html", made=said)


@bp.get("/backup/file")
@needs("open-vault")
def backup_file():
    """The backup made just now. Handed over once, for a story deleted later must not lie here still."""
    data = current_app.extensions.pop("backup", None)
    if data is None:
        raise Missing("That backup has been handed over already. Please make a new one.")
    return send_file(io.BytesIO(data), mimetype="application/octet-stream", as_attachment=True, download_name=BACKUP_NAME)


@bp.get("/restore")
@needs("open-or-new")
def ask_to_restore():
    return render_template("copies/restore.html", founded=store().vault.is_founded)


@bp.post("/restore")
@needs("open-or-new")
def restore():
    """A backup takes the place of what is here, all of it or nothing; what was here is kept aside."""
    try:
        if store().vault.is_founded and not request.form.get("sure"):
            raise BadStory("Please tick the box first: the stories of the backup take the place of the ones here.")
        data = _file()
        container.check_origin(data)                    # anything else, chosen by mistake, lies open and never touches the disk
        with _scratch() as folder:
            (folder / BACKUP_NAME).write_bytes(data)
            said = backup.restore_into(store(), folder / BACKUP_NAME, request.form.get("passphrase", ""))
    except (BadStory, StoreFault) as fault:
        return render_template("copies/restore.html", founded=store().vault.is_founded, sentence=str(fault)), CODES.get(type(fault), 422)
    flash(said)
    return lock_up(redirect("/unlock", code=303))


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder beside the stories, for sealed files on their way in or out; what a crash leaves there, a later start clears."""
    with tempfile.TemporaryDirectory(dir=config().home, prefix=SCRATCH) as folder:
        yield Path(folder)
