"""``sayso sources``: the outlets behind a document, with the words that name them, and its copies."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from sayso.case import ClaimFilter, DocumentFilter, RecordKind
from sayso.cli.echo_lines import group_lines
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import outlet_option
from sayso.cli.width import shown_text
from sayso.documents import ChainBasis, Document, Role
from sayso.export.labels import when
from sayso.export.original_text import OriginalText
from sayso.export.records import Link, ordered_chain
from sayso.frozen import dataclass
from sayso.story.reuse_edge import Direction, ReuseEdge, ReuseKind

if TYPE_CHECKING:
    from sayso.case import Case, ClaimRow
    from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkItem:
    """One link of a chain; ``evidence`` are the characters that name it.

    ``level`` counts from the host; links of one role stand side by side on the same level.
    ``start`` and ``end`` are ``None`` where these were taken out of the text as furniture.
    """

    document: str
    start: int | None
    end: int | None
    original_start: int | None
    original_end: int | None
    level: int
    role: Role
    name: str
    basis: ChainBasis
    evidence: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyItem:
    """Another document with the same text, in part or whole, and which of the two came first."""

    document: str
    other: str
    start: int | None
    end: int | None
    kind: ReuseKind
    share: float
    comes_first: str | None
    known_by: Direction
    title: str | None
    outlet: str | None
    date: str


_COLUMNS: tuple[Column[LinkItem], ...] = (
    Column("DOCUMENT", lambda row: row.document),
    Column("", lambda row: "<-" if row.level else ""),
    Column("ROLE", lambda row: row.role),
    Column("NAME", lambda row: row.name, share=1),
    Column("KNOWN BY", lambda row: row.basis),
    Column("WORDS", lambda row: row.evidence or "", share=3),
)


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@outlet_option
@list_options
@pass_invocation
def sources(
    invocation: Invocation, *, options: ListOptions, name: str | None, outlet: str | None
) -> None:
    """Show the chain behind a document: host <- republisher <- agency <- report.

    ID is that of a document, or of a claim or figure that stands in it; without it, the links of
    all documents are listed. Each link has the characters that name it. With an ID its copies and
    echoes follow: how many reports of a claim, how many known origins, and what ties them.
    """
    with invocation.open_case() as case:
        if name is not None and options.form is Form.TABLE:
            found = case.resolve(name)
            _print_chain(case, found.document)
            claim = found.id if found.kind is RecordKind.CLAIM else None
            _print_speakers(case, claim)
            _print_ways(case, found.document, claim)
            _print_groups(case, found.document, claim)
            return
        wanted = [case.resolve(name).document] if name else _document_ids(case, outlet)
        print_list(
            (item for document in wanted for item in link_items(case, document)),
            _COLUMNS,
            kind=LinkItem,
            name="sources",
            options=options,
            invocation=invocation,
        )


def link_items(case: "Case", document_id: str) -> Iterator[LinkItem]:
    """Yield the links of a document's chain from the host on."""
    document = case.document(document_id)
    original = OriginalText(document, case.original(document_id))
    levels = groupby(ordered_chain(document), key=lambda link: link.role)
    for level, (_, links) in enumerate(levels):
        for link in links:
            yield _link_item(document, original, level, link)


def copy_items(case: "Case", document_id: str) -> Iterator[CopyItem]:
    """Yield the documents that share text with this one."""
    for edge in case.reuse_edges(document=document_id):
        yield _copy_item(case, document_id, edge)


def _document_ids(case: "Case", outlet: str | None) -> Iterator[str]:

    return (row.id for row in case.documents(DocumentFilter(outlet=outlet)))


def _print_chain(case: "Case", document_id: str) -> None:
    document = case.document(document_id)
    click.secho(shown_text(f"{document.id}  {document.title or ''}".rstrip()), bold=True)
    for item in link_items(case, document_id):
        arrow = "   " * item.level + ("<- " if item.level else "")
        words = f": “{item.evidence}”" if item.evidence else ""
        where = "" if item.original_start is None else f" at {item.original_start} of the original"
        click.echo(
            shown_text(f"  {arrow}{item.name}  ({item.role}, by {item.basis}{words}{where})")
        )
    if not document.chain:
        click.echo("  no outlet is named in it")
    copies = list(copy_items(case, document_id))
    click.echo(
        f"\n{len(copies) or 'No'} other document{'' if len(copies) == 1 else 's'} with the same text"
    )
    for copy in copies:
        click.echo(shown_text(f"  {_copy_line(copy)}"))


def _print_speakers(case: "Case", claim: str | None) -> None:
    """Write who said a claim to whom, from the outlet back to the innermost speaker."""
    rows: list[ClaimRow] = []
    while claim is not None:
        rows.append(case.claim(claim))
        claim = rows[-1].claim.parent
    if not rows:
        return
    click.echo("\nsaid by")
    for level, row in enumerate(reversed(rows)):
        source = row.claim.source
        where = f" at {source[0].start}–{source[-1].end}" if source else ""
        words = f"“{row.source_words}”{where}" if source else "the text names nobody"
        name = row.actor_name or row.claim.speaker or "not named"
        click.echo(shown_text(f"  {'   ' * level}<- {name}  ({words}, {row.id})"))


def _print_ways(case: "Case", document: str, claim: str | None) -> None:
    """Write by which statements, recordings and outlets words came to a document, each once."""
    text = case.text(document)
    rows = [
        row
        for row in case.claims(ClaimFilter(document=document))
        if row.claim.via and claim in {None, row.id}
    ]
    if rows:
        click.echo("\ncame by")
    seen: set[Span] = set()
    for row in rows:
        for way in row.claim.via:
            if way.span in seen:
                continue
            seen.add(way.span)
            where = f"“{way.span.text_in(text)}” at {way.span.start}–{way.span.end}"
            who = row.said_by or "not named"
            kind = way.kind.replace("_", " ")
            click.echo(shown_text(f"  <- {kind}  ({where}; {who}, {row.id})"))


def _print_groups(case: "Case", document: str, claim: str | None) -> None:
    """Write the echoes that a document has a part in, or only those of one claim."""
    groups = [
        row
        for row in case.echo_groups(document=document)
        if claim is None or any(report.claim == claim for report in row.group.reports)
    ]
    noun = "claim that others report too" if len(groups) == 1 else "claims that others report too"
    click.echo(f"\n{len(groups) or 'No'} {noun}, as far as is known")
    for row in groups:
        for line in group_lines(case, row, document):
            click.echo(shown_text(f"  {line}"))


def _copy_line(copy: CopyItem) -> str:
    if copy.comes_first is None:
        order = "which came first is not known"
    else:
        first = "this" if copy.comes_first == copy.document else "that"
        order = f"{first} came first by {copy.known_by}"
    name = copy.outlet or copy.title or ""
    line = f"{copy.other}  {copy.kind}, {copy.share:.0%} of the copy, {order}  {copy.date}  {name}"
    return line.rstrip()


def _link_item(document: Document, original: OriginalText, level: int, link: Link) -> LinkItem:
    span = link.original_span
    cleaned = document.text_map.cleaned_spans(span) if span else ()
    return LinkItem(
        document=document.id,
        start=cleaned[0].start if cleaned else None,
        end=cleaned[-1].end if cleaned else None,
        original_start=span.start if span else None,
        original_end=span.end if span else None,
        level=level,
        role=link.role,
        name=link.name,
        basis=link.basis,
        evidence=_evidence(document, original, link),
        rule=link.rule,
    )


def _evidence(document: Document, original: OriginalText, link: Link) -> str | None:
    """Return the characters that name the link; for a link read from the address, that."""
    if link.original_span is not None:
        return original.quote(link.original_span)
    return document.original.address if link.basis is ChainBasis.ADDRESS else None


def _copy_item(case: "Case", document_id: str, edge: ReuseEdge) -> CopyItem:
    is_first = edge.from_document == document_id
    other = edge.to_document if is_first else edge.from_document
    spans = edge.from_spans if is_first else edge.to_spans
    known = edge.direction is not Direction.UNKNOWN
    there = case.document(other)
    return CopyItem(
        document=document_id,
        other=other,
        start=spans[0].start if spans else None,
        end=spans[-1].end if spans else None,
        kind=edge.kind,
        share=edge.score,
        comes_first=edge.from_document if known else None,
        known_by=edge.direction,
        title=there.title,
        outlet=there.outlet,
        date=when(case.evidence(other).dating.interval),
    )
