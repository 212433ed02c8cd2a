"""What a case gives out of forecasts: each with how it stands on a day, and the reports that may answer it."""

from datetime import date

from sayso.case.run_records import RunId
from sayso.dates import DayInterval
from sayso.evidence.forecast import Forecast, ForecastKind
from sayso.frozen import dataclass
from sayso.story.forecasts.outcome import Lead, OutcomeReason, OutcomeStatus
from sayso.story.forecasts.standing import Decided, Standing
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastFilter:
    """What a list of forecasts can be narrowed by; every field left at its default narrows nothing.

    ``speaker`` and ``text`` hold words that must all stand in the name and in the words; ``place`` is
    part of the place that is named. ``name`` is an id, that of a claim or document, or the beginning of
    one. ``since`` and ``until`` are of the day on which it was said. ``ids`` keeps these forecasts alone.
    """

    status: OutcomeStatus | None = None
    kind: ForecastKind | None = None
    speaker: str | None = None
    text: str | None = None
    place: str | None = None
    document: str | None = None
    outlet: str | None = None
    name: str | None = None
    since: date | None = None
    until: date | None = None
    since_run: int | None = None
    ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """A candidate outcome with the sentence that reports it.

    ``event`` are the words in it for the event, ``forecast_event`` those of the forecast. ``date`` is
    when the report was written, ``happened`` when it says that it happened, as far as it does.
    """

    id: str
    forecast: str
    document: str
    outlet: str | None
    date: DayInterval
    spans: tuple[Span, ...]
    words: str
    event: tuple[Span, ...]
    forecast_event: tuple[Span, ...]
    happened: DayInterval
    status: OutcomeStatus
    score: float
    reasons: tuple[OutcomeReason, ...]
    within_window: bool | None
    lead: Lead
    decided: Decided | None
    rule: str
    run: RunId


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRow:
    """A forecast with its words, how it stands, and its candidates, the best first.

    ``kind``, ``speaker`` and ``window`` are as a person left them, else as they were read.
    ``sentence`` is all of the sentence that it stands in.
    """

    document: str
    outlet: str | None
    date: DayInterval
    words: str
    source_words: str
    trigger: str | None
    forecast: Forecast
    standing: Standing
    outcomes: tuple[OutcomeRow, ...]
    run: RunId
    actor_name: str | None = None

    @property
    def id(self) -> str:
        return self.forecast.id

    @property
    def said_by(self) -> str:
        """Return who foretells: the speaker, the words for one, or the outlet in its own voice."""
        return self.actor_name or self.forecast.speaker or self.source_words

    @property
    def window(self) -> DayInterval | None:
        return self.forecast.window.interval if self.forecast.window else None

    @property
    def best(self) -> OutcomeRow | None:
        """Return the candidate that the standing rests on, if it rests on one."""
        live = [one for one in self.outcomes if one.decided is not Decided.REJECTED]
        same = [one for one in live if one.status is self.standing.status]
        return next((one for one in same if one.decided), None) or next(iter(same), None)
