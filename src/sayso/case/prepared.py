"""Prepared look-ups: statements that one document asks hundreds of times, run by the driver itself.

Making and running an expression of SQLAlchemy takes ten times as long as SQLite takes to find a row
by its key. These are written out once for a dialect, and their rows are plain named tuples.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select

Ask = Callable[..., Sequence[Any]]


class Prepared:
    """A select of columns that need no conversion; the values it binds are given anew each time."""

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self._statement = statement
        names = [str(column.key) for column in statement.selected_columns]
        self._row: Any = namedtuple("Row", names)  # type: ignore[misc] # noqa: PYI024 -- the columns are those of the statement
        self._written: dict[str, _Written] = {}

    def on(self, connection: Connection) -> Ask:
        """Return what asks within the transaction of a connection: ``ask(name=value, …)``."""
        if not connection.in_transaction():
            connection.begin()  # what is read is of one moment
        written = self._written.get(connection.dialect.name) or self._write(connection)
        cursor, row = connection.connection.cursor(), self._row

        def ask(**values: object) -> Sequence[Any]:
            cursor.execute(written.text, written.parameters(values))
            return list(map(row._make, cursor.fetchall()))

        return ask

    def numbers(self, connection: Connection, **values: object) -> list[int]:
        """Return the first column of what is found."""
        return [row[0] for row in self.on(connection)(**values)]

    def _write(self, connection: Connection) -> "_Written":
        compiled: Any = self._statement.compile(dialect=connection.dialect)
        order = compiled.positiontup if compiled.positional else None
        written = _Written(str(compiled), compiled.params, order)
        self._written[connection.dialect.name] = written
        return written


class _Written:
    """A statement as the driver takes it; ``order`` is that of its values, if they have no names."""

    def __init__(self, text: str, fixed: Mapping[str, Any], order: Sequence[str] | None) -> None:
        self.text = text
        self._fixed = fixed
        self._order = order

    def parameters(self, values: Mapping[str, object]) -> Any:
        known = {**self._fixed, **values}
        return known if self._order is None else [known[name] for name in self._order]
