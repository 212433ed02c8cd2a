"""The flags of documents: those of the reader, and those that follow from copies.

The latter are not stored: a copy may be there long before its original is.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Subquery, case, literal, select, union_all

from sayso.case import tables
from sayso.documents import Flag
from sayso.story.reuse_edge import Direction, ReuseKind

_reuse, _stored = tables.reuse, tables.document_flags


def flag_rows() -> Subquery:
    """Return rows of ``document_id`` and ``flag``; one may be there several times.

    Where nothing tells which of two texts is the copy, each repeats the other and neither is said
    to be respun.
    """
    directed = _reuse.c.direction != Direction.UNKNOWN.value
    is_respun = _reuse.c.kind == ReuseKind.RESPUN.value
    repeats = Flag.NEAR_DUPLICATE.value
    of_copy = case((is_respun, Flag.RESPUN.value), else_=repeats).label("flag")
    either = literal(repeats).label("flag")
    return union_all(
        select(_stored.c.document_id, _stored.c.flag),
        select(_reuse.c.to_document, of_copy).where(directed),
        select(_reuse.c.to_document, either).where(~directed),
        select(_reuse.c.from_document, either).where(~directed),
    ).subquery("flags")


def flags_of(connection: Connection, ids: Sequence[str]) -> Mapping[str, frozenset[Flag]]:
    """Return the flags of several documents."""
    rows, found = flag_rows(), defaultdict[str, set[Flag]](set)
    for row in connection.execute(select(rows).where(rows.c.document_id.in_(ids))):
        found[row.document_id].add(Flag(row.flag))
    return {name: frozenset(found[name]) for name in ids}
