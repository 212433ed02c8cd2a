"""A text cut at the borders of its marks, so that overlapping marks can be shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSpan:
    """Characters of a text that a record rests on, and the id of the record."""

    span: Span
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPiece:
    """Characters under the same marks; ``begins`` are the records whose first character it has."""

    text: str
    records: tuple[str, ...]
    begins: tuple[str, ...]


def marked_paragraphs(
    text: str, paragraphs: Iterable[Span], marks: Iterable[MarkedSpan]
) -> Iterator[tuple[MarkedPiece, ...]]:
    """Yield each paragraph as pieces, in order; their texts together are the paragraph."""
    ordered = sorted(marks, key=lambda mark: (mark.span, mark.record))
    first_at: dict[str, int] = {}
    for mark in ordered:
        first_at.setdefault(mark.record, mark.span.start)
    for paragraph in paragraphs:
        inside = [mark for mark in ordered if mark.span.overlaps(paragraph)]
        yield tuple(_pieces(text, paragraph, inside, first_at))


def _pieces(
    text: str, paragraph: Span, marks: Sequence[MarkedSpan], first_at: dict[str, int]
) -> Iterator[MarkedPiece]:
    borders = {paragraph.start, paragraph.end}
    for mark in marks:
        borders |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    ordered = sorted(borders)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        over = tuple(dict.fromkeys(m.record for m in marks if m.span.contains(piece)))
        begins = tuple(record for record in over if first_at[record] == start)
        yield MarkedPiece(text=piece.text_in(text), records=over, begins=begins)
