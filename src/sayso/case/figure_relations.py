"""Figures that can be compared, the shelves on which they are found, and the verdicts on them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    bindparam,
    delete,
    or_,
    select,
    update,
)

from sayso.case import figure_tables
from sayso.case.counted_rows import counted_columns, read_counted
from sayso.case.dialect.expressions import one_of_bound
from sayso.case.new_relations import FigureRelations
from sayso.case.prepared import Prepared, PreparedChange, insert_rows
from sayso.case.run_records import RunId
from sayso.case.values import Row, spans_text
from sayso.documents import record_id
from sayso.story.figures.kinds import shipped_kinds
from sayso.story.figures.record import CountedFigure
from sayso.story.figures.scopes import ONE_MATTER
from sayso.story.figures.shelf import UNDATED, Placement, days_met, is_near, placement
from sayso.story.figures.verdict import Relation

_figures, _shelves, _relations = (
    figure_tables.counted_figures,
    figure_tables.figure_shelves,
    figure_tables.figure_relations,
)


# Figures that are read together.
_AT_ONCE = 32
# Days of a quantity that are read together: a figure meets no more than it has verdicts kept.
_DAYS_AT_ONCE = 16
# Places on shelves that are asked for together: more than nearly all cells of a figure hold.
_TOGETHER = 512


class StoredShelves:
    """The shelves of a case: a look-up reads the few figures that it returns, and no others.

    What was read is kept while one document is related: several of its figures find it.
    """

    def __init__(self, reads: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reads = reads
        self._read: dict[int, CountedFigure] = {}

    def in_cells(
        self, cells: Sequence[int], first: int, last: int, *, most: int
    ) -> Iterator[CountedFigure]:
        with self._reads() as connection:
            found = _in_cells(connection, cells, first, last, most)
            yield from self._figures_of(connection, _each_once(found))

    def of_quantity(self, series: int, day: int, *, most: int) -> Iterator[CountedFigure]:
        with self._reads() as connection:
            days = tuple(_days_met(connection, series, day))
            found = _on_each_day(connection, series, days, most)
            yield from self._figures_of(connection, found)

    def _figures_of(self, connection: Connection, keys: Iterator[int]) -> Iterator[CountedFigure]:
        """Yield figures in the order of their keys; of many the first ones are often enough."""
        while some := list(islice(keys, _AT_ONCE)):
            unread = [key for key in some if key not in self._read]
            if unread:
                rows = _FIGURES.rows(connection, keys=unread)
                self._read |= {row.key: read_counted(row) for row in rows}
            yield from (self._read[key] for key in some)


def store_figures(connection: Connection, found: FigureRelations, run: RunId) -> None:
    """Store the comparable figures of a new document with the verdicts on them."""
    if not found.figures:
        return
    table = shipped_kinds()
    rows: list[Row] = [{**counted_columns(one), "run_id": run} for one in found.figures]
    insert_rows(connection, _figures, rows)
    named = _named(connection, found)
    places = {one.id: placement(one, table=table) for one in found.figures}
    for place in places.values():
        _part_those_between(connection, place)
    shelved: list[Row] = [
        {"cell": cell, "day": place.day, "figure_key": named[name].key}
        for name, place in places.items()
        for cell in place.shelves
    ]
    insert_rows(connection, _shelves, shelved)
    _store_relations(connection, found.relations, named, run)
    _tie(connection, [one for one in found.relations if one.ties], named)


def _named(connection: Connection, found: FigureRelations) -> dict[str, Any]:
    """Return the key and the series of every figure of a document, and of those it is compared with."""
    names = {one.id for one in found.figures}
    names |= {side.figure for one in found.relations for side in (one.left, one.right)}
    return {row.figure_id: row for row in _NAMED.rows(connection, names=sorted(names))}


def _tie(connection: Connection, relations: Iterable[Relation], named: Mapping[str, Any]) -> None:
    """Bring figures of one quantity under the first name of their series, whatever came first."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.get(name, name) != name:
            name = first[name]
        return name

    for one in relations:
        ends = (named[side.figure].series for side in (one.left, one.right))
        low, high = sorted(map(root, ends))
        first[high] = low
    renamed: list[Row] = [{"was": name, "is": root(name)} for name in first]
    _RENAME.each(connection, [one for one in renamed if one["was"] != one["is"]])


def remove_figures(connection: Connection, document_id: str) -> None:
    """Remove the comparable figures of a document, with every verdict on them."""
    keys = select(_figures.c.key).where(_figures.c.document_id == document_id)
    either = or_(_relations.c.left_key.in_(keys), _relations.c.right_key.in_(keys))
    connection.execute(delete(_relations).where(either))
    connection.execute(delete(_shelves).where(_shelves.c.figure_key.in_(keys)))
    connection.execute(delete(_figures).where(_figures.c.document_id == document_id))


def _store_relations(
    connection: Connection, relations: Iterable[Relation], named: Mapping[str, Any], run: RunId
) -> None:
    rows: list[Row] = [
        {
            "left_key": named[one.left.figure].key,
            "right_key": named[one.right.figure].key,
            "verdict": one.verdict.value,
            "reason": one.reason.value,
            "rule": one.rule,
            "left_spans": spans_text(one.left.spans),
            "right_spans": spans_text(one.right.spans),
            "run_id": run,
            "id": verdict_id(one.left.figure, one.right.figure),
        }
        for one in relations
    ]
    insert_rows(connection, _relations, rows)


def verdict_id(*figures: str) -> str:
    """Name what two figures say of each other, whichever is named first."""
    return record_id("v", *sorted(figures))


def _part_those_between(connection: Connection, place: Placement) -> None:
    """Take out the verdicts on figures of a quantity between which a new one comes to stand.

    Only neighbours in time are compared, so that the order in which documents come does not matter.
    """
    if place.day == UNDATED:
        return
    before, after = (
        next(iter(one.numbers(connection, cell=place.series, day=place.day)), None)
        for one in (_LAST_BEFORE, _FIRST_AFTER)
    )
    there = _IN_CELL.on(connection)
    if after is None or there(cell=place.series, first=place.day, last=place.day, most=1):
        return
    early = [UNDATED] if before is None or is_near(before, after) else [UNDATED, before]
    for day in early:
        pairs = _BETWEEN.rows(connection, cell=place.series, early=day, late=after)
        _PART.each(connection, [{"left": one.left_key, "right": one.right_key} for one in pairs])


def _each_once(keys: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for key in keys:
        if key not in seen:
            seen.add(key)
            yield key


def _in_cells(
    connection: Connection, cells: Sequence[int], first: int, last: int, most: int
) -> Iterator[int]:
    """Yield what stands in each of some cells, of each the first ``most``."""
    days = {"first": first, "last": last}
    rows = _IN_CELLS.rows(connection, cells=cells, **days, most=_TOGETHER)
    if len(rows) == _TOGETHER:  # full cells are read one by one, each as far as it is asked for
        for cell in cells:
            yield from _IN_CELL.numbers(connection, cell=cell, **days, most=most)
        return
    held: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        held[row.cell].append(row.figure_key)
    for cell in cells:
        yield from held[cell][:most]


def _on_each_day(
    connection: Connection, series: int, days: Sequence[int], most: int
) -> Iterator[int]:
    """Yield what stands in the cell of a quantity on each of some days, of each the first ``most``.

    No more days are read than are asked for.
    """
    ask, together = _ON_DAYS.on(connection), most + _AT_ONCE
    while days:
        some = days[:_DAYS_AT_ONCE]
        rows = ask(cell=series, days=some, most=together)
        held: defaultdict[int, list[int]] = defaultdict(list)
        for row in rows:
            held[row.day].append(row.figure_key)
        # Of the last day that was read there may be more.
        last = rows[-1].day if len(rows) == together else some[-1] + 1
        for day in some:
            if day < last or (day == last and len(held[day]) >= most):
                yield from held[day][:most]
        days = [day for day in days if day > last or (day == last and len(held[day]) < most)]


def _days_met(connection: Connection, series: int, day: int) -> Iterator[int]:
    """Yield the days of a quantity that ``days_met`` would choose, read with as few rows as it takes."""
    around = ONE_MATTER.days if day != UNDATED else 0
    days = {
        one
        for end in (_LAST_BEFORE, _FIRST_AFTER)
        for one in end.numbers(connection, cell=series, day=day)
    }
    near = _DAYS.numbers(connection, cell=series, first=day - around, last=day + around)
    yield from days_met(day, sorted({UNDATED, *days, *near}))


_FIGURES = Prepared(select(_figures).where(one_of_bound(_figures.c.key, "keys")))
_NAMED = Prepared(
    select(_figures.c.figure_id, _figures.c.key, _figures.c.series).where(
        one_of_bound(_figures.c.figure_id, "names")
    )
)

_IN_CELL = Prepared(
    select(_shelves.c.figure_key)
    .where(
        _shelves.c.cell == bindparam("cell"),
        _shelves.c.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(_shelves.c.day, _shelves.c.figure_key)
    .limit(bindparam("most"))
)
_IN_CELLS = Prepared(
    select(_shelves.c.cell, _shelves.c.figure_key)
    .where(
        one_of_bound(_shelves.c.cell, "cells"),
        _shelves.c.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(_shelves.c.cell, _shelves.c.day, _shelves.c.figure_key)
    .limit(bindparam("most"))
)
_ON_DAYS = Prepared(
    select(_shelves.c.day, _shelves.c.figure_key)
    .where(_shelves.c.cell == bindparam("cell"), one_of_bound(_shelves.c.day, "days"))
    .order_by(_shelves.c.day, _shelves.c.figure_key)
    .limit(bindparam("most"))
)
_left, _right = _figures.alias(), _figures.alias()


def _on_days(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Ask for one on the early and the other on the late day, both of one quantity."""
    stand = [
        select(_shelves.c.figure_key).where(
            _shelves.c.cell == bindparam("cell"), _shelves.c.day == bindparam(day)
        )
        for day in ("early", "late")
    ]
    return and_(one.c.key.in_(stand[0]), other.c.key.in_(stand[1]))


# What one document says of two days stands side by side there, whatever lies between.
_BETWEEN = Prepared(
    select(_relations.c.left_key, _relations.c.right_key)
    .join(_left, _left.c.key == _relations.c.left_key)
    .join(_right, _right.c.key == _relations.c.right_key)
    .where(
        or_(_on_days(_left, _right), _on_days(_right, _left)),
        _left.c.document_id != _right.c.document_id,
    )
)
_PART = PreparedChange(
    delete(_relations).where(
        _relations.c.left_key == bindparam("left"), _relations.c.right_key == bindparam("right")
    )
)
_RENAME = PreparedChange(
    update(_figures).where(_figures.c.series == bindparam("was")).values(series=bindparam("is"))
)
_DAYS = Prepared(
    select(_shelves.c.day)
    .where(
        _shelves.c.cell == bindparam("cell"),
        _shelves.c.day.between(bindparam("first"), bindparam("last")),
    )
    .distinct()
)
_LAST_BEFORE = Prepared(
    select(_shelves.c.day)
    .where(
        _shelves.c.cell == bindparam("cell"),
        _shelves.c.day < bindparam("day"),
        _shelves.c.day > UNDATED,
    )
    .order_by(_shelves.c.day.desc())
    .limit(1)
)
_FIRST_AFTER = Prepared(
    select(_shelves.c.day)
    .where(_shelves.c.cell == bindparam("cell"), _shelves.c.day > bindparam("day"))
    .order_by(_shelves.c.day)
    .limit(1)
)
