"""Putting documents, their evidence and their problems into the tables of a case."""

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

from sqlalchemy import Connection, Table, delete, literal, select, update

from sayso.case import log_tables, tables
from sayso.case.actor_removal import remove_actors
from sayso.case.dialect.expressions import insert_unless_there
from sayso.case.digest import SEALED, DocumentSeal, seal_document
from sayso.case.document_rows import (
    DATING_LAYER,
    document_parts,
    document_row,
    text_hash,
    text_row,
)
from sayso.case.event_relations import remove_events
from sayso.case.event_tables import event_reports
from sayso.case.evidence_rows import evidence_parts
from sayso.case.figure_relations import remove_figures
from sayso.case.forecast_relations import remove_forecasts
from sayso.case.log import Action, Deed, append
from sayso.case.places import remove_places, store_places, tie_places
from sayso.case.prepared import insert_rows, insert_together
from sayso.case.run_records import RunId
from sayso.case.special_tables import SEARCHED
from sayso.case.statement_relations import remove_statements
from sayso.case.values import Row, moment_text, storable
from sayso.documents import Document
from sayso.errors import CaseError, DocumentError
from sayso.evidence.reading import Evidence

_OF_READING = (
    tables.document_flags,
    tables.chain_links,
    tables.furniture,
    tables.date_candidates,
)
_OF_EVIDENCE = (
    tables.readings,
    tables.own_datings,
    tables.date_doubts,
    tables.claims,
    tables.figures,
    tables.timexes,
    tables.mentions,
    tables.events,
    event_reports,
)
_SEARCHED = frozenset(table for table, _ in SEARCHED)


class DocumentRows:
    """All rows of one document, made before the database is asked for anything."""

    def __init__(
        self, document: Document, evidence: Evidence, *, run: RunId, now: datetime
    ) -> None:
        self._evidence, self._words = evidence, document.text
        self.document: Row = document_row(document, run, now)
        self.text: Row = text_row(document, run)
        self._parts: dict[Table, list[Row]] = {table: [] for table, _ in SEALED}
        self._parts[tables.documents].append(self.document)
        self._parts[tables.texts].append(self.text)
        for table, rows in (
            *document_parts(document, run),
            *evidence_parts(document.id, document.text, evidence, run),
        ):
            self._parts[table].extend(rows)

    def insert(self, connection: Connection) -> None:
        self._insert(connection, ())

    def insert_below(self, connection: Connection) -> None:
        """Insert all but the row of the document itself."""
        self._insert(connection, (tables.documents,))

    def _insert(self, connection: Connection, left_out: Iterable[Table]) -> None:
        placed = self._evidence.places
        store_places(connection, placed, self._words)
        for table, rows in self._parts.items():
            if rows and table not in left_out:
                _insert(connection, table, rows)
        tie_places(connection, str(self.document["id"]), placed, self._words)

    def seal(self) -> DocumentSeal:
        return seal_document(
            (table, sorted(self._parts[table], key=itemgetter(*order))) for table, order in SEALED
        )


def add_document(
    connection: Connection, rows: DocumentRows, size: int, *, run: RunId, now: datetime
) -> None:
    original: Row = {"sha256": rows.document["sha256"], "size": size}
    insert_rows(connection, insert_unless_there(tables.originals), [original])
    rows.insert(connection)
    name, path = str(rows.document["id"]), str(rows.document["path"])
    note_location(connection, name, path, run=run, now=now)
    append(connection, Deed(action=Action.ADD, target=name, at=now, new=rows.seal().to_text()))


def is_there(connection: Connection, document_id: str) -> bool:
    found = select(literal(1)).where(tables.documents.c.id == document_id)
    return connection.execute(found).first() is not None


def note_location(
    connection: Connection, document_id: str, path: str, *, run: RunId, now: datetime
) -> None:
    """Note where a document was met, and that nothing is wrong with it there any more."""
    location: Row = {
        "document_id": document_id,
        "path": storable(path),
        "seen": moment_text(now),
        "run_id": run,
    }
    insert_rows(connection, insert_unless_there(tables.locations), [location])
    _clear_problem(connection, path, run=run, now=now)


def add_problem(
    connection: Connection,
    error: DocumentError,
    *,
    sha256: str | None,
    run: RunId,
    now: datetime,
) -> None:
    _clear_problem(connection, error.path, run=run, now=now)
    row: Row = {
        "path": storable(error.path),
        "problem": storable(error.problem),
        "sha256": sha256,
        "at": moment_text(now),
        "run_id": run,
    }
    connection.execute(log_tables.problems.insert(), row)
    append(
        connection,
        Deed(action=Action.PROBLEM, target=error.path, at=now, new=storable(error.problem)),
    )


def replace_evidence(
    connection: Connection, document_id: str, evidence: Evidence, *, run: RunId, now: datetime
) -> None:
    text = connection.execute(
        select(tables.texts.c.text).where(tables.texts.c.document_id == document_id)
    ).scalar_one_or_none()
    if text is None:
        raise CaseError(f"there is no document {document_id} in this case")
    old = stored_seal(connection, document_id)
    remove_figures(connection, document_id)
    remove_actors(connection, document_id)
    remove_statements(connection, document_id)
    remove_forecasts(connection, document_id)
    remove_places(connection, document_id)
    remove_events(connection, document_id)
    _remove(connection, _OF_EVIDENCE, document_id)
    connection.execute(
        delete(tables.date_candidates).where(
            tables.date_candidates.c.document_id == document_id,
            tables.date_candidates.c.layer == DATING_LAYER,
        )
    )
    store_places(connection, evidence.places, text)
    for table, rows in evidence_parts(document_id, text, evidence, run):
        if rows:
            _insert(connection, table, rows)
    tie_places(connection, document_id, evidence.places, text)
    _log_change(connection, Action.REPLACE, document_id, old, now)


def reread(connection: Connection, document: Document, rows: DocumentRows, now: datetime) -> None:
    if not is_there(connection, document.id):
        raise CaseError(f"there is no document {document.id} in this case")
    old = stored_seal(connection, document.id)
    texts = tables.texts
    if old.text_sha256 != text_hash(document.text):
        columns = [column.name for column in texts.columns if column.name != "key"]
        earlier = select(*(texts.c[name] for name in columns)).where(
            texts.c.document_id == document.id
        )
        keep = insert_unless_there(tables.earlier_texts)
        connection.execute(keep.from_select(columns, earlier))
    remove_figures(connection, document.id)
    remove_actors(connection, document.id)
    remove_statements(connection, document.id)
    remove_forecasts(connection, document.id)
    remove_places(connection, document.id)
    remove_events(connection, document.id)
    _remove(connection, (*_OF_READING, *_OF_EVIDENCE, texts), document.id)
    # Where and when it was first met stays as it was.
    kept = ("id", "sha256", "path", "added")
    connection.execute(
        update(tables.documents).where(tables.documents.c.id == document.id),
        {name: value for name, value in rows.document.items() if name not in kept},
    )
    rows.insert_below(connection)
    _log_change(connection, Action.REREAD, document.id, old, now)


def stored_seal(connection: Connection, document_id: str) -> DocumentSeal:
    """Seal the rows of a document as they stand in the database."""
    return seal_document(
        (table, _stored(connection, table, order, document_id)) for table, order in SEALED
    )


def _stored(
    connection: Connection, table: Table, order: tuple[str, ...], document_id: str
) -> Iterable[Row]:
    name = "id" if table is tables.documents else "document_id"
    statement = select(table).where(table.c[name] == document_id)
    for row in connection.execute(statement.order_by(*(table.c[column] for column in order))):
        yield dict(row._mapping)  # noqa: SLF001 -- the public name of SQLAlchemy's row


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    insert = insert_together if table in _SEARCHED else insert_rows
    insert(connection, table, rows)


def _remove(connection: Connection, from_tables: Iterable[Table], document_id: str) -> None:
    for table in from_tables:
        connection.execute(delete(table).where(table.c.document_id == document_id))


def _log_change(
    connection: Connection, action: Action, document_id: str, old: DocumentSeal, now: datetime
) -> None:
    new = stored_seal(connection, document_id).to_text()
    append(
        connection,
        Deed(action=action, target=document_id, at=now, old=old.to_text(), new=new),
    )


def _clear_problem(connection: Connection, path: str, *, run: RunId, now: datetime) -> None:
    problems = log_tables.problems
    connection.execute(
        update(problems)
        .where(problems.c.path == storable(path), problems.c.cleared.is_(None))
        .values(cleared=moment_text(now), cleared_run_id=run)
    )
