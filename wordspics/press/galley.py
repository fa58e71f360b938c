"""From leaves to the page a layout engine reads: HTML from the templates, rules for the measured boxes, drawings as SVG."""
import datetime
import re
from pathlib import Path
from typing import NamedTuple

import jinja2

from wordspics.pictures import draw, svg, typeface
from wordspics.pictures.shapes import AnyShape, Drawing, Group
from wordspics.press import credits, raster
from wordspics.press.editions import Edition, vet
from wordspics.press.faults import CannotPrint
from wordspics.press.leaves import Box, Cover, Leaf, PanelLeaf, languages_of, lay_out
from wordspics.press.pipe import Job
from wordspics.press.scenery import scenery
from wordspics.press.setting import LEADING, is_view, runs_right
from wordspics.story import Panel, Upload

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "static" / "css" / "print" / "booklet.css"
DRAWING, PHOTO = "wp-svg:", "wp-img:"       # two schemes of our own: what the closed fetcher knows
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")

_templates = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "templates" / "print"), autoescape=True,
                                undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


class Galley(NamedTuple):
    """One booklet ready for the layout engine. `pictures` are bytes by address; `pages` is how many leaves it must make.

    `languages` has one for every <article> in the HTML, in reading order.
    """

    html: str
    rules: str
    pictures: dict[str, bytes]
    pages: int
    languages: tuple[str, ...]
    edition: Edition


class Rules:
    """The rules of the measured boxes, each under an id of its own."""

    def __init__(self):
        self._lines: list[str] = []

    def put(self, box: Box, more: str = "") -> str:
        name = f"b{len(self._lines)}"
        self._lines.append(f"#{name}{{left:{box.x:.3f}mm;top:{box.y:.3f}mm;width:{box.w:.3f}mm;height:{box.h:.3f}mm;{more}}}")
        return name

    def text(self) -> str:
        return "\n".join(self._lines)


def compose(job: Job) -> Galley:
    """The whole booklet. A CannotPrint says in one sentence what is missing."""
    edition = vet(job.edition, job.ink, job.paper)
    languages = languages_of(job.story, job.language)
    leaves = lay_out(job.story, edition, job.paper, languages)
    shown = _panels_of(leaves)
    _vet_library(job, shown)
    drawings = {panel.id: draw.draw(panel.scene, job.story.cast, job.ink) for panel in shown if not panel.scene.is_empty}
    pictures = {f"{DRAWING}{id}": _svg(drawing).encode() for id, drawing in drawings.items()}
    pictures |= _photos(job, shown)
    wide, high = edition.leaf(job.paper)
    cover = next((drawings[leaf.panel.id] for leaf in leaves if isinstance(leaf, Cover) and leaf.panel), None)
    field, hills = scenery(_ground(cover), wide, high, job.ink, wraps=edition.folds)
    pictures |= {f"{DRAWING}scenery-{side}": hill.encode() for side, hill in hills.items()}
    rules = Rules()
    html = _templates.get_template("booklet.html").render(
        leaves=leaves, kinds=[type(leaf).__name__.lower() for leaf in leaves], rules=rules, edition=edition, ink=job.ink,
        drawings=drawings, language=languages[0], is_draft=not job.story.record.is_agreed, help_lines=job.help_lines,
        printed_on=_plain_date(job.today), credits=credits.credits(_pictures_by_page(leaves), other_letters=_needs_other_letters(leaves)))
    written = _paper_rules(wide, high, edition, field) + rules.text()
    return Galley(html, written, pictures, len(leaves), _languages_in(html), edition)


def _paper_rules(wide: float, high: float, edition: Edition, field: str) -> str:
    """The paper, the leaves on it, and what lies behind the covers."""
    behind = "0 0/100% 100% no-repeat"
    return (f"@page{{size:{wide:.3f}mm {high:.3f}mm}}section{{width:{wide:.3f}mm}}.leaf{{height:{high - edition.foot:.3f}mm}}"
            f".whole{{height:{high:.3f}mm}}@page panel{{margin-bottom:{edition.foot:.3f}mm}}"
            f"@page cover{{background:{field} url({DRAWING}scenery-front) {behind}}}"
            f"@page back{{background:{field} url({DRAWING}scenery-back) {behind}}}")


def _languages_in(html: str) -> tuple[str, ...]:
    return tuple(re.findall(r'<article [^>]*?lang="([A-Za-z0-9-]+)"', html))


def _svg(drawing: Drawing) -> str:
    return svg.write(drawing, labels=False, photo=lambda id: f"{PHOTO}{id}")


def _pictures_by_page(leaves: tuple[Leaf, ...]) -> list[tuple[int, Panel]]:
    """Every page that shows a panel's picture, as it is numbered on paper."""
    return [(page, leaf.panel) for page, leaf in enumerate(leaves, start=credits.COVER)
            if isinstance(leaf, (PanelLeaf, Cover)) and leaf.panel and leaf.picture and not leaf.panel.scene.is_empty]


def _panels_of(leaves: tuple[Leaf, ...]) -> tuple[Panel, ...]:
    """Every panel that shows its picture, each once."""
    return tuple({panel.id: panel for _, panel in _pictures_by_page(leaves)}.values())


def _uploads(panel: Panel) -> list[str]:
    return [item.picture for item in panel.scene.items if isinstance(item, Upload)]


def _photos(job: Job, shown: tuple[Panel, ...]) -> dict[str, bytes]:
    """The family's own pictures by address, in the booklet's ink; a missing or damaged one stops the print."""
    photos: dict[str, bytes] = {}
    for panel in shown:
        for picture in _uploads(panel):
            where = f"One of your own pictures on panel {job.story.place_of(panel.id) + 1}"
            if picture not in job.pictures:
                raise CannotPrint(f"{where} is missing, so nothing was printed.")
            try:
                photos[f"{PHOTO}{picture}"] = raster.develop(job.pictures[picture], job.ink)
            except ValueError:
                raise CannotPrint(f"{where} is damaged, so nothing was printed.") from None
    return photos


def _vet_library(job: Job, shown: tuple[Panel, ...]) -> None:
    for panel, name in credits.strangers(shown):
        number = job.story.place_of(panel.id) + 1
        raise CannotPrint(f"Panel {number} shows a picture called {name!r}, which this app does not have.")


def _label_box(picture: Box, label) -> Box:
    """Where a bubble's words lie: a little wider than they are, so that no line can ever wrap; a slip has its own room."""
    spare = 0 if label.slip else picture.w * 0.03
    return Box(picture.w * label.x - spare, picture.h * label.y, picture.w * label.w + 2 * spare, picture.h * label.h)


def _needs_other_letters(leaves: tuple[Leaf, ...]) -> bool:
    rows = [row for leaf in leaves if isinstance(leaf, PanelLeaf) for row in leaf.rows]
    letters = {c for row in rows for column in row for line in (*column.owner, *column.lines) for c in line}
    return any(not typeface.has(c) for c in letters if not c.isspace())


def _ground(drawing: Drawing | None) -> str | None:
    """The colour behind the cover's picture: its wall or its sky."""
    return next(_fills(drawing.shapes), None) if drawing else None


def _fills(shapes: tuple[AnyShape, ...]):
    for shape in shapes:
        if shape.fill not in (None, "none", "#ffffff"):
            yield shape.fill
        if isinstance(shape, Group):
            yield from _fills(shape.shapes)


def _plain_date(day: datetime.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_templates.globals.update(is_view=is_view, runs_right=runs_right, label_box=_label_box, DRAWING=DRAWING, LEADING=LEADING)
