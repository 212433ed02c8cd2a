"""Expressions of time in a text: found by a closed grammar, then given values on the calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from functools import cache

from sayso.dates import DayInterval
from sayso.dates.pattern import Found, Grammar
from sayso.dates.tokens import TokenLine, tokenize
from sayso.frozen import dataclass
from sayso.language.analysis import Timex, TimexType
from sayso.language.timex_anchors import Anchors
from sayso.language.timex_begun import begun_before
from sayso.language.timex_expressions import (
    Away,
    Core,
    Named,
    Origin,
    Period,
    Phrase,
    Phrases,
    Recurring,
    Reference,
    Reported,
    Shift,
    Sign,
    Toward,
    Unit,
    Written,
)
from sayso.language.timex_lean import Lean, lies_ahead
from sayso.language.timex_rules_amounts import AMOUNT_PHRASE_RULES
from sayso.language.timex_rules_beside import BESIDE_PHRASE_RULES
from sayso.language.timex_rules_days import DAY_PHRASE_RULES
from sayso.language.timex_rules_inside import INSIDE_PHRASE_RULES
from sayso.language.timex_rules_news import NEWS_PHRASE_RULES
from sayso.language.timex_rules_parts import PART_PHRASE_RULES
from sayso.language.timex_rules_reports import REPORT_PHRASE_RULES
from sayso.language.timex_rules_sets import SET_PHRASE_RULES
from sayso.language.timex_rules_units import UNIT_PHRASE_RULES
from sayso.language.timex_signs import read_signs
from sayso.language.timex_terminals import timex_terminals
from sayso.language.timex_values import Meaning, evaluate
from sayso.text import Span

TIMEX_RULES = (
    *DAY_PHRASE_RULES,
    *PART_PHRASE_RULES,
    *UNIT_PHRASE_RULES,
    *INSIDE_PHRASE_RULES,
    *BESIDE_PHRASE_RULES,
    *REPORT_PHRASE_RULES,
    *AMOUNT_PHRASE_RULES,
    *SET_PHRASE_RULES,
    *NEWS_PHRASE_RULES,
)
# A date that is longer than a year is too vague to count days or months from.
_LONGEST_ANCHOR = 366
# What a length, a recurrence, "now" or "yesterday" means does not hang on the tense.
_WITHOUT_DIRECTION = (Period, Recurring, Reference, Reported)
# A bare time of day is of the day mentioned so few characters before it.
_SAME_BREATH = 40
_MONTHS_OF_A_QUARTER = 3
# A report keeps to its quarter for many sentences.
_REACH_OF_A_REPORT = 1200
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
    return tuple(
        phrase for found in timex_grammar().find(tokens) for phrase in _directed(tokens, found)
    )


def _directed(tokens: TokenLine, found: Found[Phrases]) -> Iterator[Phrase]:
    """Yield the phrases of a match with the direction of their clause, where one is wanted."""
    way, signs = Toward.OPEN, frozenset[Sign]()
    if any(not isinstance(phrase.core, _WITHOUT_DIRECTION) for phrase in found.value):
        way, signs = read_signs(tokens, found.first, found.end)
    begins = begun_before(tokens, found.first)
    for phrase in found.value:
        yield replace(phrase, rule=found.rule, toward=way, signs=signs, begins=begins)


def value_phrases(
    phrases: tuple[Phrase, ...],
    *,
    published: DayInterval | None,
    said: Mapping[Span, date] | None = None,
    lean: Lean = lies_ahead,
) -> tuple[Timex, ...]:
    """Give typed expressions, found by whatever means, their values in the order of the text.

    ``said`` tells on which day the quotations were spoken that hold some of them.
    """
    timexes = []
    spoken = _Spoken(lean=lean, written=_ends(published)[0], said=said or {})
    for phrase in phrases:
        meaning = _meaning(phrase, published, spoken)
        timexes.append(_timex(phrase, meaning))
        spoken.take(phrase, meaning)
    return tuple(timexes)


@dataclass(slots=True)
class _Spoken:
    """The dates spoken of so far, as later expressions count from them."""

    lean: Lean
    written: date | None
    said: Mapping[Span, date]
    previous: DayInterval | None = None
    previous_end: int = 0
    behind: DayInterval | None = None
    begun: dict[str, date] = field(default_factory=dict)
    period: DayInterval | None = None
    period_end: int = 0

    def anchors(self, phrase: Phrase, published: date | None) -> Anchors:
        near = phrase.span.start - self.period_end <= _REACH_OF_A_REPORT
        return Anchors(
            published=published,
            previous=self._previous(phrase, published),
            begun=self.begun,
            near=phrase.span.start - self.previous_end <= _SAME_BREATH,
            said=self.said.get(phrase.span),
            period=self.period if near else None,
            lean=self.lean,
        )

    def _previous(self, phrase: Phrase, published: date | None) -> DayInterval | None:
        """Return the date mentioned last; where the clause looks back, not one that lies ahead."""
        last = self.previous
        ahead = last and last.lo and published and last.lo > published
        return self.behind if ahead and phrase.toward is Toward.PAST else last

    def _begin(self, phrase: Phrase, interval: DayInterval) -> None:
        """Keep the first day that the text gives as the beginning of something."""
        if interval.days == 1 and interval.lo:
            for event in phrase.begins:
                self.begun.setdefault(event, interval.lo)

    def _is_over(self, interval: DayInterval) -> bool:
        """Say whether a period has ended: one reports on what is over."""
        return self.written is None or interval.hi is None or interval.hi < self.written

    def take(self, phrase: Phrase, meaning: Meaning) -> None:
        interval = meaning.interval
        if _is_longer_than_a_quarter(phrase.core):
            self.period = None
        if meaning.type not in {TimexType.DATE, TimexType.TIME} or interval is None:
            return
        if _compares(phrase.core):
            return
        if _is_reported(phrase.core) and self._is_over(interval):
            self.period, self.period_end = interval, phrase.span.end
        if interval.days is not None and interval.days <= _LONGEST_ANCHOR:
            self._begin(phrase, interval)
            self.previous, self.previous_end = interval, phrase.span.end
            if phrase.toward is not Toward.FUTURE:
                self.behind = interval


def _is_longer_than_a_quarter(core: Core) -> bool:
    """Say whether it is "the nine months": then "a year earlier" is not of the quarter."""
    if not isinstance(core, Period) or core.unit is not Unit.MONTH:
        return False
    return core.amount.count is not None and core.amount.count > _MONTHS_OF_A_QUARTER


def _compares(core: Core) -> bool:
    """Say whether an expression is only held against the time spoken of: "a year earlier"."""
    if isinstance(core, Reported):
        return True
    return isinstance(core, Away) and core.unit is Unit.YEAR and core.origin is Origin.PREVIOUS


def _is_reported(core: Core) -> bool:
    """Say whether an expression names a quarter, half or month, which a passage may report on."""
    if isinstance(core, Written) and core.around is Unit.QUARTER:
        return True
    date = core.date.date if isinstance(core, Written) else None
    if isinstance(core, Named):
        date = core.date
    if isinstance(core, Shift):
        return core.unit is Unit.QUARTER
    return date is not None and bool(date.quarter or date.half or (date.month and not date.day))


def _meaning(phrase: Phrase, published: DayInterval | None, spoken: _Spoken) -> Meaning:
    first, last = _ends(published)
    meaning = evaluate(phrase, spoken.anchors(phrase, first))
    if first == last:
        return meaning
    other = evaluate(phrase, spoken.anchors(phrase, last))
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
