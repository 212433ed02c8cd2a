"""Habits: whether the reports of an outlet name the weekday of their own day, or the day before."""

from collections.abc import Sequence

from sayso.evidence.date_odds import Habit

# Reports of an outlet that its habit is learnt from: those with the least ids, so that the order in
# which documents come does not matter and a new one seldom changes anything.
SAMPLE = 32
# Fewer tell nothing, and what is not three of five is no habit.
_FEWEST = 8
_CLEAR = 0.6


def habit_of(lags: Sequence[int]) -> Habit:
    """Return the habit of an outlet from the days between its first weekdays and its dates."""
    own, before = sum(lag == 0 for lag in lags), sum(lag == 1 for lag in lags)
    if own + before < _FEWEST:
        return Habit.UNKNOWN
    if own >= _CLEAR * (own + before):
        return Habit.SAME_DAY
    return Habit.DAY_BEFORE if before >= _CLEAR * (own + before) else Habit.UNKNOWN
