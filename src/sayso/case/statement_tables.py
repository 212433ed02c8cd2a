"""The tables of what is said again: keys of statements, quote pairs, denials and echoes.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import REAL, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text

from sayso.case.columns import KEY, may, must, run, table


def _side(name: str) -> tuple[Column[str], Column[str]]:
    """Return the columns of one of two claims; each of both is looked up by."""
    return (
        Column(f"{name}_document", Text, ForeignKey("documents.id"), nullable=False, index=True),
        Column(f"{name}_claim", Text, nullable=False, index=True),
    )


# Many small rows: numbers only, and stored in the order in which they are looked up. No second
# index: what a document left is found again by its claims.
statement_keys = table(
    "statement_keys",
    Column("key", KEY, nullable=False),
    Column("claim_key", KEY, nullable=False),
    PrimaryKeyConstraint("key", "claim_key"),
    with_rowid=False,
)

statement_words = table(
    "statement_words",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    must("words"),
    run(),
)

quote_pairs = table(
    "quote_pairs",
    Column("id", Text, primary_key=True),
    *_side("left"),
    *_side("right"),
    Column("kind", Text, nullable=False, index=True),
    must("concerns"),
    Column("same_speaker", Integer),
    Column("share", REAL, nullable=False),
    Column("nearness", REAL),
    must("differences"),
    must("left_notes"),
    must("right_notes"),
    must("rule"),
    run(),
)

denials = table(
    "denials",
    Column("id", Text, primary_key=True),
    *_side("asserted"),
    *_side("denied"),
    Column("kind", Text, nullable=False, index=True),
    must("reason"),
    Column("same_speaker", Integer),
    Column("asserted_first", Integer),
    Column("share", REAL, nullable=False),
    must("asserted_spans"),
    must("denied_spans"),
    may("through"),
    must("rule"),
    run(),
)

echoes = table(
    "echoes",
    Column("id", Text, primary_key=True),
    *_side("from"),
    *_side("to"),
    Column("evidence", Text, nullable=False, index=True),
    Column("share", REAL, nullable=False),
    must("from_spans"),
    must("to_spans"),
    must("direction"),
    must("rule"),
    run(),
)

echo_members = table(
    "echo_members",
    Column("claim_id", Text, nullable=False),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("group_id", Text, nullable=False, index=True),
    PrimaryKeyConstraint("claim_id"),
)
