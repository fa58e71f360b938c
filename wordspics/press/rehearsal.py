"""The rehearsal sheet: one A4 page for the adults who will read the story to a child, with lines to write on by hand."""
import datetime
from pathlib import Path

import jinja2
import msgspec

from wordspics.press.faults import Overfull

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "static" / "css" / "print" / "rehearsal.css"
NAMES, NAME, TITLE = 5, 20, 70      # how many names stand in one row, and how many letters of each and of the title
SIZES = (10.5, 10, 9.4, 8.6, 7.8)   # letters (pt): the largest that leave it one page. Only very long names need the last two

_templates = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "templates" / "print"), autoescape=True,
                                undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


class RehearsalSheet(msgspec.Struct, frozen=True, tag=True):
    """What stands on it already. `readers` may read it to the child; `network` have said that the child can talk to them.

    `own` are warm words of the story itself; all else is what the guide says.
    """

    title: str
    today: datetime.date
    children: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    may_ask: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    warm: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    afterwards: tuple[str, ...] = ()
    harm: str = ""


def set_sheet(sheet: RehearsalSheet, compositor) -> bytes:
    """The page, in letters as large as it has room for."""
    rules = STYLES.read_text(encoding="utf-8")
    html = _templates.get_template("rehearsal.html").render(sheet=sheet, short=_short, names=NAMES, title=_short(sheet.title, TITLE))
    for size in SIZES:
        try:
            return compositor.sheet(html, f"{rules}.rehearsal{{font-size:{size}pt}}")
        except Overfull as fault:
            overfull = fault
    raise overfull


def _short(words: str, most: int = NAME) -> str:
    return words if len(words) <= most else words[:most - 1].rstrip() + "…"
