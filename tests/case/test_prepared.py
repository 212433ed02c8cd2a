"""Prepared statements find and store what the same statements do by themselves, within one moment of a case."""

from typing import Any

from sqlalchemy import (  # fmt: skip
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    create_engine,
    select,
    update,
)

from sayso.case.dialect.expressions import one_of_bound
from sayso.case.prepared import Prepared, PreparedChange, insert_rows, insert_together

_keys = Table("keys", MetaData(), Column("key", Integer), Column("name", Text))
_WITH_KEY = Prepared(
    select(_keys.c.name, _keys.c.key)
    .where(_keys.c.key == bindparam("wanted"))
    .order_by(_keys.c.name)
    .limit(2)
)


def _filled(connection: Connection) -> Connection:
    _keys.create(connection)
    rows = [{"key": 7, "name": name} for name in ("Tarsk", "Ovel", "Brenn")]
    connection.execute(_keys.insert(), [*rows, {"key": 8, "name": "Ildra"}])
    return connection


def test_a_prepared_select_keeps_its_order_its_limit_and_the_names_of_its_columns() -> None:
    with create_engine("sqlite://").connect() as connection:
        ask = _WITH_KEY.on(_filled(connection))

        assert [(row.name, row.key) for row in ask(wanted=7)] == [("Brenn", 7), ("Ovel", 7)]
        assert [row.name for row in ask(wanted=8)] == ["Ildra"]
        assert ask(wanted=9) == []


def test_numbers_are_the_first_column_of_what_is_found() -> None:
    statement = Prepared(select(_keys.c.key).where(_keys.c.name == bindparam("called")))
    with create_engine("sqlite://").connect() as connection:
        assert statement.numbers(_filled(connection), called="Ildra") == [8]


def test_asking_begins_the_transaction_that_makes_it_one_moment() -> None:
    with create_engine("sqlite://").connect() as connection:
        _filled(connection).commit()

        _WITH_KEY.on(connection)

        assert connection.in_transaction()


def test_a_list_of_values_is_bound_as_one() -> None:
    statement = Prepared(select(_keys.c.name).where(one_of_bound(_keys.c.name, "called")))
    with create_engine("sqlite://").connect() as connection:
        ask = statement.on(_filled(connection))

        assert sorted(row.name for row in ask(called=["Ildra", "Ovel", "Nobody"])) == ["Ildra", "Ovel"]  # fmt: skip
        assert ask(called=[]) == []


def test_a_change_is_made_for_each_row_in_turn() -> None:
    renames = PreparedChange(
        update(_keys).where(_keys.c.name == bindparam("was")).values(name=bindparam("now"))
    )
    with create_engine("sqlite://").connect() as connection:
        _filled(connection)

        renames.each(connection, [{"was": "Tarsk", "now": "Ovel"}, {"was": "Ovel", "now": "Sund"}])
        renames.each(connection, [])

        assert [row.name for row in _WITH_KEY.on(connection)(wanted=7)] == ["Brenn", "Sund"]
        assert [row.name for row in _WITH_KEY.on(connection)(wanted=8)] == ["Ildra"]


def test_rows_are_inserted_with_the_columns_of_the_first() -> None:
    with create_engine("sqlite://").connect() as connection:
        _filled(connection)

        insert_rows(connection, _keys, [{"name": "Varl", "key": 9}, {"name": "Sund", "key": 9}])
        insert_rows(connection, _keys, [{"name": "Keyless"}])
        insert_rows(connection, _keys, [])

        everybody = Prepared(select(_keys.c.name, _keys.c.key)).rows(connection)
        assert [tuple(row) for row in everybody][4:] == [("Varl", 9), ("Sund", 9), ("Keyless", None)]  # fmt: skip


def test_inserting_begins_the_transaction_that_it_is_part_of() -> None:
    with create_engine("sqlite://").connect() as connection:
        _filled(connection).commit()

        insert_rows(connection, _keys, [{"name": "Varl", "key": 9}])
        connection.rollback()

        assert len(Prepared(select(_keys.c.name)).rows(connection)) == 4


def test_more_rows_than_one_statement_takes_are_inserted_in_their_order() -> None:
    statements: list[str] = []
    with create_engine("sqlite://").connect() as connection:
        _filled(connection)
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(statements.append)

        insert_together(
            connection, _keys, ({"key": at, "name": f"n{at}"} for at in range(10, 1_110))
        )
        insert_together(connection, _keys, [])

        assert sum(one.startswith("INSERT") for one in statements) == 3
        everybody = Prepared(select(_keys.c.name, _keys.c.key)).rows(connection)
        assert [tuple(row) for row in everybody][4:] == [(f"n{at}", at) for at in range(10, 1_110)]


def test_each_of_many_values_is_given_with_the_first_that_is_found_for_it() -> None:
    with create_engine("sqlite://").connect() as connection:
        found = _WITH_KEY.for_each(_filled(connection), "wanted", [8, 9, 7])

        assert [(key, [name for name, _ in rows]) for key, rows in found] == [
            (8, ["Ildra"]),
            (9, []),
            (7, ["Brenn", "Ovel"]),
        ]
