"""The tables of dates across documents: the date that holds, what it is found by, and what changed.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text, text

from sayso.case.columns import KEY, document, interval, key, may, must, number, run, table

# One row for each document. What the document itself gives stands in ``datings``.
settled_dates = table(
    "settled_dates",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    *interval("date"),
    must("sort_day"),
    Column("doubtful", Integer, nullable=False, index=True),
    must("source"),
    *interval("found"),
    must("reasons"),
    must("grounds"),
    must("doubts"),
    Column("decision", KEY, ForeignKey("decisions.sequence")),
    number("due"),
    run(),
    *interval("said"),
    *interval("as_of"),
    Index("ix_settled_dates_date", "date_lo", "date_hi"),
    # All that tells whether a document has rows of some days, in the order of lists.
    Index(
        "ix_settled_dates_walk",
        *("sort_day", "document_id", "date_lo", "date_hi"),
        *("said_lo", "said_hi", "as_of_lo", "as_of_hi"),
    ),
    Index(
        "ix_settled_dates_due",
        "document_id",
        sqlite_where=text("due = 1"),
    ),
)

dating_facts = table(
    "dating_facts",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    may("outlet_folded"),
    must("weekdays"),
    number("named"),
    Column("lag", Integer),
    run(),
    Index("ix_dating_facts_outlet", "outlet_folded", "document_id"),
)

dated_passages = table(
    "dated_passages",
    key(),
    document(),
    number("position"),
    must("span"),
    must("clue_span"),
    must("written"),
    Column("weekday", Integer),
    Column("year", Integer),
    Column("month", Integer),
    Column("day", Integer),
    Column("back", Integer),
    must("names"),
    must("words"),
    run(),
    Index("ix_dated_passages_document", "document_id"),
)

# Many small rows: numbers only, and stored in the order in which they are looked up.
passage_keys = table(
    "passage_keys",
    Column("key", KEY, nullable=False),
    Column("passage_key", KEY, ForeignKey("dated_passages.key"), nullable=False),
    PrimaryKeyConstraint("key", "passage_key"),
    Index("ix_passage_keys_passage", "passage_key"),
    with_rowid=False,
)

event_ties = table(
    "event_ties",
    Column("left_key", KEY, ForeignKey("dated_passages.key"), nullable=False),
    Column("right_key", KEY, ForeignKey("dated_passages.key"), nullable=False),
    run(),
    PrimaryKeyConstraint("left_key", "right_key"),
    Index("ix_event_ties_right", "right_key"),
    with_rowid=False,
)

date_changes = table(
    "date_changes",
    key(),
    document(),
    must("at"),
    *interval("old"),
    *interval("new"),
    must("reason"),
    Column("decision", KEY, ForeignKey("decisions.sequence")),
    run(),
    Index("ix_date_changes_document", "document_id"),
)
