"""Conflicts of copies: a text that was put out again disputes nothing on the day of the copy."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, exists, or_, select
from sqlalchemy.sql import ColumnElement, FromClause

from sayso.case import figure_tables, tables
from sayso.case.dialect.expressions import only_tested
from sayso.story.figures.verdict import Verdict
from sayso.story.reuse_edge import Direction, ReuseEdge

# Share of a copy that its original covers; below it the copy has words of its own.
_WHOLE = 0.8
_figures, _relations = figure_tables.counted_figures, figure_tables.figure_relations


def drop_conflicts_of_copies(
    connection: Connection, document_id: str, edges: Iterable[ReuseEdge]
) -> None:
    """Remove conflicts between a copy and another document; those of its original stay.

    A copy takes the day on which it was put out for the day as of which its numbers hold.
    """
    touched = {document_id, *(edge.to_document for edge in edges)}
    keys = select(_figures.c.key).where(_figures.c.document_id.in_(sorted(touched)))
    left, right = _figures.alias("left_figure"), _figures.alias("right_figure")
    disputed = (
        select(_relations.c.left_key, _relations.c.right_key)
        .join(left, left.c.key == _relations.c.left_key)
        .join(right, right.c.key == _relations.c.right_key)
        .where(
            only_tested(_relations.c.verdict) == Verdict.CONFLICT.value,
            or_(_relations.c.left_key.in_(keys), _relations.c.right_key.in_(keys)),
            left.c.document_id != right.c.document_id,
            or_(_is_copy(left), _is_copy(right)),
        )
    )
    for row in connection.execute(disputed).all():
        connection.execute(
            delete(_relations).where(
                _relations.c.left_key == row.left_key, _relations.c.right_key == row.right_key
            )
        )


def _is_copy(figure: FromClause) -> ColumnElement[bool]:
    reuse = tables.reuse
    return exists().where(
        reuse.c.to_document == figure.c.document_id,
        reuse.c.direction != Direction.UNKNOWN.value,
        reuse.c.score >= _WHOLE,
    )
