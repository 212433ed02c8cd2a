"""The tables of the case itself: its runs, what could not be read, its log, and what people decided.

``docs/data-model.md`` describes every column.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    text,
)

from sayso.case.columns import (
    KEY,
    key,
    may,
    must,
    run,
    table,
)

case_info = table(
    "case_info",
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    must("uuid"),
    must("name"),
    must("created"),
    must("tool_version"),
)

runs = table(
    "runs",
    Column("id", KEY, primary_key=True),
    must("started"),
    may("finished"),
    must("versions"),
    Column("added", Integer),
    Column("already_there", Integer),
    Column("failed", Integer),
)

problems = table(
    "problems",
    key(),
    must("path"),
    must("problem"),
    may("sha256"),
    must("at"),
    run(),
    may("cleared"),
    Column("cleared_run_id", KEY, ForeignKey("runs.id")),
    Index(
        "ix_problems_open",
        "path",
        unique=True,
        # Naming PostgreSQL's too would load its dialect at every start: its module sets the same.
        sqlite_where=text("cleared IS NULL"),
    ),
)

log = table(
    "log",
    Column("sequence", KEY, primary_key=True, autoincrement=False),
    must("at"),
    must("actor"),
    must("tool_version"),
    must("action"),
    Column("target", Text, nullable=False, index=True),
    may("old"),
    may("new"),
    may("reason"),
    must("previous"),
    must("hash"),
)

decisions = table(
    "decisions",
    Column("sequence", KEY, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    must("at"),
    must("actor"),
    must("verdict"),
    must("reason"),
    Column("target", Text, nullable=False, index=True),
    must("kind"),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    must("sha256"),
    must("text_sha256"),
    must("spans"),
    may("field"),
    may("old"),
    may("new"),
)

# The second place of a decision on what ties two: the first one stands with the decision itself.
decision_sides = table(
    "decision_sides",
    Column(
        "sequence", KEY, ForeignKey("decisions.sequence"), primary_key=True, autoincrement=False
    ),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    must("sha256"),
    must("text_sha256"),
    must("spans"),
)
