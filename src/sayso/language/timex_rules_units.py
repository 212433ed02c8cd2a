"""Rules for units and their parts: "last week", "the following day", "March last year", holidays."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from sayso.dates import Edge, PartialDate, Season
from sayso.dates.pattern import Match, Rule
from sayso.language.timex_expressions import (
    Holiday,
    Named,
    Nth,
    OnHoliday,
    OnWeekend,
    Origin,
    Phrases,
    Shift,
    Unit,
    Written,
    at_night,
    phrase,
)

_QUARTERS = 4
_HALVES = 2
_TAKES_A_SEASON: Final = frozenset(
    {"in", "until", "till", "since", "by", "before", "after", "during", "through", "each", "late"}
)


def _unit(match: Match) -> Phrases | None:
    """Read "last week"; "the last day" is the last of something, "next day" counts on."""
    unit, by = match.need("oneunit", Unit), match.need("step", int)
    if unit is not Unit.DAY or by == 0:
        return phrase(match, Shift(unit=unit, by=by))
    if match.tokens[match.end - 1].key != "night" and by < 0:
        return None
    return phrase(match, Shift(unit=unit, by=by, origin=Origin.PREVIOUS))


def _this_unit(match: Match) -> Phrases:
    return phrase(match, Shift(unit=match.need("oneunit", Unit), by=0))


def _when_in_unit(match: Match) -> Phrases | None:
    """Read "later in the year"; "later in the day" names no part that a calendar has."""
    return None if match.get("oneunit", Unit) is Unit.DAY else _this_unit(match)


def _year_end(match: Match) -> Phrases:
    """Read "by year-end" as the last day of the year, "since year-end" of the year before."""
    unit = Unit.YEAR if match.tokens[match.first].key == "year" else Unit.MONTH
    if match.need("edge", Edge) is not Edge.END:
        return phrase(match, Shift(unit=unit, by=0))
    before = match.before()
    by = -1 if before is not None and before.key in {"since", "from"} else 0
    core = Nth(number=-1, unit=Unit.DAY, of=Shift(unit=unit, by=by))
    (found,) = phrase(match, core)
    return (replace(found, mod=None),)


def _half(match: Match) -> Phrases | None:
    number = match.get("ordinal", int) or _HALVES
    if number > _HALVES:
        return None
    return phrase(match, Named(date=PartialDate(half=number), year=match.need("step", int)))


def _unit_of(match: Match) -> Phrases | None:
    dates, unit = match.need("dates", tuple), match.need("oneunit", Unit)
    if len(dates) != 1 or unit not in {Unit.WEEK, Unit.WEEKEND} or dates[0].date.day is None:
        return None
    return phrase(match, Written(date=dates[0], around=unit))


def _weekend(match: Match) -> Phrases:
    return phrase(match, OnWeekend())


def _counted_from(sign: int) -> Callable[[Match], Phrases]:
    """Return the builder of a unit that counts from the date mentioned before."""

    def build(match: Match) -> Phrases:
        unit = match.get("oneunit", Unit) or Unit.DAY
        return at_night(phrase(match, Shift(unit=unit, by=sign, origin=Origin.PREVIOUS)), match)

    return build


def _ends_a_clause(sign: int) -> Callable[[Match], Phrases | None]:
    """Return the builder for "the day before": with a noun after it, that event is the origin."""
    build = _counted_from(sign)

    def guarded(match: Match) -> Phrases | None:
        after = match.after()
        return None if after is not None and after.key.isalnum() else build(match)

    return guarded


def _named(match: Match) -> Phrases | None:
    quarter = match.get("ordinal", int)
    if quarter is not None and quarter > _QUARTERS:
        return None
    date = PartialDate(
        month=match.get("month", int),
        day=match.get("day", int),
        season=match.get("season", Season),
        quarter=quarter,
    )
    core = Named(date=date, by=match.get("step", int), year=match.get("year", int))
    return phrase(match, core)


def _of_that_year(match: Match) -> Phrases:
    date = PartialDate(
        month=match.get("month", int), day=match.get("day", int), season=match.get("season", Season)
    )
    return phrase(match, Named(date=date, year=0, origin=Origin.PREVIOUS))


def _the_season(match: Match) -> Phrases | None:
    """Read "in the fall"; "the fall of the town" is none."""
    before, after = match.before(), match.after()
    fall = match.tokens[match.end - 1].key == "fall"
    led = before is not None and before.key in _TAKES_A_SEASON
    followed = after is not None and after.key in {"of", "in", "to", "from"}
    return None if fall and (not led or followed) else _named(match)


def _bare_season(match: Match) -> Phrases | None:
    """Read "in spring"; "in fall" could be a fall, and "fall" a verb."""
    before, season = match.before(), match.tokens[match.first].key
    if season == "fall" or before is None or before.key not in _TAKES_A_SEASON:
        return None
    return _named(match)


def _holiday(match: Match) -> Phrases:
    core = OnHoliday(holiday=match.need("holiday", Holiday), by=match.get("step", int))
    return phrase(match, core)


_PART = "[ DAYPART ]"
_BUSINESS = "[ fiscal|calendar|financial|school|academic ]"

UNIT_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="step_unit",
        pattern=f"[ WHEN [ in ] ] STEP {_BUSINESS} ONEUNIT",
        build=_unit,
        fires="The camp flooded earlier this month.",
        silent="The last three camps flooded this badly.",
    ),
    Rule(
        name="edge_of_step_unit",
        pattern=f"[ the ] EDGE of STEP {_BUSINESS} ONEUNIT",
        build=_unit,
        fires="It must end by the end of this week.",
        silent="It must end at the end of this road.",
    ),
    Rule(
        name="edge_of_unit",
        pattern="[ the ] EDGE of the ONEUNIT",
        build=_this_unit,
        fires="It must end by the end of the year.",
        silent="It must end by the end of the road.",
    ),
    Rule(
        name="year_end",
        pattern="year|month [ '|’ s ] [ - ] EDGE",
        build=_year_end,
        fires="It must close by year-end.",
        silent="It must close by the year or end.",
    ),
    Rule(
        name="when_in_unit",
        pattern="WHEN in the ONEUNIT",
        build=_when_in_unit,
        fires="Prices fell later in the year.",
        silent="Prices fell later in the game.",
    ),
    Rule(
        name="week_of",
        pattern="the ONEUNIT of DATES",
        build=_unit_of,
        fires="They fled in the week of 6 March.",
        silent="They fled in the week of the vote.",
    ),
    Rule(
        name="weekend",
        pattern="the weekend",
        build=_weekend,
        fires="Over the weekend two men fled.",
        silent="Over a weekend two men fled.",
    ),
    Rule(
        name="next_unit",
        pattern=f"the next|following|subsequent ONEUNIT {_PART}",
        build=_counted_from(1),
        fires="The following day they fled.",
        silent="The following men fled.",
    ),
    Rule(
        name="next_part",
        pattern="the next|following DAYPART",
        build=_counted_from(1),
        fires="The following morning they fled.",
        silent="The following men fled.",
    ),
    Rule(
        name="previous_unit",
        pattern="the previous|preceding ONEUNIT",
        build=_counted_from(-1),
        fires="The previous day they had fled.",
        silent="The previous camp was shut.",
    ),
    Rule(
        name="unit_after",
        pattern="the ONEUNIT after",
        build=_ends_a_clause(1),
        fires="They fled the day after.",
        silent="They fled after the day.",
    ),
    Rule(
        name="unit_before",
        pattern="the ONEUNIT before",
        build=_ends_a_clause(-1),
        fires="They had fled the day before.",
        silent="They had fled the day before the vote.",
    ),
    Rule(
        name="same_unit",
        pattern="[ the|that ] same ONEUNIT",
        build=_counted_from(0),
        fires="They fled on the same day.",
        silent="They fled on the same road.",
    ),
    Rule(
        name="step_month",
        pattern="[ WHEN ] STEP MONTH [ DAY ]",
        build=_named,
        fires="They fled last March.",
        silent="They fled the last marches.",
    ),
    Rule(
        name="step_season",
        pattern="[ WHEN ] STEP SEASON",
        build=_named,
        fires="Drought struck last summer.",
        silent="Drought struck the last farm.",
    ),
    Rule(
        name="month_of_year",
        pattern="[ WHEN ] MONTH [ DAY ] [ ,|of ] STEP:year year",
        build=_named,
        fires="They fled in March last year.",
        silent="They fled in a March of the year.",
    ),
    Rule(
        name="month_of_that_year",
        pattern="[ WHEN ] MONTH [ DAY ] of that|the [ same ] year",
        build=_of_that_year,
        fires="They came in 2009. In March of that year they left.",
        silent="They came in March of the drought year.",
    ),
    Rule(
        name="day_of_that_year",
        pattern="DAY MONTH of that|the [ same ] year",
        build=_of_that_year,
        fires="They came in 2009. On 3 March of that year they left.",
        silent="They came on 3 March of the drought year.",
    ),
    Rule(
        name="that_month",
        pattern="that MONTH",
        build=_of_that_year,
        fires="They came in 2009 and left that October.",
        silent="They say that houses fell.",
    ),
    Rule(
        name="that_season",
        pattern="that SEASON",
        build=_of_that_year,
        fires="They came in 2009 and left that summer.",
        silent="They say that sums fell.",
    ),
    Rule(
        name="season_of_year",
        pattern="[ the ] SEASON [ of ] STEP:year year",
        build=_named,
        fires="They fled in the summer of last year.",
        silent="They fled in the summer of the war.",
    ),
    Rule(
        name="season",
        pattern="the [ WHEN ] SEASON",
        build=_the_season,
        fires="They want to leave in the summer.",
        silent="They want to fall asleep. They recall the fall of the wall.",
    ),
    Rule(
        name="bare_season",
        pattern="SEASON",
        build=_bare_season,
        fires="The school closed in spring.",
        silent="The school wants to spring a surprise in the fall of the year.",
    ),
    Rule(
        name="quarter",
        pattern="[ the ] [ fiscal [ - ] ] ORDINAL [ fiscal ] quarter",
        build=_named,
        fires="Output fell in the third quarter.",
        silent="Output fell by three quarters.",
    ),
    Rule(
        name="quarter_adjective",
        pattern="[ fiscal ] ORDINAL - quarter",
        build=_named,
        fires="The third-quarter output fell.",
        silent="The third-rate output fell.",
    ),
    Rule(
        name="quarter_of_year",
        pattern="[ the ] [ fiscal ] ORDINAL [ - ] quarter of STEP:year year",
        build=_named,
        fires="Output fell in the third quarter of last year.",
        silent="Output fell in the third quarter of the game.",
    ),
    Rule(
        name="quarter_by_year",
        pattern="STEP:year year '|’ s ORDINAL [ - ] quarter",
        build=_named,
        fires="Output fell in last year's third quarter.",
        silent="Output fell in last year's third game.",
    ),
    Rule(
        name="half_of_year",
        pattern="[ the ] ORDINAL half of STEP year",
        build=_half,
        fires="Output fell in the second half of last year.",
        silent="Output fell in the second half of the game.",
    ),
    Rule(
        name="last_half_of_year",
        pattern="[ the ] latter|last half of STEP year",
        build=_half,
        fires="Output fell in the latter half of last year.",
        silent="Output fell in the latter half of the game.",
    ),
    Rule(
        name="holiday",
        pattern="[ STEP ] HOLIDAY",
        build=_holiday,
        fires="They signed on Christmas Day.",
        silent="They signed on the new day.",
    ),
)
