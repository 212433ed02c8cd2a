"""The weekday of a day and month tells the year: "Saturday January 22"."""

import calendar
from datetime import date

from sayso.dates.interval import DayInterval

_FIRST_YEAR = 1900
_LAST_YEAR = 2199


def fitting_years(weekday: int, month: int, day: int, window: DayInterval) -> tuple[int, ...]:
    """Return the years in which that day falls on ``weekday`` (Monday is 0) inside ``window``.

    The weekday of a date comes back after 5, 6 or 11 years (12 or 40 for 29 February and around
    1900 and 2100), so that the answer is one year at most in any window of five years. A side
    that the window leaves open ends at 1900 or 2199.
    """
    first = window.lo.year if window.lo else _FIRST_YEAR
    last = window.hi.year if window.hi else _LAST_YEAR
    return tuple(
        year
        for year in range(first, last + 1)
        if _exists(year, month, day)
        and date(year, month, day) in window
        and date(year, month, day).weekday() == weekday
    )


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]
