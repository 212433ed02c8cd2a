"""The dates that people set: decisions on when a document was written, the latest that holds."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy import Row as Found

from sayso.case import log_tables
from sayso.case.decision_records import RecordKind, Verdict
from sayso.case.prepared import Prepared
from sayso.case.values import read_moment
from sayso.dates import DayInterval
from sayso.story.dating.settled import PersonsDate

_decisions = log_tables.decisions
_FIELD = "date"
_OPEN = ".."


_ON_DATE = Prepared(
    select(_decisions)
    .where(
        _decisions.c.document_id == bindparam("document"),
        _decisions.c.kind == RecordKind.DATE.value,
    )
    .order_by(_decisions.c.sequence.desc())
)


def persons_date(connection: Connection, document_id: str) -> PersonsDate | None:
    """Return the date that a person set for a document and did not take back."""
    rows = _ON_DATE.on(connection)(document=document_id)
    undone = {int(row.new) for row in rows if row.verdict == Verdict.UNDO and row.new}
    for row in rows:
        set_to = _set_to(row)
        if set_to and row.sequence not in undone:
            return PersonsDate(
                sequence=row.sequence,
                interval=_days(set_to),
                actor=row.actor,
                at=read_moment(row.at),
                why=row.reason,
            )
    return None


def last_decision(connection: Connection, document_id: str) -> int | None:
    """Return the latest decision on the date of a document, one that took another back included."""
    statement = select(func.max(_decisions.c.sequence)).where(
        _decisions.c.document_id == document_id, _decisions.c.kind == RecordKind.DATE.value
    )
    found: int | None = connection.execute(statement).scalar_one_or_none()
    return found


def _set_to(row: Found[Any]) -> str | None:
    """Return the days that a decision sets: those edited, or those seen when they were accepted."""
    if row.verdict == Verdict.EDIT and row.field == _FIELD:
        return row.new or None
    if row.verdict == Verdict.ACCEPT and row.old:
        seen: str | None = json.loads(row.old).get(_FIELD)
        return seen
    return None


def _days(text: str) -> DayInterval:
    """Read days as a decision keeps them: one day, or both ends with ``..`` for an open one."""
    first, slash, last = text.partition("/")
    lo, hi = first, last if slash else first
    return DayInterval(
        None if lo == _OPEN else date.fromisoformat(lo),
        None if hi == _OPEN else date.fromisoformat(hi),
    )
