"""Forecasts, reports and outcomes as rows of their tables, and back."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Row as Found

from sayso.case.evidence_rows import UNDATED
from sayso.case.values import (
    Row,
    compact,
    day_text,
    folded,
    interval_columns,
    read_interval,
    read_known_interval,
    read_known_span,
    read_span,
    read_spans,
    read_strings,
    span_text,
    span_words,
    spans_text,
    strings_text,
    words,
)
from sayso.dates import DayInterval
from sayso.documents import record_id
from sayso.evidence.forecast import (
    Condition,
    ConditionKind,
    Forecast,
    ForecastKind,
    Frame,
    Likelihood,
    Window,
)
from sayso.story.forecasts.foretold import Foretold
from sayso.story.forecasts.outcome import Outcome
from sayso.story.forecasts.report import Report
from sayso.story.forecasts.told import EventWord, Told
from sayso.text import Span

# What may have been said in more months than this comes behind what has a day.
_VAGUE = 3


def rank_day(said: DayInterval) -> str:
    """Return what forecasts are listed by: the day, behind a digit that is 1 for those without one."""
    lo, hi = said.lo, said.hi
    day = lo or hi
    if lo is None or hi is None:
        return f"1{UNDATED if day is None else day_text(day)}"
    months = 12 * (hi.year - lo.year) + hi.month - lo.month
    return f"{int(months > _VAGUE)}{day_text(lo)}"


def first_rank(since: date) -> str:
    """Return a rank that comes before all that reach a day: a month begins before it ends."""
    months = 12 * since.year + since.month - 1 - _VAGUE
    return f"0{max(months // 12, 1):04d}-{months % 12 + 1:02d}-01"


def forecast_days(forecast: Forecast) -> Row:
    """Return the columns that hang on the day of a document."""
    window = forecast.window
    return {
        **interval_columns("said", forecast.said),
        "rank_day": rank_day(forecast.said),
        **interval_columns("window", window.interval if window else None),
        "window_spans": spans_text(window.spans) if window else None,
        "window_rule": window.rule if window else None,
        "window_soft": int(bool(window and window.soft)),
    }


def forecast_columns(forecast: Forecast, foretold: Foretold, text: str) -> Row:
    frame = forecast.frame
    return {
        "id": forecast.id,
        "kind": forecast.kind.value,
        "spans": spans_text(forecast.spans),
        "words": words(forecast.spans, text),
        "cue": spans_text(forecast.cue),
        "claim_id": forecast.claim,
        "speaker": forecast.speaker,
        "source": spans_text(forecast.source),
        "source_words": words(forecast.source, text),
        **forecast_days(forecast),
        "trigger": span_text(frame.trigger),
        "trigger_words": span_words(frame.trigger, text),
        "family": frame.family,
        "negated": int(frame.negated),
        "who": spans_text(frame.who),
        "whom": spans_text(frame.whom),
        "place": spans_text(frame.where),
        "place_words": folded(words(frame.where, text)),
        "figures": strings_text(frame.figures),
        "likelihood": compact(
            [[one.span.start, one.span.end, one.lo, one.hi] for one in forecast.likelihood]
        ),
        "conditions": compact(
            [[one.span.start, one.span.end, one.kind.value] for one in forecast.conditions]
        ),
        "told": told_text(foretold.told),
        "rule": forecast.rule,
    }


def read_forecast(row: Found[Any]) -> Forecast:
    return Forecast(
        id=row.id,
        kind=ForecastKind(row.kind),
        spans=read_spans(row.spans),
        cue=read_spans(row.cue),
        said=read_interval(row.said_lo, row.said_hi),
        rule=row.rule,
        claim=row.claim_id,
        speaker=row.speaker,
        source=read_spans(row.source),
        frame=Frame(
            trigger=read_known_span(row.trigger),
            family=row.family,
            negated=bool(row.negated),
            who=read_spans(row.who),
            whom=read_spans(row.whom),
            where=read_spans(row.place),
            figures=read_strings(row.figures),
        ),
        window=_window(row),
        likelihood=tuple(
            Likelihood(span=Span(start, end), lo=lo, hi=hi)
            for start, end, lo, hi in json.loads(row.likelihood)
        ),
        conditions=tuple(
            Condition(span=Span(start, end), kind=ConditionKind(kind))
            for start, end, kind in json.loads(row.conditions)
        ),
    )


def read_foretold(row: Found[Any]) -> Foretold:
    window = _window(row)
    return Foretold(
        id=row.id,
        told=_told(row.told, row.document_id, read_spans(row.spans), row.words),
        said=read_interval(row.said_lo, row.said_hi),
        window=window.interval if window else None,
        soft=bool(row.window_soft),
        negated=bool(row.negated),
    )


def report_columns(report: Report) -> Row:
    (span,) = report.told.spans
    return {
        "span": span_text(span),
        **interval_columns("happened", report.happened),
        **interval_columns("written", report.written),
        "partly": int(report.partly),
        "told": told_text(report.told),
    }


def read_report(row: Found[Any], text: str) -> Report:
    span = read_span(row.span)
    return Report(
        id=f"{row.document_id}:{span.start}",
        told=_told(row.told, row.document_id, (span,), span.text_in(text)),
        happened=read_interval(row.happened_lo, row.happened_hi),
        written=read_interval(row.written_lo, row.written_hi),
        partly=bool(row.partly),
    )


def outcome_columns(outcome: Outcome) -> Row:
    foretold, report = outcome.foretold, outcome.report
    spans = spans_text(report.told.spans)
    return {
        "id": record_id("o", foretold.id, report.told.document, spans),
        "forecast_document": foretold.told.document,
        "forecast_id": foretold.id,
        "forecast_spans": spans_text(foretold.told.spans),
        "forecast_event": spans_text(outcome.foretold_spans),
        "report_document": report.told.document,
        "report_spans": spans,
        "report_event": spans_text(outcome.report_spans),
        **interval_columns("happened", report.happened),
        "status": outcome.status.value,
        "score": outcome.score,
        "reasons": strings_text(one.value for one in outcome.reasons),
        "within_window": None if outcome.within_window is None else int(outcome.within_window),
        "lead_least": outcome.lead.least,
        "lead_most": outcome.lead.most,
        "rule": outcome.rule,
    }


def told_text(told: Told) -> str:
    """Write what a comparison needs beside the words themselves."""
    return compact(
        {
            "e": [
                [one.span.start, one.span.end, one.family, one.stem, int(one.contrary)]
                for one in told.events
            ],
            "f": sorted(told.forms),
            "n": sorted(told.names),
        }
    )


def _told(written: str, document: str, spans: tuple[Span, ...], text: str) -> Told:
    found = json.loads(written)
    return Told(
        document=document,
        spans=spans,
        text=text,
        events=tuple(
            EventWord(span=Span(start, end), family=family, stem=stem, contrary=bool(contrary))
            for start, end, family, stem, contrary in found["e"]
        ),
        forms=frozenset(found["f"]),
        names=frozenset(found["n"]),
    )


def keys_told(written: str) -> Told:
    """Return what was told as far as its keys need it: without place and words."""
    return _told(written, "", (), "")


def _window(row: Found[Any]) -> Window | None:
    if row.window_rule is None:
        return None
    return Window(
        interval=read_known_interval(row.window_lo, row.window_hi) or read_interval(None, None),
        spans=read_spans(row.window_spans),
        rule=row.window_rule,
        soft=bool(row.window_soft),
    )
