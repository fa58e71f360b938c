"""The family's own pictures: a child's drawing or a photo of one, put into a panel and offered again for the others."""
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, request, url_for

from wordspics.store.uploads import shape_of
from wordspics.story import BadStory, Scene, Story, Upload
from wordspics.story.sheet import write_sheet
from wordspics.web.desk import store, the_story
from wordspics.web.once import id_to_make
from wordspics.web.security import needs

bp = Blueprint("ownpictures", __name__)
STAGE = 3                       # times as wide as a picture of size 1 (see Upload)
TALL = 0.75                     # the stage's own height over its width
NOT_KEPT = "not-kept-yet"
ON_THE_WALL = {"size": 0.9, "x": 0.5, "y": 0.45}


@bp.post("/stories/<uuid:story>/panels/<uuid:panel>/own-picture")
@needs("open-vault")
def add(story: UUID, panel: UUID):
    """Kept with the story and put into this panel; one that cannot be read, or finds no room, is not kept at all."""
    kept, id = the_story(story), id_to_make()
    before = kept.story.panel(str(panel))
    if any(item.id == id for item in before.scene.items):
        return redirect(url_for("panels.show", story=kept.id, panel=before.id), code=303)
    try:
        own = Upload(id=id, picture=NOT_KEPT, alt=request.form.get("alt", ""))
        before.scene.place_item(own)            # refused before it is kept: a picture that no panel shows could not be found again
        placed = before.with_(scene=before.scene.place_item(_hang(_take_in(kept.id, own), before.scene)))
    except BadStory as fault:
        flash(str(fault))
        return redirect(url_for("panels.show", story=kept.id, panel=before.id), code=303)
    answer = store().sheets.put(kept.id, before.id, write_sheet(placed), kept.sheets[before.id].rev, str(uuid4()))
    return redirect(url_for("beside.show" if answer.kind == "beside" else "panels.show", story=kept.id, panel=before.id), code=303)


def _take_in(story: str, own: Upload) -> Upload:
    given = request.files.get("file")
    data = given.read() if given else b""
    if not data:
        raise BadStory("Please choose a picture first.")
    picture = store().uploads.add(story, data, own.id)
    return own.with_(picture=picture, shape=shape_of(store().uploads.read(story, picture)))


def _hang(picture: Upload, scene: Scene) -> Upload:
    """On an empty stage a drawing is the whole picture; among people it hangs above them, to be moved and made larger."""
    if scene.is_empty:
        return picture.with_(x=0.5, y=1, size=STAGE * min(1, TALL / picture.shape))
    return picture.with_(**ON_THE_WALL)


def own_pictures(story: Story) -> list[Upload]:
    """Each of the family's own pictures that a panel shows, once, the newest panel's first."""
    shown = {item.picture: item for panel in story.panels for item in panel.scene.items if isinstance(item, Upload)}
    return list(reversed(shown.values()))
