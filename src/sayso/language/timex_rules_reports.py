"""Rules for the period that a passage reports on: "the quarter", "the year-ago period", "the week"."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from sayso.dates import DayPart, PartialDate
from sayso.dates.pattern import Match, Rule
from sayso.language.timex_expressions import (
    Amount,
    Named,
    Origin,
    Period,
    Phrases,
    Reported,
    Shift,
    Unit,
    at_night,
    phrase,
)
from sayso.text import Span

# "Ended the day at", "for the week": where a bare unit is the one spoken of.
_TAKES_A_UNIT: Final = frozenset({"for", "in", "during", "throughout"})
_TAKES_A_DAY: Final = frozenset(
    {
        "for", "end", "ends", "ended", "ending", "finish", "finished", "finishing", "close",
        "closed", "closing", "start", "started", "begin", "began", "opened",
    }
)  # fmt: skip
# "The year of the drought", "the day he left": then the unit is told by what follows.
_TELLS_THE_UNIT: Final = frozenset(
    {
        "of", "when", "that", "after", "before", "since", "he", "she", "they", "it", "we", "i",
        "on", "in", "which", "the", "a", "under", "between", "following",
    }
)  # fmt: skip
_UNITS_OF_REPORTS: Final = {"quarter": Unit.QUARTER, "month": Unit.MONTH}
_ENDED: Final = frozenset({"ended", "ending"})


def _spoken_of(match: Match) -> Phrases | None:
    """Read a bare "the week" as the one spoken of; a day needs a word of trade or of its end."""
    unit, before, after = match.need("oneunit", Unit), match.before(), match.after()
    if unit not in {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}:
        return None
    if after is not None and (after.key in _TELLS_THE_UNIT or after.key.isdigit()):
        return None
    owns = after is not None and after.key in {"'", "’"} and unit is not Unit.DAY
    takes = _TAKES_A_DAY if unit is Unit.DAY else _TAKES_A_UNIT
    return _that_unit(match) if owns or (before is not None and before.key in takes) else None


def _that_unit(match: Match) -> Phrases | None:
    unit = match.get("oneunit", Unit) or Unit.DAY
    if unit is Unit.QUARTER:
        return phrase(match, Reported(unit=unit))
    if unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
        return None
    pointing = any(token.key == "that" for token in match.tokens[match.first : match.end])
    core = Shift(unit=unit, by=0, origin=Origin.PREVIOUS, pointing=pointing)
    return at_night(phrase(match, core), match)


def _year_to_a_day(match: Match) -> Phrases | None:
    """Read "the year ended 31 March" as a length; its last day is a date of its own."""
    after = match.after()
    if after is None or after.key not in _ENDED:
        return None
    return phrase(match, Period(amount=Amount(count=Decimal(1)), unit=Unit.YEAR))


def _that_part(match: Match) -> Phrases:
    match.need("daypart", DayPart)
    core = Shift(unit=Unit.DAY, by=0, origin=Origin.PREVIOUS, pointing=True)
    return phrase(match, core)


def _reported(years: int) -> Callable[[Match], Phrases]:
    """Return the builder of the reported period, so many years off."""

    def build(match: Match) -> Phrases:
        core = Reported(
            unit=_named_unit(match),
            years=match.get("step", int) or years,
            year=match.get("fullyear", int),
        )
        return phrase(match, core)

    return build


def _named_unit(match: Match) -> Unit | None:
    keys = {token.key for token in match.tokens[match.first : match.end]}
    return next((unit for word, unit in _UNITS_OF_REPORTS.items() if word in keys), None)


def _latest(match: Match) -> Phrases | None:
    if match.get("oneunit", Unit) not in {Unit.QUARTER, None}:
        return None
    return _reported(0)(match)


def _latest_year(match: Match) -> Phrases:
    """Read "the latest fiscal year" as the one that is over: one reports on what is over."""
    return phrase(match, Shift(unit=Unit.YEAR, by=-1))


def _year_ago(match: Match) -> Phrases:
    """Read "the year-ago quarter"; of "the year-ago results" the article belongs to the results."""
    (found,) = _reported(-1)(match)
    if match.tokens[match.end - 1].key not in {"ago", "earlier"}:
        return (found,)
    year = next(t for t in match.tokens[match.first : match.end] if t.key == "year")
    return (replace(found, span=Span(year.start, found.span.end)),)


def _quarter_a_year_ago(match: Match) -> Phrases:
    return phrase(match, Named(date=PartialDate(quarter=match.need("ordinal", int)), year=-1))


_PERIODS = "period|quarter|month|week|level|half"
_SAME = "same|corresponding|comparable|like|equivalent"

REPORT_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="year_to_a_day",
        pattern="the [ fiscal|financial ] year",
        build=_year_to_a_day,
        fires="For the year ended 31 March the mill made a loss.",
        silent="The year began badly.",
    ),
    Rule(
        name="spoken_of",
        pattern="the [ fiscal|financial|trading ] ONEUNIT",
        build=_spoken_of,
        fires="The index lost two points for the week.",
        silent="They fled in the week of the vote. The week was wet.",
    ),
    Rule(
        name="that_unit",
        pattern="[ earlier|later|early|late ] that ONEUNIT",
        build=_that_unit,
        fires="On 3 May they met. Later that day they fled.",
        silent="They say that days are long. That second road is shut.",
    ),
    Rule(
        name="that_part",
        pattern="[ earlier|later|early|late ] that [ same ] DAYPART",
        build=_that_part,
        fires="On 3 May they met. That evening they fled.",
        silent="They fled that same road.",
    ),
    Rule(
        name="same_part",
        pattern="the [ very ] same DAYPART",
        build=_that_part,
        fires="On 3 May they met. They fled the same evening.",
        silent="They fled the same way.",
    ),
    Rule(
        name="part_of_same_day",
        pattern="the DAYPART of the|that same|very day",
        build=_that_part,
        fires="On 3 May they met and fled on the evening of the same day.",
        silent="They fled on the evening of the raid.",
    ),
    Rule(
        name="latest_unit",
        pattern="the latest ONEUNIT",
        build=_latest,
        fires="The mill lost two million in the latest quarter.",
        silent="The mill lost its latest quarrel.",
    ),
    Rule(
        name="latest_period",
        pattern="the latest period",
        build=_reported(0),
        fires="Output of the third quarter fell. Sales rose in the latest period.",
        silent="The latest peril is past.",
    ),
    Rule(
        name="latest_year",
        pattern="the latest fiscal|financial year",
        build=_latest_year,
        fires="The mill made a loss in the latest fiscal year.",
        silent="The mill made a loss in the latest fiscal plan.",
    ),
    Rule(
        name="year_ago",
        pattern=f"[ the ] [ {_SAME} ] year - ago|earlier [ {_PERIODS} ]",
        build=_year_ago,
        fires="Output fell from the year-ago quarter.",
        silent="Output fell for the year.",
    ),
    Rule(
        name="year_ago_quarter",
        pattern="[ the ] year - ago|earlier ORDINAL [ - ] quarter",
        build=_quarter_a_year_ago,
        fires="Output fell from the year-ago third quarter.",
        silent="Output fell from the year-ago third level.",
    ),
    Rule(
        name="same_period",
        pattern=f"the {_SAME} {_PERIODS} [ of|in ] [ the ] STEP year",
        build=_reported(-1),
        fires="Output fell from the same period last year.",
        silent="Output fell in the same period.",
    ),
    Rule(
        name="same_period_ago",
        pattern=f"the [ {_SAME} ] {_PERIODS} a|one year ago|earlier|before",
        build=_reported(-1),
        fires="Output fell from the same quarter a year earlier.",
        silent="Output fell in the same quarter.",
    ),
    Rule(
        name="quarter_of_last_year",
        pattern=f"STEP year '|’ s {_PERIODS}",
        build=_reported(-1),
        fires="Output fell from last year's quarter.",
        silent="Output fell from last year's high.",
    ),
    Rule(
        name="quarter_of_a_year",
        pattern="the FULLYEAR quarter|period",
        build=_reported(0),
        fires="In the 1988 quarter output fell.",
        silent="In the 1988 fire output fell.",
    ),
)
