"""One forecast as a person reads it: its sentence, what it says, and each report beside it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from sayso.cli.passage import passage_around
from sayso.cli.width import Mark, marked_lines, shown_text
from sayso.evidence.forecast import Likelihood
from sayso.export.forecast_words import (
    lead_words,
    reason_words,
    speaker_words,
    status_words,
    window_words,
)
from sayso.export.labels import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.case import Case, ForecastRow, OutcomeRow
    from sayso.text import Span

_EVENT, _WORDS = "^", "~"


def forecast_lines(
    case: "Case", row: "ForecastRow", today: date | None, columns: int
) -> Iterator[str]:
    """Yield a forecast with its sentence, then each report that may answer it with its own."""
    forecast = row.forecast
    speaker = speaker_words(
        row.actor_name or forecast.speaker, row.source_words, own=forecast.is_own_voice
    )
    yield click.style(f"{row.id}  {forecast.kind} by {shown_text(speaker)}", bold=True)
    yield f"{status_words(row.standing)}; as of {today or 'no day'}"
    yield f"said {when(forecast.said)}  {row.outlet or row.document}"
    yield from _facts(case, row)
    yield ""
    marks = _marks(forecast.spans, (forecast.frame.trigger,) if forecast.frame.trigger else ())
    yield from _passage(case, row.document, marks, columns)
    for outcome in row.outcomes:
        yield ""
        yield from _outcome_lines(case, outcome, columns)
    yield ""
    yield from _next(row)


def _facts(case: "Case", row: "ForecastRow") -> Iterator[str]:
    forecast, frame = row.forecast, row.forecast.frame
    text = case.text(row.document)
    if row.trigger:
        family = f" ({frame.family})" if frame.family else ""
        yield f"event   {'not ' if frame.negated else ''}{row.trigger}{family}"
    for name, spans in (("who", frame.who), ("whom", frame.whom), ("where", frame.where)):
        if spans:
            yield f"{name:7} {_quoted(spans, text)}"
    if forecast.window is not None:
        shown = window_words(row.window, soft=forecast.window.soft) or "not placed on the calendar"
        yield f"when    {shown}  {_quoted(forecast.window.spans, text)}".rstrip()
    for one in forecast.conditions:
        yield f"only    {_quoted((one.span,), text)}"
    for word in forecast.likelihood:
        yield f"odds    {_band(word, text)}"


def _band(word: Likelihood, text: str) -> str:
    quoted = _quoted((word.span,), text)
    return quoted if word.lo is None else f"{quoted} (ICD 203: {word.lo}–{word.hi} %)"


def _quoted(spans: "Sequence[Span]", text: str) -> str:
    return ", ".join(f"“{shown_text(span.text_in(text))}”" for span in spans)


def _outcome_lines(case: "Case", row: "OutcomeRow", columns: int) -> Iterator[str]:
    decided = row.decided or "proposed, not looked at"
    status = row.status.replace("_", " ")
    yield click.style(f"{row.id}  {status}: {decided}", bold=True)
    happened = f", event {when(row.happened)}" if row.happened != row.date else ""
    yield f"written {when(row.date)}{happened}  {row.outlet or row.document}"
    if lead := lead_words(row.lead):
        yield f"days ahead {lead}"
    yield from (line.text for line in marked_lines(f"why: {reason_words(row)}", (), columns))
    yield from _passage(case, row.document, _marks(row.spans, row.event), columns)


def _marks(words: "Sequence[Span]", event: "Sequence[Span]") -> list[Mark]:
    return [*(Mark(span, _WORDS) for span in words), *(Mark(span, _EVENT) for span in event)]


def _passage(case: "Case", document: str, marks: list[Mark], columns: int) -> Iterator[str]:
    sentences = case.evidence(document).analysis.sentences
    yield from passage_around(case.text(document), sentences, marks).lines(columns)


def _next(row: "ForecastRow") -> Iterator[str]:
    for outcome in row.outcomes[:1]:
        yield f"to decide: sayso review {outcome.id} --accept (or --reject) --why WORDS"
    yield f"to close:  sayso review {row.id} --edit status=reported --why WORDS"
