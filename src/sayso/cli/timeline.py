"""``sayso timeline``: the chronology, each event once, as precisely as it is known."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import click

from sayso.case import ChronologyRow, EventFilter, TimexFilter
from sayso.cli.bars import axis_of
from sayso.cli.dated_words import print_dated_words
from sayso.cli.invocation import Invocation, pass_invocation, terminal_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import (
    choice_of,
    document_named,
    document_option,
    outlet_option,
    window_options,
)
from sayso.dates import DayInterval, Precision
from sayso.evidence.event import EventStatus, TimeAnchor
from sayso.evidence.event_types import shipped_types
from sayso.export.labels import when
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import Case

# On a narrow terminal the words matter more than the bars.
_LEAST_COLUMNS_FOR_BARS = 110
_NONE = "–"


class Grouping(StrEnum):
    """What the entries of a chronology can be put together by."""

    PLACE = "place"
    ACTOR = "actor"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """An event: when it happened, by how many reports, and the words that stand for it.

    ``said`` and ``published`` are the first and the last day on which reports say it and came out;
    ``retrieved`` when the first was fetched. ``origins`` counts known origins.
    """

    id: str
    group: str | None
    happened: DayInterval
    precision: Precision
    anchor: TimeAnchor
    dated: bool
    alternatives: tuple[DayInterval, ...]
    said: DayInterval
    published: DayInterval
    retrieved: str | None
    type: str
    label: str
    status: EventStatus
    statuses: tuple[EventStatus, ...]
    place: str | None
    actors: tuple[str, ...]
    words: str
    document: str
    start: int
    end: int
    reports: int
    documents: int
    origins: int
    figures: tuple[str, ...]


@click.command()
@click.option("--place", metavar="NAME", help="Keep events in this place or inside of it.")
@click.option("--actor", metavar="ACTOR", help="Keep events with this actor: an id or a name.")
@click.option("--type", "family", metavar="TYPE", help="Keep one type: assault, escape, move …")
@click.option("--status", type=choice_of(EventStatus), help="Keep events told so by a report.")
@click.option("--text", metavar="WORDS", help="Keep events told with all of these words.")
@click.option("--by", type=choice_of(Grouping), help="Put entries together by this.")
@click.option(
    "--undated/--no-undated",
    default=None,
    help="List all events that no text dates; otherwise only those that several documents report, or leave them out.",
)
@click.option("--words", is_flag=True, help="List documents and dated words instead of events.")
@document_option
@outlet_option
@window_options("what may have been")
@list_options
@pass_invocation
def timeline(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    place: str | None,
    actor: str | None,
    family: str | None,
    status: str | None,
    text: str | None,
    by: str | None,
    undated: bool | None,
    words: bool,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
) -> None:
    """List what happened in order of time: each event once, however many report it.

    A date is as precise as it is known: a month stays a month, and on a wide terminal a bar shows
    how long the time is in which it may lie. What no text dates stands behind the rest. 'sayso
    events ID' shows the reports of one.
    """
    with invocation.open_case() as case:
        named = document_named(case, document)
        if words:
            window = TimexFilter(document=named, outlet=outlet, since=since, until=until)
            print_dated_words(case, window, invocation, options, undated=undated is not False)
            return
        wanted = EventFilter(
            since=since,
            until=until,
            place=place,
            actor=None if actor is None else case.find_actor(actor),
            family=family,
            status=None if status is None else EventStatus(status),
            text=text,
            document=named,
            outlet=outlet,
            dated=True if undated is False else None,
        )
        rows = _shown(case, wanted, everything=undated is True)
        entries = tuple(_grouped(rows, None if by is None else Grouping(by)))
    print_list(
        entries,
        _columns(entries, options),
        kind=TimelineEntry,
        name="timeline",
        options=options,
        invocation=invocation,
    )


def _shown(case: "Case", by: EventFilter, *, everything: bool) -> Iterator[ChronologyRow]:
    """Yield what a text dates; of the rest, unless all is asked for, what two documents report."""
    for row in case.events.chronology(by):
        if row.is_dated or everything or row.documents > 1:
            yield row


def _grouped(rows: Iterator[ChronologyRow], by: Grouping | None) -> Iterator[TimelineEntry]:
    entries = [entry for row in rows for entry in _entries(row, by)]
    if by is not None:
        entries.sort(key=lambda entry: (entry.group == _NONE, (entry.group or "").casefold()))
    return iter(entries)


def _entries(row: ChronologyRow, by: Grouping | None) -> Iterator[TimelineEntry]:
    """Yield an entry for each group that an event belongs to: an event has several actors."""
    groups: tuple[str | None, ...]
    match by:
        case Grouping.PLACE:
            groups = (row.place or _NONE,)
        case Grouping.TYPE:
            groups = (shipped_types().coding(row.family).label,)
        case Grouping.ACTOR:
            groups = row.actors or (_NONE,)
        case None:
            groups = (None,)
    for group in groups:
        yield entry_of(row, group)


def entry_of(row: ChronologyRow, group: str | None = None) -> TimelineEntry:
    """Return an event as a list shows it."""
    retrieved = [one.retrieved for one in row.reports if one.retrieved]
    head = row.headline
    return TimelineEntry(
        id=row.id,
        group=group,
        happened=row.when,
        precision=row.when.precision,
        anchor=row.anchor,
        dated=row.is_dated,
        alternatives=row.alternatives,
        said=_hull([one.said for one in row.reports if one.said]),
        published=_hull([one.published for one in row.reports]),
        retrieved=min(retrieved).isoformat() if retrieved else None,
        type=row.family,
        label=shipped_types().coding(row.family).label,
        status=row.status,
        statuses=row.statuses,
        place=row.place,
        actors=row.actors,
        words=row.words,
        document=head.document,
        start=head.event.clause.start,
        end=head.event.clause.end,
        reports=len(row.reports),
        documents=row.documents,
        origins=row.origins,
        figures=tuple(dict.fromkeys(f.label for one in row.reports for f in one.figures)),
    )


def _hull(times: Sequence[DayInterval]) -> DayInterval:
    """Return the days from the first to the last known of some times."""
    days = [day for one in times for day in (one.lo, one.hi) if day is not None]
    return DayInterval(min(days), max(days)) if days else DayInterval(None, None)


def happened(entry: TimelineEntry) -> str:
    """Write when an event happened; what only the report bounds is in brackets."""
    written = when(entry.happened)
    if not entry.dated:
        return f"({written})"
    others = " / ".join(when(one) for one in entry.alternatives)
    return f"{written} or {others}" if others else written


def _told(entry: TimelineEntry) -> str:
    """Write how many reports and known origins, as the views do everywhere."""
    reports = f"{entry.documents} document{'s' if entry.documents > 1 else ''}"
    if entry.documents == 1:
        return reports
    return f"{reports}, {entry.origins} known origin{'s' if entry.origins > 1 else ''}"


def _status(entry: TimelineEntry) -> str:
    if entry.statuses == (EventStatus.ASSERTED,):
        return ""
    return ", ".join(entry.statuses)


def _columns(
    entries: Sequence[TimelineEntry], options: ListOptions
) -> tuple[Column[TimelineEntry], ...]:
    columns: tuple[Column[TimelineEntry], ...] = (
        Column("GROUP", lambda row: row.group or "", share=1),
        Column("WHEN", happened),
        Column("TYPE", lambda row: row.label),
        Column("STATUS", _status),
        Column("WORDS", lambda row: row.words, share=4),
        Column("PLACE", lambda row: row.place or "", share=1),
        Column("FIGURES", lambda row: "; ".join(row.figures), share=1),
        Column("TOLD BY", _told),
        Column("ID", lambda row: row.id),
    )
    shown = islice(entries, options.limit)
    axis = axis_of([entry.happened for entry in shown if entry.dated])
    wide = (terminal_columns() or 0) >= _LEAST_COLUMNS_FOR_BARS
    if axis is None or options.form is not Form.TABLE or not wide:
        return columns
    bar = Column[TimelineEntry]("", lambda row: axis.bar(row.happened) if row.dated else "")
    return (*columns[:2], bar, *columns[2:])
