"""Dates that a page gives itself: its date lines and the dateline of the story."""

from collections.abc import Iterator, Sequence

from sayso.documents.document import DateBasis, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.page_dates import DateLine, read_date_lines
from sayso.documents.rendering import Rendering
from sayso.documents.title import Headline
from sayso.text import hull

# Log-odds that the date is the article's: a line that is nothing but a date beside the headline
# is rarely wrong, one elsewhere on a page often belongs to another story.
_NEAR_WHOLE = 3.0
_NEAR = 2.5
_DATELINE = 2.0
_FOOT = 1.0
_MODIFIED = 0.5
_HEAD_REACH = 8
_FOOT_REACH = 4
# A dateline opens the story: the first paragraph, or the second below a summary.
_OPENING = 2


def find_date_candidates(
    rendering: Rendering, labels: Sequence[LineLabel], headline: Headline | None
) -> tuple[DateCandidate, ...]:
    """Return the dates of the lines around the article and of the dateline, strongest first."""
    body = [i for i, label in enumerate(labels) if label.article and not _is(headline, i)]
    first, last = (body[0], body[-1]) if body else (len(labels), -1)
    head = min(first, headline.index) if headline else first
    found: list[DateCandidate] = []
    for i, label in enumerate(labels):
        if label.kind is FurnitureKind.CAPTION or _is(headline, i):
            continue
        if label.article:
            if i in body[:_OPENING]:
                found.extend(_candidates(rendering, label, _DATELINE, DateBasis.DATELINE))
        elif head - _HEAD_REACH <= i < first + _OPENING:
            found.extend(_candidates(rendering, label, _NEAR, DateBasis.METADATA))
        elif last < i <= last + _FOOT_REACH:
            found.extend(_candidates(rendering, label, _FOOT, DateBasis.METADATA))
    return tuple(sorted(found, key=lambda candidate: -candidate.weight))


def _is(headline: Headline | None, index: int) -> bool:
    return headline is not None and headline.index == index


def _candidates(
    rendering: Rendering, label: LineLabel, weight: float, basis: DateBasis
) -> Iterator[DateCandidate]:
    for date in read_date_lines(label.line.text):
        if date.dateline != (basis is DateBasis.DATELINE):
            continue
        span = date.span.shifted(label.line.span.start)
        yield DateCandidate(
            interval=date.interval,
            basis=basis,
            weight=_weight(date, weight),
            original_spans=(hull(rendering.text_map.original_spans(span)),),
            written=date.written,
            rule=date.rule,
            modified=date.modified,
            alternatives=date.alternatives,
        )


def _weight(date: DateLine, weight: float) -> float:
    if date.modified:
        return min(weight, _MODIFIED)
    return _NEAR_WHOLE if date.whole_line and weight == _NEAR else weight
