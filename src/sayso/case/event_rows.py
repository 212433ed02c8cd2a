"""Reports of events as rows of their tables, and back."""

import json
from typing import Any

from sqlalchemy import Row as Found

from sayso.case.values import (
    Row,
    compact,
    interval_columns,
    intervals_text,
    read_interval,
    read_intervals,
    read_known_span,
    read_span,
    read_strings,
    span_text,
    span_words,
    strings_text,
)
from sayso.dates import DayInterval
from sayso.evidence.event import (
    Event,
    EventRole,
    EventStatus,
    EventTime,
    Participant,
    TimeAnchor,
)
from sayso.story.events.report import EventReport
from sayso.story.figures.record import Place
from sayso.text import Span

_UNKNOWN = DayInterval(None, None)


def event_report_columns(event: Event, text: str) -> Row:
    time = event.time
    return {
        "id": event.id,
        "trigger": span_text(event.trigger),
        "clause": span_text(event.clause),
        "words": event.clause.text_in(text),
        "family": event.family,
        "mode": event.mode,
        "lemma": event.lemma,
        "role": event.role.value,
        "status": event.status.value,
        "rule": event.rule,
        "anchor": time.anchor.value,
        **interval_columns("time", time.interval),
        "time_span": span_text(time.span),
        "alternatives": intervals_text(time.alternatives),
        "place_span": span_text(event.place),
        "place": span_words(event.place, text),
        "participants": compact(
            [[p.span.start, p.span.end, p.kind, p.entity, p.name] for p in event.participants]
        ),
        "figures": strings_text(event.figures),
        "claim_id": event.claim,
        "lead": int(event.lead),
    }


def read_event_report(row: Found[Any]) -> Event:
    return Event(
        id=row.id,
        trigger=read_span(row.trigger),
        clause=read_span(row.clause),
        family=row.family,
        mode=row.mode,
        lemma=row.lemma,
        role=EventRole(row.role),
        status=EventStatus(row.status),
        rule=row.rule,
        time=EventTime(
            interval=read_interval(row.time_lo, row.time_hi),
            anchor=TimeAnchor(row.anchor),
            span=read_known_span(row.time_span),
            alternatives=read_intervals(row.alternatives),
        ),
        place=read_known_span(row.place_span),
        participants=tuple(
            Participant(span=Span(start, end), kind=kind, entity=entity, name=name)
            for start, end, kind, entity, name in json.loads(row.participants)
        ),
        figures=read_strings(row.figures),
        claim=row.claim_id,
        lead=bool(row.lead),
    )


def trait_columns(report: EventReport) -> Row:
    place = report.place
    return {
        "sentence": span_text(report.sentence),
        "place": None if place is None else place.name,
        "place_parents": strings_text(() if place is None else place.parents),
        "names": strings_text(sorted(report.names)),
        "told": strings_text(sorted(report.told)),
        "figure_values": strings_text(sorted(report.values)),
    }


def read_compared(row: Found[Any]) -> EventReport:
    """Return a report as it is compared, from its row joined with its traits and its document's date."""
    trigger, anchor = read_span(row.trigger), TimeAnchor(row.anchor)
    time = EventTime(interval=read_interval(row.time_lo, row.time_hi), anchor=anchor)
    place = None
    if row.trait_place is not None:
        place = Place(name=row.trait_place, parents=read_strings(row.place_parents))
    return EventReport(
        id=row.id,
        document=row.document_id,
        start=trigger.start,
        clause=read_span(row.clause),
        sentence=read_span(row.sentence),
        family=row.family,
        lemma=row.lemma,
        role=EventRole(row.role),
        status=EventStatus(row.status),
        when=time.interval if time.is_told else _UNKNOWN,
        assumed=time.interval if anchor is TimeAnchor.REPORT else _UNKNOWN,
        anchor=anchor,
        written=read_interval(row.date_lo, row.date_hi),
        place=place,
        names=frozenset(read_strings(row.names)),
        told=frozenset(read_strings(row.told)),
        values=frozenset(read_strings(row.figure_values)),
        lead=bool(row.lead),
    )
