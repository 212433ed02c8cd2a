"""Lists of expressions of time: all of them, and those that name days on the calendar in their order."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Text, cast, or_, select, tuple_
from sqlalchemy import Row as Found

from sayso.case import tables
from sayso.case.conditions import document_conditions, page, timex_conditions, with_document
from sayso.case.dialect.expressions import one_of, only_tested
from sayso.case.filters import DocumentFilter, TimexFilter
from sayso.case.language_rows import read_timex
from sayso.case.records import TimexRow
from sayso.case.run_records import RunId
from sayso.case.sought import Condition
from sayso.case.values import day_text, read_interval
from sayso.case.walking import some_keys

if TYPE_CHECKING:
    from sayso.case.sought import AnySelect

_documents, _datings, _timexes = tables.documents, tables.datings, tables.timexes
# The dated words of so many documents are sorted in a moment.
_FEW_DOCUMENTS = 1_000
CALENDAR_ORDER = (
    _timexes.c.time_lo,
    _timexes.c.time_hi,
    _timexes.c.document_id,
    _timexes.c.position,
)


def list_timexes(
    connection: Connection, by: TimexFilter, *, limit: int | None, offset: int
) -> Iterator[TimexRow]:
    lo, hi, *place = CALENDAR_ORDER
    ordered = _rows(timex_conditions(by)).order_by(lo.is_(None), lo, hi.is_(None), hi, *place)
    for row in connection.execute(page(ordered, limit, offset)):
        yield _timex_row(row)


def dated_names(connection: Connection, by: TimexFilter) -> "AnySelect":
    """Select the names of expressions that name days on the calendar, for ``CALENDAR_ORDER``."""
    name = _timexes.c.document_id + "." + cast(_timexes.c.position, Text)
    names = select(name).where(tables.CALENDAR, *_window(by))
    if by.document is not None:
        return names.where(_timexes.c.document_id == by.document)
    if by.outlet is None:
        return names
    of_outlet = select(_documents.c.id)
    conditions = document_conditions(DocumentFilter(outlet=by.outlet))
    few = some_keys(connection, of_outlet, conditions, _FEW_DOCUMENTS)
    if few is not None:
        return names.where(one_of(_timexes.c.document_id, few))
    # Of many documents some are soon met on the way.
    return names.where(only_tested(_timexes.c.document_id).in_(of_outlet.where(*conditions)))


def place_of(name: str) -> "AnySelect":
    """Select the place of an expression in ``CALENDAR_ORDER``."""
    document, position = _parted(name)
    return select(*CALENDAR_ORDER).where(
        _timexes.c.document_id == document, _timexes.c.position == position
    )


def timexes_named(connection: Connection, names: Iterable[str]) -> dict[str, TimexRow]:
    """Return some expressions by their names, as many as one statement takes."""
    places = [_parted(name) for name in names]
    # SQLite looks nothing up by two columns at once.
    of_documents = _timexes.c.document_id.in_(sorted({document for document, _ in places}))
    wanted = tuple_(_timexes.c.document_id, _timexes.c.position).in_(places)
    found = connection.execute(_rows([of_documents, wanted]))
    return {f"{row.document_id}.{row.position}": _timex_row(row) for row in found}


def _window(by: TimexFilter) -> Iterator[Condition]:
    """Yield what holds of days that may be in the window; the first of them is known."""
    lo, hi = _timexes.c.time_lo, _timexes.c.time_hi
    if by.since is not None:
        yield or_(hi.is_(None), hi >= day_text(by.since))
    if by.until is not None:
        yield lo <= day_text(by.until)


def _parted(name: str) -> tuple[str, int]:
    document, _, position = name.rpartition(".")
    return document, int(position) if position.isdecimal() else -1


def _rows(conditions: Iterable[Condition]) -> "AnySelect":
    columns = (_timexes, _documents.c.outlet, _datings.c.date_lo, _datings.c.date_hi)
    return select(*columns).select_from(with_document(_timexes)).where(*conditions)


def _timex_row(row: Found[Any]) -> TimexRow:
    return TimexRow(
        document=row.document_id,
        outlet=row.outlet,
        date=read_interval(row.date_lo, row.date_hi),
        words=row.words,
        timex=read_timex(row),
        run=RunId(row.run_id),
    )
