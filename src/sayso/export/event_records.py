"""The records of an export for events: each report of one, with the event over documents that it tells of."""

from collections.abc import Iterator, Mapping

from sayso.dates import DayInterval
from sayso.documents import Document, record_id
from sayso.evidence.event import Event, EventRole, TimeAnchor
from sayso.evidence.reading import Evidence
from sayso.export.record import Record, RecordType, Spans, original_spans, quote
from sayso.frozen import dataclass
from sayso.language.analysis import EventMention
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEvent(Record):
    """``spans`` are those of the event word, ``clause`` the words that tell it.

    ``interval`` is when it happened by this report, ``anchor`` what ties it to that; an event that
    no text dates has at most the bound that its report gives. ``event`` is the id that the reports of
    one event over documents share. ``figures`` and ``claim`` are ids.
    """

    record: RecordType = RecordType.EVENT
    quote: str
    type: str
    status: str
    interval: DayInterval | None
    place: Span | None
    rule: str
    mode: str | None = None
    role: EventRole | None = None
    clause: Span | None = None
    anchor: TimeAnchor | None = None
    time: Span | None = None
    alternatives: tuple[DayInterval, ...] = ()
    participants: Spans = ()
    figures: tuple[str, ...] = ()
    claim: str | None = None
    event: str | None = None


def event_records(
    document: Document, evidence: Evidence, events: Mapping[str, str]
) -> Iterator[ExportedEvent]:
    """Yield what happened by one document, in the order of its text.

    ``events`` holds the event over documents of each report. A word that the core marks and of which
    no more was read has the type and status that the core gives it.
    """
    found = [_read(document, event, events.get(event.id)) for event in evidence.events]
    told = [event.trigger for event in evidence.events]
    found += [
        _marked(document, mention)
        for mention in evidence.analysis.events
        if not any(trigger.overlaps(mention.span) for trigger in told)
    ]
    yield from sorted(found, key=lambda one: one.spans)


def _read(document: Document, event: Event, over_documents: str | None) -> ExportedEvent:
    spans = (event.trigger,)
    interval = event.time.interval
    return ExportedEvent(
        id=event.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=spans,
        original_spans=original_spans(document, spans),
        quote=quote(document, spans),
        type=event.family,
        status=event.status,
        interval=None if interval == DayInterval(None, None) else interval,
        place=event.place,
        rule=event.rule,
        mode=event.mode,
        role=event.role,
        clause=event.clause,
        anchor=event.time.anchor,
        time=event.time.span,
        alternatives=event.time.alternatives,
        participants=tuple(one.span for one in event.participants),
        figures=event.figures,
        claim=event.claim,
        event=over_documents,
    )


def _marked(document: Document, event: EventMention) -> ExportedEvent:
    spans = (event.span,)
    return ExportedEvent(
        id=record_id("e", document.id, event.type, event.span.start, event.span.end),
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=spans,
        original_spans=original_spans(document, spans),
        quote=quote(document, spans),
        type=event.type,
        status=event.status,
        interval=None,
        place=None,
        rule=event.rule,
    )
