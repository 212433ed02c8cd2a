"""Dating: how often the doubts about a page's date are false, what they catch, what text alone tells.

    python -m benchmarks.dating GOLD.jsonl [--retrieved-after DAYS]

Gold is JSON lines with ``text`` and ``dct``, the day of writing; the set is not part of the project.
The page of a document is taken to give its true date, then one that is off by some days.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.gold_days import gold_day
from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document, Original
from sayso.evidence.date_document import date_document
from sayso.evidence.dating import Dating, Doubt
from sayso.language.analysis import Analysis
from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.text import TextMap

_SHIFTS = (*range(-6, 0), *range(1, 7))
_CONTRADICTIONS = frozenset({Doubt.TEXT_CONTRADICTS_PAGE, Doubt.BEFORE_MENTIONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text, its quotations, and the day it was written."""

    text: str
    analysis: Analysis
    day: date


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--retrieved-after", type=int, default=365)
    options = parser.parse_args()
    begin = time.process_time()
    gold = tuple(_read(options.gold))
    _print_contradictions(gold)
    _print_text_only(gold, timedelta(days=options.retrieved_after))
    print(f"{time.process_time() - begin:.0f} CPU seconds")


def _read(path: Path) -> Iterator[Written]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["dct"]:
            text = row["text"]
            analysis = Analysis(quotations=find_quotations(text), phrases=find_phrases(text))
            yield Written(text=text, analysis=analysis, day=gold_day(row["dct"]))


def _print_contradictions(gold: tuple[Written, ...]) -> None:
    print(f"{len(gold)} dated documents")
    print(f"true date doubted: {_doubted(gold, 0):.1%}")
    rates = {shift: _doubted(gold, shift) for shift in _SHIFTS}
    for shift, rate in rates.items():
        print(f"date off by {shift:+d} days doubted: {rate:.1%}")
    print(f"date off by 1 to 6 days doubted: {sum(rates.values()) / len(rates):.1%}")


def _doubted(gold: tuple[Written, ...], shift: int) -> float:
    """Return the share of documents whose text contradicts a page that is off by some days."""
    off = timedelta(days=shift)
    datings = [_dated(written, page=written.day + off) for written in gold]
    doubted = [d for d in datings if any(note.doubt in _CONTRADICTIONS for note in d.doubts)]
    return len(doubted) / len(gold)


def _print_text_only(gold: tuple[Written, ...], after: timedelta) -> None:
    for name, retrieved in (
        ("no retrieval time", None),
        (f"retrieved {after.days} days on", after),
    ):
        datings = [
            (written, _dated(written, retrieved=written.day + retrieved if retrieved else None))
            for written in gold
        ]
        held = [written.day in dating.interval for written, dating in datings]
        widths = [dating.interval.days for _, dating in datings]
        closed = [width for width in widths if width is not None]
        told = [pair for pair in datings if not pair[1].doubts]
        right = [written.day in dating.interval for written, dating in told]
        print(f"text only, {name}: interval holds the day {sum(held) / len(gold):.1%}")
        print(
            f"  closed {len(closed) / len(gold):.1%}, median width {median(closed or [0]):.0f} days"
        )
        print(f"  dated by the text itself {len(told)}, of them right {sum(right)}")


def _dated(written: Written, *, page: date | None = None, retrieved: date | None = None) -> Dating:
    at = datetime(retrieved.year, retrieved.month, retrieved.day, tzinfo=UTC) if retrieved else None
    document = Document(
        id="",
        original=Original(sha256="0" * 64, size=0, media_type="text/plain", path="", retrieved=at),
        text=written.text,
        text_map=TextMap.identity(len(written.text)),
        extractor="",
        encoding="utf-8",
        original_length=len(written.text),
        dates=(_field(page),) if page else (),
    )
    return date_document(document, written.analysis)


def _field(day: date) -> DateCandidate:
    return DateCandidate(
        interval=DayInterval.day(day),
        basis=DateBasis.METADATA,
        weight=3.0,
        original_spans=(),
        written=day.isoformat(),
        rule="field",
    )


if __name__ == "__main__":
    main()
