"""Adding: items are collected, read in child processes, and stored one transaction each.

Whatever happens, what was seen is what was added, was there already, or failed.
"""

import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sayso.case.run_records import Added, AlreadyThere, RunId, Totals
from sayso.documents import Flag, Source, content_hash, document_id
from sayso.errors import DocumentError
from sayso.frozen import dataclass
from sayso.pipeline.relate import add_related
from sayso.pipeline.stages import Outcome, Reading, collect_all, read_all, versions
from sayso.settings import Settings

if TYPE_CHECKING:
    from types import FrameType

    from sayso.case import Case

Clock = Callable[[], datetime]
Read = Callable[[Iterable[Source], Settings], Generator[Outcome]]


class Save(Protocol):
    """Stores one reading in one transaction."""

    def __call__(
        self, case: "Case", reading: Reading, data: bytes, *, run: RunId, now: datetime
    ) -> Added | AlreadyThere: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What the reading runs on, and how a reading becomes part of the case."""

    read: Read = read_all
    save: Save = add_related


_HERE = Engine()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTotals(Totals):
    """What became of every item; ``interrupted`` if the user stopped the run before its end.

    ``cut`` counts those of the added whose end was not read, since they are longer than any article.
    """

    interrupted: bool = False
    cut: int = 0


@dataclass(frozen=True, slots=True)
class AddProgress:
    """The totals so far, and the item that was finished last."""

    totals: AddTotals
    path: str


def add(
    case: "Case",
    paths: Iterable[Path],
    *,
    settings: Settings,
    on_progress: Callable[[AddProgress], None],
    now: Clock,
    engine: Engine = _HERE,
) -> AddTotals:
    """Add every item found under ``paths`` to the case and return what became of them.

    An item that cannot be read becomes a problem of the case. Raises CaseError if the case cannot
    be written; what was reported to ``on_progress`` until then is safe.
    """
    items = collect_all(paths, settings)
    return add_items(
        case, items, settings=settings, on_progress=on_progress, now=now, engine=engine
    )


def add_items(
    case: "Case",
    items: Iterable[Source | DocumentError],
    *,
    settings: Settings,
    on_progress: Callable[[AddProgress], None],
    now: Clock,
    engine: Engine = _HERE,
) -> AddTotals:
    """Add items that were found before, as ``add`` does."""
    adding = _Adding(case, now, on_progress, engine.save)
    interrupted = False
    try:
        with closing(engine.read(adding.unknown(items), settings)) as outcomes:
            for outcome in outcomes:
                adding.settle(outcome)
    except KeyboardInterrupt:
        interrupted = True
    totals = adding.totals(interrupted=interrupted)
    with _interrupts_held():
        case.finish_run(adding.run, totals, now=now())
    return totals


class _Adding:
    """Count an item at the moment at which it is stored, once, whichever way it went."""

    def __init__(
        self,
        case: "Case",
        now: Clock,
        on_progress: Callable[[AddProgress], None],
        save: Save,
    ) -> None:
        self.run = case.begin_run(versions(), now=now())
        self._case = case
        self._now = now
        self._on_progress = on_progress
        self._save = save
        self._added = self._already_there = self._failed = self._cut = 0
        # The copies, met later in this run, of an item that is still being read.
        self._copies: dict[str, list[Source]] = {}

    def totals(self, *, interrupted: bool = False) -> AddTotals:
        return AddTotals(
            added=self._added,
            already_there=self._already_there,
            failed=self._failed,
            interrupted=interrupted,
            cut=self._cut,
        )

    def unknown(self, items: Iterable[Source | DocumentError]) -> Iterator[Source]:
        """Yield what has to be read; settle at once what is known or could not be opened."""
        for item in items:
            if isinstance(item, DocumentError):
                self._fail(item, None)
                continue
            digest = content_hash(item.data)
            name = document_id(digest, item.address)
            if known := self._case.known(digest, item.address):
                self._meet_again(known, item)
            elif name in self._copies:
                self._copies[name].append(item)
            else:
                self._copies[name] = []
                yield item

    def settle(self, outcome: Outcome) -> None:
        """Store what came of one item, and count its copies with it."""
        source = outcome.source
        digest = content_hash(source.data)
        copies = self._copies.pop(document_id(digest, source.address), [])
        result = outcome.result
        stored = self._store(source, result) if isinstance(result, Reading) else result
        if isinstance(stored, DocumentError):
            for one in (source, *copies):
                self._fail(DocumentError(one.path, stored.problem), digest)
            return
        for copy in copies:
            self._meet_again(stored.id, copy)

    def _store(self, source: Source, reading: Reading) -> Added | AlreadyThere | DocumentError:
        with _interrupts_held():
            try:
                stored = self._save(self._case, reading, source.data, run=self.run, now=self._now())
            except DocumentError as error:
                return error
            if isinstance(stored, AlreadyThere):
                self._already_there += 1
            else:
                self._added += 1
                self._cut += Flag.CUT in reading.document.flags
            self._report(source.path)
        return stored

    def _meet_again(self, known: str, source: Source) -> None:
        with _interrupts_held():
            self._case.add_location(known, source.path, run=self.run, now=self._now())
            self._already_there += 1
            self._report(source.path)

    def _fail(self, error: DocumentError, sha256: str | None) -> None:
        with _interrupts_held():
            self._case.add_problem(error, sha256=sha256, run=self.run, now=self._now())
            self._failed += 1
            self._report(error.path)

    def _report(self, path: str) -> None:
        self._on_progress(AddProgress(self.totals(), path))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until the item is both stored and counted."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is ever interrupted
        return
    noted: list[int] = []

    def note(number: int, _: "FrameType | None") -> None:
        noted.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if noted:
        raise KeyboardInterrupt
