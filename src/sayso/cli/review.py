"""``sayso review``: what a person should look at, and what that person decides."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from sayso.case import (
    QueueEntry,
    RecordKind,
    ReviewState,
    SampleOf,
    Verdict,
    Why,
)
from sayso.cli.invocation import Invocation, actor, pass_invocation, reading_columns
from sayso.cli.listing import Form, ListOptions, list_options
from sayso.cli.review_lists import drawn_rows, print_decisions, print_queue
from sayso.cli.review_screen import item_lines
from sayso.cli.review_walk import Drawn, Queue, walk
from sayso.export.review_labels import decision_words, estimate_words

if TYPE_CHECKING:
    from sayso.case import Case, DecisionRow

# Kinds that are queued or drawn; the others are decided on by their own verbs.
REVIEWED = (
    RecordKind.RELATION,
    RecordKind.DENIAL,
    RecordKind.DATE,
    RecordKind.QUOTE_PAIR,
    RecordKind.ECHO,
    RecordKind.FIGURE,
    RecordKind.CLAIM,
    RecordKind.PROPOSAL,
    RecordKind.OUTCOME,
)
_VERDICTS = {
    "accept": Verdict.ACCEPT,
    "reject": Verdict.REJECT,
    "unsure": Verdict.UNSURE,
    "comment": Verdict.COMMENT,
}


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--accept", "verdict", flag_value="accept", help="Accept the row ID as it stands.")
@click.option(
    "--reject", "verdict", flag_value="reject", help="Reject it: the text does not say so."
)
@click.option("--unsure", "verdict", flag_value="unsure", help="Leave it open as unsure.")
@click.option("--comment", "verdict", flag_value="comment", help="Keep the words of --why with it.")
@click.option(
    "--edit",
    "edits",
    metavar="FIELD=VALUE",
    multiple=True,
    help="Change a field; an empty VALUE says that the text does not say. Can be given several times.",
)
@click.option(
    "--undo",
    type=int,
    metavar="NUMBER",
    is_flag=False,
    flag_value=0,
    help="Take back the decision NUMBER, or your latest that holds.",
)
@click.option("--why", default="", metavar="WORDS", help="Why: it is kept with the decision.")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice([one.value for one in REVIEWED]),
    multiple=True,
    help="Keep rows of this kind. Can be given several times.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    metavar="N",
    help="Draw N rows of one --kind at random, look at them, and say how many of all are right.",
)
@click.option(
    "--seed",
    type=int,
    default=0,
    show_default=True,
    help="With --sample: the same number draws the same rows.",
)
@click.option(
    "--of",
    "narrowed",
    metavar="FIELD=VALUE",
    help="With --sample: draw only rows with this value, such as verdict=conflict.",
)
@click.option("--list", "listed", is_flag=True, help="List what waits, or what was drawn.")
@click.option("--decisions", is_flag=True, help="List what was decided, the latest first.")
@click.option(
    "--orphans", is_flag=True, help="List decisions whose characters no row has any more."
)
@list_options
@pass_invocation
def review(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    name: str | None,
    verdict: str | None,
    edits: tuple[str, ...],
    undo: int | None,
    why: str,
    kinds: tuple[str, ...],
    sample: int | None,
    seed: int,
    narrowed: str | None,
    listed: bool,
    decisions: bool,
    orphans: bool,
) -> None:
    """Go through what a person should look at, and decide.

    Without ID the queue opens, the most pressing row first: y accepts, n rejects, u is unsure, e
    edits, c comments, z undoes, j and k move, o opens the text, q quits. ID is that of a claim, a
    figure, two figures (v_…), a denial, a quote pair, an echo, a proposal (p_…), or of a document,
    whose date is meant. Decisions hold for the exact characters and survive a new reading.
    """
    chosen = tuple(RecordKind(kind) for kind in kinds)
    drawing = _sample(sample, chosen, seed, narrowed)
    deciding = verdict is not None or bool(edits) or undo is not None
    if deciding and undo is None and name is None:
        raise click.UsageError("name the row: sayso review ID --accept")
    reading = name is not None or decisions or orphans or listed or not _is_terminal()
    with invocation.open_case(writing=deciding or not reading) as case:
        if undo is not None:
            _undo(case, undo or None, why)
        elif deciding and name is not None:
            _decide(case, name, verdict, edits, why)
        elif name is not None:
            _show(case, name)
        elif decisions or orphans:
            print_decisions(case, options, invocation, orphaned=orphans)
        elif reading:
            print_queue(case, options, invocation, chosen, drawing)
        else:
            _walk(case, chosen, drawing, invocation)
        if drawing is not None and options.form is Form.TABLE:
            click.echo(estimate_words(case.desk.estimate(drawing), drawing))


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _sample(
    size: int | None, kinds: tuple[RecordKind, ...], seed: int, narrowed: str | None
) -> SampleOf | None:
    if size is None:
        if narrowed is not None:
            raise click.UsageError("--of goes with --sample N")
        return None
    if len(kinds) != 1 or kinds[0] is RecordKind.PROPOSAL:
        raise click.UsageError("--sample needs one --kind, and it cannot be proposal")
    field, value = _parted(narrowed, "--of") if narrowed else (None, None)
    return SampleOf(kind=kinds[0], size=size, seed=seed, field=field, value=value)


def _parted(text: str, option: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals or not field.strip():
        raise click.UsageError(f"{option} is written FIELD=VALUE, not '{text}'")
    return field.strip(), value


def _decide(case: "Case", name: str, verdict: str | None, edits: tuple[str, ...], why: str) -> None:
    changes = [_parted(one, "--edit") for one in edits]
    found = case.desk.item(name).id
    for field, value in changes:
        row = case.desk.edit(found, field, value, actor=actor(), reason=why, now=datetime.now(UTC))
        _report(row)
    if verdict is not None:
        _report(
            case.desk.judge(
                found, _VERDICTS[verdict], actor=actor(), reason=why, now=datetime.now(UTC)
            )
        )


def _undo(case: "Case", number: int | None, why: str) -> None:
    row = case.desk.undo(number, actor=actor(), reason=why, now=datetime.now(UTC))
    click.echo(f"decision {row.decision.new} is taken back (by decision {row.sequence})")


def _report(row: "DecisionRow") -> None:
    click.echo(f"decision {row.sequence} on {row.decision.target}: {decision_words(row)}")


def _show(case: "Case", name: str) -> None:
    item = case.desk.item(name)
    waiting = case.desk.place(item.id)
    why = waiting.why if waiting else Why.ASKED_FOR
    for line in item_lines(item, why, reading_columns()):
        click.echo(line)


def _walk(
    case: "Case",
    kinds: tuple[RecordKind, ...],
    drawing: SampleOf | None,
    invocation: Invocation,
) -> None:
    if filled := case.desk.fill():
        invocation.say(f"{filled:,} documents were looked through for the queue")
    if drawing is None:
        decided = walk(case, Queue(case, kinds))
    else:
        entries = [one for one in drawn_rows(case, drawing) if _is_open(case, one)]
        decided = walk(case, Drawn(tuple(entries)))
    invocation.say(f"{decided} decision{'' if decided == 1 else 's'} kept")


def _is_open(case: "Case", entry: QueueEntry) -> bool:
    review = case.desk.states(entry.kind, (entry.id,)).get(entry.id)
    return review is None or review.state is ReviewState.OPEN
