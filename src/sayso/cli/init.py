"""``sayso init``: a new, empty case."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.case import Case
from sayso.cli.invocation import Invocation, pass_invocation


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The name of the case; otherwise that of the folder.")
@pass_invocation
def init(invocation: Invocation, *, directory: Path, name: str | None) -> None:
    """Make an empty case in a new or empty folder DIR."""
    with Case.create(directory, name=name, now=datetime.now(UTC)) as case:
        click.echo(f"Created case {case.name} ({case.id}) in {directory}")
    invocation.say(f"Next: sayso -C {directory} add FOLDER")
