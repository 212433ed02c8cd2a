"""The form of ``sayso annotate``: what was read in one text, as other people's benchmarks take it.

The fields of the records, in their order, are the keys of the JSON output. Offsets are code
points of exactly the given text. What is not known is ``None``.
"""

from decimal import Decimal

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating
from sayso.evidence.event import Event, EventRole
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence
from sayso.frozen import dataclass
from sayso.language.analysis import (
    Analysis,
    Attribution,
    AttributionKind,
    Change,
    EventMention,
    Manner,
    Mention,
    Modifier,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
    Tokens,
)
from sayso.language.described import described_speaker
from sayso.text import Span, smallest_holders

Spans = tuple[Span, ...]
TokenRow = tuple[int, int, str | None, int | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    span: Span
    kind: str
    entity: int
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRecord:
    """``speaker`` is the best name of the speaker in the text, a description where there is no name.

    ``manner`` says whether the content was said, written, thought …; ``parent`` is the id of the
    attribution whose content holds this one.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: AttributionKind
    force: Force | None
    polarity: Polarity | None
    hedges: Spans
    speaker: str | None
    parent: str | None
    manner: Manner | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexRecord:
    span: Span
    type: TimexType
    value: str | None
    mod: str | None
    interval: DayInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRecord:
    """What is counted: the noun phrase and its head."""

    span: Span
    head: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRecord:
    """Any quantity of the text; ``attribution`` is the id of the innermost one that holds it."""

    span: Span
    number: Span
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    modifier: Modifier
    counted: CountedRecord | None
    predicate: str | None
    kind: QuantityKind
    place: Span | None
    as_of: DayInterval | None
    attribution: str | None
    accrual: Accrual | None
    modality: Modality | None
    unit: str | None
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    span: Span
    type: str
    interval: DayInterval | None
    place: Span | None
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRecord:
    interval: DayInterval
    basis: DateBasis
    weight: float
    spans: Spans
    written: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingRecord:
    date: DayInterval
    candidates: tuple[CandidateRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that was read in one text; ``tokens`` only when they were asked for."""

    id: str
    sentences: Spans
    tokens: tuple[TokenRow, ...] | None
    mentions: tuple[MentionRecord, ...]
    attributions: tuple[AttributionRecord, ...]
    timexes: tuple[TimexRecord, ...]
    figures: tuple[FigureRecord, ...]
    events: tuple[EventRecord, ...]
    document: DatingRecord


def as_annotation(name: str, text: str, evidence: Evidence, *, tokens: bool) -> Annotation:
    """Return the evidence of the text called ``name`` in the form for output."""
    analysis = evidence.analysis
    return Annotation(
        id=name,
        sentences=analysis.sentences,
        tokens=_token_rows(analysis.tokens) if tokens else None,
        mentions=tuple(map(_mention, analysis.mentions)),
        attributions=_attributions(text, analysis, evidence.claims),
        timexes=tuple(map(_timex, analysis.timexes)),
        figures=_figures(analysis, evidence.figures),
        events=_events(evidence),
        document=_dating(evidence.dating),
    )


def _token_rows(tokens: Tokens) -> tuple[TokenRow, ...]:
    return tuple(
        (
            tokens.starts[i],
            tokens.ends[i],
            tokens.upos[i] if tokens.upos else None,
            tokens.heads[i] if tokens.heads else None,
            tokens.deprels[i] if tokens.deprels else None,
        )
        for i in range(len(tokens))
    )


def _mention(mention: Mention) -> MentionRecord:
    return MentionRecord(
        span=mention.span, kind=mention.kind, entity=mention.entity, name=mention.name
    )


def _attribution_id(index: int | None) -> str | None:
    return None if index is None else f"a{index}"


def _attributions(
    text: str, analysis: Analysis, claims: tuple[Claim, ...]
) -> tuple[AttributionRecord, ...]:
    read_as = {(claim.source, claim.cue, claim.content): claim for claim in claims}
    return tuple(
        _attribution(text, index, found, read_as.get((found.source, found.cue, found.content)))
        for index, found in enumerate(analysis.attributions)
    )


def _attribution(
    text: str, index: int, found: Attribution, claim: Claim | None
) -> AttributionRecord:
    named = (claim and claim.speaker) or found.speaker
    return AttributionRecord(
        id=f"a{index}",
        source=found.source,
        cue=found.cue,
        content=found.content,
        kind=found.kind,
        force=claim.force if claim else None,
        polarity=claim.polarity if claim else None,
        hedges=claim.hedges if claim else (),
        speaker=named or found.described or described_speaker(text, found.source),
        parent=_attribution_id(found.parent),
        manner=found.manner,
    )


def _timex(timex: Timex) -> TimexRecord:
    return TimexRecord(
        span=timex.span,
        type=timex.type,
        value=timex.value,
        mod=timex.mod,
        interval=timex.interval,
    )


def _figures(analysis: Analysis, figures: tuple[Figure, ...]) -> tuple[FigureRecord, ...]:
    """Write every quantity, with what the evidence layer adds where it made a figure of it."""
    made = {figure.quantity: figure for figure in figures}
    written = set(analysis.quantities)
    implied = [figure.quantity for figure in figures if figure.quantity not in written]
    quantities = sorted((*analysis.quantities, *implied), key=lambda one: one.span.start)
    holders = smallest_holders(
        [quantity.span for quantity in quantities],
        [attribution.content for attribution in analysis.attributions],
    )
    return tuple(
        _figure(quantity, made.get(quantity), holder)
        for quantity, holder in zip(quantities, holders, strict=True)
    )


def _figure(quantity: Quantity, figure: Figure | None, attribution: int | None) -> FigureRecord:
    counted = quantity.counted or quantity.counted_head
    return FigureRecord(
        span=quantity.span,
        number=quantity.number,
        best=quantity.best,
        lo=quantity.lo,
        hi=quantity.hi,
        lo_open=quantity.lo_open,
        hi_open=quantity.hi_open,
        soft=quantity.soft,
        modifier=quantity.modifier,
        counted=CountedRecord(span=counted, head=quantity.counted_head) if counted else None,
        predicate=figure.predicate if figure else None,
        kind=quantity.kind,
        place=figure.place if figure else None,
        as_of=figure.as_of if figure else None,
        attribution=_attribution_id(attribution),
        accrual=figure.accrual if figure else None,
        modality=figure.modality if figure else None,
        unit=quantity.unit,
        change=quantity.change,
    )


def _events(evidence: Evidence) -> tuple[EventRecord, ...]:
    """Return the events that the core marks, with the time and place that their clauses give, and what else happened."""
    marked = evidence.analysis.events
    found = {
        at: event
        for event in evidence.events
        for at in range(event.trigger.start, event.trigger.end)
    }
    starts = {mention.span.start for mention in marked}
    others = [
        _told(event)
        for event in evidence.events
        if event.role is EventRole.HAPPENING
        and starts.isdisjoint(range(event.trigger.start, event.trigger.end))
    ]
    records = [*(_event(mention, found.get(mention.span.start)) for mention in marked), *others]
    return tuple(sorted(records, key=lambda one: one.span))


def _told(event: Event) -> EventRecord:
    return EventRecord(
        span=event.trigger,
        type=event.family,
        interval=event.time.interval if event.time.is_own else None,
        place=event.place,
        status=event.status.value,
    )


def _event(mention: EventMention, read: Event | None) -> EventRecord:
    dated = read is not None and read.time.is_own
    return EventRecord(
        span=mention.span,
        type=mention.type,
        interval=read.time.interval if read is not None and dated else None,
        place=None if read is None else read.place,
        status=mention.status,
    )


def _dating(dating: Dating) -> DatingRecord:
    return DatingRecord(date=dating.interval, candidates=tuple(map(_candidate, dating.candidates)))


def _candidate(candidate: DateCandidate) -> CandidateRecord:
    return CandidateRecord(
        interval=candidate.interval,
        basis=candidate.basis,
        weight=candidate.weight,
        spans=candidate.original_spans,
        written=candidate.written,
        rule=candidate.rule,
    )
