"""How fast a case takes in, verifies and searches documents, against plain files.

Run as ``python -m benchmarks.case_store [NUMBER]``. All figures are of one run on one disk; the
ratios are what can be compared between machines. No network, nothing is kept.
"""

import json
import os
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sayso.case import Case, ClaimFilter, DocumentFilter, FigureFilter
from sayso.dates import DayInterval
from sayso.documents import (
    ChainBasis,
    ChainLink,
    Document,
    Original,
    Role,
    content_hash,
    document_id,
    record_id,
)
from sayso.evidence.claim import Claim
from sayso.evidence.dating import Dating
from sayso.evidence.figure import Figure
from sayso.evidence.reading import Evidence
from sayso.language.analysis import (
    Analysis,
    AttributionKind,
    Modifier,
    Quantity,
    QuantityKind,
)
from sayso.text import Span, TextMap

NUMBER = 5_000
# About the length of a news report, with the rows that one gives.
WORDS = 500
SENTENCES = 25
CLAIMS = 10
FIGURES = 10
NOW = datetime(2031, 5, 4, tzinfo=UTC)
QUERIES = ("w7", "w1500", "w12000", '"w3 w5"', "w7 AND w90", "w40 NOT w7", "w19*", "w2 OR w4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document with all that is stored of it."""

    document: Document
    evidence: Evidence
    data: bytes


def items(number: int) -> Iterator[Item]:
    """Make documents whose words are as unequally frequent as those of a language."""
    rng = random.Random(11)  # noqa: S311 -- makes test data
    weights = [1 / rank for rank in range(1, 20_001)]
    vocabulary = [f"w{rank}" for rank in range(1, 20_001)]
    for index in range(number):
        words = [f"report{index}", *rng.choices(vocabulary, weights, k=WORDS)]
        yield item(index, " ".join(words))


def item(index: int, text: str) -> Item:
    data = text.encode()
    sha256 = content_hash(data)
    name = document_id(sha256, None)
    outlet = ChainLink(
        name=f"Outlet {index % 40}",
        role=Role.HOST,
        basis=ChainBasis.MASTHEAD,
        original_span=Span(0, 6),
        rule="bench",
    )
    document = Document(
        id=name,
        original=Original(
            sha256=sha256, size=len(data), media_type="text/plain", path=f"{index}.txt"
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="bench",
        encoding="utf-8",
        original_length=len(text),
        chain=(outlet,),
        language="en",
    )
    return Item(document=document, evidence=evidence(name, index, text), data=data)


def evidence(name: str, index: int, text: str) -> Evidence:
    step = len(text) // SENTENCES
    sentences = tuple(Span(at * step, (at + 1) * step) for at in range(SENTENCES))
    day = DayInterval.day(date(2030, 1, 1) + timedelta(index % 400))
    return Evidence(
        analysis=Analysis(sentences=sentences, paragraphs=sentences[::5]),
        claims=tuple(claim(name, span, index) for span in sentences[:CLAIMS]),
        figures=tuple(figure(name, span) for span in sentences[-FIGURES:]),
        dating=Dating(interval=day, candidates=(), chosen=(), reasons=(), doubts=()),
    )


def claim(name: str, span: Span, index: int) -> Claim:
    return Claim(
        id=record_id("c", name, span.start),
        source=(),
        cue=(),
        content=(span,),
        kind=AttributionKind.DIRECT,
        rule="bench",
        speaker=f"Speaker {index % 300}",
    )


def figure(name: str, span: Span) -> Figure:
    number = Span(span.start, span.start + 2)
    quantity = Quantity(
        span=span,
        number=number,
        best=Decimal(40),
        lo=Decimal(40),
        hi=None,
        lo_open=False,
        hi_open=False,
        soft=False,
        modifier=Modifier.AT_LEAST,
        kind=QuantityKind.COUNT,
        rule="bench",
        counted=number,
    )
    return Figure(id=record_id("f", name, span.start), quantity=quantity)


def seconds_of_plain_files(folder: Path, made: list[Item], *, synced: bool) -> float:
    """Write the same original bytes as plain files, one folder for all."""
    folder.mkdir()
    start = time.perf_counter()
    for one in made:
        with (folder / one.document.id).open("wb") as file:
            file.write(one.data)
            if synced:
                file.flush()
                os.fsync(file.fileno())
    return time.perf_counter() - start


def seconds_of_adding(case: Case, made: list[Item]) -> float:
    start = time.perf_counter()
    run = case.begin_run([("bench", "1")], now=NOW)
    for one in made:
        case.add(one.document, one.evidence, one.data, run=run, now=NOW)
    return time.perf_counter() - start


def milliseconds(measured: Iterator[object]) -> float:
    start = time.perf_counter()
    for _ in measured:
        pass
    return (time.perf_counter() - start) * 1000


def seconds_of_reading_files(folder: Path) -> float:
    """Look for a word in every plain file: what searching costs without an index."""
    start = time.perf_counter()
    for path in folder.iterdir():
        _ = b"w1500" in path.read_bytes()
    return time.perf_counter() - start


def milliseconds_of_lists(case: Case) -> dict[str, float]:
    outlet, speaker = DocumentFilter(outlet="Outlet 7"), ClaimFilter(speaker="speaker 42")
    return {
        "documents, first 50": milliseconds(case.documents(limit=50)),
        "documents of an outlet, first 50": milliseconds(case.documents(outlet, limit=50)),
        "claims of a speaker": milliseconds(case.claims(speaker)),
        "figures about a word, first 50": milliseconds(
            case.figures(FigureFilter(about="w1500"), limit=50)
        ),
        "all claims": milliseconds(case.claims()),
    }


def measure(number: int, folder: Path) -> dict[str, object]:
    made = list(items(number))
    plain = seconds_of_plain_files(folder / "plain", made, synced=False)
    synced = seconds_of_plain_files(folder / "synced", made, synced=True)
    with Case.create(folder / "case", now=NOW) as case:
        adding = seconds_of_adding(case, made)
        counts = case.counts()
        again = seconds_of_adding(case, made)
        searches = [milliseconds(case.search(query, snippets=True)) for query in QUERIES]
        scan = seconds_of_reading_files(folder / "plain") * 1000
        lists = milliseconds_of_lists(case)
        start = time.perf_counter()
        report = case.verify()
        verifying = time.perf_counter() - start
        if not report.ok:
            raise SystemExit(f"the case is not good: {report.findings[:3]}")
    rows = counts.documents + counts.claims + counts.figures
    return {
        "documents": number,
        "machine": f"{platform.machine()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}",
        "adding, documents per second": round(number / adding, 1),
        "adding, documents with claims and figures, rows per second": round(rows / adding),
        "adding, times plain files": round(adding / plain, 1),
        "adding, times plain files with fsync": round(adding / synced, 1),
        "adding again, documents per second": round(number / again, 1),
        "verifying, documents per second": round(number / verifying, 1),
        "search with snippets, median ms": round(statistics.median(searches), 2),
        "search with snippets, worst ms": round(max(searches), 2),
        "search, median as a share of reading every file": round(
            statistics.median(searches) / scan, 4
        ),
        "lists, ms": {name: round(spent, 2) for name, spent in lists.items()},
        "case.db, times the bytes of the originals": round(
            (folder / "case" / "case.db").stat().st_size / sum(len(one.data) for one in made), 2
        ),
    }


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(number, Path(folder)), indent=2))


if __name__ == "__main__":
    main()
