"""What all visits share: the case, who looks at it, and what of it that person has seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from sayso.case import Case
from sayso.web.session import Session


class Desk:
    """A case open for reading as long as it is served, and for writing when something is decided."""

    def __init__(
        self,
        directory: Path,
        *,
        session: Session,
        reader: str,
        clock: Callable[[], datetime],
    ) -> None:
        self.directory = directory
        self.session = session
        self.reader = reader
        self.clock = clock
        self.case = Case.open(directory, read_only=True)
        self._writer: Case | None = None
        self._lock = Lock()

    @contextmanager
    def writing(self) -> Iterator[Case]:
        """Give the case to write to; CaseError if that is not possible."""
        with self._lock:
            if self._writer is None:
                self._writer = Case.open(self.directory)
            yield self._writer

    def close(self) -> None:
        """Give back every connection."""
        self.case.close()
        if self._writer is not None:
            self._writer.close()
