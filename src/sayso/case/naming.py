"""Finding the record that an id, or the beginning of one, names."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.case import tables
from sayso.case.decision_records import RecordKind, Resolved
from sayso.case.event_tables import event_reports
from sayso.errors import CaseError

# An error message lists this many records that an ambiguous name could mean.
_LISTED = 10
# Sorts behind every character of an id.
_LAST = "\U0010ffff"
_KINDS = (
    (RecordKind.DOCUMENT, tables.documents.c.id, tables.documents.c.id),
    (RecordKind.CLAIM, tables.claims.c.id, tables.claims.c.document_id),
    (RecordKind.FIGURE, tables.figures.c.id, tables.figures.c.document_id),
    (RecordKind.EVENT, event_reports.c.id, event_reports.c.document_id),
)


def resolve(connection: Connection, name: str) -> Resolved:
    wanted = name.strip().lower()
    found = list(_beginning_with(connection, wanted)) if wanted else []
    exact = [record for record in found if record.id == wanted]
    match exact or found:
        case [record]:
            return record
        case []:
            raise CaseError(f"nothing in this case is called {name!r}")
        case several:
            names = ", ".join(f"{record.id} ({record.kind})" for record in several[:_LISTED])
            more = " and more" if len(several) > _LISTED else ""
            raise CaseError(f"{name!r} could be any of {names}{more}; write more of the id")


def _beginning_with(connection: Connection, wanted: str) -> Iterator[Resolved]:
    for kind, column, document in _KINDS:
        statement = (
            select(column.label("id"), document.label("document"))
            .where(column >= wanted, column < wanted + _LAST)
            .order_by(column)
            .limit(_LISTED + 1)
        )
        for row in connection.execute(statement):
            yield Resolved(kind=kind, id=row.id, document=row.document)
