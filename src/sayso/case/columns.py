"""The columns that many tables of a case share, so that the same thing is declared the same way.

Column types are kept to text, whole and real numbers, so that the schema is STRICT in SQLite and
plain in PostgreSQL; ``values`` says how richer values are written.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Table, Text
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
KEY = BigInteger().with_variant(Integer(), "sqlite")


def table(name: str, *items: SchemaItem, with_rowid: bool = True) -> Table:
    return Table(name, METADATA, *items, sqlite_strict=True, sqlite_with_rowid=with_rowid)


def must(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def may(name: str) -> Column[str]:
    return Column(name, Text)


def number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def key() -> Column[int]:
    return Column("key", KEY, primary_key=True)


def document() -> Column[str]:
    return Column("document_id", Text, ForeignKey("documents.id"), nullable=False)


def run() -> Column[int]:
    return Column("run_id", KEY, ForeignKey("runs.id"), nullable=False, index=True)


def interval(name: str) -> tuple[Column[str], Column[str]]:
    return may(f"{name}_lo"), may(f"{name}_hi")


def text_columns() -> tuple[SchemaItem, ...]:
    return (
        must("sha256"),
        number("characters"),
        must("extractor"),
        must("encoding"),
        number("original_length"),
        run(),
        # The long columns stand last: SQLite has to read past them to get to any that follow.
        must("page_starts"),
        must("text"),
        must("text_map"),
    )
