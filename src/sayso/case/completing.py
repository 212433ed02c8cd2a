"""Completing a case of this schema number that was made before all of its tables were there.

What is missing is made; what it holds beside that is worked out from the other rows.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, inspect, select, update

from sayso.case import actor_tables, figure_tables, tables
from sayso.case.actor_counts import said_by_name
from sayso.case.columns import METADATA
from sayso.case.dating_tables import settled_dates
from sayso.case.dialect.full_text import add_search, fill_search
from sayso.case.dialect.structure import add_column, columns_of_tables, drop_index, objects
from sayso.case.event_tables import event_members, event_reports
from sayso.case.figure_relations import verdict_id
from sayso.case.forecast_rows import rank_day
from sayso.case.forecast_tables import forecasts
from sayso.case.own_days import own_window
from sayso.case.place_tables import claim_places, place_counts, place_mentions
from sayso.case.placed import store_placed
from sayso.case.special_tables import SEARCHED
from sayso.case.values import Row, read_interval
from sayso.frozen import dataclass

_names = actor_tables.actor_names


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fill:
    """What is worked out where a table, or a column of it, was not there."""

    table: Table
    column: str
    work: Callable[[Connection], None]


def missing(connection: Connection) -> tuple[str, ...]:
    """Return the tables, columns and indexes that a case made today would have and this one has not."""
    lacking = _described() - objects(connection)
    columns = _described_columns() - columns_of_tables(connection)
    inside = {f"{table}.{column}" for table, column in columns if table not in lacking}
    return tuple(sorted(lacking | inside))


def complete(connection: Connection) -> None:
    """Make what is missing, and fill it."""
    had = objects(connection)
    columns = {
        table.name: _columns(connection, table)
        for table in METADATA.sorted_tables
        if table.name in had
    }
    wanted = [one for one in _FILLS if one.column not in columns.get(one.table.name, ())]
    if "report_key" not in columns.get(event_members.name, ("report_key",)):
        _rebuild_members(connection)
        del columns[event_members.name]
    for name, there in columns.items():
        for column in METADATA.tables[name].columns:
            if column.name not in there:
                add_column(connection, column)
    METADATA.create_all(connection)
    _settle_indexes(connection, had)
    for table, searched in SEARCHED:
        if _search_of(table) not in had:
            add_search(connection, table.name, searched)
            fill_search(connection, table.name)
    for one in wanted:
        one.work(connection)


def _described() -> frozenset[str]:
    named = {index.name for table in METADATA.sorted_tables for index in table.indexes}
    searches = {_search_of(table) for table, _ in SEARCHED}
    return frozenset({*METADATA.tables, *map(str, named), *searches})


def _described_columns() -> frozenset[tuple[str, str]]:
    return frozenset(
        (table.name, c.name) for table in METADATA.sorted_tables for c in table.columns
    )


def _search_of(table: Table) -> str:
    return f"{table.name}_fts"


def _columns(connection: Connection, table: Table) -> frozenset[str]:
    return frozenset(column["name"] for column in inspect(connection).get_columns(table.name))


def _settle_indexes(connection: Connection, had: frozenset[str]) -> None:
    """Make the indexes that are missing, and drop those that others have taken the place of."""
    described = {str(one.name): one for t in METADATA.sorted_tables for one in t.indexes}
    for name in sorted(had - described.keys()):
        if name.startswith("ix_"):
            drop_index(connection, name)
    for index in described.values():
        index.create(connection, checkfirst=True)


def _rebuild_members(connection: Connection) -> None:
    """Give the members of events the keys of their reports."""
    old = select(event_members.c.report_id, event_members.c.event_id)
    held = [tuple(row) for row in connection.execute(old)]
    event_members.drop(connection)
    event_members.create(connection)
    keys = {
        row.id: row.key
        for row in connection.execute(select(event_reports.c.id, event_reports.c.key))
    }
    rows: list[Row] = [
        {"report_key": keys[report], "report_id": report, "event_id": event}
        for report, event in held
        if report in keys
    ]
    if rows:
        connection.execute(insert(event_members), rows)


def _fill_placed(connection: Connection) -> None:
    names = select(place_mentions.c.document_id).where(place_mentions.c.place_id.is_not(None))
    for name in connection.execute(names.distinct()).scalars().all():
        store_placed(connection, name)


def _fill_counts(connection: Connection) -> None:
    place, document = place_mentions.c.place_id, place_mentions.c.document_id
    counted = (
        select(
            place, func.count(document.distinct()), func.count(), func.min(place_mentions.c.score)
        )
        .where(place.is_not(None), place_mentions.c.people == 0)
        .group_by(place)
    )
    connection.execute(delete(place_counts))
    connection.execute(place_counts.insert().from_select(place_counts.columns.keys(), counted))


def fill_own_days(connection: Connection) -> None:
    """Keep with the date of every document the days that its own rows give."""
    for table, name in ((tables.claims, "said"), (tables.figures, "as_of")):
        own = own_window(table, name).add_columns(table.c.document_id.label("the_document"))
        known = own.where(table.c[f"{name}_lo"].is_not(None) | table.c[f"{name}_hi"].is_not(None))
        found = connection.execute(known.group_by(table.c.document_id)).all()
        bounds: dict[str, Any] = {f"{name}_lo": bindparam("first"), f"{name}_hi": bindparam("last")}
        of_document = settled_dates.c.document_id == bindparam("the_document")
        rows: list[Row] = [dict(row._mapping) for row in found]  # noqa: SLF001 -- the public name of SQLAlchemy's row
        if rows:
            connection.execute(update(settled_dates).where(of_document).values(bounds), rows)


def _fill_ranks(connection: Connection) -> None:
    told = connection.execute(select(forecasts.c.key, forecasts.c.said_lo, forecasts.c.said_hi))
    rows: list[Row] = [
        {"the_key": row.key, "rank": rank_day(read_interval(row.said_lo, row.said_hi))}
        for row in told
    ]
    if rows:
        by_key = forecasts.c.key == bindparam("the_key")
        connection.execute(update(forecasts).where(by_key).values(rank_day=bindparam("rank")), rows)


def _fill_claims(connection: Connection) -> None:
    found = connection.execute(said_by_name()).all()
    rows: list[Row] = [{"the_key": row.name_key, "said": row.number} for row in found]
    if rows:
        by_key = _names.c.key == bindparam("the_key")
        connection.execute(update(_names).where(by_key).values(claims=bindparam("said")), rows)


def _fill_verdicts(connection: Connection) -> None:
    """Name the verdicts, so that one is found by its name."""
    figures, relations = figure_tables.counted_figures, figure_tables.figure_relations
    left, right = figures.alias(), figures.alias()
    ends = (
        select(relations.c.left_key, relations.c.right_key, left.c.figure_id, right.c.figure_id)
        .join(left, left.c.key == relations.c.left_key)
        .join(right, right.c.key == relations.c.right_key)
    )
    rows: list[Row] = [
        {"the_left": first, "the_right": second, "name": verdict_id(one, other)}
        for first, second, one, other in connection.execute(ends)
    ]
    if rows:
        same = (
            relations.c.left_key == bindparam("the_left"),
            relations.c.right_key == bindparam("the_right"),
        )
        connection.execute(update(relations).where(*same).values(id=bindparam("name")), rows)


_FILLS = (
    _Fill(table=claim_places, column="claim_key", work=_fill_placed),
    _Fill(table=place_counts, column="place_id", work=_fill_counts),
    _Fill(table=settled_dates, column="said_lo", work=fill_own_days),
    _Fill(table=forecasts, column="rank_day", work=_fill_ranks),
    _Fill(table=_names, column="claims", work=_fill_claims),
    _Fill(table=figure_tables.figure_relations, column="id", work=_fill_verdicts),
)
