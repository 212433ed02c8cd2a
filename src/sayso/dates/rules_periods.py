"""Rules for months, quarters, halves and seasons."""

from dataclasses import replace
from typing import Final

from sayso.dates import words
from sayso.dates.expression import DateExpression, PartialDate, Season
from sayso.dates.pattern import Match, Rule
from sayso.dates.rules_numeric import dated
from sayso.dates.tokens import span_of

_QUARTERS = 4
_HALVES = 2
_TAKES_A_MONTH: Final = frozenset(
    {
        "in", "since", "until", "till", "by", "during", "from", "through", "throughout",
        "between", "early", "late", "mid", "last", "next", "this", "of", "each", "every",
    }
)  # fmt: skip
_MOVED: Final = frozenset(
    {"postponed", "delayed", "moved", "adjourned", "deferred", "extended", "rescheduled", "back"}
)
# Months that are given names too: a capitalised word after them is a surname.
_NAMES: Final = frozenset({"april", "june", "august", "may"})


def _month_year(match: Match) -> DateExpression | None:
    return dated(match, PartialDate(year=match.need("year", int), month=match.need("month", int)))


def _months_year(match: Match) -> DateExpression | None:
    first, last = match.need("month", int), match.need("last", int)
    year = match.need("year", int)
    begin = PartialDate(year=year - (first > last), month=first)
    found = dated(match, begin, until=PartialDate(year=year, month=last))
    joint = match.part("last").first - 1
    if found is None or not match.tokens[joint].key.isalpha():
        return found
    ends = (
        span_of(match.tokens, match.first, joint),
        span_of(match.tokens, joint + 1, match.end),
    )
    return replace(found, ends=ends)


def _month(match: Match) -> DateExpression | None:
    """Read a bare month; "May" and "March" need a word that takes a date before them."""
    token, after = match.tokens[match.first], match.after()
    introduced = word_before(match) in _TAKES_A_MONTH or _is_moved(match) or _follows_a_month(match)
    surname = token.key in _NAMES and after is not None and after.text.istitle()
    if not introduced and (token.key in words.WORDLIKE_MONTHS or surname):
        return None
    return dated(match, PartialDate(month=match.need("month", int)))


def _is_moved(match: Match) -> bool:
    """Say whether something is put off to the month: "postponed to May"."""
    to, verb = match.before(), match.before(2)
    return to is not None and to.key == "to" and verb is not None and verb.key in _MOVED


def _follows_a_month(match: Match) -> bool:
    """Say whether it is the second month of "January-March", "January and March"."""
    joint, month = match.before(), match.before(2)
    joined = joint is not None and joint.key in {"-", "–", "and", "to", "or"}
    return joined and month is not None and month.capitalised and month.key in words.MONTHS


def word_before(match: Match) -> str | None:
    """Return the word before a match; a hyphen belongs to it ("mid-March")."""
    before = match.before()
    if before is not None and before.key == "-":
        before = match.before(2)
    return before.key if before else None


def _quarter(match: Match) -> DateExpression | None:
    number = match.get("ordinal", int) or int(match.get("number", str) or 0)
    if not 1 <= number <= _QUARTERS:
        return None
    return dated(match, PartialDate(year=match.need("year", int), quarter=number))


def _half(match: Match) -> DateExpression | None:
    number = match.get("ordinal", int) or int(match.get("number", str) or _HALVES)
    if not 1 <= number <= _HALVES:
        return None
    return dated(match, PartialDate(year=match.need("year", int), half=number))


def _season(match: Match) -> DateExpression | None:
    date = PartialDate(year=match.need("year", int), season=match.need("season", Season))
    return dated(match, date)


PERIOD_RULES: Final[tuple[Rule[DateExpression], ...]] = (
    Rule(
        name="month_year",
        pattern="MONTH [ ,|of ] YEAR",
        build=_month_year,
        fires="The law of January 2022 is old.",
        silent="The January 20220 file is lost.",
    ),
    Rule(
        name="months_year",
        pattern="MONTH -|–|to|through|and MONTH:last [ , ] YEAR",
        build=_months_year,
        fires="From January to March 2021 it rained.",
        silent="January to March was wet.",
    ),
    Rule(
        name="month",
        pattern="MONTH",
        build=_month,
        fires="In December thousands fled.",
        silent="May Ruko return? March with us, said Mar Donel.",
    ),
    Rule(
        name="quarter_year",
        pattern="[ the ] ORDINAL [ - ] quarter [ of ] YEAR",
        build=_quarter,
        fires="In the second quarter of 2021 catches rose.",
        silent="In the second quarter of the match he scored.",
    ),
    Rule(
        name="year_quarter",
        pattern="[ the ] FULLYEAR:year ORDINAL [ - ] quarter",
        build=_quarter,
        fires="In the 2021 third quarter output fell.",
        silent="In the 2021 third league he scored.",
    ),
    Rule(
        name="quarter_code",
        pattern="q ~NUMBER [ of ] YEAR",
        build=_quarter,
        fires="Output fell in Q3 2021 again.",
        silent="Output fell in Q7 2021 again.",
    ),
    Rule(
        name="half_year",
        pattern="[ the ] ORDINAL half of YEAR",
        build=_half,
        fires="In the first half of 2021 output fell.",
        silent="In the first half of the match he scored.",
    ),
    Rule(
        name="last_half_year",
        pattern="[ the ] last|latter half of YEAR",
        build=_half,
        fires="In the latter half of 2021 output fell.",
        silent="In the latter half of the match he scored.",
    ),
    Rule(
        name="half_code",
        pattern="h ~NUMBER [ of ] YEAR",
        build=_half,
        fires="Output fell in H1 2021 again.",
        silent="Output fell on the H1 line again.",
    ),
    Rule(
        name="season_year",
        pattern="[ the ] SEASON [ of ] YEAR",
        build=_season,
        fires="In the summer of 2020 the lake dried up.",
        silent="In the spring of the watch a screw broke.",
    ),
)
