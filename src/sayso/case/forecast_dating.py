"""Dating forecasts anew: they follow the date of their document, with their windows and outcomes."""

from collections.abc import Sequence
from contextlib import nullcontext
from functools import lru_cache

from sqlalchemy import Connection, Table, bindparam, select, update

from sayso.case import tables
from sayso.case.forecast_relations import (
    StoredForecasts,
    remove_keys,
    remove_outcomes,
    store_keys,
    store_outcomes,
)
from sayso.case.forecast_rows import (
    forecast_days,
    read_forecast,
    read_foretold,
    read_report,
    report_columns,
)
from sayso.case.forecast_tables import forecasts, reported_events
from sayso.case.prepared import Prepared
from sayso.case.run_records import RunId
from sayso.case.values import Row, read_known_interval
from sayso.dates import DayInterval
from sayso.story.forecasts.find import find_outcomes
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.redating import (
    Redated,
    forecast_of_day,
    foretold_of_day,
    report_of_day,
)
from sayso.story.forecasts.report import Report
from sayso.story.statements.statement import Meaning

# Texts whose meaning is kept while one document is looked at.
_TEXTS = 1_000
_claims = tables.claims


def redate_forecasts(
    connection: Connection, document_id: str, written: DayInterval, *, run: RunId
) -> None:
    """Let what a document foretells and reports follow its date, and look for outcomes anew.

    What somebody said on a day that the text gives stays of that day.
    """
    told = _FORECASTS.on(connection)(document=document_id)
    reported = _REPORTS.on(connection)(document=document_id)
    if not told and not reported:
        return
    (text,) = _TEXT.on(connection)(document=document_id)
    document = Redated(text=text.text, written=written)
    said = {
        row.id: read_known_interval(row.said_lo, row.said_hi)
        for row in _SAID.on(connection)(document=document_id)
    }
    remove_keys(connection, document_id)
    foretold, rows = list[Foretold](), list[Row]()
    for row in told:
        old = read_forecast(row)
        new = forecast_of_day(old, document, said=said.get(old.claim or ""))
        foretold.append(foretold_of_day(read_foretold(row), new))
        rows.append({"the_key": row.key, **forecast_days(new)})
    _update(connection, forecasts, rows)
    reports = [report_of_day(read_report(row, document.text), document) for row in reported]
    rows = [
        {"the_key": row.key, **report_columns(one)}
        for row, one in zip(reported, reports, strict=True)
    ]
    _update(connection, reported_events, rows)
    store_keys(connection, document_id)
    _relate(connection, document_id, foretold, reports, run)


def _update(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(update(table).where(table.c.key == bindparam("the_key")), list(rows))


def _relate(
    connection: Connection,
    document_id: str,
    foretold: Sequence[Foretold],
    reports: Sequence[Report],
    run: RunId,
) -> None:
    """Replace the candidates that a document has a side of by those of its new day."""
    remove_outcomes(connection, document_id)
    lookup = StoredForecasts(lambda: nullcontext(connection))
    counts = lookup.word_counts(document_id)
    outcomes = find_outcomes(foretold, reports, lookup, counts=counts, meaning=_meaning())
    store_outcomes(connection, outcomes, run)


def _meaning() -> Meaning:
    """Return how near two texts are in meaning by the vectors that ship."""
    from sayso.language.vectors import Vectors, cosine  # noqa: PLC0415 -- loads numpy

    of = lru_cache(maxsize=_TEXTS)(Vectors.load().of)
    return lambda left, right: cosine(of(left), of(right))


_FORECASTS = Prepared(
    select(forecasts)
    .where(forecasts.c.document_id == bindparam("document"))
    .order_by(forecasts.c.position)
)
_REPORTS = Prepared(
    select(reported_events)
    .where(reported_events.c.document_id == bindparam("document"))
    .order_by(reported_events.c.key)
)
_TEXT = Prepared(
    select(tables.texts.c.text).where(tables.texts.c.document_id == bindparam("document"))
)
_SAID = Prepared(
    select(_claims.c.id, _claims.c.said_lo, _claims.c.said_hi).where(
        _claims.c.document_id == bindparam("document")
    )
)
