"""Windows: by which days a foretold event is to happen, as far as the words say."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sayso.dates import DayInterval
from sayso.evidence.forecast import Window
from sayso.evidence.forecast_marks import find_conditions
from sayso.evidence.forecast_text import Words, find_phrases
from sayso.evidence.forecast_words import ForecastWords
from sayso.language.analysis import Timex, TimexType
from sayso.text import Span

# A TIMEX3 duration in one unit: P2W, P10D, PT48H.
_DURATION = re.compile(r"P(?P<time>T)?(?P<count>\d+)(?P<unit>[HDWMY])")
_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_HOURS = 24
# Words right before or in a duration that make it a time ahead: not "for two weeks".
_AHEAD = frozenset({"within", "in", "next", "coming", "following", "under"})
# Tokens before an expression of time among which the word stands that bounds it.
_BEFORE = 3


def find_window(
    words: Words,
    indices: Sequence[int],
    timexes: Iterable[Timex],
    said: DayInterval,
    table: ForecastWords,
) -> Window | None:
    """Return when it is to happen; of several expressions the first that lies ahead.

    ``timexes`` are those that stand among the tokens and do not say when it was said.
    """
    for timex in timexes:
        window = _of_timex(words, timex, said, table)
        if window is not None:
            return window
    return _vague(words, indices, said, table) or _soon(words, indices, said, table)


def times_among(
    words: Words, spans: Sequence[Span], timexes: Sequence[Timex], table: ForecastWords
) -> tuple[Timex, ...]:
    """Return the expressions of time inside of words that foretell, apart from conditions, in their order."""
    apart = find_conditions(words, words.inside(spans), table)
    return tuple(
        one
        for one in timexes
        if any(span.contains(one.span) for span in spans)
        and not any(condition.span.contains(one.span) for condition in apart)
    )


def is_over(window: DayInterval, said: DayInterval) -> bool:
    """Say whether a window lies before the words: then they foretell nothing."""
    return window.hi is not None and said.lo is not None and window.hi < said.lo


def _of_timex(words: Words, timex: Timex, said: DayInterval, table: ForecastWords) -> Window | None:
    if timex.type is TimexType.DURATION:
        return _within(words, timex, said)
    if timex.type not in {TimexType.DATE, TimexType.TIME} or timex.interval is None:
        return None
    name, span = _bound_before(words, timex.span, table)
    lo, hi = timex.interval.lo, timex.interval.hi
    if said.lo is not None and hi is not None and hi < said.lo:
        return None
    if name == "until" and hi is not None:
        return _window(_ordered(said.lo, hi), (span,), "by_a_day")
    if name == "from":
        return _window(DayInterval(_latest(lo, said.lo), None), (span,), "from_a_day")
    return _window(_ordered(_latest(lo, said.lo), hi), (span,), "on_a_day")


def _bound_before(words: Words, span: Span, table: ForecastWords) -> tuple[str | None, Span]:
    """Return how the words before an expression bound it, and it with them."""
    at = words.at(span.start)
    for first in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        found = table.bounds.at(words.lows, first, at)
        if found and first + found[0] == at:
            return found[1], Span(words.tokens.starts[first], span.end)
        if not words.word(first).isalpha():
            break
    return None, span


def _within(words: Words, timex: Timex, said: DayInterval) -> Window | None:
    found = _DURATION.fullmatch(timex.value or "")
    at = words.at(timex.span.start)
    inside = {words.word(index) for index in words.range_of(timex.span)}
    near = {words.word(at - 1), words.word(at - 2)} | inside
    if found is None or not near & _AHEAD:
        return None
    days = _days_of(int(found["count"]), found["unit"], in_hours=bool(found["time"]))
    return _window(_after(said, days), (timex.span,), "within_a_time")


def _days_of(count: int, unit: str, *, in_hours: bool) -> int:
    if in_hours:
        return max(1, -(-count // _HOURS)) if unit == "H" else 1
    return count * _DAYS.get(unit, 1)


def _vague(
    words: Words, indices: Sequence[int], said: DayInterval, table: ForecastWords
) -> Window | None:
    for first, end, _ in find_phrases(words, indices, table.vague_leads):
        unit = words.word(end)
        days = table.vague_days.get(unit) or table.vague_days.get(f"{unit}s")
        if days is not None and end in indices:
            return _window(_after(said, days), (words.span(first, end + 1),), "vague", soft=True)
    return None


def _soon(
    words: Words, indices: Sequence[int], said: DayInterval, table: ForecastWords
) -> Window | None:
    for first, end, _ in find_phrases(words, indices, table.soon):
        if words.word(first - 1) not in {"as", "how", "so", "too"} and words.word(end) != "after":
            interval = DayInterval(said.lo, None)
            return _window(interval, (words.span(first, end),), "soon", soft=True)
    return None


def _after(said: DayInterval, days: int) -> DayInterval:
    hi = None if said.hi is None else _shifted(said.hi, days)
    return DayInterval(said.lo, hi)


def _shifted(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if (date.max - day).days > days else None


def _ordered(lo: date | None, hi: date | None) -> DayInterval:
    return DayInterval(min(lo, hi) if lo and hi else lo, hi)


def _latest(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _window(
    interval: DayInterval, spans: tuple[Span, ...], rule: str, *, soft: bool = False
) -> Window:
    return Window(interval=interval, spans=spans, rule=f"window.{rule}", soft=soft)
