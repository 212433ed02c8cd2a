"""Bars: an interval of days drawn as long as it is uncertain."""

from collections.abc import Sequence
from datetime import date

from sayso.dates import DayInterval
from sayso.frozen import dataclass

_BAR_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the first to the last of a timeline, drawn as a row of characters."""

    first: date
    last: date

    def bar(self, interval: DayInterval) -> str:
        """Draw an interval as long as it is uncertain; an open side is drawn as an arrow."""
        if interval.lo is None and interval.hi is None:
            return ""
        start = 0 if interval.lo is None else self._position(interval.lo)
        end = _BAR_COLUMNS - 1 if interval.hi is None else self._position(interval.hi)
        cells = list("·" * start + "━" * (end - start + 1) + "·" * (_BAR_COLUMNS - 1 - end))
        if interval.lo is None:
            cells[0] = "◄"
        if interval.hi is None:
            cells[-1] = "►"
        return "".join(cells)

    def _position(self, day: date) -> int:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(min(max(share, 0.0), 1.0) * (_BAR_COLUMNS - 1))


def axis_of(intervals: Sequence[DayInterval]) -> Axis | None:
    """Return the axis that holds every bounded day, or ``None`` if there is none."""
    days = [day for one in intervals for day in (one.lo, one.hi) if day is not None]
    return Axis(min(days), max(days)) if days else None
