"""What was agreed to, or printed: whether the story still tells what stood at a moment."""
from wordspics.store import Kept
from wordspics.web.desk import store


class Since:
    """Looks back from a story as it is kept. Moments are seconds since 1970."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._moments: dict[str, float] = {}

    def what_changed(self, moment: float | None, reading: str = "") -> str:
        """The start of a sentence naming the panels that tell something else now; "" while nothing has changed, or nobody can say.

        `reading` is the version that was read from; its own words count as well.
        """
        then = None if moment is None else self._panels_at(moment)
        if then is None:
            return ""
        panels = self._kept.story.panels
        differ = [number for number, panel in enumerate(panels, 1) if panel.id not in then or not self._is_as_it_was(panel, moment)]
        said = [f"panels {_list(differ)} have changed" if differ[1:] else f"panel {differ[0]} has changed"] if differ else []
        said += ["a panel was taken out"] if set(then) - {panel.id for panel in panels} else []
        said += ["the title has changed"] if self._has_other_title(moment) else []
        said += ["the words of this reading have changed"] if reading and self._reads_otherwise(reading, moment) else []
        return _sentence(said)

    def _panels_at(self, moment: float) -> tuple[str, ...] | None:
        stood = store().sheets.as_of(self._kept.id, self._kept.order_id, moment)
        return stood and stood.body.panels

    def _is_as_it_was(self, panel, moment: float) -> bool:
        if self._touched(panel.id) <= moment:
            return True
        stood = store().sheets.as_of(self._kept.id, panel.id, moment)
        return bool(stood and stood.body) and panel.tells_as(stood.body)

    def _has_other_title(self, moment: float) -> bool:
        stood = self._touched(self._kept.about_id) > moment and store().sheets.as_of(self._kept.id, self._kept.about_id, moment)
        return bool(stood) and stood.body.title != self._kept.story.about.title

    def _reads_otherwise(self, reading: str, moment: float) -> bool:
        if reading not in self._kept.sheets or self._touched(reading) <= moment:
            return False
        stood = store().sheets.as_of(self._kept.id, reading, moment)
        return bool(stood and stood.body) and stood.body.words != self._kept.story.version(reading).words

    def _touched(self, sheet: str) -> float:
        """When the sheet was last revised."""
        if sheet not in self._moments:
            self._moments[sheet] = store().sheets.history(self._kept.id, sheet)[-1][1]
        return self._moments[sheet]


def _sentence(said: list[str]) -> str:
    what = _list(said)
    return what[:1].upper() + what[1:]


def _list(said: list) -> str:
    if not said:
        return ""
    *others, last = map(str, said)
    return f"{', '.join(others)} and {last}" if others else last
