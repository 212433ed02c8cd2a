"""Counted figures from the evidence of one document: what is known is taken over, nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
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

    ``place`` stands for figures whose sentence names none or one that is not resolved; ``origin`` is
    the echo group of the document. Both, like ``event``, are ``None`` where the case does not know.
    """

    document: str
    text: str
    written: DayInterval | None = None
    origin: str | None = None
    event: str | None = None
    place: Place | None = None


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
        predicate=figure.predicate,
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
    named = figure.place.text_in(source.text).casefold() if figure.place else None
    period = figure.as_of if figure.accrual is Accrual.FLOW else None
    stated = figure.as_of if figure.accrual is not Accrual.FLOW else None
    return Scope(
        place=Place(name=named) if named and source.place is None else source.place,
        event=source.event,
        as_of=stated or source.written,
        as_of_stated=stated is not None,
        period=period,
    )


def _grounds(figure: Figure, claim: Claim | None) -> tuple[Ground, ...]:
    quantity = figure.quantity
    found = (
        (Part.NUMBER, quantity.number),
        (Part.MODIFIER, quantity.modifier_span),
        (Part.COUNTED, quantity.counted),
        (Part.PLACE, figure.place),
        *((Part.CLAIMANT, span) for span in (claim.source if claim else ())),
    )
    return tuple(Ground(part=part, span=span) for part, span in found if span is not None)
