"""Lists of events: the entries of the chronology, each with its reports, origins and figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, and_, func, or_, select, union_all
from sqlalchemy import Row as Found

from sayso.case import actor_tables, tables
from sayso.case.conditions import Condition, page
from sayso.case.dialect import nested, one_of, span_start
from sayso.case.event_records import ChronologyRow, EventFigure, EventFilter, EventReportRow
from sayso.case.event_rows import read_event_report
from sayso.case.event_tables import chronology, event_members, event_people, event_reports
from sayso.case.place_conditions import shown_places
from sayso.case.place_lists import places_of
from sayso.case.place_tables import place_mentions, places
from sayso.case.statement_tables import echo_members
from sayso.case.values import day_text, folded, read_interval, read_known_interval, read_moment
from sayso.dates import DayInterval
from sayso.evidence.event import EventStatus, TimeAnchor
from sayso.story.events.origins import known_origins

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from sayso.places import PlacedMention

_documents, _datings, _reuse = tables.documents, tables.datings, tables.reuse
# Entries whose reports are read together.
_AT_ONCE = 200
# A condition that so many reports fulfil is tested in the order of the list.
_FEW = 2_000
_NO_ACTORS = frozenset({"LOC", "FAC", "GPE"})


def list_chronology(
    connection: Connection, by: EventFilter, *, limit: int | None, offset: int
) -> Iterator[ChronologyRow]:
    """List events from the earliest on, then those that no text dates."""
    statement = (
        select(chronology)
        .where(*(_conditions(by) if limit is None else _narrowed(connection, by)))
        .order_by(chronology.c.is_dated.desc(), chronology.c.sort_day, chronology.c.when_hi, chronology.c.id)
    )  # fmt: skip
    rows = connection.execute(page(statement, limit, offset)).all()
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        reports = _reports_of(connection, [row.id for row in some])
        for row in some:
            yield _entry(row, reports[row.id])


def count_chronology(connection: Connection, by: EventFilter) -> int:
    """Count the events that the list would have."""
    statement = select(func.count()).select_from(chronology).where(*_conditions(by))
    return int(connection.execute(statement).scalar_one())


def _conditions(by: EventFilter) -> list[Condition]:
    """Return what holds for all events of a list, for going through it whole."""
    looked_up = (chronology.c.id.in_(union_all(*one.found)) for one in _of_reports(by))
    return [*_of_events(by), *looked_up]


def _narrowed(connection: Connection, by: EventFilter) -> list[Condition]:
    """Return what holds for all events of a list, for a page of it.

    A condition that few reports fulfil is looked up; one that many do is tested in the order
    of the list, until the page is full.
    """
    wanted = list(_of_events(by))
    for one in _of_reports(by):
        some = _some_events(connection, one)
        is_few = len(some) <= _FEW
        wanted.append(one_of(chronology.c.id, some) if is_few else _has_report(one.tested))
    return wanted


def _some_events(connection: Connection, wanted: "_OfReport") -> list[str]:
    """Return the events that are found, no more of them than tell few from many."""
    events: list[str] = []
    for statement in wanted.found:
        if len(events) <= _FEW:
            events += connection.execute(statement.limit(_FEW + 1)).scalars()
    return events


def _of_events(by: EventFilter) -> Iterator[Condition]:
    if by.since is not None:
        bound = chronology.c.when_hi.is_(None) & chronology.c.when_lo.is_not(None)
        yield or_(chronology.c.when_hi >= day_text(by.since), bound)
    if by.until is not None:
        bound = chronology.c.when_lo.is_(None) & chronology.c.when_hi.is_not(None)
        yield or_(chronology.c.when_lo <= day_text(by.until), bound)
    for column, value in (("family", by.family), ("id", by.id)):
        if value is not None:
            yield chronology.c[column] == value
    if by.dated is not None:
        yield chronology.c.is_dated == int(by.dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfReport:
    """A condition that a report has to fulfil: the events ``found`` by it, and how one is tested."""

    found: "tuple[Select[*tuple[Any, ...]], ...]"
    tested: Condition


def _of_reports(by: EventFilter) -> Iterator[_OfReport]:
    """Yield what at least one report of an event has to fulfil, each for itself."""
    for condition in _of_columns(by):
        yield _OfReport(found=(_told_in(event_reports).where(condition),), tested=condition)
    if by.place is not None:
        yield _OfReport(found=_told_at(by.place), tested=_in_place(by.place))


def _of_columns(by: EventFilter) -> Iterator[Condition]:
    if by.status is not None:
        yield event_reports.c.status == by.status.value
    if by.document is not None:
        yield event_reports.c.document_id == by.document
    if by.outlet is not None:
        of_outlet = select(_documents.c.id).where(_documents.c.outlet_folded == folded(by.outlet))
        yield event_reports.c.document_id.in_(of_outlet)
    if by.text is not None:
        words = (func.lower(event_reports.c.words).contains(w.lower(), autoescape=True) for w in by.text.split())  # fmt: skip
        yield and_(*words)
    if by.actor is not None:
        yield event_reports.c.key.in_(_with_actor(by.actor))


def _told_in(reports: "FromClause") -> "Select[*tuple[Any, ...]]":
    told = nested(reports, event_members, event_members.c.report_id == event_reports.c.id)
    return select(event_members.c.event_id).select_from(told)


def _has_report(condition: Condition) -> Condition:
    told = nested(event_members, event_reports, event_reports.c.id == event_members.c.report_id)
    members = select(1).select_from(told).where(event_members.c.event_id == chronology.c.id)
    return members.where(condition).exists()


def _with_actor(actor: str) -> "Select[*tuple[Any, ...]]":
    entities, names, actors = (
        actor_tables.actor_entities,
        actor_tables.actor_names,
        actor_tables.actors,
    )
    return (
        select(event_people.c.report_key)
        .join(event_reports, event_reports.c.key == event_people.c.report_key)
        .join(
            entities,
            and_(
                entities.c.document_id == event_reports.c.document_id,
                entities.c.entity == event_people.c.entity,
            ),
        )
        .join(names, names.c.key == entities.c.name_key)
        .join(actors, actors.c.key == names.c.actor_key)
        .where(actors.c.id == actor)
    )


def _told_at(name: str) -> "tuple[Select[*tuple[Any, ...]], ...]":
    """Select the events of ``_in_place`` by their places, and by the words that name those."""
    ids = select(places.c.id).where(places.c.shown_as.in_(shown_places(name)))
    of_document = event_reports.c.document_id == place_mentions.c.document_id
    reports = nested(place_mentions, event_reports, of_document)
    resolved = _told_in(reports).where(place_mentions.c.place_id.in_(ids), _same_place())
    # By key, so that an index that has the names is read, and no report that is not of the place.
    keys = select(event_reports.c.key).where(_named(name))
    return resolved, _told_in(event_reports).where(event_reports.c.key.in_(keys))


def _in_place(name: str) -> Condition:
    """Ask for a place of this name or inside of one, else for the words that name it."""
    resolved = (
        select(place_mentions.c.document_id)
        .join(places, places.c.id == place_mentions.c.place_id)
        .where(
            places.c.shown_as.in_(shown_places(name)),
            place_mentions.c.document_id == event_reports.c.document_id,
            _same_place(),
        )
    )
    return or_(resolved.exists(), _named(name))


def _same_place() -> Condition:
    return span_start(place_mentions.c.span) == span_start(event_reports.c.place_span)


def _named(name: str) -> Condition:
    column = event_reports.c.place
    return column.is_not(None) & func.lower(column).contains(name.lower(), autoescape=True)


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
        if time.is_own and time.interval.intersection(when) is None:
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
