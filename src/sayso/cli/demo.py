"""``sayso demo``: the story that ships with sayso, from articles to a report, in one go."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import click

from sayso.case import Case, FigureFilter
from sayso.cli.add import add_with_progress
from sayso.cli.dates import dates
from sayso.cli.figures import figures
from sayso.cli.invocation import CASE_FILE, Invocation, pass_invocation, program
from sayso.cli.report import report
from sayso.cli.status import status
from sayso.errors import CaseError
from sayso.language.analysis import Modifier
from sayso.settings import load_settings

_STORY = "demo_story"
_STORY_FOLDER = "story"
_REPORT_FILE = "report.html"
_FIGURES_SHOWN = 12


@click.command()
@click.argument("directory", metavar="[DIR]", default="sayso-demo", type=click.Path(path_type=Path))
@pass_invocation
@click.pass_context
def demo(context: click.Context, invocation: Invocation, *, directory: Path) -> None:
    """Build a case in DIR from the story that ships with sayso, and look at it.

    The story is invented: a dozen articles by six outlets, with copies, missing and wrong dates,
    and figures that agree, move and conflict. Run again, it adds nothing and shows the same.
    """
    # The verbs below would each say what to do next; here that comes once, at the end.
    silent = replace(invocation, case_directory=directory, quiet=True)
    make_demo_case(directory, silent)
    context.obj = silent
    _heading("What is there", "status")
    context.invoke(status)
    _heading("How many, says who", f"figures --kind count --limit {_FIGURES_SHOWN}")
    context.invoke(figures, kind="count", limit=_FIGURES_SHOWN)
    _heading("When it was written", "dates")
    context.invoke(dates)
    _heading("To read and pass on", f"report -o {_REPORT_FILE}")
    context.invoke(report, output=directory / _REPORT_FILE)
    for line in _next_commands(directory):
        invocation.say(line)


def make_demo_case(directory: Path, invocation: Invocation) -> None:
    """Make the case, copy the articles into it and add them; both may be there already."""
    if (directory / CASE_FILE).is_file():
        if not (directory / _STORY_FOLDER).is_dir():
            raise CaseError(f"{directory} is a case, but not that of the demo; name another folder")
        opened = Case.open(directory)
    else:
        opened = Case.create(directory, name="demo", now=datetime.now(UTC))
    with opened as case:
        story = directory / _STORY_FOLDER
        _copy_story(story)
        settings = load_settings(directory, os.environ)
        add_with_progress(case, (story,), settings, invocation)


def _copy_story(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for article in sorted(files("sayso.cli").joinpath(_STORY).iterdir(), key=lambda one: one.name):
        target = folder / article.name
        if article.is_file() and not target.exists():
            target.write_bytes(article.read_bytes())


def _heading(title: str, command: str) -> None:
    click.secho(f"\n{title}", bold=True, nl=False)
    click.echo(f"   $ sayso {command}")


def _next_commands(directory: Path) -> Iterator[str]:
    """Yield commands that show something in this very case."""
    with Case.open(directory, read_only=True) as case:
        hedged = next(case.figures(FigureFilter(modifier=Modifier.AT_LEAST)), None)
        chains = Counter(row.document for row in case.chain_links())
    sayso = program()
    yield f"Open {directory / _REPORT_FILE} in a browser to read it, and print it there, also as PDF."
    yield "\nTry next:"
    yield f"  {sayso} serve {directory} --open"
    if hedged is not None:
        yield f"  {sayso} -C {directory} show {hedged.id}"
    if chains:
        yield f"  {sayso} -C {directory} sources {chains.most_common(1)[0][0]}"
    yield f"  {sayso} -C {directory} search --snippets warning"
