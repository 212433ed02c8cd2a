"""``sayso annotate``: texts in, their sentences, claims and figures out, without a case."""

import os
import stat
from functools import partial
from typing import BinaryIO

import click

from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.pipeline.annotate import Refusal, annotate_lines
from sayso.pipeline.core import read_with_shipped_core

# Starting processes takes as long as reading this many bytes.
_LARGE = 1 << 18


@click.command()
@click.argument("file", metavar="[FILE | -]", type=click.File("rb"), default="-")
@click.option("--tokens", is_flag=True, help="Write the tokens too, with their classes and trees.")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    metavar="N",
    help="Work in N processes, 0 for one on each core.  [default: 0 for a file of more than "
    "256 KiB; otherwise 1, which answers each line before it reads the next]",
)
@pass_invocation
@click.pass_context
def annotate(
    context: click.Context,
    invocation: Invocation,
    *,
    file: BinaryIO,
    tokens: bool,
    workers: int | None,
) -> None:
    """Analyse JSON lines of {"id", "text", "published"} from FILE or stdin.

    One JSON line is written for each, in order; offsets are characters of the given text, and
    what is not known is null. A line that cannot be read is reported and the rest goes on.
    """
    refused = 0
    if workers is None:
        workers = 0 if _is_large(file) else 1
    read = partial(read_with_shipped_core, trees=tokens, places=False)
    annotated = annotate_lines(file, read=read, tokens=tokens, workers=workers)
    for result in annotated:
        if isinstance(result, Refusal):
            refused += 1
            click.echo(f"sayso: line {result.line}: {result.problem}", err=True)
        else:
            click.echo(result)
    if refused:
        noun = "line" if refused == 1 else "lines"
        invocation.say(f"{refused} {noun} could not be annotated")
        context.exit(ExitCode.PARTLY)


def _is_large(file: BinaryIO) -> bool:
    """Say whether this is a large file on the disk; of a pipe nobody knows what is yet to come."""
    try:
        found = os.fstat(file.fileno())
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > _LARGE
