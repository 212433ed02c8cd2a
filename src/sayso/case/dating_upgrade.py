"""Upgrading: a case that kept no settled dates takes each document's own for it."""

from itertools import groupby

from sqlalchemy import Connection, select

from sayso.case import tables
from sayso.case.dating_tables import settled_dates
from sayso.case.values import Row, compact
from sayso.story.dating.settled import DateSource

_SAME = ("document_id", "date_lo", "date_hi", "sort_day", "doubtful", "reasons", "run_id")


def enter_own_dates(connection: Connection) -> None:
    """Enter the own date of every document that has no settled one."""
    own, notes = tables.own_datings, tables.date_doubts
    doubts = {
        name: compact([[row.doubt, row.reason, None] for row in rows])
        for name, rows in groupby(
            connection.execute(select(notes).order_by(notes.c.document_id, notes.c.position)),
            key=lambda row: str(row.document_id),
        )
    }
    settled = select(settled_dates.c.document_id)
    rows: list[Row] = [
        {
            **{name: getattr(row, name) for name in _SAME},
            "source": DateSource.OWN.value,
            "found_lo": row.date_lo,
            "found_hi": row.date_hi,
            "grounds": compact([]),
            "doubts": doubts.get(row.document_id, compact([])),
            "due": 0,
        }
        for row in connection.execute(select(own).where(own.c.document_id.not_in(settled)))
    ]
    if rows:
        connection.execute(settled_dates.insert(), rows)
