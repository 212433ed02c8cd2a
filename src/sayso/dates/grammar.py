"""The closed grammar of dates: every full or partial date that a text writes out."""

from dataclasses import replace
from functools import cache
from types import MappingProxyType

from sayso.dates.clock import clock_grammar
from sayso.dates.expression import DateExpression
from sayso.dates.pattern import Grammar, Terminal
from sayso.dates.rules_days import DAY_RULES, Dates
from sayso.dates.rules_joined import EDGE_RULES, JOINED_RULES, widened
from sayso.dates.rules_numeric import NUMERIC_RULES
from sayso.dates.rules_periods import PERIOD_RULES
from sayso.dates.rules_years import YEAR_RULES
from sayso.dates.terminals import CALENDAR_TERMINALS
from sayso.dates.tokens import TokenLine, tokenize

DATE_RULES = (
    *(widened(rule) for rule in NUMERIC_RULES),
    *DAY_RULES,
    *(widened(rule) for rule in (*PERIOD_RULES, *YEAR_RULES, *EDGE_RULES)),
    *(widened(rule) for rule in JOINED_RULES),
)


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """Return the dates and times of day that ``text`` writes out, in its order.

    Relative expressions ("last week", a bare "on Sunday") are no dates here; ``language`` reads
    them. A missing year stays missing. Where day and month can be swapped, the day-first reading
    is the date and the other one of its ``readings``, unless a written weekday rules one out.
    """
    return find_dates_in(tokenize(text))


def find_dates_in(tokens: TokenLine) -> tuple[DateExpression, ...]:
    """Return the dates of a tokenized text."""
    return tuple(
        replace(expression, rule=found.rule)
        for found in date_grammar().find(tokens)
        for expression in found.value
    )


@cache
def date_grammar() -> Grammar[Dates]:
    """Return the grammar, compiled at its first use."""
    calendar: dict[str, Terminal] = {
        **CALENDAR_TERMINALS,
        "CORE": Grammar((*PERIOD_RULES, *YEAR_RULES), CALENDAR_TERMINALS).terminal(),
        "CLOCK": clock_grammar().terminal(),
    }
    plain = Grammar(DATE_RULES[: -len(JOINED_RULES)], MappingProxyType(calendar))
    return Grammar(DATE_RULES, MappingProxyType({**calendar, "DATE": plain.terminal()}))
