"""``sayso figures``: every reported number of a counted thing, with its bounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import click

from sayso.case import Case, FigureFilter, FigureRow
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
from sayso.evidence.figure import Accrual, Modality
from sayso.export.labels import befallen, bounds, when
from sayso.language.analysis import Modifier, QuantityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureItem:
    """A figure in a list; ``bounds`` and ``what`` write for people what other fields hold."""

    id: str
    document: str
    start: int
    end: int
    words: str
    bounds: str
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    modifier: Modifier
    kind: QuantityKind
    unit: str | None
    counted: str | None
    what: str
    predicate: str | None
    accrual: Accrual | None
    modality: Modality | None
    place: str | None
    as_of: DayInterval | None
    date: DayInterval
    outlet: str | None
    claim: str | None
    part_of: str | None
    rule: str


_COLUMNS: tuple[Column[FigureItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("DATE", lambda row: when(row.as_of or row.date)),
    Column("BOUNDS", lambda row: row.bounds, right=True),
    Column("UNIT", lambda row: row.unit or ("" if row.kind == "count" else row.kind)),
    Column("WHAT", lambda row: row.what, share=1),
    Column("COUNTED", lambda row: row.counted or "", share=2),
    Column("WORDS", lambda row: row.words, share=3),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
)


@click.command()
@click.option(
    "--about", metavar="WORDS", help="Keep figures whose phrase or counted thing has these."
)
@click.option("--place", metavar="WORDS", help="Keep figures of this place.")
@click.option("--kind", type=choice_of(QuantityKind), help="Keep one kind of quantity.")
@click.option("--modifier", type=choice_of(Modifier), help="Keep figures hedged this way.")
@click.option("--predicate", metavar="CLASS", help="Keep one class: killed, held, escaped …")
@document_option
@outlet_option
@window_options("figures that may be")
@list_options
@pass_invocation
def figures(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    about: str | None,
    place: str | None,
    kind: str | None,
    modifier: str | None,
    predicate: str | None,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
) -> None:
    """List the figures with their bounds; '~' stands before a number that is only about right."""
    with invocation.open_case() as case:
        by = FigureFilter(
            about=about,
            place=place,
            kind=QuantityKind(kind) if kind else None,
            modifier=Modifier(modifier) if modifier else None,
            predicate=predicate,
            document=document_named(case, document),
            outlet=outlet,
            since=since,
            until=until,
        )
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=FigureItem,
            name="figures",
            options=options,
            invocation=invocation,
        )


def _items(case: "Case", by: "FigureFilter") -> Iterator[FigureItem]:
    return map(_item, case.figures(by))


def _item(row: "FigureRow") -> FigureItem:
    figure, quantity = row.figure, row.figure.quantity
    return FigureItem(
        id=figure.id,
        document=row.document,
        start=quantity.span.start,
        end=quantity.span.end,
        words=row.words,
        bounds=bounds(quantity),
        best=quantity.best,
        lo=quantity.lo,
        hi=quantity.hi,
        lo_open=quantity.lo_open,
        hi_open=quantity.hi_open,
        soft=quantity.soft,
        modifier=quantity.modifier,
        kind=quantity.kind,
        unit=quantity.unit,
        counted=row.counted,
        what=befallen(figure),
        predicate=figure.predicate,
        accrual=figure.accrual,
        modality=figure.modality,
        place=row.place,
        as_of=figure.as_of,
        date=row.date,
        outlet=row.outlet,
        claim=figure.claim,
        part_of=figure.part_of,
        rule=quantity.rule,
    )
