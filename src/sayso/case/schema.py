"""The schema of a case file: made, recognised, and brought up to date."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from sayso.case.columns import METADATA
from sayso.case.completing import complete, missing
from sayso.case.dialect.connections import (
    APPLICATION_ID,
    Access,
    broken_references,
    copy_database,
    make_file,
    marks,
    open_engine,
    settle,
    writing,
)
from sayso.case.dialect.full_text import add_search
from sayso.case.dialect.structure import make_append_only, set_schema
from sayso.case.special_tables import APPEND_ONLY, SEARCHED
from sayso.errors import CaseError, IntegrityError

# Number of the newest step in ``migrations/versions``.
SCHEMA = 2
STEPS = Path(__file__).parent / "migrations"
DATABASE = "case.db"


def make_database(directory: Path, fill: Callable[[Connection], None]) -> None:
    """Make the database of a new case with its first rows; it appears whole or not at all."""
    unfinished = directory / f"{DATABASE}.part"
    for leftover in directory.glob(f"{unfinished.name}*"):
        leftover.unlink()
    make_file(unfinished)
    engine = open_engine(unfinished, Access.DURABLE)
    try:
        with writing(engine).begin() as connection:
            _make_tables(connection)
            fill(connection)
    finally:
        engine.dispose()
    settle(unfinished)
    unfinished.replace(directory / DATABASE)


def check_schema(connection: Connection, directory: Path) -> int:
    """Return the schema number of a case; CaseError if it is no case, or a newer one."""
    application, number = marks(connection)
    if application != APPLICATION_ID:
        raise CaseError(f"{directory} is not a case: its {DATABASE} was not made by sayso")
    if number > SCHEMA:
        raise CaseError(
            f"the case {directory} was written by a newer sayso (schema {number}, this one knows "
            f"{SCHEMA}); update sayso"
        )
    return number


def upgrade(directory: Path, number: int) -> Path:
    """Bring the database to the present schema and return the copy kept of it as it was."""
    # Steps rebuild tables, which references to them would forbid; they are checked at the end.
    engine = open_engine(directory / DATABASE, Access.DURABLE, foreign_keys=False)
    try:
        copy = _free_name(directory / "backups", number)
        with engine.connect() as connection:
            copy_database(connection, copy)
        with writing(engine).begin() as connection:
            _migrate(connection, number)
            if broken := broken_references(connection):
                raise IntegrityError(
                    f"the case {directory}: {broken} rows refer to rows that are not there; "
                    "it was not upgraded"
                )
    finally:
        engine.dispose()
    return copy


def lacking(connection: Connection) -> tuple[str, ...]:
    """Return what a case lacks that was made before its schema was finished."""
    return missing(connection)


def finish(directory: Path) -> None:
    """Make what a case of the present schema lacks; all of it, or nothing."""
    engine = open_engine(directory / DATABASE, Access.DURABLE, foreign_keys=False)
    try:
        with writing(engine).begin() as connection:
            complete(connection)
    finally:
        engine.dispose()


def _make_tables(connection: Connection) -> None:
    METADATA.create_all(connection)
    for table, columns in SEARCHED:
        add_search(connection, table.name, columns)
    for table in APPEND_ONLY:
        make_append_only(connection, table.name)
    set_schema(connection, SCHEMA)


def _migrate(connection: Connection, number: int) -> None:
    # Takes a tenth of a second to import, and most cases never need it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.stamp(config, f"{number:04d}")
    command.upgrade(config, f"{SCHEMA:04d}")
    set_schema(connection, SCHEMA)


def _free_name(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    taken = sum(1 for _ in folder.glob(f"schema-{number}-*.db"))
    return folder / f"schema-{number}-{taken + 1}.db"
