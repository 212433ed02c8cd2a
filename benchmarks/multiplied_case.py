"""A large case made of a small one: every document with all its rows many times, under new names.

What is measured on it is how lists, counts and searches grow, which rows of real texts show better
than made-up ones. Days are spread over six years; a tenth of the copies share a registry of actors
and a series with nine others.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

_DAYS = 2_200  # over which the copies are spread
_SHARING = 10  # copies with the same actors and series
_STEP = 1_000_000  # between the keys of two copies
_NOT_COPIED = frozenset(
    {"case_info", "runs", "originals", "log", "decisions", "statement_keys", "fingerprints"}
    | {"figure_shelves", "actor_blocks"}
)
_OF_REGISTRY = frozenset({"actors", "actor_names", "actor_words", "actor_links", "actor_evidence"})
_NAMED = frozenset(
    {"document_id", "claim_id", "figure_id", "group_id", "event_id", "parent", "part_of"}
    | {"through", "path", "anchor"}
)
_REGISTRY_KEYS = frozenset({"name_key", "actor_key"})
_NUMBERS = frozenset({"lo", "hi", "lo_open", "hi_open"})

Cell = str | int | float | None
Change = Callable[[Cell, int], Cell]


def multiply(case: Path, target: Path, documents: int) -> int:
    """Make ``target`` a case of about so many documents; return how many it has."""
    shutil.copytree(case, target)
    with closing(sqlite3.connect(target / "case.db", isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("PRAGMA cache_size = -400000")
        (base,) = database.execute("SELECT count(*) FROM documents").fetchone()
        copies = max(documents // base, 1)
        later = _set_aside(database)
        database.execute("BEGIN")
        _second_run(database)
        for table in _tables(database):
            _copy_rows(database, table, copies)
        database.execute("COMMIT")
        for statement in later:
            database.execute(statement)
        for table in ("texts", "claims", "figures"):
            database.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")  # noqa: S608 -- our names
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return base * copies


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in rows if "_fts" not in name and not name.startswith("sqlite_")]


def _set_aside(database: sqlite3.Connection) -> list[str]:
    """Drop triggers and indexes, which cost most; return what makes them again."""
    rows = database.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql <> ''"
    ).fetchall()
    for kind, name, _ in rows:
        database.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in rows]


def _second_run(database: sqlite3.Connection) -> None:
    """Let the last copies come with a run of their own, so that something is new."""
    columns = [row[1] for row in database.execute("PRAGMA table_info(runs)") if row[1] != "id"]
    names = ", ".join(columns)
    database.execute(f"INSERT INTO runs (id, {names}) SELECT 2, {names} FROM runs LIMIT 1")  # noqa: S608 -- our names


def _copy_rows(database: sqlite3.Connection, table: str, copies: int) -> None:
    if table in _NOT_COPIED:
        return
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    rows = database.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 -- our names
    if not rows:
        return
    number = max(copies // _SHARING, 1) if table in _OF_REGISTRY else copies
    changes = [_change(table, column, copies) for column in columns]
    marks = ", ".join("?" * len(columns))
    database.executemany(
        f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608 -- our names
        _changed(rows, changes, number),
    )


def _changed(
    rows: Sequence[tuple[Cell, ...]], changes: Sequence[Change], copies: int
) -> Iterator[tuple[Cell, ...]]:
    for copy in range(1, copies):
        for row in rows:
            yield tuple(change(cell, copy) for change, cell in zip(changes, row, strict=True))


def _change(table: str, column: str, copies: int) -> Change:
    """Return how the cells of a column are made new for each copy."""
    groups = max(copies // _SHARING, 1)
    shared = column in _REGISTRY_KEYS or table in _OF_REGISTRY
    if column == "run_id":
        return lambda cell, copy: 2 if copy > copies * 0.99 else cell
    if column == "series":
        return lambda cell, copy: f"{cell}{copy % groups:04x}"
    if column == "key" or column.endswith("_key"):
        return lambda cell, copy: _moved(cell, copy % groups if shared else copy)
    if _is_name(table, column):
        return lambda cell, copy: None if cell is None else f"{cell}{copy:05x}"
    return _earlier if _is_day(column) else lambda cell, _: cell


def _moved(cell: Cell, copy: int) -> Cell:
    return None if cell is None else int(cell) + copy * _STEP


def _is_name(table: str, column: str) -> bool:
    named = column in _NAMED or column.endswith(("_document", "_claim", "_event"))
    return named or column == "id" or (table in _OF_REGISTRY and column == "name")


def _is_day(column: str) -> bool:
    return column == "sort_day" or (column.endswith(("_lo", "_hi")) and column not in _NUMBERS)


def _earlier(cell: Cell, copy: int) -> Cell:
    """Move a day; one at the end of the calendar stands for no day."""
    try:
        return str(date.fromisoformat(str(cell)) - timedelta(days=copy % _DAYS))
    except (ValueError, OverflowError):
        return cell
