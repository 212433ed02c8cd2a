"""The queue of review: what comes next, what came before, and how much is left."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, select, tuple_
from sqlalchemy import Row as Found

from sayso.case.decision_records import RecordKind
from sayso.case.dialect.expressions import insert_or_replace
from sayso.case.review_proposals import is_best
from sayso.case.review_queueing import RANK, enqueue, entry, proposal_entry, put
from sayso.case.review_records import (
    QueueCount,
    QueueEntry,
    QueuePlace,
    Review,
    ReviewState,
    Why,
)
from sayso.case.review_tables import review_queue
from sayso.case.review_targets import Target

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from sayso.case.sought import AnySelect

# Beyond so many, how many wait no longer matters.
COUNTED = 10_000
_queue = review_queue.c
_ORDER = (_queue.rank, _queue.place, _queue.record_id)
_DECIDED = frozenset(
    {ReviewState.ACCEPTED, ReviewState.EDITED, ReviewState.REJECTED, ReviewState.UNSURE}
)


def list_entries(
    connection: Connection,
    *,
    kinds: Sequence[RecordKind],
    after: QueuePlace | None = None,
) -> Iterator[QueueEntry]:
    """Yield what waits, in order, from the first or from what comes behind ``after``."""
    statement = _of_kinds(select(review_queue), kinds).order_by(*_ORDER)
    if after is not None:
        statement = statement.where(tuple_(*_ORDER) > _tuple(after))
    yield from _entries(connection, statement)


def list_before(
    connection: Connection, before: QueuePlace, *, kinds: Sequence[RecordKind]
) -> Iterator[QueueEntry]:
    """Yield what waits before a place, the nearest first."""
    statement = _of_kinds(select(review_queue), kinds).where(tuple_(*_ORDER) < _tuple(before))
    backwards = (column.desc() for column in _ORDER)
    yield from _entries(connection, statement.order_by(*backwards))


def place_in_queue(connection: Connection, name: str) -> QueueEntry | None:
    """Return where a row waits; ``None`` if it does not."""
    row = connection.execute(select(review_queue).where(_queue.record_id == name)).first()
    return None if row is None else _entry(row)


def count_left(connection: Connection, *, kinds: Sequence[RecordKind]) -> QueueCount:
    """Count what waits, no further than matters."""
    some = _of_kinds(select(_queue.rank), kinds).limit(COUNTED + 1).subquery()
    number = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return _counted(number)


def count_reasons(connection: Connection) -> tuple[tuple[Why, QueueCount], ...]:
    """Count what waits by why it does, the most pressing first, each no further than matters."""
    found = zip(RANK, connection.execute(_BY_REASON).one(), strict=True)
    return tuple((why, _counted(number)) for why, number in found if number)


def _counted(number: int) -> QueueCount:
    return QueueCount(number=min(number, COUNTED), more=number > COUNTED)


def settle(connection: Connection, target: Target, review: Review | None) -> None:
    """Take a row out of the queue that was decided on, or put it back."""
    if review is not None and review.outdated:
        _put_outdated(connection, target)
    elif review is not None and review.state in _DECIDED:
        connection.execute(delete(review_queue).where(_queue.record_id == target.id))
    elif target.kind is RecordKind.PROPOSAL:
        (left, right), document = target.names, _document_naming(connection, target)
        if document is not None:
            put(connection, [proposal_entry(document, left, right, 0.0)])
    else:
        for place in target.places:
            enqueue(connection, place.document)


def _put_outdated(connection: Connection, target: Target) -> None:
    connection.execute(delete(review_queue).where(_queue.record_id == target.id))
    documents = [place.document for place in target.places]
    ends = (target.names[0], target.names[1]) if len(target.names) > 1 else None
    row = entry(
        Why.OUTDATED,
        target.kind,
        target.id,
        document=documents[0],
        other=documents[-1] if len(documents) > 1 else None,
        place=target.id,
        ends=ends,
    )
    connection.execute(insert_or_replace(review_queue), row)


def _document_naming(connection: Connection, target: Target) -> str | None:
    from sayso.case.actor_tables import actor_names, actor_writings  # noqa: PLC0415

    statement = (
        select(actor_writings.c.document_id)
        .join(actor_names, actor_names.c.key == actor_writings.c.name_key)
        .where(actor_names.c.name == target.names[0])
    )
    return connection.execute(statement).scalars().first()


def _entries(connection: Connection, statement: "AnySelect") -> Iterator[QueueEntry]:
    for row in connection.execute(statement):
        # Two names may have become one actor by a decision on others.
        if row.kind != RecordKind.PROPOSAL or is_best(connection, row.left_id, row.right_id):
            yield _entry(row)


def _entry(row: Found[Any]) -> QueueEntry:
    return QueueEntry(
        at=QueuePlace(rank=row.rank, place=row.place, record=row.record_id),
        kind=RecordKind(row.kind),
        id=row.record_id,
        why=Why(row.why),
    )


def _number_of(rank: int) -> "ColumnElement[int]":
    some = select(_queue.rank).where(_queue.rank == rank).limit(COUNTED + 1)
    return select(func.count()).select_from(some.subquery()).scalar_subquery()


_BY_REASON: "AnySelect" = select(*map(_number_of, RANK.values()))


def _of_kinds(statement: "AnySelect", kinds: Sequence[RecordKind]) -> "AnySelect":
    if not kinds:
        return statement
    return statement.where(_queue.kind.in_([kind.value for kind in kinds]))


def _tuple(place: QueuePlace) -> tuple[int, str, str]:
    return place.rank, place.place, place.record
