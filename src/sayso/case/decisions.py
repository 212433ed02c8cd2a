"""What people decided: kept for good, and tied to the exact characters it was about."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import log_tables, tables
from sayso.case.actor_decisions import current_actor, place_of
from sayso.case.conditions import page
from sayso.case.decision_records import Decision, DecisionRow, DecisionSide, RecordKind, Verdict
from sayso.case.log import Action, Deed, append
from sayso.case.review_targets import Place, Target, are_two_actors, find_current, find_target
from sayso.case.values import Row, compact, moment_text, read_moment, read_spans, read_strings
from sayso.errors import CaseError

_decisions, _sides = log_tables.decisions, log_tables.decision_sides
# What ties a decision to characters of a document.
_TIE = ("document_id", "sha256", "text_sha256", "spans")
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
    target = find_target(connection, decision.target)
    if target.id != decision.target:
        raise CaseError(f"a decision needs a whole id: {target.id}, not {decision.target!r}")
    return decide_on(connection, target, decision, now)


def decide_on(
    connection: Connection, target: Target, decision: Decision, now: datetime
) -> DecisionRow:
    """Keep a decision on a record that was found before."""
    tied = [_tied(connection, place) for place in target.places] or [
        place_of(connection, target.names[0])
    ]
    content: Row = {
        "actor": decision.actor,
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "target": target.id,
        "kind": target.kind.value,
        **tied[0],
        "field": decision.field,
        "old": decision.old,
        "new": decision.new,
    }
    other = tied[1] if len(tied) > 1 else None
    return one_decision(connection, keep(connection, content, now, other=other))


def keep(connection: Connection, content: Row, now: datetime, *, other: Row | None = None) -> int:
    """Store a decision together with its entry in the log, and return the number of both.

    ``other`` is the second place of what ties two.
    """
    deed = Deed(
        action=Action.DECISION,
        target=str(content["target"]),
        at=now,
        actor=str(content["actor"]),
        old=None if content["old"] is None else str(content["old"]),
        new=_sealed(content, other),
        reason=str(content["reason"]),
    )
    sequence = append(connection, deed)
    row: Row = {**content, "sequence": sequence, "at": moment_text(now)}
    connection.execute(_decisions.insert(), row)
    if other is not None:
        side: Row = {**other, "sequence": sequence}
        connection.execute(_sides.insert(), side)
    return sequence


def one_decision(connection: Connection, sequence: int) -> DecisionRow:
    statement = select(_decisions).where(_decisions.c.sequence == sequence)
    return _decision_row(connection, connection.execute(statement).one())


def find_decision(connection: Connection, sequence: int) -> DecisionRow | None:
    row = connection.execute(select(_decisions).where(_decisions.c.sequence == sequence)).first()
    return None if row is None else _decision_row(connection, row)


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


def sealed_content(connection: Connection, row: Found[Any]) -> str:
    """Return a decision as its log entry holds it."""
    other = _other(connection, row.sequence)
    side: Row | None = None if other is None else {name: getattr(other, name) for name in _TIE}
    return _sealed({name: getattr(row, name) for name in _SEALED}, side)


def places_of(connection: Connection, row: Found[Any]) -> tuple[Place, ...] | None:
    """Return the characters decided on; ``None`` where a text is not the one of that time."""
    other = _other(connection, row.sequence)
    tied = (row,) if other is None else (row, other)
    if not all(_is_same_text(connection, one) for one in tied):
        return None
    return tuple(Place(document=one.document_id, spans=one.spans) for one in tied)


def current_record(connection: Connection, row: Found[Any]) -> str | None:
    """Return the id of the record that has the characters of a decision now."""
    kind = RecordKind(row.kind)
    if kind in _OF_WHOLE_DOCUMENTS:
        return str(row.document_id)
    if kind is RecordKind.ACTOR:
        return current_actor(connection, row)
    if kind is RecordKind.PROPOSAL:
        return row.target if are_two_actors(connection, *read_strings(row.old)) else None
    places = places_of(connection, row)
    return None if places is None else find_current(connection, kind, places, row.target)


# They hold for the bytes, whatever a later reading makes of the text.
_OF_WHOLE_DOCUMENTS = frozenset({RecordKind.DOCUMENT, RecordKind.DATE})


def _sealed(content: Row, other: Row | None) -> str:
    tie = {} if other is None else {"other": {name: other[name] for name in _TIE}}
    return compact({name: content[name] for name in _SEALED} | tie)


def _tied(connection: Connection, place: Place) -> Row:
    """Return what ties a decision to its characters, whatever a later run calls the record."""
    documents, texts = tables.documents, tables.texts
    found = connection.execute(
        select(documents.c.sha256, texts.c.sha256.label("text_sha256"))
        .join(texts, texts.c.document_id == documents.c.id)
        .where(documents.c.id == place.document)
    ).one()
    return {
        "document_id": place.document,
        "sha256": found.sha256,
        "text_sha256": found.text_sha256,
        "spans": place.spans,
    }


def _is_same_text(connection: Connection, tie: Any) -> bool:
    texts = tables.texts
    statement = select(texts.c.sha256).where(texts.c.document_id == tie.document_id)
    return bool(connection.execute(statement).scalar_one_or_none() == tie.text_sha256)


def _other(connection: Connection, sequence: int) -> Found[Any] | None:
    return connection.execute(select(_sides).where(_sides.c.sequence == sequence)).first()


def _decision_row(connection: Connection, row: Found[Any]) -> DecisionRow:
    other = _other(connection, row.sequence)
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
        current=current_record(connection, row),
        other=None if other is None else _decision_side(other),
    )


def _decision_side(row: Found[Any]) -> DecisionSide:
    return DecisionSide(
        document=row.document_id,
        sha256=row.sha256,
        text_sha256=row.text_sha256,
        spans=read_spans(row.spans),
    )


def decision_rows(connection: Connection, rows: Sequence[Found[Any]]) -> tuple[DecisionRow, ...]:
    """Return decisions that were read as rows."""
    return tuple(_decision_row(connection, row) for row in rows)
