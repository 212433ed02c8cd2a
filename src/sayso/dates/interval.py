"""Days as intervals: what is known of a date, and how precisely."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

from sayso.frozen import dataclass


class Precision(StrEnum):
    """The coarsest honest reading of an interval of days."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class DayInterval:
    """The days from ``lo`` to ``hi``, both included; ``None`` leaves that side open."""

    lo: date | None
    hi: date | None

    def __post_init__(self) -> None:
        if self.lo and self.hi and self.lo > self.hi:
            raise ValueError(f"an interval of days needs lo <= hi, got {self.lo} and {self.hi}")

    @classmethod
    def day(cls, day: date) -> "DayInterval":
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "DayInterval":
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last))

    @classmethod
    def year(cls, year: int) -> "DayInterval":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def days(self) -> int | None:
        """Number of days, or ``None`` if a side is open."""
        if self.lo is None or self.hi is None:
            return None
        return (self.hi - self.lo).days + 1

    @property
    def precision(self) -> Precision:
        if self.lo is None or self.hi is None:
            return Precision.UNKNOWN if self.lo == self.hi else Precision.OPEN
        if self.lo == self.hi:
            return Precision.DAY
        if self == DayInterval.month(self.lo.year, self.lo.month):
            return Precision.MONTH
        if self == DayInterval.year(self.lo.year):
            return Precision.YEAR
        whole_week = self.hi - self.lo == timedelta(days=6) and self.lo.weekday() == 0
        return Precision.WEEK if whole_week else Precision.RANGE

    def intersection(self, other: "DayInterval") -> "DayInterval | None":
        """Return the days in both, or ``None`` if there are none."""
        lo = max((d for d in (self.lo, other.lo) if d), default=None)
        hi = min((d for d in (self.hi, other.hi) if d), default=None)
        if lo and hi and lo > hi:
            return None
        return DayInterval(lo, hi)

    def __contains__(self, day: date) -> bool:
        return (self.lo is None or self.lo <= day) and (self.hi is None or day <= self.hi)
