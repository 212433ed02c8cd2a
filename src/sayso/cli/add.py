"""``sayso add``: files and folders become documents of the case."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.cli.progress import ProgressReporter, count_files
from sayso.documents.fields import Field
from sayso.pipeline.add import AddProgress, AddTotals
from sayso.pipeline.add import add as add_items
from sayso.pipeline.relate_actors import relate_earlier_actors
from sayso.settings import Settings, load_settings

if TYPE_CHECKING:
    from sayso.case import Case

_FIELDS = ", ".join(Field)


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--field",
    "fields",
    metavar="OURS=THEIRS",
    multiple=True,
    help="In JSON and CSV files, the field THEIRS holds OURS: "
    f"{_FIELDS}. Can be given several times.",
)
@click.option(
    "--deadline",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give up on an item after this time.  [default: 60]",
)
@click.option(
    "--memory",
    type=click.IntRange(min=1),
    metavar="MIB",
    help="Give up on an item that needs more memory.  [default: 2048]",
)
@pass_invocation
@click.pass_context
def add(
    context: click.Context,
    invocation: Invocation,
    *,
    paths: tuple[Path, ...],
    fields: tuple[str, ...],
    deadline: float | None,
    memory: int | None,
) -> None:
    """Read files, folders and zips into the case.

    Running it again adds what is new and leaves the rest as it is; stopping it (Ctrl-C) loses
    nothing that was added. What could not be read is kept as a problem. Of an item longer than a
    million characters the beginning is read, and the document is flagged "cut".
    """
    _refuse_addresses(paths)
    with invocation.open_case(writing=True) as case:
        settings = _settings(case.directory, fields, deadline, memory)
        if entered := relate_earlier_actors(case):
            noun = "document" if entered == 1 else "documents"
            invocation.say(f"Entered the names of {entered:,} {noun} added earlier")
        totals = add_with_progress(case, paths, settings, invocation)
    if totals.interrupted:
        raise click.Abort
    if totals.failed:
        context.exit(ExitCode.PARTLY)


def add_with_progress(
    case: "Case", paths: tuple[Path, ...], settings: Settings, invocation: Invocation
) -> "AddTotals":
    """Add ``paths``, show how it goes, and end with one line that says what came of it."""
    latest = AddTotals(added=0, already_there=0, failed=0)

    def note(progress: AddProgress) -> None:
        nonlocal latest
        latest = progress.totals
        reporter.show(progress)

    with ProgressReporter(count_files(paths), shown=invocation.progress) as reporter:
        try:
            totals = add_items(
                case,
                paths,
                settings=settings,
                on_progress=note,
                now=lambda: datetime.now(UTC),
            )
        finally:
            # Whatever stops a run, what was added until then is there: say how much it is.
            reporter.close()
            click.echo(summary(latest))
    _say_what_is_next(totals, invocation)
    return totals


def summary(totals: "AddTotals") -> str:
    """Return ``12 files: 11 added, 1 already here, 0 failed``."""
    noun = "item" if totals.seen == 1 else "items"
    return (
        f"{totals.seen} {noun}: {totals.added} added, {totals.already_there} already here, "
        f"{totals.failed} failed"
    )


def _say_what_is_next(totals: "AddTotals", invocation: Invocation) -> None:
    if totals.failed:
        invocation.say("What failed and why: sayso status --problems")
    if totals.cut:
        invocation.say(f"Read in part, being too long: {totals.cut}; sayso documents --flag cut")
    if totals.added:
        invocation.say("Next: sayso status, sayso figures, sayso dates --doubtful")
    elif not totals.seen:
        invocation.say("Nothing to read was found there")


def _refuse_addresses(paths: tuple[Path, ...]) -> None:
    for path in paths:
        if str(path).startswith(("http:/", "https:/")):
            raise click.UsageError(
                f"'{path}' is an address, a file or folder was expected; save the page and add "
                "the file: sayso asks nothing of the network"
            )


def _settings(
    directory: Path, pairs: tuple[str, ...], deadline: float | None, memory: int | None
) -> Settings:
    """Let the options go before the environment, and that before the file of the case."""
    settings = load_settings(directory, os.environ)
    if pairs:
        settings = replace(settings, fields=tuple(map(_field, pairs)))
    if deadline is not None:
        settings = replace(settings, deadline_seconds=deadline)
    if memory is not None:
        settings = replace(settings, memory_mib=memory)
    return settings


def _field(pair: str) -> tuple[str, str]:
    ours, equals, theirs = pair.partition("=")
    if not equals or not theirs or ours not in list(Field):
        raise click.UsageError(f"--field got '{pair}', expected OURS=THEIRS, OURS one of {_FIELDS}")
    return ours, theirs
