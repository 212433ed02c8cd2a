"""``sayso forecasts``: what was foretold, by when, and which later reports may answer it."""

from datetime import date
from typing import TYPE_CHECKING

import click

from sayso.case import ForecastFilter
from sayso.cli.forecast_page import forecast_lines
from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import (
    Day,
    choice_of,
    document_named,
    document_option,
    outlet_option,
    window_options,
)
from sayso.dates import DayInterval
from sayso.evidence.forecast import ConditionKind, ForecastKind
from sayso.export.forecast_words import lead_words, speaker_words, status_mark, window_words
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.story.forecasts.outcome import Lead, OutcomeReason, OutcomeStatus
from sayso.story.forecasts.standing import Decided, Ground
from sayso.text import Span, hull

if TYPE_CHECKING:
    from sayso.case import Case, ForecastRow, OutcomeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class WordItem:
    """Words of a forecast that say how likely it is; the band is that of ICD 203 for the word."""

    start: int
    end: int
    words: str
    lo: int | None
    hi: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionItem:
    """A clause that a forecast hangs on."""

    start: int
    end: int
    words: str
    kind: ConditionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeItem:
    """A report that may answer a forecast, with the sentence."""

    id: str
    document: str
    start: int
    end: int
    words: str
    outlet: str | None
    date: DayInterval
    happened: DayInterval
    status: OutcomeStatus
    score: float
    reasons: tuple[OutcomeReason, ...]
    within_window: bool | None
    lead_days: Lead
    decided: Decided | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastItem:
    """A forecast in a list. ``status`` is that of ``as_of``; ``grounds`` says what it rests on.

    ``own_voice`` says that the outlet itself foretells. ``soft`` says that a vague word gave its ``window``; ``lead_days`` lay between the words and the event of the best candidate.
    """

    id: str
    document: str
    start: int
    end: int
    spans: tuple[Span, ...]
    kind: ForecastKind
    speaker: str | None
    source_words: str
    words: str
    said: DayInterval
    window: DayInterval | None
    soft: bool
    event: str | None
    family: str | None
    negated: bool
    likelihood: tuple[WordItem, ...]
    conditions: tuple[ConditionItem, ...]
    status: OutcomeStatus
    grounds: Ground
    as_of: date | None
    lead_days: Lead | None
    outcomes: tuple[OutcomeItem, ...]
    claim: str | None
    own_voice: bool
    outlet: str | None
    rule: str


def _by(row: ForecastItem) -> str:
    return speaker_words(row.speaker, row.source_words, own=row.own_voice)


_COLUMNS: tuple[Column[ForecastItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("SAID", lambda row: when(row.said)),
    Column("KIND", lambda row: row.kind),
    Column("BY", _by, share=1),
    Column("WHAT", lambda row: row.words, share=4),
    Column("WHEN", lambda row: window_words(row.window, soft=row.soft)),
    Column("STATUS", lambda row: status_mark(row.status, row.grounds)),
    Column("DAYS AHEAD", lambda row: lead_words(row.lead_days), right=True),
    Column("REPORT", lambda row: row.outcomes[0].words if row.outcomes else "", share=3),
)


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--status", type=choice_of(OutcomeStatus), help="Keep what stands so.")
@click.option("--kind", type=choice_of(ForecastKind), help="Keep one kind.")
@click.option("--speaker", metavar="NAME", help="Keep what someone of this name said.")
@click.option("--text", metavar="WORDS", help="Keep what holds all of these words.")
@click.option("--place", metavar="NAME", help="Keep what names this place.")
@click.option(
    "--as-of",
    type=Day(last=True),
    metavar="DATE",
    help="The day on which it stands so; otherwise that of the newest document.",
)
@document_option
@outlet_option
@window_options("what may have been said")
@list_options
@pass_invocation
def forecasts(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    name: str | None,
    status: str | None,
    kind: str | None,
    speaker: str | None,
    text: str | None,
    place: str | None,
    as_of: date | None,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
) -> None:
    """List warnings, threats, plans, pledges and forecasts, and what later texts report.

    ID is that of one, which is shown with both sentences, or of a claim or document. A report found
    for it is a proposal until somebody accepts it: sayso review ID. "Reported" says that a later text
    reports such an event, "lapsed" that none does although the time is over. Neither says what is true.
    """
    with invocation.open_case() as case:
        by = ForecastFilter(
            status=OutcomeStatus(status) if status else None,
            kind=ForecastKind(kind) if kind else None,
            speaker=speaker,
            text=text,
            place=place,
            document=document_named(case, document),
            outlet=outlet,
            name=name,
            since=since,
            until=until,
        )
        today = as_of or case.foretold.today()
        if name is not None and name.startswith("w_") and options.form is Form.TABLE:
            _print_one(case, name, today)
            return
        print_list(
            (_item(case, row, today) for row in case.foretold.list(by, as_of=today)),
            _COLUMNS,
            kind=ForecastItem,
            name="forecasts",
            options=options,
            invocation=invocation,
        )
    _say_day(invocation, today, given=as_of is not None)


def _say_day(invocation: Invocation, today: date | None, *, given: bool) -> None:
    if today is None:
        invocation.say("no document has a day: nothing is due or lapsed; --as-of gives one")
    else:
        source = "" if given else ", the day of the newest document"
        invocation.say(f"status as of {today}{source}")


def _print_one(case: "Case", name: str, today: date | None) -> None:
    row = case.foretold.one(name, as_of=today)
    for line in forecast_lines(case, row, today, reading_columns()):
        click.echo(line)


def _item(case: "Case", row: "ForecastRow", today: date | None) -> ForecastItem:
    forecast, frame = row.forecast, row.forecast.frame
    whole, text = hull(forecast.spans), case.text(row.document)
    return ForecastItem(
        id=row.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        spans=forecast.spans,
        kind=forecast.kind,
        speaker=row.actor_name or forecast.speaker,
        source_words=row.source_words,
        words=row.words,
        said=forecast.said,
        window=row.window,
        soft=forecast.window is not None and forecast.window.soft,
        event=row.trigger,
        family=frame.family,
        negated=frame.negated,
        likelihood=tuple(
            WordItem(
                start=o.span.start, end=o.span.end, words=o.span.text_in(text), lo=o.lo, hi=o.hi
            )
            for o in forecast.likelihood
        ),
        conditions=tuple(
            ConditionItem(
                start=o.span.start, end=o.span.end, words=o.span.text_in(text), kind=o.kind
            )
            for o in forecast.conditions
        ),
        status=row.standing.status,
        grounds=row.standing.ground,
        as_of=today,
        lead_days=row.best.lead if row.best else None,
        outcomes=tuple(map(_outcome, row.outcomes)),
        claim=forecast.claim,
        own_voice=forecast.is_own_voice,
        outlet=row.outlet,
        rule=forecast.rule,
    )


def _outcome(row: "OutcomeRow") -> OutcomeItem:
    whole = hull(row.spans)
    return OutcomeItem(
        id=row.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        words=row.words,
        outlet=row.outlet,
        date=row.date,
        happened=row.happened,
        status=row.status,
        score=row.score,
        reasons=row.reasons,
        within_window=row.within_window,
        lead_days=row.lead,
        decided=row.decided,
        rule=row.rule,
    )
