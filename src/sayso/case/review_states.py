"""Keeping the standing of rows in step with the decisions and with each new reading of a document."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, delete, or_, select
from sqlalchemy import Row as Found

from sayso.case import log_tables
from sayso.case.decision_records import RecordKind
from sayso.case.decisions import current_record
from sayso.case.dialect.expressions import insert_or_replace, insert_unless_there
from sayso.case.parts import in_parts
from sayso.case.review_fields import machine_values
from sayso.case.review_folding import standing
from sayso.case.review_records import Edit, Review, ReviewState
from sayso.case.review_tables import review_documents, reviews
from sayso.case.review_targets import Target, target_of
from sayso.case.values import Row, compact, moment_text, read_moment

_decisions, _sides = log_tables.decisions, log_tables.decision_sides
# Ids that one statement asks for.
_AT_ONCE = 500


def refresh(connection: Connection, target: Target) -> Review | None:
    """Work out anew how one row stands, keep it and return it."""
    rows = decisions_on(connection, target)
    review = standing(rows, machine_values(connection, target))
    if review is None:
        _forget(connection, target.kind, target.id)
        return None
    connection.execute(insert_or_replace(reviews), _row(target, review))
    ties: list[Row] = [
        {"document_id": place.document, "kind": target.kind.value, "record_id": target.id}
        for place in target.places
    ]
    if ties:
        connection.execute(insert_unless_there(review_documents), ties)
    return review


def refresh_document(connection: Connection, document: str) -> tuple[Target, ...]:
    """Work out anew what stands on a document that was read again; return the rows decided on."""
    ties = review_documents.c
    tied = select(ties.kind, ties.record_id).where(ties.document_id == document)
    for kind, name in connection.execute(tied).all():
        _forget(connection, RecordKind(kind), name)
    targets = {}
    for row in _decisions_of_document(connection, document):
        current = current_record(connection, row)
        if current is not None:
            of = RecordKind(row.kind)
            targets[of, current] = target_of(connection, of, current)
    for target in targets.values():
        refresh(connection, target)
    return tuple(targets.values())


def decisions_on(connection: Connection, target: Target) -> list[Found[Any]]:
    """Return the decisions on a row in their order: those whose characters it has now."""
    if target.places:
        at = [
            and_(_decisions.c.document_id == place.document, _decisions.c.spans == place.spans)
            for place in target.places
        ]
        where = or_(*at)
    else:
        where = _decisions.c.target == target.id
    statement = (
        select(_decisions)
        .where(where, _decisions.c.kind == target.kind.value)
        .order_by(_decisions.c.sequence)
    )
    found = connection.execute(statement).all()
    return [row for row in found if current_record(connection, row) == target.id]


def read_reviews(connection: Connection, kind: RecordKind, ids: Iterable[str]) -> dict[str, Review]:
    """Return how some rows of a kind stand; rows without a decision are left out."""
    found = {}
    for some in in_parts(list(dict.fromkeys(ids)), _AT_ONCE):
        statement = select(reviews).where(
            reviews.c.kind == kind.value, reviews.c.record_id.in_(some)
        )
        for row in connection.execute(statement):
            found[row.record_id] = read_review(row)
    return found


def read_review(row: Found[Any]) -> Review:
    return Review(
        state=ReviewState(row.state),
        edits=tuple(
            Edit(field=field, old=old, new=new) for field, old, new in json.loads(row.edits)
        ),
        comments=row.comments,
        actor=row.actor,
        at=read_moment(row.at),
        sequence=row.sequence,
        outdated=bool(row.outdated),
    )


def _row(target: Target, review: Review) -> Row:
    return {
        "kind": target.kind.value,
        "record_id": target.id,
        "state": review.state.value,
        "edits": compact([[edit.field, edit.old, edit.new] for edit in review.edits]),
        "comments": review.comments,
        "actor": review.actor,
        "at": moment_text(review.at),
        "sequence": review.sequence,
        "outdated": int(review.outdated),
    }


def _forget(connection: Connection, kind: RecordKind, name: str) -> None:
    for table in (reviews, review_documents):
        connection.execute(
            delete(table).where(table.c.kind == kind.value, table.c.record_id == name)
        )


def _decisions_of_document(connection: Connection, document: str) -> Iterator[Found[Any]]:
    """Yield the decisions with a place in a document; those on actors are settled elsewhere."""
    others = select(_sides.c.sequence).where(_sides.c.document_id == document)
    statement = (
        select(_decisions)
        .where(
            or_(_decisions.c.document_id == document, _decisions.c.sequence.in_(others)),
            _decisions.c.kind.not_in((RecordKind.ACTOR.value, RecordKind.PROPOSAL.value)),
        )
        .order_by(_decisions.c.sequence)
    )
    yield from connection.execute(statement).all()
