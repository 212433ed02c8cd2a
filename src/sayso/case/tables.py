"""The tables of a case: the single description that migrations, queries and docs are held to.

Column types are kept to text, whole and real numbers, so that the schema is STRICT in SQLite and
plain in PostgreSQL; ``values`` says how richer values are written. ``docs/data-model.md``
describes every column.
"""

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.sql.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)
_KEY = BigInteger().with_variant(Integer(), "sqlite")


def _table(name: str, *items: SchemaItem, with_rowid: bool = True) -> Table:
    return Table(name, METADATA, *items, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def _must(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _may(name: str) -> Column[str]:
    return Column(name, Text)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _key() -> Column[int]:
    return Column("key", _KEY, primary_key=True)


def _document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id"), nullable=False)


def _run() -> Column[int]:
    return Column("run_id", _KEY, ForeignKey("runs.id"), nullable=False, index=True)


def _interval(name: str) -> tuple[Column[str], Column[str]]:
    return _may(f"{name}_lo"), _may(f"{name}_hi")


def _text_columns() -> tuple[SchemaItem, ...]:
    return (
        _must("sha256"),
        _number("characters"),
        _must("extractor"),
        _must("encoding"),
        _number("original_length"),
        _run(),
        # The long columns stand last: SQLite has to read past them to get to any that follow.
        _must("page_starts"),
        _must("text"),
        _must("text_map"),
    )


case_info = _table(
    "case_info",
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    _must("uuid"),
    _must("name"),
    _must("created"),
    _must("tool_version"),
)

runs = _table(
    "runs",
    Column("id", _KEY, primary_key=True),
    _must("started"),
    _may("finished"),
    _must("versions"),
    Column("added", Integer),
    Column("already_there", Integer),
    Column("failed", Integer),
)

originals = _table("originals", Column("sha256", Text, primary_key=True), _number("size"))

documents = _table(
    "documents",
    _key(),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False, index=True),
    _must("media_type"),
    _must("path"),
    _may("address"),
    _may("retrieved"),
    _may("framing"),
    _may("title"),
    _may("title_span"),
    _must("byline"),
    _may("outlet"),
    Column("outlet_folded", Text, index=True),
    Column("language", Text, index=True),
    _must("added"),
    _run(),
)

texts = _table(
    "texts",
    _key(),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, unique=True),
    *_text_columns(),
)

earlier_texts = _table(
    "earlier_texts",
    _key(),
    _document(),
    *_text_columns(),
    UniqueConstraint("document_id", "sha256"),
)

locations = _table(
    "locations",
    _document(),
    _must("path"),
    _must("seen"),
    _run(),
    PrimaryKeyConstraint("document_id", "path"),
)

document_flags = _table(
    "document_flags",
    _document(),
    _must("flag"),
    _run(),
    PrimaryKeyConstraint("document_id", "flag"),
    Index("ix_document_flags_flag", "flag"),
)

chain_links = _table(
    "chain_links",
    _document(),
    _number("position"),
    Column("name", Text, nullable=False, index=True),
    _must("role"),
    _must("basis"),
    _may("original_span"),
    _must("rule"),
    _run(),
    PrimaryKeyConstraint("document_id", "position"),
)

furniture = _table(
    "furniture",
    _document(),
    _number("position"),
    _must("original_span"),
    _must("kind"),
    _must("rule"),
    _run(),
    PrimaryKeyConstraint("document_id", "position"),
)

date_candidates = _table(
    "date_candidates",
    _document(),
    _must("layer"),
    _number("position"),
    *_interval("date"),
    _must("basis"),
    Column("weight", REAL, nullable=False),
    _must("original_spans"),
    _must("written"),
    _must("rule"),
    _number("modified"),
    _must("alternatives"),
    _number("chosen"),
    _run(),
    PrimaryKeyConstraint("document_id", "layer", "position"),
)

datings = _table(
    "datings",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    *_interval("date"),
    _must("sort_day"),
    _must("chosen"),
    _must("reasons"),
    Column("doubtful", Integer, nullable=False, index=True),
    _run(),
    Index("ix_datings_date", "date_lo", "date_hi"),
    Index("ix_datings_sort_day", "sort_day", "document_id"),
)

date_doubts = _table(
    "date_doubts",
    _document(),
    _number("position"),
    Column("doubt", Text, nullable=False, index=True),
    _must("reason"),
    _must("candidates"),
    _run(),
    PrimaryKeyConstraint("document_id", "position"),
)

readings = _table(
    "readings",
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    _must("paragraphs"),
    _must("sentences"),
    _run(),
)

claims = _table(
    "claims",
    _key(),
    _document(),
    _number("position"),
    Column("id", Text, nullable=False, index=True),
    _must("source"),
    _must("cue"),
    _must("content"),
    _must("words"),
    _must("source_words"),
    Column("kind", Text, nullable=False, index=True),
    _must("rule"),
    _may("speaker"),
    Column("force", Text, index=True),
    _may("polarity"),
    _must("hedges"),
    *_interval("said"),
    _may("parent"),
    _run(),
    UniqueConstraint("document_id", "position"),
    Index("ix_claims_said", "said_lo", "said_hi"),
)

figures = _table(
    "figures",
    _key(),
    _document(),
    _number("position"),
    Column("id", Text, nullable=False, index=True),
    _must("span"),
    _must("words"),
    _must("number_span"),
    _may("best"),
    _may("lo"),
    _may("hi"),
    _number("lo_open"),
    _number("hi_open"),
    _number("soft"),
    Column("modifier", Text, nullable=False, index=True),
    _may("modifier_span"),
    Column("kind", Text, nullable=False, index=True),
    _must("rule"),
    _may("unit"),
    _may("unit_span"),
    _may("counted_span"),
    _may("counted_head_span"),
    _may("counted"),
    _may("change"),
    Column("whole", Integer),
    Column("predicate", Text, index=True),
    _may("accrual"),
    _may("place_span"),
    _may("place"),
    *_interval("as_of"),
    Column("claim_id", Text, index=True),
    _may("part_of"),
    _run(),
    UniqueConstraint("document_id", "position"),
    Index("ix_figures_as_of", "as_of_lo", "as_of_hi"),
)

timexes = _table(
    "timexes",
    _document(),
    _number("position"),
    _must("span"),
    _must("words"),
    _must("type"),
    _may("value"),
    _must("rule"),
    _may("mod"),
    *_interval("time"),
    _must("alternatives"),
    _may("anchor"),
    _run(),
    PrimaryKeyConstraint("document_id", "position"),
    Index("ix_timexes_time", "time_lo", "time_hi"),
)

reuse = _table(
    "reuse",
    Column("from_document", Text, ForeignKey("documents.id"), nullable=False),
    Column("to_document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("score", REAL, nullable=False),
    _must("from_spans"),
    _must("to_spans"),
    _must("direction"),
    _must("rule"),
    _run(),
    PrimaryKeyConstraint("from_document", "to_document", "kind"),
)

# Many small rows: numbers only, and stored in the order in which they are looked up.
fingerprints = _table(
    "fingerprints",
    _must("kind"),
    Column("key", _KEY, nullable=False),
    Column("document_key", _KEY, ForeignKey("documents.key"), nullable=False),
    PrimaryKeyConstraint("kind", "key", "document_key"),
    Index("ix_fingerprints_document", "document_key", "kind"),
    with_rowid=False,
)

problems = _table(
    "problems",
    _key(),
    _must("path"),
    _must("problem"),
    _may("sha256"),
    _must("at"),
    _run(),
    _may("cleared"),
    Column("cleared_run_id", _KEY, ForeignKey("runs.id")),
    Index(
        "ix_problems_open",
        "path",
        unique=True,
        sqlite_where=text("cleared IS NULL"),
        postgresql_where=text("cleared IS NULL"),
    ),
)

log = _table(
    "log",
    Column("sequence", _KEY, primary_key=True, autoincrement=False),
    _must("at"),
    _must("actor"),
    _must("tool_version"),
    _must("action"),
    Column("target", Text, nullable=False, index=True),
    _may("old"),
    _may("new"),
    _may("reason"),
    _must("previous"),
    _must("hash"),
)

decisions = _table(
    "decisions",
    Column("sequence", _KEY, ForeignKey("log.sequence"), primary_key=True, autoincrement=False),
    _must("at"),
    _must("actor"),
    _must("verdict"),
    _must("reason"),
    Column("target", Text, nullable=False, index=True),
    _must("kind"),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False, index=True),
    _must("sha256"),
    _must("text_sha256"),
    _must("spans"),
    _may("field"),
    _may("old"),
    _may("new"),
)

# Full-text search: table, and the columns of it that are searched.
SEARCHED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (texts, ("text",)),
    (claims, ("words", "speaker", "source_words")),
    (figures, ("words", "counted", "predicate", "place")),
)
# Nothing in these tables is ever altered or taken out.
APPEND_ONLY: tuple[Table, ...] = (log, decisions)
