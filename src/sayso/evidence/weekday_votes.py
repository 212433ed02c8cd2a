"""Bare weekdays as votes for the day of writing: a weekday is named on its day or the day after."""

from collections.abc import Sequence
from datetime import date

from sayso.evidence.date_clues import WeekdayClue

_WEEK = 7


def fits(day: date, weekdays: Sequence[WeekdayClue]) -> bool:
    """Say whether one of the weekdays is that of ``day`` or of the day before.

    So it is in nine of ten dated reports that name a weekday at all (TimeBank, AQUAINT, newswire).
    """
    allowed = {day.weekday(), (day.weekday() - 1) % _WEEK}
    return any(clue.weekday in allowed for clue in weekdays)
