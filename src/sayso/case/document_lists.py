"""Lists of documents and of what belongs to a document as a whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, ScalarSelect, Table, func, select
from sqlalchemy import Row as Found

from sayso.case import log_tables, tables
from sayso.case.conditions import date_conditions, document_conditions, page, with_document
from sayso.case.dating_rows import read_doubts, read_settled
from sayso.case.document_rows import (
    DATING_LAYER,
    PAGE_LAYER,
    document_from,
    read_candidate,
    read_furniture,
    read_link,
)
from sayso.case.event_rows import read_event_report
from sayso.case.event_tables import event_reports
from sayso.case.evidence_rows import read_claim, read_dating, read_figure
from sayso.case.filters import DateFilter, DocumentFilter
from sayso.case.flags import flags_of
from sayso.case.language_rows import read_event, read_mention, read_timex
from sayso.case.persons_dates import persons_date
from sayso.case.place_lists import places_of
from sayso.case.records import ChainRow, DateRow, DocumentRow, Location, ProblemRow
from sayso.case.run_records import RunId
from sayso.case.values import read_interval, read_moment, read_spans
from sayso.documents import Document, Flag
from sayso.errors import CaseError
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.story.dating.settled import as_shown

# Rows fetched at once; their flags and doubts come with one query for all of them.
_BATCH = 200

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_documents, _datings = tables.documents, tables.datings
_Groups = Mapping[str, Sequence[Found[Any]]]


def read_document(connection: Connection, document_id: str) -> Document:
    row = connection.execute(
        select(_documents, tables.texts, tables.originals.c.size)
        .join(tables.texts, tables.texts.c.document_id == _documents.c.id)
        .join(tables.originals, tables.originals.c.sha256 == _documents.c.sha256)
        .where(_documents.c.id == document_id)
    ).one_or_none()
    if row is None:
        raise _no_document(document_id)
    ids = (document_id,)
    candidates = _grouped(connection, tables.date_candidates, ids)[document_id]
    return document_from(
        row,
        chain=[read_link(r) for r in _grouped(connection, tables.chain_links, ids)[document_id]],
        dates=[read_candidate(r) for r in candidates if r.layer == PAGE_LAYER],
        flags=[Flag(r.flag) for r in _grouped(connection, tables.document_flags, ids)[document_id]],
        furniture=[
            read_furniture(r) for r in _grouped(connection, tables.furniture, ids)[document_id]
        ],
    )


def read_text(connection: Connection, document_id: str) -> str:
    texts = tables.texts
    found = select(texts.c.text).where(texts.c.document_id == document_id)
    text: str | None = connection.execute(found).scalar_one_or_none()
    if text is None:
        raise _no_document(document_id)
    return text


def read_evidence(connection: Connection, document_id: str) -> Evidence:
    ids = (document_id,)
    reading = _grouped(connection, tables.readings, ids)[document_id]
    dating = _grouped(connection, tables.own_datings, ids)[document_id]
    if not reading or not dating:
        raise _no_document(document_id)
    return Evidence(
        analysis=_analysis(connection, reading[0]),
        claims=tuple(
            read_claim(row) for row in _grouped(connection, tables.claims, ids)[document_id]
        ),
        figures=tuple(
            read_figure(row) for row in _grouped(connection, tables.figures, ids)[document_id]
        ),
        dating=read_dating(
            dating[0],
            _dating_candidates(_grouped(connection, tables.date_candidates, ids)[document_id]),
            _grouped(connection, tables.date_doubts, ids)[document_id],
        ),
        places=places_of(connection, document_id),
        events=tuple(map(read_event_report, _grouped(connection, event_reports, ids)[document_id])),
    )


def _analysis(connection: Connection, reading: Found[Any]) -> Analysis:
    """Return what is kept of the analysis of the document that ``reading`` is a row of."""
    name, ids = reading.document_id, (reading.document_id,)
    return Analysis(
        paragraphs=read_spans(reading.paragraphs),
        sentences=read_spans(reading.sentences),
        timexes=tuple(map(read_timex, _grouped(connection, tables.timexes, ids)[name])),
        mentions=tuple(map(read_mention, _grouped(connection, tables.mentions, ids)[name])),
        events=tuple(map(read_event, _grouped(connection, tables.events, ids)[name])),
    )


def list_documents(
    connection: Connection, by: DocumentFilter, *, limit: int | None, offset: int
) -> Iterator[DocumentRow]:
    statement = (
        select(
            _documents,
            tables.texts.c.characters,
            _datings.c.date_lo,
            _datings.c.date_hi,
            _datings.c.doubts,
            _count_of(tables.claims).label("claims"),
            _count_of(tables.figures).label("figures"),
        )
        .select_from(with_document(tables.texts))
        .where(*document_conditions(by))
    )
    for rows in _batches(connection, _by_date(statement), limit, offset):
        ids = [row.id for row in rows]
        flags = flags_of(connection, ids)
        for row in rows:
            yield _document_row(row, flags[row.id])


def list_dates(
    connection: Connection, by: DateFilter, *, limit: int | None, offset: int
) -> Iterator[DateRow]:
    statement = (
        select(_datings, _documents.c.title, _documents.c.outlet)
        .join(_documents, _documents.c.id == _datings.c.document_id)
        .where(*date_conditions(by))
    )
    for rows in _batches(connection, _by_date(statement), limit, offset):
        ids = [row.document_id for row in rows]
        candidates = _grouped(connection, tables.date_candidates, ids)
        own = _grouped(connection, tables.own_datings, ids)
        doubts = _grouped(connection, tables.date_doubts, ids)
        for row in rows:
            name = row.document_id
            given = _dating_candidates(candidates[name])
            dating = read_dating(own[name][0], given, doubts[name])
            settled = read_settled(row, persons_date(connection, name) if row.decision else None)
            yield DateRow(
                document=name,
                title=row.title,
                outlet=row.outlet,
                dating=as_shown(dating, settled),
                settled=settled,
                run=RunId(row.run_id),
            )


def list_chain_links(
    connection: Connection, document: str | None, *, limit: int | None, offset: int
) -> Iterator[ChainRow]:
    links = tables.chain_links
    statement = select(links).order_by(links.c.document_id, links.c.position)
    if document is not None:
        statement = statement.where(links.c.document_id == document)
    for row in connection.execute(page(statement, limit, offset)):
        yield ChainRow(
            document=row.document_id,
            position=row.position,
            link=read_link(row),
            run=RunId(row.run_id),
        )


def list_locations(connection: Connection, document: str) -> Iterator[Location]:
    locations = tables.locations
    statement = select(locations).where(locations.c.document_id == document)
    for row in connection.execute(statement.order_by(locations.c.seen, locations.c.path)):
        yield Location(
            document=row.document_id,
            path=row.path,
            seen=read_moment(row.seen),
            run=RunId(row.run_id),
        )


def list_problems(
    connection: Connection, *, cleared: bool, limit: int | None, offset: int
) -> Iterator[ProblemRow]:
    problems = log_tables.problems
    statement = select(problems).order_by(problems.c.key)
    if not cleared:
        statement = statement.where(problems.c.cleared.is_(None))
    for row in connection.execute(page(statement, limit, offset)):
        yield ProblemRow(
            path=row.path,
            problem=row.problem,
            sha256=row.sha256,
            at=read_moment(row.at),
            run=RunId(row.run_id),
            cleared=None if row.cleared is None else read_moment(row.cleared),
        )


def _document_row(row: Found[Any], flags: frozenset[Flag]) -> DocumentRow:
    return DocumentRow(
        id=row.id,
        sha256=row.sha256,
        path=row.path,
        address=row.address,
        title=row.title,
        outlet=row.outlet,
        language=row.language,
        date=read_interval(row.date_lo, row.date_hi),
        doubts=tuple(note.doubt for note in read_doubts(row.doubts)),
        flags=flags,
        characters=row.characters,
        claims=row.claims,
        figures=row.figures,
        added=read_moment(row.added),
        run=RunId(row.run_id),
    )


def _by_date(statement: "AnySelect") -> "AnySelect":
    return statement.order_by(_datings.c.sort_day, _datings.c.document_id)


def _batches(
    connection: Connection, statement: "AnySelect", limit: int | None, offset: int
) -> Iterator[Sequence[Found[Any]]]:
    result = connection.execute(page(statement, limit, offset))
    return result.partitions(_BATCH)


def _grouped(connection: Connection, table: Table, ids: Sequence[str]) -> _Groups:
    """Return the rows of several documents in their order, by document."""
    keys = [column for column in table.primary_key if column.name != "document_id"]
    order = [table.c.position] if "position" in table.c else keys
    groups: defaultdict[str, list[Found[Any]]] = defaultdict(list)
    statement = select(table).where(table.c.document_id.in_(ids)).order_by(*order)
    for row in connection.execute(statement):
        groups[row.document_id].append(row)
    return groups


def _count_of(table: Table) -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(table)
        .where(table.c.document_id == _documents.c.id)
        .scalar_subquery()
    )


def _dating_candidates(rows: Sequence[Found[Any]]) -> list[Found[Any]]:
    return [row for row in rows if row.layer == DATING_LAYER]


def _no_document(document_id: str) -> CaseError:
    return CaseError(f"there is no document {document_id} in this case")
