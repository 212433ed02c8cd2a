"""Forecasts and reports of a document that turned out to be of another day than it was read with."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from sayso.dates import DayInterval
from sayso.evidence.forecast import Forecast, Window
from sayso.evidence.forecast_text import Words
from sayso.evidence.forecast_windows import find_window, is_over, times_among
from sayso.evidence.forecast_words import shipped_forecast_words
from sayso.frozen import dataclass
from sayso.language.analysis import Timex
from sayso.language.segments import segment
from sayso.language.timexes import find_timexes
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.report import Report, when_reported
from sayso.text import Span


@dataclass(frozen=True)
class Redated:
    """The text of a document, whose expressions of time count from the day it was ``written``."""

    text: str
    written: DayInterval

    @cached_property
    def words(self) -> Words:
        return Words.of(self.text, segment(self.text).tokens)

    @cached_property
    def timexes(self) -> tuple[Timex, ...]:
        return find_timexes(self.text, published=self.written)


def forecast_of_day(forecast: Forecast, document: Redated, *, said: DayInterval | None) -> Forecast:
    """Return a forecast as of the day of its document, or of the day on which it was ``said``, if that is known."""
    day = said or document.written
    return replace(forecast, said=day, window=_window(forecast.spans, document, day))


def foretold_of_day(foretold: Foretold, forecast: Forecast) -> Foretold:
    """Return what is compared of a forecast whose day has become another."""
    window = forecast.window
    return replace(
        foretold,
        said=forecast.said,
        window=window.interval if window else None,
        soft=bool(window and window.soft),
    )


def report_of_day(report: Report, document: Redated) -> Report:
    """Return a report as of the day of its document."""
    (sentence,) = report.told.spans
    happened = when_reported(document.timexes, sentence, document.written)
    return replace(report, happened=happened, written=document.written)


def _window(spans: Sequence[Span], document: Redated, said: DayInterval) -> Window | None:
    table, words = shipped_forecast_words(), document.words
    times = times_among(words, spans, document.timexes, table)
    found = find_window(words, words.inside(spans), times, said, table)
    return None if found is None or is_over(found.interval, said) else found
