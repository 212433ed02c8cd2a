"""``sayso backup``: a copy of the case that is consistent even while it is in use."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.cli.invocation import Invocation, pass_invocation


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(path_type=Path))
@pass_invocation
def backup(invocation: Invocation, *, path: Path) -> None:
    """Copy the case into a new folder, or into a zip if PATH ends in .zip."""
    with invocation.open_case_to_pass_on() as case:
        case.backup(path, now=datetime.now(UTC))
    click.echo(f"Copied the case to {path}")
