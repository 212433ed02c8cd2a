"""``sayso report``: the case as one file that needs nothing else, or as Markdown."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from sayso.case.review_records import Reviewed
from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.cli.options import choice_of, window_options
from sayso.export.report import write_report
from sayso.export.report_choice import ReportChoice


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    default=Path("report.html"),
    show_default=True,
    help="The file to write; Markdown if its name ends in .md.",
)
@click.option(
    "--only",
    type=choice_of(Reviewed),
    help="Show only rows that a person decided so in 'sayso review'.",
)
@window_options("statements that may be")
@click.option(
    "--redact",
    "hidden",
    metavar="WORDS",
    multiple=True,
    help="Replace these words wherever they stand. Can be given several times.",
)
@click.option("--redact-people", "hide_people", is_flag=True, help="Replace the names of people.")
@pass_invocation
def report(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    output: Path,
    only: str | None,
    since: date | None,
    until: date | None,
    hidden: tuple[str, ...],
    hide_people: bool,
) -> None:
    """Write the case as one HTML file, to read in a browser, print or pass on.

    Every statement leads to its characters in a document and to the hash of that. What was left out
    or replaced is said in the report, beside the head of the log.
    """
    now = datetime.now(UTC)
    choice = ReportChoice(
        only=Reviewed(only) if only else None,
        since=since,
        until=until,
        hidden=hidden,
        hide_people=hide_people,
    )
    with invocation.open_case_to_pass_on() as case:
        write_report(case, output, now=now, choice=choice)
        if not case.read_only:
            case.log_export(str(output), actor=actor(), now=now)
    click.echo(f"Wrote {output}")
