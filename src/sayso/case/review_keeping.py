"""Keeping review in step with a document that was added or read again."""

from sqlalchemy import Connection

from sayso.case.dating_settling import settle_decided
from sayso.case.decision_records import DecisionRow, RecordKind
from sayso.case.review_queue import settle
from sayso.case.review_queueing import enqueue
from sayso.case.review_states import read_reviews, refresh, refresh_document
from sayso.case.review_targets import target_of

# Decisions on actors are settled with their names, those on a document as such stand for themselves.
_ELSEWHERE = frozenset({RecordKind.ACTOR, RecordKind.DOCUMENT, RecordKind.PROPOSAL})


def keep_in_step(connection: Connection, document: str) -> None:
    """Carry decisions over to the rows that have their characters now, and queue the others."""
    decided = refresh_document(connection, document)
    enqueue(connection, document)
    for target in decided:
        review = read_reviews(connection, target.kind, (target.id,)).get(target.id)
        if review is not None and review.outdated:
            settle(connection, target, review)


def settle_decision(connection: Connection, row: DecisionRow) -> None:
    """Let a decision hold that was kept as it was given."""
    if row.current is not None and row.kind not in _ELSEWHERE:
        target = target_of(connection, row.kind, row.current)
        if target.kind is RecordKind.DATE:
            settle_decided(connection, target.id, now=row.at)
        settle(connection, target, refresh(connection, target))
