"""``sayso pack``: the case in one zip, to be read again by another desk."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.export.pack import write_pack


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@pass_invocation
def pack(invocation: Invocation, *, path: Path) -> None:
    """Write all records, all originals and their sums into the zip FILE.

    'sayso unpack' makes a case of it anew: the originals are read again, and every decision is
    taken over. A copy of the case as it is, byte for byte, is made by 'sayso backup'.
    """
    with invocation.open_case_to_pass_on() as case:
        packed = write_pack(case, path)
        if not case.read_only:
            case.log_export(str(path), actor=actor(), now=datetime.now(UTC))
    click.echo(f"Wrote {path}: {packed.records:,} records, {packed.originals:,} originals")
