"""``sayso changes``: what is new in the case since a run or a time."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from sayso.case import ClaimFilter, DocumentFilter, FigureFilter, PairFilter
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import choice_of
from sayso.errors import CaseError
from sayso.export.labels import befallen, bounds, when
from sayso.frozen import dataclass
from sayso.text import hull

if TYPE_CHECKING:
    from sayso.case import (
        Case,
        ClaimRow,
        DateChange,
        DenialRow,
        DocumentRow,
        FigureRow,
        QuotePairRow,
    )

LAST = "last"


class ChangeKind(StrEnum):
    """What is new."""

    DOCUMENT = "document"
    DATE = "date"  # of a document that was there before: other documents or a person moved it
    DENIAL = "denial"
    QUOTE = "quote"  # a statement that another document reports too
    FIGURE = "figure"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeItem:
    """One new record; ``run`` is the run that made it."""

    kind: ChangeKind
    id: str
    document: str
    start: int
    end: int
    words: str
    outlet: str | None
    date: str
    run: int


_COLUMNS: tuple[Column[ChangeItem], ...] = (
    Column("NEW", lambda row: row.kind),
    Column("ID", lambda row: row.id),
    Column("DATE", lambda row: row.date),
    Column("WORDS", lambda row: row.words, share=4),
    Column("OUTLET", lambda row: row.outlet or row.document, share=1),
    Column("RUN", lambda row: str(row.run), right=True),
)


@click.command()
@click.option(
    "--since",
    default=LAST,
    show_default=True,
    metavar="WHEN|RUN",
    help="The number of a run, a day or moment (2024-05-31, 2024-05-31T18:00), or 'last': the last run.",
)
@click.option(
    "--kind", "kinds", type=choice_of(ChangeKind), multiple=True, help="Keep one kind; repeatable."
)
@list_options
@pass_invocation
def changes(
    invocation: Invocation, *, options: ListOptions, since: str, kinds: tuple[str, ...]
) -> None:
    """List what is new since a run or a time: documents, claims, figures, denials, quote pairs, dates.

    What the run itself found counts as new. A time without a zone is meant as UTC. A date is new
    where later documents, another reading or a person moved it: the old one stands beside it with the reason.
    """
    with invocation.open_case() as case:
        run = _first_run(case, since)
        wanted = frozenset(map(ChangeKind, kinds)) or frozenset(ChangeKind)
        counted: Counter[ChangeKind] = Counter()
        print_list(
            _counting(_items(case, run, wanted), counted) if run is not None else iter(()),
            _COLUMNS,
            kind=ChangeItem,
            name="changes",
            options=options,
            invocation=invocation,
        )
        told = ", ".join(f"{n} {_plural(kind, n)}" for kind, n in sorted(counted.items()))
        invocation.say(f"new since {_named(run)}: {told or 'nothing'}")


def _first_run(case: "Case", since: str) -> int | None:
    """Return the first run that counts; ``None`` if none was since then."""
    runs = sorted(case.runs(), key=lambda run: run.id)
    if since == LAST:
        return runs[-1].id if runs else None
    if since.isdigit():
        return int(since)
    moment = _moment(since)
    return next((run.id for run in runs if run.started >= moment), None)


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise CaseError(
            f"'{written}' is no run and no time; write a number, 2024-05-31, 2024-05-31T18:00 or last"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _items(case: "Case", run: int, wanted: frozenset[ChangeKind]) -> Iterator[ChangeItem]:
    """Yield what is new, the whole before its parts."""
    if ChangeKind.DOCUMENT in wanted:
        yield from map(_document, case.documents(DocumentFilter(since_run=run)))
    if ChangeKind.DATE in wanted:
        yield from _moved_dates(case, run)
    pairs = PairFilter(since_run=run)
    if ChangeKind.DENIAL in wanted:
        yield from map(_denial, case.denials(pairs))
    if ChangeKind.QUOTE in wanted:
        yield from map(_quote_pair, case.quote_pairs(pairs))
    if ChangeKind.FIGURE in wanted:
        yield from map(_figure, case.figures(FigureFilter(since_run=run)))
    if ChangeKind.CLAIM in wanted:
        yield from map(_claim, case.claims(ClaimFilter(since_run=run, speech=True)))


def _counting(items: Iterator[ChangeItem], counted: Counter[ChangeKind]) -> Iterator[ChangeItem]:
    for item in items:
        counted[item.kind] += 1
        yield item


def _moved_dates(case: "Case", run: int) -> Iterator[ChangeItem]:
    """Yield the changes of dates of documents that were there before, with the old and the new date."""
    return map(_date, case.date_changes(since_run=run))


def _document(row: "DocumentRow") -> ChangeItem:
    return ChangeItem(
        kind=ChangeKind.DOCUMENT,
        id=row.id,
        document=row.id,
        start=0,
        end=row.characters,
        words=row.title or row.path,
        outlet=row.outlet,
        date=when(row.date),
        run=row.run,
    )


def _date(row: "DateChange") -> ChangeItem:
    return ChangeItem(
        kind=ChangeKind.DATE,
        id=row.document,
        document=row.document,
        start=0,
        end=0,
        words=f"before: {when(row.old)}; {row.reason}",
        outlet=row.outlet,
        date=when(row.new),
        run=row.run,
    )


def _denial(row: "DenialRow") -> ChangeItem:
    said = f"{row.denied.said_by or '?'} against {row.asserted.said_by or '?'}: {row.denied.words}"
    return _of_claim(row.denied, ChangeKind.DENIAL, row.id, said, row.run)


def _quote_pair(row: "QuotePairRow") -> ChangeItem:
    said = f"{row.left.words} / {row.right.words}"
    return _of_claim(row.right, ChangeKind.QUOTE, row.id, said, row.run)


def _claim(row: "ClaimRow") -> ChangeItem:
    said = f"{row.said_by or '?'}: {row.words}"
    return _of_claim(row, ChangeKind.CLAIM, row.id, said, row.run)


def _of_claim(row: "ClaimRow", kind: ChangeKind, name: str, words: str, run: int) -> ChangeItem:
    whole = hull(row.claim.content)
    return ChangeItem(
        kind=kind,
        id=name,
        document=row.document,
        start=whole.start,
        end=whole.end,
        words=words,
        outlet=row.outlet,
        date=when(row.claim.said or row.date),
        run=run,
    )


def _figure(row: "FigureRow") -> ChangeItem:
    span = row.figure.quantity.span
    what = " ".join(filter(None, (bounds(row.figure.quantity), row.counted, befallen(row.figure))))
    return ChangeItem(
        kind=ChangeKind.FIGURE,
        id=row.id,
        document=row.document,
        start=span.start,
        end=span.end,
        words=what,
        outlet=row.outlet,
        date=when(row.figure.as_of or row.date),
        run=row.run,
    )


def _named(run: int | None) -> str:
    return "then" if run is None else f"run {run}"


def _plural(kind: ChangeKind, number: int) -> str:
    return kind.value if number == 1 else f"{kind.value}s"
