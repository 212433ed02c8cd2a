"""Counted figures from the evidence of one document: what is known is taken over, nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim, Force
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.language.analysis import Quantity
from sayso.story.figures.describe import describe
from sayso.story.figures.kinds import KindTable, shipped_kinds
from sayso.story.figures.record import (
    CountedFigure,
    CountedSet,
    Ground,
    NumberInterval,
    Part,
    Place,
    Scope,
    Voice,
)
from sayso.text import Span

_LANES: Mapping[Force, Modality] = MappingProxyType(
    {
        Force.DENY: Modality.DENIED,
        Force.FORECAST: Modality.FORECAST,
        Force.PLEDGE: Modality.PLANNED,
        Force.THREAT: Modality.PLANNED,
        Force.DEMAND: Modality.PLANNED,
        Force.QUESTION: Modality.HYPOTHETICAL,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSource:
    """The document of a figure: its text, its day, and whatever the case knows beyond one sentence.

    ``places`` are the places that names of the text stand for, by their spans; ``origin`` is
    the echo group of the document, ``place`` where figures hold whose text names none at all.
    ``None`` where the case does not know.
    """

    document: str
    text: str
    written: DayInterval | None = None
    origin: str | None = None
    event: str | None = None
    place: Place | None = None
    places: Mapping[Span, Place] = field(default_factory=dict)


def counted_figure(
    figure: Figure,
    source: FigureSource,
    *,
    claim: Claim | None = None,
    table: KindTable | None = None,
) -> CountedFigure:
    """Return a figure of the evidence as one that can be compared."""
    quantity = figure.quantity
    return CountedFigure(
        id=figure.id,
        document=source.document,
        number=number_interval(quantity),
        counted=_counted(quantity, source.text, table or shipped_kinds()),
        kind=quantity.kind,
        unit=quantity.unit,
        predicate=figure.predicate if figure.predicate_span else None,
        polarity=claim.polarity if claim else None,
        modality=_modality(figure, claim),
        accrual=figure.accrual,
        scope=_scope(figure, source),
        voice=Voice(claimant=claim.speaker if claim else None, origin=source.origin),
        written=source.written,
        part_of=figure.part_of,
        grounds=_grounds(figure, claim),
    )


def number_interval(quantity: Quantity) -> NumberInterval:
    """Return the interval of a quantity under the profile that it was read with."""
    return NumberInterval(
        lo=quantity.lo,
        hi=quantity.hi,
        lo_open=quantity.lo_open,
        hi_open=quantity.hi_open,
        soft=quantity.soft,
        modifier=quantity.modifier,
        best=quantity.best,
    )


def _counted(quantity: Quantity, text: str, table: KindTable) -> CountedSet:
    if quantity.counted is None or quantity.counted_head is None:
        return CountedSet()
    phrase, head = quantity.counted.text_in(text), quantity.counted_head.text_in(text)
    return describe(phrase, head, table=table)


def _modality(figure: Figure, claim: Claim | None) -> Modality | None:
    """Let a speaker's denial or forecast hold for the figures in it, whatever their clause says."""
    if claim is None or claim.force is None:
        return figure.modality
    return _LANES.get(claim.force, figure.modality)


def _scope(figure: Figure, source: FigureSource) -> Scope:
    period = figure.as_of if figure.accrual is Accrual.FLOW else None
    stated = figure.as_of if figure.accrual is not Accrual.FLOW else None
    own = _place(figure.place, source)
    return Scope(
        place=own or _place(figure.setting, source) or source.place,
        place_stated=own is not None,
        event=source.event,
        as_of=stated or source.written,
        as_of_stated=stated is not None,
        period=period,
    )


def _place(span: Span | None, source: FigureSource) -> Place | None:
    """Return the place that a name of the text stands for; its own words where nobody knows it."""
    if span is None:
        return None
    return source.places.get(span) or Place(name=span.text_in(source.text).casefold())


def _grounds(figure: Figure, claim: Claim | None) -> tuple[Ground, ...]:
    quantity = figure.quantity
    found = (
        (Part.NUMBER, quantity.number),
        (Part.MODIFIER, quantity.modifier_span),
        (Part.COUNTED, quantity.counted),
        (Part.PREDICATE, figure.predicate_span),
        (Part.PLACE, figure.place or figure.setting),
        (Part.TIME, figure.time),
        *((Part.CLAIMANT, span) for span in (claim.source if claim else ())),
    )
    return tuple(Ground(part=part, span=span) for part, span in found if span is not None)
