"""Expressions of time in a text: found by a closed grammar, then given values on the calendar."""

from dataclasses import replace
from datetime import date
from functools import cache

from sayso.dates import DayInterval
from sayso.dates.pattern import Grammar
from sayso.dates.tokens import tokenize
from sayso.language.analysis import Timex, TimexType
from sayso.language.timex_direction import toward
from sayso.language.timex_expressions import Phrase, Phrases
from sayso.language.timex_rules_amounts import AMOUNT_PHRASE_RULES
from sayso.language.timex_rules_days import DAY_PHRASE_RULES
from sayso.language.timex_rules_units import UNIT_PHRASE_RULES
from sayso.language.timex_terminals import timex_terminals
from sayso.language.timex_values import Anchors, Meaning, evaluate

TIMEX_RULES = (*DAY_PHRASE_RULES, *UNIT_PHRASE_RULES, *AMOUNT_PHRASE_RULES)
# A date that is longer than a year is too vague to count days or months from.
_LONGEST_ANCHOR = 366
# Nothing was published outside these years; near its ends the calendar has no year before or after.
_YEARS = range(1000, 3000)


def find_timexes(text: str, *, published: DayInterval | None) -> tuple[Timex, ...]:
    """Return the expressions of time of ``text``, in its order.

    Relative expressions count from ``published``, or from the date mentioned before them; without
    either they have no value. If ``published`` is longer than a day, a value stands only where
    it is the same for the first and the last day.
    """
    return value_phrases(find_phrases(text), published=published)


@cache
def timex_grammar() -> Grammar[Phrases]:
    """Return the grammar, compiled at its first use."""
    return Grammar(TIMEX_RULES, timex_terminals())


def find_phrases(text: str) -> tuple[Phrase, ...]:
    """Return the typed expressions of ``text``, before they are placed on the calendar."""
    tokens = tokenize(text)
    phrases = []
    for found in timex_grammar().find(tokens):
        way = toward(tokens, found.first, found.end)
        phrases += [replace(phrase, rule=found.rule, toward=way) for phrase in found.value]
    return tuple(phrases)


def value_phrases(
    phrases: tuple[Phrase, ...], *, published: DayInterval | None
) -> tuple[Timex, ...]:
    """Give typed expressions, found by whatever means, their values in the order of the text."""
    timexes = []
    previous: DayInterval | None = None
    for phrase in phrases:
        meaning = _meaning(phrase, published, previous)
        timexes.append(_timex(phrase, meaning))
        previous = _anchor(meaning) or previous
    return tuple(timexes)


def _meaning(
    phrase: Phrase, published: DayInterval | None, previous: DayInterval | None
) -> Meaning:
    first, last = _ends(published)
    meaning = evaluate(phrase, Anchors(published=first, previous=previous))
    if first == last:
        return meaning
    other = evaluate(phrase, Anchors(published=last, previous=previous))
    if meaning == other:
        return meaning
    return replace(meaning, value=None, interval=_between(meaning.interval, other.interval))


def _ends(published: DayInterval | None) -> tuple[date | None, date | None]:
    if published is None or published.lo is None or published.hi is None:
        return None, None
    if published.lo.year not in _YEARS or published.hi.year not in _YEARS:
        return None, None
    return published.lo, published.hi


def _between(first: DayInterval | None, last: DayInterval | None) -> DayInterval | None:
    if first is None or last is None:
        return None
    return DayInterval(first.lo, last.hi)


def _anchor(meaning: Meaning) -> DayInterval | None:
    """Return the days that a later "three days later" may count from."""
    interval = meaning.interval
    if meaning.type not in {TimexType.DATE, TimexType.TIME} or interval is None:
        return None
    return interval if interval.days is not None and interval.days <= _LONGEST_ANCHOR else None


def _timex(phrase: Phrase, meaning: Meaning) -> Timex:
    return Timex(
        span=phrase.span,
        type=meaning.type,
        value=meaning.value,
        rule=phrase.rule,
        mod=meaning.mod.value if meaning.mod else None,
        interval=meaning.interval,
        alternatives=meaning.alternatives,
        anchor=meaning.anchor.value if meaning.anchor else None,
    )
