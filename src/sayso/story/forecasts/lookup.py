"""Looking up: what a comparison asks of those who keep forecasts and reports."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.keys import day_of, keys_of_forecast, keys_of_report, last_day
from sayso.story.forecasts.report import Report
from sayso.story.statements.lookup import WordCounts


class OutcomeLookup(Protocol):
    """Those who keep the forecasts and reports of the documents so far: memory, or a case."""

    def reports_after(self, foretold: Foretold) -> Iterable[Report]:
        """Return the few reports of other documents that may answer a forecast."""
        ...

    def forecasts_before(self, report: Report) -> Iterable[Foretold]:
        """Return the few forecasts of other documents that a report may answer."""
        ...

    def word_counts(self, document: str) -> WordCounts:
        """Return in how many statements of a document each word stands."""
        ...


class OutcomeIndex:
    """Forecasts and reports in memory, found by their keys as in a case; for tests and measurements."""

    def __init__(self) -> None:
        self._foretold: list[Foretold] = []
        self._reports: list[Report] = []
        self._counts: dict[str, WordCounts] = {}

    def add(
        self,
        document: str,
        foretold: Sequence[Foretold],
        reports: Sequence[Report],
        counts: WordCounts,
    ) -> None:
        self._counts[document] = counts
        self._foretold.extend(foretold)
        self._reports.extend(reports)

    def reports_after(self, foretold: Foretold) -> Iterable[Report]:
        keys, first = frozenset(keys_of_forecast(foretold.told)), day_of(foretold.said.lo)
        near = [
            one
            for one in self._reports
            if keys & frozenset(keys_of_report(one.told))
            and last_day(one.happened) >= first
            and one.told.document != foretold.told.document
        ]
        return tuple(near)

    def forecasts_before(self, report: Report) -> Iterable[Foretold]:
        keys, last = frozenset(keys_of_report(report.told)), last_day(report.happened)
        near = [
            one
            for one in self._foretold
            if keys & frozenset(keys_of_forecast(one.told))
            and day_of(one.said.lo) <= last
            and one.told.document != report.told.document
        ]
        return tuple(near)

    def word_counts(self, document: str) -> WordCounts:
        return self._counts.get(document, {})
