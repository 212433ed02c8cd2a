"""``sayso timeline --words``: documents and dated words in order of time, as precisely as they are known."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from sayso.case import Case, DocumentFilter, TimexFilter
from sayso.cli.bars import axis_of
from sayso.cli.identity import timex_id
from sayso.cli.invocation import Invocation, terminal_columns
from sayso.cli.listing import Column, Form, ListOptions, print_list
from sayso.dates import DayInterval, Precision
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.language.analysis import Timex, TimexType

_ON_TIMELINE = frozenset({TimexType.DATE, TimexType.TIME})
# TIMEX3 values PAST_REF, PRESENT_REF and FUTURE_REF
_REFERENCE = "_REF"
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


def print_dated_words(
    case: "Case", by: TimexFilter, invocation: Invocation, options: ListOptions, *, undated: bool
) -> None:
    """List documents and dated words in order of time, the undated at the end."""
    items = sorted(_items(case, by), key=_order)
    if not undated:
        items = [item for item in items if item.precision is not Precision.UNKNOWN]
    print_list(
        items,
        _columns(items, options),
        kind=TimelineItem,
        name="dated_words",
        options=options,
        invocation=invocation,
    )


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
