"""Quotations: passages between quotation marks, with what the marks are used for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.language.analysis import Quotation, QuoteUse, Tokens
from sayso.language.cues import Cue, find_cues
from sayso.language.open_quotations import left_open, open_behind
from sayso.language.quote_marks import Family, Mark, Pairing, find_marks, pair_marks
from sayso.language.quote_use import judge_use
from sayso.language.segments import Segments, segment
from sayso.text import Span

# An unclosed mark before less than this is a slip of the pen, not speech.
_SHORTEST_UNCLOSED = 15


class QuoteState(StrEnum):
    """Where a token stands to the quotations: an input feature of the trained core."""

    OUTSIDE = "outside"
    OPENING = "opening"
    INSIDE = "inside"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """A quotation before its use is known."""

    span: Span
    content: Span
    closed: bool
    rule: str
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """Whether a quotation is left open before, and behind, a paragraph."""

    before: bool
    behind: bool


def find_quotations(
    text: str, *, segments: Segments | None = None, cues: Sequence[Cue] | None = None
) -> tuple[Quotation, ...]:
    """Return every passage between quotation marks of ``text``, in the order of their beginnings.

    ``segments`` and ``cues`` save reading the text again where that has been done.
    """
    segments = segments or segment(text)
    cues = find_cues(segments) if cues is None else cues
    quotations: list[Quotation] = []
    left_open: int | None = None
    for passage in _passages(segments, cues):
        whole = passage.continues or not passage.closed
        use = (
            QuoteUse.QUOTATION
            if whole
            else judge_use(segments, cues, passage.content, passage.span)[0]
        )
        quotations.append(
            Quotation(
                span=passage.span,
                content=passage.content,
                use=use,
                closed=passage.closed,
                rule=passage.rule,
                continues=left_open if passage.continues else None,
            )
        )
        if not passage.closed:
            left_open = len(quotations) - 1
    return tuple(quotations)


def _passages(segments: Segments, cues: Sequence[Cue]) -> Iterator[_Passage]:
    """Yield the passages of all paragraphs; what stays open is carried to the next paragraph."""
    text, paragraphs = segments.text, segments.paragraphs
    pairings = [pair_marks(text, find_marks(text, paragraph)) for paragraph in paragraphs]
    before = False
    for paragraph, pairing, behind in zip(
        paragraphs, pairings, open_behind(segments, pairings, cues), strict=True
    ):
        sides = _Sides(before=before, behind=behind)
        found = [*_closed(text, pairing), *_open(text, paragraph, pairing, sides)]
        if before:
            found.extend(_carried(text, paragraph, pairing))
        if before and behind and left_open(pairing) is None:
            found.append(_Passage(span=paragraph, content=paragraph, closed=False, rule="between"))
        found.sort(key=lambda passage: (passage.span.start, -passage.span.end))
        if before and found and found[0].span.start == paragraph.start:
            found[0] = replace(found[0], continues=True, rule="continued")
        yield from found
        before = behind


def _closed(text: str, pairing: Pairing) -> Iterator[_Passage]:
    """Yield the pairs as passages; marks doubled without anything between count as one."""
    inner: tuple[int, int] | None = None
    held: _Passage | None = None
    for left, right in pairing.pairs:
        content = _trimmed(text, left.end, right.start)
        if content is None:
            continue
        if held and inner == (left.start, right.end):
            inner, held = (left.end, right.start), replace(held, content=content)
            continue
        if held:
            yield held
        inner = (left.end, right.start)
        span = Span(left.start, right.end)
        held = _Passage(span=span, content=content, closed=True, rule=f"{left.family}_marks")
    if held:
        yield held


def _open(text: str, paragraph: Span, pairing: Pairing, sides: _Sides) -> Iterator[_Passage]:
    """Yield the passage that no mark closes, if it goes on or plainly began speech."""
    mark = left_open(pairing)
    if mark is None:
        return
    repeats = sides.before and mark.start == paragraph.start
    content = _trimmed(text, mark.end, paragraph.end)
    if content and (sides.behind or repeats or _begins_speech(text, paragraph, mark)):
        rule = "goes_on" if sides.behind else "unclosed"
        yield _Passage(
            span=Span(mark.start, paragraph.end), content=content, closed=False, rule=rule
        )


def _begins_speech(text: str, paragraph: Span, mark: Mark) -> bool:
    """Say whether a mark without partner opens the paragraph or stands behind ``:`` or ``,``."""
    if mark.family not in {Family.DOUBLE, Family.GUILLEMET}:
        return False
    before = text[max(paragraph.start, mark.start - 2) : mark.start].rstrip()[-1:]
    return before in {"", ":", ","} and paragraph.end - mark.end > _SHORTEST_UNCLOSED


def _carried(text: str, paragraph: Span, pairing: Pairing) -> Iterator[_Passage]:
    """Yield the end of a quotation whose opening mark was not repeated in this paragraph."""
    if not pairing.unopened:
        return
    end = pairing.unopened[0]
    content = _trimmed(text, paragraph.start, end.start)
    own = (left for left, _ in pairing.pairs if left.family is end.family)
    if content and all(left.start > end.start for left in own):
        span = Span(paragraph.start, end.end)
        yield _Passage(span=span, content=content, closed=True, rule="carried")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def quote_states(tokens: Tokens, quotations: Sequence[Quotation]) -> tuple[QuoteState, ...]:
    """Return for each token whether it lies in a quotation or is one of its marks.

    Only passages used as quotations count; the marks of a nested one are inside.
    """
    states = [QuoteState.OUTSIDE] * len(tokens)
    at = reached = 0
    for quotation in quotations:
        if quotation.use is not QuoteUse.QUOTATION or quotation.span.start < reached:
            continue
        reached = quotation.span.end
        while at < len(tokens) and tokens.ends[at] <= quotation.span.start:
            at += 1
        while at < len(tokens) and tokens.starts[at] < quotation.span.end:
            states[at] = _state(tokens.starts[at], quotation)
            at += 1
    return tuple(states)


def _state(start: int, quotation: Quotation) -> QuoteState:
    if start < quotation.content.start:
        return QuoteState.OPENING
    return QuoteState.CLOSING if start >= quotation.content.end else QuoteState.INSIDE
