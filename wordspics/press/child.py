"""The render child: `python -m wordspics.press.child`. It takes work on its standard input and answers on its output.

It lives apart so that a booklet which loses its way can be ended without hurting the app, and so that nothing the layout
engine does can reach the network or the family's other stories.
"""
from wordspics.fence import limits as fence
from wordspics.fence import pipe
from wordspics.press import limits
from wordspics.press.faults import CannotPrint, UnknownLetter
from wordspics.press.pipe import Answer, Job, Plate, Printed, Ready, Refused, Work, read_work, write
from wordspics.press.rehearsal import RehearsalSheet, set_sheet
from wordspics.story import BadStory, Bubble


def serve() -> None:
    """Take work until the app hangs up."""
    source, out = pipe.ends()
    fence.bound_memory(limits.MEMORY)
    try:
        from wordspics.press.compositor import Compositor

        compositor = Compositor()
    except (ImportError, OSError):
        pipe.send(write(Refused("This computer lacks a part that printing needs.", leaves=True)), out)
        return
    fence.cut_the_line()
    pipe.send(write(Ready()), out)
    while (work := pipe.take(source)) is not None:
        pipe.send(write(_answer(read_work(work), compositor)), out)


def _answer(work: Work, compositor) -> Answer:
    from weasyprint.urls import FatalURLFetchingError

    fence.allow(limits.CPU_SECONDS)
    try:
        return Printed(_print(work, compositor))
    except UnknownLetter as fault:
        return Refused(str(UnknownLetter(fault.letter, _where(fault.letter, work))))
    except (CannotPrint, BadStory) as fault:
        return Refused(str(fault))
    except FatalURLFetchingError:
        return Refused("Something on a page is missing, so nothing was printed.")
    except MemoryError:
        return Refused("This booklet is larger than this computer can print in one go; fewer or smaller pictures will help.",
                       leaves=True)


def _print(work: Work, compositor) -> bytes:
    if isinstance(work, Plate):
        return compositor.plate(work.svg, work.width, work.height)
    from wordspics.press.binding import bind
    from wordspics.press.galley import compose

    if isinstance(work, RehearsalSheet):
        return bind(set_sheet(work, compositor), ("en",), folds=False)
    galley = compose(work)
    return bind(compositor.print(galley), galley.languages, folds=galley.edition.folds)


def _where(letter: str, work: Work) -> str:
    """The panel whose words or bubbles hold a letter."""
    for number, panel in enumerate(work.story.panels if isinstance(work, Job) else (), 1):
        said = [*panel.words.values(), *(words for view in panel.views for words in (view.owner, *view.words.values())),
                *(item.words for item in panel.scene.items if isinstance(item, Bubble))]
        if any(letter in words for words in said):
            return f"on panel {number}"
    return "in this story"


if __name__ == "__main__":
    serve()
