"""Choosing among the dates that a page gives: the strongest, its order of day and month, its year."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sayso.dates import DayInterval, Precision, find_dates
from sayso.documents import DateCandidate, Document
from sayso.documents.dateline import STOPPED
from sayso.evidence.date_candidates import ONE_DAY, Bounds, possible_days
from sayso.evidence.date_clues import DateClues
from sayso.evidence.date_wording import interval_words
from sayso.evidence.dating import Doubt, DoubtNote
from sayso.evidence.day_order import Settled, order_clues, settle_order
from sayso.frozen import dataclass

# Behind the rule of a candidate whose year the page leaves out.
_YEAR_FILLED = "+year"
# The interval read, its reasons and its doubts.
_Read = tuple[DayInterval, tuple[str, ...], tuple[DoubtNote, ...]]


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
        candidate, interval=first, alternatives=tuple(others), rule=candidate.rule + _YEAR_FILLED
    )


def page_date(
    document: Document, candidates: Sequence[DateCandidate], clues: DateClues, bounds: Bounds
) -> PageDate | None:
    """Choose among ``candidates`` (by index); ``None`` if the page gives no date at all.

    The ``clues`` of the text choose between two orders of day and month.
    """
    known = [i for i, candidate in enumerate(candidates) if _dates(candidate, bounds)]
    published = [i for i in known if not candidates[i].modified]
    if not published:
        return _modified_only(candidates, known, bounds)
    best = max(published, key=lambda i: (candidates[i].weight, -i))
    settle = partial(settle_order, orders=order_clues(document, clues, candidates), clues=clues)
    interval, reasons, doubts = _read(candidates, best, published, bounds, settle)
    agreeing = tuple(i for i in published if _agree(candidates[i], interval))
    differing = tuple(i for i in published if i not in agreeing and i != best)
    return PageDate(
        interval=interval,
        chosen=tuple(sorted({best, *agreeing})),
        reasons=reasons,
        doubts=(*doubts, *_differing(candidates, best, differing)),
    )


def _dates(candidate: DateCandidate, bounds: Bounds) -> bool:
    """Say whether a candidate gives a day; "Lakor, 9 November 1989. The …" may open a memory."""
    if candidate.interval.precision is Precision.UNKNOWN:
        return False
    if not candidate.rule.startswith(STOPPED):
        return True
    return any(bounds.allow(r) for r in (candidate.interval, *candidate.alternatives))


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
    candidates: Sequence[DateCandidate],
    best: int,
    published: list[int],
    bounds: Bounds,
    settle: Callable[[Sequence[DayInterval]], Settled | None],
) -> _Read:
    """Return the reading of the best candidate; open readings stay a stretch from first to last."""
    candidate = candidates[best]
    given = f"the page gives “{candidate.written}”"
    readings = (candidate.interval, *candidate.alternatives)
    if len(readings) == 1:
        return readings[0], (f"{given}: {interval_words(readings[0])}",), ()
    likely, why = _narrowed(readings, candidates, [i for i in published if i != best], bounds)
    if len(likely) == 1:
        return likely[0], (f"{given}: {interval_words(likely[0])}, {why}",), ()
    if candidate.rule.endswith(_YEAR_FILLED):
        weekday = find_dates(candidate.written)[0].date.weekday is not None
        return _weekday_year(given, likely) if weekday else _year_open(given, likely)
    settled = settle(likely)
    if settled is None:
        return _order_open(given, likely, (best,))
    reason = f"{given}: {interval_words(settled.reading)}, {settled.why}"
    rest = tuple(reading for reading in likely if reading != settled.reading)
    return (
        settled.reading,
        (reason,),
        _likelier(candidate, rest, (best,)) if settled.likelier else (),
    )


def _order_open(given: str, readings: tuple[DayInterval, ...], rests_on: tuple[int, ...]) -> _Read:
    """Return the stretch between two readings, saying that only its two ends are meant."""
    names = " or ".join(interval_words(reading) for reading in readings)
    note = DoubtNote(
        doubt=Doubt.DAY_MONTH_ORDER,
        reason=f"{given}, which can be {names}: the order of day and month is open",
        candidates=rests_on,
    )
    return _hull(readings), (f"{given}: {names}, and no day between them",), (note,)


def _likelier(
    candidate: DateCandidate, rest: tuple[DayInterval, ...], rests_on: tuple[int, ...]
) -> tuple[DoubtNote, ...]:
    names = " or ".join(interval_words(reading) for reading in rest)
    reason = f"“{candidate.written}” is less likely, but possibly, {names}"
    return (DoubtNote(doubt=Doubt.DAY_MONTH_ORDER, reason=reason, candidates=rests_on),)


def _weekday_year(given: str, readings: tuple[DayInterval, ...]) -> _Read:
    """Take the latest year in which the weekday falls on that day; the next is five years off."""
    names = ", ".join(interval_words(reading) for reading in readings[1:])
    others = f"it would fit {names} as well; the latest before the retrieval is taken"
    return readings[0], (f"{given}: {interval_words(readings[0])}", others), ()


def _year_open(given: str, readings: tuple[DayInterval, ...]) -> _Read:
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
