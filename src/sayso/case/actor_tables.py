"""The tables of the registry: names, what they may be one with, and who is meant where.

Names and links are all that is kept; ``actors`` and ``actor_names.actor_key`` only hold what
follows from them and from the decisions, so that lists need not work it out.
``docs/data-model.md`` describes every column.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text

from sayso.case import tables
from sayso.case.columns import KEY, key, may, must, number, table

_documents = tables.documents.c.id

actors = table(
    "actors",
    key(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("sort", Text, nullable=False, index=True),
)

actor_names = table(
    "actor_names",
    key(),
    Column("name", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    must("sort"),
    must("text"),
    must("words"),
    number("head"),
    number("acronym"),
    number("facility"),
    number("mentions"),
    number("documents"),
    number("full"),
    Column("actor_key", KEY, ForeignKey(actors.c.key)),
    number("claims"),
    # All that actors are ranked by.
    Index("ix_actor_names_ranked", "actor_key", "claims", "mentions"),
)

# Many small rows: numbers only, and stored in the order in which they are looked up.
actor_blocks = table(
    "actor_blocks",
    Column("block", KEY, nullable=False),
    Column("name_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    PrimaryKeyConstraint("block", "name_key"),
    Index("ix_actor_blocks_name", "name_key"),
    with_rowid=False,
)

actor_words = table(
    "actor_words",
    must("word"),
    Column("name_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    PrimaryKeyConstraint("word", "name_key"),
    Index("ix_actor_words_name", "name_key"),
    with_rowid=False,
)

actor_links = table(
    "actor_links",
    Column("left_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    Column("right_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    must("relation"),
    Column("score", REAL, nullable=False),
    must("reasons"),
    number("told"),
    may("apart"),
    number("parted"),
    PrimaryKeyConstraint("left_key", "right_key"),
    Index("ix_actor_links_right", "right_key"),
    Index("ix_actor_links_score", "score"),
    with_rowid=False,
)

actor_evidence = table(
    "actor_evidence",
    Column("left_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    Column("right_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    Column("document_id", Text, ForeignKey(_documents), nullable=False, index=True),
    must("basis"),
    may("span"),
    may("reason"),
    PrimaryKeyConstraint("left_key", "right_key", "basis", "document_id"),
    Index("ix_actor_evidence_right", "right_key"),
    with_rowid=False,
)

actor_writings = table(
    "actor_writings",
    Column("name_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    Column("document_id", Text, ForeignKey(_documents), nullable=False),
    must("text"),
    number("count"),
    must("span"),
    PrimaryKeyConstraint("document_id", "name_key"),
    Index("ix_actor_writings_name", "name_key", "document_id"),
    with_rowid=False,
)

actor_entities = table(
    "actor_entities",
    Column("document_id", Text, ForeignKey(_documents), nullable=False),
    number("entity"),
    Column("name_key", KEY, ForeignKey(actor_names.c.key), nullable=False),
    PrimaryKeyConstraint("document_id", "entity"),
    Index("ix_actor_entities_name", "name_key", "document_id"),
    with_rowid=False,
)

# Which documents were entered: an older case has some that were not.
actor_documents = table(
    "actor_documents", Column("document_id", Text, ForeignKey(_documents), primary_key=True)
)

claim_speakers = table(
    "claim_speakers",
    Column("claim_key", Integer, ForeignKey(tables.claims.c.key), primary_key=True),
    Column("document_id", Text, ForeignKey(_documents), nullable=False),
    number("entity"),
    Index("ix_claim_speakers_entity", "document_id", "entity"),
)

# Of what several said together, each of them.
joint_speakers = table(
    "joint_speakers",
    Column("claim_key", Integer, ForeignKey(tables.claims.c.key), nullable=False),
    Column("document_id", Text, ForeignKey(_documents), nullable=False),
    number("entity"),
    PrimaryKeyConstraint("claim_key", "entity"),
    Index("ix_joint_speakers_entity", "document_id", "entity"),
)
