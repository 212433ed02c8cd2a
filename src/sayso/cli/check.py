"""``sayso check``: stop a script while something in the case stands open."""

from collections.abc import Iterable, Iterator
from typing import Any

import click

from sayso.case import OpenPoint
from sayso.cli.invocation import ExitCode, Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import document_named, document_option
from sayso.errors import CaseError
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One kind of open point; ``gate`` says whether it was asked to stop, and ``see`` what lists it."""

    check: OpenPoint
    open: int
    gate: bool
    see: str


class OpenPoints(click.ParamType[frozenset[OpenPoint]]):
    """Kinds of open points with commas between them."""

    name = "kinds"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[OpenPoint]:
        if isinstance(value, frozenset):
            return value
        known = {point.value: point for point in OpenPoint}
        names = [name.strip() for name in value.split(",")]
        if unknown := [name for name in names if name not in known]:
            self.fail(f"'{unknown[0]}' is none of {', '.join(known)}", param, ctx)
        return frozenset(known[name] for name in names)


_SEE = {
    OpenPoint.OUTDATED: "sayso review --list",
    OpenPoint.CONFLICT: "sayso review --list --kind relation",
    OpenPoint.CONTRADICTION: "sayso review --list --kind denial",
    OpenPoint.DENIAL: "sayso review --list --kind denial",
    OpenPoint.DOUBTFUL_DATE: "sayso dates --doubtful",
    OpenPoint.OUTCOME: "sayso review --list --kind outcome",
    OpenPoint.DIFFERS: "sayso review --list --kind quote_pair",
    OpenPoint.PROPOSAL: "sayso review --list --kind proposal",
    OpenPoint.UNSOURCED: "sayso claims",
    OpenPoint.UNDATED: "sayso documents --flag undated",
    OpenPoint.UNREAD: "sayso status --problems",
    OpenPoint.ORPHANED: "sayso review --orphans",
}


def _verdict(row: CheckItem) -> str:
    if not row.gate:
        return ""
    return "stops" if row.open else "passes"


_COLUMNS: tuple[Column[CheckItem], ...] = (
    Column("CHECK", lambda row: row.check.replace("_", " ")),
    Column("OPEN", lambda row: f"{row.open:,}", right=True),
    Column("GATE", _verdict),
    Column("SEE", lambda row: row.see if row.open else "", share=1),
)


@click.command()
@click.option(
    "--fail-on",
    type=OpenPoints(),
    default=OpenPoint.CONFLICT.value,
    show_default=True,
    metavar="KINDS",
    help=f"Stop on these, with commas between them: {', '.join(OpenPoint)}.",
)
@document_option
@list_options
@pass_invocation
@click.pass_context
def check(
    context: click.Context,
    invocation: Invocation,
    *,
    options: ListOptions,
    fail_on: frozenset[OpenPoint],
    document: str | None,
) -> None:
    """Count what nobody has decided on yet; exit with 5 if there is any of what is to stop.

    A newsroom runs it on the case of a draft, a repository of data before a release. What was
    accepted, edited or rejected in 'sayso review' is open no longer.
    """
    with invocation.open_case() as case:
        if waiting := case.desk.unqueued():
            raise CaseError(
                f"{len(waiting):,} documents were read before there was a queue of review; "
                "'sayso review --list' looks through them"
            )
        counted = case.open_points(document=document_named(case, document))
    items = list(_items(counted, fail_on))
    print_list(
        items, _COLUMNS, kind=CheckItem, name="check", options=options, invocation=invocation
    )
    stopping = [item for item in items if item.gate and item.open]
    if stopping:
        named = ", ".join(f"{item.open:,} {item.check.replace('_', ' ')}" for item in stopping)
        invocation.say(f"Stopped by {named}")
        context.exit(ExitCode.GATE)


def _items(
    counted: Iterable[tuple[OpenPoint, int]], fail_on: frozenset[OpenPoint]
) -> Iterator[CheckItem]:
    for point, number in counted:
        yield CheckItem(check=point, open=number, gate=point in fail_on, see=_SEE[point])
