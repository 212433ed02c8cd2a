"""``sayso timeline``: documents and dated words in order of time, as precisely as they are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import click

from sayso.case import Case, DocumentFilter, TimexFilter
from sayso.cli.identity import timex_id
from sayso.cli.invocation import Invocation, pass_invocation, terminal_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import document_named, document_option, outlet_option, window_options
from sayso.dates import DayInterval, Precision
from sayso.export.labels import when
from sayso.language.analysis import Timex, TimexType

_ON_TIMELINE = frozenset({TimexType.DATE, TimexType.TIME})
# TIMEX3 values PAST_REF, PRESENT_REF and FUTURE_REF
_REFERENCE = "_REF"
_BAR_COLUMNS = 20
# On a narrow terminal the words matter more than the bars.
_LEAST_COLUMNS_FOR_BARS = 110


class Entry(StrEnum):
    """What puts an entry on the timeline."""

    WRITTEN = "written"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """A document, or words of one that name a time."""

    id: str
    document: str
    start: int
    end: int
    entry: Entry
    interval: DayInterval
    precision: Precision
    words: str
    value: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the first to the last of a timeline, drawn as a row of characters."""

    first: date
    last: date

    def bar(self, interval: DayInterval) -> str:
        """Draw an interval as long as it is uncertain; an open side is drawn as an arrow."""
        if interval.lo is None and interval.hi is None:
            return ""
        start = 0 if interval.lo is None else self._position(interval.lo)
        end = _BAR_COLUMNS - 1 if interval.hi is None else self._position(interval.hi)
        cells = list("·" * start + "━" * (end - start + 1) + "·" * (_BAR_COLUMNS - 1 - end))
        if interval.lo is None:
            cells[0] = "◄"
        if interval.hi is None:
            cells[-1] = "►"
        return "".join(cells)

    def _position(self, day: date) -> int:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(min(max(share, 0.0), 1.0) * (_BAR_COLUMNS - 1))


@click.command()
@click.option(
    "--undated/--no-undated",
    default=True,
    help="List what has no date after the rest, or leave it out.",
)
@document_option
@outlet_option
@window_options("what may have been")
@list_options
@pass_invocation
def timeline(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    undated: bool,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
) -> None:
    """List documents and dated words in order of time, the undated at the end.

    A date is written as precisely as it is known: a month stays a month. On a wide terminal a bar
    shows how long the time is in which it may lie.
    """
    with invocation.open_case() as case:
        by = TimexFilter(
            document=document_named(case, document), outlet=outlet, since=since, until=until
        )
        items = sorted(_items(case, by), key=_order)
    if not undated:
        items = [item for item in items if item.precision is not Precision.UNKNOWN]
    print_list(
        items,
        _columns(items, options),
        kind=TimelineItem,
        name="timeline",
        options=options,
        invocation=invocation,
    )


def axis_of(intervals: Sequence[DayInterval]) -> Axis | None:
    """Return the axis that holds every bounded day, or ``None`` if there is none."""
    days = [day for one in intervals for day in (one.lo, one.hi) if day is not None]
    return Axis(min(days), max(days)) if days else None


def _columns(
    items: Sequence[TimelineItem], options: ListOptions
) -> tuple[Column[TimelineItem], ...]:
    columns: tuple[Column[TimelineItem], ...] = (
        Column("WHEN", lambda row: when(row.interval)),
        Column("ENTRY", lambda row: row.entry),
        Column("WORDS", lambda row: row.words, share=3),
        Column("OUTLET", lambda row: row.outlet or row.document, share=1),
        Column("ID", lambda row: row.id),
    )
    axis = axis_of([item.interval for item in items[: options.limit]])
    wide = (terminal_columns() or 0) >= _LEAST_COLUMNS_FOR_BARS
    if axis is None or options.form is not Form.TABLE or not wide:
        return columns
    return (columns[0], Column("", lambda row: axis.bar(row.interval)), *columns[1:])


def _items(case: "Case", by: "TimexFilter") -> Iterator[TimelineItem]:
    for row in case.documents(DocumentFilter(outlet=by.outlet, since=by.since, until=by.until)):
        if by.document in {None, row.id}:
            yield TimelineItem(
                id=row.id,
                document=row.id,
                start=0,
                end=row.characters,
                entry=Entry.WRITTEN,
                interval=row.date,
                precision=row.date.precision,
                words=row.title or row.path,
                value=None,
                outlet=row.outlet,
            )
    for found in case.timexes(by):
        timex = found.timex
        if not _names_a_time(timex):
            continue
        interval = timex.interval or DayInterval(None, None)
        yield TimelineItem(
            id=timex_id(found.document, timex),
            document=found.document,
            start=timex.span.start,
            end=timex.span.end,
            entry=Entry.MENTIONED,
            interval=interval,
            precision=interval.precision,
            words=found.words,
            value=timex.value,
            outlet=found.outlet,
        )


def _names_a_time(timex: "Timex") -> bool:
    """Say whether an expression belongs on a timeline: not a duration, nor "now" or "recently"."""
    return timex.type in _ON_TIMELINE and not (timex.value or "").endswith(_REFERENCE)


def _order(item: TimelineItem) -> tuple[bool, date, date, bool, str, int]:
    """Sort by the earliest day, then by the latest; what has no day at all comes last."""
    lo = item.interval.lo or item.interval.hi or date.max
    hi = item.interval.hi or date.max
    return (
        item.precision is Precision.UNKNOWN,
        lo,
        hi,
        item.entry is Entry.MENTIONED,
        item.document,
        item.start,
    )
