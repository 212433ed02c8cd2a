"""Series in the terminal: all of them, or one with its figures as marks on a line of numbers."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation
from sayso.cli.listing import Column, Form, ListOptions, print_list, table_lines
from sayso.cli.width import shown_text
from sayso.dates import DayInterval
from sayso.evidence.figure import Accrual
from sayso.export.figure_labels import CHOICE_WORDS, span_of_values
from sayso.export.labels import as_name, when
from sayso.export.series_view import SeriesDot, SeriesView, series_view
from sayso.frozen import dataclass

if TYPE_CHECKING:
    from sayso.case import Case
    from sayso.case.figure_records import SeriesFilter, SeriesRow

_LINE = 36  # characters of the line of numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesItem:
    """A series in a list."""

    id: str
    predicate: str
    head: str | None
    place: str | None
    accrual: Accrual | None
    figures: int
    documents: int
    conflicts: int
    first: DayInterval | None
    last: DayInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DotItem:
    """A figure of a series in a list; ``origin`` numbers the origins, an ``echo`` repeats one."""

    figure: str
    document: str
    start: int
    end: int
    as_of: DayInterval | None
    date: DayInterval
    words: str
    best: Decimal | None
    lo: Decimal | None
    hi: Decimal | None
    lo_open: bool
    hi_open: bool
    soft: bool
    claimant: str | None
    official: bool
    outlet: str | None
    origin: int
    echo: bool


def _quantity(row: SeriesItem) -> str:
    place = as_name(row.place) if row.place else None
    return ", ".join(part for part in (row.predicate, row.head, place) if part)


_COLUMNS: tuple[Column[SeriesItem], ...] = (
    Column("ID", lambda row: row.id),
    Column("QUANTITY", _quantity, share=2),
    Column("FIGURES", lambda row: str(row.figures), right=True),
    Column("DOCUMENTS", lambda row: str(row.documents), right=True),
    Column("CONFLICTS", lambda row: str(row.conflicts or ""), right=True),
    Column("FIRST", lambda row: when(row.first)),
    Column("LAST", lambda row: when(row.last)),
)


def print_series_list(
    case: "Case", by: "SeriesFilter", *, options: ListOptions, invocation: Invocation
) -> None:
    """Write all series, those in dispute first."""
    print_list(
        map(_item, case.compared.series(by)),
        _COLUMNS,
        kind=SeriesItem,
        name="figure_series",
        options=options,
        invocation=invocation,
    )


def print_series(
    case: "Case", name: str, *, options: ListOptions, plot: Path | None, invocation: Invocation
) -> None:
    """Write one series; as a table, with a mark for each figure and what the series comes to."""
    view = series_view(case, name)
    if plot is not None:
        _write_plot(view, plot)
        invocation.say(f"plot written to {plot}")
    if options.form is not Form.TABLE:
        print_list(
            (_dot_item(dot) for dot in view.dots),
            (),
            kind=DotItem,
            name="series",
            options=options,
            invocation=invocation,
        )
        return
    click.secho(f"{view.title}   {view.id}", bold=True)
    for line in _lines(view):
        click.echo(line)


def _lines(view: SeriesView) -> Iterator[str]:
    most = max((float(e) for d in view.dots for e in (d.number.lo, d.number.hi) if e is not None), default=1.0)  # fmt: skip
    columns: tuple[Column[DotItem], ...] = (
        Column("AS OF", lambda row: when(row.as_of or row.date)),
        Column("WORDS", lambda row: row.words),
        Column("", lambda row: marks[row.figure]),
        Column("WHO", lambda row: shown_text(row.claimant or row.outlet or row.document), share=1),
        Column("ORIGIN", lambda row: f"{row.origin + 1}{' echo' if row.echo else ''}"),
    )
    marks = {dot.figure.id: _marks(dot, most) for dot in view.dots}
    yield from table_lines([_dot_item(dot) for dot in view.dots], columns, None)
    yield ""
    yield f"{len(view.dots)} figures of {view.origins} known origins; independence is not established"
    for one in view.recommended:
        value = span_of_values(one.best, one.lo, one.hi)
        yield f"  {CHOICE_WORDS[one.choice]}: {value} ({one.reason})"
    for check in view.parts:
        parts = " + ".join(part.id for part in check.parts)
        yield f"  parts: {parts} against {check.whole.id}: {check.status.replace('_', ' ')}"
    for fault in view.irregular:
        yield f"  {fault.fault.replace('_', ' ')} on {fault.day}: {fault.before.figure} {fault.after.figure}"
    for row in view.conflicts:
        left, right = row.left.member, row.right.member
        yield (
            f"  conflict: {left.words} ({left.figure.voice.claimant or left.outlet or left.document}) "
            f"against {right.words} ({right.figure.voice.claimant or right.outlet or right.document})"
        )


def _marks(dot: SeriesDot, most: float) -> str:
    """Write a figure on a line of numbers: ● a number, ○ an echo, → an open bound, ░ a soft range."""

    def place(value: Decimal | None, other: int) -> int:
        return other if value is None else round((_LINE - 1) * float(value) / (most or 1.0))

    found = dot.number
    low, high = place(found.lo, 0), place(found.hi, _LINE - 1)
    filling = "░" if found.soft else "─"
    cells = [filling if low <= at <= high else " " for at in range(_LINE)]
    if found.hi is None:
        cells[-1] = "→"
    if found.lo is None or (found.lo == 0 and found.hi):
        cells[0] = "←"
    written = place(
        found.best, low if found.hi is None or found.lo == found.hi else (low + high) // 2
    )
    cells[written] = "○" if dot.echo else "●"
    return "".join(cells)


def _item(row: "SeriesRow") -> SeriesItem:
    return SeriesItem(
        id=row.id,
        predicate=row.predicate,
        head=row.head,
        place=row.place,
        accrual=row.accrual,
        figures=row.figures,
        documents=row.documents,
        conflicts=row.conflicts,
        first=row.first,
        last=row.last,
    )


def _dot_item(dot: SeriesDot) -> DotItem:
    figure, found = dot.figure, dot.number
    spans = [ground.span for ground in figure.grounds]
    return DotItem(
        figure=figure.id,
        document=figure.document,
        start=spans[0].start if spans else 0,
        end=spans[0].end if spans else 0,
        as_of=figure.scope.as_of,
        date=dot.member.date,
        words=dot.member.words,
        best=found.best,
        lo=found.lo,
        hi=found.hi,
        lo_open=found.lo_open,
        hi_open=found.hi_open,
        soft=found.soft,
        claimant=figure.voice.claimant,
        official=figure.voice.official,
        outlet=dot.member.outlet,
        origin=dot.origin,
        echo=dot.echo,
    )


def _write_plot(view: SeriesView, path: Path) -> None:
    from sayso.export.series_drawing import draw_series  # noqa: PLC0415 -- only for a plot
    from sayso.export.series_png import series_png  # noqa: PLC0415
    from sayso.export.series_svg import series_svg  # noqa: PLC0415

    drawing = draw_series(view)
    if path.suffix.lower() == ".png":
        path.write_bytes(series_png(drawing))
    elif path.suffix.lower() == ".svg":
        path.write_text(series_svg(drawing, name=view.id), encoding="utf-8")
    else:
        raise click.UsageError(f"--plot writes .svg or .png, got '{path.name}'")
