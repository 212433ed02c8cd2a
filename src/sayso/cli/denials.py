"""``sayso denials``: what somebody says beside what somebody says against it."""

from typing import TYPE_CHECKING

import click

from sayso.case import ClaimFilter, PairFilter
from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import choice_of, document_named, document_option, outlet_option
from sayso.cli.sides import SideItem, side_by_side, side_item, speaker_of
from sayso.errors import CaseError
from sayso.export.labels import when
from sayso.export.quote_words import pieces_of
from sayso.frozen import dataclass
from sayso.story.denials.denial import DenialKind, DenialReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.case import DenialRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialItem:
    """A denial in a list; ``document``, ``start`` and ``end`` are those of the denial.

    ``sides`` are what is asserted and its denial. ``through`` is the claim that the denial answers in
    its own document where the one asserted stands in another.
    """

    id: str
    document: str
    start: int
    end: int
    kind: DenialKind
    known_by: DenialReason
    same_speaker: bool | None
    asserted_first: bool | None
    sides: tuple[SideItem, SideItem]
    through: str | None
    rule: str


_COLUMNS: tuple[Column[DenialItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("DATE", lambda row: when(row.sides[1].said or row.sides[1].date)),
    Column("KIND", lambda row: row.kind),
    Column("SAID BY", lambda row: speaker_of(row.sides[0]), share=1),
    Column("WHAT IS SAID", lambda row: row.sides[0].words, share=3),
    Column("AGAINST IT", lambda row: speaker_of(row.sides[1]), share=1),
    Column("WORDS", lambda row: row.sides[1].words, share=3),
    Column("OUTLET", lambda row: row.sides[1].outlet or row.document, share=1),
)


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--speaker", metavar="NAME", help="Keep those in which someone of this name speaks.")
@click.option("--text", metavar="WORDS", help="Keep pairs of which one holds all of these words.")
@click.option("--kind", type=choice_of(DenialKind), help="Keep one kind.")
@document_option
@outlet_option
@list_options
@pass_invocation
def denials(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    name: str | None,
    speaker: str | None,
    text: str | None,
    kind: str | None,
    document: str | None,
    outlet: str | None,
) -> None:
    """List what is said beside the claims that deny it; neither is taken for true.

    ID is that of a denial, or of a claim or document that has a part in some, or the beginning of
    one: these are shown side by side.
    """
    with invocation.open_case() as case:
        by = PairFilter(
            claim=ClaimFilter(
                speaker=speaker, text=text, document=document_named(case, document), outlet=outlet
            ),
            name=name,
            kind=DenialKind(kind) if kind else None,
        )
        if name is not None and options.form is Form.TABLE:
            _print_denials(list(case.denials(by, limit=options.limit)), name)
            return
        print_list(
            map(_item, case.denials(by)),
            _COLUMNS,
            kind=DenialItem,
            name="denials",
            options=options,
            invocation=invocation,
        )


def _print_denials(found: "list[DenialRow]", name: str) -> None:
    if not found:
        raise CaseError(f"'{name}' has no part in a denial; ids stand in 'sayso denials'")
    for number, denial in enumerate(found):
        if number:
            click.echo()
        for line in denial_lines(denial, reading_columns()):
            click.echo(line)


def denial_lines(denial: "DenialRow", columns: int) -> "Iterator[str]":
    """Yield a denial as a person reads it: what is known of it, then both sides in columns."""
    order = {True: "after it was said", False: "before it was said", None: "order not known"}
    known = [denial.kind, f"known by {denial.reason.replace('_', ' ')}"]
    known += ["by the same speaker"] if denial.same_speaker else []
    known.append(order[denial.asserted_first])
    yield click.style(f"{denial.id}  {', '.join(known)}", bold=True)
    rows = (denial.asserted, denial.denied)
    pieces = [pieces_of(row, ()) for row in rows]
    yield from side_by_side(rows, pieces, columns, ("SAID", "SAID AGAINST IT"))


def _item(row: "DenialRow") -> DenialItem:
    asserted, denied = side_item(row.asserted), side_item(row.denied)
    return DenialItem(
        id=row.id,
        document=denied.document,
        start=denied.start,
        end=denied.end,
        kind=row.kind,
        known_by=row.reason,
        same_speaker=row.same_speaker,
        asserted_first=row.asserted_first,
        sides=(asserted, denied),
        through=row.through,
        rule=row.rule,
    )
