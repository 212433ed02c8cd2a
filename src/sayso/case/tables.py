"""The tables of documents and of what was read in them: what migrations, queries and docs are held to.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

from sayso.case import dating_tables
from sayso.case.columns import (
    KEY,
    document,
    interval,
    key,
    may,
    must,
    number,
    run,
    table,
    text_columns,
)

originals = table("originals", Column("sha256", Text, primary_key=True), number("size"))

documents = table(
    "documents",
    key(),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False, index=True),
    must("media_type"),
    must("path"),
    may("address"),
    may("retrieved"),
    may("framing"),
    may("title"),
    may("title_span"),
    must("byline"),
    may("outlet"),
    Column("outlet_folded", Text, index=True),
    Column("language", Text, index=True),
    must("added"),
    run(),
)

texts = table(
    "texts",
    key(),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, unique=True),
    *text_columns(),
)

earlier_texts = table(
    "earlier_texts",
    key(),
    document(),
    *text_columns(),
    UniqueConstraint("document_id", "sha256"),
)

locations = table(
    "locations",
    document(),
    must("path"),
    must("seen"),
    run(),
    PrimaryKeyConstraint("document_id", "path"),
)

document_flags = table(
    "document_flags",
    document(),
    must("flag"),
    run(),
    PrimaryKeyConstraint("document_id", "flag"),
    Index("ix_document_flags_flag", "flag"),
)

chain_links = table(
    "chain_links",
    document(),
    number("position"),
    Column("name", Text, nullable=False, index=True),
    must("role"),
    must("basis"),
    may("original_span"),
    must("rule"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
)

furniture = table(
    "furniture",
    document(),
    number("position"),
    must("original_span"),
    must("kind"),
    must("rule"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
)

date_candidates = table(
    "date_candidates",
    document(),
    must("layer"),
    number("position"),
    *interval("date"),
    must("basis"),
    Column("weight", REAL, nullable=False),
    must("original_spans"),
    must("written"),
    must("rule"),
    number("modified"),
    must("alternatives"),
    number("chosen"),
    run(),
    PrimaryKeyConstraint("document_id", "layer", "position"),
)

# What a document itself gives, kept apart from the date that holds.
own_datings = table(
    "datings",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    *interval("date"),
    must("sort_day"),
    must("chosen"),
    must("reasons"),
    Column("doubtful", Integer, nullable=False, index=True),
    run(),
    Index("ix_datings_date", "date_lo", "date_hi"),
    Index("ix_datings_sort_day", "sort_day", "document_id"),
)

date_doubts = table(
    "date_doubts",
    document(),
    number("position"),
    Column("doubt", Text, nullable=False, index=True),
    must("reason"),
    must("candidates"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
)

readings = table(
    "readings",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    must("paragraphs"),
    must("sentences"),
    run(),
)

# What somebody who is named as its source is said to think; see ``conditions.of_speech``.
BELIEVED = text("manner = 'thought' AND parent IS NULL AND source <> '[]'")

claims = table(
    "claims",
    key(),
    document(),
    number("position"),
    Column("id", Text, nullable=False, index=True),
    must("source"),
    must("cue"),
    must("content"),
    must("words"),
    must("source_words"),
    may("described"),
    must("kind"),
    must("rule"),
    may("speaker"),
    Column("manner", Text, index=True),
    may("force"),
    may("polarity"),
    must("hedges"),
    *interval("said"),
    may("parent"),
    run(),
    may("via"),
    UniqueConstraint("document_id", "position"),
    # Whatever two of these are asked for together, no row is read that has only one of them.
    Index("ix_claims_force_kind", "force", "kind", "manner"),
    Index("ix_claims_kind_manner", "kind", "manner"),
    Index("ix_claims_believed", "manner", sqlite_where=BELIEVED),
)

figures = table(
    "figures",
    key(),
    document(),
    number("position"),
    Column("id", Text, nullable=False, index=True),
    must("span"),
    must("words"),
    must("number_span"),
    may("best"),
    may("lo"),
    may("hi"),
    number("lo_open"),
    number("hi_open"),
    number("soft"),
    Column("modifier", Text, nullable=False, index=True),
    may("modifier_span"),
    must("kind"),
    must("rule"),
    may("unit"),
    may("unit_span"),
    may("counted_span"),
    may("counted_head_span"),
    may("counted"),
    may("change"),
    Column("whole", Integer),
    may("predicate"),
    may("accrual"),
    may("modality"),
    may("place_span"),
    may("place"),
    *interval("as_of"),
    Column("claim_id", Text, index=True),
    may("part_of"),
    run(),
    may("predicate_span"),
    may("setting_span"),
    may("time_span"),
    may("leaning"),
    UniqueConstraint("document_id", "position"),
    Index("ix_figures_predicate_kind", "predicate", "kind", "modifier"),
    Index("ix_figures_kind_modifier", "kind", "modifier"),
)

# What names days on the calendar, and no "now" or "soon".
CALENDAR = text("time_lo IS NOT NULL AND type IN ('DATE', 'TIME') AND substr(value, -4) <> '_REF'")

timexes = table(
    "timexes",
    document(),
    number("position"),
    must("span"),
    must("words"),
    must("type"),
    may("value"),
    must("rule"),
    may("mod"),
    *interval("time"),
    must("alternatives"),
    may("anchor"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
    Index(
        "ix_timexes_calendar",
        "time_lo",
        "time_hi",
        "document_id",
        "position",
        sqlite_where=CALENDAR,
    ),
)

mentions = table(
    "mentions",
    document(),
    number("position"),
    must("span"),
    must("words"),
    must("kind"),
    number("entity"),
    may("name"),
    must("rule"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
)

events = table(
    "events",
    document(),
    number("position"),
    must("span"),
    must("words"),
    must("type"),
    must("status"),
    must("rule"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
)

reuse = table(
    "reuse",
    Column("from_document", Text, ForeignKey("documents.id"), nullable=False),
    Column("to_document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("score", REAL, nullable=False),
    must("from_spans"),
    must("to_spans"),
    must("direction"),
    must("rule"),
    run(),
    PrimaryKeyConstraint("from_document", "to_document", "kind"),
)

# The date that holds, with the whole case and its user: what every list shows.
datings = dating_tables.settled_dates

# Many small rows: numbers only, and stored in the order in which they are looked up.
fingerprints = table(
    "fingerprints",
    must("kind"),
    Column("key", KEY, nullable=False),
    Column("document_key", KEY, ForeignKey("documents.key"), nullable=False),
    PrimaryKeyConstraint("kind", "key", "document_key"),
    Index("ix_fingerprints_document", "document_key", "kind"),
    with_rowid=False,
)
