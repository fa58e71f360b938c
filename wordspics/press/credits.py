"""Who made what a booklet shows: worked out for each one, from the pictures and the letters it really uses."""
from wordspics.pictures import library
from wordspics.story import Panel, Symbol, Thing

METHOD = "Words and Pictures is a way of working by Susie Essex, Hilary Gumbleton and Colin Luger."
LETTERS = "Letters: Lexend, SIL Open Font Licence 1.1."
OTHER_LETTERS = "Letters: Lexend and Noto, SIL Open Font Licence 1.1."
_OURS = "Words and Pictures"
_HOMES = {"OpenMoji": "OpenMoji, the open emoji project, openmoji.org"}


def credits(panels: tuple[Panel, ...], *, other_letters: bool = False) -> tuple[str, ...]:
    """One line a source: ours first, then every other library a picture came from, then the letters, then the method."""
    shelf = library.shelf()
    used = {(_OURS, shelf.picture("plain").licence if shelf.has("plain") else "CC BY-SA 4.0")}
    for panel in panels:
        names = [panel.scene.place, *(item.name for item in panel.scene.items if isinstance(item, (Thing, Symbol)))]
        used |= {(shelf.picture(name).credit, shelf.picture(name).licence) for name in names if shelf.has(name)}
    ours = [f"Pictures: {credit}, {licence}." for credit, licence in sorted(used) if credit == _OURS]
    theirs = [f"Some pictures: {_HOMES.get(credit, credit)}, {licence}; we changed some of their lines and colours."
              for credit, licence in sorted(used) if credit != _OURS]
    return (*ours, *theirs, OTHER_LETTERS if other_letters else LETTERS, METHOD)


def strangers(panels: tuple[Panel, ...]) -> list[tuple[Panel, str]]:
    """Pictures the library does not have, with the panel that shows them: a booklet is never printed with a gap."""
    shelf = library.shelf()
    return [(panel, name) for panel in panels
            for name in (panel.scene.place, *(item.name for item in panel.scene.items if isinstance(item, (Thing, Symbol))))
            if name and not shelf.has(name)]
