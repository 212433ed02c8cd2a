"""The changes of dates, as they were noted: old and new, and why."""

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from sayso.case import tables
from sayso.case.conditions import page
from sayso.case.dating_tables import date_changes
from sayso.case.records import DateChange
from sayso.case.run_records import RunId
from sayso.case.values import read_interval, read_moment

_documents = tables.documents


def list_changes(
    connection: Connection, *, since_run: int | None, limit: int | None, offset: int
) -> Iterator[DateChange]:
    statement = (
        select(date_changes, _documents.c.title, _documents.c.outlet)
        .join(_documents, _documents.c.id == date_changes.c.document_id)
        .order_by(date_changes.c.key)
    )
    if since_run is not None:
        # What the run that brought a document made of its date at once is no change.
        later = date_changes.c.run_id > _documents.c.run_id
        by_person = date_changes.c.decision.is_not(None)
        statement = statement.where(date_changes.c.run_id >= since_run, or_(later, by_person))
    for row in connection.execute(page(statement, limit, offset)):
        yield DateChange(
            document=row.document_id,
            title=row.title,
            outlet=row.outlet,
            at=read_moment(row.at),
            old=read_interval(row.old_lo, row.old_hi),
            new=read_interval(row.new_lo, row.new_hi),
            reason=row.reason,
            run=RunId(row.run_id),
        )
