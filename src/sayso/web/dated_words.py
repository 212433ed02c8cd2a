"""Dated words: every expression of time that lies on the calendar, with its sentence."""

from collections.abc import Iterator, Sequence
from datetime import date

from starlette.responses import Response

from sayso.case import TimexFilter, TimexRow
from sayso.dates import DayInterval
from sayso.frozen import dataclass
from sayso.web.lists import Listed, listed, turn_of
from sayso.web.pages import Page
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_WIDTH = 144  # of the axis beside a row
_LEAST = 3  # of a single day on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How long the time is in which something lies, on the axis of its page."""

    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """Words that name a time, with their sentence."""

    row: TimexRow
    sentence: InSentence | None
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """One page of dated words; ``first`` and ``last`` are the ends of its axis."""

    lines: tuple[TimeLine, ...]
    pages: Listed[TimexRow]
    first: date | None
    last: date | None


def show(visit: Visit) -> Response:
    by = TimexFilter(
        outlet=visit.query("outlet"),
        document=visit.query("document"),
        since=visit.day("since"),
        until=visit.day("until"),
    )
    pages = listed(visit, visit.case.paged.dated_words(by, turn_of(visit)))
    sentences = in_sentences(visit.case, ((row.document, (row.timex.span,)) for row in pages.rows))
    days = [day for row in pages.rows for day in _days(row.timex.interval)]
    first, last = min(days, default=None), max(days, default=None)
    lines = tuple(
        TimeLine(row=row, sentence=one, bar=bar)
        for row, one, bar in zip(pages.rows, sentences, bars(pages.rows, first, last), strict=True)
    )
    return visit.render(
        "dated_words.html", DatedWords(lines=lines, pages=pages, first=first, last=last)
    )


def bars(rows: Sequence[TimexRow], first: date | None, last: date | None) -> Iterator[Bar | None]:
    """Yield a bar for each row, as long as it is uncertain."""
    for row in rows:
        interval = row.timex.interval
        if first is None or last is None or interval is None:
            yield None
            continue
        yield bar_of(interval, first, last)


def bar_of(interval: DayInterval, first: date, last: date) -> Bar:
    """Return an interval as a bar; an open side reaches to the end of the axis."""
    room = (last - first).days + 1
    start = ((interval.lo or first) - first).days
    end = ((interval.hi or last) - first).days + 1
    x = min(_WIDTH * start / room, _WIDTH - _LEAST)
    return Bar(x=x, width=max(_WIDTH * (end - start) / room, _LEAST))


def _days(interval: DayInterval | None) -> Iterator[date]:
    if interval is not None:
        yield from (day for day in (interval.lo, interval.hi) if day is not None)


PAGES = (Page(path="/times", show=show, title="Dated words"),)
