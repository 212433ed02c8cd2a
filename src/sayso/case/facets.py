"""What a list could be narrowed by further, with how much would be left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from sayso.case import tables
from sayso.case.conditions import claim_conditions, figure_conditions
from sayso.case.filters import ClaimFilter, FigureFilter

if TYPE_CHECKING:
    from sayso.case.conditions import AnySelect

# Rows looked at: beyond that a facet says "at least".
_MOST_ROWS = 20_000
# Values of one facet that are offered.
_OFFERED = 12
_CLAIM_FACETS: Mapping[str, ColumnElement[Any]] = MappingProxyType(
    {
        "force": tables.claims.c.force,
        "kind": tables.claims.c.kind,
        "manner": tables.claims.c.manner,
        "outlet": tables.documents.c.outlet,
    }
)
_FIGURE_FACETS: Mapping[str, ColumnElement[Any]] = MappingProxyType(
    {
        "predicate": tables.figures.c.predicate,
        "kind": tables.figures.c.kind,
        "modifier": tables.figures.c.modifier,
        "outlet": tables.documents.c.outlet,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One field of a filter with its commonest values; ``whole`` unless there were too many rows."""

    field: str
    values: tuple[tuple[str, int], ...]
    whole: bool


def claim_facets(connection: Connection, by: ClaimFilter) -> Iterator[Facet]:
    """Yield the facets of claims, each counted as if it were not narrowed by itself."""
    for field, column in _CLAIM_FACETS.items():
        conditions = claim_conditions(replace(by, **{field: None}))
        yield _facet(connection, field, _some(column, tables.claims, conditions))


def figure_facets(connection: Connection, by: FigureFilter) -> Iterator[Facet]:
    """Yield the facets of figures, each counted as if it were not narrowed by itself."""
    for field, column in _FIGURE_FACETS.items():
        conditions = figure_conditions(replace(by, **{field: None}))
        yield _facet(connection, field, _some(column, tables.figures, conditions))


def _some(column: ColumnElement[Any], table: FromClause, conditions: Any) -> "AnySelect":
    documents, datings = tables.documents, tables.datings
    joined = table.join(documents, documents.c.id == table.c.document_id).join(
        datings, datings.c.document_id == table.c.document_id
    )
    some = select(column.label("value")).select_from(joined).where(*conditions)
    return some.limit(_MOST_ROWS)


def _facet(connection: Connection, field: str, some: "AnySelect") -> Facet:
    rows = some.subquery()
    number = func.count().label("number")
    counted = connection.execute(
        select(rows.c.value, number).group_by(rows.c.value).order_by(number.desc(), rows.c.value)
    ).all()
    told = [(str(row.value), int(row.number)) for row in counted if row.value is not None]
    return Facet(
        field=field,
        values=tuple(told[:_OFFERED]),
        whole=sum(row.number for row in counted) < _MOST_ROWS,
    )
