"""Taking over decisions of another case: kept with who, when and why, tied to the same characters."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from sayso.case import tables
from sayso.case.actor_deciding import keep_on_actors
from sayso.case.decision_records import DecisionRow, DecisionSide, RecordKind, Verdict
from sayso.case.decisions import keep, one_decision
from sayso.case.event_deciding import keep_on_events
from sayso.case.review_keeping import settle_decision
from sayso.case.values import Row, spans_text
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What became of decisions: taken over, of these without a row that has their characters, left out."""

    taken: int = 0
    orphaned: int = 0
    left_out: int = 0


def restore(
    connection: Connection, row: DecisionRow, numbers: Mapping[int, int]
) -> DecisionRow | None:
    """Keep a decision of another case; ``None`` if a document of it is not here.

    ``numbers`` says how decisions that were taken over before are called here.
    """
    documents = [row.document, *([row.other.document] if row.other else [])]
    if not all(_is_here(connection, document) for document in documents):
        return None
    decision = row.decision
    new = decision.new
    if decision.verdict is Verdict.UNDO and new is not None and new.isdecimal():
        if int(new) not in numbers:
            return None
        new = str(numbers[int(new)])
    content: Row = {
        "actor": decision.actor,
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "target": decision.target,
        "kind": row.kind.value,
        **_tie(row),
        "field": decision.field,
        "old": decision.old,
        "new": new,
    }
    if row.kind is RecordKind.EVENT:
        return keep_on_events(connection, content, row.at)
    if row.kind is RecordKind.ACTOR:
        return one_decision(connection, keep_on_actors(connection, content, row.at))
    other = _tie(row.other) if row.other else None
    kept = one_decision(connection, keep(connection, content, row.at, other=other))
    settle_decision(connection, kept)
    return kept


def _is_here(connection: Connection, document: str) -> bool:
    statement = select(tables.documents.c.id).where(tables.documents.c.id == document)
    return connection.execute(statement).first() is not None


def _tie(place: DecisionRow | DecisionSide) -> Row:
    return {
        "document_id": place.document,
        "sha256": place.sha256,
        "text_sha256": place.text_sha256,
        "spans": spans_text(place.spans),
    }
