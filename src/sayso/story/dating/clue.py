"""Clues of time in a passage: a weekday, a day and month, or a distance from the day of writing."""

from datetime import date, timedelta

from sayso.frozen import dataclass
from sayso.language.timex_expressions import (
    Away,
    OnWeekday,
    Origin,
    Phrase,
    Shift,
    Toward,
    Unit,
    Written,
)
from sayso.text import Span

_WEEK = 7
# A day and month without a year is the last such day, or one that is told a day ahead of its end.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeClue:
    """How a passage says on which day something happened; ``back`` are days before the writing."""

    span: Span
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    back: int | None = None

    @property
    def names_day(self) -> bool:
        return self.month is not None and self.day is not None

    def told_day(self, written: date) -> date | None:
        """Return the day meant by a text written on ``written``; ``None`` if there is no such day."""
        if self.back is not None:
            return written - timedelta(days=self.back)
        if self.names_day:
            years = (
                (self.year,) if self.year else (written.year + 1, written.year, written.year - 1)
            )
            days = (self._in_year(year) for year in years)
            return next((d for d in days if d and (self.year or d <= written + _AHEAD)), None)
        if self.weekday is None:
            return None
        return written - timedelta(days=(written.weekday() - self.weekday) % _WEEK)

    def may_mean(self, day: date) -> bool:
        """Say whether the words can mean ``day``, whenever they were written."""
        if self.names_day:
            fits = (self.month, self.day) == (day.month, day.day)
            return fits and self.year in {None, day.year} and self.weekday in {None, day.weekday()}
        return self.weekday in {None, day.weekday()}

    def _in_year(self, year: int) -> date | None:
        try:
            found = date(year, self.month or 1, self.day or 1)
        except ValueError:
            return None
        return found if self.weekday in {None, found.weekday()} else None


def read_time_clue(phrase: Phrase) -> TimeClue | None:
    """Return what a phrase tells of a day; ``None`` if it is none, or lies ahead."""
    if phrase.toward is Toward.FUTURE:
        return None
    core = phrase.core
    if isinstance(core, Written) and core.around is None and not core.date.readings:
        told = core.date.date
        if core.date.until is not None or not (told.month and told.day and told.possible):
            return None
        return TimeClue(
            span=phrase.span, weekday=told.weekday, year=told.year, month=told.month, day=told.day
        )
    if isinstance(core, OnWeekday) and core.by is None and core.week is None:
        return TimeClue(span=phrase.span, weekday=core.weekday)
    back = _days_back(core)
    return None if back is None else TimeClue(span=phrase.span, back=back)


def _days_back(core: object) -> int | None:
    if isinstance(core, Shift) and core.unit is Unit.DAY and core.origin is Origin.PUBLISHED:
        return -core.by if core.by <= 0 else None
    if not isinstance(core, Away) or core.origin is not Origin.PUBLISHED or core.amount.hedge:
        return None
    count = core.amount.count
    whole = core.unit is Unit.DAY and core.sign < 0 and count is not None and not count % 1
    return int(count) if whole and count is not None else None
