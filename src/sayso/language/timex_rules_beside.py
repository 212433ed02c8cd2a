"""Rules for times told by another beside them: "the day after Christmas", "Easter week"."""

from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression, DayPart
from sayso.dates.pattern import Match, Rule
from sayso.language.timex_expressions import (
    Beside,
    Core,
    Holiday,
    OnHoliday,
    OnWeekday,
    Phrases,
    Unit,
    Written,
    phrase,
)

_AROUND: Final = frozenset({Unit.WEEK, Unit.WEEKEND})


def _beside(match: Match) -> Phrases | None:
    """Read "the day before last Tuesday", "the week after Christmas"."""
    unit = match.get("oneunit", Unit) or Unit.DAY
    inner = _inner(match, unit)
    if inner is None:
        return None
    keys = {token.key for token in match.tokens[match.first : match.end]}
    core = Beside(by=-1 if "before" in keys else 1, unit=unit, of=inner)
    (found,) = phrase(match, core)
    return (
        replace(found, day_part=found.day_part or (DayPart.NIGHT if "night" in keys else None)),
    )


def _inner(match: Match, unit: Unit) -> Core | None:
    """Return the time beside which the unit stands; months and years have no day beside them."""
    holiday, weekday = match.get("holiday", Holiday), match.get("dayname", int)
    if holiday is not None:
        return OnHoliday(holiday=holiday, by=match.get("step", int))
    if weekday is not None:
        return OnWeekday(weekday=weekday, by=match.get("step", int))
    dates = match.need("dates", tuple)
    date = dates[0]
    if len(dates) != 1 or not isinstance(date, DateExpression) or date.until or date.time:
        return None
    whole = unit is Unit.YEAR if date.date.month is None else date.date.day is not None
    return Written(date=date) if whole else None


def _around_holiday(match: Match) -> Phrases | None:
    unit = match.need("oneunit", Unit)
    if unit not in _AROUND:
        return None
    core = OnHoliday(holiday=match.need("holiday", Holiday), by=match.get("step", int))
    return phrase(match, Beside(by=0, unit=unit, of=core))


_BESIDE = "the ONEUNIT before|after"
_PART_BESIDE = "the DAYPART before|after"

BESIDE_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="beside_weekday",
        pattern=f"{_BESIDE} [ STEP ] DAYNAME",
        build=_beside,
        fires="They left the day before last Tuesday.",
        silent="They left the day before the vote on Tuesday.",
    ),
    Rule(
        name="beside_date",
        pattern=f"{_BESIDE} DATES",
        build=_beside,
        fires="They left the day after 3 May 2021.",
        silent="They left the day after 3 men came.",
    ),
    Rule(
        name="beside_holiday",
        pattern=f"{_BESIDE} [ STEP ] HOLIDAY",
        build=_beside,
        fires="They left the day after Christmas.",
        silent="They left the day after the feast.",
    ),
    Rule(
        name="part_beside_weekday",
        pattern=f"{_PART_BESIDE} [ STEP ] DAYNAME",
        build=_beside,
        fires="They left on the morning after last Tuesday.",
        silent="They left on the morning after the vote on Tuesday.",
    ),
    Rule(
        name="part_beside_holiday",
        pattern=f"{_PART_BESIDE} [ STEP ] HOLIDAY",
        build=_beside,
        fires="They left on the morning after Christmas.",
        silent="They left on the morning after the feast.",
    ),
    Rule(
        name="around_holiday",
        pattern="[ STEP ] HOLIDAY ONEUNIT",
        build=_around_holiday,
        fires="Shops closed over the Thanksgiving weekend.",
        silent="Shops closed on the Thanksgiving holiday.",
    ),
)
