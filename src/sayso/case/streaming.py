"""How every list of a case is read: within one moment of it, streamed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import local
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
        self._held = local()

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let all that this thread reads meanwhile be of one moment, over one connection.

        Nothing can be written by it until then.
        """
        with self._reads() as connection:
            before = getattr(self._held, "connection", None)
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = before

    @contextmanager
    def _reads(self) -> Iterator[Connection]:
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            with faults(self.directory):
                yield held
            return
        with faults(self.directory), self._engine.connect() as connection:
            yield connection

    def _stream(self, rows: Callable[[Connection], Iterator[_Record]]) -> Iterator[_Record]:
        with self._reads() as connection:
            yield from rows(connection)
