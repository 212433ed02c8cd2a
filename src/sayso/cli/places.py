"""``sayso places``: what places are named, what they lie in, and which sites may be one."""

from typing import TYPE_CHECKING

import click

from sayso.case import PlaceFilter, PlaceMentionRow, PlaceProposal, PlaceRow
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.options import choice_of, document_named, document_option
from sayso.dates import DayInterval
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.places import ATTRIBUTION, PlaceKind, Point
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceItem:
    """A place in a list; ``kind`` says how precise ``point`` is, ``point_of`` whose it is.

    ``score`` is how surely the gazetteer is read, at the least sure mention.
    """

    id: str
    name: str
    kind: PlaceKind
    sort: str | None
    aliases: tuple[str, ...]
    within: tuple[str, ...]
    country: str | None
    point: Point | None
    point_of: str | None
    geonames: int | None
    mentions: int
    documents: int
    score: float
    proposals: int
    attribution: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedItem:
    """Where a place is named; ``score`` is how surely these words mean it."""

    document: str
    start: int
    end: int
    words: str
    date: DayInterval
    outlet: str | None
    part: str | None
    score: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteItem:
    id: str
    name: str
    document: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalItem:
    """Two sites that may be one, each with a place that names it."""

    left: SiteItem
    right: SiteItem
    reasons: tuple[str, ...]


_PLACES: tuple[Column[PlaceItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("KIND", lambda row: row.sort or row.kind),
    Column("NAME", lambda row: row.name, share=2),
    Column("ALSO", lambda row: ", ".join(row.aliases), share=2),
    Column("WITHIN", lambda row: ", ".join(row.within), share=2),
    Column("MENTIONS", lambda row: str(row.mentions), right=True),
    Column("DOCUMENTS", lambda row: str(row.documents), right=True),
    Column("SURE", lambda row: f"{row.score:.2f}", right=True),
    Column("MAY BE", lambda row: f"{row.proposals} more" if row.proposals else ""),
)
_NAMED: tuple[Column[NamedItem], ...] = (
    Column("DOCUMENT", lambda row: row.document),
    Column("DATE", lambda row: when(row.date)),
    Column("AT", lambda row: f"{row.start}–{row.end}"),
    Column("WORDS", lambda row: row.words, share=2),
    Column("PART", lambda row: row.part or ""),
    Column("SURE", lambda row: f"{row.score:.2f}", right=True),
    Column("OUTLET", lambda row: row.outlet or "", share=1),
)
_PROPOSALS: tuple[Column[ProposalItem], ...] = (
    Column("SITE", lambda row: row.left.id),
    Column("NAME", lambda row: row.left.name, share=2),
    Column("MAY BE", lambda row: row.right.id),
    Column("NAME", lambda row: row.right.name, share=2),
    Column("WHY", lambda row: "; ".join(row.reasons), share=4),
)


@click.command()
@click.argument("place", metavar="[PLACE]", required=False)
@click.option("--text", metavar="NAME", help="Keep places of this name, and what lies in them.")
@click.option("--kind", type=choice_of(PlaceKind), help="Keep one kind of place.")
@click.option("--proposals", is_flag=True, help="List sites that may be one, with the evidence.")
@document_option
@list_options
@pass_invocation
def places(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    place: str | None,
    text: str | None,
    kind: str | None,
    proposals: bool,
    document: str | None,
) -> None:
    """List the places that the documents name, those in most documents first.

    PLACE, an id or a name, lists where one is named. A prison, camp or building is a place of its own
    and no finer on the map than what it lies in. Places are those of GeoNames, CC BY 4.0.
    """
    with invocation.open_case() as case:
        if proposals:
            _print_proposals(case, invocation, options)
            return
        if place is not None:
            _print_named(case, place, invocation, options)
        else:
            by = PlaceFilter(
                text=text,
                kind=PlaceKind(kind) if kind else None,
                document=document_named(case, document),
            )
            print_list(
                map(_item, case.places(by)),
                _PLACES,
                kind=PlaceItem,
                name="places",
                options=options,
                invocation=invocation,
            )
    if options.form is Form.TABLE:
        click.echo(ATTRIBUTION, err=True)


def _print_named(case: "Case", place: str, invocation: Invocation, options: ListOptions) -> None:
    print_list(
        map(_named, case.place_mentions(case.find_place(place))),
        _NAMED,
        kind=NamedItem,
        name="place_mentions",
        options=options,
        invocation=invocation,
    )


def _print_proposals(case: "Case", invocation: Invocation, options: ListOptions) -> None:
    print_list(
        map(_proposal, case.place_proposals()),
        _PROPOSALS,
        kind=ProposalItem,
        name="place_proposals",
        options=options,
        invocation=invocation,
    )


def _item(row: PlaceRow) -> PlaceItem:
    return PlaceItem(
        id=row.id,
        name=row.name,
        kind=row.kind,
        sort=row.sort,
        aliases=row.aliases,
        within=row.within,
        country=row.country,
        point=row.point,
        point_of=row.point_of,
        geonames=row.geonames,
        mentions=row.mentions,
        documents=row.documents,
        score=round(row.score, 2),
        proposals=row.proposals,
        attribution=ATTRIBUTION if row.point else None,
    )


def _named(row: PlaceMentionRow) -> NamedItem:
    placed = row.placed
    return NamedItem(
        document=row.document,
        start=placed.span.start,
        end=placed.span.end,
        words=row.words,
        date=row.date,
        outlet=row.outlet,
        part=placed.part,
        score=round(placed.score, 2),
        rule=placed.rule,
    )


def _proposal(row: PlaceProposal) -> ProposalItem:
    left, right = (
        SiteItem(
            id=side.id, name=side.name, document=side.document, span=side.span, words=side.words
        )
        for side in (row.left, row.right)
    )
    return ProposalItem(left=left, right=right, reasons=row.reasons)
