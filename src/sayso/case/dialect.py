"""All that holds for SQLite alone: connections, pragmas, full-text search, locked tables.

A case on PostgreSQL needs a second module with these functions and nothing else.
"""

import json
import re
import sqlite3
from collections.abc import Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Join,
    QueuePool,
    Select,
    Table,
    TableClause,
    Text,
    UnaryExpression,
    bindparam,
    column,
    create_engine,
    event,
    false,
    func,
    literal_column,
    null,
    select,
)
from sqlalchemy import table as table_clause
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.operators import custom_op

from sayso.errors import CaseError

_T = TypeVar("_T")
# "SAYS": tells a case from any other SQLite file.
APPLICATION_ID = 0x53415953
# The first with STRICT tables.
MINIMUM_SQLITE = (3, 37, 0)
BUSY_MILLISECONDS = 30_000
# A document leaves its keys all over the tables of a case: the upper pages of these stay at hand.
_CACHE_KIB = 32_768
# Adding a document runs some two hundred different statements: each is parsed once.
_STATEMENTS = 512
_TOKENIZER = "unicode61 remove_diacritics 2"
_HAS_LETTER = re.compile(r"[^\W_]")
# Noncharacters, which no text has: they mark what a search found.
FOUND_START, FOUND_END = "\ufdd0", "\ufdd1"


class Access(Enum):
    """How a case is opened: ``DURABLE`` waits for the disk at each commit."""

    WRITE = "NORMAL"
    DURABLE = "FULL"
    READ = "read"
    ARCHIVE = "archive"  # on a disk that cannot be written at all


def open_engine(path: Path, access: Access, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for an existing file, whose transactions are real ones."""
    _check_version(sqlite3.sqlite_version_info)
    # Not "mode=ro" for readers: the last of them could then not clear away the WAL.
    options = "?immutable=1" if access is Access.ARCHIVE else "?mode=rw"
    uri = f"file:{quote(str(path.absolute()))}{options}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri,
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            timeout=0,
            cached_statements=_STATEMENTS,
        )
        try:
            for pragma in _pragmas(access, foreign_keys=foreign_keys):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine with transactions that take the lock to write at their beginning."""
    return engine.execution_options(sayso_writes=True)


def make_file(path: Path) -> None:
    """Make an empty database file with the marks of a case that must come first."""
    _check_version(sqlite3.sqlite_version_info)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    finally:
        connection.close()
    if mode != "wal":
        raise CaseError(f"{path.parent}: this disk does not allow SQLite's WAL (mode is {mode})")


def marks(connection: Connection) -> tuple[int, int]:
    """Return the application id and the schema number of the file."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    return int(application), int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_schema(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")


def broken_references(connection: Connection) -> int:
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def integrity(connection: Connection) -> str:
    """Return "ok", or what SQLite finds wrong with its own file."""
    lines = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars().all()
    return "; ".join(lines)


def journal_mode(connection: Connection) -> str:
    return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar_one())


def settle(path: Path) -> None:
    """Bring all that was written into the file itself; sqlite3.Error if that is not possible.

    Closing alone would try the same, and stay silent where a full disk does not allow it.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()


def copy_database(connection: Connection, target: Path) -> None:
    """Copy the database as of one moment, while others may write."""
    copy = sqlite3.connect(target)
    try:
        connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
    finally:
        copy.close()


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


def objects(connection: Connection) -> frozenset[str]:
    """Return the names of all tables and indexes that were made."""
    made = "SELECT name FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
    return frozenset(connection.exec_driver_sql(made).scalars())


def columns_of_tables(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return table and name of every column, by one statement."""
    listed = (
        "SELECT made.name, held.name FROM sqlite_master AS made, pragma_table_info(made.name) AS held"
        " WHERE made.type = 'table'"
    )
    return frozenset((table, column) for table, column in connection.exec_driver_sql(listed))


def add_column(connection: Connection, column: Column[Any]) -> None:
    """Give a table a column that it lacks; where it must have a value, that is 0 or no text."""
    kind = column.type.compile(connection.dialect)
    default = " NOT NULL DEFAULT " + ("''" if kind == "TEXT" else "0")
    must = "" if column.nullable else default
    connection.exec_driver_sql(
        f'ALTER TABLE "{column.table.name}" ADD COLUMN "{column.name}" {kind}{must}'
    )


def drop_index(connection: Connection, name: str) -> None:
    connection.exec_driver_sql(f'DROP INDEX "{name}"')


def make_append_only(connection: Connection, table: str) -> None:
    """Let the database itself refuse to alter or remove rows of a table."""
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


@cache
def insert_unless_there(table: Table) -> Insert:
    """Return an insert that leaves a row with the same key as it is."""
    return insert(table).on_conflict_do_nothing()


@cache
def insert_or_replace(table: Table) -> Insert:
    """Return an insert that takes the place of a row with the same key."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = {name: new for name, new in statement.excluded.items() if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def add_up(table: Table, counts: Sequence[str], *, least: Sequence[str] = ()) -> Insert:
    """Return an insert that adds its counts to those of a row with the same key, and keeps the least of others."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    new = statement.excluded
    sums = {name: table.c[name] + new[name] for name in counts}
    lower = {name: func.min(table.c[name], new[name]) for name in least}
    return statement.on_conflict_do_update(index_elements=keys, set_={**sums, **lower})


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


def one_of(column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values, which are given as one parameter."""
    return one_of_listed(column, json.dumps(values))


def one_of_listed(column: ColumnElement[Any], listed: str) -> ColumnElement[bool]:
    """Return the condition of ``one_of`` for values that are a list in JSON already."""
    each = func.json_each(listed).table_valued("value").alias("each_value")
    return column.in_(select(each.c.value))


def listed_values(column: ColumnElement[Any]) -> ColumnElement[str]:
    """Return all values of a column as one list in JSON."""
    return func.json_group_array(column)


def one_of_bound(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that a column has one of the values that a prepared statement binds by ``name``."""
    each = func.json_each(bindparam(name)).table_valued("value").alias(f"each_of_{name}")
    found: ColumnElement[bool] = column.in_(select(each.c.value))
    return found


def span_start(span: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the first character of a span as ``span_text`` writes it."""
    return func.json_extract(span, "$[0]")


def one_holds(spans: ColumnElement[Any], span: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that one of ``spans`` holds all of ``span``."""
    each = func.json_each(spans).table_valued("value").alias("each_span")
    ends = [func.json_extract(each.c.value, "$[0]"), func.json_extract(each.c.value, "$[1]")]
    first, last = func.json_extract(span, "$[0]"), func.json_extract(span, "$[1]")
    return select(1).select_from(each).where(ends[0] <= first, ends[1] >= last).exists()


class _Nested(Join):
    inherit_cache = True


@compiles(_Nested, "sqlite")
def _write_nested(join: Join, compiler: SQLCompiler, **how: Any) -> str:
    # SQLite takes the left side of a CROSS JOIN for the outer loop, whatever it thinks of it.
    written: str = compiler.visit_join(join, **how)  # type: ignore[no-untyped-call]
    left, _, right = written.rpartition(" JOIN ")
    return f"{left} CROSS JOIN {right}"


def nested(left: FromClause, right: FromClause, on: ColumnElement[bool]) -> FromClause:
    """Join two tables so that ``left`` is walked in the order wanted, and ``right`` looked up for each row."""
    return _Nested(left, right, on)


def only_tested(tested: ColumnElement[_T]) -> ColumnElement[_T]:
    """Return a column as it is, but for conditions that hold for most rows: no index is asked for them."""
    # SQLite looks nothing up by an expression, and unary plus is the cheapest there is.
    return UnaryExpression(tested, operator=custom_op("+"), type_=tested.type)


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


def _check_version(version: tuple[int, ...]) -> None:
    if version < MINIMUM_SQLITE:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, MINIMUM_SQLITE))
        raise CaseError(f"a case needs SQLite {wanted} or newer, this Python has {found}")


def _pragmas(access: Access, *, foreign_keys: bool) -> tuple[str, ...]:
    shared = (f"busy_timeout = {BUSY_MILLISECONDS}", f"foreign_keys = {int(foreign_keys)}")
    if access in {Access.READ, Access.ARCHIVE}:
        # Half of it: several read at once.
        return (*shared, "query_only = 1", f"cache_size = -{_CACHE_KIB // 2}")
    return (*shared, f"synchronous = {access.value}", f"cache_size = -{_CACHE_KIB}")


def _begin(connection: Connection) -> None:
    # Taking the lock late would let two writers both read first, and one of them fail.
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
