"""The tables of places: what is known of each, under which names, where, and which sites are one.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from sayso.case.columns import KEY, document, may, must, number, run, table

# What is known of a place is the same wherever it is met, so that no document owns its row.
places = table(
    "places",
    Column("id", Text, primary_key=True),
    Column("place_key", Text, nullable=False, unique=True),
    must("name"),
    Column("folded", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("latitude", REAL),
    Column("longitude", REAL),
    Column("country", Text, index=True),
    may("country_name"),
    may("area"),
    Column("geonames", Integer),
    Column("population", Integer),
    may("stem"),
    may("sort"),
    Column("shown_as", Text, nullable=False, index=True),
    Index("ix_places_stem", "stem", "sort"),
)

place_mentions = table(
    "place_mentions",
    document(),
    number("position"),
    must("span"),
    must("words"),
    must("name"),
    Column("place_id", Text, ForeignKey("places.id")),
    Column("within_id", Text, ForeignKey("places.id")),
    Column("score", REAL, nullable=False),
    must("rule"),
    may("part"),
    number("people"),
    must("alternatives"),
    run(),
    PrimaryKeyConstraint("document_id", "position"),
    Index("ix_place_mentions_around", "within_id", "place_id"),
    # All that places are counted by.
    Index("ix_place_mentions_counted", "place_id", "document_id", "people", "score"),
)

place_names = table(
    "place_names",
    Column("place_id", Text, ForeignKey("places.id"), nullable=False),
    must("name"),
    must("folded"),
    number("mentions"),
    PrimaryKeyConstraint("place_id", "name"),
    Index("ix_place_names_folded", "folded"),
    with_rowid=False,
)

place_ties = table(
    "place_ties",
    Column("left_id", Text, ForeignKey("places.id"), nullable=False),
    Column("right_id", Text, ForeignKey("places.id"), nullable=False),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    must("span"),
    must("rule"),
    PrimaryKeyConstraint("left_id", "right_id", "document_id"),
    Index("ix_place_ties_right", "right_id"),
    with_rowid=False,
)


# How often each place is named: kept, so that places are listed without counting all mentions.
place_counts = table(
    "place_counts",
    Column("place_id", Text, ForeignKey("places.id"), primary_key=True),
    number("documents"),
    number("mentions"),
    Column("score", REAL, nullable=False),
)


def _placed(name: str, record: str) -> Table:
    """Describe which records are of a place: small rows, in the order in which they are looked up."""
    return table(
        name,
        Column("place_id", Text, ForeignKey("places.id"), nullable=False),
        Column(record, KEY, nullable=False),
        PrimaryKeyConstraint("place_id", record),
        with_rowid=False,
    )


claim_places = _placed("claim_places", "claim_key")
figure_places = _placed("figure_places", "figure_key")
event_places = _placed("event_places", "report_key")
