"""What a text gives away of the day it was written: dates it speaks of, weekdays, distances."""

from bisect import bisect_right
from enum import StrEnum
from itertools import pairwise

from sayso.dates import DateExpression, PartialDate
from sayso.frozen import dataclass
from sayso.language.analysis import Analysis
from sayso.language.timex_expressions import (
    Away,
    OnWeekday,
    Origin,
    Period,
    Phrase,
    Shift,
    Sign,
    Toward,
    Unit,
    Window,
    Written,
)
from sayso.text import Span, hull

# Words of a going-on: the day that stands with them is the day of writing. A bare "is" is none:
# "the hearing is on Saturday January 22" looks ahead.
_GOES_ON = frozenset(
    {
        "continue", "continues", "continuing", "remain", "remains", "rage", "rages", "persist",
        "persists", "enters", "marks",
    }
)  # fmt: skip
# "would continue to be slow in 2009" tells of no going-on.
_NOT_YET = frozenset(
    {"to", "will", "would", "could", "can", "may", "might", "should", "must", "not"}
)
# How many words before a date are looked at for one.
_NEAR = 5
# A year after these is a time; else it may name something: "the 2011 model", "1990 earnings".
_PUTS_IN_A_YEAR = frozenset(
    {"in", "since", "during", "throughout", "from", "of", "early", "late", "mid", "between", "and"}
)
# After these even a past verb leaves open whether the date was reached: "had planned until 1992".
_LOOKS_AHEAD = frozenset({"until", "till", "by", "for", "through", "to", "toward", "beyond", "due"})
# How many characters before a date are looked at for its verb.
_CLAUSE = 60
# "three days ago, on 20 January": nothing but this much stands between the two.
_APPOSED = 6


class Tense(StrEnum):
    """How the clause stands to the day of writing."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClue:
    """A date that the text writes out, with the tense of its clause."""

    span: Span
    date: DateExpression
    tense: Tense
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayClue:
    """A bare weekday of a clause that does not look ahead."""

    span: Span
    weekday: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApposedClue:
    """A date and its distance side by side: the day of writing is ``days`` after the date."""

    span: Span
    date: DateExpression
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClues:
    """All clues of one text. ``recent`` are distances from the day of writing, without a date."""

    dates: tuple[DateClue, ...]
    weekdays: tuple[WeekdayClue, ...]
    apposed: tuple[ApposedClue, ...]
    recent: tuple[Span, ...]


def read_clues(text: str, analysis: Analysis) -> DateClues:
    """Read the clues of ``text``; relative words inside quotations count from another day."""
    phrases = analysis.phrases
    quoted = tuple(quotation.content for quotation in analysis.quotations)
    own = tuple(phrase for phrase in phrases if not _inside(phrase.span, quoted))
    return DateClues(
        dates=tuple(
            _date_clue(text, phrase, phrase.core.date)
            for phrase in phrases
            if isinstance(phrase.core, Written) and phrase.core.date.date != PartialDate()
            if phrase.core.around is None
        ),
        weekdays=tuple(
            WeekdayClue(span=p.span, weekday=p.core.weekday)
            for p in own
            if isinstance(p.core, OnWeekday) and p.core.by is None and p.core.week is None
            if p.toward is not Toward.FUTURE and Sign.UNTIL not in p.signs
        ),
        apposed=_apposed(text, own),
        recent=tuple(phrase.span for phrase in own if _is_recent(phrase)),
    )


def _inside(span: Span, quoted: tuple[Span, ...]) -> bool:
    """Say whether a quotation holds the span; quotations come in the order of the text."""
    index = bisect_right(quoted, span) - 1
    return index >= 0 and quoted[index].contains(span)


def _date_clue(text: str, phrase: Phrase, date: DateExpression) -> DateClue:
    return DateClue(span=phrase.span, date=date, tense=_tense(text, phrase), rule=phrase.rule)


def _tense(text: str, phrase: Phrase) -> Tense:
    if _goes_on(text, phrase.span):
        return Tense.PRESENT
    before = text[max(phrase.span.start - _CLAUSE, 0) : phrase.span.start].lower().split()
    if phrase.toward is Toward.PAST and before and before[-1] in _LOOKS_AHEAD:
        return Tense.OPEN
    if _is_bare_year(phrase) and not (before and before[-1] in _PUTS_IN_A_YEAR):
        return Tense.OPEN
    return Tense(phrase.toward.value)


def _is_bare_year(phrase: Phrase) -> bool:
    core = phrase.core
    if not isinstance(core, Written) or core.date.until:
        return False
    return core.date.date in {PartialDate(year=core.date.date.year), PartialDate()}


def _goes_on(text: str, span: Span) -> bool:
    """Say whether the last words of the clause before the span tell of a going-on."""
    clause = text[max(span.start - _CLAUSE, 0) : span.start]
    for stop in (". ", "; ", "\n", ", "):
        clause = clause.rsplit(stop, 1)[-1]
    words = ["", *clause.lower().split()]
    near = list(pairwise(words))[-_NEAR:]
    return any(word in _GOES_ON and before not in _NOT_YET for before, word in near)


def _is_recent(phrase: Phrase) -> bool:
    """Say whether a phrase counts days, weeks or months back from the day of writing."""
    core = phrase.core
    if isinstance(core, Away):
        return core.origin is Origin.PUBLISHED and core.sign < 0 and core.unit is not Unit.YEAR
    if isinstance(core, Shift):
        near = core.unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH}
        return core.origin is Origin.PUBLISHED and core.by <= 0 and near
    return isinstance(core, Period) and core.window is Window.PAST and core.unit is not Unit.YEAR


def _apposed(text: str, phrases: tuple[Phrase, ...]) -> tuple[ApposedClue, ...]:
    found = []
    for left, right in pairwise(phrases):
        between = text[left.span.end : right.span.start]
        if len(between) > _APPOSED or not set(between.lower().split()) <= {
            ",",
            "(",
            "on",
            "—",
            "–",
        }:
            continue
        for date, distance in ((left, right), (right, left)):
            days = _days_back(distance)
            if isinstance(date.core, Written) and date.core.date.date.day and days is not None:
                span = hull((left.span, right.span))
                found.append(ApposedClue(span=span, date=date.core.date, days=days))
    return tuple(found)


def _days_back(phrase: Phrase) -> int | None:
    """Return the exact number of days back, ``None`` for a hedged or coarser distance."""
    core = phrase.core
    if isinstance(core, Shift) and core.unit is Unit.DAY and core.origin is Origin.PUBLISHED:
        return -core.by
    if not isinstance(core, Away) or core.origin is not Origin.PUBLISHED or core.amount.hedge:
        return None
    count = core.amount.count
    if core.unit is not Unit.DAY or count is None or count % 1:
        return None
    return -core.sign * int(count)
