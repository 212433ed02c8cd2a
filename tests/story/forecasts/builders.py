"""Forecasts, and what later texts report, as short as a test needs them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.dates import DayInterval
from sayso.evidence.claim import Claim
from sayso.evidence.forecast import Forecast, ForecastKind, Frame, Window
from sayso.language.analysis import (
    Analysis,
    EventMention,
    Timex,
)
from sayso.language.reading import analyse
from sayso.story.forecasts.foretold import Foretold, foretold_of
from sayso.story.forecasts.report import Report, Reported, reports_of
from sayso.story.forecasts.told import NamesOfDocument
from sayso.text import Span
from tests.passages import at

MARCH_2 = DayInterval.day(date(2031, 3, 2))
APRIL_9 = DayInterval.day(date(2031, 4, 9))
UNKNOWN = DayInterval(None, None)
NOBODY = NamesOfDocument(None)
WARNING = "that the earth dam above Orsova could burst"
BURST = "The earth dam above Orsova burst in the night."


def foretold(  # noqa: PLR0913 -- the parts of a forecast
    text: str = WARNING,
    trigger: str | None = "burst",
    family: str | None = "accident",
    *,
    said: DayInterval = MARCH_2,
    window: DayInterval | None = None,
    negated: bool = False,
    document: str = "d_1",
) -> Foretold:
    forecast = Forecast(
        id=f"w_{document}",
        kind=ForecastKind.WARNING,
        spans=(Span(0, len(text)),),
        cue=(),
        said=said,
        rule="test",
        frame=Frame(trigger=at(text, trigger) if trigger else None, family=family, negated=negated),
        window=Window(interval=window, spans=(Span(0, 1),), rule="test") if window else None,
    )
    return foretold_of(document, text, forecast, NOBODY)


def analysis_of(text: str, events: Sequence[EventMention] = (), timexes: Sequence[Timex] = ()) -> Analysis:  # fmt: skip
    return replace(analyse(text), events=tuple(events), timexes=tuple(timexes))


def event(text: str, word: str, status: str = "asserted", family: str = "accident") -> EventMention:
    return EventMention(span=at(text, word), type=family, status=status, rule="test")


def reports(
    text: str,
    *,
    events: Sequence[EventMention] = (),
    timexes: Sequence[Timex] = (),
    claims: Sequence[Claim] = (),
    written: DayInterval = APRIL_9,
    document: str = "d_2",
) -> tuple[Report, ...]:
    analysis = analysis_of(text, events, timexes)
    source = Reported(
        document=document, text=text, analysis=analysis, names=NOBODY, written=written
    )
    return reports_of(source, claims, ())


def report(text: str = BURST, **layers: object) -> Report:
    (only,) = reports(text, **layers)  # type: ignore[arg-type]
    return only
