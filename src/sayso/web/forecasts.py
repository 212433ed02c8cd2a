"""Forecasts: what was foretold, by when, and which later reports may answer it."""

from collections.abc import Iterator
from datetime import date

from starlette.responses import Response

from sayso.case import ForecastFilter, ForecastRow
from sayso.case.forecast_records import OutcomeRow
from sayso.evidence.forecast import ForecastKind
from sayso.export.forecast_words import (
    OUTLET,
    lead_words,
    reason_words,
    status_mark,
    status_words,
    window_words,
)
from sayso.frozen import dataclass
from sayso.story.forecasts.outcome import OutcomeStatus
from sayso.web.desk import Desk
from sayso.web.lists import LAST_PAGE, Listed, numbered
from sayso.web.pages import Page, Section
from sayso.web.sentences import InSentence, in_sentences
from sayso.web.visit import Visit

_SIZE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastLine:
    """A forecast in words."""

    row: ForecastRow
    by: str
    by_when: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastList:
    """One page of forecasts; how they stand is that of the day ``today``."""

    lines: tuple[ForecastLine, ...]
    pages: Listed[ForecastRow]
    today: date | None
    kinds: tuple[ForecastKind, ...] = tuple(ForecastKind)
    statuses: tuple[OutcomeStatus, ...] = tuple(OutcomeStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """A report that may answer a forecast, with why, and how long after the words."""

    row: OutcomeRow
    reasons: str
    lead: str
    sentence: InSentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastPage:
    """One forecast beside its candidates."""

    line: ForecastLine
    status: str
    sentence: InSentence | None
    outcomes: tuple[OutcomeLine, ...]
    today: date | None


def show_list(visit: Visit) -> Response:
    by = ForecastFilter(
        status=visit.choice("status", OutcomeStatus),
        kind=visit.choice("kind", ForecastKind),
        speaker=visit.query("speaker"),
        text=visit.query("text"),
        place=visit.query("place"),
        since=visit.day("since"),
        until=visit.day("until"),
    )
    foretold = visit.case.foretold
    pages = numbered(visit, lambda n, skip: _some(visit, by, n, skip), size=_SIZE)
    lines = tuple(map(_line, pages.rows))
    return visit.render(
        "forecasts.html", ForecastList(lines=lines, pages=pages, today=foretold.today())
    )


def _some(visit: Visit, by: ForecastFilter, number: int, skip: int) -> Iterator[ForecastRow]:
    """Yield a page of forecasts; how they stand is looked up for these alone, where that is no condition."""
    foretold = visit.case.foretold
    if by.status is not None:
        return foretold.list(by, limit=number, offset=skip)
    names = forecast_ranking(visit.desk, by)[skip : skip + number]
    return foretold.list(ForecastFilter(ids=names))


def forecast_ranking(desk: Desk, by: ForecastFilter) -> tuple[str, ...]:
    """Return the forecasts of all pages that can be asked for, in their order."""
    most = _SIZE * LAST_PAGE + 1
    return desk.kept(f"forecasts {by}", lambda: desk.case.foretold.ranking(by, limit=most))


def show_forecast(visit: Visit) -> Response:
    row = visit.case.foretold.one(visit.parameter("forecast"))
    spans = [(row.document, row.forecast.spans), *((o.document, o.spans) for o in row.outcomes)]
    own, *others = in_sentences(visit.case, spans)
    return visit.render(
        "forecast.html",
        ForecastPage(
            line=_line(row),
            status=status_words(row.standing),
            sentence=own,
            outcomes=tuple(
                OutcomeLine(
                    row=one,
                    reasons=reason_words(one),
                    lead=lead_words(one.lead),
                    sentence=sentence,
                )
                for one, sentence in zip(row.outcomes, others, strict=True)
            ),
            today=visit.case.foretold.today(),
        ),
    )


def _by(speaker: str | None, source_words: str, *, own: bool) -> str:
    """Say who foretells; in quotation marks the words for one whom the text does not name."""
    if speaker is None and source_words:
        return f"“{source_words}”"
    return speaker or (OUTLET if own else "nobody named")


def _line(row: ForecastRow) -> ForecastLine:
    forecast = row.forecast
    speaker = row.actor_name or forecast.speaker
    soft = forecast.window.soft if forecast.window else False
    return ForecastLine(
        row=row,
        by=_by(speaker, row.source_words, own=forecast.is_own_voice),
        by_when=window_words(row.window, soft=soft),
        status=status_mark(row.standing.status, row.standing.ground),
    )


PAGES = (
    Page(
        path="/forecasts",
        show=show_list,
        title="Forecasts",
        section=Section.STORY,
        rank=3,
        key="w",
    ),
    Page(path="/forecasts/{forecast}", show=show_forecast, title="Forecast"),
)
