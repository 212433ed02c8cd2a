"""Choosing among the dates that a page gives: the strongest, its order of day and month, its year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.dates import DayInterval, Precision, find_dates
from sayso.documents import DateCandidate
from sayso.evidence.date_candidates import ONE_DAY, Bounds, possible_days
from sayso.evidence.date_clues import WeekdayClue
from sayso.evidence.date_wording import day_words, interval_words
from sayso.evidence.dating import Doubt, DoubtNote
from sayso.evidence.weekday_votes import fits


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """What the page says: the interval, the candidates it rests on, reasons and doubts."""

    interval: DayInterval
    chosen: tuple[int, ...]
    reasons: tuple[str, ...]
    doubts: tuple[DoubtNote, ...] = ()


def with_year(candidate: DateCandidate, bounds: Bounds) -> DateCandidate:
    """Fill in the year that a date line leaves out: the latest that fits, the others beside it."""
    if candidate.interval.precision is not Precision.UNKNOWN:
        return candidate
    expressions = find_dates(candidate.written)
    days = possible_days(expressions[0], bounds.window) if expressions else ()
    if not days:
        return candidate
    first, *others = (DayInterval.day(day) for day in days)
    return replace(
        candidate, interval=first, alternatives=tuple(others), rule=f"{candidate.rule}+year"
    )


def page_date(
    candidates: Sequence[DateCandidate], bounds: Bounds, weekdays: Sequence[WeekdayClue]
) -> PageDate | None:
    """Choose among ``candidates`` (by index); ``None`` if the page gives no date at all.

    ``weekdays`` of the text speak for one order of day and month, but do not decide it.
    """
    known = [i for i, c in enumerate(candidates) if c.interval.precision is not Precision.UNKNOWN]
    published = [i for i in known if not candidates[i].modified]
    if not published:
        return _modified_only(candidates, known, bounds)
    best = max(published, key=lambda i: (candidates[i].weight, -i))
    interval, reasons, doubts = _read(candidates, best, published, bounds)
    agreeing = tuple(i for i in published if _agree(candidates[i], interval))
    differing = tuple(i for i in published if i not in agreeing and i != best)
    return PageDate(
        interval=interval,
        chosen=tuple(sorted({best, *agreeing})),
        reasons=(*reasons, *_weekdays_speak(candidates[best], doubts, weekdays)),
        doubts=(*doubts, *_differing(candidates, best, differing)),
    )


def _modified_only(
    candidates: Sequence[DateCandidate], known: list[int], bounds: Bounds
) -> PageDate | None:
    """Take a date of change as a bound: the text was written by then."""
    if not known:
        return None
    last = max(known, key=lambda i: candidates[i].interval.hi or date.min)
    limit = candidates[last].interval.hi
    floor = bounds.floor if bounds.floor and limit and bounds.floor <= limit else None
    reason = f"the page gives only a date of change, “{candidates[last].written}”"
    return PageDate(interval=DayInterval(floor, limit), chosen=(last,), reasons=(reason,))


def _read(
    candidates: Sequence[DateCandidate], best: int, published: list[int], bounds: Bounds
) -> tuple[DayInterval, tuple[str, ...], tuple[DoubtNote, ...]]:
    """Return the reading of the best candidate; open readings stay a stretch from first to last."""
    candidate = candidates[best]
    given = f"the page gives “{candidate.written}”"
    readings = (candidate.interval, *candidate.alternatives)
    if len(readings) == 1:
        return readings[0], (f"{given}: {interval_words(readings[0])}",), ()
    likely, why = _narrowed(readings, candidates, [i for i in published if i != best], bounds)
    if len(likely) == 1:
        return likely[0], (f"{given}: {interval_words(likely[0])}, {why}",), ()
    if candidate.rule.endswith("+year"):
        return _year_open(given, likely)
    names = " or ".join(interval_words(reading) for reading in likely)
    note = DoubtNote(
        doubt=Doubt.DAY_MONTH_ORDER,
        reason=f"“{candidate.written}” can be {names}: the order of day and month is open",
        candidates=(best,),
    )
    return _hull(likely), (f"{given}: {names}",), (note,)


def _weekdays_speak(
    candidate: DateCandidate, doubts: tuple[DoubtNote, ...], weekdays: Sequence[WeekdayClue]
) -> tuple[str, ...]:
    """Return which of two open readings the weekdays of the text fit, if they fit one only."""
    if not doubts:
        return ()
    days = [r.lo for r in (candidate.interval, *candidate.alternatives) if r.lo]
    fitting = [day for day in days if fits(day, weekdays)]
    if len(fitting) != 1:
        return ()
    return (f"the weekdays of the text speak for {day_words(fitting[0])}",)


def _year_open(
    given: str, readings: tuple[DayInterval, ...]
) -> tuple[DayInterval, tuple[str, ...], tuple[DoubtNote, ...]]:
    names = ", ".join(interval_words(reading) for reading in readings)
    return _hull(readings), (f"{given} without a year, which can be {names}",), ()


def _narrowed(
    readings: tuple[DayInterval, ...],
    candidates: Sequence[DateCandidate],
    others: list[int],
    bounds: Bounds,
) -> tuple[tuple[DayInterval, ...], str]:
    """Drop the readings outside the bounds, then those that another date of the page excludes."""
    allowed = tuple(reading for reading in readings if bounds.allow(reading)) or readings
    if len(allowed) == 1:
        return allowed, "the only reading between the past it mentions and its retrieval"
    clear = [candidates[i].interval for i in others if not candidates[i].alternatives]
    shared = tuple(r for r in allowed if any(_within_a_day(r, other) for other in clear))
    return (shared, "as another date of the page has it") if len(shared) == 1 else (allowed, "")


def _agree(candidate: DateCandidate, interval: DayInterval) -> bool:
    readings = (candidate.interval, *candidate.alternatives)
    return any(_within_a_day(reading, interval) for reading in readings)


def _within_a_day(left: DayInterval, right: DayInterval) -> bool:
    """Say whether two intervals meet, give or take the day between two time zones."""
    if left.lo is None or left.hi is None or right.lo is None or right.hi is None:
        return left.intersection(right) is not None
    return left.lo - ONE_DAY <= right.hi and right.lo - ONE_DAY <= left.hi


def _differing(
    candidates: Sequence[DateCandidate], best: int, differing: tuple[int, ...]
) -> tuple[DoubtNote, ...]:
    if not differing:
        return ()
    written = ", ".join(f"“{candidates[i].written}”" for i in (best, *differing))
    reason = f"the page gives dates that differ: {written}"
    return (DoubtNote(doubt=Doubt.PAGE_DATES_DIFFER, reason=reason, candidates=(best, *differing)),)


def _hull(intervals: tuple[DayInterval, ...]) -> DayInterval:
    return DayInterval(
        min((i.lo for i in intervals if i.lo), default=None),
        max((i.hi for i in intervals if i.hi), default=None),
    )
