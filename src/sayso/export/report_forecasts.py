"""What the report shows of forecasts: each with how it stands, and beside it what later texts report."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sayso.export.forecast_words import (
    lead_words,
    reason_words,
    speaker_words,
    status_words,
    window_words,
)
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.story.forecasts.standing import Decided

if TYPE_CHECKING:
    from sayso.case import CaseReader, ForecastRow, OutcomeRow

# Reports shown beside one forecast; the rest are counted.
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedLine:
    """A later report; ``label`` is the number of its document in the report."""

    id: str
    words: str
    when: str
    status: str
    lead: str
    why: str
    document: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastLine:
    """A forecast in words; ``more`` counts the reports that are not shown."""

    id: str
    kind: str
    speaker: str
    said: str
    words: str
    window: str
    conditions: tuple[str, ...]
    odds: tuple[str, ...]
    status: str
    document: str
    label: str
    reports: tuple[ReportedLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastLines:
    """The section: what was foretold, as it stands on the day ``as_of``."""

    lines: tuple[ForecastLine, ...]
    as_of: date | None


def forecast_lines(case: "CaseReader", labels: Mapping[str, str]) -> ForecastLines:
    """Gather the section; ``labels`` are the numbers of the documents in the report."""
    today = case.foretold.today()
    return ForecastLines(lines=tuple(_lines(case, labels, today)), as_of=today)


def _lines(
    case: "CaseReader", labels: Mapping[str, str], today: date | None
) -> Iterator[ForecastLine]:
    for row in case.foretold.list(as_of=today):
        yield _line(row, case.text(row.document), labels)


def _line(row: "ForecastRow", text: str, labels: Mapping[str, str]) -> ForecastLine:
    forecast = row.forecast
    live = [one for one in row.outcomes if one.decided is not Decided.REJECTED]
    return ForecastLine(
        id=row.id,
        kind=forecast.kind,
        speaker=speaker_words(
            row.actor_name or forecast.speaker, row.source_words, own=forecast.is_own_voice
        ),
        said=when(forecast.said),
        words=row.words,
        window=window_words(row.window, soft=bool(forecast.window and forecast.window.soft)),
        conditions=tuple(one.span.text_in(text) for one in forecast.conditions),
        odds=tuple(one.span.text_in(text) for one in forecast.likelihood),
        status=status_words(row.standing),
        document=row.document,
        label=labels[row.document],
        reports=tuple(_reported(one, labels) for one in live[:_SHOWN]),
        more=max(len(live) - _SHOWN, 0),
    )


def _reported(row: "OutcomeRow", labels: Mapping[str, str]) -> ReportedLine:
    decided = "" if row.decided else ", proposed"
    return ReportedLine(
        id=row.id,
        words=row.words,
        when=when(row.happened),
        status=f"{row.status.replace('_', ' ')}{decided}",
        lead=lead_words(row.lead),
        why=reason_words(row),
        document=row.document,
        label=labels[row.document],
    )
