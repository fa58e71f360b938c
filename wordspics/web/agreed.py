"""What was agreed to: whether the story still tells what stood when somebody said yes."""
from wordspics.store import Kept
from wordspics.story.record import Agreement
from wordspics.web.desk import store


def changed_since(kept: Kept, agreement: Agreement) -> str:
    """One sentence naming the panels that tell something else now; empty while nothing has changed, or nobody can say."""
    if agreement.at is None:
        return ""
    now = {panel.id: panel for panel in kept.story.panels}
    then = _panels_at(kept, agreement.at)
    if then is None:
        return ""
    differ = [number for number, panel in enumerate(kept.story.panels, 1) if panel.id not in then or not _same(kept, panel, agreement.at)]
    gone = any(panel not in now for panel in then)
    said = [f"panels {_list(differ)} have changed" if differ[1:] else f"panel {differ[0]} has changed"] if differ else []
    said += ["a panel was taken out"] if gone else []
    if not said:
        return ""
    what = " and ".join(said)
    return f"{what[0].upper()}{what[1:]} since {agreement.by} agreed. Ask once more, and note it again."


def _panels_at(kept: Kept, moment: float) -> tuple[str, ...] | None:
    stood = store().sheets.as_of(kept.id, kept.order_id, moment)
    return stood and stood.body.panels


def _same(kept: Kept, panel, moment: float) -> bool:
    stood = store().sheets.as_of(kept.id, panel.id, moment)
    return bool(stood and stood.body) and panel.tells_as(stood.body)


def _list(numbers: list[int]) -> str:
    *others, last = map(str, numbers)
    return f"{', '.join(others)} and {last}" if others else last
