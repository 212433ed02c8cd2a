"""Frames: each quotation with the words of its sentence before and behind it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.frozen import dataclass
from sayso.language.analysis import Quotation, QuoteUse
from sayso.language.phrases import DASHES
from sayso.language.segments import Segments

# No more of a sentence than this is looked at on one side of a quotation: a text without stops
# would otherwise be read again for each of its marks.
_WIDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens of one sentence that no quotation covers; may be empty."""

    first: int
    end: int

    def __bool__(self) -> bool:
        return self.first < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A quotation (by index) as tokens, with its neighbours.

    ``before`` and ``behind`` belong to the sentence of the quotation. ``earlier`` are the pieces
    of earlier sentences since the last quotation of the paragraph.
    """

    quotation: int
    paragraph: int
    first: int
    end: int
    before: Piece
    behind: Piece
    earlier: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    segments: Segments
    starts: frozenset[int]  # the tokens that begin a sentence


def frames_of(segments: Segments, quotations: Sequence[Quotation]) -> Iterator[Frame]:
    """Yield the frames of all quotations that are not inside another one."""
    starts = frozenset(segments.first_token(sentence.start) for sentence in segments.sentences)
    layout = _Layout(segments=segments, starts=starts)
    outer = list(_outermost(quotations))
    at = 0
    for number, paragraph in enumerate(segments.paragraphs):
        held = []
        while at < len(outer) and quotations[outer[at]].span.start < paragraph.end:
            held.append(outer[at])
            at += 1
        if held:
            yield from _of_paragraph(layout, quotations, number, held)


def _outermost(quotations: Sequence[Quotation]) -> Iterator[int]:
    reached = 0
    for index, quotation in enumerate(quotations):
        if quotation.use is QuoteUse.QUOTATION and quotation.span.start >= reached:
            reached = quotation.span.end
            yield index


def _of_paragraph(
    layout: _Layout, quotations: Sequence[Quotation], number: int, held: Sequence[int]
) -> Iterator[Frame]:
    segments = layout.segments
    spans = [quotations[index].span for index in held]
    ranges = [(segments.first_token(s.start), segments.first_token(s.end)) for s in spans]
    paragraph = segments.paragraphs[number]
    first, end = segments.first_token(paragraph.start), segments.first_token(paragraph.end)
    edges = [first, *(edge for both in ranges for edge in both), end]
    gaps = [_pieces(layout, edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    for index, (start, stop) in enumerate(ranges):
        gap = gaps[index]
        attached = bool(gap) and start not in layout.starts
        opens = start == first and number > 0
        yield Frame(
            quotation=held[index],
            paragraph=number,
            first=start,
            end=stop,
            before=_last(gap[-1])
            if attached
            else _introduction(layout, number, start, opens=opens),
            behind=_behind(layout, gaps[index + 1], stop),
            earlier=gap[:-1] if attached else gap,
        )


def _pieces(layout: _Layout, first: int, end: int) -> tuple[Piece, ...]:
    cuts = [first, *(i for i in range(first + 1, end) if i in layout.starts), end]
    return tuple(Piece(first=a, end=b) for a, b in pairwise(cuts) if a < b)


def _last(piece: Piece) -> Piece:
    return Piece(first=max(piece.first, piece.end - _WIDEST), end=piece.end)


def _behind(layout: _Layout, pieces: Sequence[Piece], stop: int) -> Piece:
    """Return the rest of the sentence behind a quotation that does not end it."""
    word = layout.segments.words[stop] if pieces else ""
    if not pieces or (stop in layout.starts and not word[0].islower() and word not in DASHES):
        return Piece(first=stop, end=stop)
    return Piece(first=pieces[0].first, end=min(pieces[0].end, pieces[0].first + _WIDEST))


def _introduction(layout: _Layout, number: int, start: int, *, opens: bool) -> Piece:
    """Return the last sentence of the paragraph before, if it ends in a colon."""
    if not opens or layout.segments.words[start - 1] != ":":
        return Piece(first=start, end=start)
    lowest = layout.segments.first_token(layout.segments.paragraphs[number - 1].start)
    first = start - 1
    while first > lowest and first not in layout.starts:
        first -= 1
    return _last(Piece(first=first, end=start))
