"""``sayso status``: what the case holds, what failed, and what to do next."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.width import shown_text
from sayso.export.labels import when
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import Case, Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CountItem:
    """One count; ``see`` is the command that lists what was counted."""

    count: str
    number: int
    note: str
    see: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemItem:
    """An item that could not be used: it has no document, so ``start`` and ``end`` are ``None``."""

    path: str
    problem: str
    document: None = None
    start: None = None
    end: None = None
    sha256: str | None
    at: datetime


# Enough of a case id to tell two cases apart.
_ID_SHOWN = 8

_COUNT_COLUMNS: tuple[Column[CountItem], ...] = (
    Column("WHAT", lambda row: row.count),
    Column("NUMBER", lambda row: f"{row.number:,}", right=True),
    Column("", lambda row: row.note, share=1),
    Column("SEE", lambda row: row.see),
)
_PROBLEM_COLUMNS: tuple[Column[ProblemItem], ...] = (
    Column("PATH", lambda row: row.path),
    Column("PROBLEM", lambda row: row.problem, share=1),
)


@click.command()
@click.option("--problems", is_flag=True, help="List what could not be read, and why.")
@list_options
@pass_invocation
def status(invocation: Invocation, *, options: ListOptions, problems: bool) -> None:
    """Count what the case holds and say what to do next."""
    with invocation.open_case() as case:
        if problems:
            print_list(
                _problems(case),
                _PROBLEM_COLUMNS,
                kind=ProblemItem,
                name="problems",
                options=options,
                invocation=invocation,
            )
            return
        counts = case.counts()
        invocation.say(shown_text(f"case {case.name} ({case.id[:_ID_SHOWN]}) in {case.directory}"))
        print_list(
            count_items(counts),
            _COUNT_COLUMNS,
            kind=CountItem,
            name="status",
            options=options,
            invocation=invocation,
        )
    for step in next_steps(counts):
        invocation.say(step)


def count_items(counts: "Counts") -> Iterator[CountItem]:
    """Yield what there is; what there is none of is left out, but for the first four."""
    flags = ", ".join(f"{number:,} {flag}" for flag, number in counts.flags)
    plural = "" if counts.outlets == 1 else "s"
    outlets = (
        f"from {counts.outlets:,} outlet{plural}, {when(counts.days)}" if counts.documents else ""
    )
    rows = (
        ("documents", counts.documents, outlets, "sayso documents"),
        ("claims", counts.claims, _manners(counts), _claims_command(counts)),
        ("figures", counts.figures, "", "sayso figures"),
        ("dated words", counts.timexes, "days and durations", "sayso timeline --words"),
        ("events", counts.events, "", "sayso timeline --undated"),
        ("actors", counts.actors, "people, bodies, places, groups", "sayso actors --all"),
        ("conflicts", counts.conflicts, "pairs of figures", "sayso figures --verdict conflict"),
        ("denials", counts.denials, "", "sayso denials"),
        ("quote pairs", counts.quote_pairs, "the same statement twice", "sayso quotes"),
        ("forecasts", counts.forecasts, "", "sayso forecasts"),
        ("doubtful dates", counts.doubtful_dates, "", "sayso dates --doubtful"),
        ("copied texts", counts.reuse_edges, "pairs of documents", "sayso sources ID"),
        ("flags", sum(number for _, number in counts.flags), flags, "sayso documents --flag FLAG"),
        ("problems", counts.problems, "could not be read", "sayso status --problems"),
        ("decisions", counts.decisions, "", "sayso export"),
        ("orphaned", counts.orphaned_decisions, "decisions whose words are gone", "sayso export"),
    )
    for index, (count, number, note, see) in enumerate(rows):
        if number or index < 4:  # noqa: PLR2004 -- the four rows that every case has
            yield CountItem(count=count, number=number, note=note, see=see)


def _manners(counts: "Counts") -> str:
    """Say of what the claims are the sum, if not all of them are speech."""
    others = counts.claims - counts.speech
    return f"{counts.speech:,} said or written, {others:,} thought or planned" if others else ""


def _claims_command(counts: "Counts") -> str:
    return "sayso claims" if counts.speech == counts.claims else "sayso claims --all"


def next_steps(counts: "Counts") -> Iterator[str]:
    """Yield what the user may want to do now, the most urgent first."""
    if not counts.documents:
        yield "Next: sayso add FOLDER"
        return
    if counts.problems:
        yield f"Next: see why {counts.problems:,} could not be read: sayso status --problems"
    if counts.doubtful_dates:
        yield f"Next: look at {counts.doubtful_dates:,} doubtful dates: sayso dates --doubtful"
    yield "Next: sayso figures, or one page to read and pass on: sayso report -o report.html"


def _problems(case: "Case") -> Iterator[ProblemItem]:
    for row in case.problems():
        yield ProblemItem(path=row.path, problem=row.problem, sha256=row.sha256, at=row.at)
