"""``sayso report``: the case as one HTML file that needs nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.export.report import write_report


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=Path("report.html"),
    show_default=True,
    help="The file to write.",
)
@pass_invocation
def report(invocation: Invocation, *, output: Path) -> None:
    """Write the case as one HTML file, to read in a browser, print or pass on."""
    now = datetime.now(UTC)
    with invocation.open_case_to_pass_on() as case:
        write_report(case, output, now=now)
        if not case.read_only:
            case.log_export(str(output), actor=actor(), now=now)
    click.echo(f"Wrote {output}")
