"""``sayso dates``: when each document was written, why, and what speaks against it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from sayso.case import Case, DateFilter, DateRow
from sayso.cli.date_deciding import set_date, undo_date
from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Form, ListOptions, list_options, print_list
from sayso.cli.options import document_named, document_option, outlet_option
from sayso.cli.width import cut, marked_lines, shown_text
from sayso.dates import DayInterval, Precision
from sayso.export.labels import when
from sayso.export.records import DateDoubt, DateReason, date_doubts, date_reasons
from sayso.frozen import dataclass
from sayso.story.dating.settled import DateSource, Ground

if TYPE_CHECKING:
    from sayso.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem:
    """The date of a document; ``start`` and ``end`` are those of the strongest chosen candidate.

    They are ``None`` where that stands outside the cleaned text, as in a page's metadata. ``found`` is the date
    without the decision of a person, ``grounds`` what other documents say of it.
    """

    document: str
    start: int | None
    end: int | None
    interval: DayInterval
    precision: Precision
    chosen: tuple[str, ...]
    reasons: tuple[str, ...]
    doubts: tuple[DateDoubt, ...]
    source: DateSource
    found: DayInterval
    grounds: tuple[Ground, ...]
    candidates: tuple[DateReason, ...]
    outlet: str | None
    title: str | None


_LABEL_COLUMNS = 11


@click.command()
@click.argument("named", metavar="[ID]", required=False)
@click.option("--doubtful", is_flag=True, help="Keep dates that a person should look at.")
@click.option(
    "--set",
    "value",
    metavar="DATE",
    help="Say when document ID was written: 2022-01-22, 2022-01, or 2022-01-22/2022-01-25.",
)
@click.option("--why", metavar="TEXT", help="How you know: it is kept with the decision.")
@click.option("--undo", is_flag=True, help="Take back the date that a person set for document ID.")
@document_option
@outlet_option
@list_options
@pass_invocation
def dates(  # noqa: PLR0913 -- one for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    named: str | None,
    doubtful: bool,
    value: str | None,
    why: str | None,
    undo: bool,
    document: str | None,
    outlet: str | None,
) -> None:
    """List when each document was written, on what grounds, and what speaks against it.

    With --set you say yourself when document ID was written. Your date holds from then on, also when the
    document is read again; what was found by reading stays beside it, and --undo brings it back.
    """
    if value is not None and undo:
        raise click.UsageError("either --set or --undo")
    if value is not None:
        set_date(invocation, named or document, value, why)
        return
    if undo:
        undo_date(invocation, named or document, why)
        return
    with invocation.open_case() as case:
        wanted = document_named(case, named or document)
        by = DateFilter(doubtful=doubtful, document=wanted, outlet=outlet)
        if options.form is Form.TABLE:
            _print_blocks(islice(_items(case, by), options.limit), invocation)
            return
        print_list(
            _items(case, by),
            (),
            kind=DateItem,
            name="dates",
            options=options,
            invocation=invocation,
        )


def block_lines(item: DateItem, columns: int) -> Iterator[str]:
    """Yield a document's date with its grounds: reasons are sentences, too long for a table."""
    date = when(item.interval) + ("?" if item.doubts else "")
    heading = (item.document, date, item.outlet, item.title)
    yield click.style(cut(shown_text("  ".join(filter(None, heading))), columns), bold=True)
    parts = (
        ("chosen from", item.chosen),
        ("because", item.reasons),
        ("doubt", tuple(note.reason for note in item.doubts)),
    )
    for label, sentences in parts:
        for index, sentence in enumerate(sentences):
            lines = marked_lines(sentence, (), columns - _LABEL_COLUMNS - 4)
            for number, line in enumerate(lines):
                first = label if not index and not number else ""
                yield f"  {first:<{_LABEL_COLUMNS}}  {line.text}"


def _print_blocks(items: Iterable[DateItem], invocation: Invocation) -> None:
    empty = True
    for item in items:
        empty = False
        for line in block_lines(item, reading_columns()):
            click.echo(line)
        click.echo()
    if empty:
        invocation.say("nothing to list")


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
        source=row.settled.source,
        found=row.settled.found,
        grounds=row.settled.grounds,
        candidates=reasons,
        outlet=row.outlet,
        title=row.title,
    )
