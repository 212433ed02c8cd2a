"""Days and intervals in the words of a reason: "26 September 2019", "on or after 1 January 2021"."""

from datetime import date

from sayso.dates import DayInterval, Precision
from sayso.dates.words import MONTH_NAMES, WEEKDAY_NAMES

# Not from the calendar module: that follows the locale of the machine.
_MONTHS = tuple(map(str.capitalize, MONTH_NAMES))
WEEKDAYS = tuple(map(str.capitalize, WEEKDAY_NAMES))


def day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def interval_words(interval: DayInterval) -> str:
    """Return an interval in words, as coarse as it is."""
    lo, hi = interval.lo, interval.hi
    if lo is None or hi is None:
        if lo:
            return f"on or after {day_words(lo)}"
        return f"on or before {day_words(hi)}" if hi else "at an unknown time"
    precision = interval.precision
    if precision is Precision.DAY:
        return day_words(lo)
    if precision is Precision.MONTH:
        return f"{_MONTHS[lo.month - 1]} {lo.year}"
    if precision is Precision.YEAR:
        return str(lo.year)
    return f"{day_words(lo)} to {day_words(hi)}"
