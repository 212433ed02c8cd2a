"""Rules for times inside others: "the last week of March", "day 12 of the siege"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from sayso.dates import DateExpression
from sayso.dates.pattern import Match, Rule
from sayso.dates.tokens import span_of
from sayso.language.timex_expressions import (
    Core,
    DayOf,
    Nth,
    Origin,
    Phrases,
    Shift,
    Unit,
    Written,
    phrase,
)

_LAST = -1
# Larger units have no number of days that could be counted off.
_INNER: Final = frozenset({Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER})


def _nth(number: Callable[[Match], int]) -> Callable[[Match], Phrases | None]:
    """Return the builder of a unit inside a written date or a unit that is spoken of."""

    def build(match: Match) -> Phrases | None:
        unit, outer = match.need("oneunit", Unit), _outer(match)
        if outer is None or unit not in _INNER:
            return None
        return phrase(match, Nth(number=number(match), unit=unit, of=outer))

    return build


def _outer(match: Match) -> Core | None:
    dates = match.get("dates", tuple)
    if dates is None:
        origin = Origin.PREVIOUS if match.get("step", int) is None else Origin.PUBLISHED
        return Shift(unit=match.need("outer", Unit), by=match.get("step", int) or 0, origin=origin)
    date = dates[0]
    whole = isinstance(date, DateExpression) and date.date.day is None and date.until is None
    return Written(date=date) if whole and len(dates) == 1 else None


def _ordinal(match: Match) -> int:
    return match.need("ordinal", int)


def _last(match: Match) -> int:
    del match
    return _LAST


def _day_of(match: Match) -> Phrases | None:
    """Read "day 12 of the siege": the word behind it names what began."""
    number = match.get("ordinal", int) or int(match.get("yearnumber", str) or 0)
    event = match.after()
    if event is None or not event.key.isalpha() or not number:
        return None
    (found,) = phrase(match, DayOf(number=number, event=event.key))
    # TIMEX3 leaves what is counted from outside.
    cut = span_of(match.tokens, match.first, match.end - len(("of", "the")))
    return (replace(found, span=cut),)


INSIDE_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="nth_of_date",
        pattern="the ORDINAL ONEUNIT of|in DATES",
        build=_nth(_ordinal),
        fires="They fled in the third week of March 2021.",
        silent="They fled in the third week of the war.",
    ),
    Rule(
        name="last_of_date",
        pattern="the last|final ONEUNIT of|in DATES",
        build=_nth(_last),
        fires="They fled in the last week of March 2021.",
        silent="They fled in the last week of the war.",
    ),
    Rule(
        name="nth_of_unit",
        pattern="the ORDINAL ONEUNIT of STEP ONEUNIT:outer",
        build=_nth(_ordinal),
        fires="They fled on the first day of this month.",
        silent="They fled on the first day of this war.",
    ),
    Rule(
        name="last_of_unit",
        pattern="the last|final ONEUNIT of STEP ONEUNIT:outer",
        build=_nth(_last),
        fires="They fled on the last day of last month.",
        silent="They fled on the last day of last war.",
    ),
    Rule(
        name="nth_of_that_unit",
        pattern="the ORDINAL ONEUNIT of that ONEUNIT:outer",
        build=_nth(_ordinal),
        fires="It began in 2009. They fled on the first day of that year.",
        silent="They fled on the first day of that war.",
    ),
    Rule(
        name="last_of_that_unit",
        pattern="the last|final ONEUNIT of that ONEUNIT:outer",
        build=_nth(_last),
        fires="It began in March. They fled on the last day of that month.",
        silent="They fled on the last day of that war.",
    ),
    Rule(
        name="day_number_of",
        pattern="day YEARNUMBER of the",
        build=_day_of,
        fires="On day 12 of the siege they fled.",
        silent="On day 12 of siege they fled.",
    ),
    Rule(
        name="nth_day_of",
        pattern="the ORDINAL day of the",
        build=_day_of,
        fires="On the second day of the siege they fled.",
        silent="On the second day of siege they fled.",
    ),
)
