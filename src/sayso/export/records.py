"""The records of an export: one flat form for each kind, every one with its place in the original.

The fields, in their order, are the keys of the JSON lines and the columns of the CSV files.
``spans`` are code points of the cleaned text, ``original_spans`` of the decoded original.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from sayso.case.decision_records import RecordKind, Verdict
from sayso.dates import DayInterval
from sayso.documents import ChainBasis, DateBasis, Document, Flag, Framing, Role
from sayso.evidence.claim import Claim, Force, Polarity, SaidBasis
from sayso.evidence.dating import Dating, Doubt
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.export.actor_records import ExportedActor
from sayso.export.date_records import DateGround, ExportedDate, own_date
from sayso.export.event_records import ExportedEvent, event_records
from sayso.export.forecast_records import ExportedForecast
from sayso.export.place_records import ExportedPlace
from sayso.export.record import (
    ExportedVia,
    Record,
    RecordType,
    Spans,
    exported_ways,
    original_spans,
    quote,
)
from sayso.export.relation_records import ExportedRelation
from sayso.export.tie_records import ExportedDenial, ExportedEcho, ExportedQuotePair
from sayso.frozen import dataclass
from sayso.language.analysis import (
    AttributionKind,
    Change,
    Manner,
    Modifier,
    QuantityKind,
)
from sayso.language.described import described_speaker
from sayso.story.dating.settled import DateSource
from sayso.text import Span

_ROLE_ORDER = tuple(Role)
NOBODY: Mapping[str, str | None] = MappingProxyType({})
NO_EVENTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    name: str
    role: Role
    basis: ChainBasis
    original_span: Span | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReason:
    """A candidate for the date of a document; ``chosen`` if the date rests on it."""

    interval: DayInterval
    basis: DateBasis
    written: str
    weight: float
    chosen: bool
    original_spans: Spans
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateDoubt:
    doubt: Doubt
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDocument(Record):
    """``furniture`` holds the original spans of what was taken out.

    ``date_found`` is the date without the decision of a person.
    """

    record: RecordType = RecordType.DOCUMENT
    title: str | None
    chain: tuple[Link, ...]
    date: DayInterval
    date_doubts: tuple[DateDoubt, ...]
    flags: tuple[Flag, ...]
    furniture: Spans
    date_candidates: tuple[DateReason, ...]
    date_source: DateSource
    date_found: DayInterval
    date_reasons: tuple[str, ...]
    date_grounds: tuple[DateGround, ...]
    byline: tuple[str, ...]
    language: str | None
    address: str | None
    retrieved: datetime | None
    media_type: str
    encoding: str
    extractor: str
    framing: Framing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedClaim(Record):
    """``spans`` are those of the content; ``parent`` is the claim whose content holds this one.

    ``speaker`` is the best name that the document gives, a description where there is no name;
    ``speaker_actor`` is the actor that it means.
    ``said_basis`` tells whether ``said`` is the time beside the cue or the date of the document.
    """

    record: RecordType = RecordType.CLAIM
    quote: str
    speaker: str | None
    speaker_actor: str | None
    kind: AttributionKind
    manner: Manner | None
    force: Force | None
    polarity: Polarity | None
    said: DayInterval
    said_basis: SaidBasis
    via: tuple[ExportedVia, ...]
    parent: str | None
    source: Spans
    cue: Spans
    content: Spans
    hedges: Spans
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFigure(Record):
    """``claim`` is the claim whose content holds the figure, ``part_of`` a figure."""

    record: RecordType = RecordType.FIGURE
    quote: str
    number: Span
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    modifier: Modifier
    kind: QuantityKind
    unit: str | None
    change: Change | None
    counted: Span | None
    counted_head: Span | None
    counted_text: str | None
    predicate: str | None
    accrual: Accrual | None
    modality: Modality | None
    place: Span | None
    as_of: DayInterval | None
    claim: str | None
    part_of: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPlace:
    """One of the two places of a decision on what ties them."""

    document: str
    sha256: str
    text_sha256: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedDecision(Record):
    """``target`` is the record at the time, ``current`` the one that now holds its characters.

    ``sides`` are both places of what ties two, empty for what stands at one.
    """

    record: RecordType = RecordType.DECISION
    kind: RecordKind
    target: str
    current: str | None
    verdict: Verdict
    field: str | None
    old: str | None
    new: str | None
    reason: str
    actor: str
    at: datetime
    text_sha256: str
    sides: tuple[DecisionPlace, ...] = ()


def class_of(record_type: RecordType) -> type[Record]:
    """Return the class of the records of a type: its fields are the columns."""
    return {
        RecordType.DOCUMENT: ExportedDocument,
        RecordType.CLAIM: ExportedClaim,
        RecordType.FIGURE: ExportedFigure,
        RecordType.EVENT: ExportedEvent,
        RecordType.ACTOR: ExportedActor,
        RecordType.PLACE: ExportedPlace,
        RecordType.QUOTE_PAIR: ExportedQuotePair,
        RecordType.ECHO: ExportedEcho,
        RecordType.DENIAL: ExportedDenial,
        RecordType.RELATION: ExportedRelation,
        RecordType.FORECAST: ExportedForecast,
        RecordType.DECISION: ExportedDecision,
    }[record_type]


def document_records(
    document: Document,
    evidence: Evidence,
    actors: Mapping[str, str | None] = NOBODY,
    date: ExportedDate | None = None,
    events: Mapping[str, str] = NO_EVENTS,
) -> Iterator[Record]:
    """Yield the document itself, then its claims, figures and events in the order of the text.

    ``actors`` holds the actor who says a claim, by the id of the claim; ``date`` is the one that the case
    has, beside the document's own; ``events`` the event over documents of each report.
    """
    yield _document(document, date or own_date(evidence.dating))
    for claim in evidence.claims:
        yield _claim(document, claim, actors.get(claim.id), evidence.dating.interval)
    for figure in evidence.figures:
        yield _figure(document, figure)
    yield from event_records(document, evidence, events)


def ordered_chain(document: Document) -> tuple[Link, ...]:
    """Return the links from the host back to the origin."""
    links = sorted(document.chain, key=lambda link: _ROLE_ORDER.index(link.role))
    return tuple(
        Link(
            name=link.name,
            role=link.role,
            basis=link.basis,
            original_span=link.original_span,
            rule=link.rule,
        )
        for link in links
    )


def date_reasons(dating: Dating) -> tuple[DateReason, ...]:
    """Return every candidate, with whether the date rests on it."""
    return tuple(
        DateReason(
            interval=candidate.interval,
            basis=candidate.basis,
            written=candidate.written,
            weight=candidate.weight,
            chosen=index in dating.chosen,
            original_spans=candidate.original_spans,
            rule=candidate.rule,
        )
        for index, candidate in enumerate(dating.candidates)
    )


def date_doubts(dating: Dating) -> tuple[DateDoubt, ...]:
    return tuple(DateDoubt(doubt=note.doubt, reason=note.reason) for note in dating.doubts)


def chain_line(document: Document) -> str:
    """Write the chain on one line: ``host <- republisher <- agency <- report, report``."""
    levels = groupby(ordered_chain(document), key=lambda link: link.role)
    names = (dict.fromkeys(link.name for link in links) for _, links in levels)
    return " <- ".join(", ".join(level) for level in names)


def _document(document: Document, date: ExportedDate) -> ExportedDocument:
    original, dating = document.original, date.dating
    whole = (Span(0, len(document.text)),) if document.text else ()
    return ExportedDocument(
        id=document.id,
        document=document.id,
        path=original.path,
        sha256=original.sha256,
        spans=whole,
        original_spans=original_spans(document, whole),
        title=document.title,
        chain=ordered_chain(document),
        date=dating.interval,
        date_doubts=date_doubts(dating),
        flags=tuple(sorted(document.flags)),
        furniture=tuple(piece.original_span for piece in document.furniture),
        date_candidates=date_reasons(dating),
        date_source=date.source,
        date_found=date.found,
        date_reasons=dating.reasons,
        date_grounds=date.grounds,
        byline=document.byline,
        language=document.language,
        address=original.address,
        retrieved=original.retrieved,
        media_type=original.media_type,
        encoding=document.encoding,
        extractor=document.extractor,
        framing=original.framing,
    )


def _claim(document: Document, claim: Claim, actor: str | None, date: DayInterval) -> ExportedClaim:
    return ExportedClaim(
        id=claim.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=claim.content,
        original_spans=original_spans(document, claim.content),
        quote=quote(document, claim.content),
        speaker=claim.speaker or claim.described or described_speaker(document.text, claim.source),
        speaker_actor=actor,
        kind=claim.kind,
        manner=claim.manner,
        force=claim.force,
        polarity=claim.polarity,
        said=claim.said or date,
        said_basis=claim.said_basis,
        via=exported_ways(document, claim.via),
        parent=claim.parent,
        source=claim.source,
        cue=claim.cue,
        content=claim.content,
        hedges=claim.hedges,
        rule=claim.rule,
    )


def _figure(document: Document, figure: Figure) -> ExportedFigure:
    quantity = figure.quantity
    spans = (quantity.span,)
    return ExportedFigure(
        id=figure.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=spans,
        original_spans=original_spans(document, spans),
        quote=quote(document, spans),
        number=quantity.number,
        best=quantity.best,
        lo=quantity.lo,
        hi=quantity.hi,
        lo_open=quantity.lo_open,
        hi_open=quantity.hi_open,
        soft=quantity.soft,
        modifier=quantity.modifier,
        kind=quantity.kind,
        unit=quantity.unit,
        change=quantity.change,
        counted=quantity.counted,
        counted_head=quantity.counted_head,
        counted_text=document.quote(quantity.counted) if quantity.counted else None,
        predicate=figure.predicate,
        accrual=figure.accrual,
        modality=figure.modality,
        place=figure.place,
        as_of=figure.as_of,
        claim=figure.claim,
        part_of=figure.part_of,
        rule=quantity.rule,
    )
