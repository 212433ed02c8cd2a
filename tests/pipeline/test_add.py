"""Adding: whatever happens, what was seen is what was added, was there already, or failed."""

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from sayso.case import Added, AlreadyThere, Case, RunId, Totals
from sayso.dates import DayInterval
from sayso.documents import Document, Original, Source, content_hash, document_id
from sayso.errors import CaseError, DocumentError
from sayso.evidence.dating import Dating
from sayso.evidence.reading import Evidence
from sayso.language.analysis import Analysis
from sayso.pipeline import add as add_module
from sayso.pipeline.add import AddProgress, AddTotals, Engine, add
from sayso.pipeline.stages import Outcome, Reading
from sayso.settings import Settings
from sayso.text import TextMap

NOW = datetime(2031, 5, 2, 8, tzinfo=UTC)
UNDATED = Dating(interval=DayInterval(None, None), candidates=(), chosen=(), reasons=(), doubts=())
EVIDENCE = Evidence(analysis=Analysis(), claims=(), figures=(), dating=UNDATED)


class RecordingCase:
    """Keeps what it is told, as the case would."""

    def __init__(self) -> None:
        self.documents: dict[str, list[str]] = {}
        self.problems: dict[str, str] = {}
        self.finished: list[Totals] = []
        self.on_add: Callable[[], None] = lambda: None

    def begin_run(self, versions: object, *, now: datetime) -> RunId:
        assert versions
        assert now == NOW
        return RunId(1)

    def finish_run(self, run: RunId, totals: Totals, *, now: datetime) -> None:
        assert (run, now) == (1, NOW)
        self.finished.append(totals)

    def known(self, sha256: str, address: str | None) -> str | None:
        name = document_id(sha256, address)
        return name if name in self.documents else None

    def add(
        self, document: Document, evidence: Evidence, data: bytes, *, run: RunId, now: datetime
    ) -> Added | AlreadyThere:
        assert (evidence, run, now) == (EVIDENCE, 1, NOW)
        assert content_hash(data) == document.original.sha256
        self.on_add()
        there = document.id in self.documents
        self.documents.setdefault(document.id, []).append(document.original.path)
        return AlreadyThere(id=document.id) if there else Added(id=document.id)

    def add_location(self, document_id: str, path: str, *, run: RunId, now: datetime) -> None:
        assert (run, now) == (1, NOW)
        self.documents[document_id].append(path)

    def add_problem(
        self, error: DocumentError, *, sha256: str | None, run: RunId, now: datetime
    ) -> None:
        assert (run, now) == (1, NOW)
        self.problems[error.path] = f"{error.problem} {(sha256 or '')[:4]}".strip()

    @property
    def paths(self) -> list[list[str]]:
        return list(self.documents.values())


def source(path: str, text: str) -> Source:
    return Source(path=path, data=text.encode(), media_type="text/plain")


def reading_of(one: Source) -> Reading:
    text = one.data.decode()
    digest = content_hash(one.data)
    document = Document(
        id=document_id(digest, one.address),
        original=Original(
            sha256=digest, size=len(one.data), media_type=one.media_type, path=one.path
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
    )
    return Reading(document=document, evidence=EVIDENCE)


def read_plainly(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
    """Read without child processes; texts that begin with "bad" cannot be read."""
    assert settings == Settings()
    for one in sources:
        bad = one.data.startswith(b"bad")
        yield Outcome(one, DocumentError(one.path, "no text") if bad else reading_of(one))


def read_late(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
    """Take every source before giving the first outcome, as an engine that looks ahead does."""
    yield from read_plainly(list(sources), settings)


def save_plainly(
    case: Case, reading: Reading, data: bytes, *, run: RunId, now: datetime
) -> Added | AlreadyThere:
    return case.add(reading.document, reading.evidence, data, run=run, now=now)


@pytest.fixture
def case() -> RecordingCase:
    return RecordingCase()


@pytest.fixture
def add_items(
    case: RecordingCase, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[AddTotals, list[AddProgress]]]:
    """Return a function that adds the given items and returns totals and progress."""

    def run(
        *items: Source | DocumentError,
        read: Callable[[Iterable[Source], Settings], Generator[Outcome]] = read_plainly,
    ) -> tuple[AddTotals, list[AddProgress]]:
        def collected(paths: object, settings: object) -> Iterator[Source | DocumentError]:
            assert (paths, settings) == ((Path("p"),), Settings())
            yield from items

        monkeypatch.setattr(add_module, "collect_all", collected)
        progress: list[AddProgress] = []
        totals = add(
            cast("Case", case),
            (Path("p"),),
            settings=Settings(),
            on_progress=progress.append,
            now=lambda: NOW,
            engine=Engine(read=read, save=save_plainly),
        )
        return totals, progress

    return run


Adder = Callable[..., tuple[AddTotals, list[AddProgress]]]


def test_each_item_is_stored_and_counted_once(case: RecordingCase, add_items: Adder) -> None:
    totals, progress = add_items(
        source("a", "one"),
        DocumentError("b", "cannot be opened"),
        source("c", "bad"),
        source("d", "two"),
    )

    assert totals == AddTotals(added=2, already_there=0, failed=2)
    assert totals.seen == 4
    assert case.paths == [["a"], ["d"]]
    assert case.problems == {"b": "cannot be opened", "c": f"no text {content_hash(b'bad')[:4]}"}
    assert case.finished == [totals]
    assert [one.path for one in progress] == ["a", "b", "c", "d"]
    assert [one.totals.seen for one in progress] == [1, 2, 3, 4]


def test_a_second_run_reads_nothing_again(case: RecordingCase, add_items: Adder) -> None:
    add_items(source("a", "one"))

    def refuse(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
        assert list(sources) == []
        yield from ()
        assert settings == Settings()

    totals, _ = add_items(source("a", "one"), source("elsewhere", "one"), read=refuse)

    assert totals == AddTotals(added=0, already_there=2, failed=0)
    assert case.paths == [["a", "a", "elsewhere"]]


@pytest.mark.parametrize("read", [read_plainly, read_late])
def test_a_copy_in_the_same_run_is_there_already(
    case: RecordingCase, add_items: Adder, read: object
) -> None:
    totals, _ = add_items(source("a", "one"), source("b", "one"), source("c", "one"), read=read)

    assert totals == AddTotals(added=1, already_there=2, failed=0)
    assert case.paths == [["a", "b", "c"]]


def test_a_copy_that_is_met_while_the_first_is_read_is_not_read_again(add_items: Adder) -> None:
    read: list[str] = []

    def noting(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
        for outcome in read_late(sources, settings):
            read.append(outcome.source.path)
            yield outcome

    add_items(source("a", "one"), source("b", "one"), source("c", "two"), read=noting)

    assert read == ["a", "c"]


def test_the_copies_of_what_cannot_be_read_fail_with_it(
    case: RecordingCase, add_items: Adder
) -> None:
    totals, _ = add_items(source("a", "bad"), source("b", "bad"), read=read_late)

    assert totals == AddTotals(added=0, already_there=0, failed=2)
    assert set(case.problems) == {"a", "b"}


def test_what_the_case_finds_it_has_is_counted_so(case: RecordingCase, add_items: Adder) -> None:
    def one_document(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
        assert settings == Settings()
        for one in sources:
            reading = reading_of(one)
            document = replace(reading.document, id="d_same")
            yield Outcome(one, replace(reading, document=document))

    totals, _ = add_items(source("a", "one"), source("b", "two"), read=one_document)

    assert totals == AddTotals(added=1, already_there=1, failed=0)
    assert case.paths == [["a", "b"]]


def test_an_interrupt_between_items_ends_the_run_with_true_totals(
    case: RecordingCase, add_items: Adder
) -> None:
    def interrupted(sources: Iterable[Source], settings: Settings) -> Generator[Outcome]:
        outcomes = read_plainly(sources, settings)
        yield next(outcomes)
        raise KeyboardInterrupt

    totals, _ = add_items(source("a", "one"), source("b", "two"), read=interrupted)

    assert totals == AddTotals(added=1, already_there=0, failed=0, interrupted=True)
    assert case.paths == [["a"]]
    assert case.finished == [totals]


def test_an_interrupt_while_storing_waits_until_the_item_is_counted(
    case: RecordingCase, add_items: Adder
) -> None:
    case.on_add = lambda: os.kill(os.getpid(), signal.SIGINT)
    before = signal.getsignal(signal.SIGINT)

    totals, _ = add_items(source("a", "one"), source("b", "two"))

    assert totals == AddTotals(added=1, already_there=0, failed=0, interrupted=True)
    assert case.paths == [["a"]]
    assert signal.getsignal(signal.SIGINT) is before


def test_a_case_that_cannot_be_written_stops_the_run(case: RecordingCase, add_items: Adder) -> None:
    def full() -> None:
        raise CaseError("the disk is full")

    case.on_add = full

    with pytest.raises(CaseError, match="the disk is full"):
        add_items(source("a", "one"), source("b", "two"))

    assert case.finished == []


def test_what_the_case_cannot_hold_fails_with_its_copies(
    case: RecordingCase, add_items: Adder
) -> None:
    def refuse() -> None:
        raise DocumentError("somewhere", "holds a lone surrogate")

    case.on_add = refuse

    totals, progress = add_items(source("a", "one"), source("b", "one"), read=read_late)

    assert totals == AddTotals(added=0, already_there=0, failed=2)
    assert [one.path for one in progress] == ["a", "b"]
    assert set(case.problems) == {"a", "b"}


def test_adding_works_outside_the_main_thread(case: RecordingCase, add_items: Adder) -> None:
    found: list[AddTotals] = []
    thread = threading.Thread(target=lambda: found.append(add_items(source("a", "one"))[0]))

    thread.start()
    thread.join()

    assert found == [AddTotals(added=1, already_there=0, failed=0)]
    assert case.paths == [["a"]]
