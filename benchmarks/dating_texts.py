"""Dated texts for measuring: those of a gold set, and documents made of them with any date on the page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.gold_days import gold_day
from sayso.dates import DayInterval
from sayso.documents import ChainLink, DateBasis, DateCandidate, Document, Original, content_hash
from sayso.evidence.date_document import date_document
from sayso.evidence.dating import Dating
from sayso.language.analysis import Analysis
from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.text import TextMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text, its quotations and expressions of time, and the day it was written."""

    name: str
    text: str
    analysis: Analysis
    day: date


def read_dated(path: Path, *, without_date_line: bool = False) -> Iterator[Written]:
    """Yield the dated texts of a set; ``without_date_line`` takes out the second line, a date."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["dct"]:
            lines = row["text"].split("\n")
            text = "\n".join(lines[:1] + lines[2:]) if without_date_line else row["text"]
            yield Written(
                name=row["doc_id"], text=text, analysis=analyse(text), day=gold_day(row["dct"])
            )


def analyse(text: str) -> Analysis:
    return Analysis(quotations=find_quotations(text), phrases=find_phrases(text))


def dated(
    written: Written,
    *,
    page: date | None = None,
    retrieved: date | None = None,
    swapped: bool = False,
) -> Dating:
    """Date a text whose page gives a day; ``swapped`` leaves open which number is the month."""
    dates = (_field(page, swapped=swapped),) if page else ()
    return date_document(made_document(written.text, dates, retrieved), written.analysis)


def made_document(
    text: str,
    dates: tuple[DateCandidate, ...] = (),
    retrieved: date | None = None,
    chain: tuple[ChainLink, ...] = (),
    path: str = "",
) -> Document:
    at = datetime(retrieved.year, retrieved.month, retrieved.day, tzinfo=UTC) if retrieved else None
    data = text.encode()
    return Document(
        id=f"d_{content_hash(path.encode() + data)[:10]}",
        original=Original(
            sha256=content_hash(data),
            size=len(data),
            media_type="text/plain",
            path=path,
            retrieved=at,
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="benchmark",
        encoding="utf-8",
        original_length=len(text),
        dates=dates,
        chain=chain,
    )


def _field(day: date, *, swapped: bool) -> DateCandidate:
    other = DayInterval.day(date(day.year, day.day, day.month)) if swapped else None
    return DateCandidate(
        interval=DayInterval.day(day),
        basis=DateBasis.METADATA,
        weight=3.0,
        original_spans=(),
        written=day.isoformat(),
        rule="field",
        alternatives=(other,) if other else (),
    )
