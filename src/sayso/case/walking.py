"""Where the rows of a page are looked for, so that few are read that it does not show.

Of few rows all are sorted, as are all rows of few documents. Of many the documents are walked in the
order of their days; what an index has of a document or of a row is looked at first.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, func, select
from sqlalchemy.sql.visitors import replacement_traverse

from sayso.case import tables
from sayso.case.conditions import with_document
from sayso.case.dialect.expressions import nested, one_of, only_tested
from sayso.case.key_sets import KeySets, ReadKeys, in_all
from sayso.case.sought import Condition, KeySet, Sought
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_documents, _datings = tables.documents, tables.datings
# So many rows are sorted in a moment.
FEW = 20_000
# All rows of so many documents are.
_FEW_DOCUMENTS = 250
# A set of more keys is not made: every row that is read is tested by itself.
_MANY = 60_000
# Documents that are a set in a moment, each as often as it names what is looked for.
_SOME_DOCUMENTS = 100_000
# Where one document in so many is wanted, these are gone through; else the rows that are wanted.
_SCARCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Rows of a table joined with what the conditions on them need."""

    rows: FromClause
    conditions: tuple[Condition, ...]

    def select(self, *columns: ColumnElement[Any]) -> "AnySelect":
        """Select columns of the rows that are wanted."""
        return select(*columns).select_from(self.rows).where(*self.conditions)


def in_order(connection: Connection, table: Table, sought: Sought, sets: KeySets) -> Found:
    """Return where to look for the first rows by day, document and place in the text."""
    sized = _sized(connection, sought, sets)
    few = _among_few(connection, table, sized, sets)
    if few is not None:
        return few
    among = _among(connection, sought, sets)
    return _by_day(table, sized, among, with_documents=bool(sought.documents))


def in_any_order(connection: Connection, table: Table, sought: Sought, sets: KeySets) -> Found:
    """Return where to look for some rows, whichever they are."""
    sized = _sized(connection, sought, sets)
    if sized.few or sought.rows or not sought.keys:
        few = _among_few(connection, table, sized, sets)
        if few is not None:
            return few
    if _are_scarce(connection, sought) or not (sought.keys or sought.rows):
        among = _among(connection, sought, sets)
        return _by_day(table, sized, among, with_documents=True)
    late = (*sought.documents, *sought.mostly, *sought.within)
    if sized.smallest is None:
        return Found(rows=with_document(table), conditions=(*sought.rows, *tested(table, late)))
    # The rows as the set gives them, each once: it need not be whole for some of them.
    given = sized.smallest.keys.subquery()
    keys = select(given.c.key).distinct().subquery()
    rows = _with_document_of(nested(keys, table, table.c.key == keys.c.key), table)
    others = (one.among(sought.key) for one in sought.keys if one is not sized.smallest)
    return Found(rows=rows, conditions=tuple(tested(table, (*others, *sought.rows, *late))))


def count_rows(
    connection: Connection, table: Table, sought: Sought, sets: KeySets, *, most: int
) -> int:
    """Count the rows that are wanted, no further than ``most``."""
    found = in_any_order(connection, table, sought, sets)
    some = found.select(table.c.key).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def tested(table: Table, conditions: Iterable[Condition]) -> Iterator[Condition]:
    """Yield conditions that only test a row of ``table``: by none of them is one looked up."""

    def plain(element: Any, **_: Any) -> Any:
        if element is table.c.get("key"):
            # A list of keys must not be gone through for each row.
            return table.c.key + 0
        return only_tested(element) if any(element is one for one in table.c) else None

    for condition in conditions:
        yield replacement_traverse(condition, {}, plain)


def some_keys(
    connection: Connection, keys: "AnySelect", conditions: Sequence[Condition], most: int
) -> list[Any] | None:
    """Return the keys of all rows that are wanted; ``None`` where there are more than ``most``."""
    if not conditions:
        return None
    found = list(connection.execute(keys.where(*conditions).limit(most + 1)).scalars())
    return None if len(found) > most else found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sized:
    """What is sought, with each set of keys as what is done with it: few, looked up, or only tested."""

    sought: Sought
    few: tuple[ReadKeys, ...]
    looked_up: tuple[Condition, ...]
    tests: tuple[Condition, ...]
    smallest: KeySet | None

    @property
    def keys(self) -> tuple[Condition, ...]:
        """Return what holds of the key of a row, what is sure to be quick first."""
        few = (in_all(self.few).among(self.sought.key),) if self.few else ()
        return (*few, *self.looked_up)


def _sized(connection: Connection, sought: Sought, sets: KeySets) -> _Sized:
    """Count the keys of each set, as far as matters."""
    few: list[ReadKeys] = []
    looked_up: list[Condition] = []
    tests: list[Condition] = []
    sizes: dict[int, KeySet] = {}
    for one in sought.keys:
        read = sets.keys(connection, one, _MANY)
        sizes.setdefault(read.number, one)
        if read.number <= FEW:
            few.append(read)
        elif read.listed is not None:
            looked_up.append(read.among(sought.key))
        elif one.holds is None:
            looked_up.append(one.among(sought.key))
        else:
            tests.append(one.holds)
    return _Sized(
        sought=sought,
        few=tuple(few),
        looked_up=tuple(looked_up),
        tests=tuple(tests),
        smallest=sizes[min(sizes)] if sizes else None,
    )


def count_to(connection: Connection, keys: "AnySelect", most: int) -> int:
    """Count what is selected, but no further than one beyond ``most``."""
    some = select(func.count()).select_from(keys.limit(most + 1).subquery())
    return int(connection.execute(some).scalar_one())


def _among(connection: Connection, sought: Sought, sets: KeySets) -> Iterator[Condition]:
    """Yield which documents can have rows of each set, where these are a set in a moment."""
    for one in sought.keys:
        documents = sets.documents(connection, one, _SOME_DOCUMENTS)
        if documents is not None and documents.listed is not None:
            yield documents.among(only_tested(_datings.c.document_id))


def _among_few(connection: Connection, table: Table, sized: _Sized, sets: KeySets) -> Found | None:
    """Return few rows, or the rows of few documents; ``None`` if there are many of both."""
    sought = sized.sought
    own = _few_rows(connection, table, sized, sets)
    if own is not None:
        rest = (*sought.documents, *sized.tests, *sought.mostly, *sought.within)
        return Found(rows=with_document(table), conditions=(own, *tested(table, rest)))
    those = (*sought.documents, *sought.reach)
    days = _days_joined(sought)
    names = select(_datings.c.document_id).select_from(days)
    documents = some_keys(connection, names, those, _FEW_DOCUMENTS)
    if documents is None:
        return None
    own = one_of(table.c.document_id, documents)
    return Found(rows=with_document(table), conditions=(own, *tested(table, _of_row(sized))))


def _few_rows(
    connection: Connection, table: Table, sized: _Sized, sets: KeySets
) -> Condition | None:
    """Return the condition that holds of all rows that are wanted and of few others, if there is one."""
    sought, keys = sized.sought, sized.keys
    if not sought.rows and len(keys) <= 1:
        # Its size is known: nothing is read to count it again.
        return keys[0] if sized.few else None
    wanted = select(table.c.key).where(*keys, *sought.rows)
    read = sets.rows(connection, sought, wanted, FEW)
    return None if read.listed is None else read.among(table.c.key)


def _by_day(
    table: Table, sized: _Sized, among: Iterable[Condition], *, with_documents: bool
) -> Found:
    days = _days(with_documents=with_documents)
    rows = nested(days, table, table.c.document_id == _datings.c.document_id)
    of_document = (*sized.sought.reach, *among, *sized.sought.documents)
    return Found(rows=rows, conditions=(*of_document, *tested(table, _of_row(sized))))


def _of_row(sized: _Sized) -> tuple[Condition, ...]:
    sought = sized.sought
    return (*sized.keys, *sized.tests, *sought.rows, *sought.mostly, *sought.within)


def _days(*, with_documents: bool) -> FromClause:
    """Return the documents by day; one that is not wanted is passed over with all its rows."""
    if not with_documents:
        return _datings
    return nested(_datings, _documents, _documents.c.id == _datings.c.document_id)


def _with_document_of(rows: FromClause, table: Table) -> FromClause:
    of_document = table.c.document_id
    return rows.join(_documents, _documents.c.id == of_document).join(
        _datings, _datings.c.document_id == of_document
    )


def _days_joined(sought: Sought) -> FromClause:
    if not sought.documents:
        return _datings
    return _documents.join(_datings, _datings.c.document_id == _documents.c.id)


def _are_scarce(connection: Connection, sought: Sought) -> bool:
    """Say whether few of the documents can have rows that are wanted."""
    those = (*sought.documents, *sought.reach)
    if not those:
        return False
    number = select(func.count())
    days = _days_joined(sought)
    wanted = connection.execute(number.select_from(days).where(*those)).scalar_one()
    return wanted * _SCARCE < connection.execute(number.select_from(_datings)).scalar_one()
