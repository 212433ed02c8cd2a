"""Keys by which rows are found again: each remembers the rows that left it, as many as it has room for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Table, delete, func, select

from sayso.case.dialect.expressions import one_of_bound
from sayso.case.prepared import Prepared, insert_rows

if TYPE_CHECKING:
    from sayso.case.values import Row


class RememberedKeys:
    """A table with a number, ``key``, and the row of another table that left it.

    What many rows have in common tells little of any: a key that ``room`` rows have left is left no more.
    """

    def __init__(self, table: Table, row: Column[int], *, room: int) -> None:
        key, bound = table.c.key, one_of_bound(table.c.key, "numbers")
        self._table, self._row, self._room = table, row, room
        self._holders = Prepared(select(key, row).where(bound))
        self._held = Prepared(select(key, func.count().label("held")).where(bound).group_by(key))

    def holders(self, connection: Connection, numbers: Iterable[int]) -> dict[int, list[int]]:
        """Return the rows that each key remembers."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for number, holder in self._holders.tuples(connection, numbers=sorted(set(numbers))):
            found[number].append(holder)
        return found

    def remember(self, connection: Connection, left: Sequence[tuple[int, Iterable[int]]]) -> None:
        """Store the keys that rows leave, where there is room; rows that come first are remembered first."""
        leaving = [(number, row) for row, numbers in left for number in numbers]
        numbers = sorted({number for number, _ in leaving})
        held = Counter(dict(self._held.tuples(connection, numbers=numbers)))
        rows: list[Row] = []
        for number, row in leaving:
            if held[number] < self._room:
                held[number] += 1
                rows.append({"key": number, self._row.name: row})
        insert_rows(connection, self._table, rows)

    def forget(self, connection: Connection, row: int, numbers: Sequence[int]) -> None:
        """Take out the keys that a row may have left."""
        mine = (self._row == row, self._table.c.key.in_(numbers))
        connection.execute(delete(self._table).where(*mine))
