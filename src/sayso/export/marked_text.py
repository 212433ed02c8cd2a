"""A text cut at the borders of its marks, so that overlapping marks can be shown."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
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
    starts = [mark.span.start for mark in ordered]
    longest = max((len(mark.span) for mark in ordered), default=0)
    for paragraph in paragraphs:
        # No mark that begins further back can reach into the paragraph.
        first = bisect_left(starts, paragraph.start - longest)
        last = bisect_left(starts, paragraph.end)
        inside = [mark for mark in ordered[first:last] if mark.span.overlaps(paragraph)]
        yield tuple(_pieces(text, paragraph, inside, first_at))


def _pieces(
    text: str, paragraph: Span, marks: Sequence[MarkedSpan], first_at: dict[str, int]
) -> Iterator[MarkedPiece]:
    """Walk from border to border, with the marks that are open held in their order."""
    borders = {paragraph.start, paragraph.end}
    for mark in marks:
        borders |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    waiting, open_marks = deque(marks), list[MarkedSpan]()
    for start, end in pairwise(sorted(borders)):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while waiting and waiting[0].span.start <= start:
            open_marks.append(waiting.popleft())
        over = tuple(dict.fromkeys(mark.record for mark in open_marks))
        begins = tuple(record for record in over if first_at[record] == start)
        yield MarkedPiece(text=text[start:end], records=over, begins=begins)
