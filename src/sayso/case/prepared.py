"""Prepared statements: what one document asks and stores hundreds of times, run by the driver itself.

Making and running an expression of SQLAlchemy takes ten times as long as SQLite takes to find a row
by its key. These are written out once for a dialect, and their rows are plain named tuples.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Table, Update

from sayso.case.values import Row, compact

Ask = Callable[..., Sequence[Any]]


class Prepared:
    """A select of columns that need no conversion; the values it binds are given anew each time.

    A value that is a list or a tuple is bound as ``one_of_bound`` takes it.
    """

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self._statement = statement
        self._written: dict[str, _Written] = {}

    def on(self, connection: Connection) -> Ask:
        """Return what asks within the transaction of a connection: ``ask(name=value, …)``."""
        written, cursor, row = self._known(connection), _cursor(connection), self._row

        def ask(**values: object) -> Sequence[Any]:
            cursor.execute(written.text, written.parameters(values))
            return list(map(row._make, cursor.fetchall()))

        return ask

    def rows(self, connection: Connection, **values: object) -> Sequence[Any]:
        """Return the rows that are found, where they are asked for once."""
        return self.on(connection)(**values)

    def tuples(self, connection: Connection, **values: object) -> Sequence[Any]:
        """Return what is found without names: thousands of short rows, which are only gone through."""
        written, cursor = self._known(connection), _cursor(connection)
        cursor.execute(written.text, written.parameters(values))
        found: Sequence[Any] = cursor.fetchall()
        return found

    def for_each(
        self, connection: Connection, name: str, many: Iterable[object], **others: object
    ) -> Iterator[tuple[Any, Sequence[Any]]]:
        """Yield each of many values of what is bound by ``name``, with what is found for it, without names.

        For statements that find only the first few for each value, so that they cannot be asked for all.
        """
        written, cursor = self._known(connection), _cursor(connection)
        parameters = written.parameters({name: None, **others})
        for one, bound in written.with_each(parameters, name, many):
            cursor.execute(written.text, bound)
            yield one, cursor.fetchall()

    def numbers(self, connection: Connection, **values: object) -> list[int]:
        """Return the first column of what is found."""
        return [row[0] for row in self.tuples(connection, **values)]

    @cached_property
    def _row(self) -> Any:
        """A tuple with the names of the columns: made when it is needed, since a process needs few."""
        names = [str(column.key) for column in self._statement.selected_columns]
        return namedtuple("Row", names)  # noqa: PYI024 -- the columns are those of the statement

    def _known(self, connection: Connection) -> "_Written":
        name = connection.dialect.name
        if name not in self._written:
            self._written[name] = _Written(self._statement.compile(dialect=connection.dialect))
        return self._written[name]


class PreparedChange:
    """An update or a removal that is made of many rows, each by values that are bound anew."""

    def __init__(self, statement: Update | Delete) -> None:
        self._statement = statement
        self._written: dict[str, _Written] = {}

    def each(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Make the change for each of some rows, in their order."""
        if not rows:
            return
        name = connection.dialect.name
        if name not in self._written:
            self._written[name] = _Written(self._statement.compile(dialect=connection.dialect))
        written = self._written[name]
        _cursor(connection).executemany(written.text, written.rows(rows))


def _cursor(connection: Connection) -> Any:
    """Return a cursor of the driver, within a transaction: what is read is of one moment."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.cursor()


class _Written:
    """A statement as the driver takes it, with the order of its values, if they have no names."""

    def __init__(self, compiled: Any) -> None:
        self.text = str(compiled)
        self._fixed: Mapping[str, Any] = compiled.params
        self._order: Sequence[str] | None = compiled.positiontup if compiled.positional else None

    @property
    def is_positional(self) -> bool:
        return self._order is not None

    def parameters(self, values: Mapping[str, object]) -> Any:
        known = {**self._fixed, **values}
        for name, value in values.items():
            if isinstance(value, list | tuple):
                known[name] = compact(value)
        return known if self._order is None else [known[name] for name in self._order]

    def with_each(
        self, parameters: Any, name: str, many: Iterable[object]
    ) -> Iterator[tuple[object, Any]]:
        """Yield each of many values, and the parameters with it in the places of ``name``."""
        order = self._order
        places = [name] if order is None else [at for at, one in enumerate(order) if one == name]
        for one in many:
            for place in places:
                parameters[place] = one
            yield one, parameters

    def rows(self, rows: Sequence[Row]) -> Sequence[Any]:
        """Return rows, of which each has all that is bound, as the driver takes them."""
        if self._order is None:
            return rows
        values = itemgetter(*self._order)
        return [values(row) for row in rows] if len(self._order) > 1 else [(values(row),) for row in rows]  # fmt: skip


_VALUES = " VALUES "
# Rows of one statement: of the widest table these are a third of the values that SQLite binds.
_TOGETHER = 500
# By what is inserted into, the names of the columns, and the dialect.
_inserts: dict[tuple[Table | Insert, tuple[str, ...], str], _Written] = {}


def insert_rows(connection: Connection, into: Table | Insert, rows: Iterable[Row]) -> None:
    """Insert rows that all have the same columns; nothing is done if there are none."""
    some = list(rows)
    if some:
        written = _insert_of(connection, into, tuple(some[0]))
        _cursor(connection).executemany(written.text, written.rows(some))


def insert_together(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows of a table that is searched, by as few statements as can be.

    Before each statement that writes, SQLite brings the indexes of all searches up to date: done row
    by row, that takes longer than all else that is stored of a document.
    """
    some = list(rows)
    if not some:
        return
    written = _insert_of(connection, table, tuple(some[0]))
    if not written.is_positional:
        insert_rows(connection, table, some)
        return
    head, marks = written.text.split(_VALUES, 1)
    cursor = _cursor(connection)
    for start in range(0, len(some), _TOGETHER):
        part = written.rows(some[start : start + _TOGETHER])
        cursor.execute(head + _VALUES + ", ".join([marks] * len(part)), list(chain(*part)))


def _insert_of(connection: Connection, into: Table | Insert, names: tuple[str, ...]) -> _Written:
    key = into, names, connection.dialect.name
    if key not in _inserts:
        insert = into.insert() if isinstance(into, Table) else into
        compiled: Any = insert.compile(
            dialect=connection.dialect, column_keys=list(names), for_executemany=True
        )
        _inserts[key] = _Written(compiled)
    return _inserts[key]
