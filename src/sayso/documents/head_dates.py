"""Dates at the head of a text that is taken as it is: its date lines and its dateline."""

import re
from collections.abc import Iterator

from sayso.documents.date_line import DATELINE, HEAD, as_candidate
from sayso.documents.document import DateBasis, DateCandidate
from sayso.documents.page_dates import READ, read_date_lines

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Lines of a head: title, byline, date and the first paragraph.
_HEAD = 4


def head_dates(text: str) -> tuple[DateCandidate, ...]:
    """Return the dates that the first lines of ``text`` give it, strongest first."""
    return tuple(sorted(_found(text), key=lambda candidate: -candidate.weight))


def _found(text: str) -> Iterator[DateCandidate]:
    for _, line in zip(range(_HEAD), _LINE.finditer(text), strict=False):
        for date in read_date_lines(line.group()[:READ]):
            yield as_candidate(
                date,
                basis=DateBasis.DATELINE if date.dateline else DateBasis.METADATA,
                weight=DATELINE if date.dateline else HEAD,
                spans=(date.span.shifted(line.start()),),
            )
