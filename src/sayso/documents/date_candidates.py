"""Dates that a page gives its article: its date lines and the dateline of the story."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.documents.document import DateBasis, DateCandidate, FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.page_dates import DateLine, read_date_lines
from sayso.documents.rendering import Rendering
from sayso.documents.surroundings import Surroundings
from sayso.text import hull

# Log-odds that the date is the article's: a line that is nothing but a date beside the headline
# is rarely wrong; below the article it is as often that of the next story.
_HEAD_WHOLE = 3.0
_HEAD = 2.5
_DATELINE = 2.0
_FOOT = 1.0
_MODIFIED = 0.5
# A dateline opens the story: the first paragraph, or one below a summary.
_OPENING = 3
_READ = 240  # a longer line has no date of the page, a dateline stands at its beginning
_FOOT_REACH = 4
_MOST_DAYS = 3


def find_date_candidates(
    rendering: Rendering, labels: Sequence[LineLabel], around: Surroundings
) -> tuple[DateCandidate, ...]:
    """Return the dates of the lines around the article and of its dateline, strongest first."""
    found: list[DateCandidate] = []
    for i in around.body[:_OPENING]:
        found.extend(_candidates(rendering, labels[i], _DATELINE, DateBasis.DATELINE))
    # A date line may stand below the summary, between two lines of the article.
    opening = range(around.body[0], around.body[:_OPENING][-1]) if around.body else range(0)
    for part, weight in (
        (around.head, _HEAD),
        (opening, _HEAD),
        (around.foot[:_FOOT_REACH], _FOOT),
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
    head = {date.interval for date in found if date.weight >= _HEAD}
    if len(head) <= _MOST_DAYS:
        return found
    return [replace(date, weight=min(date.weight, _FOOT)) for date in found]


def _candidates(
    rendering: Rendering, label: LineLabel, weight: float, basis: DateBasis
) -> Iterator[DateCandidate]:
    for date in read_date_lines(label.line.text[:_READ]):
        if not date.stamp and date.dateline != (basis is DateBasis.DATELINE):
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
        return _MODIFIED
    return _HEAD_WHOLE if date.whole_line and weight == _HEAD else weight
