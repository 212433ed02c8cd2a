"""What a list could be narrowed by further, with how much would be left."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table

from sayso.case import tables
from sayso.case.conditions import claims_sought, figures_sought
from sayso.case.filters import ClaimFilter, FigureFilter
from sayso.case.key_sets import KeySets
from sayso.case.sought import Sought
from sayso.case.walking import in_any_order
from sayso.frozen import dataclass

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


def claim_facets(connection: Connection, by: ClaimFilter, sets: KeySets) -> Iterator[Facet]:
    """Yield the facets of claims, each counted as if it were not narrowed by itself."""
    counted = _Counted(connection, tables.claims, sets)
    whole = counted.values(_CLAIM_FACETS, claims_sought(by))
    for field, column in _CLAIM_FACETS.items():
        if getattr(by, field) is None:
            yield _facet(field, whole[field])
            continue
        sought = claims_sought(replace(by, **{field: None}))
        yield _facet(field, counted.values({field: column}, sought)[field])


def figure_facets(connection: Connection, by: FigureFilter, sets: KeySets) -> Iterator[Facet]:
    """Yield the facets of figures, each counted as if it were not narrowed by itself."""
    counted = _Counted(connection, tables.figures, sets)
    whole = counted.values(_FIGURE_FACETS, figures_sought(by))
    for field, column in _FIGURE_FACETS.items():
        if getattr(by, field) is None:
            yield _facet(field, whole[field])
            continue
        sought = figures_sought(replace(by, **{field: None}))
        yield _facet(field, counted.values({field: column}, sought)[field])


class _Counted:
    """Values of columns in the first rows that are wanted."""

    def __init__(self, connection: Connection, table: Table, sets: KeySets) -> None:
        self._connection, self._table, self._sets = connection, table, sets

    def values(
        self, facets: Mapping[str, ColumnElement[Any]], sought: Sought
    ) -> dict[str, list[str | None]]:
        found = in_any_order(self._connection, self._table, sought, self._sets)
        some = found.select(*facets.values()).limit(_MOST_ROWS)
        rows = self._connection.execute(some).all()
        return {field: [row[at] for row in rows] for at, field in enumerate(facets)}


def _facet(field: str, values: Sequence[str | None]) -> Facet:
    counted = Counter(value for value in values if value is not None)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return Facet(field=field, values=tuple(ordered[:_OFFERED]), whole=len(values) < _MOST_ROWS)
