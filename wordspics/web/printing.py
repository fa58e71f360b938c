"""Print and tell: which edition, in which ink, how it will look, who could find it, and the PDF itself."""
import datetime
from typing import NamedTuple
from uuid import UUID

from flask import Blueprint, Flask, Response, current_app, render_template, request

from wordspics import guide
from wordspics.press import CannotPrint, imposition, leaves, raster
from wordspics.press.editions import EDITIONS, INKS, Edition
from wordspics.store import Kept
from wordspics.story.tongue import tongue
from wordspics.web import errors, holders
from wordspics.web.desk import press, store, the_reading, the_story
from wordspics.web.languages import asked_of, choices_of, prints
from wordspics.web.noting import rev_of
from wordspics.web.proofs import Proofs
from wordspics.web.security import needs
from wordspics.web.traces import empty_panels, is_untitled, traces

bp = Blueprint("printing", __name__)
PAPER = "a4"
FILE_NAME = "words-and-pictures.pdf"            # says nothing of whose story it is
READER_POLICY = "frame-ancestors 'none'"         # a stricter one stops the browser's own PDF reader from showing itself whole
PREVIEW_WIDTH = 1100                            # pixels
INK_NAMES = {"colour": "In colour", "outline": "To colour in", "grey": "In grey"}
UNPRINTED = ("The app has no letters to print {} with. "
             "The words are kept, and can be read on the screen: Read & agree, then Read it through.")
SETTINGS = {
    "folded": (("Paper", "A4"), ("Turned", "Landscape"), ("Both sides", "Flip on short edge"), ("Size", "Actual size, 100 %")),
    "pages": (("Paper", "A4"), ("Turned", "Landscape"), ("Both sides", "One side only"), ("Size", "Actual size, 100 %")),
}


class Choice(NamedTuple):
    """What is to be printed, in which languages ("cy,en"), and which side of it is looked at (0 for the first)."""

    edition: Edition
    ink: str
    language: str
    side: int


class Fit(NamedTuple):
    """How a story fits an edition: its printed `sides`, what the one looked at `holds`, panels whose words run on, or why not."""

    sides: int = 0
    sheets: int = 0
    holds: tuple[str, ...] = ()
    run_on: tuple[int, ...] = ()
    why_not: str = ""


def init_app(app: Flask) -> None:
    app.extensions["proofs"] = Proofs(app.extensions["store"], app.extensions["press"])


@bp.get("/stories/<uuid:story>/print")
@needs("open-vault")
def show(story: UUID) -> str:
    return page(the_reading(story)[0])


@bp.get("/stories/<uuid:story>/print/side.png")
@needs("open-vault")
def side(story: UUID) -> Response:
    """A picture of one printed side, taken from the very PDF that prints."""
    kept = the_reading(story)[0]
    choice = choice_of(kept)
    fit = _fit(kept, choice)
    if fit.why_not:
        return errors.show(422, fit.why_not)
    pdf = _proofs().pdf(kept, choice.edition.name, choice.ink, choice.language)
    return Response(raster.png(pdf, min(choice.side, fit.sides - 1), width=PREVIEW_WIDTH), content_type="image/png")


@bp.post("/stories/<uuid:story>/booklet.pdf")
@needs("open-vault")
def booklet(story: UUID) -> Response | tuple[str, int]:
    """The booklet to print, or to keep as a file."""
    kept = the_reading(story)[0]
    choice = choice_of(kept)
    try:
        pdf = _proofs().pdf(kept, choice.edition.name, choice.ink, choice.language, _help_lines(kept))
    except CannotPrint as fault:
        return page(kept, str(fault)), 503 if press().is_able() else 422
    how = "attachment" if request.form.get("how") == "save" else "inline"
    return Response(pdf, content_type="application/pdf", headers={
        "Content-Disposition": f'{how}; filename="{FILE_NAME}"', "Content-Security-Policy": READER_POLICY})


def page(kept: Kept, fault: str = "", copies_fault: str = "") -> str:
    """The whole page, with a sentence beside the print button or above the list of copies."""
    choice = choice_of(kept)
    fit = _fit(kept, choice)
    choice = choice._replace(side=min(choice.side, max(fit.sides - 1, 0)))
    return render_template(
        "print_page/page.html", kept=kept, step="print", version=the_reading(kept.id)[1], choice=choice, fit=fit,
        fault=fault or press().is_able() or fit.why_not,
        editions=EDITIONS.values(), inks=INK_NAMES, languages=choices_of(kept.story), settings=SETTINGS[choice.edition.name],
        help_lines=_offered_lines(kept),
        ticked=set(request.form.getlist("help")), traces=traces(kept.story), empty=empty_panels(kept.story),
        is_untitled=is_untitled(kept.story), holdings=holders.holdings(the_story(kept.id)), offered=holders.offered(kept),
        besides=holders.BESIDES, kinds=holders.KINDS, endings=holders.ENDINGS, copies_fault=copies_fault, rev=rev_of(kept),
        now=store().now(), today=datetime.date.today())


def choice_of(kept: Kept) -> Choice:
    """What was asked for in the address or the form; the usual for anything the app does not know."""
    asked = request.values
    edition = EDITIONS.get(asked.get("edition", ""), EDITIONS["folded"])
    ink = asked.get("ink", "")
    return Choice(edition, ink if ink in INKS else "colour", ",".join(asked_of(kept.story)), max(asked.get("side", 0, type=int), 0))


def _fit(kept: Kept, choice: Choice) -> Fit:
    story, edition = kept.story, choice.edition
    languages = leaves.languages_of(story, choice.language)
    unprinted = [one.english for one in map(tongue, languages) if not prints(one)]
    if unprinted:
        return Fit(why_not=UNPRINTED.format(" or ".join(unprinted)))
    try:
        laid = leaves.lay_out(story, edition, PAPER, languages)
    except CannotPrint as fault:
        return Fit(why_not=str(fault))
    run_on = leaves.panels_that_run_on(story, edition, PAPER, languages)
    sides = imposition.sides(len(laid)) if edition.folds else [(n,) for n in range(len(laid))]
    at = min(choice.side, len(sides) - 1)
    return Fit(sides=len(sides), sheets=(len(sides) + 1) // 2 if edition.folds else len(sides),
               holds=tuple(_name_leaf(n, len(laid)) for n in sides[at]), run_on=tuple(story.place_of(id) + 1 for id in run_on))


def _name_leaf(at: int, count: int) -> str:
    return "the front cover" if at == 0 else "the back cover" if at == count - 1 else f"page {at + 1}"


def _offered_lines(kept: Kept) -> list[guide.HelpLine]:
    """The help lines of the story's own situations; all of them when the guide does not know it."""
    situation = guide.situation_of(kept.story)
    return [line for line in guide.help_lines() if not situation or line.key in situation.card.help_lines]


def _help_lines(kept: Kept) -> tuple[str, ...]:
    """Only the lines somebody ticked."""
    ticked = request.form.getlist("help")
    return tuple(line.line for line in _offered_lines(kept) if line.key in ticked)


def _proofs() -> Proofs:
    return current_app.extensions["proofs"]
