"""The records of an export that hold what was foretold: one for each report that may answer it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.dates import DayInterval
from sayso.documents import Document
from sayso.evidence.forecast import ConditionKind, ForecastKind
from sayso.export.record import Record, RecordType, Spans, original_spans, quote
from sayso.frozen import dataclass
from sayso.story.forecasts.outcome import Lead, OutcomeReason, OutcomeStatus
from sayso.story.forecasts.standing import Decided, Ground
from sayso.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.case import CaseReader, ForecastRow, OutcomeRow

# Documents kept while forecasts are written: their reports lead to the same few.
_KEPT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedWord:
    """A word of probability as written; the band in percent is that of ICD 203 for the word."""

    span: Span
    quote: str
    lo: int | None
    hi: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCondition:
    span: Span
    quote: str
    kind: ConditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastSide:
    """What is foretold, or the sentence that may answer it; ``event`` are the words for the event."""

    document: str
    spans: Spans
    original_spans: Spans
    quote: str
    event: Spans
    event_original: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedForecast(Record):
    """What is foretold; ``sides`` are its words and, where there is one, the report that may answer it.

    A forecast with several such reports stands on as many lines, each with the ``id`` of the forecast
    and that of the ``outcome``. ``status`` is that of this report, or, without one, that of the forecast
    on the day ``as_of``; ``standing`` is always that of the forecast, and ``grounds`` what that rests on.
    """

    record: RecordType = RecordType.FORECAST
    sides: tuple[ForecastSide, ...]
    kind: ForecastKind
    quote: str
    speaker: str | None
    own_voice: bool
    claim: str | None
    said: DayInterval
    window: DayInterval | None
    window_spans: Spans
    window_soft: bool
    event: Span | None
    family: str | None
    negated: bool
    who: Spans
    whom: Spans
    place: Spans
    figures: tuple[str, ...]
    likelihood: tuple[ExportedWord, ...]
    conditions: tuple[ExportedCondition, ...]
    status: OutcomeStatus
    standing: OutcomeStatus
    grounds: Ground
    as_of: date | None
    outcome: str | None
    decided: Decided | None
    happened: DayInterval | None
    lead_days: Lead | None
    within_window: bool | None
    reasons: tuple[OutcomeReason, ...]
    score: float | None
    rule: str


def forecast_records(case: "CaseReader") -> Iterator[ExportedForecast]:
    """Yield what was foretold, in the order in which it was said."""
    documents = lru_cache(maxsize=_KEPT)(case.document)
    today = case.foretold.today()
    for row in case.foretold.list(as_of=today):
        for outcome in row.outcomes or (None,):
            yield _record(row, outcome, documents, today)


def _record(
    row: "ForecastRow",
    outcome: "OutcomeRow | None",
    documents: "Callable[[str], Document]",
    today: date | None,
) -> ExportedForecast:
    forecast, frame, window = row.forecast, row.forecast.frame, row.forecast.window
    document = documents(row.document)
    own_event = (frame.trigger,) if frame.trigger else ()
    told = _side(document, forecast.spans, outcome.forecast_event if outcome else own_event)
    sides = [told]
    if outcome is not None:
        sides.append(_side(documents(outcome.document), outcome.spans, outcome.event))
    return ExportedForecast(
        id=row.id,
        document=document.id,
        path=document.original.path,
        sha256=document.original.sha256,
        spans=told.spans,
        original_spans=told.original_spans,
        sides=tuple(sides),
        kind=forecast.kind,
        quote=told.quote,
        speaker=row.actor_name or forecast.speaker,
        own_voice=forecast.is_own_voice,
        claim=forecast.claim,
        said=forecast.said,
        window=row.window,
        window_spans=window.spans if window else (),
        window_soft=window is not None and window.soft,
        event=frame.trigger,
        family=frame.family,
        negated=frame.negated,
        who=frame.who,
        whom=frame.whom,
        place=frame.where,
        figures=frame.figures,
        likelihood=tuple(
            ExportedWord(span=o.span, quote=document.quote(o.span), lo=o.lo, hi=o.hi)
            for o in forecast.likelihood
        ),
        conditions=tuple(
            ExportedCondition(span=o.span, quote=document.quote(o.span), kind=o.kind)
            for o in forecast.conditions
        ),
        status=outcome.status if outcome else row.standing.status,
        standing=row.standing.status,
        grounds=row.standing.ground,
        as_of=today,
        outcome=outcome.id if outcome else None,
        decided=outcome.decided if outcome else None,
        happened=outcome.happened if outcome else None,
        lead_days=outcome.lead if outcome else None,
        within_window=outcome.within_window if outcome else None,
        reasons=outcome.reasons if outcome else (),
        score=outcome.score if outcome else None,
        rule=outcome.rule if outcome else forecast.rule,
    )


def _side(document: Document, spans: Spans, event: Spans) -> ForecastSide:
    return ForecastSide(
        document=document.id,
        spans=spans,
        original_spans=original_spans(document, spans),
        quote=quote(document, spans),
        event=event,
        event_original=original_spans(document, event),
    )
