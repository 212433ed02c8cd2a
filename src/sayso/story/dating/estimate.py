"""Estimating: the days that hold nine tenths of the odds of several ties."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import exp, log

from sayso.dates import DayInterval
from sayso.story.dating.tie import Tie
from sayso.story.dating.weights import weights_of

# What an interval holds: the day is in it nine times of ten.
_HELD = 0.9
# Several pieces of evidence hang together more than their odds say: so much of these holds the day nine
# times of ten (benchmarks/dating_kinds.py).
_HELD_BY_SEVERAL = 0.95
# Days of a window without end, for what lies where no tie reaches.
_OPEN_WINDOW = 3650
# Of a document's own bounds a day is given to time zones.
_SLACK = timedelta(days=1)


def estimate(
    own: DayInterval, ties: Sequence[Tie], text_odds: Callable[[date], float]
) -> DayInterval | None:
    """Return the days within ``own`` that hold nine tenths of the odds, of several ties more of them.

    ``None`` if there is no tie, or if the ties leave more than a tenth to days that none of them reaches.
    """
    days = _days(own, ties)
    if not days:
        return None
    weights = weights_of(ties)
    window = max(own.days or _OPEN_WINDOW, len(days))
    scores = {
        day: text_odds(day) + sum(log(one.of(day, 1 / window)) for one in weights) for day in days
    }
    elsewhere = sum(log(one.of_none(1 / window)) for one in weights) + log(window - len(days) or 1)
    top = max(*scores.values(), elsewhere)
    shares = {day: exp(score - top) for day, score in scores.items()}
    rest = exp(elsewhere - top)
    wanted = _HELD if len(weights) == 1 else _HELD_BY_SEVERAL
    return _narrowest(shares, (sum(shares.values()) + rest) * wanted)


def _days(own: DayInterval, ties: Sequence[Tie]) -> list[date]:
    """Return every day that some tie reaches, within the own bounds of the document."""
    lo = own.lo - _SLACK if own.lo else date.min
    hi = own.hi + _SLACK if own.hi else date.max
    found: set[date] = set()
    for first, last in {tie.reach for tie in ties}:
        start, end = max(first, lo), min(last, hi)
        found.update(start + timedelta(days=at) for at in range((end - start).days + 1))
    return sorted(found)


def _narrowest(shares: dict[date, float], wanted: float) -> DayInterval | None:
    """Return the fewest likeliest days that hold what is wanted, with the days between them."""
    held, chosen = 0.0, []
    for day in sorted(shares, key=lambda one: (-shares[one], one)):
        if held >= wanted:
            break
        held += shares[day]
        chosen.append(day)
    return DayInterval(min(chosen), max(chosen)) if held >= wanted and chosen else None
