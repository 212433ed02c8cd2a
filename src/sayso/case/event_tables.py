"""The tables of events: each report of one, how it is compared, what links reports, and the chronology.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from sayso.case.columns import KEY, document, interval, key, may, must, number, run, table

event_reports = table(
    "event_reports",
    key(),
    document(),
    number("position"),
    Column("id", Text, nullable=False, unique=True),
    must("trigger"),
    must("clause"),
    must("words"),
    must("family"),
    may("mode"),
    must("lemma"),
    Column("role", Text, nullable=False, index=True),
    Column("status", Text, nullable=False, index=True),
    must("rule"),
    must("anchor"),
    *interval("time"),
    may("time_span"),
    must("alternatives"),
    may("place_span"),
    may("place"),
    must("participants"),
    must("figures"),
    Column("claim_id", Text),
    number("lead"),
    run(),
    Index("ix_event_reports_document", "document_id", "position"),
)

# What a comparison needs beside the report itself.
event_traits = table(
    "event_traits",
    Column("report_key", KEY, ForeignKey("event_reports.key"), primary_key=True),
    must("sentence"),
    may("place"),
    must("place_parents"),
    must("names"),
    must("told"),
    must("figure_values"),
)

# Many small rows: numbers only, and stored in the order in which they are looked up. No second
# index: what a document left is found again by its reports.
event_keys = table(
    "event_keys",
    Column("key", KEY, nullable=False),
    Column("report_key", KEY, nullable=False),
    PrimaryKeyConstraint("key", "report_key"),
    with_rowid=False,
)

event_links = table(
    "event_links",
    Column("left_id", Text, nullable=False),
    Column("right_id", Text, nullable=False),
    Column("score", REAL, nullable=False),
    must("weights"),
    PrimaryKeyConstraint("left_id", "right_id"),
    Index("ix_event_links_right", "right_id"),
    with_rowid=False,
)

# Which entities of a document take part: what filters by actor.
event_people = table(
    "event_people",
    Column("report_key", KEY, ForeignKey("event_reports.key"), nullable=False),
    number("entity"),
    PrimaryKeyConstraint("report_key", "entity"),
    with_rowid=False,
)

event_members = table(
    "event_members",
    Column(
        "report_key", KEY, ForeignKey("event_reports.key"), primary_key=True, autoincrement=False
    ),
    Column("report_id", Text, nullable=False, unique=True),
    Column("event_id", Text, nullable=False, index=True),
)

chronology = table(
    "chronology",
    Column("id", Text, primary_key=True),
    *interval("when"),
    must("sort_day"),
    Column("is_dated", Integer, nullable=False),
    must("anchor"),
    must("family"),
    may("mode"),
    must("status"),
    must("headline"),
    may("place"),
    number("reports"),
    number("documents"),
    # The order of the list, with all that an event itself is narrowed by.
    Index("ix_chronology_walk", "is_dated", "sort_day", "when_hi", "id", "when_lo", "family"),
)

stories = table(
    "stories",
    key(),
    Column("id", Text, nullable=False, unique=True),
    number("documents"),
    Column("square", REAL, nullable=False),
    must("terms"),
)

story_documents = table(
    "story_documents",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("story_key", KEY, ForeignKey("stories.key"), nullable=False, index=True),
)

story_keys = table(
    "story_keys",
    Column("key", KEY, nullable=False),
    Column("story_key", KEY, nullable=False),
    PrimaryKeyConstraint("key", "story_key"),
    with_rowid=False,
)
