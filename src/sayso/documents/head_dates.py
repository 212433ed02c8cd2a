"""Dates at the head of a text that is taken as it is: its date lines and its dateline."""

import re
from collections.abc import Iterator

from sayso.documents.document import DateBasis, DateCandidate
from sayso.documents.page_dates import DateLine, read_date_lines

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Lines of a head: title, byline, date and the first paragraph.
_HEAD = 4
# A longer line has no date of the page; a dateline stands at its beginning.
_READ = 240
# Log-odds as for the lines of a page, see ``date_candidates.py``.
_WHOLE, _LABELLED, _DATELINE, _MODIFIED = 3.0, 2.5, 2.0, 0.5


def head_dates(text: str) -> tuple[DateCandidate, ...]:
    """Return the dates that the first lines of ``text`` give it, strongest first."""
    return tuple(sorted(_found(text), key=lambda candidate: -candidate.weight))


def _found(text: str) -> Iterator[DateCandidate]:
    for _, line in zip(range(_HEAD), _LINE.finditer(text), strict=False):
        for date in read_date_lines(line.group()[:_READ]):
            yield DateCandidate(
                interval=date.interval,
                basis=DateBasis.DATELINE if date.dateline else DateBasis.METADATA,
                weight=_weight(date),
                original_spans=(date.span.shifted(line.start()),),
                written=date.written,
                rule=date.rule,
                modified=date.modified,
                alternatives=date.alternatives,
            )


def _weight(date: DateLine) -> float:
    if date.modified:
        return _MODIFIED
    if date.dateline:
        return _DATELINE
    return _WHOLE if date.whole_line else _LABELLED
