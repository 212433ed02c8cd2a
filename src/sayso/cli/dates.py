"""``sayso dates``: when each document was written, why, and what speaks against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from sayso.case import Case, DateFilter, DateRow
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import document_named, document_option, outlet_option
from sayso.dates import DayInterval, Precision
from sayso.export.labels import when
from sayso.export.records import DateDoubt, DateReason, date_doubts, date_reasons

if TYPE_CHECKING:
    from sayso.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem:
    """The date of a document; ``start`` and ``end`` are those of the strongest chosen candidate.

    They are ``None`` where that stands outside the cleaned text, as in a page's metadata.
    """

    document: str
    start: int | None
    end: int | None
    interval: DayInterval
    precision: Precision
    chosen: tuple[str, ...]
    reasons: tuple[str, ...]
    doubts: tuple[DateDoubt, ...]
    candidates: tuple[DateReason, ...]
    outlet: str | None
    title: str | None


_COLUMNS: tuple[Column[DateItem], ...] = (
    Column("DOCUMENT", lambda row: row.document),
    Column("DATE", lambda row: when(row.interval)),
    Column("CHOSEN FROM", lambda row: ", ".join(row.chosen) or "-", shrink=True),
    Column("REASONS", lambda row: "; ".join(row.reasons), shrink=True),
    Column("DOUBTS", lambda row: "; ".join(note.reason for note in row.doubts), shrink=True),
    Column("OUTLET", lambda row: row.outlet or "", shrink=True),
    Column("TITLE", lambda row: row.title or "", shrink=True),
)


@click.command()
@click.option("--doubtful", is_flag=True, help="Keep dates that a person should look at.")
@document_option
@outlet_option
@list_options
@pass_invocation
def dates(
    invocation: Invocation,
    *,
    options: ListOptions,
    doubtful: bool,
    document: str | None,
    outlet: str | None,
) -> None:
    """List when each document was written, on what grounds, and what speaks against it."""
    with invocation.open_case() as case:
        by = DateFilter(doubtful=doubtful, document=document_named(case, document), outlet=outlet)
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=DateItem,
            name="dates",
            options=options,
            invocation=invocation,
        )


def _items(case: "Case", by: "DateFilter") -> Iterator[DateItem]:
    for row in case.dates(by):
        yield _item(row, case.document(row.document))


def _item(row: "DateRow", document: "Document") -> DateItem:
    reasons = date_reasons(row.dating)
    chosen = [reason for reason in reasons if reason.chosen]
    strongest = max(chosen, key=lambda reason: reason.weight, default=None)
    spans = [
        span
        for original in (strongest.original_spans if strongest else ())
        for span in document.text_map.cleaned_spans(original)
    ]
    return DateItem(
        document=row.document,
        start=spans[0].start if spans else None,
        end=spans[-1].end if spans else None,
        interval=row.dating.interval,
        precision=row.dating.interval.precision,
        chosen=tuple(dict.fromkeys(f"{one.basis}: {one.written}" for one in chosen)),
        reasons=row.dating.reasons,
        doubts=date_doubts(row.dating),
        candidates=reasons,
        outlet=row.outlet,
        title=row.title,
    )
