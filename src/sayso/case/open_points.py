"""What still stands open in a case, by kind: who passes it on can stop while there is any."""

from enum import StrEnum

from sqlalchemy import Connection, func, or_, select

from sayso.case import tables
from sayso.case.conditions import of_speech
from sayso.case.counting import count_problems, count_rows
from sayso.case.decisions import list_decisions
from sayso.case.flags import flag_rows
from sayso.case.review_records import ReviewState, Why
from sayso.case.review_tables import review_queue, reviews
from sayso.documents import Flag
from sayso.language.analysis import AttributionKind


class OpenPoint(StrEnum):
    """Why a case, or a document of it, may not be ready to be passed on.

    Those up to ``PROPOSAL`` are rows that wait for a person in the queue of review: one that was
    decided on is open no longer.
    """

    OUTDATED = "outdated"  # decided on, but a later reading says something else
    CONFLICT = "conflict"
    CONTRADICTION = "contradiction"
    DENIAL = "denial"
    DOUBTFUL_DATE = "doubtful_date"
    OUTCOME = "outcome"
    DIFFERS = "differs"  # reports of one statement differ in a number, a negation or how sure it is
    PROPOSAL = "proposal"
    UNSOURCED = "unsourced"  # somebody's words, and nothing in the text says whose
    UNDATED = "undated"
    UNREAD = "unread"  # items that were found and could not be read
    ORPHANED = "orphaned"  # decisions on words that are gone


_WAITING = {
    **{Why(point.value): point for point in OpenPoint if point.value in list(Why)},
    Why.CONFLICT_AGAIN: OpenPoint.CONFLICT,
}
_claims = tables.claims.c


def count_open(connection: Connection, document: str | None) -> tuple[tuple[OpenPoint, int], ...]:
    """Count every kind of open point, in the whole case or in what rests on one document.

    An item that could not be read belongs to no document.
    """
    found = dict.fromkeys(OpenPoint, 0)
    for why, number in _waiting(connection, document):
        if why in _WAITING:
            found[_WAITING[why]] += number
    found[OpenPoint.UNSOURCED] = _unsourced(connection, document)
    found[OpenPoint.UNDATED] = _undated(connection, document)
    found[OpenPoint.UNREAD] = 0 if document else count_problems(connection)
    found[OpenPoint.ORPHANED] = sum(
        document in {None, row.document}
        for row in list_decisions(connection, orphaned=True, limit=None, offset=0)
    )
    return tuple(found.items())


def _waiting(connection: Connection, document: str | None) -> list[tuple[Why, int]]:
    queue = review_queue.c
    counted = select(queue.why, func.count().label("number")).group_by(queue.why)
    if document is not None:
        ends = (queue.document_id == document, queue.other_document_id == document)
        counted = counted.where(or_(*ends))
    return [(Why(row.why), row.number) for row in connection.execute(counted)]


def _unsourced(connection: Connection, document: str | None) -> int:
    """Count what was said by nobody knows whom, but for what a person rejected."""
    rejected = select(reviews.c.record_id).where(reviews.c.state == ReviewState.REJECTED.value)
    wanted = [
        _claims.speaker.is_(None),
        _claims.source_words == "",
        _claims.kind != AttributionKind.OWN_VOICE.value,
        of_speech(),
        _claims.id.not_in(rejected),
    ]
    if document is not None:
        wanted.append(_claims.document_id == document)
    return count_rows(connection, tables.claims, *wanted)


def _undated(connection: Connection, document: str | None) -> int:
    rows = flag_rows()
    undated = select(func.count(rows.c.document_id.distinct())).where(
        rows.c.flag == Flag.UNDATED.value
    )
    if document is not None:
        undated = undated.where(rows.c.document_id == document)
    return connection.execute(undated).scalar_one()
