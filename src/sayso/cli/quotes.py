"""``sayso quotes``: two reports of one statement, with the words in which they differ."""

from typing import TYPE_CHECKING

import click

from sayso.case import ClaimFilter, PairFilter
from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import choice_of, document_named, document_option, outlet_option
from sayso.cli.sides import LEGEND, SideItem, side_by_side, side_item, speaker_of
from sayso.errors import CaseError
from sayso.export.quote_words import sides_of
from sayso.frozen import dataclass
from sayso.story.quotes.alignment import Concern, Difference
from sayso.story.quotes.rendering import RenderingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.case import QuotePairRow


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePairItem:
    """A quote pair in a list; ``document``, ``start`` and ``end`` are those of the first side."""

    id: str
    document: str
    start: int
    end: int
    kind: RenderingKind
    differs_in: tuple[Concern, ...]
    same_speaker: bool | None
    share: float
    nearness: float | None
    original: str | None
    sides: tuple[SideItem, SideItem]
    differences: tuple[Difference, ...]
    rule: str


_COLUMNS: tuple[Column[QuotePairItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("HOW", lambda row: row.kind.replace("_", " ")),
    Column("DIFFERS IN", lambda row: " ".join(one for one in row.differs_in)),
    Column("SPEAKER", lambda row: speaker_of(row.sides[0]), share=1),
    Column("WORDS", lambda row: row.sides[0].words, share=3),
    Column("OUTLET", lambda row: row.sides[0].outlet or row.sides[0].document, share=1),
    Column("OTHER WORDS", lambda row: row.sides[1].words, share=3),
    Column("OUTLET", lambda row: row.sides[1].outlet or row.sides[1].document, share=1),
)


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--speaker", metavar="NAME", help="Keep what is said by someone of this name.")
@click.option("--text", metavar="WORDS", help="Keep pairs of which one holds all of these words.")
@click.option("--how", type=choice_of(RenderingKind), help="Keep one way to report it again.")
@click.option("--differs", type=choice_of(Concern), help="Keep what differs in this.")
@document_option
@outlet_option
@list_options
@pass_invocation
def quotes(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    name: str | None,
    speaker: str | None,
    text: str | None,
    how: str | None,
    differs: str | None,
    document: str | None,
    outlet: str | None,
) -> None:
    """List the statements that two documents report, in the same or in other words.

    ID is that of a pair, or of a claim or document that has a part in some, or the beginning of one:
    these are shown side by side with signs beneath the words that differ. Which wording is the
    original one is said only where a document says so.
    """
    with invocation.open_case() as case:
        by = PairFilter(
            claim=ClaimFilter(
                speaker=speaker, text=text, document=document_named(case, document), outlet=outlet
            ),
            name=name,
            kind=RenderingKind(how) if how else None,
            concern=Concern(differs) if differs else None,
        )
        if name is not None and options.form is Form.TABLE:
            _print_pairs(list(case.quote_pairs(by, limit=options.limit)), name)
            return
        print_list(
            map(_item, case.quote_pairs(by)),
            _COLUMNS,
            kind=QuotePairItem,
            name="quotes",
            options=options,
            invocation=invocation,
        )


def _print_pairs(pairs: "list[QuotePairRow]", name: str) -> None:
    if not pairs:
        raise CaseError(f"'{name}' has no part in a quote pair; ids stand in 'sayso quotes'")
    for pair in pairs:
        for line in pair_lines(pair, reading_columns()):
            click.echo(line)
        click.echo()
    click.echo(LEGEND)


def pair_lines(pair: "QuotePairRow", columns: int) -> "Iterator[str]":
    """Yield a pair as a person reads it: what is known of both, then both in columns."""
    yield click.style(f"{pair.id}  {_summary(pair)}", bold=True)
    yield from side_by_side((pair.left, pair.right), sides_of(pair), columns)


def _summary(pair: "QuotePairRow") -> str:
    """Say how two reports differ, and what is known of the speaker and of the original wording."""
    speakers = {True: "one speaker", False: "two speakers", None: "the same speaker or not: open"}
    parts = [
        pair.kind.replace("_", " "),
        f"{pair.share:.0%} of the shorter shared",
        speakers[pair.same_speaker],
    ]
    if pair.original is not None:
        parts.append(f"original wording by {pair.original}")
    return ", ".join(parts)


def _item(row: "QuotePairRow") -> QuotePairItem:
    left, right = side_item(row.left), side_item(row.right)
    return QuotePairItem(
        id=row.id,
        document=left.document,
        start=left.start,
        end=left.end,
        kind=row.kind,
        differs_in=tuple(sorted(row.concerns)),
        same_speaker=row.same_speaker,
        share=round(row.share, 4),
        nearness=None if row.nearness is None else round(row.nearness, 4),
        original=row.original,
        sides=(left, right),
        differences=row.differences,
        rule=row.rule,
    )
