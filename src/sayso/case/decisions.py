"""What people decided: kept for good, and tied to the exact characters it was about."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.actor_decisions import current_actor
from sayso.case.conditions import page
from sayso.case.log import Action, Deed, append
from sayso.case.naming import resolve
from sayso.case.records import Decision, DecisionRow, RecordKind, Resolved, Verdict
from sayso.case.values import Row, compact, moment_text, read_moment, read_spans
from sayso.errors import CaseError

_decisions = tables.decisions
# The columns that hold the characters of a record.
_WHERE = {
    RecordKind.CLAIM: (tables.claims, "content"),
    RecordKind.FIGURE: (tables.figures, "span"),
}
# What the log keeps of a decision, in this order.
_SEALED = (
    "actor",
    "verdict",
    "reason",
    "target",
    "kind",
    "document_id",
    "sha256",
    "text_sha256",
    "spans",
    "field",
    "old",
    "new",
)


def decide(connection: Connection, decision: Decision, now: datetime) -> DecisionRow:
    target = resolve(connection, decision.target)
    if target.id != decision.target:
        raise CaseError(f"a decision needs a whole id: {target.id}, not {decision.target!r}")
    content: Row = {
        "actor": decision.actor,
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "target": decision.target,
        "kind": target.kind.value,
        **_key(connection, target),
        "field": decision.field,
        "old": decision.old,
        "new": decision.new,
    }
    return one_decision(connection, keep(connection, content, now))


def keep(connection: Connection, content: Row, now: datetime) -> int:
    """Store a decision together with its entry in the log, and return the number of both."""
    deed = Deed(
        action=Action.DECISION,
        target=str(content["target"]),
        at=now,
        actor=str(content["actor"]),
        old=None if content["old"] is None else str(content["old"]),
        new=_sealed(content),
        reason=str(content["reason"]),
    )
    sequence = append(connection, deed)
    row: Row = {**content, "sequence": sequence, "at": moment_text(now)}
    connection.execute(_decisions.insert(), row)
    return sequence


def one_decision(connection: Connection, sequence: int) -> DecisionRow:
    statement = select(_decisions).where(_decisions.c.sequence == sequence)
    return _decision_row(connection, connection.execute(statement).one())


def list_decisions(
    connection: Connection,
    *,
    orphaned: bool,
    limit: int | None,
    offset: int,
    kind: RecordKind | None = None,
) -> Iterator[DecisionRow]:
    statement = select(_decisions).order_by(_decisions.c.sequence.desc())
    if kind is not None:
        statement = statement.where(_decisions.c.kind == kind.value)
    if not orphaned:
        for row in connection.execute(page(statement, limit, offset)):
            yield _decision_row(connection, row)
        return
    # Whether one is orphaned is not a column: it depends on what the last run found.
    stop = None if limit is None else offset + limit
    found = (_decision_row(connection, row) for row in connection.execute(page(statement, None, 0)))
    yield from islice((row for row in found if row.orphaned), offset, stop)


def sealed_content(row: Found[Any]) -> str:
    """Return a decision as its log entry holds it."""
    return _sealed({name: getattr(row, name) for name in _SEALED})


def _sealed(content: Row) -> str:
    return compact({name: content[name] for name in _SEALED})


def _key(connection: Connection, target: Resolved) -> Row:
    """Return what ties a decision to its characters, whatever a later run calls the record."""
    documents, texts = tables.documents, tables.texts
    found = connection.execute(
        select(documents.c.sha256, texts.c.sha256.label("text_sha256"))
        .join(texts, texts.c.document_id == documents.c.id)
        .where(documents.c.id == target.document)
    ).one()
    return {
        "document_id": target.document,
        "sha256": found.sha256,
        "text_sha256": found.text_sha256,
        "spans": _spans(connection, target),
    }


def _spans(connection: Connection, target: Resolved) -> str:
    if target.kind is RecordKind.DOCUMENT:
        return compact([])
    table, column = _WHERE[target.kind]
    statement = select(table.c[column]).where(
        table.c.id == target.id, table.c.document_id == target.document
    )
    spans: str = connection.execute(statement).scalars().first() or ""
    return spans if target.kind is RecordKind.CLAIM else f"[{spans}]"


def _decision_row(connection: Connection, row: Found[Any]) -> DecisionRow:
    return DecisionRow(
        sequence=row.sequence,
        at=read_moment(row.at),
        decision=Decision(
            target=row.target,
            verdict=Verdict(row.verdict),
            actor=row.actor,
            reason=row.reason,
            field=row.field,
            old=row.old,
            new=row.new,
        ),
        kind=RecordKind(row.kind),
        document=row.document_id,
        sha256=row.sha256,
        text_sha256=row.text_sha256,
        spans=read_spans(row.spans),
        current=_current(connection, row),
    )


def _current(connection: Connection, row: Found[Any]) -> str | None:
    """Return the id of the record that has the characters of a decision now."""
    if row.kind == RecordKind.DOCUMENT:
        return str(row.document_id)
    if row.kind == RecordKind.ACTOR:
        return current_actor(connection, row)
    table, column = _WHERE[RecordKind(row.kind)]
    spans = row.spans if row.kind == RecordKind.CLAIM else row.spans[1:-1]
    statement = (
        select(table.c.id)
        .join(tables.texts, tables.texts.c.document_id == table.c.document_id)
        .where(
            table.c.document_id == row.document_id,
            tables.texts.c.sha256 == row.text_sha256,
            table.c[column] == spans,
        )
        # Two records may share their characters: the one of the same id goes first.
        .order_by(table.c.id != row.target, table.c.position)
    )
    return connection.execute(statement).scalars().first()
