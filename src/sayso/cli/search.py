"""``sayso search``: documents by their words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation, pass_invocation, reading_columns
from sayso.cli.listing import Column, Form, ListOptions, list_options, print_list
from sayso.cli.passage import Passage
from sayso.cli.width import Mark, shown_text
from sayso.dates import DayInterval
from sayso.export.labels import when
from sayso.frozen import dataclass
from sayso.text import Span

if TYPE_CHECKING:
    from sayso.case import Case

_DEFAULT_LIMIT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchItem:
    """A document that was found; ``start`` and ``end`` are those of ``passage``, if shown."""

    document: str
    start: int | None
    end: int | None
    date: DayInterval
    outlet: str | None
    title: str | None
    rank: float
    passage: str
    spans: tuple[Span, ...]


_COLUMNS: tuple[Column[SearchItem], ...] = (
    Column("DOCUMENT", lambda row: row.document),
    Column("DATE", lambda row: when(row.date)),
    Column("OUTLET", lambda row: row.outlet or "", share=1),
    Column("TITLE", lambda row: row.title or "", share=3),
)


@click.command()
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--snippets", is_flag=True, help="Show the passage with the found words marked.")
@list_options
@pass_invocation
def search(
    invocation: Invocation, *, options: ListOptions, words: tuple[str, ...], snippets: bool
) -> None:
    """Find documents by WORDS, the best first: words, "a phrase", AND, OR, NOT, prefix*."""
    limit = options.limit or _DEFAULT_LIMIT
    with invocation.open_case() as case:
        # One more than wanted, to know whether there are more.
        hits = list(_items(case, " ".join(words), limit + 1))
        found = hits[:limit]
        if snippets and options.form is Form.TABLE:
            _print_passages(found, invocation)
        else:
            print_list(
                found,
                _COLUMNS,
                kind=SearchItem,
                name="search",
                options=options,
                invocation=invocation,
            )
    if len(hits) > limit:
        invocation.say(f"the best {limit} are shown, there are more: --limit N")


def _items(case: "Case", query: str, limit: int) -> Iterator[SearchItem]:
    for hit in case.search(query, snippets=True, limit=limit):
        yield SearchItem(
            document=hit.document,
            start=hit.snippet.start if hit.snippet else None,
            end=hit.snippet.end if hit.snippet else None,
            date=hit.date,
            outlet=hit.outlet,
            title=hit.title,
            rank=hit.rank,
            passage=hit.snippet_words,
            spans=hit.spans,
        )


def _print_passages(items: Sequence[SearchItem], invocation: Invocation) -> None:
    for item in items:
        parts = (item.document, when(item.date), item.outlet, item.title)
        click.secho(shown_text("  ".join(part for part in parts if part)), bold=True)
        for line in _passage(item).lines(reading_columns()):
            click.echo(line)
        click.echo()
    if not items:
        invocation.say("nothing found")


def _passage(item: SearchItem) -> Passage:
    start, end = item.start or 0, item.end or 0
    inside = (span for span in item.spans if start <= span.start and span.end <= end)
    marks = tuple(Mark(span.shifted(-start)) for span in inside)
    return Passage(start, item.passage, marks)
