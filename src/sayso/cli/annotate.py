"""``sayso annotate``: texts in, their sentences, claims and figures out, without a case."""

from typing import BinaryIO

import click

from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.evidence.reading import read_evidence
from sayso.pipeline.annotate import Refusal, annotate_lines
from sayso.pipeline.wire import as_json_line


@click.command()
@click.argument("file", metavar="[FILE | -]", type=click.File("rb"), default="-")
@click.option("--tokens", is_flag=True, help="Write the tokens too.")
@pass_invocation
@click.pass_context
def annotate(
    context: click.Context, invocation: Invocation, *, file: BinaryIO, tokens: bool
) -> None:
    """Analyse JSON lines of {"id", "text", "published"} from FILE or stdin.

    One JSON line is written for each, in order; offsets are characters of the given text, and
    what is not known is null. A line that cannot be read is reported and the rest goes on.
    """
    refused = 0
    for result in annotate_lines(file, read=read_evidence, tokens=tokens):
        if isinstance(result, Refusal):
            refused += 1
            click.echo(f"sayso: line {result.line}: {result.problem}", err=True)
        else:
            click.echo(as_json_line(result))
    if refused:
        noun = "line" if refused == 1 else "lines"
        invocation.say(f"{refused} {noun} could not be annotated")
        context.exit(ExitCode.PARTLY)
