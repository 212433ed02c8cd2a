"""The records of an export that relate two figures, with the verdict and the words that led to it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.documents import Document
from sayso.export.record import Record, RecordType, Spans, original_spans, quote
from sayso.frozen import dataclass
from sayso.story.figures.record import Part
from sayso.story.figures.verdict import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.case import CaseReader
    from sayso.case.figure_records import VerdictRow, VerdictSide

# Documents kept while relations are written: those of a series lead to the same few.
_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSide:
    """One of two figures: ``spans`` are its number and hedge, ``grounds`` what led to the verdict."""

    document: str
    spans: Spans
    original_spans: Spans
    figure: str
    quote: str
    grounds: Spans
    grounds_original: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedRelation(Record):
    """What two figures say of each other. Of a part and its whole the first side is the part."""

    record: RecordType = RecordType.RELATION
    sides: tuple[FigureSide, FigureSide]
    verdict: Verdict
    reason: Reason
    rule: str
    predicate: str | None
    series: tuple[str, str]


def relation_records(case: "CaseReader") -> Iterator[ExportedRelation]:
    """Yield every verdict of a case, by series and time."""
    documents = lru_cache(maxsize=_KEPT)(case.document)
    for row in case.compared.verdicts():
        yield _relation(row, documents)


def _relation(row: "VerdictRow", documents: "Callable[[str], Document]") -> ExportedRelation:
    left, right = (_side(one, documents(one.member.document)) for one in (row.left, row.right))
    document = documents(left.document)
    return ExportedRelation(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=left.spans,
        original_spans=left.original_spans,
        sides=(left, right),
        verdict=row.verdict,
        reason=row.reason,
        rule=row.rule,
        predicate=row.left.member.figure.predicate,
        series=(row.left.member.series, row.right.member.series),
    )


def _side(side: "VerdictSide", document: Document) -> FigureSide:
    spans = tuple(sorted(side.member.figure.spans(Part.NUMBER, Part.MODIFIER)))
    return FigureSide(
        document=document.id,
        spans=spans,
        original_spans=original_spans(document, spans),
        figure=side.member.figure.id,
        quote=quote(document, spans),
        grounds=side.spans,
        grounds_original=original_spans(document, side.spans),
    )
