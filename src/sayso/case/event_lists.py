"""Lists of events: the entries of the chronology, each with its reports, origins and figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.conditions import page
from sayso.case.dialect.expressions import only_tested
from sayso.case.event_conditions import sought_events
from sayso.case.event_records import ChronologyRow, EventFigure, EventFilter, EventReportRow
from sayso.case.event_rows import read_event_report
from sayso.case.event_tables import chronology, event_members, event_reports
from sayso.case.place_lists import places_of
from sayso.case.statement_tables import echo_members
from sayso.case.values import read_interval, read_known_interval, read_moment
from sayso.dates import DayInterval
from sayso.evidence.event import EventStatus, TimeAnchor
from sayso.story.events.origins import known_origins

if TYPE_CHECKING:
    from sayso.places import PlacedMention

_documents, _datings, _reuse = tables.documents, tables.datings, tables.reuse
# Entries whose reports are read together.
_AT_ONCE = 200
_NO_ACTORS = frozenset({"LOC", "FAC", "GPE"})


def list_chronology(
    connection: Connection, by: EventFilter, *, limit: int | None, offset: int
) -> Iterator[ChronologyRow]:
    """List events from the earliest on, then those that no text dates."""
    sought = sought_events(connection, by)
    order: list[ColumnElement[Any]] = [chronology.c[n] for n in ("sort_day", "when_hi", "id")]
    if sought.are_few:
        order = [only_tested(column) for column in order]
    statement = (
        select(chronology.c.id)
        .where(*sought.conditions)
        .order_by(chronology.c.is_dated.desc(), *order)
    )
    names = connection.execute(page(statement, limit, offset)).scalars().all()
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        entries = connection.execute(select(chronology).where(chronology.c.id.in_(some)))
        rows = {row.id: row for row in entries}
        reports = _reports_of(connection, some)
        for name in some:
            yield _entry(rows[name], reports[name])


def count_chronology(connection: Connection, by: EventFilter) -> int:
    """Count the events that the list would have."""
    conditions = sought_events(connection, by).conditions
    statement = select(func.count()).select_from(chronology).where(*conditions)
    return int(connection.execute(statement).scalar_one())


def _reports_of(
    connection: Connection, events: Sequence[str]
) -> Mapping[str, tuple[EventReportRow, ...]]:
    rows = connection.execute(_REPORTS.where(event_members.c.event_id.in_(events))).all()
    beside = _Beside(connection, rows)
    by_event: defaultdict[str, list[Found[Any]]] = defaultdict(list)
    for row in rows:
        by_event[row.event_id].append(row)
    return {event: tuple(beside.reports(by_event[event])) for event in events}


class _Beside:
    """What stands in other tables about some reports, read by a few statements."""

    def __init__(self, connection: Connection, rows: Sequence[Found[Any]]) -> None:
        documents = sorted({row.document_id for row in rows})
        self._figures = _figures_of(connection, documents)
        self._echoes = _echoes_of(connection, [row.claim_id for row in rows if row.claim_id])
        self._copies = _copies_of(connection, documents)
        self._places: dict[tuple[str, int | None], PlacedMention] = {
            (document, one.span.start): one
            for document in documents
            for one in places_of(connection, document)
        }

    def reports(self, rows: Sequence[Found[Any]]) -> Iterator[EventReportRow]:
        tellers = [(row.document_id, self._echoes.get(row.claim_id)) for row in rows]
        origins = known_origins(tellers, self._copies)
        for row, origin in zip(rows, origins, strict=True):
            event = read_event_report(row)
            start = None if event.place is None else event.place.start
            placed = self._places.get((row.document_id, start))
            yield EventReportRow(
                event=event,
                document=row.document_id,
                outlet=row.outlet,
                title=row.title,
                words=row.words,
                trigger_words=event.trigger.text_in(row.text),
                place_words=row.place,
                place=None if placed is None or placed.people else placed.place,
                said=read_known_interval(row.said_lo, row.said_hi),
                speaker=row.speaker,
                published=read_interval(row.date_lo, row.date_hi),
                retrieved=None if row.retrieved is None else read_moment(row.retrieved),
                figures=tuple(self._figures[f] for f in event.figures if f in self._figures),
                origin=origin,
            )


def _entry(row: Found[Any], reports: tuple[EventReportRow, ...]) -> ChronologyRow:
    when = read_interval(row.when_lo, row.when_hi)
    headline = next((one for one in reports if one.event.id == row.headline), reports[0])
    statuses = {one.event.status for one in reports}
    placed = [one.place for one in (headline, *reports) if one.place is not None]
    return ChronologyRow(
        id=row.id,
        when=when,
        is_dated=bool(row.is_dated),
        anchor=TimeAnchor(row.anchor),
        family=row.family,
        status=EventStatus(row.status),
        statuses=tuple(status for status in EventStatus if status in statuses),
        place=row.place or next((one.place_words for one in reports if one.place_words), None),
        point=next((p for p in placed if p.point or p.within), placed[0] if placed else None),
        headline=headline,
        reports=tuple(sorted(reports, key=_told_order)),
        documents=row.documents,
        origins=len({one.origin for one in reports}),
        alternatives=_alternatives(when, reports),
        actors=_actors(reports),
    )


def _actors(reports: Iterable[EventReportRow]) -> tuple[str, ...]:
    """Return who is named in the reports, each name once; places are no actors."""
    people = (one for row in reports for one in row.event.participants)
    return tuple(dict.fromkeys(one.name for one in people if one.kind not in _NO_ACTORS))


def _alternatives(when: DayInterval, reports: Iterable[EventReportRow]) -> tuple[DayInterval, ...]:
    """Return the times of reports that the entry's time does not allow, and other readings of words."""
    found: dict[DayInterval, None] = {}
    for one in reports:
        time = one.event.time
        if time.is_told and time.interval.intersection(when) is None:
            found[time.interval] = None
        found |= dict.fromkeys(time.alternatives)
    return tuple(one for one in found if one != when)


def _told_order(row: EventReportRow) -> tuple[str, str, int]:
    day = row.published.lo or row.published.hi
    return (day.isoformat() if day else "9"), row.document, row.event.trigger.start


def _figures_of(connection: Connection, documents: Sequence[str]) -> dict[str, EventFigure]:
    figures = tables.figures
    rows = connection.execute(
        select(figures.c.id, figures.c.words, figures.c.counted, figures.c.predicate).where(
            figures.c.document_id.in_(documents), figures.c.predicate.is_not(None)
        )
    )
    return {
        row.id: EventFigure(
            id=row.id, words=row.words, counted=row.counted, predicate=row.predicate
        )
        for row in rows
    }


def _echoes_of(connection: Connection, claims: Sequence[str]) -> dict[str, str]:
    rows = connection.execute(
        select(echo_members.c.claim_id, echo_members.c.group_id).where(
            echo_members.c.claim_id.in_(sorted(set(claims)))
        )
    )
    return {row.claim_id: row.group_id for row in rows}


def _copies_of(connection: Connection, documents: Sequence[str]) -> list[tuple[str, str]]:
    rows = connection.execute(
        select(_reuse.c.from_document, _reuse.c.to_document).where(
            _reuse.c.from_document.in_(documents), _reuse.c.to_document.in_(documents)
        )
    )
    return [(row.from_document, row.to_document) for row in rows]


_REPORTS: Select[*tuple[Any, ...]] = (
    select(
        event_reports,
        event_members.c.event_id,
        _documents.c.outlet,
        _documents.c.title,
        _documents.c.retrieved,
        _datings.c.date_lo,
        _datings.c.date_hi,
        tables.claims.c.said_lo,
        tables.claims.c.said_hi,
        tables.claims.c.speaker,
        tables.texts.c.text,
    )
    .join(event_members, event_members.c.report_id == event_reports.c.id)
    .join(_documents, _documents.c.id == event_reports.c.document_id)
    .join(_datings, _datings.c.document_id == event_reports.c.document_id)
    .join(tables.texts, tables.texts.c.document_id == event_reports.c.document_id)
    .outerjoin(
        tables.claims,
        and_(
            tables.claims.c.id == event_reports.c.claim_id,
            tables.claims.c.document_id == event_reports.c.document_id,
        ),
    )
    .order_by(event_reports.c.document_id, event_reports.c.position)
)
