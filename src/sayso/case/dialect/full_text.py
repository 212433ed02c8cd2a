"""Full-text search: its index beside a table, conditions on words, and queries over texts."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    TableClause,
    Text,
    column,
    false,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy import table as table_clause
from sqlalchemy.exc import OperationalError

_TOKENIZER = "unicode61 remove_diacritics 2"
_HAS_LETTER = re.compile(r"[^\W_]")
# Noncharacters, which no text has: they mark what a search found.
FOUND_START, FOUND_END = "\ufdd0", "\ufdd1"


def add_search(connection: Connection, table: str, columns: Sequence[str]) -> None:
    """Give a table with an integer ``key`` full-text search that follows every change of it."""
    names = ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    index = f"{table}_fts"
    into = f"INSERT INTO {index}(rowid, {names}) VALUES (new.key, {new});"  # noqa: S608 -- our names
    out = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.key, {old});"  # noqa: S608 -- our names
    settings = f"content='{table}', content_rowid='key', tokenize='{_TOKENIZER}'"
    for statement in (
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, {settings})",
        f"CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN {into} END",
        f"CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} BEGIN {out} END",
        f"CREATE TRIGGER {table}_fts_update AFTER UPDATE ON {table} BEGIN {out} {into} END",
    ):
        connection.exec_driver_sql(statement)


def fill_search(connection: Connection, table: str) -> None:
    """Enter the rows that a table had before it got its search."""
    index = f"{table}_fts"
    connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608 -- our names


def has_words(table: Table, columns: Sequence[str], words: str) -> ColumnElement[bool]:
    """Return the condition that all ``words`` stand in the searched ``columns`` of a row."""
    found: ColumnElement[bool] = table.c.key.in_(keys_with_words(table, columns, words))
    return found


def keys_with_words(table: Table, columns: Sequence[str], words: str) -> "Select[*tuple[Any, ...]]":
    """Select the keys of the rows in whose searched ``columns`` all ``words`` stand."""
    index = _index(table.name)
    return select(index.c.rowid.label("key")).where(_matches(index, columns, words))


def holds_words(
    key: ColumnElement[Any], table: Table, columns: Sequence[str], words: str
) -> ColumnElement[bool]:
    """Return the condition of ``has_words`` for the row of one key, whatever the number of others."""
    index = _index(table.name)
    row = select(1).select_from(index).where(index.c.rowid == key)
    return row.where(_matches(index, columns, words)).exists()


def _matches(index: TableClause, columns: Sequence[str], words: str) -> ColumnElement[bool]:
    terms = [term for term in words.split() if _HAS_LETTER.search(term)]
    if not terms:
        return false()
    wanted = " AND ".join(_quoted(term) for term in terms)
    return index.c[index.name].op("MATCH")(f"{{{' '.join(columns)}}} : ({wanted})")


def search_texts(
    connection: Connection, query: str, *, mark: bool, limit: int, offset: int
) -> Sequence[Any]:
    """Return (key, rank, text with marks) for a query, the best first.

    A query that FTS5 cannot read is taken as one phrase.
    """
    query = query.replace("\0", " ")
    try:
        return _search(connection, query, mark=mark, limit=limit, offset=offset)
    except OperationalError as error:
        if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_ERROR":
            raise
        phrase = '"{}"'.format(query.replace('"', '""'))
        return _search(connection, phrase, mark=mark, limit=limit, offset=offset)


def _search(
    connection: Connection, query: str, *, mark: bool, limit: int, offset: int
) -> Sequence[Any]:
    index = _index("texts")
    itself = literal_column(index.name, Text)
    marked = func.highlight(itself, 0, FOUND_START, FOUND_END) if mark else null()
    statement = (
        select(index.c.rowid.label("key"), index.c.rank, marked.label("marked"))
        .where(index.c[index.name].op("MATCH")(query))
        .order_by(index.c.rank, index.c.rowid)
        .limit(limit)
        .offset(offset)
    )
    return connection.execute(statement).all()


def _index(table: str) -> TableClause:
    name = f"{table}_fts"
    return table_clause(name, column("rowid"), column("rank"), column(name))


def _quoted(term: str) -> str:
    """Return one word as the search takes it literally; a final ``*`` stands for any ending."""
    ending = "*" if term.endswith("*") else ""
    return '"{}"{}'.format(term.rstrip("*").replace('"', '""'), ending)
