"""The date that htmldate reads from a page, kept only where the page writes that date out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from htmldate import find_date

from sayso.dates import DayInterval, Precision, find_dates
from sayso.documents.document import DateBasis, DateCandidate
from sayso.documents.html_body import quiet
from sayso.documents.html_text import Page
from sayso.text import Span, hull

# htmldate takes dates up to the clock's today unless told; we know no day but that of retrieval.
_NO_LIMIT = date(2199, 12, 31)
# Log-odds of the only reader that found a day, and of one that contradicts what the page declares.
_ALONE, _CONTRADICTS = 1.5, 0.5
# A day beside a declared one is that day in another time zone.
_ZONE_REACH = timedelta(days=1)
# A longer line is prose, and its dates are those of the story.
_LONGEST_LINE = 200
_SAYS_DATE = re.compile(r"date|time|publi|posted|created", re.IGNORECASE)
_BEFORE = 60


def second_opinion(
    html: str, page: Page, tree: Any, declared: Sequence[DateCandidate], *, until: date | None
) -> tuple[DateCandidate, ...]:
    """Return what htmldate finds beyond ``declared``; nothing if it finds the same or guesses.

    It gives a day even for a month or a copyright year; a day that stands nowhere in the page is
    a guess. ``until`` is the day the page was retrieved.
    """
    published = [c for c in declared if _is_day(c) and not c.modified]
    if len(published) > len({candidate.interval for candidate in published}):
        return ()  # two fields agree; it reads the same ones
    known = {candidate.interval.lo for candidate in (declared if published else ())}
    alone = not published
    with quiet("htmldate"):
        found = find_date(
            tree,
            extensive_search=alone,
            original_date=True,
            max_date=(until or _NO_LIMIT).isoformat(),
        )
    day = date.fromisoformat(found) if found else None
    if day is None or any(lo and abs(day - lo) <= _ZONE_REACH for lo in known):
        return ()
    places = (*_shown(page, day), *(_marked_up(html, day) if alone else ()))
    return tuple(
        DateCandidate(
            interval=DayInterval.day(day),
            basis=DateBasis.METADATA,
            weight=_ALONE if alone else _CONTRADICTS,
            original_spans=(span,),
            written=html[span.start : span.end],
            rule="htmldate",
            alternatives=alternatives,
        )
        for span, alternatives in places[:1]
    )


def _is_day(candidate: DateCandidate) -> bool:
    return candidate.precision is Precision.DAY


def _shown(page: Page, day: date) -> Iterator[tuple[Span, tuple[DayInterval, ...]]]:
    """Yield where a line of the page that is no prose writes ``day``, with its other readings."""
    meant = DayInterval.day(day)
    year = re.compile(rf"{day.year}|[-/.]{day.year % 100:02}\b")
    for line in page.lines:
        text = page.line_text(line)
        if len(text) > _LONGEST_LINE or not year.search(text):
            continue
        for expression in find_dates(text):
            readings = {expression.interval, *expression.alternatives}
            if meant in readings:
                spans = page.text_map.original_spans(expression.span.shifted(line.start))
                yield hull(spans), tuple(sorted(r for r in readings if r and r != meant))


def _marked_up(html: str, day: date) -> Iterator[tuple[Span, tuple[DayInterval, ...]]]:
    """Yield where an attribute that speaks of a date holds ``day``, year first."""
    written = re.compile(rf"{day.year}(?P<mark>[-/.]?){day.month:02}(?P=mark){day.day:02}(?!\d)")
    for found in written.finditer(html):
        opened = html.rfind("<", 0, found.start())
        before = html[max(opened, found.start() - _BEFORE, 0) : found.start()]
        if ">" not in before and _SAYS_DATE.search(before):
            yield Span(*found.span()), ()
