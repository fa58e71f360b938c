"""Home: every story on this computer, the newest ready to be carried on, and the way to part with one."""
import contextlib
import datetime
from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template

from wordspics.store import Card, Kept
from wordspics.store.faults import Damaged
from wordspics.story import BadStory, Figure, Missing, Record, Scene
from wordspics.web import datafiles
from wordspics.web.desk import store, the_cards
from wordspics.web.door import EXAMPLE_FAMILY, held_key
from wordspics.web.security import needs

bp = Blueprint("home", __name__)


@bp.get("/")
@needs("open-vault")
def show():
    if held_key():
        return redirect("/welcome/key", code=303)
    cards = the_cards()
    at = next((n for n, card in enumerate(cards) if not is_example(card) and not card.trouble), None)
    newest, kept = (None, None) if at is None else _look_inside(cards[at])
    if newest and not kept:                             # it stands among the others, with what is wrong with it
        cards[at], newest = newest, None
    return render_template(
        "home/home.html", newest=newest, kept_newest=kept,
        cards=[card for card in cards if card is not newest], is_example=is_example, cover_of=cover_of,
        has_faults=bool(datafiles.faults()), today=datetime.date.today())


@bp.get("/stories/<uuid:story>/delete")
@needs("open-vault")
def ask(story: UUID):
    """Ask once, by name, and say whether notes would go that belong in the family's file, and who still has a copy."""
    card, kept = _look_inside(_card(story))
    record = kept.story.record if kept else Record()
    return render_template("home/delete.html", card=card, has_notes=bool(kept) and kept.story.has_notes, out=record.copies_out)


@bp.post("/stories/<uuid:story>/delete")
@needs("open-vault")
def delete(story: UUID):
    with contextlib.suppress(Missing):                  # it is gone already: the button was pressed twice
        store().stories.erase(str(story))
        flash("That story is gone from this computer, with its pictures and every earlier version.")
    current_app.extensions.pop("backup", None)          # one made before this would still hold the story
    return redirect("/", code=303)


def is_example(card: Card) -> bool:
    return card.family.name == EXAMPLE_FAMILY


def cover_of(card: Card) -> Scene:
    """The story's first picture, or the children it is for while there is none."""
    if card.first and not card.first.scene.is_empty:
        return card.first.scene
    who = [child.person for child in card.about.children if child.person and card.cast.has(child.person)][:3]
    return Scene(items=tuple(Figure(id=f"f{n}", who=person, x=0.5 + 0.22 * (n - (len(who) - 1) / 2), y=0.92)
                             for n, person in enumerate(who)))


def _look_inside(card: Card) -> tuple[Card, Kept | None]:
    """The card with its whole story; a card reads the first panel alone, so the trouble may lie further in."""
    if card.trouble:
        return card, None
    try:
        return card, store().stories.load(card.id)
    except (BadStory, Damaged) as fault:
        return card._replace(trouble=str(fault)), None


def _card(story: UUID) -> Card:
    """By its card, for even a story that cannot be read any more can be parted with."""
    for card in store().stories.cards():
        if card.id == str(story):
            return card
    raise Missing("This story is not here any more.")
