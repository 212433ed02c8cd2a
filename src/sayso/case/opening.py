"""Making the directory of a case, and opening one that is there."""

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, select

from sayso.case.dialect.connections import Access, open_engine
from sayso.case.disk import is_writable, network_kind
from sayso.case.faults import faults
from sayso.case.log import Action, Deed, append, tool_version
from sayso.case.log_tables import case_info
from sayso.case.schema import (
    DATABASE,
    SCHEMA,
    check_schema,
    finish,
    lacking,
    make_database,
    upgrade,
)
from sayso.case.values import Row, moment_text, storable
from sayso.errors import CaseError
from sayso.frozen import dataclass
from sayso.settings import SETTINGS_FILE, Settings

BLOBS = "blobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A case that was found good, with the way to its database."""

    directory: Path
    engine: Engine
    id: str
    name: str


def create_case(directory: Path, name: str | None, now: datetime) -> None:
    """Make the directory of a new case; other files in it stay as they are."""
    if (directory / DATABASE).exists():
        raise CaseError(f"{directory} already is a case")
    with faults(directory):
        directory.mkdir(parents=True, exist_ok=True)
        _refuse_network(directory)
        (directory / BLOBS).mkdir(exist_ok=True)
        settings = directory / SETTINGS_FILE
        if not settings.exists():
            settings.write_text(_settings_text(Settings()), encoding="utf-8")
        title = storable(name or directory.resolve().name)
        make_database(directory, lambda connection: _first_rows(connection, title, now))


def open_case(directory: Path, *, read_only: bool) -> Opened:
    _check_directory(directory, read_only=read_only)
    with faults(directory):
        engine = _reading_engine(directory) if read_only else _writing_engine(directory)
        with engine.connect() as connection:
            info = connection.execute(select(case_info)).one()
    return Opened(directory=directory, engine=engine, id=info.uuid, name=info.name)


def is_protected(directory: Path) -> bool:
    """Say whether the case can only be read: by its permissions, or since it is on a network drive."""
    places = (directory, directory / DATABASE)
    return not all(map(is_writable, places)) or network_kind(directory) is not None


def _settings_text(default: Settings) -> str:
    return (
        "# Settings of this case. Take the '#' from a line to change what it says.\n"
        "[add]\n"
        f"# deadline_seconds = {default.deadline_seconds:g}\n"
        f"# memory_mib = {default.memory_mib}\n"
        f"# workers = {default.workers}  # 0: one for each core\n"
        '# fields = { text = "body" }  # in JSON and CSV files: our name = theirs\n'
    )


def _first_rows(connection: Connection, name: str, now: datetime) -> None:
    row: Row = {
        "id": 1,
        "uuid": str(uuid4()),
        "name": name,
        "created": moment_text(now),
        "tool_version": tool_version(),
    }
    connection.execute(case_info.insert(), row)
    append(connection, Deed(action=Action.CREATE, target=str(row["uuid"]), at=now, new=name))


def _check_directory(directory: Path, *, read_only: bool) -> None:
    database = directory / DATABASE
    if not database.is_file():
        if directory.is_file():
            raise CaseError(f"{directory} is a file: a case is a folder; unpack a zipped one first")
        raise CaseError(f"{directory} is not a case: it holds no {DATABASE}")
    if read_only:
        return
    _refuse_network(directory)
    if not (is_writable(directory) and is_writable(database)):
        raise CaseError(f"the case {directory}: it cannot be written: the folder is read-only")


def _writing_engine(directory: Path) -> Engine:
    engine = open_engine(directory / DATABASE, Access.WRITE)
    number = _schema_of(engine, directory)
    if number < SCHEMA:
        engine.dispose()
        upgrade(directory, number)
    elif _lacks(engine):
        engine.dispose()
        finish(directory)
    return engine


def _reading_engine(directory: Path) -> Engine:
    engine = open_engine(directory / DATABASE, _reading_access(directory))
    number = _schema_of(engine, directory)
    if number < SCHEMA:
        engine.dispose()
        raise CaseError(
            f"the case {directory} has an older schema ({number}, this sayso has {SCHEMA}): "
            "open it once for writing, and it is upgraded"
        )
    if lacks := _lacks(engine):
        engine.dispose()
        raise CaseError(
            f"the case {directory} was made by an unfinished sayso and lacks {', '.join(lacks[:3])}"
            f"{' and more' if len(lacks) > 3 else ''}: open it once for writing, and it is completed"  # noqa: PLR2004
        )
    return engine


def _lacks(engine: Engine) -> tuple[str, ...]:
    with engine.connect() as connection:
        return lacking(connection)


def _schema_of(engine: Engine, directory: Path) -> int:
    try:
        with engine.connect() as connection:
            return check_schema(connection, directory)
    except BaseException:
        engine.dispose()
        raise


def _reading_access(directory: Path) -> Access:
    """Even a reader of a WAL database writes beside it, unless told that nobody can."""
    if is_writable(directory):
        return Access.READ
    pending = directory / f"{DATABASE}-wal"
    if pending.exists() and pending.stat().st_size:
        raise CaseError(
            f"the case {directory} was not closed, and its folder is read-only: "
            "copy it to where it can be written"
        )
    return Access.ARCHIVE


def _refuse_network(directory: Path) -> None:
    kind = network_kind(directory)
    if kind is not None:
        raise CaseError(
            f"the case {directory} lies on a network drive ({kind}), on which SQLite loses data: "
            "keep it on a local disk, or open it for reading only"
        )
