"""Keeping forecasts, reports and their outcomes, and looking up the few that belong together."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection, bindparam, delete, or_, select

from sayso.case import tables
from sayso.case.dialect.expressions import insert_or_replace, one_of_bound
from sayso.case.forecast_rows import (
    forecast_columns,
    keys_told,
    outcome_columns,
    read_foretold,
    read_report,
    report_columns,
)
from sayso.case.forecast_tables import (
    forecast_keys,
    forecast_outcomes,
    forecasts,
    reported_events,
)
from sayso.case.new_relations import ForecastRelations
from sayso.case.prepared import Prepared, insert_rows, insert_together
from sayso.case.run_records import RunId
from sayso.case.statement_tables import statement_words
from sayso.case.values import Row, read_interval
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.keys import (
    PER_KEY,
    day_of,
    keys_of_forecast,
    keys_of_report,
    last_day,
    nearest,
)
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report
from sayso.story.statements.lookup import WordCounts

Reads = Callable[[], AbstractContextManager[Connection]]

# Candidates of one forecast that a case keeps: the best, whatever came first.
KEPT = 24
_cells, _outcomes = forecast_keys.c, forecast_outcomes.c


class StoredForecasts:
    """The forecasts and reports of a case: a look-up reads the few that it returns, and no others.

    What was read is kept while one document is related: several of its sentences find it.
    """

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._counts: dict[str, WordCounts] = {}
        self._reports: dict[int, Report] = {}
        self._foretold: dict[int, Foretold] = {}

    def word_counts(self, document: str) -> WordCounts:
        if document not in self._counts:
            with self._reads() as connection:
                self._counts[document] = _word_counts(connection, document)
        return self._counts[document]

    def reports_after(self, foretold: Foretold) -> Iterable[Report]:
        """Return reports of other documents, of each key those that come next after the words."""
        first = day_of(foretold.said.lo)
        with self._reads() as connection:
            holders = _holders(connection, _REPORTS, keys_of_forecast(foretold.told), first)
            wanted = sorted(nearest(holders))
            self._read_reports(connection, [key for key in wanted if key not in self._reports])
            found = (self._reports[key] for key in wanted)
            own = foretold.told.document
            return tuple(one for one in found if one.told.document != own)

    def forecasts_before(self, report: Report) -> Iterable[Foretold]:
        """Return forecasts of other documents, of each key those last said before the event."""
        last = last_day(report.happened)
        with self._reads() as connection:
            holders = _holders(connection, _FORECASTS, keys_of_report(report.told), last)
            wanted = sorted(nearest(holders))
            self._read_forecasts(connection, [key for key in wanted if key not in self._foretold])
            found = (self._foretold[key] for key in wanted)
            own = report.told.document
            return tuple(one for one in found if one.told.document != own)

    def _read_reports(self, connection: Connection, keys: Sequence[int]) -> None:
        if not keys:
            return
        rows = _REPORTS_WITH.rows(connection, keys=keys)
        texts = _texts(connection, {row.document_id for row in rows})
        self._reports |= {row.key: read_report(row, texts[row.document_id]) for row in rows}

    def _read_forecasts(self, connection: Connection, keys: Sequence[int]) -> None:
        if not keys:
            return
        rows = _FORECASTS_WITH.rows(connection, keys=keys)
        self._foretold |= {row.key: read_foretold(row) for row in rows}


def _holders(
    connection: Connection, statement: Prepared, keys: Iterable[int], day: int
) -> dict[int, Sequence[int]]:
    found = statement.for_each(connection, "cell", keys, day=day)
    return {key: [row for (row,) in rows] for key, rows in found}


def _word_counts(connection: Connection, document: str) -> WordCounts:
    found = _WORDS.on(connection)(document=document)
    return json.loads(found[0].words) if found else {}


def store_forecasts(
    connection: Connection, document_id: str, text: str, found: ForecastRelations, run: RunId
) -> None:
    """Store what a new document foretells and reports, and the outcomes that it brings."""
    fixed: Row = {"document_id": document_id, "run_id": run}
    rows: list[Row] = [
        {**fixed, "position": at, **forecast_columns(one, told, text)}
        for at, (one, told) in enumerate(zip(found.forecasts, found.foretold, strict=True))
    ]
    insert_together(connection, forecasts, rows)
    reports: list[Row] = [{**fixed, **report_columns(one)} for one in found.reports]
    if reports:
        insert_rows(connection, reported_events, reports)
    store_keys(connection, document_id)
    store_outcomes(connection, found.outcomes, run)


def store_outcomes(connection: Connection, outcomes: Sequence[Outcome], run: RunId) -> None:
    """Store candidates, of each forecast no more than the best."""
    rows: list[Row] = [{**outcome_columns(one), "run_id": run} for one in outcomes]
    if rows:
        insert_rows(connection, insert_or_replace(forecast_outcomes), rows)
    for name in sorted({one.foretold.id for one in outcomes}):
        _keep_best(connection, name)


def remove_forecasts(connection: Connection, document_id: str) -> None:
    """Take out what a document foretells and reports, before it is replaced."""
    remove_keys(connection, document_id)
    remove_outcomes(connection, document_id)
    for table in (forecasts, reported_events):
        connection.execute(delete(table).where(table.c.document_id == document_id))


def remove_outcomes(connection: Connection, document_id: str) -> None:
    """Take out the candidates that a document has a side of."""
    sides = (_outcomes.forecast_document, _outcomes.report_document)
    connection.execute(
        delete(forecast_outcomes).where(or_(*(side == document_id for side in sides)))
    )


def store_keys(connection: Connection, document_id: str) -> None:
    """Store by which keys, and from which day, the forecasts and reports of a document are found."""
    keys = list(_keys(connection, document_id))
    if keys:
        insert_rows(connection, forecast_keys, keys)


def remove_keys(connection: Connection, document_id: str) -> None:
    """Take out the keys of a document; its rows must still be as they were when those were stored."""
    for row in _keys(connection, document_id):
        connection.execute(
            delete(forecast_keys).where(*(forecast_keys.c[name] == row[name] for name in row))
        )


def _keys(connection: Connection, document_id: str) -> Iterator[Row]:
    """Yield the keys that the forecasts and reports of a document leave."""
    for row in _FORETOLD_IN.rows(connection, document=document_id):
        day = day_of(read_interval(row.said_lo, None).lo)
        for cell in keys_of_forecast(keys_told(row.told)):
            yield {"cell": cell, "reported": 0, "day": day, "row_key": row.key}
    for row in _REPORTED_IN.rows(connection, document=document_id):
        day = last_day(read_interval(None, row.happened_hi))
        for cell in keys_of_report(keys_told(row.told)):
            yield {"cell": cell, "reported": 1, "day": day, "row_key": row.key}


def _texts(connection: Connection, names: Iterable[str]) -> Mapping[str, str]:
    return dict(_TEXTS.tuples(connection, names=sorted(names)))


def _keep_best(connection: Connection, forecast: str) -> None:
    """Take out all but the best candidates of a forecast, so that their number has a bound."""
    order = (_outcomes.score.desc(), _outcomes.id)
    beyond = (
        select(_outcomes.id)
        .where(_outcomes.forecast_id == forecast)
        .order_by(*order)
        .offset(KEPT)
        .limit(1000)
    )
    names = connection.execute(beyond).scalars().all()
    if names:
        connection.execute(delete(forecast_outcomes).where(_outcomes.id.in_(names)))


_TEXTS = Prepared(
    select(tables.texts.c.document_id, tables.texts.c.text).where(
        one_of_bound(tables.texts.c.document_id, "names")
    )
)
_REPORTS_WITH = Prepared(select(reported_events).where(one_of_bound(reported_events.c.key, "keys")))
_FORECASTS_WITH = Prepared(select(forecasts).where(one_of_bound(forecasts.c.key, "keys")))
_FORETOLD_IN = Prepared(
    select(forecasts.c.key, forecasts.c.said_lo, forecasts.c.told).where(
        forecasts.c.document_id == bindparam("document")
    )
)
_REPORTED_IN = Prepared(
    select(reported_events.c.key, reported_events.c.happened_hi, reported_events.c.told).where(
        reported_events.c.document_id == bindparam("document")
    )
)
_WORDS = Prepared(
    select(statement_words.c.words).where(statement_words.c.document_id == bindparam("document"))
)
_REPORTS = Prepared(
    select(_cells.row_key)
    .where(_cells.cell == bindparam("cell"), _cells.reported == 1, _cells.day >= bindparam("day"))
    .order_by(_cells.day, _cells.row_key)
    .limit(PER_KEY)
)
_FORECASTS = Prepared(
    select(_cells.row_key)
    .where(_cells.cell == bindparam("cell"), _cells.reported == 0, _cells.day <= bindparam("day"))
    .order_by(_cells.day.desc(), _cells.row_key)
    .limit(PER_KEY)
)
