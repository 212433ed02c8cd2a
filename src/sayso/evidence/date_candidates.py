"""Candidates for the day of writing that a text gives, and the bounds between which it lies."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sayso.dates import DateExpression, DayInterval, PartialDate, fitting_years
from sayso.documents import DateBasis, DateCandidate, Document
from sayso.documents.document import CAPTION_RULE
from sayso.evidence.date_clues import ApposedClue, DateClue, DateClues, Tense
from sayso.frozen import dataclass
from sayso.text import Span

# Log-odds that the interval holds the day of writing, set by hand and kept in order: a date with
# its distance leaves no choice; a going-on named by its day hardly any; a past day is named
# with its weekday for some weeks.
APPOSED = 2.5
WEEKDAY_PRESENT = 2.5
WEEKDAY_PAST = 1.5
SEVERAL_YEARS = 0.8
MENTIONED = 1.0
RETRIEVED = 0.5

# A past day is named with its weekday and without its year for about so many days.
_NAMED_WITH_WEEKDAY = 30
_YEAR = 364
_BASES = {
    "date_with_distance": DateBasis.RELATIVE,
    "weekday_present": DateBasis.WEEKDAY,
    "weekday_past": DateBasis.WEEKDAY,
    "month_and_day": DateBasis.MENTION,
    "latest_past_mention": DateBasis.MENTION,
}
# The weekday of a date comes back after five years at the earliest, eleven at the latest (but for
# 29 February): so far back other years are named.
_OTHER_YEARS = 12
# Pages carry the time of their zone, retrieval that of ours.
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The hard bounds: not before what the text calls past or a caption shows, not after retrieval.

    ``floor_clue`` or ``caption`` is what ``floor`` rests on. ``ignored`` is a retrieval time that lies before
    what the text calls past, and so is none.
    """

    floor: date | None = None
    ceiling: date | None = None
    floor_clue: DateClue | None = None
    caption: DateCandidate | None = None
    ignored: date | None = None

    @property
    def window(self) -> DayInterval:
        return DayInterval(self.floor, self.ceiling)

    def reaching_back(self, days: int) -> DayInterval:
        """Return the window of a day that was written of up to so many days later."""
        floor = self.floor - timedelta(days=days) if self.floor else None
        return DayInterval(floor, self.ceiling)

    def cut(self, intervals: Iterable[DayInterval]) -> list[DayInterval]:
        """Return what lies within the bounds of each interval, dropping what does not."""
        parts = (interval.intersection(self.window) for interval in intervals)
        return [part for part in parts if part]

    def allow(self, interval: DayInterval) -> bool:
        """Say whether some day of ``interval`` lies within the bounds, give or take a day."""
        early = bool(self.floor and interval.hi and interval.hi < self.floor - ONE_DAY)
        late = bool(self.ceiling and interval.lo and interval.lo > self.ceiling + ONE_DAY)
        return not early and not late


def read_bounds(document: Document, clues: DateClues) -> Bounds:
    """Return the hard bounds; a retrieval time before a past mention is ignored."""
    retrieved = document.original.retrieved
    ceiling = retrieved.date() if retrieved else None
    floors = [(day, clue) for clue in clues.dates if (day := _latest_past_day(clue))]
    floor, clue = max(floors, key=lambda pair: pair[0], default=(None, None))
    caption = _latest_caption(document, ceiling)
    if caption and caption.interval.lo and (floor is None or caption.interval.lo > floor):
        floor, clue = caption.interval.lo, None
    else:
        caption = None
    ignored = bool(floor and ceiling and floor > ceiling + ONE_DAY)
    return Bounds(
        floor=floor,
        ceiling=None if ignored else ceiling,
        floor_clue=clue,
        caption=caption,
        ignored=ceiling if ignored else None,
    )


def _latest_caption(document: Document, ceiling: date | None) -> DateCandidate | None:
    """Return the caption with the latest day; one after the retrieval tells of a day to come."""
    captions = [c for c in document.dates if c.rule == CAPTION_RULE and c.interval.lo]
    shown = [c for c in captions if ceiling is None or (c.interval.lo or ceiling) <= ceiling]
    return max(shown, key=lambda caption: caption.interval.lo or date.min, default=None)


def _latest_past_day(clue: DateClue) -> date | None:
    """Return the first day by which a past date can have been written of, the earlier reading."""
    if clue.tense not in {Tense.PAST, Tense.PRESENT}:
        return None
    readings = (clue.date.until or clue.date.date, *clue.date.readings)
    return min((r.interval.lo for r in readings if r.interval and r.interval.lo), default=None)


def text_candidates(
    document: Document, clues: DateClues, bounds: Bounds
) -> tuple[DateCandidate, ...]:
    """Return what the text itself gives, the strongest first."""
    found = [
        *_apposed_candidates(document, clues.apposed, bounds),
        *_weekday_candidates(document, clues.dates, bounds),
        *_month_day_candidates(document, clues.dates, bounds),
        *_floor_candidates(document, bounds),
        *_retrieval_candidates(bounds),
    ]
    return tuple(sorted(found, key=lambda candidate: -candidate.weight))


def _apposed_candidates(
    document: Document, clues: tuple[ApposedClue, ...], bounds: Bounds
) -> Iterator[DateCandidate]:
    for clue in clues:
        after = timedelta(days=clue.days)
        days = possible_days(clue.date, bounds.reaching_back(clue.days))
        intervals = bounds.cut(DayInterval.day(day + after) for day in days)
        yield from _over_years(
            document, clue.span, intervals, rule="date_with_distance", weight=APPOSED
        )


def _weekday_candidates(
    document: Document, clues: tuple[DateClue, ...], bounds: Bounds
) -> Iterator[DateCandidate]:
    """Yield a candidate for each weekday with day and month; the weekday tells the year.

    A full date of what is going on is one too: it is the day of writing.
    """
    for clue in clues:
        partial, present = clue.date.date, clue.tense is Tense.PRESENT
        tells = partial.day is not None and (partial.weekday is not None or present)
        if not tells or clue.tense is Tense.FUTURE or not (present or partial.year is None):
            continue
        if partial.year is None and partial.weekday is None:
            continue
        reach = 0 if present else _NAMED_WITH_WEEKDAY
        days = possible_days(clue.date, bounds.reaching_back(reach))
        yield from _over_years(
            document,
            clue.span,
            bounds.cut(DayInterval(day, day + timedelta(days=reach)) for day in days),
            rule="weekday_present" if present else "weekday_past",
            weight=WEEKDAY_PRESENT if present else WEEKDAY_PAST,
        )


def _month_day_candidates(
    document: Document, clues: tuple[DateClue, ...], bounds: Bounds
) -> Iterator[DateCandidate]:
    """Yield for each past day without a year the years that may follow it, and all they span."""
    for clue in _first_of_each_day(clues):
        days = possible_days(clue.date, bounds.reaching_back(_YEAR))
        years = bounds.cut(DayInterval(day, day + timedelta(days=_YEAR)) for day in days)
        if years:
            yield _candidate(
                document,
                clue.span,
                DayInterval(
                    years[-1].lo if bounds.floor else None, years[0].hi if bounds.ceiling else None
                ),
                rule="month_and_day",
                weight=SEVERAL_YEARS,
                alternatives=tuple(years) if len(years) > 1 else (),
            )


def _first_of_each_day(clues: tuple[DateClue, ...]) -> Iterator[DateClue]:
    seen: set[PartialDate] = set()
    for clue in clues:
        partial = clue.date.date
        bare = partial.year is None and partial.weekday is None and partial.day is not None
        if bare and partial.month and clue.tense is not Tense.FUTURE and partial not in seen:
            seen.add(partial)
            yield clue


def _floor_candidates(document: Document, bounds: Bounds) -> Iterator[DateCandidate]:
    if bounds.floor and bounds.floor_clue:
        yield _candidate(
            document,
            bounds.floor_clue.span,
            DayInterval(bounds.floor, None),
            rule="latest_past_mention",
            weight=MENTIONED,
        )


def _retrieval_candidates(bounds: Bounds) -> Iterator[DateCandidate]:
    if bounds.ceiling:
        yield DateCandidate(
            interval=DayInterval(None, bounds.ceiling),
            basis=DateBasis.RETRIEVAL,
            weight=RETRIEVED,
            original_spans=(),
            written=bounds.ceiling.isoformat(),
            rule="retrieved",
        )


def possible_days(expression: DateExpression, window: DayInterval) -> tuple[date, ...]:
    """Return the days that an expression can mean inside ``window``, the latest first.

    Without a year and without a weekday that is one day a year. An open side of the window ends
    some years from the other; a window open on both sides gives no day.
    """
    partials = (expression.until or expression.date, *expression.readings)
    written = [p.interval.lo for p in partials if p.interval and p.interval.lo]
    if written:
        return tuple(written)
    bounded = _bounded(window)
    days = {day for p in partials for day in _days_in_years(p, bounded)} if bounded else set()
    return tuple(sorted(days, reverse=True))


def _bounded(window: DayInterval) -> DayInterval | None:
    lo, hi = window.lo, window.hi
    if lo is None and hi is None:
        return None
    reach = timedelta(days=365 * _OTHER_YEARS)
    return DayInterval(lo or (hi - reach if hi else None), hi or (lo + reach if lo else None))


def _days_in_years(partial: PartialDate, window: DayInterval) -> Iterator[date]:
    if partial.month is None or partial.day is None or window.lo is None or window.hi is None:
        return
    if partial.weekday is not None:
        years = fitting_years(partial.weekday, partial.month, partial.day, window)
    else:
        years = tuple(range(window.lo.year, window.hi.year + 1))
    for year in years:
        interval = partial.in_year(year).interval
        if interval and interval.lo and interval.lo in window:
            yield interval.lo


def _over_years(
    document: Document, span: Span, intervals: list[DayInterval], *, rule: str, weight: float
) -> Iterator[DateCandidate]:
    """Yield one candidate for the latest interval; the other years are its alternatives."""
    if intervals:
        yield _candidate(
            document,
            span,
            intervals[0],
            rule=rule,
            weight=weight,
            alternatives=tuple(intervals[1:]),
        )


def _candidate(
    document: Document,
    span: Span,
    interval: DayInterval,
    *,
    rule: str,
    weight: float,
    alternatives: tuple[DayInterval, ...] = (),
) -> DateCandidate:
    return DateCandidate(
        interval=interval,
        basis=_BASES[rule],
        weight=weight,
        original_spans=document.original_spans(span),
        written=document.quote(span),
        rule=rule,
        alternatives=alternatives,
    )
