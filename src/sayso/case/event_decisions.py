"""What people decided on events: reports told apart or called one, kept with the characters of a report.

A decision names reports by their ids, which are made from the characters: it holds again once a later
reading finds an event there, and is shown as orphaned as long as there is none.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy import Row as Found

from sayso.case import log_tables, tables
from sayso.case.decision_records import RecordKind, Verdict
from sayso.case.event_tables import event_members, event_reports
from sayso.case.prepared import Prepared
from sayso.case.values import Row, compact
from sayso.errors import CaseError
from sayso.story.events.grouping import Apart, EventRulings, Together

_decisions = log_tables.decisions
_FIELD, _DECISION = "reports", "decision"


def event_rulings(connection: Connection) -> EventRulings:
    """Return the decisions on events that hold."""
    apart: list[Apart] = []
    together: list[Together] = []
    sides: tuple[list[str], ...]
    for row in holding(connection):
        old, new = json.loads(row.old), json.loads(row.new)
        if row.verdict == Verdict.SPLIT:
            apart.append(Apart(left=frozenset(old), right=frozenset(new)))
            # What was parted together stays together, whatever linked it to the rest.
            sides = (old, new)
        else:
            sides = ([*old, *new],)
        together += [Together(left=side[0], right=one) for side in sides for one in side[1:]]
    return EventRulings(apart=tuple(apart), together=tuple(together))


def ruled_with(connection: Connection, reports: Iterable[str]) -> set[str]:
    """Return the reports that decisions name together with some."""
    wanted = set(reports)
    found: set[str] = set()
    for row in holding(connection):
        named = set(json.loads(row.old)) | set(json.loads(row.new))
        if named & wanted:
            found |= named
    return found


_ON_EVENTS = Prepared(
    select(_decisions)
    .where(
        _decisions.c.kind == RecordKind.EVENT.value,
        or_(_decisions.c.field == _FIELD, _decisions.c.field == _DECISION),
    )
    .order_by(_decisions.c.sequence)
)


def holding(connection: Connection) -> Iterator[Found[Any]]:
    """Yield the decisions to split and to merge events that nobody took back, the first one first."""
    rows = _ON_EVENTS.on(connection)()
    undone = {int(row.new) for row in rows if row.verdict == Verdict.UNDO}
    joining = {Verdict.SPLIT, Verdict.MERGE}
    return (row for row in rows if row.verdict in joining and row.sequence not in undone)


def split_columns(reports: Sequence[str], others: Sequence[str]) -> Row:
    """Return the columns of the decision that some reports are of another event than the others."""
    return _columns(Verdict.SPLIT, reports, others)


def merge_columns(reports: Sequence[str], others: Sequence[str]) -> Row:
    """Return the columns of the decision that all these reports are of one event."""
    return _columns(Verdict.MERGE, reports, others)


def undo_columns(row: Found[Any]) -> Row:
    return {
        "verdict": Verdict.UNDO.value,
        "field": _DECISION,
        "old": row.old,
        "new": str(row.sequence),
    }


def to_undo(connection: Connection, sequence: int | None) -> Found[Any]:
    """Return a decision on events that holds, the latest if none is named; CaseError if there is none."""
    known = {row.sequence: row for row in holding(connection)}
    wanted = max(known, default=None) if sequence is None else sequence
    if wanted is None or wanted not in known:
        listed = ", ".join(map(str, sorted(known))) or "none"
        raise CaseError(
            f"{sequence or 'nothing'} is no decision on events that holds; these do: {listed}"
        )
    return known[wanted]


def reports_of(connection: Connection, event: str) -> tuple[str, ...]:
    """Return the reports of an event."""
    members = select(event_members.c.report_id).where(event_members.c.event_id == event)
    return tuple(connection.execute(members.order_by(event_members.c.report_id)).scalars())


def tie_of(connection: Connection, report: str) -> Row:
    """Return what ties a decision to the characters of a report."""
    texts, documents = tables.texts, tables.documents
    row = connection.execute(
        select(event_reports.c.document_id, event_reports.c.trigger, documents.c.sha256, texts.c.sha256.label("text"))
        .join(documents, documents.c.id == event_reports.c.document_id)
        .join(texts, texts.c.document_id == documents.c.id)
        .where(event_reports.c.id == report)
    ).first()  # fmt: skip
    if row is None:
        raise CaseError(f"there is no report of an event called {report} in this case")
    return {
        "document_id": row.document_id,
        "sha256": row.sha256,
        "text_sha256": row.text,
        "spans": f"[{row.trigger}]",
    }


def _columns(verdict: Verdict, old: Sequence[str], new: Sequence[str]) -> Row:
    return {
        "verdict": verdict.value,
        "field": _FIELD,
        "old": compact(sorted(old)),
        "new": compact(sorted(new)),
    }
