"""What a list could be narrowed by further, with how much would be left."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, select

from sayso.case import tables
from sayso.case.conditions import Condition, claim_conditions, figure_conditions
from sayso.case.filters import ClaimFilter, FigureFilter

# Rows looked at: beyond that a facet says "at least".
_MOST_ROWS = 5_000
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
    dated = by.since is not None or by.until is not None
    whole = _columns(connection, tables.claims, _CLAIM_FACETS, claim_conditions(by), dated=dated)
    for field, column in _CLAIM_FACETS.items():
        if getattr(by, field) is None:
            yield _facet(field, whole[field])
            continue
        conditions = claim_conditions(replace(by, **{field: None}))
        alone = _columns(connection, tables.claims, {field: column}, conditions, dated=dated)
        yield _facet(field, alone[field])


def figure_facets(connection: Connection, by: FigureFilter) -> Iterator[Facet]:
    """Yield the facets of figures, each counted as if it were not narrowed by itself."""
    dated = by.since is not None or by.until is not None
    conditions = figure_conditions(by)
    whole = _columns(connection, tables.figures, _FIGURE_FACETS, conditions, dated=dated)
    for field, column in _FIGURE_FACETS.items():
        if getattr(by, field) is None:
            yield _facet(field, whole[field])
            continue
        conditions = figure_conditions(replace(by, **{field: None}))
        alone = _columns(connection, tables.figures, {field: column}, conditions, dated=dated)
        yield _facet(field, alone[field])


def _columns(
    connection: Connection,
    table: Table,
    facets: Mapping[str, ColumnElement[Any]],
    conditions: Sequence[Condition],
    *,
    dated: bool,
) -> dict[str, list[str | None]]:
    """Return the values of some columns in the first rows that are wanted."""
    documents, datings = tables.documents, tables.datings
    joined: FromClause = table.join(documents, documents.c.id == table.c.document_id)
    if dated:
        joined = joined.join(datings, datings.c.document_id == table.c.document_id)
    some = select(*facets.values()).select_from(joined).where(*conditions).limit(_MOST_ROWS)
    rows = connection.execute(some).all()
    return {field: [row[at] for row in rows] for at, field in enumerate(facets)}


def _facet(field: str, values: Sequence[str | None]) -> Facet:
    counted = Counter(value for value in values if value is not None)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Facet(field=field, values=tuple(ordered[:_OFFERED]), whole=len(values) < _MOST_ROWS)
