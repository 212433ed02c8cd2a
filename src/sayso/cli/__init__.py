"""The command line: each verb reads its options, calls one function, prints the answer."""

import logging
from pathlib import Path
from typing import ClassVar

import click

from sayso.cli.border import VerbGroup
from sayso.cli.invocation import Colour, ExitCode, Invocation, use_colour
from sayso.cli.options import choice_of


class Verbs(VerbGroup):
    """Every verb with its summary; a verb's module is imported only when it is called."""

    sections: ClassVar[dict[str, dict[str, str]]] = {
        "Make a case": {
            "init": "Make an empty case in a new folder.",
            "add": "Read files or folders into the case.",
            "demo": "Build a case from the story that ships with sayso.",
        },
        "Read it": {
            "status": "Count what the case holds and say what to do next.",
            "documents": "List the documents.",
            "dates": "List when each document was written, why, and what speaks against it.",
            "claims": "List who is reported to have said what.",
            "figures": "List the figures with their bounds.",
            "timeline": "List what happened in order of time, each event once.",
            "events": "Show the reports of one event, and decide which are one.",
            "actors": "List who is named and quoted, and decide who is the same.",
            "places": "List the places that are named, what they lie in, and which may be one.",
            "quotes": "List the statements that two documents report, with what differs.",
            "forecasts": "List what was foretold, by when, and what later texts report of it.",
            "denials": "List what is said beside what is said against it.",
            "sources": "Show the outlets behind a document, its copies and its echoes.",
            "show": "Show a record with its exact characters marked.",
            "search": "Find words in the documents.",
            "changes": "List what is new since a run or a time.",
            "serve": "Show the case as a page in the browser.",
        },
        "Decide": {
            "review": "Go through what a person should look at, and decide.",
            "check": "Count what nobody has decided on yet, and stop a script by it.",
        },
        "Hand it on": {
            "report": "Write the case as one HTML file, or as Markdown.",
            "export": "Write every record, as JSON lines, CSV or for other programs.",
            "pack": "Write the case with its originals into one zip.",
            "unpack": "Make a case anew from a pack, or from records and originals.",
            "annotate": "Analyse texts from JSON lines, without a case.",
        },
        "Look after it": {
            "verify": "Check the case against its log and its originals.",
            "backup": "Copy the case while it is in use.",
            "doctor": "Check this installation and the case.",
            "completion": "Print the completion script of a shell.",
        },
    }


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.option(
    "-C",
    "--case",
    "case_directory",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The case to use; otherwise the nearest folder upwards that holds a case.db, "
    "otherwise SAYSO_CASE.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but the answer and errors.")
@click.option(
    "-v",
    "--verbose",
    "verbosity",
    count=True,
    help="Say more; given twice, show where an error came from.",
)
@click.option("--no-progress", is_flag=True, help="Show no progress.")
@click.option(
    "--color",
    type=choice_of(Colour),
    default=Colour.AUTO.value,
    show_default=True,
    help="Colour the output; auto colours on a terminal unless NO_COLOR is set.",
)
@click.version_option(package_name="sayso")
@click.pass_context
def main(
    context: click.Context,
    *,
    case_directory: Path | None,
    quiet: bool,
    verbosity: int,
    no_progress: bool,
    color: str,
) -> None:
    """Keep a ledger of what was claimed in the reporting on a story, and by whom.

    \b
    First steps:  sayso demo DIR
                  sayso init DIR;  cd DIR;  sayso add FOLDER;  sayso status
    """  # noqa: D301 -- click keeps the lines of a paragraph after \b
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(ExitCode.OK)
    use_colour(context, color)
    _listen_to_log(verbosity)
    context.obj = Invocation(
        case_directory=case_directory,
        quiet=quiet,
        verbosity=verbosity,
        progress=not (no_progress or quiet),
    )


def _listen_to_log(verbosity: int) -> None:
    """Show the log only to those who ask: readers of foreign files complain a lot."""
    levels = (logging.CRITICAL, logging.INFO, logging.DEBUG)
    logging.basicConfig(
        level=levels[min(verbosity, len(levels) - 1)], format="%(name)s: %(message)s"
    )
