"""A large case made of a small one: every document with all its rows many times, under new names.

What is measured on it is how lists, counts, searches and adding grow, which rows of real texts show
better than made-up ones. Days are spread over six years; a tenth of the copies share a registry of
actors and a series with nine others. All is done by SQLite itself, a table at a time.

The tables by which a new document finds its like hold hashes (of words, names, cells, days). Of a
copy four fifths of them are its own. One fifth, and all that three rows of the small case share, stay
what they are in every copy, up to the number that a hash remembers where it remembers only so many:
what a new document of the small case's stories looks up is then as full as it can get.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

_DAYS = 2_200  # over which the copies are spread
_SHARING = 10  # copies with the same actors and series
_STEP = 1_000_000  # between the keys of two copies
# Between the hashes of two copies: with a quarter of the hash it fits 64 bits for 100,000 copies.
_HASH_STEP = 22_517_998_136_852
_COMMON = 3  # rows of the small case with one hash
_KEPT = 5  # one hash in so many stays what it is
_ALL = 10**9

# What there is once, whatever the number of documents: the world's places, the case, what people did.
_NOT_COPIED = frozenset(
    {"case_info", "runs", "originals", "log", "decisions", "decision_sides", "reviews"}
    | {"places", "place_names", "place_counts"}
)
_OF_REGISTRY = frozenset(
    {"actors", "actor_names", "actor_words", "actor_links", "actor_evidence", "actor_blocks"}
)
# Look-up tables: the column of the hash, and how many rows one hash remembers.
_HASHES = {
    "statement_keys": ("key", 32),
    "event_keys": ("key", 32),
    "passage_keys": ("key", 40),
    "story_keys": ("key", _ALL),
    "fingerprints": ("key", _ALL),
    "forecast_keys": ("cell", _ALL),
    "figure_shelves": ("cell", _ALL),
    "actor_blocks": ("block", _ALL),
}
_NAMED = frozenset(
    {"document_id", "claim_id", "figure_id", "forecast_id", "group_id", "event_id", "report_id"}
    | {"record_id", "other_document_id", "parent", "part_of", "through", "path", "origin"}
    | {"headline", "id"}
)
# How often each place is named now.
_COUNTED = (
    "DELETE FROM place_counts",
    (
        "INSERT INTO place_counts SELECT place_id, count(DISTINCT document_id), count(*), min(score) "
        "FROM place_mentions WHERE people = 0 AND place_id IS NOT NULL GROUP BY place_id"
    ),
)
_TIES_OF_NAMES = frozenset({"event_links", "review_queue"})  # ``left_id`` and ``right_id``
_REGISTRY_KEYS = frozenset({"name_key", "actor_key"})
_NUMBERS = frozenset({"lo", "hi", "lo_open", "hi_open"})


def multiply(case: Path, target: Path, documents: int) -> int:
    """Make ``target`` a case of about so many documents; return how many it has."""
    shutil.copytree(case, target)
    with closing(sqlite3.connect(target / "case.db", isolation_level=None)) as database:
        for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"):
            database.execute(f"PRAGMA {pragma}")
        base = int(database.execute("SELECT count(*) FROM documents").fetchone()[0])
        copies = max(documents // base, 1)
        later = _set_aside(database)
        _second_run(database)
        _number_copies(database, copies)
        for table in _tables(database):
            _copy_rows(database, table, copies)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for statement in later:
            database.execute(statement)
        for statement in _COUNTED:
            database.execute(statement)
        for index in _searched(database):
            database.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608 -- our names
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return base * copies


def _tables(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [
        name
        for (name,) in rows
        if "_fts" not in name and not name.startswith("sqlite_") and name not in _NOT_COPIED
    ]


def _searched(database: sqlite3.Connection) -> list[str]:
    rows = database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%_fts'").fetchall()
    return [name for (name,) in rows]


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


def _number_copies(database: sqlite3.Connection, copies: int) -> None:
    database.execute("CREATE TEMP TABLE copies (number INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO copies VALUES (?)", ((one,) for one in range(1, copies)))


def _copy_rows(database: sqlite3.Connection, table: str, copies: int) -> None:
    info = database.execute(f"PRAGMA table_info({table})").fetchall()
    columns = [row[1] for row in info]
    number = max(copies // _SHARING, 1) if table in _OF_REGISTRY else copies
    database.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}")  # noqa: S608 -- our names
    if table in _HASHES:
        for statement in _hashed(table, columns, copies, number):
            database.execute(statement)
    else:
        cells = ", ".join(_cell(table, column, copies) for column in columns)
        database.execute(
            f"INSERT INTO {table} SELECT {cells} FROM copies CROSS JOIN base "  # noqa: S608 -- our names
            f"WHERE copies.number < {number}"
        )
    database.execute("DROP TABLE base")


def _hashed(table: str, columns: Iterable[str], copies: int, number: int) -> Iterator[str]:
    """Yield what copies a look-up table in its own order: first what stays, then what is of a copy."""
    hashed, most = _HASHES[table]
    yield (
        f"CREATE TEMP TABLE shared AS SELECT {hashed} AS hash, count(*) AS held FROM base "  # noqa: S608 -- our names
        f"GROUP BY {hashed} HAVING count(*) >= {_COMMON} OR abs({hashed}) % {_KEPT} = 0"
    )
    yield "CREATE UNIQUE INDEX temp.shared_hash ON shared (hash)"
    for stays in (True, False):
        cells = [
            _of_copy(column) if column == hashed and not stays
            else column if column == hashed
            else _cell(table, column, copies)
            for column in columns
        ]  # fmt: skip
        which = (
            f"JOIN shared ON hash = {hashed} AND number * held < {most}"
            if stays
            else f"ON {hashed} NOT IN (SELECT hash FROM shared)"  # noqa: S608 -- our names
        )
        order = ", ".join(str(at) for at in range(1, len(cells) + 1))
        yield (
            f"INSERT OR IGNORE INTO {table} SELECT {', '.join(cells)} FROM copies JOIN base {which} "  # noqa: S608 -- our names
            f"WHERE number < {number} ORDER BY {order}"
        )
    yield "DROP TABLE shared"


def _of_copy(column: str) -> str:
    return f"{column} / 4 + number * {_HASH_STEP}"


def _cell(table: str, column: str, copies: int) -> str:
    """Return how the cells of a column are made new for each copy."""
    groups = max(copies // _SHARING, 1)
    shared = column in _REGISTRY_KEYS or table in _OF_REGISTRY
    if column == "run_id":
        return f"CASE WHEN number > {copies * 0.99} THEN 2 ELSE run_id END"
    if column == "series":
        return f"series || printf('%04x', number % {groups})"
    if column == "key" or column.endswith("_key"):
        return f"{column} + (number % {groups if shared else _ALL}) * {_STEP}"
    if column == "day":
        # As a number of the calendar; that of a month stays.
        return f"CASE WHEN day BETWEEN 1000 AND 3000000 THEN day - number % {_DAYS} ELSE day END"
    if _is_name(table, column):
        return f"{column} || printf('%05x', number)"
    return _earlier(column) if _is_day(column) else column


def _is_name(table: str, column: str) -> bool:
    if table in _TIES_OF_NAMES and column in {"left_id", "right_id"}:
        return True
    named = column in _NAMED or column.endswith(("_document", "_claim"))
    return named or (table in _OF_REGISTRY and column == "name")


def _is_day(column: str) -> bool:
    return column == "sort_day" or (column.endswith(("_lo", "_hi")) and column not in _NUMBERS)


def _earlier(column: str) -> str:
    """Move a day; one at the end of the calendar, or a word, stands for no day."""
    return (
        f"CASE WHEN {column} GLOB '[12]???-??-??' "
        f"THEN date({column}, '-' || (number % {_DAYS}) || ' days') ELSE {column} END"
    )
