"""The tables of review: how each row stands, and which rows a person should look at first.

Nothing here is decided: both follow from the decisions and from the rows of the documents, and are
kept so that lists and the queue need not work them out.
``docs/data-model.md`` describes every column.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from sayso.case.columns import KEY, may, must, number, table

reviews = table(
    "reviews",
    must("kind"),
    must("record_id"),
    must("state"),
    must("edits"),
    number("comments"),
    must("actor"),
    must("at"),
    Column("sequence", KEY, ForeignKey("decisions.sequence"), nullable=False),
    number("outdated"),
    PrimaryKeyConstraint("kind", "record_id"),
    Index("ix_reviews_state", "kind", "state", "record_id"),
    with_rowid=False,
)

# Which of the rows in ``reviews`` rest on which document, so that a new reading finds them.
review_documents = table(
    "review_documents",
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    must("kind"),
    must("record_id"),
    PrimaryKeyConstraint("document_id", "kind", "record_id"),
    Index("ix_review_documents_record", "kind", "record_id"),
    with_rowid=False,
)

review_queue = table(
    "review_queue",
    number("rank"),
    must("place"),
    must("record_id"),
    must("kind"),
    must("why"),
    must("document_id"),
    may("other_document_id"),
    may("left_id"),
    may("right_id"),
    PrimaryKeyConstraint("rank", "place", "record_id"),
    Index("ix_review_queue_record", "record_id"),
    Index("ix_review_queue_document", "document_id"),
    Index("ix_review_queue_other", "other_document_id"),
    Index("ix_review_queue_kind", "kind", "rank", "place", "record_id"),
    with_rowid=False,
)

# The documents whose rows were looked through for the queue: an older case has some that were not.
queued_documents = table(
    "queued_documents",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("rules", Integer, nullable=False),
)
