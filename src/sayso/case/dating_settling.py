"""Settling dates: those of the documents that something new bears on, and no others.

A new document changes the date of those that it is tied to, if its own date is firm. The habit of an
outlet touches all its documents; it changes seldom, and what it touches is settled a few at a time.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select, update
from sqlalchemy import Row as Found

from sayso.case import dating_tables, log_tables, tables
from sayso.case.dating_rows import settled_columns
from sayso.case.dating_store import lags_of, outlet_of, remove_facts, store_facts
from sayso.case.dating_ties import anchor_days, partners, read_ties
from sayso.case.dialect.expressions import insert_or_replace
from sayso.case.document_rows import DATING_LAYER
from sayso.case.event_relations import redate_events
from sayso.case.evidence_rows import read_dating
from sayso.case.forecast_dating import redate_forecasts
from sayso.case.own_days import own_days
from sayso.case.persons_dates import last_decision, persons_date
from sayso.case.prepared import Prepared, insert_rows
from sayso.case.review_queueing import enqueue
from sayso.case.run_records import RunId
from sayso.case.values import Row, interval_columns, moment_text, read_interval, read_numbers
from sayso.evidence.dating import Dating
from sayso.story.dating.habit import habit_of
from sayso.story.dating.ledger import OwnClues, settle
from sayso.story.dating.relations import DatingRelations
from sayso.story.dating.settled import SettledDate

# Documents that wait for being settled which one step takes on.
_AT_ONCE = 64

_settled, _facts = dating_tables.settled_dates, dating_tables.dating_facts
_changes = dating_tables.date_changes


def enter_dating(
    connection: Connection,
    document_id: str,
    relations: DatingRelations | None,
    *,
    run: RunId,
    now: datetime,
) -> None:
    """Settle the date of a document that was just stored, and of those it bears on."""
    outlet = outlet_of(connection, document_id)
    before = habit_of(lags_of(connection, outlet))
    if relations is not None:
        texts = tables.texts
        text = select(texts.c.text).where(texts.c.document_id == document_id)
        store_facts(connection, relations, connection.execute(text).scalar_one(), run)
    settle_one(connection, document_id, run=run, now=now)
    if habit_of(lags_of(connection, outlet)) is not before:
        _mark_outlet(connection, outlet)
    settle_around(connection, document_id, run=run, now=now)


def leave_dating(connection: Connection, document_id: str) -> set[str]:
    """Take out what a document says of dates; return the documents that it bore on."""
    touched = partners(connection, document_id)
    outlet = outlet_of(connection, document_id)
    before = habit_of(lags_of(connection, outlet))
    remove_facts(connection, document_id)
    if habit_of(lags_of(connection, outlet)) is not before:
        _mark_outlet(connection, outlet)
    return touched


def settle_around(connection: Connection, document_id: str, *, run: RunId, now: datetime) -> None:
    """Settle the documents tied to one whose date is firm, and some of those that wait."""
    touched = partners(connection, document_id)
    if not anchor_days(connection, [document_id]):
        touched = set()
    settle_all(connection, touched, run=run, now=now)


def settle_decided(connection: Connection, document_id: str, *, now: datetime) -> None:
    """Let a decision on the date of a document hold, there and for those that it bears on."""
    runs = log_tables.runs
    last = select(runs.c.id).order_by(runs.c.id.desc()).limit(1)
    run = RunId(connection.execute(last).scalar_one())
    cause = last_decision(connection, document_id)
    touched = {document_id, *partners(connection, document_id)}
    settle_all(connection, touched, run=run, now=now, cause=cause)


def settle_all(
    connection: Connection,
    names: Iterable[str],
    *,
    run: RunId,
    now: datetime,
    cause: int | None = None,
) -> None:
    """Settle some documents anew, and some of those that wait; ``cause`` is the decision behind it."""
    waiting = select(_settled.c.document_id).where(_settled.c.due == 1)
    due = connection.execute(waiting.order_by(_settled.c.document_id).limit(_AT_ONCE)).scalars()
    for name in sorted({*names, *due}):
        settle_one(connection, name, run=run, now=now, cause=cause)


def settle_one(
    connection: Connection,
    document_id: str,
    *,
    run: RunId,
    now: datetime,
    cause: int | None = None,
) -> None:
    """Settle the date of one document, and note what changed."""
    own = _own_clues(connection, document_id)
    settled = settle(
        own,
        read_ties(connection, document_id),
        persons_date(connection, document_id),
    )
    columns = {**settled_columns(settled), **own_days(connection, document_id)}
    found = next(iter(_SETTLED.on(connection)(document=document_id)), None)
    if found is None or any(getattr(found, name) != value for name, value in columns.items()):
        moved = found is not None and _differ(found, columns)
        row: Row = {
            **columns,
            "document_id": document_id,
            "due": 0,
            "run_id": run if found is None or moved else found.run_id,
        }
        insert_rows(connection, insert_or_replace(_settled), [row])
        if found is not None and moved:
            change: Row = {"at": moment_text(now), "decision": cause, "run_id": run}
            _note_change(connection, document_id, found, settled, change)
            enqueue(connection, document_id)
            redate_events(connection, document_id)
        if moved or (found is None and settled.interval != own.dating.interval):
            redate_forecasts(connection, document_id, settled.interval, run=run)
    elif found.due:
        connection.execute(
            update(_settled).where(_settled.c.document_id == document_id).values(due=0)
        )


def own_dating(connection: Connection, document_id: str) -> Dating:
    """Return the dating that a document itself gives."""
    (row,) = _DATING.on(connection)(document=document_id)
    return read_dating(
        row,
        _CANDIDATES.on(connection)(document=document_id),
        _DOUBTS.on(connection)(document=document_id),
    )


def _own_clues(connection: Connection, document_id: str) -> OwnClues:
    dating = own_dating(connection, document_id)
    found = _FACTS.on(connection)(document=document_id)
    if not found:
        return OwnClues(dating=dating)
    (row,) = found
    return OwnClues(
        dating=dating,
        weekdays=read_numbers(row.weekdays),
        named=bool(row.named),
        habit=habit_of(lags_of(connection, row.outlet_folded)),
    )


def _of_document(table: Table, *where: ColumnElement[bool], order: str | None = None) -> Prepared:
    statement = select(table).where(table.c.document_id == bindparam("document"), *where)
    return Prepared(statement if order is None else statement.order_by(table.c[order]))


_SETTLED, _FACTS = _of_document(_settled), _of_document(_facts)
_DATING = _of_document(tables.own_datings)
_CANDIDATES = _of_document(
    tables.date_candidates, tables.date_candidates.c.layer == DATING_LAYER, order="position"
)
_DOUBTS = _of_document(tables.date_doubts, order="position")


def _differ(found: Found[Any], columns: Row) -> bool:
    """Say whether the date or what is to be known of it changed, not only a reason."""
    return any(getattr(found, name) != columns[name] for name in ("date_lo", "date_hi", "doubtful"))


def _note_change(
    connection: Connection,
    document_id: str,
    found: Found[Any],
    settled: SettledDate,
    change: Row,
) -> None:
    old = read_interval(found.date_lo, found.date_hi)
    row: Row = {
        **change,
        "document_id": document_id,
        **interval_columns("old", old),
        **interval_columns("new", settled.interval),
        "reason": _why(settled),
    }
    insert_rows(connection, _changes, [row])


def _why(settled: SettledDate) -> str:
    """Return the sentence that tells most of why a date is what it is now."""
    if settled.person is not None:
        return f"set by {settled.person.actor}: {settled.person.why}"
    if settled.doubts:
        return settled.doubts[-1].reason
    grounds = sorted(settled.grounds, key=lambda ground: (-ground.odds, ground.reason))
    last = settled.reasons[-1] if settled.reasons else ""
    return f"{last} ({grounds[0].reason})" if grounds else last


def _mark_outlet(connection: Connection, outlet: str | None) -> None:
    """Let the documents of an outlet that name a weekday wait for being settled."""
    naming = select(_facts.c.document_id).where(
        _facts.c.outlet_folded == outlet, _facts.c.weekdays != "[]"
    )
    connection.execute(update(_settled).where(_settled.c.document_id.in_(naming)).values(due=1))
