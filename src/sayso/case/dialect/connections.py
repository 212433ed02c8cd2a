"""The database file of a case: how it is made, opened, checked and copied."""

import sqlite3
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from sayso.errors import CaseError

# "SAYS": tells a case from any other SQLite file.
APPLICATION_ID = 0x53415953
# The first with STRICT tables.
MINIMUM_SQLITE = (3, 37, 0)
BUSY_MILLISECONDS = 30_000
# A document leaves its keys all over the tables of a case: the upper pages of these stay at hand.
_CACHE_KIB = 32_768
# Adding a document runs some two hundred different statements: each is parsed once.
_STATEMENTS = 512


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
