"""What every record of an export has: its type, its name and its place in the original.

``spans`` are code points of the cleaned text, ``original_spans`` of the decoded original.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from sayso.case.review_records import Edit, ReviewState
from sayso.documents import Document
from sayso.evidence.via import Via, ViaKind
from sayso.frozen import dataclass
from sayso.text import Span

Spans = tuple[Span, ...]

# Between the fragments of a discontinuous quotation.
_OMISSION = " … "


class RecordType(StrEnum):
    """What a line of the export holds."""

    DOCUMENT = "document"
    CLAIM = "claim"
    FIGURE = "figure"
    EVENT = "event"
    ACTOR = "actor"
    PLACE = "place"
    QUOTE_PAIR = "quote_pair"
    ECHO = "echo"
    DENIAL = "denial"
    RELATION = "relation"
    FORECAST = "forecast"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReview:
    """What people decided on a record; the fields of the record itself stay the machine's.

    ``outdated``: a later reading says something else than what was decided on.
    """

    state: ReviewState
    edits: tuple[Edit, ...]
    comments: int
    actor: str
    at: datetime
    outdated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: it rests on the text of one document.

    ``review`` is ``None`` where nobody has decided; that of a document is on its date.
    """

    record: RecordType
    id: str
    document: str
    path: str
    sha256: str
    spans: Spans
    original_spans: Spans
    review: RecordReview | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two places that a record ties; ``claim`` is the claim that stands there.

    ``shared`` are those of its characters that both places have in common, empty where the tie does
    not rest on words.
    """

    document: str
    spans: Spans
    original_spans: Spans
    claim: str
    quote: str
    shared: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedVia:
    """By which way the words came, and the characters that say so."""

    kind: ViaKind
    span: Span
    original_spans: Spans


def quote(document: Document, spans: Spans) -> str:
    """Return the exact characters of the fragments, with ``…`` between them."""
    return _OMISSION.join(map(document.quote, spans))


def original_spans(document: Document, spans: Spans) -> Spans:
    return tuple(part for span in spans for part in document.original_spans(span))


def exported_ways(document: Document, ways: Iterable[Via]) -> tuple[ExportedVia, ...]:
    return tuple(
        ExportedVia(
            kind=way.kind, span=way.span, original_spans=original_spans(document, (way.span,))
        )
        for way in ways
    )
