"""``sayso verify``: does the case still hold what its log says."""

import click

from sayso.case import Checked, Finding, State, VerifyReport
from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.cli.listing import Column, table_lines
from sayso.cli.width import shown_text
from sayso.frozen import dataclass
from sayso.pipeline.wire import as_json_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many items of one kind are in one state."""

    checked: Checked
    state: State
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyItem:
    """The JSON form of a report."""

    schema: str = "sayso.verify.1"
    ok: bool
    head: str
    tally: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    orphans: tuple[str, ...]
    orphaned_decisions: int


_COLUMNS: tuple[Column[Tally], ...] = (
    Column("CHECKED", lambda row: row.checked),
    Column("STATE", lambda row: row.state),
    Column("ITEMS", lambda row: f"{row.items:,}", right=True),
)


@click.command()
@click.option("--head", metavar="HASH", help="A log hash noted earlier: it must still be there.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@pass_invocation
@click.pass_context
def verify(
    context: click.Context, invocation: Invocation, *, head: str | None, as_json: bool
) -> None:
    """Check the originals, texts, rows and decisions against the log; exit with 4 if they differ.

    The hash that is printed seals everything before it: whoever noted it can prove with --head
    that nothing was altered since.
    """
    with invocation.open_case() as case:
        report = case.verify(head=head)
    if as_json:
        click.echo(as_json_line(_item(report)))
    else:
        _print(report)
    if not report.ok:
        context.exit(ExitCode.INTEGRITY)


def _print(report: VerifyReport) -> None:
    for line in table_lines(_tally(report), _COLUMNS, None):
        click.echo(line)
    for finding in report.findings:
        words = f"{finding.checked} {finding.target}: {finding.state}, {finding.note}"
        click.secho(shown_text(words), fg="red")
    if report.orphaned_decisions:
        click.echo(f"{report.orphaned_decisions} decisions rest on words that are gone")
    if report.orphans:
        click.echo(f"{len(report.orphans)} originals belong to no document: harmless remains")
    click.echo(f"head  {report.head}")
    click.echo("the case is as its log says" if report.ok else "the case differs from its log")


def _tally(report: VerifyReport) -> tuple[Tally, ...]:
    return tuple(
        Tally(checked=checked, state=state, items=items) for checked, state, items in report.tally
    )


def _item(report: VerifyReport) -> VerifyItem:
    return VerifyItem(
        ok=report.ok,
        head=report.head,
        tally=_tally(report),
        findings=report.findings,
        orphans=report.orphans,
        orphaned_decisions=report.orphaned_decisions,
    )
