"""The records of an export that tie two claims: quote pairs, echoes and denials."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.documents import Document
from sayso.export.record import Record, RecordType, Side, Spans, original_spans
from sayso.frozen import dataclass
from sayso.story.denials.denial import DenialKind, DenialReason
from sayso.story.echoes.edge import EchoEvidence
from sayso.story.echoes.sentence import describe
from sayso.story.quotes.alignment import Concern, Difference
from sayso.story.quotes.rendering import RenderingKind
from sayso.story.reuse_edge import Direction

if TYPE_CHECKING:
    from sayso.case import CaseReader, ClaimRow, DenialRow, EchoGroupRow, EchoRow, QuotePairRow

# Documents kept while ties are written: those of a document mostly lead to the same few.
_KEPT = 64

Documents = Callable[[str], Document]
TIES = (RecordType.QUOTE_PAIR, RecordType.ECHO, RecordType.DENIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedQuotePair(Record):
    """Two reports of one statement; the spans of the record itself are those of the first side.

    ``original`` is the claim whose document says that it has the original wording.
    """

    record: RecordType = RecordType.QUOTE_PAIR
    sides: tuple[Side, Side]
    kind: RenderingKind
    differs_in: tuple[Concern, ...]
    differences: tuple[Difference, ...]
    same_speaker: bool | None
    share: float
    nearness: float | None
    original: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEcho(Record):
    """One step of an echo, from the first side to the second unless ``direction`` is unknown.

    ``origins`` says of the whole group how many reports and known origins there are.
    """

    record: RecordType = RecordType.ECHO
    sides: tuple[Side, Side]
    group: str
    evidence: EchoEvidence
    share: float
    direction: Direction
    origins: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDenial(Record):
    """What is asserted and its denial; the spans of the record itself are those of the denial."""

    record: RecordType = RecordType.DENIAL
    sides: tuple[Side, Side]
    kind: DenialKind
    known_by: DenialReason
    same_speaker: bool | None
    asserted_first: bool | None
    through: str | None
    rule: str


def tie_records(case: "CaseReader", wanted: frozenset[RecordType]) -> Iterator[Record]:
    """Yield what ties two claims, in the order of the documents."""
    documents = lru_cache(maxsize=_KEPT)(case.document)
    if RecordType.QUOTE_PAIR in wanted:
        for pair in case.quote_pairs():
            yield _quote_pair(pair, documents)
    if RecordType.ECHO in wanted:
        for group in case.echo_groups():
            yield from _echoes(case, group, documents)
    if RecordType.DENIAL in wanted:
        for denial in case.denials():
            yield _denial(denial, documents)


def _quote_pair(row: "QuotePairRow", documents: Documents) -> ExportedQuotePair:
    document = documents(row.left.document)
    left = _side(row.left, documents)
    return ExportedQuotePair(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=left.spans,
        original_spans=left.original_spans,
        sides=(left, _side(row.right, documents)),
        kind=row.kind,
        differs_in=tuple(sorted(row.concerns)),
        differences=row.differences,
        same_speaker=row.same_speaker,
        share=round(row.share, 4),
        nearness=None if row.nearness is None else round(row.nearness, 4),
        original=row.original,
        rule=row.rule,
    )


def _echoes(
    case: "CaseReader", row: "EchoGroupRow", documents: Documents
) -> Iterator[ExportedEcho]:
    origins = describe(row.group)
    for step in case.echoes_of(row.id):
        yield _echo(case, step, documents, origins)


def _echo(case: "CaseReader", row: "EchoRow", documents: Documents, origins: str) -> ExportedEcho:
    edge = row.edge
    first = _side(case.claim(edge.from_claim), documents, edge.from_spans)
    second = _side(case.claim(edge.to_claim), documents, edge.to_spans)
    document = documents(first.document)
    return ExportedEcho(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=first.spans,
        original_spans=first.original_spans,
        sides=(first, second),
        group=row.group,
        evidence=edge.evidence,
        share=edge.share,
        direction=edge.direction,
        origins=origins,
        rule=edge.rule,
    )


def _denial(row: "DenialRow", documents: Documents) -> ExportedDenial:
    document = documents(row.denied.document)
    asserted = _side(row.asserted, documents, row.asserted_spans if row.share else ())
    denied = _side(row.denied, documents, row.denied_spans if row.share else ())
    return ExportedDenial(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=denied.spans,
        original_spans=denied.original_spans,
        sides=(asserted, denied),
        kind=row.kind,
        known_by=row.reason,
        same_speaker=row.same_speaker,
        asserted_first=row.asserted_first,
        through=row.through,
        rule=row.rule,
    )


def _side(row: "ClaimRow", documents: Documents, shared: Spans = ()) -> Side:
    spans = row.claim.content
    return Side(
        document=row.document,
        spans=spans,
        original_spans=original_spans(documents(row.document), spans),
        claim=row.id,
        quote=row.words,
        shared=shared,
    )
