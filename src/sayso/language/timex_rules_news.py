"""Rules for ways of news to tell a time: "a monthlong strike", "years ago", "the current crisis"."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from sayso.dates.pattern import Match, Rule
from sayso.language.timex_direction import is_past_form
from sayso.language.timex_expressions import (
    Amount,
    Away,
    Origin,
    Period,
    Phrases,
    Recurring,
    Reference,
    Unit,
    Written,
    phrase,
)
from sayso.text import Span

# "The current account", "current affairs" are names of things, no times.
_NO_TIME: Final = frozenset({"affairs", "account", "accounts", "events"})
# "The most recent report" ranks it; "more recent than".
_RANKS: Final = frozenset({"most", "more", "less", "least", "as", "so", "too", "than", "electric"})
_ENDED: Final = frozenset({"ended", "ending"})


def _basis(match: Match) -> Phrases:
    core = Recurring(unit=match.need("frequency", Unit))
    (found,) = phrase(match, core)
    return (replace(found, span=match.part("frequency").span),)


def _longword(match: Match) -> Phrases:
    amount = Amount(count=Decimal(1))
    return phrase(match, Period(amount=amount, unit=match.need("longword", Unit)))


def _units_ago(match: Match) -> Phrases:
    core = Away(
        amount=Amount(count=None),
        unit=match.need("units", Unit),
        sign=-1,
        origin=Origin.PUBLISHED,
    )
    return phrase(match, core)


def _units_later(match: Match) -> Phrases:
    """Keep the length of a distance that names no day: "minutes later"."""
    core = Period(amount=Amount(count=None), unit=match.need("units", Unit))
    (found,) = phrase(match, core)
    return (replace(found, span=match.part("units").span),)


def _attribute(match: Match) -> Phrases | None:
    """Read "the current crisis", "recent raids"; a noun "current" is none."""
    before, after = match.before(), match.after()
    if after is None or not after.text.isalpha() or after.key in _NO_TIME:
        return None
    if is_past_form(after.key) or (before is not None and before.key in _RANKS):
        return None
    past = match.tokens[match.first].key == "recent"
    return phrase(match, Reference.PAST if past else Reference.PRESENT)


def _to_a_day(match: Match) -> Phrases | None:
    """Read "the week ended 16 March" as the week of that day, and the day by itself."""
    dates, unit = match.need("dates", tuple), match.need("oneunit", Unit)
    if unit not in {Unit.WEEK, Unit.QUARTER} or len(dates) != 1 or dates[0].date.day is None:
        return None
    if not _ENDED & {token.key for token in match.tokens[match.first : match.end]}:
        return None
    (week,) = phrase(match, Written(date=dates[0], around=unit))
    (day,) = phrase(match, Written(date=dates[0]))
    span = Span(match.span.start, match.part("oneunit").span.end)
    return replace(week, span=span), replace(day, span=match.part("dates").span)


NEWS_PHRASE_RULES: Final[tuple[Rule[Phrases], ...]] = (
    Rule(
        name="frequency_basis",
        pattern="on|upon a|an FREQUENCY basis",
        build=_basis,
        fires="They are counted on a daily basis.",
        silent="They are counted on a sound basis.",
    ),
    Rule(
        name="long_word",
        pattern="LONGWORD",
        build=_longword,
        fires="A monthlong strike ended.",
        silent="A lifelong strike ended.",
    ),
    Rule(
        name="units_ago",
        pattern="[ many ] UNITS ago",
        build=_units_ago,
        fires="Decades ago the mill was shut.",
        silent="Decades passed.",
    ),
    Rule(
        name="units_later",
        pattern="UNITS later|earlier|afterwards|afterward",
        build=_units_later,
        fires="Minutes later the roof fell in.",
        silent="Minutes of the meeting were kept.",
    ),
    Rule(
        name="attribute",
        pattern="recent|current",
        build=_attribute,
        fires="The current mayor spoke of recent raids.",
        silent="The most recent raid was short. The current carried them off.",
    ),
    Rule(
        name="week_to_a_day",
        pattern="the ONEUNIT ended|ending [ on ] DATES",
        build=_to_a_day,
        fires="Sales fell in the week ended 16 March.",
        silent="Sales fell in the year ended 16 March.",
    ),
)
