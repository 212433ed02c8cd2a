"""The keys of rows that a page is narrowed by: read once for its list, its facets and its next pages."""

import json
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.case import log_tables
from sayso.case.dialect.expressions import listed_values, one_of_listed
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from typing import Any

    from sayso.case.sought import AnySelect, Condition, KeySet, Sought

# Sets that are kept: some pages are turned over at once, each narrowed by two or three.
_KEPT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadKeys:
    """How many keys a set has, counted to a bound; ``listed`` are all of them, if it has no more."""

    number: int
    listed: str | None

    def among(self, key: ColumnElement["Any"]) -> "Condition":
        """Keep rows whose key is one of those that are listed."""
        if self.listed is None:
            raise ValueError(f"a set of more than {self.number} keys is not listed")
        return one_of_listed(key, self.listed)


class KeySets:
    """What was read of sets of keys, and of how many documents they are, until the case changes."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], ReadKeys] = {}
        self._lock = Lock()

    def keys(self, connection: Connection, wanted: "KeySet", most: int) -> ReadKeys:
        """Read a set that is not larger than ``most``, else count it as larger."""
        return self._found(connection, ("keys", wanted.name, most), wanted.keys, most)

    def documents(self, connection: Connection, wanted: "KeySet", most: int) -> ReadKeys | None:
        """Read the documents that have rows of a set, if that is known and they are not too many."""
        if wanted.documents is None:
            return None
        name = ("documents", wanted.name, most)
        return self._found(connection, name, wanted.documents.distinct(), most)

    def rows(
        self, connection: Connection, sought: "Sought", wanted: "AnySelect", most: int
    ) -> ReadKeys:
        """Read the keys of the rows that are ``wanted`` of what is ``sought``."""
        return self._found(connection, ("rows", *sought.name, most), wanted, most)

    def _found(
        self, connection: Connection, name: tuple[object, ...], wanted: "AnySelect", most: int
    ) -> ReadKeys:
        # Whatever is done to a case stands in its log.
        version = connection.execute(select(func.max(log_tables.log.c.sequence))).scalar()
        key = (version, *name)
        found = self._kept.get(key)
        if found is None:
            found = read_keys(connection, wanted, most)
            with self._lock:
                others = [one for one in self._kept.items() if one[0][0] == version]
                self._kept = dict([*others[1 - _KEPT :], (key, found)])
        return found


def read_keys(connection: Connection, wanted: "AnySelect", most: int) -> ReadKeys:
    """Read keys as one list, which takes a tenth of the time of reading rows."""
    some = wanted.limit(most + 1).subquery()
    (values,) = some.columns
    number, listed = connection.execute(select(func.count(), listed_values(values))).one()
    return ReadKeys(number=int(number), listed=None if number > most else str(listed))


def in_all(sets: Sequence[ReadKeys]) -> ReadKeys:
    """Return the keys that all of some listed sets have."""
    if len(sets) == 1:
        return sets[0]
    first, *others = (set(json.loads(one.listed or "[]")) for one in sets)
    common = sorted(first.intersection(*others))
    return ReadKeys(number=len(common), listed=json.dumps(common))
