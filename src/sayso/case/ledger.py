"""Lists of claims and figures, each with its document."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, and_, func, select
from sqlalchemy import Row as Found

from sayso.case import actor_tables, tables
from sayso.case.conditions import (
    claim_conditions,
    figure_conditions,
    page,
    with_document,
)
from sayso.case.evidence_rows import read_claim, read_figure
from sayso.case.filters import ClaimFilter, FigureFilter
from sayso.case.records import ClaimRow, FigureRow
from sayso.case.run_records import RunId
from sayso.case.sought import Condition
from sayso.case.values import read_interval
from sayso.errors import CaseError

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_documents, _datings = tables.documents, tables.datings


def list_claims(
    connection: Connection, by: ClaimFilter, *, limit: int | None, offset: int
) -> Iterator[ClaimRow]:
    claims = tables.claims
    statement = _with_actor(claim_conditions(by))
    ordered = statement.order_by(_datings.c.sort_day, _datings.c.document_id, claims.c.position)
    for row in connection.execute(page(ordered, limit, offset)):
        yield _claim_row(row)


def count_claims(connection: Connection, by: ClaimFilter) -> int:
    claims = with_document(tables.claims)
    counted = select(func.count()).select_from(claims).where(*claim_conditions(by))
    return connection.execute(counted).scalar_one()


def list_figures(
    connection: Connection, by: FigureFilter, *, limit: int | None, offset: int
) -> Iterator[FigureRow]:
    figures = tables.figures
    statement = _with_document(figures, figure_conditions(by))
    ordered = statement.order_by(_datings.c.sort_day, _datings.c.document_id, figures.c.position)
    for row in connection.execute(page(ordered, limit, offset)):
        yield _figure_row(row)


def one_claim(connection: Connection, claim_id: str) -> ClaimRow:
    row = connection.execute(_with_actor([tables.claims.c.id == claim_id])).first()
    if row is None:
        raise CaseError(f"there is no claim {claim_id} in this case")
    return _claim_row(row)


def claims_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ClaimRow]:
    """Return some claims by their ids, as many as one statement takes."""
    statement = _with_actor([tables.claims.c.id.in_(list(ids))])
    return {row.id: _claim_row(row) for row in connection.execute(statement)}


def one_figure(connection: Connection, figure_id: str) -> FigureRow:
    return _figure_row(_one(connection, tables.figures, figure_id))


def figures_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, FigureRow]:
    """Return some figures by their ids, as many as one statement takes."""
    statement = _with_document(tables.figures, [tables.figures.c.id.in_(list(ids))])
    return {row.id: _figure_row(row) for row in connection.execute(statement)}


def _one(connection: Connection, table: Table, name: str) -> Found[Any]:
    row = connection.execute(_with_document(table, [table.c.id == name])).first()
    if row is None:
        raise CaseError(f"there is no {table.name.removesuffix('s')} {name} in this case")
    return row


def _with_document(table: Table, conditions: Iterable[Condition]) -> "AnySelect":
    columns = (table, _documents.c.outlet, _datings.c.date_lo, _datings.c.date_hi)
    return select(*columns).select_from(with_document(table)).where(*conditions)


def _with_actor(conditions: Iterable[Condition]) -> "AnySelect":
    """Select claims with their document and with the actor who speaks, if one is known."""
    said, entities = actor_tables.claim_speakers, actor_tables.actor_entities
    names, actors = actor_tables.actor_names, actor_tables.actors
    same_entity = and_(
        entities.c.document_id == said.c.document_id, entities.c.entity == said.c.entity
    )
    return (
        _with_document(tables.claims, conditions)
        .add_columns(actors.c.id.label("actor"), actors.c.name.label("actor_name"))
        .outerjoin(said, said.c.claim_key == tables.claims.c.key)
        .outerjoin(entities, same_entity)
        .outerjoin(names, names.c.key == entities.c.name_key)
        .outerjoin(actors, actors.c.key == names.c.actor_key)
    )


def _claim_row(row: Found[Any]) -> ClaimRow:
    return ClaimRow(
        document=row.document_id,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        words=row.words,
        source_words=row.source_words,
        claim=read_claim(row),
        run=RunId(row.run_id),
        actor=row.actor,
        actor_name=row.actor_name,
    )


def _figure_row(row: Found[Any]) -> FigureRow:
    return FigureRow(
        document=row.document_id,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        words=row.words,
        counted=row.counted,
        place=row.place,
        figure=read_figure(row),
        run=RunId(row.run_id),
    )
