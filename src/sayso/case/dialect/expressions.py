"""Expressions and inserts that each dialect writes in its own way."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Join,
    Table,
    UnaryExpression,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.operators import custom_op

_T = TypeVar("_T")


@cache
def insert_unless_there(table: Table) -> Insert:
    """Return an insert that leaves a row with the same key as it is."""
    return insert(table).on_conflict_do_nothing()


@cache
def insert_or_replace(table: Table) -> Insert:
    """Return an insert that takes the place of a row with the same key."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {name: new for name, new in statement.excluded.items() if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def add_up(table: Table, counts: Sequence[str], *, least: Sequence[str] = ()) -> Insert:
    """Return an insert that adds its counts to those of a row with the same key, and keeps the least of others."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    new = statement.excluded
    sums = {name: table.c[name] + new[name] for name in counts}
    lower = {name: func.min(table.c[name], new[name]) for name in least}
    return statement.on_conflict_do_update(index_elements=keys, set_={**sums, **lower})


def one_of(column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values, which are given as one parameter."""
    return one_of_listed(column, json.dumps(values))


def one_of_listed(column: ColumnElement[Any], listed: str) -> ColumnElement[bool]:
    """Return the condition of ``one_of`` for values that are a list in JSON already."""
    each = func.json_each(listed).table_valued("value").alias("each_value")
    return column.in_(select(each.c.value))


def listed_values(column: ColumnElement[Any]) -> ColumnElement[str]:
    """Return all values of a column as one list in JSON."""
    return func.json_group_array(column)


def one_of_bound(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that a column has one of the values that a prepared statement binds by ``name``."""
    each = func.json_each(bindparam(name)).table_valued("value").alias(f"each_of_{name}")
    found: ColumnElement[bool] = column.in_(select(each.c.value))
    return found


def span_start(span: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the first character of a span as ``span_text`` writes it."""
    return func.json_extract(span, "$[0]")


def one_holds(spans: ColumnElement[Any], span: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that one of ``spans`` holds all of ``span``."""
    each = func.json_each(spans).table_valued("value").alias("each_span")
    ends = [func.json_extract(each.c.value, "$[0]"), func.json_extract(each.c.value, "$[1]")]
    first, last = func.json_extract(span, "$[0]"), func.json_extract(span, "$[1]")
    return select(1).select_from(each).where(ends[0] <= first, ends[1] >= last).exists()


class _Nested(Join):
    inherit_cache = True


@compiles(_Nested, "sqlite")
def _write_nested(join: Join, compiler: SQLCompiler, **how: Any) -> str:
    # SQLite takes the left side of a CROSS JOIN for the outer loop, whatever it thinks of it.
    written: str = compiler.visit_join(join, **how)  # type: ignore[no-untyped-call]
    left, _, right = written.rpartition(" JOIN ")
    return f"{left} CROSS JOIN {right}"


def nested(left: FromClause, right: FromClause, on: ColumnElement[bool]) -> FromClause:
    """Join two tables so that ``left`` is walked in the order wanted, and ``right`` looked up for each row."""
    return _Nested(left, right, on)


def only_tested(tested: ColumnElement[_T]) -> ColumnElement[_T]:
    """Return a column as it is, but for conditions that hold for most rows: no index is asked for them."""
    # SQLite looks nothing up by an expression, and unary plus is the cheapest there is.
    return UnaryExpression(tested, operator=custom_op("+"), type_=tested.type)
