"""Typed dates and times as written: only the fields that the words give."""

import calendar
from dataclasses import replace
from datetime import date
from enum import IntEnum, StrEnum

from sayso.dates.interval import DayInterval
from sayso.frozen import dataclass
from sayso.text import Span

_YEARS_OF_DECADE = 10
_YEARS_OF_CENTURY = 100
_MONTHS_OF_QUARTER = 3
_MONTHS_OF_HALF = 6


class Edge(StrEnum):
    """Which part of a stretch of time is meant; named as TIMEX3 does."""

    START = "START"
    MID = "MID"
    END = "END"


class DayPart(StrEnum):
    """A part of the day; named as TIMEX3 does."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class Season(IntEnum):
    """A season, by its first month on the northern half of the earth."""

    SPRING = 3
    SUMMER = 6
    AUTUMN = 9
    WINTER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date with the fields that were written; ``None``: not written.

    ``decade`` 199 is the 1990s, ``century`` 19 the 20th century. ``edge`` says "early", "the end
    of"; it does not narrow the interval, since nobody knows where "early" ends.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Season | None = None
    decade: int | None = None
    century: int | None = None
    edge: Edge | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day; 29 February needs a leap year only if one is named."""
        if self.day is None:
            return True
        leap_year = 2000
        last = calendar.monthrange(self.year or leap_year, self.month or 1)[1]
        return 1 <= self.day <= last

    @property
    def weekday_fits(self) -> bool:
        """Whether a written weekday is that of a written full date; true if one is missing."""
        if None in {self.year, self.month, self.day, self.weekday}:
            return True
        interval = self.interval
        return bool(interval and interval.lo and interval.lo.weekday() == self.weekday)

    @property
    def interval(self) -> DayInterval | None:
        """Return the days meant, ``None`` without a year, decade or century."""
        if self.decade is not None:
            return _years(self.decade * _YEARS_OF_DECADE, _YEARS_OF_DECADE)
        if self.century is not None:
            return _years(self.century * _YEARS_OF_CENTURY, _YEARS_OF_CENTURY)
        if self.year is None or (self.weekday is not None and self.day is None):
            return None
        return self._within(self.year)

    def in_year(self, year: int) -> "PartialDate":
        return replace(self, year=year)

    def _within(self, year: int) -> DayInterval | None:
        if self.month is not None and self.day is not None:
            return DayInterval.day(date(year, self.month, self.day)) if self.possible else None
        if self.month is not None:
            return DayInterval.month(year, self.month)
        if self.quarter is not None:
            first = (self.quarter - 1) * _MONTHS_OF_QUARTER + 1
            return months(year, first, _MONTHS_OF_QUARTER)
        if self.half is not None:
            return months(year, (self.half - 1) * _MONTHS_OF_HALF + 1, _MONTHS_OF_HALF)
        if self.season is not None:
            return months(year, self.season, _MONTHS_OF_QUARTER)
        return DayInterval.year(year) if self.day is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTime:
    """A time of day as written; ``offset`` is in minutes east of Greenwich."""

    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date of the text, or a range of two.

    ``readings`` holds other dates that the same characters can mean (day and month swapped);
    ``until`` is the last day of a range, ``ends`` where the first and the last day stand if a word
    parts them ("from 3 May to 6 June"). The weekday solver fills no field here.
    """

    span: Span
    rule: str
    date: PartialDate
    until: PartialDate | None = None
    time: ClockTime | None = None
    day_part: DayPart | None = None
    readings: tuple[PartialDate, ...] = ()
    ends: tuple[Span, Span] | None = None

    @property
    def interval(self) -> DayInterval | None:
        """Return the days of the first reading, ``None`` if the year is missing."""
        return self._reaching(self.date)

    @property
    def alternatives(self) -> tuple[DayInterval, ...]:
        """Return the days of the other readings."""
        intervals = (self._reaching(reading) for reading in self.readings)
        return tuple(interval for interval in intervals if interval)

    def in_year(self, year: int) -> "DateExpression":
        """Return the same expression with its missing year filled in; a range may pass New Year."""
        until = self.until
        if until and until.year is None:
            turns = (until.month or 0, until.day or 0) < (self.date.month or 0, self.date.day or 0)
            until = until.in_year(year + turns)
        readings = tuple(reading.in_year(year) for reading in self.readings)
        return replace(self, date=self.date.in_year(year), until=until, readings=readings)

    def _reaching(self, first: PartialDate) -> DayInterval | None:
        begin = first.interval
        if self.until is None or begin is None:
            return begin
        end = self.until.interval
        if end is None or begin.lo is None or end.hi is None or end.hi < begin.lo:
            return None
        return DayInterval(begin.lo, end.hi)


def months(year: int, month: int, count: int) -> DayInterval:
    """Return ``count`` whole months from a month on; it may pass the end of the year."""
    index = year * 12 + month - 1 + count - 1
    last = DayInterval.month(index // 12, index % 12 + 1)
    return DayInterval(date(year, month, 1), last.hi)


def _years(first: int, count: int) -> DayInterval | None:
    if first < 1:
        return None
    return DayInterval(date(first, 1, 1), date(first + count - 1, 12, 31))
