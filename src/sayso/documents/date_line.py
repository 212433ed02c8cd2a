"""A date that a line gives as the date of its page or story, and how far it is trusted."""

from collections.abc import Sequence
from typing import Final

from sayso.dates import DateExpression, DayInterval
from sayso.documents.document import DateBasis, DateCandidate
from sayso.frozen import dataclass
from sayso.text import Span

# The year is missing: nothing is known until the evidence layer has solved it.
_UNKNOWN: Final = DayInterval(None, None)
# Log-odds that the date is the article's: a line that is nothing but a date beside the headline
# is rarely wrong; below the article it is as often that of the next story.
HEAD_WHOLE: Final = 3.0
HEAD: Final = 2.5
DATELINE: Final = 2.0
FOOT: Final = 1.0
MODIFIED: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A date that a line gives as the date of the page or story.

    ``span`` is the date within the line and ``written`` its characters. If the year is not
    written, ``interval`` is open on both sides (precision ``UNKNOWN``): a ``DateCandidate`` takes
    it as it is, and dating reads the fields of ``written`` again to solve the year. ``modified``
    says that the line names a change, ``dateline`` that it is place and date at the head of a
    story, ``stamp`` that a machine wrote it and it runs into the story, ``whole_line`` that the line
    says nothing else.
    """

    span: Span
    interval: DayInterval
    alternatives: tuple[DayInterval, ...]
    written: str
    rule: str
    modified: bool = False
    dateline: bool = False
    stamp: bool = False
    whole_line: bool = False


def date_line(line: str, expression: DateExpression, form: str) -> DateLine:
    """Return a date of ``line``; its rule is the ``form`` of the line with that of the date."""
    return DateLine(
        span=expression.span,
        interval=expression.interval or _UNKNOWN,
        alternatives=expression.alternatives,
        written=expression.span.text_in(line),
        rule=f"{form}:{expression.rule}",
    )


def as_candidate(
    date: DateLine, *, basis: DateBasis, weight: float, spans: Sequence[Span]
) -> DateCandidate:
    """Return a date as one of its document; ``weight`` is that of the part of the page it stands in."""
    return DateCandidate(
        interval=date.interval,
        basis=basis,
        weight=_weight(date, weight),
        original_spans=tuple(spans),
        written=date.written,
        rule=date.rule,
        modified=date.modified,
        alternatives=date.alternatives,
    )


def _weight(date: DateLine, weight: float) -> float:
    if date.modified:
        return MODIFIED
    return HEAD_WHOLE if date.whole_line and weight == HEAD else weight
