"""Times inside and beside other times: the third week of March, the day after Christmas."""

from datetime import date, timedelta

from sayso.dates import DayInterval
from sayso.language.timex_calendar import Place, on_day, unit_around
from sayso.language.timex_expressions import Beside, Nth, Unit

_WEEK = 7
# The calendar's week that shares most days with the seven counted.
_MIDDLE = 3
_SATURDAY = 5
_LONGEST = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.MONTH: 31, Unit.YEAR: 366}


def nth(outer: DayInterval, core: Nth) -> Place | None:
    """Return the so many-th unit inside an interval, ``None`` if it has fewer."""
    if outer.lo is None or outer.hi is None or core.number == 0:
        return None
    place = _found(outer.lo, outer.hi, core)
    return place if place and place.interval.intersection(outer) else None


def beside(inner: DayInterval, core: Beside) -> Place | None:
    """Return the unit beside a time that is no longer than it: a month has no day before it."""
    if inner.lo is None or inner.days is None or inner.days > _LONGEST.get(core.unit, 0):
        return None
    return unit_around(inner.lo, core.unit, core.by)


def _found(first: date, last: date, core: Nth) -> Place | None:
    back = core.number < 0
    steps = core.number + 1 if back else core.number - 1
    edge = last if back else first
    if core.unit is Unit.DAY:
        return on_day(edge + timedelta(days=steps))
    if core.unit is Unit.WEEK:
        middle = -_MIDDLE if back else _MIDDLE
        return unit_around(edge + timedelta(days=steps * _WEEK + middle), Unit.WEEK, 0)
    if core.unit is Unit.WEEKEND:
        away = (
            (edge.weekday() - _SATURDAY) % _WEEK if back else (_SATURDAY - edge.weekday()) % _WEEK
        )
        saturday = edge + timedelta(days=(-away if back else away) + steps * _WEEK)
        return unit_around(saturday, Unit.WEEKEND, 0)
    if core.unit in {Unit.MONTH, Unit.QUARTER}:
        return unit_around(edge, core.unit, steps)
    return None
