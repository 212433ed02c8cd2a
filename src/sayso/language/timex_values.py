"""What a typed expression of time means: its TIMEX3 value and its days, given a day to count from."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from sayso.dates import ClockTime, DayInterval, PartialDate, fitting_years
from sayso.frozen import dataclass
from sayso.language.analysis import TimexType
from sayso.language.timex_anchors import Anchors, Counted
from sayso.language.timex_calendar import (
    Place,
    holiday,
    of_expression,
    of_partial,
    on_day,
    same_day,
    steps_away,
    unit_around,
)
from sayso.language.timex_choice import Choice
from sayso.language.timex_expressions import (
    Amount,
    Away,
    Beside,
    Core,
    DayOf,
    Mod,
    Named,
    Nth,
    OnHoliday,
    OnWeekday,
    OnWeekend,
    Origin,
    Period,
    Phrase,
    Recurring,
    Reference,
    Reported,
    Shift,
    Sign,
    Unit,
    Window,
    Written,
)
from sayso.language.timex_inside import beside, nth
from sayso.language.timex_lean import Kind, onward
from sayso.language.timex_lengths import length, rhythm

_WEEK = 7
# "just over a week ago": at most this share longer.
_CLOSE_SHARE = 0.5
_HALF_A_QUARTER = timedelta(days=45)
_FURTHER = frozenset({Mod.MORE_THAN, Mod.EQUAL_OR_MORE})
# The weekday of a date comes back after five years at the earliest.
_YEARS_TO_SEARCH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The meaning of one expression; ``value`` and ``interval`` are ``None`` if it stays open."""

    type: TimexType
    value: str | None = None
    interval: DayInterval | None = None
    mod: Mod | None = None
    alternatives: tuple[DayInterval, ...] = ()
    anchor: Origin | None = None


def evaluate(phrase: Phrase, anchors: Anchors) -> Meaning:
    """Evaluate one expression; what cannot be resolved with these anchors has no value."""
    core = phrase.core
    if isinstance(core, Period):
        return _period(phrase, core, anchors)
    if isinstance(core, Recurring):
        value = rhythm(core, phrase.day_part)
        return Meaning(type=TimexType.SET, value=value, mod=phrase.mod)
    if isinstance(core, Reference):
        return Meaning(type=TimexType.DATE, value=core.value, mod=phrase.mod)
    if isinstance(core, Away) and core.amount.count is None:
        value = Reference.PAST if core.sign < 0 else Reference.FUTURE
        return Meaning(type=TimexType.DATE, value=value.value, mod=phrase.mod)
    return _point(phrase, anchors)


def _point(phrase: Phrase, anchors: Anchors) -> Meaning:
    core = phrase.core
    timed = phrase.day_part is not None or phrase.time is not None
    place, anchor = _place(phrase, anchors)
    hedge = core.amount.hedge if isinstance(core, Away) else None
    alternatives = core.date.alternatives if isinstance(core, Written) else ()
    if place is None:
        kind = TimexType.TIME if timed else TimexType.DATE
        return Meaning(type=kind, mod=phrase.mod or hedge, alternatives=alternatives)
    interval = _loosened(core, place.interval) if isinstance(core, Away) else place.interval
    return Meaning(
        type=TimexType.TIME if timed else TimexType.DATE,
        value=_value(phrase, place),
        interval=interval,
        mod=phrase.mod or hedge,
        alternatives=alternatives,
        anchor=anchor,
    )


def _value(phrase: Phrase, place: Place) -> str:
    """Name the place; a night between two days is called by the first, as TIMEX3 does."""
    suffix = _suffix(phrase)
    if phrase.day_part is not None and "/" in place.value:
        return place.value.partition("/")[0] + suffix
    return place.value + suffix if place.interval.days == 1 else place.value


def _suffix(phrase: Phrase) -> str:
    if phrase.time is not None:
        return f"T{_clock(phrase.time)}"
    return f"T{phrase.day_part.value}" if phrase.day_part else ""


def _clock(time: ClockTime) -> str:
    seconds = f":{time.second:02d}" if time.second is not None else ""
    # Of the zones only Greenwich keeps its name: the others would need to know the summer time.
    zone = "Z" if time.offset == 0 else ""
    return f"{time.hour:02d}:{time.minute or 0:02d}{seconds}{zone}"


def _place(phrase: Phrase, anchors: Anchors) -> Counted:
    """Return the place of an expression and what it was counted from, if from anything."""
    match phrase.core:
        case Written() as core if core.date.interval is not None:
            found: Counted = _around(core, of_expression(core.date)), None
        case Reported() as core:
            found = anchors.reported(core)
        case Away() as core if _is_year_earlier(core) and anchors.quarter:
            found = anchors.reported(Reported(years=core.sign))
        case Nth() as core:
            outer, used = _place(replace(phrase, core=core.of), anchors)
            found = (nth(outer.interval, core) if outer else None), used
        case Beside() as core:
            inner, used = _place(replace(phrase, core=core.of, day_part=None), anchors)
            found = (beside(inner.interval, core) if inner else None), used
        case DayOf() as core:
            found = anchors.day_of(core)
        case _:
            found = _relative(phrase, anchors)
    return found


def _relative(phrase: Phrase, anchors: Anchors) -> Counted:
    core = phrase.core
    if anchors.published is None and _is_bare(core) and anchors.previous:
        return _next_in_the_story(phrase, anchors.previous), Origin.NARRATIVE
    day, used = anchors.day(_origin(core, anchors), _unit(core))
    unknown = isinstance(core, Shift) and core.pointing and used is not Origin.PREVIOUS
    if day is None or unknown:
        return None, None
    choose = Choice(day=day, signs=phrase.signs | anchors.signs, lean=anchors.lean)
    return _counted(phrase, day, choose), used


def _origin(core: Core, anchors: Anchors) -> Origin:
    if isinstance(core, Shift | Away | Named | OnWeekday):
        return core.origin
    of_a_day = isinstance(core, Written) and core.date.date == PartialDate()
    # a time of day, of the day spoken of in the same breath
    return Origin.PREVIOUS if of_a_day and anchors.near else Origin.PUBLISHED


def _unit(core: Core) -> Unit:
    if isinstance(core, Named):
        return Unit.YEAR
    return core.unit if isinstance(core, Shift | Away) else Unit.DAY


def _is_bare(core: Core) -> bool:
    """Say whether only the direction is missing: a weekday, a month, a day of a month."""
    if isinstance(core, OnWeekday):
        return core.by is None and core.week is None
    if isinstance(core, Named):
        return core.by is None and core.year is None
    return isinstance(core, Written) and core.date.date != PartialDate()


def _next_in_the_story(phrase: Phrase, previous: DayInterval) -> Place | None:
    """Return the first such time that does not lie before the date mentioned last."""
    if previous.lo is None:
        return None
    choose = Choice(day=previous.lo, signs=frozenset(), lean=onward)
    return _counted(phrase, previous.lo, choose)


def _is_year_earlier(core: Away) -> bool:
    """Say whether it is "a year earlier", "a year ago": of a quarter, the same one before."""
    return core.unit is Unit.YEAR and core.amount == Amount(count=Decimal(1))


def _counted(phrase: Phrase, day: date, choose: Choice) -> Place | None:
    match phrase.core:
        case OnWeekday() as core:
            place: Place | None = _weekday(core, day, choose)
        case OnWeekend():
            weekends = (unit_around(day, Unit.WEEKEND, by) for by in (-1, 0))
            place = choose.nearest([one for one in weekends if one], Kind.WEEKDAY)
        case Shift() as core:
            place = unit_around(day, core.unit, core.by)
        case Named() as core:
            place = _named(core, day, choose)
        case Away() as core:
            place = _away(core, day)
        case OnHoliday() as core:
            place = _holiday(core, day, choose)
        case Written() as core:
            place = _around(core, _written(core, day, choose))
        case _:
            place = None
    return place


def _away(core: Away, day: date) -> Place | None:
    """Step off; so many weeks ago is a week, not a day."""
    place = steps_away(day, core.unit, core.sign * float(core.amount.count or 0))
    vague = core.unit is Unit.WEEK and core.origin is Origin.PUBLISHED and core.amount.count != 1
    if place is None or place.interval.lo is None or not vague:
        return place
    week = unit_around(place.interval.lo, Unit.WEEK, 0)
    if week is None or core.amount.hedge in _FURTHER:
        return week and replace(week, interval=place.interval)
    return week


def _around(core: Written, place: Place | None) -> Place | None:
    if place is None or core.around is None or place.interval.lo is None:
        return place
    day = place.interval.lo
    if core.around is Unit.QUARTER:  # which most of its days lie in: it may end in July
        day -= min(_HALF_A_QUARTER, day - date.min)
    return unit_around(day, core.around, 0)


def _weekday(core: OnWeekday, day: date, choose: Choice) -> Place | None:
    """Count from ``day``, which itself is the weekday meant if it fits and nothing says other."""
    if core.week is not None:
        monday = day - timedelta(days=day.weekday())
        return on_day(monday + timedelta(days=core.week * _WEEK + core.weekday))
    ahead = (core.weekday - day.weekday()) % _WEEK
    if core.by == 1:
        return on_day(day + timedelta(days=ahead or _WEEK))
    if core.by == -1:
        return on_day(day + timedelta(days=ahead - _WEEK))
    if core.by == 0 and Sign.TOWARD_PAST not in choose.signs:
        return on_day(day + timedelta(days=ahead))
    places = [on_day(day + timedelta(days=by)) for by in (ahead - _WEEK, ahead)]
    return choose.nearest(places, Kind.WEEKDAY)


def _written(core: Written, day: date, choose: Choice) -> Place | None:
    expression = core.date
    partial = expression.date
    if partial == PartialDate():
        return on_day(day)
    if partial.month is None:
        return None
    if partial.weekday is not None and partial.day is not None:
        years = _years_of_weekday(partial, day)
    else:
        years = (day.year - 1, day.year, day.year + 1)
    places = [of_expression(expression.in_year(year)) for year in years]
    kind = Kind.DAY if partial.day else Kind.MONTH
    return choose.nearest([place for place in places if place], kind)


def _years_of_weekday(partial: PartialDate, day: date) -> tuple[int, ...]:
    """Return the years that the weekday allows around ``day``: the weekday fixes the year."""
    if partial.weekday is None or partial.month is None or partial.day is None:
        return ()
    first, last = max(day.year - _YEARS_TO_SEARCH - 1, 1), day.year + 1
    window = DayInterval(date(first, 1, 1), date(min(last, date.max.year), 12, 31))
    return fitting_years(partial.weekday, partial.month, partial.day, window)


def _named(core: Named, day: date, choose: Choice) -> Place | None:
    partial = core.date
    if core.year is not None:
        return of_partial(partial.in_year(day.year + core.year))
    if partial.month is None and partial.day is not None:
        return _day_of_month(partial, day, choose)
    places = [
        place
        for year in (day.year - 1, day.year, day.year + 1)
        if (place := of_partial(partial.in_year(year)))
    ]
    if core.by is None:
        return choose.nearest(places, _kind(partial))
    if core.by == 0:
        return next((p for p in places if p.interval.lo and p.interval.lo.year == day.year), None)
    if core.by < 0:
        return next((p for p in reversed(places) if p.interval.hi and p.interval.hi < day), None)
    return next((p for p in places if p.interval.lo and p.interval.lo > day), None)


def _kind(partial: PartialDate) -> Kind:
    if partial.month is not None:
        return Kind.MONTH if partial.day is None else Kind.DAY
    return Kind.SEASON if partial.season is not None else Kind.QUARTER


def _day_of_month(partial: PartialDate, day: date, choose: Choice) -> Place | None:
    places = []
    for by in range(-12, 13):
        month = unit_around(day, Unit.MONTH, by)
        if month and month.interval.lo and partial.day:
            first = month.interval.lo
            found = PartialDate(year=first.year, month=first.month, day=partial.day)
            place = of_partial(found)
            if place and place.interval.lo and _is_weekday(partial, place.interval.lo):
                places.append(place)
    return choose.nearest(places, Kind.DAY)


def _is_weekday(partial: PartialDate, day: date) -> bool:
    return partial.weekday is None or partial.weekday == day.weekday()


def _holiday(core: OnHoliday, day: date, choose: Choice) -> Place | None:
    places = [on_day(holiday(core.holiday, year)) for year in range(day.year - 1, day.year + 2)]
    if core.by in {-1, 1}:
        side = [p for p in places if p.interval.lo and (p.interval.lo > day) == (core.by == 1)]
        return min(side, key=lambda place: _distance(place, day), default=None)
    return choose.nearest(places, Kind.HOLIDAY)


def _distance(place: Place, day: date) -> int:
    return abs((place.interval.lo - day).days) if place.interval.lo else 0


def _loosened(core: Away, interval: DayInterval) -> DayInterval:
    """Open the interval of a hedged distance: "over a week ago" has no beginning."""
    hedge, lo, hi = core.amount.hedge, interval.lo, interval.hi
    if hedge not in _FURTHER or lo is None or hi is None:
        return interval
    if not core.amount.close:
        return DayInterval(None, hi) if core.sign < 0 else DayInterval(lo, None)
    sizes = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
    days = float(core.amount.count or 0) * sizes.get(core.unit, 1)
    slack = timedelta(days=max(1, int(days * _CLOSE_SHARE)))
    return DayInterval(lo - slack, hi) if core.sign < 0 else DayInterval(lo, hi + slack)


def _period(phrase: Phrase, core: Period, anchors: Anchors) -> Meaning:
    day = anchors.published
    return Meaning(
        type=TimexType.DURATION,
        value=length(core),
        interval=_window(core, day) if day and core.window else None,
        mod=phrase.mod or core.amount.hedge,
        anchor=Origin.PUBLISHED if day and core.window else None,
    )


def _window(core: Period, day: date) -> DayInterval | None:
    """Return the days of "the past three weeks"; without a count its far end is open."""
    if core.amount.count is None:
        return DayInterval(None, day) if core.window is Window.PAST else DayInterval(day, None)
    sign = -1 if core.window is Window.PAST else 1
    far = same_day(day, core.unit, sign * float(core.amount.count))
    if far is None:
        return None
    return DayInterval(far, day) if sign < 0 else DayInterval(day, far)
