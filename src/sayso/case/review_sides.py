"""The places a row rests on: its words with the sentences around them, each read by one query."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as Found

from sayso.case import actor_tables, figure_tables, tables
from sayso.case.records import ClaimRow
from sayso.case.review_records import ReviewSide
from sayso.case.values import read_interval, read_numbers, read_span, read_spans
from sayso.errors import CaseError
from sayso.text import Span, TextMap, hull

# Sentences before and behind the words, and characters of one that has no end.
_AROUND = 2
_MOST_CONTEXT = 3_000
_documents, _texts, _datings = tables.documents, tables.texts, tables.datings
_SOURCE = (
    select(_documents, _datings.c.date_lo, _datings.c.date_hi, tables.readings.c.sentences)
    .add_columns(_texts.c.text_map, _texts.c.text)
    .join(_texts, _texts.c.document_id == _documents.c.id)
    .join(_datings, _datings.c.document_id == _documents.c.id)
    .join(tables.readings, tables.readings.c.document_id == _documents.c.id)
)


class Source:
    """A document as far as a place in it needs it."""

    def __init__(self, row: Found[Any]) -> None:
        self._row = row

    @property
    def name(self) -> str:
        return str(self._row.title or self._row.path)

    @cached_property
    def text_map(self) -> TextMap:
        return TextMap.from_numbers(read_numbers(self._row.text_map))

    def side(
        self,
        spans: tuple[Span, ...],
        *,
        words: str,
        speaker: str | None = None,
        what: str | None = None,
    ) -> ReviewSide:
        """Return characters of the document with the sentences around them."""
        row = self._row
        around = _around(spans, read_spans(row.sentences), len(row.text))
        return ReviewSide(
            document=row.id,
            title=row.title,
            outlet=row.outlet,
            date=read_interval(row.date_lo, row.date_hi),
            path=row.path,
            language=row.language,
            sha256=row.sha256,
            words=words,
            what=what,
            speaker=speaker,
            spans=spans,
            original_spans=tuple(p for span in spans for p in self.text_map.original_spans(span)),
            context_start=around.start if around else 0,
            context=around.text_in(row.text) if around else "",
        )


def read_source(connection: Connection, document: str) -> Source:
    row = connection.execute(_SOURCE.where(_documents.c.id == document)).first()
    if row is None:
        raise CaseError(f"there is no document {document} in this case")
    return Source(row)


def claim_side(connection: Connection, row: ClaimRow) -> ReviewSide:
    source = read_source(connection, row.document)
    return source.side(row.claim.content, words=row.words, speaker=row.said_by or None)


def figure_side(connection: Connection, name: str) -> ReviewSide:
    figures, counted = tables.figures, figure_tables.counted_figures
    row = connection.execute(
        select(figures.c.document_id, figures.c.span, figures.c.words, figures.c.counted)
        .add_columns(counted.c.claimant)
        .outerjoin(counted, counted.c.figure_id == figures.c.id)
        .where(figures.c.id == name)
    ).first()
    if row is None:
        raise CaseError(f"there is no figure {name} in this case")
    source = read_source(connection, row.document_id)
    span = read_span(row.span)
    return source.side((span,), words=row.words, what=row.counted, speaker=row.claimant)


def name_side(connection: Connection, name: int) -> Iterator[ReviewSide]:
    """Yield where a name is written first, if it is written anywhere."""
    written = actor_tables.actor_writings
    row = connection.execute(
        select(written).where(written.c.name_key == name).order_by(written.c.document_id)
    ).first()
    if row is not None:
        source = read_source(connection, row.document_id)
        yield source.side((read_span(row.span),), words=row.text)


def _around(spans: Sequence[Span], sentences: Sequence[Span], length: int) -> Span | None:
    """Return the sentences of the words with two before and two behind; the first ones for none."""
    if length == 0:
        return None
    meant = hull(spans) if spans else Span(0, 1)
    touched = [at for at, sentence in enumerate(sentences) if sentence.overlaps(meant)]
    start, end = meant.start, meant.end
    if touched:
        first = max(touched[0] - _AROUND, 0)
        last = min(touched[-1] + _AROUND, len(sentences) - 1)
        start, end = min(start, sentences[first].start), max(end, sentences[last].end)
    spare = max((_MOST_CONTEXT - (meant.end - meant.start)) // 2, 0)
    return Span(max(start, meant.start - spare), min(end, meant.end + spare, length))
