"""Rules for days in words: "3 May", "Saturday January 22", "20-21 January", "May 30 to June 2"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from sayso.dates.expression import DateExpression, PartialDate
from sayso.dates.pattern import Match, Rule
from sayso.dates.rules_numeric import dated
from sayso.dates.tokens import span_of
from sayso.text import Span

Dates = tuple[DateExpression, ...]
_YEARS: Final = range(1900, 2100)
# Words that can follow "January 3 and 7"; any other makes "7" a count ("and 7 others").
_FOLLOWS_A_DATE: Final = frozenset(
    {
        "in", "at", "of", "by", "for", "to", "the", "with", "when", "as", "and", "or", "but",
        "near", "after", "before", "was", "were", "is", "are", "had", "has", "have", "while",
        "he", "she", "it", "they", "we", "his", "her", "respectively", "that", "which", "on", "from", "during", "over", "because",
    }
)  # fmt: skip


def one(build: Callable[[Match], DateExpression | None]) -> Callable[[Match], Dates | None]:
    """Turn a builder of one expression into a builder of several."""

    def built(match: Match) -> Dates | None:
        expression = build(match)
        return (expression,) if expression else None

    return built


def starts_a_count(match: Match) -> bool:
    """Say whether the number that ends the match counts the noun after it."""
    after = match.after()
    return after is not None and after.key.isalpha() and after.key not in _FOLLOWS_A_DATE


def _is_after_in(match: Match) -> bool:
    """One says "on May 20" but "in May 20 people …"."""
    before = match.before()
    return before is not None and before.key == "in"


def _first(match: Match) -> PartialDate:
    return PartialDate(
        year=match.get("year", int),
        month=match.need("month", int),
        day=match.need("day", int),
        weekday=match.get("weekday", int),
    )


def _last(match: Match) -> PartialDate:
    return PartialDate(
        year=match.get("year", int),
        month=match.get("lastmonth", int) or match.need("month", int),
        day=match.need("last", int),
        weekday=match.get("lastweekday", int),
    )


def _day_month(match: Match) -> DateExpression | None:
    return None if _leaves_a_year(match) else dated(match, _first(match))


def _month_day(match: Match) -> DateExpression | None:
    without_year = match.get("year", int) is None
    if (without_year and _is_after_in(match)) or _leaves_a_year(match):
        return None
    return dated(match, _first(match))


def _leaves_a_year(match: Match) -> bool:
    """Say whether the year stands right behind: the weekday contradicts it and must be left out."""
    after = match.after()
    if after is not None and after.key == ",":
        after = match.after(2)
    year = after.number if after is not None else None
    return (
        match.get("year", int) is None and year in _YEARS and match.get("weekday", int) is not None
    )


def _range(match: Match) -> DateExpression | None:
    first, last = _first(match), _last(match)
    if first.month == last.month and (first.day or 0) >= (last.day or 0):
        return None
    if _is_a_list(match):
        return None
    if first.year and (first.month or 0) > (last.month or 0):
        first = first.in_year(first.year - 1)
    found = dated(match, first, until=last)
    return replace(found, ends=_ends(match)) if found else None


def _is_a_list(match: Match) -> bool:
    """Say whether "and" stands between the days without "between" before them."""
    joint, before = _joint(match), match.before()
    return match.tokens[joint].key == "and" and (before is None or before.key != "between")


def _joint(match: Match) -> int:
    """Return the token that parts the first day of a range from the last."""
    return next(at for at in range(match.first + 1, match.end) if match.tokens[at].key in _JOINTS)


def _ends(match: Match) -> tuple[Span, Span] | None:
    joint = _joint(match)
    if not match.tokens[joint].key.isalpha():
        return None
    return span_of(match.tokens, match.first, joint), span_of(match.tokens, joint + 1, match.end)


def _pair(match: Match) -> Dates | None:
    first, last = _first(match), _last(match)
    if not first.possible or not last.possible:
        return None
    ends_in_a_number = match.get("year", int) is None and _month_leads(match)
    if ends_in_a_number and starts_a_count(match):
        return None
    whole, tail = match.span, match.part("tail" if _has(match, "tail") else "last").span
    cut = match.part("day").span.end
    ends = max(cut, match.part("month").span.end) if _month_leads(match) else cut
    return (
        DateExpression(span=type(whole)(whole.start, ends), rule="", date=first),
        DateExpression(span=type(whole)(tail.start, whole.end), rule="", date=last),
    )


def _has(match: Match, slot: str) -> bool:
    return any(binding.slot == slot for binding in match.bindings)


def _month_leads(match: Match) -> bool:
    month, last = match.part("month").span, match.part("last").span
    return month.start < last.start


_TO = "-|–|—|to|through|until|till"
_TO_OR_AND = f"{_TO}|and"
_JOINTS: Final = frozenset(_TO_OR_AND.split("|"))
_YEAR = "[ [ ,|of ] YEAR ]"

DAY_RULES: Final[tuple[Rule[Dates], ...]] = (
    Rule(
        name="day_month",
        pattern=f"[ WEEKDAY [ , ] ] DAY [ of ] MONTH {_YEAR}",
        build=one(_day_month),
        fires="The camp was closed on 26 September 2019 by decree.",
        silent="The camp held 31 November guests.",
    ),
    Rule(
        name="the_day_month",
        pattern=f"[ WEEKDAY [ , ] ] the DAYTH:day [ of ] MONTH {_YEAR}",
        build=one(_day_month),
        fires="They left on the 3rd of May in boats.",
        silent="They left on the 3rd of many boats.",
    ),
    Rule(
        name="month_day",
        pattern=f"[ WEEKDAY [ , ] ] MONTH [ the ] DAY {_YEAR}",
        build=one(_month_day),
        fires="Fighting went on on Saturday January 22 in the north.",
        silent="In May 20 people were hurt.",
    ),
    Rule(
        name="days_month",
        pattern=f"[ the ] DAY {_TO} DAY:last [ of ] MONTH {_YEAR}",
        build=one(_range),
        fires="The siege of 20-21 January ended badly.",
        silent="The match ended 20-21 in January.",
    ),
    Rule(
        name="month_days",
        pattern=f"MONTH DAY {_TO} DAY:last {_YEAR}",
        build=one(_range),
        fires="The raid of January 11 to 12 failed.",
        silent="The raid of January 20 to 2 houses failed.",
    ),
    Rule(
        name="day_month_to_day_month",
        pattern=f"[ WEEKDAY [ , ] ] DAY [ of ] MONTH {_TO_OR_AND} [ WEEKDAY:lastweekday [ , ] ] DAY:last [ of ] MONTH:lastmonth {_YEAR}",
        build=one(_range),
        fires="It lasted from 30 January to 2 February 2022 without a break.",
        silent="It moved from 30 January prisoners to 2 February courts.",
    ),
    Rule(
        name="month_day_to_month_day",
        pattern=f"[ WEEKDAY [ , ] ] MONTH DAY {_TO_OR_AND} [ WEEKDAY:lastweekday [ , ] ] MONTH:lastmonth DAY:last {_YEAR}",
        build=one(_range),
        fires="It lasted from January 30 to February 2 without a break.",
        silent="It fell from January 30 to a February low.",
    ),
    Rule(
        name="day_and_day_month",
        pattern=f"DAY and DAY:last [ of ] MONTH {_YEAR}",
        build=_pair,
        fires="Talks were held on 20 and 22 January in the city.",
        silent="Talks were held by 20 and 22 judges.",
    ),
    Rule(
        name="month_day_and_day",
        pattern=f"MONTH DAY and DAY:last {_YEAR}",
        build=_pair,
        fires="The fair was held between May 4 and 9.",
        silent="He was held on January 3 and 7 others followed.",
    ),
)
