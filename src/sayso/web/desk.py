"""What all visits share: the case, who looks at it, and what of it that person has seen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from threading import Lock, RLock
from typing import TypeVar, cast

from sayso.case import Case
from sayso.errors import CaseError
from sayso.web.notes import Notes
from sayso.web.session import Session

# Counts that are held ready at once.
_KEPT = 100
# Different counts that are made at once.
_AT_ONCE = 16
_T = TypeVar("_T")


class Desk:
    """A case open for reading as long as it is served, and for writing when something is decided."""

    def __init__(
        self,
        directory: Path,
        *,
        session: Session,
        reader: str,
        notes: Path,
        clock: Callable[[], datetime],
    ) -> None:
        self.directory = directory
        self.session = session
        self.reader = reader
        self.clock = clock
        self.case = Case.open(directory, read_only=True)
        self.notes = Notes(notes, self.case.id)
        self._writer: Case | None = None
        self._lock = Lock()
        self._kept: dict[str, tuple[int, object]] = {}
        self._lock_of_kept = Lock()
        self._counting = tuple(RLock() for _ in range(_AT_ONCE))

    @contextmanager
    def writing(self) -> Iterator[Case]:
        """Give the case to write to; CaseError if that is not possible."""
        with self._lock:
            if self._writer is None:
                self._writer = Case.open(self.directory)
            yield self._writer

    def prepare_writing(self) -> None:
        """Open the case for writing, so that the first decision need not wait for that."""
        # Where it cannot be written, that is told when something is decided.
        with suppress(CaseError), self.writing():
            pass

    def kept(self, name: str, make: Callable[[], _T], *, by_rows: bool = False) -> _T:
        """Return a count over the whole case, made anew only when something was done to the case.

        What is counted ``by_rows`` hangs on no decision.
        """
        paged = self.case.paged
        version = paged.rows_version() if by_rows else paged.version()
        found = self._kept.get(name)
        if found is None or found[0] != version:
            # One counts: whoever asks for the same meanwhile waits and has it, too.
            with self._counting[hash(name) % _AT_ONCE]:
                found = self._kept.get(name)
                if found is None or found[0] != version:
                    found = version, make()
                    self._keep(name, found)
        return cast("_T", found[1])

    def _keep(self, name: str, found: tuple[int, object]) -> None:
        with self._lock_of_kept:
            newest = {name: found, **{k: v for k, v in self._kept.items() if k != name}}
            self._kept = dict(islice(newest.items(), _KEPT))

    def close(self) -> None:
        """Give back every connection."""
        self.case.close()
        if self._writer is not None:
            self._writer.close()
