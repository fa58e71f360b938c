"""Who made what a booklet shows: worked out for each one, from the pictures and the letters it really uses."""
from collections.abc import Iterable

from wordspics.pictures import library
from wordspics.story import Panel, Symbol, Thing

METHOD = "Words and Pictures is a way of working by Susie Essex, Hilary Gumbleton and Colin Luger."
LETTERS = "Letters: Lexend, SIL Open Font Licence 1.1."
OTHER_LETTERS = "Letters: Lexend and Noto, SIL Open Font Licence 1.1."
OURS = "Words and Pictures"
_SAID = {"OpenMoji": "OpenMoji, the open emoji project, openmoji.org"}
_CHANGED = {"OpenMoji"}         # whose lines or colours we change
COVER = 0                       # the cover has no number, and the leaf after it is page 1


def credits(shown: Iterable[tuple[int, Panel]], *, other_letters: bool = False) -> tuple[str, ...]:
    """One line for everybody whose pictures are shown, ours first, with their pages; then the letters and the method.

    `shown` has a page as it is numbered on paper, and the panel whose picture is on it.
    """
    shelf = library.shelf()
    pages: dict[tuple[str, str], set[int]] = {}
    for page, panel in shown:
        for name in names_in(panel):
            if shelf.has(name):
                picture = shelf.picture(name)
                pages.setdefault((picture.credit, picture.licence), set()).add(page)
    order = sorted(pages, key=lambda source: (source[0] != OURS, source))
    lines = [f"Pictures {tell_pages(pages[source])}: {_told(*source)}." for source in order]
    return (*lines, OTHER_LETTERS if other_letters else LETTERS, METHOD)


def names_in(panel: Panel) -> tuple[str, ...]:
    """The library pictures of a panel: its place, then its things and symbols."""
    return (panel.scene.place, *(item.name for item in panel.scene.items if isinstance(item, (Thing, Symbol))))


def strangers(panels: Iterable[Panel]) -> list[tuple[Panel, str]]:
    """Pictures the library does not have, with the panel that shows them: a booklet is never printed with a gap."""
    shelf = library.shelf()
    return [(panel, name) for panel in panels for name in names_in(panel) if name and not shelf.has(name)]


def tell_pages(pages: set[int]) -> str:
    """Pages as a reader finds them: "on the cover, pages 2–5, 7"."""
    inner = sorted(pages - {COVER})
    runs: list[list[int]] = []
    for page in inner:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    numbers = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    told = f"{'page' if len(inner) == 1 else 'pages'} {numbers}"
    return f"on {', '.join(part for part in ('the cover' if COVER in pages else '', told if inner else '') if part)}"


def _told(credit: str, licence: str) -> str:
    changed = "; we changed some of their lines and colours" if credit in _CHANGED else ""
    return f"{_SAID.get(credit, credit)}, {_together(licence)}{changed}"


def _together(name: str) -> str:
    """A licence's name on one line."""
    return name.replace(" ", "\N{NO-BREAK SPACE}")
