"""``sayso events ID``: one event with its reports and why they are one, and what a person decides on it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sayso.case import ChronologyRow, EventReportRow, RecordKind, Verdict
from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.timeline import entry_of, happened
from sayso.cli.width import shown_text
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.event import EventStatus, TimeAnchor
from sayso.export.labels import when
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportItem:
    """One report of an event with its four times; reports of one known origin share ``origin``."""

    id: str
    event: str
    document: str
    start: int
    end: int
    happened: DayInterval
    anchor: TimeAnchor
    said: DayInterval | None
    published: DayInterval
    retrieved: str | None
    type: str
    status: EventStatus
    place: str | None
    speaker: str | None
    outlet: str | None
    origin: int
    figures: tuple[str, ...]
    words: str
    claim: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDecisionItem:
    """A decision on events; ``holds`` is false once it was undone."""

    number: int
    at: str
    by: str
    verdict: str
    reports: str
    others: str
    reason: str
    holds: bool


_REPORTS: tuple[Column[ReportItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("HAPPENED", lambda row: when(row.happened)),
    Column("SAID", lambda row: when(row.said) if row.said else ""),
    Column("PUBLISHED", lambda row: when(row.published)),
    Column("RETRIEVED", lambda row: (row.retrieved or "")[:10]),
    Column("STATUS", lambda row: row.status),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
    Column("ORIGIN", lambda row: str(row.origin), right=True),
    Column("FIGURES", lambda row: "; ".join(row.figures), share=1),
    Column("WORDS", lambda row: row.words, share=4),
)
_DECISIONS: tuple[Column[EventDecisionItem], ...] = (
    Column("NUMBER", lambda row: str(row.number), right=True),
    Column("AT", lambda row: row.at),
    Column("BY", lambda row: row.by),
    Column("VERDICT", lambda row: row.verdict),
    Column("REPORTS", lambda row: row.reports, share=1),
    Column("OTHERS", lambda row: row.others, share=1),
    Column("STATE", lambda row: "holds" if row.holds else "undone"),
    Column("REASON", lambda row: row.reason, share=2),
)


@click.command()
@click.argument("event", required=False)
@click.option("--split", "reports", metavar="REPORT", multiple=True, help="Decide that this report tells of another event. Can be given several times.")  # fmt: skip
@click.option("--merge", "other", metavar="EVENT", help="Decide that this is the same event.")
@click.option("--undo", metavar="NUMBER", type=int, help="Take back this decision on events.")
@click.option("--decisions", is_flag=True, help="List what was decided on events.")
@click.option("--reason", default="", help="Why: it is kept with the decision.")
@list_options
@pass_invocation
def events(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    event: str | None,
    reports: tuple[str, ...],
    other: str | None,
    undo: int | None,
    decisions: bool,
    reason: str,
) -> None:
    """Show one event: its reports, when each says it happened, and why they are one.

    EVENT is an id of 'sayso timeline' or of one of its reports. What was joined or parted wrongly
    is put right with --merge or --split; that holds for later runs, and --undo takes it back.
    """
    if bool(reports) + bool(other) + (undo is not None) + decisions > 1:
        raise click.UsageError("give one of --split, --merge, --undo and --decisions")
    deciding = bool(reports) or other is not None or undo is not None
    if event is None and undo is None and not decisions:
        raise click.UsageError("name an event; 'sayso timeline' lists them")
    with invocation.open_case(writing=deciding) as case:
        if decisions:
            _print_decisions(case, invocation, options)
        elif undo is not None:
            row = case.undo_on_events(undo, actor=actor(), reason=reason, now=datetime.now(UTC))
            click.echo(f"decision {row.decision.new} is undone (by decision {row.sequence})")
        elif event is not None and deciding:
            _report(case, invocation, _decide(case, event, reports, other, reason))
        elif event is not None:
            _print_event(case, case.events.one(event), invocation, options)


def _decide(
    case: "Case", event: str, reports: tuple[str, ...], other: str | None, reason: str
) -> "DecisionRow":
    found = case.events.find(event)
    now = datetime.now(UTC)
    if other is not None:
        same = case.events.find(other)
        return case.merge_events(found, same, actor=actor(), reason=reason, now=now)
    names = [_report_named(case.events.one(found), name) for name in reports]
    return case.split_event(found, names, actor=actor(), reason=reason, now=now)


def _report_named(row: ChronologyRow, name: str) -> str:
    """Return the report that an id or its beginning names, or those of a document."""
    wanted = name.strip().lower()
    found = [one.event.id for one in row.reports if one.event.id.startswith(wanted)]
    if len(found) != 1:
        known = ", ".join(one.event.id for one in row.reports)
        raise CaseError(f"{name!r} names no single report of {row.id}; it has {known}")
    return found[0]


def _report(case: "Case", invocation: Invocation, row: "DecisionRow") -> None:
    event = case.events.find(row.decision.target)
    click.echo(f"decision {row.sequence}: {row.decision.verdict} {event}")
    invocation.say(f"to take it back: sayso events --undo {row.sequence}")


def _print_event(
    case: "Case", row: ChronologyRow, invocation: Invocation, options: ListOptions
) -> None:
    if options.form == "table":
        entry = entry_of(row)
        where = f", {row.place}" if row.place else ""
        click.secho(f"{row.id}  {happened(entry)}  {entry.label}{where}", bold=True)
        click.echo(shown_text(row.words))
        click.echo(_told(row))
        for line in _reasons(case, row):
            click.echo(line)
        click.echo()
    print_list(
        [_item(row, one) for one in row.reports],
        _REPORTS,
        kind=ReportItem,
        name="event_reports",
        options=options,
        invocation=invocation,
    )


def _told(row: ChronologyRow) -> str:
    documents = f"{row.documents} document{'s' if row.documents > 1 else ''}"
    origins = f"{row.origins} known origin{'s' if row.origins > 1 else ''}"
    return f"{documents}, {origins}, independence not established"


def _reasons(case: "Case", row: ChronologyRow) -> Iterator[str]:
    for link in case.events.evidence(row.id).links:
        weights = ", ".join(f"{one.basis} {one.value:+.1f}" for one in link.weights)
        yield f"  {link.left} = {link.right}: {weights}"


def _item(row: ChronologyRow, one: EventReportRow) -> ReportItem:
    event = one.event
    return ReportItem(
        id=event.id,
        event=row.id,
        document=one.document,
        start=event.clause.start,
        end=event.clause.end,
        happened=event.time.interval,
        anchor=event.time.anchor,
        said=one.said,
        published=one.published,
        retrieved=None if one.retrieved is None else one.retrieved.isoformat(),
        type=event.family,
        status=event.status,
        place=one.place_words,
        speaker=one.speaker,
        outlet=one.outlet,
        origin=one.origin,
        figures=tuple(figure.label for figure in one.figures),
        words=one.words,
        claim=event.claim,
    )


def _print_decisions(case: "Case", invocation: Invocation, options: ListOptions) -> None:
    rows = [
        row
        for row in case.decisions(kind=RecordKind.EVENT)
        if row.decision.verdict in {Verdict.SPLIT, Verdict.MERGE, Verdict.UNDO}
    ]
    undone = {row.decision.new for row in rows if row.decision.verdict is Verdict.UNDO}
    print_list(
        [_decision(row, holds=str(row.sequence) not in undone) for row in rows],
        _DECISIONS,
        kind=EventDecisionItem,
        name="event_decisions",
        options=options,
        invocation=invocation,
    )


def _decision(row: "DecisionRow", *, holds: bool) -> EventDecisionItem:
    decision = row.decision
    return EventDecisionItem(
        number=row.sequence,
        at=row.at.isoformat(timespec="minutes"),
        by=decision.actor,
        verdict=decision.verdict,
        reports=(decision.old or "").strip("[]").replace('"', ""),
        others=(decision.new or "").strip("[]").replace('"', ""),
        reason=decision.reason,
        holds=holds,
    )
