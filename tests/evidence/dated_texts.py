"""Invented texts with the dates of their pages, dated."""

from datetime import UTC, date, datetime

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document, Original
from sayso.documents.document import CAPTION_RULE
from sayso.documents.page_dates import read_date_line
from sayso.evidence.date_document import date_document
from sayso.evidence.dating import Dating, Doubt
from sayso.language.analysis import Analysis
from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.text import Span, TextMap

RETRIEVED = date(2026, 6, 1)


def dated(
    text: str, *lines: str, retrieved: date | None = RETRIEVED, weight: float = 3.0
) -> Dating:
    """Date a document whose page carries ``lines`` beside its text."""
    candidates = tuple(candidate(line, weight) for line in lines)
    return date_document(document(text, candidates, retrieved), analysis(text))


def candidate(line: str, weight: float = 3.0) -> DateCandidate:
    found = read_date_line(line)
    assert found is not None
    return DateCandidate(
        interval=found.interval,
        basis=DateBasis.DATELINE if found.dateline else DateBasis.METADATA,
        weight=weight,
        original_spans=(found.span,),
        written=found.written,
        rule=found.rule,
        modified=found.modified,
        alternatives=found.alternatives,
    )


def document(text: str, candidates: tuple[DateCandidate, ...], retrieved: date | None) -> Document:
    at = datetime(retrieved.year, retrieved.month, retrieved.day, tzinfo=UTC) if retrieved else None
    return Document(
        id="d",
        original=Original(
            sha256="0" * 64, size=len(text), media_type="text/plain", path="a.txt", retrieved=at
        ),
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        dates=candidates,
    )


def analysis(text: str) -> Analysis:
    return Analysis(quotations=find_quotations(text), phrases=find_phrases(text))


def doubts(dating: Dating) -> list[Doubt]:
    return [note.doubt for note in dating.doubts]


def day(year: int, month: int, number: int) -> DayInterval:
    return DayInterval.day(date(year, month, number))


def captioned(text: str, caption: date, *lines: str) -> Dating:
    """Date a text with a picture of some day beside it."""
    shown = DateCandidate(
        interval=DayInterval(caption, None),
        basis=DateBasis.MENTION,
        weight=1.0,
        original_spans=(Span(0, 5),),
        written=caption.isoformat(),
        rule=CAPTION_RULE,
    )
    page = (shown, *(candidate(line) for line in lines))
    return date_document(document(text, page, RETRIEVED), analysis(text))
