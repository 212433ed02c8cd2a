"""How every list of a case is read: within one moment of it, streamed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection

from sayso.case.faults import faults
from sayso.case.opening import Opened

_Record = TypeVar("_Record")


class Streaming:
    """Gives connections to read from; a generator holds one while it is read."""

    def __init__(self, opened: Opened) -> None:
        self.directory = opened.directory
        self._engine = opened.engine

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        with faults(self.directory), self._engine.connect() as connection:
            yield connection

    def _stream(self, rows: Callable[[Connection], Iterator[_Record]]) -> Iterator[_Record]:
        with self._reads() as connection:
            yield from rows(connection)
