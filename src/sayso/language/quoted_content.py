"""Contents that hold part of a quotation hold all of it: what is quoted was said in one breath."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.language.analysis import Attribution, Quotation
from sayso.text import Span, merged

# Of a quotation that a content only touches, less than this share is taken for a slip.
_TOUCHED = 0.2


def with_whole_quotations(
    attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Yield the attributions with each quotation in their content whole, or left out.

    What is attributed inside of a quotation keeps its part of it: "she said that they lied".
    """
    quoted = sorted(quotation.content for quotation in quotations)
    marked = sorted(quotation.span for quotation in quotations)
    inner = {quotation.span: quotation.content for quotation in quotations}
    for attribution in attributions:
        place = (attribution.cue or attribution.source or attribution.content)[0]
        content = tuple(_within_marks(span, marked, inner) for span in attribution.content)
        for span in _touched(content, quoted):
            if not span.start <= place.start < span.end:
                content = _settled(content, span)
        yield (
            attribution if content == attribution.content else replace(attribution, content=content)
        )


def _within_marks(span: Span, marked: Sequence[Span], inner: Mapping[Span, Span]) -> Span:
    """Return a part of a quotation without the marks, which stand apart in some texts: ``Go, "``."""
    at = bisect_right(marked, span.start, key=lambda one: one.start) - 1
    if at < 0 or not marked[at].contains(span):
        return span
    content = inner[marked[at]]
    start, end = max(span.start, content.start), min(span.end, content.end)
    return Span(start, end) if start < end else span


def _touched(content: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the quotations that share characters with a content."""
    first, last = content[0].start, content[-1].end
    at = bisect_right(quoted, first, key=lambda span: span.end)
    while at < len(quoted) and quoted[at].start < last:
        if any(quoted[at].overlaps(span) for span in content):
            yield quoted[at]
        at += 1


def _settled(content: tuple[Span, ...], quotation: Span) -> tuple[Span, ...]:
    inside = sum(
        min(s.end, quotation.end) - max(s.start, quotation.start)
        for s in content
        if s.overlaps(quotation)
    )
    if inside == len(quotation):
        return content
    if inside >= _TOUCHED * len(quotation):
        return merged((*content, quotation))
    kept = tuple(part for span in content for part in _without(span, quotation))
    return kept or content


def _without(span: Span, quotation: Span) -> Iterator[Span]:
    """Yield what a span has outside of a quotation and its marks."""
    if not span.overlaps(quotation):
        yield span
        return
    if span.start < quotation.start - 1:
        yield Span(span.start, quotation.start - 1)
    if quotation.end + 1 < span.end:
        yield Span(quotation.end + 1, span.end)
