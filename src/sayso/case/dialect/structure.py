"""Tables, columns and triggers of a case, as its file has them."""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
)


def set_schema(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")


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
