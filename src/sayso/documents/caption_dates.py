"""Dates of captions: an article is not older than a picture that it shows."""

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.dates import DateExpression, DayInterval, find_dates
from sayso.documents.document import CAPTION_RULE, DateBasis, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.rendering import Rendering
from sayso.documents.surroundings import Surroundings
from sayso.text import Span, hull

# Log-odds that the bound holds; now and then a caption tells of a day to come.
_WEIGHT = 1.0


def find_caption_dates(
    rendering: Rendering, labels: Sequence[LineLabel], around: Surroundings
) -> tuple[DateCandidate, ...]:
    """Return the latest day that a caption of the article names, as a bound without an end."""
    if not around.body:
        return ()
    shown = (labels[i] for i in range(around.head.start, around.body[-1]))
    captions = (label for label in shown if label.kind is FurnitureKind.CAPTION)
    days = [found for label in captions for found in _days(label)]
    day, span, written = max(days, default=(None, None, ""))
    pieces = rendering.text_map.original_spans(span) if span else ()
    if day is None or not pieces:
        return ()
    return (
        DateCandidate(
            interval=DayInterval(day, None),
            basis=DateBasis.MENTION,
            weight=_WEIGHT,
            original_spans=(hull(pieces),),
            written=written,
            rule=CAPTION_RULE,
        ),
    )


def _days(label: LineLabel) -> Iterator[tuple[date, Span, str]]:
    for expression in find_dates(label.line.text):
        day = _earliest(expression)
        if day is not None:
            span = expression.span.shifted(label.line.span.start)
            yield day, span, expression.span.text_in(label.line.text)


def _earliest(expression: DateExpression) -> date | None:
    """Return the day of a full date, of two readings the earlier: a bound must not be too late."""
    if expression.until is not None or expression.interval is None or not expression.date.day:
        return None
    readings = (expression.interval, *expression.alternatives)
    return min((reading.lo for reading in readings if reading.lo), default=None)
