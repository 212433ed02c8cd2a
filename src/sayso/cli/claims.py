"""``sayso claims``: who is reported to have said what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from sayso.case import Case, ClaimFilter, ClaimRow
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import (
    choice_of,
    document_named,
    document_option,
    outlet_option,
    window_options,
)
from sayso.dates import DayInterval
from sayso.evidence.claim import Force, Polarity
from sayso.export.labels import when
from sayso.language.analysis import AttributionKind
from sayso.text import Span, hull


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimItem:
    """A claim in a list; ``date`` is that of its document, ``words`` are those of its content."""

    id: str
    document: str
    start: int
    end: int
    speaker: str | None
    source_words: str
    words: str
    kind: AttributionKind
    force: Force | None
    polarity: Polarity | None
    said: DayInterval | None
    date: DayInterval
    outlet: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    hedges: tuple[Span, ...]
    parent: str | None
    rule: str


_COLUMNS: tuple[Column[ClaimItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("DATE", lambda row: when(row.said or row.date)),
    Column("SPEAKER", lambda row: row.speaker or f"[{row.source_words or '?'}]", share=2),
    Column("FORCE", lambda row: row.force or ""),
    Column("KIND", lambda row: row.kind),
    Column("WORDS", lambda row: row.words, share=3),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
)


@click.command()
@click.option("--speaker", metavar="NAME", help="Keep what is said by someone of this name.")
@click.option("--text", metavar="WORDS", help="Keep claims that hold all of these words.")
@click.option("--kind", type=choice_of(AttributionKind), help="Keep one kind of quotation.")
@click.option("--force", type=choice_of(Force), help="Keep one kind of speech.")
@document_option
@outlet_option
@window_options("what may have been said")
@list_options
@pass_invocation
def claims(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    speaker: str | None,
    text: str | None,
    kind: str | None,
    force: str | None,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
) -> None:
    """List the claims: who said it, and the words.

    Square brackets hold the words for a speaker whom the text does not name; '[?]' is nobody.
    """
    with invocation.open_case() as case:
        by = ClaimFilter(
            speaker=speaker,
            text=text,
            kind=AttributionKind(kind) if kind else None,
            force=Force(force) if force else None,
            document=document_named(case, document),
            outlet=outlet,
            since=since,
            until=until,
        )
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=ClaimItem,
            name="claims",
            options=options,
            invocation=invocation,
        )


def _items(case: "Case", by: "ClaimFilter") -> Iterator[ClaimItem]:
    return map(_item, case.claims(by))


def _item(row: "ClaimRow") -> ClaimItem:
    claim = row.claim
    whole = hull(claim.content)
    return ClaimItem(
        id=claim.id,
        document=row.document,
        start=whole.start,
        end=whole.end,
        speaker=claim.speaker,
        source_words=row.source_words,
        words=row.words,
        kind=claim.kind,
        force=claim.force,
        polarity=claim.polarity,
        said=claim.said,
        date=row.date,
        outlet=row.outlet,
        source=claim.source,
        cue=claim.cue,
        content=claim.content,
        hedges=claim.hedges,
        parent=claim.parent,
        rule=claim.rule,
    )
