"""Chronology: events over documents in the order of time, as exactly as it is known."""

from collections.abc import Iterator, Sequence
from datetime import date

from starlette.responses import Response

from sayso.case import ChronologyRow, EventFilter
from sayso.case.event_records import EventEvidence, EventReportRow
from sayso.dates import DayInterval
from sayso.evidence.event import EventStatus
from sayso.evidence.event_types import shipped_types
from sayso.frozen import dataclass
from sayso.web.dated_words import Bar, bar_of
from sayso.web.ledger import Chosen, chosen
from sayso.web.lists import Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_SIZE = 40
_NAMES = {
    "since": "From",
    "until": "Until",
    "place": "Place",
    "actor": "Actor",
    "family": "What",
    "status": "Told as",
    "text": "Words",
    "outlet": "Outlet",
    "document": "Document",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """An event; ``label`` says what it is, ``bar`` how exactly its time is known."""

    row: ChronologyRow
    label: str
    figures: tuple[str, ...]
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """One page of the chronology; ``first`` and ``last`` are the ends of its axis."""

    lines: tuple[EventLine, ...]
    pages: Listed[ChronologyRow]
    first: date | None
    last: date | None
    chosen: tuple[Chosen, ...]
    undated: bool
    statuses: tuple[EventStatus, ...] = tuple(EventStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """One report of an event with its sentence."""

    row: EventReportRow
    sentence: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """One event with every report of it, and why they are taken for one."""

    row: ChronologyRow
    label: str
    reports: tuple[ReportLine, ...]
    evidence: EventEvidence


def show(visit: Visit) -> Response:
    undated = visit.query("dated") == "no"
    by = EventFilter(
        since=visit.day("since"),
        until=visit.day("until"),
        place=visit.query("place"),
        actor=visit.query("actor"),
        family=visit.query("family"),
        status=visit.choice("status", EventStatus),
        text=visit.query("text"),
        document=visit.query("document"),
        outlet=visit.query("outlet"),
        dated=not undated,
    )
    pages = numbered(
        visit,
        lambda n, skip: visit.case.events.chronology(by, limit=n, offset=skip),
        size=_SIZE,
    )
    days = [day for row in pages.rows for day in _days(row.when)]
    first, last = min(days, default=None), max(days, default=None)
    return visit.render(
        "chronology.html",
        Chronology(
            lines=tuple(_lines(pages.rows, first, last)),
            pages=pages,
            first=first,
            last=last,
            chosen=tuple(chosen(visit, _NAMES)),
            undated=undated,
        ),
    )


def show_event(visit: Visit) -> Response:
    row = visit.case.events.one(visit.parameter("event"))
    spans = ((one.document, (one.event.clause,)) for one in row.reports)
    sentences = in_sentences(visit.case, spans)
    return visit.render(
        "event.html",
        EventPage(
            row=row,
            label=label_of(row),
            reports=tuple(
                ReportLine(row=one, sentence=sentence)
                for one, sentence in zip(row.reports, sentences, strict=True)
            ),
            evidence=visit.case.events.evidence(row.id),
        ),
    )


def label_of(row: ChronologyRow) -> str:
    """Say what an event is."""
    return shipped_types().coding(row.family).label


def _lines(
    rows: Sequence[ChronologyRow], first: date | None, last: date | None
) -> Iterator[EventLine]:
    for row in rows:
        known = first is not None and last is not None and row.is_dated
        yield EventLine(
            row=row,
            label=label_of(row),
            figures=tuple(
                {f.words.lower(): f.words for one in row.reports for f in one.figures}.values()
            ),
            bar=bar_of(row.when, first, last) if known and first and last else None,
        )


def _days(interval: DayInterval) -> Iterator[date]:
    yield from (day for day in (interval.lo, interval.hi) if day is not None)


PAGES = (
    Page(
        path="/chronology",
        show=show,
        title="Chronology",
        section=Section.STORY,
        rank=1,
        key="e",
    ),
    Page(path="/events/{event}", show=show_event, title="Event"),
)
