"""Which document repeats which, and the fingerprints by which that is found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sqlalchemy import Connection, bindparam, delete, func, or_, select

from sayso.case import tables
from sayso.case.conditions import page
from sayso.case.dialect.expressions import insert_or_replace, one_of, one_of_bound
from sayso.case.new_relations import Relations
from sayso.case.parts import in_parts
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.records import FingerprintMatch
from sayso.case.run_records import RunId
from sayso.case.values import Row, read_spans, spans_text
from sayso.errors import CaseError
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind

_KEY_LIMIT = 2**63

_reuse, _fingerprints, _documents = tables.reuse, tables.fingerprints, tables.documents
_NAMES = Prepared(
    select(_documents.c.key, _documents.c.id).where(one_of_bound(_documents.c.key, "keys"))
)
_FIRST_OF_KEY = Prepared(
    select(_fingerprints.c.document_key)
    .where(_fingerprints.c.kind == bindparam("of"), _fingerprints.c.key == bindparam("wanted"))
    .order_by(_fingerprints.c.document_key)
    .limit(bindparam("most"))
)


def relate(connection: Connection, document_id: str, relations: Relations, run: RunId) -> None:
    """Store the fingerprints of a new document and the edges from and to it."""
    for fingerprint in relations.fingerprints:
        set_fingerprints(connection, document_id, fingerprint.kind, fingerprint.keys)
    add_reuse(connection, relations.edges, run)


def add_reuse(connection: Connection, edges: Iterable[ReuseEdge], run: RunId) -> None:
    rows: list[Row] = [
        {
            "from_document": edge.from_document,
            "to_document": edge.to_document,
            "kind": edge.kind.value,
            "score": float(edge.score),
            "from_spans": spans_text(edge.from_spans),
            "to_spans": spans_text(edge.to_spans),
            "direction": edge.direction.value,
            "rule": edge.rule,
            "run_id": run,
        }
        for edge in edges
    ]
    if rows:
        insert_rows(connection, insert_or_replace(_reuse), rows)


def list_reuse(
    connection: Connection,
    *,
    document: str | None,
    kind: ReuseKind | None,
    limit: int | None,
    offset: int,
) -> Iterator[ReuseEdge]:
    statement = select(_reuse).order_by(*_reuse.primary_key)
    if document is not None:
        ends = (_reuse.c.from_document == document, _reuse.c.to_document == document)
        statement = statement.where(or_(*ends))
    if kind is not None:
        statement = statement.where(_reuse.c.kind == kind.value)
    for row in connection.execute(page(statement, limit, offset)):
        yield ReuseEdge(
            from_document=row.from_document,
            to_document=row.to_document,
            kind=ReuseKind(row.kind),
            score=row.score,
            from_spans=read_spans(row.from_spans),
            to_spans=read_spans(row.to_spans),
            direction=Direction(row.direction),
            rule=row.rule,
        )


def copies_among(connection: Connection, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield which of some documents repeat which other ones of them, those that repeat first."""
    ends = (_reuse.c.from_document, _reuse.c.to_document)
    both = (one_of(end, documents) for end in ends)
    for row in connection.execute(select(*ends).where(*both).order_by(*ends)):
        yield row.from_document, row.to_document


def set_fingerprints(
    connection: Connection, document_id: str, kind: str, keys: Iterable[int]
) -> None:
    found = connection.execute(
        select(_documents.c.key).where(_documents.c.id == document_id)
    ).scalar_one_or_none()
    if found is None:
        raise CaseError(f"there is no document {document_id} in this case")
    connection.execute(
        delete(_fingerprints).where(
            _fingerprints.c.document_key == found, _fingerprints.c.kind == kind
        )
    )
    rows: list[Row] = [{"kind": kind, "key": key, "document_key": found} for key in _checked(keys)]
    if rows:
        insert_rows(connection, _fingerprints, rows)


def matching(
    connection: Connection, kind: str, keys: Sequence[int], *, limit: int, per_key: int | None
) -> tuple[FingerprintMatch, ...]:
    """Count shared keys by document; of each key only the first ``per_key`` documents count.

    So a key that half of the case has costs no more than another, and copies of one text, whose
    keys are all common, are still found by the earliest of them.
    """
    wanted = _checked(keys)
    counts = _shared_by_all if per_key is None else partial(_shared_by_first, per_key=per_key)
    shared = counts(connection, kind, wanted)
    best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    named = dict(_NAMES.tuples(connection, keys=[key for key, _ in best]))
    return tuple(FingerprintMatch(document=named[key], shared=count) for key, count in best)


def _shared_by_all(connection: Connection, kind: str, keys: Sequence[int]) -> Counter[int]:
    shared: Counter[int] = Counter()
    for some in in_parts(keys):
        statement = (
            select(_fingerprints.c.document_key, func.count().label("shared"))
            .where(_fingerprints.c.kind == kind, _fingerprints.c.key.in_(some))
            .group_by(_fingerprints.c.document_key)
        )
        for row in connection.execute(statement):
            shared[row.document_key] += row.shared
    return shared


def _shared_by_first(
    connection: Connection, kind: str, keys: Sequence[int], *, per_key: int
) -> Counter[int]:
    shared: Counter[int] = Counter()
    for _, rows in _FIRST_OF_KEY.for_each(connection, "wanted", keys, of=kind, most=per_key):
        shared.update(document for (document,) in rows)
    return shared


def _checked(keys: Iterable[int]) -> list[int]:
    """Return each key once, in order; ValueError if one does not fit into 64 bits with a sign."""
    each = sorted(set(keys))
    for key in (*each[:1], *each[-1:]):
        if not -_KEY_LIMIT <= key < _KEY_LIMIT:
            raise ValueError(f"a fingerprint fits into a signed 64-bit integer, got {key}")
    return each
