"""What relative expressions of time count from: the day of writing, a date before them, a report."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from sayso.dates import DayInterval, PartialDate
from sayso.frozen import dataclass
from sayso.language.timex_calendar import Place, of_partial, steps_away, unit_around
from sayso.language.timex_expressions import DayOf, Origin, Reported, Sign, Signs, Unit
from sayso.language.timex_lean import Lean, lies_ahead

_LONGEST_MONTH = 31
_LONGEST_QUARTER = 92
_LONGEST_HALF = 184
_MONTHS_OF_QUARTER = 3
_MONTHS_OF_HALF = 6
# How long the date mentioned last may be to count units from it.
_AS_PRECISE = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.MONTH: 31}
_LONGEST = 366

Counted = tuple[Place | None, Origin | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days that relative expressions count from, as far as known.

    ``previous`` is the date mentioned last, ``near`` if it stands in the same breath; ``period`` the
    quarter, half or month that the passage reports on. Inside a quotation, ``said`` is when it was
    spoken; ``begun`` when what the text names began.
    """

    published: date | None = None
    previous: DayInterval | None = None
    near: bool = False
    said: date | None = None
    period: DayInterval | None = None
    begun: Mapping[str, date] = field(default_factory=dict)
    lean: Lean = lies_ahead

    @property
    def signs(self) -> Signs:
        """Return what the date mentioned last tells of direction."""
        last = self.previous.lo if self.previous else None
        ahead = last is not None and self.published is not None and last > self.published
        return frozenset({Sign.PREVIOUS_AHEAD}) if ahead else frozenset()

    def day(self, origin: Origin, unit: Unit) -> tuple[date | None, Origin | None]:
        """Return the day to count from: the last date mentioned, if it is as precise as the unit."""
        previous = self.previous
        if origin is Origin.PREVIOUS and previous and previous.lo:
            longest = _AS_PRECISE.get(unit, _LONGEST)
            if previous.days is not None and previous.days <= longest:
                return previous.hi, Origin.PREVIOUS
        return self.now

    @property
    def now(self) -> tuple[date | None, Origin | None]:
        """Return the day of writing, inside a quotation the day of speaking."""
        if self.said is not None:
            return self.said, Origin.SAID
        return self.published, Origin.PUBLISHED

    def day_of(self, core: DayOf) -> Counted:
        """Return a day counted from the day on which something began, the first day being 1."""
        begun = self.begun.get(core.event)
        if begun is None or core.number < 1:
            return None, None
        return steps_away(begun, Unit.DAY, core.number - 1), Origin.EVENT

    def reported(self, core: Reported) -> Counted:
        """Return the period that the passage reports on, so many years off."""
        partial = _partial(self.period) if self.period else None
        if partial is not None and _is_of(partial, core.unit) and partial.year is not None:
            year = core.year or partial.year + core.years
            return of_partial(replace(partial, year=year)), Origin.PREVIOUS
        if core.year is not None:  # "the 2019 quarter": which one, nobody says
            return of_partial(PartialDate(year=core.year)), None
        if self.published is None:
            return None, None
        if core.years and core.unit is not Unit.QUARTER:
            return unit_around(self.published, Unit.YEAR, core.years), Origin.PUBLISHED
        return self._last_quarter(self.published, core), Origin.PUBLISHED

    def _last_quarter(self, day: date, core: Reported) -> Place | None:
        """Return the quarter before the day of writing: reports tell of what is over."""
        place = unit_around(day, Unit.QUARTER, -1)
        partial = _partial(place.interval) if place else None
        if partial is None or partial.year is None:
            return None
        return of_partial(replace(partial, year=partial.year + core.years))

    @property
    def quarter(self) -> PartialDate | None:
        """Return the quarter or half year that the passage reports on, if it is one."""
        partial = _partial(self.period) if self.period else None
        return partial if partial and (partial.quarter or partial.half) else None


def _is_of(partial: PartialDate, unit: Unit | None) -> bool:
    if unit is Unit.MONTH:
        return partial.month is not None
    if unit is Unit.QUARTER:
        return partial.quarter is not None
    return unit is None


def _partial(period: DayInterval) -> PartialDate | None:
    """Name a period by its first day and length."""
    first, days = period.lo, period.days
    if first is None or days is None or days > _LONGEST_HALF:
        return None
    if days <= _LONGEST_MONTH:
        return PartialDate(year=first.year, month=first.month)
    if days <= _LONGEST_QUARTER:
        return PartialDate(year=first.year, quarter=(first.month - 1) // _MONTHS_OF_QUARTER + 1)
    return PartialDate(year=first.year, half=(first.month - 1) // _MONTHS_OF_HALF + 1)
