"""What was agreed to, or printed: whether the story still tells what stood at a moment."""
from wordspics.store import Kept
from wordspics.store.faults import Damaged
from wordspics.story import Panel
from wordspics.story.sheet import AnySheet
from wordspics.web.desk import as_it_stood, store


class Since:
    """Looks back from a story as it is kept, for one page: nothing is read twice. Moments are seconds since 1970."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._histories: dict[str, list[tuple[int, float]]] = {}
        now = {kept.about_id: kept.story.about, kept.order_id: kept.story.order,
               **{one.id: one for one in (*kept.story.panels, *kept.story.versions)}}
        self._bodies: dict[tuple[str, int], AnySheet | None] = {(sheet, kept.sheets[sheet].rev): body for sheet, body in now.items()}

    def what_changed(self, moment: float | None, reading: str = "") -> str:
        """The start of a sentence naming the panels that tell something else now; "" while nothing has changed, or nobody can say.

        `reading` is the version that was read from; its own words count as well.
        """
        try:
            return _sentence(self._changes(moment, reading))
        except Damaged:                     # an older revision, on the disk: what stands now can be read all the same
            return ""

    def _changes(self, moment: float | None, reading: str) -> list[str]:
        order = None if moment is None else self._stood(self._kept.order_id, moment)
        if order is None:
            return []
        panels = self._kept.story.panels
        differ = [number for number, panel in enumerate(panels, 1) if not self._told_already(panel, moment, order.panels)]
        said = [f"panels {_list(differ)} have changed" if differ[1:] else f"panel {differ[0]} has changed"] if differ else []
        said += ["a panel was taken out"] if set(order.panels) - {panel.id for panel in panels} else []
        said += ["the title has changed"] if self._stood(self._kept.about_id, moment).title != self._kept.story.about.title else []
        return said + (["the words of this reading have changed"] if reading and self._reads_otherwise(reading, moment) else [])

    def _told_already(self, panel: Panel, moment: float, then: tuple[str, ...]) -> bool:
        stood = self._stood(panel.id, moment) if panel.id in then else None
        return stood is not None and panel.tells_as(stood)

    def _reads_otherwise(self, reading: str, moment: float) -> bool:
        stood = self._stood(reading, moment) if reading in self._kept.sheets else None
        return stood is not None and not stood.tells_as(self._kept.story.version(reading))

    def _stood(self, sheet: str, moment: float) -> AnySheet | None:
        """The sheet as it stood then; None when it was not there yet, or gone."""
        if sheet not in self._histories:
            self._histories[sheet] = store().sheets.history(self._kept.id, sheet)
        rev = next((rev for rev, at in reversed(self._histories[sheet]) if at <= moment), None)
        if rev is not None and (sheet, rev) not in self._bodies:
            self._bodies[sheet, rev] = as_it_stood(self._kept, sheet, rev)
        return None if rev is None else self._bodies[sheet, rev]


def _sentence(said: list[str]) -> str:
    what = _list(said)
    return what[:1].upper() + what[1:]


def _list(said: list) -> str:
    if not said:
        return ""
    *others, last = map(str, said)
    return f"{', '.join(others)} and {last}" if others else last
