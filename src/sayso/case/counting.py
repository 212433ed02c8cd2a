"""How much a case holds."""

from sqlalchemy import ColumnElement, Connection, Table, func, select

from sayso.case import tables
from sayso.case.decisions import list_decisions
from sayso.case.filters import ClaimFilter
from sayso.case.flags import flag_rows
from sayso.case.ledger import count_claims
from sayso.case.records import Counts
from sayso.documents import Flag


def count(connection: Connection) -> Counts:
    outlets = select(func.count(tables.documents.c.outlet_folded.distinct()))
    rows = flag_rows()
    number = func.count(rows.c.document_id.distinct()).label("number")
    flagged = connection.execute(
        select(rows.c.flag, number).group_by(rows.c.flag).order_by(rows.c.flag)
    )
    orphaned = list_decisions(connection, orphaned=True, limit=None, offset=0)
    return Counts(
        documents=_rows(connection, tables.documents),
        outlets=connection.execute(outlets).scalar_one(),
        claims=_rows(connection, tables.claims),
        speech=count_claims(connection, ClaimFilter(speech=True)),
        figures=_rows(connection, tables.figures),
        timexes=_rows(connection, tables.timexes),
        reuse_edges=_rows(connection, tables.reuse),
        doubtful_dates=_rows(connection, tables.datings, tables.datings.c.doubtful == 1),
        problems=_rows(connection, tables.problems, tables.problems.c.cleared.is_(None)),
        decisions=_rows(connection, tables.decisions),
        orphaned_decisions=sum(1 for _ in orphaned),
        runs=_rows(connection, tables.runs),
        log_entries=_rows(connection, tables.log),
        flags=tuple((Flag(row.flag), row.number) for row in flagged),
    )


def _rows(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    return connection.execute(
        select(func.count()).select_from(table).where(*conditions)
    ).scalar_one()
