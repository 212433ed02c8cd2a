"""Days and intervals in the words of a reason: "26 September 2019", "on or after 1 January 2021"."""

from datetime import date

from sayso.dates import DayInterval, Precision

# Not from the calendar module: that follows the locale of the machine.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
