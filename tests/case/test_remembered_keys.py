"""Keys that remember the rows that left them, as many as they have room for."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, create_engine

from sayso.case.remembered_keys import RememberedKeys

_METADATA = MetaData()
_LEFT = Table("left_keys", _METADATA, Column("key", Integer), Column("row_key", Integer))
KEYS = RememberedKeys(_LEFT, _LEFT.c.row_key, room=2)


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        _METADATA.create_all(connection)
        yield connection
    engine.dispose()


def test_a_key_remembers_the_rows_that_left_it(connection: Connection) -> None:
    KEYS.remember(connection, [(7, [1, 2]), (8, [2])])

    assert KEYS.holders(connection, [1, 2, 3]) == {1: [7], 2: [7, 8]}


def test_a_key_without_room_remembers_no_more_rows(connection: Connection) -> None:
    KEYS.remember(connection, [(7, [1])])
    KEYS.remember(connection, [(8, [1]), (9, [1, 2])])

    assert KEYS.holders(connection, [1, 2]) == {1: [7, 8], 2: [9]}


def test_a_forgotten_row_makes_room(connection: Connection) -> None:
    KEYS.remember(connection, [(7, [1, 2]), (8, [1])])
    KEYS.forget(connection, 7, [1])
    KEYS.remember(connection, [(9, [1])])

    assert KEYS.holders(connection, [1, 2]) == {1: [8, 9], 2: [7]}


def test_rows_that_leave_no_key_are_not_remembered(connection: Connection) -> None:
    KEYS.remember(connection, [(7, [])])

    assert KEYS.holders(connection, []) == {}
