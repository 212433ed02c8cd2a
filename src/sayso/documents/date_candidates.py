"""Dates that a page gives its article: its date lines and the dateline of the story."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.documents.date_line import DATELINE, FOOT, HEAD, as_candidate
from sayso.documents.document import DateBasis, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.page_dates import READ, read_date_lines
from sayso.documents.rendering import Rendering
from sayso.documents.surroundings import Surroundings
from sayso.text import hull

# A dateline opens the story: the first paragraph, or one below a summary.
_OPENING = 3
_FOOT_REACH = 4
_MOST_DAYS = 3


def find_date_candidates(
    rendering: Rendering, labels: Sequence[LineLabel], around: Surroundings
) -> tuple[DateCandidate, ...]:
    """Return the dates of the lines around the article and of its dateline, strongest first."""
    found: list[DateCandidate] = []
    for i in around.body[:_OPENING]:
        found.extend(_candidates(rendering, labels[i], DATELINE, DateBasis.DATELINE))
    # A date line may stand below the summary, between two lines of the article.
    opening = range(around.body[0], around.body[:_OPENING][-1]) if around.body else range(0)
    for part, weight in (
        (around.head, HEAD),
        (opening, HEAD),
        (around.foot[:_FOOT_REACH], FOOT),
    ):
        for i in part:
            if not labels[i].article and labels[i].kind is not FurnitureKind.CAPTION:
                found.extend(_candidates(rendering, labels[i], weight, DateBasis.METADATA))
    new = [date for date in _doubted(found) if not _known(date, rendering)]
    return tuple(sorted(new, key=lambda candidate: -candidate.weight))


def _known(date: DateCandidate, rendering: Rendering) -> bool:
    """Say whether the reader found the same day already, on grounds as good: no reason counts twice."""
    return any(
        known.interval == date.interval
        and known.modified == date.modified
        and known.weight >= date.weight
        for known in rendering.dates
    )


def _doubted(found: list[DateCandidate]) -> list[DateCandidate]:
    """Trust none of many days above an article much: they are those of a list of stories."""
    head = {date.interval for date in found if date.weight >= HEAD}
    if len(head) <= _MOST_DAYS:
        return found
    return [replace(date, weight=min(date.weight, FOOT)) for date in found]


def _candidates(
    rendering: Rendering, label: LineLabel, weight: float, basis: DateBasis
) -> Iterator[DateCandidate]:
    for date in read_date_lines(label.line.text[:READ]):
        if not date.stamp and date.dateline != (basis is DateBasis.DATELINE):
            continue
        span = date.span.shifted(label.line.span.start)
        spans = (hull(rendering.text_map.original_spans(span)),)
        yield as_candidate(date, basis=basis, weight=weight, spans=spans)
