"""The tables of forecasts: what was foretold, what is reported, where both find each other, and outcomes.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from sayso.case.columns import KEY, document, interval, key, may, must, number, run, table

forecasts = table(
    "forecasts",
    key(),
    document(),
    number("position"),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, index=True),
    must("spans"),
    must("words"),
    must("cue"),
    may("claim_id"),
    may("speaker"),
    must("source"),
    must("source_words"),
    *interval("said"),
    may("trigger"),
    may("trigger_words"),
    may("family"),
    number("negated"),
    must("who"),
    must("whom"),
    must("place"),
    must("place_words"),
    must("figures"),
    *interval("window"),
    may("window_spans"),
    may("window_rule"),
    number("window_soft"),
    must("likelihood"),
    must("conditions"),
    must("told"),
    must("rule"),
    run(),
    must("rank_day"),
    Index("ix_forecasts_document", "document_id", "position"),
    Index("ix_forecasts_window", "window_hi"),
    Index("ix_forecasts_rank", "rank_day", "document_id", "position"),
)

reported_events = table(
    "reported_events",
    key(),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    must("span"),
    *interval("happened"),
    *interval("written"),
    number("partly"),
    must("told"),
    run(),
)

# Many small rows: numbers only, and stored in the order in which they are looked up.
forecast_keys = table(
    "forecast_keys",
    Column("cell", KEY, nullable=False),
    number("reported"),
    number("day"),
    Column("row_key", KEY, nullable=False),
    PrimaryKeyConstraint("cell", "reported", "day", "row_key"),
    with_rowid=False,
)

forecast_outcomes = table(
    "forecast_outcomes",
    Column("id", Text, primary_key=True),
    Column("forecast_document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("forecast_id", Text, nullable=False, index=True),
    must("forecast_spans"),
    must("forecast_event"),
    Column("report_document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    must("report_spans"),
    must("report_event"),
    *interval("happened"),
    Column("status", Text, nullable=False, index=True),
    Column("score", REAL, nullable=False),
    must("reasons"),
    Column("within_window", Integer),
    number("lead_least"),
    Column("lead_most", Integer),
    must("rule"),
    run(),
)
