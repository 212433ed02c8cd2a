"""Calendar steps: the unit that holds a day, units later or earlier, and their TIMEX3 names."""

import math
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.dates import DateExpression, DayInterval, PartialDate, Season
from sayso.frozen import dataclass
from sayso.language.timex_expressions import Holiday, Unit

_WEEK = 7
_HOURS = 24
# The calendar ends long before.
_FARTHEST = 10_000_000
_SATURDAY = 5
_THURSDAY = 3
_MONTHS = 12
_QUARTER = 3
_DAYS = {Unit.DAY: 1, Unit.WEEK: _WEEK, Unit.WEEKEND: _WEEK, Unit.FORTNIGHT: 2 * _WEEK}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_FROM_EASTER = {
    Holiday.GOOD_FRIDAY: -2,
    Holiday.EASTER_MONDAY: 1,
    Holiday.PALM_SUNDAY: -7,
    Holiday.ASH_WEDNESDAY: -46,
}
_SEASON_NAMES = {
    Season.SPRING: "SP",
    Season.SUMMER: "SU",
    Season.AUTUMN: "FA",
    Season.WINTER: "WI",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the calendar: its TIMEX3 value and the days it covers."""

    value: str
    interval: DayInterval


def on_day(day: date) -> Place:
    return Place(value=day.isoformat(), interval=DayInterval.day(day))


def of_month(year: int, month: int) -> Place | None:
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Place(value=f"{year:04d}-{month:02d}", interval=DayInterval.month(year, month))


def of_partial(partial: PartialDate) -> Place | None:
    """Return the place of a date whose year is known."""
    interval = partial.interval
    if interval is None:
        return None
    return Place(value=_name(partial), interval=interval)


def of_expression(expression: DateExpression) -> Place | None:
    first, interval = of_partial(expression.date), expression.interval
    if first is None or interval is None:
        return None
    last = of_partial(expression.until) if expression.until else None
    return Place(value=f"{first.value}/{last.value}" if last else first.value, interval=interval)


def unit_around(day: date, unit: Unit, by: int) -> Place | None:
    """Return the unit that lies ``by`` units from the one that holds ``day``."""
    if unit in _YEARS:
        return _years_around(day, unit, by)
    if unit is Unit.MONTH:
        index = day.year * _MONTHS + day.month - 1 + by
        return of_month(index // _MONTHS, index % _MONTHS + 1)
    if unit is Unit.QUARTER:
        index = day.year * 4 + (day.month - 1) // _QUARTER + by
        return of_partial(PartialDate(year=index // 4, quarter=index % 4 + 1))
    moved = _moved(day, by if unit not in {Unit.WEEK, Unit.WEEKEND} else by * _WEEK)
    if moved is None or unit not in {Unit.WEEK, Unit.WEEKEND, Unit.DAY}:
        return None
    return on_day(moved) if unit is Unit.DAY else _week(moved, unit)


def _week(day: date, unit: Unit) -> Place:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    if unit is Unit.WEEK:
        return Place(
            value=f"{year}-W{week:02d}",
            interval=DayInterval(monday, monday + timedelta(days=_WEEK - 1)),
        )
    saturday = monday + timedelta(days=_SATURDAY)
    return Place(
        value=f"{year}-W{week:02d}-WE",
        interval=DayInterval(saturday, saturday + timedelta(days=1)),
    )


def _years_around(day: date, unit: Unit, by: int) -> Place | None:
    index = day.year // _YEARS[unit] + by
    partial = {
        Unit.YEAR: PartialDate(year=index),
        Unit.DECADE: PartialDate(decade=index),
        Unit.CENTURY: PartialDate(century=index),
    }[unit]
    return of_partial(partial) if MINYEAR < (index + 1) * _YEARS[unit] <= MAXYEAR else None


def steps_away(day: date, unit: Unit, count: float) -> Place | None:
    """Return the place ``count`` units from ``day``, as precise as the unit (weeks: a day)."""
    if abs(count) > _FARTHEST:
        return None
    if unit in _YEARS and count == int(count):
        year = day.year + int(count) * _YEARS[unit]
        return of_partial(PartialDate(year=year)) if MINYEAR <= year <= MAXYEAR else None
    if unit in _YEARS or unit in {Unit.MONTH, Unit.QUARTER}:
        size = _YEARS[unit] * _MONTHS if unit in _YEARS else 1 + 2 * (unit is Unit.QUARTER)
        return unit_around(day, Unit.MONTH, round(count * size))
    if unit in _DAYS:  # an hour is too short to name a day
        moved = _moved(day, round(count * _DAYS[unit]))
        return on_day(moved) if moved else None
    return None


def same_day(day: date, unit: Unit, count: float) -> date | None:
    """Return the day so many units away, of a month its same day (or its last)."""
    if abs(count) > _FARTHEST:
        return None
    if unit in _DAYS:
        return _moved(day, round(count * _DAYS[unit]))
    sizes = {Unit.MONTH: 1, Unit.QUARTER: _QUARTER} | {u: n * _MONTHS for u, n in _YEARS.items()}
    if unit not in sizes:  # hours: some of them may be of the day before
        days = math.ceil(abs(count) / _HOURS) if unit is Unit.HOUR else 1
        return _moved(day, -days if count < 0 else days)
    place = unit_around(day, Unit.MONTH, round(count * sizes[unit]))
    if place is None or place.interval.lo is None or place.interval.hi is None:
        return None
    return min(place.interval.lo + timedelta(days=day.day - 1), place.interval.hi)


def _moved(day: date, by: int) -> date | None:
    ordinal = day.toordinal() + by
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def holiday(name: Holiday, year: int) -> date:
    """Return the day of a holiday in a year."""
    fixed = {
        Holiday.CHRISTMAS: (12, 25),
        Holiday.CHRISTMAS_EVE: (12, 24),
        Holiday.NEW_YEAR: (1, 1),
        Holiday.NEW_YEARS_EVE: (12, 31),
        Holiday.HALLOWEEN: (10, 31),
        Holiday.BOXING_DAY: (12, 26),
        Holiday.VALENTINE: (2, 14),
        Holiday.SAINT_PATRICK: (3, 17),
        Holiday.MAY_DAY: (5, 1),
        Holiday.WOMENS_DAY: (3, 8),
    }
    if name in fixed:
        return date(year, *fixed[name])
    if name is Holiday.THANKSGIVING:
        first = date(year, 11, 1)
        return first + timedelta(days=(_THURSDAY - first.weekday()) % _WEEK + 3 * _WEEK)
    return _easter(year) + timedelta(days=_FROM_EASTER.get(name, 0))


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the Anonymous algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _name(partial: PartialDate) -> str:
    if partial.decade is not None:
        return f"{partial.decade:03d}"
    if partial.century is not None:
        return f"{partial.century:02d}"
    year = f"{partial.year:04d}"
    if partial.month is not None:
        day = f"-{partial.day:02d}" if partial.day is not None else ""
        return f"{year}-{partial.month:02d}{day}"
    if partial.quarter is not None:
        return f"{year}-Q{partial.quarter}"
    if partial.half is not None:
        return f"{year}-H{partial.half}"
    return f"{year}-{_SEASON_NAMES[partial.season]}" if partial.season else year
