"""Which rows of a document a person should look at, and how soon: one rule for each reason.

A rule looks at the rows of one document and finds them by an index, so that entering a document costs
the same however large the case is.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, exists, func, or_, select

from sayso.case import actor_tables, statement_tables, tables
from sayso.case.decision_records import RecordKind
from sayso.case.dialect.expressions import insert_or_replace, only_tested
from sayso.case.figure_tables import figure_relations
from sayso.case.forecast_tables import forecast_outcomes
from sayso.case.parts import in_parts
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.review_proposals import proposals_of
from sayso.case.review_records import ReviewState, Why
from sayso.case.review_states import read_reviews
from sayso.case.review_tables import queued_documents, review_queue
from sayso.case.review_targets import (
    LEFT_FIGURE,
    RIGHT_FIGURE,
    proposal_target,
    related_figures,
)
from sayso.case.values import Row
from sayso.documents import record_id
from sayso.story.denials.denial import DenialKind
from sayso.story.figures.verdict import Verdict
from sayso.story.quotes.alignment import Concern

Rule: TypeAlias = Callable[[Connection, str], Iterator[Row]]

# Counted up whenever a rule changes, so that older documents are looked through again.
RULES_VERSION = 1
# Where a reason stands in the queue; the gaps leave room for more.
RANK: dict[Why, int] = {
    why: 10 * at
    for at, why in enumerate(one for one in Why if one not in {Why.SAMPLE, Why.ASKED_FOR})
}
# Columns of which the first row of the case with each value is worth a look.
_FIGURE_KINDS = ("predicate", "modifier")
_CLAIM_KINDS = ("force", "manner")
# Ids that one statement takes.
_AT_ONCE = 500
# What is worth a look when two reports of one statement differ in it.
_TELLING = (Concern.NUMBER, Concern.NEGATION, Concern.MODALITY)


def enqueue(connection: Connection, document: str) -> None:
    """Enter the rows of a document, in place of those that it had in the queue."""
    queue = review_queue.c
    connection.execute(
        delete(review_queue).where(
            or_(queue.document_id == document, queue.other_document_id == document)
        )
    )
    put(connection, [row for rule in RULES for row in rule(connection, document)])
    noted: Row = {"document_id": document, "rules": RULES_VERSION}
    insert_rows(connection, insert_or_replace(queued_documents), [noted])


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Enter rows that nobody has decided on, each for its most pressing reason."""
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (str(row["record_id"]), int(row["rank"] or 0))):
        best.setdefault(str(row["record_id"]), row)
    settled = _settled(connection, best)
    kept = [row for row in best.values() if row["record_id"] not in settled]
    for some in in_parts(list(best), _AT_ONCE):
        connection.execute(delete(review_queue).where(review_queue.c.record_id.in_(some)))
    if kept:
        insert_rows(connection, insert_or_replace(review_queue), kept)


def unqueued(connection: Connection) -> tuple[str, ...]:
    """Return the documents that were never looked through, or by older rules."""
    documents = tables.documents
    statement = (
        select(documents.c.id)
        .outerjoin(queued_documents, queued_documents.c.document_id == documents.c.id)
        .where(
            or_(
                queued_documents.c.rules.is_(None),
                queued_documents.c.rules < RULES_VERSION,
            )
        )
        .order_by(documents.c.key)
    )
    return tuple(connection.execute(statement).scalars())


def entry(  # noqa: PLR0913 -- the columns of the queue
    why: Why,
    kind: RecordKind,
    name: str,
    *,
    document: str,
    place: str,
    other: str | None = None,
    ends: tuple[str, str] | None = None,
) -> Row:
    left, right = ends or (None, None)
    return {
        "rank": RANK[why],
        "place": place,
        "record_id": name,
        "kind": kind.value,
        "why": why.value,
        "document_id": document,
        "other_document_id": other,
        "left_id": left,
        "right_id": right,
    }


def proposal_entry(document: str, left: str, right: str, score: float) -> Row:
    target = proposal_target(left, right)
    # The likeliest first.
    place = f"{1 - score:.6f}"
    return entry(
        Why.PROPOSAL,
        target.kind,
        target.id,
        document=document,
        place=place,
        ends=(target.names[0], target.names[1]),
    )


def _settled(connection: Connection, rows: dict[str, Row]) -> frozenset[str]:
    """Return which of the rows were decided on, and are still what was decided on."""
    found = set()
    for kind in {str(row["kind"]) for row in rows.values()}:
        ids = [name for name, row in rows.items() if row["kind"] == kind]
        for name, review in read_reviews(connection, RecordKind(kind), ids).items():
            if review.state is not ReviewState.OPEN and not review.outdated:
                found.add(name)
    return frozenset(found)


def _conflicts(connection: Connection, document: str) -> Iterator[Row]:
    seen: set[str] = set()
    for row in connection.execute(_conflicts_of(document)).all():
        numbers = sorted((f"{row.left_lo}-{row.left_hi}", f"{row.right_lo}-{row.right_hi}"))
        # Those of one quantity stand together; the same two numbers once more can wait.
        place = f"{row.series}:{'/'.join(numbers)}"
        again = place in seen or _waits(connection, Why.CONFLICT, place)
        seen.add(place)
        ends = (row.left_id, row.right_id)
        yield entry(
            Why.CONFLICT_AGAIN if again else Why.CONFLICT,
            RecordKind.RELATION,
            record_id("v", *sorted(ends)),
            document=row.left_document,
            other=row.right_document,
            place=place,
            ends=ends,
        )


def _conflicts_of(document: str) -> Select[*tuple[Any, ...]]:
    mine = select(LEFT_FIGURE.c.key).where(LEFT_FIGURE.c.document_id == document)
    return (
        select(
            LEFT_FIGURE.c.figure_id.label("left_id"),
            LEFT_FIGURE.c.document_id.label("left_document"),
            LEFT_FIGURE.c.series,
            RIGHT_FIGURE.c.figure_id.label("right_id"),
            RIGHT_FIGURE.c.document_id.label("right_document"),
            *(
                side.c[bound].label(f"{end}_{bound}")
                for end, side in (("left", LEFT_FIGURE), ("right", RIGHT_FIGURE))
                for bound in ("lo", "hi")
            ),
        )
        .select_from(related_figures())
        .where(
            # A case has more conflicts than a document has verdicts.
            only_tested(figure_relations.c.verdict) == Verdict.CONFLICT.value,
            or_(
                figure_relations.c.left_key.in_(mine),
                figure_relations.c.right_key.in_(mine),
            ),
        )
        .order_by("left_id", "right_id")
    )


def _waits(connection: Connection, why: Why, place: str) -> bool:
    found = review_queue.c
    statement = select(found.record_id).where(found.rank == RANK[why], found.place == place)
    return connection.execute(statement.limit(1)).first() is not None


def _denials(connection: Connection, document: str) -> Iterator[Row]:
    found = statement_tables.denials.c
    statement = select(found.id, found.kind, found.asserted_document, found.denied_document).where(
        or_(found.asserted_document == document, found.denied_document == document)
    )
    for row in connection.execute(statement):
        opposed = row.kind == DenialKind.CONTRADICTION
        yield entry(
            Why.CONTRADICTION if opposed else Why.DENIAL,
            RecordKind.DENIAL,
            row.id,
            document=row.denied_document,
            other=row.asserted_document,
            place=row.denied_document,
        )


def _doubtful_dates(connection: Connection, document: str) -> Iterator[Row]:
    datings = tables.datings.c
    statement = select(datings.sort_day).where(
        datings.document_id == document, datings.doubtful == 1
    )
    for row in connection.execute(statement):
        yield entry(
            Why.DOUBTFUL_DATE, RecordKind.DATE, document, document=document, place=row.sort_day
        )


def _differing_quotes(connection: Connection, document: str) -> Iterator[Row]:
    found = statement_tables.quote_pairs.c
    statement = select(found.id, found.left_document, found.right_document).where(
        or_(found.left_document == document, found.right_document == document),
        or_(*(found.concerns.contains(concern.value) for concern in _TELLING)),
    )
    for row in connection.execute(statement):
        yield entry(
            Why.DIFFERS,
            RecordKind.QUOTE_PAIR,
            row.id,
            document=row.left_document,
            other=row.right_document,
            place=row.left_document,
        )


def _proposals(connection: Connection, document: str) -> Iterator[Row]:
    written = actor_tables.actor_writings
    mine = select(written.c.name_key).where(written.c.document_id == document)
    for one in proposals_of(connection, mine):
        yield proposal_entry(document, one.left_id, one.right_id, one.score)


def _guessed_figures(connection: Connection, document: str) -> Iterator[Row]:
    """Yield figures of which no word says what befell the counted: the core's guess."""
    figures = tables.figures.c
    statement = select(figures.id, figures.position).where(
        figures.document_id == document,
        figures.predicate.is_not(None),
        figures.predicate_span.is_(None),
    )
    for row in connection.execute(statement):
        yield _of_text(Why.CLOSE_CALL, RecordKind.FIGURE, row.id, document, row.position)


def _first_figures(connection: Connection, document: str) -> Iterator[Row]:
    yield from _first(connection, document, RecordKind.FIGURE, tables.figures, _FIGURE_KINDS)


def _first_claims(connection: Connection, document: str) -> Iterator[Row]:
    yield from _first(connection, document, RecordKind.CLAIM, tables.claims, _CLAIM_KINDS)


def _first(
    connection: Connection,
    document: str,
    kind: RecordKind,
    table: Table,
    columns: tuple[str, ...],
) -> Iterator[Row]:
    """Yield the rows that are the first of the case with some value of a column."""
    for name in columns:
        own, earlier = _FIRSTS[table.name, name]
        before = earlier.on(connection)
        for row in own.rows(connection, document=document):
            if not before(value=row.value, first=row.key):
                yield _of_text(Why.FIRST_OF_KIND, kind, row.id, document, row.position)


def _first_with(table: Table, column: str) -> tuple[Prepared, Prepared]:
    """Return what finds the first row of a document with each value, and whether one stands before it.

    Nearly always the first row that an index has of a value stands before that of a new document:
    to look for the very first of all would be to read every row with the value.
    """
    mine = (table.c.document_id == bindparam("document"), table.c[column].is_not(None))
    firsts = select(func.min(table.c.key)).where(*mine).group_by(table.c[column])
    own = select(table.c.key, table.c.id, table.c.position, table.c[column].label("value"))
    earlier = select(table.c.key).where(
        table.c[column] == bindparam("value"), only_tested(table.c.key) < bindparam("first")
    )
    return Prepared(own.where(table.c.key.in_(firsts))), Prepared(earlier.limit(1))


_FIRSTS = {
    (table.name, name): _first_with(table, name)
    for table, names in ((tables.figures, _FIGURE_KINDS), (tables.claims, _CLAIM_KINDS))
    for name in names
}


def _of_text(why: Why, kind: RecordKind, name: str, document: str, position: int) -> Row:
    return entry(why, kind, name, document=document, place=f"{document}:{position:06}")


def _outcomes(connection: Connection, document: str) -> Iterator[Row]:
    """Yield the best candidate of each forecast that a document makes or answers."""
    found = forecast_outcomes.c
    better = forecast_outcomes.alias("better")
    best = ~exists().where(
        better.c.forecast_id == found.forecast_id,
        or_(
            better.c.score > found.score,
            and_(better.c.score == found.score, better.c.id < found.id),
        ),
    )
    statement = select(found.id, found.forecast_document, found.report_document, found.score).where(
        or_(found.forecast_document == document, found.report_document == document), best
    )
    for row in connection.execute(statement):
        yield entry(
            Why.OUTCOME,
            RecordKind.OUTCOME,
            row.id,
            document=row.forecast_document,
            other=row.report_document,
            # The likeliest first.
            place=f"{1 - row.score:.6f}",
        )


RULES: tuple[Rule, ...] = (
    _conflicts,
    _outcomes,
    _denials,
    _doubtful_dates,
    _differing_quotes,
    _proposals,
    _guessed_figures,
    _first_figures,
    _first_claims,
)
