"""``sayso documents``: what the case holds, one document a row."""

from collections.abc import Iterator
from datetime import date

import click

from sayso.case import Case, DocumentFilter
from sayso.cli.invocation import Invocation, pass_invocation
from sayso.cli.listing import Column, ListOptions, list_options, print_list
from sayso.cli.options import choice_of, outlet_option, window_options
from sayso.dates import DayInterval
from sayso.documents import Flag
from sayso.export.labels import when
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentItem:
    """A document in a list; ``start`` and ``end`` are those of its whole text."""

    document: str
    start: int
    end: int
    date: DayInterval
    doubts: tuple[str, ...]
    outlet: str | None
    title: str | None
    flags: tuple[Flag, ...]
    language: str | None
    claims: int
    figures: int
    path: str
    address: str | None
    sha256: str


def _end_of(path: str) -> str:
    """Return what tells paths of one folder apart: the last part."""
    folder, slash, name = path.rpartition("/")
    return f"…/{name}" if folder and slash else path


_COLUMNS: tuple[Column[DocumentItem], ...] = (
    Column("ID", lambda row: row.document),
    Column("DATE", lambda row: when(row.date) + ("?" if row.doubts else "")),
    Column("OUTLET", lambda row: row.outlet or "", share=1),
    Column("TITLE", lambda row: row.title or "", share=3),
    Column("CLAIMS", lambda row: f"{row.claims:,}", right=True),
    Column("FIGURES", lambda row: f"{row.figures:,}", right=True),
    Column("FLAGS", lambda row: " ".join(row.flags), share=1),
    Column("PATH", lambda row: _end_of(row.path), share=1),
)


@click.command()
@outlet_option
@window_options("documents that may have been written")
@click.option("--flag", type=choice_of(Flag), help="Keep documents with this flag.")
@click.option("--language", metavar="CODE", help="Keep documents in this language, such as 'en'.")
@click.option("--text", metavar="WORDS", help="Keep documents that hold all of these words.")
@list_options
@pass_invocation
def documents(  # noqa: PLR0913 -- one parameter for each option
    invocation: Invocation,
    *,
    options: ListOptions,
    outlet: str | None,
    since: date | None,
    until: date | None,
    flag: str | None,
    language: str | None,
    text: str | None,
) -> None:
    """List the documents; a date with '?' is in doubt."""
    by = DocumentFilter(
        outlet=outlet,
        since=since,
        until=until,
        flag=Flag(flag) if flag else None,
        language=language,
        text=text,
    )
    with invocation.open_case() as case:
        print_list(
            _items(case, by),
            _COLUMNS,
            kind=DocumentItem,
            name="documents",
            options=options,
            invocation=invocation,
        )


def _items(case: "Case", by: "DocumentFilter") -> Iterator[DocumentItem]:
    for row in case.documents(by):
        yield DocumentItem(
            document=row.id,
            start=0,
            end=row.characters,
            date=row.date,
            doubts=row.doubts,
            outlet=row.outlet,
            title=row.title,
            flags=tuple(sorted(row.flags)),
            language=row.language,
            claims=row.claims,
            figures=row.figures,
            path=row.path,
            address=row.address,
            sha256=row.sha256,
        )
