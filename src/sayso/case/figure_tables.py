"""The tables of compared figures: each as it is compared, where others find it, and the verdicts.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, Text

from sayso.case.columns import KEY, document, interval, key, may, must, number, run, table

counted_figures = table(
    "counted_figures",
    key(),
    document(),
    Column("figure_id", Text, nullable=False, unique=True),
    Column("series", Text, nullable=False, index=True),
    number("day"),
    may("lo"),
    may("hi"),
    number("lo_open"),
    number("hi_open"),
    number("soft"),
    must("modifier"),
    may("best"),
    must("kind"),
    may("unit"),
    may("head"),
    must("restrictors"),
    may("type"),
    may("owner"),
    must("inclusions"),
    Column("predicate", Text, nullable=False, index=True),
    may("leaning"),
    may("polarity"),
    may("modality"),
    may("accrual"),
    may("place"),
    must("place_parents"),
    number("place_stated"),
    number("central"),
    number("by_place"),
    must("matter"),
    may("event"),
    *interval("as_of"),
    number("as_of_stated"),
    *interval("period"),
    may("claimant"),
    number("official"),
    may("basis"),
    may("origin"),
    *interval("written"),
    may("part_of"),
    may("same_as"),
    must("rivals"),
    may("together"),
    must("grounds"),
    run(),
    Index("ix_counted_figures_document", "document_id"),
)

# Many small rows: numbers only, and stored in the order in which they are looked up.
figure_shelves = table(
    "figure_shelves",
    Column("cell", KEY, nullable=False),
    number("day"),
    Column("figure_key", KEY, ForeignKey("counted_figures.key"), nullable=False),
    PrimaryKeyConstraint("cell", "day", "figure_key"),
    Index("ix_figure_shelves_figure", "figure_key"),
    with_rowid=False,
)

figure_relations = table(
    "figure_relations",
    Column("left_key", KEY, ForeignKey("counted_figures.key"), nullable=False),
    Column("right_key", KEY, ForeignKey("counted_figures.key"), nullable=False),
    Column("verdict", Text, nullable=False, index=True),
    must("reason"),
    must("rule"),
    must("left_spans"),
    must("right_spans"),
    run(),
    Column("id", Text, nullable=False, index=True),
    PrimaryKeyConstraint("left_key", "right_key"),
    Index("ix_figure_relations_right", "right_key"),
    with_rowid=False,
)
