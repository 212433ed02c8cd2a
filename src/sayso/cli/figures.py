"""``sayso figures``: every reported number of a counted thing, with its bounds."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from sayso.case import Case, Edit, FigureFilter, FigureRow, RecordKind, Reviewed, ReviewState
from sayso.case.figure_records import SeriesFilter, VerdictFilter
from sayso.cli.figure_series import print_series, print_series_list
from sayso.cli.figure_verdicts import print_figure, print_verdicts
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import (
    choice_of,
    document_named,
    document_option,
    outlet_option,
    window_options,
)
from sayso.cli.review_marks import mark_of, marked, only_option
from sayso.dates import DayInterval
from sayso.errors import CaseError
from sayso.evidence.figure import Accrual, Modality
from sayso.export.labels import befallen, bounds, when
from sayso.frozen import dataclass
from sayso.language.analysis import Modifier, QuantityKind
from sayso.story.figures.verdict import Verdict

_ALL = "all"


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
    review: ReviewState | None = None
    edits: tuple[Edit, ...] = ()


_COLUMNS: tuple[Column[FigureItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("REVIEW", mark_of),
    Column("DATE", lambda row: when(row.as_of or row.date)),
    Column("BOUNDS", lambda row: row.bounds, right=True),
    Column("UNIT", lambda row: row.unit or ("" if row.kind == "count" else row.kind)),
    Column("WHAT", lambda row: row.what, share=1),
    Column("COUNTED", lambda row: row.counted or "", share=2),
    Column("WORDS", lambda row: row.words, share=3),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
)


@click.command()
@click.argument("figure", metavar="[FIGURE]", required=False)
@click.option(
    "--series",
    metavar="[ID]",
    is_flag=False,
    flag_value=_ALL,
    help="List the series, those in dispute first; with an ID show that one.",
)
@click.option("--verdict", type=choice_of(Verdict), help="List pairs of figures with this verdict.")
@click.option("--compared", is_flag=True, help="List all pairs but those that are not comparable.")
@click.option(
    "--plot",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --series ID, also draw it into this .svg or .png.",
)
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
@only_option
@list_options
@pass_invocation
def figures(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    figure: str | None,
    series: str | None,
    verdict: str | None,
    compared: bool,
    plot: Path | None,
    about: str | None,
    place: str | None,
    kind: str | None,
    modifier: str | None,
    predicate: str | None,
    document: str | None,
    outlet: str | None,
    since: date | None,
    until: date | None,
    only: str | None,
) -> None:
    """List the figures with their bounds; '~' stands before a number that is only about right.

    With FIGURE, show what it and each figure that it is compared with say of each other.
    """
    if plot is not None and series in (None, _ALL):
        raise click.UsageError("--plot needs --series ID")
    with invocation.open_case() as case:
        if series is not None:
            wanted = SeriesFilter(predicate=predicate)
            if series == _ALL:
                print_series_list(case, wanted, options=options, invocation=invocation)
            else:
                print_series(case, series, options=options, plot=plot, invocation=invocation)
            return
        if figure is not None or verdict is not None or compared:
            pairs = VerdictFilter(
                verdict=Verdict(verdict) if verdict else None,
                figure=None if figure is None else _figure_named(case, figure),
                document=document_named(case, document),
                predicate=predicate,
                comparable=compared,
            )
            show = print_verdicts if figure is None else print_figure
            show(case, pairs, options=options, invocation=invocation)
            return
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
            review=Reviewed(only) if only else None,
        )
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=FigureItem,
            name="figures",
            options=options,
            invocation=invocation,
        )


def _figure_named(case: "Case", name: str) -> str:
    found = case.resolve(name)
    if found.kind is not RecordKind.FIGURE:
        raise CaseError(f"'{name}' names the {found.kind} {found.id}, a figure was expected")
    return found.id


def _items(case: "Case", by: "FigureFilter") -> Iterator[FigureItem]:
    return marked(case, RecordKind.FIGURE, map(_item, case.figures(by)))


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
