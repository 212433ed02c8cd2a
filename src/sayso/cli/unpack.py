"""``sayso unpack``: a case made anew from a pack, or from records and originals."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.add import summary
from sayso.cli.invocation import ExitCode, Invocation, actor, pass_invocation
from sayso.cli.progress import ProgressReporter
from sayso.export.unpack import Given, Likeness, compare, open_given
from sayso.pipeline.add import AddTotals, add_items
from sayso.settings import load_settings

if TYPE_CHECKING:
    from sayso.case import Case


@click.command()
@click.argument(
    "path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where the originals are, if FILE is not a pack but JSON lines of 'sayso export'.",
)
@pass_invocation
@click.pass_context
def unpack(
    context: click.Context,
    invocation: Invocation,
    *,
    path: Path,
    directory: Path,
    originals: Path | None,
) -> None:
    """Make a new case in DIR from FILE: read the originals again and take over every decision.

    What this sayso finds in them is compared with the records of FILE, and what came out otherwise
    is counted. Decisions hold for characters: those that no row has any more are orphaned.
    """
    from sayso.case import Case  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

    with (
        open_given(path, originals) as given,
        Case.create(directory, now=datetime.now(UTC)) as case,
    ):
        totals = _add(case, given, invocation)
        restored = case.desk.restore(
            given.decisions(),
            origin=str(path),
            head=given.head,
            actor=actor(),
            now=datetime.now(UTC),
        )
        likeness = compare(given.lines, case)
    click.echo(summary(totals))
    click.echo(
        f"decisions: {restored.taken} taken over, {restored.orphaned} of them orphaned, "
        f"{restored.left_out} left out"
    )
    click.echo(_likeness(likeness))
    if totals.failed or restored.left_out:
        context.exit(ExitCode.PARTLY)


def _add(case: "Case", given: Given, invocation: Invocation) -> AddTotals:
    items = tuple(given.sources())
    with ProgressReporter(len(items), shown=invocation.progress) as reporter:
        return add_items(
            case,
            items,
            settings=load_settings(case.directory, os.environ),
            on_progress=reporter.show,
            now=lambda: datetime.now(UTC),
        )


def _likeness(found: Likeness) -> str:
    if not (found.missing or found.more):
        return f"records: all {found.same:,} are the same"
    kinds = ", ".join(f"{kind} {number}" for kind, number in found.kinds)
    return (
        f"records: {found.same:,} are the same, {found.missing:,} were only in the file, "
        f"{found.more:,} are only in the case ({kinds})"
    )
