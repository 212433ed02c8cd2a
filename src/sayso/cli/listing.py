"""Lists: the same rows as an aligned table, JSON, JSON lines or CSV."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import wraps
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

from sayso.cli.invocation import Invocation, terminal_columns
from sayso.cli.width import cut, shown_text, width
from sayso.frozen import dataclass
from sayso.pipeline.wire import Json, as_cell, as_json, as_json_line

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Raise it when a field of a row is renamed, removed or changes its meaning.
SCHEMA_VERSION = 1
_GAP = "  "
# Below this many columns a shortened cell says nothing any more.
_LEAST_WIDTH = 8

Row = TypeVar("Row", bound="DataclassInstance")


class Form(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list is to be written, and how many rows of it."""

    form: Form = Form.TABLE
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of the table, left out where every row leaves it empty.

    Those with a ``share`` give way on a narrow terminal: the larger the share, the wider they stay.
    """

    title: str
    text: Callable[[Row], str]
    right: bool = False
    share: int = 0


def list_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--json``, ``--jsonl``, ``--csv`` and ``--limit``, passed as ``options``."""

    @click.option("--json", "form", flag_value=Form.JSON, help="Write one JSON object.")
    @click.option("--jsonl", "form", flag_value=Form.JSONL, help="Write one JSON object per row.")
    @click.option("--csv", "form", flag_value=Form.CSV, help="Write CSV with a header line.")
    @click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Write at most N rows.")
    @wraps(command)
    def with_options(*args: Any, form: str | None, limit: int | None, **rest: Any) -> Any:
        chosen = Form(form) if form else Form.TABLE
        return command(*args, options=ListOptions(chosen, limit), **rest)

    return with_options


def print_list(
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    *,
    kind: type[Row],
    name: str,
    options: ListOptions,
    invocation: Invocation,
) -> None:
    """Write ``rows`` of ``kind`` to stdout; ``name`` is that of the schema: ``sayso.NAME.1``."""
    remaining = iter(rows)
    shown = islice(remaining, options.limit)
    schema = f"sayso.{name}.{SCHEMA_VERSION}"
    if options.form is Form.JSONL:
        for row in shown:
            click.echo(json.dumps({"schema": schema, **_object(row)}, ensure_ascii=False))
    elif options.form is Form.JSON:
        _write_json(shown, schema)
    elif options.form is Form.CSV:
        _write_csv(shown, kind)
    else:
        _write_table(tuple(shown), columns, invocation)
    if options.limit is not None and (left := sum(1 for _ in remaining)):
        invocation.say(f"{options.limit} rows written, {left} more left out by --limit")


def table_lines(rows: Sequence[Row], columns: Sequence[Column[Row]], room: int | None) -> list[str]:
    """Return header and rows, aligned, within ``room`` columns if that is given."""
    columns = [column for column in columns if any(map(column.text, rows))] or columns
    cells = [[shown_text(column.text(row)) for column in columns] for row in rows]
    widths = [
        max(width(text) for text in (column.title, *(line[i] for line in cells)))
        for i, column in enumerate(columns)
    ]
    if room is not None:
        widths = _fitted(widths, [column.share for column in columns], room)
    lines = []
    for line in ([column.title for column in columns], *cells):
        padded = (
            _padded(cut(text, wide), wide, right=column.right)
            for text, wide, column in zip(line, widths, columns, strict=True)
        )
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _write_table(
    rows: Sequence[Row], columns: Sequence[Column[Row]], invocation: Invocation
) -> None:
    if not rows:
        invocation.say("nothing to list")
        return
    header, *lines = table_lines(rows, columns, terminal_columns())
    click.secho(header, bold=True)
    for line in lines:
        click.echo(line)


def _fitted(widths: list[int], shares: list[int], room: int) -> list[int]:
    """Take what is too much from the columns that are the widest for their share."""
    fitted = list(widths)
    room -= len(_GAP) * (len(widths) - 1)
    while sum(fitted) > room:
        candidates = [i for i, share in enumerate(shares) if share and fitted[i] > _LEAST_WIDTH]
        if not candidates:
            break
        fitted[max(candidates, key=lambda i: fitted[i] / shares[i])] -= 1
    return fitted


def _padded(text: str, wide: int, *, right: bool) -> str:
    blanks = " " * (wide - width(text))
    return blanks + text if right else text + blanks


def _object(row: "DataclassInstance") -> dict[str, Json]:
    return {field.name: as_json(getattr(row, field.name)) for field in fields(row)}


def _write_json(shown: Iterable[Row], schema: str) -> None:
    """Write one object, a row on each line: readable, and streamed however long it is."""
    click.echo(f'{{"schema": {json.dumps(schema)}, "rows": [', nl=False)
    for index, row in enumerate(shown):
        click.echo(("," if index else "") + "\n" + as_json_line(row), nl=False)
    click.echo("\n]}")


def _write_csv(rows: Iterable[Row], kind: type[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([field.name for field in fields(kind)])
    for row in rows:
        writer.writerow([as_cell(value) for value in _object(row).values()])
